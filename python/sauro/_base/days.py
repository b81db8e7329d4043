"""Days that users give, in whichever type they hold them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeGuard

from sauro._base.errors import Texts, ValidationError, error, say
from sauro._core import try_parse_day

if TYPE_CHECKING:
    import numpy as np

    Day = datetime.date | np.datetime64 | str
    """A day: datetime.date, datetime (its day), pandas.Timestamp, numpy.datetime64 or a text."""

__all__ = ["day_of", "is_day", "no_day", "with_zone"]

INVALID_DATE = 200


def is_day(value: object) -> TypeGuard[Day]:
    """Whether a value is one day or moment, and no column of them."""
    if isinstance(value, datetime.date | str):
        return True
    return type(value).__name__ == "datetime64" and type(value).__module__ == "numpy"


def no_day(text: str) -> Texts:
    """Say that a text is no day, and how days are written."""
    return say(
        "{!r} không phải là ngày; cần 2026-12-31 hoặc 31/12/2026",
        "{!r} is no day; expected 2026-12-31 or 31/12/2026",
        text,
    )


def with_zone(moment: object) -> Texts:
    """Say that a moment has a time zone."""
    return say(
        "{} có múi giờ; hãy đổi sang giờ địa phương không kèm múi giờ trước",
        "{} has a time zone; turn it into local time without a zone first",
        moment,
    )


def day_of(value: Day, name: str = "as_of") -> datetime.date:
    """Give the day of a date, a moment without a zone, a ``datetime64`` or a text.

    Texts are ``2026-12-31`` or ``31/12/2026``. A moment's time of day is left out.
    """
    given: Any = value
    if isinstance(value, str):
        found = try_parse_day(value)
        if found is None:
            raise error(ValidationError, INVALID_DATE, name, [no_day(value)])
        return found
    if not is_day(value):
        expected = "a datetime.date, a datetime, a datetime64 or a text"
        raise TypeError(f"{name} has to be {expected}, not {type(value).__name__}")
    if value != value:
        raise error(
            ValidationError, INVALID_DATE, name, [say("thiếu ngày (NaT)", "it is missing (NaT)")]
        )
    if not isinstance(value, datetime.date):
        day: datetime.date = given.astype("datetime64[D]").item()
        return day
    if not isinstance(value, datetime.datetime):
        return value
    if value.tzinfo is not None:
        raise error(ValidationError, INVALID_DATE, name, [with_zone(value)])
    return value.date()
