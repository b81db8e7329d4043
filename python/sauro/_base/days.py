"""Days that users give, in whichever type they hold them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeGuard

from sauro._base.errors import ValidationError, error
from sauro._core import try_parse_day

if TYPE_CHECKING:
    import numpy as np

    Day = datetime.date | np.datetime64 | str
    """A day: datetime.date, datetime (its day), pandas.Timestamp, numpy.datetime64 or a text."""

__all__ = ["day_of", "is_day"]

INVALID_DATE = 200


def is_day(value: object) -> TypeGuard[Day]:
    """Whether a value is one day or moment, and no column of them."""
    if isinstance(value, datetime.date | str):
        return True
    return type(value).__name__ == "datetime64" and type(value).__module__ == "numpy"


def day_of(value: Day, name: str = "as_of") -> datetime.date:
    """Give the day of a date, a moment without a zone, a ``datetime64`` or a text.

    Texts are ``2026-12-31`` or ``31/12/2026``. A moment's time of day is left out.
    """
    given: Any = value
    if isinstance(value, str):
        found = try_parse_day(value)
        if found is None:
            text = f"{name}={value!r} is no day; expected 2026-12-31 or 31/12/2026"
            raise error(ValidationError, INVALID_DATE, name, [text])
        return found
    if not is_day(value):
        expected = "a datetime.date, a datetime, a datetime64 or a text"
        raise TypeError(f"{name} has to be {expected}, not {type(value).__name__}")
    if value != value:
        raise error(ValidationError, INVALID_DATE, name, [f"{name} is missing (NaT)"])
    if not isinstance(value, datetime.date):
        day: datetime.date = given.astype("datetime64[D]").item()
        return day
    if not isinstance(value, datetime.datetime):
        return value
    if value.tzinfo is not None:
        text = f"{name}={value} has a time zone; turn it into local time without a zone first"
        raise error(ValidationError, INVALID_DATE, name, [text])
    return value.date()
