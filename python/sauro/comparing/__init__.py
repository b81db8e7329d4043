"""Plans held against each other: what changed."""

from sauro.comparing._changes import Change
from sauro.comparing._compare import compare
from sauro.comparing._comparison import Comparison

__all__ = ["Change", "Comparison", "compare"]
