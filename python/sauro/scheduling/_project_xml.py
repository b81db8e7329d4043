"""Due days of a schedule that were moved in a Microsoft Project file."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from typing import Any, Protocol

from sauro._base.errors import ParseError, Texts, ValidationError, error, say

__all__ = ["finish_days"]

NAMESPACE = "http://schemas.microsoft.com/project"
MALFORMED, INVALID_OPTION = 300, 260
NO_DOCTYPE = Texts(
    "tệp dự án không được khai báo kiểu tài liệu (DOCTYPE)", "a project file has no document type"
)


class _Schedule(Protocol):
    """What is read again of a schedule."""

    @property
    def occurrences(self) -> list[Any]: ...


def finish_days(schedule: _Schedule, text: str) -> list[date | None]:
    """Read the finish day of each occurrence of a project file that was made from it."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise error(ParseError, MALFORMED, "", [NO_DOCTYPE])
    try:
        root = ET.fromstring(text)
    except ET.ParseError as why:
        raise error(
            ParseError, MALFORMED, "", [say("XML sai cú pháp: {}", "not well-formed XML: {}", why)]
        ) from None
    space = f"{{{NAMESPACE}}}"
    finishes: dict[int, tuple[str, date | None]] = {}
    for task in root.iter(f"{space}Task"):
        finish = task.findtext(f"{space}Finish") or ""
        day = date.fromisoformat(finish[:10]) if finish else None
        finishes[int(task.findtext(f"{space}UID") or 0)] = (
            task.findtext(f"{space}Name") or "",
            day,
        )
    dues = []
    problems = []
    for i, one in enumerate(schedule.occurrences):
        name, day = finishes.get(i + 1, ("", one.due))
        if name and name != one.occurrence and not name.startswith(f"{one.task} "):
            problems.append((f"Task {i + 1}", *_other_name(name, one.occurrence, one.task)))
        dues.append(day)
    if problems:
        raise error(ValidationError, INVALID_OPTION, "Task", problems)
    return dues


def _other_name(name: str, occurrence: str, task: str) -> Texts:
    """Say that a task of the file is none of the schedule's at its place."""
    return say(
        "là {!r}, cần {!r} hoặc {}", "it is {!r}, expected {!r} or {}", name, occurrence, task
    )
