"""Scores of all units and periods at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import STAGES, Inputs, Stage
from sauro.scoring._scorecard import Scorecard

__all__ = ["score"]


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
    options = {"stage": stage, "on_problem": on_problem}
    return Scorecard._of(framework, made, options, threads)
