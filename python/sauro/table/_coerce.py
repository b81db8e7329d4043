"""What users hold (NumPy, pandas, Arrow, lists) -> contiguous arrays for the core."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sauro._base.days import with_zone
from sauro._base.errors import Texts, Unreadable, ValidationError, error, say, shortened, texts_of
from sauro._core import try_parse_day
from sauro.table._arrays import array_of, from_arrow, is_arrow

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _Days = npt.NDArray[np.datetime64]
    _Ints = npt.NDArray[np.int64]

    class Series(Protocol):
        """A column of pandas, Polars or Arrow."""

        def __len__(self) -> int: ...
        def to_numpy(self) -> Any: ...

    Days = npt.NDArray[Any] | Sequence[Any] | Series
    Numbers = npt.NDArray[Any] | Sequence[Any] | Series

__all__ = [
    "as_float",
    "broadcast",
    "day_numbers",
    "floats",
    "from_objects",
    "integers",
    "one_day",
    "raw_array",
]

INVALID_COLUMN, INVALID_ROWS, UNSUPPORTED_TYPE = 220, 221, 222
SHOWN = 20
_NO_FIT = "các dạng {} và {} không khớp nhau", "the shapes {} and {} do not fit together"
_DATES = Texts(
    "ngày (datetime64, datetime.date hoặc chữ theo ISO)",
    "dates (datetime64, datetime.date or ISO texts)",
)


def raw_array(values: Any, name: str) -> npt.NDArray[Any]:
    """Any column as an array, without a copy where its type and its place in memory allow."""
    import numpy as np

    if hasattr(values, "dtype") and getattr(values.dtype, "tz", None) is not None:
        raise _zone(name, values.dtype.tz)
    if is_arrow(values):
        return array_of(from_arrow(values).columns[0])
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    if isinstance(values, np.ma.MaskedArray):
        values = _without_mask(values)
    return _plain(np.asarray(values))


def _without_mask(values: np.ma.MaskedArray[Any, Any]) -> npt.NDArray[Any]:
    """Values whose masked ones say themselves that they are missing."""
    import numpy as np

    if values.dtype.kind == "f":
        return values.filled(np.nan)
    if values.dtype.kind == "M":
        return values.filled(np.datetime64("NaT"))
    objects = values.data.astype(object)
    objects[np.ma.getmaskarray(values)] = None
    return objects


def _plain(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Values in this machine's order of bytes, aligned, of a width that the core reads."""
    import numpy as np

    if array.dtype.kind == "f" and array.dtype.itemsize not in (4, 8):
        return array.astype(np.float32 if array.dtype.itemsize == 2 else np.float64)
    if not array.dtype.isnative:
        return array.astype(array.dtype.newbyteorder("="))
    return array if array.flags.aligned else array.copy()


def day_numbers(values: Any, name: str) -> _Ints:
    """Days since 1970 as int64; NaT is the smallest number. Times of day are cut off."""
    import numpy as np

    array = raw_array(values, name)
    if array.dtype.kind == "O":
        array = from_objects(array, name)
    elif array.dtype.kind in "US":
        array = _from_texts(array, name)
    if array.dtype.kind != "M":
        raise _wrong_type(name, _DATES, array.dtype)
    if np.datetime_data(array.dtype) != ("D", 1):
        array = array.astype("datetime64[D]")
    return np.ascontiguousarray(array).view(np.int64)


def integers(values: Any, name: str, dtype: str = "int64") -> _Ints:
    """Whole numbers as an array of one dtype; floats only where they are whole."""
    import numpy as np

    array = raw_array(values, name)
    if array.dtype.kind == "f":
        wrong = ~(np.isfinite(array) & (array == np.floor(array)))
        what = "{} không phải là số nguyên", "{} is no whole number"
        refuse_rows(wrong, name, lambda row: say(*what, array.flat[row]))
    elif array.dtype.kind not in "iu":
        raise _wrong_type(name, Texts("số nguyên", "whole numbers"), array.dtype)
    info = np.iinfo(dtype)
    if array.dtype != dtype and array.size:
        wrong = (array < info.min) | (array > info.max)
        big = "{} vượt quá giới hạn", "{} is out of range"
        refuse_rows(wrong, name, lambda row: say(*big, array.flat[row]))
    return np.ascontiguousarray(array, dtype=dtype)


def as_float(value: Any) -> float:
    """Give a number as a float; a whole one that is too large for it is infinite."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def floats(values: Any, name: str) -> npt.NDArray[np.float64]:
    """Numbers as float64 in one dimension, NaN for None; float64 arrays are not copied."""
    import numpy as np

    array = raw_array(values, name)
    if array.dtype.kind == "O":
        items = [np.nan if v is None else v for v in array.reshape(-1).tolist()]
        if all(isinstance(v, int | float) for v in items):
            array = np.array([as_float(v) for v in items], dtype=np.float64)
    if array.dtype.kind not in "iufb":
        raise _wrong_type(name, Texts("số", "numbers"), array.dtype)
    return np.ascontiguousarray(array, dtype=np.float64).reshape(-1)


def broadcast(
    function: Callable[[_Ints, _Ints], _Ints], first: _Ints, second: _Ints
) -> tuple[_Ints, tuple[int, ...]]:
    """Apply a column function to two arrays by NumPy's rules; a single value isn't spread out."""
    import numpy as np

    if first.shape == second.shape or second.size == 1 or first.size == 1:
        shape = np.broadcast_shapes(first.shape, second.shape)
        return function(first.reshape(-1), second.reshape(-1)), shape
    try:
        a, b = np.broadcast_arrays(first, second)
    except ValueError:
        raise error(
            ValidationError,
            INVALID_COLUMN,
            "",
            [say(*_NO_FIT, first.shape, second.shape)],
        ) from None
    flat = function(np.ascontiguousarray(a).reshape(-1), np.ascontiguousarray(b).reshape(-1))
    return flat, a.shape


def refuse_rows(wrong: npt.NDArray[Any], name: str, text: Callable[[int], Texts]) -> None:
    """Raise for the rows that are marked, all of them at once."""
    import numpy as np

    rows = np.flatnonzero(wrong).tolist()
    _refuse(name, [(row, text(row)) for row in rows[:SHOWN]], len(rows))


def _refuse(name: str, problems: list[tuple[int, Texts]], count: int) -> None:
    """Raise for rows and what is wrong with them, where there are any."""
    if problems:
        texts = [(f"row {row}", f"{name} {what.vi}", f"{name} {what.en}") for row, what in problems]
        raise error(ValidationError, INVALID_ROWS, "", shortened(texts, SHOWN, count))


def _from_texts(array: npt.NDArray[Any], name: str) -> _Days:
    import numpy as np

    try:
        return array.astype("datetime64[D]")
    except ValueError:
        pass
    return from_objects(np.asarray(array, dtype=object), name)


def from_objects(
    array: npt.NDArray[Any], name: str, read: Callable[[Any], Any] | None = None, unit: str = "D"
) -> _Days:
    """Dates, datetimes, texts and None, each checked; a zone is refused by its row.

    `read` makes something else of each than its day, in `unit`.
    """
    import numpy as np

    read = one_day if read is None else read
    days = np.full(array.shape, "NaT", dtype=f"datetime64[{unit}]")
    problems = []
    for row, value in enumerate(array.flat):
        try:
            days.flat[row] = read(value)
        except ValueError as why:
            problems.append((row, texts_of(why)))
    _refuse(name, problems, len(problems))
    return days


def one_day(value: Any) -> Any:
    """Day of a date, a moment or a text; NaT for a missing one."""
    import numpy as np

    if value is None or value != value:
        return np.datetime64("NaT")
    if getattr(value, "tzinfo", None) is not None:
        raise Unreadable(with_zone(value))
    if isinstance(value, str):
        return _day_of_text(value)
    if isinstance(value, datetime.date | np.datetime64):
        return np.datetime64(value).astype("<M8[D]")
    raise Unreadable(say("{!r} không phải là ngày", "{!r} is no date", value))


def _day_of_text(text: str) -> Any:
    import numpy as np

    found = try_parse_day(text)
    if found is not None:
        return np.datetime64(found)
    try:
        return np.datetime64(text).astype("<M8[D]")
    except ValueError:
        texts = say(
            "{!r} không phải là ngày có thật (cần 2026-12-31 hoặc 31/12/2026)",
            "{!r} is no real day (expected 2026-12-31 or 31/12/2026)",
            text,
        )
        raise Unreadable(texts) from None


def _zone(name: str, zone: object) -> ValidationError:
    text = say(
        "cột có múi giờ {}; hãy đổi sang giờ địa phương không kèm múi giờ trước",
        "it has the time zone {}; turn it into local time without a zone first",
        zone,
    )
    return error(ValidationError, UNSUPPORTED_TYPE, name, [text])


def _wrong_type(name: str, expected: Texts, dtype: object) -> ValidationError:
    text = say("cột cần {}, gặp {}", "expected {}, found {}", expected, dtype)
    return error(ValidationError, UNSUPPORTED_TYPE, name, [text])
