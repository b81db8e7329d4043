"""Where the words of a time leave two readings, the one that wasn't taken is an alternative."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest
import sauro
from test_time_phrases import CONTEXT, table

# the usual reading's due day, the kind and due day (or length) of the other reading
OPEN = {
    "trước ngày 15/6": (date(2026, 6, 15), "window", date(2026, 6, 14)),
    "hoàn thành trước 30/9/2026": (date(2026, 9, 30), "window", date(2026, 9, 29)),
    "trước tháng 6": (date(2026, 5, 31), "window", date(2026, 6, 30)),
    "trước quý II/2026": (date(2026, 3, 31), "window", date(2026, 6, 30)),
    "trước năm 2027": (date(2026, 12, 31), "window", date(2027, 12, 31)),
    "tuần đầu tháng 5/2026": (date(2026, 5, 7), "window", date(2026, 5, 3)),
    "tuần 2 tháng 5/2026": (date(2026, 5, 14), "window", date(2026, 5, 10)),
    "tuần cuối tháng 6/2026": (date(2026, 6, 30), "window", date(2026, 6, 30)),
    "từ 15/11 đến 15/01": (date(2027, 1, 15), "window", date(2026, 1, 15)),
    "tháng 11 - tháng 2": (date(2027, 2, 28), "window", date(2026, 2, 28)),
    "6 tháng": (date(2026, 6, 30), "event", sauro.TimeLimit(6, "months")),
    "9 tháng": (date(2026, 9, 30), "event", sauro.TimeLimit(9, "months")),
    "quý II hoặc quý III": (date(2026, 9, 30), "window", date(2026, 6, 30)),
    "ngày 15/6 hoặc 16/6": (date(2026, 6, 16), "window", date(2026, 6, 15)),
}


@pytest.mark.parametrize("text", OPEN)
def test_the_reading_that_was_not_taken_is_given(text: str) -> None:
    due, kind, other_due = OPEN[text]
    time = sauro.parse_timeframe(text, **CONTEXT)
    assert time.due == due
    (other,) = time.alternatives
    assert (other.kind, other.limit or other.due) == (kind, other_due)
    assert other.reading and other.reading != time.reading


def test_rhythms_leave_readings_too() -> None:
    both = sauro.parse_timeframe("hằng tháng hoặc hằng quý", **CONTEXT)
    assert (both.rule, [one.rule for one in both.alternatives]) == ("month", ["quarter"])
    (other,) = sauro.parse_timeframe("trước ngày 25 hằng tháng", **CONTEXT).alternatives
    assert [one.due.day for one in other.occurrences] == [24] * 12


def test_round_the_clock_may_be_a_day_where_nothing_else_stands() -> None:
    time = sauro.parse_timeframe("24/7", **CONTEXT)
    assert time.kind == "continuous" and '"24/7" hiểu là' in time.reading
    (other,) = time.alternatives
    assert (other.kind, other.due) == ("window", date(2026, 7, 24))
    for text in ("Trực 24/7", "24/24 giờ", "24/7 các ngày trong tuần", "ngày 24/7"):
        assert not sauro.parse_timeframe(text, **CONTEXT).alternatives, text


def test_a_year_behind_a_list_may_be_one_of_it() -> None:
    time = sauro.parse_timeframe("quý I, II, năm 2026", **CONTEXT)
    (other,) = time.alternatives
    assert [one.due.month for one in time.occurrences] == [3, 6]
    assert [one.due.month for one in other.occurrences] == [3, 6, 12]


def test_what_leaves_nothing_open_has_no_alternative() -> None:
    for text in ("Quý I/2026", "ngày 15/6/2026", "tuần đầu tháng 6/2026", "hằng quý", "hôm nào đó"):
        assert not sauro.parse_timeframe(text, **CONTEXT).alternatives, text


def test_the_option_takes_the_other_reading_and_the_usual_one_is_the_alternative() -> None:
    usual = sauro.parse_timeframe("trước ngày 15/6", **CONTEXT)
    strict = sauro.parse_timeframe("trước ngày 15/6", **CONTEXT, before_excludes_day=True)
    assert strict.due == usual.alternatives[0].due
    assert strict.alternatives[0].due == usual.due


def test_each_alternative_differs_from_the_reading_and_from_the_others() -> None:
    for text, _ in table():
        time = sauro.parse_timeframe(text, **CONTEXT)
        meanings = [
            (one.kind, one.start, one.due, one.rule, one.limit, one.occurrences)
            for one in (time, *time.alternatives)
        ]
        assert all(meanings.count(one) == 1 for one in meanings), text
        assert not time.alternatives or time.reading, text


def test_alternatives_stay_through_pickle_copy_json_and_tables() -> None:
    plan = sauro.read_plan(
        text="KẾ HOẠCH\nNăm 2026\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
        "1\tLập báo cáo\tPhòng Kinh tế\tTrước ngày 15/6/2026\n"
        "2\tHọp dân\tPhòng Kinh tế\tQuý I/2026\n"
    )
    time = plan.tasks[0].timeframe
    (other,) = time.alternatives
    assert pickle.loads(pickle.dumps(time)) == time == copy.deepcopy(time)
    assert pickle.loads(pickle.dumps(other)) == other
    assert sauro.Plan.from_json(plan.to_json()).tasks[0].timeframe == time
    assert sauro.Timeframe(text=time.text, kind=time.kind) != time
    assert repr(time) == "Timeframe('Trước ngày 15/6/2026', window, due 2026-06-15, 1 alternative)"
    assert "due=2026-06-14" in repr(other)
    column = list(plan.tasks.table["alternatives"])
    assert column[0] == other.reading and not column[1]
