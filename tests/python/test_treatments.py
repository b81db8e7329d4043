"""Outliers and logarithms: what is done to skewed variables before they are normalised."""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np
import pytest
import sauro
from scipy.stats import kurtosis, skew
from scored import NAN, framework, points, refusal

ANY = {"name": "x", "low": -1e4, "high": 1e4}
GROUP = {"name": "vung", "kind": "choice", "values": ["bắc", "nam"]}


def value(of: str) -> dict[str, Any]:
    return {"type": "formula", "points": of}


def measured(of: str, **more: Any) -> sauro.Framework:
    return framework(value(of), [ANY, GROUP], 10_000, min=-10_000, **more)


def naive(values: list[float]) -> list[float]:
    """COINr's winsorise(), written with SciPy's skewness and kurtosis."""
    x = np.array(values)
    changed_high = changed_low = 0
    while len(x) > 3 and np.ptp(x) > 0 and changed_high + changed_low < 5:
        lean = skew(x, bias=False)
        if abs(lean) < 2 or kurtosis(x, bias=False) < 3.5:
            break
        end = x.max() if lean >= 0 else x.min()
        others = x[x != end]
        if lean >= 0:
            changed_high = int((x == end).sum())
            x[x == end] = others.max()
        else:
            changed_low = int((x == end).sum())
            x[x == end] = others.min()
    return [float(one) for one in x]


def skewed(rng: random.Random) -> list[float]:
    values = [round(rng.gauss(50, 10), 1) for _ in range(rng.randint(3, 40))]
    for _ in range(rng.randint(0, 9)):
        values[rng.randrange(len(values))] = rng.choice([-1, 1]) * rng.choice([300, 900, 5000])
    return values


def test_outliers_are_drawn_in_as_a_naive_evaluator_does() -> None:
    rng = random.Random(7)
    made = measured("winsorised(x)")
    changed = 0
    for _ in range(300):
        values = skewed(rng)
        assert points(made, x=values) == pytest.approx(naive(values), abs=1e-8), values
        changed += naive(values) != values
    assert 60 < changed < 290  # both kinds were among them


def test_each_group_has_outliers_of_its_own() -> None:
    rng = random.Random(8)
    north, south = [*range(20), 900.0], skewed(rng)
    got = points(
        measured("winsorised(x, vung)"),
        x=[*north, *south],
        vung=[0] * len(north) + [1] * len(south),
    )
    assert got == pytest.approx([*naive(north), *naive(south)], abs=1e-8)
    assert got[20] == 19


def test_exempted_units_are_no_outliers_and_make_none() -> None:
    made = measured("winsorised(x)", if_not_applicable="leave_out")
    inputs = sauro.Inputs(made, [str(i) for i in range(22)])
    inputs.set("x", [*range(20), 900, 5000])
    inputs.exempt("1", units=["21"])
    assert sauro.score(made, inputs).points("1").tolist()[:21] == [*range(20), 19]


@pytest.mark.parametrize("by", ["", ", vung"])
def test_the_truth_lies_in_the_range_where_values_are_missing(by: str) -> None:
    rng = random.Random(9)
    made = measured(f"winsorised(x{by})")
    for _ in range(60):
        values = skewed(rng)
        groups = [rng.randint(0, 1) for _ in values]
        truth = np.array(points(made, x=values, vung=groups))
        holed = [NAN if rng.random() < 0.1 else one for one in values]
        card = sauro.score(made, {"x": holed, "vung": groups})
        assert (card.low("1") - 1e-8 <= truth).all() and (truth <= card.high("1") + 1e-8).all()


def test_a_logarithm_is_natural_and_of_what_is_above_zero() -> None:
    made = measured("log(x)")
    values = [1, 2.5, 100, math.e, 0.001]
    assert points(made, x=values) == pytest.approx([math.log(one) for one in values], abs=1e-9)
    for wrong in (0, -1, -0.0):
        for of in ("log(x)", "max(0, log(x))", "log(2 * x) + 1"):
            assert "divides by zero" in refusal(lambda of=of, x=wrong: points(measured(of), x=[x]))


def test_a_logarithm_of_what_is_missing_is_a_range() -> None:
    low = framework(value("log(x)"), [{"name": "x", "low": 1, "high": 100}], 10)
    card = sauro.score(low, {"x": [NAN, 10]})
    assert card.low("1")[0] == pytest.approx(0) and card.high("1")[0] == pytest.approx(
        math.log(100)
    )
    assert card.points("1")[1] == pytest.approx(math.log(10))


def test_steps_are_named_one_after_another() -> None:
    steps = [
        {"name": "thu", "kind": "number", "low": 0},
        {"name": "thu_dau_nguoi", "kind": "number", "formula": "log(winsorised(thu))"},
    ]
    made = framework(value("10 * min_max(thu_dau_nguoi)"), steps, 10)
    assert made.validate() == [] and sauro.Framework.from_json(made.to_json()) == made
    incomes = [*(float(one) for one in range(10, 30)), 90_000.0]
    drawn = np.log(np.minimum(incomes, 29))
    expected = 10 * (drawn - drawn.min()) / np.ptp(drawn)
    assert points(made, thu=incomes) == pytest.approx(expected.tolist(), abs=1e-8)


def test_a_compiled_rule_may_take_logarithms() -> None:
    from sauro.scoring.formulas import log

    made = measured("x")

    @made.rule("1", compiled=True, replace=True)
    def of_x(x: float) -> float:
        return log(x) if x > 1 else 0

    assert points(made, x=[0, 10]) == pytest.approx([0, of_x(10)], abs=1e-9)
