"""Where indicators stand on a day: what `monitor` gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from sauro import _core
from sauro._base.errors import Problem
from sauro._base.pickles import require_version
from sauro._core import Allocation, Contradiction, PlaceContribution, Remark, Standing
from sauro.monitoring._inputs import inputs_of
from sauro.monitoring._sentences import (
    STATUS_WORDS,
    end_of_month,
    estimate_sentence,
    month_of,
    sentence,
)
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["Monitor", "monitored"]


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
    def allocations(self) -> list[Allocation]:
        """Whether the targets that places were given reach those of their whole."""
        return self._core.allocations

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
        indicators, log, as_of, settings = self._made
        year, month = month_of(as_of, self.cut_off_day)
        ends = [end_of_month(year, at, self.cut_off_day) for at in range(1, month)]
        return [*(monitored((indicators, log, end, settings)) for end in ends), self]

    @property
    def parents(self) -> dict[str, str]:
        """The place that each place is a part of."""
        return dict(self._made[3]["parents"])

    @property
    def cut_off_day(self) -> int:
        """The last day of the months that figures are of; 0 for the calendar's."""
        cut_off: int = self._made[3]["cut_off_day"]
        return cut_off

    def inputs(self, names: Mapping[str, str | tuple[str, str]]) -> Table:
        """Give what a framework is scored on: a row a place, a column a variable.

        Parameters
        ----------
        names : mapping of id to variable, or to (variable, unit)
            Which variable each indicator is. A unit converts it: ``%`` of a ratio is a number up
            to 100, ``share`` one up to 1.

        Raises
        ------
        ValidationError
            Code 260: ids that no indicator has, a variable that is named twice. Code 208: units
            that can't be converted.

        Examples
        --------
        >>> import sauro
        >>> one = sauro.Indicator(id="1", name="Tỷ lệ hồ sơ đúng hạn", unit="%", measure="ratio")
        >>> log = sauro.IndicatorLog(["1", "1"], ["2026", "2026"], [98.5, None], ["Xã A", "Xã B"])
        >>> seen = sauro.monitor([one], log, "2026-12-31")
        >>> dict(seen.inputs({"1": ("dung_han", "share")}))["dung_han"].tolist()
        [0.985]
        """
        return inputs_of(self.standings, names)

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
        return _restored, (3, self._made)


def monitored(made: tuple[Any, ...]) -> Monitor:
    """Monitor what was made of the arguments: indicators, log, day, and options by name."""
    indicators, log, day, settings = made
    options = _core.MonitorOptions(
        as_of=day,
        **settings
        | {
            "calendar": settings["calendar"]._core,
            "allocations": settings["allocations"]._core,
        },
    )
    return Monitor(_core.monitor(indicators, log._core, options), made)


def _restored(version: int, made: tuple[Any, ...]) -> Monitor:
    require_version("Monitor", version, 3)
    return monitored(made)


Monitor.__module__ = "sauro"
