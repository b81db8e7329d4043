"""When each task of a plan is due."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.days import day_of
from sauro._core import Dependency, Plan, ScheduledOccurrence, ScheduledTask
from sauro.calendar._hours import sessions_of
from sauro.calendar._periods import ReportKind
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.scheduling._report_day import ReportDay, report_day_of
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Dependency", "Schedule", "ScheduledOccurrence", "ScheduledTask", "schedule"]


ROLLS = ("none", "forward", "backward")
REVIEWS = ("month", "quarter", "half_year", "nine_months", "year")


class Schedule:
    """What is due when; made by `schedule`.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> due = sauro.schedule(plan)
    >>> [str(one.due) for one in due.occurrences if one.task == "1.I.3.1"]
    ['2026-04-15']
    >>> due.tasks[0].area_label, due.tasks[0].lead_names
    ('I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', ['Phòng Văn hóa - Xã hội'])
    >>> due.dependencies[0]
    Dependency('1.I.3.1', '1.I.3', 'part')
    >>> sauro.Schedule.from_json(due.to_json()) == due
    True
    """

    __slots__ = ("_core",)

    def __init__(self, core: _core.Schedule) -> None:
        self._core = core

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
        """All tasks, then the duties with a limit, in the plan's order."""
        return self._core.tasks

    @property
    def occurrences(self) -> list[ScheduledOccurrence]:
        """All occurrences, by task; those without a date too."""
        return self._core.occurrences

    @property
    def dependencies(self) -> list[Dependency]:
        """Which tasks come before which."""
        return self._core.dependencies

    @property
    def projected(self) -> list[int]:
        """Years of due days whose holidays no decision has fixed yet: their days may move."""
        return self._core.projected

    @property
    def order(self) -> list[str]:
        """Ids of the tasks; what has to come first comes first."""
        return self._core.order

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
        """Read what `to_json` wrote.

        Raises
        ------
        ParseError
            Code 300 where it is no JSON.
        ValidationError
            Code 301 where it is no schedule, or one of an earlier schema; 261 where its tasks wait
            for each other.
        """
        return cls(_core.Schedule.from_json(text))

    def to_ics(
        self,
        *,
        alarm_days: int = 3,
        calendar: WorkingCalendar | None = None,
        hours: str | Sequence[tuple[str, str]] = "office",
        as_of: Day | None = None,
        previous: str = "",
    ) -> str:
        """Write as iCalendar (RFC 5545): an event for each due day, a to-do where there is none.

        Parameters
        ----------
        alarm_days : int
            How many working days before it is due an alarm rings, when the office opens.
        calendar : WorkingCalendar, optional
            The civil service's by default.
        hours : str or sequence of (from, to)
            Sessions of a working day, or the kind of office that keeps them.
        as_of : date, datetime, datetime64 or text, optional
            Stamps what is new or changed; the begin of the plan's year where it isn't given.
        previous : str, optional
            The file that was written before: what changed since has the next ``SEQUENCE``, what is
            the same keeps its stamp, what is gone is cancelled.

        Raises
        ------
        ParseError
            Code 108 where `previous` is no iCalendar.
        """
        return self._core.to_icalendar(
            alarm_days,
            calendar_or_default(calendar)._core,
            sessions_of(hours),
            None if as_of is None else day_of(as_of),
            previous,
        )

    def moved_by_ics(self, text: str) -> Schedule:
        """Take over the days to which events were moved in a calendar.

        Parameters
        ----------
        text : str
            What `to_ics` wrote, perhaps edited; events that are gone keep their days.

        Raises
        ------
        ParseError
            Code 108 where it is no iCalendar.
        ValidationError
            Code 260 for events that belong to no occurrence or have no day; all of them are named.
        """
        return Schedule(self._core.moved_by_icalendar(text))

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
        return Schedule(self._core.moved_by_rows(_core.read_csv(path)))

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
            Code 125 where it is no XML, 126 where it declares a document type.
        ValidationError
            Code 260 for tasks of another schedule and finishes that are no days; all of them are
            named.
        """
        return Schedule(self._core.moved_by_project_xml(text))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Schedule):
            return NotImplemented
        return self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Schedule.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        dated = sum(one.due is not None for one in self.occurrences)
        return f"<Schedule {self.title!r}: {len(self.tasks)} tasks, {dated} due days>"

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
    duties: bool = True,
    report_day: ReportDay | None = None,
) -> Schedule:
    """Work out when each task of a plan is due, and each duty of its text that has a limit.

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
        Of the plan's title by default, else of its date. Without any, tasks that name their own
        year are scheduled, the others are undated.
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
    duties : bool
        Take the duties of the text that have a limit too, but those that a task says as well; they
        stand behind the tasks, with `duty` true.
    report_day : int or str, optional
        Day on which the data of a period close and its report is due: 14 of the period's last month
        (Nghị định 09/2019/NĐ-CP closes the data then), ``"+10"`` of the month after, whose data are
        those of whole months. It holds for reviews, and for what recurs and is a report by its
        words or product, where the plan names no day itself; by default these close with their
        month.

    Returns
    -------
    Schedule

    Raises
    ------
    ValidationError
        Code 260 for a predecessor that the plan doesn't have, a day of report that no month has,
        or where neither the plan nor any task names a year; 261 for tasks that wait for each
        other, which it shows.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> due = sauro.schedule(plan, predecessors=[("1.II.1", "1.I.1")])
    >>> due.order.index("1.II.1") < due.order.index("1.I.1")
    True
    >>> by_decree = sauro.schedule(plan, report_day=14).occurrences
    >>> [f"{one.start} - {one.due}" for one in by_decree if one.kind == "review"][0]
    '2025-12-15 - 2026-03-14'
    """
    choice(roll, ROLLS, "roll")
    if review is not None:
        choice(review, REVIEWS, "review")
    days = calendar_or_default(calendar)
    return Schedule(
        _core.schedule(
            plan,
            days._core,
            year,
            undated_at_year_end,
            roll,
            review,
            list(predecessors),
            duties,
            None if report_day is None else report_day_of(report_day),
        )
    )


Schedule.__module__ = "sauro"
