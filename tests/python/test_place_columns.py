"""Sheets whose columns are places, in every layout that offices use."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import refused

Layout = Callable[[list[str], list[str], dict[tuple[str, str], str]], list[list[Any]]]

KINDS = ("Xã", "Phường", "Thị trấn", "Đặc khu", "Thành phố", "TDP", "Thôn")
NAMES = ("An Lộc", "Tân Hòa", "Bình Minh", "Năm Căn", "Đông Hải", "1", "12")


def by_header(names: list[str], places: list[str], cells: dict[tuple[str, str], str]) -> Any:
    head = ["TT", "Chỉ tiêu", "ĐVT", *places]
    return [head] + [
        [str(at), name, "tỷ đồng", *(cells[name, place] for place in places)]
        for at, name in enumerate(names, 1)
    ]


def with_the_whole(names: list[str], places: list[str], cells: dict[tuple[str, str], str]) -> Any:
    head, *rows = by_header(names, places, cells)
    return [[*head[:3], "Kế hoạch năm 2026", "Toàn tỉnh", *head[3:], "Ghi chú"]] + [
        [*row[:3], "99", "100", *row[3:], "nộp sau"] for row in rows
    ]


def below_a_group(names: list[str], places: list[str], cells: dict[tuple[str, str], str]) -> Any:
    head, *rows = by_header(names, places, cells)
    group = [*head[:3], "Giao cho các xã, phường", *([""] * (len(places) - 1))]
    return [group, ["", "", "", *places], *rows]


def numbered(names: list[str], places: list[str], cells: dict[tuple[str, str], str]) -> Any:
    head, *rows = by_header(names, places, cells)
    return [head, ["A", "B", "C", *(str(at) for at in range(1, len(places) + 1))], *rows]


def written(rows: list[list[Any]], folder: Path) -> Path:
    sheet = folder / "giao.csv"
    lines = [";".join(f'"{cell}"' for cell in row) for row in rows]
    sheet.write_text("\n".join(lines), encoding="utf-8")
    return sheet


@pytest.mark.parametrize("layout", [by_header, with_the_whole, below_a_group, numbered])
@pytest.mark.parametrize("seed", range(6))
def test_places_as_columns_say_the_same_as_places_as_rows(
    layout: Layout, seed: int, tmp_path: Path
) -> None:
    rng = random.Random(seed)
    names = rng.sample(["Thu ngân sách", "Số hồ sơ", "Diện tích", "Hộ nghèo"], rng.randint(1, 4))
    places = [f"{rng.choice(KINDS)} {name}" for name in rng.sample(NAMES, rng.randint(2, 6))]
    cells = {
        (name, place): rng.choice(["", f"{rng.randint(1, 900) / 4}".replace(".", ",")])
        for name in names
        for place in places
    }
    log = sauro.IndicatorLog.read(written(layout(names, places, cells), tmp_path), period="2026")
    read = {(one.indicator, one.place): one.value for one in log if one.value is not None}
    wanted = {key: float(text.replace(",", ".")) for key, text in cells.items() if text}
    if layout is with_the_whole:
        wanted |= {(name, ""): 100.0 for name in names}
    assert read == wanted
    assert {one.unit for one in log} <= {"tỷ đồng"}


def test_names_alone_are_places_below_a_header_of_places() -> None:
    rows = [["Chỉ tiêu", "Các xã, phường", ""], ["", "An Lộc", "Tân Hòa"]]
    log = sauro.IndicatorLog._of(*_read([*rows, ["Thu ngân sách", "25", "35,5"]]))
    assert [(one.place, one.value) for one in log] == [("An Lộc", 25), ("Tân Hòa", 35.5)]


def _read(rows: list[list[str]]) -> Any:
    from sauro import _core
    from sauro.indicators._sheets import sheet_values

    grid = _core.Grid.of_columns(rows[0], [list(column) for column in zip(*rows[1:], strict=True)])
    return sheet_values(grid, "2026", None, "", None, "raise")


@pytest.mark.parametrize("header", [
    "Xã An Lộc, tháng 9", "Xã An Lộc (quý I)", "Xã An Lộc 2025", "Xã An Lộc: lũy kế",
    "Xã đạt chuẩn", "An Lộc",
])  # fmt: skip
def test_what_may_be_something_else_is_not_guessed(header: str) -> None:
    sheet = [{"Chỉ tiêu": "Thu ngân sách", "Xã Tân Hòa": "1", header: "2"}]
    try:
        log = sauro.IndicatorLog.from_sheet(sheet, period="2026")
    except sauro.ValidationError:
        return
    assert {one.place for one in log} == {""}


def test_cells_that_cannot_be_read_are_all_named_where_they_stand() -> None:
    sheet = [
        {"Chỉ tiêu": "Thu ngân sách", "Xã An Lộc": "12", "Xã Tân Hòa": "mười"},
        {"Chỉ tiêu": "Số hồ sơ", "Xã An Lộc": "hai", "Xã Tân Hòa": "3"},
    ]
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.IndicatorLog.from_sheet(sheet, period="2026")
    where = sorted(one.where for one in caught.value.problems)
    assert where == ["row 1, column Xã Tân Hòa", "row 2, column Xã An Lộc"]
    kept = sauro.IndicatorLog.from_sheet(sheet, period="2026", on_problem="keep")
    assert sorted((one.place, one.value) for one in kept if one.value is not None) == [
        ("Xã An Lộc", 12), ("Xã Tân Hòa", 3)
    ]  # fmt: skip
    assert len(kept.problems) == 2
    with refused(sauro.ValidationError, "give one"):
        sauro.IndicatorLog.from_sheet(sheet)


def test_targets_in_columns_of_places_are_held_against_their_whole() -> None:
    target = sauro.IndicatorTarget(
        horizon="2026", text="≥ 100", targets=sauro.parse_target("≥ 100")
    )
    plan = [
        sauro.Indicator(
            id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow", targets=[target]
        )
    ]
    sheet = [{"Chỉ tiêu": "Thu ngân sách", "Xã An Lộc": "40", "Xã Tân Hòa": "50"}]
    given = sauro.IndicatorLog.from_sheet(sheet, period="2026")
    values = sauro.IndicatorLog(
        ["1"] * 2, ["T1/2026"] * 2, [20.0, 60.0], ["Xã An Lộc", "Xã Tân Hòa"]
    )
    seen = sauro.monitor(plan, values, "2026-01-31", allocations=given)
    assert [(one.place, one.target, one.status) for one in seen.standings] == [
        ("Xã An Lộc", 40, "on_way"), ("Xã Tân Hòa", 50, "reached")
    ]  # fmt: skip
    [sum_of] = seen.allocations
    assert (sum_of.allocated, sum_of.target, sum_of.difference) == (90, 100, -10)
