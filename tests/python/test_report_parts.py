"""What a report tells, in which order, and that all formats tell the same."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES, refused
from sauro.command._main import main
from sauro.reading._office import program
from test_reports import shown

PLAN = EXAMPLES / "ke-hoach-phu-my.txt"
DAY = date(2026, 7, 10)
FORMS = ("html", "markdown", "docx", "xlsx")
HEADS = ("Tóm tắt", "Kết quả theo lĩnh vực", "Tồn tại, nguyên nhân", "Nhiệm vụ kỳ tới")

# a log: words, and where each of them is to be told
RESULTS = [
    {"task": "1.I.1", "date": "2026-03-16", "status": "Hoàn thành", "result": "đã phát;"},
    {"task": "1.I.1", "date": "2026-03-17", "status": "xong", "result": "đã phát 300 tờ rơi.",
     "document": "34/KH-UBND"},
    {"task": "1.I.2", "date": "2026-03-30", "status": "HT", "occurrence": "Quý I/2026",
     "result": "báo cáo quý I", "document": "51/BC-UBND"},
    {"task": "1.IV.1", "date": "2026-07-01", "status": "Đang làm", "percent": 48,
     "result": "giải ngân 48%"},
]  # fmt: skip
REASONS = [  # one thing late, said in other ways
    {"task": "1.IV.2", "occurrence": "Quý II/2026", "status": "Đang làm"},
    {"task": "1.IV.2", "occurrence": "Q2", "status": "Đang làm"},
    {"task": "1.IV.2", "status": "Đang làm"},
    {"task": "1.IV.2", "occurrence": "II/2026", "percent": 20},
    {"task": "Công khai dự toán và quyết toán ngân sách xã", "status": "Chưa"},
]


def told(form: str, log: list[dict[str, object]], **options: object) -> str:
    """One line of everything that a report says."""
    made = sauro.report(
        sauro.read_plan(PLAN),
        progress=sauro.Progress(log),
        as_of=DAY,
        format=form,
        **options,  # type: ignore[call-overload]
    )
    text = re.sub(r"<[^>]*>", "", shown(made)).replace("\\", "")
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
def test_the_half_page_comes_first_then_results_what_is_missing_and_what_comes(form: str) -> None:
    text = told(form, RESULTS)
    if form == "docx":
        text = text.lower()
    at = [text.index(head if form != "docx" else head.lower()) for head in HEADS]
    assert at == sorted(at)


@pytest.mark.parametrize("form", FORMS)
def test_results_and_numbers_of_documents_are_told_in_every_format(form: str) -> None:
    text = told(form, RESULTS)
    assert (
        "Ban hành kế hoạch tuyên truyền cải cách hành chính năm 2026: hoàn thành ngày 17/03/2026, "
        "đã phát 300 tờ rơi, văn bản 34/KH-UBND (Phòng Văn hóa - Xã hội)." in text
    )
    assert "hoàn thành 1 kỳ: Quý I/2026, báo cáo quý I, văn bản 51/BC-UBND (Phòng" in text
    assert "đang thực hiện 48%, giải ngân 48% (Phòng Kinh tế)." in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("said", REASONS)
def test_the_reason_of_what_is_late_is_told_however_the_log_names_it(
    form: str, said: dict[str, object]
) -> None:
    entry = {"date": "2026-06-29", "note": "chờ phê duyệt;"} | said
    text = told(form, [entry])
    late = re.findall(r"Công khai dự toán[^.]*?hạn 30/06/2026[^.]*\.", text)
    assert any("nguyên nhân: chờ phê duyệt." in one for one in late), late
    assert "Quá hạn, có vướng mắc, 1 việc" in text or "Quá hạn, có vướng mắc, 2 việc" in text


@pytest.mark.parametrize("form", FORMS)
def test_what_is_late_without_a_reason_says_so(form: str) -> None:
    assert "quá hạn 8 ngày làm việc; nguyên nhân: chưa được báo cáo." in told(form, RESULTS)


@pytest.mark.parametrize("form", FORMS)
def test_changes_since_the_last_report_are_differences_of_the_two_days(form: str) -> None:
    text = told(form, RESULTS, since="2026-06-26")
    assert "So với ngày 26/06/2026" in text
    assert "Từ ngày 26/06/2026: " in text and "việc mới quá hạn" in text
    assert "So với ngày" not in told(form, RESULTS)


def figures(day: date, since: date | None = None) -> list[list[int]]:
    log = sauro.datasets.progress("phu-my")
    page = str(
        sauro.report(sauro.read_plan(PLAN), progress=log, as_of=day, since=since, format="markdown")
    )
    rows = re.findall(r"(?m)^\| (?:Đến|So với) ngày \S+ \|(.*)\|$", page)
    return [[int(cell.strip(" \\")) for cell in row.split("|")] for row in rows]


def test_figures_of_two_days_and_their_difference_add_up() -> None:
    days = [date(2026, 1, 20) + timedelta(days=40 * n) for n in range(9)]
    for since, day in itertools.pairwise(days):
        (now, change), [before] = figures(day, since), figures(since)
        assert [a + b for a, b in zip(before, change, strict=True)] == now


@pytest.mark.parametrize(
    ("until", "due"), [("2026-07-30", 0), ("2026-07-31", 2), ("2026-09-30", 7), (None, 7)]
)
def test_what_comes_is_due_until_the_next_report(until: str | None, due: int) -> None:
    log = sauro.datasets.progress("phu-my")
    plan = sauro.read_plan(PLAN)
    page = str(sauro.report(plan, progress=log, as_of=DAY, next_report=until, format="markdown"))
    part = page[page.index("## III.") : page.index("## Sổ")]
    assert len(re.findall(r"(?m)^\| \d\d/\d\d/\d{4} ", part)) == due


def test_days_of_reports_lie_before_and_after_the_day_of_this_one() -> None:
    plan = sauro.read_plan(PLAN)
    with refused(sauro.ValidationError, match="since: before 2026-07-10, not 2026-07-10"):
        sauro.report(plan, as_of=DAY, since=DAY)
    with refused(sauro.ValidationError, match="next_report: after 2026-07-10, not 2026-07-01"):
        sauro.report(plan, as_of=DAY, next_report="2026-07-01")


def test_a_task_without_a_lead_and_a_contradiction_are_to_be_decided() -> None:
    head = "Số: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    plan = sauro.read_plan(
        text=f"{head}{table}1\tSửa trụ sở\t\t\tQuý I\n2\tMua bàn\t\tPhòng Kinh tế\t\n"
    )
    entry = {"task": plan.tasks[1].id, "date": "2026-05-01"}
    log = sauro.Progress([entry | {"status": "Xong"}, entry | {"status": "Chưa"}])
    board = sauro.track(sauro.schedule(plan), log, DAY, on_problem="keep")
    assert board.problems
    page = str(sauro.report(plan, board=board, format="markdown"))
    assert "- Quá hạn, chưa có cơ quan chủ trì, 1 việc: Sửa trụ sở." in page
    assert "dòng mâu thuẫn hoặc sai, chưa tính" in page


def test_the_command_takes_the_days_and_the_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    plan = EXAMPLES / "ke-hoach-an-loc.txt"
    days = ["--as-of", "2026-07-10", "--since", "2026-06-26", "--next-report", "2026-08-01"]
    assert main(["report", str(plan), *days, "--with-findings", "--output", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    assert "(01/08/2026)" in text and "## Sáu rõ" in text and "So với ngày 26/06/2026" in text
    assert main(["report", str(plan), *days, "--output", str(path)]) == 0
    assert "## Sáu rõ" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a", "a.doc", "a.HTML5", "a.pdf.bak"])
def test_an_ending_that_is_not_known_is_refused_with_those_that_are(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with refused(
        sauro.ValidationError, match=r"use \.html, \.htm, \.md, \.markdown, \.xlsx, \.docx, \.pdf"
    ):
        sauro.report(sauro.read_plan(PLAN), path=tmp_path / name)
    log = str(EXAMPLES / "tien-do-phu-my.csv")
    assert main(["merge", log, "--language", "en", "-o", str(tmp_path / name)]) == 1
    assert "use .csv, .xlsx, .json" in capsys.readouterr().err
    assert main(["report", str(PLAN), "--output", str(tmp_path / name)]) == 1
    assert "dùng .html" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["report", "merge"])
def test_what_is_read_is_not_written_over(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, log = tmp_path / "a.html", tmp_path / "tien-do.csv"
    plan.write_text("<p>Số: 2/KH-UBND</p>", encoding="utf-8")
    log.write_bytes((EXAMPLES / "tien-do-phu-my.csv").read_bytes())
    before = plan.read_bytes(), log.read_bytes()
    commands = {
        "report": ["report", str(plan), "--output", str(plan)],
        "merge": ["merge", str(log), "-o", str(log)],
    }
    assert main(commands[command]) == 1
    assert "tệp này cũng là" in capsys.readouterr().err
    assert (plan.read_bytes(), log.read_bytes()) == before


@pytest.mark.unsanitized
def test_a_pdf_is_the_document_printed_and_wants_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = sauro.read_plan(PLAN)
    if program() is not None:
        sauro.report(plan, as_of=DAY, path=tmp_path / "a.pdf")
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused(sauro.ParseError, match="a PDF wants LibreOffice"):
        sauro.report(plan, path=tmp_path / "b.pdf")
