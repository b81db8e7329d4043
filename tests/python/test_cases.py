"""Cases against a slow reference, in every library's columns, and what is wrong with rows."""

from __future__ import annotations

import datetime
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st

CALENDAR = sauro.WorkingCalendar.vietnam()
AS_OF = date(2026, 6, 30)
WORDS = ("early", "on_time", "late", "running", "overdue")

DAY = st.dates(date(2024, 1, 1), date(2026, 6, 30))
ROW = st.tuples(
    DAY, st.integers(0, 40), st.one_of(st.none(), st.integers(0, 90)), st.integers(0, 3)
)


def judged(received: date, limit: int, finished: date | None) -> tuple[date, str, int]:
    due = sauro.TimeLimit(limit, "working_days").due(received, CALENDAR)
    end = finished or AS_OF
    late = max(CALENDAR.count(due, end), 1) if end > due else 0
    if finished is None:
        return due, "overdue" if due < AS_OF else "running", late
    word = "early" if finished < due else "on_time" if finished == due else "late"
    return due, word, late


@settings(max_examples=60)
@given(st.lists(ROW, min_size=1, max_size=40), st.integers(0, 40))
def test_the_pass_agrees_with_single_limits_and_parts_merge(rows: list[Any], cut: int) -> None:
    received = [row[0] for row in rows]
    finished = [None if row[2] is None else row[0] + datetime.timedelta(row[2]) for row in rows]
    limits, agencies = [row[1] for row in rows], [row[3] for row in rows]

    def log(part: slice) -> sauro.CaseLog:
        return sauro.CaseLog(received[part], limits[part], finished[part], agencies[part])

    cases = log(slice(None))
    status = cases.status(CALENDAR, AS_OF, by=["agency", "month"])
    expected = [judged(*row) for row in zip(received, limits, finished, strict=True)]
    assert status.due.tolist() == [due for due, _, _ in expected]
    assert [WORDS[code] for code in status.code] == [word for _, word, _ in expected]
    assert status.late_days.tolist() == [late for _, _, late in expected]
    for keys in (["agency", "month"], ["agency"], ["month"], []):
        whole = cases.roll_up(CALENDAR, AS_OF, by=keys)
        assert whole.to_dicts() == status.roll_up(by=keys).to_dicts()
        parts = [log(part) for part in (slice(0, cut), slice(cut, None)) if received[part]]
        merged = sauro.merge_roll_ups(part.roll_up(CALENDAR, AS_OF, by=keys) for part in parts)
        ordered = sorted(merged.to_dicts(), key=lambda row: [str(row[key]) for key in keys])
        assert ordered == sorted(whole.to_dicts(), key=lambda row: [str(row[key]) for key in keys])
        assert sum(whole["total"]) == len(rows)


COLUMNS = {
    "received": [date(2026, 2, 12)] * 3,
    "finished": [date(2026, 2, 26), date(2026, 3, 4), None],
    "agency": ["An Lộc", "Tân Hòa", "Tân Hòa"],
}
FRAME = pd.DataFrame(COLUMNS).astype({"agency": "category"})


@pytest.mark.parametrize(
    "columns",
    [
        COLUMNS,
        {**COLUMNS, "received": np.array(COLUMNS["received"], dtype="datetime64[D]")},
        {**FRAME, "received": pd.to_datetime(FRAME["received"])},
        dict(FRAME),
        pl.DataFrame(COLUMNS).with_columns(pl.col("agency").cast(pl.Categorical)).to_dict(),
        pl.DataFrame(COLUMNS).to_dict(),
        dict(zip(COLUMNS, pa.table(COLUMNS).columns, strict=True)),
    ],
    ids=["lists", "numpy", "pandas moments", "pandas", "polars categories", "polars", "arrow"],
)
def test_columns_of_every_library_give_the_same(columns: Any) -> None:
    cases = sauro.CaseLog(columns["received"], 5, columns["finished"], columns["agency"])
    status = cases.status(CALENDAR, date(2026, 3, 31), by=["agency"])
    assert status.words == ["đúng hạn", "trễ hạn", "quá hạn chưa xong"]
    rows = status.roll_up(by=["agency"]).to_dicts()
    assert [(row["agency"], row["in_time"], row["decided"]) for row in rows] == [
        ("An Lộc", 1, 1),
        ("Tân Hòa", 0, 2),
    ]


def test_a_rate_of_nothing_is_none_and_never_0_or_100() -> None:
    cases = sauro.CaseLog(["2026-06-29"], 5, [None], ["An Lộc"])
    row = cases.roll_up(CALENDAR, AS_OF, by=["agency"]).to_dicts()[0]
    assert (row["running"], row["decided"], row["on_time_rate"]) == (1, 0, None)
    none = sauro.merge_roll_ups([cases.roll_up(CALENDAR, AS_OF)] * 2).to_dicts()[0]
    assert (none["running"], none["on_time_rate"]) == (2, None)


def test_hours_sessions_and_the_cut_off_are_options() -> None:
    received = np.array(["2026-03-20T08:00", "2026-03-20T16:00"], dtype="datetime64[m]")
    cases = sauro.CaseLog(received, [4, 4], unit="working_hours")
    assert cases.status(CALENDAR, AS_OF).due.astype(str).tolist() == [
        "2026-03-20T14:00",
        "2026-03-23T10:30",
    ]
    later = cases.status(CALENDAR, AS_OF, cut_off="15:00")
    assert later.due.astype(str).tolist() == ["2026-03-20T14:00", "2026-03-23T11:30"]
    early = cases.status(CALENDAR, AS_OF, hours=[("07:00", "11:00"), ("13:00", "17:00")])
    assert early.due.astype(str).tolist() == ["2026-03-20T14:00", "2026-03-23T10:00"]
    for unit in ("s", "ms", "us", "ns"):
        same = sauro.CaseLog(received.astype(f"datetime64[{unit}]"), [4, 4], unit="working_hours")
        assert (same.status(CALENDAR, AS_OF).due == cases.status(CALENDAR, AS_OF).due).all()


def test_limits_in_words_name_their_unit() -> None:
    received = ["2026-03-02"] * 3
    counted = sauro.CaseLog(received, [10, 5, 3])
    words = ["10 ngày làm việc", "05 ngày làm việc", "không quá 3 ngày làm việc"]
    for column in (words, pd.Series(words), pd.Series(words, dtype="category"), pa.array(words)):
        assert sauro.CaseLog(received, column) == counted
    one = sauro.CaseLog(received, "08 giờ làm việc")
    assert one.unit == "working_hours"
    assert one == sauro.CaseLog(received, 8, unit="working_hours")
    missing = sauro.CaseLog(received, ["10 ngày", None, "5 ngày"])
    assert missing.unit == "days"
    kept = missing.status(CALENDAR, AS_OF, on_problem="keep")
    assert [bool(np.isnat(due)) for due in kept.due] == [False, True, False]
    with refused(
        sauro.ValidationError, match="'5 ngày' counts days, other limits count working_days"
    ):
        sauro.CaseLog(received, ["10 ngày làm việc", "5 ngày", "5 ngày"])
    with refused(sauro.ValidationError, match="counts months"):
        sauro.CaseLog(received, "1 tháng", unit="days")
    with refused(sauro.Error, match="is no time limit"):
        sauro.CaseLog(received, ["10 ngày", "nhanh", "5 ngày"])


def test_years_without_a_decision_on_holidays_are_said() -> None:
    cases = sauro.CaseLog(["2026-03-02", "2026-12-28", "2028-06-01"], 10)
    assert cases.status(CALENDAR, AS_OF).projected == [2027, 2028]
    assert sauro.CaseLog(["2026-03-02"], 10).status(CALENDAR, AS_OF).projected == []
    kept = sauro.CaseLog([None], 10).status(CALENDAR, AS_OF, on_problem="keep")
    assert kept.projected == []


def test_limits_by_the_clock_end_at_a_minute() -> None:
    received = np.array(["2026-03-19T16:00", "2026-03-20T16:00"], dtype="datetime64[m]")
    day = sauro.CaseLog(received, "24 giờ").status(CALENDAR, AS_OF)
    assert day.due.astype(str).tolist() == ["2026-03-20T16:00", "2026-03-23T23:59"]
    same = sauro.CaseLog(received, 1440, unit="minutes").status(CALENDAR, AS_OF)
    assert (same.due == day.due).all()


def test_pauses_cuts_and_half_days_change_the_due_day() -> None:
    cases = sauro.CaseLog(
        ["2026-03-02"] * 4, [5, 5, 5, 3.5], paused=[0, 2, 0, 0], cut=[0, 0, 30, 0]
    )
    assert cases.status(CALENDAR, AS_OF).due.astype(str).tolist() == [
        "2026-03-09",
        "2026-03-11",
        "2026-03-06",
        "2026-03-06",
    ]
    strict = cases.status(CALENDAR, AS_OF, rounding="down")
    assert str(strict.due[2]) == "2026-03-05"


def test_wrong_rows_are_named_or_set_aside_and_counted() -> None:
    cases = sauro.CaseLog(
        received=["2026-03-02", None, "2019-01-01", "2026-03-02", "2026-03-02", "2026-03-02"],
        limit_days=[5, 5, 5, -1, 5, None],
        finished=["2026-03-01", None, None, None, None, None],
        agency=np.array([0, 0, 0, 0, -1, 0]),
    )
    with pytest.raises(sauro.ValidationError) as caught:
        cases.status(CALENDAR, AS_OF)
    assert [p.to_text("en") for p in caught.value.problems] == [
        "row 0: it is finished before it was received",
        "row 1: the day of receipt is missing",
        "row 2: the day of receipt lies outside the calendar",
        "row 3: the limit is negative",
        "row 4: the agency code is negative or too large",
        "row 5: the limit is missing",
    ]
    aside = cases.status(CALENDAR, AS_OF, on_problem="keep", by=[])
    assert aside.counts["invalid"] == 6 and np.isnat(aside.due).all()
    assert aside.problems == caught.value.problems
    row = aside.roll_up(by=[]).to_dicts()[0]
    assert (row["total"], row["invalid"], row["on_time_rate"]) == (6, 6, None)


@pytest.mark.parametrize("key", ["agency", "procedure", "month"])
@pytest.mark.parametrize("codes", [["A", None, "B", None], [1, -1, 0, -5]])
def test_what_has_no_key_is_booked_under_none(key: Any, codes: list[Any]) -> None:
    days: list[Any] = ["2026-03-02"] * 4
    columns: dict[str, Any] = {key: codes}
    if key == "month":
        days, columns = ["2026-03-02", None, "2026-04-01", "1900-01-01"], {}
    done = ["2026-04-02"] * 4
    rows = sauro.CaseLog(days, 5, done, **columns).roll_up(
        CALENDAR, AS_OF, by=[key], on_problem="keep"
    )
    wrong = 2 if key == "month" or -1 in codes else 0  # a name may be missing, a code not be any
    assert [(row[key] is None, row["total"], row["invalid"]) for row in rows.to_dicts()] == [
        (True, 2, wrong),
        (False, 1, 0),
        (False, 1, 0),
    ]
    merged = sauro.merge_roll_ups([rows, rows]).to_dicts()
    assert [row["total"] for row in merged] == [4, 2, 2] and merged[0][key] is None


def test_groups_by_a_column_that_is_not_there_are_refused() -> None:
    cases = sauro.CaseLog(["2026-03-02"], 5, agency=["A"])
    with refused(sauro.ValidationError, match="no column procedure to count by"):
        cases.roll_up(CALENDAR, AS_OF, by=["agency", "procedure"])
    with refused(sauro.ValidationError, match="no column agency to count by"):
        sauro.CaseLog(["2026-03-02"], 5).status(CALENDAR, AS_OF).roll_up()


def test_columns_that_do_not_fit_are_named() -> None:
    cases = sauro.CaseLog(["2026-03-02"] * 3, [5, 5, 5], agency=[1, 2], paused=[1.0, 2.0])
    with pytest.raises(sauro.ValidationError) as caught:
        cases.status(CALENDAR, AS_OF)
    assert [p.to_text("en") for p in caught.value.problems] == [
        "cases: paused has 2 rows, received has 3",
        "cases: agency has 2 rows, received has 3",
    ]
    with refused(sauro.ValidationError, match=r"(?s)'mau lên': is no time limit.*'nhanh'"):
        sauro.CaseLog(["2026-03-02"] * 3, ["5 ngày", "mau lên", "nhanh"])
    with refused(sauro.ValidationError, match="expected numbers"):
        sauro.CaseLog(["2026-03-02"], np.array([date(2026, 3, 2)]))
    with refused(sauro.ValidationError, match="time zone"):
        zoned = pd.Series(pd.to_datetime(["2026-03-02"])).dt.tz_localize("UTC")
        sauro.CaseLog(zoned, 5)
    with refused(sauro.ValidationError, match="expected one of working_days, days, working_hours"):
        sauro.CaseLog(["2026-03-02"], 5, unit="weeks")


def test_many_codes_and_empty_logs_pass() -> None:
    sparse = sauro.CaseLog(["2026-03-02"] * 3, 5, agency=[2_000_000_000, 7, 7], procedure=[1, 2, 2])
    rows = sparse.roll_up(CALENDAR, AS_OF, by=["agency", "procedure", "month"]).to_dicts()
    assert [(row["agency"], row["procedure"], row["total"]) for row in rows] == [
        (7, 2, 2),
        (2_000_000_000, 1, 1),
    ]
    empty = sauro.CaseLog(np.empty(0, "datetime64[D]"), np.empty(0, "int64"))
    assert len(empty.status(CALENDAR, AS_OF)) == 0
    assert len(empty.roll_up(CALENDAR, AS_OF, by=["month"])) == 0


def test_a_calendar_by_case() -> None:
    statutory = sauro.WorkingCalendar.vietnam("statutory")
    cases = sauro.CaseLog(["2025-12-31"] * 2, 1, calendar=np.array([0, 1], dtype="int8"))
    status = cases.status([CALENDAR, statutory], AS_OF)
    assert status.due.astype(str).tolist() == ["2026-01-05", "2026-01-02"]


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pl.DataFrame, pa.table, sauro.Table])
def test_a_register_gives_its_columns_by_name(make: Any) -> None:
    register = make({"nhận": COLUMNS["received"], "xong": COLUMNS["finished"], "hạn": [5, 5, 5]})
    names = {"received": "nhận", "finished": "xong", "limit_days": "hạn"}
    cases = sauro.CaseLog.from_table(register, **names)
    assert cases.status(CALENDAR, date(2026, 3, 31)).code.tolist() == [1, 2, 4]
