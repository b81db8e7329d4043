"""The register of a plan, to be filled in week by week."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.files import ending_of, refuse_shared, write_bytes
from sauro._base.words import LANGUAGES, Language
from sauro._core import Plan
from sauro.reporting._register_files import ENDINGS, register_bytes
from sauro.reporting._register_rows import LogRow, RegisterRow, fill_rows, register_rows
from sauro.scheduling._report_day import ReportDay
from sauro.scheduling._schedule import Schedule, schedule
from sauro.table._grids import MOST_CELLS
from sauro.table._table import Table
from sauro.tracking._grids import grid_of_file

__all__ = ["write_register", "write_registers"]

NOBODY = "chua-giao"


def write_register(
    plan: Plan,
    path: str | os.PathLike[str],
    *,
    update: str | os.PathLike[str] | None = None,
    by: Literal["agency"] | None = None,
    year: int | None = None,
    duties: bool = True,
    report_day: ReportDay | None = None,
    language: Language = "vi",
) -> Table:
    """Write a register to fill in: a row for each task and dated duty in each of its periods.

    What the plan says stands in front and is locked in a workbook; the columns behind it are to be
    filled in. `Progress.read` reads the file as it is, and rows without anything filled in are not
    reported.

    Parameters
    ----------
    plan : Plan
    path : path
        ``.xlsx``, ``.docx`` (a table) or ``.csv``.
    update : path, optional
        An older register (or any log of the plan): what was filled in there stands in the new one,
        by the words of the task and its period, as after a change of the plan.
    by : {"agency"}, optional
        Write one register for each agency that leads tasks, ``so-phong-kinh-te.xlsx`` beside
        ``so.xlsx``, rather than one for all.
    year : int, optional
        Of the plan, where it doesn't say it.
    duties : bool
        Whether duties of the text that have a limit are in it.
    report_day : int or str, optional
        As for :func:`schedule`.
    language : {"vi", "en"}
        Of headers and hints.

    Returns
    -------
    Table
        The rows of `update` that fit nowhere: where, task, title, occurrence, filled.

    Raises
    ------
    ValidationError
        Code 260 for an unknown ending, and where `path` is `update`.

    Examples
    --------
    >>> import tempfile, pathlib, sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "so-theo-doi.csv"
    ...     left = sauro.write_register(plan, path)
    ...     log = sauro.Progress.read(path)
    >>> len(left), len(log)
    (0, 0)
    """
    choice(language, LANGUAGES, "language")
    if by is not None:
        choice(by, ("agency",), "by")
    due = schedule(plan, year=year, duties=duties, report_day=report_day)
    return write_registers(plan, due, path, update, by, language)[0]


def write_registers(
    plan: Plan,
    due: Schedule,
    path: str | os.PathLike[str],
    update: str | os.PathLike[str] | None,
    by: Literal["agency"] | None,
    language: Language,
) -> tuple[Table, list[Path]]:
    """Do what `write_register` does, and name the files that were written."""
    ending = ending_of(path, ENDINGS)
    rows = register_rows(plan, due)
    old = [] if update is None else _core.log_rows(grid_of_file(update, None, MOST_CELLS))
    left = fill_rows(rows, old)
    files = {Path(path): rows} if by is None else _by_agency(rows, Path(path))
    refuse_shared([] if update is None else [update], files)
    for target, some in files.items():
        write_bytes(target, register_bytes(some, ending, due.title, language))
    return _listed(left), list(files)


def _by_agency(rows: list[RegisterRow], path: Path) -> dict[Path, list[RegisterRow]]:
    """Give the rows of each lead; a row with two leads stands in both registers."""
    files: dict[Path, list[RegisterRow]] = {}
    for row in rows:
        for agency in row.leads or [NOBODY]:
            target = path.with_name(f"{path.stem}-{agency}{path.suffix}")
            files.setdefault(target, []).append(row)
    return files


def _listed(left: list[LogRow]) -> Table:
    names = ("where", "task", "title", "occurrence")
    columns = {name: [str(row[at]) for row in left] for at, name in enumerate(names)}
    columns["filled"] = ["; ".join(str(value) for value in row[4].values()) for row in left]
    return Table(columns)
