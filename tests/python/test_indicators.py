"""What indicators measure, and the log of their values."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro


def indicator(name: str, unit: str = "", target: str = "", **more: Any) -> sauro.Indicator:
    targets = []
    if target:
        parsed = sauro.parse_target(target)
        targets = [sauro.IndicatorTarget(horizon="2026", text=target, targets=parsed)]
    return sauro.Indicator(id="1", name=name, unit=unit, targets=targets, **more)


@pytest.mark.parametrize(("name", "unit", "target", "measure", "direction", "guessed"), [
    ("Tỷ lệ hồ sơ đúng hạn", "%", "≥ 95", "ratio", "higher", []),
    ("Tỷ lệ hộ nghèo", "%", "giảm còn dưới 5%", "ratio", "lower", []),
    ("Tỷ lệ hộ nghèo", "%", "3", "ratio", "lower", ["direction"]),
    ("Chỉ số cải cách hành chính", "Thứ bậc", "≤ 10", "rank", "lower", []),
    ("Thu ngân sách trên địa bàn", "tỷ đồng", "≥ 500", "flow", "higher", ["measure"]),
    ("Số hộ thoát nghèo trong năm", "hộ", "≥ 40", "flow", "higher", ["measure"]),
    ("Số vụ tai nạn giao thông trong năm", "vụ", "≤ 12", "flow", "lower", ["measure"]),
    ("Dân số trung bình", "người", "12000", "level", "higher", ["measure", "direction"]),
    ("Số doanh nghiệp đang hoạt động", "doanh nghiệp", "≥ 90", "level", "higher", ["measure"]),
    ("Tốc độ tăng trưởng", "%", "8 - 10", "ratio", "within", []),
    ("Xếp loại chính quyền", "Xếp loại", "từ tốt trở lên", "grade", "higher", []),
])  # fmt: skip
def test_words_tell_what_is_measured(
    name: str, unit: str, target: str, measure: str, direction: str, guessed: list[str]
) -> None:
    read = sauro.meaning_of(indicator(name, unit, target))
    assert (read.measure, read.direction) == (measure, direction)
    assert [remark.field for remark in read.remarks] == guessed
    assert all(remark.task == "1" and remark.chosen for remark in read.remarks)


def test_what_somebody_has_settled_holds_without_a_remark() -> None:
    settled = indicator("Thu ngân sách", "tỷ đồng", "100", measure="level", direction="lower")
    read = sauro.meaning_of(settled)
    assert (read.measure, read.direction, read.remarks) == ("level", "lower", [])
    assert settled.measure == "level"
    assert indicator("Thu ngân sách").measure is None


@pytest.mark.parametrize(("text", "value", "period"), [
    ("20", 20.0, ""),
    ("98,5%", 98.5, ""),
    ("1.234,5 (năm 2025)", 1234.5, "năm 2025"),
    ("", None, ""),
])  # fmt: skip
def test_a_baseline_is_a_number_beside_its_words(
    text: str, value: float | None, period: str
) -> None:
    read = sauro.meaning_of(indicator("Tỷ lệ", "%", "≥ 1", baseline=text))
    assert (read.baseline, read.baseline_period) == (value, period)


def test_a_plan_names_the_year_of_its_baseline() -> None:
    table = "STT\tChỉ tiêu\tĐơn vị\tThực hiện 2025\tNăm 2026\n1\tTỷ lệ hộ nghèo\t%\t6,5\t≤ 5"
    plan = sauro.read_plan(text=table)
    read = sauro.meaning_of(plan.indicators[0])
    assert (read.baseline, read.baseline_period, read.direction) == (6.5, "2025", "lower")
    again = sauro.Plan.from_json(plan.to_json())
    assert again.indicators == plan.indicators


def test_a_settled_measure_goes_through_json() -> None:
    text = """{"schema": "sauro/plan/1", "document": {"kind": "KH", "number": "1/KH-UBND",
    "date": "2026-01-01", "place": "", "issuer": "", "title": "", "legal_bases": [],
    "recipients": [], "signer": ""}, "annexes": [], "agencies": [], "tasks": [], "unread": [],
    "indicators": [{"id": "1", "number": "1", "parent": null, "name": "Thu", "unit": "đồng",
    "targets": {"2026": "5"}, "owner": "", "measure": "flow", "baseline_value": 3}]}"""
    one = sauro.Plan.from_json(text).indicators[0]
    assert (one.measure, one.baseline_value) == ("flow", 3)
    assert '"measure": "flow"' in sauro.Plan.from_json(text).to_json()


# the log

COLUMNS: dict[str, list[Any]] = {
    "chỉ tiêu": ["Thu", "Thu", "Chi"],
    "xã": ["An Lộc", "Tân Hòa", "An Lộc"],
    "kỳ": ["T1/2026", "T2/2026", "T1/2026"],
    "số": [10.5, None, 3.0],
}
NAMES = {"indicator": "chỉ tiêu", "place": "xã", "period": "kỳ", "value": "số"}


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pl.DataFrame, pa.table, sauro.Table])
def test_any_table_gives_the_same_log(make: Any) -> None:
    log = sauro.IndicatorLog.from_table(make(COLUMNS), **NAMES, state="done")
    assert len(log) == 3
    assert log[0] == sauro.IndicatorValue(
        indicator="Thu", place="An Lộc", first=date(2026, 1, 1), last=date(2026, 1, 31), value=10.5
    )
    assert (log[1].value, log[2].indicator) == (None, "Chi")


@pytest.mark.parametrize("periods", [
    ["2026-01", "2026-02"],
    ["T1/2026", "Tháng 2 năm 2026"],
    [date(2026, 1, 1), date(2026, 2, 28)],
    [sauro.Period.month(2026, 1), sauro.Period.month(2026, 2)],
    pd.Series(pd.to_datetime(["2026-01-31", "2026-02-01"])),
    pl.Series([date(2026, 1, 15), date(2026, 2, 15)]),
    pd.Series(["2026-01", "2026-02"], dtype="category"),
])  # fmt: skip
def test_periods_are_taken_as_they_come(periods: Any) -> None:
    log = sauro.IndicatorLog(["a", "a"], periods, [1, 2])
    assert [one.last for one in log] == [date(2026, 1, 31), date(2026, 2, 28)]


def test_years_may_be_numbers() -> None:
    log = sauro.IndicatorLog(["a"], [2025], [1])
    assert (log[0].first, log[0].last) == (date(2025, 1, 1), date(2025, 12, 31))


def test_single_values_give_the_same_log_and_pickle() -> None:
    log = sauro.IndicatorLog(
        ["a", "b"], ["2026-01", "2026-02"], [1, 2], ["x", None], known_on="2026-03-01", unit="hộ",
        basis="year", state=["done", "estimated"], source="bc.xlsx",
    )  # fmt: skip
    assert list(sauro.IndicatorLog.of_values(list(log))) == list(log)
    assert pickle.loads(pickle.dumps(log)) == log
    assert pickle.loads(pickle.dumps(log[0])) == log[0]
    assert log.table["known_on"][0] == pd.Timestamp("2026-03-01")


def test_all_rows_that_cannot_be_right_are_named() -> None:
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.IndicatorLog(
            ["a", None, "c", "d", "e"],
            first=["2026-01-01"] * 4 + [None],
            last=["2025-01-01", *["2026-01-31"] * 4],
            value=[1, 2, float("inf"), 4, 5],
            basis=["period", "year", "year", "decade", None],
        )
    assert [(p.where, p.message_en) for p in wrong.value.problems] == [
        ("row 0", "the period ends before it begins"),
        ("row 1", "no indicator"),
        ("row 2", "an infinite value"),
        ("row 3", 'unknown "decade"; expected period, year, project or term'),
        ("row 4", "no period"),
    ]


def test_all_periods_that_cannot_be_read_are_named() -> None:
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.IndicatorLog(["a"] * 3, ["T1/2026", "hôm nay", "T13/2026"], [1, 2, 3])
    assert [p.where for p in wrong.value.problems] == ["period 'hôm nay'", "period 'T13/2026'"]


def test_columns_of_other_lengths_and_without_a_value_are_refused() -> None:
    with pytest.raises(sauro.ValidationError, match="2 dòng"):
        sauro.IndicatorLog(["a"], ["2026-01"], [1, 2])
    with pytest.raises(sauro.ValidationError, match="value"):
        sauro.IndicatorLog(["a"], ["2026-01"])
    with pytest.raises(sauro.ValidationError, match="first"):
        sauro.IndicatorLog(["a"], value=[1])


def test_a_log_of_nothing_is_empty() -> None:
    assert len(sauro.IndicatorLog([], [], [])) == 0
    with pytest.raises(IndexError):
        sauro.IndicatorLog([], [], [])[0]


@pytest.mark.parametrize("mark", ["- ", "+ ", "", "• "])
@pytest.mark.parametrize("unit", ["tỷ đồng", ""])
def test_a_row_without_number_that_has_a_target_is_one_of_its_own(mark: str, unit: str) -> None:
    rows = f"1\tThu ngân sách\ttỷ đồng\t60\n\t{mark}thu nội địa\t{unit}\t50\n2\tSố hộ\thộ\t5"
    plan = sauro.read_plan(text=f"STT\tChỉ tiêu\tĐVT\tNăm 2026\n{rows}")
    found = [(one.name, one.unit, dict(one.targets)) for one in plan.indicators]
    assert found == [
        ("Thu ngân sách", "tỷ đồng", {"2026": "60"}),
        ("thu nội địa", unit, {"2026": "50"}),
        ("Số hộ", "hộ", {"2026": "5"}),
    ]
    assert plan.coverage.lost == 0
    cut = sauro.read_plan(text="STT\tChỉ tiêu\tĐVT\tNăm 2026\n1\tThu\ttỷ\t60\n\tngân sách\tđồng\t")
    assert [(one.name, one.unit) for one in cut.indicators] == [("Thu ngân sách", "tỷ đồng")]
