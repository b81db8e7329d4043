"""Columns that say how many days a task takes."""

from datetime import date

import pytest
import sauro

FIRST = "12/01/2026"  # a Monday


def task_of(header: dict[str, str]) -> tuple[sauro.Task, list[str]]:
    """Read a table of one task with these columns beside the usual ones."""
    names = ["TT", "Nhiệm vụ", "Chủ trì", *header]
    cells = ["1", "Họp dân", "Phòng Kinh tế", *header.values()]
    plan = sauro.read_plan(text="\t".join(names) + "\n" + "\t".join(cells))
    assert plan.coverage.lost == 0
    return plan.tasks[0], [remark.field for remark in plan.remarks]


@pytest.mark.parametrize("start", ["Ngày bắt đầu", "Từ ngày", "Thời gian nhận"])
@pytest.mark.parametrize(
    ("header", "cell", "due"),
    [
        ("Số ngày dự kiến", "10", date(2026, 1, 22)),
        ("Số ngày thực hiện", "10 ngày", date(2026, 1, 22)),
        ("Số ngày dự kiến", "10 ngày làm việc", date(2026, 1, 26)),
        ("Số ngày làm việc", "10", date(2026, 1, 26)),
        ("Thời gian thực hiện (ngày)", "10", date(2026, 1, 22)),
        ("Thời gian thực hiện (ngày làm việc)", "10", date(2026, 1, 26)),
        ("Thời lượng", "2 tuần", date(2026, 1, 26)),
        ("Thời lượng", "1 tháng", date(2026, 2, 12)),
    ],
)
def test_days_run_from_the_column_that_says_where(
    header: str, cell: str, due: date, start: str
) -> None:
    for columns in ({start: FIRST, header: cell}, {header: cell, start: FIRST}):
        task, remarks = task_of(columns)
        time = task.timeframe
        assert (time.kind, time.start, time.due) == ("window", date(2026, 1, 12), due)
        assert time.text.startswith(cell)
        assert time.reading.endswith("kể từ ngày 12/1/2026")
        assert remarks == []


@pytest.mark.parametrize(
    "columns", [{"Số ngày dự kiến": "10"}, {"Bắt đầu": "", "Thời lượng": "3 tuần"}]
)
def test_days_that_begin_nowhere_are_a_remark(columns: dict[str, str]) -> None:
    task, remarks = task_of(columns)
    assert task.timeframe.due is None
    assert remarks == ["timeframe"]


def test_a_due_day_says_more_than_a_number_of_days() -> None:
    task, remarks = task_of({"Bắt đầu": FIRST, "Số ngày dự kiến": "10", "Hạn": "30/3/2026"})
    assert (task.timeframe.start, task.timeframe.due) == (date(2026, 1, 12), date(2026, 3, 30))
    assert task.extra["Số ngày dự kiến"] == "10"
    task, remarks = task_of({"Bắt đầu": FIRST, "Số ngày dự kiến": "Quý I/2026"})
    assert task.timeframe.due == date(2026, 3, 31)
    assert remarks == []
