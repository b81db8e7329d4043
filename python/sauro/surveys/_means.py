"""Shares and weighted means with intervals, and weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import ValidationError, error, say
from sauro._base.keys import key_text
from sauro.table._coerce import as_float, floats, raw_array
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]
    _Codes = npt.NDArray[np.int32]

__all__ = ["INVALID_SURVEY", "codes_of", "groups_of", "means", "post_stratify", "rescale", "wilson"]

INVALID_SURVEY = 246
_LONELY = ("refuse", "certain", "center")
_INTERVALS = ("automatic", "normal", "wilson")


def wilson(successes: Any, answers: Any, *, confidence: float = 0.95) -> Table:
    """Give shares with Wilson's interval (1927), good for few answers and shares near 0 or 1.

    Parameters
    ----------
    successes, answers : column of counts, or one count
        How many of how many.
    confidence : float
        Of the interval.

    Returns
    -------
    Table
        Columns share, low, high (from 0 to 1; NaN without answers), answers.

    Examples
    --------
    >>> from sauro import surveys
    >>> print(surveys.wilson([81, 0], [100, 10]))
    share       low      high  answers
     0.81  0.722212  0.874852      100
        0         0  0.277533       10
    """
    import numpy as np

    some, all_answers = np.broadcast_arrays(
        np.atleast_1d(raw_array(successes, "successes")),
        np.atleast_1d(raw_array(answers, "answers")),
    )
    rows = [
        _core.wilson(as_float(s), as_float(n), confidence)
        for s, n in zip(some, all_answers, strict=True)
    ]
    return Table(
        {
            "share": [row[0] for row in rows],
            "low": [row[2] for row in rows],
            "high": [row[3] for row in rows],
            "answers": [row[4] for row in rows],
        }
    )


def means(
    values: Any,
    *,
    by: Any = None,
    weights: Any = None,
    strata: Any = None,
    clusters: Any = None,
    stratum_sizes: Any = None,
    post_strata: Any = None,
    lonely: Literal["refuse", "certain", "center"] = "refuse",
    confidence: float = 0.95,
    fewest: int = 0,
    interval: Literal["automatic", "normal", "wilson"] = "automatic",
) -> Table:
    """Weighted mean of each group, with a standard error for the way the sample was drawn.

    The variance is Taylor's linearisation over clusters within strata, as ``svymean`` of R's
    package survey has it; groups are domains of the whole sample.

    Parameters
    ----------
    values : column of numbers
        NaN where an answer is missing: it is left out.
    by : column, optional
        Names of the groups; None is no group.
    weights, strata, clusters : column, optional
        Of each answer; 1, one stratum, and every answer its own cluster if left out.
    stratum_sizes : column of numbers, optional
        Clusters in the population of each answer's stratum, for the finite correction.
    post_strata : column, optional
        Cells that weights were fitted to by `post_stratify`.
    lonely : {"refuse", "certain", "center"}
        For a stratum of one cluster: an error; no variance; its distance from the mean of all.
    confidence : float
        Of the interval.
    interval : {"automatic", "normal", "wilson"}
        Value plus or minus z standard errors; or Wilson's, which stays between 0 and 1, for the
        answers of a simple sample that would have this standard error; by default Wilson's for
        shares (values 0 and 1).
    fewest : int
        Groups of fewer answers are suppressed: their numbers are missing.

    Returns
    -------
    Table
        Columns group, value, standard_error, low, high, answers, suppressed. Answers without a
        group have a row of their own, the last one, whose group is None.

    Examples
    --------
    >>> from sauro import surveys
    >>> print(surveys.means([1, 0, 1, 1], weights=[1, 1, 2, 2])[:, ["value", "standard_error"]])
       value  standard_error
    0.833333        0.187028
    """
    data = floats(values, "values")
    groups, names = groups_of(by)
    rows = _core.weighted_means(
        data,
        None if weights is None else floats(weights, "weights"),
        None if strata is None else codes_of(strata, "strata")[0],
        None if clusters is None else codes_of(clusters, "clusters")[0],
        None if stratum_sizes is None else floats(stratum_sizes, "stratum_sizes"),
        None if post_strata is None else codes_of(post_strata, "post_strata")[0],
        groups,
        choice(lonely, _LONELY, "lonely"),
        confidence,
        fewest,
        choice(interval, _INTERVALS, "interval"),
    )
    return _estimates(names, rows)


def post_stratify(weights: Any, cells: Any, population: Mapping[Any, float]) -> _Floats:
    """Fit weights so that the weighted sizes of cells are those of the population.

    Parameters
    ----------
    weights : column of numbers
        Of each answer before.
    cells : column
        Cell of each answer, as age by sex.
    population : mapping
        Size of each cell in the population, as the census has it.

    Raises
    ------
    ValidationError
        Code 246: a cell without an answer, or an answer in an unknown cell.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.post_stratify([1, 1, 1], ["nam", "nữ", "nữ"], {"nam": 50, "nữ": 60}).tolist()
    [50.0, 30.0, 30.0]
    """
    import numpy as np

    names = [key_text(name) for name in population]
    place = {name: i for i, name in enumerate(names)}
    labels = [key_text(label) for label in raw_array(cells, "cells").tolist()]
    unknown = [name for name in dict.fromkeys(labels) if name not in place]
    if unknown:
        texts = [
            say("tổng thể không có ô {!r}", "the population has no cell {!r}", name)
            for name in unknown
        ]
        raise error(ValidationError, INVALID_SURVEY, "cells", texts)
    codes = np.array([place[label] for label in labels], dtype=np.int32)
    sizes = floats(list(population.values()), "population")
    return np.asarray(_core.post_stratify(floats(weights, "weights"), codes, sizes))


def rescale(
    values: Any, *, worst: float, best: float, low: float = 0.25, high: float = 2.5
) -> _Floats:
    """Bring an indicator to the range of its PAPI sub-dimension, ``[1/n, 10/n]``.

    Parameters
    ----------
    values : column of numbers
        NaN stays NaN.
    worst, best : float
        Values that give `low` and `high`; `best` below `worst` for an indicator that is bad.
    low, high : float
        The range: 0.25 to 2.5 for four sub-dimensions, 1/3 to 10/3 for three.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.rescale([0, 0.5, 1], worst=0, best=1).tolist()
    [0.25, 1.375, 2.5]
    >>> surveys.rescale([0, 1], worst=1, best=0).tolist()
    [2.5, 0.25]
    """
    import numpy as np

    ends = {"worst": worst, "best": best, "low": low, "high": high}
    wrong = [name for name, end in ends.items() if not math.isfinite(as_float(end))]
    if wrong:
        texts = [(name, *say("không phải là số hữu hạn", "no finite number")) for name in wrong]
        raise error(ValidationError, INVALID_SURVEY, "", texts)
    if worst == best:
        same = say("bằng nhau: {}", "the same: {}", worst)
        raise error(ValidationError, INVALID_SURVEY, "worst, best", [same])
    data = floats(values, "values")
    lowest, highest = min(worst, best), max(worst, best)
    outside = (data < lowest) | (data > highest)
    if outside.any():
        rows = np.flatnonzero(outside)[:20].tolist()
        pattern = "{:g} nằm ngoài khoảng từ {} đến {}", "{:g} is outside of [{}, {}]"
        texts = [(f"row {row}", *say(*pattern, data[row], lowest, highest)) for row in rows]
        raise error(ValidationError, INVALID_SURVEY, "", texts)
    with np.errstate(all="ignore"):
        scaled: _Floats = low + (data - worst) / (best - worst) * (high - low)
    if not np.isfinite(scaled[~np.isnan(data)]).all():
        far = say("các số quá lớn hoặc quá nhỏ để tính", "numbers too large or small to reckon")
        raise error(ValidationError, INVALID_SURVEY, "worst, best, low, high", [far])
    return scaled


def codes_of(values: Any, name: str) -> tuple[_Codes, list[str]]:
    """Codes in the order of first appearance, and their names; None has -1."""
    import numpy as np

    is_list = isinstance(values, list | tuple)  # NumPy would make NaN among texts one of them
    labels = list(values) if is_list else raw_array(values, name).tolist()
    places: dict[str, int] = {}
    codes = np.empty(len(labels), dtype=np.int32)
    for row, label in enumerate(labels):
        gone = label is None or type(label).__name__ == "NAType" or label != label
        codes[row] = -1 if gone else places.setdefault(str(label), len(places))
    return codes, list(places)


def groups_of(by: Any) -> tuple[_Codes | None, list[str | None]]:
    """Codes of groups and their names; answers without a group are one of their own, named None."""
    if by is None:
        return None, [""]
    codes, names = codes_of(by, "by")
    gone = codes < 0
    if not gone.any():
        return codes, list(names)
    codes[gone] = len(names)
    return codes, [*names, None]


def _estimates(names: Sequence[str | None], rows: Sequence[tuple[Any, ...]]) -> Table:
    heads = ("value", "standard_error", "low", "high", "answers", "suppressed")
    columns: dict[str, Any] = {"group": list(names)}
    columns |= {head: [row[i] for row in rows] for i, head in enumerate(heads)}
    return Table(columns)
