"""Workbooks of indicators: where they stand, and sheets to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sauro.reporting._indicator_rows import Column, IndicatorGroup, IndicatorRow
from sauro.reporting._sheets import FACE, HEAD_COLOUR, arrange, height_of, made_book
from sauro.table._files import write_cell

__all__ = ["indicator_book"]

SHEET, MONTHS, TOLD = "Chỉ tiêu", "Theo tháng", "Thành câu"
NUMBER = "#,##0.##"
COLOURS = {
    "chậm": ("#8A1C14", "#FBE3E1"),
    "không đạt": ("#8A1C14", "#FBE3E1"),
    "vượt ngưỡng": ("#8A1C14", "#FBE3E1"),
    "có nguy cơ": ("#6B4A00", "#FFF2CC"),
    "đạt": ("#1B5E33", "#E2F2E7"),
}
LINE_WIDTH = 16
MONTH_NAMES = [f"T{month}" for month in range(1, 13)]

Lines = Mapping[tuple[str, str], Sequence[tuple[int, float]]]


def indicator_book(
    title: str,
    groups: Sequence[IndicatorGroup],
    columns: Sequence[Column],
    lines: Lines,
    sentences: Sequence[str],
) -> bytes:
    """Write the office's table with numbers as numbers, the months behind its lines, the words."""

    def fill(book: Any) -> None:
        page = book.add_worksheet(SHEET)
        months = book.add_worksheet(MONTHS)
        _table(book, page, title, groups, columns)
        _months(book, months, page, groups, len(columns), lines)
        told = book.add_worksheet(TOLD)
        told.set_column(0, 0, 120)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for at, text in enumerate(sentences):
            write_cell(told, at, 0, text, TOLD, wrapped)
            told.set_row(at, height_of([text], [120]))
        arrange(told)

    return made_book(fill)


HEAD = 2  # the row of the headers, below the title


def _table(
    book: Any, page: Any, title: str, groups: Sequence[IndicatorGroup], columns: Sequence[Column]
) -> None:
    looks = _Looks(book)
    write_cell(page, 0, 0, title, SHEET, book.add_format({"bold": True, "font_size": 14}))
    widths = [one.width for one in columns]
    for at, one in enumerate(columns):
        page.set_column(at, at, one.width)
        write_cell(page, HEAD, at, one.header, SHEET, looks.head)
    page.set_column(len(columns), len(columns), LINE_WIDTH)
    write_cell(page, HEAD, len(columns), "Trong năm", SHEET, looks.head)
    page.set_row(HEAD, height_of([one.header for one in columns], widths))
    at = HEAD
    for group in groups:
        if group.title:
            at += 1
            page.merge_range(at, 0, at, len(columns), "", looks.area)
            write_cell(page, at, 0, group.title, SHEET, looks.area)
        for row in group.rows:
            at += 1
            for column, one in enumerate(columns):
                value = one.value(row)
                write_cell(page, at, column, value, f"{SHEET}, {row.number}", looks.of(one, row))
            write_cell(page, at, len(columns), None, SHEET, looks.plain)
            page.set_row(at, height_of([one.text(row) for one in columns], widths))
    arrange(page, head=HEAD, last=at, columns=len(columns) + 1)
    page.freeze_panes(HEAD + 1, [one.key for one in columns].index("name") + 1)
    _colour(book, page, at, columns)


class _Looks:
    """How cells look, by what they hold."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[str, Any] = {}
        bold = FACE | {"bold": True}
        centred = {"align": "center", "valign": "vcenter", "bg_color": HEAD_COLOUR}
        self.head = book.add_format(bold | centred)
        self.area = book.add_format(bold | {"bg_color": "#F2F2F2"})
        self.plain = book.add_format(FACE)

    def of(self, column: Column, row: IndicatorRow) -> Any:
        """Give that of a cell; a change shows its sign and unit."""
        if not column.is_number:
            return self.plain if row.depth == 0 else self._made("", row.depth)
        if column.key != "change":
            return self._made(NUMBER, 0)
        unit = f' "{row.standing.change_unit}"'.replace('""', '"')
        return self._made(f"+#,##0.0{unit};-#,##0.0{unit};0{unit}", 0)

    def _made(self, form: str, depth: int) -> Any:
        known = f"{form}/{depth}"
        if known not in self._known:
            look = FACE | ({"num_format": form} if form else {"indent": depth})
            self._known[known] = self._book.add_format(look)
        return self._known[known]


def _colour(book: Any, page: Any, last: int, columns: Sequence[Column]) -> None:
    keys = [one.key for one in columns]
    status = keys.index("status")
    for word, (ink, paper) in COLOURS.items():
        look = book.add_format({"font_color": ink, "bg_color": paper})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        page.conditional_format(HEAD + 1, status, max(last, HEAD + 1), status, rule)
    if "percent" in keys:
        at = keys.index("percent")
        bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#9CC3EA", "min_type": "num"}
        ends = {"min_value": 0, "max_type": "num", "max_value": 125}
        page.conditional_format(HEAD + 1, at, max(last, HEAD + 1), at, bar | ends)


def _months(
    book: Any,
    sheet: Any,
    page: Any,
    groups: Sequence[IndicatorGroup],
    line_column: int,
    lines: Lines,
) -> None:
    """Write what there was at the ends of months, and draw it beside its indicator."""
    head = book.add_format(FACE | {"bold": True, "bg_color": HEAD_COLOUR})
    names = ["Chỉ tiêu", "Nơi", "ĐVT", *MONTH_NAMES]
    for at, name in enumerate(names):
        sheet.set_column(at, at, 40 if at == 0 else 11)
        write_cell(sheet, 0, at, name, MONTHS, head)
    plain, number = book.add_format(FACE), book.add_format(FACE | {"num_format": NUMBER})
    below, at = 0, HEAD
    for group in groups:
        at += bool(group.title)
        for row in group.rows:
            at, one = at + 1, row.standing
            values = dict(lines.get((one.indicator, one.place), []))
            if not values:
                continue
            below += 1
            for column, text in enumerate((one.name or one.indicator, one.place, one.unit)):
                write_cell(sheet, below, column, text, MONTHS, plain)
            for month in range(1, 13):
                write_cell(sheet, below, 2 + month, values.get(month), MONTHS, number)
            if len(values) > 1:
                cells = f"'{MONTHS}'!$D${below + 1}:$O${below + 1}"
                page.add_sparkline(at, line_column, {"range": cells, "markers": True})
    arrange(sheet, head=0, last=below, columns=len(names))
