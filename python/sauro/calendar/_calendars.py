"""Working calendars, time limits and reporting periods."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import Error, error
from sauro.table._coerce import broadcast, day_numbers, integers, is_single
from sauro.table._table import Table

if TYPE_CHECKING:
    pass


__all__ = [
    "LunarDate",
    "Period",
    "ReportingPeriod",
    "TimeLimit",
    "WorkingCalendar",
    "from_lunar",
    "to_lunar",
]

Decisions = str | os.PathLike[str] | Mapping[str, Any] | Iterable[Mapping[str, Any]]
DayNames = Mapping[datetime.date, str] | Iterable[datetime.date]

CoreCalendar = _core.WorkingCalendar

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_INVALID = ("raise", "missing")


class WorkingCalendar:
    """Which days are worked, in constant time for any day; a value that never changes.

    Make one with :meth:`vietnam` or :meth:`custom`. The verbs take a ``datetime.date`` and give
    one, or take a column of dates (``datetime64``, a pandas Series, a list) and give an array;
    ``NaT`` and days outside the calendar are errors that name the rows, or with
    ``invalid="missing"`` missing values.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> calendar = sauro.WorkingCalendar.vietnam()
    >>> calendar.add(date(2026, 2, 13), 1)
    datetime.date(2026, 2, 23)
    >>> calendar.count(date(2026, 2, 13), date(2026, 2, 28))
    5
    >>> calendar.add(["2026-01-09", "2026-04-29"], [2, 1])
    array(['2026-01-12', '2026-05-04'], dtype='datetime64[D]')
    """

    __slots__ = ("_core", "_made_by")

    _core: CoreCalendar
    _made_by: tuple[str, tuple[Any, ...]]

    def __init__(self) -> None:
        raise TypeError("make a calendar with WorkingCalendar.vietnam() or .custom(...)")

    @classmethod
    def vietnam(
        cls,
        kind: str = "civil_service",
        *,
        known_on: datetime.date | None = None,
        decisions: Decisions | None = None,
        weekend: Iterable[str] = ("saturday", "sunday"),
        mornings: Iterable[str] = (),
        first_year: int = 2021,
        last_year: int = 2199,
    ) -> WorkingCalendar:
        """Calendar of Viet Nam: the decision of each year, else days computed from the law.

        Parameters
        ----------
        kind : {"civil_service", "statutory"}
            With swapped days (they bind offices of the State), or without.
        known_on : datetime.date, optional
            Only what had been decided up to this day, so that a promised date can be computed again
            as it was promised.
        decisions : path, mapping or list of mappings, optional
            Decisions to add, as a JSON file ``{"decisions": [...]}`` or its content; one with the
            number of a built-in decision replaces it.
        weekend, mornings : names of weekdays
            Days of rest, and days worked in the morning only.
        first_year, last_year : int
            Years covered. Before 2021 each year needs a decision that settles ``"year"``.

        Raises
        ------
        ValidationError
            A file with wrong members, or days that are both worked and off; all are named.
        """
        choice(kind, ("civil_service", "statutory"), "kind")
        text = _decisions_text(decisions)
        week = _week(weekend, mornings)
        swaps = kind == "civil_service"
        return cls._make("vietnam", (swaps, known_on, text, week, first_year, last_year))

    @classmethod
    def custom(
        cls,
        first_year: int,
        last_year: int,
        *,
        weekend: Iterable[str] = ("saturday", "sunday"),
        mornings: Iterable[str] = (),
        days_off: DayNames = (),
        worked: DayNames = (),
    ) -> WorkingCalendar:
        """Calendar of one's own days only.

        Parameters
        ----------
        first_year, last_year : int
            Years covered, from 1900 to 2199.
        weekend, mornings : names of weekdays
            Days of rest, and days worked in the morning only.
        days_off, worked : dates, or mapping of dates to names
            Days off beside the weekend, and days of rest that are worked.
        """
        days = [(day, "holiday", name) for day, name in _named(days_off)]
        days += [(day, "worked", name) for day, name in _named(worked)]
        return cls._make("custom", (first_year, last_year, _week(weekend, mornings), days))

    @classmethod
    def _make(cls, maker: str, arguments: tuple[Any, ...]) -> WorkingCalendar:
        self = object.__new__(cls)
        self._core = getattr(CoreCalendar, maker)(*arguments)
        self._made_by = (maker, arguments)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return WorkingCalendar._make, self._made_by

    @property
    def first(self) -> datetime.date:
        """First day covered."""
        return self._core.first

    @property
    def last(self) -> datetime.date:
        """Last day covered."""
        return self._core.last

    def is_working(self, date: Any) -> Any:
        """Whether a day is worked; for a column an array of bool."""
        if is_single(date):
            return self._core.is_working(date)
        days = day_numbers(date, "date")
        return self._core.is_working_column(days.reshape(-1)).reshape(days.shape)[()]

    def next(self, date: Any, *, invalid: str = "raise") -> Any:
        """First working day after a date."""
        return self.add(date, 1, invalid=invalid)

    def previous(self, date: Any, *, invalid: str = "raise") -> Any:
        """Last working day before a date."""
        return self.add(date, -1, invalid=invalid)

    def on_or_after(self, date: Any, *, invalid: str = "raise") -> Any:
        """Give the date where it is worked, else the next working day (Civil Code, art. 148(5))."""
        return self._roll(date, False, invalid)

    def on_or_before(self, date: Any, *, invalid: str = "raise") -> Any:
        """Give the date where it is worked, else the last working day before."""
        return self._roll(date, True, invalid)

    def add(self, date: Any, working_days: Any, *, invalid: str = "raise") -> Any:
        """N-th working day after a date, or before it where n is negative; the date itself for 0.

        The first day isn't counted (Civil Code 2015, art. 147). Dates and numbers are broadcast
        as NumPy does.
        """
        missing = choice(invalid, _INVALID, "invalid") == 1
        if is_single(date) and isinstance(working_days, int):
            return self._core.add(date, working_days)
        function = partial(_call, self._core.add_column, missing)
        flat, shape = broadcast(
            function, day_numbers(date, "date"), integers(working_days, "working_days")
        )
        return flat.view("datetime64[D]").reshape(shape)[()]

    def count(self, start: Any, end: Any, *, invalid: str = "raise") -> Any:
        """Count the working days d with start < d <= end; negative where the end comes first.

        Columns give int64, or float64 with NaN where ``invalid="missing"``.
        """
        missing = choice(invalid, _INVALID, "invalid") == 1
        if is_single(start) and is_single(end):
            return self._core.count(start, end)
        function = partial(_call, self._core.count_column, missing)
        flat, shape = broadcast(function, day_numbers(start, "start"), day_numbers(end, "end"))
        if not missing:
            return flat.reshape(shape)[()]
        gone = flat.view("datetime64[D]") != flat.view("datetime64[D]")
        out = flat.astype("float64")
        out[gone] = float("nan")
        return out.reshape(shape)[()]

    def days_off(self, year: int) -> Table:
        """Days of a year that differ from others of their weekday.

        Returns
        -------
        Table
            ``date``, ``kind`` (holiday, holiday_on_weekend, compensatory, swapped_off, worked),
            ``name``, ``decision`` (number, or law and article), ``projected`` (no decision for the
            year was known).
        """
        return Table(self._core.days_off(year))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WorkingCalendar):
            return NotImplemented
        return self._core.same_days(other._core)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __repr__(self) -> str:
        maker, arguments = self._made_by
        if maker == "custom":
            return f"WorkingCalendar.custom({self.first.year}, {self.last.year})"
        kind = "civil_service" if arguments[0] else "statutory"
        known = f", known_on={arguments[1]}" if arguments[1] else ""
        return f"WorkingCalendar.vietnam({kind!r}{known})"

    def _roll(self, date: Any, back: bool, invalid: str) -> Any:
        missing = choice(invalid, _INVALID, "invalid") == 1
        if is_single(date):
            return self._core.on_or_before(date) if back else self._core.on_or_after(date)
        days = day_numbers(date, "date")
        flat = self._core.roll_column(days.reshape(-1), back, missing)
        return flat.view("datetime64[D]").reshape(days.shape)[()]


class TimeLimit:
    """Length of time that a rule gives: 10 working days, half a month, 24 hours.

    Parameters
    ----------
    amount : float
        A multiple of a half, from 0 to 100,000.
    unit : {"hours", "days", "working_days", "weeks", "months", "years"}
        What is counted.
    roll : bool
        A last day that isn't worked moves to the next working day (Civil Code 2015, art. 148(5)).
    contiguous : bool
        Months and years follow the calendar; else a month is 30 days and a year 365 (art. 146(1)).

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> calendar = sauro.WorkingCalendar.vietnam()
    >>> sauro.TimeLimit(1, "months").due(date(2026, 1, 31), calendar)
    datetime.date(2026, 3, 2)
    >>> sauro.TimeLimit(23, "days").before(date(2026, 3, 15), calendar)
    datetime.date(2026, 2, 20)
    """

    __slots__ = ("_core", "contiguous", "roll", "unit")

    def __init__(
        self, amount: float, unit: str, *, roll: bool = True, contiguous: bool = True
    ) -> None:
        self._core = _core.TimeLimit(float(amount), unit, roll, contiguous)
        self.unit, self.roll, self.contiguous = unit, roll, contiguous

    @property
    def amount(self) -> float:
        """How many units."""
        return self._core.amount

    def due(self, start: Any, calendar: WorkingCalendar, *, invalid: str = "raise") -> Any:
        """Last day of the limit; the first day isn't counted (Civil Code 2015, art. 147).

        A ``datetime.date`` gives a date, a ``datetime.datetime`` the moment (24:00 of a day is
        given as 23:59:59.999999 of it), a column of dates an array.
        """
        if isinstance(start, datetime.datetime):
            return self._due_moment(start, calendar)
        if is_single(start):
            return self._core.due(start, calendar._core)
        missing = choice(invalid, _INVALID, "invalid") == 1
        days = day_numbers(start, "start")
        flat = self._core.due_column(days.reshape(-1), calendar._core, missing)
        return flat.view("datetime64[D]").reshape(days.shape)[()]

    def before(self, event: datetime.date, calendar: WorkingCalendar) -> datetime.date:
        """Day that lies this long before an event, never rolled."""
        return self._core.before(event, calendar._core)

    def cut(self, percent: float, rounding: str = "half") -> TimeLimit:
        """Cut the limit by a percentage of its length ("cắt giảm 30%").

        Parameters
        ----------
        percent : float
            From 0 to 100.
        rounding : {"up", "down", "nearest", "half"}
            To whole units, or to the nearest half unit.
        """
        how = choice(rounding, ("up", "down", "nearest", "half"), "rounding")
        amount = self._core.cut(percent, how)
        return TimeLimit(amount, self.unit, roll=self.roll, contiguous=self.contiguous)

    def _due_moment(self, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
        if start.tzinfo is not None:
            raise TypeError("a moment with a time zone; give local time without one")
        minute = start.hour * 60 + start.minute
        day, at = self._core.due_moment(start.date(), minute, calendar._core)
        midnight = datetime.datetime.combine(day, datetime.time())
        if at == 24 * 60:
            return datetime.datetime.combine(day, datetime.time.max)
        rest = datetime.timedelta(seconds=start.second, microseconds=start.microsecond)
        return midnight + datetime.timedelta(minutes=at) + rest

    def _key(self) -> tuple[Any, ...]:
        return self.amount, self.unit, self.roll, self.contiguous

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, TimeLimit) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[Any, ...]:
        return _make_limit, (1, *self._key())

    def __repr__(self) -> str:
        return f"TimeLimit({self.amount:g}, {self.unit!r})"


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

    def __new__(cls, first: datetime.date, last: datetime.date) -> Period:
        if last < first:
            text = f"the period ends before it begins: {first}..{last}"
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

    def contains(self, date: datetime.date) -> bool:
        """Whether a day lies in it."""
        return self.first <= date <= self.last


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

    __slots__ = ("_rule", "cut_off", "kind", "label", "number", "start", "year")

    kind: str
    year: int
    number: int
    start: datetime.date
    cut_off: datetime.date
    label: str

    def __init__(
        self,
        kind: str,
        year: int,
        number: int = 1,
        *,
        cut_off_day: int = 14,
        due_day: int = 25,
        due_months_after: int = 0,
        due_working_days: int | None = None,
        cumulative: bool = False,
        roll: str = "forward",
    ) -> None:
        direction = choice(roll, ("forward", "backward", "none"), "roll")
        self._rule = (
            cut_off_day, due_day, due_months_after, due_working_days, cumulative, direction,
        )  # fmt: skip
        self.kind, self.year, self.number = kind, year, number
        self.start, self.cut_off, self.label = _core.reporting_period(
            kind, year, number, self._rule
        )

    @classmethod
    def of_year(cls, kind: str, year: int, **rule: Any) -> list[ReportingPeriod]:
        """All reports of one kind in a year; they partition it."""
        count = {"month": 12, "quarter": 4, "half_year": 2}.get(kind, 1)
        return [cls(kind, year, number, **rule) for number in range(1, count + 1)]

    def due(self, calendar: WorkingCalendar) -> datetime.date:
        """Last day for sending the report."""
        return _core.reporting_due(self.kind, self.year, self.number, self._rule, calendar._core)

    def _key(self) -> tuple[Any, ...]:
        return self.kind, self.year, self.number, self._rule

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, ReportingPeriod) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"ReportingPeriod({self.label!r}, {self.start}..{self.cut_off})"


class LunarDate(NamedTuple):
    """Day of the lunar calendar of Viet Nam (UTC+7), lunar years 1900 to 2199."""

    year: int
    month: int
    day: int
    leap_month: bool = False


def to_lunar(date: datetime.date) -> LunarDate:
    """Lunar day of a solar one.

    >>> import datetime, sauro
    >>> sauro.to_lunar(datetime.date(2026, 4, 26))
    LunarDate(year=2026, month=3, day=10, leap_month=False)
    """
    return LunarDate(*_core.to_lunar(date))


def from_lunar(year: int, month: int, day: int, leap_month: bool = False) -> datetime.date:
    """Solar day of a lunar one.

    >>> import sauro
    >>> sauro.from_lunar(2030, 1, 1)
    datetime.date(2030, 2, 2)
    """
    return _core.from_lunar(year, month, day, leap_month)


def _call(function: Callable[..., Any], missing: bool, first: Any, second: Any) -> Any:
    return function(first, second, missing)


def _make_limit(version: int, amount: float, unit: str, roll: bool, contiguous: bool) -> TimeLimit:
    if version != 1:
        raise ValueError(f"a time limit pickled by a later version of sauro ({version})")
    return TimeLimit(amount, unit, roll=roll, contiguous=contiguous)


def _week(weekend: Iterable[str], mornings: Iterable[str]) -> list[int]:
    week = [2] * 7
    for name in mornings:
        week[choice(name, _WEEKDAYS, "mornings")] = 1
    for name in weekend:
        at = choice(name, _WEEKDAYS, "weekend")
        week[at] = 0 if week[at] == 2 else week[at]  # mornings win over the weekend's default
    return week


def _named(days: DayNames) -> list[tuple[datetime.date, str]]:
    if isinstance(days, Mapping):
        return list(days.items())
    return [(day, "") for day in days]


def _decisions_text(decisions: Decisions | None) -> str:
    if decisions is None:
        return ""
    if isinstance(decisions, str | os.PathLike):
        return Path(decisions).read_text(encoding="utf-8")
    if not isinstance(decisions, Mapping):
        decisions = {"decisions": list(decisions)}
    return json.dumps(decisions, ensure_ascii=False, default=str)


for _class in (LunarDate, Period, ReportingPeriod, TimeLimit, WorkingCalendar):
    _class.__module__ = "sauro"
