"""What counts where inputs are missing: each policy, and what explain() says of it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import numpy as np
import pytest
import sauro
from scored import NAN, framework, points, problems
from test_frameworks import SCHEMA

XY = [{"name": n, "kind": "count", "high": 4} for n in "xy"]
REGION = {"name": "vung", "kind": "choice", "values": ["bắc", "nam"]}
SUM = {"type": "formula", "points": "x + y"}


def made(policy: str, **more: Any) -> sauro.Framework:
    one = framework(SUM, [*XY, REGION], 8, if_missing=policy, **more)
    assert one.validate() == [], problems(one)
    jsonschema.validate(json.loads(one.to_json()), SCHEMA)
    assert sauro.Framework.from_json(one.to_json()) == one
    return one


VALUES = {"x": [[1, 2, 3], [NAN, 2, NAN]], "y": [[2, NAN, 4], [3, 2, NAN]], "vung": [0, 0, 1]}


@pytest.mark.parametrize(
    ("policy", "expected", "words"),
    [
        ("zero", 0, "thiếu số liệu, tính 0 điểm"),
        ("lowest", -1, "thiếu số liệu, tính điểm thấp nhất"),
        ("worst_case", 3, "thiếu số liệu, tính theo trường hợp xấu nhất"),
        ("previous", 3, "thiếu số liệu, lấy điểm kỳ trước"),
        ("mean", 4, "thiếu số liệu, lấy điểm trung bình của các đơn vị"),
    ],
)
def test_a_policy_gives_points_and_says_so(policy: str, expected: float, words: str) -> None:
    card = sauro.score(made(policy, min=-1), VALUES, periods=["2024", "2025"])
    assert card.points("1")[1, 0] == expected == card.low("1")[1, 0] == card.high("1")[1, 0]
    why = card.explain("1", "1", "2025")
    assert why.reason == words and why.points == expected
    assert card.points("1")[1, 1] == 4 and card.explain("1", "2", "2025").reason.startswith("công")


def test_without_a_policy_points_are_a_range() -> None:
    card = sauro.score(made("unknown"), VALUES, periods=["2024", "2025"])
    assert np.isnan(card.points("1")[1, 0])
    assert (card.low("1")[1, 0], card.high("1")[1, 0]) == (3, 7)


def test_points_stay_open_where_the_policy_has_nothing_to_take() -> None:
    values = {"x": [[1, NAN], [NAN, NAN]], "y": [[1, 1], [1, 2]]}
    card = sauro.score(made("previous"), values | {"vung": 0}, periods=["2024", "2026"])
    assert np.isnan(card.points("1")).tolist() == [
        [False, True],
        [True, True],
    ]  # not the one before
    assert (card.low("1")[1, 0], card.high("1")[1, 0]) == (1, 5)
    card = sauro.score(made("previous"), values | {"vung": 0}, periods=["2025", "2026"])
    assert card.points("1")[1, 0] == 2 and np.isnan(card.points("1")[1, 1])
    assert card.explain("1", "2", "2026").reason == "thiếu số liệu"
    empty = sauro.score(made("mean"), {"x": [NAN, NAN], "y": [1, 2], "vung": 0})
    assert np.isnan(empty.points("1")).all()


def test_the_mean_is_of_the_units_of_a_group() -> None:
    rule = made("mean", if_missing_within="vung")
    values = {"x": [1, 3, NAN, 4, NAN, NAN], "y": [1, 1, 2, 3, 0, 0]}
    card = sauro.score(rule, values | {"vung": [0, 0, 0, 1, 1, None]})
    assert card.points("1").tolist()[:5] == [2, 4, 3, 7, 7] and np.isnan(card.points("1")[5])
    assert card.explain("1", "3").reason.endswith("trung bình của các đơn vị cùng vung")


def test_worst_cases_are_those_that_known_inputs_leave() -> None:
    rows = [{"when": [">= 2", "-"], "points": 4}, {"when": ["< 2", ">= 2"], "points": 2}]
    rows += [{"when": ["< 2", "< 2"], "points": 0}]
    rule = {"type": "table", "of": ["x", "y"], "rows": rows}
    one = framework(rule, XY, 4, if_missing="worst_case")
    assert points(one, x=[NAN, NAN, 3, NAN], y=[3, 0, NAN, NAN]) == [2, 0, 4, 0]


@pytest.mark.parametrize(
    "more",
    [
        {"if_missing": "zero", "min": 1},
        {"if_missing": "lowest", "if_missing_within": "vung"},
        {"if_missing": "mean", "if_missing_within": "huyen"},
    ],
)
def test_policies_that_can_not_be_are_problems(more: dict[str, Any]) -> None:
    assert len(problems(framework(SUM, [*XY, REGION], 8, **more))) == 1
