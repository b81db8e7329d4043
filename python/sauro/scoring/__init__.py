"""Indices: rules as data, inputs, scorecards."""

from sauro.scoring._criteria import Criteria
from sauro.scoring._draft import FrameworkDraft, read_framework
from sauro.scoring._expression import Expression
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import Inputs
from sauro.scoring._links import Links, link
from sauro.scoring._ranks import quantile, rank
from sauro.scoring._score import score
from sauro.scoring._scorecard import Scorecard

__all__ = [
    "Criteria",
    "Expression",
    "Framework",
    "FrameworkDraft",
    "Inputs",
    "Links",
    "Scorecard",
    "link",
    "quantile",
    "rank",
    "read_framework",
    "score",
]
