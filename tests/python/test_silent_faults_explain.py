"""What is said of points adds up to them."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import numpy as np
import pytest
import sauro
from scored import NAN, framework


def leaf(code: str, parent: str = "", top: float = 4, **more: Any) -> dict[str, Any]:
    name = "v" + code.replace(".", "_")
    rule = {"type": "value", "of": name}
    return {"code": code, "parent": parent, "max": top, "rule": rule} | more


def names(criteria: list[dict[str, Any]]) -> list[str]:
    return [one["rule"]["of"] for one in criteria if "rule" in one]


def tree(**parent: Any) -> sauro.Framework:
    parts = [
        leaf("1.1", "1", if_not_applicable="leave_out"),
        leaf("1.2", "1", 6, if_not_applicable="leave_out"),
        leaf("1.3", "1", 2, outside=True),
        leaf("1.4", "1", 0, outside=True, min=-3),
    ]
    criteria = [
        {"code": "1", "max": 10, "if_not_applicable": "leave_out"} | parent,
        *parts,
        leaf("2", "", 5, if_not_applicable="leave_out"),
    ]
    return framework(criteria, names(criteria), 15)


def parts_add_up(why: sauro.Explanation) -> None:
    if not why.parts or not why.applies:
        return
    gained = sum(part.points for part in why.parts if part.applies)
    assert why.points == pytest.approx(gained + why.adjusted)
    if all(part.applies for part in why.parts):
        assert why.lost == pytest.approx(sum(part.lost for part in why.parts) - why.adjusted)
    for part in why.parts:
        parts_add_up(part)


@pytest.mark.parametrize(
    "parent", [{}, {"capped": True}, {"decimals": 0}, {"capped": True, "decimals": 1}]
)
def test_explanations_add_up_with_bonuses_caps_and_parts_that_do_not_apply(
    parent: dict[str, Any],
) -> None:
    made = tree(**parent)
    rng = random.Random(3)
    for _ in range(40):
        inputs = sauro.Inputs(made, ["A"])
        for name, low, high in (("v1_1", 0, 4), ("v1_2", 0, 6), ("v1_3", 0, 2), ("v2", 0, 5)):
            inputs.set(name, [round(rng.uniform(low, high), 2)])
        inputs.set("v1_4", [round(rng.uniform(-3, 0), 2)])
        for code in ("1.1", "1.2"):
            if rng.random() < 0.3:
                inputs.exempt(code)
        parts_add_up(sauro.score(made, inputs).explain())


def test_a_cut_is_told() -> None:
    made = tree(capped=True)
    values = {"v1_1": [4], "v1_2": [6], "v1_3": [2], "v1_4": [-1], "v2": [5]}
    why = sauro.score(made, values).explain("1")
    assert (why.points, why.adjusted, why.lost) == (10, -1, 0)
    assert "các tiêu chí thành phần cộng lại được 11" in why.text
    assert json.loads(why.to_json())["adjusted"] == -1
    assert [part.lost for part in why.parts] == [0, 0, -2, 1]


def test_values_say_why_in_one_line() -> None:
    made = tree()
    values = {"v1_1": [3], "v1_2": [6], "v1_3": [0], "v1_4": [0], "v2": [NAN]}
    text = sauro.score(made, values).explain().text
    assert len(text.splitlines()) == 1 + 1 + len(made.criteria)
    assert "  1.1. : 3/4 điểm, mất 1 [tự chấm]" in text.replace("1.1.  ", "1.1. ")
    assert "thiếu số liệu" in text


@pytest.mark.parametrize(
    ("source", "words", "stage"),
    [
        ("survey", "[điều tra]", "survey"),
        ("statistics", "[thống kê]", None),
        ("self_assessment", "[tự chấm]", "self"),
        ("appraisal", "[tự chấm]", "self"),
    ],
)
def test_a_value_has_the_source_that_its_criterion_says(
    source: str, words: str, stage: str | None
) -> None:
    for rule in ({"type": "value", "of": "x"}, {"type": "formula", "points": "x / 2"}):
        made = framework(rule, ["x"], source=source)
        card = sauro.score(made, {"x": [2]})
        why = card.explain("1")
        assert words in why.text and why.inputs[0].stage == stage and why.source == source
        assert card.reasons("1")["x stage"].tolist() == [stage]
    appraised = sauro.score(made, {"x": {"self": [2], "appraisal_1": [1]}})
    assert "[thẩm định lần 1]" in appraised.explain("1").text


def test_differences_add_up_whatever_applies() -> None:
    shapes = ["sum", "weighted_mean", "minimum", "geometric_mean"]
    rng = random.Random(11)
    for combine, capped in itertools.product(shapes, (False, True)):
        made = tree(combine=combine, capped=capped)
        leaves = ["1.1", "1.2", "2"]
        for _ in range(60):
            inputs = sauro.Inputs(made, ["A", "B"])
            tops = {"v1_1": 4, "v1_2": 6, "v1_3": 2, "v2": 5}
            for name, top in tops.items():
                inputs.set(name, [round(rng.uniform(0.5, top), 2) for _ in "AB"])
            inputs.set("v1_4", [round(rng.uniform(-1, 0), 2) for _ in "AB"])
            for code in leaves:
                left = [unit for unit in "AB" if rng.random() < 0.35]
                if left:
                    inputs.exempt(code, units=left)
            card = sauro.score(made, inputs)
            if np.isnan(card.total).any():
                continue
            rows = {row["code"]: row for row in card.difference("A", "B").to_dicts()}
            whole = card.total[1] - card.total[0]
            assert rows[""]["contribution"] == pytest.approx(whole)
            assert rows["1"]["contribution"] + rows["2"]["contribution"] == pytest.approx(whole)
            parts = sum(rows[f"1.{k}"]["contribution"] for k in range(1, 5))
            assert parts == pytest.approx(rows["1"]["contribution"]), (combine, rows)


def test_a_unit_that_nothing_applies_to_has_no_score() -> None:
    criteria = [leaf("1"), leaf("2", "", 6), leaf("3", "", 1, outside=True)]
    made = framework(criteria, names(criteria), 10)

    def scored(one: sauro.Framework, code: list[str]) -> sauro.Scorecard:
        inputs = sauro.Inputs(one, ["A", "B"])
        for name in ("v1", "v2", "v3"):
            inputs.set(name, [1, 1])
        for each in code:
            inputs.exempt(each, units=["A"])
        return sauro.score(one, inputs)

    for codes in ([""], ["1", "2"], ["1", "2", "3"]):
        card = scored(made, codes)
        assert np.isnan(card.total[0]) and card.total[1] == 3
        assert np.isnan(card.low()[0]) and np.isnan(card.high()[0]) and np.isnan(card.rank()[0])
        assert np.isnan(card.points("1")[0]) and not card.explain("", "A").applies
    assert scored(made, ["1"]).total.tolist() == [6, 3]
    full = framework(criteria, names(criteria), 10, head={"full_if_exempt": True})
    assert scored(full, ["1", "2"]).total.tolist() == [11, 3]
    assert sauro.Framework.from_json(full.to_json()) == full
