"""Schedule and log -> board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._core import Plan, PointScheme
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.scheduling._schedule import Schedule
from sauro.table._table import Table
from sauro.tracking._board import Board, Options, tracked
from sauro.tracking._measures import measured_targets
from sauro.tracking._progress import Progress

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["track"]


def track(
    schedule: Schedule,
    progress: Progress,
    as_of: Day,
    *,
    calendar: WorkingCalendar | None = None,
    alert_days: Sequence[int] = (7, 3, 1),
    scheme: PointScheme | None = None,
    priorities: Mapping[str, float] | None = None,
    reviews: bool = False,
    on_problem: OnProblem = "raise",
    plan: Plan | None = None,
    measures: Mapping[str, float | Table] | None = None,
) -> Board:
    """Follow a schedule by a log, as of a day.

    Entries after ``as_of`` don't count, so any past day can be asked for.

    Parameters
    ----------
    schedule : Schedule
    progress : Progress
        An entry without an occurrence is of the one in whose period its day falls, and of no
        other.
    as_of : date, datetime, datetime64 or text
        The library has no clock: give the day.
    calendar : WorkingCalendar, optional
        For late days and alerts; the civil service's by default.
    alert_days : sequence of int
        Working days before a due day at which it is reminded of.
    scheme : PointScheme, optional
        The preset (a one-stop centre's) by default.
    priorities : mapping of str to float, optional
        How much tasks count in the points of groups, by task; 1 where none is given (the preset's
        centre uses 3, 2 and 1).
    reviews : bool
        Whether reviews of what goes on all the time count in reminders and in scores. Where nobody
        reported on one it is ``not_reported``, never overdue, in either case.
    on_problem : {"raise", "keep"}
        For entries that can't be right: an error that names them all, or the good ones alone and
        the others in ``board.problems``.
    plan : Plan, optional
        Needed for ``measures``: its tasks have the targets.
    measures : mapping of str to float or Table, optional
        What was measured, by task: its numeric targets are judged by it. A roll-up of cases gives
        the percent of its decided dossiers that were in time, for targets in percent.

    Returns
    -------
    Board

    Raises
    ------
    ValidationError
        Code 262: unknown tasks or occurrences, percents outside 0 to 100, entries of one day that
        contradict each other; all are named. Code 260 for measures and priorities of unknown
        tasks, and tables that aren't roll-ups with decided dossiers.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> log = sauro.Progress([{"task": "1.I.1", "date": "2026-03-10", "status": "done"}])
    >>> board = sauro.track(sauro.schedule(plan), log, date(2026, 4, 16), plan=plan,
    ...                     measures={"1.III.1": 96.5})
    >>> board.counts["done_on_time"], board.overdue[-1].task
    (1, '1.I.3.1')
    >>> board.targets["met"].tolist()
    [True]
    """
    choice(on_problem, ON_PROBLEM, "on_problem")
    days = calendar_or_default(calendar)
    options = Options(
        day_of(as_of),
        days,
        list(alert_days),
        scheme,
        dict(priorities or {}),
        on_problem,
        reviews,
    )
    return tracked(schedule, progress, measured_targets(plan, measures or {}), options)
