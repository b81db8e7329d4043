"""Reports: the same numbers in every format, nothing from outside, nothing run."""

from __future__ import annotations

import ast
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from datetime import date
from html import unescape
from pathlib import Path

import docx
import openpyxl
import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from jinja2 import Environment
from sauro.command._main import main
from sauro.tracking._words import STATUSES

PLAN = EXAMPLES / "ke-hoach-phu-my.txt"
LOG = EXAMPLES / "tien-do-phu-my.csv"
DAY = date(2026, 7, 10)
PACKAGE = ROOT / "python" / "sauro"


@pytest.fixture(scope="module")
def board() -> sauro.Board:
    due = sauro.schedule(sauro.read_plan(PLAN))
    return sauro.track(due, sauro.Progress.read(LOG), DAY)


def page_of(board: sauro.Board) -> str:
    page = sauro.report(sauro.read_plan(PLAN), board=board)
    assert isinstance(page, str)
    return page


def test_the_numbers_agree_in_all_formats(board: sauro.Board) -> None:
    plan = sauro.read_plan(PLAN)
    html = page_of(board)
    cards = dict(
        (name, int(count)) for count, name in re.findall(r"<b>(\d+)</b><span>([^<]+)</span>", html)
    )
    markdown = str(sauro.report(plan, board=board, format="markdown"))
    rows = dict(re.findall(r"^\| ([^|]+) \| (\d+) \|$", markdown, flags=re.M))
    data = sauro.report(plan, board=board, format="xlsx")
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    summary = dict(book["Tổng hợp"].iter_rows(values_only=True))
    official = sauro.report(plan, board=board, format="docx")
    assert isinstance(official, bytes)
    document = docx.Document(io.BytesIO(official))
    brief = [cell.text for cell in document.tables[1].rows[1].cells][1:]
    past = [row for row in board.table.to_dicts() if row["due"] and row["due"] <= DAY]
    done = sum(row["status"].startswith("done") for row in board.table.to_dicts())
    wanted = [len(past), done, board.counts["overdue"], board.counts["not_reported"]]
    assert [int(number) for number in brief] == wanted
    assert [
        int(n) for n in re.findall(r"(?m)^\| Đến ngày .*$", markdown)[0].split("|")[2:-1]
    ] == wanted
    told = {row[0]: row[1:] for row in book["Báo cáo"].iter_rows(values_only=True)}
    assert list(told["Đến ngày 10/07/2026"]) == wanted
    for status, count in board.counts.items():
        name = STATUSES[status]
        assert cards.get(name, 0) == int(rows[name]) == summary[name] == count
    assert cards["nhiệm vụ"] == summary["Nhiệm vụ"] == len(plan.tasks)
    listed = list(book["Tiến độ"].iter_rows(min_row=2, values_only=True))
    assert len(listed) == len(board.table)
    agencies = {
        row[0]: row[-3]
        for row in book["Theo cơ quan chủ trì"].iter_rows(min_row=2, values_only=True)
    }
    table = board.by("agency")
    assert agencies.pop("Cả kế hoạch") == len(board.table)
    assert agencies == dict(
        zip(table["agency_name"].tolist(), table["total"].tolist(), strict=True)
    )
    for agency, total in agencies.items():
        assert re.search(rf"^\| {re.escape(agency)} \| {total} \|", markdown, re.M)
        assert re.search(rf">{re.escape(agency)}</td><td[^>]*>{total}</td>", html)


def test_a_page_has_nothing_from_outside_and_every_task(board: sauro.Board) -> None:
    html = page_of(board)
    for outside in ("http://", "https://", "src=", "@import", "url("):
        assert outside not in html
    for task in sauro.read_plan(PLAN).tasks:
        assert f'id="{task.id}"' in html
    for one in board.alerts:
        assert f'href="#{one.task}"' in html


def test_charts_are_well_formed_and_say_what_they_show(board: sauro.Board) -> None:
    charts = re.findall(r"<svg.*?</svg>", page_of(board), flags=re.S)
    assert len(charts) == 2 + len(board.by("area"))
    for chart in charts:
        root = ET.fromstring(chart)
        assert root.get("role") == "img" and root.get("aria-label")
        assert [child.tag for child in root][:2] == ["title", "desc"]
    burn_up = charts[0]
    done = board.counts["done_on_time"] + board.counts["done_late"]
    assert f"{done} lượt hoàn thành" in burn_up


def test_texts_of_documents_and_logs_stay_texts() -> None:
    evil = '=HYPERLINK("x")|<script>alert(1)</script>'
    head = "Số: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    plan = sauro.read_plan(text=f"{head}{table}1\t{evil}\t+1\tPhòng Kinh tế\tQuý I")
    log = sauro.Progress(
        [{"task": plan.tasks[0].id, "date": "2026-02-01", "status": "done", "result": "@SUM(1)"}]
    )
    html = str(sauro.report(plan, progress=log, as_of=DAY))
    assert "<script>alert" not in html
    markdown = str(sauro.report(plan, progress=log, as_of=DAY, format="markdown"))
    assert "<script>" not in markdown
    data = sauro.report(plan, progress=log, as_of=DAY, format="xlsx")
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type != "f" for cell in cells)
    assert {"+1", "@SUM(1)"} <= {cell.value for cell in cells}


def test_a_report_without_a_day_has_no_part_on_progress() -> None:
    plan = sauro.read_plan(PLAN)
    assert "Tình hình đến" not in str(sauro.report(plan))
    assert "Tình hình đến 10/07/2026" in str(sauro.report(plan, as_of=DAY))
    with pytest.raises(ValueError, match="progress wants as_of="):
        sauro.report(plan, progress=sauro.Progress())
    with refused(sauro.ValidationError, match="expected one of html, markdown, xlsx, docx, pdf"):
        sauro.report(plan, format="odt")


def test_an_official_report_has_the_parts_of_nghi_dinh_30(board: sauro.Board) -> None:
    plan = sauro.read_plan(PLAN)
    data = sauro.report(plan, board=board, format="docx")
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    page, annex = document.sections
    assert [round(m.mm) for m in (page.page_width, page.page_height)] == [210, 297]
    assert 30 <= page.left_margin.mm <= 35 and 15 <= page.right_margin.mm <= 20
    assert annex.page_width > annex.page_height
    head, _, _, agencies, *_, signature, register = document.tables
    left, right = ("\n".join(cell.text for cell in column.cells) for column in head.columns)
    assert "Số:        /BC-UBND" in left
    assert right.splitlines()[:2] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert right.endswith("Phú Mỹ, ngày 10 tháng 7 năm 2026")
    assert "Nơi nhận:" in signature.rows[0].cells[0].text
    assert signature.rows[0].cells[1].text.endswith("Phạm Quốc Việt")
    assert len(register.rows) == 1 + len(plan.tasks) + len(plan.annexes[0].areas)
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "BÁO CÁO" in lines
    assert "(Kèm theo Báo cáo số        /BC-UBND ngày 10 tháng 7 năm 2026)" in lines
    assert signature.rows[0].cells[0].text.endswith("- Lưu: VT, VHXH.")
    assert any(
        line.startswith("Kết quả thực hiện Kế hoạch số 21/KH-UBND ngày 15 tháng 01")
        for line in lines
    )
    totals = {row.cells[0].text: row.cells[1].text for row in agencies.rows[1:]}
    table = board.by("agency")
    assert totals.pop("Cả kế hoạch") == str(len(board.table))
    assert totals == {
        str(a): str(n) for a, n in zip(table["agency_name"], table["total"], strict=True)
    }


def test_an_index_shows_what_no_task_serves_and_the_points_at_stake() -> None:
    plan = sauro.read_plan(PLAN)
    log = sauro.Progress.read(LOG)
    board = sauro.track(sauro.schedule(plan), log, date(2026, 7, 10), reviews=True)
    framework = sauro.Framework.load("commune-example")
    links = sauro.link(plan, framework)
    late = {one.task for one in board.overdue}
    waiting = [code for code in framework.leaves if late & set(links.tasks_of(code))]
    points = sum(float(framework.criteria[code].max or 0) for code in waiting)
    assert points > 0
    served = f"{len(framework.leaves) - len(links.unserved)}/{len(framework.leaves)}"
    html = str(sauro.report(plan, board=board, framework=framework))
    markdown = str(sauro.report(plan, board=board, framework=framework, format="markdown"))
    assert f"<b>{served}</b>" in html and f"| Tiêu chí có nhiệm vụ | {served} |" in markdown
    assert f"| Điểm đang chờ nhiệm vụ quá hạn | {points:g} |" in markdown
    assert f"<b>{points:g}</b><span>điểm đang chờ" in html
    data = sauro.report(plan, board=board, framework=framework, format="xlsx")
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    summary = dict(book["Tổng hợp"].iter_rows(values_only=True))
    assert summary["Điểm đang chờ nhiệm vụ quá hạn"] == points
    assert summary["Tiêu chí không có nhiệm vụ nào"] == len(links.unserved)
    rows = list(book["Chỉ số"].iter_rows(min_row=2, values_only=True))
    assert [row[0].split()[0] for row in rows] == framework.leaves
    assert sum(row[1] for row in rows if row[3]) == points
    data = sauro.report(plan, board=board, framework=framework, format="docx")
    assert isinstance(data, bytes)
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert f"Điểm đang chờ nhiệm vụ quá hạn: {points:g}." in lines
    assert any(line.startswith(f"Có nhiệm vụ cho {served} tiêu chí") for line in lines)


def test_the_command_writes_each_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.html", "a.md", "a.xlsx", "a.docx"):
        path = tmp_path / name
        command = ["report", str(PLAN), "--progress", str(LOG), "--as-of", "2026-07-10"]
        assert main([*command, "--output", str(path), "--json"]) == 0
        written = json.loads(capsys.readouterr().out)
        assert written["counts"]["overdue"] == 3 and path.stat().st_size > 1000
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert main(["report", str(PLAN), "--output", str(tmp_path / "b.html")]) == 0
    assert capsys.readouterr().out.startswith(f"Đã ghi {tmp_path / 'b.html'}\n")


def shown(made: str | bytes) -> str:
    """All that a report says, as one text."""
    if isinstance(made, str):
        return unescape(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = [
            archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
        ]
    return unescape(re.sub(r"</w:p>|</si>", "\n", "".join(parts)))


def vietnamese(text: str) -> bool:
    return re.search("[À-ỹ]", text) is not None


def said_in_code() -> set[str]:
    """Find all Vietnamese texts of the modules that write reports, but for docstrings."""
    found = set()
    modules = ("tracking/_board", "checking/_check", "reporting/_report", "reporting/_charts")
    modules += ("comparing/_answers", "comparing/_comparison", "table/_results", "tracking/_boards")
    parts = ("reporting/_brief", "reporting/_story", "reporting/_context")
    for name in (*modules, *parts, "reporting/_workbook", "reporting/_official"):
        tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and isinstance(node.body[0], ast.Expr)
        }
        errors = {  # said in both languages where they stand
            id(one)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
            for one in node.args
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in docs | errors:
                found.add(str(node.value))
    return {text for text in found if vietnamese(text)}


def test_templates_and_code_say_nothing_that_english_lacks() -> None:
    english = json.loads(
        (PACKAGE / "reporting" / "templates" / "en.json").read_text(encoding="utf-8")
    )
    for path in (PACKAGE / "reporting" / "templates").glob("*.j2"):
        for _, kind, text in Environment().lex(path.read_text(encoding="utf-8")):
            if kind == "string" and vietnamese(text):
                assert text[1:-1] in english, path.name
            if kind == "data":
                assert not vietnamese(text.replace("/đ/gi", "")), path.name
    unknown = said_in_code() - set(english) - {"nơi nhận"}
    assert not unknown
    assert not any(
        vietnamese(form)
        for said in english.values()
        for form in (said if isinstance(said, list) else [said])
    )
    for text, said in english.items():
        for form in said if isinstance(said, list) else [said]:
            assert sorted(re.findall(r"{\w+}", form)) <= sorted(re.findall(r"{\w+}", text))


def test_a_report_in_english_has_no_vietnamese_of_its_own() -> None:
    """The plan is made of plain letters, so that every Vietnamese one is of the report."""
    head = "So: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\n"
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    rows = "1\tALPHA\tBETA\tGAMMA\t30/4/2026\n2\tDELTA\t\t\t\n"
    plan = sauro.read_plan(text=f"{head}{table}{rows}")
    framework = sauro.Framework.load("commune-example")
    assert framework.title_en.startswith("EXAMPLE")
    for kind in ("html", "markdown"):
        page = str(sauro.report(plan, as_of=DAY, framework=framework, format=kind, language="en"))
        assert not re.findall(r"\S*[À-ỹ]\S*", page.replace("/đ/gi", ""))
        assert "How things stand on 10 Jul 2026" in page and "What is missing, and why" in page


def test_an_english_document_and_workbook(board: sauro.Board) -> None:
    plan = sauro.read_plan(PLAN)
    framework = sauro.Framework.load("commune-example")
    options = {"board": board, "framework": framework, "language": "en"}
    data = sauro.report(plan, format="docx", **options)  # type: ignore[arg-type]
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    head = "\n".join(cell.text for cell in document.tables[0].columns[1].cells).splitlines()
    assert head[:2] == ["SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"]
    assert head[-1] == "Phú Mỹ, 10 July 2026"
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert f"{board.counts['overdue']} occurrences are overdue:" in lines
    data = sauro.report(plan, format="xlsx", **options)  # type: ignore[arg-type]
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[:2] == ["Summary", "Report"]
    assert book["Index"]["A1"].value == "Criterion"
    with refused(sauro.ValidationError, match="expected one of vi, en"):
        sauro.report(plan, language="fr")


def test_long_tables_can_be_watched(board: sauro.Board) -> None:
    seen: list[int] = []

    def watch(rows: Sequence[object]) -> Sequence[object]:
        seen.append(len(rows))
        return rows

    plan = sauro.read_plan(PLAN)
    sauro.report(plan, board=board, format="docx", watch=watch)
    assert seen == [len(plan.tasks) + len(plan.annexes[0].areas)]
    sauro.report(plan, board=board, format="xlsx", watch=watch)
    assert seen[1:] == [len(board.table), len(plan.tasks)]


def test_findings_without_any_are_not_looked_for_again() -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt")
    off = {rule.rule: "off" for rule in sauro.check_rules()}
    none = sauro.check(plan, rules=off)
    assert len(none) == 0
    assert "Không có phát hiện nào." in str(sauro.report(plan, findings=none))


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_what_is_wrong_with_a_plan_is_in_its_report_only_where_it_is_asked_for(form: str) -> None:
    plan = sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt")
    findings = sauro.check(plan)
    correction = findings.of("annex.other_number")[0].correction
    for given in (None, findings):
        made = sauro.report(plan, as_of=DAY, findings=given, format=form)  # type: ignore[call-overload]
        text = shown(made)
        assert (findings[0].message in text) is bool(given) and correction


def test_all_formats_have_the_same_findings_reminders_and_targets() -> None:
    plan = sauro.read_plan(PLAN)
    due = sauro.schedule(plan)
    log = sauro.Progress.read(LOG)
    board = sauro.track(due, log, DAY, plan=plan, measures={"1.III.1": 96.25})
    wrong = sauro.Finding("own.rule", "error", "1.I.1", "tên quá dài", correction="ngắn hơn")
    findings = sauro.check(plan, more=[lambda _: [wrong]])
    made = {
        kind: sauro.report(plan, board=board, findings=findings, format=kind)
        for kind in ("html", "markdown", "xlsx", "docx")
    }
    book = openpyxl.load_workbook(io.BytesIO(bytes(made["xlsx"])))  # type: ignore[arg-type]
    document = docx.Document(io.BytesIO(bytes(made["docx"])))  # type: ignore[arg-type]
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    texts = {
        "html": str(made["html"]),
        "markdown": str(made["markdown"]),
        "xlsx": "\n".join(str(c.value) for page in book for row in page.iter_rows() for c in row),
        "docx": "\n".join([*(line.text for line in document.paragraphs), *cells]),
    }
    for kind, text in texts.items():
        for part in ("tên quá dài", "ngắn hơn", "đạt từ 95% trở lên"):
            assert part in text, kind
        assert "96.25" in text if kind == "xlsx" else "96,25" in text, kind
        for one in board.alerts:
            known = one.task if kind != "docx" else plan.tasks[one.task].title
            assert known in text, kind
    reminders = list(book["Cần đôn đốc"].iter_rows(min_row=2, values_only=True))
    assert sorted(row[3] for row in reminders) == sorted(one.task for one in board.alerts)
    states = {row[0]: row[6] for row in book["Sổ nhiệm vụ"].iter_rows(values_only=True, min_row=2)}
    assert states == board.states()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_agencies_that_a_plan_does_not_list_stand_in_its_report_by_what_they_were_called(
    form: str, language: str
) -> None:
    task = sauro.Task(id="9.9", title="Việc thêm", leads=["Đội Lạ"], coordinators=["Tổ Mới"])
    plan = sauro.datasets.plan("an-loc").with_task(task)
    page = sauro.report(plan, format=form, language=language)
    if isinstance(page, bytes):
        with zipfile.ZipFile(io.BytesIO(page)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
        page = b"".join(parts).decode()
    assert "Đội Lạ" in page


def test_a_plan_that_names_agencies_which_it_does_not_list_is_refused_before_any_report() -> None:
    data = json.loads(sauro.datasets.plan("an-loc").to_json())
    data["tasks"][0]["leads"] = ["khong-co"]
    with refused(sauro.ValidationError, match="no agency khong-co among agencies"):
        sauro.Plan.from_json(json.dumps(data))
