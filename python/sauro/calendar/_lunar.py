"""The lunar calendar of Viet Nam."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from sauro import _core

__all__ = ["LunarDate", "from_lunar", "to_lunar"]


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


LunarDate.__module__ = "sauro"
