"""Indicators over places: against plain sums, and by hand."""

from __future__ import annotations

from typing import Any

import pytest
import sauro
from hypothesis import given, settings
from hypothesis import strategies as st

PARENTS = {"An Lộc": "Tỉnh", "Bình Minh": "Tỉnh", "Tân Hòa": "Tỉnh"}
Rows = list[tuple[str, str, float | None]]


def indicator(measure: str, unit: str = "tỷ đồng", **more: Any) -> sauro.Indicator:
    given: dict[str, Any] = {"id": "1", "name": "Chỉ tiêu", "direction": "higher"} | more
    return sauro.Indicator(measure=measure, unit=unit, **given)


def log_of(rows: Rows, **more: Any) -> sauro.IndicatorLog:
    places, periods, values = zip(*rows, strict=True)
    return sauro.IndicatorLog(["1"] * len(rows), list(periods), list(values), list(places), **more)


def whole(found: sauro.Monitor, place: str = "Tỉnh") -> sauro.Standing:
    [one] = [one for one in found.standings if one.place == place]
    return one


@given(st.binary(min_size=54, max_size=54).map(lambda b: [n / 4 for n in b]), st.randoms())
@settings(max_examples=50, deadline=None)
def test_flows_add_and_their_parts_make_the_whole(amounts: list[float], random: Any) -> None:
    keys = [(p, y, m) for p in PARENTS for y in (2025, 2026) for m in range(1, 10)]
    values = dict(zip(keys, amounts, strict=True))
    rows: Rows = [(p, f"T{m}/{y}", value) for (p, y, m), value in values.items()]
    random.shuffle(rows)
    found = sauro.monitor([indicator("flow")], log_of(rows), "2026-09-30", parents=PARENTS)
    now = sum(v for (_, y, _), v in values.items() if y == 2026)
    before = sum(v for (_, y, _), v in values.items() if y == 2025)
    one = whole(found)
    assert (one.cumulated, one.last_year, one.missing) == (now, before, [])
    assert [part.part for part in found.contributions] == sorted(PARENTS)
    assert sum(part.amount or 0 for part in found.contributions) == pytest.approx(now)
    assert sum(part.change or 0 for part in found.contributions) == pytest.approx(now - before)
    if now:
        assert sum(part.percent or 0 for part in found.contributions) == pytest.approx(100)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=3, max_size=3))
@settings(max_examples=50, deadline=None)
def test_ratios_are_those_of_their_numbers_never_means(pairs: list[tuple[int, int]]) -> None:
    log = sauro.IndicatorLog(
        ["1"] * 3,
        ["T6/2026"] * 3,
        place=list(PARENTS),
        numerator=[part for part, _ in pairs],
        denominator=[of for _, of in pairs],
    )
    share = indicator("ratio", "%")
    one = whole(sauro.monitor([share], log, "2026-06-30", parents=PARENTS))
    expected = 100 * sum(part for part, _ in pairs) / sum(of for _, of in pairs)
    assert one.value == pytest.approx(expected, rel=1e-9)


def test_percents_without_their_numbers_are_not_put_together() -> None:
    rows: Rows = [(place, "T6/2026", 90) for place in PARENTS]
    share = indicator("ratio", "%")
    one = whole(sauro.monitor([share], log_of(rows), "2026-06-30", parents=PARENTS))
    assert (one.value, one.status) == (None, "no_data")


@pytest.mark.parametrize(("unit", "name", "value"), [
    ("người", "Dân số trung bình", 600), ("doanh nghiệp", "Số doanh nghiệp", 600),
    ("triệu đồng/người", "Thu nhập", None), ("tuổi", "Tuổi thọ", None),
    ("triệu đồng", "Thu nhập bình quân đầu người", None), ("điểm", "Chỉ số hài lòng", None),
])  # fmt: skip
def test_levels_that_count_add_and_averages_do_not(
    unit: str, name: str, value: float | None
) -> None:
    rows: Rows = [("An Lộc", "T6/2026", 100), ("Bình Minh", "T6/2026", 200)]
    rows.append(("Tân Hòa", "T6/2026", 300))
    level = indicator("level", unit, name=name)
    assert whole(sauro.monitor([level], log_of(rows), "2026-06-30", parents=PARENTS)).value == value


def test_a_place_that_has_not_sent_anything_makes_a_range_and_is_named() -> None:
    rows: Rows = [(p, f"T{m}/2026", 10) for p in ("An Lộc", "Bình Minh") for m in (1, 2, 3)]
    flow = indicator("flow")
    one = whole(sauro.monitor([flow], log_of(rows), "2026-03-31", parents=PARENTS))
    assert (one.cumulated, one.cumulated_low, one.missing) == (None, None, ["Tân Hòa"])
    bounds = {"1": (0.0, 20.0)}
    found = sauro.monitor([flow], log_of(rows), "2026-03-31", parents=PARENTS, bounds=bounds)
    assert (whole(found).cumulated_low, whole(found).cumulated_high) == (60, 120)
    assert [(part.part, part.amount) for part in found.contributions] == [
        ("An Lộc", 30), ("Bình Minh", 30), ("Tân Hòa", None),
    ]  # fmt: skip
    rows.append(("Tân Hòa", "T2/2026", 5))
    late = whole(sauro.monitor([flow], log_of(rows), "2026-03-31", parents=PARENTS))
    assert late.missing == ["Tân Hòa"]


def test_a_level_that_one_place_lacks_has_no_sum() -> None:
    rows: Rows = [("An Lộc", "T6/2026", 100), ("Bình Minh", "T6/2026", 200)]
    rows.append(("Tân Hòa", "T5/2026", 300))
    level = indicator("level", "người")
    one = whole(sauro.monitor([level], log_of(rows), "2026-06-30", parents=PARENTS))
    assert (one.value, one.missing) == (None, ["Tân Hòa"])


@pytest.mark.parametrize(("total", "clashes"), [(60, 0), (61, 0), (65, 1)])
def test_a_whole_that_its_parts_contradict_is_named(total: float, clashes: int) -> None:
    rows: Rows = [(place, "T1/2026", 20) for place in PARENTS]
    rows.append(("Tỉnh", "T1/2026", total))
    found = sauro.monitor([indicator("flow")], log_of(rows), "2026-01-31", parents=PARENTS)
    assert whole(found).cumulated == total  # its own figure stays
    assert [(one.place, one.given, one.other, one.parts) for one in found.contradictions] == [
        ("Tỉnh", total, 60, "An Lộc + Bình Minh + Tân Hòa")
    ] * clashes


def test_places_may_be_parts_of_parts() -> None:
    parents = {"An Lộc": "Vùng A", "Bình Minh": "Vùng A", "Vùng A": "Tỉnh", "Tân Hòa": "Tỉnh"}
    rows: Rows = [(place, "T1/2026", 20) for place in PARENTS]
    found = sauro.monitor([indicator("flow")], log_of(rows), "2026-01-31", parents=parents)
    assert (whole(found).cumulated, whole(found, "Vùng A").cumulated) == (60, 40)


def test_a_place_below_itself_is_refused() -> None:
    with pytest.raises(sauro.ValidationError, match="trong chính nó"):
        sauro.monitor(
            [indicator("flow")], log_of([("a", "T1/2026", 1)]), "2026-01-31",
            parents={"a": "b", "b": "a"},
        )  # fmt: skip


def test_a_whole_is_held_against_its_target() -> None:
    target = sauro.IndicatorTarget(horizon="2026", text="≥ 90", targets=sauro.parse_target("≥ 90"))
    rows: Rows = [(place, f"T{m}/2025", 10) for place in PARENTS for m in range(1, 13)]
    rows += [(place, f"T{m}/2026", 20) for place in PARENTS for m in (1, 2)]
    flow = indicator("flow", targets=[target])
    one = whole(sauro.monitor([flow], log_of(rows), "2026-02-28", parents=PARENTS))
    assert (one.cumulated, one.expected, one.way) == (120, 15, "last_year")
    assert (one.status, one.change) == ("reached", 100)
