"""Workbooks of reports and registers: how they are printed, what cells hold, and read back."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
from sauro.reporting._metrics import lines_of

DAY = date(2026, 7, 10)
NAMES = ("phu-my", "tan-hoa", "an-loc")
TABLES = ("Theo cơ quan chủ trì", "Theo lĩnh vực", "Cần đôn đốc", "Tiến độ", "Sổ nhiệm vụ")


def board_of(name: str) -> sauro.Board:
    due = sauro.schedule(sauro.datasets.plan(name))
    return sauro.track(due, sauro.datasets.progress(name), DAY)


def made(name: str, path: Path, kind: str = "report", **options: Any) -> Path:
    if kind == "register":
        sauro.write_register(sauro.datasets.plan(name), path)
    else:
        plan = sauro.datasets.plan(name)
        sauro.report(plan, board=board_of(name), path=path, **options)
    return path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["report", "register"])
def test_sheets_are_printed_on_their_side_as_wide_as_the_page(
    name: str, kind: str, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(made(name, tmp_path / "a.xlsx", kind))
    for page in book:
        assert page.page_setup.orientation == "landscape" and int(page.page_setup.paperSize) == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    tables = [book[title] for title in TABLES] if kind == "report" else list(book)
    for page in tables:
        head = 1 if kind == "report" else 3
        assert page.print_title_rows == f"${head}:${head}", page.title
        assert str(page.auto_filter.ref).startswith(f"A{head}:"), page.title
        assert page.freeze_panes


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["report", "register"])
def test_rows_are_as_tall_as_their_texts_and_may_grow(name: str, kind: str, tmp_path: Path) -> None:
    path = made(name, tmp_path / "a.xlsx", kind)
    book = openpyxl.load_workbook(path)
    tall = 0
    for page in book:
        merged = {str(cells).split(":")[0] for cells in page.merged_cells.ranges}
        widths = {
            at: one.width
            for one in page.column_dimensions.values()
            for at in range(one.min, one.max + 1)
        }
        for row in page.iter_rows(min_row=4):
            for cell in row:
                if isinstance(cell.value, str) and cell.coordinate not in merged:
                    lines = lines_of(cell.value, widths[cell.column] * 5.5, 11)
                    height = page.row_dimensions[cell.row].height or 15
                    assert height >= min(14 * lines, 409), cell.coordinate
                    tall += lines > 1
    assert tall
    with zipfile.ZipFile(path) as archive:
        sheets = [
            archive.read(n) for n in archive.namelist() if "/sheet" in n and n.endswith(".xml")
        ]
    assert not any(re.search(rb"<row [^>]*customHeight", sheet) for sheet in sheets)


def test_days_numbers_and_percents_are_no_texts(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(made("phu-my", tmp_path / "a.xlsx", since="2026-06-26"))
    head, *rows = book["Tiến độ"].iter_rows()
    at = {cell.value: cell.column - 1 for cell in head}
    for row in rows:
        for name in ("Hạn", "Ngày hoàn thành"):
            assert isinstance(row[at[name]].value, datetime | None)
            assert row[at[name]].value is None or row[at[name]].number_format == "dd/mm/yyyy"
    shares = [row[at["Tỷ lệ hoàn thành"]] for row in rows if row[at["Tỷ lệ hoàn thành"]].value]
    assert shares and all(0 < cell.value <= 1 and "%" in cell.number_format for cell in shares)
    groups = list(book["Theo cơ quan chủ trì"].iter_rows(min_row=2))
    assert all(isinstance(cell.value, int | float | None) for row in groups for cell in row[1:])
    change = next(
        row for row in book["Báo cáo"].iter_rows() if str(row[0].value).startswith("So với")
    )
    assert all(isinstance(cell.value, int) for cell in change[1:])
    assert change[1].number_format.startswith("+")


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[-6:][n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_colours_go_with_words_and_can_be_read(language: Any, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(made("phu-my", tmp_path / "a.xlsx", language=language))
    states = set()
    for page in (book.worksheets[-2], book.worksheets[-1]):
        cells = {str(cell.value) for column in page.iter_cols() for cell in column}
        rules = [rule for ranges in page.conditional_formatting for rule in ranges.rules]
        assert rules
        for rule in rules:
            states |= {rule.text for text in cells if rule.text in text}
            ink, ground = rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb
            assert contrast(ink, ground) >= 4.5
    assert len(states) >= 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sheet_of_progress_is_a_log_that_gives_the_same_board(
    name: str, language: Any, tmp_path: Path
) -> None:
    before = board_of(name)
    path = made(name, tmp_path / "a.xlsx", language=language)
    sheet = openpyxl.load_workbook(path).sheetnames[-2]
    log = sauro.Progress.read(path, sheet=sheet, on=DAY)
    again = sauro.track(before.schedule, log, DAY)
    assert again.counts == before.counts
    columns = ["task", "occurrence", "due", "status", "result", "document"]
    rows, same = again.table[columns].to_dicts(), before.table[columns].to_dicts()
    for one, other in zip(rows, same, strict=True):
        assert one | {"result": ""} == other | {"result": ""}
        assert one["result"].rstrip(" .;") == other["result"].rstrip(" .;")


def test_a_report_as_bytes_is_a_workbook() -> None:
    data = sauro.report(sauro.datasets.plan("phu-my"), format="xlsx")
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["Tổng hợp", "Sổ nhiệm vụ"]
