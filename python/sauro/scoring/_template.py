"""Tables and workbooks in which the inputs of a framework are filled in."""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Sequence
from typing import Any

from sauro import _core
from sauro._base.errors import Error
from sauro._base.files import write_bytes
from sauro._core import Variable
from sauro.table._files import write_cell

__all__ = ["allowed", "inputs_of", "template_columns", "write_template"]

MORE_ROWS = 1000  # below the units that are named
LONGEST_LIST = 255  # characters of the list of a cell, as Excel takes them
LONGEST_PROMPT = 255
FILLED = "Số liệu"
EXPLAINED = "Giải thích"
KINDS = {
    "number": "số",
    "percent": "tỷ lệ",
    "count": "số đếm",
    "yes_no": "có hoặc không",
    "date": "ngày",
    "choice": "chọn một",
}
HEADS = {"number": "STT", "unit": "Đơn vị", "period": "Kỳ"}
FIELDS = {
    *HEADS,
    "stage",
    "evidence",
    "variable",
    "value",
    "note",
}  # what columns are beside values
ABOUT = ("Cột", "Biến", "Loại", "Đơn vị tính", "Giá trị", "Dùng cho tiêu chí")


def template_columns(
    core: _core.Framework, units: Sequence[str], periods: Sequence[str]
) -> dict[str, list[Any]]:
    """Columns of an empty table of inputs: a row a period and unit, a column a variable."""
    rows = [(period, unit) for period in periods or ("",) for unit in units]
    columns: dict[str, list[Any]] = {"unit": [unit for _, unit in rows]}
    if periods:
        columns["period"] = [period for period, _ in rows]
    for variable in inputs_of(core):
        columns[variable.name] = [None] * len(rows)
    return columns


def write_template(
    core: _core.Framework,
    path: str | os.PathLike[str],
    units: Sequence[str],
    periods: Sequence[str],
) -> None:
    """Write the sheet to fill in, and one that explains its columns."""
    import xlsxwriter

    variables = inputs_of(core)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        looks = {
            "head": book.add_format(
                {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            "date": book.add_format({"num_format": "dd/mm/yyyy"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _write_filled(book.add_worksheet(FILLED), core, variables, units, periods, looks)
        _write_explained(book.add_worksheet(EXPLAINED), core, variables, looks)
    write_bytes(path, out.getvalue())


def inputs_of(core: _core.Framework) -> list[Variable]:
    """Variables that somebody gives; the others are computed of them."""
    return [one for one in core.variables if not one.formula]


def _heading(core: _core.Framework, variable: Variable) -> str:
    """Words for people that mean this variable alone, and no column beside; else its name."""
    uses = [one for one in core.criteria if core.names_of(one.code) == [variable.name]]
    for words in (variable.title, *(f"{one.code} {one.title}".strip() for one in uses)):
        if words and words not in FIELDS and _means(core, words) == variable.name:
            return words
    return variable.name


def _means(core: _core.Framework, words: str) -> str | None:
    """Give the name of the variable that words mean; None where it is none, or several."""
    try:
        return _core.variable_named(words, core).name
    except Error:
        return None


def _write_filled(
    page: Any,
    core: _core.Framework,
    variables: list[Variable],
    units: Sequence[str],
    periods: Sequence[str],
    looks: dict[str, Any],
) -> None:
    fields = list(HEADS.items())[: 3 if periods else 2]
    keys = [field if _means(core, words) else words for field, words in fields]
    named = [(unit, period) for period in periods or [""] for unit in units]
    rows = [(i, unit, period)[: len(keys)] for i, (unit, period) in enumerate(named, 1)]
    last = len(rows) + MORE_ROWS
    for at, words in enumerate([*keys, *(_heading(core, one) for one in variables)]):
        write_cell(page, 0, at, words, f"column {words[:40]}", looks["head"])
    for row, cells in enumerate(rows, start=1):
        for at, cell in enumerate(cells):
            write_cell(page, row, at, cell, f"row {row}")
    page.set_column(0, 0, 6)
    page.set_column(1, len(keys) - 1, 24)
    for at, variable in enumerate(variables, start=len(keys)):
        look = looks["date"] if variable.kind == "date" else None
        page.set_column(at, at, 18, look)
        page.data_validation(1, at, last, at, allowed(variable))
    page.freeze_panes(1, len(keys))


def allowed(variable: Variable) -> dict[str, Any]:
    """Say what a cell takes, what is told when it is chosen, and what when it refuses."""
    told = "; ".join(filter(None, (variable.title, variable.unit, _values(variable))))
    rule: dict[str, Any] = {"validate": "any"}
    choices = ["có", "không"] if variable.kind == "yes_no" else list(variable.values)
    if choices and len(",".join(choices)) <= LONGEST_LIST and not any("," in c for c in choices):
        rule = {"validate": "list", "source": choices}
    elif variable.kind == "date":
        first = datetime.date(1900, 1, 1)
        rule = {"validate": "date", "criteria": ">=", "value": first}
    elif variable.kind in ("number", "percent", "count"):
        low = 0.0 if variable.kind == "count" and variable.low is None else variable.low
        rule = _between(low, variable.high)
        rule["validate"] = "integer" if variable.kind == "count" else "decimal"
    wanted = f"{KINDS[variable.kind]}; {_values(variable)}".rstrip("; ")
    asked = {
        "input_title": variable.name[:32],
        "input_message": told[:LONGEST_PROMPT],
        "error_message": wanted[:LONGEST_PROMPT],
    }
    return rule | {name: words for name, words in asked.items() if words}


def _between(low: float | None, high: float | None) -> dict[str, Any]:
    most = 10**15  # for what has no bound
    ends = (-most if low is None else low, most if high is None else high)
    whole = [int(end) if end == int(end) else end for end in ends]
    return {"criteria": "between", "minimum": whole[0], "maximum": whole[1]}


def _values(variable: Variable) -> str:
    if variable.kind == "yes_no":
        return "có, không"
    if variable.values:
        return ", ".join(variable.values)
    low, high = (None if x is None else f"{x:g}" for x in (variable.low, variable.high))
    parts = (low and f"từ {low}", high and f"đến {high}")
    return " ".join(part for part in parts if part)


def _write_explained(
    page: Any, core: _core.Framework, variables: list[Variable], looks: dict[str, Any]
) -> None:
    uses = {one.code: core.names_of(one.code) for one in core.criteria}
    for at, (words, width) in enumerate(zip(ABOUT, (40, 20, 16, 12, 30, 30), strict=True)):
        write_cell(page, 0, at, words, words, looks["head"])
        page.set_column(at, at, width)
    for row, one in enumerate(variables, start=1):
        codes = ", ".join(code for code, names in uses.items() if one.name in names)
        cells = (_heading(core, one), one.name, KINDS[one.kind], one.unit, _values(one), codes)
        for at, text in enumerate(cells):
            write_cell(page, row, at, text, f"row {row}", looks["text"])
    page.freeze_panes(1, 0)
