"""What a register has a row for: each task and dated duty in each of its periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sauro._core import Plan
from sauro.scheduling._schedule import Schedule
from sauro.text._keys import fold

__all__ = ["FILLED", "HEADERS", "KEYS", "LogRow", "RegisterRow", "fill_rows", "register_rows"]

# the columns of what the plan says, then those to fill in; a log is read by the same names
HEADERS = {
    "task": ("Mã", "Id"),
    "number": ("STT", "No."),
    "title": ("Nhiệm vụ", "Title"),
    "lead": ("Cơ quan chủ trì", "Lead"),
    "coordinators": ("Cơ quan phối hợp", "Coordinators"),
    "occurrence": ("Kỳ", "Period"),
    "deadline": ("Hạn", "Deadline"),
    "status": ("Tình trạng", "Status"),
    "percent": ("Tỷ lệ hoàn thành", "Percent"),
    "result": ("Kết quả", "Result"),
    "document": ("Số, ngày văn bản", "Document"),
    "date": ("Ngày cập nhật", "Date"),
    "who": ("Người cập nhật", "Updated by"),
    "note": ("Ghi chú", "Note"),
    "due": ("Hạn mới", "Due"),
    "finished": ("Ngày hoàn thành", "Finished"),
    "stars": ("Số sao", "Stars"),
    "evidence": ("Minh chứng", "Evidence"),
}
KEYS = ("task", "number", "title", "lead", "coordinators", "occurrence", "deadline")
LogRow = tuple[str, str, str, str, dict[str, Any]]  # place, task, title, occurrence, filled
FILLED = ("status", "percent", "result", "document", "date", "who", "note")


@dataclass
class RegisterRow:
    """One task in one of its periods, and what was filled in."""

    task: str
    number: str
    title: str
    lead: str
    coordinators: str
    occurrence: str
    deadline: date | None
    leads: Sequence[str] = ()
    filled: dict[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """Give the cell of a column."""
        return getattr(self, name) if name in KEYS else self.filled.get(name)


def register_rows(plan: Plan, due: Schedule) -> list[RegisterRow]:
    """Give the rows of a register in the plan's order, nothing filled in."""
    numbers = {task.id: task.number for task in plan.tasks}
    numbers.update((duty.id, duty.section) for duty in plan.duties)
    occurrences = defaultdict(list)
    for one in due.occurrences:
        occurrences[one.task].append(one)
    return [
        RegisterRow(
            task=task.id,
            number=numbers.get(task.id, ""),
            title=task.title,
            lead=", ".join(task.lead_names),
            coordinators=", ".join(task.coordinator_names),
            occurrence=one.occurrence,
            deadline=one.due,
            leads=task.leads,
        )
        for task in due.tasks
        for one in occurrences[task.id]
    ]


def fill_rows(rows: Iterable[RegisterRow], old: Iterable[LogRow]) -> list[LogRow]:
    """Fill rows with what an older register has for them; give back what fits nowhere.

    The words of a task find it, since numbers move when a plan is changed; its id does where the
    older register has no words, or tells tasks with the same words apart.
    """
    by_words: Mapping[tuple[str, str], list[RegisterRow]] = defaultdict(list)
    by_id: dict[tuple[str, str], list[RegisterRow]] = defaultdict(list)
    for row in rows:
        for label in (fold(row.occurrence), ""):  # a task of one period needs no label
            by_words[fold(row.title), label].append(row)
            by_id[row.task, label].append(row)
    left = []
    for one in old:
        _, task, title, occurrence, filled = one
        label = fold(occurrence)
        found = by_words[fold(title), label] if title else []
        same = by_id[task, label]
        if len(same) == 1 and (not title or same[0] in found):
            found = same
        if len(found) == 1 and not found[0].filled:
            found[0].filled = dict(filled)
        else:
            left.append(one)
    return left
