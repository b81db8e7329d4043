"""Logs of what was done: read from tables, workbooks, JSON and the plan's own columns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import (
    NotFoundError,
    ParseError,
    Problem,
    Texts,
    ValidationError,
    error,
    say,
)
from sauro._base.files import CANNOT_READ, FILE_NOT_FOUND, NO_SUCH_FILE, read_text
from sauro._core import Plan
from sauro.table._arrays import list_of
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Progress", "ProgressEntry"]

INVALID_PROGRESS = 262
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


class Progress:
    """A log of what was done; entries stand in any order, and none is overwritten.

    Parameters
    ----------
    data : table, mapping of columns or iterable of mappings
        A pandas, Polars, Arrow or sauro table, ``{column: values}``, or rows. Columns go by their
        Vietnamese or English names: task (``Mã nhiệm vụ``), date (``Ngày``), status
        (``Trạng thái``), percent, stars, occurrence (``Kỳ``, ``label``), due (``Hạn mới``),
        finished (the day of what is done, where no date is given), result (``Kết quả``), document,
        evidence, who. Those that repeat what the plan has (a title, an agency) and the others of a
        board's table may stand beside them; any other column that holds something is a problem.
    on : date, datetime, datetime64 or text, optional
        Day of the rows that name none, as of a register or a board's table.
    as_of : date, datetime, datetime64 or text, optional
        Entries after this day are refused.
    on_problem : {"raise", "keep"}
        Refuse the log where a row can't be read, or keep the good rows and name the others in
        `problems`.

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

    __slots__ = ("_core",)

    def __init__(
        self,
        data: Any = (),
        *,
        on: Day | None = None,
        as_of: Day | None = None,
        on_problem: OnProblem = "raise",
    ) -> None:
        self._core = _core.read_progress(_grid_of(data), *_options(on, as_of, on_problem))

    @classmethod
    def _of(cls, core: _core.Log) -> Progress:
        made = cls.__new__(cls)
        made._core = core
        return made

    @classmethod
    def read(
        cls,
        path: str | os.PathLike[str],
        *,
        sheet: str | None = None,
        on: Day | None = None,
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
        on, as_of, on_problem
            As for the class. Merged and hidden cells and formulas without a stored value are
            problems of their rows.
        """
        options = _options(on, as_of, on_problem)
        if Path(path).suffix.lower() == ".json":
            text = read_text(path)
            return cls._of(_core.progress_from_json(text, Path(path).name, *options))
        return cls._of(_core.read_progress(_file_grid(path, sheet), *options))

    @classmethod
    def from_json(cls, text: str, *, on_problem: OnProblem = "raise") -> Progress:
        """Read what `to_json` wrote, or a plain list of objects.

        Raises
        ------
        ParseError
            Code 300 where it is no JSON.
        ValidationError
            Code 262; all entries that can't be read are named.
        """
        return cls._of(_core.progress_from_json(text, "", *_options(None, None, on_problem)))

    @classmethod
    def from_plan(cls, plan: Plan, as_of: Day, *, on_problem: OnProblem = "raise") -> Progress:
        """Take the status and result columns of a register that was kept in the plan's tables.

        Parameters
        ----------
        plan : Plan
        as_of : date, datetime, datetime64 or text
            The day that the register stands for, where it has no column of dates.
        """
        choice(on_problem, ON_PROBLEM, "on_problem")
        return cls._of(_core.progress_of_plan(plan, day_of(as_of), on_problem))

    @property
    def entries(self) -> list[ProgressEntry]:
        """All entries, in the order in which they were given."""
        return [ProgressEntry(*row) for row in self._core.rows()]

    @property
    def problems(self) -> list[Problem]:
        """Rows that were left out, each with sheet, row and column."""
        return [Problem(*row) for row in self._core.problems()]

    @property
    def table(self) -> Table:
        """A row an entry, in the columns of `ProgressEntry`."""
        entries = self.entries
        return Table({name: [getattr(one, name) for one in entries] for name in FIELDS})

    def to_json(self) -> str:
        """Write as JSON (``sauro/progress/1``), which `read` reads."""
        return self._core.to_json()

    def __add__(self, other: Progress) -> Progress:
        """Both logs, one after the other."""
        return Progress._of(self._core.merged(other._core))

    def __len__(self) -> int:
        return len(self._core)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Progress):
            return NotImplemented
        return self._core.rows() == other._core.rows()

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _restored, (self._core.rows(), self._core.problems())

    def __repr__(self) -> str:
        return f"<Progress: {len(self)} entries>"

    def _repr_html_(self) -> str:
        facts = {"Bỏ qua": "; ".join(map(str, self.problems))}
        return block(f"Tiến độ: {len(self)} mục", facts, self.table._repr_html_())


def _restored(rows: list[Any], problems: list[Any]) -> Progress:
    return Progress._of(_core.Log(rows, problems))


def _options(
    on: Day | None, as_of: Day | None, on_problem: OnProblem
) -> tuple[Date | None, Date | None, OnProblem]:
    """How a log is read, as the core takes it."""
    choice(on_problem, ON_PROBLEM, "on_problem")
    first, last = (None if day is None else day_of(day) for day in (on, as_of))
    return first, last, on_problem


NO_FLAW = ("", "")
UNSTORED = Texts("công thức chưa có giá trị lưu", "a formula without a stored value")
HIDDEN_ROW = Texts("dòng bị ẩn", "the row is hidden")
HIDDEN_COLUMN = Texts("cột bị ẩn", "the column is hidden")
EMPTY_FILE = Texts("tệp không có gì", "the file is empty")
EMPTY_SHEET = Texts("trang tính không có gì", "the sheet is empty")


def _grid_of(data: Any) -> _core.Grid:
    """Rows of cells, as the core reads them, of columns or rows that a program holds."""
    lines: Iterable[Iterable[Any]]
    if isinstance(data, Mapping) or hasattr(data, "__arrow_c_stream__") or hasattr(data, "dtypes"):
        columns = _columns_of(data)
        names, lines = list(columns), zip(*columns.values(), strict=True)
    else:
        rows = [vars(one) if isinstance(one, ProgressEntry) else one for one in data]
        keys = list(dict.fromkeys(key for row in rows for key in row))
        names, lines = list(map(str, keys)), ([row.get(key) for key in keys] for row in rows)
    placed = [(f"row {r}", line, NO_FLAW) for r, line in enumerate(lines, 1)]
    return _core.Grid("", names, placed)


def _columns_of(data: Any) -> dict[str, list[Any]]:
    if isinstance(data, Mapping):
        return {str(name): list(values) for name, values in data.items()}
    if hasattr(data, "dtypes") and hasattr(data, "columns"):
        return {str(name): list(data[name]) for name in data.columns}
    table = data if isinstance(data, Table) else Table(data)
    return {column.name: list_of(column) for column in table._core.columns}


def _file_grid(path: str | os.PathLike[str], sheet: str | None) -> _core.Grid:
    if Path(path).suffix.lower() == ".xlsx":
        return _excel_grid(path, sheet)
    grid = _core.read_csv(path)
    if not grid.columns:
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [EMPTY_FILE])
    return grid


def _no_sheet(name: str, there: list[str]) -> Texts:
    names = ", ".join(there)
    return say("không có trang tính {!r}; có {}", "no sheet {!r}; there are {}", name, names)


def _excel_grid(path: str | os.PathLike[str], sheet: str | None) -> _core.Grid:
    """Rows of a workbook; what isn't plain to see in it is the flaw of its row."""
    import zipfile

    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path)
    except FileNotFoundError:
        raise error(NotFoundError, FILE_NOT_FOUND, os.fspath(path), [NO_SUCH_FILE]) from None
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as why:
        broken = [say("không phải bảng tính Excel: {}", "no workbook: {}", why)]
        raise error(ParseError, CANNOT_READ, os.fspath(path), broken) from None
    if sheet is not None and sheet not in values.sheetnames:
        there = _no_sheet(sheet, values.sheetnames)
        raise error(ValidationError, INVALID_PROGRESS, os.fspath(path), [there])
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
        raise error(ValidationError, INVALID_PROGRESS, name, [EMPTY_SHEET])
    columns = ["" if header is None else str(header) for header in lines[0]]
    letters = [get_column_letter(i + 1) for i in range(len(columns))]
    read = [(i, letters[i]) for i, name in enumerate(columns) if _core.is_progress_column(name)]
    hidden = [letter for _, letter in read if page.column_dimensions[letter].hidden]
    rows = []
    for r, line in enumerate(lines[1:], 2):
        place, flaw = f"row {r}", NO_FLAW
        for i, letter in read:
            if (r, i + 1) in merged:
                area = merged[r, i + 1]
                merge = say("ô gộp {}", "merged cells {}", area)
                place, flaw = f"row {r}, column {letter}", merge
            elif written.cell(r, i + 1).data_type == "f" and line[i] is None:
                place, flaw = f"row {r}, column {letter}", UNSTORED
        if page.row_dimensions[r].hidden:
            place, flaw = f"row {r}", HIDDEN_ROW
        elif hidden:
            place, flaw = f"row {r}, column {hidden[0]}", HIDDEN_COLUMN
        rows.append((place, line, flaw))
    return _core.Grid(f"sheet {name}", columns, rows, letters)


for _class in (Progress, ProgressEntry):
    _class.__module__ = "sauro"
