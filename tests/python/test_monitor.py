"""Where indicators stand: against a plain reckoning, in every shape, and by hand."""

from __future__ import annotations

import calendar
import itertools
import pickle
from datetime import date, timedelta
from typing import Any

import pytest
import sauro
from hypothesis import given, settings
from hypothesis import strategies as st

WORKING = sauro.WorkingCalendar.vietnam()


def indicator(target: str = "", *, horizon: str = "2026", **more: Any) -> sauro.Indicator:
    given: dict[str, Any] = {"id": "1", "name": "Thu ngân sách", "unit": "tỷ đồng"}
    given |= {"measure": "flow"} | more
    targets = []
    if target:
        parsed = sauro.parse_target(target)
        targets = [sauro.IndicatorTarget(horizon=horizon, text=target, targets=parsed)]
    return sauro.Indicator(**{"targets": targets, **given})


Row = tuple[date, date, float, str]


def log_of(rows: list[Row], **more: Any) -> sauro.IndicatorLog:
    return sauro.IndicatorLog(
        ["1"] * len(rows),
        first=[row[0] for row in rows],
        last=[row[1] for row in rows],
        value=[row[2] for row in rows],
        basis=[row[3] for row in rows],
        **more,
    )


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, values: list[float | None]) -> list[Row]:
    pairs = enumerate(values, 1)
    return [(*month(year, at), value, "period") for at, value in pairs if value is not None]


def cumulated(year: int, values: list[float]) -> list[Row]:
    sums = list(itertools.accumulate(values))
    return [(*month(year, at), round(total, 6), "year") for at, total in enumerate(sums, 1)]


def seen(target: sauro.Indicator, rows: list[Row], as_of: str, **more: Any) -> sauro.Standing:
    found = sauro.monitor([target], log_of(rows), as_of, **more)
    assert found.contradictions == []
    return found.standings[0]


# a plain reckoning


class Plainly:
    """A flow by its months, as anyone would reckon it."""

    def __init__(self, values: dict[tuple[int, int], float], last: tuple[int, int]) -> None:
        self.values, (self.year, self.month) = values, last

    def until(self, year: int) -> float | None:
        wanted = [(year, at) for at in range(1, self.month + 1)]
        if any(one not in self.values for one in wanted):
            return None
        return sum(self.values[one] for one in wanted)

    def share(self) -> tuple[float, str]:
        wanted = [(self.year - 1, at) for at in range(1, 13)]
        if all(one in self.values for one in wanted):
            whole = sum(self.values[one] for one in wanted)
            part = self.until(self.year - 1)
            if whole > 0 and part is not None:
                return part / whole, "last_year"
        first, last = date(self.year - 1, 12, 31), month(self.year, self.month)[1]
        all_days = WORKING.count(first, date(self.year, 12, 31))
        return WORKING.count(first, last) / all_days, "working_days"

    def standing(self, target: float) -> dict[str, Any]:
        done = self.until(self.year)
        share, way = self.share()
        before = self.until(self.year - 1)
        out: dict[str, Any] = {
            "value": self.values[self.year, self.month],
            "cumulated": done,
            "last_year": before,
            "change": None if done is None or not before else (done / before - 1) * 100,
            "percent": None if done is None else done / target * 100,
            "expected": share * target,
            "gap": None if done is None else done - share * target,
            "way": way,
            "status": "no_data",
        }
        if done is not None:
            reach = done / (share * target) if share > 0 else 1
            out["status"] = (
                "reached" if done >= target
                else "missed" if self.month == 12
                else "on_way" if reach >= 1 - 1e-9
                else "at_risk" if reach >= 0.9 - 1e-9
                else "behind"
            )  # fmt: skip
        return out


AMOUNTS = st.integers(1, 400).map(lambda n: n / 4)


@given(
    st.lists(AMOUNTS, min_size=1, max_size=12),
    st.lists(AMOUNTS, min_size=0, max_size=12),
    st.sets(st.integers(1, 11), max_size=2),
    st.integers(10, 2000),
)
@settings(max_examples=150, deadline=None)
def test_a_flow_stands_where_a_plain_reckoning_puts_it(
    now: list[float], before: list[float], gone: set[int], target: int
) -> None:
    kept = {at: value for at, value in enumerate(now, 1) if at not in gone or at == len(now)}
    values = {(2026, at): value for at, value in kept.items()}
    values |= {(2025, at): value for at, value in enumerate(before, 1)}
    rows = [(*month(*key), value, "period") for key, value in values.items()]
    got = seen(indicator(f"≥ {target}"), rows, "2026-12-31")
    for name, expected in Plainly(values, (2026, len(now))).standing(target).items():
        value = getattr(got, name)
        if isinstance(expected, float):
            assert value == pytest.approx(expected, rel=1e-9, abs=1e-9), name
        else:
            assert value == expected, name


@given(
    st.lists(AMOUNTS, min_size=1, max_size=12),
    st.lists(st.sampled_from(["period", "year", "both"]), min_size=24, max_size=24),
    st.lists(AMOUNTS, min_size=12, max_size=12),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150, deadline=None)
def test_months_or_sums_in_any_order_say_the_same(
    now: list[float], shapes: list[str], before: list[float], random: Any
) -> None:
    plain = months(2025, list(before)) + months(2026, list(now))
    sums = cumulated(2025, before) + cumulated(2026, now)
    mixed = []
    for one, total, shape in zip(plain, sums, [*shapes[:12], *shapes[12:]], strict=False):
        mixed += [one] if shape == "period" else [total] if shape == "year" else [one, total]
    random.shuffle(mixed)
    target = indicator("≥ 300")
    want = seen(target, plain, "2026-12-31")
    assert seen(target, sums, "2026-12-31") == want
    assert seen(target, mixed, "2026-12-31") == want
    assert seen(target, mixed[::-1], "2026-12-31") == want


@given(st.lists(AMOUNTS, min_size=12, max_size=12), st.sets(st.integers(1, 12), max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_sum_with_a_hole_is_a_range_that_has_the_truth_in_it(
    values: list[float], gone: set[int]
) -> None:
    known: list[float | None] = [v if at not in gone else None for at, v in enumerate(values, 1)]
    rows = months(2026, known)
    if not rows:
        return
    last = max(at for at in range(1, 13) if at not in gone)
    holes = sum(1 for at in gone if at < last)
    got = seen(indicator(), rows, "2026-12-31", bounds={"1": (0, 100)})
    there = sum(v for v in known if v is not None)
    assert got.last == month(2026, last)[1]
    assert got.cumulated_low == pytest.approx(there)
    assert got.cumulated_high == pytest.approx(there + 100 * holes)
    assert (got.cumulated is None) == (holes > 0)
    open_ended = seen(indicator(), rows, "2026-12-31")
    assert (open_ended.cumulated_low is None) == (holes > 0)


def test_a_sum_fills_the_hole_that_it_covers() -> None:
    rows = [*months(2026, [10, None, 7]), (date(2026, 1, 1), date(2026, 3, 31), 29.0, "period")]
    got = seen(indicator(), rows, "2026-03-31")
    assert (got.cumulated, got.value) == (29, 7)


def test_bounds_are_for_what_is_missing() -> None:
    rows = months(2026, [15, None, 8])
    got = seen(indicator(), rows, "2026-03-31", bounds={"1": (0, 10)})  # though January is more
    assert (got.cumulated_low, got.cumulated_high) == (23, 33)
    rows.append((date(2026, 1, 1), date(2026, 4, 30), 90.0, "period"))  # no month of 10 explains it
    got = seen(indicator(), rows, "2026-03-31", bounds={"1": (0, 10)})
    assert (got.cumulated_low, got.cumulated_high) == (None, None)


def test_bounds_decide_where_they_can() -> None:
    target = indicator("≥ 20")
    rows = months(2026, [15, None, 8])
    assert seen(target, rows, "2026-03-31").status == "no_data"
    assert seen(target, rows, "2026-03-31", bounds={"1": (0, None)}).status == "reached"
    ceiling = indicator("≤ 20", direction="lower")
    assert seen(ceiling, rows, "2026-03-31", bounds={"1": (0, None)}).status == "broken"
    assert seen(ceiling, rows, "2026-03-31").status == "no_data"


# what is given twice


def test_a_sum_that_its_parts_contradict_is_named_and_the_parts_decide() -> None:
    rows = [*months(2026, [88, 385]), (*month(2026, 2), 79.0, "year")]
    found = sauro.monitor([indicator()], log_of(rows), "2026-02-28")
    [one] = found.contradictions
    assert (one.given, one.other) == (79, 473)
    assert one.parts == "88 (31/01/2026) + 385 (28/02/2026)"
    assert found.standings[0].cumulated == 473


@pytest.mark.parametrize(("total", "clashes"), [
    (30.0, 0),  # half of a last digit of each: 0.05 + 0.05 + 0.5
    (31.0, 1),
    (30.2, 0),
    (30.4, 0),
    (30.5, 1),
])  # fmt: skip
def test_what_rounding_explains_is_no_contradiction(total: float, clashes: int) -> None:
    rows = [*months(2026, [10.2, 20.1]), (*month(2026, 2), total, "year")]
    found = sauro.monitor([indicator()], log_of(rows), "2026-02-28")
    assert len(found.contradictions) == clashes


def test_two_figures_as_good_for_one_month_are_named_and_neither_holds() -> None:
    rows = [*months(2026, [10, 20]), (*month(2026, 1), 11.0, "period")]
    for order in (rows, rows[::-1]):
        found = sauro.monitor([indicator()], log_of(order), "2026-02-28")
        assert [(one.given, one.other) for one in found.contradictions] == [(10, 11)]
        assert found.standings[0].cumulated is None


def test_a_percent_beside_its_numbers_is_checked() -> None:
    share = sauro.Indicator(id="1", name="Tỷ lệ hồ sơ đúng hạn", unit="%")
    log = sauro.IndicatorLog(
        ["1", "1"], ["2026-01", "2026-02"], [95.0, 80.0], numerator=[19, 18], denominator=[20, 20]
    )
    found = sauro.monitor([share], log, "2026-02-28")
    assert [(one.given, one.other) for one in found.contradictions] == [(80, 90)]
    alone = sauro.IndicatorLog(["1"], ["2026-01"], numerator=[19], denominator=[20])
    assert sauro.monitor([share], alone, "2026-01-31").standings[0].value == 95


# what was known when


def test_estimates_yield_to_figures_and_revisions_to_later_days() -> None:
    jan = month(2026, 1)
    rows: list[Row] = [(*jan, 10.0, "period"), (*jan, 12.0, "period"), (*jan, 11.0, "period")]
    log = log_of(
        rows,
        state=["estimated", "done", "revised"],
        known_on=["2026-01-20", "2026-02-05", "2026-06-30"],
    )

    def value(day: str | None) -> tuple[float | None, str]:
        one = sauro.monitor([indicator()], log, "2026-01-31", known_on=day).standings[0]
        return one.value, one.state

    assert value(None) == (11, "done")
    assert value("2026-06-29") == (12, "done")
    assert value("2026-02-01") == (10, "estimated")
    assert value("2026-01-19") == (None, "done")


def test_an_estimate_known_later_is_still_one() -> None:
    log = log_of(
        [(*month(2026, 1), 9.0, "period"), (*month(2026, 1), 8.0, "period")],
        state=["done", "estimated"],
        known_on=["2026-02-01", "2026-03-01"],
    )
    assert sauro.monitor([indicator()], log, "2026-01-31").standings[0].value == 9


def test_periods_that_end_later_do_not_count() -> None:
    rows = [*months(2026, [10, 20]), (date(2026, 1, 1), date(2026, 12, 31), 300.0, "period")]
    got = seen(indicator("≥ 240"), rows, "2026-02-28")
    assert (got.cumulated, got.last) == (30, date(2026, 2, 28))


# targets of every kind


def level(target: str, *rows: tuple[str, float], **more: Any) -> sauro.Standing:
    given: dict[str, Any] = {"measure": "level", "unit": "%"} | more
    as_of = given.pop("as_of", "2026-12-31")
    horizon = given.pop("horizon", "2026")
    log = sauro.IndicatorLog(["1"] * len(rows), [row[0] for row in rows], [row[1] for row in rows])
    return sauro.monitor([indicator(target, horizon=horizon, **given)], log, as_of).standings[0]


FROM_80 = {"baseline_value": 80.0, "baseline_period": "2025"}
FROM_8 = {"baseline_value": 8.0, "baseline_period": "2025"}


@pytest.mark.parametrize(("target", "row", "more", "status"), [
    ("≥ 90", ("2026-06", 91), {}, "reached"),
    ("> 90", ("2026-06", 90), {}, "not_due"),
    ("≥ 90", ("2026-06", 85), FROM_80, "on_way"),
    ("≥ 90", ("2026-06", 84.6), FROM_80, "at_risk"),
    ("≥ 90", ("2026-06", 83), FROM_80, "behind"),
    ("≥ 90", ("2026-12", 89), FROM_80, "missed"),
    ("90", ("2026-12", 93), {}, "reached"),
    ("≤ 5", ("2026-06", 5), {}, "holding"),
    ("< 5", ("2026-06", 5), {}, "broken"),
    ("≤ 5", ("2026-06", 6.4), FROM_8, "on_way"),
    ("≤ 5", ("2026-06", 7.9), FROM_8, "behind"),
    ("≤ 5", ("2026-12", 6), FROM_8, "missed"),
    ("≤ 5", ("2026-12", 5), FROM_8, "reached"),
    ("40 - 50", ("2026-06", 45), {"direction": "within"}, "reached"),
    ("40 - 50", ("2026-12", 51), {"direction": "within"}, "missed"),
    ("≤ 10", ("2026-12", 12), {"measure": "rank", "unit": "Thứ bậc"}, "broken"),
    ("≤ 10", ("2026-12", 9), {"measure": "rank", "unit": "Thứ bậc"}, "holding"),
])  # fmt: skip
def test_every_comparison_of_a_level_is_honoured(
    target: str, row: tuple[str, float], more: dict[str, Any], status: str
) -> None:
    assert level(target, row, **more).status == status


def test_a_level_goes_on_a_line_to_a_later_year() -> None:
    got = level("≥ 90", ("2027-12", 84), horizon="2030", as_of="2027-12-31", **FROM_80)
    days = (date(2027, 12, 31) - date(2025, 12, 31)) / (date(2030, 12, 31) - date(2025, 12, 31))
    assert got.way == "linear"
    assert got.expected == pytest.approx(80 + days * 10)
    assert got.gap == pytest.approx(4 - days * 10)


def test_a_flow_of_a_later_year_has_a_line_between_the_years() -> None:
    target = indicator("≥ 200", horizon="2030", baseline_value=100.0, baseline_period="2025")
    got = seen(target, months(2025, [8.0] * 12) + months(2026, [11.0] * 6), "2026-06-30")
    assert (got.way, got.expected) == ("linear", 60)  # half of the 120 of 2026
    assert (got.cumulated, got.gap, got.status, got.percent) == (66, 6, "on_way", None)


def test_a_target_of_several_years_is_their_total() -> None:
    target = indicator("≥ 500", horizon="giai đoạn 2026-2030")
    got = seen(target, months(2026, [10.0] * 12) + months(2027, [10.0] * 3), "2027-03-31")
    assert (got.cumulated, got.percent, got.last_year) == (150, 30, 30)
    assert got.change == 0


def test_changes_are_compared_with_changes() -> None:
    target = indicator("tăng 10% so với năm 2025")
    got = seen(target, months(2025, [10.0] * 12) + months(2026, [12.0] * 6), "2026-06-30")
    assert got.target == pytest.approx(132)
    assert (got.expected, got.status) == (66, "on_way")
    fall = indicator("giảm ít nhất 10% so với năm 2025", direction="lower")
    rows = months(2025, [10.0] * 12) + months(2026, [9.0] * 12)
    assert (seen(fall, rows, "2026-12-31").comparison, seen(fall, rows, "2026-12-31").status) == (
        "<=", "holding",
    )  # fmt: skip
    assert seen(fall, rows, "2026-12-31").percent == 100
    assert got.percent == pytest.approx(200)  # 20 % more than the same months, where 10 % is meant
    assert seen(target, months(2026, [12.0] * 6), "2026-06-30").status == "no_data"


def test_the_target_of_the_year_of_the_last_value_counts() -> None:
    targets = [
        sauro.IndicatorTarget(horizon=year, text=text, targets=sauro.parse_target(text))
        for year, text in (("2027", "≥ 240"), ("2026", "≥ 120"))
    ]
    both = indicator(targets=targets)
    rows = months(2026, [10.0] * 12)
    late = seen(both, rows, "2027-01-20")  # the figure of January isn't there yet
    assert (late.horizon, late.status, late.percent) == ("2026", "reached", 100)
    assert seen(both, rows + months(2027, [20.0]), "2027-01-31").horizon == "2027"


def test_a_ratio_changes_by_points_and_an_amount_by_percents() -> None:
    share = level("≥ 90", ("2025-06", 80), ("2026-06", 84), measure="ratio")
    assert (share.last_year, share.change, share.change_unit) == (80, 4, "điểm %")
    people = level("≥ 90", ("2025-06", 80), ("2026-06", 84), unit="người")
    assert (people.change, people.change_unit) == (5, "%")


def test_without_a_calendar_of_that_year_days_are_counted() -> None:
    short = sauro.WorkingCalendar.custom(2020, 2020, days_off=["2020-01-01"])
    got = seen(indicator("≥ 365"), months(2026, [31.0]), "2026-01-31", calendar=short)
    assert (got.way, got.expected) == ("days", 31)


def test_own_bands_hold() -> None:
    rows = months(2025, [10.0] * 12) + months(2026, [9.5] * 6)
    assert seen(indicator("≥ 120"), rows, "2026-06-30").status == "at_risk"
    own = [("on_way", 0.95)]
    assert seen(indicator("≥ 120"), rows, "2026-06-30", bands=own).status == "on_way"


# which indicator, which unit


def test_rows_find_their_indicator_by_id_name_or_number_and_name() -> None:
    plan = [
        sauro.Indicator(id="1.I.1", number="1", name="Thu ngân sách", measure="flow"),
        sauro.Indicator(id="1.I.2", number="2", name="Hộ nghèo", measure="level"),
        sauro.Indicator(id="1.I.3", number="3", name="Hộ nghèo", measure="level"),
    ]
    names = ["1.I.1", "THU NGÂN SÁCH", "1. Thu ngân sách", "3. Hộ nghèo"]
    log = sauro.IndicatorLog(names, ["2026-01", "2026-02", "2026-03", "2026-03"], [1, 2, 4, 8])
    found = sauro.monitor(plan, log, "2026-03-31")
    assert [(one.cumulated, one.value) for one in found.standings] == [
        (7, 4), (None, None), (None, 8),
    ]  # fmt: skip


def test_names_of_no_indicator_or_of_several_are_all_named() -> None:
    plan = [
        sauro.Indicator(id="1", name="Thu ngân sách", measure="flow"),
        sauro.Indicator(id="2", name="Hộ nghèo"),
        sauro.Indicator(id="3", name="Hộ nghèo"),
    ]
    log = sauro.IndicatorLog(
        ["Thu ngan sach", "Hộ nghèo", "Khác", "1"], ["2026-01"] * 4, [1, 2, 3, 4]
    )
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.monitor(plan, log, "2026-03-31")
    assert [p.message_en for p in wrong.value.problems] == [
        'there is no indicator "Thu ngan sach"; similar: 1 (Thu ngân sách)',
        '"Hộ nghèo" names several indicators: 2 (Hộ nghèo), 3 (Hộ nghèo); give the id',
        'there is no indicator "Khác"',
    ]
    kept = sauro.monitor(plan, log, "2026-03-31", on_problem="keep")
    assert len(kept.problems) == 3
    assert kept.standings[0].cumulated == 4


def test_values_come_in_the_unit_of_their_indicator() -> None:
    log = sauro.IndicatorLog(
        ["1", "1"], ["2026-01", "2026-02"], [1.5, 2500], unit=["tỷ đồng", "triệu đồng"]
    )
    assert sauro.monitor([indicator()], log, "2026-02-28").standings[0].cumulated == 4
    other = sauro.IndicatorLog(["1"], ["2026-01"], [1.5], unit="tỷ đồng (giá so sánh 2010)")
    with pytest.raises(sauro.ValidationError, match="giá so sánh"):
        sauro.monitor([indicator()], other, "2026-02-28")


def test_an_indicator_without_values_is_told() -> None:
    found = sauro.monitor([indicator("≥ 5")], sauro.IndicatorLog([], [], []), "2026-03-31")
    assert [(one.status, one.target, one.horizon) for one in found.standings] == [
        ("no_data", 5, "2026")
    ]
    blank = sauro.IndicatorLog(["1"], ["2026-01"], [None])
    assert sauro.monitor([indicator("≥ 5")], blank, "2026-03-31").standings == found.standings


def test_what_was_guessed_is_a_remark() -> None:
    plain = sauro.Indicator(id="7", name="Thu ngân sách", unit="tỷ đồng")
    log = sauro.IndicatorLog(["7"], ["2026-01"], [1])
    found = sauro.monitor([plain], log, "2026-01-31")
    assert [(one.task, one.field) for one in found.remarks] == [
        ("7", "measure"),
        ("7", "direction"),
    ]
    told = sauro.monitor(
        [plain], log, "2026-01-31", measures={"7": "level"}, directions={"7": "lower"}
    )
    assert told.remarks == []
    assert told.standings[0].measure == "level"


def test_a_monitor_is_a_value() -> None:
    found = sauro.monitor([indicator("≥ 5")], log_of(months(2026, [1.0])), "2026-01-31")
    assert pickle.loads(pickle.dumps(found)) == found
    assert "Monitor(2026-01-31" in repr(found)
    assert "Thu ngân sách" in found._repr_html_()
    assert found.table["value"].tolist() == [1]
    assert pickle.loads(pickle.dumps(found.standings[0])) == found.standings[0]


# an invented province, worked out by hand

PLACES = ("An Lộc", "Bình Minh", "Tân Hòa")


def province() -> tuple[list[sauro.Indicator], sauro.IndicatorLog]:
    """Give three communes; 2025 brought 10, 20 and 30 a month, half of it more in December."""
    rows: list[tuple[str, str, str, float]] = []
    for at, place in enumerate(PLACES, 1):
        rows += [("thu", place, f"T{m}/2025", 10.0 * at) for m in range(1, 12)]
        rows.append(("thu", place, "T12/2025", 40.0 * at))
        rows += [("thu", place, f"T{m}/2026", 11.0 * at - (at == 3) * 9) for m in range(1, 10)]
        rows.append(("ngheo", place, "T6/2026", 4.0 * at))
    plan = [
        indicator("≥ 300", id="thu", name="Thu ngân sách"),
        indicator("≤ 9", id="ngheo", name="Tỷ lệ hộ nghèo", unit="%", measure="ratio"),
    ]
    columns = zip(*rows, strict=True)
    log = sauro.IndicatorLog(
        **dict(zip(("indicator", "place", "period", "value"), columns, strict=True))
    )
    return plan, log


def test_an_invented_province_stands_as_worked_out_by_hand() -> None:
    found = sauro.monitor(*province(), "2026-09-30")
    table = [(one.indicator, one.place, one.status) for one in found.standings]
    assert table == [
        ("thu", "An Lộc", "behind"),  # 99 of 180: nine months of 2025 were 90 of 150, so 60 %
        ("thu", "Bình Minh", "on_way"),  # 198 against 180
        ("thu", "Tân Hòa", "on_way"),  # 9 * 24 = 216 against 180
        ("ngheo", "An Lộc", "holding"),
        ("ngheo", "Bình Minh", "holding"),
        ("ngheo", "Tân Hòa", "broken"),  # 12 % where 9 % was the most
    ]
    money = found.standings[:3]
    assert [one.cumulated for one in money] == [99, 198, 216]
    assert [one.percent for one in money] == [33, 66, 72]
    assert [one.expected for one in money] == [180] * 3
    assert [one.gap for one in money] == [-81, 18, 36]
    assert [one.last_year for one in money] == [90, 180, 270]
    assert [one.change for one in money] == [10, 10, -20]
    assert {one.last for one in money} == {date(2026, 9, 30)}
    assert found.standings[3].last == date(2026, 6, 30) < found.as_of - timedelta(days=30)
    assert found.counts["on_way"] == 2


@pytest.mark.parametrize("label", [
    "Thu ngân sách", "thu ngan sach", "Tổng thu ngân sách trên địa bàn xã", "ngân sách",
])  # fmt: skip
def test_a_name_that_is_part_of_another_is_asked_about(label: str) -> None:
    plan = [indicator(name="Tổng thu ngân sách trên địa bàn"), indicator(id="2", name="Số hồ sơ")]
    log = sauro.IndicatorLog([label], ["T1/2026"], [1.0])
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.monitor(plan, log, "2026-01-31")
    [problem] = caught.value.problems
    assert "1 (Tổng thu ngân sách trên địa bàn)" in problem.message
    assert "Số hồ sơ" not in problem.message
