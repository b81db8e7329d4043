"""Satisfaction by factor: SIPAS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import ValidationError, error, say
from sauro.surveys._means import INVALID_SURVEY, codes_of, groups_of
from sauro.table._coerce import floats
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]
    _Codes = npt.NDArray[np.int32]

__all__ = ["sipas"]

_METHODS = ("mean_of_means", "pooled", "mean_score")


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
    Intervals are design-based: respondents are clusters of their answers. They are Wilson's, inside
    of 0 and 100 %, for the respondents of a simple sample that would have the same standard error;
    where all are satisfied, for all respondents. Those without a group have the rows of group None.

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
    codes, names = groups_of(by)
    groups = np.zeros(people, np.int32) if codes is None else codes
    weight = np.ones(people) if weights is None else floats(weights, "weights")
    design = {
        "strata": None if strata is None else codes_of(strata, "strata")[0],
        "clusters": np.arange(people, dtype=np.int32)
        if clusters is None
        else codes_of(clusters, "clusters")[0],
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
        "wilson",
    )
    mean, _, low, high, _, _ = estimates[0]
    return mean * 100, low * 100, high * 100, count


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
