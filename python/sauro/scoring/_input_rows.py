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
from sauro.table._arrays import is_arrow
from sauro.table._grids import MOST_CELLS, grid_of

__all__ = ["grid_of_inputs", "is_table", "read_file"]

JSON_MALFORMED = 300


def read_file(path: str | os.PathLike[str], sheet: str = "") -> Any:
    """Rows of a CSV file or of a sheet of a workbook (the first), or what a JSON file holds."""
    if Path(path).suffix.lower() != ".json":
        return _core.read_grid(Path(path), sheet, MOST_CELLS)
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


def grid_of_inputs(data: Any) -> _core.Grid:
    """Rows of cells of any table; an index of pandas with a name or texts is a column too."""
    if isinstance(data, _core.Grid):
        return data
    if _is_pandas(data):
        data = _with_index(data)
    return grid_of(data)


def _with_index(data: Any) -> Any:
    """Make columns of an index of pandas that has names or holds texts: those of the units."""
    index = data.index
    if any(name is not None for name in index.names):
        return data.reset_index()
    texts = index.nlevels == 1 and len(index) and all(isinstance(one, str) for one in index)
    named = texts and "unit" not in data.columns
    return data.rename_axis("unit").reset_index() if named else data


def _is_pandas(data: Any) -> bool:
    return type(data).__module__.split(".")[0] == "pandas"
