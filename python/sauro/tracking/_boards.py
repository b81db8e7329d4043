"""How the tasks of several plans stand on a day: one board of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, ClassVar, overload

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import NotFoundError, Problem, error, say
from sauro._base.pickles import require_version
from sauro._base.shown import sentence, visible
from sauro._base.words import LANGUAGES, Language, Words, words_in
from sauro.table._results import Result
from sauro.table._table import Table
from sauro.tracking._board import Board
from sauro.tracking._plan_groups import (
    GROUPS_OF_PLANS,
    NOBODY,
    GroupOfPlans,
    PlanBoard,
    counted,
    leads_of,
)
from sauro.tracking._words import MOST_TITLE, STATUSES, days_left, group_lines

__all__ = ["Boards"]

NOT_FOUND = 202


class Boards(Result, Sequence[Board]):
    r"""The boards of several plans, by place or by the name of the plan; made by `track_plans`.

    Attributes
    ----------
    names : list of str
        Of the plans.
    as_of : datetime.date
    problems : list of Problem
        Plans and logs that couldn't be read, entries that were left out; `where` begins with the
        name of the plan.

    Examples
    --------
    >>> import sauro
    >>> plans = {name: sauro.datasets.plan(name) for name in ("an-loc", "phu-my")}
    >>> logs = {"phu-my": sauro.datasets.progress("phu-my")}
    >>> boards = sauro.track_plans(plans, "2026-07-10", logs=logs)
    >>> boards.names, boards["phu-my"].counts["overdue"], boards.table.columns[:3]
    (['an-loc', 'phu-my'], 3, ['plan', 'document', 'task'])
    >>> boards.by("plan")["log"].tolist()
    [False, True]
    """

    SCHEMA = "sauro/boards/1"
    HEADINGS: ClassVar[dict[str, str]] = {
        "plan": "Kế hoạch",
        "document": "Số, ký hiệu",
        "log": "Sổ theo dõi",
        "agency_name": "Cơ quan",
        "month": "Tháng",
        "task": "Mã",
        "title": "Nhiệm vụ",
        "occurrence": "Kỳ",
        "due": "Hạn",
        "status": "Tình trạng",
        "late_days": "Trễ (ngày làm việc)",
        "working_days": "Còn (ngày làm việc)",
        "result": "Kết quả",
        "total": "Tổng",
        "shared": "Chung với cơ quan khác",
        "on_time_percent": "Đúng hạn (%)",
    }

    def __init__(
        self, parts: Iterable[PlanBoard], as_of: date, problems: Iterable[Problem]
    ) -> None:
        self._parts = list(parts)
        self.names = [part.name for part in self._parts]
        self.as_of = as_of
        self.problems = list(problems)

    @property
    def table(self) -> Table:
        """A row an occurrence: ``plan``, ``document``, then as the table of a `Board`."""
        lists: dict[str, list[Any]] = {}
        for part in self._parts:
            rows = part.board.table.to_dicts()
            for row in rows:
                told = {"plan": part.name, "document": part.document, **row}
                for name, value in told.items():
                    lists.setdefault(name, []).append(value)
        return Table(lists)

    @property
    def counts(self) -> dict[str, int]:
        """How many occurrences of all plans have each status."""
        return {
            name: sum(part.board.counts.get(name, 0) for part in self._parts) for name in STATUSES
        }

    @property
    def alerts(self) -> Table:
        """What is overdue or comes due, over all plans, the most urgent first.

        Columns plan, task, title, agency_name, occurrence, due, working_days (below 0 for what is
        overdue).
        """
        found = []
        for part in self._parts:
            tasks = {task.id: task for task in part.board.schedule.tasks}
            for one in part.board.alerts:
                task = tasks[one.task]
                who = "; ".join(body.name for body in leads_of(part, task.leads))
                row = (part.name, one.task, task.title, who, one.occurrence, one.due)
                found.append((*row, one.working_days))
        found.sort(key=lambda row: row[-1])
        names = ("plan", "task", "title", "agency_name", "occurrence", "due", "working_days")
        return Table({name: [row[at] for row in found] for at, name in enumerate(names)})

    def by(self, group: GroupOfPlans) -> Table:
        """Count by group over all plans.

        Parameters
        ----------
        group : {"agency", "plan", "month"}
            A task with several leads counts for each of them. Spellings of one agency are one, as
            in a plan; where plans are of several places, local ones stand with theirs.

        Returns
        -------
        Table
            The group (agencies with their names, plans with their document and whether they have
            a log), a column a status, total, shared (of agencies) and on_time_percent, as of a
            `Board`.
        """
        return counted(self._parts, choice(group, GROUPS_OF_PLANS, "group"))

    @overload
    def __getitem__(self, key: int | str) -> Board: ...
    @overload
    def __getitem__(self, key: slice) -> list[Board]: ...
    def __getitem__(self, key: int | str | slice) -> Board | list[Board]:
        if isinstance(key, slice):
            return [part.board for part in self._parts[key]]
        if isinstance(key, int):
            return self._parts[key].board
        if key in self.names:
            return self._parts[self.names.index(key)].board
        names = ", ".join(self.names)
        text = say("không có bảng của kế hoạch này; có {}", "no board of it; there are {}", names)
        raise error(NotFoundError, NOT_FOUND, key, [text])

    def __len__(self) -> int:
        return len(self._parts)

    def __iter__(self) -> Iterator[Board]:
        return (part.board for part in self._parts)

    def to_text(self, most: int = 20, *, language: Language = "vi") -> str:
        """Describe for a person: all counts, by agency, by plan, then what is urgent.

        Parameters
        ----------
        most : int
            How many alerts to write at most; those that are left out are counted.
        language : {"vi", "en"}
        """
        words = words_in(choice(language, LANGUAGES, "language"))
        lines = [f"{self._title(words)}:"]
        lines += [f"  {n:>4}  {words(STATUSES[name])}" for name, n in self.counts.items() if n]
        for group in ("agency", "plan") if len(self) else ():
            lines += ["", *group_lines(self.by(group), group, words)]
        lines += self._alert_lines(most, words)
        bare = [part.name for part in self._parts if not part.has_log]
        if bare:
            told = words("Chưa có sổ theo dõi: {plans}", plans=", ".join(bare))
            lines += ["", f"{told}. {words('Việc của các kế hoạch này chỉ tính theo hạn.')}"]
        return visible("\n".join(lines))

    def _alert_lines(self, most: int, words: Words) -> list[str]:
        rows = self.alerts.to_dicts()
        lines = ["", words("Cần đôn đốc:")] if rows else []
        for row in rows[:most]:
            left = days_left(row["working_days"], words)
            title = sentence(row["title"], MOST_TITLE)
            place = f"{row['plan']} {row['task']}"
            lines.append(
                f"  {words.day(row['due'])}  {left:<26}{place}  {title} [{row['agency_name']}]"
            )
        if len(rows) > most:
            lines.append("  " + words("… và {n} việc khác", n=len(rows) - most))
        return lines

    def _title(self, words: Words) -> str:
        day = words.day(self.as_of)
        return words("Bảng chung của {n} kế hoạch, tính đến {day}", n=len(self), day=day)

    def _facts(self, words: Words) -> dict[str, str]:
        facts = {words(STATUSES[name]): str(n) for name, n in self.counts.items() if n}
        bare = ", ".join(part.name for part in self._parts if not part.has_log)
        if bare:
            facts[words("Chưa có sổ theo dõi")] = bare
        if self.problems:
            said = "; ".join(one.to_text(words.language) for one in self.problems)
            facts[words("Không đọc được")] = said
        return facts

    def _sheets(self, words: Words) -> dict[str, Table]:
        alerts = self._headed(self.alerts, words)
        return {
            words("Theo cơ quan"): self._of_people("agency", words),
            words("Theo kế hoạch"): self._of_people("plan", words),
            words("Cần đôn đốc"): alerts,
            words("Tất cả"): self._rows(words),
        }

    def _rows(self, words: Words) -> Table:
        names = ("plan", "document", "task", "title", "agency_name", "occurrence", "due", "status")
        if not self._parts:
            return self._headed(Table({name: [] for name in names}), words)
        table = self.table[[*names, "late_days", "result"]]
        lists = {name: table[name].tolist() for name in table.columns}
        lists["status"] = [words(STATUSES[name]) for name in lists["status"]]
        return self._headed(Table(lists), words)

    def _of_people(self, group: GroupOfPlans, words: Words) -> Table:
        """Count by group with the statuses that occur at all."""
        table = self.by(group)
        counts = self.counts
        left_out = {name for name in STATUSES if not counts[name]} | {"agency"}
        lists = {
            words(STATUSES.get(name, self.HEADINGS.get(name, name))): table[name].tolist()
            for name in table.columns
            if name not in left_out
        }
        name = words(self.HEADINGS["agency_name"])
        if name in lists:
            lists[name] = [words(one) if one == NOBODY.name else one for one in lists[name]]
        on_time = words(self.HEADINGS["on_time_percent"])
        lists[on_time] = [None if one != one else round(one, 1) for one in lists[on_time]]
        log = words(self.HEADINGS["log"])
        if log in lists:
            lists[log] = [words("có") if one else words("chưa có") for one in lists[log]]
        return Table(lists)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Boards):
            return NotImplemented
        mine = (self._parts, self.as_of, self.problems)
        return mine == (other._parts, other.as_of, other.problems)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (_core.pickle_version, self._parts, self.as_of, self.problems)

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {name}" for name, n in self.counts.items() if n)
        return f"<Boards of {len(self)} plans as of {self.as_of}: {counts or 'nothing'}>"


def _unpickle(version: int, parts: list[PlanBoard], as_of: date, problems: list[Problem]) -> Boards:
    require_version("Boards", version, _core.pickle_version)
    return Boards(parts, as_of, problems)


Boards.__module__ = "sauro"
