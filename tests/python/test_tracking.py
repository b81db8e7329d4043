"""Tracking: statuses, logs from every source, boards, alerts and what can't be right."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from hypothesis import given, settings
from hypothesis import strategies as st

CALENDAR = sauro.WorkingCalendar.vietnam()
HEADER = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian"


def schedule_of(*times: str) -> sauro.Schedule:
    rows = [
        f"{i}\tLập biên bản số {i}\tBiên bản\tPhòng Kinh tế\t{time}"
        for i, time in enumerate(times, 1)
    ]
    start = "Số: 21/KH-UBND\n\nPhú Mỹ, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    annex = "Phụ lục I\n" + "\n".join([HEADER, "I\tCHUNG\t\t\t", *rows])
    return sauro.schedule(sauro.read_plan(text=start + annex))


def entry(day: str, status: str | None = None, **more: Any) -> dict[str, Any]:
    return {"task": "1.I.1", "date": day, "status": status} | more


def first(board: sauro.Board) -> dict[str, Any]:
    return {name: board.table[name][0] for name in board.table.columns}


def board_of(time: str, as_of: str, *entries: dict[str, Any], **options: Any) -> sauro.Board:
    log = sauro.Progress(entries)
    return sauro.track(schedule_of(time), log, date.fromisoformat(as_of), **options)


@pytest.mark.parametrize(
    ("time", "as_of", "entries", "status", "late"),
    [
        ("Quý I", "2026-02-01", [], "not_due", 0),
        ("Quý I", "2026-03-31", [], "not_due", 0),  # the due day itself is in time
        ("Quý I", "2026-04-01", [], "overdue", 1),
        ("Quý I", "2026-04-15", [], "overdue", 11),
        ("Quý I", "2026-02-01", [entry("2026-01-20", "in_progress")], "in_progress", 0),
        ("Quý I", "2026-02-01", [entry("2026-01-20", percent=30)], "in_progress", 0),
        ("Quý I", "2026-05-01", [entry("2026-03-31", "done")], "done_on_time", 0),
        ("Quý I", "2026-05-01", [entry("2026-03-30", "done")], "done_on_time", 0),
        ("Quý I", "2026-05-01", [entry("2026-04-02", "done")], "done_late", 2),
        ("Trước ngày 24/4/2026", "2026-05-10", [entry("2026-04-25", "done")], "done_late", 1),
        ("Quý I", "2026-05-01", [entry("2026-03-01", "cancelled")], "cancelled", 0),
        ("", "2026-05-01", [], "no_date", 0),
        ("", "2026-05-01", [entry("2026-03-01", "done")], "done", 0),
        ("", "2026-05-01", [entry("2026-03-01", "in_progress")], "in_progress", 0),
        (
            "Quý I",
            "2026-05-01",
            [entry("2026-03-01", "postponed", due="2026-06-30")],
            "postponed",
            0,
        ),
        ("Quý I", "2026-07-02", [entry("2026-03-01", "postponed", due="2026-06-30")], "overdue", 2),
        (
            "Quý I",
            "2026-07-02",
            [entry("2026-03-01", "postponed", due="2026-06-30"), entry("2026-06-30", "done")],
            "done_on_time",
            0,
        ),
        (  # taken back
            "Quý I",
            "2026-04-10",
            [entry("2026-03-01", "done"), entry("2026-03-20", "in_progress")],
            "overdue",
            8,
        ),
    ],
)
def test_statuses(
    time: str, as_of: str, entries: list[dict[str, Any]], status: str, late: int
) -> None:
    row = first(board_of(time, as_of, *entries))
    assert row["status"] == status
    assert row["late_days"] == late


def test_due_days_that_were_moved_keep_their_history() -> None:
    board = board_of(
        "Quý I",
        "2026-05-01",
        entry("2026-03-01", "postponed", due="2026-06-30"),
        entry("2026-04-01", "postponed", due="2026-09-30"),
    )
    assert str(first(board)["due"]) == "2026-09-30"
    assert first(board)["moved"] == (
        "2026-03-01: 2026-03-31 -> 2026-06-30; 2026-04-01: 2026-06-30 -> 2026-09-30"
    )


def test_any_past_day_can_be_asked_for() -> None:
    log = sauro.Progress([entry("2026-03-20", "done"), entry("2026-02-10", "in_progress")])
    due = schedule_of("Quý I")
    states = {
        day: sauro.track(due, log, date.fromisoformat(day))
        for day in ("2026-02-01", "2026-02-10", "2026-03-20")
    }
    assert [first(board)["status"] for board in states.values()] == [
        "not_due",
        "in_progress",
        "done_on_time",
    ]
    assert [board.later for board in states.values()] == [2, 1, 0]


def test_an_entry_without_an_occurrence_is_of_the_period_that_its_day_falls_in() -> None:
    board = board_of(
        "Hằng quý",
        "2026-12-31",
        entry("2026-03-20", "done"),
        entry("2026-06-20", "done"),
        entry("2026-12-20", "done", occurrence="QUÝ IV / 2026"),
    )
    assert board.table["status"].tolist() == [
        "done_on_time",
        "done_on_time",
        "overdue",
        "done_on_time",
    ]
    assert [str(day) for day in board.next["due"]] == ["2026-09-30"]
    late = board_of("Hằng quý", "2026-12-31", entry("2026-05-20", "done"))
    assert late.table["status"].tolist() == ["overdue", "done_on_time", "overdue", "not_due"]


def test_what_goes_on_all_the_time_is_not_reported_rather_than_overdue() -> None:
    said = entry("2026-03-01", "in_progress", occurrence="Quý I")
    board = board_of("Thường xuyên", "2026-07-10", said)
    assert board.table["status"].tolist() == ["in_progress", "not_reported", "not_due", "not_due"]
    assert board.alerts == [] and board.overdue == []
    agency = board.by("agency")
    assert agency["not_reported"].tolist() == [1] and agency["overdue"].tolist() == [0]
    for name in ("points", "on_time_percent"):  # nothing was due
        assert agency[name].tolist() == pytest.approx([float("nan")], nan_ok=True)
    asked = board_of("Thường xuyên", "2026-07-10", said, reviews=True)
    assert [(one.occurrence, one.level) for one in asked.alerts] == [("Quý II/2026", 0)]
    assert asked.by("agency")["on_time_percent"].tolist() == [0]
    assert asked.counts == board.counts and pickle.loads(pickle.dumps(asked)) == asked


def test_a_task_with_two_leads_counts_for_both_and_says_so() -> None:
    head = "Số: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    rows = (
        "1\tHọp\tBiên bản\tPhòng Kinh tế, Công an xã\tQuý I\n"
        "2\tHọp dân\tBiên bản\tCông an xã\tQuý I"
    )
    due = sauro.schedule(sauro.read_plan(text=f"{head}{HEADER}\n{rows}"))
    table = sauro.track(due, sauro.Progress(), date(2026, 2, 1)).by("agency")
    assert table["total"].tolist() == [2, 1] and table["shared"].tolist() == [1, 1]


def test_alerts_come_at_7_3_and_1_working_days_and_when_overdue() -> None:
    levels = {}
    for back in range(12):
        day = CALENDAR.add(date(2026, 3, 31), -back)
        found = board_of("Quý I", day.isoformat()).alerts
        levels[back] = found[0].level if found else None
    assert levels == {
        0: 1, 1: 1, 2: 3, 3: 3, 4: 7, 5: 7, 6: 7, 7: 7, 8: None, 9: None, 10: None, 11: None,
    }  # fmt: skip
    late = board_of("Quý I", "2026-04-03").overdue
    assert [(one.level, one.working_days) for one in late] == [(0, -3)]
    assert board_of("Quý I", "2026-03-20", alert_days=[10]).alerts[0].level == 10
    assert board_of("Quý I", "2026-04-03", entry("2026-04-02", "done")).alerts == []


def test_points_follow_the_published_preset_and_a_scheme_of_ones_own() -> None:
    worked = {
        -9: 115,
        -7: 115,
        -6: 110,
        -3: 110,
        -2: 105,
        -1: 105,
        0: 100,
        1: 90,
        2: 90,
        3: 75,
        7: 75,
        8: 50,
    }
    for late, completion in worked.items():
        day = CALENDAR.add(date(2026, 6, 30), late)
        points = first(board_of("Quý II", "2026-12-31", entry(day.isoformat(), "done")))["points"]
        assert points == (completion + 80) / 2, late
    best = board_of("Quý II", "2026-12-31", entry("2026-06-30", "done", stars=5))
    assert first(best)["points"] == 100
    assert first(board_of("Quý II", "2026-12-31"))["points"] == 0
    scheme = sauro.PointScheme([(-1000, 10), (1, 5)], usual_stars=0)
    mine = board_of("Quý II", "2026-12-31", entry("2026-06-30", "done"), scheme=scheme)
    assert first(mine)["points"] == 5


def test_groups_count_what_the_table_has() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    log = sauro.Progress(
        [
            entry("2026-03-30", "done"),
            {"task": "1.I.3.1", "date": "2026-04-20", "status": "done"},
        ]
    )
    board = sauro.track(sauro.schedule(plan), log, date(2026, 7, 15))
    total = len(board.table)
    for group in ("area", "annex", "product", "month"):
        table = board.by(group)
        assert table["total"].sum() == total
        for status in board.counts:
            assert table[status].sum() == board.counts[status]
    agency = board.by("agency")
    row = agency["agency_name"].tolist().index("Phòng Văn hóa - Xã hội")
    done, late, overdue = (int(agency[s][row]) for s in ("done_on_time", "done_late", "overdue"))
    assert (done, late) == (1, 1)
    assert agency["on_time_percent"][row] == pytest.approx(100 * done / (done + late + overdue))
    with refused(sauro.ValidationError, match="expected agency, area, annex, product or month"):
        board.by("people")


def test_two_boards_say_what_changed() -> None:
    due = schedule_of("Quý I", "Quý II")
    before = sauro.track(due, sauro.Progress(), date(2026, 3, 1))
    log = sauro.Progress([entry("2026-03-20", "postponed", due="2026-05-31")])
    changes = sauro.track(due, log, date(2026, 7, 1)).changes_since(before)
    rows = list(zip(*(changes[name].tolist() for name in changes.columns[:4]), strict=True))
    assert rows == [
        ("1.I.1", "Quý I", "not_due", "overdue"),
        ("1.I.2", "Quý II", "not_due", "overdue"),
    ]
    assert [str(day) for day in changes["due_after"]] == ["2026-05-31", "2026-06-30"]


def test_targets_are_measured_where_the_data_is_given() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    due, log, day = sauro.schedule(plan), sauro.Progress(), date(2026, 7, 1)
    for measured, met in ((95, True), (94.9, False)):
        board = sauro.track(due, log, day, plan=plan, measures={"1.III.1": measured})
        assert board.targets["met"].tolist() == [met]
        assert ("đạt" in board.to_text()) and ("chưa đạt" in board.to_text()) is not met
    with refused(sauro.ValidationError, match=r"no task '9\.9' in the plan"):
        sauro.track(due, log, day, plan=plan, measures={"9.9": 1})


def test_entries_that_can_not_be_right_are_named_all_at_once() -> None:
    log = sauro.Progress(
        [
            entry("2026-03-01", "done"),
            entry("2026-03-01", "cancelled"),
            {"task": "7.7", "date": "2026-03-01", "status": "done"},
            entry("2026-03-02", "done", percent=40),
            entry("2026-03-03", "done", occurrence="Quý IX"),
            entry("1926-03-03", "in_progress"),
        ]
    )
    with pytest.raises(sauro.ValidationError) as info:
        sauro.track(schedule_of("Quý I"), log, date(2026, 5, 1))
    assert info.value.code == 262
    text = info.value.to_text("en")
    for part in (
        "row 2: says cancelled of task 1.I.1, but another entry of that day says done (row 1)",
        'row 3: the schedule has no task "7.7"',
        "row 4: done, but 40 percent",
        'row 5: task 1.I.1 has no occurrence "Quý IX"; it has Quý I',
        "row 6: 1926-03-03 lies outside the calendar (2021-01-01 to 2199-12-31)",
    ):
        assert part in text
    board = sauro.track(schedule_of("Quý I"), log, date(2026, 5, 1), on_problem="keep")
    assert first(board)["status"] == "done_on_time"
    assert sorted(board.problems) == sorted(info.value.problems)
    with pytest.raises(TypeError, match=r"as_of has to be a datetime\.date, .* not int"):
        sauro.track(schedule_of("Quý I"), log, 20260501)  # type: ignore[arg-type]


def test_rows_that_can_not_be_read_are_named_by_row_and_column() -> None:
    rows = [
        {"Mã nhiệm vụ": "1.I.1", "Ngày": "31/02/2026", "Trạng thái": "Xong"},
        {"Mã nhiệm vụ": "1.I.1", "Ngày": "01/03/2026", "Trạng thái": "gần xong"},
        {"Mã nhiệm vụ": "", "Ngày": "01/03/2026", "Tỷ lệ": "120"},
        {"Mã nhiệm vụ": "1.I.1", "Ngày": "09/03/2026", "Trạng thái": "Xong"},
        {"Mã nhiệm vụ": "1.I.1", "Ngày": "09/03/1026", "Trạng thái": "Xong"},
        {"Mã nhiệm vụ": "1.I.1", "Ngày": "01/03/2026", "Trạng thái": "Hoàn thành"},
    ]
    with pytest.raises(sauro.ValidationError) as info:
        sauro.Progress(rows, as_of=date(2026, 3, 5))
    assert [p.to_text("en") for p in info.value.problems] == [
        "row 1, column Ngày: '31/02/2026' is no day; expected 31/12/2026 or 2026-12-31",
        "row 2, column Trạng thái: 'gần xong' is no status; expected hoàn thành, đang thực hiện, "
        "chưa thực hiện, hủy, gia hạn, or own words (--states)",
        "row 3, column Mã nhiệm vụ: no task",
        "row 3, column Tỷ lệ: 120 is outside of 0 to 100",
        "row 4, column Ngày: 2026-03-09 is after 2026-03-05",
        "row 5, column Ngày: 1026-03-09 is before the year 1400",
    ]
    kept = sauro.Progress(rows, as_of=date(2026, 3, 5), on_problem="keep")
    assert len(kept) == 1 and kept.problems == info.value.problems
    with refused(sauro.ValidationError, match="no column for task and date; the columns are: a"):
        sauro.Progress([{"a": 1}])


def test_logs_from_all_sources_are_equal(tmp_path: Path) -> None:
    rows = [
        entry("2026-03-01", "in_progress", percent=40.0, result="đang dự thảo"),
        entry("2026-03-20", "done", document="12/KH-UBND", who="Lan"),
    ]
    log = sauro.Progress(rows)
    frame = pd.DataFrame(rows)
    csv = tmp_path / "tien-do.csv"
    frame.rename(columns={"task": "Mã nhiệm vụ", "date": "Ngày", "status": "Trạng thái"}).replace(
        {"done": "Hoàn thành", "in_progress": "Đang thực hiện"}
    ).to_csv(csv, index=False, sep=";")
    book = tmp_path / "tien-do.xlsx"
    frame.assign(date=pd.to_datetime(frame["date"])).to_excel(book, index=False, sheet_name="TD")
    path = tmp_path / "tien-do.json"
    path.write_text(log.to_json(), encoding="utf-8")
    dates = [datetime(2026, 3, 1), datetime(2026, 3, 20)]
    others = [
        sauro.Progress(frame),
        sauro.Progress(frame.assign(date=dates)),
        sauro.Progress(log.entries),
        sauro.Progress(log.table),
        sauro.Progress.read(csv),
        sauro.Progress.read(book),
        sauro.Progress.read(book, sheet="TD"),
        sauro.Progress.read(path),
        pickle.loads(pickle.dumps(log)),
    ]
    for other in others:
        assert other.to_json() == log.to_json()  # which has all but the place of an entry
    assert len(log + log) == 4


def test_the_table_of_a_board_is_a_log_that_gives_the_same_board() -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    as_of = date(2026, 7, 10)
    log = sauro.Progress(
        [
            {"task": "1.I.2", "occurrence": "Quý I/2026", "date": "2026-03-30", "status": "done"},
            {"task": "1.I.1", "date": "2026-02-20", "status": "in_progress", "percent": 60},
            {"task": "1.I.3.1", "date": "2026-04-01", "status": "postponed", "due": "2026-09-30"},
        ]
    )
    board = sauro.track(due, log, as_of)
    again = sauro.track(due, sauro.Progress(board.table, on=as_of), as_of)
    for name in ("task", "occurrence", "status", "due", "finished", "percent", "late_days"):
        assert [str(v) for v in again.table[name]] == [str(v) for v in board.table[name]]


def test_a_column_of_no_log_is_a_problem_unless_it_holds_nothing() -> None:
    row = entry("2026-03-01", "done")
    with pytest.raises(sauro.ValidationError) as info:
        sauro.Progress([row | {"Màu cờ": "đỏ"}])
    assert [problem.where for problem in info.value.problems] == ["column Màu cờ"]
    assert sauro.Progress([row | {"Màu cờ": ""}]).entries == sauro.Progress([row]).entries


def test_cells_of_pandas_and_numpy_are_what_they_say() -> None:
    frame = pd.DataFrame(
        {
            "task": ["1.I.1", "1.I.1"],
            "date": pd.to_datetime(["2026-03-01", "2026-03-02"]),
            "percent": pd.array([40, None], dtype="Int64"),
            "due": pd.to_datetime(["2026-06-30", None]),
            "stars": [4.5, float("nan")],
        }
    )
    first, second = sauro.Progress(frame).entries
    assert (first.percent, first.due, first.stars) == (40, date(2026, 6, 30), 4.5)
    assert (second.percent, second.due, second.stars) == (None, None, None)
    days = frame["date"].to_numpy()
    assert [one.date for one in sauro.Progress({"task": ["1", "2"], "date": days}).entries] == [
        date(2026, 3, 1),
        date(2026, 3, 2),
    ]


def test_a_workbook_with_merged_hidden_and_unstored_cells_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Tiến độ"
    page.append(["Mã nhiệm vụ", "Ngày", "Trạng thái", "Tỷ lệ"])
    for i in range(4):
        page.append(["1.I.1", date(2026, 3, 1 + i), "Đang thực hiện", 10 * i])
    page.merge_cells("C2:D3")
    page["D4"] = "=1+1"
    page.row_dimensions[5].hidden = True
    path = tmp_path / "tien-do.xlsx"
    book.save(path)
    with pytest.raises(sauro.ValidationError) as info:
        sauro.Progress.read(path)
    assert [p.to_text("en") for p in info.value.problems] == [
        "sheet Tiến độ, row 2, column C: merged cells C2:D3",
        "sheet Tiến độ, row 3, column C: merged cells C2:D3",
        "sheet Tiến độ, row 4, column D: a formula without a stored value",
    ]
    kept = sauro.Progress.read(path, on_problem="keep")  # a filter hides rows, not what they say
    assert [one.place for one in kept.entries] == ["sheet Tiến độ, row 5"]
    with refused(sauro.NotFoundError, match="no sheet 'x'; there are Tiến độ"):
        sauro.Progress.read(path, sheet="x")
    with refused(sauro.NotFoundError, match="there is no such file"):
        sauro.Progress.read(tmp_path / "none.xlsx")
    path.write_text("not a workbook")
    with refused(sauro.ParseError, match="not an archive .* .no zip signature"):
        sauro.Progress.read(path)


def test_what_stands_hidden_or_merged_beside_a_log_does_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Mã nhiệm vụ", "Ngày", "Trạng thái", "Tên nhiệm vụ"])
    page.append(["1.I.1", date(2026, 3, 1), "Xong", "Ban hành kế hoạch"])
    page.append(["1.I.2", date(2026, 3, 2), "Xong", None])
    page.merge_cells("D2:D3")
    page.column_dimensions["D"].hidden = True
    book.save(tmp_path / "tien-do.xlsx")
    entries = sauro.Progress.read(tmp_path / "tien-do.xlsx").entries
    assert [one.task for one in entries] == ["1.I.1", "1.I.2"]


def test_a_log_comes_back_from_its_json_and_says_what_is_wrong_there() -> None:
    log = sauro.datasets.progress("phu-my")
    again = sauro.Progress.from_json(log.to_json())
    assert again.table == log.table and again.to_json() == log.to_json()
    rows = [
        {"task": "1", "date": "2026-03-01", "percent": 101},
        {"task": "2", "date": "1/3/2026"},
    ]
    text = json.dumps(rows)
    kept = sauro.Progress.from_json(text, on_problem="keep")
    assert [one.task for one in kept.entries] == ["2"]
    assert [problem.to_text("en") for problem in kept.problems] == [
        "entry 1, column percent: 101 is outside of 0 to 100"
    ]
    assert pickle.loads(pickle.dumps(kept)).problems == kept.problems
    with pytest.raises(sauro.ParseError):
        sauro.Progress.from_json("{")


def test_a_register_kept_in_the_plans_own_table_is_a_log() -> None:
    table = HEADER + "\tTiến độ\tKết quả\n"
    rows = [
        "1\tLập biên bản họp\tBiên bản\tPhòng Kinh tế\tQuý I\tHoàn thành\tBB số 3",
        "2\tLập biên bản kiểm tra\tBiên bản\tPhòng Kinh tế\tQuý II\tĐang thực hiện\t",
        "3\tLập biên bản tiếp dân\tBiên bản\tPhòng Kinh tế\tQuý III\t\t",
    ]
    plan = sauro.read_plan(text=table + "\n".join(rows))
    log = sauro.Progress.from_plan(plan, date(2026, 3, 31))
    assert [(one.status, one.result) for one in log.entries] == [
        ("done", "BB số 3"),
        ("in_progress", ""),
    ]


def test_boards_are_text_html_and_json() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    board = sauro.track(sauro.schedule(plan), sauro.Progress(), date(2026, 4, 20))
    data = json.loads(board.to_json())
    assert data["counts"] == board.counts
    assert len(data["rows"]) == len(board.table)
    assert "quá hạn 3 ngày làm việc" in board.to_text()
    assert "<table" in board._repr_html_() and "overdue" in repr(board)


DAYS = st.integers(0, 360).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
STATUSES = st.sampled_from(["done", "in_progress", "not_started", "cancelled"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["1.I.1", "1.I.2", "1.I.3"]), DAYS, STATUSES)), DAYS)
def test_the_order_of_a_log_and_its_later_entries_do_not_matter(
    rows: list[tuple[str, date, str]], as_of: date
) -> None:
    one_a_day = {(task, day): status for task, day, status in rows}
    entries = [{"task": t, "date": d, "status": s} for (t, d), s in one_a_day.items()]
    due = schedule_of("Quý I", "Hằng quý", "")
    board = sauro.track(due, sauro.Progress(entries), as_of)
    past = [one for one in reversed(entries) if one["date"] <= as_of]  # type: ignore[operator]
    other = sauro.track(due, sauro.Progress(past), as_of)
    for name in ("status", "due", "finished", "late_days"):
        assert [str(v) for v in board.table[name]] == [str(v) for v in other.table[name]]
    assert sum(board.counts.values()) == len(due.occurrences)


def test_the_published_counts_of_a_progress_report_come_out() -> None:
    # 37 tasks due in months 3, 4 and 5 of 2025, as of 24 May 2025: 21 done, 14 running, 2 overdue
    months = ["3/2025"] * 6 + ["4/2025"] * 5 + ["5/2025"] * 26
    rows = [
        f"{i}\tLập biên bản số {i}\tBiên bản\tPhòng Kinh tế\tTháng {month}"
        for i, month in enumerate(months, 1)
    ]
    head = "Số: 5/KH-UBND\n\nX, ngày 10 tháng 02 năm 2025\n\nKẾ HOẠCH\n\nNăm 2025\n\nPhụ lục I\n"
    plan = sauro.read_plan(text=head + "\n".join([HEADER, *rows]))
    done = [*range(5), *range(6, 10), *range(11, 23)]
    log = sauro.Progress(
        [
            {
                "task": task.id,
                "date": "2025-03-20",
                "status": "done" if i in done else "in_progress",
            }
            for i, task in enumerate(plan.tasks)
        ]
    )
    board = sauro.track(sauro.schedule(plan), log, date(2025, 5, 24))
    counts = {name: n for name, n in board.counts.items() if n}
    assert counts == {"done_on_time": 21, "in_progress": 14, "overdue": 2}
    by_month = board.by("month")
    assert by_month["month"].tolist() == ["2025-03", "2025-04", "2025-05"]
    assert by_month["overdue"].tolist() == [1, 1, 0]
    assert by_month["done_on_time"].tolist() == [5, 4, 12]


def test_the_real_plan_can_be_followed() -> None:
    path = ROOT.parent / "shared/plans/vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the real plan lies outside the repository")
    board = sauro.track(sauro.schedule(sauro.read_plan(path)), sauro.Progress(), date(2026, 7, 1))
    assert board.counts["no_date"] == 35
    assert {one.task for one in board.overdue} >= {"1.I.3.1", "1.I.3.2", "1.VII.8.1"}


def test_points_of_an_agency_weigh_role_and_priority() -> None:
    head = "Số: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
    rows = (
        "1\tLập báo cáo A\tBáo cáo\tPhòng Kinh tế\tCông an xã\tQuý I\n"
        "2\tLập báo cáo B\tBáo cáo\tCông an xã\tPhòng Kinh tế\tQuý I\n"
    )
    plan = sauro.read_plan(text=head + table + rows)
    first, second = (task.id for task in plan.tasks)
    due = sauro.schedule(plan)
    assert due.tasks[0].coordinator_names == ["Công an"]
    assert sauro.Schedule.from_json(due.to_json()) == due
    log = sauro.Progress([{"task": first, "date": "2026-03-31", "status": "done"}])

    def points(**options: object) -> dict[str, float]:
        board = sauro.track(due, log, date(2026, 5, 1), **options)  # type: ignore[arg-type]
        groups = board.by("agency")
        assert groups["total"].tolist() == [1, 1]
        return dict(zip(groups["agency_name"].tolist(), groups["points"].tolist(), strict=True))

    # by hand: the first is worth 90 (100 in time, 80 for quality), the second, overdue, 0
    assert points() == pytest.approx({"Phòng Kinh tế": 90 / 1.3, "Công an": 27 / 1.3})
    weighed = points(priorities={first: 3})
    assert weighed == pytest.approx({"Phòng Kinh tế": 270 / 3.3, "Công an": 81 / 1.9})
    own = sauro.PointScheme([(-1000, 100)], coordinator=0)
    assert points(scheme=own) == pytest.approx({"Phòng Kinh tế": 90, "Công an": 0})
    with pytest.raises(sauro.ValidationError) as caught:
        points(priorities={"9.9": 1, first: -1, second: float("nan")})
    assert caught.value.code == 260
    for part in ('no task "9.9"', f'"{first}" has to be', f'"{second}" has to be'):
        assert part in caught.value.to_text("en")


def test_a_roll_up_of_cases_measures_targets_in_percent() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    due = sauro.schedule(plan)
    day = "2026-03-02"
    finished = ["2026-03-03"] * 19 + ["2026-03-20"]
    cases = sauro.CaseLog(received=[day] * 20, limit_days=[5] * 20, finished=finished)
    roll_up = cases.roll_up(CALENDAR, date(2026, 4, 1), by=["month"])
    board = sauro.track(
        due, sauro.Progress(), date(2026, 4, 1), plan=plan, measures={"1.III.1": roll_up}
    )
    assert board.targets["measured"].tolist() == [95.0]
    assert board.targets["met"].tolist() == [True]
    assert "95, đạt" in board.to_text()
    other = sauro.Table({"agency": ["A"]})
    none = sauro.Table({"in_time": [0], "decided": [0]})
    with refused(sauro.ValidationError, match=r"1\.III\.1.*no roll-up(.|\n)*1\.III\.2"):
        sauro.track(
            due,
            sauro.Progress(),
            date(2026, 4, 1),
            plan=plan,
            measures={"1.III.1": other, "1.III.2": none},
        )
