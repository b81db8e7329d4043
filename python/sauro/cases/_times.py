"""Columns of days and moments, in whichever type they are held."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import Unreadable, say
from sauro.table._arrays import array_of, from_arrow, is_arrow, is_time
from sauro.table._coerce import day_numbers, from_objects, one_day, raw_array

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["moments", "time"]

_TICKS = {"D": 1, "h": 24, "m": 1440, "s": 86400, "ms": 86_400_000, "us": 86_400_000_000}
_TICKS["ns"] = 86_400_000_000_000
_CLOCK = re.compile(r"(.*\d)(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*", re.ASCII)
_HOUR = re.compile(r":|\d[T ]+\d")
_DAY_LENGTH = len("2026-12-31")
_COLONS = {16: (13,), 19: (13, 16)}  # of moments by ISO, by their length; others may have a zone


def time(values: Any, name: str) -> _core.Column | tuple[tuple[Any, Any], int]:
    """Days or moments where they lie; of arrays ticks since 1970 and how many make a day.

    Among texts and objects a day is its 00:00 where others have a time of day.
    """
    import numpy as np

    if is_arrow(values):
        column = from_arrow(values).columns[0]
        if is_time(column):
            return column
    array = raw_array(values, name)
    if array.dtype.kind == "f" and np.isnan(array).all():  # missing ones only, or none
        array = np.full(array.shape, "NaT", dtype="datetime64[D]")
    if array.dtype.kind in "UT":
        array = _of_texts(array, values)
    if array.dtype.kind == "O":
        array = _held(from_objects(np.asarray(array, dtype=object), name, _moment, "us"))
    if array.dtype.kind == "M" and np.datetime_data(array.dtype)[1] == 1:
        unit = np.datetime_data(array.dtype)[0]
        if unit in _TICKS:
            return (np.ascontiguousarray(array).view("int64"), None), _TICKS[unit]
    return (day_numbers(array, name), None), 1


def _of_texts(array: npt.NDArray[Any], values: Any) -> npt.NDArray[Any]:
    """Days or moments at once where all are some by ISO; else objects, to be looked at singly."""
    import numpy as np

    length = array.dtype.itemsize // 4 if array.dtype.kind == "U" else 0
    colons = _COLONS.get(length, ())
    if 0 < length <= _DAY_LENGTH or colons:
        letters = np.ascontiguousarray(array).reshape(-1).view("U1").reshape(-1, length)
        try:
            if all((letters[:, at] == ":").all() for at in colons):
                return _held(array.astype("datetime64[us]"))
        except ValueError:
            pass
    # NaN in a list is no text
    return np.array(values if isinstance(values, list | tuple) else array, dtype=object)


def _held(moments: npt.NDArray[np.datetime64]) -> npt.NDArray[np.datetime64]:
    """Give days where none has a time of day."""
    import numpy as np

    days = moments.astype("datetime64[D]")
    return days if (np.isnat(moments) | (days == moments)).all() else moments


def _moment(value: Any) -> Any:
    import numpy as np

    if isinstance(value, str):
        return _moment_of_text(value)
    day = one_day(value)  # refuses what is none, and zones
    if np.isnat(day) or not isinstance(value, datetime.datetime | np.datetime64):
        return day
    return np.datetime64(value).astype("<M8[us]")


def _moment_of_text(text: str) -> Any:
    import numpy as np

    parts = _CLOCK.fullmatch(text)
    if parts is None:
        if _HOUR.search(text):
            raise Unreadable(_no_moment(text))
        return one_day(text)
    try:
        hour, minute, second = (int(part or 0) for part in parts.groups()[1:])
        clock = datetime.time(hour, minute, second)
    except ValueError:
        raise Unreadable(_no_moment(text)) from None
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    return one_day(parts[1]).astype("<M8[us]") + np.timedelta64(seconds, "s")


def _no_moment(text: str) -> Any:
    return say(
        "{!r} không phải là thời điểm (cần 2026-12-31 14:30 hoặc 31/12/2026 14:30)",
        "{!r} is no moment (expected 2026-12-31 14:30 or 31/12/2026 14:30)",
        text,
    )


def moments(values: Any, name: str) -> npt.NDArray[np.datetime64]:
    """Column of days, or of moments in a unit that tables hold."""
    part = time(values, name)
    if isinstance(part, _core.Column):
        return array_of(part)
    (ticks, _), per_day = part
    unit = next(unit for unit, count in _TICKS.items() if count == per_day)
    moments: npt.NDArray[np.datetime64] = ticks.astype("int64").view(f"datetime64[{unit}]")
    return moments.astype("datetime64[s]") if unit in ("h", "m") else moments
