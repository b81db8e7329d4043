"""Cases whose moments are texts or a mixture of types are judged as the moments they are."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import sauro
from hypothesis import given
from hypothesis import strategies as st

AS_OF = "2026-12-31"
MINUTES = st.datetimes(
    datetime.datetime(2026, 1, 5), datetime.datetime(2026, 6, 30)
).map(lambda one: one.replace(second=0, microsecond=0))  # fmt: skip
WRITTEN: list[Callable[[datetime.datetime], Any]] = [
    lambda one: one,
    pd.Timestamp,
    np.datetime64,
    lambda one: f"{one:%Y-%m-%d %H:%M}",
    lambda one: f"{one:%Y-%m-%dT%H:%M:%S}",
    lambda one: f"{one:%d/%m/%Y %H:%M}",
    lambda one: f"{one.day}/{one.month}/{one.year} {one.hour}:{one:%M:%S}",
]
DAYS: list[Callable[[datetime.date], Any]] = [
    lambda day: day,
    datetime.date.isoformat,
    lambda day: f"{day:%d/%m/%Y}",
]
HELD: list[Callable[[dict[str, list[Any]]], Any]] = [
    dict,
    pd.DataFrame,
    pl.DataFrame,
    sauro.Table,
    lambda columns: pl.DataFrame(columns).to_arrow(),
]


def exact(moments: list[datetime.datetime | None]) -> Any:
    return np.array(moments, dtype="datetime64[m]")


@given(data=st.data(), unit=st.sampled_from(["working_days", "working_hours", "hours"]))
def test_moments_in_any_mixture_are_what_they_are(data: st.DataObject, unit: Any) -> None:
    rows = data.draw(st.integers(1, 6))
    columns: dict[str, Any] = {"received": [], "due": [], "finished": []}
    plain: dict[str, list[Any]] = {name: [] for name in columns}
    for _ in range(rows):
        moments: list[Any] = sorted(data.draw(st.tuples(MINUTES, MINUTES)))
        moments = [moments[0], moments[1], data.draw(st.sampled_from([None, moments[1]]))]
        for name, moment in zip(columns, moments, strict=True):
            if moment is not None and data.draw(st.booleans()) and name == "received":
                day = moment.date()
                columns[name].append(data.draw(st.sampled_from(DAYS))(day))
                moment = datetime.datetime.combine(day, datetime.time())
            else:
                write = data.draw(st.sampled_from(WRITTEN))
                gap = data.draw(st.sampled_from([None, float("nan"), pd.NaT]))
                columns[name].append(gap if moment is None else write(moment))
            plain[name].append(moment)
    expected = sauro.CaseLog(**{name: exact(cells) for name, cells in plain.items()}, unit=unit)
    found = sauro.CaseLog(**columns, unit=unit)
    for cut_off in (None, "14:00"):
        judged = [log.status(as_of=AS_OF, cut_off=cut_off) for log in (expected, found)]
        assert judged[0].words == judged[1].words
        assert judged[0].late_days.tolist() == judged[1].late_days.tolist()
    assert [one for one in found.table["received"].astype("datetime64[m]")] == list(
        exact(plain["received"])
    )


@pytest.mark.parametrize("hold", HELD)
@pytest.mark.parametrize("write", WRITTEN[3:])
def test_tables_of_texts_keep_the_time_of_day(hold: Any, write: Any) -> None:
    at = datetime.datetime
    columns = {
        "nhận": [write(at(2026, 3, 2, 14)), write(at(2026, 3, 2, 8))],
        "hẹn": [write(at(2026, 3, 10, 15)), None],
        "trả": [write(at(2026, 3, 10, 16)), None],
    }
    roles: dict[str, Any] = {"received": "nhận", "due": "hẹn", "finished": "trả"}
    log = sauro.CaseLog.from_table(hold(columns), **roles, limit_days=8, unit="working_hours")
    status = log.status(as_of="2026-03-02")
    assert status.words == ["trễ hạn", "trong hạn"]
    assert status.by_law is not None
    assert status.by_law.due.astype(str).tolist() == ["2026-03-03T14:30", "2026-03-03T08:30"]
    counted = sauro.roll_up_cases(
        [hold(columns)], as_of="2026-03-02", by=[], limit_days=8, unit="working_hours", **roles
    )
    assert counted.table.to_dicts()[0]["late"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-10 25:00", "2026-03-10 10:61", "2026-03-10T15", "2026-03-10T15:00Z",
        "2026-03-10T15:00+07:00", "10/03/2026 7h30", "15:00 10/03/2026", "31/02/2026 10:00",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["received", "due", "finished"])
def test_a_time_that_cant_be_read_is_refused_by_its_row(name: str, text: str) -> None:
    columns: dict[str, Any] = {"received": ["2026-03-02", "2026-03-02"]}
    columns[name] = ["2026-03-02 08:00", text]
    with pytest.raises(sauro.ValidationError, match=r"dòng 1: ") as caught:
        sauro.CaseLog(**columns, limit_days=5)
    assert name in str(caught.value)


def test_texts_at_midnight_are_days() -> None:
    log = sauro.CaseLog(["2026-03-02 00:00:00", "02/03/2026"], 5)
    assert log == sauro.CaseLog(["2026-03-02", "2026-03-02"], 5)
    assert log.table["received"].dtype == "datetime64[D]"


@pytest.mark.parametrize("name", ["paused", "cut"])
@pytest.mark.parametrize(
    "values",
    [
        [30, None],
        [30, float("nan")],
        pd.Series([30, None]),
        pd.Series([30, None], dtype="Int64"),
        pl.Series([30, None]),
        pl.Series([30.0, float("nan")]),
        np.ma.array([30, 9], mask=[False, True]),
    ],
)
def test_a_missing_pause_or_cut_is_none(name: str, values: Any) -> None:
    days = ["2026-03-02", "2026-03-02"]
    amounts: dict[str, Any] = {name: values}
    zero: dict[str, Any] = {name: [30, 0]}
    found, expected = sauro.CaseLog(days, 10, **amounts), sauro.CaseLog(days, 10, **zero)
    status = found.status(as_of=AS_OF, on_problem="raise")
    assert status.due.tolist() == expected.status(as_of=AS_OF).due.tolist()
    nothing: dict[str, Any] = {name: pl.Series([None, None])}
    due = sauro.CaseLog(days, 10, **nothing).status(as_of=AS_OF).due.tolist()
    assert due == sauro.CaseLog(days, 10).status(as_of=AS_OF).due.tolist()
    with pytest.raises(sauro.ValidationError):
        sauro.CaseLog(days, 10, **{name: [-1, None]}).status(as_of=AS_OF)  # type: ignore[arg-type]


@pytest.mark.parametrize("hold", HELD)
def test_no_cases_roll_up_to_no_groups(hold: Any) -> None:
    log = sauro.CaseLog.from_table(hold({"nhận": []}), received="nhận", limit_days=5)
    assert len(log) == 0
    assert len(log.roll_up(as_of=AS_OF, by=["month"])) == 0
    full = sauro.CaseLog([], [], finished=[], agency=[], due=[], paused=[], cut=[])
    assert len(full.roll_up(as_of=AS_OF, by=["agency"])) == 0
    assert len(full.status(as_of=AS_OF)) == 0


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, dict])
def test_roll_ups_that_are_no_tables_are_named(make: Any) -> None:
    counts = {"agency": ["A"], "in_time": [3], "decided": [4], "on_time_rate": [0.75]}
    with pytest.raises(sauro.ValidationError, match=r"part 1: .*Table") as caught:
        sauro.merge_roll_ups([sauro.Table(counts), make(counts)])
    assert type(make(counts)).__name__ in str(caught.value)
