"""Plans and their parts for people; the classes themselves are in `sauro._core`."""
