"""The day of report: where periods close and are due, in each command that works out days."""

from __future__ import annotations

import calendar
import csv
import io
import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sauro
from hypothesis import given
from hypothesis import strategies as st
from sauro import datasets
from sauro.command._main import main

HEAD = """Số: 2/KH-UBND

Phú Mỹ, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Năm 2026

"""
TABLE = """STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian
1\tKiểm soát thủ tục hành chính\tVăn bản\tPhòng Kinh tế\tThường xuyên
2\tBáo cáo công tác cải cách hành chính\tBáo cáo\tPhòng Kinh tế\tHằng quý
3\tTổ chức đối thoại với người dân\tBiên bản\tPhòng Kinh tế\tHằng quý
4\tTổng hợp kết quả đánh giá\tBáo cáo\tPhòng Kinh tế\tTrước ngày 20 tháng 6
5\tBáo cáo kết quả giải quyết hồ sơ\tBáo cáo\tPhòng Kinh tế\tHằng tháng
"""
TOLD = "Định kỳ hàng quý, 6 tháng, 9 tháng và năm báo cáo kết quả thực hiện về UBND xã.\n\n"
PLANS = [sauro.read_plan(text=HEAD + TABLE), sauro.read_plan(text=HEAD + TOLD + TABLE)]
SAID = st.tuples(st.integers(1, 31), st.booleans())


def in_month(day: date, months: int, number: int) -> date:
    """A second, naive way to the day of a later month, or its last one."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(number, calendar.monthrange(year, month + 1)[1]))


def due_days(plan: sauro.Plan, **options: Any) -> dict[tuple[str, str], Any]:
    made = sauro.schedule(plan, **options)
    return {(one.task, one.occurrence): one for one in made.occurrences}


@pytest.mark.parametrize("plan", PLANS)
@given(SAID)
def test_reviews_and_reports_close_on_the_day_and_nothing_else_does(
    plan: sauro.Plan, said: tuple[int, bool]
) -> None:
    number, is_after = said
    told = f"+{number}" if is_after else number
    plain = due_days(plan)
    moved = due_days(plan, report_day=told)
    for key, one in moved.items():
        task = key[0].rpartition(".")[2]
        if task in ("3", "4"):
            assert one == plain[key]
        elif task in ("2", "5"):
            closed = plain[key]
            due = in_month(closed.due, int(is_after), number)
            if due < plan.document.date:  # it closes with its month
                assert one == closed
                continue
            assert one.due == due
            before = in_month(closed.start, -1, number) + timedelta(1)
            assert one.start == (closed.start if is_after else before)
    assert set(plain) == set(moved)


@given(st.integers(1, 28))
def test_the_quarters_of_a_report_day_are_the_year_and_hold_each_day_once(number: int) -> None:
    made = [one for key, one in due_days(PLANS[0], report_day=number).items() if key[0][-1] == "2"]
    assert len(made) == 4
    for one, following in pairwise(made):
        assert one.due + timedelta(1) == following.start
    assert (made[-1].due - made[0].start).days in (364, 365)


def test_the_decree_closes_the_first_quarter_on_the_14th_of_march() -> None:
    """Nghị định 09/2019/NĐ-CP, art. 12: 15 December to 14 March."""
    first = due_days(PLANS[0], report_day=14)["0.2", "Quý I/2026"]
    assert (first.start, first.due) == (date(2025, 12, 15), date(2026, 3, 14))


def test_what_is_reported_after_the_day_is_of_the_next_period() -> None:
    due = sauro.schedule(PLANS[0], report_day=14)
    for day, quarter in (("2026-03-14", "Quý I/2026"), ("2026-03-15", "Quý II/2026")):
        log = sauro.Progress([{"task": "0.2", "date": day, "status": "done"}])
        rows = sauro.track(due, log, "2026-03-20").table.filter(task="0.2").to_dicts()
        assert [row["occurrence"] for row in rows if "done" in row["status"]] == [quarter]


@pytest.mark.parametrize("issued", ["02 tháng 01", "20 tháng 3", "31 tháng 3", "15 tháng 6"])
@given(SAID)
def test_tasks_have_the_same_periods_whatever_the_day_of_report(
    issued: str, said: tuple[int, bool]
) -> None:
    """A register that was made without a day of report is tracked with one."""
    plan = sauro.read_plan(text=(HEAD + TOLD + TABLE).replace("02 tháng 01", issued))
    number, is_after = said
    told = f"+{number}" if is_after else number
    assert set(due_days(plan, report_day=told)) == set(due_days(plan))


def test_a_period_that_was_reported_before_the_plan_came_closes_with_its_month() -> None:
    plan = sauro.read_plan(text=(HEAD + TABLE).replace("02 tháng 01", "20 tháng 3"))
    due = {str(one.due) for key, one in due_days(plan, report_day=14).items() if key[0] == "0.2"}
    assert "2026-03-31" in due and "2026-03-14" not in due and "2026-06-14" in due


@pytest.mark.parametrize("wrong", [0, 32, -1, "", "x", "+0", "+32", "14.5", 14.5, True, "++1", "٣"])
def test_days_that_no_month_has_are_refused(wrong: Any) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.schedule(PLANS[0], report_day=wrong)
    assert caught.value.code == 260 and caught.value.where == "report_day"


def test_each_command_counts_by_the_same_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, log = tmp_path / "ke-hoach.txt", tmp_path / "so.csv"
    plan.write_text(HEAD + TABLE, encoding="utf-8")
    on = ("--as-of", "2026-03-16", "--report-day", "14")

    def run(*arguments: object) -> str:
        assert main([str(one) for one in arguments]) == 0
        return capsys.readouterr().out

    run("register", plan, "-o", log, "--report-day", "14")
    rows = list(csv.DictReader(io.StringIO(log.read_text(encoding="utf-8-sig"))))
    assert next(row["Hạn"] for row in rows if row["Mã"] == "0.2") == "14/03/2026"
    json_of = json.loads(run("schedule", plan, "--json", "--report-day", "14"))
    dues = {one["due"] for one in json_of["occurrences"] if one["task"] == "0.2"}
    assert "2026-03-14" in dues and "2026-03-31" not in dues
    never = ("--fail-on", "never")
    counts = json.loads(run("track", plan, log, *on, *never, "--json"))["counts"]
    assert counts["overdue"] == 4  # three months and a quarter
    assert "Mới quá hạn, 2 việc" in run("remind", plan, log, *on)
    run("report", plan, "--progress", log, *on, "--output", tmp_path / "bao-cao.md")
    assert "| quá hạn | 4 |" in (tmp_path / "bao-cao.md").read_text(encoding="utf-8")
    said = run("board", plan, "--log", f"{plan}={log}", *on, *never)
    assert "     4  quá hạn" in said


def test_a_plan_whose_sentence_names_a_day_keeps_it() -> None:
    told = datasets.plan("phu-my")
    plain, moved = due_days(told), due_days(told, report_day=14)
    own = {key for key, one in plain.items() if one.kind == "once"}
    assert own and all(plain[key] == moved[key] for key in own)
