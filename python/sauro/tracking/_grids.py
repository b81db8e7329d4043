"""What programs, CSV files and workbooks hold, as rows of cells that a log is read from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import NotFoundError, ParseError, Texts, ValidationError, error, say
from sauro._base.files import CANNOT_READ, FILE_NOT_FOUND, NO_SUCH_FILE
from sauro._core import ProgressEntry
from sauro.table._grids import grid_of

__all__ = ["grid_of_file", "grid_of_log"]

INVALID_PROGRESS = 262
NO_FLAW = ("", "")
UNSTORED = Texts("công thức chưa có giá trị lưu", "a formula without a stored value")
HIDDEN_ROW = Texts("dòng bị ẩn", "the row is hidden")
HIDDEN_COLUMN = Texts("cột bị ẩn", "the column is hidden")
EMPTY_FILE = Texts("tệp không có gì", "the file is empty")
EMPTY_SHEET = Texts("trang tính không có gì", "the sheet is empty")


def grid_of_log(data: Any) -> _core.Grid:
    """Rows of cells of what a program holds: a table of any kind, or entries."""
    if isinstance(data, Mapping) or hasattr(data, "__arrow_c_stream__") or hasattr(data, "dtypes"):
        return grid_of(data)
    return grid_of([_members(one) if isinstance(one, ProgressEntry) else one for one in data])


def _members(entry: ProgressEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ProgressEntry._fields}


def grid_of_file(path: str | os.PathLike[str], sheet: str | None) -> _core.Grid:
    """Rows of cells of a CSV file or a workbook."""
    if Path(path).suffix.lower() == ".xlsx":
        return _excel_grid(path, sheet)
    grid = _core.read_csv(path)
    if not grid.columns:
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [EMPTY_FILE])
    return grid


def _no_sheet(name: str, there: list[str]) -> Texts:
    names = ", ".join(there)
    return say("không có trang tính {!r}; có {}", "no sheet {!r}; there are {}", name, names)


def _excel_grid(path: str | os.PathLike[str], sheet: str | None) -> _core.Grid:
    """Rows of a workbook; what isn't plain to see in it is the flaw of its row."""
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path)
    except FileNotFoundError:
        raise error(NotFoundError, FILE_NOT_FOUND, os.fspath(path), [NO_SUCH_FILE]) from None
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as why:
        broken = [say("không phải bảng tính Excel: {}", "no workbook: {}", why)]
        raise error(ParseError, CANNOT_READ, os.fspath(path), broken) from None
    if sheet is not None and sheet not in values.sheetnames:
        there = _no_sheet(sheet, values.sheetnames)
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [there])
    name = sheet if sheet is not None else values.sheetnames[0]
    page, written = values[name], formulas[name]
    merged = {
        (r, c): str(area)
        for area in page.merged_cells.ranges
        for r in range(area.min_row, area.max_row + 1)
        for c in range(area.min_col, area.max_col + 1)
    }
    lines = list(page.iter_rows(values_only=True))
    if not lines:
        raise error(ValidationError, INVALID_PROGRESS, name, [EMPTY_SHEET])
    columns = ["" if header is None else str(header) for header in lines[0]]
    letters = [get_column_letter(i + 1) for i in range(len(columns))]
    read = [(i, letters[i]) for i, name in enumerate(columns) if _core.is_progress_column(name)]
    hidden = [letter for _, letter in read if page.column_dimensions[letter].hidden]
    rows = []
    for r, line in enumerate(lines[1:], 2):
        place, flaw = f"row {r}", NO_FLAW
        for i, letter in read:
            if (r, i + 1) in merged:
                area = merged[r, i + 1]
                merge = say("ô gộp {}", "merged cells {}", area)
                place, flaw = f"row {r}, column {letter}", merge
            elif written.cell(r, i + 1).data_type == "f" and line[i] is None:
                place, flaw = f"row {r}, column {letter}", UNSTORED
        if page.row_dimensions[r].hidden:
            place, flaw = f"row {r}", HIDDEN_ROW
        elif hidden:
            place, flaw = f"row {r}, column {hidden[0]}", HIDDEN_COLUMN
        rows.append((place, line, flaw))
    return _core.Grid(f"sheet {name}", columns, rows, letters)
