"""Communes that became one: the same period of last year is that of the old ones together."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sauro
from test_monitor_places import Rows, indicator, log_of, whole

SINCE = "2025-07-01"
MERGERS = {"An Lộc": (SINCE, ["An Lộc cũ", "Tân Lộc"])}
OLD = MERGERS["An Lộc"][1]


def rows_of(values: dict[tuple[str, int, int], float]) -> Rows:
    return [(place, f"T{month}/{year}", value) for (place, year, month), value in values.items()]


def communes(rng: random.Random, last: int) -> dict[tuple[str, int, int], float]:
    """Two old communes until June 2025, the new one from July 2025 to a month of 2026."""
    values = {
        (place, year, month): rng.randint(1, 99) / 4
        for place in OLD
        for year, months in ((2024, 12), (2025, 6))
        for month in range(1, months + 1)
    }
    new = [(2025, month) for month in range(7, 13)] + [
        (2026, month) for month in range(1, last + 1)
    ]
    return values | {("An Lộc", year, month): rng.randint(1, 99) / 4 for year, month in new}


def at(found: sauro.Monitor, place: str) -> sauro.Standing:
    [one] = [one for one in found.standings if one.place == place]
    return one


@pytest.mark.parametrize("last", range(1, 13))
def test_a_new_place_has_the_past_of_the_old_ones(last: int) -> None:
    rng = random.Random(last)
    values = communes(rng, last)
    rows = rows_of(values)
    rng.shuffle(rows)
    joined: dict[tuple[str, int, int], float] = {}
    for (_, year, month), value in values.items():
        joined["An Lộc", year, month] = joined.get(("An Lộc", year, month), 0) + value
    end = f"2026-{last:02}-28" if last == 2 else sauro.parse_period(f"T{last}/2026")[1]
    kind = indicator("flow")
    got = sauro.monitor([kind], log_of(rows), end, mergers=MERGERS)
    expected = sauro.monitor([kind], log_of(rows_of(joined)), end)
    assert got.standings == expected.standings
    assert got.standings[0].last_year is not None and got.standings[0].missing == []


def test_the_year_of_the_merger_adds_both_sides_up() -> None:
    values = {(place, 2025, month): 10.0 for place in OLD for month in range(1, 7)}
    values |= {("An Lộc", 2025, month): 25.0 for month in range(7, 10)}
    found = sauro.monitor([indicator("flow")], log_of(rows_of(values)), "2025-09-30",
                          mergers=MERGERS)  # fmt: skip
    assert [one.place for one in found.standings] == ["An Lộc"]
    assert (at(found, "An Lộc").cumulated, at(found, "An Lộc").value) == (195, 25)


def test_before_its_first_day_the_old_ones_stand_for_themselves() -> None:
    values = {(place, 2025, month): 10.0 for place in OLD for month in range(1, 7)}
    found = sauro.monitor([indicator("flow")], log_of(rows_of(values)), "2025-06-30",
                          mergers=MERGERS)  # fmt: skip
    assert [one.place for one in found.standings] == OLD
    later = sauro.monitor([indicator("flow")], log_of(rows_of(values)), "2025-07-31",
                          mergers=MERGERS)  # fmt: skip
    [one] = later.standings  # nothing of its own yet: what is known is the old ones'
    assert (one.place, one.cumulated, str(one.last)) == ("An Lộc", 120, "2025-06-30")


def test_what_an_old_place_lacks_is_missing_and_named() -> None:
    values = communes(random.Random(1), 6)
    del values["Tân Lộc", 2025, 3]
    found = sauro.monitor([indicator("flow")], log_of(rows_of(values)), "2026-06-30",
                          mergers=MERGERS)  # fmt: skip
    one = at(found, "An Lộc")
    assert (one.last_year, one.change, one.missing) == (None, None, ["Tân Lộc"])
    own = values | {("An Lộc", 2025, month): 50.0 for month in range(1, 7)}  # reckoned anew
    found = sauro.monitor([indicator("flow")], log_of(rows_of(own)), "2026-06-30",
                          mergers=MERGERS)  # fmt: skip
    assert (at(found, "An Lộc").last_year, at(found, "An Lộc").missing) == (300, [])


def test_levels_add_and_ratios_are_those_of_their_numbers() -> None:
    rows: Rows = [(OLD[0], "T6/2025", 300), (OLD[1], "T6/2025", 200), ("An Lộc", "T6/2026", 550)]
    level = indicator("level", "hộ", name="Số hộ nghèo")
    one = at(sauro.monitor([level], log_of(rows), "2026-06-30", mergers=MERGERS), "An Lộc")
    assert (one.value, one.last_year, one.change) == (550, 500, 10)
    log = sauro.IndicatorLog(
        ["1"] * 3, ["T6/2025", "T6/2025", "T6/2026"], place=[*OLD, "An Lộc"],
        numerator=[90, 10, 95], denominator=[100, 100, 100],
    )  # fmt: skip
    one = at(sauro.monitor([indicator("ratio", "%")], log, "2026-06-30", mergers=MERGERS), "An Lộc")
    assert (one.value, one.last_year, one.change) == (95, 50, 45)
    bare: Rows = [(OLD[0], "T6/2025", 90), (OLD[1], "T6/2025", 10), ("An Lộc", "T6/2026", 95)]
    one = at(sauro.monitor([indicator("ratio", "%")], log_of(bare), "2026-06-30",
                           mergers=MERGERS), "An Lộc")  # fmt: skip
    assert one.last_year is None  # never the mean of percents


def test_a_province_counts_nothing_twice() -> None:
    values = communes(random.Random(2), 6)
    values |= {("Bình Minh", year, m): 7.0 for year in (2024, 2025, 2026) for m in range(1, 13)}
    parents = dict.fromkeys([*OLD, "An Lộc", "Bình Minh"], "Tỉnh")
    found = sauro.monitor([indicator("flow")], log_of(rows_of(values)), "2026-06-30",
                          parents=parents, mergers=MERGERS)  # fmt: skip
    one = whole(found)
    until = [key for key in values if key[2] <= 6]
    assert one.cumulated == pytest.approx(sum(values[key] for key in until if key[1] == 2026))
    assert one.last_year == pytest.approx(sum(values[key] for key in until if key[1] == 2025))
    assert one.missing == [] and {part.part for part in found.contributions} == {
        "An Lộc",
        "Bình Minh",
    }
    assert sum(part.change or 0 for part in found.contributions) == pytest.approx(
        one.cumulated - one.last_year
    )


def test_places_may_have_merged_twice() -> None:
    mergers = {"C": ("2026-01-01", ["B", "D"]), "B": (SINCE, ["A1", "A2"])}
    values = {(place, 2025, m): 1.0 for place in ("A1", "A2") for m in range(1, 7)}
    values |= {("B", 2025, m): 3.0 for m in range(7, 13)} | {
        ("D", 2025, m): 5.0 for m in range(1, 13)
    }
    values |= {("C", 2026, m): 10.0 for m in range(1, 13)}
    found = sauro.monitor(
        [indicator("flow")], log_of(rows_of(values)), "2026-12-31", mergers=mergers
    )
    assert [(one.place, one.cumulated, one.last_year) for one in found.standings] == [
        ("C", 120, 2 * 6 + 3 * 6 + 5 * 12)
    ]


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"A": (SINCE, [])}, "mergers: A"),
    ({"A": (SINCE, ["B"]), "C": (SINCE, ["B"])}, "mergers: C"),
    ({"A": (SINCE, ["B", "C"]), "B": (SINCE, ["A", "D"])}, "mergers: "),
    ({"A": (SINCE, ["B"]), "B": (SINCE, ["A"])}, "mergers: "),
]


@pytest.mark.parametrize(("mergers", "where"), WRONG)
def test_mergers_that_can_not_be_are_refused(mergers: dict[str, Any], where: str) -> None:
    rows: Rows = [("A", "T6/2025", 1)]
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.monitor([indicator("flow")], log_of(rows), "2026-06-30", mergers=mergers)
    assert caught.value.code == 260 and where in str(caught.value)


@pytest.mark.parametrize("last", [1, 6, 12])
def test_a_new_place_may_have_kept_a_name(last: int) -> None:
    values = communes(random.Random(last), last)
    renamed = {("An Lộc" if p == OLD[0] else p, y, m): v for (p, y, m), v in values.items()}
    end = sauro.parse_period(f"T{last}/2026")[1]
    mergers = {"An Lộc": (SINCE, ["An Lộc", "Tân Lộc"])}
    kind = indicator("flow")
    got = sauro.monitor([kind], log_of(rows_of(renamed)), end, mergers=mergers)
    expected = sauro.monitor([kind], log_of(rows_of(values)), end, mergers=MERGERS)
    assert got.standings == expected.standings and got.standings[0].last_year is not None


def test_values_of_a_place_that_is_no_more_are_named() -> None:
    values = communes(random.Random(4), 6) | {("Tân Lộc", 2025, 8): 5.0}
    log = log_of(rows_of(values))
    with pytest.raises(sauro.ValidationError, match="Tân Lộc") as caught:
        sauro.monitor([indicator("flow")], log, "2026-06-30", mergers=MERGERS)
    assert caught.value.code == 221
    kept = sauro.monitor([indicator("flow")], log, "2026-06-30", mergers=MERGERS, on_problem="keep")
    assert [one.where for one in kept.problems] == ["Tân Lộc"]
    assert at(kept, "An Lộc").cumulated is not None
