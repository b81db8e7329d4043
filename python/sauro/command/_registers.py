"""Commands about registers: register, merge."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

from sauro._base.errors import Texts, ValidationError, error, say
from sauro._base.files import ending_of, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import (
    add_language,
    add_states,
    add_times,
    command_for,
    day,
    next_step,
    plain_command,
    plan_of,
    schedule_of,
    states_of,
)
from sauro.reporting._write_register import write_registers
from sauro.tracking._progress import Progress

__all__ = ["add_merge", "add_register"]

INVALID_PROGRESS = 262
TOLD = ("status", "percent", "result", "document", "date", "due", "note")


def add_register(commands: Any) -> None:
    """Add the command that writes a register to fill in."""
    command = command_for(
        commands,
        "register",
        _register,
        "lập sổ theo dõi nhiệm vụ để điền",
        "ke-hoach.docx -o so-theo-doi.xlsx",
        "ke-hoach.docx -o so-moi.xlsx --update so-theo-doi.xlsx",
        "ke-hoach.docx -o so.xlsx --by agency",
    )
    add_language(command)
    add_times(command)
    command.add_argument(
        "-o",
        "--output",
        default="so-theo-doi.xlsx",
        metavar="TỆP",
        help=".xlsx (mặc định là so-theo-doi.xlsx), .docx hoặc .csv",
    )
    command.add_argument(
        "--update",
        metavar="SỔ-CŨ",
        help="giữ những gì đã điền trong sổ này, như khi kế hoạch được sửa",
    )
    command.add_argument("--by", choices=["agency"], help="mỗi cơ quan chủ trì một sổ")


def _register(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    plan = plan_of(options)
    left, paths = write_registers(
        plan,
        schedule_of(plan, options),
        options.output,
        options.update,
        options.by,
        options.language,
    )
    for path in paths:
        print(visible(words("Đã ghi {path}", path=path)))
    if left:
        print(words("{n} dòng của sổ cũ không khớp với kế hoạch:", n=len(left)))
    for row in left.to_dicts():
        name = row["title"] or row["task"]
        print(visible(f"  {row['where']}: {name}, {row['occurrence']}: {row['filled']}"))
    print(f"\n{words('Điền sổ rồi chạy lệnh sau.')}", end="")
    next_step(words, "track", options.file, paths[0], options=options)
    return 3 if left else 0


def add_merge(commands: Any) -> None:
    """Add the command that brings the registers of several offices together."""
    command = plain_command(
        commands,
        "merge",
        _merge,
        "gộp các sổ đã điền thành một nhật ký",
        "so-phong-kinh-te.xlsx so-cong-an.xlsx -o tien-do.csv",
    )
    command.add_argument("files", nargs="+", metavar="SỔ", help="xlsx, docx, csv hoặc json")
    command.add_argument(
        "-o", "--output", required=True, metavar="SỔ", help="nhật ký: .csv, .xlsx hoặc .json"
    )
    add_states(command)
    command.add_argument("--year", type=int, metavar="NĂM", help="năm của các ngày không ghi năm")
    command.add_argument("--on", type=day, metavar="NGÀY", help="ngày của các dòng không ghi ngày")
    add_language(command)


def _merge(options: argparse.Namespace) -> int:
    path = options.output
    ending = ending_of(path, (".csv", ".xlsx", ".json"))
    states = states_of(options)
    logs = [
        Progress.read(path, year=options.year, on=options.on, statuses=states)
        for path in options.files
    ]
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
    next_step(words, "track", "ke-hoach.docx", path)
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
