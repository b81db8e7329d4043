"""Which row of a log says how each occurrence stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sauro._core import ProgressEntry
from sauro.scheduling._schedule import Schedule
from sauro.serving._log import Log
from sauro.tracking._progress import Progress
from sauro.tracking._track import track

__all__ = ["empty_rows", "last_rows"]


def last_rows(due: Schedule, entries: Mapping[int, ProgressEntry], today: date) -> list[int | None]:
    """Give for each occurrence the row that counts, which is the last of those that are of it."""
    asked = [
        {"task": one.task, "occurrence": one.occurrence, "date": one.date, "who": str(at)}
        for at, one in entries.items()
    ]
    return _found(due, asked, today)


def empty_rows(due: Schedule, log: Log, rows: Iterable[int], today: date) -> list[int | None]:
    """Give for each occurrence the row of a register in which nothing is filled in."""
    asked = []
    for at in rows:
        task = log.value(at, "task") or log.value(at, "title")
        if task:
            label = log.value(at, "occurrence")
            asked.append({"task": task, "occurrence": label, "date": today, "who": str(at)})
    return _found(due, asked, today)


def _found(due: Schedule, asked: list[dict[str, Any]], today: date) -> list[int | None]:
    """Ask who follows the plan, so that rows are of what they are of there."""
    log = Progress(asked, on_problem="keep")
    table = track(due, log, today, on_problem="keep").table
    return [int(who) if who else None for who in table["who"].tolist()]
