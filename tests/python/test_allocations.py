"""Targets that places were given: against plain sums, and by hand."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sauro
from conftest import refused
from test_monitor import indicator

PARENTS = {"An Lộc": "Tỉnh", "Bình Minh": "Tỉnh", "Tân Hòa": "Tỉnh"}
VALUES = sauro.IndicatorLog(["1"] * 3, ["9 tháng năm 2026"] * 3, [20, 30, 10], list(PARENTS))


def given(targets: dict[str, float], period: str = "2026", **more: Any) -> sauro.IndicatorLog:
    return sauro.IndicatorLog(
        ["1"] * len(targets), [period] * len(targets), list(targets.values()), list(targets), **more
    )


def seen(targets: dict[str, float], **more: Any) -> sauro.Monitor:
    options = {"parents": PARENTS} | more
    plan = [indicator("≥ 100")]
    return sauro.monitor(plan, VALUES, "2026-09-30", allocations=given(targets), **options)


def test_a_place_is_held_against_its_own_target() -> None:
    found = seen({"An Lộc": 25, "Bình Minh": 30, "Tân Hòa": 45})
    by_place = {one.place: (one.target, one.percent, one.target_text) for one in found.standings}
    assert by_place == {
        "An Lộc": (25, 80, "25"),
        "Bình Minh": (30, 100, "30"),
        "Tân Hòa": (45, pytest.approx(22.2222222222), "45"),
        "Tỉnh": (100, 60, "≥ 100"),
    }
    [sum_of] = found.allocations
    assert (sum_of.place, sum_of.horizon, sum_of.target, sum_of.allocated) == (
        "Tỉnh", "2026", 100, 100
    )  # fmt: skip
    assert (sum_of.difference, sum_of.missing) == (0, [])


def test_parts_that_do_not_reach_the_whole_are_told_with_who_has_none() -> None:
    found = seen({"An Lộc": 25, "Bình Minh": 30.5})
    [one] = found.allocations
    assert (one.allocated, one.difference, one.missing) == (55.5, -44.5, ["Tân Hòa"])
    assert {one.place: one.target for one in found.standings}["Tân Hòa"] is None


def test_without_parents_the_plan_is_the_whole() -> None:
    found = seen({"An Lộc": 25, "Bình Minh": 85}, parents=None)
    [one] = found.allocations
    assert (one.place, one.target, one.allocated, one.difference) == ("", 100, 110, 10)


@pytest.mark.parametrize("seed", range(20))
def test_a_place_in_between_has_its_own_target_or_that_of_its_parts(seed: int) -> None:
    rng = random.Random(seed)
    districts = [f"Huyện {i}" for i in range(3)]
    parents = {f"Xã {i}.{j}": district for i, district in enumerate(districts) for j in range(3)}
    communes = list(parents)
    parents |= dict.fromkeys(districts, "Tỉnh")
    targets = {one: float(rng.randint(1, 40)) for one in communes if rng.random() < 0.9}
    targets |= {one: float(rng.randint(1, 99)) for one in districts if rng.random() < 0.5}
    values = sauro.IndicatorLog(["1"] * 9, ["T6/2026"] * 9, list(range(9)), communes)
    found = sauro.monitor(
        [indicator("≥ 200")], values, "2026-06-30", parents=parents, allocations=given(targets)
    )
    got = {one.place: one.target for one in found.standings}
    reached: dict[str, float | None] = {}
    for district in districts:
        own = [targets.get(one) for one in communes if parents[one] == district]
        whole = None if None in own else sum(x for x in own if x is not None)
        reached[district] = targets.get(district, whole)
        assert got[district] == reached[district]
    assert all(got[one] == targets.get(one) for one in communes)
    assert got["Tỉnh"] == 200
    known = [one for one in reached.values() if one is not None]
    sums = {one.place: one for one in found.allocations}
    if known:
        assert (sums["Tỉnh"].allocated, sums["Tỉnh"].target) == (sum(known), 200)
        assert sums["Tỉnh"].missing == [name for name, one in reached.items() if one is None]
    assert set(sums) - {"Tỉnh"} <= targets.keys()


def test_a_matrix_of_places_is_read_and_units_are_converted() -> None:
    matrix = [{"Xã": "An Lộc", "Thu ngân sách": "25.000,5"}, {"Xã": "Tân Hòa", "Thu ngân sách": 1}]
    targets = sauro.IndicatorLog.from_sheet(matrix, period="2026")
    assert [(one.place, one.value) for one in targets] == [("An Lộc", 25000.5), ("Tân Hòa", 1)]
    in_millions = given({"An Lộc": 25000}, unit="triệu đồng")
    found = sauro.monitor([indicator("≥ 100")], VALUES, "2026-09-30", allocations=in_millions)
    assert {one.place: one.target for one in found.standings}["An Lộc"] == 25


def test_percents_have_targets_of_their_own_and_no_sum() -> None:
    share = indicator("≥ 90", unit="%", measure="ratio")
    log = sauro.IndicatorLog(["1"] * 2, ["T6/2026"] * 2, [85, 85], ["An Lộc", "Tân Hòa"])
    targets = given({"An Lộc": 80, "Tân Hòa": 95}, "2026")
    found = sauro.monitor([share], log, "2026-06-30", allocations=targets)
    assert {one.place: one.status for one in found.standings} == {
        "An Lộc": "reached", "Tân Hòa": "not_due"
    }  # fmt: skip
    assert found.allocations == []


def test_rows_of_no_indicator_and_two_targets_of_one_place_are_named() -> None:
    wrong = sauro.IndicatorLog(["Chi"], ["2026"], [5], ["An Lộc"])
    with refused(sauro.ValidationError, 'allocations: Chi: there is no indicator "Chi"'):
        sauro.monitor([indicator()], VALUES, "2026-09-30", allocations=wrong)
    twice = sauro.IndicatorLog(["1"] * 2, ["2026"] * 2, [5, 6], ["An Lộc"] * 2)
    found = sauro.monitor([indicator()], VALUES, "2026-09-30", allocations=twice)
    assert [(one.place, one.given, one.other) for one in found.contradictions] == [("An Lộc", 5, 6)]


@pytest.mark.parametrize("measure", ["flow", "level"])
@pytest.mark.parametrize("has_values", [True, False])
def test_a_place_with_a_target_that_sent_nothing_is_told(measure: str, has_values: bool) -> None:
    rows = [("1", "6 tháng năm 2026", 40.0, "An Lộc")] if has_values else []
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    targets = given({"An Lộc": 80, "Tân Hòa": 95, "Tỉnh": 150})
    parents = {"An Lộc": "Tỉnh", "Tân Hòa": "Tỉnh"}
    plan = [indicator("≥ 150", measure=measure)]
    found = sauro.monitor(
        plan, sauro.IndicatorLog(*columns), "2026-06-30", allocations=targets, parents=parents
    )
    told = {one.place: (one.status, one.target) for one in found.standings}
    assert told["Tân Hòa"] == ("no_data", 95)
    assert told["An Lộc"][1] == 80 and (told["An Lộc"][0] == "no_data") == (not has_values)
    assert ("Tỉnh" in told) == has_values
    assert len(told) == len(found.standings)
