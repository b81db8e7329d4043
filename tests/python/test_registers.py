"""A register filled in its own Word file."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
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
