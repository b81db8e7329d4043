"""Months from the 15th to the 14th: as named months, and by hand."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
import sauro
from conftest import refused
from test_monitor import WORKING, indicator

RULE = {"cut_off_day": 14}


def reported(year: int, month: int, cut_off: int = 14) -> tuple[date, date]:
    before = date(year - 1, 12, 1) if month == 1 else date(year, month - 1, 1)
    return before.replace(day=cut_off + 1), date(year, month, cut_off)


def log_of(values: dict[tuple[int, int], float], by_days: bool) -> sauro.IndicatorLog:
    names = [f"T{month}/{year}" for year, month in values]
    periods = [reported(*key) for key in values] if by_days else names
    return sauro.IndicatorLog(["1"] * len(values), periods, list(values.values()))


def test_the_worked_example_of_the_decree() -> None:
    """Nghị định 09/2019: nine months run from 15/12 of the year before to 14/9."""
    values = {(2026, month): 45.0 for month in range(1, 10)}
    target = indicator("≥ 540")
    log = log_of(values, by_days=False)
    seen = sauro.monitor([target], log, "2026-09-14", **RULE)
    one = seen.standings[0]
    assert (one.first, one.last) == (date(2026, 8, 15), date(2026, 9, 14))
    assert (one.start, one.cumulated, one.percent) == (date(2025, 12, 15), 405, 75)
    assert seen.sentences == [
        "Thu ngân sách 9 tháng năm 2026 đạt 405 tỷ đồng, bằng 75 % mục tiêu 2026."
    ]
    all_days = WORKING.count("2025-12-14", "2026-12-14")
    share = WORKING.count("2025-12-14", "2026-09-14") / all_days
    assert one.way == "working_days" and one.expected == pytest.approx(540 * share)
    # a day before its end September isn't over, and by the calendar it ends on the 30th
    assert sauro.monitor([target], log, "2026-09-13", **RULE).standings[0].cumulated == 360
    assert sauro.monitor([target], log, "2026-09-14").standings[0].cumulated == 360


@pytest.mark.parametrize("seed", range(20))
def test_months_by_their_days_and_by_their_names_are_the_same(seed: int) -> None:
    rng = random.Random(seed)
    keys = [(year, month) for year in (2025, 2026) for month in range(1, 13)]
    values = {key: rng.randint(1, 99) / 4 for key in keys if rng.random() < 0.9}
    as_of = date(2025, 3, 1) + timedelta(days=rng.randrange(700))
    target = indicator("≥ 300")
    by_name = sauro.monitor([target], log_of(values, by_days=False), as_of, **RULE)
    by_days = sauro.monitor([target], log_of(values, by_days=True), as_of, **RULE)
    assert by_name.standings == by_days.standings
    # what a plain sum gives
    over = [key for key in values if reported(*key)[1] <= as_of]
    one = by_name.standings[0]
    if over:
        year, month = max(over)
        until = [(year, at) for at in range(1, month + 1)]
        known = all(key in values for key in until)
        assert one.cumulated == (sum(values[key] for key in until) if known else None)
        assert one.last == reported(year, month)[1]
        past = [(year - 1, at) for at in range(1, month + 1)]
        known = all(key in values for key in past)
        assert one.last_year == (sum(values[key] for key in past) if known else None)


def test_lines_through_the_year_end_on_the_14th() -> None:
    values = {(2026, month): float(month) for month in range(1, 4)}
    seen = sauro.monitor([indicator()], log_of(values, by_days=True), "2026-03-20", **RULE)
    ends = [one.as_of for one in seen.months]
    assert ends == [date(2026, 1, 14), date(2026, 2, 14), date(2026, 3, 14), date(2026, 3, 20)]
    assert [one.standings[0].cumulated for one in seen.months] == [1, 3, 6, 6]


def test_contradictions_name_the_days_of_the_months() -> None:
    log = sauro.IndicatorLog(
        ["1"] * 3,
        ["T1/2026", "T2/2026", "2 tháng năm 2026"],
        [88, 385, 79],
        basis=["period", "period", "year"],
    )
    [one] = sauro.monitor([indicator()], log, "2026-03-01", **RULE).contradictions
    assert (one.first, one.last) == (date(2025, 12, 15), date(2026, 2, 14))
    assert one.parts == "88 (14/01/2026) + 385 (14/02/2026)"


def test_a_period_that_is_no_such_month_is_refused() -> None:
    log = sauro.IndicatorLog(["1"], [(date(2026, 1, 10), date(2026, 2, 9))], [5])
    with refused(sauro.ValidationError, "no month from day 15 to day 14") as caught:
        sauro.monitor([indicator()], log, "2026-03-01", **RULE)
    assert [one.where for one in caught.value.problems] == ["1"]


@pytest.mark.parametrize("day", [-1, 28, 31])
def test_each_month_has_to_have_the_day_after_it(day: int) -> None:
    log = sauro.IndicatorLog(["1"], ["T1/2026"], [5])
    with refused(sauro.ValidationError, "cut_off_day: expected a number from 0 to 27"):
        sauro.monitor([indicator()], log, "2026-03-01", cut_off_day=day)
