"""Computed variables, points of other criteria, statistics of groups, normalisations by name."""

from __future__ import annotations

import itertools
import json
import random
from statistics import mean, median, stdev
from typing import Any

import jsonschema
import numpy as np
import pytest
import sauro
from scored import NAN, ends, framework, points, problems, refusal
from test_frameworks import SCHEMA

COUNTS = [{"name": n, "kind": "count", "high": 10} for n in "ab"]
RATE = {"name": "rate", "kind": "percent", "formula": "100 * a / (a + b)"}
TEN = {"name": "x", "low": 0, "high": 10}
REGION = {"name": "vung", "kind": "choice", "values": ["bắc", "trung", "nam"]}


def value(of: str) -> dict[str, Any]:
    return {"type": "formula", "points": of}


def leaf(code: str, of: str, top: float = 4, **more: Any) -> dict[str, Any]:
    return {"code": code, "max": top, "rule": value(of)} | more


def test_a_formula_is_named_once_and_used_by_many() -> None:
    criteria = [
        leaf("1", "4 * rate / 100"),
        {
            "code": "2",
            "max": 4,
            "rule": {
                "type": "table",
                "of": "rate",
                "rows": [{"when": ">= 50", "points": 4}, {"when": "< 50", "points": 0}],
            },
        },
    ]
    made = framework(criteria, [*COUNTS, RATE], 8)
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert sauro.Framework.from_json(made.to_json()) == made
    card = sauro.score(made, {"a": [1, 3, NAN, 0], "b": [1, 1, 2, NAN]}, on_problem="keep")
    assert card.points("1").tolist()[:2] == [2, 3] and card.points("2").tolist()[:2] == [4, 4]
    low, high = card.low("1"), card.high("1")
    assert low[2] == 0 and high[2] >= 4 * 10 / 12 and low[3] == 0 and high[3] == 4
    why = card.explain("2", "2")
    assert [(one.name, one.shown) for one in why.inputs] == [
        ("rate", "75"),
        ("a", "3"),
        ("b", "1"),
    ]


def test_what_is_computed_and_can_not_be_is_refused_by_its_name() -> None:
    made = framework(value("4 * rate / 100"), [*COUNTS, RATE])
    text = refusal(lambda: sauro.score(made, {"a": [0, 1], "b": [0, 1]}))
    assert 'variable rate, unit 1: the formula "100 * a / (a + b)" divides by zero' in text
    kept = sauro.score(made, {"a": [0, 1], "b": [0, 1]}, on_problem="keep")
    assert kept.points("1").tolist()[1] == 2 and np.isnan(kept.points("1")[0])
    assert [one.kind for one in kept.findings] == ["no_number"]
    assert ends(made, a=[NAN], b=[1])[0][0] == 0
    far = framework(value("4 * rate / 100"), [*COUNTS, RATE | {"formula": "100 * a"}])
    assert "outside of" in refusal(lambda: sauro.score(far, {"a": [2], "b": [1]}))
    given = refusal(lambda: sauro.score(made, {"a": [1], "b": [1], "rate": [3]}), 243)
    assert 'the variable "rate" is computed' in given
    assert "no_number" in [
        one.kind
        for one in sauro.score(made, {"a": [0, 1], "b": [0, NAN]}, on_problem="keep").findings
    ]


def test_computed_variables_are_rounded_to_their_decimals_and_may_use_one_another() -> None:
    share = {"name": "s", "formula": "a / (a + b)", "decimals": 2}
    twice = {"name": "t", "formula": "2 * s"}
    made = framework(value("t"), [*COUNTS, twice, share])
    assert points(made, a=[1, 2], b=[2, 1]) == [0.66, 1.34]


@pytest.mark.parametrize(
    ("variables", "criteria", "circle"),
    [
        ([{"name": "s", "formula": "t"}, {"name": "t", "formula": "s + 1"}], [], "s -> t -> s"),
        ([{"name": "s", "formula": "s + 1"}], [], "s -> s"),
        ([{"name": "s", "formula": "previous(s) + 1"}], [], "s -> s"),
        ([{"name": "s", "formula": "best(2 * s)"}], [], "s -> s"),
        ([], [leaf("1", "points('1')")], "'1' -> '1'"),
        ([], [leaf("1", "points('2')"), leaf("2", "points('1')")], "'1' -> '2' -> '1'"),
        ([{"name": "s", "formula": "points('')"}], [leaf("1", "s")], "s -> '' -> '1' -> s"),
    ],
)
def test_circles_are_told(variables: list[Any], criteria: list[Any], circle: str) -> None:
    made = framework(criteria or [leaf("1", "1")], variables, 4 * (len(criteria) or 1))
    assert ("cycle", f"formulas go in a circle: {circle}") in problems(made)


def test_names_inside_of_formulas_have_to_be_there() -> None:
    made = framework(value("best(x / y, z) + points('9') + s"), [{"name": "s", "formula": "w"}])
    assert {kind for kind, _ in problems(made)} == {"unknown_variable", "unknown_criterion"}
    told = " ".join(text for _, text in problems(made))
    assert all(f'"{name}"' in told for name in "xyzw9")


def test_points_of_another_criterion_are_an_input() -> None:
    criteria = [
        {"code": "1", "max": 8},
        leaf("1.1", "x", parent="1"),
        leaf("1.2", "y", parent="1"),
        leaf("2", "4 if percent('1') >= 50 else points('1.1')"),
        leaf("3", "weakest_part('1') / 25"),
    ]
    four = [{"name": n, "low": 0, "high": 4} for n in "xy"]
    made = framework(criteria, four, 16)
    assert made.validate() == []
    full = {"x": [4, 1, 0, 3], "y": [0, 2, 4, 3]}
    card = sauro.score(made, full)
    assert card.points("2").tolist() == [4, 1, 4, 4]
    assert card.points("3").tolist() == [0, 1, 0, 3]
    assert card.explain("2", "2").inputs[0].shown == "37,5"
    for holes in itertools.product([False, True], repeat=4):
        x = [NAN if hole else v for hole, v in zip(holes, full["x"], strict=True)]
        held = sauro.score(made, {"x": x, "y": full["y"]})
        for code in ("", "1", "2", "3"):
            assert (held.low(code) <= card.points(code)).all(), (code, holes)
            assert (card.points(code) <= held.high(code)).all(), (code, holes)
    open_but_sure = sauro.score(made, {"x": [NAN], "y": [4]})
    assert open_but_sure.low("2").tolist() == [4] == open_but_sure.high("2").tolist()


def test_a_criterion_that_does_not_apply_can_be_asked_for() -> None:
    criteria = [
        leaf("1", "x", if_not_applicable="leave_out"),
        leaf("2", "4 if not applies('1') or percent('1') >= 50 else 0"),
    ]
    made = framework(criteria, [TEN | {"high": 4}], 8)
    inputs = sauro.Inputs(made, ["A", "B", "C"])
    inputs.set("x", [1, 3, 1])
    inputs.exempt("1", units=["C"])
    assert sauro.score(made, inputs).points("2").tolist() == [0, 4, 4]


def test_the_period_before_of_what_is_computed() -> None:
    rule = {"type": "comparison", "of": "rate", "with": "previous(rate)"}
    rule |= {"better": 4, "equal": 2, "worse": 0}
    made = framework(rule, [*COUNTS, RATE])
    data = {"a": [[1, 1, 1], [2, 1, 1]], "b": [[1, 1, 1], [1, 1, 2]]}
    for periods in (["2024", "2025"], ["2025", "2026"]):
        card = sauro.score(made, data, periods=periods)
        assert card.points("1").tolist()[1] == [4, 2, 0]
    turned = {name: rows[::-1] for name, rows in data.items()}
    card = sauro.score(made, turned, periods=["2025", "2024"])
    assert card.points("1").tolist()[0] == [4, 2, 0]
    formula = framework(value("4 * (a / b > previous(a / b))"), COUNTS)
    assert sauro.score(formula, data, periods=["2024", "2025"]).points("1").tolist()[1] == [4, 0, 0]
    of_points = framework(
        [leaf("1", "a / 3"), leaf("2", "4 if points('1') > previous(points('1')) else 1")],
        COUNTS,
        8,
    )
    assert sauro.score(of_points, data, periods=["2024", "2025"]).points("2").tolist()[1] == [
        4,
        1,
        1,
    ]
    late = {"a": [[1, NAN], [2, 1]], "b": [[1, 1], [1, 1]]}
    holed = sauro.score(made, late, periods=["2024", "2025"])
    assert holed.low("1").tolist()[1] == [4, 0] and holed.high("1").tolist()[1] == [4, 4]


STATISTICS = {
    "best": max,
    "worst": min,
    "mean": mean,
    "median": median,
    "deviation": stdev,
    "count": lambda v: sum(1 for one in v if one),
    "share": lambda v: sum(1 for one in v if one) / len(v),
}


def of_groups(name: str, values: list[float], groups: list[int]) -> list[float]:
    out = []
    for own, group in zip(values, groups, strict=True):
        mates = [v for v, g in zip(values, groups, strict=True) if g == group]
        if name == "rank":
            out.append(1 + sum(1 for v in mates if v > own))
        elif name == "percentile":
            behind = sum(1 for v in mates if v <= own) - 1
            ahead = sum(1 for v in mates if v > own)
            out.append((len(mates) - 1 - ahead) / (len(mates) - 1) if len(mates) > 1 else 1)
            assert behind >= 0
        else:
            out.append(STATISTICS[name](mates) if len(mates) > 1 or name != "deviation" else NAN)
    return out


@pytest.mark.parametrize("name", [*STATISTICS, "rank", "percentile"])
def test_statistics_within_groups_are_those_of_a_naive_evaluator(name: str) -> None:
    rng = random.Random(name)
    made = framework(value(f"{name}(x + y, vung)"), [TEN, TEN | {"name": "y"}, REGION], 99)
    assert made.validate() == []
    for _ in range(20):
        groups = [0, 0, 1, 1, 1, 2, 2]
        rng.shuffle(groups)
        full = {n: [rng.randint(0, 5) for _ in groups] for n in "xy"}
        sums = [p + q for p, q in zip(full["x"], full["y"], strict=True)]
        expected = of_groups(name, sums, groups)
        assert points(made, vung=groups, **full) == pytest.approx(expected, abs=1e-8)
        holed = {n: [NAN if rng.random() < 0.2 else v for v in c] for n, c in full.items()}
        unknown: list[Any] = [None if rng.random() < 0.05 else g for g in groups]
        card = sauro.score(made, holed | {"vung": unknown})
        low, high = card.low("1"), card.high("1")
        assert (low - 1e-8 <= expected).all() and (expected <= high + 1e-8).all(), (holed, unknown)


def test_statistics_of_formulas_say_where_they_can_not_be_worked_out() -> None:
    made = framework(value("4 * a / (best(a / b) * b)"), COUNTS)
    assert points(made, a=[1, 2], b=[1, 1]) == [2, 4]
    text = refusal(lambda: points(made, a=[1, 2], b=[1, 0]))
    assert "divides by zero" in text
    shown = sauro.score(made, {"a": [1, NAN], "b": [1, 1]}).explain("1", "1").inputs
    assert {one.name for one in shown} == {"a", "best(a / b)", "b"}


LESS = TEN | {"direction": "lower"}


@pytest.mark.parametrize("variable", [TEN, LESS])
@pytest.mark.parametrize("by", ["", ", vung"])
def test_normalisations_by_name(variable: dict[str, Any], by: str) -> None:
    values, groups = [2.0, 4.0, 9.0, 1.0, 3.0], [0, 0, 0, 1, 1]
    sign = -1 if variable is LESS else 1
    expected: dict[str, list[float]] = {"min_max": [], "z_score": [], "percentile": []}
    for own, group in zip(values, groups, strict=True):
        mates = [v * sign for v, g in zip(values, groups, strict=True) if g == group or not by]
        mine, low, high = own * sign, min(mates), max(mates)
        expected["min_max"].append((mine - low) / (high - low))
        expected["z_score"].append((mine - mean(mates)) / stdev(mates))
        behind = sum(1 for v in mates if v < mine)
        expected["percentile"].append(behind / (len(mates) - 1))
    for name, one in expected.items():
        made = framework(value(f"{name}(x{by})"), [variable, REGION], 9, min=-9)
        assert points(made, x=values, vung=groups) == pytest.approx(one, abs=1e-8), name
        holed = sauro.score(made, {"x": [2, 4, NAN, 1, 3], "vung": groups})
        assert (holed.low("1") <= np.array(one) + 1e-8).all()
        assert (np.array(one) - 1e-8 <= holed.high("1")).all()


def test_distance_to_a_target_is_full_from_the_target_on() -> None:
    made = framework(value("to_target(x, 6)"), [TEN])
    assert points(made, x=[2, 4, 6, 9]) == [0, 0.5, 1, 1]
    less = framework(value("to_target(x, 4)"), [LESS])
    assert points(less, x=[2, 4, 6, 8]) == [1, 1, 0.5, 0]
    alike = framework(value("min_max(x)"), [TEN])
    assert "divides by zero" in refusal(lambda: points(alike, x=[3, 3]))


def test_lines_of_a_formula_are_no_columns() -> None:
    with pytest.raises(sauro.ParseError, match="là tên của một dòng"):
        sauro.Expression("s = a / b\nbest(s)")
    with pytest.raises(sauro.ParseError):
        sauro.Expression("points(1.1)")
    assert sauro.Expression('points("1.1") + best( a  /  b )').names == [
        "points('1.1')",
        "best(a / b)",
    ]
