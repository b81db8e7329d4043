"""The workbook's own charts: of which cells they are, and what they say to who doesn't see them."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
from openpyxl.utils import range_boundaries

DAY = date(2026, 7, 10)
NAMES = ("phu-my", "tan-hoa", "an-loc")


def made(name: str, path: Path, **options: Any) -> Path:
    plan = sauro.datasets.plan(name)
    sauro.report(plan, progress=sauro.datasets.progress(name), as_of=DAY, path=path, **options)
    return path


def cells(book: Any, reference: str) -> list[Any]:
    sheet, _, place = reference.rpartition("!")
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    page = book[sheet.strip("'")]
    return [page.cell(row, column).value for row in range(top, bottom + 1)
            for column in range(left, right + 1)]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_bars_are_the_groups_of_the_table_beside_and_add_up(name: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(made(name, tmp_path / "a.xlsx"))
    plan = sauro.datasets.plan(name)
    board = sauro.track(sauro.schedule(plan), sauro.datasets.progress(name), DAY)
    for sheet, group in (("Theo cơ quan chủ trì", "agency"), ("Theo lĩnh vực", "area")):
        (chart,) = book[sheet]._charts
        table = board.by(group)  # type: ignore[arg-type]
        series = chart.series
        assert chart.grouping == "stacked" and len(series) == sum(map(bool, board.counts.values()))
        bars = cells(book, series[0].cat.strRef.f)
        assert len(bars) == len(table) and "Cả kế hoạch" not in "".join(map(str, bars))
        told = [
            sum(row) for row in zip(*(cells(book, s.val.numRef.f) for s in series), strict=True)
        ]
        assert told == table["total"].tolist()
        names = [cells(book, s.tx.strRef.f)[0] for s in series]
        assert "quá hạn" in names or not board.counts["overdue"]
        assert chart.anchor._from.row > book[sheet].max_row - 1  # no cell is behind it


@pytest.mark.parametrize("name", NAMES)
def test_the_summary_draws_its_counts(name: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(made(name, tmp_path / "a.xlsx"))
    (chart,) = book["Tổng hợp"]._charts
    (series,) = chart.series
    plan = sauro.datasets.plan(name)
    board = sauro.track(sauro.schedule(plan), sauro.datasets.progress(name), DAY)
    assert cells(book, series.val.numRef.f) == list(board.counts.values())
    assert cells(book, series.cat.strRef.f)[2] == "hoàn thành đúng hạn"
    assert chart.anchor._from.row > book["Tổng hợp"].max_row - 1


def test_each_chart_says_in_words_what_it_is_in_either_language(tmp_path: Path) -> None:
    for language in ("vi", "en"):
        path = made("phu-my", tmp_path / f"{language}.xlsx", language=language)
        with zipfile.ZipFile(path) as book:
            drawings = [book.read(n).decode() for n in book.namelist() if "drawings/draw" in n]
            charts = [book.read(n).decode() for n in book.namelist() if "charts/chart" in n]
        assert len(drawings) == len(charts) == 3
        said = [re.findall(r'descr="([^"]+)"', one) for one in drawings]
        assert all(len(one) == 1 for one in said)
        has = any(re.search("[ếạố]", one[0]) for one in said)
        assert has == (language == "vi")
        assert all(one.count("<c:title>") == 2 for one in charts)  # of the chart and of its numbers


def test_a_report_without_a_day_has_no_charts(tmp_path: Path) -> None:
    sauro.report(sauro.datasets.plan("phu-my"), path=tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert not [name for name in book.namelist() if "chart" in name]
