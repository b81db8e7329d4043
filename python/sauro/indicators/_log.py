"""Logs of indicators: values by place and period, as columns."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import Problem, ValidationError, error, say
from sauro._base.pickles import require_version
from sauro._core import Contradiction, IndicatorValue
from sauro.cases._columns import columns_of
from sauro.indicators._columns import categories, days, names_of, numbers, periods
from sauro.indicators._sheets import sheet_values
from sauro.table._blocks import block
from sauro.table._coerce import INVALID_COLUMN
from sauro.table._grids import MOST_CELLS, grid_of
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.choice import OnProblem
    from sauro._base.days import Day


__all__ = ["IndicatorLog"]

_TEXTS = ("place", "unit", "basis", "state", "source")
_NUMBERS = ("value", "numerator", "denominator")
_USUAL = {"basis": "period", "state": "done"}


class IndicatorLog:
    """Values of indicators by place and period; nothing in it is overwritten.

    Parameters
    ----------
    indicator : column of texts
        Id, name, or number and name of the plan's indicator; `monitor` finds it.
    period : column of texts, days or pairs of days, optional
        ``T3/2026``, ``2026-03``, ``Quý I/2026``, ``9 tháng năm 2026``, ``2026``; a day stands for
        its month, a pair for its first and last day.
    value : column of numbers, optional
        NaN and None are missing, which is no zero.
    place : column of texts, optional
    basis : column of texts or one of them
        ``period``: of the period alone; ``year``, ``project``, ``term``: cumulated since then to
        the end of the period.
    state : column of texts or one of them
        ``done``, ``estimated`` (ước) or ``revised``.
    known_on : column of days, or one of them, optional
        Since when a value is known; without it the last day of its period.
    numerator, denominator : column of numbers, optional
        Of a ratio, beside its value or instead of it.
    unit, source : column of texts, or one of them, optional
        A value is converted to the unit of its indicator.
    first, last : column of days, optional
        Instead of `period`.
    year : int, optional
        Of periods that name none.

    Attributes
    ----------
    contradictions : list of Contradiction
        Of a sheet: percents beside the figures that they are of, where these say another one.
    problems : list of Problem
        Of a sheet: cells that were left out.

    Raises
    ------
    ValidationError
        Codes 220 to 222: columns that can't be read, rows that can't be right; all are named.

    Examples
    --------
    >>> import sauro
    >>> log = sauro.IndicatorLog(
    ...     indicator=["Thu ngân sách", "Thu ngân sách"],
    ...     period=["T1/2026", "T2/2026"],
    ...     value=[40.5, 38],
    ... )
    >>> log
    IndicatorLog(2 values)
    >>> log[1].last, log[1].value
    (datetime.date(2026, 2, 28), 38.0)
    """

    __slots__ = ("_core", "contradictions", "problems")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        indicator: Any,
        period: Any = None,
        value: Any = None,
        place: Any = None,
        *,
        basis: Any = "period",
        state: Any = "done",
        known_on: Any = None,
        numerator: Any = None,
        denominator: Any = None,
        unit: Any = None,
        source: Any = None,
        first: Any = None,
        last: Any = None,
        year: int | None = None,
    ) -> None:
        rows = len(indicator)
        columns = [categories(indicator, "indicator", rows)]
        if period is not None:
            columns += periods(period, year)
        columns += [
            days(given, name, rows)
            for name, given in (("first", first), ("last", last), ("known_on", known_on))
            if given is not None
        ]
        columns += [
            numbers(given, name)
            for name, given in zip(_NUMBERS, (value, numerator, denominator), strict=True)
            if given is not None
        ]
        texts = zip(_TEXTS, (place, unit, basis, state, source), strict=True)
        columns += [
            categories(given, name, rows)
            for name, given in texts
            if given is not None and given is not _USUAL.get(name)
        ]
        wrong = [column for column in columns if len(column) != rows]
        if wrong:
            what = "có {} dòng, cột indicator có {}", "has {} rows, indicator has {}"
            problems = [(one.name, *say(*what, len(one), rows)) for one in wrong]
            raise error(ValidationError, INVALID_COLUMN, "log", problems)
        self._core = _core.IndicatorLog(_core.Table(columns))
        self.contradictions: list[Contradiction] = []
        self.problems: list[Problem] = []

    @classmethod
    def _of(
        cls,
        core: _core.IndicatorLog,
        contradictions: Iterable[Contradiction] = (),
        problems: Iterable[Problem] = (),
    ) -> IndicatorLog:
        made = cls.__new__(cls)
        made._core = core
        made.contradictions = list(contradictions)
        made.problems = list(problems)
        return made

    @classmethod
    def read(
        cls,
        path: str | os.PathLike[str],
        *,
        period: Any = None,
        year: int | None = None,
        place: str = "",
        known_on: Day | None = None,
        sheet: str | None = None,
        on_problem: OnProblem = "raise",
        most_cells: int = MOST_CELLS,
    ) -> IndicatorLog:
        """Read a CSV file, a workbook or the table of a document.

        A row a value, with a column for the period; a row an indicator, with columns for the month
        (``Ước thực hiện tháng``), the one before, what is cumulated (``Lũy kế``) and the same
        period of last year (``Cùng kỳ``), or one for each month, or one for each place (``Xã An
        Lộc``); or a row a place, with a column for each indicator. An empty cell, ``…`` and ``x``
        are missing, ``-`` is zero.

        Parameters
        ----------
        path : path
        period : Period or str, optional
            What the sheet reports, for columns that name no period: ``9 tháng năm 2026``.
        year : int, optional
            Of periods that name none; else that of `period`.
        place : str
            Of a sheet of one place.
        known_on : date, datetime, datetime64 or text, optional
            Since when its values are known, where no column says it.
        sheet : str, optional
            Of a workbook; the first by default.
        on_problem : {"raise", "keep"}
            Refuse a sheet with cells that can't be read, or leave them out and name them in
            `problems`.
        most_cells : int
            Rows times columns that hold something. More are refused.

        Raises
        ------
        ValidationError
            Codes 220 and 221; all cells that can't be read are named.
        """
        grid = _core.read_grid(Path(path), sheet or "", most_cells)
        return cls._of(*sheet_values(grid, period, year, place, known_on, on_problem))

    @classmethod
    def from_sheet(
        cls,
        data: Any,
        *,
        period: Any = None,
        year: int | None = None,
        place: str = "",
        known_on: Day | None = None,
        on_problem: OnProblem = "raise",
    ) -> IndicatorLog:
        """Read a table whose columns are named as in an office's sheet; see `read`.

        Examples
        --------
        >>> import sauro
        >>> sheet = [{"Chỉ tiêu": "Thu ngân sách", "Tháng 8": "38,5", "Lũy kế": "412,5"}]
        >>> log = sauro.IndicatorLog.from_sheet(sheet, period="9 tháng năm 2026")
        >>> [(one.last.isoformat(), one.basis, one.value) for one in log]
        [('2026-08-31', 'period', 38.5), ('2026-09-30', 'year', 412.5)]
        """
        return cls._of(*sheet_values(grid_of(data), period, year, place, known_on, on_problem))

    @classmethod
    def of_values(cls, values: Iterable[IndicatorValue]) -> IndicatorLog:
        """Make a log of single values.

        Examples
        --------
        >>> import sauro
        >>> from datetime import date
        >>> one = sauro.IndicatorValue(
        ...     indicator="1.I.1", first=date(2026, 1, 1), last=date(2026, 1, 31), value=3
        ... )
        >>> len(sauro.IndicatorLog.of_values([one]))
        1
        """
        return cls._of(_core.IndicatorLog.of(list(values)))

    @classmethod
    def from_table(cls, data: Any, *, year: int | None = None, **columns: Any) -> IndicatorLog:
        """Take the columns of a table by their names.

        Parameters
        ----------
        data : Table, pandas, Polars or Arrow table, mapping
            Anything that gives a column for its name.
        year : int, optional
            Of periods that name none.
        **columns : str
            Which column is which: ``indicator="chỉ tiêu"``. `basis`, `state`, `known_on`, `unit`
            and `source` may be a value for all rows, where no column has its name.

        Examples
        --------
        >>> import sauro
        >>> sheet = sauro.Table({"chỉ tiêu": ["1.I.1"], "kỳ": ["2026-03"], "số": [5]})
        >>> sauro.IndicatorLog.from_table(sheet, indicator="chỉ tiêu", period="kỳ", value="số")
        IndicatorLog(1 values)
        """
        known = names_of(data)
        whole = {"basis", "state", "known_on", "unit", "source"}
        names = {
            column
            for name, column in columns.items()
            if isinstance(column, str) and (column in known or name not in whole)
        }
        coded = {
            column
            for name, column in columns.items()
            if column in names and name in {"indicator", *_TEXTS}
        }
        given = columns_of(data, sorted(names), coded)
        taken = {
            name: given[column] if isinstance(column, str) and column in names else column
            for name, column in columns.items()
        }
        return cls(**taken, year=year)

    def __len__(self) -> int:
        return len(self._core)

    def __getitem__(self, row: int) -> IndicatorValue:
        """Give one value."""
        if not -len(self) <= row < len(self):
            raise IndexError(f"a log of {len(self)} values has no row {row}")
        return self._core.at(row % len(self))

    def __repr__(self) -> str:
        return f"IndicatorLog({len(self)} values)"

    def _repr_html_(self) -> str:
        return block(f"{len(self)} giá trị", {}, self.table._repr_html_())

    @property
    def table(self) -> Table:
        """A row a value: indicator, first, last, value, and what else was given."""
        return Table(self._core.table)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, IndicatorLog):
            return NotImplemented
        return self.table == other.table

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (1, self.table)


def _restored(version: int, table: Table) -> IndicatorLog:
    require_version("IndicatorLog", version, 1)
    return IndicatorLog._of(_core.IndicatorLog(table._core))


IndicatorLog.__module__ = "sauro"
