"""What notebooks show of explanations; the core asks for it."""

from __future__ import annotations

from sauro._core import Explanation
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["explanation_html"]


def explanation_html(why: Explanation) -> str:
    """Show points, rule and case, the inputs that were used, and the parts."""
    missing = why.points != why.points
    points = f"{why.low:g} đến {why.high:g}" if missing else f"{why.points:g}"
    facts = {
        "Điểm": f"{points} / {why.max:g}" if why.applies else "không áp dụng",
        "Quy tắc": why.rule,
        "Vì": why.reason,
        "Căn cứ": why.legal_reference,
    }
    inputs = {
        "name": [one.name for one in why.inputs],
        "title": [one.title for one in why.inputs],
        "value": [one.shown for one in why.inputs],
        "evidence": [one.evidence or None for one in why.inputs],
    }
    table = Table(inputs)._repr_html_() if why.inputs else ""
    parts = "".join(explanation_html(part) for part in why.parts)
    nested = f'<div style="padding-left:1.5em">{parts}</div>' if parts else ""
    place = " – ".join(filter(None, (why.unit, why.period)))
    return block(f"{why.code} {why.title} ({place})".strip(), facts, table, nested)
