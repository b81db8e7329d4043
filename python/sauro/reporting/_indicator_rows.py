"""Indicators as the rows of an office's own table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sauro._core import Plan, Standing
from sauro.indicators._tasks import task_indicators
from sauro.monitoring._sentences import STATUS_WORDS, number_text, period_text

if TYPE_CHECKING:
    from sauro.monitoring._monitor import Monitor

__all__ = ["Column", "IndicatorGroup", "IndicatorRow", "columns_of", "indicator_groups"]

UNGROUPED = (0, "")
KEPT = ("name", "status")  # of a table without rows


class IndicatorRow(NamedTuple):
    """An indicator at a place, and the tasks that serve it; parts of another stand below it."""

    number: str
    depth: int
    standing: Standing
    tasks: str = ""


class IndicatorGroup(NamedTuple):
    """The rows of an area; without a title where the plan has none."""

    title: str
    rows: list[IndicatorRow]


class Column(NamedTuple):
    """A column: its header, its width in digits, whether it holds numbers, and its cells."""

    key: str
    header: str
    width: int
    is_number: bool
    value: Callable[[IndicatorRow], Any]

    def text(self, row: IndicatorRow) -> str:
        """Give a cell as reports write it."""
        value = self.value(row)
        if value is None:
            return ""
        if self.key == "change":
            return f"{'+' * (value > 0)}{number_text(value)} {row.standing.change_unit}".strip()
        return number_text(value) if isinstance(value, float) else str(value)


def indicator_groups(plan: Plan, seen: Monitor) -> list[IndicatorGroup]:
    """Give the standings in the order of the plan, by its areas."""
    known = {one.id: one for one in plan.indicators}
    titles = {
        (annex.number, area.number): f"{area.number}. {area.title}" if area.number else area.title
        for annex in plan.annexes
        for area in annex.areas
    }
    tasks: dict[str, list[str]] = {}
    for task, served in task_indicators(plan).items():
        for indicator in served:
            tasks.setdefault(indicator, []).append(task)
    groups: dict[tuple[int, str], list[IndicatorRow]] = {}
    for standing in seen.standings:
        one = known.get(standing.indicator)
        key = UNGROUPED if one is None else (one.annex, one.area)
        row = IndicatorRow(
            "" if one is None else one.number,
            _depth(standing, known),
            standing,
            ", ".join(tasks.get(standing.indicator, [])),
        )
        groups.setdefault(key, []).append(row)
    return [IndicatorGroup(titles.get(key, ""), rows) for key, rows in groups.items()]


def _depth(standing: Standing, known: dict[str, Any]) -> int:
    depth, above = 0, known.get(standing.indicator)
    while above is not None and above.parent and depth < len(known):
        depth, above = depth + 1, known.get(above.parent)
    return depth


def _period(row: IndicatorRow) -> str:
    one = row.standing
    if one.value is None or one.first is None or one.last is None:
        return ""
    return period_text(one.first, one.last)


def _target(row: IndicatorRow) -> float | str | None:
    one = row.standing
    is_plain = one.comparison == "at_least" and one.target is not None
    return one.target if is_plain else one.target_text or one.target


def columns_of(groups: Sequence[IndicatorGroup]) -> list[Column]:
    """Give the columns of an office's table; those that would be empty are left out.

    The period of the last values is in their header where it is one for all.
    """
    rows = [row for group in groups for row in group.rows]
    periods = {period for row in rows if (period := _period(row))}
    value = f"Thực hiện {periods.pop()}" if len(periods) == 1 else "Thực hiện kỳ cuối"
    texts = [
        Column("number", "STT", 6, False, lambda row: row.number),
        Column("name", "Chỉ tiêu", 40, False, lambda row: _name(row.standing)),
        Column("place", "Nơi", 18, False, lambda row: row.standing.place),
        Column("unit", "ĐVT", 11, False, lambda row: row.standing.unit),
        Column("target", "Kế hoạch", 12, True, _target),
    ]
    if value == "Thực hiện kỳ cuối":
        texts.append(Column("period", "Kỳ cuối", 16, False, _period))
    numbers = [
        ("value", value, 13),
        ("cumulated", "Lũy kế", 12),
        ("percent", "% kế hoạch", 11),
        ("last_year", "Cùng kỳ năm trước", 12),
        ("change", "So cùng kỳ", 13),
        ("estimate", "Dự kiến cả năm", 12),
    ]
    all_columns = [
        *texts,
        *(Column(key, header, width, True, _reader(key)) for key, header, width in numbers),
        Column("status", "Tình trạng", 15, False, lambda row: STATUS_WORDS[row.standing.status]),
        Column("tasks", "Nhiệm vụ", 12, False, lambda row: row.tasks),
    ]
    return [one for one in all_columns if one.key in KEPT or any(one.text(row) for row in rows)]


def _name(one: Standing) -> str:
    return one.name or one.indicator


def _reader(key: str) -> Callable[[IndicatorRow], Any]:
    return lambda row: getattr(row.standing, key)
