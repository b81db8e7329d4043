"""What notebooks show of a value: its name, facts about it, tables below."""

from __future__ import annotations

from collections.abc import Mapping

from sauro._base.shown import escaped

__all__ = ["block"]

_STYLE = "text-align:left;vertical-align:top;padding:.1em .8em .1em 0;border:0"


def block(title: str, facts: Mapping[str, object], *parts: str) -> str:
    """Write HTML; facts that are None or empty are left out, parts are HTML already."""
    rows = "".join(
        f'<tr><th scope="row" style="{_STYLE}">{escaped(name)}</th>'
        f'<td style="{_STYLE}">{escaped(str(value))}</td></tr>'
        for name, value in facts.items()
        if value is not None and value != ""
    )
    table = f'<table style="border-collapse:collapse">{rows}</table>' if rows else ""
    head = f"<p><strong>{escaped(title)}</strong></p>"
    return f'<div class="sauro" style="overflow-x:auto">{head}{table}{"".join(parts)}</div>'
