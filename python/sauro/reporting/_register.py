"""How things stand, written back into the register's own Word file."""

from __future__ import annotations

import copy
import io
import os
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from sauro._base.errors import ValidationError, error, say
from sauro._base.files import read_bytes, refuse_shared, write_bytes
from sauro._base.shown import visible
from sauro.reading._read import read_plan
from sauro.reporting._own_columns import W, add_run, cell_at, own_columns, put_words, text_of
from sauro.tracking._board import Board

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

    from lxml.etree import _Element

    from sauro._core import Task

__all__ = ["fill_register"]

INVALID_PROGRESS = 262
PART = "word/document.xml"
TITLES = {"status": "Tình trạng", "result": "Kết quả"}
OTHER_TITLES = ("Mã", "Nhiệm vụ ngoài các bảng", *TITLES.values())


def fill_register(
    source: str | os.PathLike[str], board: Board, path: str | os.PathLike[str] | None = None
) -> bytes:
    """Write status and result beside the tasks in a docx, in its own columns where it has them.

    A table without a column for one of them ("Tiến độ", "Kết quả thực hiện") gets one more; what
    stands in its own column stays where the log says nothing. Filling the filled file again
    changes nothing. Tasks and duties that stand in the text are listed in a table of their own at
    the end. Every other byte of the file stays as it was: of the archive only the document's own
    part is written anew, and of that only the rows of those tables.

    Parameters
    ----------
    source : path
        The docx that the plan was read from.
    board : Board
        Of that plan's schedule.
    path : path, optional
        Where to write the filled file; the source itself is never written.

    Returns
    -------
    bytes
        The filled file.

    Raises
    ------
    ValidationError
        Code 262 where a task of the board isn't in the file; all of them are named. Code 260 where
        `path` is the source.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> file = sauro.datasets.path("ke-hoach-tan-hoa.docx")
    >>> due = sauro.schedule(sauro.read_plan(file))
    >>> filled = sauro.fill_register(file, sauro.track(due, sauro.Progress(), date(2026, 7, 1)))
    >>> filled[:2]
    b'PK'
    """
    import zipfile  # slow to import, as the next one

    from lxml import etree

    if path is not None:
        refuse_shared([source], [path])
    content = read_bytes(source)
    plan = read_plan(text=content, format="docx")
    texts = _texts(board)
    known = {one.id for one in (*plan.tasks, *plan.duties)}
    missing = [task for task in texts if task not in known]
    if missing:
        problems = [
            say("tệp không có nhiệm vụ {!r}", "the file has no task {!r}", task) for task in missing
        ]
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(source), problems)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(archive.read(PART), parser)
        paragraphs = list(root.iter(f"{W}p"))
        rows = {}
        for task in plan.tasks:
            row = _row_in(paragraphs, task)
            if row is not None:
                rows[row] = texts.pop(task.id, ("", ""))
        for table in dict.fromkeys(row.getparent() for row in rows):
            _fill(table, rows)
        _list_others(root, board, texts)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        filled = _with_part(archive, data)
    if path is not None:
        write_bytes(path, filled)
    return filled


def _texts(board: Board) -> dict[str, tuple[str, str]]:
    """Status and result by task; results of several occurrences are named by their labels."""
    table = board.table
    results: dict[str, list[str]] = defaultdict(list)
    columns = (table[name] for name in ("task", "occurrence", "result", "document"))
    counts = Counter(str(task) for task in table["task"])
    for task, label, result, document in zip(*columns, strict=True):
        words = "; ".join(text for text in (str(result), str(document)) if text)
        if words:
            results[str(task)].append(f"{label}: {words}" if counts[str(task)] > 1 else words)
    return {task: (state, "; ".join(results[task])) for task, state in board.states().items()}


def _row_in(paragraphs: list[_Element], task: Task) -> _Element | None:
    """Find the row of a task; one that stands in the text has none."""
    return _row_of(paragraphs[task.span.paragraph - 1]) if task.span.part == PART else None


def _row_of(paragraph: _Element) -> _Element | None:
    element: _Element | None = paragraph
    while element is not None and element.tag != f"{W}tr":
        element = element.getparent()
    return element


def _fill(table: _Element, rows: dict[_Element, tuple[str, str]]) -> None:
    """Write into the columns that the table has for status and result; add those that it lacks."""
    all_rows = table.findall(f"{W}tr")
    first = next(i for i, row in enumerate(all_rows) if row in rows)
    own = own_columns(all_rows[:first])
    for at, field in enumerate(TITLES):
        for row in all_rows:
            text = rows[row][at] if row in rows and field in own else ""
            cell = cell_at(row, own[field]) if text else None
            if cell is not None:
                put_words(cell, text)
    lacking = [at for at, field in enumerate(TITLES) if field not in own]
    if lacking:
        _widen(table, rows, lacking)


def _widen(table: _Element, rows: dict[_Element, tuple[str, str]], lacking: list[int]) -> None:
    """Add a cell for each title to every row: the titles above the first task, then the texts.

    The other columns give way, so that the table stays as wide as it was.
    """
    titles = list(TITLES.values())
    grid = table.find(f"{W}tblGrid")
    width = None
    if grid is not None:
        shown = sum(int(column.get(f"{W}w", "0")) for column in grid)
        width = shown // (len(grid) + len(lacking)) or None
        scale = 1 - len(lacking) * width / shown if width else 1
        for element in [*grid, *table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW")]:
            if (element.get(f"{W}w") or "").isdigit() and element.get(f"{W}type", "dxa") == "dxa":
                element.set(f"{W}w", str(round(int(element.get(f"{W}w")) * scale)))
        for _ in lacking:
            column = grid.makeelement(f"{W}gridCol")
            column.set(f"{W}w", str(width or 0))
            grid.append(column)
    is_head = True
    for i, row in enumerate(table.findall(f"{W}tr")):
        is_head = is_head and row not in rows
        repeats = row.find(f"{W}trPr/{W}tblHeader") is not None
        texts = rows.get(row, titles if (i == 0 and is_head) or repeats else ("", ""))
        for at in lacking:
            row.append(_cell(row, texts[at], width))


def _list_others(root: _Element, board: Board, texts: dict[str, tuple[str, str]]) -> None:
    """Add a table at the end of what stands in no table: id, title, status and result."""
    body = root.find(f"{W}body")
    if body is None:
        return
    for table in body.findall(f"{W}tbl"):  # of the time before
        if tuple(text_of(cell) for cell in table.iterfind(f"{W}tr[1]/{W}tc")) == OTHER_TITLES:
            for beside in (table.getprevious(), table.getnext(), table):
                body.remove(beside)
    if not texts:
        return
    titles = {task.id: task.title for task in board.schedule.tasks}
    rows = [OTHER_TITLES, *((task, titles[task], *text) for task, text in texts.items())]
    end = body.find(f"{W}sectPr")
    place = len(body) if end is None else body.index(end)
    body[place:place] = [body.makeelement(f"{W}p"), _table_of(rows), body.makeelement(f"{W}p")]


def _table_of(rows: Sequence[tuple[str, ...]]) -> _Element:
    from html import escape

    from lxml import etree

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    cells = (
        "".join(cell.format(escape(visible(text), quote=False)) for text in row) for row in rows
    )
    return etree.fromstring(
        f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        + "</w:tbl>"
    )


def _cell(row: _Element, text: str, width: int | None) -> _Element:
    """Make a cell that looks like the last one of its row, with a text of its own."""
    last = row.findall(f"{W}tc")[-1]
    cell = last.makeelement(f"{W}tc")
    look = last.find(f"{W}tcPr")
    if look is not None:
        kept: Any = copy.deepcopy(look)
        for name in ("gridSpan", "vMerge", "hMerge"):
            for element in kept.findall(f"{W}{name}"):
                kept.remove(element)
        for element in kept.findall(f"{W}tcW"):
            if width is None:
                kept.remove(element)
                continue
            element.set(f"{W}w", str(width))
            element.set(f"{W}type", "dxa")
        cell.append(kept)
    paragraph = cell.makeelement(f"{W}p")
    if text:
        add_run(paragraph, text, last.find(f".//{W}rPr"))
    cell.append(paragraph)
    return cell


def _with_part(archive: zipfile.ZipFile, data: bytes) -> bytes:
    """Write the archive again with one part exchanged, the others as they are."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as filled:
        for item in archive.infolist():
            filled.writestr(item, data if item.filename == PART else archive.read(item.filename))
    return out.getvalue()
