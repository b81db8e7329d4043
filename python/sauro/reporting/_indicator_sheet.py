"""The sheet in which an office writes the values of its indicators."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from sauro._base.files import ending_of, write_bytes
from sauro._core import Indicator
from sauro.phrases._phrases import meaning_of
from sauro.reporting._sheets import FACE, HEAD_COLOUR, arrange, height_of, made_book
from sauro.table._files import write_cell
from sauro.text._keys import tone_key

__all__ = ["write_indicator_sheet"]

SHEET = "Số liệu chỉ tiêu"
HINT = (
    "Điền cột màu vàng. Ô trống là chưa có số liệu, không phải số không; không phát sinh thì "
    "ghi 0. Lũy kế tính từ đầu năm."
)
HEAD = 2
LAST_CELLS = 1  # of a table without rows, for its filter


def write_indicator_sheet(
    indicators: Iterable[Indicator],
    path: str | os.PathLike[str],
    *,
    places: Sequence[str] = (),
) -> None:
    """Write the sheet in which the values of one period are filled in.

    `IndicatorLog.read` reads it as it is; rows without anything filled in are not reported. A
    level or a ratio has no column to cumulate, so its cell there is locked.

    Parameters
    ----------
    indicators : iterable of Indicator
        ``plan.indicators``.
    path : path
        ``.xlsx``.
    places : sequence of str, optional
        A row for each indicator at each of them.

    Raises
    ------
    ValidationError
        Code 260 for another ending.

    Examples
    --------
    >>> import tempfile, pathlib, sauro
    >>> one = sauro.Indicator(id="1", number="1", name="Thu ngân sách", unit="tỷ đồng")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "so-lieu.xlsx"
    ...     sauro.write_indicator_sheet([one], path, places=["An Lộc", "Tân Hòa"])
    ...     log = sauro.IndicatorLog.read(path, period="9 tháng năm 2026")
    >>> len(log)
    0
    """
    ending_of(path, (".xlsx",))
    rows = [(one, place) for place in places or ("",) for one in indicators]
    write_bytes(path, made_book(lambda book: _fill(book, rows, bool(places))))


# header, width, and whether it is to be filled in
KEYS = (("STT", 6), ("Chỉ tiêu", 44), ("ĐVT", 11), ("Kế hoạch", 14))
ID = ("Mã", 10)  # where names and numbers don't tell indicators apart
ASKED = (("Thực hiện trong tháng", 14), ("Lũy kế", 14), ("Cùng kỳ năm trước", 14), ("Ghi chú", 30))
NOTES = len(ASKED) - 1


def _fill(book: Any, rows: Sequence[tuple[Indicator, str]], has_places: bool) -> None:
    page = book.add_worksheet(SHEET)
    page.write_string(0, 1, SHEET, book.add_format({"bold": True, "font_size": 13}))
    page.write_string(1, 1, HINT, book.add_format({"italic": True}))
    locked = book.add_format(FACE)
    closed = book.add_format(FACE | {"bg_color": "#EDEDED"})
    note = book.add_format(FACE | {"locked": False})
    number = book.add_format(FACE | {"locked": False, "num_format": "#,##0.######"})
    bold = FACE | {"bold": True, "align": "center", "valign": "vcenter"}
    known, asked = (book.add_format(bold | {"bg_color": c}) for c in (HEAD_COLOUR, "#FFF2CC"))
    needs_ids = _are_alike(one for one, _ in rows)
    keys = [*KEYS[:2], ("Địa phương", 18), *KEYS[2:]] if has_places else list(KEYS)
    if needs_ids:
        keys.append(ID)
    for at, (name, width) in enumerate([*keys, *ASKED]):
        page.set_column(at, at, width)
        write_cell(page, HEAD, at, name, SHEET, known if at < len(keys) else asked)
    for row, (one, place) in enumerate(rows, HEAD + 1):
        target = "; ".join(dict(one.targets).values())
        texts = [one.number, one.name, *([place] if has_places else []), one.unit, target]
        texts += [one.id] if needs_ids else []
        for at, text in enumerate(texts):
            write_cell(page, row, at, text, f"{SHEET}, {one.id}", locked)
        adds_up = meaning_of(one).measure not in ("level", "rank", "grade", "yes_no")
        for at in range(len(ASKED)):
            look = note if at == NOTES else number if at != 1 or adds_up else closed
            page.write_blank(row, len(keys) + at, None, look)
        page.set_row(row, height_of(texts, [width for _, width in keys]))
    last = HEAD + max(len(rows), LAST_CELLS)
    arrange(page, head=HEAD, last=last, columns=len(keys) + len(ASKED))
    page.freeze_panes(HEAD + 1, 2)
    page.protect("", dict.fromkeys(("autofilter", "sort", "format_columns", "format_rows"), True))
    rule = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    wrong = {"error_type": "warning", "error_message": "Nên ghi một số, như 1.234,5."}
    page.data_validation(HEAD + 1, len(keys), last, len(keys) + NOTES - 1, rule | wrong)


def _are_alike(indicators: Iterable[Indicator]) -> bool:
    """Whether two of them have one name; a number doesn't tell those of two areas apart."""
    ids: dict[str, str] = {}
    return any(ids.setdefault(tone_key(one.name), one.id) != one.id for one in indicators)
