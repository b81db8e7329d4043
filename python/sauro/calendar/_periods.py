"""Spans of days, and reports that cover them."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sauro import _core
from sauro._base.choice import choice
from sauro._base.days import day_of
from sauro._base.errors import Error, error, say
from sauro.calendar._working import WorkingCalendar, calendar_or_default

if TYPE_CHECKING:
    from sauro._base.days import Day

ReportKind = Literal["month", "quarter", "half_year", "nine_months", "year"]

__all__ = ["Period", "ReportingPeriod"]


class _Days(NamedTuple):
    first: datetime.date
    last: datetime.date


class Period(_Days):
    """Span of days, both ends included.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> sauro.Period.quarter(2026, 1)
    Period(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 3, 31))
    >>> sauro.Period.year(2026).contains(date(2026, 12, 31))
    True
    """

    __slots__ = ()

    def __new__(cls, first: Day, last: Day) -> Period:
        first, last = day_of(first, "first"), day_of(last, "last")
        if last < first:
            text = say("kỳ kết thúc trước khi bắt đầu", "the period ends before it begins")
            raise error(Error, 204, f"{first}..{last}", [text])
        return super().__new__(cls, first, last)

    @classmethod
    def year(cls, year: int) -> Period:
        """1 January to 31 December."""
        return cls(*_core.period("year", year, 1))

    @classmethod
    def half_year(cls, year: int, half: int) -> Period:
        """First or second half of a year."""
        return cls(*_core.period("half_year", year, half))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Quarter of the calendar, 1 to 4."""
        return cls(*_core.period("quarter", year, quarter))

    @classmethod
    def nine_months(cls, year: int) -> Period:
        """1 January to 30 September."""
        return cls(*_core.period("nine_months", year, 1))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Month, 1 to 12."""
        return cls(*_core.period("month", year, month))

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        """Week of ISO 8601, Monday to Sunday."""
        return cls(*_core.period("week", year, week))

    @property
    def days(self) -> int:
        """Number of its days, at least 1."""
        return (self.last - self.first).days + 1

    def contains(self, date: Day) -> bool:
        """Whether a day lies in it."""
        return self.first <= day_of(date, "date") <= self.last


class ReportingPeriod:
    """One periodic report of a year: what it covers and when it is due.

    The default is Nghị định 09/2019/NĐ-CP: data from the 15th to the 14th, due on the 25th of the
    last month.

    Parameters
    ----------
    kind : {"month", "quarter", "half_year", "nine_months", "year"}
        What it covers.
    year, number : int
        Which one of the year, from 1.
    cut_off_day : int
        Last day of the data in the period's last month; 0 for the end of the month.
    due_day, due_months_after : int
        Day on which it is due, that many months after the period's last month.
    due_working_days : int, optional
        Due so many working days after the cut-off instead.
    cumulative : bool
        Figures run from the beginning of the year.
    roll : {"forward", "backward", "none"}
        Where a due day that isn't worked moves; the decree doesn't say.

    Examples
    --------
    >>> import sauro
    >>> report = sauro.ReportingPeriod("quarter", 2026, 1)
    >>> report.start, report.cut_off
    (datetime.date(2025, 12, 15), datetime.date(2026, 3, 14))
    >>> report.due(sauro.WorkingCalendar.vietnam())
    datetime.date(2026, 3, 25)
    >>> sauro.ReportingPeriod("quarter", 2026, 1, cut_off_day=0, due_day=10, due_months_after=1)
    ReportingPeriod('Quý I/2026', 2026-01-01..2026-03-31)
    """

    __slots__ = ("_core", "_rule", "kind", "number", "year")

    kind: ReportKind
    year: int
    number: int

    def __init__(
        self,
        kind: ReportKind,
        year: int,
        number: int = 1,
        *,
        cut_off_day: int = 14,
        due_day: int = 25,
        due_months_after: int = 0,
        due_working_days: int | None = None,
        cumulative: bool = False,
        roll: Literal["forward", "backward", "none"] = "forward",
    ) -> None:
        choice(roll, ("forward", "backward", "none"), "roll")
        rule: dict[str, Any] = {
            "cut_off_day": cut_off_day,
            "due_day": due_day,
            "due_months_after": due_months_after,
            "due_working_days": due_working_days,
            "cumulative": cumulative,
            "roll": roll,
        }
        self.kind, self.year, self.number = kind, year, number
        self._rule = rule
        self._core = _core.ReportingPeriod(kind, year, number, _core.ReportingRule(**rule))

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(ReportingPeriod, **self._rule), (self.kind, self.year, self.number)

    @property
    def start(self) -> datetime.date:
        """First day of the data."""
        return self._core.start

    @property
    def cut_off(self) -> datetime.date:
        """Last day of the data."""
        return self._core.cut_off

    @property
    def label(self) -> str:
        """Name in Vietnamese: ``Quý I/2026``."""
        return self._core.label

    @classmethod
    def of_year(cls, kind: ReportKind, year: int, **rule: Any) -> list[ReportingPeriod]:
        """All reports of one kind in a year; they partition it."""
        count = {"month": 12, "quarter": 4, "half_year": 2}.get(kind, 1)
        return [cls(kind, year, number, **rule) for number in range(1, count + 1)]

    def due(self, calendar: WorkingCalendar | None = None) -> datetime.date:
        """Last day for sending the report, by the civil service's calendar or another one."""
        return self._core.due(calendar_or_default(calendar)._core)

    def _key(self) -> tuple[Any, ...]:
        return self.kind, self.year, self.number, *self._rule.values()

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, ReportingPeriod) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"ReportingPeriod({self.label!r}, {self.start}..{self.cut_off})"


for _class in (Period, ReportingPeriod):
    _class.__module__ = "sauro"
