"""Steps of what is written in Python on worst inputs: in proportion to what a file holds."""

from __future__ import annotations

import math
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import refused

openpyxl = pytest.importorskip("openpyxl")
HEAD = ["Mã nhiệm vụ", "Ngày", "Trạng thái"]
MOST_GROWTH = 1.25


def steps_of(call: Callable[[], Any]) -> int:
    """Lines that Python runs."""
    steps = 0

    def count(_frame: Any, event: str, _argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(before)
    return steps


def growth(small: int, large: int) -> float:
    return math.log(large / small, 8)


def log_book(path: Path, rows: int) -> Path:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    for i in range(rows):
        book.active.append([f"1.I.{i}", date(2026, 3, 1), "Đang thực hiện"])
    book.save(path)
    return path


def rewritten(path: Path, old: str, new: str) -> Path:
    """The workbook with other words in its sheet, as no program would write them."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert old.encode() in parts[sheet]
    parts[sheet] = parts[sheet].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def merged(path: Path, *ranges: str) -> Path:
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return rewritten(path, "</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>")


def wide(path: Path, *rows: int) -> Path:
    """A cell in the last column of some rows."""
    for r in rows:
        cell = f'<c r="XFD{r}"><v>1</v></c></row><row r="{r + 1}"'
        rewritten(path, f'</row><row r="{r + 1}"', cell)
    return path


SHAPES: dict[str, Callable[[Path, int], Path]] = {
    "rows": lambda path, n: log_book(path, n),
    "a range merged over all columns and rows": lambda path, n: merged(
        log_book(path, n), "E5:XFD1048576"
    ),
    "ranges merged over one another": lambda path, n: merged(
        log_book(path, n), *[f"A{i}:XFD1048576" for i in range(2, n)]
    ),
    "rows merged two by two": lambda path, n: merged(
        log_book(path, n), *[f"C{i}:C{i + 1}" for i in range(2, n, 2)]
    ),
    "a cell in the last column": lambda path, n: wide(log_book(path, n), 3),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_workbook_costs_what_it_holds(name: str, tmp_path: Path) -> None:
    small, large = (SHAPES[name](tmp_path / f"{n}.xlsx", n) for n in (40, 320))
    counts = [
        steps_of(partial(sauro.Progress.read, path, on_problem="keep"))
        for path in (small, small, large)
    ]
    assert growth(counts[1], counts[2]) <= MOST_GROWTH


def test_a_sheet_with_more_cells_in_use_than_are_let_in_is_refused_with_the_remedy(
    tmp_path: Path,
) -> None:
    path = log_book(tmp_path / "tien-do.xlsx", 10)
    assert len(sauro.Progress.read(path, most_cells=30).entries) == 10
    with refused(
        sauro.ParseError, match="10 rows and 3 columns in use, more than 29 cells .most_cells"
    ):
        sauro.Progress.read(path, most_cells=29)
