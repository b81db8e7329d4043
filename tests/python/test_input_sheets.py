"""One table of units over several sheets, and in Parquet: the same inputs, or an error."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import polars
import pytest
import sauro
from conftest import refused

PGI = sauro.Framework.load("pgi-2023")
UNITS = ["Huế", "Đà Nẵng", "Hà Nam", "Cà Mau"]
Rows = list[dict[str, Any]]


def rows_of(periods: list[str]) -> Rows:
    """A value for each unit, period and criterion, all of them different."""
    return [
        {"Tỉnh": unit, "Năm": period}
        | {code: 1 + i / 2 + j / 8 + k / 64 for k, code in enumerate("1234")}
        for i, period in enumerate(periods)
        for j, unit in enumerate(UNITS)
    ]


def book_of(path: Path, sheets: dict[str, Rows], hidden: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        heads = list(dict.fromkeys(key for row in rows for key in row))
        page.append(heads)
        for row in rows:
            page.append([row.get(head) for head in heads])
        page.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def cut(rows: Rows, by: str, random: Random) -> dict[str, Rows]:
    """The same rows over sheets: by unit, by period or by criterion."""
    if by == "period":
        named = {str(row["Năm"]): [] for row in rows}
        for row in rows:
            named[str(row["Năm"])].append({k: v for k, v in row.items() if k != "Năm"})
        sheets = list(named.items())
    elif by == "unit":
        sheets = [(unit, [row for row in rows if row["Tỉnh"] == unit]) for unit in UNITS]
    else:
        sheets = [
            (f"Nhóm {code}", [{k: row[k] for k in ("Tỉnh", "Năm", code)} for row in rows])
            for code in "1234"
        ]
    random.shuffle(sheets)
    return dict(sheets)


@pytest.mark.parametrize("by", ["period", "unit", "criterion"])
@pytest.mark.parametrize("seed", range(4))
def test_a_table_over_sheets_is_that_table(by: str, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    rows = rows_of(["2023", "2024"])
    whole = sauro.score(PGI, rows)
    sheets = cut(rows, by, random)
    for part in sheets.values():
        random.shuffle(part)
    sheets["Hướng dẫn"] = [{"Cột": "1", "Biến": "giam_o_nhiem", "Giá trị": 3}]
    path = book_of(tmp_path / "so.xlsx", sheets)
    card = sauro.score(PGI, path)
    assert card.periods == whole.periods and sorted(card.units) == sorted(UNITS)
    for code in ("", *"1234"):
        for unit in UNITS:
            for period in whole.periods:
                one = (code, unit, period)
                assert card.explain(*one).points == whole.explain(*one).points
    named = [name for name in sheets if name != "Hướng dẫn"]
    assert sauro.score(PGI, path, sheet=named).table == card.table
    one = sauro.score(PGI, path, sheet=named[0])
    assert len(one.units) * len(one.periods) == len(sheets[named[0]])


def test_two_values_for_one_place_are_refused_by_their_sheets(tmp_path: Path) -> None:
    rows = rows_of(["2024"])
    other = [dict(row) for row in rows]
    path = book_of(tmp_path / "a.xlsx", {"Chính": rows, "Bản sao": other})
    assert sauro.score(PGI, path).table == sauro.score(PGI, rows).table  # the same ones are one
    other[2]["3"] = 9
    path = book_of(tmp_path / "a.xlsx", {"Chính": rows, "Nháp": other})
    with refused(sauro.ValidationError, match="sheet Nháp.*Hà Nam, 2024.*sheet Chính") as caught:
        sauro.score(PGI, path)
    assert len(caught.value.problems) == 1
    assert sauro.score(PGI, path, sheet="Chính").table == sauro.score(PGI, rows).table
    path = book_of(tmp_path / "a.xlsx", {"Chính": rows, "Nháp": other}, hidden=("Nháp",))
    assert sauro.score(PGI, path).table == sauro.score(PGI, rows).table


def test_sheets_have_periods_all_or_none_and_each_one_name(tmp_path: Path) -> None:
    rows = rows_of(["2024"])
    plain = [{k: v for k, v in row.items() if k != "Năm"} for row in rows]
    path = book_of(tmp_path / "a.xlsx", {"2024": plain, "Khác": plain})
    with refused(sauro.ValidationError, match="sheet Khác: the other sheets have periods"):
        sauro.score(PGI, path)
    path = book_of(tmp_path / "a.xlsx", {"2024": plain, "Năm 2024": plain})
    with refused(sauro.ValidationError, match="one period"):
        sauro.score(PGI, path)


def test_problems_of_all_sheets_are_said_at_once(tmp_path: Path) -> None:
    rows = rows_of(["2023", "2024"])
    sheets = cut(rows, "period", Random(1))
    for name, part in sheets.items():
        part[0]["2"] = f"không rõ {name}"
    path = book_of(tmp_path / "a.xlsx", sheets)
    with refused(sauro.ValidationError, match="") as caught:
        sauro.score(PGI, path)
    assert {one.where.split(",")[0] for one in caught.value.problems} == {
        "sheet 2023",
        "sheet 2024",
    }
    path = book_of(tmp_path / "a.xlsx", cut(rows, "period", Random(1)))
    with refused(sauro.ValidationError, match="no such column"):
        sauro.score(PGI, path, ignore=["Hạng"])
    with refused(sauro.NotFoundError, match="2025"):
        sauro.score(PGI, path, sheet=["2024", "2025"])


def test_headers_that_a_caller_names_may_stand_in_some_sheets(tmp_path: Path) -> None:
    rows = rows_of(["2024"])
    sheets = cut(rows, "criterion", Random(3))
    for row in sheets["Nhóm 2"]:
        row["Hạng"], row["Who"] = 1, row.pop("Tỉnh")
    path = book_of(tmp_path / "a.xlsx", sheets)
    card = sauro.score(PGI, path, ignore=["Hạng"], rename={"Who": "unit"})
    assert dict(zip(card.units, card.total, strict=True)) == dict(
        zip(UNITS, sauro.score(PGI, rows).total, strict=True)
    )


@pytest.mark.parametrize("hidden", [(), ("pyarrow",)])
def test_parquet_is_read_by_what_is_there(
    hidden: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(["2023", "2024"])
    path = tmp_path / "so.parquet"
    polars.DataFrame(rows).write_parquet(path)
    for name in hidden:
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.setitem(sys.modules, f"{name}.parquet", None)
    assert sauro.score(PGI, path).table == sauro.score(PGI, rows).table


def test_parquet_without_a_reader_and_damaged_parquet_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so.parquet"
    path.write_bytes(b"PAR1 nothing")
    with refused(sauro.ParseError, match=r"so\.parquet: no Parquet"):
        sauro.score(PGI, path)
    with refused(sauro.NotFoundError, match="khong"):
        sauro.score(PGI, tmp_path / "khong.parquet")
    for name in ("pyarrow", "pyarrow.parquet", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with refused(sauro.Error, match=r"pip install sauro\[parquet\]"):
        sauro.score(PGI, path)
