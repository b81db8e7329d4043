"""Tables drawn cell by cell."""

import html
import io
from typing import Any

import openpyxl
import sauro

HEADER = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


def table(header: list[str], rows: list[list[str]], form: str = "text") -> sauro.Plan:
    """Read a table, as text with tabs or as HTML."""
    all_rows = [header, *rows]
    if form == "text":
        return sauro.read_plan(text="\n".join("\t".join(row) for row in all_rows) + "\n")
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in all_rows
    )
    return sauro.read_plan(text=f"<table border=1>{body}</table>", format="html")


def names(plan: sauro.Plan, ids: list[str]) -> list[str]:
    return [plan.agencies[one].name for one in ids]


def kinds(plan: sauro.Plan) -> list[str]:
    return [str(one.kind) for one in plan.remarks]


def book(rows: list[list[Any]], formats: dict[str, str] | None = None) -> sauro.Plan:
    """Read a workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    out = io.BytesIO()
    made.save(out)
    return sauro.read_plan(text=out.getvalue())
