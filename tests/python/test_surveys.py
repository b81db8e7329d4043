"""Survey estimates against R's package survey, statsmodels and arithmetic by hand."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import sauro
from conftest import ROOT, refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro import surveys
from statsmodels.stats import proportion

GOLDEN = json.loads((ROOT / "tests/data/survey_golden.json").read_text(encoding="utf-8"))
DATA = {
    name: np.array([np.nan if v is None else v for v in column])
    for name, column in GOLDEN["data"].items()
}
PLAIN = {"weights": DATA["weight"]}
FULL = PLAIN | {"strata": DATA["stratum"], "clusters": DATA["cluster"]}


def expected(name: str) -> tuple[Any, Any]:
    result = GOLDEN["results"][name]
    return np.atleast_1d(result["value"]), np.atleast_1d(result["standard_error"])


def check(table: sauro.Table, name: str) -> None:
    value, error = expected(name)
    order = np.argsort([str(group) for group in table["group"]])
    assert np.allclose(table["value"][order], value, rtol=1e-9)
    assert np.allclose(table["standard_error"][order], error, rtol=1e-7)
    reach = 1.959963984540054 * table["standard_error"]
    assert np.allclose(table["low"], table["value"] - reach)


def test_weighted_means_are_those_of_r() -> None:
    check(surveys.means(DATA["score"], **PLAIN), "weights")
    check(surveys.means(DATA["satisfied"], **PLAIN, interval="normal"), "share")
    check(surveys.means(DATA["score"], **FULL), "clusters")
    check(surveys.means(DATA["score"], **FULL, stratum_sizes=DATA["size"]), "finite")


def test_groups_are_domains_of_the_whole_sample_as_in_r() -> None:
    check(surveys.means(DATA["score"], by=DATA["commune"], **FULL), "communes")


def test_post_stratified_weights_and_errors_are_those_of_r() -> None:
    population = dict(zip(("0", "1"), GOLDEN["population"], strict=True))
    sex = DATA["sex"].astype(int)
    weights = surveys.post_stratify(DATA["weight"], sex, population)
    assert np.allclose(weights, GOLDEN["post_weights"], rtol=1e-12)
    design = {"weights": weights, "post_strata": sex, "interval": "normal"}
    check(surveys.means(DATA["satisfied"], **design), "post")
    check(surveys.means(DATA["satisfied"], by=DATA["commune"], **design), "post_communes")
    clustered = design | {"strata": DATA["stratum"], "clusters": DATA["cluster"]}
    check(surveys.means(DATA["satisfied"], **clustered), "post_clusters")


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 500), st.data())
def test_wilson_is_that_of_statsmodels(answers: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, answers))
    low, high = proportion.proportion_confint(successes, answers, method="wilson")
    row = surveys.wilson(successes, answers).to_dicts()[0]
    assert row["low"] == pytest.approx(low, abs=1e-12)
    assert row["high"] == pytest.approx(high, abs=1e-12)


def test_sample_sizes() -> None:
    assert [surveys.yamane(n) for n in (10_000, 1_000, 400)] == [385, 286, 200]
    assert surveys.sample_size(0.05) == 385 and surveys.sample_size(0.03) == 1068
    assert surveys.sample_size(0.05, population=1000) == 278
    assert surveys.sample_size(0.05, design_effect=2) == 769
    assert surveys.sample_size(0.05, population=30) == 28
    assert surveys.sample_size(0.05, share=0.9) == 139


def test_sipas_by_each_method() -> None:
    answers = {"a": [5, 4, 3, 2], "b": [5, 5, None, 4], "c": [1, 2, 4, 5]}
    factors = {"tiếp cận": ["a", "b"], "kết quả": ["c"]}

    def percents(method: str) -> list[float]:
        return surveys.sipas(answers, factors, method=method)["percent"].tolist()

    assert percents("mean_of_means") == pytest.approx([75, 50, 62.5])
    assert percents("pooled") == pytest.approx([500 / 7, 50, 700 / 11])
    mean_a, mean_b, mean_c = 14 / 4, 14 / 3, 3
    first = (mean_a + mean_b) / 2
    assert percents("mean_score") == pytest.approx(
        [first * 20, mean_c * 20, (first + mean_c) / 2 * 20]
    )


def test_sipas_by_commune_with_weights_and_suppression() -> None:
    answers = {"q": [5, 1, 4, 4, 2]}
    table = surveys.sipas(
        answers, {"f": ["q"]}, by=["A", "A", "A", "B", "B"], weights=[1, 1, 2, 1, 1], fewest=3
    )
    rows = table.to_dicts()
    assert rows[0]["percent"] == pytest.approx(75) and not rows[0]["suppressed"]
    assert rows[2]["percent"] is None and rows[2]["suppressed"] and rows[2]["respondents"] == 2


def test_one_item_has_wilsons_interval() -> None:
    row = surveys.sipas({"q": [5] * 81 + [1] * 19}, {"f": ["q"]}).to_dicts()[0]
    wilson = surveys.wilson(81, 100).to_dicts()[0]
    assert (row["low"], row["high"]) == pytest.approx((wilson["low"] * 100, wilson["high"] * 100))


def test_a_papi_sub_dimension_is_the_mean_of_its_rescaled_indicators() -> None:
    good = surveys.rescale([0.2, 0.8, np.nan], worst=0, best=1)
    bad = surveys.rescale([0.5, 0.0, 0.1], worst=1, best=0)
    assert good.tolist()[:2] == pytest.approx([0.7, 2.05]) and np.isnan(good[2])
    assert bad.tolist() == pytest.approx([1.375, 2.5, 2.275])
    with refused(sauro.ValidationError, match="row 1: 1\\.2 is outside"):
        surveys.rescale([0.5, 1.2], worst=0, best=1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: surveys.means([1, 2], strata=["a", "b"]), "stratum 0: it has one cluster"),
        (lambda: surveys.means([1, 2], weights=[1]), "weights: has 1 rows, expected 2"),
        (lambda: surveys.means([1, 2], weights=[1, -1]), "row 1: the weight -1 is no weight"),
        (lambda: surveys.wilson(5, 3), "is no share"),
        (lambda: surveys.post_stratify([1], ["x"], {"y": 1}), "no cell 'x'"),
        (lambda: surveys.post_stratify([1], ["x"], {"x": 1, "y": 1}), "has a population and no"),
        (lambda: surveys.sipas({"q": [6]}, {"f": ["q"]}), "item q, row 0: 6 is not from 1 to 5"),
        (lambda: surveys.sipas({"q": [5]}, {"f": ["q", "r"]}), "there are no answers to 'r'"),
        (lambda: surveys.sample_size(0), "margin and share lie between 0 and 1"),
    ],
)
def test_bad_surveys_are_refused_by_name(call: Any, words: str) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        call()
    assert words in caught.value.to_text("en") and caught.value.code == 246


def test_lonely_clusters_add_no_variance_or_their_distance() -> None:
    values, strata = [1.0, 2.0, 3.0], ["a", "a", "b"]
    certain = surveys.means(values, strata=strata, lonely="certain")["standard_error"][0]
    center = surveys.means(values, strata=strata, lonely="center")["standard_error"][0]
    assert 0 < certain < center
