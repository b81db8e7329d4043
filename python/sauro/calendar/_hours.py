"""Hours at which offices are open."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from sauro import _core

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["minute_of", "sessions_of", "working_hours"]


def working_hours(kind: str = "office") -> list[tuple[str, str]]:
    """Sessions of a working day in a kind of office; what lies between them is the break.

    Parameters
    ----------
    kind : {"office", "ministry", "reception"}
        Reception of dossiers often closes before the office does. No law sets these hours for the
        whole country: an office with others gives its own list wherever hours are taken.

    Raises
    ------
    NotFoundError
        Lists the kinds.

    Examples
    --------
    >>> import sauro
    >>> sauro.working_hours()
    [('07:30', '11:30'), ('13:30', '17:00')]
    """
    return [(_clock(start), _clock(end)) for start, end in _core.working_hours(kind)]


def sessions_of(hours: str | Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """Sessions in minutes from midnight."""
    if isinstance(hours, str):
        return _core.working_hours(hours)
    return [(minute_of(start), minute_of(end)) for start, end in hours]


def minute_of(clock: str) -> int:
    """Minute of the day of "07:30"."""
    moment = datetime.time.fromisoformat(clock)
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


working_hours.__module__ = "sauro"
