"""Plans held against each other: what changed, what has an answer."""

from sauro.comparing._answers import Answer, Answers
from sauro.comparing._changes import Change
from sauro.comparing._compare import compare
from sauro.comparing._comparison import Comparison
from sauro.comparing._cover import cover

__all__ = ["Answer", "Answers", "Change", "Comparison", "compare", "cover"]
