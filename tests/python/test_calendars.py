"""Calendars, limits and periods as analysts use them: single days, columns, errors by row."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import re
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro
from conftest import refused
from hypothesis import given
from hypothesis import strategies as st

CALENDAR = sauro.WorkingCalendar.vietnam()
STATUTORY = sauro.WorkingCalendar.vietnam("statutory")
DAYS = st.dates(date(2021, 1, 1), date(2035, 12, 31))
OFF = [d for y in range(2021, 2041) for d in STATUTORY.days_off(y)["date"]]


@given(DAYS, st.integers(-600, 600))
def test_count_undoes_add(day: date, n: int) -> None:
    if not (date(2024, 1, 1) <= day <= date(2032, 1, 1)):
        n = abs(n)
    reached = CALENDAR.add(day, n)
    if n >= 0:
        assert CALENDAR.count(day, reached) == n
    assert n == 0 or CALENDAR.is_working(reached)


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(a: date, b: date, c: date) -> None:
    assert CALENDAR.count(a, b) + CALENDAR.count(b, c) == CALENDAR.count(a, c)


@given(st.lists(st.tuples(DAYS, st.integers(-200, 200)), min_size=1, max_size=50))
def test_numpy_agrees_where_no_saturday_is_worked(rows: list[tuple[date, int]]) -> None:
    days = np.array([max(day, date(2022, 6, 1)) for day, _ in rows], dtype="datetime64[D]")
    steps = np.array([n for _, n in rows])
    busday = np.busdaycalendar(holidays=OFF)
    roll = np.where(steps > 0, "backward", "forward")
    expected = [
        np.busday_offset(d, n, roll=str(r), busdaycal=busday) if n else d
        for d, n, r in zip(days, steps, roll, strict=True)
    ]
    assert (STATUTORY.add(days, steps) == np.array(expected)).all()
    later = days + np.abs(steps)
    counted = np.busday_count(days + 1, later + 1, busdaycal=busday)
    assert (STATUTORY.count(days, later) == counted).all()


@given(st.dates(date(1900, 1, 31), date(2199, 12, 31)))
def test_lunar_days_come_back(day: date) -> None:
    assert sauro.from_lunar(*sauro.to_lunar(day)) == day


@given(st.integers(1990, 2100), st.integers(0, 31))
def test_the_four_quarters_partition_the_year(year: int, cut_off: int) -> None:
    quarters = sauro.ReportingPeriod.of_year("quarter", year, cut_off_day=cut_off)
    whole = sauro.ReportingPeriod("year", year, cut_off_day=cut_off)
    days = [
        quarter.start + datetime.timedelta(n)
        for quarter in quarters
        for n in range((quarter.cut_off - quarter.start).days + 1)
    ]
    assert len(days) == len(set(days)) == (whole.cut_off - whole.start).days + 1
    assert (days[0], days[-1]) == (whole.start, whole.cut_off)


@pytest.mark.parametrize(
    "column",
    [
        np.array(["2026-02-13", "2026-04-29"], dtype="datetime64[D]"),
        np.array(["2026-02-13T10", "2026-04-29T23"], dtype="datetime64[ns]"),
        pd.Series(pd.to_datetime(["2026-02-13", "2026-04-29"])),
        pd.Series([date(2026, 2, 13), date(2026, 4, 29)]),
        pl.Series([date(2026, 2, 13), date(2026, 4, 29)]),
        pa.array([date(2026, 2, 13), date(2026, 4, 29)]),
        pa.chunked_array([[date(2026, 2, 13)], [date(2026, 4, 29)]]),
        [date(2026, 2, 13), date(2026, 4, 29)],
        ["2026-02-13", "2026-04-29"],
    ],
    ids=lambda column: f"{type(column).__module__}.{type(column).__name__}",
)
def test_dates_of_every_library_are_read(column: object) -> None:
    assert CALENDAR.add(column, 1).tolist() == [date(2026, 2, 23), date(2026, 5, 4)]
    assert CALENDAR.is_working(column).tolist() == [True, True]


def test_dates_and_numbers_are_broadcast_as_numpy_does() -> None:
    days = np.array(["2026-02-13", "2026-04-29"], dtype="datetime64[D]")
    grid = CALENDAR.add(days[:, None], np.array([1, 2, 3]))
    assert grid.shape == (2, 3)
    assert grid[1, 0] == np.datetime64("2026-05-04")
    assert CALENDAR.add(np.datetime64("2026-02-13"), 1) == np.datetime64("2026-02-23")
    assert CALENDAR.add(date(2026, 2, 13), np.array([1, 2])).shape == (2,)
    assert CALENDAR.add(np.empty(0, "datetime64[D]"), 3).size == 0
    with refused(sauro.ValidationError, match=r"shapes \(2,\) and \(3,\)"):
        CALENDAR.add(days, [1, 2, 3])


def test_wrong_days_are_named_with_their_rows_all_at_once() -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        CALENDAR.add(["2026-02-30", "2026-01-05", "hôm nay", None], 1)
    assert [p.to_text("en") for p in caught.value.problems] == [
        "row 0: date '2026-02-30' is no real day (expected 2026-12-31 or 31/12/2026)",
        "row 2: date 'hôm nay' is no real day (expected 2026-12-31 or 31/12/2026)",
    ]
    with pytest.raises(sauro.ValidationError) as caught:
        CALENDAR.next([date(2026, 1, 5), None, date(2300, 1, 1)])
    assert (caught.value.code, caught.value.where) == (221, "row 1")
    assert [p.to_text("en") for p in caught.value.problems] == [
        "row 1: missing date lies outside the calendar (2021-01-01 to 2199-12-31)",
        "row 2: 2300-01-01 lies outside the calendar (2021-01-01 to 2199-12-31)",
    ]
    with pytest.warns(UserWarning, match="row 2: 2300-01-01 lies outside the calendar"):
        gone = CALENDAR.next([date(2026, 1, 5), None, date(2300, 1, 1)], on_problem="keep")
    assert np.isnat(gone).tolist() == [False, True, True]
    with pytest.warns(UserWarning, match="row 0: "):
        counts = CALENDAR.count([None, "2026-01-05"], "2026-01-06", on_problem="keep")
    assert np.isnan(counts[0]) and counts[1] == 1


COLUMNS: dict[str, Callable[[list[date | None]], Any]] = {
    "add": lambda days: CALENDAR.add(days, 3, on_problem="keep"),
    "add of numbers": lambda days: CALENDAR.add(days, range(len(days)), on_problem="keep"),
    "count": lambda days: CALENDAR.count(days, "2026-01-05", on_problem="keep"),
    "count to": lambda days: CALENDAR.count("2026-01-05", days, on_problem="keep"),
    "next": lambda days: CALENDAR.next(days, on_problem="keep"),
    "previous": lambda days: CALENDAR.previous(days, on_problem="keep"),
    "on_or_after": lambda days: CALENDAR.on_or_after(days, on_problem="keep"),
    "on_or_before": lambda days: CALENDAR.on_or_before(days, on_problem="keep"),
    "due": lambda days: sauro.TimeLimit(5, "working_days").due(days, on_problem="keep"),
    "due in months": lambda days: sauro.TimeLimit(2, "months").due(days, on_problem="keep"),
}


@pytest.mark.parametrize("name", COLUMNS)
@given(
    days=st.lists(
        st.sampled_from([date(2026, 3, 2), None, date(2300, 1, 1)]), min_size=1, max_size=60
    )
)
def test_rows_that_are_set_aside_are_named_and_counted(name: str, days: list[date | None]) -> None:
    wrong = [row for row, day in enumerate(days) if day != date(2026, 3, 2)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        values = COLUMNS[name](days)
    assert np.flatnonzero(values != values).tolist() == wrong
    assert len(caught) == bool(wrong)
    if wrong:
        text = str(caught[0].message)
        english = text[text.rindex("[sauro 221]") :]
        named = [int(row) for row in re.findall(r"^(?:\[sauro 221\] )?row (\d+): ", english, re.M)]
        more = re.search(r"and (\d+) more", english)
        assert named == wrong[: len(named)]
        assert len(named) + (int(more[1]) if more else 0) == len(wrong)


def test_time_zones_and_other_types_are_refused_by_name() -> None:
    zoned = pd.Series(pd.to_datetime(["2026-01-05"])).dt.tz_localize("Asia/Ho_Chi_Minh")
    with refused(sauro.ValidationError, match="has the time zone"):
        CALENDAR.next(zoned)
    utc = datetime.UTC
    mixed = [datetime.datetime(2026, 1, 5, tzinfo=utc), datetime.datetime(2026, 1, 5)]
    with refused(sauro.ValidationError, match=r"row 0: date .* has a time zone"):
        CALENDAR.next(mixed)
    with refused(sauro.ValidationError, match="date: expected dates"):
        CALENDAR.next(np.array([1.5]))
    with refused(sauro.ValidationError, match=r"row 1: working_days 1.5 is no whole number"):
        CALENDAR.add([date(2026, 1, 5)] * 2, [1, 1.5])
    with refused(sauro.ValidationError, match="time zone"):
        CALENDAR.next(pa.array([datetime.datetime(2026, 1, 5)], pa.timestamp("s", "UTC")))


def test_days_off_tell_who_set_them() -> None:
    table = CALENDAR.days_off(2026)
    rows = {row["date"]: row for row in table.to_dicts()}
    assert rows[date(2026, 1, 10)]["kind"] == "worked"
    assert rows[date(2026, 1, 2)]["decision"] == "12729/VPCP-KGVX"
    assert rows[date(2026, 4, 27)]["kind"] == "compensatory"
    assert rows[date(2026, 11, 24)]["decision"] == "Nghị quyết 28/2026/QH16, Điều 2"
    assert not any(table["projected"]) and all(CALENDAR.days_off(2027)["projected"])


def test_a_promised_day_is_computed_as_it_was_promised() -> None:
    then = sauro.WorkingCalendar.vietnam(known_on=date(2025, 12, 1))
    assert then.add(date(2025, 12, 31), 1) == date(2026, 1, 2)
    assert CALENDAR.add(date(2025, 12, 31), 1) == date(2026, 1, 5)


def test_decisions_come_from_a_file(tmp_path: Path) -> None:
    days = [
        {"date": "2026-11-23", "kind": "swapped_off", "name": "Nghỉ hoán đổi"},
        {"date": "2026-11-21", "kind": "worked", "name": "Làm bù"},
    ]
    decision = {"number": "1/TB", "date": "2026-10-01", "year": 2026, "days": days}
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"decisions": [decision]}), encoding="utf-8")
    assert not sauro.WorkingCalendar.vietnam(decisions=path).is_working(date(2026, 11, 23))
    assert sauro.WorkingCalendar.vietnam(decisions=[decision]).is_working(date(2026, 11, 21))
    early = sauro.WorkingCalendar.vietnam(decisions=[decision], known_on=date(2026, 9, 1))
    assert early.is_working(date(2026, 11, 23))


def test_a_file_with_mistakes_is_refused_by_pointers() -> None:
    wrong = {"number": "1/TB", "days": [{"date": "2026-13-01", "kind": "free"}, {"name": "x"}]}
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.WorkingCalendar.vietnam(decisions=[wrong])
    assert [p.to_text("en") for p in caught.value.problems] == [
        '/decisions/0: the member "year" is missing',
        '/decisions/0/days/0/date: expected a real day as YYYY-MM-DD or null, found "2026-13-01"',
        '/decisions/0/days/0/kind: unknown "free"; expected holiday, holiday_on_weekend, '
        "compensatory, swapped_off or worked",
        '/decisions/0/days/1: the member "date" is missing',
    ]
    clash = {
        "number": "2/TB",
        "year": 2026,
        "days": [
            {"date": "2026-09-12", "kind": "worked", "name": "Làm bù"},
            {"date": "2026-09-12", "kind": "compensatory", "name": "Nghỉ bù"},
        ],
    }
    with refused(sauro.ValidationError, match="2026-09-12 is both worked and off") as caught:
        sauro.WorkingCalendar.vietnam(decisions=[clash])
    assert caught.value.code == 206


def test_calendars_and_limits_are_values() -> None:
    assert pickle.loads(pickle.dumps(CALENDAR)) == CALENDAR == copy.copy(CALENDAR)
    assert CALENDAR != STATUTORY and CALENDAR != 1
    own = sauro.WorkingCalendar.custom(
        2026, 2026, mornings=["saturday"], days_off={date(2026, 3, 16): "Ngày truyền thống"}
    )
    assert pickle.loads(pickle.dumps(own)) == own
    assert own.is_working(date(2026, 3, 14)) and not own.is_working(date(2026, 3, 16))
    limit = sauro.TimeLimit(5, "working_days")
    assert pickle.loads(pickle.dumps(limit)) == limit
    assert {limit: 1}[sauro.TimeLimit(5.0, "working_days")] == 1
    assert repr(limit) == "TimeLimit(5, 'working_days')"
    with refused(sauro.ValidationError, match="expected one of civil_service, statutory"):
        sauro.WorkingCalendar.vietnam("army")


def test_limits_of_moments_and_columns() -> None:
    day = sauro.TimeLimit(24, "hours")
    assert day.due(datetime.datetime(2026, 3, 18, 10), CALENDAR) == datetime.datetime(
        2026, 3, 19, 10
    )
    end = datetime.datetime(2026, 3, 23, 23, 59, 59, 999999)
    assert day.due(datetime.datetime(2026, 3, 20, 10), CALENDAR) == end
    with refused(sauro.Error, match="hours are counted from a moment"):
        day.due(date(2026, 3, 20), CALENDAR)
    eight = sauro.TimeLimit("08 giờ làm việc")
    assert eight == sauro.TimeLimit(8, "working_hours")
    friday = datetime.datetime(2026, 3, 20, 15, 0, 30)
    assert eight.due(friday, CALENDAR) == datetime.datetime(2026, 3, 23, 15, 30)
    assert eight.due(friday, CALENDAR, hours="ministry") == datetime.datetime(2026, 3, 23, 15)
    own = [("08:00", "12:00")]
    assert eight.due(friday, CALENDAR, hours=own) == datetime.datetime(2026, 3, 24, 12)
    with refused(sauro.NotFoundError, match="office, ministry"):
        eight.due(friday, CALENDAR, hours="shop")
    with refused(sauro.Error, match="is no time limit"):
        sauro.TimeLimit("nhanh")
    with pytest.raises(TypeError, match="names its unit itself"):
        sauro.TimeLimit("10 ngày", "days")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="unit has to be given"):
        sauro.TimeLimit(10)  # type: ignore[call-overload]
    month = sauro.TimeLimit(1, "months")
    dues = month.due(["2026-01-31", "2026-03-31"], CALENDAR)
    assert dues.tolist() == [date(2026, 3, 2), date(2026, 5, 4)]
    assert sauro.TimeLimit(5, "working_days").cut(30).amount == 3.5
    assert sauro.TimeLimit(5, "working_days").cut(30, "up").amount == 4
    with refused(sauro.Error, match="-1 days"):
        sauro.TimeLimit(-1, "days")


def test_periods_hold_both_ends_and_are_values() -> None:
    quarter = sauro.Period.quarter(2026, 1)
    assert (quarter.first, quarter.last, quarter.days) == (date(2026, 1, 1), date(2026, 3, 31), 90)
    assert sauro.Period.half_year(2026, 2).last == date(2026, 12, 31)
    assert sauro.Period.nine_months(2026).last == date(2026, 9, 30)
    assert sauro.Period.month(2024, 2).days == 29
    assert sauro.Period.week(2026, 53).first == date(2026, 12, 28)
    assert pickle.loads(pickle.dumps(quarter)) == quarter < sauro.Period.quarter(2026, 2)
    with refused(sauro.Error, match="expected a number from 1 to 4") as caught:
        sauro.Period.quarter(2026, 5)
    assert caught.value.code == 204
    with refused(sauro.Error, match="ends before it begins"):
        sauro.Period(date(2026, 1, 2), date(2026, 1, 1))


def test_reporting_periods_are_values() -> None:
    plain = sauro.ReportingPeriod("quarter", 2026, 1)
    own = sauro.ReportingPeriod("quarter", 2026, 1, cut_off_day=0, due_day=10, roll="none")
    for period in (plain, own):
        again = pickle.loads(pickle.dumps(period))
        assert again == period == copy.copy(period) and hash(again) == hash(period)
        assert (again.start, again.cut_off, again.label) == (
            period.start, period.cut_off, period.label,
        )  # fmt: skip
        assert again.due(CALENDAR) == period.due(CALENDAR)
    assert plain != own
