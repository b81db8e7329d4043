"""Values that were taken for others: numbers as labels, thousands, truth, negatives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
import sauro
from conftest import refused


def one_rule(
    rule: dict[str, Any], *variables: dict[str, Any], least: float = 0, most: float = 10
) -> sauro.Framework:
    return sauro.Framework.from_json(
        {
            "schema": "sauro/framework/1",
            "id": "thu",
            "total": {"max": most},
            "variables": list(variables),
            "criteria": [{"code": "1", "min": least, "max": most, "rule": rule}],
        }
    )


def number(name: str, kind: str = "number", **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": kind, **more}


LEVELS = one_rule(
    {"type": "table", "of": "muc", "rows": [
        {"when": '"1"', "points": 1}, {"when": '"2"', "points": 2}, {"when": '"3"', "points": 3}]},
    number("muc", "choice", values=["1", "2", "3"]),
)  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [
        ["1", "2", "3"],
        [1, 2, 3],
        [1.0, 2.0, 3.0],
        np.array([1, 2, 3]),
        pd.Series([1, 2, 3]),
    ],
)
def test_a_number_means_the_label_that_it_is(given: Any) -> None:
    assert sauro.score(LEVELS, {"muc": given}).total.tolist() == [1, 2, 3]
    rows = [{"unit": f"X{i}", "muc": value} for i, value in enumerate(list(given))]
    assert sauro.score(LEVELS, rows).total.tolist() == [1, 2, 3]


def test_a_workbook_whose_drop_down_holds_numbers_is_read_as_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "nhap.xlsx"
    LEVELS.write_template(path, ["A", "B"])
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.cell(2, 3, 1)  # spreadsheets make numbers of them
    page.cell(3, 3, 3)
    book.save(path)
    assert sauro.score(LEVELS, path).total.tolist() == [1, 3]


@pytest.mark.parametrize("wrong", [0, 4, 1.5])
def test_a_number_that_is_no_label_is_refused(wrong: float) -> None:
    with refused(sauro.ValidationError, match="is none of 1, 2, 3"):
        sauro.score(LEVELS, {"muc": [wrong]})
    with refused(sauro.ValidationError, match="is none of 1, 2, 3"):
        sauro.score(LEVELS, [{"unit": "A", "muc": wrong}])


@pytest.mark.parametrize("text", ["1,000", "12,345", "999,999"])
def test_thousands_in_english_are_no_counts(text: str) -> None:
    counted = one_rule({"type": "formula", "points": "x"}, number("x", "count"), most=1e6)
    with refused(sauro.ValidationError, match="could be"):
        sauro.score(counted, {"x": [text]})
    with refused(sauro.ValidationError, match="could be"):
        sauro.score(counted, [{"unit": "A", "x": text}])


@pytest.mark.parametrize(("text", "value"), [("3,0", 3), ("1234,0", 1234), ("1.234.567", 1234567)])
def test_other_counts_are_read(text: str, value: float) -> None:
    counted = one_rule({"type": "formula", "points": "x"}, number("x", "count"), most=1e7)
    assert sauro.score(counted, {"x": [text]}).total.tolist() == [value]


@pytest.mark.parametrize("kind", ["number", "count", "percent", "date"])
@pytest.mark.parametrize(
    "given", [[True, False], True, np.array([True, False]), [3, True], [False, 2.5]]
)
def test_truth_is_no_number_and_no_day(kind: str, given: Any) -> None:
    framework = one_rule({"type": "formula", "points": "1 if x > 0 else 0"}, number("x", kind))
    units = ["A", "B"]
    wanted = "no day" if kind == "date" else "true and false"
    with refused(sauro.ValidationError, match=wanted):
        sauro.score(framework, {"x": given}, units=units)


@pytest.mark.parametrize("of", [-1, 0, 1, 5])
@pytest.mark.parametrize("to", [-5, 0, 5])
@pytest.mark.parametrize("more", [{}, {"from": 0.5}, {"full_at": 0.9}, {"may_exceed": True}])
@pytest.mark.parametrize("at_zero", ["refuse", "full", "zero", "not_applicable"])
def test_a_share_of_negatives_is_none(
    of: float, to: float, more: dict[str, Any], at_zero: str
) -> None:
    rule = {"type": "ratio", "of": "a", "to": "b", "at_zero": at_zero, **more}
    framework = one_rule(rule, number("a"), number("b"))
    card = sauro.score(framework, {"a": [of], "b": [to]}, on_problem="keep")
    wrong = min(of, to) < 0
    assert bool(card.findings) >= wrong
    if wrong:
        assert np.isnan(card.points("1")[0])


def test_a_target_below_zero_is_none() -> None:
    rule = {"type": "slopes", "of": "x", "target": "t", "share_at_target": 0.5, "best": "best(x)"}
    framework = one_rule(rule, number("x"), number("t"))
    with refused(sauro.ValidationError, match="negative"):
        sauro.score(framework, {"x": [30, -40], "t": [-10, -10]})
    assert sauro.score(framework, {"x": [30, 60], "t": [50, 50]}).total.tolist() == [3, 10]


def test_two_names_of_one_period_are_refused_wherever_they_are_given() -> None:
    framework = one_rule({"type": "formula", "points": "x"}, number("x"))
    for names in (["2024", "Năm 2024"], ["Quý I/2025", "Q1/2025"], ["2023", "2024", "năm 2023"]):
        values = [[1.0]] * len(names)
        with refused(sauro.ValidationError, match="one period"):
            sauro.score(framework, {"x": values}, units=["A"], periods=names)


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u200b ", "\u00a0"])
def test_invisible_signs_make_no_other_unit(hidden: str) -> None:
    framework = one_rule({"type": "formula", "points": "x"}, number("x"))
    for name in (f"A{hidden}", f"{hidden}A"):
        with refused(sauro.ValidationError, match="twice"):
            sauro.score(framework, {"x": [1, 2]}, units=["A", name])
    with refused(sauro.ValidationError, match="no name"):
        sauro.score(framework, {"x": [1, 2]}, units=["A", hidden])


@pytest.mark.parametrize("most", [0, 3])
def test_a_penalty_that_takes_nothing_is_a_problem(most: float) -> None:
    framework = one_rule({"type": "formula", "points": "10"}, number("x", "count")).to_json()
    data = json.loads(framework)
    penalty = {"type": "count", "terms": [{"of": "x", "each": -2}]}
    data["criteria"].append(
        {"code": "2", "outside": True, "min": most, "max": most, "rule": penalty}
    )
    told = sauro.Framework.from_json(data).validate()
    assert [(one.kind, one.where) for one in told] == [("maximum", "2")]
    data["criteria"][-1]["min"] = most - 6
    made = sauro.Framework.from_json(data)
    assert made.validate() == []
    assert sauro.score(made, {"x": [0, 2, 9]}).total[0] >= 10
