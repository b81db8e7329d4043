"""Scores of all units and periods at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    unit: str | None = None,
    rename: Mapping[str, str] | None = None,
    ignore: Iterable[str] = (),
    sheet: str | Iterable[str] | None = None,
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
        Polars, Arrow or sauro table, or a CSV, xlsx, ods, Parquet (``pip install
        sauro[parquet]``) or JSON file of rows, with a column
        ``unit`` and perhaps ``period``, ``stage`` and ``evidence``, and either a column a variable
        or the columns ``variable`` and ``value``. Usual headers ("Tỉnh, thành phố", "Năm") and
        the titles of variables and criteria will do, in any case, with all marks or none. Titles
        above the header, numbers of rows, notes, and rows of totals or means are left out. A
        table of variables may have a column for each stage ("Tự chấm", "Thẩm định lần 1").
    unit : str, optional
        Header of the column of a table that names the units, where it isn't a usual one.
    rename : mapping of str to str, optional
        What headers of a table stand for: a variable, or ``period`` and the like.
    ignore : iterable of str
        Headers of columns to leave out; any other column that means nothing is an error.
    sheet : str or iterable of str, optional
        Of a workbook; all whose header names units and variables if left out. Several are read
        together; the name of one without a column of periods ("2025") is its period.
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
    >>> rows = [{"Province": "Huế", "First": 7.1, "2": 6, "3": 5, "4": 7, "Rank 2023": 12}]
    >>> sauro.score(pgi, rows, unit="Province", rename={"First": "1"}, ignore=["Rank 2023"]).total
    array([25.1])
    """
    made = Inputs.of(
        framework,
        inputs,
        units=units,
        periods=periods,
        unit=unit,
        rename=rename,
        ignore=ignore,
        sheet=sheet,
    )
    choice(on_problem, ON_PROBLEM, "on_problem")
    if stage is not None:
        choice(stage, STAGES, "stage")
    options = {"stage": stage, "on_problem": on_problem}
    return Scorecard._of(framework, made, options, threads)
