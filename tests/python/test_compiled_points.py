"""Compiled rules that ask what other criteria have."""

from __future__ import annotations

from typing import Any

import sauro
from conftest import refused


def halves(points: Any) -> sauro.Framework:
    criteria = [
        {"code": "1", "max": 4},
        {"code": "1.1", "parent": "1", "max": 4, "rule": {"type": "value", "of": "x"}},
        {"code": "2", "max": 10},
    ]
    made = sauro.Framework.from_json(
        {
            "schema": "sauro/framework/1",
            "id": "nua",
            "total": {"max": 14},
            "variables": [{"name": "x", "kind": "number"}],
            "criteria": criteria,
        }
    )
    made.rule("2", compiled=True)(points)
    return made


def test_compiled_rules_use_what_other_criteria_have() -> None:
    def half(x: float) -> float:
        if applies("1.1") and percent("1") >= 50:  # type: ignore[name-defined] # noqa: F821
            return points("1.1") / 2 + x  # type: ignore[name-defined, no-any-return] # noqa: F821
        return weakest_leaf("1") / 100  # type: ignore[name-defined, no-any-return] # noqa: F821

    card = sauro.score(halves(half), {"x": [4, 2, 1]})
    assert card.points("2").tolist() == [6, 3, 0.25]


def test_codes_stand_in_compiled_rules_themselves() -> None:
    def of_a_name(x: float) -> float:
        return points(x)  # type: ignore[name-defined, no-any-return] # noqa: F821

    def of_two(x: float) -> float:
        return points("1", "2") + x  # type: ignore[name-defined, no-any-return] # noqa: F821

    for wrong in (of_a_name, of_two):
        with refused(sauro.ParseError, match="takes the code of a criterion"):
            halves(wrong)

    def unknown(x: float) -> float:
        return points("9") + x  # type: ignore[name-defined, no-any-return] # noqa: F821

    assert "9" in str(halves(unknown).validate())
