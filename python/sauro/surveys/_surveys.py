"""Surveys: shares and weighted means with intervals, SIPAS and PAPI, sizes of samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import ValidationError, error, say
from sauro.table._coerce import floats, raw_array
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]
    _Codes = npt.NDArray[np.int32]

__all__ = [
    "means",
    "post_stratify",
    "rescale",
    "sample_size",
    "sipas",
    "wilson",
    "yamane",
]

INVALID_SURVEY = 246
_LONELY = ("refuse", "certain", "center")
_METHODS = ("mean_of_means", "pooled", "mean_score")


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
        _core.wilson(float(s), float(n), confidence) for s, n in zip(some, all_answers, strict=True)
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
        Of the interval, value plus or minus z standard errors.
    fewest : int
        Groups of fewer answers are suppressed: their numbers are missing.

    Returns
    -------
    Table
        Columns group, value, standard_error, low, high, answers, suppressed.

    Examples
    --------
    >>> from sauro import surveys
    >>> print(surveys.means([1, 0, 1, 1], weights=[1, 1, 2, 2])[:, ["value", "standard_error"]])
       value  standard_error
    0.833333        0.187028
    """
    data = floats(values, "values")
    groups, names = (None, [""]) if by is None else _codes(by, "by")
    rows = _core.weighted_means(
        data,
        None if weights is None else floats(weights, "weights"),
        None if strata is None else _codes(strata, "strata")[0],
        None if clusters is None else _codes(clusters, "clusters")[0],
        None if stratum_sizes is None else floats(stratum_sizes, "stratum_sizes"),
        None if post_strata is None else _codes(post_strata, "post_strata")[0],
        groups,
        choice(lonely, _LONELY, "lonely"),
        confidence,
        fewest,
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

    names = [str(name) for name in population]
    place = {name: i for i, name in enumerate(names)}
    labels = [str(label) for label in raw_array(cells, "cells").tolist()]
    unknown = [name for name in dict.fromkeys(labels) if name not in place]
    if unknown:
        texts = [
            say("tổng thể không có ô {!r}", "the population has no cell {!r}", name)
            for name in unknown
        ]
        raise error(ValidationError, INVALID_SURVEY, "cells", texts)
    codes = np.array([place[label] for label in labels], dtype=np.int32)
    sizes = np.array(list(population.values()), dtype=np.float64)
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

    if worst == best:
        raise ValueError("worst and best are the same")
    data = floats(values, "values")
    lowest, highest = min(worst, best), max(worst, best)
    outside = (data < lowest) | (data > highest)
    if outside.any():
        rows = np.flatnonzero(outside)[:20].tolist()
        pattern = "{:g} nằm ngoài khoảng từ {} đến {}", "{:g} is outside of [{}, {}]"
        texts = [(f"row {row}", *say(*pattern, data[row], lowest, highest)) for row in rows]
        raise error(ValidationError, INVALID_SURVEY, "", texts)
    scaled: _Floats = low + (data - worst) / (best - worst) * (high - low)
    return scaled


def sipas(
    answers: Mapping[str, Any],
    factors: Mapping[str, Sequence[str]],
    *,
    method: Literal["mean_of_means", "pooled", "mean_score"] = "mean_of_means",
    by: Any = None,
    weights: Any = None,
    strata: Any = None,
    clusters: Any = None,
    confidence: float = 0.95,
    fewest: int = 0,
) -> Table:
    """Satisfaction by factor and over all, in percent, with intervals.

    Parameters
    ----------
    answers : mapping of columns
        Answers to each item, 1 (very dissatisfied) to 5; NaN where there is none.
    factors : mapping
        Items of each factor.
    method : {"mean_of_means", "pooled", "mean_score"}
        Share of satisfied answers (4 and 5) by item and their mean, and the mean of the factors;
        the share among all answers; or the mean answer as a share of 5.
    by : column, optional
        Groups, as communes.
    weights, strata, clusters : column, optional
        Of each respondent, as for `means`; strata weights go into `weights`.
    confidence : float
        Of the interval.
    fewest : int
        Factors of a group with fewer respondents are suppressed.

    Returns
    -------
    Table
        Columns group, factor (the last one is "all"), percent, low, high, respondents, suppressed.

    Notes
    -----
    Which of the methods a year's survey takes is recalled, not read (see the guide on indices).
    Intervals are design-based: respondents are clusters of their answers. One item without weights
    has Wilson's interval.

    Examples
    --------
    >>> from sauro import surveys
    >>> answers = {"q1": [5, 4, 3, 2], "q2": [5, 5, 5, None], "q3": [1, 4, 4, 4]}
    >>> table = surveys.sipas(answers, {"tiếp cận": ["q1", "q2"], "kết quả": ["q3"]})
    >>> print(table[:, ["factor", "percent", "respondents"]])
    factor    percent  respondents
    tiếp cận       75            4
    kết quả        75            4
    all            75            4
    """
    import numpy as np

    kind = choice(method, _METHODS, "method")
    columns = {name: _answers(answers[name], name) for name in _items(answers, factors)}
    people = len(next(iter(columns.values())))
    groups, names = (np.zeros(people, np.int32), [""]) if by is None else _codes(by, "by")
    weight = np.ones(people) if weights is None else floats(weights, "weights")
    design = {
        "strata": None if strata is None else _codes(strata, "strata")[0],
        "clusters": np.arange(people, dtype=np.int32)
        if clusters is None
        else _codes(clusters, "clusters")[0],
    }
    plain = weights is None and strata is None and clusters is None
    rows = []
    for group, label in enumerate(names):
        inside = groups == group
        for factor, items in [*factors.items(), ("all", None)]:
            parts = list(factors.values()) if items is None else [items]
            row = _satisfaction(columns, parts, inside, weight, design, kind, plain, confidence)
            hidden = row[3] < fewest
            shown = (None, None, None) if hidden else row[:3]
            rows.append((label, factor, *shown, row[3], hidden))
    heads = ("group", "factor", "percent", "low", "high", "respondents", "suppressed")
    return Table({head: [row[i] for row in rows] for i, head in enumerate(heads)})


def _satisfaction(
    columns: Mapping[str, _Floats],
    parts: Sequence[Sequence[str]],
    inside: Any,
    weight: _Floats,
    design: Mapping[str, Any],
    kind: str,
    plain: bool,
    confidence: float,
) -> tuple[float | None, float | None, float | None, int]:
    """One factor (or all of them) of one group: percent, interval, respondents.

    Answers are stacked, a respondent being a cluster; items, and factors, get equal weights where
    means of means are asked for, and residuals are taken from each item's own mean then.
    """
    import numpy as np

    values, weights, rows, cells = [], [], [], []
    people = inside.size
    answered = np.zeros(people, dtype=bool)
    number = 0
    for items in parts:
        for item in items:
            column = columns[item]
            there = inside & ~np.isnan(column)
            answered |= there
            value = column / 5 if kind == "mean_score" else (column >= 4).astype(float)
            share = np.where(there, weight, 0.0)
            total = share.sum()
            if kind != "pooled" and total > 0:
                share = share / total / len(items)
            values.append(np.where(there, value, np.nan))
            weights.append(share)
            rows.append(np.arange(people))
            cells.append(np.full(people, number, dtype=np.int32))
            number += 1
    count = int(answered.sum())
    if count == 0:
        return None, None, None, 0
    if plain and number == 1 and kind != "mean_score":
        met = float(np.nansum(values[0]))
        found = _core.wilson(met, float(count), confidence)
        return found[0] * 100, found[2] * 100, found[3] * 100, count
    order = np.concatenate(rows)
    strata = design["strata"]
    estimates = _core.weighted_means(
        np.concatenate(values),
        np.concatenate(weights),
        None if strata is None else strata[order],
        np.ascontiguousarray(design["clusters"][order]),
        None,
        np.concatenate(cells) if kind != "pooled" else None,
        None,
        "center",
        confidence,
        0,
    )
    mean, _, low, high, _, _ = estimates[0]
    return mean * 100, low * 100, high * 100, count


def yamane(population: float, margin: float = 0.05) -> int:
    """Sample size by Yamane: N / (1 + N e²), rounded up.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.yamane(10_000), surveys.yamane(1_000), surveys.yamane(400)
    (385, 286, 200)
    """
    return _core.yamane(population, margin)


def sample_size(
    margin: float,
    *,
    population: float | None = None,
    share: float = 0.5,
    confidence: float = 0.95,
    design_effect: float = 1,
) -> int:
    """Answers that a share needs for a margin of error.

    Parameters
    ----------
    margin : float
        Half of the interval's width, as 0.05.
    population : float, optional
        For the finite correction; infinite if left out.
    share : float
        Expected share; 0.5 asks for the most answers.
    confidence : float
        Of the interval.
    design_effect : float
        How many times the variance of a simple sample a clustered one has.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.sample_size(0.05), surveys.sample_size(0.05, population=1000)
    (385, 278)
    """
    return _core.sample_size(population, margin, share, confidence, design_effect)


def _answers(values: Any, name: str) -> _Floats:
    import numpy as np

    column = floats(values, name)
    wrong = ~np.isnan(column) & ~np.isin(column, (1, 2, 3, 4, 5))
    if wrong.any():
        rows = np.flatnonzero(wrong)[:20].tolist()
        pattern = "{:g} không nằm trong khoảng 1 đến 5", "{:g} is not from 1 to 5"
        texts = [(f"item {name}, row {row}", *say(*pattern, column[row])) for row in rows]
        raise error(ValidationError, INVALID_SURVEY, name, texts)
    return column


def _items(answers: Mapping[str, Any], factors: Mapping[str, Sequence[str]]) -> list[str]:
    items = [item for group in factors.values() for item in group]
    missing = [
        say("không có câu trả lời cho {!r}", "there are no answers to {!r}", item)
        for item in items
        if item not in answers
    ]
    sizes = {len(answers[item]) for item in items if item in answers}
    if len(sizes) > 1:
        missing.append(
            say(
                "các câu hỏi có số câu trả lời khác nhau: {}",
                "items have different numbers of answers: {}",
                sorted(sizes),
            )
        )
    if not items:
        missing.append(say("không có câu hỏi nào", "no items are given"))
    if missing:
        raise error(ValidationError, INVALID_SURVEY, "answers", missing)
    return items


def _codes(values: Any, name: str) -> tuple[_Codes, list[str]]:
    """Codes in the order of first appearance, and their names; None has -1."""
    import numpy as np

    labels = raw_array(values, name).tolist()
    places: dict[str, int] = {}
    codes = np.empty(len(labels), dtype=np.int32)
    for row, label in enumerate(labels):
        gone = label is None or label != label
        codes[row] = -1 if gone else places.setdefault(str(label), len(places))
    return codes, list(places)


def _estimates(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Table:
    heads = ("value", "standard_error", "low", "high", "answers", "suppressed")
    columns: dict[str, Any] = {"group": list(names)}
    columns |= {head: [row[i] for row in rows] for i, head in enumerate(heads)}
    return Table(columns)
