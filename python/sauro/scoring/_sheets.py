"""The sheets of a workbook of scores."""

from __future__ import annotations

from typing import Any

from sauro.scoring._comparisons import Comparisons
from sauro.scoring._stages import STAGE_WORDS, stage_table
from sauro.table._arrays import list_of
from sauro.table._table import Table

__all__ = ["differences", "headed", "scorecard_sheets"]

HEADINGS = {
    "rank": "Hạng",
    "unit": "Đơn vị",
    "period": "Kỳ",
    "total": "Tổng điểm",
    "percent": "% điểm tối đa",
    "grade": "Xếp loại",
    "tied": "Đồng hạng với",
    "code": "Mã",
    "title": "Tiêu chí",
    "points": "Điểm",
    "max": "Điểm tối đa",
    "lost": "Điểm mất",
    "low": "Thấp nhất có thể",
    "high": "Cao nhất có thể",
    "units": "Số đơn vị mất điểm",
    "open": "Số đơn vị thiếu số liệu",
    "reason": "Vì",
    "before": "Trước",
    "after": "Sau",
    "change": "Thay đổi",
    "rank_before": "Hạng trước",
    "rank_after": "Hạng sau",
    "changed": "Số liệu thay đổi",
    "told": "Minh chứng, ý kiến, giải trình",
} | {stage: words.points or words.value for stage, words in STAGE_WORDS.items()}


def scorecard_sheets(card: Comparisons, since: Table | None = None) -> dict[str, Table]:
    """Rankings, points by criterion, changes, what was lost by criterion, and why each point."""
    several = len(card.periods) > 1
    appraised = differences(card)
    changes = {} if since is None else {"Thay đổi": headed(since, _titles(card))}
    return {
        "Xếp hạng": headed(card.rankings if several else card.ranking()),
        "Điểm": headed(card.table, _titles(card)),
        **changes,
        **({"Thẩm định": headed(appraised)} if len(appraised) else {}),
        "Mất điểm": headed(_lost(card)),
        "Diễn giải": headed(_reasons(card, several)),
    }


def differences(card: Comparisons) -> Table:
    """List what one stage of the assessment gave otherwise than the one before, or spoke about."""
    table = stage_table(card)
    stages = [name for name in table.columns if name in STAGE_WORDS]
    if len(stages) < 2:
        return table.head(0)
    moved = abs(table["change"]) > 0  # not where one of the two is open
    return table.filter(moved | (table["changed"] != ""))


def _titles(card: Comparisons) -> dict[str, str]:
    return {one.code: f"{one.code} {one.title}".strip() for one in card._framework.criteria}


def headed(table: Table, titles: dict[str, str] | None = None) -> Table:
    """Give the columns Vietnamese headings; ties only where there are some."""
    known = HEADINGS | (titles or {})
    lists = {column.name: list_of(column) for column in table._core.columns}
    if not any(lists.get("tied", ())):
        lists.pop("tied", None)
    return Table({known.get(name, name): cells for name, cells in lists.items()})


def _lost(card: Comparisons) -> Table:
    """List what was lost by criterion in each period."""
    parts = [card.lost_by_criterion(period) for period in card._periods_in_time]
    lists: dict[str, list[Any]] = {}
    if len(parts) > 1:
        lists["period"] = [p for p in card._periods_in_time for _ in parts[0]["code"]]
    for name in parts[0].columns:
        lists[name] = [cell for part in parts for cell in part[name].tolist()]
    return Table(lists)


def _reasons(card: Comparisons, several: bool) -> Table:
    """Points of the leaves, and which case of their rules held."""
    import numpy as np

    tidy = card.tidy
    leaves = tidy.filter(tidy["leaf"])
    reasons = card.reasons()
    names = reasons.columns[2:]  # behind unit and period, in the order of the leaves
    columns: dict[str, Any] = {
        name: leaves[name]
        for name in ("unit", "period", "code", "title", "points", "max", "lost")
        if several or name != "period"
    }
    columns["reason"] = np.stack([reasons[name] for name in names], axis=1).reshape(-1)
    return Table(columns)
