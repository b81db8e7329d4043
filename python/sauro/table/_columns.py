"""What users hold -> columns of the core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro._base.keys import key_text
from sauro.table._arrays import from_arrow, is_arrow
from sauro.table._coerce import UNSUPPORTED_TYPE, day_numbers, raw_array

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["core_table"]


def core_table(data: Any) -> _core.Table:
    """Read a mapping of columns or a table of another library."""
    if isinstance(data, _core.Table):
        return data
    if isinstance(data, Mapping):
        return _core.Table([_column(key_text(name), values) for name, values in data.items()])
    if type(data).__module__.split(".")[0] == "pandas" and hasattr(data, "columns"):
        columns = [_column(key_text(name), data.iloc[:, i]) for i, name in enumerate(data.columns)]
        return _core.Table(columns)
    if is_arrow(data):
        return from_arrow(data)
    if getattr(getattr(data, "dtype", None), "names", None):
        return _core.Table([_column(name, data[name]) for name in data.dtype.names])
    raise TypeError(
        "a Table is made from a mapping of columns, a pandas DataFrame, a structured array or an "
        f"object with __arrow_c_stream__, not from {type(data).__name__}"
    )


def _column(name: str, values: Any) -> _core.Column:
    import numpy as np

    if is_arrow(values):
        return from_arrow(values).columns[0].renamed(name)
    if hasattr(values, "cat"):  # pandas
        codes = np.asarray(values.cat.codes, dtype="int32")
        return _core.category_column(name, codes.tolist(), [str(v) for v in values.cat.categories])
    mask = None
    if hasattr(values, "isna"):
        mask = np.asarray(values.isna())
        if getattr(values.dtype, "kind", "O") in "iufb" and hasattr(values.dtype, "numpy_dtype"):
            values = values.to_numpy(dtype=values.dtype.numpy_dtype, na_value=0)
    if isinstance(values, list | tuple) and any(isinstance(v, str) for v in values):
        values = np.array(values, dtype=object)  # NumPy's own texts lose zeros at their ends
    array = raw_array(values, name).reshape(-1)
    kind = array.dtype.kind
    if kind in "iuf":
        array = _own(array)
        return _core.number_column(name, str(array.dtype), array, mask if kind != "f" else None)
    if kind == "b":
        return _core.boolean_column(name, array, mask)
    if kind == "M":
        return _date_column(name, array)
    if kind in "OUST":
        texts = [None if v is None or v != v else v for v in array.tolist()]
        present = [v for v in texts if v is not None]
        if all(isinstance(v, str) for v in present):
            return _core.text_column(name, texts)
        missing = np.array([v is None for v in texts])
        if all(isinstance(v, bool) for v in present):
            return _core.boolean_column(name, np.array([bool(v) for v in texts]), missing)
        if all(isinstance(v, int | float) for v in present):
            whole = all(isinstance(v, int) for v in present)
            numbers = np.array(
                [0 if v is None else v for v in texts], dtype=int if whole else float
            )
            return _core.number_column(name, str(numbers.dtype), numbers, missing)
        days = day_numbers(np.array(texts, dtype=object), name).view("datetime64[D]")
        return _date_column(name, days)
    text = say(
        "cột có kiểu {} mà bảng không chứa được",
        "it has the type {}, which no table holds",
        array.dtype,
    )
    raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])


def _own(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Give values of a column that never changes: a copy where somebody may write into them."""
    import numpy as np

    holder: Any = array
    while isinstance(holder, np.ndarray) and not holder.flags.writeable:
        holder = holder.base
    return np.ascontiguousarray(array) if holder is None else np.array(array, order="C")


def _date_column(name: str, array: npt.NDArray[np.datetime64]) -> _core.Column:
    import numpy as np

    unit, step = np.datetime_data(array.dtype)
    missing = np.isnat(array)
    mask = missing if missing.any() else None
    names = {"s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds"}
    if step == 1 and unit in names:
        return _core.number_column(name, names[unit], _own(array), mask)
    days = array.astype("datetime64[D]").view("int64")
    days = np.where(missing, 0, days).astype("int32")
    return _core.number_column(name, "date", days, mask)
