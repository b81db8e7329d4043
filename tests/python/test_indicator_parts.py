"""Parts of indicators against their whole: together it, or only in it."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sauro
from test_monitor import indicator


def plan_of(kind: str | None, names: list[str], **more: Any) -> list[sauro.Indicator]:
    whole = indicator(name="Tổng thu", parts=kind, **more)
    parts = [
        indicator(id=str(at), name=name, parent="1", **more) for at, name in enumerate(names, 2)
    ]
    return [whole, *parts]


def clashes(plan: list[sauro.Indicator], values: list[float], **more: Any) -> list[Any]:
    ids = [one.id for one in plan]
    log = sauro.IndicatorLog(ids, ["6 tháng năm 2026"] * len(ids), values, **more)
    found = sauro.monitor(plan, log, "2026-06-30").contradictions
    return [(one.indicator, one.given, one.other, one.parts) for one in found]


@pytest.mark.parametrize("measure", ["flow", "level"])
@pytest.mark.parametrize("seed", range(20))
def test_parts_that_make_the_whole_have_to_reach_it(seed: int, measure: str) -> None:
    rng = random.Random(seed)
    names = [f"Phần {i}" for i in range(rng.randint(1, 5))]
    parts = [rng.randint(0, 400) / 4 for _ in names]
    # half of the last digit of each figure, summed, may be rounding
    digits = [0.5 if value % 1 == 0 else 0.05 if value * 10 % 1 == 0 else 0.005 for value in parts]
    plan = plan_of("all", names, measure=measure)
    for off in (0, 1, 3, 20):
        whole = sum(parts) + off
        own = 0.5 if whole % 1 == 0 else 0.05 if whole * 10 % 1 == 0 else 0.005
        found = clashes(plan, [whole, *parts])
        assert bool(found) == (off > sum(digits) + own + 1e-9)
        if found:
            figures = " + ".join(
                f"{name}: {value:g}".replace(".", ",")
                for name, value in zip(names, parts, strict=True)
            )
            assert found == [("1", whole, sum(parts), figures)]


def test_of_parts_that_are_only_in_the_whole_none_is_more_than_it() -> None:
    plan = plan_of("some", ["Nữ", "Dân tộc thiểu số"], measure="level", unit="người")
    assert clashes(plan, [100, 60, 70]) == []  # a person may be in both
    assert clashes(plan, [100, 60, 170]) == [("1", 100, 170, "Dân tộc thiểu số: 170")]


@pytest.mark.parametrize(("whole", "parts", "is_all"), [
    ("Tổng thu, chia ra", ["Thu nội địa", "Thu xuất nhập khẩu"], True),
    ("Tổng thu chia ra:", ["Thu nội địa", "Thu xuất nhập khẩu"], True),
    ("Tổng thu", ["Chia ra: Thu nội địa", "Thu xuất nhập khẩu"], True),
    ("Tổng thu", ["Bao gồm: Thu nội địa", "Thu xuất nhập khẩu"], True),
    ("Tổng thu", ["Trong đó: Thu nội địa", "Thu xuất nhập khẩu"], False),
    ("Tổng thu trong đó", ["Thu nội địa", "Thu xuất nhập khẩu"], False),
    ("Tổng thu", ["Thu nội địa", "Thu xuất nhập khẩu"], False),
])  # fmt: skip
def test_words_tell_how_parts_make_a_whole(whole: str, parts: list[str], is_all: bool) -> None:
    plan = [indicator(name=whole)]
    plan += [indicator(id=str(at), name=name, parent="1") for at, name in enumerate(parts, 2)]
    assert bool(clashes(plan, [100, 60, 30])) == is_all
    assert clashes(plan, [100, 60, 40]) == []


def test_a_part_that_is_in_another_is_not_summed() -> None:
    plan = plan_of("all", ["Thu nội địa", "Trong đó: tiền sử dụng đất", "Thu xuất nhập khẩu"])
    assert clashes(plan, [100, 60, 20, 40]) == []
    [(_, given, other, _)] = clashes(plan, [100, 60, 20, 30])
    assert (given, other) == (100, 90)


def test_a_part_that_is_missing_makes_no_contradiction_and_shares_do_not_add() -> None:
    plan = plan_of("all", ["A", "B"])
    log = sauro.IndicatorLog(["1", "2"], ["T1/2026"] * 2, [100, 60])
    assert sauro.monitor(plan, log, "2026-06-30").contradictions == []
    shares = plan_of("all", ["A", "B"], unit="%", measure="ratio")
    assert clashes(shares, [50, 40, 60]) == []


def test_months_of_the_parts_are_held_against_what_is_cumulated_of_the_whole() -> None:
    plan = plan_of("all", ["A", "B"])
    rows = [("1", "2 tháng năm 2026", 100.0)]
    rows += [(part, f"T{m}/2026", 20.0) for part in "23" for m in (1, 2)]
    log = sauro.IndicatorLog(*(list(column) for column in zip(*rows, strict=True)))
    [one] = sauro.monitor(plan, log, "2026-02-28").contradictions
    assert (one.given, one.other, one.parts) == (100, 80, "A: 40 + B: 40")


@pytest.mark.parametrize("basis", ["year", "project", "term"])
@pytest.mark.parametrize("of_parts", ["period", "year", "project", "term"])
def test_a_whole_is_held_against_parts_that_count_from_where_it_does(
    basis: str, of_parts: str
) -> None:
    plan = plan_of("all", ["A", "B"])
    bases = [basis, of_parts, of_parts]
    log = sauro.IndicatorLog(["1", "2", "3"], ["T3/2026"] * 3, [100.0, 40, 40], basis=bases)
    found = sauro.monitor(plan, log, "2026-03-31")
    assert len(found.contradictions) == (basis == of_parts)
    assert len(found.standings) == 3


def test_units_of_parts_are_converted() -> None:
    plan = plan_of("all", ["A", "B"])
    assert clashes(plan, [100, 60, 40], unit=["tỷ đồng", "tỷ đồng", "tỷ đồng"]) == []
    [(_, _, other, _)] = clashes(plan, [100, 60000, 30], unit=["tỷ đồng", "triệu đồng", "tỷ đồng"])
    assert other == 90


def test_what_a_part_counts_follows_its_whole_where_its_words_leave_it_open() -> None:
    whole = sauro.Indicator(id="1", name="Tổng thu ngân sách", unit="tỷ đồng")
    part = sauro.Indicator(id="2", name="Nội địa", unit="tỷ đồng", parent="1")
    log = sauro.IndicatorLog(["2"] * 2, ["T1/2026", "T2/2026"], [3, 4])
    seen = sauro.monitor([whole, part], log, "2026-02-28")
    assert [(one.measure, one.cumulated) for one in seen.standings] == [("flow", None), ("flow", 7)]
    said = [one for one in seen.remarks if one.task == "2" and one.field == "measure"]
    assert [one.chosen for one in said] == ["số phát sinh trong kỳ, cộng dồn được"]


def test_a_settled_kind_is_kept_by_json() -> None:
    one = indicator(parts="some")
    assert (one.parts, sauro.Indicator(id="1", name="x").parts) == ("some", None)


def test_a_level_beside_what_is_called_cumulated_is_the_same_thing() -> None:
    level = indicator(measure="level", unit="hộ")
    log = sauro.IndicatorLog(["1"] * 2, ["T6/2026"] * 2, [820, 900], basis=["period", "year"])
    [one] = sauro.monitor([level], log, "2026-06-30").contradictions
    assert (one.given, one.other, one.parts) == (900, 820, "820 (30/06/2026)")
    rounded = sauro.IndicatorLog(["1"] * 2, ["T6/2026"] * 2, [82.4, 82], basis=["period", "year"])
    assert sauro.monitor([level], rounded, "2026-06-30").contradictions == []
    share = indicator(measure="ratio", unit="%")  # of the month, and since January
    assert sauro.monitor([share], log, "2026-06-30").contradictions == []
