"""Measures of roll-ups, open cases that wait, and statuses that are joined to their register."""

from __future__ import annotations

import pickle
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
from sauro import surveys

CALENDAR = sauro.WorkingCalendar.vietnam()
AS_OF = date(2026, 6, 30)
DAY = st.dates(date(2024, 1, 1), date(2026, 6, 30))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "received": DAY,
            "limit_days": st.integers(0, 15),
            "gap": st.one_of(st.none(), st.integers(0, 60)),
            "agency": st.sampled_from(["An Lộc", "Tân Hòa", None]),
            "waits": st.one_of(st.none(), st.integers(0, 200)),
        }
    ),
    min_size=2,
    max_size=60,
)
MEASURES = ["interval", "late_days", "taken_days"]


def log_of(rows: list[dict[str, Any]], waiting: str = "none") -> sauro.CaseLog:
    since = [
        None if row["waits"] is None else row["received"] + timedelta(row["waits"]) for row in rows
    ]
    flags = [day is not None and day <= AS_OF for day in since]
    columns: dict[str, Any] = {"days": since, "flags": flags}
    more = {"waiting": columns[waiting]} if waiting in columns else {}
    return sauro.CaseLog(
        [row["received"] for row in rows],
        [row["limit_days"] for row in rows],
        [None if r["gap"] is None else r["received"] + timedelta(r["gap"]) for r in rows],
        [row["agency"] for row in rows],
        **more,
    )


def in_order(table: sauro.Table, by: list[str]) -> list[dict[str, Any]]:
    return sorted(table.to_dicts(), key=lambda row: [str(row[key]) for key in by])


@settings(max_examples=80)
@given(
    ROWS,
    st.sampled_from([[], ["agency"], ["quarter"], ["agency", "month"]]),
    st.lists(st.sampled_from(MEASURES), max_size=3, unique=True),
    st.sampled_from(["none", "days", "flags"]),
    st.data(),
)
def test_measures_are_those_of_single_rows_and_merge_in_any_order(
    rows: list[dict[str, Any]],
    by: list[str],
    measures: list[str],
    waiting: str,
    data: st.DataObject,
) -> None:
    log = log_of(rows, waiting)

    def rolled(one: sauro.CaseLog, threads: int = 0) -> sauro.Table:
        return one.roll_up(CALENDAR, AS_OF, by=by, measures=measures, threads=threads)

    whole = rolled(log)
    status = log.status(CALENDAR, AS_OF, by=by)
    assert whole == rolled(log, 3) == status.roll_up(by=by, measures=measures)
    plain = log.roll_up(CALENDAR, AS_OF, by=by)
    assert whole[:, plain.columns] == plain == status.roll_up(by=by)
    firsts = {"quarter": lambda d: d.replace(month=(d.month - 1) // 3 * 3 + 1, day=1),
              "month": lambda d: d.replace(day=1)}  # fmt: skip
    groups: dict[tuple[Any, ...], list[int]] = {}
    for at, row in enumerate(rows):
        key = tuple(row[k] if k == "agency" else firsts[k](row["received"]) for k in by)
        groups.setdefault(key, []).append(at)
    assert len(whole) == len(groups)
    for found in whole.to_dicts():
        here = groups[tuple(found[key] for key in by)]
        late = sorted(int(n) for n in status.late_days[here] if n)
        if "late_days" in measures:
            for name, share in (("median", 0.5), ("p90", 0.9)):
                expected = np.quantile(late, share, method="inverted_cdf") if late else None
                assert found[f"late_days_{name}"] == expected
        if "taken_days" in measures:
            days = [rows[at]["received"] for at in here if rows[at]["gap"] is not None]
            ends = [
                rows[at]["received"] + timedelta(rows[at]["gap"])
                for at in here
                if rows[at]["gap"] is not None
            ]
            taken = [
                CALENDAR.count(day, end) if end > day else 0
                for day, end in zip(days, ends, strict=True)
            ]
            assert found["taken_days"] == sum(taken)
            assert found["taken_days_mean"] == (sum(taken) / len(taken) if taken else None)
        if "interval" in measures:
            one = surveys.wilson([found["in_time"]], [found["decided"]]).to_dicts()[0]
            assert (found["on_time_low"], found["on_time_high"]) == (one["low"], one["high"])
    order = data.draw(st.permutations(range(len(rows))))
    cut = data.draw(st.integers(1, len(rows) - 1))
    parts = [log_of([rows[at] for at in some], waiting) for some in (order[:cut], order[cut:])]
    merged = sauro.merge_roll_ups(map(rolled, parts))
    assert merged.columns == whole.columns
    assert in_order(merged, by) == in_order(whole, by)


@settings(max_examples=60)
@given(ROWS, st.sampled_from(["days", "flags"]))
def test_an_open_case_that_waits_is_not_overdue(rows: list[dict[str, Any]], kind: str) -> None:
    plain = log_of(rows).status(CALENDAR, AS_OF)
    status = log_of(rows, kind).status(CALENDAR, AS_OF, by=[])
    for at, row in enumerate(rows):
        waits = row["waits"] is not None and row["received"] + timedelta(row["waits"]) <= AS_OF
        if row["gap"] is None and waits:
            assert (status.words[at], status.late_days[at]) == ("chờ bổ sung", 0)
        else:
            assert status.code[at] == plain.code[at]
            assert status.late_days[at] == plain.late_days[at]
    assert (status.due == plain.due).all()
    [row] = status.roll_up(by=[]).to_dicts()
    assert row["waiting"] == status.counts["waiting"] == (status.code == 6).sum()
    assert row["total"] == len(rows)
    assert row["overdue"] == status.counts["overdue"]


FLAGS = [True, None, False, True]


@pytest.mark.parametrize(
    "column",
    [
        FLAGS,
        np.array([True, False, False, True]),
        pd.Series(FLAGS, dtype="boolean"),
        pd.Series(FLAGS),
        pl.Series(FLAGS),
        pa.array(FLAGS),
        sauro.Table({"w": FLAGS}),
        ["2026-03-05", None, "2026-07-01", "2026-06-30"],
        np.array(["2026-03-05", "NaT", "2026-07-01", "2026-06-30"], dtype="datetime64[ns]"),
        pa.array([date(2026, 3, 5), None, date(2026, 7, 1), AS_OF]),
    ],
    ids=lambda column: f"{type(column).__module__} {getattr(column, 'dtype', '')}",
)
def test_who_waits_is_told_by_flags_or_days_of_any_library(column: Any) -> None:
    log = sauro.CaseLog(["2026-03-02"] * 4, 5, waiting=column)
    for one in (log, pickle.loads(pickle.dumps(log))):
        assert one.status(CALENDAR, AS_OF).code.tolist() == [6, 4, 4, 6]
    assert "waiting" in log.table.columns


def test_a_case_does_not_wait_before_its_receipt_and_the_law_waits_too() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 2, 5, waiting=["2026-03-01", None])
    with refused(sauro.ValidationError, "row 0: it waits for papers since before its receipt"):
        log.status(CALENDAR, AS_OF)
    both = sauro.CaseLog(["2026-03-02"] * 2, 5, due=["2026-07-30"] * 2, waiting=[True, False])
    status = both.status(CALENDAR, AS_OF, by=[])
    assert status.by_law is not None
    assert (status.code.tolist(), status.by_law.code.tolist()) == ([6, 3], [6, 4])
    assert status.roll_up(by=[]).to_dicts()[0]["decided_by_law"] == 1


def test_quantiles_are_whole_days_and_missing_where_nothing_is_late() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 3, 5, ["2026-03-09", "2026-03-10", "2026-03-16"],
                        ["A", "B", "B"])  # fmt: skip
    rows = log.roll_up(CALENDAR, AS_OF, measures=MEASURES).to_dicts()
    names = ("late_days_counts", "late_days_median", "late_days_p90", "taken_days_mean")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("", None, None, 5.0),
        ("1:1 5:1", 1, 5, 8.0),
    ]
    parts = log.roll_up(CALENDAR, AS_OF, measures="late_days")
    assert log.status(CALENDAR, AS_OF).roll_up(measures="late_days") == parts
    stored = pl.DataFrame(parts).with_columns(pl.col("late_days_counts").replace("", None))
    assert sauro.merge_roll_ups([sauro.Table(stored)]).to_dicts() == parts.to_dicts()
    with refused(sauro.ValidationError, "expected one of interval, late_days, taken_days"):
        log.roll_up(CALENDAR, AS_OF, measures=["median"])


def test_statuses_carry_the_name_of_each_case() -> None:
    columns = {"Mã hồ sơ": ["H1", "H2"], "nhận": [date(2026, 3, 2)] * 2, "hạn": [5, 90]}
    names = {"received": "nhận", "limit_days": "hạn", "id": "Mã hồ sơ"}
    for make in (dict, pd.DataFrame, pl.DataFrame, pa.table, sauro.Table):
        log = sauro.CaseLog.from_table(make(columns), **names)
        for one in (log, pickle.loads(pickle.dumps(log))):
            table = one.status(CALENDAR, AS_OF).table
            assert table.columns == ["Mã hồ sơ", "due", "status", "late_days"]
            assert table["Mã hồ sơ"].tolist() == ["H1", "H2"]
    frame = pl.DataFrame(columns)
    joined = frame.join(pl.DataFrame(log.status(CALENDAR, AS_OF).table), on="Mã hồ sơ")
    assert joined["status"].cast(pl.String).to_list() == ["overdue", "running"]
    again = pickle.loads(pickle.dumps(log.status(CALENDAR, AS_OF)))
    assert again.table == log.status(CALENDAR, AS_OF).table
    plain = sauro.CaseLog(["2026-03-02"], 5, id=[17]).status(CALENDAR, AS_OF)
    assert plain.table.to_dicts()[0]["id"] == 17
    with refused(sauro.ValidationError, "Mã has 1 rows, received has 2"):
        sauro.CaseLog(["2026-03-02"] * 2, 5, id={"Mã": [1]})
    with refused(sauro.ValidationError, "'status' is another column's name"):
        sauro.CaseLog(["2026-03-02"], 5, id={"status": [1]})


def test_frames_of_pandas_keep_their_index() -> None:
    index = pd.MultiIndex.from_tuples([("An Lộc", 7), ("An Lộc", 3), ("Tân Hòa", 1)])
    frame = pd.DataFrame(
        {"nhận": pd.to_datetime(["2026-03-02"] * 3), "hạn": [5, 90, 5]}, index=index
    )
    log = sauro.CaseLog.from_table(frame, received="nhận", limit_days="hạn")
    status = log.status(CALENDAR, AS_OF).to_pandas()
    assert status.index.equals(index)
    assert frame.join(status)["late_days"].tolist() == status["late_days"].tolist()
    plain = sauro.CaseLog(["2026-03-02"], 5).status(CALENDAR, AS_OF)
    assert plain.to_pandas().index.tolist() == [0]


def test_whole_numbers_with_gaps_are_codes() -> None:
    for column in (pd.Series([3, None, 0], dtype="Int64"), pd.Series([3, None, 0]),
                   pa.array([3, None, 0]), [3, None, 0], pl.Series([3, None, 0])):  # fmt: skip
        log = sauro.CaseLog(["2026-03-02"] * 3, 5, agency=column, keys={"Vùng": column})
        rows = log.roll_up(CALENDAR, AS_OF, by=["agency", "Vùng"]).to_dicts()
        assert [(row["agency"], row["Vùng"]) for row in rows] == [(None, None), (0, 0), (3, 3)]
    with refused(sauro.ValidationError, "expected whole codes, texts or categories, found float64"):
        sauro.CaseLog(["2026-03-02"], 5, agency=[1.5])
