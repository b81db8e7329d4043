"""Indices: rules as data, inputs, scorecards."""

from sauro.scoring._explanation import Explanation, RefusedValue, UsedInput
from sauro.scoring._framework import (
    Criteria,
    Criterion,
    Expression,
    Framework,
    FrameworkProblem,
    Variable,
)
from sauro.scoring._inputs import Inputs
from sauro.scoring._links import Links, link
from sauro.scoring._ranks import quantile, rank
from sauro.scoring._scorecard import Scorecard, score

__all__ = [
    "Criteria",
    "Criterion",
    "Explanation",
    "Expression",
    "Framework",
    "FrameworkProblem",
    "Inputs",
    "Links",
    "RefusedValue",
    "Scorecard",
    "UsedInput",
    "Variable",
    "link",
    "quantile",
    "rank",
    "score",
]
