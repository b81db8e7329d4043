"""Tables as HTML for a notebook."""

from __future__ import annotations

from typing import Any

from sauro import _core
from sauro._base.shown import escaped
from sauro.table._arrays import is_numeric, list_of

__all__ = ["as_html"]

SHOWN_ROWS = 20
_WIDEST_HTML = 80

# alignment stands in the elements, since a notebook's own rule for cells is more specific than a
# class; colours come from the page, so that the table is readable on dark and light themes
_STYLE = (
    ".sauro-table table{border-collapse:collapse;color:inherit;font-variant-numeric:tabular-nums}"
    ".sauro-table table th,.sauro-table table td{padding:.2em .6em;vertical-align:top;"
    "border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent);color:inherit;"
    "background:transparent;max-width:28em;white-space:normal}"
    ".sauro-table td.none{opacity:.5}"
)
_LEFT, _RIGHT = "text-align:left", "text-align:right"


def as_html(core: _core.Table) -> str:
    """Table that scrolls when it is wide; long cells are cut and have their text as a title."""
    shown = core.slice(0, min(core.rows, SHOWN_ROWS))
    styles = [_RIGHT if is_numeric(column) else _LEFT for column in shown.columns]
    head = "".join(
        f'<th scope="col" style="{style}">{escaped(column.name)}</th>'
        for column, style in zip(shown.columns, styles, strict=True)
    )
    body = "".join(
        "<tr>" + "".join(_cell(v, style) for v, style in zip(row, styles, strict=True)) + "</tr>"
        for row in zip(*map(list_of, shown.columns), strict=True)
    )
    rest = core.rows - shown.rows
    more = f"<p>… và {rest} dòng nữa</p>" if rest > 0 else ""
    return (
        f'<div class="sauro-table" style="overflow-x:auto"><style>{_STYLE}</style><table><thead>'
        f"<tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}</div>"
    )


def _cell(value: Any, style: str) -> str:
    text = _text(value)
    if len(text) > _WIDEST_HTML:
        cut = escaped(text[: _WIDEST_HTML - 1].rstrip() + "…")
        return f'<td style="{style}" title="{escaped(str(value))}">{cut}</td>'
    missing = ' class="none"' if value is None else ""
    return f'<td{missing} style="{style}">{escaped(text)}</td>'


def _text(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"  # as in text and CSV
    if isinstance(value, float):
        return f"{value:.6g}"
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
