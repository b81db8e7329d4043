"""When each task of a plan is due."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.days import day_of, no_day
from sauro._base.errors import Texts, ValidationError, error, say
from sauro._core import Plan
from sauro.calendar._periods import ReportKind
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Dependency", "Schedule", "ScheduledOccurrence", "ScheduledTask", "schedule"]

INVALID_OPTION = 260
ROLLS = ("none", "forward", "backward")
REVIEWS = ("month", "quarter", "half_year", "nine_months", "year")


@dataclass(frozen=True)
class ScheduledTask:
    """What a schedule keeps of a task; agencies and areas as ids, with their names beside.

    Examples
    --------
    >>> import sauro
    >>> task = sauro.schedule(sauro.datasets.plan("phu-my")).tasks[0]
    >>> task.id, task.area_label, task.lead_names
    ('1.I.1', 'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', ['Phòng Văn hóa - Xã hội'])
    """

    id: str
    title: str
    annex: int
    area: str
    area_name: str
    product: str
    leads: list[str]
    lead_names: list[str]
    coordinators: list[str]
    coordinator_names: list[str]
    timeframe: str

    @property
    def area_label(self) -> str:
        """Number and title of the area, ``"I. Công tác chỉ đạo"``."""
        return ". ".join(filter(None, (self.area, self.area_name)))


@dataclass(frozen=True)
class ScheduledOccurrence:
    """One time that a task is due.

    Attributes
    ----------
    task : str
        Id.
    occurrence : str
        Label: ``"Quý I/2026"``; unique within its task.
    start, due : datetime.date or None
        The window; ``due`` is None where there is no date.
    kind : {"once", "period", "occasion", "review", "milestone", "event", "undated"}
    reading : str
        In Vietnamese: how the date came about, where that isn't plain.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.schedule(sauro.datasets.plan("phu-my")).occurrences[0]
    >>> one.task, one.occurrence, str(one.due), one.kind
    ('1.I.1', 'Quý I', '2026-03-31', 'once')
    """

    task: str
    occurrence: str
    start: date | None
    due: date | None
    kind: Literal["once", "period", "occasion", "review", "milestone", "event", "undated"]
    reading: str = ""


@dataclass(frozen=True)
class Dependency:
    """One task that comes before another: a ``part``, a step of an ``inspection`` or ``given``.

    Examples
    --------
    >>> import sauro
    >>> sauro.schedule(sauro.datasets.plan("phu-my")).dependencies[0]
    Dependency(before='1.I.3.1', after='1.I.3', kind='part')
    """

    before: str
    after: str
    kind: Literal["part", "inspection", "given"]


class Schedule:
    """What is due when; made by `schedule`.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> due = sauro.schedule(plan)
    >>> [str(one.due) for one in due.occurrences if one.task == "1.I.3.1"]
    ['2026-04-15']
    >>> sauro.Schedule.from_json(due.to_json()) == due
    True
    """

    __slots__ = ("_core", "_ids")

    def __init__(self, core: _core.Schedule) -> None:
        self._core = core
        self._ids = [task[0] for task in core.tasks()]

    @property
    def title(self) -> str:
        """Kind and number of the plan."""
        return self._core.title

    @property
    def year(self) -> int:
        """Year that the plan is for."""
        return self._core.year

    @property
    def tasks(self) -> list[ScheduledTask]:
        """All tasks, in the plan's order."""
        return [ScheduledTask(*row) for row in self._core.tasks()]

    @property
    def occurrences(self) -> list[ScheduledOccurrence]:
        """All occurrences, by task; those without a date too."""
        rows = self._core.occurrences()
        return [ScheduledOccurrence(self._ids[row[0]], *row[1:]) for row in rows]

    @property
    def dependencies(self) -> list[Dependency]:
        """Which tasks come before which."""
        ids = self._ids
        return [Dependency(ids[a], ids[b], kind) for a, b, kind in self._core.dependencies()]

    @property
    def order(self) -> list[str]:
        """Ids of the tasks; what has to come first comes first."""
        return [self._ids[place] for place in self._core.order]

    @property
    def table(self) -> Table:
        """A row an occurrence.

        Columns task, title, agency and agency_name (ids and names of who leads it), area,
        area_name, occurrence, start, due, kind, reading.
        """
        return Table(self._core.table())

    def slack(self, as_of: Day, *, calendar: WorkingCalendar | None = None) -> Table:
        """Count the working days that are left.

        Parameters
        ----------
        as_of : date, datetime, datetime64 or text
            The day to count from.
        calendar : WorkingCalendar, optional
            The civil service's by default.

        Returns
        -------
        Table
            A row an occurrence with a date: task, occurrence, due, working_days (negative where it
            has passed), next_task and next_working_days (from its due day to that of the next
            step).
        """
        days = calendar_or_default(calendar)
        return Table(self._core.slack(days._core, day_of(as_of)))

    @property
    def workload(self) -> Table:
        """Count what each agency has due: agency, agency_name, week (its Monday), due."""
        return Table(self._core.workload())

    def crowded(self, most: int = 3) -> Table:
        """List the days on which an agency has more than ``most`` things due."""
        return Table(self._core.crowded(most))

    def to_json(self) -> str:
        """Write as JSON (``sauro/schedule/2``)."""
        return self._core.to_json()

    @classmethod
    def from_json(cls, text: str) -> Schedule:
        """Read what `to_json` wrote, this version's or an earlier one's.

        Raises
        ------
        ParseError
            Code 300 where it is no JSON.
        ValidationError
            Code 301 where it is no schedule; 261 where its tasks wait for each other.
        """
        return cls(_core.Schedule.from_json(text))

    @classmethod
    def _of(
        cls,
        title: str,
        year: int,
        tasks: Sequence[ScheduledTask],
        occurrences: Sequence[ScheduledOccurrence],
        dependencies: Sequence[Dependency],
    ) -> Schedule:
        places = {task.id: i for i, task in enumerate(tasks)}
        return cls(
            _core.Schedule(
                title,
                year,
                [tuple(vars(task).values()) for task in tasks],
                [
                    (places[o.task], o.occurrence, o.start, o.due, o.kind, o.reading)
                    for o in occurrences
                ],
                [(places[d.before], places[d.after], d.kind) for d in dependencies],
            )
        )

    def to_ics(self, *, alarm_days: int = 3) -> str:
        """Write as iCalendar (RFC 5545): an event for each due day, a to-do where there is none.

        Parameters
        ----------
        alarm_days : int
            How many days before it is due an alarm rings.
        """
        return self._core.to_icalendar(alarm_days)

    def moved_by_ics(self, text: str) -> Schedule:
        """Take over the days to which events were moved in a calendar.

        Needs the package ``icalendar`` (``pip install sauro[calendar]``).

        Parameters
        ----------
        text : str
            What `to_ics` wrote, perhaps edited; events that are gone keep their days.

        Raises
        ------
        ValidationError
            Code 260 for events that belong to no occurrence; all of them are named.
        """
        from icalendar import Calendar

        moved: dict[str, date] = {}
        for item in Calendar.from_ical(text).walk("VEVENT"):
            start = item.decoded("dtstart")
            moved[str(item["uid"])] = start.date() if isinstance(start, datetime) else start
        dues = [moved.pop(uid, one.due) for uid, one in self._by_uid()]
        if moved:
            raise error(ValidationError, INVALID_OPTION, "UID", map(_other_event, moved))
        return self._moved(dues, "dời trong lịch")

    def moved_by_csv(self, path: str | os.PathLike[str]) -> Schedule:
        """Take over the due days of a CSV file that ``table.to_csv`` wrote, perhaps edited.

        Parameters
        ----------
        path : path
            Needs the columns task, occurrence and due (``2026-12-31`` or ``31/12/2026``; empty for
            no date); rows that are gone keep their days.

        Raises
        ------
        ValidationError
            Code 260 for rows that belong to no occurrence or come twice, and for what is no day;
            all of them are named.
        """
        grid, plain = _core.read_csv(path), _core.without_formula
        absent = [name for name in ("task", "occurrence", "due") if name not in grid.columns]
        if absent:
            raise error(ValidationError, INVALID_OPTION, os.fspath(path), map(_no_column, absent))
        problems = []
        known = self.occurrences
        places = {(plain(one.task), plain(one.occurrence)): i for i, one in enumerate(known)}
        dues = [one.due for one in known]
        for where, cells, _ in grid.rows():
            row = dict(zip(grid.columns, [*cells, *[""] * len(grid.columns)], strict=False))
            place = places.pop((row["task"], row["occurrence"]), None)
            written = str(row["due"]).strip()
            day = _core.try_parse_day(written)
            if place is None:
                what = _other_row(row["task"], row["occurrence"])
            elif written and day is None:
                what = no_day(written)
            else:
                dues[place] = day
                continue
            problems.append((f"{Path(path).name}, {where}", *what))
        if problems:
            raise error(ValidationError, INVALID_OPTION, os.fspath(path), problems)
        return self._moved(dues, "dời trong tệp CSV")

    def _moved(self, dues: Sequence[date | None], note: str) -> Schedule:
        """Give occurrences other due days; the reading of those that differ says why."""
        changed = []
        for one, due in zip(self.occurrences, dues, strict=True):
            told = (one.reading, note if due != one.due else "")
            changed.append(replace(one, due=due, reading="; ".join(filter(None, told))))
        return self._of(self.title, self.year, self.tasks, changed, self.dependencies)

    def to_project_xml(self, *, calendar: WorkingCalendar | None = None) -> str:
        """Write as Microsoft Project XML.

        The week's days off and the worked Saturdays of the calendar are exceptions; tasks are
        scheduled by hand, so that Project leaves the plan's days alone.

        Parameters
        ----------
        calendar : WorkingCalendar, optional
            The civil service's by default.
        """
        return self._core.to_project_xml(calendar_or_default(calendar)._core)

    def moved_by_project_xml(self, text: str) -> Schedule:
        """Take over the finish days of a project file that was made from this schedule.

        Raises
        ------
        ParseError
            Code 300 where it is no XML.
        ValidationError
            Code 260 for tasks of another schedule; all of them are named.
        """
        from sauro.scheduling._project_xml import finish_days

        return self._moved(finish_days(self, text), "dời trong tệp dự án")

    def _by_uid(self) -> Iterator[tuple[str, ScheduledOccurrence]]:
        """Occurrences with identifiers that stay the same as long as task and occurrence do."""
        return zip(self._core.event_ids(), self.occurrences, strict=True)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Schedule):
            return NotImplemented
        return self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Schedule.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        dated = sum(one[3] is not None for one in self._core.occurrences())
        return f"<Schedule {self.title!r}: {len(self._ids)} tasks, {dated} due days>"

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


def schedule(
    plan: Plan,
    *,
    calendar: WorkingCalendar | None = None,
    year: int | None = None,
    undated_at_year_end: bool = False,
    roll: Literal["none", "forward", "backward"] = "none",
    review: ReportKind | None = None,
    predecessors: Sequence[tuple[str, str]] = (),
) -> Schedule:
    """Work out when each task of a plan is due.

    Tasks that go on all the time are reviewed at each reporting period, rhythms give one
    occurrence a period, roadmaps a milestone a year. Tasks without a timeframe stay on the list
    without a date. Parts come before their whole, steps of an inspection follow one another.

    Parameters
    ----------
    plan : Plan
        As `read_plan` gives it.
    calendar : WorkingCalendar, optional
        The civil service's by default.
    year : int, optional
        Of the plan's title by default, else of its date.
    undated_at_year_end : bool
        Tasks without a date are due at the end of the year; their reading says so.
    roll : {"none", "forward", "backward"}
        Where a due day that isn't worked moves; a time limit of the law moves forward (Civil Code
        2015, art. 148(5)).
    review : {"month", "quarter", "half_year", "nine_months", "year"}, optional
        When tasks that go on all the time are reviewed (periods of Nghị định 09/2019/NĐ-CP); by
        default as the plan's own sentence on reporting says, else each quarter.
    predecessors : sequence of (str, str)
        Ids of tasks, each of which has to come before the other.

    Returns
    -------
    Schedule

    Raises
    ------
    ValidationError
        Code 260 for a predecessor that the plan doesn't have or a plan without a year; 261 for
        tasks that wait for each other, which it shows.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> due = sauro.schedule(plan, predecessors=[("1.II.1", "1.I.1")])
    >>> due.order.index("1.II.1") < due.order.index("1.I.1")
    True
    """
    choice(roll, ROLLS, "roll")
    if review is not None:
        choice(review, REVIEWS, "review")
    days = calendar_or_default(calendar)
    return Schedule(
        _core.schedule(
            plan, days._core, year, undated_at_year_end, roll, review, list(predecessors)
        )
    )


def _other_event(uid: str) -> Texts:
    return say("sự kiện {} thuộc lịch thực hiện khác", "the event {} is of another schedule", uid)


def _other_row(task: str, occurrence: str) -> Texts:
    return say(
        "{} {!r} thuộc lịch thực hiện khác, hoặc xuất hiện hai lần",
        "{} {!r} is of another schedule, or comes twice",
        task,
        occurrence,
    )


def _no_column(name: str) -> Texts:
    return say("không có cột {!r}", "no column {!r}", name)


for _class in (Dependency, Schedule, ScheduledOccurrence, ScheduledTask):
    _class.__module__ = "sauro"
