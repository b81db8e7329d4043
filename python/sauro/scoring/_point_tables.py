"""Tables of a scorecard: ranks, grades, points by criterion, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sauro._base.errors import ValidationError, error, say
from sauro._core import Explanation
from sauro.scoring._input_texts import INVALID_INPUTS
from sauro.scoring._points import Points
from sauro.scoring._ranks import Method, rank
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


__all__ = ["PointTables", "named_columns", "whole"]


class PointTables(Points):
    """What a scorecard gives as tables."""

    @property
    def grade_counts(self) -> Table:
        """How many units have each grade, by period; whole percents are rounded half up.

        Returns
        -------
        Table
            Columns period, grade, units, percent (of the units that have a grade).
        """
        labels = self._framework._core.grade_labels
        found = self.grade().reshape(len(self._periods), len(self._units))
        rows = []
        for period, row in zip(self._periods, found.tolist(), strict=True):
            known = sum(label is not None for label in row)
            for label in labels:
                count = row.count(label)
                percent = (200 * count + known) // (2 * known) if known else None
                rows.append((period, label, count, percent))
        names = ("period", "grade", "units", "percent")
        return Table({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def ranking(self, period: str | None = None, *, method: Method = "competition") -> Table:
        """Units in the order of their ranks, ties named; those without a total come last.

        Parameters
        ----------
        period : str, optional
            The last one if left out.

        Returns
        -------
        Table
            Columns rank, unit, total, percent, grade (where the framework has some), tied (the
            others of the same rank), low and high.
        """
        import numpy as np

        part = self._part(period)
        total = self._core.points("")[part]
        ranks = rank(self._best_first("")[part], method=method)
        order = np.argsort(np.where(np.isnan(ranks), np.inf, ranks), kind="stable").tolist()
        same: dict[float, list[str]] = {}
        for unit, value in zip(self._units, total.tolist(), strict=True):
            same.setdefault(value, []).append(unit)
        tied = [", ".join(u for u in same.get(total[i], []) if u != self._units[i]) for i in order]
        columns: dict[str, Any] = {
            "rank": whole(ranks[order]),
            "unit": [self._units[i] for i in order],
            "total": total[order],
            "percent": self._core.percent("")[part][order],
        }
        if self._framework._core.grade_labels:
            labels = self._core.grade("")[part]
            columns["grade"] = [labels[i] or None for i in order]
        columns["tied"] = tied
        columns["low"] = self._core.low("")[part][order]
        columns["high"] = self._core.high("")[part][order]
        return Table(columns)

    @property
    def rankings(self) -> Table:
        """Rankings of all periods, the earliest first: those of `ranking` behind a column period.

        Examples
        --------
        >>> import sauro
        >>> pgi = sauro.Framework.load("pgi-2023")
        >>> rows = [{"unit": u, "period": p, "1": 5, "2": 5, "3": 5, "4": 5 + i}
        ...         for i, u in enumerate("AB") for p in ("2023", "2024")]
        >>> sauro.score(pgi, rows).rankings.to_dicts()[2]["unit"]
        'B'
        """
        import numpy as np

        parts = [self.ranking(period) for period in self._periods_in_time]
        names = [p for p in self._periods_in_time for _ in self._units]
        columns: dict[str, Any] = {"period": names}
        for name in parts[0].columns:
            columns[name] = np.concatenate([part[name] for part in parts])
        columns["rank"] = whole(columns["rank"].astype(np.float64))
        return Table(columns)

    @property
    def table(self) -> Table:
        """One row a period and unit: total, percent, grade, rank, and every criterion by code."""
        units = self._units * len(self._periods)
        columns: dict[str, Any] = {"unit": units}
        if len(self._periods) > 1:
            columns["period"] = [p for p in self._periods for _ in self._units]
        columns["total"] = self._core.points("")
        columns["percent"] = self._core.percent("")
        columns["low"] = self._core.low("")
        columns["high"] = self._core.high("")
        if self._framework._core.grade_labels:
            columns["grade"] = [label or None for label in self._core.grade("")]
        columns["rank"] = whole(self.rank())
        points = ((one.code, self._core.points(one.code)) for one in self._framework.criteria)
        return named_columns(columns, points)

    @property
    def tidy(self) -> Table:
        """One row a period, unit and criterion, the total first: the long form.

        Returns
        -------
        Table
            Columns unit, period, code (empty for the total), title, points, max, lost, low, high,
            and leaf: add up points of leaves alone, for those of others hold them too.

        Examples
        --------
        >>> import sauro
        >>> pgi = sauro.Framework.load("pgi-2023")
        >>> parts = {"1": [7.5], "2": [7], "3": [4.5], "4": [None]}
        >>> tidy = sauro.score(pgi, parts, units=["Hà Nam"]).tidy
        >>> tidy[["code", "points", "lost", "high"]].to_dicts()[1]
        {'code': '1', 'points': 7.5, 'lost': 2.5, 'high': 7.5}
        """
        return Table(self._core.tidy())

    def lost(self, unit: str | None = None, period: str | None = None) -> Table:
        """Say where one unit lost points, or may still lose some for want of inputs.

        Points are those of each criterion itself: where a group weighs, caps or counts its parts,
        the total lost other ones.

        Parameters
        ----------
        unit : str, optional
            May be left out where there is one.
        period : str, optional
            The last one if left out.

        Returns
        -------
        Table
            Columns code, title, points (NaN where open), max, lost, low, high, reason; a row a
            leaf that lacks something, what lacks most first, by what it has at least.
        """
        why = self._core.explain("", self._row(unit, period))
        leaves = [one for one in _leaves(why) if one.applies and one.max > one.low + 1e-9]
        leaves = [one for one in leaves if not one.lost <= 0]
        leaves.sort(key=lambda one: one.low - one.max)
        names = ("code", "title", "points", "max", "lost", "low", "high", "reason")
        return Table({name: [getattr(one, name) for one in leaves] for name in names})

    def lost_by_criterion(self, period: str | None = None) -> Table:
        """Say where units lost points, criterion by criterion, as `lost` does for one.

        Parameters
        ----------
        period : str, optional
            The last one if left out.

        Returns
        -------
        Table
            Columns code, title, max, lost (mean of the units that have points), units (how many
            lost some), open (how many have no points yet though it applies); a row a leaf but
            for those beside the maximum, what cost most first.
        """
        import numpy as np

        part = self._part(period)
        rows = []
        for code in self._framework.leaves:
            one = self._framework.criteria[code]
            if one.outside:
                continue
            points = self._core.points(code)[part]
            lost = np.round((one.max or 0.0) - points[~np.isnan(points)], 9)
            open_units = int((np.isnan(points) & self._core.applies(code)[part]).sum())
            mean = float(np.mean(lost)) if lost.size else np.nan
            rows.append((code, one.title, one.max, mean, int((lost > 0).sum()), open_units))
        rows.sort(key=lambda row: -row[3] if row[3] == row[3] else np.inf)
        names = ("code", "title", "max", "lost", "units", "open")
        return Table({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def reasons(self, code: str | None = None) -> Table:
        """Which case of each rule held, for all units: a column a leaf.

        Parameters
        ----------
        code : str, optional
            Only this leaf: points, points lost, the reason, and each input with its stage and,
            where some was given, its evidence.
        """
        core = self._core.reasons() if code is None else self._core.reasons_of(code)
        return Table(core)


def _leaves(why: Explanation) -> Iterator[Explanation]:
    if not why.parts:
        yield why
    for part in why.parts:
        yield from _leaves(part)


def whole(ranks: npt.NDArray[np.float64]) -> list[int | None]:
    """Ranks for a table: whole numbers, None for the unranked."""
    return [None if rank != rank else int(rank) for rank in ranks.reshape(-1).tolist()]


def named_columns(
    columns: dict[str, Any], named: Iterable[tuple[str, Any]], behind: Mapping[str, Any] = {}
) -> Table:
    """Make a table of own columns and some with names that data give; none replaces another.

    Raises
    ------
    ValidationError
        Code 243: a criterion or period is called as a column is.
    """
    made = dict(columns)
    for name, values in named:
        if name in made or name in behind:
            text = say("trùng tên một cột của bảng kết quả", "is a name of the table's own columns")
            raise error(ValidationError, INVALID_INPUTS, name, [text])
        made[name] = values
    return Table(made | dict(behind))
