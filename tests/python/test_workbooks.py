"""Plans as workbooks: what other programs write is read as a person sees it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
import xlsxwriter
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.command import main

HEAD = ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"]
AGENCIES = ["Phòng Kinh tế", "Phòng Tư pháp", "Công an xã"]


@dataclass(frozen=True)
class Shape:
    """One way to lay a list of tasks out in a workbook."""

    titles: int
    first_column: int
    parted_after: int
    merged: bool
    hidden: bool
    numbers: bool
    system_1904: bool
    strings: str


def rows_of(count: int) -> list[list[Any]]:
    return [
        [i + 1, f"Lập báo cáo {i}", f"Báo cáo {i}", AGENCIES[i // 3 % 3], date(2026, 1 + i % 12, 9)]
        for i in range(count)
    ]


def by_openpyxl(shape: Shape, rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    if shape.system_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    page = book.active
    at = 1
    for i in range(shape.titles):
        page.cell(at, shape.first_column, f"DANH MỤC {i}")
        at += 1
    for i, name in enumerate(HEAD):
        page.cell(at, shape.first_column + i, name)
    for number, row in enumerate(rows):
        at += 2 if number == shape.parted_after else 1
        for i, value in enumerate(row):
            cell = page.cell(at, shape.first_column + i, value)
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
        if not shape.numbers:
            page.cell(at, shape.first_column).value = str(row[0])
        page.row_dimensions[at].hidden = shape.hidden and number == 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_xlsxwriter(shape: Shape, rows: list[list[Any]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "constant_memory": shape.strings == "inline"}
    with xlsxwriter.Workbook(out, options | {"date_1904": shape.system_1904}) as book:
        page = book.add_worksheet("Phụ lục")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        bold = book.add_format({"bold": True})
        column = shape.first_column - 1
        at = 0
        for i in range(shape.titles):
            if shape.merged:
                page.merge_range(at, column, at, column + 4, f"DANH MỤC {i}")
            else:
                page.write_string(at, column, f"DANH MỤC {i}")
            at += 1
        for i, name in enumerate(HEAD):
            page.write_string(at, column + i, name)
        for number, row in enumerate(rows):
            at += 2 if number == shape.parted_after else 1
            if shape.hidden and number == 1:
                page.set_row(at, None, None, {"hidden": True})
            write = page.write_number if shape.numbers else page.write_string
            write(at, column, row[0] if shape.numbers else str(row[0]))
            first, rest = row[1].split(" ", 1)
            if shape.strings == "rich":
                page.write_rich_string(at, column + 1, bold, first, f" {rest}")
            else:
                page.write_string(at, column + 1, row[1])
            page.write_string(at, column + 2, row[2])
            page.write_string(at, column + 3, row[3])
            page.write_datetime(at, column + 4, row[4], day)
    return out.getvalue()


shapes = st.builds(
    Shape,
    titles=st.integers(0, 4),
    first_column=st.integers(1, 4),
    parted_after=st.integers(-1, 8),
    merged=st.booleans(),
    hidden=st.booleans(),
    numbers=st.booleans(),
    system_1904=st.booleans(),
    strings=st.sampled_from(["shared", "inline", "rich"]),
)


@settings(max_examples=60, deadline=None)
@given(shape=shapes, writer=st.sampled_from([by_openpyxl, by_xlsxwriter]))
def test_one_list_of_tasks_is_read_alike_in_all_layouts(shape: Shape, writer: Any) -> None:
    rows = rows_of(9)
    plan = sauro.read_plan(text=writer(shape, rows))
    read = [[int(t.number), t.title, t.product, t.lead, t.timeframe.text] for t in plan.tasks]
    assert read == [[*row[:4], row[4].strftime("%d/%m/%Y")] for row in rows]
    assert plan.coverage.lost == 0 and list(plan.unread) == []
    assert [r.kind for r in plan.remarks if r.kind == "hidden"] == ["hidden"] * shape.hidden


def test_a_usual_register_is_read_whole(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Phụ lục I"
    page.append(["STT", "Mã", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"])
    count = 0
    for area in range(17):
        page.append([sauro_roman(area + 1), None, f"LĨNH VỰC {area}"])
        for _ in range(8 if area else 9):
            count += 1
            page.append(
                [count, f"NV{count}", f"Lập báo cáo {count}", AGENCIES[count % 3], None, "Quý II"]
            )
    book.save(tmp_path / "a.xlsx")
    plan = sauro.read_plan(tmp_path / "a.xlsx")
    assert len(plan.tasks) == count == 137
    assert len(plan.annexes[0].areas) == 17
    assert plan.annexes[0].label == "Phụ lục I"
    assert plan.tasks[-1].area == "XVII"


def sauro_roman(number: int) -> str:
    return (
        "X" * (number // 10)
        + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
    )


def test_sheets_are_picked_by_name_in_python_and_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    for name in ("Một", "Hai"):
        page = book.create_sheet(name)
        page.append(HEAD)
        page.append([1, f"Lập báo cáo {name}", "Báo cáo", AGENCIES[0], "Quý I"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert len(sauro.read_plan(path).tasks) == 2
    for chosen in ("Hai", ["Hai"]):
        assert [t.title for t in sauro.read_plan(path, sheets=chosen).tasks] == ["Lập báo cáo Hai"]
    with refused(sauro.NotFoundError, match="no sheet 'Ba'; there are Sheet, Một, Hai"):
        sauro.read_plan(path, sheets="Ba")
    assert main(["read", str(path), "--sheet", "Một", "--sheet", "Hai"]) == 0
    assert main(["read", str(path), "--sheet", "Ba"]) == 1
    assert "Ba" in capsys.readouterr().err


def test_places_are_said_as_sheet_and_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Phụ lục I"
    page.append(HEAD)
    page.append([1, "Lập báo cáo", "#N/A", AGENCIES[0], "Quý I"])
    page.append([2, "Rà soát", "Báo cáo", AGENCIES[0], "Quý I"])
    page.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    plan = sauro.read_plan(tmp_path / "a.xlsx")
    assert "Phụ lục I, ô B2" in plan.tasks[0]._repr_html_()
    assert [(one.kind, one.span.line) for one in plan.remarks] == [("hidden", 3), ("value", 2)]
    summary = sauro.summary(plan)
    assert "Phụ lục I, ô C2: " in summary and "Phụ lục I, dòng 3: " in summary
