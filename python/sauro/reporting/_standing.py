"""How each thing that falls due stands, as reports tell it: with results, documents and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from sauro._base.shown import sentence
from sauro._base.words import Words
from sauro.text._keys import fold
from sauro.tracking._board import Board

__all__ = ["DONE", "OPEN", "Standing", "changes", "figures", "standings"]

DONE = ("done_on_time", "done_late", "done")
OPEN = ("not_due", "in_progress", "postponed", "overdue", "not_reported")


class Standing(NamedTuple):
    """One task in one of its periods."""

    task: str
    title: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    area: tuple[int, str]  # annex and its area
    area_name: str
    label: str  # of the period
    occurrence: str  # the same, empty for what is due once
    is_review: bool  # of what goes on all the time
    is_duty: bool
    first_due: date | None
    due: date | None  # after postponements
    working_days: int  # to the due day, below 0 for one that has passed
    status: str
    finished: date | None
    late_days: int
    percent: float | None
    result: str
    document: str
    evidence: str
    who: str
    reason: str

    @property
    def is_due(self) -> bool:
        """Whether its day has come, be it done or not."""
        return self.due is not None and self.working_days <= 0 and self.status != "cancelled"

    @property
    def is_done(self) -> bool:
        """Whether it is done, late or not."""
        return self.status in DONE

    def is_ahead(self, until: date) -> bool:
        """Whether its day lies between now and another one."""
        return self.due is not None and self.working_days >= 0 and self.due <= until

    def is_coming(self, until: date) -> bool:
        """Whether it is to be done from now to a day; reviews are only to be reported on."""
        is_open = self.status in ("not_due", "in_progress", "postponed")
        return is_open and self.is_ahead(until) and not self.is_review

    def due_day(self, words: Words) -> str:
        """Write the due day; empty where there is none."""
        return "" if self.due is None else words.day(self.due)


def standings(board: Board) -> list[Standing]:
    """Give how everything stands, in the order of the schedule."""
    tasks = {task.id: task for task in board.schedule.tasks}
    titles = {one: sentence(task.title) for one, task in tasks.items()}
    people = {one: (tuple(t.lead_names), tuple(t.coordinator_names)) for one, t in tasks.items()}
    notes = _notes(board)
    working_days = cache(board.working_days_to)
    found = []
    rows = board.table.to_dicts()
    for row, one in zip(rows, board.schedule.occurrences, strict=True):
        task, due = tasks[one.task], row["due"]
        percent = row["percent"]
        reason = notes.get((one.task, fold(one.occurrence))) if notes else ""
        found.append(
            Standing(
                task=one.task,
                title=titles[one.task],
                leads=people[one.task][0],
                coordinators=people[one.task][1],
                area=(task.annex, task.area),
                area_name=task.area_name,
                label=one.occurrence,
                occurrence="" if one.kind == "once" else one.occurrence,
                is_review=one.kind == "review",
                is_duty=bool(task.duty),
                first_due=one.due,
                due=due,
                working_days=0 if due is None else working_days(due),
                status=row["status"],
                finished=row["finished"],
                late_days=row["late_days"],
                percent=None if percent is None or percent != percent else percent,
                result=sentence(row["result"]),
                document=row["document"].strip(),
                evidence=row["evidence"],
                who=row["who"],
                reason=sentence(reason or notes.get((one.task, ""), "")),
            )
        )
    return found


def _notes(board: Board) -> dict[tuple[str, str], str]:
    """Give the last note on each task and period; without one of its periods, on the task."""
    table = board.progress.table[["task", "occurrence", "date", "note"]]
    rows = [row for row in table.to_dicts() if row["note"] and row["date"] <= board.as_of]
    if not rows:
        return {}
    by_words = {fold(task.title): task.id for task in board.schedule.tasks}
    known = {(one.task, fold(one.occurrence)) for one in board.schedule.occurrences}
    notes = {}
    for row in sorted(rows, key=lambda row: row["date"]):
        task = by_words.get(fold(row["task"]), row["task"])
        key = task, fold(row["occurrence"])
        notes[key if key in known else (task, "")] = row["note"]
    return notes


def figures(rows: Sequence[Standing]) -> dict[str, int]:
    """Count what is done, due, overdue and not reported; and the parts of what is due."""
    due = [row for row in rows if row.is_due]

    def of(some: Sequence[Standing], *statuses: str) -> int:
        return sum(row.status in statuses for row in some)

    parts = {
        "on_time": of(due, "done_on_time"),
        "late": of(due, "done_late", "done"),
        "overdue": of(due, "overdue"),
        "not_reported": of(due, "not_reported"),
    }
    return {
        "done": of(rows, *DONE),
        "due": len(due),
        **parts,
        "open": len(due) - sum(parts.values()),
        "early": of(rows, *DONE) - of(due, *DONE),
    }


def changes(board: Board, before: Board, words: Words) -> str:
    """Say what changed since the day of an earlier board."""
    rows = board.changes_since(before).to_dicts()
    kinds = {
        "{n} việc hoàn thành": lambda row: row["after"] in DONE and row["before"] not in DONE,
        "{n} việc mới quá hạn": lambda row: row["after"] == "overdue",
        "{n} việc lùi hạn": lambda row: row["due_before"] != row["due_after"],
    }
    counts = {text: sum(map(is_such, rows)) for text, is_such in kinds.items()}
    said = [words(text, n=n) for text, n in counts.items() if n] or [words("không có thay đổi")]
    return words("Từ ngày {day}: {news}.", day=words.day(before.as_of), news=", ".join(said))
