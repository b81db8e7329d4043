"""The command of the page on which a log is kept."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import (
    add_language,
    add_tasks_only,
    add_year,
    command_for,
    plan_of,
)
from sauro.serving._serve import serve

__all__ = ["add_serve"]


def add_serve(commands: Any) -> None:
    """Add the command that shows a page on which a log is kept."""
    command = command_for(
        commands,
        "serve",
        _serve,
        "show a page of this machine to tick tasks off and report on them",
        "ke-hoach.docx so-theo-doi.xlsx",
        "ke-hoach.docx tien-do.csv --port 8000",
    )
    command.add_argument(
        "log", help="the log: a register (.xlsx, .csv) or another .csv; made where there is none"
    )
    command.add_argument(
        "--port", type=int, default=0, metavar="N", help="of this machine; any free one by default"
    )
    command.add_argument(
        "--on-problem",
        choices=("raise", "keep"),
        default="raise",
        help="entries that can't be right are an error (the default), or stay uncounted",
    )
    add_year(command)
    add_tasks_only(command)
    add_language(command, "of the page; texts of the plan stay as they are (default: vi)")


def _serve(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    is_new = not Path(options.log).exists()

    def ready(address: str) -> None:
        if is_new:
            print(visible(words("Đã ghi {path}", path=options.log)))
        text = "Mở {address} trong trình duyệt của máy này; nhấn Ctrl-C để dừng."
        print(visible(words(text, address=address)), flush=True)

    serve(
        plan_of(options),
        options.log,
        datetime.now,
        port=options.port,
        year=options.year,
        duties=not options.tasks_only,
        language=options.language,
        on_problem=options.on_problem,
        ready=ready,
    )
    return 0
