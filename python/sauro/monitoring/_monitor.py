"""Where indicators stand on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import Problem
from sauro._base.pickles import require_version
from sauro._core import Contradiction, Indicator, PlaceContribution, Remark, Standing
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.monitoring._sentences import STATUS_WORDS, estimate_sentence, sentence
from sauro.table._blocks import block
from sauro.table._coerce import as_float
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day
    from sauro.indicators._log import IndicatorLog

__all__ = ["Monitor", "monitor"]


class Monitor:
    """Where indicators stand on a day; made by `monitor`.

    Examples
    --------
    >>> import sauro
    >>> target = sauro.IndicatorTarget(
    ...     horizon="2026", text="≥ 500", targets=sauro.parse_target("≥ 500")
    ... )
    >>> revenue = sauro.Indicator(
    ...     id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow", targets=[target]
    ... )
    >>> log = sauro.IndicatorLog(["1"], ["9 tháng năm 2026"], [412.5])
    >>> seen = sauro.monitor([revenue], log, as_of="2026-09-30")
    >>> seen
    Monitor(2026-09-30: on_way 1)
    >>> seen.standings[0].percent, seen.standings[0].way
    (82.5, 'working_days')
    """

    __slots__ = ("_core", "_made")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, core: _core.Monitor, made: tuple[Any, ...]) -> None:
        self._core = core
        self._made = made

    @property
    def as_of(self) -> date:
        """The day."""
        return self._core.as_of

    @property
    def standings(self) -> list[Standing]:
        """Where each indicator stands at each place, in the order of the plan."""
        return self._core.standings

    @property
    def contradictions(self) -> list[Contradiction]:
        """Figures that can't all be right."""
        return self._core.contradictions

    @property
    def contributions(self) -> list[PlaceContribution]:
        """What each place is of the flows of those together that `parents` gives."""
        return self._core.contributions

    @property
    def remarks(self) -> list[Remark]:
        """What was guessed of the indicators: measures, directions, targets that can't be read."""
        return self._core.remarks

    @property
    def problems(self) -> list[Problem]:
        """What was left out of the log with ``on_problem="keep"``."""
        return self._core.problems

    @property
    def table(self) -> Table:
        """A row an indicator and place; see `Standing` for the columns."""
        return Table(self._core.table)

    @property
    def sentences(self) -> list[str]:
        """Say of each in Vietnamese where it stands, with numbers rounded as reports do.

        Examples
        --------
        >>> import sauro
        >>> one = sauro.Indicator(id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow")
        >>> log = sauro.IndicatorLog(["1", "1"], ["9 tháng năm 2026", "9 tháng/2025"], [412.5, 388])
        >>> sauro.monitor([one], log, "2026-09-30").sentences[0]
        'Thu ngân sách 9 tháng năm 2026 đạt 412,5 tỷ đồng, tăng 6,3 % so với cùng kỳ năm trước.'
        """
        return [sentence(one) for one in self.standings]

    @property
    def estimates(self) -> list[str]:
        """Say of each flow what its year will bring, and if what; see `Standing.estimate`.

        Examples
        --------
        >>> import sauro
        >>> one = sauro.Indicator(id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow")
        >>> periods = ["6 tháng/2025", "Năm 2025", "6 tháng/2026"]
        >>> log = sauro.IndicatorLog(["1"] * 3, periods, [200, 500, 240])
        >>> sauro.monitor([one], log, "2026-06-30").estimates[0]
        'Thu ngân sách cả năm 2026 ước 600 tỷ đồng, nếu các tháng còn lại theo tỷ trọng năm trước.'
        """
        return [text for text in map(estimate_sentence, self.standings) if text]

    @property
    def months(self) -> list[Monitor]:
        """The same at the end of each month of the year until the day, and on it.

        Examples
        --------
        >>> import sauro
        >>> revenue = sauro.Indicator(id="1", name="Thu", unit="tỷ đồng", measure="flow")
        >>> log = sauro.IndicatorLog(["1", "1"], ["T1/2026", "T2/2026"], [30, 25])
        >>> seen = sauro.monitor([revenue], log, "2026-02-28")
        >>> [one.standings[0].cumulated for one in seen.months]
        [30.0, 55.0]
        """
        firsts = [self.as_of.replace(month=at, day=1) for at in range(2, self.as_of.month + 1)]
        ends = [first - timedelta(days=1) for first in firsts]
        indicators, log, _, *rest = self._made
        return [*(_monitored((indicators, log, end, *rest)) for end in ends), self]

    @property
    def counts(self) -> dict[str, int]:
        """How many have each status."""
        found = Counter(one.status for one in self.standings)
        return {status: found[status] for status in STATUS_WORDS}

    def __len__(self) -> int:
        return len(self.standings)

    def __repr__(self) -> str:
        counts = ", ".join(f"{status} {n}" for status, n in self.counts.items() if n)
        return f"Monitor({self.as_of}: {counts})"

    def _repr_html_(self) -> str:
        facts = {STATUS_WORDS[status]: n for status, n in self.counts.items() if n}
        return block(f"Chỉ tiêu đến {self.as_of:%d/%m/%Y}", facts, self.table._repr_html_())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Monitor):
            return NotImplemented
        return (self.as_of, self.standings, self.contradictions, self.remarks) == (
            other.as_of, other.standings, other.contradictions, other.remarks
        )  # fmt: skip

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (2, self._made)


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
    on_problem : {"raise", "keep"}
        Refuse a log with values of no indicator of the plan, or leave them out and name them.

    Raises
    ------
    ValidationError
        Code 221: names of no indicator or of several, units that can't be converted. Code 260:
        options of no indicator, profiles that aren't twelve shares, parents or mergers in a circle.

    Examples
    --------
    >>> import sauro
    >>> revenue = sauro.Indicator(id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow")
    >>> log = sauro.IndicatorLog(["1", "1"], ["Tháng 1/2026", "Tháng 2/2026"], [30.0, 25.0])
    >>> sauro.monitor([revenue], log, "2026-03-01").table["cumulated"].tolist()
    [55.0]
    """
    made = (
        list(indicators),
        log,
        day_of(as_of, "as_of"),
        None if known_on is None else day_of(known_on, "known_on"),
        calendar_or_default(calendar),
        dict(measures or {}),
        dict(directions or {}),
        {name: tuple(pair) for name, pair in (bounds or {}).items()},
        {name: [as_float(share) for share in shares] for name, shares in (profiles or {}).items()},
        None if bands is None else [(status, as_float(least)) for status, least in bands],
        dict(parents or {}),
        {
            place: (day_of(since, f"mergers: {place}"), list(places))
            for place, (since, places) in (mergers or {}).items()
        },
        choice(on_problem, ON_PROBLEM, "on_problem"),
    )
    return _monitored(made)


def _monitored(made: tuple[Any, ...]) -> Monitor:
    indicators, log, day, known_on, calendar, measures, directions, bounds, *rest = made
    profiles, bands, parents, mergers, on_problem = rest
    options = _core.MonitorOptions(
        as_of=day,
        known_on=known_on,
        calendar=calendar._core,
        measures=measures,
        directions=directions,
        bounds=bounds,
        profiles=profiles,
        bands=bands,
        parents=parents,
        mergers=mergers,
        on_problem=on_problem,
    )
    return Monitor(_core.monitor(indicators, log._core, options), made)


def _restored(version: int, made: tuple[Any, ...]) -> Monitor:
    require_version("Monitor", version, 2)
    return _monitored(made)


Monitor.__module__ = "sauro"
