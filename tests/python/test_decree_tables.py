"""Cells with alternatives, texts and not(), default rows, hit min, bands with decimals."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Callable
from typing import Any

import jsonschema
import numpy as np
import pytest
import sauro
from scored import NAN, ends, framework, points, problems, refusal
from test_frameworks import SCHEMA

AGE = {"name": "x", "kind": "count", "high": 99}
KIND = {"name": "loai", "kind": "choice", "values": ["xã", "phường", "đặc khu"]}


def table(rows: list[tuple[Any, Any]], of: Any = "x", **more: Any) -> dict[str, Any]:
    listed = [{"when": when, "points": worth} for when, worth in rows]
    return {"type": "table", "of": of, "rows": listed} | more


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("< 18, > 60", lambda x: x < 18 or x > 60),
        ("< 18 hoặc > 60", lambda x: x < 18 or x > 60),
        ("< 18 or > 60", lambda x: x < 18 or x > 60),
        ("not([18, 60])", lambda x: x < 18 or x > 60),
        ("not(< 18, > 60)", lambda x: 18 <= x <= 60),
        ("1, 3, [10, 20)", lambda x: x in (1, 3) or 10 <= x < 20),
        ("[1, 5], [4, 8], 9", lambda x: 1 <= x <= 9),
        ("not(5)", lambda x: x != 5),
        ("not(-)", lambda x: False),
        ("[0, 10), (10, 20]", lambda x: x <= 20 and x != 10),
    ],
)
def test_a_cell_holds_for_any_of_its_alternatives(
    cell: str, holds: Callable[[float], bool]
) -> None:
    made = framework(table([(cell, 4)], default=1), [AGE])
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert sauro.Framework.from_json(made.to_json()) == made
    values = list(range(100))
    assert points(made, x=values) == [4 if holds(x) else 1 for x in values]
    possible = {4 if holds(x) else 1 for x in values}
    assert ends(made, x=[NAN]) == [(min(possible), max(possible))]


def test_gaps_and_overlaps_are_looked_for_in_alternatives() -> None:
    gap = framework(table([("< 18, > 60", 1), ("[18, 60)", 2)]), [AGE])
    assert problems(gap) == [("gap", "no row holds for x in 60")]
    both = framework(table([("< 18, > 60", 1), (">= 18", 2)]), [AGE])
    assert [kind for kind, _ in problems(both)] == ["overlap"]
    whole = framework(table([("< 18, > 60", 1), ("not(< 18, > 60)", 2)]), [AGE])
    assert whole.validate() == []


@pytest.mark.parametrize("cell", ["0,25", "1, ,2", "", "'a", "[1, 2", ">= x", "3 5"])
def test_a_cell_that_could_be_read_otherwise_is_refused(cell: str) -> None:
    with pytest.raises(sauro.Error):
        framework(table([(cell, 1)]), [AGE])


def test_texts_of_a_choice_stand_for_their_codes() -> None:
    rows = [("xã", 4), ("phường hoặc đặc khu", 2)]
    made = framework(table(rows, "loai"), [KIND])
    assert made.validate() == []
    assert points(made, loai=["xã", "đặc khu", "phường"]) == [4, 2, 2]
    assert ends(made, loai=[None, "xã"]) == [(2, 4), (4, 4)]
    assert points(framework(table([("not(xã)", 1)], "loai", default=3), [KIND]), loai=[0, 2]) == [
        3,
        1,
    ]
    why = sauro.score(made, {"loai": ["phường"]}).explain("1").reason
    assert why == "loai là phường hoặc đặc khu: 2 điểm"
    wrong = framework(table([("xa", 1)], "loai", default=0), [KIND])
    assert problems(wrong) == [("rule", 'row 1: "xa" is no value of loai')]
    numbers = KIND | {"values": ["1", "2", "ba, bốn"]}
    unsure = framework(table([("1", 1)], "loai", default=0), [numbers])
    assert [kind for kind, _ in problems(unsure)] == ["rule"]
    quoted = framework(table([('"1", "ba, bốn"', 1)], "loai", default=0), [numbers])
    assert quoted.validate() == [] and points(quoted, loai=["1", "2", "ba, bốn"]) == [1, 0, 1]
    assert sauro.Framework.from_json(quoted.to_json()) == quoted


def test_a_default_is_for_what_no_row_holds_for_and_not_for_what_is_missing() -> None:
    one = framework(table([("[0, 5]", 4)], default=1), [AGE])
    assert points(one, x=[3, 9])[:2] == [4, 1]
    assert np.isnan(points(one, x=[NAN])[0]) and ends(one, x=[NAN]) == [(1, 4)]
    bare = framework(table([("[0, 5]", 4)]), [AGE])
    assert [kind for kind, _ in problems(bare)] == ["gap"]
    rows = [(["> 5", "-"], 4), (["-", "> 5"], 3)]
    for hit in ("first", "sum", "max", "min"):
        two = framework(table(rows, ["x", "y"], hit=hit, default=2), [AGE, AGE | {"name": "y"}], 9)
        assert two.validate() == []
        assert points(two, x=[0, 9], y=[0, 0]) == [2, 4]
        low, high = ends(two, x=[NAN], y=[0])[0]
        assert (low, high) == (0 if hit == "sum" else 2, 4)
    why = sauro.score(one, {"x": [9]}).explain("1").reason
    assert why == "các trường hợp khác: 1 điểm"


def naive(hit: str, rows: list[tuple[list[str], int]], default: int | None, case: Any) -> float:
    def met(cell: str, value: float) -> bool:
        if cell == "-":
            return True
        low, high = (int(end) for end in cell[1:-1].split(", "))
        return low <= value <= high

    worth = [
        points for cells, points in rows if all(met(c, v) for c, v in zip(cells, case, strict=True))
    ]
    if not worth:
        return 0 if default is None else default
    return {"first": worth[0], "sum": sum(worth), "max": max(worth), "min": min(worth)}[hit]


@pytest.mark.parametrize("hit", ["first", "sum", "max", "min"])
def test_random_tables_are_those_of_a_naive_evaluator(hit: str) -> None:
    rng = random.Random(hit)
    variables = [{"name": n, "kind": "count", "high": 3} for n in "xy"]

    def cell() -> str:
        low = rng.randint(0, 3)
        return "-" if rng.random() < 0.2 else f"[{low}, {rng.randint(low, 3)}]"

    cases = list(itertools.product([0, 1, 2, 3, NAN], repeat=2))
    x, y = np.array(cases, dtype=float).T
    for _ in range(40):
        rows = [([cell(), cell()], rng.randint(-4, 4)) for _ in range(rng.randint(1, 4))]
        default = rng.randint(-4, 4)
        rule = table(rows, ["x", "y"], hit=hit, default=default)
        card = sauro.score(framework(rule, variables, 20, min=-20), {"x": x, "y": y})
        for i, case in enumerate(cases):
            full = itertools.product(*([v] if v == v else range(4) for v in case))
            possible = [naive(hit, rows, default, one) for one in full]
            low, high = card.low("1")[i], card.high("1")[i]
            assert low <= min(possible) and high >= max(possible), (rows, default, case)
            if not any(v != v for v in case):
                assert card.points("1")[i] == possible[0], (rows, default, case)


def test_bands_with_the_decimals_of_their_variable_have_no_gap() -> None:
    bands = table([("[3.2, 4.0]", 4), ("[2.0, 3.19]", 2), ("[0, 1.99]", 0)])
    mark = {"name": "x", "low": 0, "high": 4}
    assert len(problems(framework(bands, [mark]))) == 2
    made = framework(bands, [mark | {"decimals": 2}])
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert points(made, x=[3.2, 3.19, 0.57 * 2 + 2, 1.99]) == [4, 2, 2, 0]
    assert "more than 2 decimals" in refusal(lambda: points(made, x=[3.195]))
    short = table([("[3.2, 4.0]", 4), ("[2.0, 3.18]", 2), ("< 2", 0)])
    told = problems(framework(short, [mark | {"decimals": 2}]))
    assert told == [("gap", "no row holds for x in (3.18, 3.2)")]


def test_collect_with_count_is_a_sum_of_ones() -> None:
    rows = [([">= 1", "-"], 1), (["-", ">= 1"], 1)]
    made = framework(table(rows, ["x", "y"], hit="sum"), [AGE, AGE | {"name": "y"}])
    assert points(made, x=[1, 0, 5], y=[1, 0, 0]) == [2, 0, 1]
