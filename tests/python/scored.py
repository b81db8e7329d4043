"""Small frameworks and what they give, for tests of scoring."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sauro

NAN = float("nan")


def framework(
    rule: dict[str, Any] | list[dict[str, Any]],
    variables: list[Any],
    top: float = 4,
    head: dict[str, Any] | None = None,
    total: dict[str, Any] | None = None,
    **more: Any,
) -> sauro.Framework:
    """One criterion "1" with a rule, or the criteria that a list gives."""
    one = {"code": "1", "max": top, "rule": rule} | more
    criteria = rule if isinstance(rule, list) else [one]
    data = {
        "schema": "sauro/framework/1",
        "id": "thu",
        "total": {"max": top} | (total or {}),
        "variables": [{"name": v} if isinstance(v, str) else v for v in variables],
        "criteria": criteria,
    }
    return sauro.Framework.from_json(json.dumps(data | (head or {})))


def points(made: sauro.Framework, code: str = "1", **values: Any) -> list[float]:
    """Points of a criterion by unit."""
    given: list[float] = sauro.score(made, values).points(code).tolist()
    return given


def ends(made: sauro.Framework, code: str = "1", **values: Any) -> list[tuple[float, float]]:
    """What is still possible, by unit."""
    card = sauro.score(made, values)
    return list(zip(card.low(code).tolist(), card.high(code).tolist(), strict=True))


def refusal(call: Any, code: int = 244) -> str:
    """English text of the error that a call raises."""
    with pytest.raises(sauro.Error) as caught:
        call()
    assert caught.value.code == code, caught.value.to_text("en")
    return caught.value.to_text("en")


def problems(made: sauro.Framework) -> list[tuple[str, str]]:
    """Kinds and English messages of what is wrong with a framework."""
    return [(one.kind, one.message_en) for one in made.validate()]
