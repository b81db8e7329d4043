"""The lunar calendar of Viet Nam."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from sauro import _core
from sauro._base.days import day_of

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["LunarDate", "from_lunar", "leap_month", "tet", "to_lunar"]


class LunarDate(NamedTuple):
    """Day of the lunar calendar of Viet Nam (UTC+7), lunar years 1900 to 2199.

    Until 1967 Viet Nam's calendar was computed otherwise: days before 1968 are those of today's
    rule, and can differ by a day or a month from the calendars printed then.

    Examples
    --------
    >>> import sauro
    >>> sauro.LunarDate(2026, 3, 10) == sauro.to_lunar("2026-04-26")
    True
    """

    year: int
    month: int
    day: int
    leap_month: bool = False


def to_lunar(date: Day) -> LunarDate:
    """Lunar day of a solar one.

    >>> import datetime, sauro
    >>> sauro.to_lunar(datetime.date(2026, 4, 26))
    LunarDate(year=2026, month=3, day=10, leap_month=False)
    """
    return LunarDate(*_core.to_lunar(day_of(date, "date")))


def from_lunar(year: int, month: int, day: int, leap_month: bool = False) -> datetime.date:
    """Solar day of a lunar one.

    >>> import sauro
    >>> sauro.from_lunar(2030, 1, 1)
    datetime.date(2030, 2, 2)
    """
    return _core.from_lunar(year, month, day, leap_month)


def leap_month(lunar_year: int, /) -> int:
    """Give the month that a lunar year (1900 to 2199) repeats, or 0.

    Examples
    --------
    >>> import sauro
    >>> sauro.leap_month(2025), sauro.leap_month(2026)
    (6, 0)
    """
    return _core.leap_month(lunar_year)


def tet(lunar_year: int, /) -> datetime.date:
    """First day of a lunar year (1900 to 2199).

    Examples
    --------
    >>> import sauro
    >>> sauro.tet(2026)
    datetime.date(2026, 2, 17)
    """
    return _core.tet(lunar_year)


LunarDate.__module__ = "sauro"
