"""Scores of units: grades, ranks and changes as tables, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.pickles import require_version
from sauro._core import Explanation, RefusedValue
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import Inputs
from sauro.scoring._points import Points
from sauro.scoring._ranks import Method, rank
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Scorecard"]


class Scorecard(Points):
    """Points of every criterion for every unit and period; made by `score`.

    Arrays have the shape (units,), or (periods, units) where there are several periods.

    Examples
    --------
    >>> import sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> parts = {"1": [7.64, 7.0], "2": [7.47, 6.0], "3": [4.88, 5.0], "4": [7.78, 6.5]}
    >>> card = sauro.score(pgi, parts, units=["Bắc Ninh", "Hà Nam"])
    >>> card.rank().tolist(), card.percent.round(1).tolist()
    ([1.0, 2.0], [69.4, 61.2])
    >>> card.ranking()["unit"].tolist()
    ['Bắc Ninh', 'Hà Nam']
    """

    @classmethod
    def _of(
        cls, framework: Framework, inputs: Inputs, options: dict[str, Any], threads: int = 0
    ) -> Scorecard:
        core = _core.score(framework._core, inputs._core, threads=threads, **options)
        return cls(core, framework._held(), inputs, options)

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

        at = self._period(period)
        part = slice(at * len(self._units), (at + 1) * len(self._units))
        total = self._core.points("")[part]
        ranks = rank(self._best_first("")[part], method=method)
        order = np.argsort(np.where(np.isnan(ranks), np.inf, ranks), kind="stable").tolist()
        same: dict[float, list[str]] = {}
        for unit, value in zip(self._units, total.tolist(), strict=True):
            same.setdefault(value, []).append(unit)
        tied = [", ".join(u for u in same.get(total[i], []) if u != self._units[i]) for i in order]
        columns: dict[str, Any] = {
            "rank": _whole(ranks[order]),
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
        columns["rank"] = _whole(self.rank())
        for criterion in self._framework.criteria:
            columns[criterion.code] = self._core.points(criterion.code)
        return Table(columns)

    @property
    def findings(self) -> list[RefusedValue]:
        """Values that were refused, where ``on_problem="keep"``."""
        return self._core.findings()

    def explain(
        self, code: str = "", unit: str | None = None, period: str | None = None
    ) -> Explanation:
        """Why a criterion has its points for one unit, its parts included.

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.
        unit : str, optional
            May be left out where there is one.
        period : str, optional
            The last one if left out.

        Raises
        ------
        NotFoundError
            There is no such criterion, unit or period.
        """
        return self._core.explain(code, self._row(unit, period))

    def to_json(self) -> str:
        """Write as JSON (``sauro/scorecard/1``): points and what is possible, a value a row.

        Rows are periods times units: row = period * units + unit.
        """
        return self._core.to_json()

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

    def difference(
        self,
        unit: str | None = None,
        other_unit: str | None = None,
        *,
        period: str | None = None,
        other_period: str | None = None,
        other: Scorecard | None = None,
    ) -> Table:
        """Split the difference between two totals over the criteria.

        Between two units, two periods, or (with `other`) two stages or scorings. What is left out
        is the same on both sides.

        Returns
        -------
        Table
            Columns code, title, before, after, contribution (to the difference of the totals;
            those of the parts of a criterion add up to its own).
        """
        right = self if other is None else other
        start = self._row(unit, period)
        end = right._row(
            other_unit if other_unit is not None else unit,
            other_period if other_period is not None else period,
        )
        return Table(self._core.difference(start, right._core, end))

    def compare(self, other: Scorecard) -> Table:
        """List the changes from this scorecard to another of the same units and periods.

        Returns
        -------
        Table
            Columns unit, period, before, after, change, rank_before, rank_after, and the change of
            every criterion by code.
        """
        import numpy as np

        if (self._units, self._periods) != (other._units, other._periods):
            raise ValueError("the scorecards are of other units or periods")
        before, after = self._core.points(""), other._core.points("")
        columns: dict[str, Any] = {
            "unit": self._units * len(self._periods),
            "period": [p for p in self._periods for _ in self._units],
            "before": before,
            "after": after,
            "change": np.round(after - before, 9),
            "rank_before": _whole(self.rank()),
            "rank_after": _whole(other.rank()),
        }
        for criterion in self._framework.criteria:
            old, new = self._core.points(criterion.code), other._core.points(criterion.code)
            columns[criterion.code] = np.round(new - old, 9)
        return Table(columns)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (1, self._framework, self._inputs, self._options)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        mine = (self._framework, self._options, self._units, self._periods, self.table)
        theirs = (other._framework, other._options, other._units, other._periods, other.table)
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        periods = f", {len(self._periods)} periods" if len(self._periods) > 1 else ""
        return f"<Scorecard of {self._framework.id}: {len(self._units)} units{periods}>"

    def _repr_html_(self) -> str:
        return self.ranking()._repr_html_()


def _whole(ranks: npt.NDArray[np.float64]) -> list[int | None]:
    """Ranks for a table: whole numbers, None for the unranked."""
    return [None if rank != rank else int(rank) for rank in ranks.reshape(-1).tolist()]


def _unpickle(
    version: int, framework: Framework, inputs: Inputs, options: dict[str, Any]
) -> Scorecard:
    """Score again: the points are those of the same framework and inputs."""
    require_version("Scorecard", version, 1)
    return Scorecard._of(framework, inputs, options)


Scorecard.__module__ = "sauro"
