"""Tables as files for spreadsheets."""

from __future__ import annotations

import os
from typing import Any

from sauro import _core
from sauro.table._arrays import list_of

__all__ = ["write_excel"]

_WIDEST = 60


def write_excel(core: _core.Table, path: str | os.PathLike[str], sheet: str) -> None:
    """Write a workbook of one sheet with a header row that stays."""
    import xlsxwriter

    options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    with xlsxwriter.Workbook(os.fspath(path), {**options, "strings_to_urls": False}) as book:
        page = book.add_worksheet(sheet)
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for at, column in enumerate(core.columns):
            values = list_of(column)
            page.write_string(0, at, column.name, bold)
            for row, value in enumerate(values, start=1):
                _write_cell(page, row, at, value)
            widest = max([len(column.name), *(len(str(v or "")) for v in values[:1000])])
            page.set_column(at, at, min(widest + 2, _WIDEST))
        page.freeze_panes(1, 0)


def _write_cell(page: Any, row: int, column: int, value: Any) -> None:
    if value is None:
        page.write_blank(row, column, None)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    else:
        page.write(row, column, value)
