"""Logs of what was done: read from tables, workbooks, JSON and the plan's own columns."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import Problem
from sauro._base.files import read_text
from sauro._base.pickles import require_version
from sauro._core import Plan, ProgressEntry
from sauro.table._blocks import block
from sauro.table._grids import MOST_CELLS
from sauro.table._table import Table
from sauro.tracking._grids import grid_of_file, grid_of_log
from sauro.tracking._states import own_states

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Progress"]


class Progress:
    """A log of what was done; entries stand in any order, and none is overwritten.

    Parameters
    ----------
    data : table, mapping of columns or iterable of mappings
        A pandas, Polars, Arrow or sauro table, ``{column: values}``, or rows. Columns go by their
        Vietnamese or English names: task (``Mã nhiệm vụ``), date (``Ngày``), status
        (``Trạng thái``), percent, stars, occurrence (``Kỳ``, ``label``), due (``Hạn mới``),
        finished (the day of what is done, where no date is given), result (``Kết quả``), document,
        evidence, who, note (``Ghi chú``). A task may be named by its words alone (``Nhiệm vụ``);
        `track` finds it. Rows with a task and its period alone are not reported and left out.
        Those that repeat what the plan has (a title, an agency) and the others of a
        board's table may stand beside them; any other column that holds something is a problem.
    on : date, datetime, datetime64 or text, optional
        Day of the rows that name none, as of a register or a board's table.
    as_of : date, datetime, datetime64 or text, optional
        Entries after this day are refused.
    on_problem : {"raise", "keep"}
        Refuse the log where a row can't be read, or keep the good rows and name the others in
        `problems`.
    year : int, optional
        Of days that name none (``27/3``), as the plan's.
    statuses : mapping of str to str, optional
        Words that an office has for a status of its own: ``{"Ổn": "done"}``, or ``"hoàn thành"``.

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
        year: int | None = None,
        statuses: Mapping[str, str] | None = None,
    ) -> None:
        options = _options(on, as_of, on_problem, year, statuses)
        self._core = _core.read_progress(grid_of_log(data), options)

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
        year: int | None = None,
        statuses: Mapping[str, str] | None = None,
        most_cells: int = MOST_CELLS,
    ) -> Progress:
        """Read a CSV, JSON or Excel file, or the register in a document.

        Parameters
        ----------
        path : path
            ``.csv`` (comma, semicolon or tab), ``.json`` (a list of objects, or
            ``sauro/progress/1``), a workbook (``.xlsx``, ``.xlsm``) or a document (``.docx``,
            ``.odt``, ``.html``) whose tables have the columns of a log.
        sheet : str, optional
            Of a workbook; the first by default.
        on, as_of, on_problem, year, statuses
            As for the class. What is merged downwards holds for each of its rows; cells that are
            merged sideways, errors (#N/A) and formulas without a stored value are problems of
            their rows; hidden and filtered rows are read like any other.
        most_cells : int
            Rows times columns that hold something. More are refused.
        """
        options = _options(on, as_of, on_problem, year, statuses)
        if Path(path).suffix.lower() == ".json":
            text = read_text(path)
            return cls._of(_core.progress_from_json(text, Path(path).name, options))
        return cls._of(_core.read_progress(grid_of_file(path, sheet, most_cells), options))

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
        return cls._of(_core.progress_from_json(text, "", _options(None, None, on_problem)))

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
        return self._core.entries

    @property
    def problems(self) -> list[Problem]:
        """Rows that were left out, each with sheet, row and column."""
        return self._core.problems

    @property
    def table(self) -> Table:
        """A row an entry, in the columns of `ProgressEntry`."""
        return Table(self._core.table())

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
        return self.entries == other.entries

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _unpickle, (_core.pickle_version, self.entries, self.problems)

    def __repr__(self) -> str:
        return f"<Progress: {len(self)} entries>"

    def _repr_html_(self) -> str:
        facts = {"Bỏ qua": "; ".join(map(str, self.problems))}
        return block(f"Tiến độ: {len(self)} mục", facts, self.table._repr_html_())


def _unpickle(version: int, entries: list[ProgressEntry], problems: list[Problem]) -> Progress:
    require_version("Progress", version, _core.pickle_version)
    return Progress._of(_core.Log(entries, problems))


def _options(
    on: Day | None,
    as_of: Day | None,
    on_problem: OnProblem,
    year: int | None = None,
    statuses: Mapping[str, str] | None = None,
) -> tuple[Date | None, Date | None, str, int | None, list[tuple[str, str]]]:
    """How a log is read, as the core takes it."""
    choice(on_problem, ON_PROBLEM, "on_problem")
    first, last = (None if day is None else day_of(day) for day in (on, as_of))
    return first, last, on_problem, year, own_states(statuses or {})


Progress.__module__ = "sauro"
