"""The command ``sauro``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sauro._base.choice import OnProblem
from sauro._base.errors import Error
from sauro._base.files import read_text
from sauro._base.words import LANGUAGES, Words, words_in
from sauro._core import Plan, __version__
from sauro.calendar._working import WorkingCalendar
from sauro.checking._check import SEVERITIES, check
from sauro.command._datasets import add_datasets
from sauro.reading._read import read_plan
from sauro.reporting._report import report
from sauro.reporting._summary import summary
from sauro.scheduling._schedule import Schedule, schedule
from sauro.scoring._framework import Framework
from sauro.tracking._board import GROUPS, Board, track
from sauro.tracking._progress import Progress

__all__ = ["main"]

BAR: dict[str, Any] = {"delay": 0.5, "disable": None, "leave": False}  # None: on terminals only


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 done, 1 the input is wrong, 2 wrong usage, 3 done and something was found that
        ``--fail-on`` asks for.
    """
    options = _parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return int(options.run(options))
    except Error as error:
        print(f"sauro: {error.to_text(getattr(options, 'language', 'vi'))}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(f"sauro: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sauro", description="Kế hoạch cải cách hành chính")
    parser.add_argument("--version", action="version", version=f"sauro {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_read(commands)
    _add_check(commands)
    _add_schedule(commands)
    _add_track(commands)
    _add_report(commands)
    add_datasets(commands)
    return parser


def _command(commands: Any, name: str, run: Any, what: str, *examples: str) -> Any:
    """Make a command that takes a plan, with examples below its help."""
    command = commands.add_parser(
        name,
        help=what,
        description=what,
        epilog="examples:\n" + "\n".join(f"  sauro {name} {one}" for one in examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", help="the plan: text, Markdown, HTML or docx; or its JSON")
    command.add_argument(
        "--format",
        default="automatic",
        choices=["automatic", "text", "markdown", "html", "docx"],
        help="format of the file, where it should not be guessed",
    )
    command.add_argument("--agencies", metavar="PATH", help="JSON file with names of agencies")
    command.set_defaults(run=run)
    return command


def _add_language(command: Any) -> None:
    command.add_argument(
        "--language",
        default="vi",
        choices=LANGUAGES,
        help="of what is written; texts of the plan stay as they are (default: vi)",
    )


@contextmanager
def _steps(words: Words, *names: str) -> Iterator[Callable[[], None]]:
    """Show which step runs: on a terminal, once the work takes more than half a second."""
    from tqdm import tqdm

    left = iter(names)
    with tqdm(total=len(names), bar_format="{desc} {bar} {n}/{total}", **BAR) as bar:

        def step() -> None:
            bar.set_description_str(words(next(left)))
            bar.update()

        yield step


def _watched(words: Words, rows: Sequence[Any]) -> Iterable[Any]:
    """Show how many rows are written."""
    from tqdm import tqdm

    return tqdm(rows, desc=words("ghi bảng"), **BAR)


def _plan(options: argparse.Namespace) -> Plan:
    if options.file.lower().endswith(".json"):
        return Plan.from_json(read_text(options.file))
    return read_plan(options.file, format=options.format, agencies=options.agencies)


def _add_read(commands: Any) -> None:
    read = _command(
        commands,
        "read",
        _read,
        "read a plan and print what it holds",
        "ke-hoach.docx",
        "ke-hoach.docx --json > ke-hoach.json",
    )
    read.add_argument("--json", action="store_true", help="print the plan as JSON (sauro/plan/1)")
    read.add_argument("--report", metavar="PATH", help="write the register of tasks as HTML")


def _read(options: argparse.Namespace) -> int:
    plan = _plan(options)
    print(plan.to_json() if options.json else summary(plan))
    if options.report:
        report(plan, path=options.report)
        if not options.json:
            print(f"\nĐã ghi {options.report}")
    return 0


def _add_check(commands: Any) -> None:
    check_command = _command(
        commands,
        "check",
        _check,
        "hold a plan against its six clears and against itself",
        "ke-hoach.docx",
        "ke-hoach.docx --rule authority.unnamed=off --fail-on warning",
        "ke-hoach.docx --expired 05/2015/TTLT-BTP-BCA-BYT --json",
    )
    _add_language(check_command)
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
    findings = check(_plan(options), rules=dict(options.rule), expired=options.expired)
    text = findings.to_text(options.most, language=options.language)
    print(findings.to_json() if options.json else text)
    if options.fail_on == "never":
        return 0
    bad = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return 3 if any(one.severity in bad for one in findings) else 0


def _add_schedule(commands: Any) -> None:
    command = _command(
        commands,
        "schedule",
        _schedule,
        "work out when each task is due",
        "ke-hoach.docx",
        "ke-hoach.docx --as-of 2026-06-01 --within 10",
        "ke-hoach.docx --ics lich.ics",
    )
    _add_language(command)
    command.add_argument("--json", action="store_true", help="print sauro/schedule/1")
    command.add_argument("--year", type=int, help="year of the plan, where it doesn't say it")
    command.add_argument(
        "--undated-at-year-end",
        action="store_true",
        help="tasks without a timeframe are due at the end of the year",
    )
    command.add_argument(
        "--as-of", type=_day, metavar="DATE", help="print what is due from then on"
    )
    command.add_argument(
        "--within", type=int, metavar="DAYS", help="working days from --as-of to look ahead"
    )
    command.add_argument("--ics", metavar="PATH", help="write a calendar (iCalendar)")
    command.add_argument("--project", metavar="PATH", help="write Microsoft Project XML")
    command.add_argument("--csv", metavar="PATH", help="write a table for spreadsheets")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected YYYY-MM-DD, not {text!r}") from None


def _schedule(options: argparse.Namespace) -> int:
    made = schedule(
        _plan(options), year=options.year, undated_at_year_end=options.undated_at_year_end
    )
    for path, write in (
        (options.ics, made.to_ics),
        (options.project, made.to_project_xml),
    ):
        if path:
            Path(path).write_text(write(), encoding="utf-8", newline="")
    if options.csv:
        made.table.to_csv(options.csv)
    print(made.to_json() if options.json else _schedule_text(made, options))
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
    return "\n".join(lines) or words("Không có việc nào đến hạn.")


def _add_track(commands: Any) -> None:
    command = _command(
        commands,
        "track",
        _track,
        "follow a plan by a log of progress",
        "ke-hoach.docx tien-do.xlsx",
        "ke-hoach.docx tien-do.csv --as-of 2026-06-30 --by agency",
        "ke-hoach.docx tien-do.csv --measure 1.III.4=96.2 --fail-on never",
    )
    command.add_argument("progress", help="the log: csv, json or xlsx")
    _add_log(command)
    _add_language(command)
    command.add_argument("--json", action="store_true", help="print sauro/board/2")
    command.add_argument(
        "--as-of", type=_day, default=date.today(), metavar="DATE", help="today by default"
    )
    command.add_argument("--year", type=int, help="year of the plan, where it doesn't say it")
    command.add_argument("--by", choices=GROUPS, help="print counts by group")
    command.add_argument(
        "--measure",
        action="append",
        default=[],
        type=_measure,
        metavar="TASK=VALUE",
        help="what was measured for the targets of a task",
    )
    command.add_argument(
        "--most", type=int, default=20, metavar="N", help="alerts to print at most"
    )
    command.add_argument(
        "--fail-on",
        default="overdue",
        choices=["overdue", "never"],
        help="exit with 3 where something is overdue (default)",
    )


def _measure(text: str) -> tuple[str, float]:
    task, _, value = text.partition("=")
    try:
        return task, float(value.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected TASK=VALUE, not {text!r}") from None


def _add_log(command: Any) -> None:
    """Add how a log of progress is read."""
    command.add_argument("--sheet", help="of a workbook; the first by default")
    command.add_argument(
        "--on-problem",
        choices=("raise", "keep"),
        default="raise",
        help="entries that can't be right are an error (the default), or are left out",
    )
    command.add_argument(
        "--keep-good", dest="on_problem", action="store_const", const="keep", help=argparse.SUPPRESS
    )


def _board(
    plan: Plan,
    options: argparse.Namespace,
    as_of: date,
    *,
    year: int | None = None,
    measures: dict[str, float] | None = None,
) -> Board:
    on_problem: OnProblem = options.on_problem
    log = Progress()
    if options.progress:
        log = Progress.read(options.progress, sheet=options.sheet, on_problem=on_problem)
    made = schedule(plan, year=year)
    return track(made, log, as_of, on_problem=on_problem, plan=plan, measures=measures)


def _track(options: argparse.Namespace) -> int:
    with _steps(words_in(options.language), "đọc kế hoạch", "theo dõi tiến độ") as step:
        step()
        plan = _plan(options)
        step()
        measures = dict(options.measure)
        board = _board(plan, options, options.as_of, year=options.year, measures=measures)
    if options.json:
        print(board.to_json())
    else:
        print(board.to_text(options.most, language=options.language))
        if options.by:
            print(f"\n{board.by(options.by)}")
    return 3 if board.overdue and options.fail_on == "overdue" else 0


def _add_report(commands: Any) -> None:
    command = _command(
        commands,
        "report",
        _report,
        "write a report for people",
        "ke-hoach.docx",
        "ke-hoach.docx --progress tien-do.xlsx --as-of 2026-06-30 --output bao-cao.html",
        "ke-hoach.docx --progress tien-do.csv --output bao-cao.docx --index commune-example",
    )
    command.add_argument("--progress", metavar="PATH", help="the log: csv, json or xlsx")
    _add_log(command)
    _add_language(command)
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="the day that the report is of; today where --progress is given",
    )
    command.add_argument("--year", type=int, help="year of the plan, where it doesn't say it")
    command.add_argument(
        "--output",
        default="report.html",
        metavar="PATH",
        help=".html (default), .md, .xlsx or .docx",
    )
    command.add_argument("--index", metavar="NAME", help="an index of the package or a JSON file")
    command.add_argument("--json", action="store_true", help="print what was written as JSON")


def _report(options: argparse.Namespace) -> int:
    as_of = options.as_of or (date.today() if options.progress else None)
    words = words_in(options.language)
    with _steps(words, "đọc kế hoạch", "theo dõi tiến độ", "kiểm tra", "ghi báo cáo") as step:
        step()
        plan = _plan(options)
        step()
        board = _board(plan, options, as_of, year=options.year) if as_of is not None else None
        step()
        findings = check(plan)
        framework = Framework.load(options.index) if options.index else None
        step()
        report(
            plan,
            board=board,
            findings=findings,
            framework=framework,
            path=options.output,
            language=options.language,
            watch=partial(_watched, words),
        )
    if options.json:
        written = {
            "path": options.output,
            "tasks": len(plan.tasks),
            "findings": len(findings),
            "counts": board.counts if board is not None else None,
        }
        print(json.dumps(written, ensure_ascii=False))
    else:
        print(words("Đã ghi {path}", path=options.output))
    return 0
