"""Scores held against each other: periods, units, criteria, scorings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro.scoring._input_texts import INVALID_INPUTS
from sauro.scoring._point_tables import PointTables, named_columns, whole
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Comparisons"]


class Comparisons(PointTables):
    """What a scorecard says about changes and what goes together."""

    def trend(self, code: str = "") -> Table:
        """Points of each unit from period to period, and what changed between the last two.

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.

        Returns
        -------
        Table
            Columns unit, each period in the order of time, change (NaN where one of the last two
            is missing, or there is one period), rank_change (positive: risen).
        """
        import numpy as np

        shape = (len(self._periods), len(self._units))
        order = _core.periods_in_time(self._periods)
        points = self._core.points(code).reshape(shape)[order]
        ranks = self.rank(code).reshape(shape)[order]
        single = len(points) < 2
        nothing = np.full(len(self._units), np.nan)
        names = [period or "points" for period in self._periods_in_time]
        return named_columns(
            {"unit": list(self._units)},
            zip(names, points, strict=True),
            {
                "change": nothing if single else np.round(points[-1] - points[-2], 9),
                "rank_change": whole(nothing if single else ranks[-2] - ranks[-1]),
            },
        )

    def correlation(self, code: str = "", period: str | None = None) -> Table:
        """Correlate the points of a criterion and of its parts over the units (Pearson).

        Parameters
        ----------
        code : str
            Of a criterion with parts; the total if left out.
        period : str, optional
            The last one if left out.

        Returns
        -------
        Table
            Columns code (empty for the total), and one by each of these codes ("total"). A pair
            counts the units that have both; NaN where fewer than two do, or all have the same.
        """
        import numpy as np

        part = self._part(period)
        codes = [code, *(one.code for one in self._framework.criteria if one.parent == code)]
        rows = np.stack([self._core.points(one)[part] for one in codes])
        known = ~np.isnan(rows)
        matrix = np.full((len(codes), len(codes)), np.nan)
        for i in range(len(codes)):
            for j in range(i + 1):
                both = known[i] & known[j]
                found = _pearson(rows[i, both], rows[j, both])
                matrix[i, j] = matrix[j, i] = found if i != j or found != found else 1.0
        names = (one or "total" for one in codes)
        return named_columns({"code": codes}, zip(names, matrix, strict=True))

    def difference(
        self,
        unit: str | None = None,
        other_unit: str | None = None,
        *,
        period: str | None = None,
        other_period: str | None = None,
        other: Comparisons | None = None,
    ) -> Table:
        """Split the difference between two totals over the criteria.

        Before is `unit` in `period` of this scorecard; after is `other_unit` in `other_period` of
        `other`. What is left out of the latter is the same as before: two units, two periods, or
        (with `other`) two stages or scorings are held against each other.

        Returns
        -------
        Table
            Columns code, title, before, after, contribution (to the difference of the totals;
            those of the parts of a criterion add up to its own).
        """
        if other_unit is None and other_period is None and other is None:
            raise TypeError("name what is held against it: other_unit, other_period or other")
        right = self if other is None else other
        start = self._row(unit, period)
        end = right._row(
            other_unit if other_unit is not None else unit,
            other_period if other_period is not None else period,
        )
        return Table(self._core.difference(start, right._core, end))

    def since(self, earlier: Comparisons) -> Table:
        """List the changes of the units' totals since another scoring, as one of last year.

        Units are matched by their names; each side counts its last period. Points are compared as
        they are, so both totals need the same maximum.

        Raises
        ------
        ValidationError
            Code 243: the totals have other maxima, or `earlier` is later.

        Returns
        -------
        Table
            Columns unit, before, after, change, rank_before, rank_after, and by the code of each
            part of the total the change of its points; what one side doesn't have is missing. Who
            gained most comes first.
        """
        import numpy as np

        _require_earlier(earlier, self)
        units = list(dict.fromkeys([*self._units, *earlier._units]))
        sides = [_last_of(one, units) for one in (earlier, self)]
        (before, ranks_before), (after, ranks_after) = (side("") for side in sides)
        change = np.round(after - before, 9)
        columns: dict[str, Any] = {
            "before": before,
            "after": after,
            "change": change,
            "rank_before": ranks_before,
            "rank_after": ranks_after,
        }
        parts: dict[str, Any] = {}
        for one in self._framework.criteria:
            if one.parent == "" and one.code and earlier._has(one.code):
                old, new = (side(one.code)[0] for side in sides)
                parts[one.code] = np.round(new - old, 9)
        order = np.argsort(np.where(np.isnan(change), np.inf, -change), kind="stable")
        taken: dict[str, Any] = {"unit": [units[i] for i in order.tolist()]}
        taken.update((name, values[order]) for name, values in columns.items())
        taken["rank_before"] = whole(taken["rank_before"])
        taken["rank_after"] = whole(taken["rank_after"])
        return named_columns(taken, ((code, values[order]) for code, values in parts.items()))

    def compare(self, other: Comparisons) -> Table:
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
            "rank_before": whole(self.rank()),
            "rank_after": whole(other.rank()),
        }
        changes = {
            one.code: np.round(other._core.points(one.code) - self._core.points(one.code), 9)
            for one in self._framework.criteria
        }
        return named_columns(columns, changes.items())


def _require_earlier(earlier: Comparisons, later: Comparisons) -> None:
    if not isinstance(earlier, Comparisons):
        raise TypeError(f"an earlier Scorecard is needed, not {type(earlier).__name__}")
    most = [f"{card._framework.max:g}" for card in (earlier, later)]
    if most[0] != most[1]:
        unlike = say(
            "điểm tối đa khác nhau ({} và {}): hãy so tỷ lệ phần trăm",
            "the totals have other maxima ({} and {}): compare percents",
            *most,
        )
        raise error(ValidationError, INVALID_INPUTS, "since", [unlike])
    last = [card._periods_in_time[-1] for card in (earlier, later)]
    if list(_core.periods_in_time(last)) != [0, 1]:
        order = say("{} không trước {}", "{} isn't before {}", *last)
        raise error(ValidationError, INVALID_INPUTS, "since", [order])


def _last_of(
    card: Comparisons, units: list[str]
) -> Callable[[str], tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]]:
    """Points and ranks of a criterion in the last period, by the units of a list."""
    import numpy as np

    at = card._period(None)
    place = {name: i for i, name in enumerate(card._units)}
    rows = [place.get(name, -1) for name in units]

    def side(code: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        shape = (len(card._periods), len(card._units))
        points = card.points(code).reshape(shape)[at]
        ranks = card.rank(code).reshape(shape)[at]
        gone = np.array([row < 0 for row in rows])
        return np.where(gone, np.nan, points[rows]), np.where(gone, np.nan, ranks[rows])

    return side


def _pearson(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> float:
    import numpy as np

    if len(a) < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return float("nan")
    return float(np.corrcoef(a, b)[0, 1])
