"""Indicators beside tasks in the report of a plan, in every format."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import sauro
from sauro.command import main

ROWS = [
    ("Thu ngân sách", "tỷ đồng", "≥ 120", 40.5),
    ("Tỷ lệ hồ sơ đúng hạn", "%", "≥ 98", 97.25),
    ("Số việc làm mới trong năm", "lao động", "≥ 60", 45.0),
]
HEAD = "Số: 2/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
TARGETS = "STT\tChỉ tiêu\tĐVT\tNăm 2026\n" + "".join(
    f"{at}\t{name}\t{unit}\t{target}\n" for at, (name, unit, target, _) in enumerate(ROWS, 1)
)
TASKS = "STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tRà soát hộ nghèo\tPhòng Kinh tế\t30/4/2026\n"


@pytest.fixture(scope="module")
def plan() -> sauro.Plan:
    return sauro.read_plan(text=f"{HEAD}{TARGETS}\n{TASKS}")


@pytest.fixture(scope="module")
def seen(plan: sauro.Plan) -> sauro.Monitor:
    log = sauro.IndicatorLog(
        [row[0] for row in ROWS], ["6 tháng năm 2026"] * len(ROWS), [row[3] for row in ROWS]
    )
    return sauro.monitor(plan.indicators, log, "2026-06-30")


def text_of(made: str | bytes) -> str:
    if isinstance(made, str):
        return unescape(re.sub(r"<[^>]+>", " ", made))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "xml" in name]
    return unescape(re.sub(r"<[^>]+>", " ", "\n".join(parts)))


@pytest.mark.parametrize("format", ["html", "markdown", "docx", "xlsx"])
def test_all_formats_name_each_indicator_with_where_it_stands(
    plan: sauro.Plan, seen: sauro.Monitor, format: Any
) -> None:
    made = text_of(sauro.report(plan, indicators=seen, format=format))
    assert "Chỉ tiêu đến 30/06/2026" in made
    for name, unit, *_ in ROWS:
        assert name in made and unit in made
    point = "." if format == "xlsx" else ","  # numbers are numbers there
    assert f"40{point}5" in made and f"97{point}2" in made
    late = [one for one in seen.standings if one.status == "behind"]
    assert late and "hồ sơ đúng hạn" in made
    without = text_of(sauro.report(plan, as_of="2026-06-30", format=format))
    assert "Chỉ tiêu đến" not in without
    if format in ("html", "markdown"):
        assert "Rà soát hộ nghèo" in made


def test_places_that_are_parts_are_left_to_the_report_on_indicators(plan: sauro.Plan) -> None:
    places = [f"Thôn {n}" for n in range(1, 80)]
    log = sauro.IndicatorLog(
        ["Thu ngân sách"] * len(places), ["6 tháng năm 2026"] * len(places),
        [1.0] * len(places), places,
    )  # fmt: skip
    together = sauro.monitor(
        plan.indicators, log, "2026-06-30", parents=dict.fromkeys(places, "An Lộc")
    )
    page = str(sauro.report(plan, indicators=together, format="markdown"))
    assert "An Lộc |" in page and "Thôn 7 |" not in page
    apart = sauro.monitor(plan.indicators, log, "2026-06-30")
    page = str(sauro.report(plan, indicators=apart, format="markdown"))
    assert page.count("| Thôn ") == 60 and "Còn 19 dòng trong báo cáo chỉ tiêu." in page


def test_an_english_report_names_states_in_english(plan: sauro.Plan, seen: sauro.Monitor) -> None:
    page = str(sauro.report(plan, indicators=seen, format="markdown", language="en"))
    assert "Indicators on 30 Jun 2026" in page and "| Indicator | Unit |" in page
    for word in ("chậm", "đúng tiến độ", "so với cùng kỳ"):
        assert word not in page


def test_the_command_takes_values_and_says_what_may_be_done_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, values, out = tmp_path / "kh.txt", tmp_path / "so.csv", tmp_path / "bc.md"
    plan.write_text(f"{HEAD}{TARGETS}\n{TASKS}", encoding="utf-8")
    values.write_text("Chỉ tiêu;Lũy kế\nThu ngân sách;40,5\n", encoding="utf-8")
    given = [str(plan), "--indicators", str(values), "--period", "6 tháng năm 2026"]
    day = ["--as-of", "2026-06-30", "--output", str(out)]
    assert main(["report", *given, *day]) == 0
    assert "40,5" in out.read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert "--indicators" in said and "None" not in said
    assert main(["indicators", str(plan), *given[2:3], *given[3:], *day[:2]]) == 0
    said = capsys.readouterr().out
    assert "--period '6 tháng năm 2026' --as-of 2026-06-30" in said
    assert "0.1" not in said  # an id that no reader has seen


@pytest.mark.parametrize("more", [["so.csv"], ["--template", "-o", "mau.xlsx"]])
def test_a_plan_without_indicators_is_told_at_once(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "kh.txt"
    plan.write_text(f"{HEAD}{TASKS}", encoding="utf-8")
    given = [one if one.startswith("-") else str(tmp_path / one) for one in more]
    assert main(["indicators", str(plan), *given]) != 0
    assert "không có chỉ tiêu nào" in capsys.readouterr().err
    assert not (tmp_path / "mau.xlsx").exists()
