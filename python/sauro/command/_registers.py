"""Commands of the week: register, merge, remind."""

from __future__ import annotations

import argparse
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from sauro._base.errors import Texts, ValidationError, error, say
from sauro._base.files import ending_of, write_bytes, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import (
    add_language,
    add_log,
    add_tasks_only,
    add_year,
    board_of,
    command_for,
    day,
    plain_command,
    plan_of,
)
from sauro.reporting._remind import remind
from sauro.reporting._write_register import write_registers
from sauro.text._keys import fold
from sauro.tracking._progress import Progress

__all__ = ["add_merge", "add_register", "add_remind"]

INVALID_PROGRESS = 262
TOLD = ("status", "percent", "result", "document", "date", "due", "note")


def add_register(commands: Any) -> None:
    """Add the command that writes a register to fill in."""
    command = command_for(
        commands,
        "register",
        _register,
        "write a register of a plan's tasks to fill in",
        "ke-hoach.docx -o so-theo-doi.xlsx",
        "ke-hoach.docx -o so-moi.xlsx --update so-theo-doi.xlsx",
        "ke-hoach.docx -o so.xlsx --by agency",
    )
    add_language(command)
    add_year(command)
    add_tasks_only(command)
    command.add_argument(
        "-o",
        "--output",
        default="so-theo-doi.xlsx",
        metavar="PATH",
        help=".xlsx (so-theo-doi.xlsx by default), .docx or .csv",
    )
    command.add_argument(
        "--update", metavar="OLD", help="keep what was filled in there, as when the plan changed"
    )
    command.add_argument("--by", choices=["agency"], help="one register for each agency that leads")


def _register(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    plan = plan_of(options)
    left, paths = write_registers(
        plan,
        options.output,
        options.update,
        options.by,
        options.year,
        not options.tasks_only,
        options.language,
    )
    for path in paths:
        print(visible(words("Đã ghi {path}", path=path)))
    if left:
        print(words("{n} dòng của sổ cũ không khớp với kế hoạch:", n=len(left)))
    for row in left.to_dicts():
        name = row["title"] or row["task"]
        print(visible(f"  {row['where']}: {name}, {row['occurrence']}: {row['filled']}"))
    print(words("Điền sổ rồi chạy: sauro track {plan} {log}", plan=options.file, log=paths[0]))
    return 3 if left else 0


def add_merge(commands: Any) -> None:
    """Add the command that brings the registers of several offices together."""
    command = plain_command(
        commands,
        "merge",
        _merge,
        "bring filled registers together into one log",
        "so-phong-kinh-te.xlsx so-cong-an.xlsx -o tien-do.csv",
    )
    command.add_argument("files", nargs="+", metavar="register", help="xlsx, docx, csv or json")
    command.add_argument(
        "-o", "--output", required=True, metavar="LOG", help="the log: .csv, .xlsx or .json"
    )
    command.add_argument("--year", type=int, help="of days that name none")
    command.add_argument("--on", type=day, metavar="DATE", help="of rows without a day")
    add_language(command)


def _merge(options: argparse.Namespace) -> int:
    path = options.output
    ending = ending_of(path, (".csv", ".xlsx", ".json"))
    logs = [Progress.read(path, year=options.year, on=options.on) for path in options.files]
    told: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for file, log in zip(options.files, logs, strict=True):
        for entry in log.entries:
            told[entry.task, entry.occurrence].append((file, entry))
    kept, problems = [], []
    for (task, occurrence), entries in told.items():
        seen: dict[tuple[Any, ...], tuple[str, Any]] = {}
        for file, entry in entries:
            seen.setdefault(tuple(getattr(entry, name) for name in TOLD), (file, entry))
        offices = {file for file, _ in entries}
        if len(seen) > 1 and len(offices) > 1:
            problems.append(_differ(task, occurrence, list(seen.values())))
        kept += [entry for _, entry in seen.values()]
    if problems:
        raise error(ValidationError, INVALID_PROGRESS, "merge", problems)
    merged = Progress(kept)
    if ending == ".json":
        write_text(path, merged.to_json())
    elif ending == ".xlsx":
        merged.table.to_excel(path)
    else:
        merged.table.to_csv(path)
    words = words_in(options.language)
    print(visible(words("Đã ghi {path}: {n} dòng", path=path, n=len(kept))))
    return 0


def _differ(task: str, occurrence: str, entries: list[tuple[str, Any]]) -> Texts:
    places = "; ".join(f"{Path(path).name}, {entry.place}" for path, entry in entries)
    return say(
        "nhiệm vụ {} ({}) được điền khác nhau: {}",
        "task {} ({}) was filled in differently: {}",
        task,
        occurrence,
        places,
    )


def add_remind(commands: Any) -> None:
    """Add the command that says who has to do what by when."""
    command = command_for(
        commands,
        "remind",
        _remind,
        "write reminders: what can still be saved, then what was missed",
        "ke-hoach.docx so-theo-doi.xlsx --by agency",
        "ke-hoach.docx so-theo-doi.xlsx --since 2026-06-29 --html nhac-viec.html",
        "ke-hoach.docx so-theo-doi.xlsx --by agency --mails thu",
    )
    command.add_argument("progress", help="the log: csv, json, xlsx or a document")
    add_log(command)
    add_language(command)
    add_year(command)
    add_tasks_only(command)
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="DATE", help="today by default"
    )
    command.add_argument("--by", choices=["agency"], help="a section for each lead")
    command.add_argument(
        "--since", type=day, metavar="DATE", help="day of the last reminder: say what changed"
    )
    command.add_argument(
        "--within", type=int, default=5, metavar="DAYS", help="working days ahead (default: 5)"
    )
    command.add_argument(
        "--most", type=int, default=8, metavar="N", help="lines of a section at most (default: 8)"
    )
    command.add_argument(
        "--reviews", action="store_true", help="remind of reports on what goes on all the time too"
    )
    command.add_argument("--html", metavar="PATH", help="write a page too")
    command.add_argument(
        "--mails", metavar="FOLDER", help="write one message (.eml) for each section too"
    )


def _remind(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    plan = plan_of(options)
    board = board_of(plan, options, options.as_of, year=options.year, reviews=options.reviews)
    made = remind(
        board,
        within=options.within,
        by=options.by,
        since=options.since,
        most=options.most,
        language=options.language,
    )
    print(made.to_text())
    if options.html:
        path = Path(options.html)
        write_text(path, made.to_html())
        print("\n" + visible(words("Đã ghi {path}", path=path)))
    if options.mails:
        for agency, mail in made.to_mails().items():
            path = Path(options.mails) / f"{_file_name(agency or 'nhac-viec')}.eml"
            write_bytes(path, mail)
            print(visible(words("Đã ghi {path}", path=path)))
    return 0


def _file_name(agency: str) -> str:
    return fold(agency).replace(" ", "-")
