"""Columns of the core <-> arrays and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = [
    "array_of",
    "column_from",
    "from_arrow",
    "is_arrow",
    "is_numeric",
    "is_time",
    "list_of",
    "taken",
]

_MOMENTS = ("seconds", "milliseconds", "microseconds", "nanoseconds")


def is_arrow(values: object) -> bool:
    """Whether values come as Arrow; pandas has its own way, which needs no pyarrow."""
    arrow = hasattr(values, "__arrow_c_stream__") or hasattr(values, "__arrow_c_array__")
    return arrow and not type(values).__module__.startswith("pandas")


def from_arrow(values: Any, coded: bool = False) -> _core.Table:
    """Read a table, or one column as a table of one; its texts as a category where asked for."""
    core = getattr(values, "_core", None)
    if isinstance(core, _core.Table) and not (coded and core.columns[0].type.endswith("text")):
        return core
    if type(values).__module__.startswith("polars") and hasattr(values, "to_frame"):
        values = values.to_frame()  # the stream of a Series had a wrong type up to Polars 1.30
    return _core.table_from_arrow(values, coded=[_name_of(values)] if coded else [])


def _name_of(values: Any) -> str:
    """Name of the column that a table of one holds; of an array without a table it is empty."""
    names: Any = getattr(values, "columns", None)
    if isinstance(names, list) and names and isinstance(names[0], str):
        return names[0]
    return ""


def is_numeric(column: _core.Column) -> bool:
    """Whether a column holds numbers."""
    return "int" in column.type or "float" in column.type


def is_time(column: _core.Column) -> bool:
    """Whether a column holds days or moments."""
    return column.type == "date" or column.type in _MOMENTS


def array_of(column: _core.Column) -> npt.NDArray[Any]:
    """Column as an array, without a copy where no value is missing."""
    import numpy as np

    kind, values, mask, labels = column.parts()
    if kind == "category":
        names: list[Any] = [*(labels or []), None]
        texts = np.empty(len(names), dtype=object)
        texts[:] = names
        codes = values if mask is None else np.where(mask, len(names) - 1, values)
        found: npt.NDArray[Any] = texts[codes]
        return found
    if isinstance(values, list):
        out = np.empty(len(values), dtype=object)
        out[:] = values
        return out
    array: npt.NDArray[Any] = values
    if kind == "date":
        array = array.astype("datetime64[D]")
    if mask is None:
        return array
    if is_time(column):
        array = array.copy()
        array[mask] = np.datetime64("NaT")
        return array
    if kind == "boolean":
        array = array.astype(object)
        array[mask] = None
        return array
    array = array.astype("float64")
    array[mask] = np.nan
    return array


def list_of(column: _core.Column) -> list[Any]:
    """Column as Python's own values, None where one is missing."""
    kind, values, mask, labels = column.parts()
    if kind == "category":
        items = [labels[code] for code in values.tolist()] if labels else [None] * len(values)
    elif kind == "date":
        items = values.astype("datetime64[D]").tolist()
    elif kind in _MOMENTS:
        items = values.astype("datetime64[us]").tolist()
    else:
        items = values if isinstance(values, list) else values.tolist()
    if mask is not None:
        items = [None if gone else v for v, gone in zip(items, mask.tolist(), strict=True)]
    if kind.startswith("float"):
        items = [None if v != v else v for v in items]
    return items


def column_from(
    name: str, kind: str, values: Any, mask: npt.NDArray[np.bool_] | None, labels: list[str] | None
) -> _core.Column:
    """Make a column of what `parts` of another one gave."""
    import numpy as np

    if kind == "category":
        codes = values if mask is None else np.where(mask, -1, values)
        return _core.category_column(name, codes.tolist(), labels or [])
    if isinstance(values, list):
        return _core.text_column(name, values)
    if kind == "boolean":
        return _core.boolean_column(name, values, mask)
    return _core.number_column(name, kind, np.ascontiguousarray(values), mask)


def taken(column: _core.Column, places: npt.NDArray[np.intp]) -> _core.Column:
    """Column of some rows, in the order of their places."""
    kind, values, mask, labels = column.parts()
    some = [values[i] for i in places] if isinstance(values, list) else values[places]
    return column_from(column.name, kind, some, None if mask is None else mask[places], labels)
