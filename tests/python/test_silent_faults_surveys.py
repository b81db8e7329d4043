"""Intervals that stay where shares can be, and designs that can't be right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro import surveys
from scored import refusal


def test_all_satisfied_is_not_certainty() -> None:
    for method in ("mean_of_means", "pooled", "mean_score"):
        for good in (5, 1):
            answers = {"a": [good] * 12, "b": [good] * 12}
            table = surveys.sipas(answers, {"f": ["a"], "g": ["b"]}, method=method)
            for row in table.to_dicts():
                ends = row["low"], row["high"]
                assert 0 <= ends[0] < ends[1] <= 100, (method, good, row)
                assert ends[0] <= row["percent"] <= ends[1]
    wilson = surveys.wilson(12, 12).to_dicts()[0]
    row = surveys.means([1] * 12).to_dicts()[0]
    assert (row["low"], row["high"]) == pytest.approx((wilson["low"], wilson["high"]))
    clustered = surveys.means([1] * 12, clusters=[0] * 6 + [1] * 6).to_dicts()[0]
    assert clustered["low"] < row["low"]  # two clusters tell less than twelve people


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=40), st.integers(0, 2**31))
def test_intervals_lie_inside_what_shares_can_be(scores: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    weights = rng.uniform(0.2, 3, len(scores))
    other = rng.integers(1, 6, len(scores)).tolist()
    for method in ("mean_of_means", "pooled", "mean_score"):
        answers = {"a": scores, "b": other}
        table = surveys.sipas(answers, {"f": ["a", "b"]}, method=method, weights=weights)
        for row in table.to_dicts():
            assert 0 <= row["low"] <= row["percent"] + 1e-9
            assert row["percent"] - 1e-9 <= row["high"] <= 100
            assert row["low"] < row["high"]


def test_a_simple_share_has_wilsons_interval() -> None:
    shares = [1] * 81 + [0] * 19
    row = surveys.means(shares).to_dicts()[0]
    wilson = surveys.wilson(81, 100).to_dicts()[0]
    assert (row["low"], row["high"]) == pytest.approx((wilson["low"], wilson["high"]))
    normal = surveys.means(shares, interval="normal").to_dicts()[0]
    assert normal["high"] - normal["value"] == pytest.approx(normal["value"] - normal["low"])
    scores = surveys.means([2.0, 3.0, 9.0]).to_dicts()[0]
    assert scores["high"] - scores["value"] == pytest.approx(scores["value"] - scores["low"])
    text = refusal(lambda: surveys.means([0.5, 2], interval="wilson"), 246)
    assert "values, row 1: 2 is not from 0 to 1" in text


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        ([1, 1, 1, 9, 9], "the sample has 3 clusters, the population 1"),
        ([0, 0, 0, 9, 9], "stratum_sizes, row 0: 0 is no count of clusters"),
        ([5, 5, np.nan, 9, 9], "stratum_sizes, row 2: nan is no count of clusters"),
        ([5, 6, 5, 9, 9], "its rows say 5 and 6 clusters in the population"),
        ([5, 5, 5, 9, -9], "stratum_sizes, row 4: -9 is no count of clusters"),
    ],
)
def test_designs_that_can_not_be_are_named(sizes: list[Any], message: str) -> None:
    strata = ["a", "a", "a", "b", "b"]
    design = {"strata": strata, "stratum_sizes": sizes}
    text = refusal(lambda: surveys.means([1, 2, 3, 4, 5], **design), 246)
    assert message in text.lower()


def test_designs_are_looked_at_even_where_nothing_is_estimated() -> None:
    design = {"strata": ["a", "a"], "stratum_sizes": [1, 1], "fewest": 99}
    assert "the sample has 2 clusters" in refusal(lambda: surveys.means([1, 2], **design), 246)
