"""Scores for people: who stands where, what was lost and changed, and why each point."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from sauro._base.files import ending_of, write_bytes
from sauro._base.shown import markdown
from sauro.reporting._paper import add_table, paper, room_of, set_properties, turn, write
from sauro.scoring._page import scorecard_page
from sauro.scoring._sheets import differences, headed
from sauro.table._arrays import is_numeric, list_of
from sauro.table._rows_shown import cell_text, points_text
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._core import Explanation
    from sauro.scoring._scorecard import Scorecard

__all__ = ["report_scores"]

TITLE = "Kết quả chấm điểm"
WHY = "Vì sao có điểm này"
LARGEST = 10  # of the letters of tables


def report_scores(
    card: Scorecard, path: str | os.PathLike[str], *, since: Scorecard | None = None
) -> None:
    """Write who stands where, what was lost by criterion, and why each point.

    Where the inputs have several stages of an assessment, what appraisers changed is listed, with
    evidence and explanations.

    Parameters
    ----------
    path : path
        ``.html``, ``.docx``, ``.xlsx`` or ``.md``.
    since : Scorecard, optional
        Of an earlier year: the changes are listed as well.

    Raises
    ------
    ValidationError
        Code 260 for another ending.

    Examples
    --------
    >>> import tempfile, pathlib, sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> card = sauro.score(pgi, {"1": 7.5, "2": 7, "3": 4.5, "4": 5}, units=["Hà Nam"])
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "diem.md"
    >>> sauro.report_scores(card, path)
    >>> path.read_text(encoding="utf-8").splitlines()[0].split(":")[0]
    '# Kết quả chấm điểm'
    """
    write_one = WRITERS[ending_of(path, tuple(WRITERS))]
    write_one(card, path, since)


def _parts(card: Scorecard, since: Scorecard | None) -> Iterator[tuple[int, str, Table | None]]:
    """Give level, heading and table of each part."""
    several = len(card.periods) > 1
    yield 2, "Xếp hạng", headed(card.rankings if several else card.ranking())
    if since is not None:
        yield 2, "Thay đổi so với lần trước", headed(card.since(since))
    changed = differences(card)
    if len(changed):
        yield 2, "Chênh lệch qua thẩm định", headed(changed)
    yield 2, "Điểm mất theo tiêu chí", headed(card.lost_by_criterion())
    yield 2, WHY, None
    for period in card._periods_in_time:
        for unit in card.units:
            why = card._core.explain("", card._row(unit, period))
            yield 3, " – ".join(filter(None, (unit, period))), _explained(why)


def _explained(why: Explanation) -> Table:
    """List a criterion and all below it: points, why, and the inputs that were used."""
    rows = list(_flat(why))
    return Table(
        {
            "Mã": [one.code for one in rows],
            "Tiêu chí": [one.title for one in rows],
            "Điểm": [_points(one) for one in rows],
            "Vì": [one.reason for one in rows],
            "Số liệu, minh chứng": [_inputs(one) for one in rows],
        }
    )


def _flat(why: Explanation) -> Iterator[Explanation]:
    yield why
    for part in why.parts:
        yield from _flat(part)


def _points(why: Explanation) -> str:
    if not why.applies:
        return "không áp dụng"
    if why.points != why.points:
        points = f"{points_text(why.low)} đến {points_text(why.high)}"
    else:
        points = points_text(why.points)
    return f"{points} / {points_text(why.max)}"


def _inputs(why: Explanation) -> str:
    told = [
        f"{one.title or one.name}: {one.shown}" + (f" ({one.evidence})" if one.evidence else "")
        for one in why.inputs
    ]
    return "; ".join(told)


def _title(card: Scorecard) -> str:
    return f"{TITLE}: {card._framework.title}"


def _page(card: Scorecard, path: Any, since: Scorecard | None) -> None:
    page = scorecard_page(card, card.since(since) if since else None)
    write_bytes(path, page.encode())


def _workbook(card: Scorecard, path: Any, since: Scorecard | None) -> None:
    card.to_excel(path, since=since)


def _markdown(card: Scorecard, path: Any, since: Scorecard | None) -> None:
    lines = [f"# {markdown(_title(card))}"]
    if card._framework.source:
        lines += ["", markdown(card._framework.source)]
    for level, heading, table in _parts(card, since):
        lines += ["", f"{'#' * level} {markdown(heading)}"]
        if table is not None:
            lines += ["", *_lines(table)]
    write_bytes(path, ("\n".join(lines) + "\n").encode())


def _lines(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(markdown(name) for name in table.columns) + " |"
    rules = ("---:" if is_numeric(column) else "---" for column in table._core.columns)
    yield "| " + " | ".join(rules) + " |"
    for row in _rows(table):
        yield "| " + " | ".join(markdown(cell) for cell in row) + " |"


def _rows(table: Table) -> list[list[str]]:
    columns = [[cell_text(cell) for cell in list_of(one)] for one in table._core.columns]
    return [list(row) for row in zip(*columns, strict=True)]


def _document(card: Scorecard, path: Any, since: Scorecard | None) -> None:
    book = paper("vi")
    turn(book.sections[0], left=20, right=15)
    set_properties(book, _title(card), "", "vi", date.today())
    write(book, _title(card), "Title")
    if card._framework.source:
        write(book, card._framework.source, "Note")
    for level, heading, table in _parts(card, since):
        write(book, heading, f"Heading {level - 1}")
        if table is not None:
            right = [at for at, one in enumerate(table._core.columns) if is_numeric(one)]
            add_table(
                book, table.columns, _rows(table), room_of(book), numbers=right, largest=LARGEST
            )
    out = io.BytesIO()
    book.save(out)
    write_bytes(path, out.getvalue())


WRITERS = {".html": _page, ".docx": _document, ".xlsx": _workbook, ".md": _markdown}
