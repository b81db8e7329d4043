"""Registers to fill in: written, filled in as an officer does, read back as logs."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import sauro
from conftest import EXAMPLES, refused

ENDINGS = ("xlsx", "docx", "csv")
AS_OF = date(2026, 7, 10)
PLAN = """Số: 21/KH-UBND

Phú Mỹ, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Năm 2026

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
"""
ROWS = [
    "1\tBan hành kế hoạch tuyên truyền;\tKế hoạch\tPhòng Kinh tế\tCông an xã\tQuý I",
    "2\tTập huấn cán bộ một cửa\tBáo cáo\tPhòng Kinh tế, Công an xã\t\tQuý III",
    "3\tKiểm tra việc tiếp dân\tBiên bản\tCông an xã\t\tHằng quý",
    "4\tRà soát thủ tục hành chính\tBáo cáo\t\t\tThường xuyên",
    "5\tXây dựng trang thông tin\tTrang\tPhòng Kinh tế\t\t",
]


def plan_of(*rows: str) -> sauro.Plan:
    return sauro.read_plan(text=PLAN + "\n".join(rows or ROWS))


def board(plan: sauro.Plan, log: sauro.Progress) -> sauro.Board:
    return sauro.track(sauro.schedule(plan), log, AS_OF)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_register_of_any_plan_is_a_log_of_nothing(
    sample: Path, ending: str, tmp_path: Path
) -> None:
    plan = sauro.read_plan(sample)
    path = tmp_path / f"so.{ending}"
    assert len(sauro.write_register(plan, path)) == 0
    log = sauro.Progress.read(path)
    assert len(log) == 0 and log.problems == []
    assert board(plan, log) == board(plan, sauro.Progress())


# how an officer fills a register in: (row of the register, values by header)
Filled = dict[int, dict[str, Any]]


def fill_xlsx(path: Path, filled: Filled) -> None:
    book = openpyxl.load_workbook(path)
    page = book.active
    heads = {cell.value: cell.column for cell in page[3]}
    for row, values in filled.items():
        for name, value in values.items():
            cell = page.cell(row + 4, heads[name])
            is_share = name == "Tỷ lệ hoàn thành"
            cell.value = float(str(value).rstrip("%")) / 100 if is_share else value
    book.save(path)


def fill_docx(path: Path, filled: Filled) -> None:
    book = docx.Document(str(path))
    table = book.tables[0]
    heads = [cell.text for cell in table.rows[0].cells]
    for row, values in filled.items():
        for name, value in values.items():
            table.rows[row + 1].cells[heads.index(name)].text = written(value)
    book.save(str(path))


def fill_csv(path: Path, filled: Filled) -> None:
    import csv

    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for row, values in filled.items():
        for name, value in values.items():
            rows[row + 1][rows[0].index(name)] = written(value)
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8-sig")


def written(value: Any) -> str:
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value)


FILL: dict[str, Callable[[Path, Filled], None]] = {
    "xlsx": fill_xlsx,
    "docx": fill_docx,
    "csv": fill_csv,
}
WEEK: Filled = {
    0: {
        "Tình trạng": "Hoàn thành",
        "Ngày cập nhật": date(2026, 3, 20),
        "Số, ngày văn bản": "12/KH-UBND ngày 20/3/2026",
        "Kết quả": "Đã ban hành",
    },
    1: {"Tình trạng": "Đang làm", "Tỷ lệ hoàn thành": "60%", "Ngày cập nhật": date(2026, 7, 3)},
    3: {"Tình trạng": "Xong", "Ngày cập nhật": date(2026, 7, 2), "Ghi chú": "chờ số liệu"},
    6: {"Tình trạng": "Đã báo cáo", "Ngày cập nhật": date(2026, 3, 10)},
    10: {"Tình trạng": "HT", "Ngày cập nhật": date(2026, 5, 5), "Người cập nhật": "Lan"},
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_an_officer_fills_in_is_the_board_that_he_means(ending: str, tmp_path: Path) -> None:
    plan = plan_of()
    path = tmp_path / f"so.{ending}"
    sauro.write_register(plan, path)
    FILL[ending](path, WEEK)
    log = sauro.Progress.read(path)
    table = board(plan, log).table
    got = list(zip(table["task"].tolist(), table["status"].tolist(), strict=True))
    first = plan.tasks[0].id.rsplit(".", 1)[0]
    assert got == [
        (f"{first}.1", "done_on_time"),
        (f"{first}.2", "in_progress"),
        *((f"{first}.3", name) for name in ("overdue", "done_late", "not_due", "not_due")),
        *((f"{first}.4", name) for name in ("done_on_time", "not_reported", "not_due", "not_due")),
        (f"{first}.5", "done"),
    ]
    assert [entry.percent for entry in log.entries] == [None, 60, None, None, None]
    assert log.entries[0].document == "12/KH-UBND ngày 20/3/2026"
    assert (log.entries[2].note, log.entries[4].who) == ("chờ số liệu", "Lan")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("other", ENDINGS)
def test_a_changed_plan_keeps_what_was_filled_in(ending: str, other: str, tmp_path: Path) -> None:
    old, new = tmp_path / f"so-cu.{ending}", tmp_path / f"so-moi.{other}"
    plan = plan_of()
    sauro.write_register(plan, old)
    FILL[ending](old, WEEK)
    assert len(sauro.write_register(plan, new, update=old)) == 0
    assert _said(sauro.Progress.read(new)) == _said(sauro.Progress.read(old))
    # a task in front, so that numbers move, one gone, and one without the period that it had
    shifted = [
        "1\tHọp giao ban đầu năm\tBiên bản\tPhòng Kinh tế\t\tQuý I",
        *(f"{number}{row[1:]}" for number, row in zip("23", [ROWS[0], ROWS[2]], strict=True)),
    ]
    changed = plan_of(*shifted)
    left = sauro.write_register(changed, new, update=old)
    assert left["title"].tolist() == [
        "Tập huấn cán bộ một cửa",
        "Rà soát thủ tục hành chính",
        "Xây dựng trang thông tin",
    ]
    assert "HT" in left["filled"].tolist()[2]
    entries = sauro.Progress.read(new).entries
    assert [(one.task[-1], one.status) for one in entries] == [("2", "done"), ("3", "done")]
    assert entries[0].result == "Đã ban hành"


def test_an_older_log_without_periods_fills_tasks_of_one_period(tmp_path: Path) -> None:
    old, new = tmp_path / "cu.csv", tmp_path / "moi.csv"
    rows = [("Ban hành kế hoạch tuyên truyền", "Xong"), ("Kiểm tra việc tiếp dân", "Đang làm")]
    lines = [f"{title};1/3/2026;{state}" for title, state in rows]
    old.write_text("\n".join(["Nhiệm vụ;Ngày;Tình trạng", *lines]), encoding="utf-8")
    left = sauro.write_register(plan_of(), new, update=old)
    assert left["title"].tolist() == ["Kiểm tra việc tiếp dân"]  # of which quarter?
    assert [one.status for one in sauro.Progress.read(new).entries] == ["done"]


def _said(log: sauro.Progress) -> list[Any]:
    return [
        (one.task, one.occurrence, one.date, one.status, one.percent, one.result, one.document)
        for one in log.entries
    ]


def test_a_workbook_is_ready_for_an_office(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    sauro.write_register(plan_of(), path)
    page = openpyxl.load_workbook(path).active
    heads = [cell.value for cell in page[3]]
    assert heads == [
        "Mã", "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kỳ", "Hạn", "Tình trạng",
        "Tỷ lệ hoàn thành", "Kết quả", "Số, ngày văn bản", "Ngày cập nhật", "Người cập nhật",
        "Ghi chú",
    ]  # fmt: skip
    assert page.column_dimensions["A"].hidden and page.freeze_panes == "D4"
    assert page.auto_filter.ref == "A3:N14" and page.print_title_rows == "$3:$3"
    assert (
        page.page_setup.orientation == "landscape" and page.sheet_properties.pageSetUpPr.fitToPage
    )
    assert page["G4"].value.date() == date(2026, 3, 31) and page["G4"].number_format == "dd/mm/yyyy"
    assert page["I4"].number_format == "0%"
    assert page.protection.sheet and not page.protection.autoFilter
    locked = [page.cell(4, column).protection.locked for column in range(1, 15)]
    assert locked == [True] * 7 + [False] * 7
    lists = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert "Đang thực hiện" in lists[0].formula1 and "H4:H14" in str(lists[0].sqref)


def test_one_register_for_each_agency(tmp_path: Path) -> None:
    plan = plan_of()
    sauro.write_register(plan, tmp_path / "so.csv", by="agency")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["so-chua-giao.csv", "so-cong-an.csv", "so-phong-kinh-te.csv"]
    text = (tmp_path / "so-cong-an.csv").read_text(encoding="utf-8-sig")
    assert text.count("Tập huấn") == 1 and text.count("Kiểm tra") == 4 and "trang" not in text


def test_a_register_in_english_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    plan = plan_of()
    sauro.write_register(plan, path, language="en")
    assert len(sauro.Progress.read(path)) == 0
    page = openpyxl.load_workbook(path)
    sheet = page.active
    heads = {cell.value: cell.column for cell in sheet[3]}
    sheet.cell(4, heads["Status"]).value = "Done"
    sheet.cell(4, heads["Date"]).value = date(2026, 3, 3)
    page.save(path)
    assert board(plan, sauro.Progress.read(path)).counts["done_on_time"] == 1


def test_endings_and_shared_files_are_refused(tmp_path: Path) -> None:
    plan = plan_of()
    with refused(sauro.ValidationError, match=r"can't write '\.pdf'; use \.xlsx, \.docx, \.csv"):
        sauro.write_register(plan, tmp_path / "so.pdf")
    path = tmp_path / "so.csv"
    sauro.write_register(plan, path)
    with refused(sauro.ValidationError, match="name another one"):
        sauro.write_register(plan, path, update=path)


def test_a_document_without_a_register_says_so() -> None:
    with refused(sauro.ValidationError, match="columns of a register"):
        sauro.Progress.read(EXAMPLES / "ke-hoach-tan-hoa.docx")
