"""Indicators as what a framework is scored on."""

from __future__ import annotations

import pytest
import sauro
from conftest import refused
from test_monitor import indicator

SHARE = sauro.Indicator(id="2", name="Tỷ lệ đúng hạn", unit="%", measure="ratio")
FRAMEWORK = """{"schema": "sauro/framework/1", "id": "x", "total": {"max": 60},
"variables": [{"name": "thu", "title": "Thu", "kind": "count"}],
"criteria": [{"code": "1", "title": "Thu", "max": 60, "rule": {"type": "value", "of": "thu"}}]}"""
PLACES = ["An Lộc", "Tân Hòa"]


def seen() -> sauro.Monitor:
    log = sauro.IndicatorLog(
        ["1", "1", "1", "2"],
        ["T1/2026", "T2/2026", "T2/2026", "T2/2026"],
        [10, 20, 5, 98.5],
        ["An Lộc", "An Lộc", "Tân Hòa", "An Lộc"],
    )
    return sauro.monitor([indicator(), SHARE], log, "2026-02-28")


def test_a_row_is_a_place_and_what_is_missing_stays_so() -> None:
    table = seen().inputs({"1": "thu", "2": "dung_han"})
    assert table["đơn vị"].tolist() == PLACES
    assert table["thu"].tolist() == [30, pytest.approx(float("nan"), nan_ok=True)]  # January
    assert table["dung_han"].tolist() == [98.5, pytest.approx(float("nan"), nan_ok=True)]


def test_units_are_converted_and_shares_are_up_to_1() -> None:
    table = seen().inputs({"1": ("thu", "triệu đồng"), "2": ("dung_han", "share")})
    assert (table["thu"].tolist()[0], table["dung_han"].tolist()[0]) == (30000, 0.985)
    with refused(sauro.Error, "measure different things"):
        seen().inputs({"1": ("thu", "share")})


def test_names_of_nothing_and_names_given_twice_are_refused() -> None:
    with refused(sauro.ValidationError, 'no indicator has the id "9"'):
        seen().inputs({"9": "thu"})
    with refused(sauro.ValidationError, '"thu" is that of 1 already'):
        seen().inputs({"1": "thu", "2": "thu"})


def test_a_framework_is_scored_on_it() -> None:
    framework = sauro.Framework.from_json(FRAMEWORK)
    card = sauro.score(framework, seen().inputs({"1": "thu"}), on_problem="keep")
    assert list(card.units) == PLACES
    assert card.low()[0] == 30
