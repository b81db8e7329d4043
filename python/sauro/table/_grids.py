"""What programs hold, as the rows of cells that the core reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sauro import _core
from sauro._base.keys import key_text
from sauro.table._arrays import list_of
from sauro.table._table import Table

__all__ = ["MOST_CELLS", "grid_of"]

MOST_CELLS = 16_000_000  # of a sheet that is read


def grid_of(data: Any) -> _core.Grid:
    """Make a grid of columns by name, a data frame, a table, Arrow data or rows as mappings."""
    columns = _columns_of(data)
    return _core.Grid.of_columns(list(columns), list(columns.values()))


def _columns_of(data: Any) -> dict[str, list[Any]]:
    if isinstance(data, Mapping):
        return {key_text(name): list(values) for name, values in data.items()}
    if hasattr(data, "dtypes") and hasattr(data, "columns"):
        return {key_text(name): _listed(data[name]) for name in data.columns}
    if isinstance(data, Table) or hasattr(data, "__arrow_c_stream__"):
        table = data if isinstance(data, Table) else Table(data)
        return {column.name: list_of(column) for column in table._core.columns}
    rows = list(data)
    names = dict.fromkeys(name for row in rows for name in row)
    return {key_text(name): [row.get(name) for row in rows] for name in names}


def _listed(column: Any) -> list[Any]:
    values: list[Any] = column.tolist() if hasattr(column, "tolist") else list(column)
    return values
