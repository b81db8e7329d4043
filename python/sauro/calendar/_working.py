"""Working calendars."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, overload

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of, is_day
from sauro.calendar._definitions import Decisions, Weekday, decisions_text, named_days, week_of
from sauro.calendar._kept import column_of
from sauro.table._blocks import block
from sauro.table._coerce import broadcast, day_numbers, integers
from sauro.table._table import Table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    import numpy as np
    import numpy.typing as npt

    from sauro._base.days import Day
    from sauro.calendar._definitions import DayNames
    from sauro.table._coerce import Days, Numbers

    _Dates = npt.NDArray[np.datetime64]

__all__ = ["CoreCalendar", "WorkingCalendar", "calendar_or_default"]

CoreCalendar = _core.WorkingCalendar


class WorkingCalendar:
    """Which days are worked, in constant time for any day; a value that never changes.

    Make one with :meth:`vietnam` or :meth:`custom`. The verbs take a day (a date, a datetime, a
    Timestamp, a ``datetime64`` or a text) and give a ``datetime.date``, or take a column of dates
    (``datetime64``, a pandas Series, a list) and give an array; ``NaT`` and days outside the
    calendar are errors that name the rows, or with ``on_problem="keep"`` missing values, which a
    warning names and counts.

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
        kind: Literal["civil_service", "statutory"] = "civil_service",
        *,
        known_on: Day | None = None,
        decisions: Decisions | None = None,
        weekend: Iterable[Weekday] = ("saturday", "sunday"),
        mornings: Iterable[Weekday] = (),
        first_year: int = 2021,
        last_year: int = 2199,
    ) -> WorkingCalendar:
        """Calendar of Viet Nam: the decision of each year, else days computed from the law.

        Parameters
        ----------
        kind : {"civil_service", "statutory"}
            With swapped days (they bind offices of the State), or without.
        known_on : date, datetime, datetime64 or text, optional
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
        text = decisions_text(decisions)
        week = week_of(weekend, mornings)
        known = None if known_on is None else day_of(known_on, "known_on")
        return cls._make("vietnam", (kind, known, text, week, first_year, last_year))

    @classmethod
    def custom(
        cls,
        first_year: int,
        last_year: int,
        *,
        weekend: Iterable[Weekday] = ("saturday", "sunday"),
        mornings: Iterable[Weekday] = (),
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
        days = [(day, "holiday", name) for day, name in named_days(days_off)]
        days += [(day, "worked", name) for day, name in named_days(worked)]
        return cls._make("custom", (first_year, last_year, week_of(weekend, mornings), days))

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

    @overload
    def is_working(self, date: Day) -> bool: ...
    @overload
    def is_working(self, date: Days) -> npt.NDArray[np.bool_]: ...
    def is_working(self, date: Day | Days) -> bool | npt.NDArray[np.bool_]:
        """Whether a day is worked; for a column an array of bool."""
        if is_day(date):
            return self._core.is_working(day_of(date, "date"))
        days = day_numbers(date, "date")
        return self._core.is_working_column(days.reshape(-1)).reshape(days.shape)

    @overload
    def next(self, date: Day, *, on_problem: OnProblem = "raise") -> datetime.date: ...
    @overload
    def next(self, date: Days, *, on_problem: OnProblem = "raise") -> _Dates: ...
    def next(self, date: Day | Days, *, on_problem: OnProblem = "raise") -> datetime.date | _Dates:
        """First working day after a date."""
        return self.add(date, 1, on_problem=on_problem)

    @overload
    def previous(self, date: Day, *, on_problem: OnProblem = "raise") -> datetime.date: ...
    @overload
    def previous(self, date: Days, *, on_problem: OnProblem = "raise") -> _Dates: ...
    def previous(
        self, date: Day | Days, *, on_problem: OnProblem = "raise"
    ) -> datetime.date | _Dates:
        """Last working day before a date."""
        return self.add(date, -1, on_problem=on_problem)

    @overload
    def on_or_after(self, date: Day, *, on_problem: OnProblem = "raise") -> datetime.date: ...
    @overload
    def on_or_after(self, date: Days, *, on_problem: OnProblem = "raise") -> _Dates: ...
    def on_or_after(
        self, date: Day | Days, *, on_problem: OnProblem = "raise"
    ) -> datetime.date | _Dates:
        """Give the date where it is worked, else the next working day (Civil Code, art. 148(5))."""
        return self._roll(date, False, on_problem)

    @overload
    def on_or_before(self, date: Day, *, on_problem: OnProblem = "raise") -> datetime.date: ...
    @overload
    def on_or_before(self, date: Days, *, on_problem: OnProblem = "raise") -> _Dates: ...
    def on_or_before(
        self, date: Day | Days, *, on_problem: OnProblem = "raise"
    ) -> datetime.date | _Dates:
        """Give the date where it is worked, else the last working day before."""
        return self._roll(date, True, on_problem)

    @overload
    def add(
        self, date: Day, working_days: int | np.integer[Any], *, on_problem: OnProblem = "raise"
    ) -> datetime.date: ...
    @overload
    def add(
        self,
        date: Days,
        working_days: int | np.integer[Any] | Numbers,
        *,
        on_problem: OnProblem = "raise",
    ) -> _Dates: ...
    @overload
    def add(
        self, date: Day, working_days: Numbers, *, on_problem: OnProblem = "raise"
    ) -> _Dates: ...
    def add(
        self,
        date: Day | Days,
        working_days: int | np.integer[Any] | Numbers,
        *,
        on_problem: OnProblem = "raise",
    ) -> datetime.date | _Dates:
        """N-th working day after a date, or before it where n is negative; the date itself for 0.

        The first day isn't counted (Civil Code 2015, art. 147). Dates and numbers are broadcast
        as NumPy does.
        """
        choice(on_problem, ON_PROBLEM, "on_problem")
        if is_day(date) and not _is_column(working_days):
            if not isinstance(working_days, int):
                working_days = int(integers(working_days, "working_days").item())
            return self._core.add(day_of(date, "date"), working_days)
        function = partial(column_of, self._core.add_column, on_problem)
        flat, shape = broadcast(
            function, _numbers_of(date, "date"), integers(working_days, "working_days")
        )
        return flat.view("datetime64[D]").reshape(shape)

    @overload
    def count(self, start: Day, end: Day, *, on_problem: OnProblem = "raise") -> int: ...
    @overload
    def count(
        self, start: Days, end: Day | Days, *, on_problem: OnProblem = "raise"
    ) -> npt.NDArray[np.int64] | npt.NDArray[np.float64]: ...
    @overload
    def count(
        self, start: Day, end: Days, *, on_problem: OnProblem = "raise"
    ) -> npt.NDArray[np.int64] | npt.NDArray[np.float64]: ...
    def count(
        self, start: Day | Days, end: Day | Days, *, on_problem: OnProblem = "raise"
    ) -> int | npt.NDArray[np.int64] | npt.NDArray[np.float64]:
        """Count the working days d with start < d <= end; negative where the end comes first.

        Columns give int64, or float64 with NaN where ``on_problem="keep"``.
        """
        choice(on_problem, ON_PROBLEM, "on_problem")
        if is_day(start) and is_day(end):
            return self._core.count(day_of(start, "start"), day_of(end, "end"))
        function = partial(column_of, self._core.count_column, on_problem)
        flat, shape = broadcast(function, _numbers_of(start, "start"), _numbers_of(end, "end"))
        if on_problem == "raise":
            return flat.reshape(shape)
        gone = flat.view("datetime64[D]") != flat.view("datetime64[D]")
        out = flat.astype("float64")
        out[gone] = float("nan")
        return out.reshape(shape)

    def is_projected(self, year: int) -> bool:
        """Tell whether no decision on the holidays of a year was known.

        Its days off are those of the law then; a decision may still swap days or move Tết.
        """
        return self._core.is_projected(year)

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

    def _repr_html_(self) -> str:
        maker, arguments = self._made_by
        known = arguments[1] if maker == "vietnam" else None
        facts = {
            "Những ngày": f"{self.first:%d/%m/%Y} – {self.last:%d/%m/%Y}",
            "Biết đến ngày": f"{known:%d/%m/%Y}" if known else "",
        }
        return block(repr(self), facts)

    def __repr__(self) -> str:
        maker, arguments = self._made_by
        if maker == "custom":
            return f"WorkingCalendar.custom({self.first.year}, {self.last.year})"
        known = f", known_on={arguments[1]}" if arguments[1] else ""
        return f"WorkingCalendar.vietnam({arguments[0]!r}{known})"

    def _roll(self, date: Day | Days, back: bool, on_problem: str) -> datetime.date | _Dates:
        choice(on_problem, ON_PROBLEM, "on_problem")
        if is_day(date):
            day = day_of(date, "date")
            return self._core.on_or_before(day) if back else self._core.on_or_after(day)
        days = day_numbers(date, "date")
        roll = partial(self._core.roll_column, days.reshape(-1), back)
        flat = column_of(roll, on_problem)
        return flat.view("datetime64[D]").reshape(days.shape)


def calendar_or_default(calendar: WorkingCalendar | None) -> WorkingCalendar:
    """Give the calendar, or the civil service's where there is none."""
    return calendar if calendar is not None else WorkingCalendar.vietnam()


def _is_column(values: object) -> bool:
    return hasattr(values, "__len__") and getattr(values, "shape", None) != ()


def _numbers_of(date: Any, name: str) -> npt.NDArray[np.int64]:
    return day_numbers(day_of(date, name) if is_day(date) else date, name)


WorkingCalendar.__module__ = "sauro"
