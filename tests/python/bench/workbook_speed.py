"""Cells of a workbook of 2,000 rows: sauro beside openpyxl and python-calamine, in the same run."""

from __future__ import annotations

import tempfile
import timeit
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter
from sauro import _core

ROWS, ROUNDS = 2_000, 7


def book(path: Path) -> None:
    """Write a register of tasks with texts, numbers and days."""
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet("Phụ lục")
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, ["STT", "Mã", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Hạn", "Tỷ lệ"])
        for i in range(1, ROWS + 1):
            texts = [f"NV{i}", f"Rà soát thủ tục hành chính nhóm {i}", "Báo cáo", "Phòng Tư pháp"]
            page.write_number(i, 0, i)
            page.write_row(i, 1, texts)
            page.write_datetime(i, 5, date(2026, 1 + i % 12, 1 + i % 28), day)
            page.write_number(i, 6, i / ROWS)


def by_openpyxl(path: Path) -> object:
    """Read as its guide says for speed."""
    page = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return list(page.iter_rows(values_only=True))


def by_calamine(path: Path) -> object:
    """Read all rows as Python values."""
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def by_sauro(path: Path) -> object:
    """Read all rows as the grid that logs are read from."""
    return _core.read_grid(path, "", 16_000_000)


def seconds(call: Callable[[Path], object], path: Path) -> float:
    """Take the best of some rounds."""
    return min(timeit.repeat(lambda: call(path), number=1, repeat=ROUNDS))


def main() -> None:
    """Print milliseconds, and how many times as long the others take."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book(path)
        own = seconds(by_sauro, path)
        print(f"sauro           {own * 1e3:7.1f} ms")
        for name, call in (("openpyxl", by_openpyxl), ("python-calamine", by_calamine)):
            other = seconds(call, path)
            print(f"{name:15} {other * 1e3:7.1f} ms  {other / own:5.1f} times")


if __name__ == "__main__":
    main()
