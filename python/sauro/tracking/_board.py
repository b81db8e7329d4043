"""How the tasks of a plan stand on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import Problem
from sauro._base.words import LANGUAGES, Language, Words, words_in
from sauro._core import Plan
from sauro.calendar._working import WorkingCalendar, calendar_or_default
from sauro.scheduling._schedule import Schedule
from sauro.table._blocks import block
from sauro.table._table import Table
from sauro.tracking._measures import measured_targets
from sauro.tracking._progress import Progress

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Alert", "Board", "PointScheme", "track"]

INVALID_OPTION = 260
STATUSES = dict(_core.board_statuses())  # name: words
Group = Literal["agency", "area", "annex", "product", "month"]
GROUPS: tuple[Group, ...] = ("agency", "area", "annex", "product", "month")


@dataclass(frozen=True)
class Alert:
    """Something to remind of.

    Attributes
    ----------
    task, occurrence : str
        Id, and label of the occurrence.
    due : datetime.date
    working_days : int
        To the due day; negative where it has passed.
    level : int
        Which of the alert days it has reached; 0 for what is overdue.

    Examples
    --------
    >>> import sauro
    >>> due = sauro.schedule(sauro.datasets.plan("phu-my"))
    >>> board = sauro.track(due, sauro.datasets.progress("phu-my"), "2026-07-10")
    >>> board.alerts[0].task, board.alerts[0].occurrence, board.alerts[0].working_days
    ('1.III.1', '6 tháng đầu năm 2026', -8)
    """

    task: str
    occurrence: str
    due: date
    working_days: int
    level: int


@dataclass(frozen=True)
class PointScheme:
    """Points for being early or late.

    Attributes
    ----------
    bands : sequence of (int, float)
        ``(late_from, points)`` in ascending order: working days after the due day, negative before
        it, up to the next band.
    not_done : float
        Points of what is overdue.
    points_a_star, usual_stars : float
        Quality; the points of what is done are the mean of both.
    lead, coordinator : float
        Weight of a task in the points of the agencies that lead it and that coordinate.

    Examples
    --------
    >>> import sauro
    >>> due = sauro.schedule(sauro.datasets.plan("phu-my"))
    >>> scheme = sauro.PointScheme(bands=[(-1000, 100), (1, 50)], usual_stars=5)
    >>> board = sauro.track(due, sauro.datasets.progress("phu-my"), "2026-07-10", scheme=scheme)
    >>> sorted({row["points"] for row in board.table.to_dicts() if row["points"] is not None})
    [0.0, 75.0, 100.0]
    """

    bands: Sequence[tuple[int, float]]
    not_done: float = 0
    points_a_star: float = 20
    usual_stars: float = 4
    lead: float = 1
    coordinator: float = 0.3


@dataclass(frozen=True)
class _Options:
    """How a board was made, so that it can be made again."""

    as_of: date
    calendar: WorkingCalendar
    alert_days: list[int]
    scheme: PointScheme | None
    priorities: dict[str, float]
    on_problem: OnProblem


class Board:
    """How a schedule stands on a day; made by `track`.

    Attributes
    ----------
    schedule : Schedule
    progress : Progress
    as_of : datetime.date
    targets : Table
        Measured targets: task, target, comparison, value, upper, measured, met; empty where no
        measures were given.

    Examples
    --------
    >>> import sauro
    >>> due = sauro.schedule(sauro.datasets.plan("phu-my"))
    >>> board = sauro.track(due, sauro.datasets.progress("phu-my"), "2026-07-10")
    >>> board.counts["overdue"], board.by("agency").columns[:2]
    (4, ['agency', 'agency_name'])
    >>> board.table.filter(status="overdue")["task"].tolist()[:2]
    ['1.III.1', '1.III.2']
    """

    def __init__(
        self,
        core: _core.Board,
        schedule: Schedule,
        progress: Progress,
        targets: Table,
        options: _Options,
    ) -> None:
        self._core = core
        self._options = options
        self.schedule = schedule
        self.progress = progress
        self.as_of: date = core.as_of
        self.targets = targets

    @cached_property
    def table(self) -> Table:
        """A row an occurrence.

        Columns task, title, agency and agency_name (ids and names of who leads it), area,
        area_name, occurrence, due (after postponements), status, finished, late_days (working days
        after the due day, at least 1, of what is late or overdue), percent, points, result,
        document, evidence, who, moved (the history of due days).
        """
        return Table(self._core.table())

    @property
    def counts(self) -> dict[str, int]:
        """How many occurrences have each status."""
        return dict(self._core.counts())

    def states(self, language: Language = "vi") -> dict[str, str]:
        """Describe how each task stands; several occurrences are grouped by status.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        choice(language, LANGUAGES, "language")
        ids = [task.id for task in self.schedule.tasks]
        return dict(zip(ids, self._core.task_states(language == "en"), strict=True))

    @property
    def overdue(self) -> list[Alert]:
        """What is overdue, the latest first."""
        return [one for one in self.alerts if one.level == 0]

    @property
    def alerts(self) -> list[Alert]:
        """What is overdue or comes due within the alert days, the most urgent first."""
        return [Alert(*row) for row in self._core.alerts()]

    @property
    def problems(self) -> list[Problem]:
        """Entries that were left out, where ``on_problem="keep"``."""
        return [*self.progress.problems, *(Problem(*one) for one in self._core.bad())]

    @property
    def later(self) -> int:
        """How many entries are of days after `as_of`; they don't count yet."""
        return len(self._core.later)

    def by(self, group: Group) -> Table:
        """Count by group.

        Parameters
        ----------
        group : {"agency", "area", "annex", "product", "month"}
            A task with several leads counts for each of them.

        Returns
        -------
        Table
            The group (agencies and areas with their names), a column a status, total,
            on_time_percent (of what is done or overdue) and points (mean, weighted by priority,
            and for agencies by their role too); the last two are missing where nothing was due.
            What an agency coordinates is part of its points alone.
        """
        return Table(self._core.by(group))

    @property
    def next(self) -> Table:
        """List the earliest open due day of each task: task, occurrence, due, status."""
        return Table(self._core.next())

    def changes_since(self, before: Board) -> Table:
        """List what changed from an earlier board.

        Returns
        -------
        Table
            task, occurrence, before, after, due_before, due_after; a status is empty where the
            board doesn't have the occurrence.
        """
        return Table(_core.changes(before._core, self._core))

    def to_json(self) -> str:
        """Write as JSON (``sauro/board/2``)."""
        return self._core.to_json(self.targets._core)

    def to_text(self, most: int = 20, *, language: Language = "vi") -> str:
        """Describe for a person.

        Parameters
        ----------
        most : int
            How many alerts to write at most; those that are left out are counted.
        language : {"vi", "en"}
        """
        words = words_in(language)
        day = words.day(self.as_of)
        lines = [words("{title}, tính đến {day}:", title=self.schedule.title, day=day)]
        lines += [f"  {n:>4}  {words(STATUSES[name])}" for name, n in self.counts.items() if n]
        lines += self._alert_lines(most, words)
        for row in self.targets.to_dicts():
            verdict = words("đạt" if row["met"] else "chưa đạt")
            measured = words.number(row["measured"])
            lines.append(
                f"{words('Chỉ tiêu')} {row['task']} “{row['target']}”: {measured}, {verdict}"
            )
        if self.later:
            lines.append(words("{n} mục tiến độ sau ngày {day} chưa tính.", n=self.later, day=day))
        lines += [
            words("Bỏ qua: {problem}", problem=problem.to_text(words.language))
            for problem in self.problems
        ]
        return "\n".join(lines)

    def _alert_lines(self, most: int, words: Words) -> list[str]:
        alerts = self.alerts
        if not alerts:
            return []
        tasks = {task.id: task for task in self.schedule.tasks}
        lines = ["", words("Cần đôn đốc:")]
        for one in alerts[:most]:
            task = tasks[one.task]
            lines.append(
                f"  {words.day(one.due)}  {days_left(one, words):<26}{one.task:<9} "
                f"{task.title[:60]} [{', '.join(task.lead_names)}]"
            )
        if len(alerts) > most:
            lines.append("  " + words("… và {n} việc khác", n=len(alerts) - most))
        return lines

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Board):
            return NotImplemented
        mine = (self.as_of, self.schedule, self.progress, self.targets, self.table, self.alerts)
        return mine == (
            other.as_of, other.schedule, other.progress, other.targets, other.table, other.alerts,
        )  # fmt: skip

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (1, self.schedule, self.progress, self.targets, self._options)

    def _repr_html_(self) -> str:
        words = words_in("vi")
        day = words.day(self.as_of)
        title = words("{title}, tính đến {day}:", title=self.schedule.title, day=day).rstrip(":")
        facts = {STATUSES[name]: count for name, count in self.counts.items() if count}
        names = ("task", "title", "agency_name", "occurrence", "due", "status", "late_days")
        table = self.table[list(names)]
        urgent = [one.task for one in self.alerts]
        shown = table.filter(task=urgent) if urgent else table
        return block(title, facts, shown._repr_html_())

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {name}" for name, n in self.counts.items() if n)
        return f"<Board {self.schedule.title!r} as of {self.as_of}: {counts}>"


def days_left(one: Alert, words: Words) -> str:
    """Say how many working days are left or have passed."""
    text = "quá hạn {n} ngày làm việc" if one.level == 0 else "còn {n} ngày làm việc"
    return words(text, n=abs(one.working_days))


def leads_by_task(schedule: Schedule) -> dict[str, list[str]]:
    """Names of the agencies that lead each task; one that says so where there is none."""
    return {task.id: task.lead_names or ["Chưa giao"] for task in schedule.tasks}


def track(
    schedule: Schedule,
    progress: Progress,
    as_of: Day,
    *,
    calendar: WorkingCalendar | None = None,
    alert_days: Sequence[int] = (7, 3, 1),
    scheme: PointScheme | None = None,
    priorities: Mapping[str, float] | None = None,
    on_problem: OnProblem = "raise",
    plan: Plan | None = None,
    measures: Mapping[str, float | Table] | None = None,
) -> Board:
    """Follow a schedule by a log, as of a day.

    Entries after ``as_of`` don't count, so any past day can be asked for.

    Parameters
    ----------
    schedule : Schedule
    progress : Progress
        An entry without an occurrence is of the earliest one of its task that is open then.
    as_of : date, datetime, datetime64 or text
        The library has no clock: give the day.
    calendar : WorkingCalendar, optional
        For late days and alerts; the civil service's by default.
    alert_days : sequence of int
        Working days before a due day at which it is reminded of.
    scheme : PointScheme, optional
        The preset (a one-stop centre's) by default.
    priorities : mapping of str to float, optional
        How much tasks count in the points of groups, by task; 1 where none is given (the preset's
        centre uses 3, 2 and 1).
    on_problem : {"raise", "keep"}
        For entries that can't be right: an error that names them all, or the good ones alone and
        the others in ``board.problems``.
    plan : Plan, optional
        Needed for ``measures``: its tasks have the targets.
    measures : mapping of str to float or Table, optional
        What was measured, by task: its numeric targets are judged by it. A roll-up of cases gives
        the percent of its decided dossiers that were in time, for targets in percent.

    Returns
    -------
    Board

    Raises
    ------
    ValidationError
        Code 262: unknown tasks or occurrences, percents outside 0 to 100, entries of one day that
        contradict each other; all are named. Code 260 for measures and priorities of unknown
        tasks, and tables that aren't roll-ups with decided dossiers.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> log = sauro.Progress([{"task": "1.I.1", "date": "2026-03-10", "status": "done"}])
    >>> board = sauro.track(sauro.schedule(plan), log, date(2026, 4, 16), plan=plan,
    ...                     measures={"1.III.1": 96.5})
    >>> board.counts["done_on_time"], board.overdue[-1].task
    (1, '1.I.3.1')
    >>> board.targets["met"].tolist()
    [True]
    """
    choice(on_problem, ON_PROBLEM, "on_problem")
    days = calendar_or_default(calendar)
    options = _Options(
        day_of(as_of),
        days,
        list(alert_days),
        scheme,
        dict(priorities or {}),
        on_problem,
    )
    return _tracked(schedule, progress, measured_targets(plan, measures or {}), options)


def _tracked(schedule: Schedule, progress: Progress, targets: Table, options: _Options) -> Board:
    scheme = options.scheme
    points = None
    if scheme is not None:
        bands = [(int(late), float(value)) for late, value in scheme.bands]
        points = _core.PointScheme(
            bands,
            scheme.not_done,
            scheme.points_a_star,
            scheme.usual_stars,
            scheme.lead,
            scheme.coordinator,
        )
    core = _core.track(
        schedule._core,
        progress._core,
        options.as_of,
        options.calendar._core,
        options.alert_days,
        options.on_problem,
        points,
        [(task, float(weight)) for task, weight in options.priorities.items()],
    )
    return Board(core, schedule, progress, targets, options)


def _unpickle(
    version: int, schedule: Schedule, progress: Progress, targets: Table, options: _Options
) -> Board:
    """Track again: the board is that of the same schedule, log and options."""
    if version != 1:
        raise ValueError(f"a board pickled by a later version of sauro ({version})")
    return _tracked(schedule, progress, targets, options)


for _class in (Alert, Board, PointScheme):
    _class.__module__ = "sauro"
