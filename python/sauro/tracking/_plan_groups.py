"""Counts over the boards of several plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sauro.plan._bodies import Body
from sauro.table._table import Table
from sauro.text._keys import fold
from sauro.tracking._board import Board
from sauro.tracking._words import STATUSES

__all__ = ["GROUPS_OF_PLANS", "NOBODY", "GroupOfPlans", "PlanBoard", "counted", "leads_of"]

GroupOfPlans = Literal["agency", "plan", "month"]
GROUPS_OF_PLANS: tuple[GroupOfPlans, ...] = ("agency", "plan", "month")
NOBODY = Body("", "chưa giao")


@dataclass(frozen=True)
class PlanBoard:
    """The board of one plan among several."""

    name: str
    document: str
    board: Board
    bodies: Mapping[str, Body]  # of its agencies
    has_log: bool


@dataclass
class Tally:
    """Counts of one group."""

    name: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATUSES, 0))
    shared: int = 0
    on_time: int = 0
    judged: int = 0

    def count(self, row: Mapping[str, Any], is_shared: bool, is_judged: bool) -> None:
        """Count a row; those of reviews aren't judged, as on the board of one plan."""
        self.counts[row["status"]] += 1
        self.shared += is_shared
        if is_judged:
            self.on_time += row["status"] == "done_on_time"
            self.judged += row["status"] == "done_on_time" or row["late_days"] > 0


def counted(parts: Sequence[PlanBoard], group: GroupOfPlans) -> Table:
    """Count by group, agencies with most overdue first."""
    tallies: dict[str, Tally] = {}
    if group == "plan":
        tallies = {part.name: Tally(part.name) for part in parts}
    for part in parts:
        leads = {task.id: leads_of(part, task.leads) for task in part.board.schedule.tasks}
        rows = part.board.table.to_dicts()
        for row, one in zip(rows, part.board.schedule.occurrences, strict=True):
            is_judged = part.board.reviews or one.kind != "review"
            for body in GROUPS[group](part, row, leads[one.task]):
                tally = tallies.setdefault(body.key, Tally(body.name))
                tally.count(row, len(leads[one.task]) > 1, is_judged)
    order = list(tallies)
    if group == "agency":
        order.sort(
            key=lambda key: (-tallies[key].counts["overdue"], not key, fold(tallies[key].name))
        )
    elif group == "month":
        order.sort()
    return _table(parts, group, {key: tallies[key] for key in order})


def _table(parts: Sequence[PlanBoard], group: GroupOfPlans, tallies: dict[str, Tally]) -> Table:
    some = list(tallies.values())
    columns: dict[str, list[Any]] = {group: list(tallies)}
    if group == "agency":
        columns["agency_name"] = [one.name for one in some]
    if group == "plan":
        columns["document"] = [part.document for part in parts]
        columns["log"] = [part.has_log for part in parts]
    columns |= {name: [one.counts[name] for one in some] for name in STATUSES}
    columns["total"] = [sum(one.counts.values()) for one in some]
    if group == "agency":
        columns["shared"] = [one.shared for one in some]
    columns["on_time_percent"] = [
        100 * one.on_time / one.judged if one.judged else float("nan") for one in some
    ]
    return Table(columns)


def leads_of(part: PlanBoard, ids: Iterable[str]) -> list[Body]:
    """Give the bodies that lead a task; one that says so where there is none."""
    return list(dict.fromkeys(part.bodies.get(one, Body(one, one)) for one in ids)) or [NOBODY]


def _agencies(_part: PlanBoard, _row: Mapping[str, Any], leads: list[Body]) -> list[Body]:
    return leads


def _plan(part: PlanBoard, _row: Mapping[str, Any], _leads: list[Body]) -> list[Body]:
    return [Body(part.name, part.name)]


def _month(_part: PlanBoard, row: Mapping[str, Any], _leads: list[Body]) -> list[Body]:
    month = row["due"].strftime("%Y-%m") if row["due"] else "chưa có hạn"
    return [Body(month, month)]


GROUPS: dict[GroupOfPlans, Callable[[PlanBoard, Mapping[str, Any], list[Body]], list[Body]]] = {
    "agency": _agencies,
    "plan": _plan,
    "month": _month,
}
