"""A workbook's sheet as it is stored: only the cells that exist, merged ranges as ranges.

The model of openpyxl makes each cell of a merged range, and a row as wide as the widest: a small
file may hold billions.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from sauro import _core
from sauro._base.errors import ParseError, Texts, ValidationError, error, say
from sauro.tracking._archives import broken, workbook_file

__all__ = ["grid_of_workbook"]

INVALID_PROGRESS = 262
TOO_MANY_CELLS = 143
NO_FLAW = ("", "")
UNSTORED = Texts("công thức chưa có giá trị lưu", "a formula without a stored value")
HIDDEN_ROW = Texts("dòng bị ẩn", "the row is hidden")
HIDDEN_COLUMN = Texts("cột bị ẩn", "the column is hidden")
EMPTY_SHEET = Texts("trang tính không có gì", "the sheet is empty")

Row = dict[int, Any]


def grid_of_workbook(
    path: str | os.PathLike[str], sheet: str | None, most_cells: int
) -> _core.Grid:
    """Rows of a workbook; what isn't plain to see in it is the flaw of its row."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(workbook_file(path), data_only=True, read_only=True)
    except Exception as why:  # whichever a broken part makes openpyxl run into
        raise broken(path, why) from None
    try:
        if sheet is not None and sheet not in book.sheetnames:
            there = _no_sheet(sheet, book.sheetnames)
            raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [there])
        page = _read(path, book, sheet)
    finally:
        book.close()
    return page.grid(most_cells)


def _read(path: str | os.PathLike[str], book: Any, sheet: str | None) -> _Sheet:
    try:
        return _Sheet(book[sheet if sheet is not None else book.sheetnames[0]])
    except Exception as why:
        raise broken(path, why) from None


def _no_sheet(name: str, there: list[str]) -> Texts:
    names = ", ".join(there)
    return say("không có trang tính {!r}; có {}", "no sheet {!r}; there are {}", name, names)


class _Sheet:
    """One sheet's stored cells and what hides or merges them."""

    def __init__(self, page: Any) -> None:
        self._name: str = page.title
        values = _parser(page, data_only=True)
        self._rows = _rows(values)
        formulas = _rows(_parser(page, data_only=False), formulas=True)
        self._unstored = {
            (r, c) for r, row in formulas.items() for c in row if c not in self._rows.get(r, {})
        }
        for r, c in self._unstored:
            self._rows.setdefault(r, {})[c] = None
        hidden = values.row_dimensions.items()
        self._hidden_rows = {int(r) for r, about in hidden if about.get("hidden") in ("1", "true")}
        self._hidden_columns = [
            (int(about["min"]), int(about["max"]))
            for about in values.column_dimensions.values()
            if about.get("hidden") in ("1", "true")
        ]
        self._merged = [] if values.merged_cells is None else list(values.merged_cells.mergeCell)

    def grid(self, most_cells: int) -> _core.Grid:
        from openpyxl.utils import get_column_letter

        if not self._rows:
            raise error(ValidationError, INVALID_PROGRESS, self._name, [EMPTY_SHEET])
        used = sorted({column for row in self._rows.values() for column in row})
        rows = sorted(r for r in self._rows if r > 1)
        if len(rows) * len(used) > most_cells:
            many = _too_many(len(rows), len(used), most_cells)
            raise error(ParseError, TOO_MANY_CELLS, self._name, [many])
        head = self._rows.get(1, {})
        columns = ["" if head.get(c) is None else str(head[c]) for c in used]
        letters = [get_column_letter(c) for c in used]
        read = [c for c, name in zip(used, columns, strict=True) if _core.is_progress_column(name)]
        flaws = self._flaws(rows, read)
        lines = []
        for r in rows:
            place, flaw = flaws.get(r, (f"row {r}", NO_FLAW))
            lines.append((place, [self._rows[r].get(c) for c in used], flaw))
        return _core.Grid(f"sheet {self._name}", columns, lines, letters)

    def _flaws(self, rows: list[int], read: list[int]) -> dict[int, tuple[str, Any]]:
        """By row: the place and what isn't plain to see there."""
        from openpyxl.utils import get_column_letter

        flaws: dict[int, tuple[str, Any]] = {}
        for c in read:
            letter = get_column_letter(c)
            for r, area in self._merged_in(c, rows):
                flaws[r] = f"row {r}, column {letter}", say("ô gộp {}", "merged cells {}", area)
            for r in rows:
                if (r, c) in self._unstored:
                    flaws[r] = f"row {r}, column {letter}", UNSTORED
        hidden = [c for c in read if any(low <= c <= high for low, high in self._hidden_columns)]
        for r in rows:
            if r in self._hidden_rows:
                flaws[r] = f"row {r}", HIDDEN_ROW
            elif hidden:
                flaws[r] = f"row {r}, column {get_column_letter(hidden[0])}", HIDDEN_COLUMN
        return flaws

    def _merged_in(self, column: int, rows: list[int]) -> Iterator[tuple[int, Any]]:
        """Rows whose cell in the column is merged, with the range; in one pass over both."""
        areas = [one for one in self._merged if one.min_col <= column <= one.max_col]
        areas.sort(key=lambda one: -one.min_row)
        last = None
        for r in rows:
            while areas and areas[-1].min_row <= r:
                area = areas.pop()
                if last is None or area.max_row > last.max_row:
                    last = area
            if last is not None and last.max_row >= r:
                yield r, last


def _too_many(rows: int, columns: int, most: int) -> Texts:
    return say(
        "trang tính có {} dòng và {} cột có dữ liệu, nhiều hơn {} ô (most_cells); hãy xóa ô thừa "
        "hoặc nêu most_cells lớn hơn",
        "the sheet has {} rows and {} columns in use, more than {} cells (most_cells); clear cells "
        "that aren't needed, or give a larger most_cells",
        rows,
        columns,
        most,
    )


def _parser(page: Any, *, data_only: bool) -> Any:
    from openpyxl.worksheet._reader import WorkSheetParser

    book = page.parent
    return WorkSheetParser(
        page._get_source(),
        page._shared_strings,
        data_only=data_only,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _rows(parser: Any, *, formulas: bool = False) -> dict[int, Row]:
    """Take the cells that hold something, or those with a formula, by row and column."""
    rows: dict[int, Row] = {}
    with parser.source:
        for number, cells in parser.parse():
            row = {
                cell["column"]: cell["value"]
                for cell in cells
                if cell["value"] is not None and (not formulas or cell["data_type"] == "f")
            }
            if row:
                rows.setdefault(number, {}).update(row)
    return rows
