"""Cells that people merge in registers: what they hold is of each row, or a problem is named."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
from sauro import datasets

HEADER = ["Mã", "Nhiệm vụ", "Kỳ", "Tình trạng", "Tỷ lệ hoàn thành", "Kết quả", "Ngày cập nhật"]
HEADER += ["Người cập nhật", "Ghi chú"]
CHOICES: dict[str, list[Any]] = {
    "Tình trạng": ["Xong", "Đang làm", "Chưa"],
    "Tỷ lệ hoàn thành": [60, 80.5, None],
    "Kết quả": ["Đã ban hành", "Đã tập huấn", None],
    "Ngày cập nhật": ["27/3/2026", "28/3/2026"],
    "Người cập nhật": ["Lan", "Hòa", None],
    "Ghi chú": ["chờ ký", None],
}


def book(path: Path, rows: list[list[Any]], merged: list[str] = []) -> Path:  # noqa: B006
    made = openpyxl.Workbook()
    page = made.active
    page.append(["SỔ THEO DÕI"])
    page.append(HEADER)
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    made.save(path)
    return path


def cells_of(chance: random.Random, count: int) -> list[list[Any]]:
    """Rows in which the same value often stands below itself."""
    rows: list[list[Any]] = []
    for at in range(count):
        row: list[Any] = [f"1.I.{at}", f"Nhiệm vụ thứ {at}", "Quý I"]
        for name, values in CHOICES.items():
            above = rows[-1][HEADER.index(name)] if rows else None
            row.append(above if rows and chance.random() < 0.6 else chance.choice(values))
        rows.append(row)
    return rows


def merged_areas(chance: random.Random, rows: list[list[Any]]) -> list[str]:
    """Some of the runs of one value in a column, as people merge them."""
    areas = []
    for column in range(3, len(HEADER)):
        letter, first = chr(ord("A") + column), 0
        for at in range(1, len(rows) + 1):
            if at < len(rows) and rows[at][column] == rows[first][column]:
                continue
            if at - first > 1 and chance.random() < 0.7:
                areas.append(f"{letter}{first + 3}:{letter}{at + 2}")
            first = at
    return areas


@pytest.mark.parametrize("seed", range(30))
def test_what_is_merged_downwards_holds_for_each_row(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    rows = cells_of(chance, chance.randint(2, 12))
    areas = merged_areas(chance, rows)
    plain = sauro.Progress.read(book(tmp_path / "so.xlsx", rows))
    merged = sauro.Progress.read(book(tmp_path / "gop.xlsx", rows, areas))
    assert merged == plain and len(plain) == len(rows)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_merged_sideways_is_named(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    rows = cells_of(chance, 4)
    row = chance.randrange(4)
    first = chance.randrange(3, len(HEADER) - 2)
    down = chance.choice([0, 1])
    end = min(row + down, 3)
    area = f"{chr(65 + first)}{row + 3}:{chr(65 + first + 1)}{end + 3}"
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Progress.read(book(tmp_path / "gop.xlsx", rows, [area]))
    assert all(f"ô gộp {area}" in one.message for one in caught.value.problems)
    assert len(caught.value.problems) == end - row + 1


def test_a_day_merged_over_rows_that_report_nothing_reports_nothing(tmp_path: Path) -> None:
    rows = [[f"1.I.{at}", f"Nhiệm vụ {at}", "", *[None] * 6] for at in range(4)]
    rows[1][3] = "Xong"
    rows[0][6] = "27/3/2026"
    log = sauro.Progress.read(book(tmp_path / "so.xlsx", rows, ["G3:G6"]))
    assert [one.task for one in log.entries] == ["1.I.1"]


def test_an_updated_register_keeps_what_was_merged(tmp_path: Path) -> None:
    plan = datasets.plan("phu-my")
    path = tmp_path / "so.xlsx"
    sauro.write_register(plan, path)
    filled = openpyxl.load_workbook(path)
    page = filled.active
    page.protection.disable()
    head = {cell.value: cell.column for cell in page[3]}
    for name, value in (("Tình trạng", "Xong"), ("Ngày cập nhật", "27/3/2026")):
        page.cell(4, head[name]).value = value
        page.merge_cells(start_row=4, end_row=6, start_column=head[name], end_column=head[name])
    filled.save(path)
    left = sauro.write_register(plan, tmp_path / "moi.xlsx", update=path)
    again = sauro.Progress.read(tmp_path / "moi.xlsx", year=2026)
    assert len(left) == 0 and len(again) == 3
