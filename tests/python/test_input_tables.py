"""Tables of units as offices and analysts have them: right, or refused by the column's place."""

from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pytest
import sauro

PGI = sauro.Framework.load("pgi-2023")
VARIABLES = [one.name for one in PGI.variables]
TITLES = [one.title for one in PGI.variables]
CODES = PGI.leaves
ROWS = [("Huế", 7.1, 6.0, 5.0, 7.0), ("Đà Nẵng", 6.5, 5.5, 6.0, 6.0)]
TOTALS = [25.1, 24.0]


def frame(headers: list[str], unit: str = "unit") -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=[unit, *headers])


def score(data: Any, **options: Any) -> list[float]:
    made = sauro.score(PGI, data, **options)
    assert made.units == ["Huế", "Đà Nẵng"]
    return made.total.tolist()


@pytest.mark.parametrize(
    "headers",
    [
        VARIABLES,
        CODES,
        TITLES,
        [name.upper() for name in VARIABLES],
        [name.replace("_", " ") for name in VARIABLES],
        [f"{code}. {title}" for code, title in zip(CODES, TITLES, strict=True)],
        [f"{code} {title.upper()}" for code, title in zip(CODES, TITLES, strict=True)],
        [VARIABLES[0], CODES[1], TITLES[2], VARIABLES[3].title()],
    ],
)
def test_a_variable_is_meant_by_its_name_title_or_code(headers: list[str]) -> None:
    assert score(frame(headers)) == TOTALS
    columns = dict(zip(headers, zip(*[row[1:] for row in ROWS], strict=True), strict=True))
    given = {name: list(values) for name, values in columns.items()}
    assert score(given, units=["Huế", "Đà Nẵng"]) == TOTALS


UNIT_HEADERS = ["Unit", "ĐƠN VỊ", "Tỉnh, thành phố", "tỉnh/thành phố", "Địa phương", "Province"]


@pytest.mark.parametrize("header", UNIT_HEADERS)
def test_the_column_of_units_has_usual_names(header: str) -> None:
    assert score(frame(VARIABLES, header)) == TOTALS
    assert score(pl.DataFrame(frame(VARIABLES, header).to_dict("list"))) == TOTALS
    assert score(frame(VARIABLES, header).set_index(header)) == TOTALS


def test_an_index_of_texts_names_the_units() -> None:
    data = frame(VARIABLES).set_index("unit").rename_axis(None)
    assert score(data) == TOTALS
    with pytest.raises(sauro.ValidationError, match="không có cột unit"):
        sauro.score(PGI, data.reset_index(drop=True))


@pytest.mark.parametrize("title", ["CHỈ SỐ XANH", "Biểu 1, 2 và 3, năm 2023; điểm"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_titles_numbers_notes_and_totals_are_no_values(
    tmp_path: Path, separator: str, title: str
) -> None:
    lines = [
        ["TT", "Địa phương", *TITLES, "Ghi chú"],
        *([str(i), *map(str, row), "x"] for i, row in enumerate(ROWS, 1)),
        ["", "Trung bình", "6.8", "5.75", "5.5", "6.5"],
        ["Tổng cộng", "", "13.6", "11.5", "11", "13"],
        ["3"],
    ]
    quoted = [[f'"{cell}"' for cell in line] for line in lines]
    rows = [title, "", *(separator.join(line) for line in quoted)]
    (tmp_path / "a.csv").write_text("\n".join(rows))
    assert score(tmp_path / "a.csv") == TOTALS


def test_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Biểu 1. Chỉ số xanh"])
    page.merge_cells("A1:F1")
    page.append(["STT", "Tên tỉnh", *TITLES])
    for i, row in enumerate(ROWS, 1):
        page.append([i, *row])
    page.append([None, "TỔNG CỘNG", 13.6, 11.5, 11, 13])
    book.save(tmp_path / "a.xlsx")
    assert score(tmp_path / "a.xlsx") == TOTALS
    assert score(str(tmp_path / "a.xlsx")) == TOTALS


BESIDE = [
    ["", "Tổng cộng (2 tỉnh)", 9, 9, 9, 9],
    ["", "Bình quân chung", 9, 9, 9, 9],
    ["", "Điểm tối đa", 9, 9, 9, 9],
    ["", "TB", 9, 9, 9, 9],
    ["", "Trung bình", 9, 9, 9, 9],
    ["II", "Khối tỉnh", "", "", "", ""],
    ["", "Ghi chú: số liệu đến 30/6", "", "", "", ""],
    ["STT", "Tỉnh", *VARIABLES],
    ["", "", "", "", "", ""],
]


@pytest.mark.parametrize("row", BESIDE)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_rows_that_are_no_units_are_left_out(row: list[Any], place: int) -> None:
    rows: list[list[Any]] = [[i, *values] for i, values in enumerate(ROWS, 1)]
    rows.insert(place, row)
    assert score(pd.DataFrame(rows, columns=["STT", "Tỉnh", *VARIABLES])) == TOTALS


@pytest.mark.parametrize(
    "row", [[1, 2, 3, 4, 5, 6], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["A", "B", 1, 2, 3, 4]]
)
def test_numbers_of_columns_are_no_unit(row: list[Any]) -> None:
    rows: list[list[Any]] = [row, *([i, *values] for i, values in enumerate(ROWS, 1))]
    assert score(pd.DataFrame(rows, columns=["STT", "Tỉnh", *VARIABLES])) == TOTALS
    below = pd.DataFrame([row[:5], *ROWS], columns=["Tỉnh", *VARIABLES])
    assert score(below) == TOTALS


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["", "Khối tỉnh", 1, 2, 3, 4], "number"),
        (["", "Tỉnh", *reversed(VARIABLES)], "header"),
    ],
)
def test_rows_that_may_be_units_are_asked_about(row: list[Any], told: str) -> None:
    rows: list[list[Any]] = [[i, *values] for i, values in enumerate(ROWS, 1)]
    data = pd.DataFrame([*rows, row], columns=["STT", "Tỉnh", *VARIABLES])
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(PGI, data)
    assert told in str(caught.value.problems[0].message_en)


@pytest.mark.parametrize("name", ["Trung Bình", "Cộng", "TB", "tổng"])
def test_a_unit_that_may_be_a_total_is_asked_about_without_numbers(name: str) -> None:
    data = pd.DataFrame([*ROWS, (name, 1, 1, 1, 1)], columns=["Tỉnh", *VARIABLES])
    with pytest.raises(sauro.ValidationError, match=name):
        sauro.score(PGI, data)
    named = sauro.score(PGI, data, units=["Huế", "Đà Nẵng", name])
    assert named.total.tolist() == [*TOTALS, 4]
    numbered = sauro.score(PGI, data.assign(STT=[1, 2, 3]))
    assert numbered.total.tolist() == [*TOTALS, 4]


def test_short_words_need_their_marks() -> None:
    for header in ("Nam", "Bơ", "Ky"):
        with pytest.raises(sauro.ValidationError, match=header):
            sauro.score(PGI, frame(VARIABLES).assign(**{header: ["1", "2"]}))
    assert score(frame(VARIABLES, "don vi")) == TOTALS
    unlike = [TITLES[0].replace("Giảm", "Giám"), *VARIABLES[1:]]
    with pytest.raises(sauro.ValidationError, match="Giám"):
        sauro.score(PGI, frame(unlike))


def test_a_form_above_the_header_is_a_title(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Cơ quan", "Sở Nội vụ", "Năm", 2024],
        ["TT", "Tỉnh", *CODES],
        *([i, *values] for i, values in enumerate(ROWS, 1)),
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert score(tmp_path / "a.xlsx") == TOTALS


def test_names_of_columns_may_be_numbers() -> None:
    data = frame(VARIABLES).rename(columns={VARIABLES[0]: 7, "unit": 5}).assign(**{"x": 1})
    assert score(data, unit=5, rename={7: "1"}, ignore=["x"]) == TOTALS
    indexed = frame(VARIABLES)
    indexed.index = ["a", "b"]
    assert score(indexed) == TOTALS


def test_a_total_that_the_caller_names_is_a_unit() -> None:
    data = frame(VARIABLES)
    data.loc[2] = ["Cả nước", 1.0, 1.0, 1.0, 1.0]
    assert score(data) == TOTALS
    three = sauro.score(PGI, data, units=["Huế", "Đà Nẵng", "Cả nước"])
    assert three.total.tolist() == [*TOTALS, 4.0]


def test_years_in_a_column_are_periods_in_time() -> None:
    rows = [(unit, year, *values) for unit, *values in ROWS for year in (2024, 2023)]
    data = pd.DataFrame(rows, columns=["Tỉnh", "Năm", *VARIABLES])
    made = sauro.score(PGI, data)
    assert made.periods == ["2023", "2024"]
    np.testing.assert_array_equal(made.total, [TOTALS, TOTALS])


def test_the_caller_may_say_what_columns_are() -> None:
    data = frame(["first", *VARIABLES[1:]], "Province of VN").assign(Rank=[1, 2])
    options = {"unit": "Province of VN", "rename": {"first": "1"}, "ignore": ["Rank"]}
    assert score(data, **options) == TOTALS
    assert score(data.rename(columns={"Rank": "rank "}), **options | {"ignore": "rank "}) == TOTALS
    decomposed = data.rename(columns={"first": "thu\u031b\u0301 nha\u0302\u0301t"})
    assert score(decomposed, **options | {"rename": {"thứ nhất": VARIABLES[0]}}) == TOTALS


def test_a_name_that_means_a_variable_comes_before_usual_headers() -> None:
    content = {
        "schema": "sauro/framework/1",
        "id": "years",
        "title": {"vi": "Năm"},
        "source": "made up",
        "total": {"title": {"vi": "Tổng"}, "max": 10},
        "variables": [{"name": "year", "kind": "number"}],
        "criteria": [
            {"code": "1", "title": {"vi": "A"}, "max": 10, "rule": {"type": "value", "of": "year"}}
        ],
    }
    made = sauro.score(
        sauro.Framework.from_json(content), pd.DataFrame({"unit": ["A"], "year": [7]})
    )
    assert made.total.tolist() == [7]


@pytest.mark.parametrize(
    ("change", "options", "where", "what"),
    [
        (lambda d: d.assign(Rank=[1, 2]), {}, "Rank", "ignore"),
        (lambda d: d.assign(**{"Tổng điểm": [1, 2]}), {}, "Tổng điểm", "ignore"),
        (lambda d: d.assign(tỉnh=["x", "y"]), {}, "tỉnh", "means the same as the column"),
        (lambda d: d.assign(**{"1": [1, 2]}), {}, "1", "leave one of them out"),
        (lambda d: d, {"unit": "Province"}, "Province", "no such column"),
        (lambda d: d, {"rename": {"Rank": "1"}}, "Rank", "no such column"),
        (lambda d: d, {"ignore": ["Rank"]}, "Rank", "no such column"),
        (lambda d: d, {"rename": {VARIABLES[0]: "9"}}, VARIABLES[0], "no variable or criterion"),
    ],
)
def test_what_can_not_be_read_is_refused_by_its_column(
    change: Any, options: dict[str, Any], where: str, what: str
) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(PGI, change(frame(VARIABLES)), **options)
    problems = [one for one in caught.value.problems if where in one.where]
    assert any(what in one.message_en for one in problems), caught.value.problems


def test_a_name_that_may_be_two_variables_is_refused_with_both() -> None:
    content = {
        "schema": "sauro/framework/1",
        "id": "twins",
        "title": {"vi": "Hai"},
        "source": "made up",
        "total": {"title": {"vi": "Tổng"}, "max": 2},
        "variables": [
            {"name": "a", "title": {"vi": "Tỷ lệ"}, "kind": "number"},
            {"name": "b", "title": {"vi": "Tỷ lệ"}, "kind": "number"},
        ],
        "criteria": [
            {"code": c, "title": {"vi": c}, "max": 1, "rule": {"type": "value", "of": c}}
            for c in ("a", "b")
        ],
    }
    twins = sauro.Framework.from_json(content)
    with pytest.raises(sauro.ValidationError, match="a, b"):
        sauro.score(twins, pd.DataFrame({"unit": ["x"], "Tỷ lệ": [1]}))
    with pytest.raises(sauro.ValidationError, match="a, b"):
        sauro.score(twins, {"tỷ lệ": [1]})


def test_columns_are_for_tables_only() -> None:
    for option in ({"unit": "x"}, {"rename": {"x": "y"}}, {"ignore": ["x"]}):
        with pytest.raises(TypeError, match=next(iter(option))):
            sauro.score(PGI, {"1": [1], "2": [1], "3": [1], "4": [1]}, **option)


def test_beside_variable_and_value_nothing_else_is_read_in_silence() -> None:
    rows = [
        {"Đơn vị": u, "Biến": v, "Giá trị": x}
        for u, *values in ROWS
        for v, x in zip(TITLES, values, strict=True)
    ]
    assert score(rows) == TOTALS
    with pytest.raises(sauro.ValidationError, match="weight"):
        sauro.score(PGI, [row | {"weight": 2} for row in rows])
    assert score([row | {"weight": 2} for row in rows], ignore=["weight"]) == TOTALS


@pytest.mark.parametrize(
    ("one", "other"),
    [("2024", "Năm 2024"), ("Quý I/2025", "quý 1 năm 2025"), ("T3/2026", "2026-03")],
)
def test_one_period_under_two_names_is_refused(one: str, other: str) -> None:
    data = frame(VARIABLES).assign(period=[one, other])
    with pytest.raises(sauro.ValidationError, match="period") as caught:
        sauro.score(PGI, data)
    assert one in caught.value.problems[0].message and other in caught.value.problems[0].message


def test_true_is_no_number() -> None:
    data = frame(VARIABLES)
    data[VARIABLES[0]] = [True, False]
    with pytest.raises(sauro.ValidationError, match=VARIABLES[0]):
        sauro.score(PGI, data)


def test_values_that_look_like_codes_are_no_header(tmp_path: Path) -> None:
    lines = ["Tỉnh;Điểm A;2;3;4;x;y;z", "Huế;1;2;3;4;1;2;3", "Đà Nẵng;4;3;2;1;1;2;3"]
    (tmp_path / "a.csv").write_text("\n".join(lines))
    options: dict[str, Any] = {"rename": {"Điểm A": "1"}, "ignore": ["x", "y", "z"]}
    assert sauro.score(PGI, tmp_path / "a.csv", **options).total.tolist() == [10, 10]
    (tmp_path / "b.csv").write_text("\n".join(["Biểu 3", *lines]))
    assert sauro.score(PGI, tmp_path / "b.csv", **options).total.tolist() == [10, 10]
    with pytest.raises(sauro.ValidationError, match="Điểm A"):
        sauro.score(PGI, tmp_path / "a.csv")
