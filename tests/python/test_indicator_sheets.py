"""Sheets of indicators, in the shapes that offices use."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import sauro
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.command._main import main

PLAN = [
    sauro.Indicator(
        id=f"1.I.{at}", number=str(at), name=name, unit=unit, measure=measure, direction="higher"
    )
    for at, (name, unit, measure) in enumerate(
        [("Thu ngân sách", "tỷ đồng", "flow"), ("Số hộ được cấp nước", "hộ", "level")], 1
    )
]
OFFICE = [
    "STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện tháng trước", "Ước thực hiện tháng",
    "Lũy kế", "% kế hoạch", "Cùng kỳ năm trước", "So cùng kỳ (%)",
]  # fmt: skip


def standings(log: sauro.IndicatorLog, as_of: str = "2026-12-31") -> list[tuple[Any, ...]]:
    found = sauro.monitor(PLAN, log, as_of)
    assert found.contradictions == []
    return [
        (one.place, one.last, one.value, one.cumulated, one.last_year) for one in found.standings
    ]


def test_the_sheet_of_an_office_is_read() -> None:
    sheet = pd.DataFrame(
        [
            ["I", "KINH TẾ", None, None, None, None, None, None, None, None],
            ["1", "Thu ngân sách", "tỷ đồng", 525, "45,5", 42, "412,5", "78,6", "388,4", "6,2"],
            ["2", "Số hộ được cấp nước", "hộ", 900, 810, 820, None, None, None, None],
        ],
        columns=OFFICE,
    )
    log = sauro.IndicatorLog.from_sheet(sheet, period="9 tháng năm 2026")
    assert log.contradictions == []
    assert [(one.indicator, str(one.last), one.basis, one.state, one.value) for one in log] == [
        ("Thu ngân sách", "2026-08-31", "period", "done", 45.5),
        ("Thu ngân sách", "2026-09-30", "period", "estimated", 42),
        ("Thu ngân sách", "2026-09-30", "year", "done", 412.5),
        ("Thu ngân sách", "2025-09-30", "year", "done", 388.4),
        ("Số hộ được cấp nước", "2026-08-31", "period", "done", 810),
        ("Số hộ được cấp nước", "2026-09-30", "period", "estimated", 820),
    ]
    assert {one.unit for one in log} == {"tỷ đồng", "hộ"}
    money = sauro.monitor(PLAN, log, "2026-09-30").standings[0]
    assert (money.cumulated, money.last_year) == (412.5, 388.4)
    assert money.change == pytest.approx(6.2, abs=0.05)


@pytest.mark.parametrize(("plan", "year", "clashes"), [
    ("78,6", "6,2", 0), ("78,6", "106,2", 0), ("79", "6", 0),
    ("87,6", "6,2", 1), ("78,6", "2,6", 1), ("80", "110", 2), ("…", "", 0),
])  # fmt: skip
def test_a_percent_is_held_against_its_figures(plan: str, year: str, clashes: int) -> None:
    row = [1, "Thu ngân sách", "tỷ đồng", "525", None, None, "412,5", plan, "388,4", year]
    sheet = pd.DataFrame([row], columns=OFFICE)
    log = sauro.IndicatorLog.from_sheet(sheet, period="T9/2026")
    assert len(log.contradictions) == clashes
    for one in log.contradictions:
        assert one.other in (78.5714, 106.2049)


def rows_of(values: dict[tuple[str, int], float]) -> list[tuple[str, int, float]]:
    return [(place, month, value) for (place, month), value in values.items()]


def long_shape(values: dict[tuple[str, int], float]) -> list[dict[str, Any]]:
    rows = [
        {"Chỉ tiêu": "Thu ngân sách", "Xã": place, "Kỳ": f"T{month}/2026", "Giá trị": value}
        for place, month, value in rows_of(values)
    ]
    random.Random(len(rows)).shuffle(rows)
    return rows


def row_shape(values: dict[tuple[str, int], float]) -> list[dict[str, Any]]:
    places = sorted({place for place, _ in values})
    return [
        {"STT": at, "Xã": place, "Chỉ tiêu": "Thu ngân sách"}
        | {f"Tháng {month}": values.get((place, month)) for month in range(12, 0, -1)}
        for at, place in enumerate(places, 1)
    ]


def cumulated_shape(values: dict[tuple[str, int], float]) -> list[dict[str, Any]]:
    places = sorted({place for place, _ in values})
    out = []
    for place in places:
        total = 0.0
        row: dict[str, Any] = {"Mã chỉ tiêu": "1.I.1", "Địa phương": place}
        for month in range(1, 13):
            total += values[place, month]
            row[f"Lũy kế {month} tháng"] = total
        out.append(row)
    return out


def place_shape(values: dict[tuple[str, int], float]) -> list[dict[str, Any]]:
    return [
        {"Xã": place, "Tháng": f"Tháng {month}/2026", "Thu ngân sách": value}
        for place, month, value in rows_of(values)
    ]


@given(st.binary(min_size=24, max_size=24).map(lambda b: [n * 3.75 for n in b]))
@settings(max_examples=40, deadline=None)
def test_long_row_and_matrix_shapes_say_the_same(amounts: list[float]) -> None:
    keys = [(place, month) for place in ("An Lộc", "Tân Hòa") for month in range(1, 13)]
    values = dict(zip(keys, amounts, strict=True))
    wanted = standings(sauro.IndicatorLog.from_sheet(long_shape(values)))
    for shape in (row_shape, cumulated_shape, place_shape):
        log = sauro.IndicatorLog.from_sheet(shape(values), year=2026)
        assert standings(log) == wanted, shape.__name__


def test_cells_are_read_as_offices_write_them() -> None:
    cells = ["1.234,5", "-", "…", "", "x", "12", "0,5", "85%", "1.234.567"]
    sheet = {"Chỉ tiêu": ["Thu ngân sách"] * 9, "Kỳ": [f"T{m}/2026" for m in range(1, 10)]}
    log = sauro.IndicatorLog.from_sheet(sheet | {"Giá trị": cells})
    assert [one.value for one in log] == [1234.5, 0, 12, 0.5, 85, 1234567]


def test_all_cells_that_cannot_be_read_are_named() -> None:
    sheet = {
        "Chỉ tiêu": ["Thu ngân sách", "Thu ngân sách", None, "Thu ngân sách"],
        "Kỳ": ["T1/2026", "hôm qua", "T2/2026", "T3/2026"],
        "Giá trị": ["nhiều", "5", "6", "85.600"],
    }
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.IndicatorLog.from_sheet(sheet)
    assert [p.where for p in wrong.value.problems] == [
        "row 1, column Giá trị", "row 2, column Kỳ", "row 3, column Giá trị",
        "row 4, column Giá trị",
    ]  # fmt: skip
    kept = sauro.IndicatorLog.from_sheet(sheet, on_problem="keep")
    assert (len(kept), len(kept.problems)) == (0, 4)


def test_a_sheet_whose_period_nothing_says_is_refused() -> None:
    sheet = pd.DataFrame([[1, "Thu ngân sách", "tỷ đồng"] + [5] * 7], columns=OFFICE)
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.IndicatorLog.from_sheet(sheet)
    assert [p.where for p in wrong.value.problems] == [
        f"column {name}" for name in OFFICE if name in (
            "Thực hiện tháng trước", "Ước thực hiện tháng", "Lũy kế", "Cùng kỳ năm trước"
        )
    ]  # fmt: skip
    with pytest.raises(sauro.ValidationError, match="không có cột cho chỉ tiêu"):
        sauro.IndicatorLog.from_sheet({"a": [1], "b": [2]})


def test_a_workbook_with_a_header_of_two_rows_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["BIỂU CHỈ TIÊU THÁNG 9 NĂM 2026"])
    sheet.append(["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện", None, "So sánh (%)"])
    sheet.append([None, None, None, None, "Tháng 9", "Lũy kế 9 tháng", "% kế hoạch"])
    sheet.append(["A", "B", "C", 1, 2, 3, "4=3/1"])
    sheet.append([1, "Thu ngân sách", "tỷ đồng", 525, 42, 412.5, 78.6])
    sheet.append([2, "Số hộ được cấp nước", "hộ", 900, 820, None, None])
    for merged in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"):
        sheet.merge_cells(merged)
    path = tmp_path / "chi-tieu.xlsx"
    book.save(path)
    log = sauro.IndicatorLog.read(path, year=2026)
    assert log.contradictions == []
    assert [(one.indicator, str(one.last), one.basis, one.value) for one in log] == [
        ("Thu ngân sách", "2026-09-30", "period", 42),
        ("Thu ngân sách", "2026-09-30", "year", 412.5),
        ("Số hộ được cấp nước", "2026-09-30", "period", 820),
    ]


def test_a_csv_file_says_what_its_rows_say(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(
        "Mã chỉ tiêu;Kỳ;Giá trị;Ngày báo cáo;Nguồn\n1.I.1;Quý I/2026;120,5;05/04/2026;BC 12\n",
        encoding="utf-8",
    )
    [one] = sauro.IndicatorLog.read(path)
    assert (one.indicator, one.value, str(one.last), str(one.known_on), one.source) == (
        "1.I.1", 120.5, "2026-03-31", "2026-04-05", "BC 12",
    )  # fmt: skip


def test_names_that_a_sheet_has_twice_are_told_apart_by_their_numbers() -> None:
    sheet = [
        {"STT": "1", "Chỉ tiêu": "Tổng số", "T1/2026": 1},
        {"STT": "2", "Chỉ tiêu": "Tổng số", "T1/2026": 2},
    ]
    assert [one.indicator for one in sauro.IndicatorLog.from_sheet(sheet)] == [
        "1. Tổng số", "2. Tổng số",
    ]  # fmt: skip


def test_the_command_prints_a_table_or_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, values, out = tmp_path / "ke-hoach.txt", tmp_path / "so.csv", tmp_path / "ra.csv"
    plan.write_text(
        "STT\tChỉ tiêu\tĐơn vị tính\tNăm 2026\n1\tThu ngân sách\ttỷ đồng\t≥ 525\n"
        "2\tTỷ lệ hộ nghèo\t%\t≤ 3",
        encoding="utf-8",
    )
    values.write_text(
        "Chỉ tiêu;Lũy kế;% kế hoạch;Kế hoạch năm;Cùng kỳ năm trước\n"
        "Thu ngân sách;412,5;87,6;525;388,4\nTỷ lệ hộ nghèo;3,4;;;\n",
        encoding="utf-8",
    )
    given = ["indicators", str(plan), str(values), "--period", "9 tháng năm 2026"]
    given += ["--as-of", "2026-09-30"]
    assert main(given) == 0
    table = capsys.readouterr().out
    for words in ("đúng tiến độ", "vượt ngưỡng", "412,5", "78,6", "87,6 và 78,6", "cộng dồn được"):
        assert words in table
    assert main([*given, "--sentences"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Thu ngân sách 9 tháng năm 2026 đạt 412,5 tỷ đồng, bằng 78,6 % mục tiêu 2026, "
        "tăng 6,2 % so với cùng kỳ năm trước.",
        "Tỷ lệ hộ nghèo đến 30/09/2026 đạt 3,4 %, mục tiêu 2026: ≤ 3.",
    ]
    assert main([*given, "--output", str(out)]) == 0
    assert "on_way" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "first", "last"), [
    ("Q3/2026", date(2026, 7, 1), date(2026, 9, 30)),
    ("Quý III/2026", date(2026, 7, 1), date(2026, 9, 30)),
    ("2026-03", date(2026, 3, 1), date(2026, 3, 31)),
    ("T3/2026", date(2026, 3, 1), date(2026, 3, 31)),
    ("9 tháng năm 2026", date(2026, 1, 1), date(2026, 9, 30)),
    ("năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
])  # fmt: skip
def test_a_period_is_the_same_in_a_cell_a_header_and_a_column(
    text: str, first: date, last: date
) -> None:
    sheets = [
        [{"Chỉ tiêu": "Thu", "Kỳ": text, "Giá trị": 5}],
        [{"Chỉ tiêu": "Thu", f"Thực hiện {text}": 5}],
    ]
    logs = [sauro.IndicatorLog.from_sheet(sheet) for sheet in sheets]
    logs.append(sauro.IndicatorLog(["Thu"], [text], [5]))
    assert [(log[0].first, log[0].last) for log in logs] == [(first, last)] * 3


@pytest.mark.parametrize(
    "text", ["tháng 13/2026", "Quý V/2026", "III-2026", "abc 5/2026", "Q9/2026"]
)
def test_a_cell_that_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(sauro.ValidationError):
        sauro.IndicatorLog.from_sheet([{"Chỉ tiêu": "Thu", "Kỳ": text, "Giá trị": 5}])


@pytest.mark.parametrize("text", ["tháng 13/2026", "Quý V/2026", "quý 0 năm 2026"])
def test_a_header_with_a_wrong_month_or_quarter_is_no_year(text: str) -> None:
    with pytest.raises(sauro.ValidationError):
        sauro.IndicatorLog.from_sheet([{"Chỉ tiêu": "Thu", f"Thực hiện {text}": 5}])


@pytest.mark.parametrize(("header", "last"), [
    ("Đến hết quý II/2026", "2026-06-30"), ("Thực hiện đến 15/6/2026", "2026-06-15"),
    ("Kết quả đến hết tháng 6", "2026-06-30"), ("Tính đến ngày 30/6/2026", "2026-06-30"),
    ("Lũy kế đến 14/6/2026", "2026-06-14"),
    ("Đến 30-6-2026", "2026-06-30"), ("Đến T8/2026", "2026-08-31"),
    ("Thực hiện từ đầu năm đến 20/6/2026", "2026-06-20"),
])  # fmt: skip
def test_what_is_done_until_a_day_is_cumulated(header: str, last: str) -> None:
    sheet = [{"Chỉ tiêu": "Thu ngân sách", "Quý I/2026": "10", header: "25"}]
    log = sauro.IndicatorLog.from_sheet(sheet, year=2026)
    assert [(str(one.last), one.basis, one.value) for one in log] == [
        ("2026-03-31", "period", 10), (last, "year", 25)
    ]  # fmt: skip
    assert sauro.monitor(PLAN, log, last).standings[0].cumulated == 25


@pytest.mark.parametrize("header", [
    "Thực hiện 2025", "TH 2025", "TH năm 2025", "Ước 2025", "Ước TH 2025", "Ước năm 2025",
])  # fmt: skip
def test_what_was_done_is_no_target(header: str) -> None:
    text = f"STT\tChỉ tiêu\tĐVT\t{header}\tNăm 2026\n1\tThu ngân sách\ttỷ đồng\t500\t525"
    [one] = sauro.read_plan(text=text).indicators
    assert (one.baseline, dict(one.targets)) == ("500", {"2026": "525"})
