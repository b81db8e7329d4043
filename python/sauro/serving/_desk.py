"""Where a log is kept: what stands in it, and one change after another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.errors import Error, NotFoundError, ValidationError, error, say
from sauro._base.files import ending_of, write_bytes
from sauro._base.words import LANGUAGES, Language
from sauro._core import Plan, ProgressEntry
from sauro.reporting._register_files import text_of
from sauro.reporting._standing import Standing, standings
from sauro.reporting._write_register import write_registers
from sauro.scheduling._report_day import ReportDay
from sauro.scheduling._schedule import Schedule, schedule
from sauro.serving._book import BookLog
from sauro.serving._csv import CsvLog
from sauro.serving._history import History
from sauro.serving._log import Log
from sauro.serving._places import empty_rows, last_rows
from sauro.serving._values import (
    ASKED,
    STATES,
    TELLING,
    Report,
    changes_of,
    guarded,
    is_cleared,
    label_of,
    said,
)
from sauro.tracking._board import Board
from sauro.tracking._states import own_states
from sauro.tracking._track import track

__all__ = ["Conflict", "Desk", "Row", "View"]

NOT_FOUND, INVALID_PROGRESS = 202, 262
ENDINGS = (".csv", ".xlsx")
KEPT = ("result", "document", "note", "due", "evidence", "stars")  # by a new row of one more day


@dataclass(frozen=True)
class Row:
    """An occurrence, and what the log says of it."""

    number: int  # among the occurrences of the plan
    standing: Standing
    entry: ProgressEntry | None
    line: int | None  # of the log; None where it has no row for it

    @property
    def version(self) -> str:
        """Tell whether anybody changed the row since somebody saw it."""
        told = [str(said(self.entry, field)) for field in (*ASKED, "who")]
        return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True)
class View:
    """How everything stands on a day."""

    today: date
    board: Board
    rows: list[Row]
    log: Log


class Conflict(Exception):
    """Somebody else changed the row meanwhile; nothing was written."""

    def __init__(self, row: Row) -> None:
        super().__init__(row.standing.task)
        self.row = row


class Desk:
    """A plan and its log, to be looked at and changed by several people at once.

    Each change reads the log anew, so that what was written to it by others (in a spreadsheet, by
    another program) is neither missed nor lost.
    """

    def __init__(
        self,
        plan: Plan,
        path: Path,
        clock: Callable[[], datetime],
        *,
        year: int | None = None,
        duties: bool = True,
        language: Language = "vi",
        on_problem: OnProblem = "raise",
        report_day: ReportDay | None = None,
        statuses: Mapping[str, str] | None = None,
    ) -> None:
        choice(language, LANGUAGES, "language")
        choice(on_problem, ON_PROBLEM, "on_problem")
        self.plan, self.path, self.language = plan, path, language
        self._clock, self._on_problem = clock, on_problem
        self._ending = ending_of(path, ENDINGS)
        self._lock = Lock()
        self._history = History(path)
        self._states = own_states(statuses or {})
        self.due: Schedule = schedule(plan, year=year, duties=duties, report_day=report_day)
        if not path.exists():
            write_registers(plan, self.due, path, None, None, language)
        self.view()  # what can't be kept here is refused at once

    @property
    def today(self) -> date:
        """The day of the clock."""
        return self._clock().date()

    def number(self, task: str, occurrence: str) -> int | None:
        """Give the place of an occurrence; None where the plan has no such task and period."""
        keys = [(one.task, one.occurrence) for one in self.due.occurrences]
        return keys.index((task, occurrence)) if (task, occurrence) in keys else None

    def view(self) -> View:
        """Read the log."""
        log: Log = (
            CsvLog(self.path, self.language)
            if self._ending == ".csv"
            else BookLog(self.path, self.plan, self.due, self.language)
        )
        return self._seen(log)

    def _seen(self, log: Log) -> View:
        today = self.today
        progress = log.progress(self.due.year, self._on_problem, self._states)
        board = track(self.due, progress, today, on_problem=self._on_problem)
        entries = log.lines(progress)
        found = last_rows(self.due, entries, today)
        blank = [at for at in range(len(log.rows)) if at not in entries and _is_blank(log, at)]
        empty = empty_rows(self.due, log, blank, today) if None in found else found
        rows = []
        for number, one in enumerate(standings(board)):
            line = found[number]
            entry = None if line is None else entries[line]
            rows.append(Row(number, one, entry, empty[number] if line is None else line))
        return View(today, board, rows, log)

    def change(self, task: str, occurrence: str, version: str, given: Report, who: str) -> Row:
        """Write what was filled in for a row, and give the row as it stands then.

        Raises
        ------
        NotFoundError
            Code 202 for what the plan doesn't have.
        Conflict
            Somebody else changed the row since its version.
        ValidationError
            Code 262 for what the log couldn't be read with.
        Error
            Code 110 where it can't be written.
        """
        number = self.number(task, occurrence)
        if number is None:
            text = say(
                "kế hoạch không có việc này ở kỳ này", "the plan has no such task and period"
            )
            raise error(NotFoundError, NOT_FOUND, f"{task} {occurrence}".strip(), [text])
        with self._lock:
            view = self.view()
            row = view.rows[number]
            changes = changes_of(row.entry, given, view.today, self.language)
            if changes and row.version != version:
                raise Conflict(row)
            if not changes:
                return row
            line = self._write_row(view, row, changes, who)
            after = self._seen(view.log)
            self._check(view, after, row, line, changes)
            self._save(view.log, row, changes, who)
            return after.rows[row.number]

    def _write_row(self, view: View, row: Row, changes: dict[str, Any], who: str) -> int:
        """Change the row, or add one to a log that has a row for each report."""
        log, entry, line = view.log, row.entry, row.line
        values = dict(changes, who=who)
        if "status" in changes and said(entry, "percent") != "":
            values.setdefault("percent", said(entry, "percent"))  # "Xong 80%" tells it in one cell
        if is_cleared(row.entry, changes):
            values["who"] = ""
        is_new = line is None or (
            not log.is_register and entry is not None and _is_later(entry, changes)
        )
        if not is_new and line is not None:
            log.change(line, self._texts(values))
            return line
        if entry is not None:
            values = {field: said(entry, field) for field in (*KEPT, "status", "percent")} | values
        key = {"task": row.standing.task, "title": row.standing.title}
        many = sum(one.standing.task == row.standing.task for one in view.rows) > 1
        if many:
            key["occurrence"] = row.standing.label
        return log.append(key | {name: text for name, text in self._texts(values).items() if text})

    def _texts(self, values: dict[str, Any]) -> dict[str, str]:
        texts = {name: _written(name, value, self.language) for name, value in values.items()}
        return texts if self._ending != ".csv" else {n: guarded(t) for n, t in texts.items()}

    def _check(self, before: View, after: View, row: Row, line: int, changes: Any) -> None:
        """Refuse what would not be read back as it was filled in."""
        now = after.rows[row.number]
        if len(after.board.problems) > len(before.board.problems):
            raise Error(after.board.problems[-1:])
        if is_cleared(row.entry, changes):
            return
        if now.line != line:
            text = say(
                "một dòng khác của sổ ghi ngày sau ngày này; hãy chọn ngày muộn hơn",
                "another row of the log is of a later day; choose a later one",
            )
            raise error(ValidationError, INVALID_PROGRESS, label_of("date", self.language), [text])
        for field, value in changes.items():
            if said(now.entry, field) != value:
                text = say(
                    "ghi vào sổ này rồi đọc lại không ra như đã điền",
                    "what is written to this log isn't read back as it was filled in",
                )
                raise error(
                    ValidationError, INVALID_PROGRESS, label_of(field, self.language), [text]
                )

    def _save(self, log: Log, row: Row, changes: dict[str, Any], who: str) -> None:
        """Write the log and its history; where one can't be written the other stays as it was."""
        path, data, old = self.path, log.to_bytes(), self._history.read()
        lines = [
            (
                label_of(field, self.language),
                _written(field, said(row.entry, field), self.language),
                _written(field, value, self.language),
            )
            for field, value in changes.items()
        ]
        one = row.standing
        self._history.add(self._clock(), who, one.task, one.label, lines)
        try:
            write_bytes(path, data)
        except BaseException:
            self._history.restore(old)
            raise


def _is_blank(log: Log, at: int) -> bool:
    filled = ("status", "percent", "result", "document", "date", "note", "due", "evidence")
    return not any(log.value(at, field) for field in filled)


def _is_later(entry: ProgressEntry, changes: dict[str, Any]) -> bool:
    """Whether what is told is of another day than the row, and takes nothing back."""
    told = [changes[field] for field in TELLING if field in changes]
    day = changes.get("date", entry.date)
    return bool(told) and "" not in told and bool(day > entry.date)


def _written(field: str, value: Any, language: Language) -> str:
    if field == "status" and value:
        word = STATES[value] if language == "vi" else value.replace("_", " ")
        return str(word[:1].upper() + word[1:])
    return text_of(value, field)
