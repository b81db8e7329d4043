"""Points of units as arrays: by unit, or by period and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sauro import _core
from sauro._base.errors import NotFoundError, error, say
from sauro.scoring._framework import Framework
from sauro.scoring._input_values import composed
from sauro.scoring._inputs import Inputs
from sauro.scoring._ranks import Method, rank

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _T = TypeVar("_T", bound=np.generic)
    _Floats = npt.NDArray[np.float64]

__all__ = ["Points"]

NOT_FOUND = 202


class Points:
    """What a scorecard gives as arrays, of the total or of any criterion."""

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

    def __getitem__(self, code: str) -> _Floats:
        """Points of a criterion, as `points` gives them."""
        return self.points(code)

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
        """Rank of each unit within its period, 1 for the best points; NaN for unranked ones.

        The most points are the best, the least where the criterion's direction is "lower".

        Parameters
        ----------
        code : str
            Of a criterion; the total if left out.
        method : {"competition", "dense", "ordinal"}
            Equal points share a rank and the next one is skipped (1 2 2 4), or is not (1 2 2 3),
            or ranks follow the order of the units (1 2 3 4).
        """
        import numpy as np

        points = self._best_first(code).reshape(len(self._periods), len(self._units))
        ranks = np.stack([rank(row, method=method) for row in points])
        return self._shaped(ranks.reshape(-1))

    def _best_first(self, code: str) -> _Floats:
        """Points with the sign that makes the best ones the highest."""
        points = self._core.points(code)
        return -points if self._framework._core.is_lower_better(code) else points

    @property
    def unranked(self) -> list[tuple[str, str]]:
        """(unit, period) of those whose total is missing."""
        import numpy as np

        rows = np.flatnonzero(np.isnan(self._core.points("")))
        return [self._place(int(row)) for row in rows]

    def grade(self, code: str = "") -> npt.NDArray[Any]:
        """Labels of the framework's grades or groups; None where missing inputs leave several.

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
        return self._labels(self._core.grade(code))

    def grade_low(self) -> npt.NDArray[Any]:
        """Worst grade of the total that missing inputs still allow; None where it may have none."""
        return self._labels(self._core.grade_low())

    def grade_high(self) -> npt.NDArray[Any]:
        """Best grade of the total that missing inputs still allow."""
        return self._labels(self._core.grade_high())

    def _labels(self, given: list[str]) -> npt.NDArray[Any]:
        import numpy as np

        labels = np.empty(len(given), dtype=object)
        labels[:] = [label or None for label in given]
        return self._shaped(labels)

    def _shaped(self, values: npt.NDArray[_T]) -> npt.NDArray[_T]:
        if len(self._periods) == 1:
            return values
        return values.reshape(len(self._periods), len(self._units))

    def _place(self, row: int) -> tuple[str, str]:
        return self._units[row % len(self._units)], self._periods[row // len(self._units)]

    def _find(self, names: list[str], name: str) -> int:
        try:
            return names.index(composed([name])[0])
        except ValueError:
            near = ", ".join(names[:8])
            text = say(
                "không có tên này trong số {}{}",
                "it is not among {}{}",
                near,
                ", ..." if len(names) > 8 else "",
            )
            raise error(NotFoundError, NOT_FOUND, str(name), [text]) from None

    def _row(self, unit: str | None, period: str | None) -> int:
        if unit is None and len(self._units) > 1:
            raise TypeError("name a unit: the scorecard has several")
        at = 0 if unit is None else self._find(self._units, unit)
        when = self._period(period)
        return when * len(self._units) + at

    def _has(self, code: str) -> bool:
        return any(one.code == code for one in self._framework.criteria)

    @property
    def _periods_in_time(self) -> list[str]:
        return [self._periods[int(at)] for at in _core.periods_in_time(self._periods)]

    def _period(self, period: str | None) -> int:
        """Place of a period; of the last one in time if none is named."""
        if period is not None and period != "":  # the name of a single one that has none
            return self._find(self._periods, period)
        return int(_core.periods_in_time(self._periods)[-1])

    def _part(self, period: str | None) -> slice:
        """Rows of a period; of the last one if none is named."""
        at = self._period(period)
        return slice(at * len(self._units), (at + 1) * len(self._units))

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
