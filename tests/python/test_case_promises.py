"""What was promised ("Ngày hẹn trả") beside what the law allows, against a slow reference."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st

CALENDAR = sauro.WorkingCalendar.vietnam()
AS_OF = date(2026, 6, 30)
WORDS = ("early", "on_time", "late", "running", "overdue", "invalid")
END = time(23, 59)

DAY = st.dates(date(2024, 1, 1), date(2026, 6, 30))
GAP = st.one_of(st.none(), st.integers(0, 90))
CLOCK = st.times().map(lambda t: t.replace(microsecond=0))


@st.composite
def row_of(draw: st.DrawFn) -> dict[str, Any]:
    """A case with a promise, a limit or both; moments anywhere in their day."""
    received = datetime.combine(draw(DAY), draw(CLOCK))
    limit = draw(st.one_of(st.none(), st.integers(0, 40)))
    promised = None
    if limit is None or draw(st.booleans()):
        day = received.date() + timedelta(draw(st.integers(0, 60)))
        whole = draw(st.booleans()) or day == received.date()
        promised = datetime.combine(day, time() if whole else draw(CLOCK))
    gap = draw(GAP)
    finished = None
    if gap is not None:
        at = datetime.combine(received.date() + timedelta(gap), draw(CLOCK))
        finished = max(at, received)
    agency = draw(st.integers(0, 3))
    return {"received": received, "limit_days": limit, "due": promised, "finished": finished,
            "agency": agency}  # fmt: skip


def ends(row: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    """The promised end and the lawful one."""
    promised = row["due"]
    if promised is not None and promised.time() == time():
        promised = datetime.combine(promised.date(), END)
    if row["limit_days"] is None:
        return promised, None
    limit = sauro.TimeLimit(row["limit_days"], "working_days")
    return promised, datetime.combine(limit.due(row["received"].date(), CALENDAR), END)


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0)


def judged(row: dict[str, Any], due: datetime | None) -> tuple[datetime | None, str, int]:
    if due is None:
        return None, "invalid", 0
    due, finished = minute(due), row["finished"]
    end = finished.date() if finished else AS_OF
    late = max(CALENDAR.count(due.date(), end), 1)
    if finished is None:
        word = "overdue" if due.date() < AS_OF else "running"
    elif minute(finished) > due:
        word = "late"
    else:
        word = "early" if finished.date() < due.date() else "on_time"
    return due, word, late if word in ("late", "overdue") else 0


def told(status: sauro.CaseStatuses) -> list[tuple[Any, str, int]]:
    due = status.due.astype("datetime64[m]").tolist()
    if status.due.dtype == "datetime64[D]":
        due = [day and datetime.combine(day, END) for day in status.due.tolist()]
    words = [WORDS[code] for code in status.code]
    return list(zip(due, words, status.late_days.tolist(), strict=True))


def log_of(rows: list[dict[str, Any]], unit: str = "ns", **more: Any) -> sauro.CaseLog:
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    for name in ("received", "due", "finished"):
        columns[name] = np.array(columns[name], dtype="datetime64[s]").astype(f"datetime64[{unit}]")
    if all(limit is None for limit in columns["limit_days"]):
        columns["limit_days"] = [np.nan] * len(rows)
    return sauro.CaseLog(**columns, **more)


@settings(max_examples=80)
@given(st.lists(row_of(), min_size=1, max_size=40), st.sampled_from(["s", "ms", "us", "ns"]))
def test_cases_are_judged_by_their_promise_and_by_the_law(
    rows: list[dict[str, Any]], unit: str
) -> None:
    status = log_of(rows, unit).status(CALENDAR, AS_OF)
    assert told(status) == [judged(row, ends(row)[0] or ends(row)[1]) for row in rows]
    law = status.by_law
    assert law is not None and law.by_law is None
    assert told(law) == [judged(row, ends(row)[1]) for row in rows]


@settings(max_examples=60)
@given(st.lists(row_of(), min_size=2, max_size=40), st.data())
def test_roll_ups_count_both_and_merge_in_any_order(
    rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    by = data.draw(st.sampled_from([[], ["agency"], ["month"], ["agency", "month"]]))
    log = log_of(rows)
    whole = log.roll_up(CALENDAR, AS_OF, by=by)
    status = log.status(CALENDAR, AS_OF, by=by)
    assert status.roll_up(by=by) == whole == log.roll_up(CALENDAR, AS_OF, by=by, threads=3)
    assert status.by_law is not None
    law = status.by_law.roll_up(by=by)
    for name in ("in_time", "decided", "on_time_rate"):
        assert law[name].tolist() == pytest.approx(whole[f"{name}_by_law"].tolist(), nan_ok=True)
    pairs = [(p, a) for p, a in map(ends, rows) if p is not None and a is not None]
    later = [p > a if p.time() != END else p.date() > a.date() for p, a in pairs]
    assert int(whole["promised_late"].sum()) == sum(later)
    cut = data.draw(st.integers(1, len(rows) - 1))
    parts = [log_of(part).roll_up(CALENDAR, AS_OF, by=by) for part in (rows[:cut], rows[cut:])]
    for order in itertools.permutations(parts):
        merged = sauro.merge_roll_ups(order).to_dicts()
        sort = lambda row: [str(row[key]) for key in by]  # noqa: E731
        assert sorted(merged, key=sort) == sorted(whole.to_dicts(), key=sort)


@settings(max_examples=60)
@given(st.lists(st.tuples(DAY, st.integers(0, 40), GAP), min_size=1, max_size=40))
def test_promised_days_without_limits_are_judged_as_limits_that_end_on_them(
    rows: list[tuple[date, int, int | None]],
) -> None:
    received = [day for day, _, _ in rows]
    finished = [None if gap is None else day + timedelta(gap) for day, _, gap in rows]
    by_limit = sauro.CaseLog(received, [n for _, n, _ in rows], finished).status(CALENDAR, AS_OF)
    by_promise = sauro.CaseLog(received, finished=finished, due=by_limit.due)
    moments = sauro.CaseLog(
        received, finished=finished, due=by_limit.due.astype("datetime64[m]") + 1439
    )
    for log in (by_promise, moments):
        status = log.status(CALENDAR, AS_OF)
        assert told(status) == told(by_limit)
        assert status.by_law is None


def test_a_day_off_may_be_promised_and_a_day_outside_the_calendar_may_not() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 3, finished=["2026-03-07", "2026-03-09", None],
                        due=["2026-03-08"] * 3)  # fmt: skip
    status = log.status(CALENDAR, "2026-03-08")
    assert (status.words, status.late_days.tolist()) == (
        ["trước hạn", "trễ hạn", "trong hạn"],
        [0, 1, 0],
    )
    with refused(sauro.ValidationError, "row 0: the due day lies outside the calendar"):
        sauro.CaseLog(["2026-03-02"], due=["2200-01-01"]).status(CALENDAR, AS_OF)


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pl.DataFrame])
def test_wrong_promises_are_named_by_their_rows(make: Any) -> None:
    days = [date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2)]
    due = [date(2026, 3, 1), None, date(2026, 3, 2), None]
    table = make({"nhận": days, "hẹn": due, "hạn": [5.0, None, None, 5.0]})
    both = sauro.CaseLog.from_table(table, received="nhận", limit_days="hạn", due="hẹn")
    with pytest.raises(sauro.ValidationError) as caught:
        both.status(CALENDAR, AS_OF)
    assert [p.to_text("en") for p in caught.value.problems] == [
        "row 0: it is promised for a day before its receipt",
        "row 1: both the limit and the promised day are missing",
    ]
    kept = both.status(CALENDAR, AS_OF, on_problem="keep")
    assert kept.code.tolist() == [5, 5, 4, 4]
    alone = sauro.CaseLog.from_table(table, received="nhận", due="hẹn")
    with refused(sauro.ValidationError, "row 3: the promised day is missing"):
        alone.status(CALENDAR, AS_OF)


def test_a_log_needs_limits_or_promises_and_cuts_need_limits() -> None:
    with refused(sauro.ValidationError, "no column of limits or of promised days"):
        sauro.CaseLog(["2026-03-02"]).status(CALENDAR, AS_OF)
    with refused(sauro.ValidationError, "paused changes limits, and the log has promised"):
        sauro.CaseLog(["2026-03-02"], due=["2026-03-05"], paused=[1]).status(CALENDAR, AS_OF)


def test_every_minute_of_every_unit_is_read_as_it_is() -> None:
    minutes = np.datetime64("2026-03-02", "m") + np.arange(1, 1440)
    for unit in ("m", "s", "ms", "us", "ns"):
        due = minutes.astype(f"datetime64[{unit}]")
        status = sauro.CaseLog(["2026-03-02"] * 1439, due=due).status(CALENDAR, AS_OF)
        assert (status.due == minutes).all()


def test_logs_with_promises_are_values() -> None:
    import pickle

    log = sauro.CaseLog(["2026-03-02"], 5, due=["2026-03-12"])
    again = pickle.loads(pickle.dumps(log))
    assert again == log != sauro.CaseLog(["2026-03-02"], 5)
    status = pickle.loads(pickle.dumps(log.status(CALENDAR, AS_OF)))
    assert status.by_law.due.astype(str).tolist() == ["2026-03-09"]
