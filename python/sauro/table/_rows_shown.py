"""Rows of tables as people read them: all of them, with a decimal comma."""

from __future__ import annotations

from typing import Any

from sauro._base.shown import escaped
from sauro.table._arrays import is_numeric, list_of
from sauro.table._table import Table

__all__ = ["cell_text", "points_text", "table_html", "table_lines"]

MISSING = "–"
WIDEST = 48  # characters of a printed cell


def points_text(value: float) -> str:
    """Give points as people write them: ``1.234,5``, with four digits behind the comma at most."""
    whole, _, rest = f"{value:,.4f}".partition(".")
    return whole.replace(",", ".") + f",{rest.rstrip('0')}".rstrip(",")


def table_html(table: Table) -> str:
    """Write an HTML table with all rows; numbers have the class ``n``."""
    columns = [(is_numeric(column), list_of(column)) for column in table._core.columns]
    looks = [' class="n"' if numeric else "" for numeric, _ in columns]
    head = "".join(
        f'<th scope="col"{look}>{escaped(name)}</th>'
        for look, name in zip(looks, table.columns, strict=True)
    )
    rows = zip(*([cell_text(cell) for cell in cells] for _, cells in columns), strict=True)
    body = "".join(
        "<tr>"
        + "".join(f"<td{look}>{escaped(cell)}</td>" for look, cell in zip(looks, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def table_lines(table: Table) -> str:
    """Write a line a row for a terminal, numbers to the right; long cells are cut."""
    columns = []
    for column in table._core.columns:
        cells = [column.name, *(_cut(cell_text(cell)) for cell in list_of(column))]
        width = max(map(len, cells))
        right = is_numeric(column)
        columns.append([cell.rjust(width) if right else cell.ljust(width) for cell in cells])
    return "\n".join("  ".join(row).rstrip() for row in zip(*columns, strict=True))


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1].rstrip() + "…"


def cell_text(cell: Any) -> str:
    """Give a cell as people read it, on one line; a dash where nothing is."""
    if cell is None or cell != cell:
        return MISSING
    if isinstance(cell, float):
        return points_text(cell)
    return " ".join(str(cell).split())
