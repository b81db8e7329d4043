"""Commands about a plan alone: read, check, schedule."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sauro._base.files import read_text, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro._core import require_plan
from sauro.calendar._working import WorkingCalendar
from sauro.checking._check import check
from sauro.checking._findings import SEVERITIES
from sauro.command._folders import read_folder
from sauro.command._options import (
    add_language,
    add_tasks_only,
    add_year,
    command_for,
    day,
    document_of,
    plan_of,
)
from sauro.reporting._report import report
from sauro.reporting._summary import summary
from sauro.scheduling._schedule import Schedule, schedule

__all__ = ["add_check", "add_read", "add_schedule"]


def add_read(commands: Any) -> None:
    """Add the command that reads a plan."""
    read = command_for(
        commands,
        "read",
        _read,
        "read a plan and print what it holds",
        "ke-hoach.docx",
        "ke-hoach.docx --json > ke-hoach.json",
        "thu-muc --subfolders --csv nhiem-vu.csv",
    )
    add_language(read, "of error messages; the summary is in Vietnamese (default: vi)")
    read.add_argument("--json", action="store_true", help="print the plan as JSON (sauro/plan/1)")
    read.add_argument(
        "--strict", action="store_true", help="exit with 3 where anything had to be guessed"
    )
    read.add_argument(
        "--corrections-to",
        metavar="PATH",
        help="write what had to be guessed as a file to fill in, for --corrections",
    )
    read.add_argument("--report", metavar="PATH", help="write the register of tasks as HTML")
    read.add_argument(
        "--subfolders", action="store_true", help="of a folder: read the folders in it too"
    )
    read.add_argument("--csv", metavar="PATH", help="write the table of tasks for spreadsheets")


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
    return 3 if options.strict and plan.remarks else 0


def add_check(commands: Any) -> None:
    """Add the command that checks a plan."""
    check_command = command_for(
        commands,
        "check",
        _check,
        "hold a plan against its six clears and against itself",
        "ke-hoach.docx",
        "ke-hoach.docx --rule authority.unnamed=off --fail-on warning",
        "ke-hoach.docx --expired 05/2015/TTLT-BTP-BCA-BYT --json",
    )
    add_language(check_command)
    check_command.add_argument("--json", action="store_true", help="print sauro/findings/1")
    check_command.add_argument(
        "--rule",
        action="append",
        default=[],
        type=_assignment,
        metavar="RULE=SEVERITY",
        help="grade a rule as off, note, warning or error",
    )
    check_command.add_argument(
        "--expired", action="append", default=[], metavar="NUMBER", help="a document that is void"
    )
    check_command.add_argument(
        "--most", type=int, metavar="N", help="findings to print at most, the worst first"
    )
    check_command.add_argument(
        "--fail-on",
        default="error",
        choices=["error", "warning", "note", "never"],
        help="exit with 3 for findings so bad or worse (default: error)",
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"expected RULE=SEVERITY, not {text!r}")
    return name, value


def _check(options: argparse.Namespace) -> int:
    findings = check(plan_of(options), rules=dict(options.rule), expired=options.expired)
    text = findings.to_text(options.most, language=options.language)
    print(findings.to_json() if options.json else visible(text))
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
        "work out when each task is due",
        "ke-hoach.docx",
        "ke-hoach.docx --as-of 2026-06-01 --within 10",
        "ke-hoach.docx --ics lich.ics",
    )
    add_language(command)
    command.add_argument("--json", action="store_true", help="print sauro/schedule/2")
    add_year(command)
    command.add_argument(
        "--undated-at-year-end",
        action="store_true",
        help="tasks without a timeframe are due at the end of the year",
    )
    add_tasks_only(command)
    command.add_argument("--as-of", type=day, metavar="DATE", help="print what is due from then on")
    command.add_argument(
        "--within", type=int, metavar="DAYS", help="working days from --as-of to look ahead"
    )
    command.add_argument("--ics", metavar="PATH", help="write a calendar (iCalendar)")
    command.add_argument(
        "--ics-before",
        metavar="PATH",
        help="the calendar that was written before: what changed is numbered anew, what is gone "
        "is cancelled",
    )
    command.add_argument("--project", metavar="PATH", help="write Microsoft Project XML")
    command.add_argument("--csv", metavar="PATH", help="write a table for spreadsheets")


def _calendar(made: Schedule, options: argparse.Namespace) -> str:
    before = read_text(options.ics_before) if options.ics_before else ""
    return made.to_ics(as_of=options.as_of, previous=before)


def _schedule(options: argparse.Namespace) -> int:
    made = schedule(
        plan_of(options),
        year=options.year,
        undated_at_year_end=options.undated_at_year_end,
        duties=not options.tasks_only,
    )
    for path, write in (
        (options.ics, partial(_calendar, made, options)),
        (options.project, made.to_project_xml),
    ):
        if path:
            write_text(path, write())
    if options.csv:
        made.table.to_csv(options.csv)
    print(made.to_json() if options.json else visible(_schedule_text(made, options)))
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
        lines.append(f"{day:<12}{left}  {one.task:<9} {task.title[:60]} [{leads}]")
    if made.projected:
        years = ", ".join(map(str, made.projected))
        lines.append(words("Dự kiến: chưa có văn bản về ngày nghỉ của năm {years}.", years=years))
    return "\n".join(lines) or words("Không có việc nào đến hạn.")
