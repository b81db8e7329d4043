"""What users hold of a log of indicators -> columns of the core."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import Error, ValidationError, error, say
from sauro.cases._columns import labelled
from sauro.table._arrays import from_arrow, is_arrow
from sauro.table._coerce import INVALID_COLUMN, UNSUPPORTED_TYPE, day_numbers, floats, raw_array

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["categories", "days", "names_of", "numbers", "periods"]

_NO_DAY = -(2**63)


def _codes(values: Any, name: str) -> tuple[npt.NDArray[Any], npt.NDArray[Any] | None, list[str]]:
    """Codes, which of them are missing, and what they stand for."""
    import numpy as np

    named = labelled(values, name)
    if named is None and not len(values):
        return np.zeros(0, dtype="int32"), None, []
    if named is None:
        text = say("cột cần chữ, gặp số", "expected texts, found numbers")
        raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])
    part, labels = named
    codes, mask = part.parts()[1:3] if isinstance(part, _core.Column) else part
    codes = np.ascontiguousarray(codes, dtype="int32")
    return codes, mask, labels


def categories(values: Any, name: str, rows: int) -> _core.Column:
    """Texts as categories; one text holds for all rows."""
    import numpy as np

    if isinstance(values, str):
        codes, mask, labels = np.zeros(rows, dtype="int32"), None, [values]
    else:
        named = labelled(values, name) if is_arrow(values) else None
        if named is not None and isinstance(named[0], _core.Column) and named[1]:
            return named[0].renamed(name)
        codes, mask, labels = _codes(values, name)
    if mask is not None:
        codes = np.where(mask, np.int32(0), codes)
        labels = labels or [""]
    return _core.labelled_column(_core.number_column(name, "int32", codes, mask), labels)


def days(values: Any, name: str, rows: int) -> _core.Column:
    """Days; one of them holds for all rows."""
    import numpy as np

    if isinstance(values, str | datetime.date | np.datetime64):
        values = [values]
    found = day_numbers(values, name)
    if len(found) == 1 and rows != 1:
        found = np.repeat(found, rows)
    return _day_column(found, name)


def _day_column(found: npt.NDArray[np.int64], name: str) -> _core.Column:
    import numpy as np

    mask = found == _NO_DAY
    numbers = np.where(mask, 0, found).astype("int32")
    return _core.number_column(name, "date", numbers, mask if mask.any() else None)


def numbers(values: Any, name: str) -> _core.Column:
    """Numbers, NaN and None for missing ones."""
    import numpy as np

    array = floats(values, name)
    mask = np.isnan(array)
    return _core.number_column(name, "float64", array, mask if mask.any() else None)


def periods(values: Any, year: int | None) -> tuple[_core.Column, _core.Column]:
    """First and last days of periods: names, pairs of days, years, or days in their months."""
    import numpy as np

    pairs = _pairs(values)
    if pairs is not None:
        ends = [None if one is None else one[0] for one in pairs]
        lasts = [None if one is None else one[1] for one in pairs]
        return days(ends, "first", len(pairs)), days(lasts, "last", len(pairs))
    if is_arrow(values):
        [column] = from_arrow(values).columns
        if column.type == "date":
            return _core.months_of(column)
    array = None if labelled_kind(values) else raw_array(values, "period")
    if array is not None and array.dtype.kind == "O":
        present = [v for v in array.flat if v is not None]
        if present and all(isinstance(v, datetime.date) for v in present):
            array = day_numbers(values, "period").view("datetime64[D]")
    if array is not None and array.dtype.kind == "M":
        return _core.months_of(_day_column(day_numbers(array, "period"), "period"))
    if array is not None and array.dtype.kind in "iu":
        known, codes = np.unique(array, return_inverse=True)
        labels, mask = [str(one) for one in known.tolist()], None
        codes = codes.reshape(-1)
    else:
        codes, mask, labels = _codes(values, "period")
    first, last = _named(labels, year)
    codes = codes if mask is None else np.where(mask, len(labels), codes)
    return _day_column(first[codes], "first"), _day_column(last[codes], "last")


def labelled_kind(values: Any) -> bool:
    """Whether a column holds texts or categories by its own account."""
    return hasattr(values, "cat") and hasattr(values.cat, "codes")


def _pairs(values: Any) -> list[Any] | None:
    """Periods as pairs of days, where a list holds them."""
    if not isinstance(values, list | tuple):
        return None
    first = next((v for v in values if v is not None), None)
    return list(values) if isinstance(first, tuple) else None


def _named(labels: list[str], year: int | None) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """First and last days of named periods, and of a missing one behind them."""
    import numpy as np

    ends: list[tuple[Any, Any]] = []
    problems = []
    for label in labels:
        try:
            ends.append(_core.parse_period(label, year))
        except Error as wrong:
            problems += [(f"period {label!r}", p.message, p.message_en) for p in wrong.problems]
    if problems:
        raise error(ValidationError, INVALID_COLUMN, "period", problems)
    both = np.array([*ends, (None, None)], dtype="datetime64[D]").view("int64")
    return both[:, 0], both[:, 1]


def names_of(data: Any) -> set[Any]:
    """Names of the columns of a table of any kind."""
    for attribute in ("column_names", "columns"):
        if hasattr(data, attribute):
            return set(getattr(data, attribute))
    return set(data)
