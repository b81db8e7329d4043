"""A log as rows of texts that are changed and written back; what isn't touched stays as it was."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from sauro import _core
from sauro._base.choice import OnProblem
from sauro._base.words import Language
from sauro.reporting._register_files import header_of
from sauro.text._keys import fold
from sauro.tracking._progress import Progress

__all__ = ["Log", "fields_of", "is_head"]

_DEADLINES = ("hạn", "deadline")  # what a register has beside the columns to fill in


class Log(ABC):
    """A log that was read, to be changed in memory.

    Attributes
    ----------
    name : str
        Of its file, for messages.
    head : list of str
        What its columns are called.
    rows : list of list of str
        Below the head, as long as it or shorter.
    first : int
        Number of the first of them, counted as messages do.
    """

    def __init__(
        self,
        path: Path,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        first: int,
        language: Language,
    ) -> None:
        self.name = path.name
        self.head = list(head)
        self.rows = [list(row) for row in rows]
        self.first = first
        self._language = language
        self._fields = fields_of(head)

    @property
    def is_register(self) -> bool:
        """Whether it has a row for each task and period, rather than one for each report."""
        plain = {fold(word) for word in _DEADLINES}
        return any(fold(name) in plain for name in self.head)

    def value(self, at: int, field: str) -> str:
        """Give what stands in a row for a field; empty where there is nothing."""
        column = self._fields.get(field)
        row = self.rows[at]
        return "" if column is None or column >= len(row) else row[column].strip()

    def place(self, at: int) -> str:
        """Say where a row stands."""
        return f"row {self.first + at}"

    def change(self, at: int, values: Mapping[str, str]) -> None:
        """Write values of fields into a row."""
        for field, text in values.items():
            column = self._column(field) if text or field in self._fields else None
            if column is None:
                continue
            row = self.rows[at]
            row += [""] * (column + 1 - len(row))
            row[column] = text
        self.touch(at)

    def append(self, values: Mapping[str, str]) -> int:
        """Add a row and give its place."""
        self.rows.append([])
        at = len(self.rows) - 1
        key = "task" if "task" in self._fields else "title"
        for field in ("task", "title"):
            if field != key:
                values = {name: text for name, text in values.items() if name != field}
        self.change(at, values)
        return at

    def _column(self, field: str) -> int:
        """Give the column of a field; one that isn't there yet is added on the right."""
        if field not in self._fields:
            self.head.append(header_of(field, self._language))
            self._fields[field] = len(self.head) - 1
            self.widen()
        return self._fields[field]

    def grid(self) -> _core.Grid:
        """Give the rows to whatever reads a log."""
        rows = [(self.place(at), row, self.flaw(at)) for at, row in enumerate(self.rows)]
        return _core.Grid(self.name, self.head, rows)

    def progress(self, year: int, on_problem: OnProblem, states: list[tuple[str, str]]) -> Progress:
        """Read it as `Progress.read` reads the file."""
        return Progress._of(
            _core.read_progress(self.grid(), (None, None, on_problem, year, states))
        )

    def lines(self, progress: Progress) -> dict[int, _core.ProgressEntry]:
        """Give the entries of a log that was read from this one, by the places of their rows."""
        places = {f"{self.name}, {self.place(at)}": at for at in range(len(self.rows))}
        return {places[one.place]: one for one in progress.entries}

    def flaw(self, at: int) -> tuple[str, str]:
        """Say in both languages why a row can't be read; empty where it can."""
        return "", ""

    @abstractmethod
    def touch(self, at: int) -> None:
        """Take note that a row was changed."""

    @abstractmethod
    def widen(self) -> None:
        """Take note that a column was added."""

    @abstractmethod
    def to_bytes(self) -> bytes:
        """Write it as it was, with what was changed."""


def fields_of(head: Sequence[str]) -> dict[str, int]:
    """Give the columns of a log's fields, as who reads it finds them."""
    marks = [f"c{at}" for at in range(len(head))]
    grid = _core.Grid("", list(head), [("", marks, ("", ""))])
    found: dict[str, int] = {}
    for _, task, title, occurrence, filled in _core.log_rows(grid):
        named = {"task": task, "title": title, "occurrence": occurrence, **filled}
        found |= {name: marks.index(mark) for name, mark in named.items() if mark in marks}
    return found


def is_head(cells: Sequence[str]) -> bool:
    """Whether cells are the names of the columns of a log."""
    fields = fields_of(cells)
    return not fields.keys().isdisjoint(("task", "title")) and not fields.keys().isdisjoint(
        ("status", "percent", "date")
    )
