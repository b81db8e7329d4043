"""Groups by any column and period against a slow reference; parts that merge."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date, timedelta
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
DAY = st.dates(date(2024, 1, 1), date(2026, 6, 30))
NAME = st.sampled_from(["trực tuyến", "bưu chính", "tại quầy", None])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "received": DAY,
            "limit_days": st.integers(0, 40),
            "gap": st.one_of(st.none(), st.integers(0, 90)),
            "agency": st.integers(0, 3),
            "kênh": NAME,
            "vùng": st.integers(0, 900_000),
        }
    ),
    min_size=2,
    max_size=40,
)
PERIODS = {
    "week": lambda day: day - timedelta(day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    "year": lambda day: date(day.year, 1, 1),
}
KEYS = st.tuples(
    st.permutations(["agency", "kênh", "vùng"]),
    st.integers(0, 3),
    st.sampled_from([None, *PERIODS]),
).map(lambda drawn: [*drawn[0][: drawn[1]], *filter(None, [drawn[2]])])


def log_of(rows: list[dict[str, Any]]) -> sauro.CaseLog:
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    finished = [
        None if gap is None else day + timedelta(gap)
        for day, gap in zip(columns["received"], columns["gap"], strict=True)
    ]
    return sauro.CaseLog(
        columns["received"], columns["limit_days"], finished, columns["agency"],
        keys={"kênh": columns["kênh"], "vùng": columns["vùng"]},
    )  # fmt: skip


def group_of(row: dict[str, Any], by: list[str]) -> tuple[Any, ...]:
    return tuple(PERIODS[key](row["received"]) if key in PERIODS else row[key] for key in by)


def in_order(table: sauro.Table, by: list[str]) -> list[dict[str, Any]]:
    return sorted(table.to_dicts(), key=lambda row: [str(row[key]) for key in by])


@settings(max_examples=100)
@given(ROWS, KEYS, st.data())
def test_groups_agree_with_single_rows_and_merge(
    rows: list[dict[str, Any]], by: list[str], data: st.DataObject
) -> None:
    log = log_of(rows)
    whole = log.roll_up(CALENDAR, AS_OF, by=by)
    assert whole.columns[: len(by)] == by
    status = log.status(CALENDAR, AS_OF)
    expected: Counter[tuple[Any, ...]] = Counter()
    late: Counter[tuple[Any, ...]] = Counter()
    for row, code, days in zip(rows, status.code, status.late_days, strict=True):
        expected[*group_of(row, by), int(code)] += 1
        late[group_of(row, by)] += int(days)
    found: Counter[tuple[Any, ...]] = Counter()
    for row in whole.to_dicts():
        key = tuple(row[name] for name in by)
        assert row["late_days"] == late[key]
        for code, name in enumerate(("early", "on_time", "late", "running", "overdue", "invalid")):
            found[*key, code] += row[name]
    assert +found == expected
    assert log.status(CALENDAR, AS_OF, by=by).roll_up(by=by) == whole
    order = data.draw(st.permutations(range(len(rows))))
    cut = data.draw(st.integers(1, len(rows) - 1))
    parts = [[rows[at] for at in order[:cut]], [rows[at] for at in order[cut:]]]
    merged = sauro.merge_roll_ups(log_of(part).roll_up(CALENDAR, AS_OF, by=by) for part in parts)
    assert in_order(merged, by) == in_order(whole, by)


def test_weeks_are_those_of_iso_and_quarters_begin_years() -> None:
    days = [date(2025, 12, 28) + timedelta(n) for n in range(12)]
    log = sauro.CaseLog(days, 5)
    weeks = log.roll_up(CALENDAR, AS_OF, by=["week"]).to_dicts()
    assert [(str(row["week"]), row["total"]) for row in weeks] == [
        ("2025-12-22", 1),
        ("2025-12-29", 7),
        ("2026-01-05", 4),
    ]
    assert [day.isocalendar().week for day in (days[1], days[7])] == [1, 1]
    for key in ("quarter", "year"):
        firsts = [str(row[key]) for row in log.roll_up(CALENDAR, AS_OF, by=key).to_dicts()]
        assert firsts == [{"quarter": "2025-10-01", "year": "2025-01-01"}[key], "2026-01-01"]


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pl.DataFrame, pa.table, sauro.Table])
def test_a_register_gives_its_own_keys_by_name(make: Any) -> None:
    channels = ["trực tuyến", None, "tại quầy"]
    register = make(
        {"nhận": [date(2026, 3, 2)] * 3, "hạn": [5] * 3, "Kênh": channels, "Xã": [0, 1, 1]}
    )
    names = {"received": "nhận", "limit_days": "hạn"}
    log = sauro.CaseLog.from_table(register, **names, keys=["Kênh", "Xã"])
    rows = log.roll_up(CALENDAR, AS_OF, by=["Kênh", "Xã"]).to_dicts()
    assert [(row["Kênh"], row["Xã"], row["total"]) for row in rows] == [
        (None, 1, 1),
        ("trực tuyến", 0, 1),
        ("tại quầy", 1, 1),
    ]
    renamed = sauro.CaseLog.from_table(register, **names, keys={"channel": "Kênh"})
    assert renamed.roll_up(CALENDAR, AS_OF, by="channel")["total"].tolist() == [1, 1, 1]
    assert "Kênh" in log.table.columns and log != renamed
    again = pickle.loads(pickle.dumps(log))
    assert again == log
    assert again.roll_up(CALENDAR, AS_OF, by=["Kênh"]) == log.roll_up(CALENDAR, AS_OF, by=["Kênh"])


def test_keys_that_cannot_be_are_named() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 3, 5, keys={"Kênh": np.array([0, -1, 1]), "Xã": [1, 2]})
    with refused(sauro.ValidationError, "cases: Xã has 2 rows, received has 3"):
        log.status(CALENDAR, AS_OF)
    log = sauro.CaseLog(["2026-03-02"] * 3, 5, keys={"Kênh": np.array([0, -1, 1])})
    with refused(sauro.ValidationError, "row 1: the Kênh code is negative or too large"):
        log.status(CALENDAR, AS_OF)
    with refused(sauro.ValidationError, "expected one of agency, procedure, Kênh, week, month"):
        log.roll_up(CALENDAR, AS_OF, by=["Xã"])
    with refused(sauro.ValidationError, "one period at a time, found month, year"):
        log.roll_up(CALENDAR, AS_OF, by=["month", "year"])
    with refused(sauro.ValidationError, "(?s)'month' is another column's name.*'total'"):
        sauro.CaseLog(["2026-03-02"], 5, keys={"month": [1], "Kênh": [1], "total": [1]})
    many = {f"k{n}": [n] for n in range(7)}
    with refused(sauro.ValidationError, "groups by 7 columns; at most 6"):
        sauro.CaseLog(["2026-03-02"], 5, keys=many).roll_up(CALENDAR, AS_OF, by=many)
    wide = {name: [2_000_000_000] for name in "abc"}
    with refused(sauro.ValidationError, "codes of a, b, c make too many groups"):
        sauro.CaseLog(["2026-03-02"], 5, keys=wide).roll_up(CALENDAR, AS_OF, by=wide)


def test_whole_numbers_are_ordered_as_numbers_when_parts_merge() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 3, 5, agency=[10, 9, 2])
    whole = log.roll_up(CALENDAR, AS_OF)
    assert sauro.merge_roll_ups([whole]) == whole
