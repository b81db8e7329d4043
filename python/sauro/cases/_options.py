"""How cases are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.choice import ON_PROBLEM, choice
from sauro._base.days import day_of
from sauro.calendar._hours import minute_of, sessions_of
from sauro.calendar._working import WorkingCalendar, calendar_or_default

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sauro._base.days import Day

__all__ = ["calendars_of", "day_asked", "options_of"]

_ROUNDING = ("up", "down", "nearest", "half")


def options_of(
    calendar: WorkingCalendar | Sequence[WorkingCalendar] | None,
    as_of: Day | None,
    hours: str | Sequence[tuple[str, str]],
    cut_off: str | None,
    rounding: str,
    on_problem: str,
    threads: int,
) -> _core.CaseOptions:
    """Options of the core, checked."""
    return _core.CaseOptions(
        as_of=day_asked(as_of),
        calendars=[one._core for one in calendars_of(calendar)],
        sessions=sessions_of(hours),
        cut_off=None if cut_off is None else minute_of(cut_off),
        rounding=choice(rounding, _ROUNDING, "rounding"),
        on_problem=choice(on_problem, ON_PROBLEM, "on_problem"),
        threads=threads,
    )


def day_asked(as_of: Day | None) -> date:
    """Give the day that open cases are judged at."""
    if as_of is None:
        raise TypeError("as_of has to be given: the library has no clock")
    return day_of(as_of)


def calendars_of(
    calendar: WorkingCalendar | Sequence[WorkingCalendar] | None,
) -> Sequence[WorkingCalendar]:
    """Take one calendar, the default or several as a list."""
    if calendar is None or isinstance(calendar, WorkingCalendar):
        return [calendar_or_default(calendar)]
    return calendar
