"""Why a criterion has its points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sauro import _core
from sauro._base.errors import Problem
from sauro._base.values import MissingEqual
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["Explanation", "RefusedValue", "UsedInput", "explanation_of"]


@dataclass(frozen=True, eq=False)
class RefusedValue(MissingEqual):
    """A value that was refused; its points are missing.

    Examples
    --------
    >>> import sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> card = sauro.score(pgi, {"1": [99.0]}, units=["Bắc Ninh"], on_problem="keep")
    >>> card.findings[0].criterion, card.findings[0].value
    ('1', 99.0)
    >>> print(card.findings[0].to_text("en"))
    criterion 1, unit Bắc Ninh: 99 points are outside of [0, 10] (giam_o_nhiem = 99)
    """

    kind: str
    criterion: str
    variable: str
    unit: str
    period: str
    value: float
    code: int
    where: str
    message: str
    message_en: str

    def to_text(self, language: str = "vi") -> str:
        """Give place and message in Vietnamese (``vi``) or English (``en``)."""
        return Problem(self.code, self.where, self.message, self.message_en).to_text(language)


@dataclass(frozen=True, eq=False)
class UsedInput(MissingEqual):
    """An input of one criterion for one unit; `value` is NaN where it is missing.

    `shown` is the value for people: ``0,25 %``, ``31/3/2026``, ``có``.

    Examples
    --------
    >>> import sauro
    >>> example = sauro.Framework.load("commune-example")
    >>> card = sauro.score(example, {"sang_kien": [1]}, units=["An Lộc"])
    >>> one = card.explain("1.5").inputs[0]
    >>> one.name, one.shown
    ('sang_kien', '1')
    """

    name: str
    title: str
    value: float
    shown: str
    stage: str | None
    evidence: str


@dataclass(frozen=True, eq=False)
class Explanation(MissingEqual):
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

    Examples
    --------
    >>> import sauro
    >>> example = sauro.Framework.load("commune-example")
    >>> why = sauro.score(example, {"sang_kien": [1]}, units=["An Lộc"]).explain("1.5")
    >>> why.points, why.lost, why.rule_type
    (0.75, 0.75, 'count')
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

    def to_json(self) -> str:
        """Write as JSON (``sauro/explanation/1``), its parts inside of it."""
        return _core.explanation_json(self)

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        missing = self.points != self.points
        points = f"{self.low:g} đến {self.high:g}" if missing else f"{self.points:g}"
        facts = {
            "Điểm": f"{points} / {self.max:g}" if self.applies else "không áp dụng",
            "Quy tắc": self.rule,
            "Vì": self.reason,
            "Căn cứ": self.legal_reference,
        }
        inputs = {
            "name": [one.name for one in self.inputs],
            "title": [one.title for one in self.inputs],
            "value": [one.shown for one in self.inputs],
            "evidence": [one.evidence or None for one in self.inputs],
        }
        table = Table(inputs)._repr_html_() if self.inputs else ""
        parts = "".join(part._repr_html_() for part in self.parts)
        nested = f'<div style="padding-left:1.5em">{parts}</div>' if parts else ""
        place = " – ".join(filter(None, (self.unit, self.period)))
        return block(f"{self.code} {self.title} ({place})".strip(), facts, table, nested)


def explanation_of(data: dict[str, Any]) -> Explanation:
    """Make it of what the core gives."""
    inputs = [UsedInput(*item) for item in data.pop("inputs")]
    parts = [explanation_of(part) for part in data.pop("parts")]
    return Explanation(inputs=inputs, parts=parts, **data)


for _class in (Explanation, RefusedValue, UsedInput):
    _class.__module__ = "sauro"
