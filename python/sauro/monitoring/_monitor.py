"""Where indicators stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._core import Indicator
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.indicators._log import IndicatorLog
from sauro.monitoring._seen import Monitor, monitored
from sauro.table._coerce import as_float

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Monitor", "monitor"]


def monitor(
    indicators: Iterable[Indicator],
    log: IndicatorLog,
    as_of: Day,
    *,
    known_on: Day | None = None,
    calendar: WorkingCalendar | None = None,
    measures: Mapping[str, str] | None = None,
    directions: Mapping[str, str] | None = None,
    bounds: Mapping[str, tuple[float | None, float | None]] | None = None,
    profiles: Mapping[str, Sequence[float]] | None = None,
    bands: Sequence[tuple[str, float]] | None = None,
    parents: Mapping[str, str] | None = None,
    mergers: Mapping[str, tuple[Day, Sequence[str]]] | None = None,
    cut_off_day: int = 0,
    allocations: IndicatorLog | None = None,
    on_problem: OnProblem = "raise",
) -> Monitor:
    """Say where indicators stand on a day.

    Months, quarters and cumulated values of a flow may be given together and in any order. What is
    missing is no zero: a sum with a hole is a range. The expected value is that at the end of the
    last period with a value.

    Parameters
    ----------
    indicators : iterable of Indicator
        ``plan.indicators``, or your own.
    log : IndicatorLog
    as_of : date, datetime, datetime64 or text
        Periods that end later don't count.
    known_on : date, datetime, datetime64 or text, optional
        Only what was known on this day, before later revisions.
    calendar : WorkingCalendar, optional
        For ways by working days; the civil service's by default.
    measures : mapping of id to str, optional
        ``level``, ``flow``, ``ratio``, ``rank``, ``grade`` or ``yes_no``, where words mislead.
    directions : mapping of id to str, optional
        ``higher``, ``lower`` or ``within``, the same.
    bounds : mapping of id to (low, high), optional
        The least and the most that a month of a flow can be, for months that are missing.
    profiles : mapping of id to twelve floats, optional
        What each month brings of a year of a flow, in any unit; by default its own last year, or
        its working days.
    bands : sequence of (status, from), optional
        From which share of what was to be expected a status holds, the highest first; what is
        below all is ``behind``. By default ``on_way`` from 1 and ``at_risk`` from 0.9.
    parents : mapping of place to place, optional
        Which place each is a part of. The parts together get a standing of their own: flows and
        counts add, ratios are those of their numerators and denominators; what a part lacks makes
        a range, and `missing` names it.
    mergers : mapping of place to (first day, places), optional
        Places that became one: what the new one has before its first day is that of the old ones
        together, so that the same period of last year is theirs. What one of them lacks is missing
        and `missing` names it. The old ones have no standing of their own from then on.
    cut_off_day : int
        Last day of the months that figures are of: 14 where March runs from 15 February to 14
        March (Nghị định 09/2019); 0 for the calendar's, else 1 to 27. The log names such months
        (``T3/2026``) or gives their days.
    allocations : IndicatorLog, optional
        Targets that places were given (giao chỉ tiêu), in the shapes of any log: the period is the
        one that a target is for. Of an indicator and period that has some, the top of `parents`
        keeps the plan's target; another place has its own, or its parts' together, or none. One
        that was given a target and has no values has a standing too (``no_data``).
    on_problem : {"raise", "keep"}
        Refuse a log with values of no indicator of the plan, or leave them out and name them.

    Raises
    ------
    ValidationError
        Code 221: names of no indicator or of several, units that can't be converted. Code 260:
        options of no indicator, profiles that aren't twelve shares, parents or mergers in a circle,
        another `cut_off_day`.

    Examples
    --------
    >>> import sauro
    >>> revenue = sauro.Indicator(id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow")
    >>> log = sauro.IndicatorLog(["1", "1"], ["Tháng 1/2026", "Tháng 2/2026"], [30.0, 25.0])
    >>> sauro.monitor([revenue], log, "2026-03-01").table["cumulated"].tolist()
    [55.0]
    """
    settings = {
        "known_on": None if known_on is None else day_of(known_on, "known_on"),
        "calendar": calendar_or_default(calendar),
        "measures": dict(measures or {}),
        "directions": dict(directions or {}),
        "bounds": {name: tuple(pair) for name, pair in (bounds or {}).items()},
        "profiles": {
            name: [as_float(share) for share in shares] for name, shares in (profiles or {}).items()
        },
        "bands": None if bands is None else [(status, as_float(least)) for status, least in bands],
        "parents": dict(parents or {}),
        "mergers": {
            place: (day_of(since, f"mergers: {place}"), list(places))
            for place, (since, places) in (mergers or {}).items()
        },
        "cut_off_day": cut_off_day,
        "allocations": IndicatorLog.of_values([]) if allocations is None else allocations,
        "on_problem": choice(on_problem, ON_PROBLEM, "on_problem"),
    }
    return monitored((list(indicators), log, day_of(as_of, "as_of"), settings))
