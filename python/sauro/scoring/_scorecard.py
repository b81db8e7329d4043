"""Scores of units: points, percents, grades and ranks, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.errors import NotFoundError, error, say
from sauro.scoring._explanation import Explanation, RefusedValue, explanation_of
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import STAGES, Inputs, Stage
from sauro.scoring._ranks import Method, rank
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _T = TypeVar("_T", bound=np.generic)
    _Floats = npt.NDArray[np.float64]

__all__ = ["Scorecard", "score"]


def score(
    framework: Framework,
    inputs: Any,
    *,
    units: Sequence[str] | None = None,
    periods: Sequence[str] | None = None,
    stage: Stage | None = None,
    on_problem: OnProblem = "raise",
    threads: int = 0,
) -> Scorecard:
    """Score all units and periods at once.

    Parameters
    ----------
    framework : Framework
        One without problems; see `Framework.validate`.
    inputs : mapping, table, path or Inputs
        ``{variable or criterion: values}``, where values have the shape (units,) or
        (periods, units), are ``{stage: values}`` or another Scorecard (its percents); a pandas,
        Polars, Arrow or sauro table, or a CSV or JSON file of rows, with a column ``unit`` and
        perhaps ``period``, ``stage`` and ``evidence``, and either a column a variable or the
        columns ``variable`` and ``value``.
    units, periods : sequence of str, optional
        Names; taken from the table, an index, or 1, 2, 3, ...
    stage : {"self", "appraisal_1", "explanation", "appraisal_2", "survey"}, optional
        Values of later stages don't count yet; surveys always count.
    on_problem : {"raise", "keep"}
        For values that can't be right (more than the maximum, shares above 1, division by zero):
        an error that names them all, or findings on the scorecard and missing points.
    threads : int
        0 for all cores.

    Returns
    -------
    Scorecard

    Raises
    ------
    ValidationError
        Codes 242 (the framework has problems), 243 (inputs don't fit it), 244 (values that can't
        be right); all of them by criterion, unit and period.

    Examples
    --------
    >>> import sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> parts = {"1": [7.64, 7.0], "2": [7.47, 6.0], "3": [4.88, None], "4": [7.78, 6.5]}
    >>> card = sauro.score(pgi, parts, units=["Bắc Ninh", "Hà Nam"])
    >>> card.total.tolist(), card.low().tolist(), card.high().tolist()
    ([27.77, nan], [27.77, 19.5], [27.77, 29.5])
    >>> card.explain("3", "Bắc Ninh").points
    4.88
    """
    made = Inputs.of(framework, inputs, units=units, periods=periods)
    choice(on_problem, ON_PROBLEM, "on_problem")
    if stage is not None:
        choice(stage, STAGES, "stage")
    core = _core.score(framework._core, made._core, stage, on_problem, threads)
    return Scorecard(core, framework, made, {"stage": stage, "on_problem": on_problem})


class Scorecard:
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

    def __init__(
        self,
        core: _core.Scorecard,
        framework: Framework,
        inputs: Inputs,
        options: dict[str, Any],
    ) -> None:
        self._core = core
        self._framework = framework
        self._inputs = inputs
        self._options = options
        self._units = inputs.units
        self._periods = inputs.periods

    @property
    def units(self) -> list[str]:
        """Names of the units."""
        return list(self._units)

    @property
    def periods(self) -> list[str]:
        """Names of the periods."""
        return list(self._periods)

    @property
    def total(self) -> _Floats:
        """Points of the total; NaN where an input is missing."""
        return self.points("")

    def points(self, code: str = "") -> _Floats:
        """Points of a criterion; NaN where they are missing or it doesn't apply. Not copied."""
        return self._shaped(self._core.points(code))

    def low(self, code: str = "") -> _Floats:
        """Least that missing inputs still allow."""
        return self._shaped(self._core.low(code))

    def high(self, code: str = "") -> _Floats:
        """Most that missing inputs still allow."""
        return self._shaped(self._core.high(code))

    def applies(self, code: str) -> npt.NDArray[np.bool_]:
        """Whether a criterion applies."""
        return self._shaped(self._core.applies(code))

    @property
    def percent(self) -> _Floats:
        """Total as a share of its maximum, in percent."""
        return self.percent_of("")

    def percent_of(self, code: str) -> _Floats:
        """Points of a criterion as a share of its maximum, in percent."""
        return self._shaped(self._core.percent(code))

    def rank(self, code: str = "", *, method: Method = "competition") -> _Floats:
        """Rank of each unit within its period, 1 for the most points; NaN for unranked ones.

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.
        method : {"competition", "dense", "ordinal"}
            Equal points share a rank and the next one is skipped (1 2 2 4), or is not (1 2 2 3),
            or ranks follow the order of the units (1 2 3 4).
        """
        import numpy as np

        points = self._core.points(code).reshape(len(self._periods), len(self._units))
        ranks = np.stack([rank(row, method=method) for row in points])
        return self._shaped(ranks.reshape(-1))

    @property
    def unranked(self) -> list[tuple[str, str]]:
        """(unit, period) of those whose total is missing."""
        import numpy as np

        rows = np.flatnonzero(np.isnan(self._core.points("")))
        return [self._place(int(row)) for row in rows]

    def grade(self, code: str = "") -> npt.NDArray[Any]:
        """Labels of the framework's grades or groups; None where points are missing.

        A grade judges the percentage rounded as the total is (two decimals if it isn't).

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.

        Raises
        ------
        ValidationError
            Code 245: the framework has neither grades nor groups, or has them for the total only.
        """
        import numpy as np

        labels = np.empty(len(self._units) * len(self._periods), dtype=object)
        labels[:] = [label or None for label in self._core.grade(code)]
        return self._shaped(labels)

    @property
    def grade_counts(self) -> Table:
        """How many units have each grade, by period; whole percents are rounded half up.

        Returns
        -------
        Table
            Columns period, grade, units, percent (of the units that have a grade).
        """
        grades = self._framework.grades
        labels = [item["label"] for item in grades.get("grades", [])] or grades.get("groups", [])
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

        at = len(self._periods) - 1 if period is None else self._find(self._periods, period)
        part = slice(at * len(self._units), (at + 1) * len(self._units))
        total = self._core.points("")[part]
        ranks = rank(total, method=method)
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
        if self._framework.grades:
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
        if self._framework.grades:
            columns["grade"] = [label or None for label in self._core.grade("")]
        columns["rank"] = _whole(self.rank())
        for criterion in self._framework.criteria:
            columns[criterion.code] = self._core.points(criterion.code)
        return Table(columns)

    @property
    def findings(self) -> list[RefusedValue]:
        """Values that were refused, where ``on_problem="keep"``."""
        return [RefusedValue(**finding) for finding in self._core.findings()]

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
        return explanation_of(self._core.explain(code, self._row(unit, period)))

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
        rows = self._core.contributions(start, right._core, end)
        titles = {criterion.code: criterion.title for criterion in self._framework.criteria}
        return Table(
            {
                "code": [row[0] for row in rows],
                "title": [titles.get(row[0], "Tổng") for row in rows],
                "before": [row[1] for row in rows],
                "after": [row[2] for row in rows],
                "contribution": [row[3] for row in rows],
            }
        )

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

    def _shaped(self, values: npt.NDArray[_T]) -> npt.NDArray[_T]:
        if len(self._periods) == 1:
            return values
        return values.reshape(len(self._periods), len(self._units))

    def _place(self, row: int) -> tuple[str, str]:
        return self._units[row % len(self._units)], self._periods[row // len(self._units)]

    def _find(self, names: list[str], name: str) -> int:
        try:
            return names.index(str(name))
        except ValueError:
            near = ", ".join(names[:8])
            text = say(
                "không có tên này trong số {}{}",
                "it is not among {}{}",
                near,
                ", ..." if len(names) > 8 else "",
            )
            raise error(NotFoundError, 202, str(name), [text]) from None

    def _row(self, unit: str | None, period: str | None) -> int:
        if unit is None and len(self._units) > 1:
            raise TypeError("name a unit: the scorecard has several")
        at = 0 if unit is None else self._find(self._units, unit)
        last = len(self._periods) - 1
        when = last if period is None else self._find(self._periods, period)
        return when * len(self._units) + at

    def _percent_for(self, units: list[str], periods: list[str]) -> Any:
        """Percents by the names of another scoring; NaN for those that aren't here."""
        import numpy as np

        percent = self._core.percent("").reshape(len(self._periods), len(self._units))
        out = np.full((len(periods), len(units)), np.nan)
        mine = {name: i for i, name in enumerate(self._units)}
        single = len(self._periods) == 1
        for p, period in enumerate(periods):
            row = 0 if single else self._find(self._periods, period)
            for u, unit in enumerate(units):
                if unit in mine:
                    out[p, u] = percent[row, mine[unit]]
        return out if len(periods) > 1 else out[0]


def _whole(ranks: _Floats) -> list[int | None]:
    """Ranks for a table: whole numbers, None for the unranked."""
    return [None if rank != rank else int(rank) for rank in ranks.reshape(-1).tolist()]


def _unpickle(
    version: int, framework: Framework, inputs: Inputs, options: dict[str, Any]
) -> Scorecard:
    """Score again: the points are those of the same framework and inputs."""
    if version != 1:
        raise ValueError(f"a scorecard pickled by a later version of sauro ({version})")
    return score(framework, inputs, **options)


Scorecard.__module__ = "sauro"
