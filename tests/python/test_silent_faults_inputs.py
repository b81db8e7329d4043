"""Values, units and periods that can't be right: refused, or one by a rule that is told."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sauro
from sauro import surveys
from scored import NAN, framework, points, problems, refusal

VALUE = {"type": "value", "of": "x"}


def kind(name: str, **more: Any) -> dict[str, Any]:
    return {"name": "x", "kind": name} | more


# --- values


@pytest.mark.parametrize(
    ("variable", "values", "message"),
    [
        (kind("yes_no"), [0, 0.5], "0.5 is no whole number"),
        (kind("yes_no"), [1, 2], "2 is outside of [0, 1]"),
        (kind("yes_no"), [1, -1], "-1 is outside of [0, 1]"),
        (kind("count"), [3, 1.5], "1.5 is no whole number"),
        (kind("count"), [3, -1], "-1 is outside of [0, inf]"),
        (kind("choice", values=["a", "b"]), [0, 1.5], "1.5 is outside of [0, 1]"),
        (kind("choice", values=["a", "b", "c"]), [0, 0.5], "0.5 is no whole number"),
        (kind("percent"), [30, 101], "101 is outside of [0, 100]"),
    ],
)
def test_values_that_their_kind_does_not_have_are_refused(
    variable: dict[str, Any], values: list[float], message: str
) -> None:
    made = framework({"type": "formula", "points": "min(x, 4)"}, [variable])
    assert f"variable x, unit 2: {message}" in refusal(lambda: points(made, x=values))
    card = sauro.score(made, {"x": values}, on_problem="keep")
    assert [one.unit for one in card.findings] == ["2"] and np.isnan(card.points("1")[1])


@pytest.mark.parametrize("values", [[0, 1], [True, False], ["có", "không"], ["x", ""], [1.0, NAN]])
def test_yes_and_no_are_taken_as_people_write_them(values: list[Any]) -> None:
    made = framework({"type": "checklist", "items": [{"of": "x", "points": 4}]}, [kind("yes_no")])
    assert len(points(made, x=values)) == 2


SHARE = {"type": "linear", "of": "x", "knots": [[0, 0], [100, 4]]}


@pytest.mark.parametrize("values", [[0.95, 0.5], [0.95, NAN], [1, 0.999], [0, 0.004]])
def test_percents_of_a_spreadsheet_are_refused_with_the_remedy(values: list[float]) -> None:
    text = refusal(lambda: points(framework(SHARE, [kind("percent")]), x=values))
    assert "spreadsheets hold 95 % as 0.95: multiply by 100" in text
    lifted = framework(SHARE, [kind("percent", high=None)])
    assert "multiply by 100" in refusal(lambda: points(lifted, x=values))


def test_small_percents_are_taken_where_something_says_that_they_are() -> None:
    assert points(framework(SHARE, [kind("percent")]), x=[0.5, 50]) == [0.02, 2]
    assert points(framework(SHARE, [kind("percent")]), x=[0, 1]) == [0, 0.04]
    assert points(framework(SHARE, [kind("percent", high=20)]), x=[0.5]) == [0.02]
    late = framework(SHARE, [kind("percent", direction="lower")])
    assert points(late, x=[0.5]) == [0.02]
    of_one = framework(SHARE, [kind("percent", high=1)])
    assert "shares from 0 to 1, divide by 100" in refusal(lambda: points(of_one, x=[95]))


def test_what_reckoning_leaves_is_no_share() -> None:
    made = framework(SHARE, [kind("percent")])
    assert points(made, x=[1e-14, 1]) == [0, 0.04]


DAYS = {
    "type": "table",
    "of": ["x"],
    "rows": [
        {"when": ["<= 2026-03-31"], "points": 4},
        {"when": ["> 2026-03-31"], "points": 0},
    ],
}


@pytest.mark.parametrize("day", ["31/12/1926", "31/12/2126", dt.date(1926, 3, 1), "1/1/2062"])
def test_days_decades_away_from_the_framework_are_refused(day: Any) -> None:
    made = framework(DAYS, [kind("date")])
    text = refusal(lambda: points(made, x=[dt.date(2026, 3, 1), day]))
    assert "is far from the framework's years (1996-" in text and "unit 2" in text
    assert points(made, x=["31/3/2026", "1/4/2026"]) == [4, 0]


@pytest.mark.parametrize("numbers", [[46112], [46112.0, NAN], np.array([46023])])
def test_numbers_of_spreadsheets_are_no_days(numbers: Any) -> None:
    made = framework(DAYS, [kind("date")])
    text = refusal(lambda: points(made, x=numbers))
    assert "if it is a spreadsheet's number, give it as a day" in text
    assert "2096-0" in text and np.isnan(points(made, x=[NAN, None])).all()
    assert points(made, x=[20543]) == [4]  # 2026-03-31, in days since 1970
    assert "is no whole number" in refusal(lambda: points(made, x=[20543.5]))


def test_years_come_from_the_set_or_from_our_time() -> None:
    rule = {"type": "formula", "points": "4 if x > 0 else 0"}
    old = framework(rule, [kind("date")], head={"valid_from": "1990-01-01"})
    assert points(old, x=[dt.date(1980, 1, 1)]) == [4]
    text = refusal(lambda: points(old, x=[dt.date(2026, 1, 1)]))
    assert "1959-12-31 to 2020-01-01" in text or "far from" in text
    plain = framework(rule, [kind("date")])
    assert points(plain, x=[dt.date(2026, 1, 1)]) == [4]
    assert "far from" in refusal(lambda: points(plain, x=[dt.date(2096, 3, 1)]))


def test_a_mapping_names_a_variable_once() -> None:
    made = framework(VALUE, ["x"])
    for values in ({"x": [1], "1": [2]}, {"1": {"self": [1]}, "x": {"survey": [2]}}):
        text = refusal(lambda given=values: sauro.score(made, given), 243)
        assert "the variable 'x' is given twice" in text


@pytest.mark.parametrize(
    "name",
    [
        "True",
        "None",
        "False",
        "if",
        "previous",
        "min",
        "a b",
        "1x",
        "x ",
        "x.y",
        "previous(x)",
        "a+b",
    ],
)
def test_names_that_formulas_read_otherwise_are_refused(name: str) -> None:
    message = f'"{name}" can\'t name a variable: formulas read it otherwise'
    assert problems(framework(VALUE, ["x", name])) == [("name", message)]


@pytest.mark.parametrize("name", ["unit", "period", "stage", "evidence", "variable", "value"])
def test_names_of_columns_of_tables_are_refused(name: str) -> None:
    message = f'"{name}" can\'t name a variable: it is a column of its own in tables of inputs'
    assert problems(framework(VALUE, ["x", name])) == [("name", message)]
    assert not problems(framework(VALUE, ["x", name + "_1", "_1", "ty_lệ"]))


def test_all_problems_of_an_input_are_told_at_once() -> None:
    made = framework(VALUE, ["x", "y", kind("date") | {"name": "z"}])
    values = {"x": ["một", 2], "y": ["hai", "ba"], "z": ["một", "hai"], "w": [1, 1]}
    text = refusal(lambda: sauro.score(made, values), 243)
    for place in ("x, unit 1", "y, unit 1", "y, unit 2", "z, unit 1", "z, unit 2", '"w"'):
        assert place in text


def test_findings_of_one_kind_are_told_in_one_line() -> None:
    papi = sauro.Framework.load("papi-2021")
    units = [f"Tỉnh {i}" for i in range(63)]
    text = refusal(
        lambda: sauro.score(papi, {code: [45.0] * 63 for code in papi.leaves}, units=units)
    )
    lines = text.splitlines()
    assert len(lines) < 63 and "unit Tỉnh 0: 45" in lines[0]
    assert "and 62 more values alike" in lines[0]


# --- units


@pytest.mark.parametrize("gone", [None, NAN, pd.NaT, pd.NA, "", "  ", np.datetime64("NaT")])
def test_units_without_a_name_are_refused(gone: Any) -> None:
    made = framework(VALUE, ["x"])
    text = refusal(lambda: sauro.score(made, {"x": [1, 2]}, units=["A", gone]), 243)
    assert "unit 2 has no name" in text
    text = refusal(lambda: sauro.Inputs(made, ["A"], [gone, "2025"]), 243)
    assert "period 1 has no name" in text


@pytest.mark.parametrize("gone", [None, NAN, "", " "])
def test_rows_without_a_unit_or_period_are_refused(gone: Any) -> None:
    made = framework(VALUE, ["x"])
    for column in ("unit", "period"):
        rows = {"unit": ["A", "B"], "period": ["2024", "2024"], "x": [1, 2]}
        rows[column][1] = gone
        text = refusal(lambda given=rows: sauro.score(made, pd.DataFrame(given)), 243)
        assert "a unit, period or variable has no name" in text and "row" in text
    text = refusal(
        lambda: sauro.score(
            made, pd.DataFrame({"unit": ["A", "A"], "period": [2024, NAN], "x": [1, 2]})
        ),
        243,
    )
    assert "has no name" in text


def test_spellings_of_a_unit_are_one() -> None:
    made = framework(VALUE, ["x", "y"])
    decomposed = unicodedata.normalize("NFD", "Tân Hòa")
    spellings = ["Tân Hòa", decomposed, " Tân Hòa ", "Tân\u00a0Hòa", "Tân  Hòa", "Tân Hòa\n"]
    for one in spellings:
        card = sauro.score(made, {"x": [1]}, units=[one])
        assert card.units == ["Tân Hòa"] and card.explain("1", "Tân Hòa ").points == 1
        frame = pd.DataFrame({"unit": ["Tân Hòa", one], "period": ["2024", "2025"], "x": [1, 2]})
        assert sauro.score(made, frame).units == ["Tân Hòa"]
        series = pd.Series([2, 1], index=["An Lộc", one])
        assert points(made, x=series)[1] == 1
        text = refusal(lambda o=one: sauro.score(made, {"x": [1, 2]}, units=["Tân Hòa", o]), 243)
        assert "stands twice" in text
    assert sauro.score(made, {"x": [1, 2]}, units=["Tân Hòa", "Tân Hoà"]).units[1] == "Tân Hoà"


# --- periods

CHANGE = {"type": "comparison", "of": "x", "with": "previous(x)"}


def changed(periods: list[str], x: list[list[float]]) -> dict[str, list[float]]:
    made = framework(CHANGE | {"better": 4, "equal": 2, "worse": 1}, ["x"])
    card = sauro.score(made, {"x": x}, periods=periods, units=["A"])
    return dict(zip(card.periods, card.points("1")[:, 0].tolist(), strict=True))


def test_the_previous_period_is_the_one_before_in_time() -> None:
    assert changed(["2024", "2025"], [[1], [2]])["2025"] == 4
    assert changed(["2025", "2024"], [[2], [1]])["2025"] == 4
    assert np.isnan(changed(["2025", "2024"], [[2], [1]])["2024"])
    gap = changed(["2022", "2024", "2025"], [[5], [2], [3]])
    assert np.isnan(gap["2024"]) and gap["2025"] == 4
    quarters = changed(["Quý II/2025", "Quý I/2025", "Quý IV/2024"], [[3], [3], [9]])
    assert quarters["Quý I/2025"] == 1 and quarters["Quý II/2025"] == 2
    months = changed(["2025-01", "2024-12", "2024-10"], [[2], [1], [0]])
    assert months["2025-01"] == 4 and np.isnan(months["2024-12"])
    halves = changed(["6 tháng đầu năm 2025", "6 tháng cuối năm 2024"], [[2], [1]])
    assert halves["6 tháng đầu năm 2025"] == 4
    assert np.isnan(changed(["2024", "Quý I/2025"], [[1], [2]])["Quý I/2025"])
    assert changed(["kỳ trước", "kỳ này"], [[1], [2]])["kỳ này"] == 4  # no times: as given


def test_rows_of_a_table_stand_in_any_order() -> None:
    made = framework(CHANGE | {"better": 4, "equal": 2, "worse": 1}, ["x"])
    rows = [("A", 2025, 2), ("B", 2023, 1), ("A", 2024, 1), ("B", 2025, 3)]
    for order in (rows, rows[::-1], rows[2:] + rows[:2]):
        frame = pd.DataFrame(order, columns=["unit", "period", "x"])
        card = sauro.score(made, frame)
        assert card.periods == ["2023", "2024", "2025"]
        at = card.units.index("A")
        assert card.points("1")[2, at] == 4 and np.isnan(card.points("1")[2, 1 - at])


def test_the_last_period_is_the_latest() -> None:
    made = framework(VALUE, ["x"])
    card = sauro.score(made, {"x": [[3], [1]]}, periods=["2025", "2024"], units=["A"])
    assert card.explain("1", "A").period == "2025"
    assert card.ranking()["total"].tolist() == [3]


# --- groups of surveys


@pytest.mark.parametrize("gone", [None, NAN])
def test_answers_without_a_group_are_counted_and_told(gone: Any) -> None:
    rows = surveys.means([1, 0, 1, 1], by=["A", gone, "A", gone]).to_dicts()
    assert [(row["group"], row["answers"]) for row in rows] == [("A", 2), (None, 2)]
    answers = {"q": [5, 4, 1, 1]}
    table = surveys.sipas(answers, {"f": ["q"]}, by=["A", "A", gone, gone]).to_dicts()
    assert {(row["group"], row["respondents"]) for row in table} == {("A", 2), (None, 2)}


@pytest.mark.parametrize("name", ["strata", "clusters", "post_strata"])
def test_designs_without_a_place_are_refused(name: str) -> None:
    design = {name: ["a", None, "a", "a"]}
    text = refusal(lambda: surveys.means([1, 2, 3, 4], **design), 246)
    assert f"{name}, row 1: missing" in text
