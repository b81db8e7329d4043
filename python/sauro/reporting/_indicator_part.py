"""Where indicators stand, as a part of the report on the tasks of their plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sauro._base.words import Words
from sauro._core import Plan
from sauro.monitoring._sentences import STATUS_WORDS, number_text
from sauro.reporting._indicator_report import LATE, contradiction_text
from sauro.reporting._indicator_rows import (
    IndicatorGroup,
    IndicatorRow,
    columns_of,
    indicator_groups,
)
from sauro.reporting._parts import Block, Grid, Item, Line

if TYPE_CHECKING:
    from sauro.monitoring._monitor import Monitor

__all__ = ["indicator_blocks", "indicator_table"]

MOST_ROWS = 60  # of one table; the report on indicators has all of them
SHOWN = ("name", "place", "unit", "target")


def indicator_blocks(plan: Plan, seen: Monitor, words: Words) -> list[Block]:
    """Give a table of the indicators, and in words what the table can't hold.

    Places that are parts of others are left to the report on indicators, and so is what is on its
    way where the rest is long already.
    """
    rows = _rows(plan, seen)
    if len(rows) > MOST_ROWS:
        rows = [row for row in rows if row.standing.status in LATE]
    return list(_told(plan, seen, rows, words))


def indicator_table(plan: Plan, seen: Monitor, words: Words) -> tuple[list[str], list[list[Any]]]:
    """Give the head and the rows of all of them, numbers as numbers."""
    return _table(_rows(plan, seen), words)


def _rows(plan: Plan, seen: Monitor) -> list[IndicatorRow]:
    parts = seen.parents
    rows = [row for group in indicator_groups(plan, seen) for row in group.rows]
    return [row for row in rows if row.standing.place not in parts]


def _told(plan: Plan, seen: Monitor, rows: list[IndicatorRow], words: Words) -> Iterator[Block]:
    day = words.day(seen.as_of)
    yield Line(words("Chỉ tiêu đến {day}", day=day), is_head=True)
    counts = [f"{words(STATUS_WORDS[name])} {n}" for name, n in seen.counts.items() if n]
    yield Line(words("{n} chỉ tiêu: {counts}.", n=len(seen), counts=", ".join(counts)))
    kept = rows[:MOST_ROWS]
    if kept:
        head, cells = _table(kept, words)
        texts = [[number_text(v) if isinstance(v, float) else v for v in row] for row in cells]
        yield Grid(words("Các chỉ tiêu"), head, texts)
    if len(rows) > len(kept):
        yield Line(words("Còn {n} dòng trong báo cáo chỉ tiêu.", n=len(rows) - len(kept)))
    if words.language == "vi":  # sentences are in Vietnamese
        shown = {(row.standing.indicator, row.standing.place) for row in kept}
        for one, text in zip(seen.standings, seen.sentences, strict=True):
            if one.status in LATE and (one.indicator, one.place) in shown:
                yield Item("", text)
    names = {one.id: one.name for one in plan.indicators}
    for clash in seen.contradictions:
        yield Item("", contradiction_text(clash, names))


def _table(rows: list[IndicatorRow], words: Words) -> tuple[list[str], list[list[Any]]]:
    columns = [one for one in columns_of([IndicatorGroup("", rows)]) if one.key in SHOWN]
    head = [words("Tên chỉ tiêu" if one.key == "name" else one.header) for one in columns]
    head += [words(name) for name in ("Thực hiện", "% kế hoạch", "So cùng kỳ", "Tình trạng")]
    return head, [[*(one.value(row) for one in columns), *_done(row, words)] for row in rows]


def _done(row: IndicatorRow, words: Words) -> list[Any]:
    one = row.standing
    amount = one.value if one.cumulated is None and one.measure != "flow" else one.cumulated
    change = ""
    if one.change is not None:
        sign = "+" * (one.change > 0)
        change = f"{sign}{number_text(one.change)} {one.change_unit}".strip()
    cells = [amount, one.percent, change, words(STATUS_WORDS[one.status])]
    return ["" if cell is None else cell for cell in cells]
