"""A limit with suspensions and extensions against a day-by-day count; the limits of decrees."""

from __future__ import annotations

import copy
import datetime
import pickle
from datetime import date, timedelta

import numpy as np
import pytest
import sauro
from conftest import refused
from hypothesis import given
from hypothesis import strategies as st

CALENDAR = sauro.WorkingCalendar.vietnam()
DAY = st.dates(date(2025, 1, 1), date(2026, 6, 30))


def course(limit: str = "10 ngày làm việc", start: str = "2026-03-02", **more: object):
    return sauro.LimitCourse(limit, start, CALENDAR, **more)  # type: ignore[arg-type]


def counted(start: date, amount: int, unit: str, waits: list[tuple[date, date]]) -> date:
    """Walk day by day: days after the start, worked ones or all, outside of every wait."""
    day = start
    while amount:
        day += timedelta(1)
        if any(begin < day <= end for begin, end in waits):
            continue
        if unit == "days" or CALENDAR.is_working(day):
            amount -= 1
    return day


@given(
    DAY,
    st.integers(1, 30),
    st.sampled_from(["days", "working_days"]),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 12)), max_size=4),
)
def test_the_days_of_a_suspension_are_not_counted(
    start: date, amount: int, unit: str, steps: list[tuple[int, int]]
) -> None:
    waits = []
    day = start
    for step, length in steps:
        begin = day + timedelta(step)
        if begin >= counted(start, amount, unit, waits):
            break
        day = begin + timedelta(length)
        waits.append((begin, day))
    made = sauro.LimitCourse(sauro.TimeLimit(amount, unit), start, CALENDAR, suspensions=waits)
    assert made.due == made.regular_due == CALENDAR.on_or_after(counted(start, amount, unit, waits))
    assert made.first_due == sauro.TimeLimit(amount, unit).due(start, CALENDAR)
    assert not made.ignored


@given(DAY, st.integers(1, 20), st.lists(st.integers(0, 20), max_size=3))
def test_extensions_count_from_the_end_so_far(start: date, amount: int, longer: list[int]) -> None:
    extended = [(start, sauro.TimeLimit(days, "working_days")) for days in longer]
    made = sauro.LimitCourse(
        sauro.TimeLimit(amount, "working_days"), start, CALENDAR, extensions=extended
    )
    assert made.due == CALENDAR.add(start, amount + sum(longer))
    assert made.regular_due == made.first_due == CALENDAR.add(start, amount)


def test_what_an_extension_saved_is_seen() -> None:
    made = course(extensions=[("2026-03-16", "2026-03-20")])
    assert (made.first_due, made.due) == (date(2026, 3, 16), date(2026, 3, 20))
    assert made.standing(finished="2026-03-16") == ("early", False, 0)
    assert made.standing(finished="2026-03-18") == ("early", True, 0)
    assert made.standing(finished="2026-03-20").words == "đúng hạn nhờ gia hạn"
    assert made.standing(finished="2026-03-24") == ("late", False, 2)
    assert made.standing(as_of="2026-03-17") == ("running", True, 0)
    assert made.standing(as_of="2026-03-23") == ("overdue", False, 1)


def test_an_extension_after_the_end_saves_nothing() -> None:
    made = course(extensions=[("2026-03-17", "2026-03-25"), ("2026-03-10", "2 ngày làm việc")])
    assert made.due == date(2026, 3, 25)  # the second one came first
    late = course(extensions=[("2026-03-17", "2026-03-25")])
    assert late.ignored == ["extensions[0]"]
    assert late.due == date(2026, 3, 16)
    assert late.standing(finished="2026-03-20") == ("late", False, 4)


def test_a_case_waits_while_its_papers_are_missing() -> None:
    made = course(suspensions=[("2026-03-05", None)])
    assert made.due is None
    assert made.regular_due is None
    assert made.standing(as_of="2026-04-30").status == "waiting"
    closed = course(suspensions=[("2026-03-05", "2026-03-10")])
    assert closed.due == date(2026, 3, 19)
    assert closed.standing(as_of="2026-03-09").words == "tạm dừng, chờ bổ sung"
    assert closed.standing(as_of="2026-03-10").status == "running"
    with refused(sauro.ValidationError, match="one has no end yet"):
        made.standing(finished="2026-04-01")
    with refused(sauro.ValidationError, match="one has no end yet"):
        made.standing(as_of="2026-03-04")


def test_papers_asked_for_on_the_last_day_are_waited_for_and_later_ones_are_not() -> None:
    last = course(suspensions=[("2026-03-16", "2026-03-20")])
    assert (last.first_due, last.due) == (date(2026, 3, 16), date(2026, 3, 20))
    over = course(suspensions=[("2026-03-17", "2026-03-20")])
    assert (over.due, over.ignored) == (date(2026, 3, 16), ["suspensions[0]"])


def test_hours_stop_and_run_on_at_the_minute() -> None:
    start = datetime.datetime(2026, 3, 20, 15, 0)  # a Friday
    plain = sauro.LimitCourse("08 giờ làm việc", start, CALENDAR)
    assert plain.due == datetime.datetime(2026, 3, 23, 15, 30)
    waited = sauro.LimitCourse(
        "08 giờ làm việc", start, CALENDAR, suspensions=[("2026-03-20 16:00", "2026-03-24 09:00")]
    )
    # one hour on Friday, seven from Tuesday 09:00 on
    assert waited.due == datetime.datetime(2026, 3, 25, 8, 30)
    assert waited.standing(finished="2026-03-25T08:30").status == "on_time"
    assert waited.standing(finished="2026-03-25T08:31").status == "late"
    clock = sauro.LimitCourse(
        "24 giờ", start, CALENDAR, suspensions=[(start, np.datetime64("2026-03-23T15:00"))]
    )
    assert clock.due == datetime.datetime(2026, 3, 24, 15)


def test_what_cannot_be_is_named_all_at_once() -> None:
    named = r"(?s)suspensions\[1\].*extensions\[0\].*suspensions\[0\]"  # in order of their days
    with refused(sauro.ValidationError, match=named):
        course(
            suspensions=[("2026-03-05", "2026-03-03"), ("2026-02-01", "2026-03-06")],
            extensions=[("2026-02-10", "2026-03-20")],
        )
    with refused(sauro.ValidationError, match="comes before the end so far"):
        course(extensions=[("2026-03-10", "2026-03-12")])
    with refused(sauro.ValidationError, match="begins before the one before it has ended"):
        course(suspensions=[("2026-03-05", "2026-03-10"), ("2026-03-07", "2026-03-12")])
    with refused(sauro.Error, match="is no time limit"):
        course(extensions=[("2026-03-10", "ít lâu nữa")])
    with refused(sauro.ValidationError, match="comes before the limit begins"):
        course().standing(finished="2026-02-27")
    with pytest.raises(TypeError, match="no clock"):
        course().standing()


def test_a_course_is_a_value() -> None:
    made = course(suspensions=[("2026-03-05", None)], extensions=[("2026-03-06", "5 ngày")])
    assert pickle.loads(pickle.dumps(made)) == made == copy.copy(made)
    assert made != course()
    assert repr(course()) == (
        "LimitCourse(TimeLimit(10, 'working_days'), first due 2026-03-16, due 2026-03-16)"
    )


def test_presets_hold_between_their_days() -> None:
    presets = sauro.limit_presets()
    assert {one.sure for one in presets} >= {"not found", "recalled: medium"}
    for one in presets:
        assert one.title and one.title_en and one.sure
        assert one.limit is not None or one.sure == "not found"
    assert sauro.limit_preset("online_reply", "2026-03-02").limit == sauro.TimeLimit(
        8, "working_hours"
    )
    old = sauro.limit_preset("hand_over", date(2025, 6, 30))
    assert (old.cut_off, old.decree) == ("15:00", "Nghị định 61/2018/NĐ-CP")
    with refused(sauro.NotFoundError, match="118/2025/NĐ-CP holds, whose words were not found"):
        sauro.limit_preset("hand_over", date(2025, 7, 1))
    with refused(sauro.NotFoundError, match="none was in force"):
        sauro.limit_preset("hand_over", date(2017, 1, 1))
    with refused(sauro.NotFoundError, match="there are: online_reply, hand_over"):
        sauro.limit_preset("tea", date(2026, 1, 1))
    assert sauro.limit_preset("apology", "2025-01-01").before_end
