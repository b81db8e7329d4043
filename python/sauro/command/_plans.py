"""Commands about a plan alone: read, check, schedule."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sauro._base.errors import say
from sauro._base.files import read_text, write_text
from sauro._base.shown import sentence, visible
from sauro._base.words import words_in
from sauro._core import require_plan
from sauro.calendar._working import WorkingCalendar
from sauro.checking._check import check
from sauro.checking._findings import SEVERITIES
from sauro.checking._grouped import BY
from sauro.command._colours import print_coloured
from sauro.command._folders import read_folder
from sauro.command._options import (
    add_language,
    add_times,
    command_for,
    day,
    document_of,
    next_step,
    plan_of,
    schedule_of,
)
from sauro.command._speaking import WrongValue
from sauro.reporting._report import report
from sauro.reporting._summary import summary
from sauro.scheduling._schedule import Schedule
from sauro.tracking._words import MOST_TITLE

__all__ = ["add_check", "add_read", "add_schedule"]


def add_read(commands: Any) -> None:
    """Add the command that reads a plan."""
    read = command_for(
        commands,
        "read",
        _read,
        "đọc kế hoạch và in nội dung chính",
        "ke-hoach.docx",
        "ke-hoach.docx --json > ke-hoach.json",
        "thu-muc --subfolders --csv nhiem-vu.csv",
    )
    add_language(read, "ngôn ngữ của thông báo lỗi; bản tóm tắt là tiếng Việt (mặc định: vi)")
    read.add_argument("--json", action="store_true", help="in kế hoạch thành JSON (sauro/plan/1)")
    read.add_argument(
        "--strict", action="store_true", help="kết thúc với mã 3 khi có chỗ phải đoán"
    )
    read.add_argument(
        "--corrections-to",
        metavar="TỆP",
        help="ghi những chỗ phải đoán vào tệp để điền, dùng cho --corrections",
    )
    read.add_argument("--report", metavar="TỆP", help="ghi danh mục nhiệm vụ thành HTML")
    read.add_argument("--subfolders", action="store_true", help="đọc cả các thư mục con")
    read.add_argument("--csv", metavar="TỆP", help="ghi bảng nhiệm vụ cho bảng tính")


def _read(options: argparse.Namespace) -> int:
    if Path(options.file).is_dir():
        return read_folder(options)
    plan = document_of(options)
    path = options.corrections_to
    if path:
        write_text(path, plan.to_corrections() + "\n")
    require_plan(plan, str(options.file))
    print(plan.to_json() if options.json else visible(summary(plan)))
    if options.report:
        report(plan, path=options.report)
    if options.csv:
        plan.tasks.table.to_csv(options.csv)
    for path in (options.corrections_to, options.report, options.csv):
        if path and not options.json:
            print(f"\nĐã ghi {path}")
    if not options.json:
        corrected = options.corrections_to and plan.remarks
        more = ("--corrections", options.corrections_to) if corrected else ()
        next_step(words_in("vi"), "read" if corrected else "check", options.file, *more)
    return 3 if options.strict and plan.remarks else 0


def add_check(commands: Any) -> None:
    """Add the command that checks a plan."""
    check_command = command_for(
        commands,
        "check",
        _check,
        "soát kế hoạch theo sáu rõ và theo chính nó",
        "ke-hoach.docx",
        "ke-hoach.docx --rule authority.unnamed=off --fail-on warning",
        "ke-hoach.docx --expired 05/2015/TTLT-BTP-BCA-BYT --json",
    )
    add_language(check_command)
    check_command.add_argument("--json", action="store_true", help="in JSON (sauro/findings/1)")
    check_command.add_argument(
        "--rule",
        action="append",
        default=[],
        type=_assignment,
        metavar="QUY-TẮC=MỨC",
        help="đặt mức của một quy tắc: off, note, warning hoặc error",
    )
    check_command.add_argument(
        "--by", choices=BY, help="xếp phát hiện theo nhiệm vụ (task) hoặc lĩnh vực (area)"
    )
    check_command.add_argument(
        "--expired", action="append", default=[], metavar="SỐ-HIỆU", help="văn bản đã hết hiệu lực"
    )
    check_command.add_argument(
        "--most", type=int, metavar="N", help="in nhiều nhất bấy nhiêu phát hiện, nặng nhất trước"
    )
    check_command.add_argument(
        "--fail-on",
        default="error",
        choices=["error", "warning", "note", "never"],
        help="kết thúc với mã 3 khi có phát hiện từ mức này trở lên (mặc định: error)",
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise WrongValue(
            say("cần QUY-TẮC=MỨC, không phải {!r}", "expected RULE=SEVERITY, not {!r}", text)
        )
    return name, value


def _check(options: argparse.Namespace) -> int:
    findings = check(plan_of(options), rules=dict(options.rule), expired=options.expired)
    text = findings.to_text(options.most, by=options.by, language=options.language)
    if options.json:
        print(findings.to_json())
    else:
        print_coloured(text)
        words = words_in(options.language)
        next_step(words, "register", options.file, "-o", "so-theo-doi.xlsx", options=options)
    if options.fail_on == "never":
        return 0
    bad = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return 3 if any(one.severity in bad for one in findings) else 0


def add_schedule(commands: Any) -> None:
    """Add the command that works out when tasks are due."""
    command = command_for(
        commands,
        "schedule",
        _schedule,
        "tính hạn của từng nhiệm vụ",
        "ke-hoach.docx",
        "ke-hoach.docx --as-of 2026-06-01 --within 10",
        "ke-hoach.docx --ics lich.ics",
    )
    add_language(command)
    command.add_argument("--json", action="store_true", help="in JSON (sauro/schedule/2)")
    add_times(command)
    command.add_argument(
        "--undated-at-year-end",
        action="store_true",
        help="nhiệm vụ không ghi thời gian thì hạn là cuối năm",
    )
    command.add_argument("--as-of", type=day, metavar="NGÀY", help="in việc đến hạn từ ngày này")
    command.add_argument(
        "--within", type=int, metavar="SỐ-NGÀY", help="số ngày làm việc tính từ --as-of"
    )
    command.add_argument("--ics", metavar="TỆP", help="ghi lịch (iCalendar)")
    command.add_argument(
        "--ics-before",
        metavar="TỆP",
        help="lịch đã ghi lần trước: việc thay đổi được đánh số mới, việc không còn thì bị hủy",
    )
    command.add_argument("--project", metavar="TỆP", help="ghi Microsoft Project XML")
    command.add_argument("--csv", metavar="TỆP", help="ghi bảng cho bảng tính")


def _calendar(made: Schedule, options: argparse.Namespace) -> str:
    before = read_text(options.ics_before) if options.ics_before else ""
    return made.to_ics(as_of=options.as_of, previous=before)


def _schedule(options: argparse.Namespace) -> int:
    made = schedule_of(plan_of(options), options, undated_at_year_end=options.undated_at_year_end)
    for path, write in (
        (options.ics, partial(_calendar, made, options)),
        (options.project, made.to_project_xml),
    ):
        if path:
            write_text(path, write())
    if options.csv:
        made.table.to_csv(options.csv)
    print(made.to_json() if options.json else visible(_schedule_text(made, options)))
    if not options.json:
        words = words_in(options.language)
        next_step(words, "register", options.file, "-o", "so-theo-doi.xlsx", options=options)
    return 0


def _schedule_text(made: Schedule, options: argparse.Namespace) -> str:
    """One line an occurrence, by due day; those without a date last."""
    words, calendar = words_in(options.language), WorkingCalendar.vietnam()
    tasks = {task.id: task for task in made.tasks}
    lines = []
    for one in sorted(made.occurrences, key=lambda one: one.due or date.max):
        left = ""
        if options.as_of:
            if one.due is None or one.due < options.as_of:
                continue
            days = calendar.count(options.as_of, one.due)
            if options.within is not None and days > options.within:
                continue
            left = "  " + words("còn {n} ngày làm việc", n=days)
        day = words.day(one.due) if one.due else words("chưa có hạn")
        task = tasks[one.task]
        leads = ", ".join(task.lead_names)
        lines.append(f"{day:<12}{left}  {one.task:<9} {sentence(task.title, MOST_TITLE)} [{leads}]")
    if made.projected:
        years = ", ".join(map(str, made.projected))
        lines.append(words("Dự kiến: chưa có văn bản về ngày nghỉ của năm {years}.", years=years))
    return "\n".join(lines) or words("Không có việc nào đến hạn.")
