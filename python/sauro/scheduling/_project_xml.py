"""A schedule as Microsoft Project XML and back.

Elements and their order as in Microsoft's documentation of the Project XML data interchange schema
(namespace http://schemas.microsoft.com/project).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Protocol

from sauro._base.errors import ParseError, ValidationError, error
from sauro.calendar._working import WorkingCalendar

__all__ = ["finish_days", "project_xml"]

NAMESPACE = "http://schemas.microsoft.com/project"
MALFORMED, INVALID_OPTION = 300, 260
WORKED = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
SUMMARY_UIDS = 1_000_000  # of tasks that have several occurrences
FINISH_TO_FINISH, FINISH_TO_START = "0", "1"


class _Schedule(Protocol):
    """What is written of a schedule."""

    @property
    def title(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def tasks(self) -> list[Any]: ...
    @property
    def occurrences(self) -> list[Any]: ...
    @property
    def dependencies(self) -> list[Any]: ...


def _add(parent: ET.Element, name: str, text: object = None) -> ET.Element:
    child = ET.SubElement(parent, name)
    if text is not None:
        child.text = str(text)
    return child


def _worked_times(parent: ET.Element) -> None:
    times = _add(parent, "WorkingTimes")
    for start, end in WORKED:
        time = _add(times, "WorkingTime")
        _add(time, "FromTime", start)
        _add(time, "ToTime", end)


def _calendar(root: ET.Element, days: WorkingCalendar, years: Iterator[int]) -> None:
    """Write the week, and each day that differs from others of its weekday as an exception."""
    calendar = _add(_add(root, "Calendars"), "Calendar")
    _add(calendar, "UID", 1)
    _add(calendar, "Name", "Việt Nam")
    _add(calendar, "IsBaseCalendar", 1)
    _add(calendar, "BaseCalendarUID", -1)
    week = _add(calendar, "WeekDays")
    for day_type in range(1, 8):  # 1 is Sunday
        weekday = _add(week, "WeekDay")
        _add(weekday, "DayType", day_type)
        worked = day_type not in (1, 7)
        _add(weekday, "DayWorking", int(worked))
        if worked:
            _worked_times(weekday)
    exceptions = _add(calendar, "Exceptions")
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            worked = bool(days.is_working(day))
            if worked != (day.weekday() < 5):
                _exception(exceptions, day, worked)
            day += timedelta(days=1)


def _exception(parent: ET.Element, day: date, worked: bool) -> None:
    exception = _add(parent, "Exception")
    _add(exception, "EnteredByOccurrences", 0)
    period = _add(exception, "TimePeriod")
    _add(period, "FromDate", f"{day}T00:00:00")
    _add(period, "ToDate", f"{day}T23:59:00")
    _add(exception, "Occurrences", 1)
    _add(exception, "Name", f"Làm bù {day:%d/%m/%Y}" if worked else f"Nghỉ {day:%d/%m/%Y}")
    _add(exception, "Type", 1)
    _add(exception, "DayWorking", int(worked))
    if worked:
        _worked_times(exception)


def project_xml(schedule: _Schedule, days: WorkingCalendar) -> str:
    """Write a schedule; occurrences without a day have no dates."""
    occurrences = schedule.occurrences
    dated = [day for one in occurrences for day in (one.start, one.due) if day]
    first = min(dated, default=date(schedule.year, 1, 1))
    last = max(dated, default=date(schedule.year, 12, 31))
    root = ET.Element("Project", xmlns=NAMESPACE)
    _add(root, "SaveVersion", 14)
    _add(root, "Name", schedule.title)
    _add(root, "Title", schedule.title)
    _add(root, "ScheduleFromStart", 1)
    _add(root, "StartDate", f"{first}T08:00:00")
    _add(root, "CalendarUID", 1)
    _calendar(root, days, iter(range(first.year, last.year + 1)))
    _tasks(root, schedule, occurrences)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _tasks(root: ET.Element, schedule: _Schedule, occurrences: list[Any]) -> None:
    by_task: dict[str, list[int]] = {}
    for i, one in enumerate(occurrences):
        by_task.setdefault(one.task, []).append(i)
    uid_of = {
        task: places[0] + 1 if len(places) == 1 else SUMMARY_UIDS + n
        for n, (task, places) in enumerate(by_task.items())
    }
    before: dict[str, list[tuple[int, str]]] = {}
    for link in schedule.dependencies:
        kind = FINISH_TO_FINISH if link.kind == "part" else FINISH_TO_START
        before.setdefault(link.after, []).append((uid_of[link.before], kind))
    tasks = _add(root, "Tasks")
    number = 0
    for task in schedule.tasks:
        places = by_task[task.id]
        notes = "; ".join([*task.lead_names, task.product])
        links = before.get(task.id, [])
        number += 1
        if len(places) == 1:
            one = occurrences[places[0]]
            name = f"{task.id} {task.title}"
            _task(tasks, (places[0] + 1, number, name, 1, False), one.start, one.due, notes, links)
            continue
        dues = [occurrences[i].due or date.min for i in places]
        starts = [occurrences[i].start or due for i, due in zip(places, dues, strict=True)]
        head = (uid_of[task.id], number, f"{task.id} {task.title}", 1, True)
        _task(tasks, head, min(starts), max(dues), notes, links)
        for i in places:
            number += 1
            one = occurrences[i]
            _task(tasks, (i + 1, number, one.label, 2, False), one.start, one.due, one.reading, [])


def _task(
    tasks: ET.Element,
    head: tuple[int, int, str, int, bool],
    start: date | None,
    due: date | None,
    notes: str,
    links: list[tuple[int, str]],
) -> None:
    uid, number, name, level, summary = head
    task = _add(tasks, "Task")
    _add(task, "UID", uid)
    _add(task, "ID", number)
    _add(task, "Name", name)
    _add(task, "Active", 1)
    _add(task, "Manual", 1)  # the plan's own days, not worked out from durations
    _add(task, "IsNull", 0)
    _add(task, "OutlineLevel", level)
    if due:
        begin = min(start or due, due)
        for prefix in ("", "Manual"):
            _add(task, f"{prefix}Start", f"{begin}T08:00:00")
            _add(task, f"{prefix}Finish", f"{due}T17:00:00")
    _add(task, "Milestone", 0)
    _add(task, "Summary", int(summary))
    if due:
        _add(task, "Deadline", f"{due}T17:00:00")
    if notes:
        _add(task, "Notes", notes)
    for other, kind in links:
        link = _add(task, "PredecessorLink")
        _add(link, "PredecessorUID", other)
        _add(link, "Type", kind)


def finish_days(schedule: _Schedule, text: str) -> list[date | None]:
    """Read the finish day of each occurrence of a project file that was made from it."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise error(ParseError, MALFORMED, "", ["a project file has no document type"])
    try:
        root = ET.fromstring(text)
    except ET.ParseError as why:
        raise error(ParseError, MALFORMED, "", [str(why)]) from None
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
        if name and name != one.label and not name.startswith(f"{one.task} "):
            problems.append(f"task {i + 1} is {name!r}, expected {one.label!r} or {one.task}")
        dues.append(day)
    if problems:
        raise error(ValidationError, INVALID_OPTION, "Task", problems)
    return dues
