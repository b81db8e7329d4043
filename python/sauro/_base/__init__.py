"""What all rooms share: errors, files, words for people."""
