"""Tables and files of inputs -> rows of cells, which the core reads."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import ValidationError, error
from sauro._base.files import read_text
from sauro.scoring import _input_texts as texts
from sauro.table._arrays import is_arrow, list_of
from sauro.table._table import Table

__all__ = ["grid_of", "is_table", "read_file"]

JSON_MALFORMED = 300


def read_file(path: str | os.PathLike[str]) -> Any:
    """Rows of a CSV file, or what a JSON file holds."""
    if Path(path).suffix.lower() != ".json":
        return _core.read_csv(path)
    text = read_text(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as why:
        raise error(ValidationError, JSON_MALFORMED, str(path), [texts.no_json(why)]) from None


def is_table(data: Any) -> bool:
    """Whether data are rows of units, and not values by variable."""
    return (
        isinstance(data, _core.Grid)
        or is_arrow(data)
        or _is_pandas(data)
        or hasattr(data, "to_dicts")
        or (isinstance(data, list) and bool(data) and isinstance(data[0], Mapping))
    )


def grid_of(data: Any) -> _core.Grid:
    """Rows of cells of any table."""
    if isinstance(data, _core.Grid):
        return data
    columns = _columns_of(data)
    return _core.Grid.of_columns(list(columns), list(columns.values()))


def _columns_of(data: Any) -> dict[str, list[Any]]:
    if isinstance(data, list):
        names = dict.fromkeys(name for row in data for name in row)
        return {str(name): [row.get(name) for row in data] for name in names}
    if _is_pandas(data):
        if any(name is not None for name in data.index.names):
            data = data.reset_index()
        return {str(name): data[name].tolist() for name in data.columns}
    table = data if isinstance(data, Table) else Table(data)
    return {column.name: list_of(column) for column in table._core.columns}


def _is_pandas(data: Any) -> bool:
    return type(data).__module__.split(".")[0] == "pandas"
