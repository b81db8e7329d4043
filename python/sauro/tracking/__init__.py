"""Schedule and log -> where each task stands."""

from sauro._core import Alert, PointScheme, ProgressEntry
from sauro.tracking._board import Board
from sauro.tracking._progress import Progress
from sauro.tracking._track import track

__all__ = ["Alert", "Board", "PointScheme", "Progress", "ProgressEntry", "track"]
