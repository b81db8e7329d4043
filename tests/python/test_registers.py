"""A register filled in its own Word file."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
import sauro
from conftest import EXAMPLES, refused

FILE = EXAMPLES / "ke-hoach-tan-hoa.docx"


def board_of(plan: sauro.Plan) -> sauro.Board:
    first = plan.tasks[0].id
    log = sauro.Progress(
        [{"task": first, "date": "2026-02-20", "status": "done", "result": "<xong> & đủ"}]
    )
    return sauro.track(sauro.schedule(plan), log, date(2026, 7, 1))


def test_a_filled_register_has_two_columns_more_and_reads_as_the_same_plan(tmp_path: Path) -> None:
    plan = sauro.read_plan(FILE)
    board = board_of(plan)
    path = tmp_path / "so.docx"
    assert sauro.fill_register(FILE, board, path) == path.read_bytes()
    filled = sauro.read_plan(path)
    for before, after in zip(plan.tasks, filled.tasks, strict=True):
        assert (before.id, before.title, before.product) == (after.id, after.title, after.product)
        assert before.timeframe == after.timeframe
        assert after.extra["Tình trạng"]
    assert "<xong> & đủ" in filled.tasks[0].extra["Kết quả"]
    assert [(d.agency, d.text) for d in plan.duties] == [(d.agency, d.text) for d in filled.duties]
    assert filled.document == plan.document
    again = sauro.Progress.from_plan(filled, date(2026, 7, 1), on_problem="keep")
    first = again.entries[0]  # a task with one occurrence reads back as a log
    assert (first.task, first.status) == (plan.tasks[0].id, "done")


def test_nothing_else_of_the_file_is_touched() -> None:
    data = sauro.fill_register(FILE, board_of(sauro.read_plan(FILE)))
    with zipfile.ZipFile(FILE) as before, zipfile.ZipFile(io.BytesIO(data)) as after:
        assert before.namelist() == after.namelist()
        for name in before.namelist():
            if name != "word/document.xml":
                assert before.read(name) == after.read(name)
    old, new = docx.Document(str(FILE)), docx.Document(io.BytesIO(data))
    assert [p.text for p in old.paragraphs] == [p.text for p in new.paragraphs]


def test_a_board_of_another_plan_is_refused() -> None:
    other = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    board = sauro.track(sauro.schedule(other), sauro.Progress(), date(2026, 7, 1))
    with refused(sauro.ValidationError, match=r"the file has no task '1\.I\.3'"):
        sauro.fill_register(FILE, board)


def test_filling_the_filled_file_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "so.docx"
    once = sauro.fill_register(FILE, board_of(sauro.read_plan(FILE)), path)
    assert sauro.fill_register(path, board_of(sauro.read_plan(path))) == once


OWN = [
    ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian", "Tiến độ", "Kết quả đạt được"],
    ["1", "Ban hành kế hoạch", "Kế hoạch", "Phòng Kinh tế", "Quý I/2026", "", ""],
    ["2", "Tập huấn cán bộ", "Báo cáo", "Công an xã", "Quý II/2026", "", "đã mời báo cáo viên"],
]


def own_register(path: Path, *without: str) -> None:
    book = docx.Document()
    book.add_paragraph("KẾ HOẠCH")
    book.add_paragraph("Năm 2026")
    kept = [i for i, name in enumerate(OWN[0]) if name not in without]
    table = book.add_table(rows=3, cols=len(kept), style="Table Grid")
    for row, texts in zip(table.rows, OWN, strict=True):
        for cell, i in zip(row.cells, kept, strict=True):
            cell.paragraphs[0].add_run(texts[i]).italic = True
    book.save(str(path))


@pytest.mark.parametrize("without", [(), ("Tiến độ",), ("Kết quả đạt được",)], ids=str)
def test_a_register_is_filled_in_its_own_columns_and_read_again(
    without: tuple[str, ...], tmp_path: Path
) -> None:
    path, filled = tmp_path / "ke-hoach.docx", tmp_path / "so.docx"
    own_register(path, *without)
    plan = sauro.read_plan(path)
    first = plan.tasks[0].id
    log = sauro.Progress(
        [{"task": first, "date": "2026-02-20", "status": "done", "result": "QĐ 12"}]
    )
    board = sauro.track(sauro.schedule(plan), log, date(2026, 4, 1))
    data = sauro.fill_register(path, board, filled)
    assert sauro.fill_register(filled, board) == data
    table = docx.Document(str(filled)).tables[0]
    assert len(table.columns) == 7
    rows = [
        {h.text: c.text for h, c in zip(table.rows[0].cells, row.cells, strict=True)}
        for row in table.rows[1:]
    ]
    status = "Tình trạng" if "Tiến độ" in without else "Tiến độ"
    result = "Kết quả" if "Kết quả đạt được" in without else "Kết quả đạt được"
    assert [row[status] for row in rows] == ["hoàn thành đúng hạn", "chưa đến hạn"]
    kept = "" if without == ("Kết quả đạt được",) else "đã mời báo cáo viên"
    assert [row[result] for row in rows] == ["QĐ 12", kept]
    again = sauro.Progress.from_plan(sauro.read_plan(filled), date(2026, 2, 20))
    assert again.entries[0].status == "done" and again.entries[0].result == "QĐ 12"
