"""Schedule and log -> where each task stands."""

from sauro._core import Alert, PointScheme, ProgressEntry
from sauro.tracking._board import Board
from sauro.tracking._boards import Boards
from sauro.tracking._progress import Progress
from sauro.tracking._track import track
from sauro.tracking._track_plans import track_plans

__all__ = [
    "Alert",
    "Board",
    "Boards",
    "PointScheme",
    "Progress",
    "ProgressEntry",
    "track",
    "track_plans",
]
