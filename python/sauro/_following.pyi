"""Strict core of checking, scheduling and tracking; use the package sauro."""

from datetime import date
from types import ModuleType
from typing import ClassVar, Final

from sauro import _core

_errors: Final[ModuleType]

class Findings:
    def __len__(self) -> int: ...
    def rows(self) -> list[tuple[str, str, str, str, str, str, _core.Span]]: ...
    @property
    def clarity(self) -> _core.Table: ...
    @property
    def clears(self) -> list[float | None]: ...
    @property
    def points(self) -> float | None: ...

def check(
    plan: _core.Plan,
    severities: dict[str, str],
    expired: list[tuple[str, date | None]],
    least_working_days: int,
    least_alike: float,
    calendar: _core.WorkingCalendar | None,
) -> Findings: ...
def check_rules() -> list[tuple[str, str, str, str]]: ...

_Task = tuple[str, str, int, str, str, list[str], list[str], str]
_Occurrence = tuple[int, str, date | None, date | None, str, str]
_Dependency = tuple[int, int, str]

class Schedule:
    def __init__(
        self,
        title: str,
        year: int,
        tasks: list[_Task],
        occurrences: list[_Occurrence],
        dependencies: list[_Dependency],
    ) -> None: ...
    @property
    def title(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def order(self) -> list[int]: ...
    def tasks(self) -> list[_Task]: ...
    def occurrences(self) -> list[_Occurrence]: ...
    def dependencies(self) -> list[_Dependency]: ...
    def table(self) -> _core.Table: ...
    def slack(self, calendar: _core.WorkingCalendar, as_of: date) -> _core.Table: ...
    def workload(self) -> _core.Table: ...
    def crowded(self, most: int) -> _core.Table: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def schedule(
    plan: _core.Plan,
    calendar: _core.WorkingCalendar,
    year: int | None,
    undated_at_year_end: bool,
    roll: str,
    review: str | None,
    predecessors: list[tuple[str, str]],
) -> Schedule: ...

_Entry = tuple[
    str,
    str,
    date,
    str | None,
    float | None,
    float | None,
    date | None,
    str,
    str,
    str,
    str,
    str,
]

def progress_words() -> list[tuple[str, str, list[str]]]: ...

class Log:
    def __init__(self, rows: list[_Entry]) -> None: ...
    def __len__(self) -> int: ...
    def rows(self) -> list[_Entry]: ...

class PointScheme:
    def __init__(
        self,
        bands: list[tuple[int, float]],
        not_done: float,
        points_a_star: float,
        usual_stars: float,
        lead: float,
        coordinator: float,
    ) -> None: ...

class Board:
    @property
    def later(self) -> list[int]: ...
    @property
    def as_of(self) -> date: ...
    def table(self) -> _core.Table: ...
    def by(self, group: str) -> _core.Table: ...
    def next(self) -> _core.Table: ...
    def alerts(self) -> list[tuple[str, str, date, int, int]]: ...
    def bad(self) -> list[tuple[int, str]]: ...
    def counts(self) -> list[tuple[str, int]]: ...

def track(
    schedule: Schedule,
    log: Log,
    as_of: date,
    calendar: _core.WorkingCalendar,
    alert_days: list[int],
    keep_good: bool,
    scheme: PointScheme | None,
    priorities: list[tuple[str, float]],
) -> Board: ...
def changes(before: Board, after: Board) -> _core.Table: ...
