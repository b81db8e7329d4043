"""Lengths of time that rules give."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of, is_day
from sauro._base.pickles import require_version
from sauro.calendar._hours import sessions_of
from sauro.calendar._kept import column_of
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.table._coerce import as_float, day_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from sauro._base.days import Day
    from sauro.table._coerce import Days

# fmt: off
Unit = Literal[
    "minutes", "hours", "working_hours", "days", "working_days", "weeks", "months", "years"
]
# fmt: on

__all__ = ["TimeLimit"]


class TimeLimit:
    """Length of time that a rule gives: 10 working days, half a month, 24 hours.

    Parameters
    ----------
    amount : float or str
        A multiple of a half, from 0 to 100,000; or the words of a rule with their unit:
        "10 ngày làm việc", "08 giờ làm việc", "nửa tháng".
    unit : {"minutes", "hours", "working_hours", "days", "working_days", "weeks", "months", "years"}
        What is counted: hours and minutes by the clock, working hours while the office is open.
    roll : bool
        A last day that isn't worked moves to the next working day (Civil Code 2015, art. 148(5)).
    contiguous : bool
        Months and years follow the calendar; else a month is 30 days and a year 365 (art. 146(1)).

    Examples
    --------
    >>> from datetime import date, datetime
    >>> import sauro
    >>> calendar = sauro.WorkingCalendar.vietnam()
    >>> sauro.TimeLimit(1, "months").due(date(2026, 1, 31), calendar)
    datetime.date(2026, 3, 2)
    >>> sauro.TimeLimit(23, "days").before(date(2026, 3, 15), calendar)
    datetime.date(2026, 2, 20)
    >>> sauro.TimeLimit("08 giờ làm việc").due(datetime(2026, 3, 6, 15, 0), calendar)
    datetime.datetime(2026, 3, 9, 15, 30)
    """

    __slots__ = ("_core", "contiguous", "roll", "unit")

    @overload
    def __init__(
        self, amount: str, unit: None = None, *, roll: bool = True, contiguous: bool = True
    ) -> None: ...
    @overload
    def __init__(
        self, amount: float, unit: Unit, *, roll: bool = True, contiguous: bool = True
    ) -> None: ...
    def __init__(
        self,
        amount: float | str,
        unit: Unit | None = None,
        *,
        roll: bool = True,
        contiguous: bool = True,
    ) -> None:
        if isinstance(amount, str):
            if unit is not None:
                raise TypeError("a limit in words names its unit itself")
            amount, unit = limit_in_words(amount)
        elif unit is None:
            raise TypeError("unit has to be given, or amount as words: '10 ngày làm việc'")
        self._core = _core.TimeLimit(as_float(amount), unit, roll, contiguous)
        self.unit, self.roll, self.contiguous = unit, roll, contiguous

    @property
    def amount(self) -> float:
        """How many units."""
        return self._core.amount

    @overload
    def due(
        self,
        start: datetime.datetime,
        calendar: WorkingCalendar | None = None,
        *,
        hours: str | Sequence[tuple[str, str]] = "office",
        on_problem: OnProblem = "raise",
    ) -> datetime.datetime: ...
    @overload
    def due(
        self,
        start: datetime.date | np.datetime64 | str,
        calendar: WorkingCalendar | None = None,
        *,
        on_problem: OnProblem = "raise",
    ) -> datetime.date: ...
    @overload
    def due(
        self,
        start: Days,
        calendar: WorkingCalendar | None = None,
        *,
        on_problem: OnProblem = "raise",
    ) -> npt.NDArray[np.datetime64]: ...
    def due(
        self,
        start: Any,
        calendar: WorkingCalendar | None = None,
        *,
        hours: str | Sequence[tuple[str, str]] = "office",
        on_problem: OnProblem = "raise",
    ) -> datetime.date | npt.NDArray[np.datetime64]:
        """Last day of the limit; the first day isn't counted (Civil Code 2015, art. 147).

        A day gives a ``datetime.date``, a ``datetime.datetime`` the moment (24:00 of a day is
        given as 23:59:59.999999 of it), a column of dates an array. The calendar is the civil
        service's by default; `hours` are the sessions of an office, or its kind (see
        :func:`working_hours`), for limits in working hours. With ``on_problem="keep"`` a warning
        names and counts the rows that have no last day.
        """
        working = calendar_or_default(calendar)
        if isinstance(start, datetime.datetime) and start == start:  # not pandas' NaT
            return self._due_moment(start, working, sessions_of(hours))
        if is_day(start):
            return self._core.due(day_of(start, "start"), working._core)
        choice(on_problem, ON_PROBLEM, "on_problem")
        days = day_numbers(start, "start")
        due = partial(self._core.due_column, days.reshape(-1), working._core)
        flat = column_of(due, on_problem)
        return flat.view("datetime64[D]").reshape(days.shape)

    def before(self, event: Day, calendar: WorkingCalendar | None = None) -> datetime.date:
        """Day that lies this long before an event, never rolled."""
        working = calendar_or_default(calendar)
        return self._core.before(day_of(event, "event"), working._core)

    def cut(
        self, percent: float, rounding: Literal["up", "down", "nearest", "half"] = "half"
    ) -> TimeLimit:
        """Cut the limit by a percentage of its length ("cắt giảm 30%").

        Parameters
        ----------
        percent : float
            From 0 to 100.
        rounding : {"up", "down", "nearest", "half"}
            To whole units, or to the nearest half unit.
        """
        choice(rounding, ("up", "down", "nearest", "half"), "rounding")
        amount = self._core.cut(percent, rounding)
        return TimeLimit(amount, self.unit, roll=self.roll, contiguous=self.contiguous)

    def _due_moment(
        self,
        start: datetime.datetime,
        calendar: WorkingCalendar,
        sessions: list[tuple[int, int]],
    ) -> datetime.datetime:
        if start.tzinfo is not None:
            raise TypeError("a moment with a time zone; give local time without one")
        minute = start.hour * 60 + start.minute
        day, at = self._core.due_moment(start.date(), minute, calendar._core, sessions)
        end = moment_at(day, at)
        if at == 24 * 60 or self.unit == "working_hours":  # whole minutes of the office's day
            return end
        return end + datetime.timedelta(seconds=start.second, microseconds=start.microsecond)

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


WITHIN_DAY = ("minutes", "hours", "working_hours")
"""Units of limits that end at a minute, not with a day."""


def moment_at(day: datetime.date, minute: int) -> datetime.datetime:
    """Minute of a day; 24:00 is its last microsecond."""
    if minute == 24 * 60:
        return datetime.datetime.combine(day, datetime.time.max)
    return datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minute)


def limit_of(limit: TimeLimit | str) -> TimeLimit:
    """Limit as it is, or read from its words."""
    return TimeLimit(limit) if isinstance(limit, str) else limit


def limit_in_words(text: str) -> tuple[float, Unit]:
    """Amount and unit of the words of a limit."""
    amount, unit = _core.parse_time_limit(text)
    return amount, cast("Unit", unit)


def _make_limit(version: int, amount: float, unit: Unit, roll: bool, contiguous: bool) -> TimeLimit:
    require_version("TimeLimit", version, 1)
    return TimeLimit(amount, unit, roll=roll, contiguous=contiguous)


TimeLimit.__module__ = "sauro"
