"""Schedules: what each kind of timeframe gives, dependencies, and the formats of others."""

from __future__ import annotations

import csv
import io
import json
import pickle
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from hypothesis import given, settings
from hypothesis import strategies as st

HEADER = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian"


def plan_of(*times: str, head: str = "") -> sauro.Plan:
    rows = [
        f"{i}\tLập báo cáo số {i}\tBáo cáo\tPhòng Kinh tế\t{time}"
        for i, time in enumerate(times, 1)
    ]
    start = "Số: 21/KH-UBND\n\nPhú Mỹ, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    return sauro.read_plan(text=start + head + "\n".join([HEADER, *rows]))


def dues(plan: sauro.Plan, **options: object) -> list[tuple[str, str, str]]:
    occurrences = sauro.schedule(plan, **options).occurrences  # type: ignore[arg-type]
    return [(one.kind, one.occurrence, str(one.due)) for one in occurrences]


def test_each_kind_of_timeframe_gives_its_occurrences() -> None:
    assert dues(plan_of("Quý I")) == [("once", "Quý I", "2026-03-31")]
    assert dues(plan_of("Quý I, 6 tháng")) == [
        ("occasion", "Quý I/2026", "2026-03-31"),
        ("occasion", "6 tháng đầu năm 2026", "2026-06-30"),
    ]
    assert [due for _, _, due in dues(plan_of("Hằng quý"))] == [
        "2026-03-31",
        "2026-06-30",
        "2026-09-30",
        "2026-12-31",
    ]
    assert dues(plan_of("Theo lộ trình giai đoạn 2026 - 2028")) == [
        ("milestone", f"Năm {year}", f"{year}-12-31") for year in (2026, 2027, 2028)
    ]
    assert dues(plan_of("")) == [("undated", "Chưa có thời hạn", "None")]
    assert dues(plan_of("Sau khi có hướng dẫn"))[0][0] == "event"


def test_what_goes_on_all_the_time_is_reviewed_as_the_plan_reports() -> None:
    sentence = "1. Định kỳ 6 tháng và năm báo cáo Ủy ban nhân dân xã kết quả thực hiện.\n\n"
    plan = plan_of("Thường xuyên", head="I. TỔ CHỨC THỰC HIỆN\n\n" + sentence)
    assert [one.frequency for one in plan.reporting] == ["6 tháng và năm"]
    assert dues(plan) == [
        ("review", "6 tháng đầu năm 2026", "2026-06-30"),
        ("review", "Năm 2026", "2026-12-31"),
    ]
    # no sentence: each quarter by Nghị định 09/2019, 25 April being a Saturday before a holiday
    assert [due for _, _, due in dues(plan_of("Thường xuyên"))][:1] == ["2026-03-25"]
    assert len(dues(plan_of("Thường xuyên"), review="month")) == 12


def test_nothing_is_reviewed_before_the_plan_was_issued() -> None:
    text = plan_of("Thường xuyên").to_json()
    data = json.loads(text)
    data["document"]["date"] = "2026-07-01"
    late = sauro.Plan.from_json(json.dumps(data))
    assert [due for _, _, due in dues(late)] == ["2026-09-25", "2026-12-25"]


def test_tasks_without_a_date_may_take_the_end_of_the_year_and_say_so() -> None:
    one = sauro.schedule(plan_of(""), undated_at_year_end=True).occurrences[0]
    assert (one.kind, one.due) == ("undated", date(2026, 12, 31))
    assert "theo lựa chọn" in one.reading


def test_due_days_that_are_not_worked_move_where_asked() -> None:
    saturday = plan_of("Trước ngày 31/10/2026")
    assert dues(saturday)[0][2] == "2026-10-31"
    assert dues(saturday, roll="forward")[0][2] == "2026-11-02"
    assert dues(saturday, roll="backward")[0][2] == "2026-10-30"
    with refused(sauro.ValidationError, match="roll: unknown 'up'; expected one of none, forward"):
        sauro.schedule(saturday, roll="up")


def test_parts_come_before_their_whole_and_inspections_run_in_order() -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    kinds = Counter(one.kind for one in due.dependencies)
    assert kinds == {"part": 3, "inspection": 2}
    order = due.order
    assert order.index("1.I.3.1") < order.index("1.I.3.2") < order.index("1.I.3.3")
    assert order.index("1.I.3.3") < order.index("1.I.3")


def test_a_cycle_is_an_error_that_shows_it() -> None:
    plan = plan_of("Quý I", "Quý II", "Quý III")
    ids = [task.id for task in plan.tasks]
    loop = [(ids[0], ids[1]), (ids[1], ids[2]), (ids[2], ids[0])]
    with pytest.raises(sauro.ValidationError) as info:
        sauro.schedule(plan, predecessors=loop)
    assert info.value.code == 261
    assert " → ".join([*ids, ids[0]]) in info.value.to_text("en")
    with refused(sauro.ValidationError, match='no task "x"\n.*the plan has no task "y"'):
        sauro.schedule(plan, predecessors=[("x", ids[0]), (ids[1], "y")])


def test_slack_counts_working_days_to_the_due_day_and_to_the_next_step() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
    slack = sauro.schedule(plan).slack(date(2026, 2, 13))
    rows = {
        row[0]: row[1:]
        for row in zip(
            slack["task"],
            slack["working_days"],
            slack["next_task"],
            slack["next_working_days"],
            strict=True,
        )
    }
    calendar = sauro.WorkingCalendar.vietnam()
    days, step, after = rows["1.I.3.1"]
    assert days == calendar.count(date(2026, 2, 13), date(2026, 4, 15))
    assert (step, after) == ("1.I.3.2", calendar.count(date(2026, 4, 15), date(2026, 6, 30)))


def test_workload_and_crowded_days_agree_with_the_occurrences() -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    tasks = {task.id: task for task in due.tasks}
    by_day: Counter[tuple[str, date]] = Counter()
    by_week: Counter[tuple[str, date]] = Counter()
    for one in due.occurrences:
        for lead in tasks[one.task].leads:
            if one.due:
                by_day[lead, one.due] += 1
                by_week[lead, one.due - timedelta(days=one.due.weekday())] += 1
    load = due.workload
    days = [day.item() for day in load["week"]]
    assert dict(zip(zip(load["agency"], days, strict=True), load["due"], strict=True)) == by_week
    crowded = due.crowded(1)
    found = list(zip(crowded["agency"], [d.item() for d in crowded["due"]], strict=True))
    assert dict(zip(found, crowded["count"], strict=True)) == {
        key: count for key, count in by_day.items() if count > 1
    }


def test_schedules_are_json_and_pickles() -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt"))
    assert sauro.Schedule.from_json(due.to_json()) == due
    assert pickle.loads(pickle.dumps(due)) == due
    assert due != 1
    assert "<table" in due._repr_html_()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"schema": "sauro/plan/1"}, 301),
        ({"tasks": [{"id": 1}]}, 301),
        ({"occurrences": 3}, 301),
        (
            {"occurrences": [{"task": "9", "occurrence": "", "due": None, "kind": ""}]},
            301,
        ),
    ],
)
def test_json_that_is_no_schedule_is_refused(change: dict[str, object], code: int) -> None:
    data = json.loads(sauro.schedule(plan_of("Quý I")).to_json()) | change
    with pytest.raises(sauro.ValidationError) as info:
        sauro.Schedule.from_json(json.dumps(data))
    assert info.value.code == code


def test_json_that_is_none_is_refused() -> None:
    with pytest.raises(sauro.ParseError):
        sauro.Schedule.from_json("{")


def test_the_icalendar_library_reads_an_event_for_each_due_day() -> None:
    due = sauro.schedule(plan_of("Quý I", "", "Hằng quý"))
    calendar = icalendar.Calendar.from_ical(due.to_ics(alarm_days=7))
    events = calendar.walk("VEVENT")
    assert [e.decoded("dtstart") for e in events] == [o.due for o in due.occurrences if o.due]
    assert len(calendar.walk("VTODO")) == 1
    working = sauro.WorkingCalendar.vietnam()
    for event in events:
        day = event.decoded("dtstart")
        rings = event.walk("VALARM")[0].decoded("trigger")
        assert rings == working.add(day, -7) - day + timedelta(hours=7, minutes=30)
    uids = [str(e["uid"]) for e in calendar.subcomponents]
    assert len(set(uids)) == len(uids)
    later = icalendar.Calendar.from_ical(due.to_ics(as_of="2026-05-04", previous=due.to_ics()))
    assert {int(e["sequence"]) for e in later.subcomponents} == {0}  # nothing has changed
    again = icalendar.Calendar.from_ical(due.to_ics())
    assert [str(e["uid"]) for e in again.subcomponents] == uids  # they stay the same


def test_days_moved_in_a_calendar_come_back() -> None:
    due = sauro.schedule(plan_of("Quý I", "Quý II"))
    moved = due.moved_by_ics(due.to_ics().replace("20260331", "20260415"))
    assert [one.due for one in moved.occurrences] == [date(2026, 4, 15), date(2026, 6, 30)]
    assert moved.occurrences[0].reading == "dời trong lịch"
    assert due.moved_by_ics(due.to_ics()) == due
    other = sauro.schedule(plan_of("Quý III"), year=2027)
    with refused(sauro.ValidationError, match="is of another schedule"):
        due.moved_by_ics(other.to_ics())


TIMES = st.sampled_from(
    [
        "Quý I",
        "",
        "Thường xuyên",
        "Hằng tháng",
        "Quý I, 6 tháng",
        "2026 - 2030",
        "Theo CV",
        "12/2026",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TIMES, min_size=1, max_size=8))
def test_every_task_stays_on_the_list_with_unique_labels(times: list[str]) -> None:
    plan = plan_of(*times)
    due = sauro.schedule(plan)
    assert {one.task for one in due.occurrences} == {task.id for task in plan.tasks}
    names = [(one.task, one.occurrence) for one in due.occurrences]
    assert len(set(names)) == len(names)
    assert sorted(due.order) == sorted(task.id for task in plan.tasks)
    assert sauro.Schedule.from_json(due.to_json()) == due


def test_the_real_plan_keeps_its_35_tasks_without_a_date() -> None:
    path = ROOT.parent / "shared/plans/vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the real plan lies outside the repository")
    due = sauro.schedule(sauro.read_plan(path))
    kinds = Counter(one.kind for one in due.occurrences)
    assert kinds == {"review": 136, "undated": 35, "once": 11, "milestone": 10, "occasion": 4}
    assert due.order.index("1.I.3.1") < due.order.index("1.I.3.2") < due.order.index("1.I.3.3")


def test_another_year_than_the_plans_reads_its_timeframes_again() -> None:
    assert dues(plan_of("Quý I"), year=2027) == [("once", "Quý I", "2027-03-31")]
    undated = sauro.read_plan(text=f"{HEADER}\n1\tHọp dân\tBiên bản\tPhòng Kinh tế\tQuý I")
    assert dues(undated, year=2026) == [("once", "Quý I", "2026-03-31")]
    with refused(sauro.ValidationError, match="give the year"):
        sauro.schedule(undated)


PROJECT = "{http://schemas.microsoft.com/project}"
# the documented order of the elements that are written
ORDER = {
    "Project": "SaveVersion Name Title ScheduleFromStart StartDate CalendarUID Calendars Tasks",
    "Calendar": "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions",
    "WeekDay": "DayType DayWorking WorkingTimes",
    "Exception": "EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes",
    "Task": "UID ID Name Active Manual IsNull OutlineLevel Start Finish ManualStart ManualFinish "
    "Milestone Summary Deadline Notes PredecessorLink",
    "PredecessorLink": "PredecessorUID Type",
}


def test_a_project_file_has_the_documented_structure_and_the_worked_saturdays() -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    root = ET.fromstring(due.to_project_xml())
    assert root.tag == f"{PROJECT}Project"
    for parent in root.iter():
        order = ORDER.get(parent.tag.removeprefix(PROJECT), "").split()
        places = [order.index(child.tag.removeprefix(PROJECT)) for child in parent if order]
        assert places == sorted(places)
    exceptions = {
        str(one.findtext(f"{PROJECT}TimePeriod/{PROJECT}FromDate"))[:10]: one.findtext(
            f"{PROJECT}DayWorking"
        )
        for one in root.iter(f"{PROJECT}Exception")
    }
    assert exceptions["2026-01-10"] == exceptions["2026-08-22"] == "1"  # worked Saturdays
    assert exceptions["2026-02-17"] == exceptions["2026-09-02"] == "0"  # Tết, National Day
    uids = [one.text for one in root.iter(f"{PROJECT}UID")]
    links = {one.text for one in root.iter(f"{PROJECT}PredecessorUID")}
    assert links <= set(uids)
    tasks = [one for one in root.iter(f"{PROJECT}Task")]
    leaves = [one for one in tasks if one.findtext(f"{PROJECT}Summary") == "0"]
    finishes = [(one.findtext(f"{PROJECT}Finish") or "")[:10] for one in leaves]
    assert finishes == [str(one.due) for one in due.occurrences]
    assert len({one.findtext(f"{PROJECT}UID") for one in tasks}) == len(tasks)


def test_days_moved_in_a_project_file_come_back() -> None:
    due = sauro.schedule(plan_of("Quý I", "", "Hằng quý"))
    assert due.moved_by_project_xml(due.to_project_xml()) == due
    text = due.to_project_xml().replace("<Finish>2026-03-31", "<Finish>2026-04-09", 1)
    assert due.moved_by_project_xml(text).occurrences[0].due == date(2026, 4, 9)
    other = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    with refused(sauro.ValidationError, match="Task 1: it is"):
        other.moved_by_project_xml(sauro.schedule(plan_of("Hằng quý")).to_project_xml())
    for bad in ("<Project", '<!DOCTYPE x [<!ENTITY a "b">]><x/>'):
        with pytest.raises(sauro.ParseError):
            due.moved_by_project_xml(bad)


def test_csv_has_a_row_an_occurrence_and_no_formulas() -> None:
    head = "Số: 21/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    plan = sauro.read_plan(text=f"{head}{HEADER}\n1\t=1+1 họp dân\tBiên bản\t@Phòng\tQuý I")
    due = sauro.schedule(plan)
    rows = list(csv.reader(io.StringIO(due.table.to_csv())))
    assert rows[0] == due.table.columns and len(rows) == 1 + len(due.occurrences)
    assert rows[1][1].startswith("'=1+1")
    assert rows[1][rows[0].index("due")] == "2026-03-31"


def test_due_days_come_back_from_a_csv_file(tmp_path: Path) -> None:
    due = sauro.schedule(sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt"))
    path = tmp_path / "lich.csv"
    due.table.to_csv(path)
    assert due.moved_by_csv(path) == due
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    edited = [line.replace("2026-04-15", "20/04/2026") for line in lines[:12]]
    path.write_text("\n".join(edited), encoding="utf-8-sig")
    moved = due.moved_by_csv(path)
    changed = [(a, b) for a, b in zip(due.occurrences, moved.occurrences, strict=True) if a != b]
    assert [(a.due, b.due) for a, b in changed] == [(date(2026, 4, 15), date(2026, 4, 20))]
    assert changed[0][1].reading.endswith("dời trong tệp CSV")
    one = f"{due.occurrences[0].task};{due.occurrences[0].occurrence}"
    bad = ["task;occurrence;due", f"{one};hôm nào", "9.9;Quý I/2026;", f"{one};"]
    path.write_text("\n".join(bad), encoding="utf-8")
    with pytest.raises(sauro.ValidationError) as caught:
        due.moved_by_csv(path)
    assert caught.value.code == 260
    for part in ("row 2: 'hôm nào' is no day", "row 3: 9.9", "row 4: 1.I", "comes twice"):
        assert part in caught.value.to_text("en")
    path.write_text("task,occurrence\n", encoding="utf-8")
    with refused(sauro.ValidationError, match="no column 'due'"):
        due.moved_by_csv(path)


def test_years_without_a_decision_on_holidays_are_said_once() -> None:
    assert sauro.schedule(plan_of("Quý I")).projected == []
    later = sauro.schedule(plan_of("Quý I", "Trước ngày 15/3/2027", "Đến năm 2028"))
    assert later.projected == [2027, 2028]
    assert later.to_ics().count("Dự kiến") == 1
    civil = sauro.WorkingCalendar.vietnam()
    assert civil.is_projected(2027) and not civil.is_projected(2026)


def test_a_time_of_day_is_kept_in_the_schedule_and_the_calendar() -> None:
    due = sauro.schedule(plan_of("Trước 16h30 ngày 20/5/2026"))
    [one] = due.occurrences
    assert one.due_minute == 16 * 60 + 30
    [event] = icalendar.Calendar.from_ical(due.to_ics()).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 5, 20, 16, 30)
    assert sauro.Schedule.from_json(due.to_json()) == due
