"""Run the command: ``python -m sauro``."""

import sys

from sauro.command import main

if __name__ == "__main__":
    sys.exit(main())
