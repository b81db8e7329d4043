"""Invented cases of a whole country, of any size, as one-stop software has them."""

from __future__ import annotations

import operator
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.days import day_of
from sauro._base.errors import Error, ValidationError, error, say
from sauro._base.files import ALREADY_THERE, written_whole
from sauro._base.progress import rows_bar
from sauro.datasets._synthetic_files import joined, write_parquet
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day
    from sauro.datasets._synthetic import Country

__all__ = ["cases", "write_cases"]

CANNOT_WRITE, INVALID_PERIOD, INVALID_OPTION = 110, 204, 260
COLUMNS = (
    *("Mã hồ sơ", "Tỉnh", "Xã", "Thủ tục"),
    *("Ngày nhận", "Thời hạn", "Ngày hẹn trả", "Ngày trả"),
)
FIRST, LAST = "2025-01-01", "2025-12-31"


def cases(
    rows: int, *, seed: int = 0, communes: int = 3321, first: Day = FIRST, last: Day = LAST
) -> Table:
    """Give invented cases in order of receipt, as one table.

    How many came in follows weekdays, Tết and seasons; limits go by procedure; how many are late
    goes by commune, province and procedure. Nobody's data are in it.

    Parameters
    ----------
    rows : int
        How many cases.
    seed : int
        From 0; the same seed and options give the same cases.
    communes : int
        From 1 to 3,321, of which each of 34 provinces has 97 or 98.
    first, last : date, datetime64 or text
        Days of receipt; what isn't finished on the last one is open.

    Returns
    -------
    Table
        ``Mã hồ sơ``, ``Tỉnh``, ``Xã``, ``Thủ tục``, ``Ngày nhận``, ``Thời hạn`` in working days,
        ``Ngày hẹn trả`` (of some later than the limit allows), ``Ngày trả``, which is missing where
        the case is open.

    Raises
    ------
    ValidationError
        Code 260 for a number that can't be, 204 for days the wrong way round.

    Examples
    --------
    >>> from sauro import datasets
    >>> some = datasets.synthetic.cases(1000, seed=7, communes=3)
    >>> print(some[:2, ["Mã hồ sơ", "Xã", "Ngày nhận", "Thời hạn", "Ngày trả"]])
    Mã hồ sơ             Xã      Ngày nhận   Thời hạn  Ngày trả
    H01-250102-00000000  An Bảo  2025-01-02         2  2025-01-03
    H01-250102-00000001  An Bảo  2025-01-02         3  2025-01-07
    """
    country = _country(rows, seed, communes, first, last)
    found = joined(list(country.blocks(0, country.rows)))
    categories = (
        ("Tỉnh", found.province, country.provinces),
        ("Xã", found.commune, country.communes),
        ("Thủ tục", found.procedure, country.procedures),
    )
    coded = {
        name: _core.labelled_column(
            _core.number_column(name, "int32", codes.astype("int32"), None), names
        )
        for name, codes, names in categories
    }
    dossiers = found.dossier.view(f"S{found.dossier.shape[1]}").astype(str).ravel().tolist()
    plain = {
        "Mã hồ sơ": dossiers,
        "Ngày nhận": found.received,
        "Thời hạn": found.limit,
        "Ngày hẹn trả": found.promised,
        "Ngày trả": found.finished,
    }
    rest = {column.name: column for column in Table(plain)._core.columns}
    return Table(_core.Table([(coded | rest)[name] for name in COLUMNS]))


def write_cases(
    folder: str | os.PathLike[str],
    rows: int,
    *,
    parts: int = 1,
    seed: int = 0,
    communes: int = 3321,
    first: Day = FIRST,
    last: Day = LAST,
) -> list[Path]:
    """Write the cases of :func:`cases` as Parquet, with memory for a block of them.

    Needs the package pyarrow (``pip install sauro[parquet]``).

    Parameters
    ----------
    folder : path
        An existing folder.
    rows : int
        How many cases, in all parts.
    parts : int
        How many files they are cut into; the cases are the same ones.
    seed, communes, first, last
        As of :func:`cases`.

    Returns
    -------
    list of Path
        ``ho-so-00001.parquet`` and so on; each is there whole or not at all.

    Raises
    ------
    ValidationError
        As of :func:`cases`.
    Error
        Code 110: files of these names are there already, or can't be written.

    Examples
    --------
    >>> import tempfile
    >>> import sauro
    >>> from sauro import datasets
    >>> folder = tempfile.mkdtemp()
    >>> [path.name for path in datasets.synthetic.write_cases(folder, 1000, parts=2)]
    ['ho-so-00001.parquet', 'ho-so-00002.parquet']
    """
    country = _country(rows, seed, communes, first, last)
    parts = _whole(parts, "parts", 1, 10**6)
    targets = [Path(folder) / f"ho-so-{n + 1:05}.parquet" for n in range(parts)]
    there = [str(path) for path in targets if path.exists()]
    if there:
        raise error(Error, CANNOT_WRITE, "", [(one, *ALREADY_THERE) for one in there])
    with rows_bar(country.rows, "ghi hồ sơ") as bar:
        for n, path in enumerate(targets):
            start, stop = (country.rows * edge // parts for edge in (n, n + 1))
            with written_whole(path) as file:
                for count in write_parquet(file, country, start, stop):
                    bar.update(count)
    return targets


def _country(rows: int, seed: int, communes: int, first: Day, last: Day) -> Country:
    import numpy as np

    from sauro.datasets._synthetic import MOST_A_DAY, Country, facts

    rows = _whole(rows, "rows", 0, 10**12)
    seed = _whole(seed, "seed", 0, 2**64 - 1)
    communes = _whole(communes, "communes", 1, facts()["communes"])
    one, other = day_of(first, "first"), day_of(last, "last")
    if other < one:
        text = say("{} trước {}", "{} is before {}", other, one)
        raise error(ValidationError, INVALID_PERIOD, "last", [text])
    days = np.arange(np.datetime64(one), np.datetime64(other) + 1)
    country = Country(rows, seed, communes, days)
    if country.most_a_day >= MOST_A_DAY:
        text = say("{} hồ sơ một ngày, nhiều nhất {}", "{} cases a day, at most {}",
                   country.most_a_day, MOST_A_DAY - 1)  # fmt: skip
        raise error(ValidationError, INVALID_OPTION, "rows", [text])
    return country


def _whole(value: int, name: str, least: int, most: int) -> int:
    number = operator.index(value)
    if not least <= number <= most:
        text = say("cần một số từ {} đến {}, gặp {}", "expected a number from {} to {}, found {}",
                   least, most, number)  # fmt: skip
        raise error(ValidationError, INVALID_OPTION, name, [text])
    return number
