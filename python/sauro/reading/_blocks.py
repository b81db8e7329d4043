"""Pages -> blocks for `sauro.plan_of_pages`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sauro.reading._columns import pieces_of, take_pair, take_signature, take_table
from sauro.reading._page import (
    Block,
    Cell,
    Line,
    Page,
    Row,
    Word,
    joined_lines,
    lines_of,
    paragraphs_of,
    uncertain_in,
)
from sauro.reading._ruled import Grid, clustered, grids_of

__all__ = ["blocks_of"]

_MARGIN = 54.0  # points: Nghị định 30/2020/NĐ-CP leaves 20 mm free above and below the text
_SAME = 8.0  # points: edges of columns on two pages nearer than this are the same
_PAGE_NUMBER = re.compile(r"^(?:[Tt]rang\s*)?[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$")
_PRINTED = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b|(?:https?|file)://\S+")
_NUMBER_REASON = "số trang"
_HEAD_REASON = "đầu trang, chân trang lặp lại"
_PRINTED_REASON = "dòng mà trình duyệt thêm khi in"
_NO_RULES = "bảng không kẻ ô; cột chia theo vị trí của chữ"


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """Give paragraphs, tables and asides in the order in which they are read."""
    heads = _running_heads(pages)
    blocks: list[Block] = []
    asides: list[Block] = []
    for page in pages:
        lines = lines_of(page.words)
        asides += [Block("aside", part=page.part, reason=note) for note in page.notes]
        kept = []
        for at, line in enumerate(lines):
            reason = _aside_reason(page, line, heads)
            if reason:
                asides.append(Block("aside", line.text, [], page.part, at + 1, reason=reason))
            else:
                kept.extend(line.words)
        _add_page(blocks, list(_page_blocks(page, kept, lines)))
    return blocks + asides


# What stands above and below the text


def _key(page: Page, line: Line) -> tuple[str, bool]:
    return re.sub(r"\d+", "#", line.text), line.top < page.height / 2


def _in_margin(page: Page, line: Line) -> bool:
    return line.bottom < _MARGIN or line.top > page.height - _MARGIN


def _running_heads(pages: Sequence[Page]) -> set[tuple[str, bool]]:
    """Find texts that stand in the margins of half of the pages, of two at least."""
    counts = Counter(
        key
        for page in pages
        for key in {_key(page, one) for one in lines_of(page.words) if _in_margin(page, one)}
    )
    return {key for key, count in counts.items() if count >= max(2, len(pages) / 2)}


def _aside_reason(page: Page, line: Line, heads: set[tuple[str, bool]]) -> str:
    if not _in_margin(page, line):
        return ""
    if _PAGE_NUMBER.match(line.text):
        return _NUMBER_REASON
    if _PRINTED.search(line.text):
        return _PRINTED_REASON
    return _HEAD_REASON if _key(page, line) in heads else ""


# One page


def _page_blocks(page: Page, words: Sequence[Word], lines: Sequence[Line]) -> Iterator[Block]:
    tops = [line.top for line in lines]
    grids = grids_of(page.boxes)
    outside = _fill(grids, words)
    free = lines_of(outside)
    edges = [line.x1 for line in lines] + [grid.box[2] for grid in grids]
    margins = (min((line.x0 for line in lines), default=0.0), max(edges, default=page.width))
    at = 0
    for grid in grids:
        middle = (grid.box[1] + grid.box[3]) / 2
        end = at
        while end < len(free) and free[end].words[0].middle < middle:
            end += 1
        yield from _texts(page, free[at:end], tops, margins)
        yield from _table(page, grid, tops)
        at = end
    yield from _texts(page, free[at:], tops, margins)


def _fill(grids: Sequence[Grid], words: Iterable[Word]) -> list[Word]:
    """Give each word to the cell that it stands in; those outside of all are left."""
    outside = []
    for word in words:
        for grid in grids:
            cell = grid.cell_at((word.x0 + word.x1) / 2, word.middle)
            if cell is not None:
                grid.words.setdefault(cell, []).append(word)
                break
        else:
            outside.append(word)
    return outside


def _table(page: Page, grid: Grid, tops: Sequence[float]) -> Iterator[Block]:
    if not grid.words:
        return
    rows = grid.rows_of(page.part, tops)
    yield Block("table", "", rows, page.part, rows[0].line, edges=grid.columns)


def _texts(
    page: Page, lines: Sequence[Line], tops: Sequence[float], margins: tuple[float, float]
) -> Iterator[Block]:
    at = 0
    plain: list[Line] = []
    while at < len(lines):
        rest = lines[at:]
        table = take_table(rest, page.rules, tops) if _may_be_table(rest) else None
        pair = None if table else take_pair(rest) or take_signature(rest)
        if table is None and pair is None:
            plain.append(lines[at])
            at += 1
            continue
        yield from _paragraphs(page, plain, tops, margins)
        plain = []
        place = bisect_left(tops, lines[at].top) + 1
        if table:
            for row in table.rows:
                row.part = page.part
            yield Block("table", "", table.rows, page.part, place, True, _NO_RULES, "", table.edges)
            at += table.count
        elif pair:
            cells = [_half(pair.left, 1), _half(pair.right, 2)]
            yield Block("table", "", [Row(cells, page.part, place)], page.part, place)
            at += pair.count
    yield from _paragraphs(page, plain, tops, margins)


def _may_be_table(lines: Sequence[Line]) -> bool:
    first = [len(pieces_of(line, 1.0)) for line in lines[:3]]
    return first[0] > 1 and max(first) > 2


def _half(lines: Sequence[Line], column: int) -> Cell:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    texts = [
        joined_lines([line.text for line in group], " ")
        for group in paragraphs_of(lines, left, right)
    ]
    uncertain = uncertain_in(word for line in lines for word in line.words)
    return Cell("\n".join(texts), column, uncertain=uncertain)


def _paragraphs(
    page: Page, lines: Sequence[Line], tops: Sequence[float], margins: tuple[float, float]
) -> Iterator[Block]:
    for group in paragraphs_of(lines, *margins):
        text = joined_lines([_spaced(line) for line in group], " ")
        place = bisect_left(tops, group[0].top) + 1
        uncertain = uncertain_in(word for line in group for word in line.words)
        yield Block("paragraph", text, [], page.part, place, True, uncertain)


def _spaced(line: Line) -> str:
    """Give a line with its wide gaps, by which the halves of an official line are told."""
    return "   ".join(" ".join(word.text for word in piece) for piece in pieces_of(line))


# From page to page


def _add_page(blocks: list[Block], page: list[Block]) -> None:
    """Add the blocks of a page; its first table goes on with the one before the page's end."""
    meet = blocks and page and blocks[-1].kind == page[0].kind == "table"
    if meet and _join(blocks[-1], page[0]):
        del page[0]
    blocks.extend(page)


def _join(table: Block, more: Block) -> bool:
    a, b = table.edges, more.edges
    if len(a) < 3 or len(b) < 2 or abs(a[0] - b[0]) > _SAME or abs(a[-1] - b[-1]) > _SAME:
        return False
    union = clustered([*a, *b], _SAME)
    if len(union) > max(len(a), len(b)):
        return False
    _spread(table.rows, a, union)
    _spread(more.rows, b, union)
    first = _repeated(table, more)
    for row in more.rows[: first + 1]:
        row.after_gap = True
    table.rows += more.rows
    table.edges = union
    return True


def _spread(rows: Iterable[Row], edges: Sequence[float], union: Sequence[float]) -> None:
    """Give the columns of rows the numbers of a finer table."""

    def at(edge: int) -> int:
        return min(range(len(union)), key=lambda i: abs(union[i] - edges[edge]))

    for row in rows:
        for cell in row.cells:
            start = cell.column - 1
            end = min(start + cell.columns, len(edges) - 1)
            cell.column = at(start) + 1
            cell.columns = max(at(end) - at(start), 1)


def _repeated(table: Block, more: Block) -> int:
    """Count the rows of the table's header that come again."""
    count = 0
    for old, new in zip(table.rows, more.rows, strict=False):
        if [cell.text for cell in old.cells] != [cell.text for cell in new.cells]:
            break
        count += 1
    return count
