"""A page of its own around tables: it needs no other file and runs no script."""

from __future__ import annotations

from collections.abc import Sequence

from sauro._base.shown import escaped
from sauro.table._rows_shown import table_html
from sauro.table._table import Table

__all__ = ["page", "section"]

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


def page(title: str, about: str, parts: Sequence[str], language: str = "vi") -> str:
    """Write a whole HTML page; parts are HTML already."""
    head = escaped(title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{head}</h1>\n"
        f"<p>{escaped(about)}</p>\n" + "\n".join(parts) + "\n</body>\n</html>\n"
    )


def section(title: str, table: Table) -> str:
    """Write a table below its heading."""
    return f"<h2>{escaped(title)}</h2><section>{table_html(table)}</section>"
