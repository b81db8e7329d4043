"""What programs, CSV files and workbooks hold, as rows of cells that a log is read from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import Texts, ValidationError, error
from sauro._core import ProgressEntry
from sauro.table._grids import grid_of

__all__ = ["grid_of_file", "grid_of_log"]

INVALID_PROGRESS = 262
EMPTY_FILE = Texts(
    "tệp không có gì, hoặc văn bản không có bảng nào có cột của sổ theo dõi",
    "the file is empty, or a document without a table that has the columns of a register",
)


def grid_of_log(data: Any) -> _core.Grid:
    """Rows of cells of what a program holds: a table of any kind, or entries."""
    if isinstance(data, Mapping) or hasattr(data, "__arrow_c_stream__") or hasattr(data, "dtypes"):
        return grid_of(data)
    return grid_of([_members(one) if isinstance(one, ProgressEntry) else one for one in data])


def _members(entry: ProgressEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ProgressEntry._fields}


def grid_of_file(path: str | os.PathLike[str], sheet: str | None, most_cells: int) -> _core.Grid:
    """Rows of cells of a CSV file, a workbook or a document."""
    grid = _core.read_grid(Path(path), sheet or "", most_cells)
    if not grid.columns:
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [EMPTY_FILE])
    return grid
