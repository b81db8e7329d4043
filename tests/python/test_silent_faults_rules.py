"""Rules that gave a wrong score without a word: the right value, or an error."""

from __future__ import annotations

import itertools
import random
from typing import Any

import numpy as np
import pytest
import sauro
from scored import NAN, ends, framework, points, problems, refusal

PERCENT = {"name": "x", "kind": "percent"}
TEN = {"name": "x", "low": 0, "high": 10}


def table(hit: str, worth: list[float], **more: Any) -> dict[str, Any]:
    rows = [
        {"when": [">= 1" if k == i else "-" for k in range(len(worth))], "points": value}
        for i, value in enumerate(worth)
    ]
    return {"type": "table", "of": ["x", "y", "z"][: len(worth)], "hit": hit, "rows": rows} | more


@pytest.mark.parametrize("worth", [[-1, -2, -3], [-3, 2, -1], [1, 2, 3], [0, -1, -2]])
@pytest.mark.parametrize("hit", ["max", "sum"])
def test_tables_of_several_rows_are_those_of_a_naive_evaluator(
    hit: str, worth: list[float]
) -> None:
    made = framework(table(hit, worth), ["x", "y", "z"], 9, min=-9)
    cases = list(itertools.product([0, 1, NAN], repeat=3))
    columns = dict(zip("xyz", np.array(cases, dtype=float).T, strict=True))
    card = sauro.score(made, columns)
    for i, case in enumerate(cases):
        full = itertools.product(*([v] if v == v else [0, 1] for v in case))
        possible = []
        for one in full:
            met = [w for w, v in zip(worth, one, strict=True) if v]
            possible.append((max(met) if hit == "max" else sum(met)) if met else 0)
        found = (card.low("1")[i], card.high("1")[i])
        assert found == (min(possible), max(possible)), case
        if not any(v != v for v in case):
            assert card.points("1")[i] == possible[0]


# --- the best of all units


SHARE_OF_BEST = {"type": "formula", "points": "4 * x / best(x)"}


def test_a_unit_without_a_value_makes_the_others_ranges() -> None:
    made = framework(SHARE_OF_BEST, [TEN])
    assert points(made, x=[5, NAN, 4])[0] != points(made, x=[5, NAN, 4])[0]
    assert ends(made, x=[5, NAN, 4]) == [(2, 4), (0, 4), (1.6, 3.2)]
    assert points(made, x=[5, 10, 4]) == [2, 4, 1.6]
    assert ends(made, x=[10, NAN, 4]) == [(4, 4), (0, 4), (1.6, 1.6)]  # none can be better


def test_the_best_is_open_in_every_rule_that_asks_for_it() -> None:
    open_ended = framework(SHARE_OF_BEST, [{"name": "x", "low": 0}])
    assert ends(open_ended, x=[5, NAN]) == [(0, 4), (0, 4)]
    compared = {"type": "comparison", "of": "x", "with": "best(x)"}
    made = framework(compared | {"better": 4, "equal": 4, "worse": 1}, [TEN])
    assert ends(made, x=[5, NAN, 4]) == [(1, 4), (1, 4), (1, 1)]
    slopes = {"type": "slopes", "of": "x", "target": "4", "best": "best(x)"}
    made = framework(slopes, [TEN])
    low, high = ends(made, x=[6, NAN, 2])[0]
    assert low == pytest.approx(2 + 2 / 3, abs=1e-8) and high == 4
    bands = {
        "type": "table",
        "of": "100 * x / best(x)",
        "rows": [{"when": ">= 80", "points": 4}, {"when": "< 80", "points": 1}],
    }
    made = framework(bands, [TEN])
    assert ends(made, x=[5, NAN, 4]) == [(1, 4), (1, 4), (1, 4)]
    assert ends(made, x=[5, NAN, 9]) == [(1, 1), (1, 4), (4, 4)]
    listed = {"type": "checklist", "items": [{"of": "x >= best(x) / 2", "points": 4}]}
    assert ends(framework(listed, [TEN]), x=[6, NAN, 4]) == [(4, 4), (0, 4), (0, 4)]
    ratio = {"type": "ratio", "of": "x", "to": "best(x)"}
    assert ends(framework(ratio, [TEN]), x=[5, NAN, 4]) == [(2, 4), (0, 4), (1.6, 3.2)]


def test_lower_is_better_turns_the_best_around() -> None:
    less = TEN | {"direction": "lower", "low": 1}
    made = framework({"type": "formula", "points": "4 * best(x) / x"}, [less])
    assert points(made, x=[2, 4]) == [4, 2]
    assert ends(made, x=[2, NAN, 4])[0] == (2, 4) and ends(made, x=[2, NAN, 4])[2] == (1, 2)
    assert ends(made, x=[1, NAN, 4])[2] == (1, 1)


def scored(made: sauro.Framework, x: list[float], exempt: list[str]) -> sauro.Scorecard:
    inputs = sauro.Inputs(made, [str(i) for i in range(len(x))])
    inputs.set("x", x)
    inputs.exempt("1", units=exempt)
    return sauro.score(made, inputs)


def test_units_that_are_exempted_set_no_yardstick() -> None:
    other = {"code": "3", "max": 1, "rule": {"type": "formula", "points": "1"}}
    one = {"code": "1", "max": 4, "rule": SHARE_OF_BEST}
    made = framework([one, other], [TEN], 5)
    assert scored(made, [5, 10, 4], ["1"]).points("1").tolist() == [4, 4, 3.2]
    assert scored(made, [5, NAN, 4], ["1"]).points("1").tolist() == [4, 4, 3.2]
    two = [one, one | {"code": "2"}]
    card = scored(framework(two, [TEN], 8), [5, 10, 4], ["1"])
    assert card.points("1").tolist() == [4, 4, 3.2] and card.points("2").tolist() == [2, 4, 1.6]
    assert (
        card.explain("1", "0").inputs[1].value == 5 and card.explain("2", "0").inputs[1].value == 10
    )


def test_units_whose_missing_values_are_settled_leave_the_best_alone() -> None:
    for policy in ("lowest", "leave_out"):
        made = framework(SHARE_OF_BEST, [TEN], if_missing=policy)
        assert points(made, x=[5, NAN, 4])[::2] == [4, 3.2]


def test_the_best_of_each_period_is_its_own() -> None:
    made = framework(SHARE_OF_BEST, [TEN])
    card = sauro.score(made, {"x": [[5, 4], [NAN, 4]]}, periods=["2024", "2025"])
    assert card.points("1").tolist()[0] == [4, 3.2]
    assert card.low("1").tolist()[1] == [0, 1.6] and card.high("1").tolist()[1] == [4, 4]


def test_the_truth_lies_in_the_range_whatever_is_missing() -> None:
    rng = random.Random(7)
    leaves = ["x", "best(x)", "y", "2", "10"]

    def formula(depth: int) -> str:
        if depth == 0 or rng.random() < 0.2:
            return rng.choice(leaves)
        a, b, c = (formula(depth - 1) for _ in range(3))
        return rng.choice(
            [
                f"({a} + {b})",
                f"({a} - {b})",
                f"({a} * {b})",
                f"({a} / ({b} + 1))",
                f"min({a}, {b})",
                f"max({a}, {b})",
                f"abs({a})",
                f"({a} // 2)",
                f"({a} % 3)",
                f"round({a}, 1)",
                f"({a}) ** 2",
                f"({a} if {b} > {c} else 1)",
                f"({a} >= {b} and not {c} == 2)",
                f"({a} < {b} or {c})",
                f"clip({a}, 0, {b})",
            ]
        )

    variables = [TEN, TEN | {"name": "y"}]
    for _ in range(300):
        text = f"clip({formula(3)}, 0, 4)"
        made = framework({"type": "formula", "points": text}, variables)
        full = {name: [rng.randint(0, 10) for _ in range(4)] for name in "xy"}
        known = sauro.score(made, full, on_problem="keep").points("1")
        holed = {n: [NAN if rng.random() < 0.3 else v for v in c] for n, c in full.items()}
        card = sauro.score(made, holed, on_problem="keep")
        low, high = card.low("1"), card.high("1")
        inside = np.isnan(known) | ((low <= known + 1e-9) & (known <= high + 1e-9))
        assert inside.all(), (text, full, holed, known, low, high)


# --- less is better


def test_direction_holds_for_comparisons_and_ranks() -> None:
    rule = {"type": "comparison", "of": "x", "with": "previous(x)"}
    made = framework(rule | {"better": 4, "equal": 2, "worse": 0}, [TEN | {"direction": "lower"}])
    card = sauro.score(made, {"x": [[5, 5, 5], [4, 5, 6]]}, periods=["2024", "2025"])
    assert card.points("1").tolist()[1] == [4, 2, 0]
    less = framework({"type": "value", "of": "x"}, ["x"], total={"direction": "lower"})
    card = sauro.score(less, {"x": [1, 3, 2]})
    assert card.rank().tolist() == [1, 3, 2]
    assert card.ranking()["unit"].tolist() == ["1", "3", "2"]


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "slopes", "of": "x", "target": "5", "best": "best(x)"},
        {"type": "ratio", "of": "x", "to": "10"},
        {"type": "index", "of": "x", "out_of": 10},
    ],
)
def test_rules_that_rise_are_refused_where_less_is_better(rule: dict[str, Any]) -> None:
    made = framework(rule, [TEN | {"direction": "lower"}])
    assert problems(made) == [
        (
            "direction",
            'less of "x" is better, but the rule gives more points for more of it; write a '
            "formula or a table",
        )
    ]


def test_variables_of_opposite_directions_are_not_compared() -> None:
    rule = {"type": "comparison", "of": "x", "with": "y", "better": 4}
    variables = [TEN | {"direction": "lower"}, "y"]
    assert [kind for kind, _ in problems(framework(rule, variables))] == ["direction"]
    graded = framework(
        {"type": "value", "of": "x"},
        ["x"],
        total={"direction": "lower"},
        head={"grades": {"grades": [{"label": "Tốt", "from": 50}]}},
    )
    assert [kind for kind, _ in problems(graded)] == ["direction"]


# --- nine decimals


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("57 / 100 * 100 >= 57", 1),
        ("57 / 100 * 100 == x", 1),
        ("x / 100 * 100 >= 57", 1),
        ("1 if x / 100 * 100 - 57 else 2", 2),
        ("not (x / 100 * 100 - 57)", 1),
        ("(x / 100 * 100 - 57) or 0", 0),
        ("(x / 100 * 100 - 57) and 1", 0),
        ("x / 100 * 100 // 1", 57),
        ("57 / 100 * 100 // 1", 57),
        ("0.57 * 100 % 1", 0),
        ("x / 100 * 100 % 57", 0),
        ("1 < 0.1 * 3 / 0.3 < 2", 0),
    ],
)
def test_numbers_are_looked_at_to_nine_decimals_wherever(formula: str, value: float) -> None:
    assert sauro.Expression(formula)(x=[57.0]) == value if "x" in formula else True
    if "x" not in formula:
        assert sauro.Expression(formula)() == value
    made = framework({"type": "formula", "points": formula}, ["x"], 99)
    assert points(made, x=[57]) == [value]
    listed = {"type": "checklist", "items": [{"of": formula, "points": 4}]}
    assert points(framework(listed, ["x"]), x=[57]) == [4 if value else 0]


def test_columns_that_were_reckoned_elsewhere_are_compared_alike() -> None:
    assert sauro.Expression("x == y")(x=[0.1 + 0.2], y=[0.3]).tolist() == [1]
    assert sauro.Expression("x >= 57")(x=[57 / 100 * 100]).tolist() == [1]
    slopes = {"type": "slopes", "of": "x", "target": "0.3", "best": "y", "share_at_target": 0.5}
    assert points(framework(slopes, ["x", "y"]), x=[0.1 + 0.2], y=[0.1 + 0.2]) == [4]


# --- means, rounding, maxima


@pytest.mark.parametrize("combine", ["geometric_mean", "harmonic_mean"])
@pytest.mark.parametrize("share", [0, -1])
@pytest.mark.parametrize("inner", [True, False])
def test_means_that_shares_above_zero_have_are_refused_for_others(
    combine: str, share: float, inner: bool
) -> None:
    parts = [
        {"code": "1.1", "parent": "1", "max": 2, "min": -2, "rule": {"type": "value", "of": "x"}},
        {"code": "1.2", "parent": "1", "max": 2, "rule": {"type": "value", "of": "y"}},
    ]
    tree = [{"code": "1", "max": 4, "combine": combine, "min": -4}, *parts]
    if inner:
        made = framework(tree, ["x", "y"])
    else:
        for part in parts:
            part["parent"] = ""
        made = framework(parts, ["x", "y"], total={"combine": combine, "min": -4})
    where = "1" if inner else ""
    values = {"x": [1, share], "y": [2, 2]}
    text = refusal(lambda: sauro.score(made, values))
    mean = combine.replace("_", " ")
    assert f"criterion {where}, unit 2: its part 1.1 has {share / 2:g} of its maximum" in text
    assert f"there is no {mean}" in text
    card = sauro.score(made, values, on_problem="keep")
    assert [one.kind for one in card.findings] == ["no_mean"]
    assert card.total[0] > 0 and np.isnan(card.total[1])
    open_card = sauro.score(made, {"x": [1, NAN], "y": [2, 2]})
    assert not np.isnan(open_card.low()).any() and not np.isnan(open_card.high()).any()


def test_rounding_never_passes_the_maximum_or_the_minimum() -> None:
    made = framework({"type": "value", "of": "x"}, ["x"], 2.55, decimals=1)
    assert points(made, x=[2.55, 2.54, 0.25]) == [2.55, 2.5, 0.3]
    assert sauro.score(made, {"x": [NAN]}).high().tolist() == [2.55]
    made = framework({"type": "value", "of": "x"}, ["x"], 3, min=0.55, decimals=0)
    assert points(made, x=[0.55, 2.4]) == [1, 2]
    low = framework({"type": "value", "of": "x"}, ["x"], 3, min=-0.55, decimals=0)
    assert points(low, x=[-0.55, -0.4]) == [-0.55, 0]
    made = framework({"type": "value", "of": "x"}, ["x"], 2.55, total={"decimals": 1})
    card = sauro.score(made, {"x": [2.55]})
    assert card.total.tolist() == [2.55] and card.percent.tolist() == [100]


@pytest.mark.parametrize("at_zero", ["full", "zero", "not_applicable"])
@pytest.mark.parametrize("more", [{}, {"may_exceed": True}, {"full_at": 0.9}, {"from": 0.5}])
def test_something_of_nothing_is_refused(at_zero: str, more: dict[str, Any]) -> None:
    rule = {"type": "ratio", "of": "x", "to": "y", "at_zero": at_zero} | more
    made = framework(rule, ["x", "y"])
    text = refusal(lambda: points(made, x=[50, 0], y=[0, 0]))
    assert "unit 1: the part is larger than the whole (x = 50; y = 0)" in text
    worth = 0 if at_zero == "zero" else 4
    assert points(made, x=[0, NAN], y=[0, 0]) == [worth, worth]


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "linear", "of": "x / y", "knots": [[0, 0], [1, 4]]},
        {"type": "ratio", "of": "x / y"},
        {"type": "count", "terms": [{"of": "x / y", "each": 1}]},
        {"type": "checklist", "items": [{"of": "x / y > 1", "points": 4}]},
        {"type": "comparison", "of": "x / y", "with": "1", "better": 4},
        {"type": "index", "of": "x / y", "out_of": 4},
        {"type": "value", "of": "x / y"},
        {"type": "ballots", "answers": [{"count": "x * y", "share": 1}]},
    ],
)
def test_a_rule_that_gives_no_number_says_so(rule: dict[str, Any]) -> None:
    made = framework(rule, ["x", "y"])
    text = refusal(lambda: points(made, x=[0], y=[0]))
    assert "the rule divides by zero or gives no number (x = 0; y = 0)" in text
    assert np.isnan(points(made, x=[NAN], y=[0])).all()


def test_the_leader_at_the_target_has_what_the_rule_says() -> None:
    slopes = {"type": "slopes", "of": "x", "target": "5", "best": "best(x)"}
    assert points(framework(slopes, [TEN]), x=[5, 4]) == [4, 1.6]
    share = framework(slopes | {"leader_at_target": "share"}, [TEN])
    assert points(share, x=[5, 4]) == [2, 1.6] and points(share, x=[5, 10]) == [2, 4]
    again = sauro.Framework.from_json(share.to_json())
    assert again == share and again.criteria["1"].rule["leader_at_target"] == "share"


# --- other statistics over units


def naive(kind: str, x: list[float], unit: int, lower: bool) -> float:
    better = min if lower else max
    worse = max if lower else min
    return {
        "best": better(x),
        "worst": worse(x),
        "mean": sum(x) / len(x),
        "median": float(np.median(x)),
        "count": float(sum(v != 0 for v in x)),
        "share": sum(v != 0 for v in x) / len(x),
        "rank": 1.0 + sum((v < x[unit]) if lower else (v > x[unit]) for v in x),
    }[kind]


@pytest.mark.parametrize("lower", [False, True])
@pytest.mark.parametrize("kind", ["best", "worst", "mean", "median", "count", "share", "rank"])
def test_statistics_are_naive_ones_and_ranges_where_units_are_missing(
    kind: str, lower: bool
) -> None:
    variable = {"name": "x", "low": 0, "high": 3, "direction": "lower" if lower else "higher"}
    made = framework({"type": "formula", "points": f"{kind}(x)"}, [variable], 99)
    rng = random.Random(4)
    for _ in range(25):
        size = rng.randint(1, 5)
        x: list[float] = [rng.choice([0, 1, 2, 3]) for _ in range(size)]
        assert points(made, x=x) == pytest.approx([naive(kind, x, u, lower) for u in range(size)])
        holed = [NAN if rng.random() < 0.4 else v for v in x]
        whole = list(itertools.product(*([v] if v == v else [0, 1, 2, 3] for v in holed)))
        for unit, (low, high) in enumerate(ends(made, x=holed)):
            possible = [naive(kind, list(one), unit, lower) for one in whole]
            assert (low, high) == pytest.approx((min(possible), max(possible)), abs=1e-8)


def test_statistics_are_of_the_units_that_a_criterion_applies_to() -> None:
    other = {"code": "2", "max": 1, "rule": {"type": "formula", "points": "1"}}
    for kind, value in [("mean", 4), ("median", 4), ("worst", 3), ("rank", 1), ("count", 2)]:
        one = {"code": "1", "max": 9, "rule": {"type": "formula", "points": f"{kind}(x)"}}
        card = scored(framework([one, other], [TEN], 10), [5, 10, 3], ["1"])
        assert card.points("1")[0] == value
    assert (
        "(trung bình các đơn vị)"
        in sauro.score(framework({"type": "formula", "points": "mean(x)"}, [TEN]), {"x": [1, 2]})
        .explain("1", "1")
        .text
    )


def test_names_of_statistics_may_name_variables_and_lines() -> None:
    made = framework(
        {"type": "formula", "points": "share = rank / 2\nshare + count(rank)"}, ["rank"]
    )
    assert points(made, rank=[2, 0]) == [2, 1] and not made.validate()
