"""Tables: typed columns that pandas, Polars, DuckDB and Arrow read without a copy."""

from __future__ import annotations

import csv
import html
import io
import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro.table._coerce import from_arrow, is_arrow

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import polars as pl

__all__ = ["Table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOMENTS = ("seconds", "milliseconds", "microseconds", "nanoseconds")
_SHOWN_ROWS, _SHOWN_WIDTH = 20, 40


class Table:
    """Columns of one length, with names and types, that never change.

    Every table-like result of the library is one. It has the protocol ``__arrow_c_stream__``, so
    ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and DuckDB read it without a copy.

    Parameters
    ----------
    data : Table, mapping, pandas.DataFrame, structured array or anything with __arrow_c_stream__
        Columns by name, or a table of another library. Dates may be ``datetime.date`` or
        ``datetime64``; None, NaT and NaN in texts are missing values.

    Raises
    ------
    ValidationError
        Columns of different lengths or of types that aren't read; all are named.

    Examples
    --------
    >>> import sauro
    >>> table = sauro.Table({"xã": ["An Lộc", "Tân Hòa"], "hồ sơ": [120, 80]})
    >>> print(table)
    xã       hồ sơ
    An Lộc     120
    Tân Hòa     80
    >>> table["hồ sơ"].sum()
    np.int64(200)
    >>> table[1:].to_dicts()
    [{'xã': 'Tân Hòa', 'hồ sơ': 80}]
    """

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("_core",)

    def __init__(self, data: Any) -> None:
        self._core: _core.Table = _import(data)

    @property
    def names(self) -> list[str]:
        """Names of the columns, in order."""
        return [column.name for column in self._core.columns]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._core.rows, len(self._core.columns)

    def __len__(self) -> int:
        return self._core.rows

    def __getitem__(self, key: str | slice | tuple[slice, Sequence[str]]) -> Any:
        """Give a column as an array by its name, rows by a slice, or rows and some columns."""
        if isinstance(key, str):
            return _array(self._core.column(key))
        if isinstance(key, tuple):
            rows, names = key
            return Table(_core.Table([self._core.column(name) for name in names]))[rows]
        if not isinstance(key, slice):
            raise TypeError("a table takes the name of a column or a slice of rows")
        start, stop, step = key.indices(len(self))
        if step != 1:
            raise ValueError("a slice of a table has step 1")
        return Table(self._core.slice(start, max(stop - start, 0)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.names == other.names and self._lists() == other._lists()

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (1, self._parts())

    def __arrow_c_schema__(self) -> object:
        """Give the schema as Arrow's PyCapsule."""
        return self._core.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Stream of one batch as Arrow's PyCapsule; shares the table's memory."""
        return self._core.__arrow_c_stream__(requested_schema)

    def to_numpy(self) -> dict[str, npt.NDArray[Any]]:
        """Give arrays by name; missing numbers are NaN, missing dates NaT, missing texts None."""
        return {column.name: _array(column) for column in self._core.columns}

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict a row, with Python's own types and None for missing values."""
        names = self.names
        return [dict(zip(names, row, strict=True)) for row in zip(*self._lists(), strict=True)]

    def to_pandas(self) -> pd.DataFrame:
        """Make a DataFrame; categories stay categories, whole numbers with gaps become Int64."""
        import pandas as pd

        return pd.DataFrame({c.name: _series(c) for c in self._core.columns}, columns=self.names)

    def to_polars(self) -> pl.DataFrame:
        """Make a Polars DataFrame over the same memory."""
        import polars as pl

        return pl.DataFrame(self)

    def to_csv(
        self, path: str | os.PathLike[str] | None = None, *, encoding: str = "utf-8-sig"
    ) -> str | None:
        """Write a CSV file that Excel opens in Vietnamese, or give its text without a path.

        Texts that a spreadsheet would take for a formula get an apostrophe.
        """
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow([harmless(name) for name in self.names])
        for row in zip(*self._lists(), strict=True):
            writer.writerow([harmless(value) for value in row])
        if path is None:
            return text.getvalue()
        with Path(path).open("w", newline="", encoding=encoding) as file:
            file.write(text.getvalue())
        return None

    def to_excel(self, path: str | os.PathLike[str], *, sheet: str = "sauro") -> None:
        """Write an xlsx file with a header row that stays; needs the package xlsxwriter."""
        import xlsxwriter

        options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
        with xlsxwriter.Workbook(os.fspath(path), {**options, "strings_to_urls": False}) as book:
            page = book.add_worksheet(sheet)
            bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
            for at, (name, values) in enumerate(zip(self.names, self._lists(), strict=True)):
                page.write_string(0, at, name, bold)
                for row, value in enumerate(values, start=1):
                    _write_cell(page, row, at, value)
                widest = max([len(name), *(len(_text(v)) for v in values[:1000])])
                page.set_column(at, at, min(widest + 2, 60))
            page.freeze_panes(1, 0)

    def __repr__(self) -> str:
        import shutil  # here, for it is slow to import

        return _render(self, shutil.get_terminal_size((100, 24)).columns)

    def _repr_html_(self) -> str:
        shown = self[:_SHOWN_ROWS]
        numeric = [_is_numeric(column) for column in shown._core.columns]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.names)
        body = "".join(
            "<tr>" + "".join(_html_cell(v, n) for v, n in zip(row, numeric, strict=True)) + "</tr>"
            for row in zip(*shown._lists(), strict=True)
        )
        rest = len(self) - len(shown)
        more = f"<p>… và {rest} dòng nữa</p>" if rest > 0 else ""
        return (
            f'<div class="sauro-table"><style>{_STYLE}</style><table><thead><tr>{head}</tr>'
            f"</thead><tbody>{body}</tbody></table>{more}</div>"
        )

    def _lists(self) -> list[list[Any]]:
        return [_values(column) for column in self._core.columns]

    def _parts(self) -> list[tuple[Any, ...]]:
        return [(column.name, *column.parts()) for column in self._core.columns]


# colours come from the page, so that the table is readable on dark and light themes
_STYLE = (
    ".sauro-table table{border-collapse:collapse;color:inherit;font-variant-numeric:tabular-nums}"
    ".sauro-table th,.sauro-table td{padding:.2em .6em;text-align:left;vertical-align:top;"
    "border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);color:inherit;"
    "background:transparent}"
    ".sauro-table td.n{text-align:right}.sauro-table td.none{opacity:.5}"
)


def _import(data: Any) -> _core.Table:
    if isinstance(data, _core.Table):
        return data
    if isinstance(data, Table):
        return data._core
    if isinstance(data, Mapping):
        return _core.Table([_column(str(name), values) for name, values in data.items()])
    if type(data).__module__.split(".")[0] == "pandas" and hasattr(data, "columns"):
        columns = [_column(str(name), data.iloc[:, i]) for i, name in enumerate(data.columns)]
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

    from sauro._base.errors import ValidationError, error
    from sauro.table._coerce import UNSUPPORTED_TYPE, day_numbers, raw_array

    if hasattr(values, "cat"):  # pandas
        codes = np.asarray(values.cat.codes, dtype="int32")
        return _core.category_column(name, codes.tolist(), [str(v) for v in values.cat.categories])
    if is_arrow(values):
        return from_arrow(values).columns[0].renamed(name)
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
        array = np.ascontiguousarray(array)
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
    text = f"column {name!r} has the type {array.dtype}, which no table holds"
    raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])


def _date_column(name: str, array: npt.NDArray[np.datetime64]) -> _core.Column:
    import numpy as np

    unit, step = np.datetime_data(array.dtype)
    missing = np.isnat(array)
    mask = missing if missing.any() else None
    names = {"s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds"}
    if step == 1 and unit in names:
        return _core.number_column(name, names[unit], np.ascontiguousarray(array), mask)
    days = array.astype("datetime64[D]").view("int64")
    days = np.where(missing, 0, days).astype("int32")
    return _core.number_column(name, "date", days, mask)


def _array(column: _core.Column) -> Any:
    """Column as an array, without a copy where no value is missing."""
    import numpy as np

    kind, values, mask, labels = column.parts()
    if kind == "category":
        names: list[Any] = [*(labels or []), None]
        texts = np.empty(len(names), dtype=object)
        texts[:] = names
        codes = values if mask is None else np.where(mask, len(names) - 1, values)
        return texts[codes]
    if isinstance(values, list):
        out = np.empty(len(values), dtype=object)
        out[:] = values
        return out
    if kind == "date":
        values = values.astype("datetime64[D]")
    if mask is None:
        return values
    if kind == "date" or kind in _MOMENTS:
        values = values.copy()
        values[mask] = np.datetime64("NaT")
        return values
    if kind == "boolean":
        out = values.astype(object)
        out[mask] = None
        return out
    out = values.astype("float64")
    out[mask] = np.nan
    return out


def _values(column: _core.Column) -> list[Any]:
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


def _series(column: _core.Column) -> Any:
    import pandas as pd

    kind, values, mask, labels = column.parts()
    if kind == "category":
        codes = values if mask is None else values.copy()
        if mask is not None:
            codes[mask] = -1
        return pd.Categorical.from_codes(codes, categories=labels)
    if mask is not None and ("int" in kind or kind == "boolean"):
        return pd.array(
            [None if gone else v for v, gone in zip(values.tolist(), mask.tolist(), strict=True)],
            dtype="boolean" if kind == "boolean" else "Int64",
        )
    return _array(column)


def _unpickle(version: int, parts: list[tuple[Any, ...]]) -> Table:
    if version != 1:
        raise ValueError(f"a table pickled by a later version of sauro ({version})")
    columns = []
    for name, kind, values, mask, labels in parts:
        if kind == "category":
            codes = [-1 if mask is not None and mask[i] else v for i, v in enumerate(values)]
            columns.append(_core.category_column(name, codes, labels))
        elif isinstance(values, list):
            columns.append(_core.text_column(name, values))
        elif kind == "boolean":
            columns.append(_core.boolean_column(name, values, mask))
        else:
            columns.append(_core.number_column(name, kind, values, mask))
    return Table(_core.Table(columns))


def harmless(value: Any) -> Any:
    """Make a text that a spreadsheet would take for a formula plain by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write_cell(page: Any, row: int, column: int, value: Any) -> None:
    if value is None:
        page.write_blank(row, column, None)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    else:
        page.write(row, column, value)


def _is_numeric(column: _core.Column) -> bool:
    kind = column.parts()[0]
    return "int" in kind or "float" in kind


def _text(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.6g}"
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)


def _html_cell(value: Any, numeric: bool) -> str:
    names = [name for name, on in (("n", numeric), ("none", value is None)) if on]
    attribute = f' class="{" ".join(names)}"' if names else ""
    return f"<td{attribute}>{html.escape(_text(value))}</td>"


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 1 for c in text)


def _fit(text: str, width: int, right: bool) -> str:
    if _width(text) > width:
        text = text[: max(width - 1, 0)] + "…"
    gap = " " * (width - _width(text))
    return gap + text if right else text + gap


def _render(table: Table, width: int) -> str:
    """Text of at most `width` characters a line; columns that don't fit are named below."""
    shown = table[:_SHOWN_ROWS]
    columns = []
    for core in shown._core.columns:
        cells = [core.name, *map(_text, _values(core))]
        widest = min(max(map(_width, cells)), _SHOWN_WIDTH)
        columns.append((cells, widest, _is_numeric(core)))
    used = 0
    kept: list[list[str]] = []
    for cells, widest, right in columns:
        if kept and used + widest > width:
            break
        kept.append([_fit(cell, min(widest, width), right) for cell in cells])
        used += widest + 2
    lines = ["  ".join(cells).rstrip() for cells in zip(*kept, strict=True)]
    if len(table) > len(shown):
        lines.append(f"… {len(table) - len(shown)} dòng nữa")
    if len(columns) > len(kept):
        lines.append("… cột: " + ", ".join(table.names[len(kept) :]))
    return "\n".join(lines) if lines else "(bảng rỗng)"


for _class in (Table,):
    _class.__module__ = "sauro"
