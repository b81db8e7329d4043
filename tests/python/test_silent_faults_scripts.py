"""Functions as rules: each is itself, and compiled ones give what Python gives."""

from __future__ import annotations

import copy
import functools
import inspect
import os
import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sauro
from rule_functions import Maker, called, exact_functions, module_of
from sauro.scoring import formulas
from scored import NAN, framework, refusal

CASES = int(os.environ.get("SAURO_RULE_FUNCTIONS", "400"))
NO_RULE = {"type": "script", "name": "", "variables": []}


def scripts(count: int = 2) -> sauro.Framework:
    criteria = [
        {"code": str(i + 1), "max": 100, "rule": {"type": "value", "of": "x"}} for i in range(count)
    ]
    return framework(criteria, ["x", "y", "_1", "_2", "z"], 100 * count)


def formula_of(function: Any, variables: list[str] | None = None) -> sauro.Expression:
    made = scripts(1).with_rule("1", function, compiled=True, variables=variables, replace=True)
    return sauro.Expression(str(made.criteria["1"].rule["points"]))


def half(x: Any) -> Any:
    return x / 2


class Times:
    def __init__(self, by: float) -> None:
        self.by = by

    def __call__(self, x: Any) -> Any:
        return x * self.by if self.by else "a"


def test_functions_of_one_name_keep_apart() -> None:
    made = scripts(3)
    for i in range(3):

        @made.rule(str(i + 1), replace=True)
        def _(x: Any, by: int = i) -> Any:
            return x * by

    card = sauro.score(made, {"x": [2]})
    assert [card.points(str(i + 1))[0] for i in range(3)] == [0, 2, 4]
    assert made.variables_of("2") == ["x"]
    lambdas = scripts(2)
    lambdas.rule("1", replace=True)(lambda x: x + 1)
    lambdas.rule("2", replace=True)(lambda x: x + 2)
    assert sauro.score(lambdas, {"x": [2]}).total.tolist() == [7]


def test_partials_and_objects_are_rules() -> None:
    def scaled(x: Any, by: Any, *, more: Any) -> Any:
        return x * by + more

    made = scripts(3)
    made.rule("1", replace=True)(functools.partial(scaled, by=3, more=1))
    made.rule("2", replace=True)(Times(4))
    made.rule("3", replace=True)(scaled_by_names)
    card = sauro.score(made, {"x": [2], "y": [1]})
    assert [card.points(code)[0] for code in "123"] == [7, 8, 21]
    with pytest.raises(sauro.ValidationError, match="Times"):
        broken = scripts(1)
        broken.rule("1", replace=True)(Times(0))
        sauro.score(broken, {"x": [2]})


def scaled_by_names(x: Any, *, y: Any) -> Any:
    return x * 10 + y


def test_what_is_filled_in_leaves_the_score_open_unless_it_says_so() -> None:
    made = scripts(2)

    def filled(x: Any, y: Any) -> Any:
        return np.nan_to_num(x) + np.nan_to_num(y)

    made.rule("1", replace=True)(filled)
    made.rule("2", replace=True, fills_missing=True)(filled)
    card = sauro.score(made, {"x": [1, NAN, 3], "y": [1, 2, NAN]})
    assert card.points("1")[0] == 2 and np.isnan(card.points("1")[1:]).all()
    assert card.points("2").tolist() == [2, 2, 3]
    assert card.low("1").tolist() == [2, 0, 0] and card.high("1").tolist() == [2, 100, 100]
    assert sauro.Framework.from_json(made.to_json()).criteria["2"].rule["fills_missing"]


def test_a_rule_is_replaced_only_where_that_is_said() -> None:
    made = scripts(1)
    for call in (lambda: made.rule("1")(half), lambda: made.rule("1", compiled=True)(half)):
        assert "it has a rule already" not in refusal(call, 242)
        assert "the criterion has a rule already; replace=True" in refusal(call, 242)
    made.rule("1", replace=True)(half)
    assert "has a rule already" in refusal(lambda: made.rule("1")(half), 242)
    named = framework({"type": "script", "name": "half", "variables": ["x"]}, ["x"])
    named.rule("1")(half)
    assert sauro.score(named, {"x": [2]}).total.tolist() == [1]


def test_what_others_hold_stays_as_it_was() -> None:
    made = scripts(1)
    inputs = sauro.Inputs(made, ["A"])
    inputs.set("1", [8])
    card = sauro.score(made, inputs)
    made.rule("1", replace=True)(half)
    assert card.total.tolist() == [8] and card.explain("1", "A").rule_type == "value"
    assert copy.copy(card).total.tolist() == pickle.loads(pickle.dumps(card)).total.tolist() == [8]
    inputs.set("1", [6])  # still the variable of the criterion's rule
    assert sauro.score(made, inputs).total.tolist() == [3]
    other = made.with_rule("1", lambda x: x, replace=True)
    assert sauro.score(made, inputs).total.tolist() == [3]
    assert sauro.score(other, inputs).total.tolist() == [6]


# --- compiled


def test_parameters_stand_for_any_variables() -> None:
    def difference(x: float, y: float) -> float:
        return x - 10 * y

    swapped = formula_of(difference, ["y", "x"])
    assert swapped(x=[1], y=[2]).tolist() == [2 - 10]
    odd = formula_of(difference, ["_1", "_2"])
    assert odd(_1=[1], _2=[2]).tolist() == [1 - 20]
    before = formula_of(difference, ["x", "previous(x)"])
    assert before.names == ["x", "previous(x)"]
    with pytest.raises(sauro.ParseError, match="2 tham số, nhưng cho 1 biến"):
        formula_of(difference, ["x"])


def named_like_lines(_1: float, _2: float) -> float:
    first = _2 * 2
    second = first + _1
    return first * 100 + second


def test_names_of_variables_and_of_lines_keep_apart() -> None:
    assert formula_of(named_like_lines)(_1=[1], _2=[3]).tolist() == [607]


def chosen(x: float, y: float) -> float:
    first = x and y
    return first or 7


def test_and_or_give_what_python_gives() -> None:
    formula = formula_of(chosen)
    for x in (0, 2):
        for y in (0, 5):
            assert formula(x=[float(x)], y=[float(y)]).tolist() == [chosen(x, y)]


def rounds(x: float) -> float:
    return round(x)


def limits(x: float) -> float:
    max = x
    return max(x, 2)  # type: ignore[operator]


def wrapped(function: Any) -> Any:
    @functools.wraps(function)
    def outer(x: float) -> float:
        return 2 * function(x)

    return outer


def test_what_python_would_not_give_is_refused() -> None:
    for function in (rounds, limits):
        with pytest.raises(sauro.ParseError, match="không phải là hàm"):
            formula_of(function)
    with pytest.raises(sauro.ParseError, match="bọc lại"):
        formula_of(wrapped(half))
    for other in (functools.partial(half, 2), Times(2)):
        with pytest.raises(sauro.ParseError, match="không đọc được mã nguồn"):
            formula_of(other)


def test_compiled_rules_give_what_calling_the_function_gives(tmp_path: Path) -> None:
    maker = Maker(20)
    sources = [maker.function(f"f{i}") for i in range(CASES)]
    module = module_of(sources, tmp_path / "generated_rules.py")
    exact = exact_functions(sources)
    rng = random.Random(5)
    compared = 0
    for i in range(CASES):
        function = getattr(module, f"f{i}")
        expression = formula_of(function)
        names = list(inspect.signature(function).parameters)
        cases = [tuple(rng.randint(-12, 12) for _ in names) for _ in range(8)]
        columns = {
            name: [case[k] / 4 for case in cases]
            for k, name in enumerate(names)
            if name in expression.names
        }
        found = np.broadcast_to(expression(**columns), len(cases))
        for case, value in zip(cases, found.tolist(), strict=True):
            expected = called(exact[f"f{i}"], case)
            if expected is None or abs(expected) > 10**6:
                continue
            compared += 1
            assert value == pytest.approx(float(expected), abs=1e-8), (
                inspect.getsource(function),
                expression.text,
                case,
            )
    assert compared > 4 * CASES


def test_functions_of_formulas_give_in_python_what_formulas_give() -> None:
    for value in (0.5, 1.5, 2.5, -0.5, 1.005, 2.675, 0.57 * 100):
        for decimals in (0, 2):
            text = f"round(x, {decimals})"
            assert sauro.Expression(text)(x=[value])[0] == formulas.round(value, decimals)
    assert formulas.is_missing(NAN) and formulas.is_missing(None) and not formulas.is_missing(0)
