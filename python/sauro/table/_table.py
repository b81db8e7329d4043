"""Tables: typed columns that pandas, Polars, DuckDB and Arrow read without a copy."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, overload

from sauro import _core
from sauro._base.files import write_text
from sauro._base.pickles import require_version
from sauro.table._arrays import array_of, column_from, list_of, taken
from sauro.table._columns import core_table
from sauro.table._files import write_sheets
from sauro.table._printing import as_html
from sauro.table._rows import is_mask, mask_of, matching, sorted_places

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import polars as pl

    class _Series(Protocol):
        """A column of pandas or Polars."""

        def to_numpy(self) -> Any: ...

    Mask = Sequence[bool] | npt.NDArray[np.bool_] | _Series

__all__ = ["Table"]


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
        self._core: _core.Table = data._core if isinstance(data, Table) else core_table(data)

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return [column.name for column in self._core.columns]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._core.rows, len(self._core.columns)

    def __len__(self) -> int:
        return self._core.rows

    @overload
    def __getitem__(self, key: str) -> npt.NDArray[Any]: ...
    @overload
    def __getitem__(
        self, key: slice | list[str] | Mask | tuple[slice | Mask, Sequence[str]]
    ) -> Table: ...
    def __getitem__(self, key: Any) -> npt.NDArray[Any] | Table:
        """Give a column as an array by its name, and a table for anything else.

        ``table[["task", "due"]]`` has some columns, ``table[2:5]`` and ``table[mask]`` some rows,
        ``table[mask, ["task"]]`` both.
        """
        if isinstance(key, str):
            return array_of(self._core.column(key))
        if isinstance(key, slice):
            return self._sliced(key)
        if is_mask(key):
            return self.filter(key)
        if isinstance(key, tuple) and len(key) == 2 and not isinstance(key[0], str):
            rows, names = key
            return self[list(names)][rows]
        if isinstance(key, list) and all(isinstance(name, str) for name in key):
            return Table(_core.Table([self._core.column(name) for name in key]))
        raise TypeError(
            "a table takes the name of a column, a list of names, a slice of rows or a mask of "
            f"bool, not {type(key).__name__}; table.to_dicts()[0] is its first row"
        )

    def head(self, rows: int = 5) -> Table:
        """First rows.

        Examples
        --------
        >>> import sauro
        >>> sauro.Table({"n": [3, 1, 2]}).head(2)["n"].tolist()
        [3, 1]
        """
        return self[: max(rows, 0)]

    def filter(
        self, mask: Mask | Callable[[Table], Mask] | None = None, /, **values: object
    ) -> Table:
        """Keep rows.

        Parameters
        ----------
        mask : array of bool, or function of the table that gives one
            Which rows stay.
        **values : value, or list of values
            What a column has to hold, or one of what; None for a missing value.

        Examples
        --------
        >>> import sauro
        >>> table = sauro.Table({"xã": ["An Lộc", "Tân Hòa", None], "hồ sơ": [120, 80, 95]})
        >>> table.filter(table["hồ sơ"] > 90)["xã"].tolist()
        ['An Lộc', None]
        >>> table.filter(xã=["Tân Hòa", None])["hồ sơ"].tolist()
        [80, 95]
        """
        import numpy as np

        kept = np.ones(len(self), dtype=bool)
        if mask is not None:
            kept &= mask_of(mask(self) if callable(mask) else mask, len(self))
        for name, wanted in values.items():
            kept &= matching(self._core.column(name), wanted)
        return self._taken(np.flatnonzero(kept))

    def sort(self, by: str | Sequence[str], *, descending: bool | Sequence[bool] = False) -> Table:
        """Order rows; equal ones stay in their order, missing values come last.

        Parameters
        ----------
        by : str or sequence of str
            Columns, the most important first; texts as in Vietnamese dictionaries.
        descending : bool or sequence of bool
            For all columns, or for each.

        Examples
        --------
        >>> import sauro
        >>> names = sauro.Table({"tên": ["Đông", "Ân", "Dung", "An", None, "Ăn"]})
        >>> names.sort("tên")["tên"].tolist()
        ['An', 'Ăn', 'Ân', 'Dung', 'Đông', None]
        """
        names = [by] if isinstance(by, str) else list(by)
        down = [descending] * len(names) if isinstance(descending, bool) else list(descending)
        if len(down) != len(names):
            raise ValueError(f"descending has {len(down)} values for {len(names)} columns")
        if not names:
            return self
        return self._taken(sorted_places([self._core.column(name) for name in names], down))

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __array__(self, *_: object, **__: object) -> NoReturn:
        """Refuse to become an array: pandas.DataFrame(table) would lose names and types."""
        raise TypeError(
            "a sauro.Table is no array: use .to_pandas() for a DataFrame, table[name] for the "
            "array of a column, .to_numpy() for all of them"
        )

    def _ipython_key_completions_(self) -> list[str]:
        return self.columns

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.columns == other.columns and self._lists() == other._lists()

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
        return {column.name: array_of(column) for column in self._core.columns}

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict a row, with Python's own types and None for missing values."""
        names = self.columns
        return [dict(zip(names, row, strict=True)) for row in zip(*self._lists(), strict=True)]

    def to_pandas(self) -> pd.DataFrame:
        """Make a DataFrame; categories stay categories, whole numbers with gaps become Int64."""
        import pandas as pd

        return pd.DataFrame({c.name: _series(c) for c in self._core.columns}, columns=self.columns)

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
        text = _core.to_csv(self._core)
        if path is None:
            return text
        write_text(path, text, encoding)
        return None

    def to_json_lines(self) -> str:
        """Write as JSON lines: an object a row, null for what is missing."""
        return _core.to_json_lines(self._core)

    def to_excel(self, path: str | os.PathLike[str], *, sheet: str = "sauro") -> None:
        """Write an xlsx file with a header row that stays and filters.

        Needs the package xlsxwriter.
        """
        write_sheets(path, {sheet: self._core})

    def __repr__(self) -> str:
        import shutil  # here, for it is slow to import

        return _core.table_text(self._core, shutil.get_terminal_size((100, 24)).columns)

    def _repr_html_(self) -> str:
        return as_html(self._core)

    def _sliced(self, key: slice) -> Table:
        start, stop, step = key.indices(len(self))
        if step == 1:
            return Table(self._core.slice(start, max(stop - start, 0)))
        import numpy as np

        return self._taken(np.arange(start, stop, step))

    def _taken(self, places: npt.NDArray[np.intp]) -> Table:
        return Table(_core.Table([taken(column, places) for column in self._core.columns]))

    def _lists(self) -> list[list[Any]]:
        return [list_of(column) for column in self._core.columns]

    def _parts(self) -> list[tuple[Any, ...]]:
        return [(column.name, *column.parts()) for column in self._core.columns]


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
    return array_of(column)


def _unpickle(version: int, parts: list[tuple[Any, ...]]) -> Table:
    require_version("Table", version, 1)
    return Table(_core.Table([column_from(*column) for column in parts]))


Table.__module__ = "sauro"
