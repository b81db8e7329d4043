"""What notebooks show of explanations; the core asks for it."""

from __future__ import annotations

from sauro._core import Explanation
from sauro.table._blocks import block
from sauro.table._rows_shown import points_text
from sauro.table._table import Table

__all__ = ["explanation_html"]


def explanation_html(why: Explanation) -> str:
    """Show points, rule and case, the inputs that were used, and the parts."""
    missing = why.points != why.points
    points = (
        f"{points_text(why.low)} đến {points_text(why.high)}"
        if missing
        else points_text(why.points)
    )
    facts = {
        "Điểm": f"{points} / {points_text(why.max)}" if why.applies else "không áp dụng",
        "Quy tắc": why.rule,
        "Vì": why.reason,
        "Căn cứ": why.legal_reference,
    }
    inputs: dict[str, list[str]] = {
        "Biến": [one.name for one in why.inputs],
        "Tên": [one.title for one in why.inputs],
        "Giá trị": [one.shown for one in why.inputs],
        "Minh chứng": [one.evidence for one in why.inputs],
    }
    inputs = {name: texts for name, texts in inputs.items() if any(texts)}
    table = Table(inputs)._repr_html_() if why.inputs else ""
    parts = "".join(explanation_html(part) for part in why.parts)
    nested = f'<div style="padding-left:1.5em">{parts}</div>' if parts else ""
    place = " – ".join(filter(None, (why.unit, why.period)))
    return block(f"{why.code} {why.title} ({place})".strip(), facts, table, nested)
