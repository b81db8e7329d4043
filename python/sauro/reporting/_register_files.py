"""A register as a workbook, a Word document or CSV, to be filled in and read back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from sauro import _core
from sauro._base.words import Language, words_in
from sauro.reporting._paper import add_table, paper, set_properties, turn, write
from sauro.reporting._register_rows import FILLED, HEADERS, KEYS, RegisterRow
from sauro.reporting._sheets import FACE, HEAD_COLOUR, arrange, height_of, made_book
from sauro.table._files import write_cell
from sauro.table._table import Table

__all__ = ["ENDINGS", "header_of", "register_bytes", "text_of"]

ENDINGS = (".xlsx", ".docx", ".csv")
WIDTHS = {
    "task": 12, "number": 6, "title": 46, "lead": 20, "coordinators": 20, "occurrence": 15,
    "deadline": 12, "status": 16, "percent": 9, "result": 34, "document": 20, "date": 12,
    "who": 14, "note": 24, "due": 12, "finished": 12, "stars": 8, "evidence": 24,
}  # fmt: skip
DAYS = {"deadline", "date", "due", "finished"}
ROOM = 773.0  # between the margins of a page on its side, in points
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
TITLE = "SỔ THEO DÕI NHIỆM VỤ"
HINT = (
    "Điền từ cột Tình trạng; dòng để trống là chưa báo cáo. Ngày viết như 31/12/2026, "
    "tỷ lệ như 60%."
)


def register_bytes(
    rows: Sequence[RegisterRow], ending: str, title: str, language: Language
) -> bytes:
    """Write rows in the format of a file's ending."""
    more = [name for name in HEADERS if name not in (*KEYS, *FILLED)]
    names = [*KEYS, *FILLED, *(name for name in more if any(name in row.filled for row in rows))]
    if ending == ".csv":
        return _csv(rows, names, language)
    return (_workbook if ending == ".xlsx" else _document)(rows, names, title, language)


def header_of(name: str, language: Language) -> str:
    """Give what a column is called."""
    return HEADERS[name][0 if language == "vi" else 1]


def text_of(value: Any, name: str) -> str:
    """Write what stands in a cell of a column as a text that is read back to the same."""
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if value is None:
        return ""
    if name == "percent" and isinstance(value, float):
        return f"{value:.10g}%".replace(".", ",")
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _csv(rows: Sequence[RegisterRow], names: Sequence[str], language: Language) -> bytes:
    columns = {
        header_of(name, language): [text_of(row.value(name), name) for row in rows]
        for name in names
    }
    return _core.to_csv(Table(columns)._core).encode("utf-8-sig")


def _choices(language: Language) -> list[str]:
    """Give what may be chosen as status, the plainest word for each."""
    said = _core.progress_statuses()
    words = [text if language == "vi" else name.replace("_", " ") for name, text in said]
    return [text[:1].upper() + text[1:] for text in words]


def _workbook(
    rows: Sequence[RegisterRow], names: Sequence[str], title: str, language: Language
) -> bytes:
    words = words_in(language)
    head = 2

    def fill(book: Any) -> None:
        sheet = words("Sổ theo dõi")
        page = book.add_worksheet(sheet)
        page.write_string(0, 1, f"{words(TITLE)} — {title}", book.add_format({"bold": True}))
        page.write_string(1, 1, words(HINT), book.add_format({"italic": True}))
        looks, widths = _looks(book), [WIDTHS[name] for name in names]
        for at, name in enumerate(names):
            look = looks["head" if name in KEYS else "asked"]
            write_cell(page, head, at, header_of(name, language), sheet, look)
            page.set_column(at, at, WIDTHS[name], None, {"hidden": name == "task"})
        page.set_row(head, height_of([header_of(name, language) for name in names], widths))
        for i, row in enumerate(rows, head + 1):
            for at, name in enumerate(names):
                value = row.value(name)
                if name == "percent" and isinstance(value, float):
                    value /= 100
                write_cell(page, i, at, value, f"{sheet}, {row.task}", looks[_look(name)])
            page.set_row(i, height_of([text_of(row.value(name), name) for name in names], widths))
        last = max(head + len(rows), head + 1)
        arrange(page, head=head, last=last, columns=len(names))
        page.freeze_panes(head + 1, names.index("title") + 1)
        allowed = ("autofilter", "sort", "format_cells", "format_columns", "format_rows")
        page.protect("", dict.fromkeys(allowed, True))  # what breaks a register is locked
        _guide(page, names, head, head + len(rows), language)

    return made_book(fill)


def _look(name: str) -> str:
    kind = "day" if name in DAYS else "percent" if name == "percent" else "text"
    return kind if name in KEYS else f"{kind} asked"


def _looks(book: Any) -> dict[str, Any]:
    """Cells that are to be filled in are open, the others are locked."""
    forms = {"text": {}, "day": {"num_format": "dd/mm/yyyy"}, "percent": {"num_format": "0%"}}
    looks = {name: book.add_format(FACE | form) for name, form in forms.items()}
    for name, form in forms.items():
        looks[f"{name} asked"] = book.add_format(FACE | form | {"locked": False})
    bold = FACE | {"bold": True, "align": "center", "valign": "vcenter"}
    looks["head"] = book.add_format(bold | {"bg_color": HEAD_COLOUR})
    looks["asked"] = book.add_format(bold | {"bg_color": "#FFF2CC"})
    return looks


def _guide(page: Any, names: Sequence[str], head: int, last: int, language: Language) -> None:
    """Offer the states, and refuse days and percents that are none."""
    words = words_in(language)

    def check(name: str, rule: dict[str, Any]) -> None:
        if name in names and last > head:
            at = names.index(name)
            page.data_validation(head + 1, at, last, at, rule)

    states = {"validate": "list", "source": _choices(language), "error_type": "warning"}
    check("status", states | {"error_message": words("Nên chọn một tình trạng trong danh sách.")})
    share = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    check("percent", share | {"error_message": words("Tỷ lệ từ 0% đến 100%.")})
    day = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    for name in ("date", "due", "finished"):
        wrong = words("Ngày viết như 31/12/2026.")
        check(name, day | {"error_message": wrong, "error_type": "warning"})


def _document(
    rows: Sequence[RegisterRow], names: Sequence[str], title: str, language: Language
) -> bytes:
    words = words_in(language)
    book = paper(language)
    turn(book.sections[0], left=12, right=12)
    set_properties(book, f"{words(TITLE)} — {title}", "", language, date.today())
    write(book, f"{words(TITLE)} — {title}", "Title")
    write(book, words(HINT), "Note")
    head = [header_of(name, language) for name in names]
    texts = [[text_of(row.value(name), name) for name in names] for row in rows]
    add_table(book, head, texts, ROOM, shares=[WIDTHS[name] for name in names], largest=9)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
