"""Tables as files for spreadsheets."""

from __future__ import annotations

import datetime
import io
import math
import os
from collections.abc import Mapping
from typing import Any

from sauro import _core
from sauro._base.errors import Error, ValidationError, error, say
from sauro._base.files import write_bytes
from sauro._base.shown import visible
from sauro.table._arrays import list_of

__all__ = ["write_cell", "write_sheets"]

CELL_TOO_LARGE, TOO_MANY_ROWS, INVALID_OPTION, UNSUPPORTED = 140, 141, 260, 222
FIRST_YEAR = 1900  # of a spreadsheet's days
MOST_DIGITS = 15  # that a spreadsheet keeps of a number
MOST_CHARACTERS = 32_767  # of its cells
_WIDEST = 60


def write_sheets(
    path: str | os.PathLike[str], sheets: Mapping[str, _core.Table], *, numbers: str = ""
) -> None:
    """Write a workbook: a table a sheet, with a header row that stays and filters.

    `numbers` is how numbers that aren't whole by type are shown.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"default_date_format": "dd/mm/yyyy", "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        shown = book.add_format({"num_format": numbers}) if numbers else None
        for name, core in sheets.items():
            _write_table(_page(book, name), core, bold, shown)
    write_bytes(path, out.getvalue())


def _page(book: Any, name: str) -> Any:
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        return book.add_worksheet(name)
    except XlsxWriterException as why:
        text = say("không đặt tên trang tính được: {}", "no name of a sheet: {}", why)
        raise error(ValidationError, INVALID_OPTION, "sheet", [text]) from None


def _write_table(page: Any, core: _core.Table, bold: Any, shown: Any) -> None:
    for at, column in enumerate(core.columns):
        values = list_of(column)
        write_cell(page, 0, at, column.name, f"column {column.name[:40]}", bold)
        for row, value in enumerate(values, start=1):
            look = (shown,) if shown is not None and isinstance(value, float) else ()
            write_cell(page, row, at, value, f"row {row}, column {column.name}", *look)
        widest = max([len(column.name), *(len(str(v or "")) for v in values[:1000])])
        page.set_column(at, at, min(widest + 2, _WIDEST))
    page.freeze_panes(1, 0)
    if core.rows and core.columns:
        page.autofilter(0, 0, core.rows, len(core.columns) - 1)


def write_cell(page: Any, row: int, column: int, value: Any, where: str, *look: Any) -> None:
    """Write a cell so that nothing of it is lost; a text is never a formula.

    Raises
    ------
    Error
        With `where`: code 140 for a text that is longer than a cell may be, 141 beyond the last row
        or column that a sheet has, 222 for an infinite number.
    """
    if isinstance(value, str):
        value = visible(value)
    if isinstance(value, float) and math.isinf(value):
        infinite = say("bảng tính không có số vô hạn", "a spreadsheet has no infinite numbers")
        raise error(ValidationError, UNSUPPORTED, where, [infinite])
    result = _written(page, row, column, value, look)
    if result == -1:
        full = say("trang tính đã hết dòng hoặc cột", "the sheet has no more rows or columns")
        raise error(Error, TOO_MANY_ROWS, where, [full])
    if result == -2:
        long = say(
            "văn bản có {} ký tự, một ô chỉ chứa {}; hãy xuất ra docx, HTML hoặc CSV",
            "a text of {} characters, of which a cell takes {}; write docx, HTML or CSV",
            _length(str(value)),
            MOST_CHARACTERS,
        )
        raise error(Error, CELL_TOO_LARGE, where, [long])


def _length(text: str) -> int:
    """Count as a spreadsheet does: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _written(page: Any, row: int, column: int, value: Any, look: tuple[Any, ...]) -> int:
    """Write by type; gives back as xlsxwriter does 0, -1 outside of the sheet, -2 too long."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return int(page.write_blank(row, column, None, *look))
    if isinstance(value, bool):
        return int(page.write_boolean(row, column, value, *look))
    if isinstance(value, datetime.date) and value.year >= FIRST_YEAR:
        return int(page.write_datetime(row, column, value, *look))
    if isinstance(value, float) or (isinstance(value, int) and len(str(abs(value))) <= MOST_DIGITS):
        return int(page.write_number(row, column, value, *look))
    text = str(value)
    if _length(text) > MOST_CHARACTERS:
        return -2
    return int(page.write_string(row, column, text, *look))
