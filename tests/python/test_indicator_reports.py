"""The office's own table of indicators, in each format, and the sheet to fill in."""

from __future__ import annotations

import html
import random
import re
import warnings
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import sauro
from sauro.command._main import main
from sauro.monitoring._sentences import number_text
from test_task_indicators import plan_of as pairing_plan

ROWS = [
    ("I", "KINH TẾ", "", ""),
    ("1", "Thu ngân sách trên địa bàn", "tỷ đồng", "≥ 525"),
    ("1.1", "Thu thuế < 5 & khác", "tỷ đồng", "≥ 300"),
    ("2", "Số doanh nghiệp thành lập mới trong năm", "doanh nghiệp", "40"),
    ("II", "XÃ HỘI", "", ""),
    ("3", "Tỷ lệ hộ nghèo", "%", "≤ 3"),
    ("4", "Tỷ lệ hồ sơ đúng hạn", "%", "≥ 98"),
]
ENDINGS = ["html", "md", "docx", "xlsx"]


def plan_of(rows: list[tuple[str, ...]] = ROWS) -> sauro.Plan:
    lines = ["| STT | Chỉ tiêu | ĐVT | Năm 2026 |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return sauro.read_plan(text="KẾ HOẠCH\nPhát triển năm 2026\n\n" + "\n".join(lines))


def values_of(plan: sauro.Plan, seed: int, months: int = 9) -> sauro.IndicatorLog:
    rng = random.Random(seed)
    rows: list[tuple[str, str, float]] = []
    for year, last in ((2025, 12), (2026, months)):
        for month in range(1, last + 1):
            for one in plan.indicators:
                most = 99 if one.unit == "%" else 60
                if rng.random() < 0.95 or month == last:
                    rows.append((one.id, f"T{month}/{year}", round(rng.uniform(1, most), 1)))
    return sauro.IndicatorLog(*(list(column) for column in zip(*rows, strict=True)))


def cells_of(path: Path) -> list[list[str]]:
    """Rows of the table of a report, numbers as reports write them."""
    if path.suffix == ".docx":
        rows = docx.Document(str(path)).tables[-1].rows
        return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in rows]
    if path.suffix == ".xlsx":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # lines within cells are unknown to openpyxl
            sheet = openpyxl.load_workbook(path)["Chỉ tiêu"]
        return [[shown(cell) for cell in row[:-1]] for row in sheet.iter_rows(min_row=3)]
    if path.suffix == ".md":
        lines = [line for line in path.read_text("utf-8").splitlines() if line.startswith("|")]
        cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
        return [[html.unescape(re.sub(r"\\(.)", r"\1", c.strip())) for c in row] for row in cells]
    text = path.read_text("utf-8")
    table = text[text.index("<thead>") : text.index("</tbody>")]
    table = re.sub(r"<svg.*?</svg>", "", table, flags=re.S)
    rows = re.findall(r"<tr.*?</tr>", table, re.S)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", row, re.S) for row in rows]
    return [[html.unescape(re.sub(r"<.*?>", "", c)).strip() for c in row][:-1] for row in cells]


def shown(cell: Any) -> str:
    value = cell.value
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    unit = re.search(r'"(.*?)"', cell.number_format)
    text = number_text(float(value))
    if cell.number_format.startswith("+"):
        text = f"{'+' * (value > 0)}{text}"
    return f"{text} {unit[1] if unit else ''}".strip()


@pytest.mark.parametrize("seed", range(6))
def test_all_formats_have_the_same_cells(seed: int, tmp_path: Path) -> None:
    plan = plan_of()
    seen = sauro.monitor(plan.indicators, values_of(plan, seed), "2026-09-30")
    tables = {}
    for ending in ENDINGS:
        sauro.report_indicators(plan, seen, tmp_path / f"chi-tieu.{ending}")
        rows = cells_of(tmp_path / f"chi-tieu.{ending}")
        tables[ending] = [row for row in rows if len(row) > 3 and row[1] not in ("", row[0])]
    first = tables.pop("docx")
    assert first[0][:5] == ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện tháng 9/2026"]
    by_name = {one.name: one for one in seen.standings}
    assert len(first) == 1 + len(by_name)
    for row in first[1:]:
        one = by_name[row[1]]
        said = dict(zip(first[0], row, strict=True))
        assert said["% kế hoạch"] == ("" if one.percent is None else number_text(one.percent))
        assert said.get("Lũy kế", "") == (
            "" if one.cumulated is None else number_text(one.cumulated)
        )
    for ending, table in tables.items():
        rows = [row for row in table if row[0] != "---"]
        assert rows == first, ending


def test_areas_group_the_rows_and_parts_stand_below_their_whole(tmp_path: Path) -> None:
    plan = plan_of()
    seen = sauro.monitor(plan.indicators, values_of(plan, 1), "2026-09-30")
    sauro.report_indicators(plan, seen, tmp_path / "a.docx")
    firsts = [row[0] for row in cells_of(tmp_path / "a.docx")]
    assert firsts == ["STT", "I. KINH TẾ", "1", "1.1", "2", "II. XÃ HỘI", "3", "4"]
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    for sentence in [*seen.sentences, *seen.estimates]:
        assert sentence in text
    sauro.report_indicators(plan, seen, tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "thuế < 5" not in page and "Thu thuế &lt; 5 &amp; khác" in page
    assert page.count("<polyline") == len(plan.indicators)


def test_values_of_several_periods_name_theirs(tmp_path: Path) -> None:
    plan = plan_of()
    ids = [one.id for one in plan.indicators]
    log = sauro.IndicatorLog(ids[:2], ["T9/2026", "Quý II/2026"], [5, 6])
    seen = sauro.monitor(plan.indicators, log, "2026-09-30")
    sauro.report_indicators(plan, seen, tmp_path / "a.md")
    head, _, _, one, two, *_ = cells_of(tmp_path / "a.md")
    at = head.index("Kỳ cuối")
    assert "Thực hiện kỳ cuối" in head
    assert (one[at], two[at]) == ("tháng 9/2026", "tháng 4 đến tháng 6/2026")


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    plan = plan_of()
    seen = sauro.monitor(plan.indicators, values_of(plan, 1), "2026-09-30")
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.report_indicators(plan, seen, tmp_path / "a.pptx")
    assert caught.value.code == 260 and not list(tmp_path.iterdir())


@pytest.mark.parametrize("places", [[], ["An Lộc"], ["An Lộc", "Tân Hòa", "Phú Mỹ"]])
def test_a_sheet_that_was_filled_in_is_read_back(places: list[str], tmp_path: Path) -> None:
    plan, path = plan_of(), tmp_path / "so-lieu.xlsx"
    sauro.write_indicator_sheet(plan.indicators, path, places=places)
    assert len(sauro.IndicatorLog.read(path, period="9 tháng năm 2026")) == 0
    book = openpyxl.load_workbook(path)
    sheet = book.active
    head = [cell.value for cell in sheet[3]]
    month, total = head.index("Thực hiện trong tháng") + 1, head.index("Lũy kế") + 1
    earlier = head.index("Cùng kỳ năm trước") + 1
    rng, filled = random.Random(len(places)), {}
    for row in range(4, sheet.max_row + 1):
        name = sheet.cell(row, head.index("Chỉ tiêu") + 1).value
        place = sheet.cell(row, head.index("Địa phương") + 1).value if places else ""
        sheet.cell(row, month).value = value = rng.randint(0, 90) / 4
        filled[name, place, "2026-09-01", "2026-09-30", "period"] = value
        if "Tỷ lệ" not in name and rng.random() < 0.7:
            sheet.cell(row, total).value = value * 9
            filled[name, place, "2026-01-01", "2026-09-30", "year"] = value * 9
            sheet.cell(row, earlier).value = value * 8
            filled[name, place, "2025-01-01", "2025-09-30", "year"] = value * 8
    book.save(path)
    log = sauro.IndicatorLog.read(path, period="9 tháng năm 2026")
    read = {
        (one.indicator, one.place, str(one.first), str(one.last), one.basis): one.value
        for one in log
    }
    assert read == filled
    assert len(sheet["A"]) - 3 == len(plan.indicators) * max(1, len(places))
    locked = {sheet.cell(4, column).protection.locked for column in range(1, month)}
    assert locked == {True} and not sheet.cell(4, month).protection.locked


def test_the_command_writes_reports_and_the_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, sheet = tmp_path / "ke-hoach.json", tmp_path / "mau.xlsx"
    plan.write_text(plan_of().to_json(), encoding="utf-8")
    assert main(["indicators", str(plan), "--template", "--output", str(sheet)]) == 0
    assert "sauro indicators" in capsys.readouterr().out
    book = openpyxl.load_workbook(sheet)
    book.active.cell(4, 5).value = 41.5
    book.save(sheet)
    for ending in [*ENDINGS, "csv"]:
        out = tmp_path / f"bao-cao.{ending}"
        given = [str(plan), str(sheet), "--period", "T9/2026", "--as-of", "30/09/2026"]
        assert main(["indicators", *given, "-o", str(out)]) == 0
        assert out.exists() and str(out) in capsys.readouterr().out


@pytest.mark.parametrize(
    "given", [[], ["--template"], ["so-lieu.csv", "--template", "-o", "mau.xlsx"],
              ["--template", "-o", "mau.docx"]]
)  # fmt: skip
def test_the_command_says_what_is_missing(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "ke-hoach.json"
    plan.write_text(plan_of().to_json(), encoding="utf-8")
    assert main(["indicators", str(plan), *given]) == 1
    assert "260" in capsys.readouterr().err and len(list(tmp_path.iterdir())) == 1


def test_indicators_of_one_name_have_their_ids_in_the_sheet(tmp_path: Path) -> None:
    area = [("1", "Tổng số lớp", "lớp", "≥ 5"), ("2", "Số thầy cô giáo", "người", "≥ 9")]
    plan = plan_of([("I", "MẦM NON", "", ""), *area, ("II", "TIỂU HỌC", "", ""), *area])
    path = tmp_path / "so-lieu.xlsx"
    sauro.write_indicator_sheet(plan.indicators, path, places=["An Lộc", "Tân Hòa"])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    month = [cell.value for cell in sheet[3]].index("Thực hiện trong tháng") + 1
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, month).value = row
    book.save(path)
    log = sauro.IndicatorLog.read(path, period="9 tháng năm 2026")
    seen = sauro.monitor(plan.indicators, log, "2026-09-30", measures={
        one.id: "level" for one in plan.indicators
    })  # fmt: skip
    values = [one.value for one in seen.standings if one.place == "An Lộc"]
    assert values == [4, 5, 6, 7]


def test_the_report_names_the_tasks_that_serve_an_indicator(tmp_path: Path) -> None:
    plan = pairing_plan(["Nâng tỷ lệ hồ sơ đúng hạn của xã"])
    [task] = plan.tasks
    seen = sauro.monitor(plan.indicators, values_of(plan, 1), "2026-09-30")
    path = tmp_path / "bao-cao.md"
    sauro.report_indicators(plan, seen, path)
    table = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    assert table[0].endswith("| Nhiệm vụ |")
    served = [line for line in table if line.endswith(f"| {task.id} |")]
    assert served == [line for line in table if "| Tỷ lệ hồ sơ đúng hạn |" in line] != []


def test_a_plan_without_indicators_has_no_broken_table(tmp_path: Path) -> None:
    plan = sauro.read_plan(text="KẾ HOẠCH\nNăm 2026")
    seen = sauro.monitor([], sauro.IndicatorLog.of_values([]), "2026-09-30")
    for ending in ENDINGS:
        sauro.report_indicators(plan, seen, tmp_path / f"bao-cao.{ending}")
    text = (tmp_path / "bao-cao.md").read_text(encoding="utf-8")
    assert "| Chỉ tiêu | Tình trạng |\n| --- | --- |\n" in text


def test_the_command_names_each_place_once_and_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, sheet = tmp_path / "ke-hoach.json", tmp_path / "mau.xlsx"
    plan.write_text(plan_of().to_json(), encoding="utf-8")
    given = ["indicators", str(plan), "--template", "--places", "A, B, A", "-o", str(sheet)]
    assert main(given) == 0
    assert "--period" in capsys.readouterr().out
    rows = openpyxl.load_workbook(sheet).active.max_row - 3
    assert rows == 2 * len(plan_of().indicators)


def test_the_command_takes_targets_of_places_and_months_to_the_14th(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, values, given = (tmp_path / name for name in ("kh.json", "so.csv", "giao.csv"))
    plan.write_text(plan_of().to_json(), encoding="utf-8")
    values.write_text(
        "Xã;Chỉ tiêu;Kỳ;Giá trị\nAn Lộc;Thu ngân sách trên địa bàn;T9/2026;5\n", encoding="utf-8"
    )
    given.write_text("Xã;Thu ngân sách trên địa bàn\nAn Lộc;200\nTân Hòa;300\n", encoding="utf-8")
    command = ["indicators", str(plan), str(values), "--as-of", "2026-09-14"]
    assert main([*command, "--cut-off-day", "14", "--allocations", str(given)]) == 0
    out = capsys.readouterr().out
    assert "đã giao 500 tỷ đồng cho mục tiêu 525 tỷ đồng, thiếu 25 tỷ đồng." in out
    assert "Kỳ cuối" in out  # September has come to its end
