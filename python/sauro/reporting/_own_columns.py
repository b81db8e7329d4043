"""The columns of an office's own Word table in which a register is kept."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.shown import visible

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["W", "add_run", "cell_at", "own_columns", "put_words", "text_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _field_of(header: str) -> str:
    """Name the field of a log that a header is of; empty for others."""
    grid = _core.Grid("", ["id", header], [("", ["1", "x"], ("", ""))])
    filled = [field for *_, cells in _core.log_rows(grid) for field in cells]
    return filled[0] if filled else ""


def own_columns(head: Iterable[_Element]) -> dict[str, int]:
    """Give the column of each field of a log by the rows above the first task."""
    found: dict[str, int] = {}
    for row in head:
        for column, cell in _cells(row):
            found.setdefault(_field_of(text_of(cell)), column)
    return {field: column for field, column in found.items() if field}


def cell_at(row: _Element, column: int) -> _Element | None:
    """Find the cell of a row at a column; none where it goes on from the row above."""
    for first, cell in _cells(row):
        if first == column:
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            return cell if merged is None or merged.get(f"{W}val") == "restart" else None
    return None


def _cells(row: _Element) -> Iterator[tuple[int, _Element]]:
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = int(before.get(f"{W}val", "0")) if before is not None else 0
    for cell in row.iterfind(f"{W}tc"):
        yield column, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += int(span.get(f"{W}val", "1")) if span is not None else 1


def text_of(cell: _Element) -> str:
    """Give the words of a cell in one line."""
    paragraphs = ("".join(p.itertext(f"{W}t")) for p in cell.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())


def put_words(cell: _Element, text: str) -> None:
    """Put a text in place of what stands in a cell, in the look of its first words."""
    paragraphs = cell.findall(f"{W}p")
    first = paragraphs[0]
    look = cell.find(f".//{W}r/{W}rPr")
    for paragraph in paragraphs[1:]:
        cell.remove(paragraph)
    for element in list(first):
        if element.tag != f"{W}pPr":
            first.remove(element)
    add_run(first, text, look)


def add_run(paragraph: _Element, text: str, look: _Element | None) -> None:
    """Add words to a paragraph, in a look of their own where one is given."""
    run = paragraph.makeelement(f"{W}r")
    if look is not None:
        run.append(copy.deepcopy(look))
    words = paragraph.makeelement(f"{W}t")
    words.text = visible(text)
    run.append(words)
    paragraph.append(run)
