"""Why a criterion has its points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Explanation", "RefusedValue", "UsedInput", "explanation_of"]


@dataclass(frozen=True)
class RefusedValue:
    """A value that was refused; its points are missing."""

    kind: str
    code: str
    variable: str
    unit: str
    period: str
    value: float
    message: str


@dataclass(frozen=True)
class UsedInput:
    """An input of one criterion for one unit; `value` is NaN where it is missing.

    `shown` is the value for people: ``0,25 %``, ``31/3/2026``, ``có``.
    """

    name: str
    title: str
    value: float
    shown: str
    stage: str | None
    evidence: str


@dataclass(frozen=True)
class Explanation:
    """Why a criterion has its points.

    Attributes
    ----------
    points, low, high, max, lost : float
        NaN where points are missing; `low` and `high` are what is still possible.
    applies : bool
        False for a criterion that is left out for this unit.
    rule, reason : str
        What the rule asks for, and which of its cases held; Vietnamese (`_en`: English).
    inputs : list of UsedInput
        With the stage and the evidence of each.
    parts : list of Explanation
        Of a criterion with parts.
    text : str
        All of it in Vietnamese.
    """

    code: str
    title: str
    unit: str
    period: str
    points: float
    low: float
    high: float
    max: float
    lost: float
    applies: bool
    rule_type: str
    rule: str
    rule_en: str
    reason: str
    reason_en: str
    legal_reference: str
    inputs: list[UsedInput]
    parts: list[Explanation]
    text: str

    def __str__(self) -> str:
        return self.text


def explanation_of(data: dict[str, Any]) -> Explanation:
    """Make it of what the core gives."""
    inputs = [UsedInput(*item) for item in data.pop("inputs")]
    parts = [explanation_of(part) for part in data.pop("parts")]
    return Explanation(inputs=inputs, parts=parts, **data)


for _class in (Explanation, RefusedValue, UsedInput):
    _class.__module__ = "sauro"
