"""Roll-ups of cases that memory doesn't hold."""

from __future__ import annotations

import operator
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.errors import Error, NotFoundError, Problem, ValidationError, error, say
from sauro._base.progress import rows_bar
from sauro.cases._counting import Question, State, Tree, count_part, with_problems
from sauro.cases._keys import keys_of
from sauro.cases._measures import measures_of
from sauro.cases._options import calendars_of, day_asked
from sauro.cases._parts import Part, parts_of
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sauro._base.days import Day
    from sauro.calendar._working import WorkingCalendar
    from sauro.cases._columns import Unit

__all__ = ["CaseRollUp", "asked", "asked_of", "roll_up_cases", "rolled_up", "total_of"]

FILE_NOT_FOUND, EMPTY_INPUT, INVALID_OPTION = 100, 104, 260
BATCH_ROWS = 1_000_000
_OPTIONS = ("hours", "cut_off", "rounding", "threads")


@dataclass(frozen=True)
class CaseRollUp:
    """What many cases came to.

    Attributes
    ----------
    table : Table
        One row a group, as of :meth:`CaseLog.roll_up`; groups in the order of their keys.
    rows, parts : int
        How many cases and parts were counted.
    problems : list of Problem
        Parts that were set aside, of which nothing was counted, and why.

    Examples
    --------
    >>> import sauro
    >>> from sauro import datasets
    >>> columns = {"received": "Ngày nhận", "limit_days": "Thời hạn", "finished": "Ngày trả"}
    >>> halves = [datasets.dossiers()[:450], datasets.dossiers()[450:]]
    >>> found = sauro.roll_up_cases(halves, as_of="2026-07-10", by=["month"], **columns)
    >>> found.rows, found.problems
    (900, [])
    """

    table: Table
    rows: int
    parts: int
    problems: list[Problem] = field(default_factory=list)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        aside = f", {len(self.problems)} problems" if self.problems else ""
        return f"CaseRollUp({self.rows} cases, {self.parts} parts, {len(self.table)} groups{aside})"

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


def roll_up_cases(
    source: Any,
    calendar: WorkingCalendar | Sequence[WorkingCalendar] | None = None,
    as_of: Day | None = None,
    by: Iterable[str] = ("agency",),
    *,
    keys: Iterable[str] = (),
    measures: Iterable[str] = (),
    unit: Unit | None = None,
    hours: str | Sequence[tuple[str, str]] = "office",
    cut_off: str | None = None,
    rounding: Literal["up", "down", "nearest", "half"] = "up",
    on_problem: OnProblem = "raise",
    threads: int = 0,
    batch_rows: int = BATCH_ROWS,
    checkpoint: str | os.PathLike[str] | None = None,
    **columns: str | float | None,
) -> CaseRollUp:
    """Count groups of cases that memory doesn't hold, a batch at a time.

    Memory is that of a batch and of the result; only the columns that are named are read. The
    result is the same to the bit as that of all cases at once, whatever the batches. Needs the
    package pyarrow for files (``pip install sauro[parquet]``).

    Parameters
    ----------
    source : path, list of paths, pyarrow dataset or reader, Polars LazyFrame, tables
        A Parquet file, a folder of them and of folders, several files; anything that streams as
        Arrow, as a DuckDB relation does; or tables one after the other, as pandas reads a file in
        chunks.
    calendar, as_of, by, measures, hours, cut_off, rounding, threads
        As of :meth:`CaseLog.roll_up`; with one thread files are read by it too.
    keys : names of columns, optional
        What may be counted by besides, as of :meth:`CaseLog.from_table`.
    unit : {"working_days", "days", "working_hours", "hours", "minutes"}, optional
        What limits count.
    on_problem : {"raise", "keep"}
        Parts that are missing, damaged or have other columns than the first one, and rows that
        can't be right, are an error that names them; or such rows are counted as `invalid`, and
        such parts are set aside whole and named in ``problems``.
    batch_rows : int
        How many cases are read at once.
    checkpoint : path, optional
        An existing folder that keeps the counts of each Parquet file, so that a second run reads
        only what is new or has changed.
    **columns : str or number
        Which column is which, as of :meth:`CaseLog.from_table`.

    Raises
    ------
    NotFoundError
        Code 100: no such file, a folder without Parquet files.
    Error
        Code 102 for what is damaged, 220 for columns that aren't there or are of another type, 221
        for rows; each place begins with the name of its part.

    Examples
    --------
    >>> import tempfile
    >>> import sauro
    >>> from sauro import datasets
    >>> folder = tempfile.mkdtemp()
    >>> _ = datasets.synthetic.write_cases(folder, 5000, parts=3, communes=2)
    >>> found = sauro.roll_up_cases(
    ...     folder, as_of="2025-12-31", received="Ngày nhận", limit_days="Thời hạn",
    ...     finished="Ngày trả", agency="Xã",
    ... )
    >>> found
    CaseRollUp(5000 cases, 3 parts, 2 groups)
    """
    question = asked(
        calendar, as_of, by, keys=keys, measures=measures, unit=unit, hours=hours,
        cut_off=cut_off, rounding=rounding, on_problem=on_problem, threads=threads,
        batch_rows=batch_rows, checkpoint=checkpoint, **columns,
    )  # fmt: skip
    parts, problems = asked_of(source, question)
    tree = Tree()
    with rows_bar(total_of(parts), "đếm hồ sơ") as bar:
        for part in parts:
            tree.add(count_part(part, question, bar.update))
    return rolled_up(with_problems(tree.whole(), problems))


def asked(
    calendar: WorkingCalendar | Sequence[WorkingCalendar] | None,
    as_of: Day | None,
    by: Iterable[str],
    *,
    keys: Iterable[str] = (),
    measures: Iterable[str] = (),
    unit: Unit | None = None,
    on_problem: OnProblem = "raise",
    batch_rows: int = BATCH_ROWS,
    checkpoint: str | os.PathLike[str] | None = None,
    **rest: Any,
) -> Question:
    """Check what can be checked before anything is read; `rest` are options and columns."""
    day = day_asked(as_of)
    if operator.index(batch_rows) < 1:
        text = say("cần ít nhất 1, gặp {}", "expected at least 1, found {}", batch_rows)
        raise error(ValidationError, INVALID_OPTION, "batch_rows", [text])
    if checkpoint is not None and not Path(checkpoint).is_dir():
        text = say("không có thư mục này", "there is no such folder")
        raise error(NotFoundError, FILE_NOT_FOUND, os.fspath(checkpoint), [text])
    keys = tuple(keys)
    options = {
        "calendar": list(calendars_of(calendar)),
        "as_of": day,
        "by": tuple(keys_of(by, keys)),
        "measures": tuple(measures_of(measures)),
        "on_problem": choice(on_problem, ON_PROBLEM, "on_problem"),
        **{name: rest.pop(name) for name in _OPTIONS if name in rest},
    }
    folder = None if checkpoint is None else os.fspath(checkpoint)
    return Question(rest, unit, options, batch_rows, folder, keys)


def asked_of(source: Any, question: Question) -> tuple[list[Part], list[Problem]]:
    """Give the parts to count; those that can't be are set aside, or all of them named."""
    parts, problems = parts_of(source, question.names)
    if problems and not question.keeps:
        raise Error(problems)
    return parts, problems


def total_of(parts: list[Part]) -> int | None:
    """How many cases there are to count, where all parts know it."""
    counts = [part.rows for part in parts]
    return None if None in counts else sum(filter(None, counts))


def rolled_up(state: State) -> CaseRollUp:
    """Give the result; where no part could be read there is none."""
    if state.table is None:
        text = say("không có phần nào để đếm", "there is no part to count")
        raise Error(state.problems or [Problem(EMPTY_INPUT, "", *text)])
    return CaseRollUp(state.table, state.rows, state.parts, state.problems)


CaseRollUp.__module__ = "sauro"
