"""A page about scores: who stands where, what was lost, and why each point."""

from __future__ import annotations

from sauro._base.shown import escaped
from sauro.scoring._comparisons import Comparisons
from sauro.scoring._html import explanation_html
from sauro.scoring._rows_shown import table_html
from sauro.scoring._sheets import headed
from sauro.table._table import Table

__all__ = ["scorecard_page"]

STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
section, details { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
section th, section td { text-align: left; vertical-align: top; padding: .2rem .6rem; }
section td { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
section .n { text-align: right; } section .titles td:nth-child(2) { min-width: 14rem; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; }
@media print { details::details-content { content-visibility: visible; } }
"""


def scorecard_page(card: Comparisons, since: Table | None = None) -> str:
    """Write a whole HTML page in Vietnamese; it needs no other file and runs no script."""
    several = len(card.periods) > 1
    ranking = headed(card.rankings if several else card.ranking())
    parts = [_section("Xếp hạng", ranking)]
    if since is not None:
        parts.append(_section("Thay đổi so với lần trước", headed(since)))
    lost = _section("Điểm mất theo tiêu chí", headed(card.lost_by_criterion()))
    parts.append(lost.replace("<table>", '<table class="titles">'))
    parts.append("<h2>Vì sao có điểm này</h2>")
    parts += [
        f"<details><summary>{escaped(_place(unit, period))}</summary>"
        f"{explanation_html(card._core.explain('', card._row(unit, period)))}</details>"
        for period in card._periods_in_time
        for unit in card.units
    ]
    title = escaped(card._framework.title)
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escaped(card._framework.source)}</p>\n" + "\n".join(parts) + "\n</body>\n</html>\n"
    )


def _section(title: str, table: Table) -> str:
    return f"<h2>{escaped(title)}</h2><section>{table_html(table)}</section>"


def _place(unit: str, period: str) -> str:
    return " – ".join(filter(None, (unit, period)))
