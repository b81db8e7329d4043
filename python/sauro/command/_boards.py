"""Commands about how a plan stands: track, report."""

from __future__ import annotations

import argparse
import json
from datetime import date
from functools import partial
from typing import Any

from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.checking._check import check
from sauro.command._options import (
    add_alerts,
    add_language,
    add_log,
    add_tasks_only,
    add_year,
    board_of,
    command_for,
    day,
    plan_of,
    steps,
    watched,
)
from sauro.reporting._report import report
from sauro.scoring._framework import Framework
from sauro.tracking._board import GROUPS

__all__ = ["add_report", "add_track"]


def add_track(commands: Any) -> None:
    """Add the command that follows a plan by a log."""
    command = command_for(
        commands,
        "track",
        _track,
        "follow a plan by a log of progress",
        "ke-hoach.docx tien-do.xlsx",
        "ke-hoach.docx tien-do.csv --as-of 2026-06-30 --by agency",
        "ke-hoach.docx tien-do.csv --measure 1.III.4=96.2 --fail-on never",
    )
    command.add_argument("progress", help="the log: csv, json or xlsx")
    add_log(command)
    add_language(command)
    command.add_argument("--json", action="store_true", help="print sauro/board/2")
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="DATE", help="today by default"
    )
    add_year(command)
    add_tasks_only(command)
    command.add_argument("--by", choices=GROUPS, help="print counts by group")
    command.add_argument(
        "--measure",
        action="append",
        default=[],
        type=_measure,
        metavar="TASK=VALUE",
        help="what was measured for the targets of a task",
    )
    add_alerts(command)


def _measure(text: str) -> tuple[str, float]:
    task, _, value = text.partition("=")
    try:
        return task, float(value.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected TASK=VALUE, not {text!r}") from None


def _track(options: argparse.Namespace) -> int:
    with steps(words_in(options.language), "đọc kế hoạch", "theo dõi tiến độ") as step:
        step()
        plan = plan_of(options)
        step()
        measures = dict(options.measure)
        board = board_of(plan, options, options.as_of, year=options.year, measures=measures)
    if options.json:
        print(board.to_json())
    else:
        print(visible(board.to_text(options.most, language=options.language)))
        if options.by:
            print(f"\n{board.by(options.by)}")
    return 3 if board.overdue and options.fail_on == "overdue" else 0


def add_report(commands: Any) -> None:
    """Add the command that writes a report."""
    command = command_for(
        commands,
        "report",
        _report,
        "write a report for people",
        "ke-hoach.docx",
        "ke-hoach.docx --progress tien-do.xlsx --as-of 2026-06-30 --output bao-cao.html",
        "ke-hoach.docx --progress tien-do.csv --output bao-cao.docx --index commune-example",
    )
    command.add_argument("--progress", metavar="PATH", help="the log: csv, json or xlsx")
    add_log(command)
    add_language(command)
    command.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="the day that the report is of; today where --progress is given",
    )
    add_year(command)
    add_tasks_only(command)
    command.add_argument(
        "--output",
        default="report.html",
        metavar="PATH",
        help=".html (default), .md, .xlsx, .docx or .pdf (by LibreOffice)",
    )
    command.add_argument(
        "--since", type=day, metavar="DATE", help="day of the last report: say what changed"
    )
    command.add_argument(
        "--next-report",
        type=day,
        metavar="DATE",
        help="list what is due until then (default: the plan's next day of report)",
    )
    command.add_argument(
        "--with-findings",
        action="store_true",
        help="add what the plan itself doesn't keep of its six clears",
    )
    command.add_argument(
        "--template",
        metavar="OFFICE.docx",
        help="a docx of the office, whose page, header, footer and styles are used (docx, pdf)",
    )
    command.add_argument("--index", metavar="NAME", help="an index of the package or a JSON file")
    command.add_argument("--json", action="store_true", help="print what was written as JSON")


def _report(options: argparse.Namespace) -> int:
    as_of = options.as_of or (date.today() if options.progress else None)
    words = words_in(options.language)
    with steps(words, "đọc kế hoạch", "theo dõi tiến độ", "ghi báo cáo") as step:
        step()
        plan = plan_of(options)
        step()
        board = board_of(plan, options, as_of, year=options.year) if as_of is not None else None
        findings = check(plan) if options.with_findings else None
        framework = Framework.load(options.index) if options.index else None
        step()
        report(
            plan,
            board=board,
            findings=findings,
            since=options.since,
            next_report=options.next_report,
            template=options.template,
            framework=framework,
            path=options.output,
            language=options.language,
            watch=partial(watched, words),
        )
    if options.json:
        written = {
            "path": options.output,
            "tasks": len(plan.tasks),
            "findings": len(findings) if findings is not None else None,
            "counts": board.counts if board is not None else None,
        }
        print(json.dumps(written, ensure_ascii=False))
    else:
        print(words("Đã ghi {path}", path=options.output))
    return 0
