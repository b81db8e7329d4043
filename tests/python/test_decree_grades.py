"""Grades with conditions, by rank or share of units, and lowered by what happened."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import jsonschema
import numpy as np
import pytest
import sauro
from scored import NAN, framework, problems
from test_frameworks import SCHEMA

VARIABLES = [
    {"name": "x", "low": 0, "high": 50},
    {"name": "y", "low": 0, "high": 50},
    {"name": "ky_luat", "kind": "yes_no"},
]
LABELS = ["Xuất sắc", "Tốt", "Khá", "Yếu"]
GRADES: list[dict[str, Any]] = [
    {"label": "Xuất sắc", "from": 90, "needs": ["weakest_leaf('') >= 50", "not ky_luat"]},
    {"label": "Tốt", "from": 80, "needs": ["weakest_leaf('') >= 40"]},
    {"label": "Khá", "from": 50},
    {"label": "Yếu", "from": 0},
]


def graded(scale: dict[str, Any]) -> sauro.Framework:
    criteria = [
        {"code": code, "max": 50, "rule": {"type": "value", "of": of}}
        for code, of in (("1", "x"), ("2", "y"))
    ]
    return framework(criteria, VARIABLES, 100, head={"grades": scale})


def known(made: sauro.Framework, **values: Any) -> list[str | None]:
    labels: list[str | None] = sauro.score(made, values).grade().tolist()
    return labels


def test_conditions_stand_beside_thresholds() -> None:
    made = graded({"grades": GRADES})
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert sauro.Framework.from_json(made.to_json()) == made
    values = {"x": [50, 50, 50, 50, 10], "y": [45, 45, 40, 19, 5], "ky_luat": [0, 1, 0, 0, 0]}
    assert known(made, **values) == ["Xuất sắc", "Tốt", "Xuất sắc", "Khá", "Yếu"]
    card = sauro.score(made, values)
    why = card.explain("", "2")
    assert (why.grade, why.grade_reason) == ("Tốt", "Xuất sắc không đạt điều kiện not ky_luat")
    assert "Xếp loại: Tốt (Xuất sắc không đạt điều kiện not ky_luat)" in why.text
    assert card.explain("1", "2").grade == ""


def test_a_grade_stays_open_where_what_it_depends_on_is_open() -> None:
    made = graded({"grades": GRADES})
    card = sauro.score(made, {"x": [50, 50, 45], "y": [45, NAN, 45], "ky_luat": [NAN, 0, 0]})
    assert card.grade().tolist() == [None, None, "Xuất sắc"]
    assert card.grade_low().tolist() == ["Tốt", "Khá", "Xuất sắc"]
    assert card.grade_high().tolist() == ["Xuất sắc"] * 3
    why = card.explain("", "1")
    assert why.grade == "" and why.grade_reason.startswith("còn để ngỏ, từ Tốt đến Xuất sắc")
    assert why.grade_reason_en.endswith("Xuất sắc: not known whether not ky_luat")
    sure = sauro.score(made, {"x": [0], "y": [NAN], "ky_luat": [NAN]})
    assert sure.grade_high().tolist() == ["Khá"]  # at most 50 points


def test_a_grade_that_missing_inputs_can_not_change_is_known() -> None:
    made = graded({"grades": [{"label": "Đạt", "from": 50}, {"label": "Chưa", "from": 0}]})
    card = sauro.score(made, {"x": [50, 0], "y": [NAN, 10], "ky_luat": 0})
    assert np.isnan(card.total[0]) and card.grade().tolist() == ["Đạt", "Chưa"]


def test_lowered_by_a_grade_and_to_one_at_best() -> None:
    lower = [{"if": "ky_luat", "by": 1}, {"if": "percent('2') < 50", "at_most": "Khá"}]
    plain = [{k: v for k, v in one.items() if k != "needs"} for one in GRADES]
    made = graded({"grades": plain, "lower": lower})
    assert made.validate() == []
    jsonschema.validate(json.loads(made.to_json()), SCHEMA)
    assert sauro.Framework.from_json(made.to_json()) == made
    values = {"x": [50, 50, 50, 0, 50], "y": [45, 45, 20, 5, NAN], "ky_luat": [0, 1, 0, 1, 1]}
    card = sauro.score(made, values)
    assert card.grade().tolist()[:4] == ["Xuất sắc", "Tốt", "Khá", "Yếu"]
    assert (card.grade_low()[4], card.grade_high()[4]) == ("Yếu", "Tốt")
    assert card.explain("", "2").grade_reason == "hạ 1 bậc vì ky_luat"
    assert "không quá Khá nếu percent('2') < 50" in card.explain("", "5").grade_reason


def test_grades_by_rank_and_by_share_of_units() -> None:
    top = [
        {"label": "Nhất", "from": 0, "needs": ["rank(points('')) == 1"]},
        {"label": "Tốp", "from": 0, "needs": ["rank(points('')) <= 0.4 * count(1)"]},
        {"label": "Còn lại", "from": 0},
    ]
    made = graded({"grades": top})
    assert made.validate() == []
    values = {"x": [10, 50, 30, 40, 20], "y": 0, "ky_luat": 0}
    assert known(made, **values) == ["Còn lại", "Nhất", "Còn lại", "Tốp", "Còn lại"]
    open_ = sauro.score(made, values | {"x": [10, 50, 30, 40, NAN]})
    assert open_.grade_low().tolist() == ["Còn lại", "Nhất", "Còn lại", "Còn lại", "Còn lại"]
    assert open_.grade_high().tolist() == ["Còn lại", "Nhất", "Còn lại", "Tốp", "Nhất"]


def naive(x: float, y: float, ky_luat: float) -> int:
    total, weakest = x + y, min(x, y) * 2
    if total >= 90 and weakest >= 50 and not ky_luat:
        grade = 0
    elif total >= 80 and weakest >= 40:
        grade = 1
    else:
        grade = 2 if total >= 50 else 3
    return min(grade + 1, 3) if y < 25 else grade


def test_the_true_grade_lies_in_the_range() -> None:
    made = graded({"grades": GRADES, "lower": [{"if": "y < 25", "by": 1}]})
    rng = random.Random(5)
    for _ in range(60):
        full = [[rng.choice([0, 15, 24, 25, 40, 45, 50]) for _ in range(2)] for _ in range(8)]
        rows = [[*one, rng.randint(0, 1)] for one in full]
        truth = [naive(*one) for one in rows]
        holed = [[NAN if rng.random() < 0.3 else v for v in one] for one in rows]
        columns = np.array(holed, dtype=float).T
        card = sauro.score(made, dict(zip(("x", "y", "ky_luat"), columns, strict=True)))
        best = [LABELS.index(one) for one in card.grade_high()]
        worst = [LABELS.index(one) for one in card.grade_low()]
        for b, t, w, one, label in zip(best, truth, worst, holed, card.grade(), strict=True):
            assert b <= t <= w, one
            assert label == (LABELS[t] if b == w else None)
            assert not (b < w and not any(v != v for v in one))


@pytest.mark.parametrize(
    "scale",
    [
        {"grades": GRADES, "lower": [{"if": "ky_luat", "by": 0}]},
        {"grades": GRADES, "lower": [{"if": "ky_luat", "at_most": "Giỏi"}]},
        {"grades": GRADES, "lower": [{"if": "ky_luat", "by": 1, "at_most": "Khá"}]},
        {"groups": ["A", "B"], "lower": [{"if": "ky_luat", "by": 1}]},
        {"grades": [{"label": "A", "from": 5, "needs": "z"}]},
        {"grades": [{"label": "A", "from": 5, "needs": "points('7') > 1"}]},
        {"grades": [{"label": "A", "from": 5}, {"label": "B", "from": 5}]},
    ],
)
def test_conditions_that_can_not_be_are_problems(scale: dict[str, Any]) -> None:
    assert len(problems(graded(scale))) == 1


def test_conditions_are_of_the_total() -> None:
    card = sauro.score(graded({"grades": GRADES}), {"x": [1], "y": [1], "ky_luat": 0})
    with pytest.raises(sauro.ValidationError) as caught:
        card.grade("1")
    assert caught.value.code == 245


def test_grades_follow_units_when_these_change_places() -> None:
    made = graded({"grades": GRADES})
    values = {"x": [50, 30, NAN], "y": [45, 30, 50], "ky_luat": [0, 1, 0]}
    card = sauro.score(made, values)
    for order in itertools.permutations(range(3)):
        turned = {name: [column[i] for i in order] for name, column in values.items()}
        again = sauro.score(made, turned)
        assert again.grade_low().tolist() == [card.grade_low().tolist()[i] for i in order]
