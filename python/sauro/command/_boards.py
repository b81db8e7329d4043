"""Commands about how a plan stands: track, report."""

from __future__ import annotations

import argparse
import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from sauro._base.errors import say
from sauro._base.words import words_in
from sauro.checking._check import check
from sauro.command._colours import print_coloured
from sauro.command._options import (
    add_alerts,
    add_language,
    add_log,
    add_times,
    board_of,
    command_for,
    day,
    next_step,
    plan_of,
    steps,
    watched,
)
from sauro.command._speaking import WrongValue
from sauro.reporting._report import report
from sauro.scoring._framework import Framework
from sauro.tracking._board import GROUPS
from sauro.tracking._words import group_lines

if TYPE_CHECKING:
    from sauro._core import Plan
    from sauro.monitoring._monitor import Monitor

__all__ = ["add_report", "add_track"]


def add_track(commands: Any) -> None:
    """Add the command that follows a plan by a log."""
    command = command_for(
        commands,
        "track",
        _track,
        "theo dõi kế hoạch theo sổ tiến độ",
        "ke-hoach.docx tien-do.xlsx",
        "ke-hoach.docx tien-do.csv --as-of 2026-06-30 --by agency",
        "ke-hoach.docx tien-do.csv --measure 1.III.4=96.2 --fail-on never",
    )
    command.add_argument(
        "progress", metavar="SỔ", help="sổ theo dõi: csv, json, xlsx hoặc văn bản có bảng"
    )
    add_log(command)
    add_language(command)
    command.add_argument("--json", action="store_true", help="in JSON (sauro/board/2)")
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="NGÀY", help="mặc định là hôm nay"
    )
    add_times(command)
    command.add_argument("--by", choices=GROUPS, help="in thêm số lượt theo nhóm")
    command.add_argument(
        "--measure",
        action="append",
        default=[],
        type=_measure,
        metavar="MÃ=SỐ",
        help="số đo được cho chỉ tiêu của một nhiệm vụ",
    )
    add_alerts(command)


def _measure(text: str) -> tuple[str, float]:
    task, _, value = text.partition("=")
    try:
        return task, float(value.replace(",", "."))
    except ValueError:
        raise WrongValue(
            say("cần MÃ=SỐ, không phải {!r}", "expected TASK=VALUE, not {!r}", text)
        ) from None


def _track(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    with steps(words, "đọc kế hoạch", "theo dõi tiến độ") as step:
        step()
        plan = plan_of(options)
        step()
        measures = dict(options.measure)
        board = board_of(plan, options, options.as_of, measures=measures)
    if options.json:
        print(board.to_json())
    else:
        print_coloured(board.to_text(options.most, language=options.language))
        if options.by:
            lines = group_lines(board.by(options.by), options.by, words)
            print_coloured("\n".join(["", *lines]))
        as_of = ("--as-of", options.as_of)
        if board.alerts:
            next_step(
                words,
                "remind",
                options.file,
                options.progress,
                *as_of,
                "--by",
                "agency",
                options=options,
            )
        else:
            log = ("--progress", options.progress, "--output", "bao-cao.docx")
            next_step(words, "report", options.file, *log, *as_of, options=options)
    return 3 if board.overdue and options.fail_on == "overdue" else 0


def add_report(commands: Any) -> None:
    """Add the command that writes a report."""
    command = command_for(
        commands,
        "report",
        _report,
        "lập báo cáo",
        "ke-hoach.docx",
        "ke-hoach.docx --progress tien-do.xlsx --as-of 2026-06-30 --output bao-cao.html",
        "ke-hoach.docx --progress tien-do.csv --output bao-cao.docx --index commune-example",
    )
    command.add_argument(
        "--progress", metavar="TỆP", help="sổ theo dõi: csv, json, xlsx hoặc văn bản có bảng"
    )
    add_log(command)
    add_language(command)
    command.add_argument(
        "--as-of",
        type=day,
        metavar="NGÀY",
        help="báo cáo tính đến ngày này; là hôm nay khi có --progress",
    )
    add_times(command)
    command.add_argument(
        "--output",
        default="report.html",
        metavar="TỆP",
        help=".html (mặc định), .md, .xlsx, .docx hoặc .pdf (nhờ LibreOffice)",
    )
    command.add_argument(
        "--since", type=day, metavar="NGÀY", help="ngày báo cáo lần trước: nêu những gì đã thay đổi"
    )
    command.add_argument(
        "--next-report",
        type=day,
        metavar="NGÀY",
        help="nêu việc đến hạn đến ngày này (mặc định: kỳ báo cáo sau của kế hoạch)",
    )
    command.add_argument(
        "--with-findings",
        action="store_true",
        help="thêm những chỗ chính kế hoạch chưa đạt sáu rõ",
    )
    command.add_argument(
        "--template",
        metavar="MẪU.docx",
        help="tệp docx của cơ quan để lấy khổ giấy, đầu trang, chân trang và kiểu chữ (docx, pdf)",
    )
    command.add_argument("--index", metavar="TÊN", help="bộ chỉ số có sẵn hoặc tệp JSON")
    command.add_argument(
        "--indicators", metavar="TỆP", help="số liệu chỉ tiêu: csv, xlsx hoặc bảng trong văn bản"
    )
    command.add_argument("--period", help="kỳ của số liệu chỉ tiêu, khi các cột không ghi")
    command.add_argument("--json", action="store_true", help="in JSON về những gì đã ghi")


def _seen(plan: Plan, options: argparse.Namespace, as_of: date) -> Monitor | None:
    """Say where the indicators stand, if values of them are given."""
    if not options.indicators:
        return None
    from sauro.indicators._log import IndicatorLog
    from sauro.monitoring._monitor import monitor

    values = IndicatorLog.read(options.indicators, period=options.period)
    return monitor(plan.indicators, values, as_of)


def _report(options: argparse.Namespace) -> int:
    as_of = options.as_of or (date.today() if options.progress or options.indicators else None)
    words = words_in(options.language)
    with steps(words, "đọc kế hoạch", "theo dõi tiến độ", "ghi báo cáo") as step:
        step()
        plan = plan_of(options)
        step()
        board = board_of(plan, options, as_of) if as_of is not None else None
        findings = check(plan) if options.with_findings else None
        framework = Framework.load(options.index) if options.index else None
        seen = None if as_of is None else _seen(plan, options, as_of)
        step()
        report(
            plan,
            board=board,
            findings=findings,
            since=options.since,
            next_report=options.next_report,
            template=options.template,
            framework=framework,
            indicators=seen,
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
        if board is None:
            next_step(words, "register", options.file, "-o", "so-theo-doi.xlsx", options=options)
        else:
            given = [
                part
                for name in ("progress", "indicators", "period", "output")
                if (value := getattr(options, name))
                for part in (f"--{name}", value)
            ]
            since = ("--since", board.as_of)
            next_step(words, "report", options.file, *given, *since, options=options)
    return 0
