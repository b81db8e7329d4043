"""How the tasks of a plan stand on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from sauro import _core
from sauro._base.choice import OnProblem, choice
from sauro._base.errors import Problem
from sauro._base.pickles import require_version
from sauro._base.words import LANGUAGES, Language, words_in
from sauro._core import Alert, PointScheme
from sauro.calendar._working import WorkingCalendar
from sauro.scheduling._schedule import Schedule
from sauro.table._blocks import block
from sauro.table._coerce import as_float
from sauro.table._table import Table
from sauro.tracking._progress import Progress
from sauro.tracking._words import STATUSES, describe

__all__ = ["GROUPS", "Board", "Group", "Options", "leads_by_task", "tracked", "tracked_on"]

Group = Literal["agency", "area", "annex", "product", "month"]
GROUPS: tuple[Group, ...] = ("agency", "area", "annex", "product", "month")


@dataclass(frozen=True)
class Options:
    """How a board was made, so that it can be made again."""

    as_of: date
    calendar: WorkingCalendar
    alert_days: list[int]
    scheme: PointScheme | None
    priorities: dict[str, float]
    on_problem: OnProblem
    reviews: bool = False


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
    (3, ['agency', 'agency_name'])
    >>> board.alerts[0].task, board.alerts[0].occurrence, board.alerts[0].working_days
    ('1.III.2', 'Tháng 6/2026', -8)
    >>> board.table.filter(status="overdue")["task"].tolist()[:2]
    ['1.III.2', '1.III.3']
    """

    def __init__(
        self,
        core: _core.Board,
        schedule: Schedule,
        progress: Progress,
        targets: Table,
        options: Options,
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
        return self._core.alerts

    @property
    def reviews(self) -> bool:
        """Whether reviews of what goes on all the time count in reminders and scores."""
        return self._options.reviews

    def working_days_to(self, day: date) -> int:
        """Count the working days from `as_of` to a day; negative for one that has passed."""
        left = self._options.calendar.count(self.as_of, day)
        return min(left, -1) if day < self.as_of else left

    @property
    def problems(self) -> list[Problem]:
        """Entries that were left out, where ``on_problem="keep"``."""
        return [*self.progress.problems, *self._core.bad]

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
            shared (of agencies: how many of these another agency leads too), on_time_percent (of
            what was due) and points (mean, weighted by priority, and for agencies by their role
            too); the last two are missing where nothing was due. Reviews are in the counts alone,
            unless the board was made with them, and what an agency coordinates is part of its
            points alone.
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
        return describe(self, most, words_in(language))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Board):
            return NotImplemented
        mine = (self.as_of, self.schedule, self.progress, self.targets, self.table, self.alerts)
        return mine == (
            other.as_of, other.schedule, other.progress, other.targets, other.table, other.alerts,
        )  # fmt: skip

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (
            _core.pickle_version,
            self.schedule,
            self.progress,
            self.targets,
            self._options,
        )

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


def leads_by_task(schedule: Schedule) -> dict[str, list[str]]:
    """Names of the agencies that lead each task; one that says so where there is none."""
    return {task.id: task.lead_names or ["Chưa giao"] for task in schedule.tasks}


def tracked(schedule: Schedule, progress: Progress, targets: Table, options: Options) -> Board:
    """Follow a schedule by a log with options that are known to be right."""
    core = _core.track(
        schedule._core,
        progress._core,
        options.as_of,
        options.calendar._core,
        options.alert_days,
        options.on_problem,
        options.scheme,
        [(task, as_float(weight)) for task, weight in options.priorities.items()],
        options.reviews,
    )
    return Board(core, schedule, progress, targets, options)


def tracked_on(board: Board, day: date) -> Board:
    """Give the board of the same schedule and log on another day."""
    options = replace(board._options, as_of=day)
    return tracked(board.schedule, board.progress, board.targets, options)


def _unpickle(
    version: int, schedule: Schedule, progress: Progress, targets: Table, options: Options
) -> Board:
    """Track again: the board is that of the same schedule, log and options."""
    require_version("Board", version, _core.pickle_version)
    return tracked(schedule, progress, targets, options)


Board.__module__ = "sauro"
