"""The command, the summary and the report."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES, ROOT
from sauro.command import _options as command_module
from sauro.command._main import main

PLAN = EXAMPLES / "ke-hoach-an-loc.txt"


def test_read_prints_a_summary_a_person_would_want(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(PLAN)]) == 0
    out = capsys.readouterr().out
    for line in (
        "KH 45/KH-UBND, 06/02/2026",
        "Phụ lục I: 3 lĩnh vực, 13 nhiệm vụ",
        "Tổng cộng: 13 nhiệm vụ, 6 chỉ tiêu, 1 bảng khác",
        "     3  Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "  - dòng 27: 2: số trang",
    ):
        assert line in out


def test_readme_shows_the_real_output(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(PLAN)])
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    out = capsys.readouterr().out
    for line in shown.splitlines():
        assert line.strip() in ("", "…") or line in out.splitlines()


def test_read_json_prints_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(PLAN), "--json"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["schema"] == "sauro/plan/1"
    assert sauro.Plan.from_json(out) == sauro.read_plan(PLAN)


def test_an_error_is_one_line_and_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "no/such/file"]) == 1
    err = capsys.readouterr().err
    assert err == "sauro: [sauro 100] no/such/file: không có tệp này\n"


def test_report_is_one_page_with_every_task(tmp_path: Path, sample: Path) -> None:
    path = tmp_path / "report.html"
    plan = sauro.read_plan(sample)
    page = sauro.report(plan, path=path)
    assert path.read_text(encoding="utf-8") == page
    for task in plan.tasks:
        assert f'id="{task.id}"' in page
    for outside in ("http://", "https://", "src="):
        assert outside not in page
    assert page.count("<table>") == page.count("</table>")


def test_report_escapes_what_documents_bring() -> None:
    evil = 'TT\tNhiệm vụ\tChủ trì\tGhi chú\n1\t<script>x</script> "&\t<img src=x>\t{{ 7*7 }}\n'
    page = sauro.report(sauro.read_plan(text=evil, format="text"))
    assert "<script>x" not in page
    assert "<img" not in page
    assert "{{ 7*7 }}" in page


def test_summary_of_an_empty_plan_says_so() -> None:
    text = sauro.summary(sauro.read_plan(text="KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\nx."))
    assert "(chưa có số), chưa ghi ngày" in text
    assert "Tổng cộng: 0 nhiệm vụ, 0 chỉ tiêu" in text
    assert "Văn bản không có bảng nhiệm vụ hay chỉ tiêu nào" in text


def test_a_notebook_shows_the_summary() -> None:
    shown = sauro.read_plan(text="KẾ HOẠCH\n<b>Thử</b> & nghiệm\n\nI. MỤC TIÊU\nx.")._repr_html_()
    assert "<strong>KH (chưa có số)</strong>" in shown
    assert "&lt;b&gt;" in shown or "Thử &amp; nghiệm" in shown


def test_check_exits_with_3_where_something_bad_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clean = str(EXAMPLES / "ke-hoach-phu-my.txt")
    assert main(["check", clean, "--fail-on", "note"]) == 0
    assert main(["check", str(PLAN), "--most", "2"]) == 3
    assert "… và" in capsys.readouterr().out
    assert main(["check", str(PLAN), "--fail-on", "never"]) == 0
    off = [f"{rule}=off" for rule in ("annex.other_number", "product.missing", "time.missing")]
    assert main(["check", str(PLAN), *(x for one in off for x in ("--rule", one))]) == 0


def test_check_takes_a_plan_as_json_and_gives_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.json"
    path.write_text(sauro.read_plan(PLAN).to_json(), encoding="utf-8")
    main(["check", str(path), "--json"])
    from_json = json.loads(capsys.readouterr().out)
    main(["check", str(PLAN), "--json"])
    assert json.loads(capsys.readouterr().out) == from_json


def test_check_refuses_rules_that_there_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PLAN), "--rule", "time.mising=off"]) == 1
    assert "có time.missing" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["check", str(PLAN), "--rule", "time.missing"])


def test_schedule_lists_what_is_due_and_writes_a_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, ics = str(EXAMPLES / "ke-hoach-phu-my.txt"), tmp_path / "lich.ics"
    assert main(["schedule", plan, "--as-of", "2026-04-06", "--within", "7"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("15/04/2026    còn 7 ngày làm việc  1.I.3.1")
    assert out.split("\n")[1:3] == ["", f"Tiếp theo: sauro register {plan} -o so-theo-doi.xlsx"]
    xml, table = tmp_path / "lich.xml", tmp_path / "lich.csv"
    main(
        ["schedule", plan, "--json", "--ics", str(ics), "--project", str(xml), "--csv", str(table)]
    )
    assert "<Project" in xml.read_text(encoding="utf-8") and table.stat().st_size > 500
    made = sauro.Schedule.from_json(capsys.readouterr().out)
    assert made == sauro.schedule(sauro.read_plan(plan))
    assert made.moved_by_ics(ics.read_text(encoding="utf-8")) == made
    with pytest.raises(SystemExit):
        main(["schedule", plan, "--as-of", "hôm nay"])


def test_track_prints_what_is_overdue_and_exits_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, log = str(EXAMPLES / "ke-hoach-phu-my.txt"), str(EXAMPLES / "tien-do-phu-my.csv")
    command = ["track", plan, log, "--as-of", "2026-07-10"]
    assert main([*command, "--by", "agency", "--measure", "1.III.1=97,2"]) == 3
    out = capsys.readouterr().out
    for part in ("hoàn thành đúng hạn", "quá hạn 8 ngày làm việc", "97,2, đạt", "Phòng Kinh tế"):
        assert part in out
    assert main([*command, "--fail-on", "never", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["as_of"] == "2026-07-10" and data["counts"]["done_late"] == 2
    bad = tmp_path / "sai.csv"
    bad.write_text("task,date,status\n9,2026-01-02,done\n1.I.1,2026-01-02,done\n", encoding="utf-8")
    assert main(["track", plan, str(bad), "--as-of", "2026-03-10"]) == 1
    assert 'sai.csv, dòng 2: lịch thực hiện không có nhiệm vụ "9"' in capsys.readouterr().err
    assert main(["track", plan, str(bad), "--as-of", "2026-02-10", "--on-problem", "keep"]) == 3


def test_long_work_shows_how_far_it_is_on_terminals_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [
        "report",
        str(EXAMPLES / "ke-hoach-phu-my.txt"),
        "--output",
        str(tmp_path / "a.docx"),
    ]
    monkeypatch.setitem(command_module.BAR, "delay", 0)
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main([*command, "--language", "en"]) == 0
    out, err = capsys.readouterr()
    assert "writing the report" in err and "writing a table" in err
    assert out.splitlines()[0] == f"Wrote {tmp_path / 'a.docx'}"


def test_texts_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    plan, log = str(EXAMPLES / "ke-hoach-an-loc.txt"), str(EXAMPLES / "tien-do-phu-my.csv")
    main(["check", plan, "--language", "en"])
    out = capsys.readouterr().out
    assert (
        out.startswith("Six clears")
        and "[error]" in out
        and "4 errors, " in out
        and "no product (2 tasks: 1.III.2.1, 1.III.2.2)" in out
    )
    plan = str(EXAMPLES / "ke-hoach-phu-my.txt")
    main(["track", plan, log, "--as-of", "2026-07-10", "--language", "en"])
    assert "8 working days overdue" in capsys.readouterr().out
    main(["schedule", plan, "--as-of", "2026-04-06", "--within", "7", "--language", "en"])
    assert capsys.readouterr().out.startswith("15 Apr 2026   7 working days left  1.I.3.1")


def test_a_plan_without_a_year_is_given_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "khong-nam.txt"
    path.write_text(
        "KẾ HOẠCH\n\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
        "1\tIn phiếu khảo sát\tPhiếu\tPhòng Kinh tế\tQuý I\n",
        encoding="utf-8",
    )
    command = ["report", str(path), "--as-of", "2026-04-10", "--output", str(tmp_path / "a.md")]
    for language, text in (("vi", "hãy cho biết năm"), ("en", "give the year")):
        assert main([*command, "--language", language]) == 1
        assert text in capsys.readouterr().err
    assert main([*command, "--year", "2026"]) == 0
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "| quá hạn | 1 |" in page and "không nêu hành động" not in page


def test_a_calendar_follows_the_one_before(tmp_path: Path) -> None:
    plan = str(EXAMPLES / "ke-hoach-phu-my.txt")
    path = tmp_path / "lich.ics"
    assert main(["schedule", plan, "--ics", str(path)]) == 0
    first = path.read_text(encoding="utf-8")
    assert (
        main(
            [
                "schedule",
                plan,
                "--ics",
                str(path),
                "--ics-before",
                str(path),
                "--as-of",
                "2026-05-04",
            ]
        )
        == 0
    )
    assert path.read_text(encoding="utf-8") == first  # nothing has changed
    later = ["--year", "2027", "--as-of", "2026-05-04"]  # other events, and the old ones are off
    assert main(["schedule", plan, "--ics", str(path), "--ics-before", str(path), *later]) == 0
    text = path.read_text(encoding="utf-8")
    assert text.count("STATUS:CANCELLED") == text.count("SEQUENCE:1") == first.count("UID:")
