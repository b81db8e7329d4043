"""Ceilings and floors of groups and rules, bonuses and penalties, as decrees word them."""

from __future__ import annotations

import itertools
import json
from typing import Any

import jsonschema
import numpy as np
import pytest
import sauro
from scored import NAN, ends, framework, points, problems
from test_frameworks import SCHEMA

COUNT = {"kind": "count", "high": 20}
XY = [COUNT | {"name": "x"}, COUNT | {"name": "y"}]


def tally(**each: float) -> dict[str, Any]:
    terms = [{"of": name, "each": value} for name, value in each.items()]
    return {"type": "count", "terms": terms}


def group(top: float, bottom: float, parts: list[dict[str, Any]], **more: Any) -> Any:
    """A group beside the total, whose parts have ceilings of their own."""
    base = {"code": "1", "max": 90, "rule": {"type": "formula", "points": "90"}}
    head = {"code": "2", "outside": True, "min": bottom, "max": top, "capped": True} | more
    inner = [{"parent": "2", "outside": True} | part for part in parts]
    return framework([base, head, *inner], XY, 90)


def clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def naive(x: float, y: float) -> float:
    """Điểm thưởng: mỗi x 2 điểm, tối đa 6; mỗi y trừ 1,5, tối đa trừ 5; tổng trong [-3, 4]."""
    return clip(clip(2 * x, 0, 6) + clip(-1.5 * y, -5, 0), -3, 4)


def test_a_group_is_cut_after_its_parts_are() -> None:
    made = group(
        4,
        -3,
        [
            {"code": "2.1", "max": 6, "rule": tally(x=2)},
            {"code": "2.2", "min": -5, "max": 0, "rule": tally(y=-1.5)},
        ],
    )
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert sauro.Framework.from_json(made.to_json()) == made
    cases = list(itertools.product([0, 1, 2, 3, 9, NAN], repeat=2))
    x, y = np.array(cases, dtype=float).T
    card = sauro.score(made, {"x": x, "y": y})
    for i, (a, b) in enumerate(cases):
        possible = [
            naive(p, q)
            for p in ([a] if a == a else range(21))
            for q in ([b] if b == b else range(21))
        ]
        found = (card.low("2")[i], card.high("2")[i])
        assert found == (min(possible), max(possible)), (a, b)
        if a == a and b == b:
            assert card.points("2")[i] == naive(a, b)
            assert card.total[i] == 90 + naive(a, b)
            why = card.explain("2", str(i + 1))
            assert sum(part.points for part in why.parts) + why.adjusted == why.points


def test_a_group_whose_parts_pass_its_maximum_is_cut_only_where_it_says_so() -> None:
    parts = [
        {"code": f"1.{i}", "parent": "1", "max": 7, "rule": {"type": "value", "of": name}}
        for i, name in enumerate("xy")
    ]
    head = {"code": "1", "max": 10, "combine": "sum"}
    assert problems(framework([head, *parts], XY, 10)) == [
        ("maximum", "its maximum is 10, but its parts add up to 14")
    ]
    cut = framework([head | {"capped": True}, *parts], XY, 10)
    assert cut.validate() == []
    assert points(cut, x=[7, 3, 0], y=[7, 4, 0]) == [10, 7, 0]
    assert ends(cut, x=[7, NAN], y=[NAN, 1]) == [(7, 10), (1, 8)]
    short = framework([head | {"capped": True, "max": 15}, *parts], XY, 15)
    assert [kind for kind, _ in problems(short)] == ["maximum"]  # nobody can reach it


def test_parts_that_do_not_apply_to_a_capped_group_scale_before_the_cut() -> None:
    parts = [
        {
            "code": f"1.{i}",
            "parent": "1",
            "max": 6,
            "if_not_applicable": "leave_out",
            "rule": {"type": "value", "of": name},
        }
        for i, name in enumerate("xy")
    ]
    made = framework([{"code": "1", "max": 10, "capped": True}, *parts], XY, 10)
    inputs = sauro.Inputs(made, ["a", "b", "c"])
    inputs.set("x", [4, 6, 4])
    inputs.set("y", [3, 6, 3])
    inputs.exempt("1.1", units=["a", "b"])
    card = sauro.score(made, inputs)
    assert card.points("1").tolist() == [8, 10, 7]  # 12 * 4 / 6; 12 is cut; nothing is left out


def test_counts_have_both_signs_and_stop_at_both_ends() -> None:
    made = framework(tally(x=1, y=-0.5), XY, 5, min=-2)
    assert made.validate() == []
    assert points(made, x=[0, 9, 1, 2], y=[9, 0, 1, 2]) == [-2, 5, 0.5, 1]
    assert ends(made, x=[NAN, 1], y=[2, NAN]) == [(-1, 5), (-2, 1)]
    card = sauro.score(made, {"x": [0, 9, 1], "y": [9, 0, 1]})
    reasons = [card.explain("1", unit).reason for unit in "123"]
    assert reasons == [
        "mỗi x được 1; mỗi y trừ 0,5; đã ở mức thấp nhất",
        "mỗi x được 1; mỗi y trừ 0,5; đã đạt tối đa",
        "mỗi x được 1; mỗi y trừ 0,5",
    ]
    assert [kind for kind, _ in problems(framework({"type": "deduction"} | _terms(-1), XY))] == [
        "rule"
    ]


def _terms(each: float) -> dict[str, Any]:
    return {"terms": [{"of": "x", "each": each}]}


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "formula", "points": "x - y"},
        {"type": "value", "of": "x - y"},
        {
            "type": "table",
            "of": ["x", "y"],
            "hit": "sum",
            "rows": [
                {"when": [">= 0", "-"], "points": "x"},
                {"when": ["-", ">= 0"], "points": "0 - y"},
            ],
        },
    ],
)
def test_a_capped_rule_is_cut_where_another_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(sauro.ValidationError):
        points(framework(rule, XY, 4, min=-1), x=[9], y=[0])
    made = framework(rule, XY, 4, min=-1, capped=True)
    assert points(made, x=[9, 0, 2], y=[0, 9, 1]) == [4, -1, 1]
    assert ends(made, x=[9, NAN], y=[NAN, 9]) == [(-1, 4), (-1, 4)]
    assert "cắt trong khoảng -1 đến 4" in sauro.score(made, {"x": [9], "y": [0]}).explain("1").rule


def test_a_capped_checklist_may_offer_more_than_its_maximum() -> None:
    items = [{"of": name, "points": 3} for name in "xy"]
    rule = {"type": "checklist", "items": items}
    assert [kind for kind, _ in problems(framework(rule, XY, 4))] == ["maximum"]
    made = framework(rule, XY, 4, capped=True)
    assert points(made, x=[1, 1, 0], y=[1, 0, 0]) == [4, 3, 0]
    assert ends(made, x=[1, NAN], y=[NAN, 0]) == [(3, 4), (0, 3)]
