"""What a sheet of a workbook shows beside its values: hidden rows, struck cells, times of day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sauro._base.errors import Texts, say
from sauro._base.files import read_bytes

if TYPE_CHECKING:
    import os
    from xml.etree.ElementTree import Element

__all__ = ["Marks", "sheet_marks"]

ENDINGS = (".xlsx", ".xlsm")
_TIMES = frozenset([18, 19, 20, 21, 22, 45, 46, 47])  # of the formats that files don't write out
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^]hms]*\]', re.IGNORECASE)
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*\bhidden=")


@dataclass
class Marks:
    """By places of rows: why they can't be taken as they look; cells that show a time of day."""

    rows: dict[str, Texts] = field(default_factory=dict)
    times: dict[str, list[str]] = field(default_factory=dict)


def sheet_marks(path: str | os.PathLike[str], sheet: str) -> Marks:
    """Give the marks of a sheet of a workbook that has been read; none of other files."""
    marks = Marks()
    if Path(path).suffix.lower() not in ENDINGS:
        return marks
    with zipfile.ZipFile(io.BytesIO(read_bytes(path))) as book:
        part = _part_of(book, sheet)
        if part not in book.namelist():
            return marks
        struck, timed = _styles(book)
        data = book.read(part)
    if struck or timed or _HIDDEN.search(data):
        for number, row in _rows(data):
            _mark(f"row {number}", row, struck, timed, marks)
    return marks


def _mark(place: str, row: Element, struck: set[str], timed: set[str], marks: Marks) -> None:
    lined = [
        cell.get("r", place)
        for cell in row
        if cell.get("s", "0") in struck and _value(cell).strip()
    ]
    if row.get("hidden") in ("1", "true") and any(_value(cell).strip() for cell in row):
        marks.rows[place] = say("dòng bị ẩn", "the row is hidden")
    elif lined:
        marks.rows[place] = say(
            "chữ bị gạch ngang ({}); hãy xóa chữ hoặc bỏ gạch",
            "struck through ({}); clear the cells, or take the line away",
            ", ".join(lined),
        )
    times = [
        cell.get("r", place) for cell in row if cell.get("s", "0") in timed and _has_time(cell)
    ]
    if times:
        marks.times[place] = times


def _has_time(cell: Element) -> bool:
    value = next((one.text or "" for one in cell if _tag(one) == "v"), "")
    return cell.get("t", "n") == "n" and bool(value.strip()) and float(value) % 1 != 0


def _styles(book: zipfile.ZipFile) -> tuple[set[str], set[str]]:
    """Give the styles of cells that strike texts through, and those that show a time of day."""
    if "xl/styles.xml" not in book.namelist():
        return set(), set()
    root = _parsed(book.read("xl/styles.xml"))
    parts = {_tag(part): part for part in root}
    lined = [any(_is_strike(one) for one in font) for font in parts.get("fonts", ())]
    timed = set(_TIMES)
    for one in parts.get("numFmts", ()):
        if "h" in _NO_LETTERS.sub("", one.get("formatCode", "")).lower():
            timed.add(int(one.get("numFmtId", "0")))
    styles = list(parts.get("cellXfs", ()))
    fonts = [int(style.get("fontId", "0")) for style in styles]
    return (
        {str(at) for at, font in enumerate(fonts) if font < len(lined) and lined[font]},
        {str(at) for at, one in enumerate(styles) if int(one.get("numFmtId", "0")) in timed},
    )


def _is_strike(one: Element) -> bool:
    return _tag(one) == "strike" and one.get("val", "1") not in ("0", "false")


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """Give the part of the archive that holds a sheet; nothing where it can't be told."""
    known = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    if not known <= set(book.namelist()):
        return ""
    sheets = (one for one in _parsed(book.read("xl/workbook.xml")).iter() if _tag(one) == "sheet")
    keys = [
        value
        for one in sheets
        for name, value in one.items()
        if one.get("name") == sheet and name.endswith("}id")
    ]
    parts = _parsed(book.read("xl/_rels/workbook.xml.rels"))
    targets = [one.get("Target", "") for one in parts if one.get("Id") in keys[:1]]
    target = next(iter(targets), "")
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _rows(data: bytes) -> Iterator[tuple[int, Element]]:
    """Give rows and their numbers, which some writers leave out."""
    from xml.etree import ElementTree

    number = 0
    for _, one in ElementTree.iterparse(io.BytesIO(data)):
        if one.tag.endswith("row") and _tag(one) == "row":
            number = int(one.get("r", number + 1))
            yield number, one
            one.clear()


def _value(cell: Element) -> str:
    return "".join(cell.itertext()) if len(cell) else ""


def _parsed(data: bytes) -> Element:
    from xml.etree import ElementTree

    return ElementTree.fromstring(data)


def _tag(one: Element) -> str:
    return one.tag.rpartition("}")[2]
