"""Examples that come with the package: plans, logs, dossiers, inputs of indices."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from sauro._base.errors import Error, NotFoundError, error, say
from sauro._base.files import ALREADY_THERE, write_bytes
from sauro._core import Plan
from sauro.cases._cases import CaseLog
from sauro.reading._read import read_plan
from sauro.table._table import Table
from sauro.tracking._progress import Progress

__all__ = [
    "Dataset",
    "Place",
    "about",
    "available",
    "cases",
    "commune",
    "copy",
    "dossiers",
    "papi",
    "path",
    "plan",
    "progress",
]

FILE_NOT_FOUND, CANNOT_WRITE = 100, 110
FOLDER = Path(__file__).parent / "files"

Place = Literal["an-loc", "phu-my", "tan-hoa"]


@dataclass(frozen=True)
class Dataset:
    """What a file of the package is.

    Attributes
    ----------
    name : str
        Of the file.
    title, title_en : str
        What it holds.
    source : str
        Where it is from; ``invented`` says that nobody's data are in it.
    """

    name: str
    title: str
    title_en: str
    source: str


def _all() -> dict[str, Dataset]:
    listed = json.loads((FOLDER / "sources.json").read_text(encoding="utf-8"))
    return {one["name"]: Dataset(**one) for one in listed["files"]}


def available() -> list[str]:
    """Names of the files that come with the package.

    Examples
    --------
    >>> from sauro import datasets
    >>> datasets.available()[:2]
    ['ke-hoach-an-loc.txt', 'ke-hoach-phu-my.txt']
    """
    return list(_all())


def about(name: str) -> Dataset:
    """Say what a file is and where it is from.

    Parameters
    ----------
    name : str
        One of `available`.

    Raises
    ------
    NotFoundError
        Code 100; the message lists the names that there are.

    Examples
    --------
    >>> from sauro import datasets
    >>> datasets.about("papi-2023-excerpt.csv").title_en
    'Sub-dimensions of PAPI 2023 of five provinces'
    """
    found = _all().get(name)
    if found is None:
        text = say("không có ví dụ này; có {}", "no such example; there are {}", ", ".join(_all()))
        raise error(NotFoundError, FILE_NOT_FOUND, name, [text])
    return found


def path(name: str) -> Path:
    """Path of a file of the package.

    Parameters
    ----------
    name : str
        One of `available`.

    Raises
    ------
    NotFoundError
        Code 100; the message lists the names that there are.

    Examples
    --------
    >>> import sauro
    >>> from sauro import datasets
    >>> sauro.read_plan(datasets.path("ke-hoach-phu-my.txt")).document.number
    '21/KH-UBND'
    """
    return FOLDER / about(name).name


def copy(folder: str | os.PathLike[str] = ".", *names: str) -> list[Path]:
    """Copy files of the package into a folder, to open and change them there.

    Parameters
    ----------
    folder : path
        An existing folder; the current one by default.
    *names : str
        Some of `available`; all of them if left out.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    Error
        Code 110: files of these names are there already, all of which are named; nothing is written
        then.

    Examples
    --------
    >>> import tempfile
    >>> from sauro import datasets
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in datasets.copy(folder, "tien-do-phu-my.csv")]
    ['tien-do-phu-my.csv']
    """
    sources = [path(name) for name in dict.fromkeys(names or available())]
    targets = [Path(folder) / source.name for source in sources]
    there = [str(target) for target in targets if target.exists()]
    if there:
        raise error(Error, CANNOT_WRITE, "", [(one, *ALREADY_THERE) for one in there])
    for source, target in zip(sources, targets, strict=True):
        write_bytes(target, source.read_bytes())
    return targets


def plan(name: Place = "phu-my") -> Plan:
    """Read an example plan.

    Parameters
    ----------
    name : {"an-loc", "phu-my", "tan-hoa"}
        Of the commune: one with the usual slips, one without, and a Word document.

    Examples
    --------
    >>> from sauro import datasets
    >>> datasets.plan("an-loc").tasks["1.I.3.1"].timeframe.text
    'Trước 15/4'
    """
    ending = ".docx" if name == "tan-hoa" else ".txt"
    return read_plan(path(f"ke-hoach-{name}{ending}"))


def progress(name: Place = "phu-my") -> Progress:
    """Read the log of progress of an example plan; it goes up to 10 July 2026.

    Parameters
    ----------
    name : {"an-loc", "phu-my", "tan-hoa"}
        Of the commune.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> from sauro import datasets
    >>> due = sauro.schedule(datasets.plan("phu-my"))
    >>> sauro.track(due, datasets.progress("phu-my"), date(2026, 7, 10)).counts["done_late"]
    2
    """
    return Progress.read(path(f"tien-do-{name}.csv"))


def dossiers() -> Table:
    """Give 900 dossiers as an office keeps them, a row each; 10 July 2026 is the day of the list.

    Returns
    -------
    Table
        ``Mã hồ sơ``, ``Xã``, ``Thủ tục``, ``Ngày nhận``, ``Thời hạn`` and ``Tạm dừng`` in working
        days, ``Ngày trả``, which is missing where the dossier is open.

    Examples
    --------
    >>> from sauro import datasets
    >>> print(datasets.dossiers()[:2, ["Mã hồ sơ", "Xã", "Ngày nhận", "Thời hạn", "Ngày trả"]])
    Mã hồ sơ   Xã       Ngày nhận   Thời hạn  Ngày trả
    HS26-0001  Tân Hòa  2026-01-05         3  2026-01-07
    HS26-0002  An Lộc   2026-01-05         3  2026-01-08
    """
    return table_of("ho-so-song-hau.csv", dates=("Ngày nhận", "Ngày trả"))


def cases() -> CaseLog:
    """Give `dossiers` as a case log by commune and procedure.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> from sauro import datasets
    >>> calendar = sauro.WorkingCalendar.vietnam()
    >>> rates = datasets.cases().roll_up(calendar, as_of=date(2026, 7, 10))
    >>> print(rates[:, ["agency", "total", "late", "in_time", "decided"]])
    agency   total  late  in_time  decided
    Tân Hòa    360    35      318      353
    An Lộc     306    12      287      299
    Phú Mỹ     234     4      225      230
    """
    return CaseLog.from_table(
        dossiers(),
        received="Ngày nhận",
        limit_days="Thời hạn",
        finished="Ngày trả",
        paused="Tạm dừng",
        agency="Xã",
        procedure="Thủ tục",
    )


def papi() -> Table:
    """Give the sub-dimensions of five provinces in PAPI 2023, as inputs of ``papi-2021``.

    The source is CECODES, VFF-CRT, RTA, UNDP: PAPI 2023 (papi.org.vn); values are rounded to four
    decimals.

    Examples
    --------
    >>> import sauro
    >>> from sauro import datasets
    >>> card = sauro.score(sauro.Framework.load("papi-2021"), datasets.papi())
    >>> card.units[card.total.argmax()]
    'Huế'
    """
    return table_of("papi-2023-excerpt.csv")


def commune() -> Table:
    """Give two years' inputs of three communes for the framework ``commune-example``.

    Examples
    --------
    >>> import sauro
    >>> from sauro import datasets
    >>> card = sauro.score(sauro.Framework.load("commune-example"), datasets.commune())
    >>> card.periods, card.units
    (['2025', '2026'], ['An Lộc', 'Phú Mỹ', 'Tân Hòa'])
    """
    return table_of("so-lieu-cap-xa.csv", texts=("period",))


def table_of(name: str, dates: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> Table:
    """Read a CSV file: columns of numbers where every cell is one, days where they are named."""
    with path(name).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    columns: dict[str, list[Any]] = {}
    for i, head in enumerate(header):
        cells = [row[i] for row in rows]
        if head in dates:
            columns[head] = [date.fromisoformat(cell) if cell else None for cell in cells]
        else:
            columns[head] = _cells(cells) if head not in texts else cells
    return Table(columns)


def _cells(cells: list[str]) -> list[Any]:
    """Give numbers where every cell is one or empty, else texts."""
    try:
        if all(cell.isdigit() for cell in cells):
            return [int(cell) for cell in cells]
        return [float(cell) if cell else float("nan") for cell in cells]
    except ValueError:
        return [cell or None for cell in cells]


Dataset.__module__ = "sauro.datasets"
