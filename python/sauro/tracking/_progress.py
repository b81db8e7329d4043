"""Logs of what was done: read from tables, workbooks, JSON and the plan's own columns."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import NotFoundError, ParseError, ValidationError, error
from sauro._base.files import CANNOT_READ, FILE_NOT_FOUND, day_in, delimiter_of, read_text
from sauro._core import Plan, fold
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Progress", "ProgressEntry"]

INVALID_PROGRESS, JSON_MALFORMED = 262, 300
FIRST_YEAR = 1400  # of the library's dates
FIELDS = (
    "task",
    "occurrence",
    "date",
    "status",
    "percent",
    "stars",
    "due",
    "result",
    "document",
    "evidence",
    "who",
)


@dataclass(frozen=True)
class ProgressEntry:
    """One dated entry of a log.

    Attributes
    ----------
    task : str
        Id.
    occurrence : str
        Label; empty for the earliest one that is still open.
    date : datetime.date
    status : {"not_started", "in_progress", "done", "cancelled", "postponed"} or None
    percent : float or None
        0 to 100.
    stars : float or None
        Quality, 0 to 5.
    due : datetime.date or None
        New due day of what was postponed.
    result, document, evidence, who, place : str
        Words of the result, number of the document that shows it, a link, who said so, and where
        it was read.

    Examples
    --------
    >>> import sauro
    >>> log = sauro.datasets.progress("phu-my")
    >>> log.entries[0].task, str(log.entries[0].date), log.entries[0].status
    ('1.I.1', '2026-02-20', 'in_progress')
    """

    task: str
    occurrence: str
    date: Date
    status: Literal["not_started", "in_progress", "done", "cancelled", "postponed"] | None = None
    percent: float | None = None
    stars: float | None = None
    due: Date | None = None
    result: str = ""
    document: str = ""
    evidence: str = ""
    who: str = ""
    place: str = ""


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Fields by folded header, statuses by folded words."""
    rows = _core.progress_words()
    columns = {fold(w) or w: name for kind, name, words in rows if kind == "column" for w in words}
    statuses = {fold(w): name for kind, name, words in rows if kind == "status" for w in words}
    return columns, statuses


class Progress:
    """A log of what was done; entries stand in any order, and none is overwritten.

    Parameters
    ----------
    data : table, mapping of columns or iterable of mappings
        A pandas, Polars, Arrow or sauro table, ``{column: values}``, or rows. Columns go by their
        Vietnamese or English names: task (``Mã nhiệm vụ``), date (``Ngày``), status
        (``Trạng thái``), percent, stars, occurrence (``Kỳ``), due (``Hạn mới``), result
        (``Kết quả``), document, evidence, who.
    as_of : datetime.date, optional
        Entries after this day are refused.
    on_problem : {"raise", "keep"}
        Refuse the log where a row can't be read, or keep the good rows and name the others in
        `problems`.

    Attributes
    ----------
    problems : list of str
        Rows that were left out, each with sheet, row and column.

    Raises
    ------
    ValidationError
        Code 262; all rows that can't be read are named.

    Examples
    --------
    >>> import sauro
    >>> log = sauro.Progress([{"Mã nhiệm vụ": "1.I.1", "Ngày": "30/3/2026", "Trạng thái": "Xong"}])
    >>> log.entries[0].status, str(log.entries[0].date)
    ('done', '2026-03-30')
    """

    __slots__ = ("_core", "problems")

    problems: list[str]

    def __init__(
        self, data: Any = (), *, as_of: Day | None = None, on_problem: OnProblem = "raise"
    ) -> None:
        self._take(_rows_of(data), None if as_of is None else day_of(as_of), on_problem)

    @classmethod
    def _from(cls, rows: Iterable[_Row], as_of: Date | None, on_problem: str) -> Progress:
        made = cls.__new__(cls)
        made._take(rows, as_of, on_problem)
        return made

    def _take(self, rows: Iterable[_Row], as_of: Date | None, on_problem: str) -> None:
        choice(on_problem, ON_PROBLEM, "on_problem")
        reader = _Reader(as_of)
        entries = [entry for row in rows if (entry := reader.entry(row)) is not None]
        if reader.problems and on_problem == "raise":
            raise error(ValidationError, INVALID_PROGRESS, "progress", reader.problems)
        self._core = _core.Log(entries)
        self.problems = reader.problems

    @classmethod
    def read(
        cls,
        path: str | os.PathLike[str],
        *,
        sheet: str | None = None,
        as_of: Day | None = None,
        on_problem: OnProblem = "raise",
    ) -> Progress:
        """Read a CSV, JSON or Excel file.

        Parameters
        ----------
        path : path
            ``.csv`` (comma, semicolon or tab), ``.json`` (a list of objects, or
            ``sauro/progress/1``) or ``.xlsx`` (needs ``pip install sauro[excel]``).
        sheet : str, optional
            Of a workbook; the first by default.
        as_of, on_problem
            As for the class. Merged and hidden cells and formulas without a stored value are
            problems of their rows.
        """
        last = None if as_of is None else day_of(as_of)
        suffix = Path(path).suffix.lower()
        if suffix == ".xlsx":
            return cls._from(_excel_rows(path, sheet), last, on_problem)
        text = read_text(path)
        name = os.fspath(path)
        rows = _json_rows(text, name) if suffix == ".json" else _csv_rows(text, name)
        return cls._from(rows, last, on_problem)

    @classmethod
    def from_plan(cls, plan: Plan, as_of: Day, *, on_problem: OnProblem = "raise") -> Progress:
        """Take the status and result columns of a register that was kept in the plan's tables.

        Parameters
        ----------
        plan : Plan
        as_of : date, datetime, datetime64 or text
            The day that the register stands for, where it has no column of dates.
        """
        columns, _ = _words()
        day = day_of(as_of)
        rows = []
        for task in plan.tasks:
            cells = {
                columns[key]: text
                for header, text in task.extra.items()
                if (key := fold(header) or header) in columns and text.strip()
            }
            if "status" in cells or "percent" in cells or "result" in cells:
                place = f"nhiệm vụ {task.id}"
                rows.append(_Row({"date": day} | cells | {"task": task.id}, place, {}))
        return cls._from(rows, None, on_problem)

    @property
    def entries(self) -> list[ProgressEntry]:
        """All entries, in the order in which they were given."""
        return [ProgressEntry(*row) for row in self._core.rows()]

    @property
    def table(self) -> Table:
        """A row an entry, in the columns of `ProgressEntry`."""
        entries = self.entries
        return Table({name: [getattr(one, name) for one in entries] for name in FIELDS})

    def to_json(self) -> str:
        """Write as JSON (``sauro/progress/1``), which `read` reads."""
        rows = []
        for entry in self.entries:
            values = {name: getattr(entry, name) for name in FIELDS}
            rows.append(
                {
                    name: value.isoformat() if isinstance(value, Date) else value
                    for name, value in values.items()
                    if value not in (None, "")
                }
            )
        return json.dumps({"schema": "sauro/progress/1", "entries": rows}, ensure_ascii=False)

    def __add__(self, other: Progress) -> Progress:
        """Both logs, one after the other."""
        made = Progress.__new__(Progress)
        made._core = _core.Log(self._core.rows() + other._core.rows())
        made.problems = self.problems + other.problems
        return made

    def __len__(self) -> int:
        return len(self._core)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Progress):
            return NotImplemented
        return self._core.rows() == other._core.rows()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _restored, (self._core.rows(), self.problems)

    def __repr__(self) -> str:
        return f"<Progress: {len(self)} entries>"

    def _repr_html_(self) -> str:
        facts = {"Bỏ qua": "; ".join(self.problems)}
        return block(f"Tiến độ: {len(self)} mục", facts, self.table._repr_html_())


def _restored(rows: list[Any], problems: list[str]) -> Progress:
    made = Progress.__new__(Progress)
    made._core = _core.Log(rows)
    made.problems = problems
    return made


@dataclass
class _Row:
    """Cells by field, where the row stands, and names of the columns as they were written."""

    cells: dict[str, Any]
    place: str
    headers: dict[str, str]
    trouble: str = ""


class _Reader:
    """Turns rows into entries; collects what can't be read."""

    def __init__(self, as_of: Date | None) -> None:
        self.as_of = as_of
        self.problems: list[str] = []

    def entry(self, row: _Row) -> tuple[Any, ...] | None:
        before = len(self.problems)
        cells = row.cells
        if row.trouble:
            self.problems.append(f"{row.place}{row.trouble}")
            return None
        if all(_is_empty(value) for value in cells.values()):
            return None
        task = _text(cells.get("task"))
        if not task:
            self._add(row, "task", "no task")
        day = self._date(row, "date")
        if day is None and _is_empty(cells.get("date")):
            self._add(row, "date", "no date")
        if day is not None and self.as_of is not None and day > self.as_of:
            self._add(row, "date", f"{day} is after {self.as_of}")
        percent = self._number(row, "percent", 100)
        stars = self._number(row, "stars", 5)
        status = self._status(row)
        due = self._date(row, "due")
        if len(self.problems) > before:
            return None
        words = [_text(cells.get(name)) for name in ("result", "document", "evidence", "who")]
        occurrence = _text(cells.get("occurrence"))
        return (task, occurrence, day, status, percent, stars, due, *words, row.place)

    def _add(self, row: _Row, field: str, what: str) -> None:
        column = row.headers.get(field, field)
        self.problems.append(f"{row.place}, column {column}: {what}")

    def _date(self, row: _Row, field: str) -> Date | None:
        day = self._day(row, field)
        if day is not None and day.year < FIRST_YEAR:
            self._add(row, field, f"{day.isoformat()} is before the year {FIRST_YEAR}")
            return None
        return day

    def _day(self, row: _Row, field: str) -> Date | None:
        value = row.cells.get(field)
        if value is None or _is_empty(value):
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, Date):
            return value
        if hasattr(value, "astype"):  # datetime64
            return value.astype("datetime64[D]").item()  # type: ignore[no-any-return]
        text = _text(value)
        day = day_in(text)
        if day is None:
            self._add(row, field, f"{text!r} is no day; expected 31/12/2026 or 2026-12-31")
        return day

    def _number(self, row: _Row, field: str, most: float) -> float | None:
        value = row.cells.get(field)
        if _is_empty(value):
            return None
        text = _text(value).rstrip("%").strip().replace(",", ".")
        try:
            number = float(text)
        except ValueError:
            self._add(row, field, f"{_text(value)!r} is no number")
            return None
        if not 0 <= number <= most:
            self._add(row, field, f"{_text(value)} is outside of 0 to {most}")
            return None
        return number

    def _status(self, row: _Row) -> str | None:
        value = row.cells.get("status")
        if _is_empty(value):
            return None
        _, statuses = _words()
        key = fold(_text(value).replace("_", " "))
        known = statuses.get(key)
        if known is None:
            names = "hoàn thành, đang thực hiện, chưa thực hiện, hủy, gia hạn"
            self._add(row, "status", f"{_text(value)!r} is no status; expected {names}")
        return known


def _is_empty(value: Any) -> bool:
    if value is None or value != value:  # NaN and NaT
        return True
    return isinstance(value, str) and not value.strip()


def _text(value: Any) -> str:
    if _is_empty(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _by_field(headers: Iterable[Any], place: str) -> dict[str, int]:
    """Places of the fields among the headers; a column of no field is left alone."""
    columns, _ = _words()
    found: dict[str, int] = {}
    for i, header in enumerate(headers):
        text = _text(header)
        field = columns.get(fold(text.replace("_", " ")) or text)
        if field is not None:
            found.setdefault(field, i)
    missing = [name for name in ("task", "date") if name not in found]
    if missing:
        shown = ", ".join(_text(h) for h in headers if not _is_empty(h)) or "none"
        problem = f"no column for {' and '.join(missing)}; the columns are: {shown}"
        raise error(ValidationError, INVALID_PROGRESS, place, [problem])
    return found


def _rows_of(data: Any) -> Iterator[_Row]:
    if isinstance(data, Mapping) or hasattr(data, "__arrow_c_stream__") or hasattr(data, "dtypes"):
        columns = _columns_of(data)
        fields = _by_field(columns, "progress")
        names = list(columns)
        values = [columns[names[i]] for i in fields.values()]
        for r, cells in enumerate(zip(*values, strict=True), 1):
            row = dict(zip(fields, cells, strict=True))
            yield _Row(row, f"row {r}", {f: names[i] for f, i in fields.items()})
        return
    for r, one in enumerate(data, 1):
        given = vars(one) if isinstance(one, ProgressEntry) else one
        fields = _by_field(given, f"row {r}")
        names = list(given)
        row = {f: given[names[i]] for f, i in fields.items()}
        yield _Row(row, f"row {r}", {f: names[i] for f, i in fields.items()})


def _columns_of(data: Any) -> dict[str, list[Any]]:
    if isinstance(data, Mapping):
        return {str(name): list(values) for name, values in data.items()}
    if hasattr(data, "dtypes") and hasattr(data, "columns"):
        return {str(name): list(data[name]) for name in data.columns}
    table = data if isinstance(data, Table) else Table(data)
    return {name: list(table[name]) for name in table.columns}


def _csv_rows(text: str, name: str) -> Iterator[_Row]:
    lines = list(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)))
    if not lines:
        raise error(ValidationError, INVALID_PROGRESS, name, ["the file is empty"])
    fields = _by_field(lines[0], name)
    headers = {f: lines[0][i] for f, i in fields.items()}
    for r, line in enumerate(lines[1:], 2):
        cells = {f: line[i] if i < len(line) else "" for f, i in fields.items()}
        yield _Row(cells, f"{Path(name).name}, row {r}", headers)


def _json_rows(text: str, name: str) -> Iterator[_Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as why:
        raise error(ParseError, JSON_MALFORMED, name, [str(why)]) from None
    rows = data.get("entries") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        problem = 'expected a list of objects, or {"schema": "sauro/progress/1", "entries": [...]}'
        raise error(ValidationError, INVALID_PROGRESS, name, [problem])
    for r, row in enumerate(_rows_of(rows)):
        yield _Row(row.cells, f"{Path(name).name}, entry {r + 1}", row.headers)


def _excel_rows(path: str | os.PathLike[str], sheet: str | None) -> Iterator[_Row]:
    """Rows of a workbook; what isn't plain to see in it is the trouble of its row."""
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path)
    except FileNotFoundError:
        absent = ["there is no such file"]
        raise error(NotFoundError, FILE_NOT_FOUND, os.fspath(path), absent) from None
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as why:
        broken = [f"no workbook: {why}"]
        raise error(ParseError, CANNOT_READ, os.fspath(path), broken) from None
    if sheet is not None and sheet not in values.sheetnames:
        problem = f"no sheet {sheet!r}; there are {', '.join(values.sheetnames)}"
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [problem])
    name = sheet if sheet is not None else values.sheetnames[0]
    page, written = values[name], formulas[name]
    merged = {
        (r, c): str(area)
        for area in page.merged_cells.ranges
        for r in range(area.min_row, area.max_row + 1)
        for c in range(area.min_col, area.max_col + 1)
    }
    lines = list(page.iter_rows(values_only=True))
    if not lines:
        raise error(ValidationError, INVALID_PROGRESS, name, ["the sheet is empty"])
    fields = _by_field(lines[0], f"{os.fspath(path)}, sheet {name}")
    letters = {f: get_column_letter(i + 1) for f, i in fields.items()}
    hidden = [f for f in fields if page.column_dimensions[letters[f]].hidden]
    for r, line in enumerate(lines[1:], 2):
        row = _Row({f: line[i] for f, i in fields.items()}, f"sheet {name}, row {r}", letters)
        for field, i in fields.items():
            cell = written.cell(r, i + 1)
            if (r, i + 1) in merged:
                row.trouble = f", column {letters[field]}: merged cells {merged[r, i + 1]}"
            elif cell.data_type == "f" and line[i] is None:
                row.trouble = f", column {letters[field]}: a formula without a stored value"
        if page.row_dimensions[r].hidden:
            row.trouble = ": the row is hidden"
        elif hidden:
            row.trouble = f", column {letters[hidden[0]]}: the column is hidden"
        yield row


for _class in (Progress, ProgressEntry):
    _class.__module__ = "sauro"
