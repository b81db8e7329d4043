"""Ranks and quantiles of any numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro.table._coerce import floats

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from sauro.table._coerce import Numbers

    _Floats = npt.NDArray[np.float64]

__all__ = ["quantile", "rank"]

Method = Literal["competition", "dense", "ordinal"]
_METHODS = ("competition", "dense", "ordinal")
_QUANTILES = ("inclusive", "exclusive")


def rank(values: Numbers, *, method: Method = "competition") -> _Floats:
    """Rank of each value, 1 for the highest; NaN for missing ones.

    Parameters
    ----------
    values : column of numbers
        NaN where missing.
    method : {"competition", "dense", "ordinal"}
        1 2 2 4, 1 2 2 3 or 1 2 3 4.

    Examples
    --------
    >>> import sauro
    >>> sauro.rank([90, 85, 85, None, 70]).tolist()
    [1.0, 2.0, 2.0, nan, 4.0]
    """
    import numpy as np

    ranks = _core.rank(floats(values, "values"), choice(method, _METHODS, "method")).astype(
        np.float64
    )
    ranks[ranks == 0] = np.nan
    out: _Floats = ranks
    return out


def quantile(
    values: Numbers, p: float, *, method: Literal["inclusive", "exclusive"] = "inclusive"
) -> float:
    """Value below which a share `p` of the values lies; missing ones don't count.

    Parameters
    ----------
    method : {"inclusive", "exclusive"}
        Types 7 and 6 of Hyndman and Fan (1996).

    Examples
    --------
    >>> import sauro
    >>> sauro.quantile([1, 2, 3, 4], 0.25), sauro.quantile([1, 2, 3, 4], 0.25, method="exclusive")
    (1.75, 1.25)
    """
    return _core.quantile(floats(values, "values"), p, choice(method, _QUANTILES, "method"))
