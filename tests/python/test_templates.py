"""Workbooks of inputs to fill in: read back as they are, whatever variables have."""

from pathlib import Path

import numpy as np
import openpyxl
import pytest
import sauro

NAMES = sauro.Framework.available()
UNITS = ["Xã An", "Phường Bình"]


def of_variables(*variables: dict[str, object]) -> sauro.Framework:
    return sauro.Framework.from_json(
        {
            "schema": "sauro/framework/1",
            "id": "kinds",
            "title": {"vi": "Các loại"},
            "source": "made up",
            "total": {"title": {"vi": "Tổng"}, "max": len(variables)},
            "variables": list(variables),
            "criteria": [
                {
                    "code": str(i),
                    "title": {"vi": f"Tiêu chí {i}"},
                    "max": 1,
                    "rule": {"type": "formula", "points": f"min({one['name']}, 1)"},
                }
                for i, one in enumerate(variables, 1)
            ],
        }
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("periods", [[], ["2024", "2025"]])
def test_an_empty_template_is_read_back_as_missing_values(
    name: str, periods: list[str], tmp_path: Path
) -> None:
    framework = sauro.Framework.load(name)
    framework.write_template(tmp_path / "nhap.xlsx", UNITS, periods)
    empty = framework.template(UNITS, periods)
    for data in (tmp_path / "nhap.xlsx", empty):
        card = sauro.score(framework, data)
        assert (card.units, card.periods) == (UNITS, periods or [""])
        nothing = sauro.score(
            framework, {empty.columns[-1]: None}, units=UNITS, periods=periods or None
        )
        np.testing.assert_array_equal(card.low(), nothing.low())
        np.testing.assert_array_equal(card.high(), nothing.high())


@pytest.mark.parametrize("name", NAMES)
def test_each_column_of_a_template_is_its_own_variable(name: str, tmp_path: Path) -> None:
    framework = sauro.Framework.load(name)
    framework.write_template(tmp_path / "nhap.xlsx", UNITS)
    book = openpyxl.load_workbook(tmp_path / "nhap.xlsx")
    page, about = book.worksheets
    variables = framework.template().columns[1:]
    rows = list(about.iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == variables
    assert [cell.value for cell in page[1]][2:] == [row[0] for row in rows]
    for column, variable in enumerate(variables, 3):
        one = next(v for v in framework.variables if v.name == variable)
        high = one.values[-1] if one.values else {"yes_no": "có", "date": None}.get(one.kind, 0)
        page.cell(2, column, high)
    book.save(tmp_path / "day.xlsx")
    filled = sauro.Inputs.of(framework, tmp_path / "day.xlsx")
    given = sauro.Inputs(framework, UNITS)
    for one in framework.variables:
        if one.name in variables:
            value = one.values[-1] if one.values else 1 if one.kind == "yes_no" else 0
            given.set(one.name, [None if one.kind == "date" else value, None])
    card, other = (sauro.score(framework, x, on_problem="keep") for x in (filled, given))
    np.testing.assert_array_equal(card.low(), other.low())
    np.testing.assert_array_equal(card.high(), other.high())


def test_titles_that_mean_two_things_give_way_to_names(tmp_path: Path) -> None:
    framework = of_variables(
        {"name": "a", "title": {"vi": "Tỷ lệ"}, "kind": "percent", "low": 0, "high": 1},
        {"name": "b", "title": {"vi": "TỶ LỆ"}, "kind": "percent", "low": 0, "high": 1},
        {"name": "c", "kind": "number"},
        {"name": "d", "title": {"vi": "Năm"}, "kind": "count"},
        {"name": "e", "title": {"vi": "Ghi chú"}, "kind": "number"},
    )
    framework.write_template(tmp_path / "nhap.xlsx", ["A"])
    book = openpyxl.load_workbook(tmp_path / "nhap.xlsx")
    page = book.worksheets[0]
    headings = [cell.value for cell in page[1]]
    assert headings[:4] == ["STT", "Đơn vị", "1 Tiêu chí 1", "2 Tiêu chí 2"]
    for column in range(3, 8):
        page.cell(2, column, 1)
    book.save(tmp_path / "day.xlsx")
    assert sauro.score(framework, tmp_path / "day.xlsx").total.tolist() == [5]


def test_cells_offer_choices_and_check_bounds(tmp_path: Path) -> None:
    framework = of_variables(
        {"name": "muc", "kind": "choice", "values": ["thấp", "cao"]},
        {"name": "co", "kind": "yes_no"},
        {"name": "tuoi", "kind": "count", "high": 9},
        {"name": "diem", "kind": "number", "low": 1, "high": 5, "unit": "điểm"},
        {"name": "dai", "kind": "choice", "values": ["x" * 200, "y" * 200]},
        {"name": "phay", "kind": "choice", "values": ["một, hai", "ba"]},
    )
    framework.write_template(tmp_path / "nhap.xlsx", ["A"])
    page = openpyxl.load_workbook(tmp_path / "nhap.xlsx").worksheets[0]
    rules = {str(one.sqref)[0]: one for one in page.data_validations.dataValidation}
    assert rules["C"].formula1 == '"thấp,cao"'
    assert rules["D"].formula1 == '"có,không"'
    assert (rules["E"].type, rules["E"].formula1, rules["E"].formula2) == ("whole", "0", "9")
    assert (rules["F"].type, rules["F"].formula1, rules["F"].formula2) == ("decimal", "1", "5")
    assert "điểm" in rules["F"].prompt
    assert all(rules[column].formula1 is None for column in "GH")
    assert page.freeze_panes == "C2"


def test_a_template_holds_no_names_twice(tmp_path: Path) -> None:
    framework = sauro.Framework.load("pgi-2023")
    with pytest.raises(sauro.ValidationError):
        framework.template(["A", None])  # type: ignore[list-item]
    table = framework.template(["A", "B"], ["2024", "2025"])
    assert table["unit"].tolist() == ["A", "B", "A", "B"]
    assert table["period"].tolist() == ["2024", "2024", "2025", "2025"]
    with pytest.raises(sauro.ValidationError, match="A"):
        framework.write_template(tmp_path / "nhap.xlsx", ["A", "A"])
    with pytest.raises(TypeError, match="one text"):
        framework.template("Huế")


@pytest.mark.parametrize("title", ["Đơn vị", "KỲ", "stt"])
def test_titles_like_the_columns_beside_give_way(title: str, tmp_path: Path) -> None:
    framework = of_variables({"name": "a", "title": {"vi": title}, "kind": "number"})
    framework.write_template(tmp_path / "nhap.xlsx", ["A"], ["2025"])
    book = openpyxl.load_workbook(tmp_path / "nhap.xlsx")
    book.worksheets[0].cell(2, 4, 1)
    book.save(tmp_path / "day.xlsx")
    assert sauro.score(framework, tmp_path / "day.xlsx").total.tolist() == [1]


def test_units_named_like_totals_keep_their_rows(tmp_path: Path) -> None:
    framework = sauro.Framework.load("pgi-2023")
    units = ["Xã An", "Trung Bình", "Cộng", "Tổng cộng"]
    framework.write_template(tmp_path / "nhap.xlsx", units, ["2024", "2025"])
    assert sauro.score(framework, tmp_path / "nhap.xlsx").units == units
