"""Schedule and log -> where each task stands."""

from sauro.tracking._board import Alert, Board, PointScheme, track
from sauro.tracking._progress import Progress, ProgressEntry

__all__ = ["Alert", "Board", "PointScheme", "Progress", "ProgressEntry", "track"]
