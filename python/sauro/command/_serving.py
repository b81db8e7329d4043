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
    add_states,
    add_times,
    command_for,
    plan_of,
    states_of,
)
from sauro.serving._serve import serve

__all__ = ["add_serve"]


def add_serve(commands: Any) -> None:
    """Add the command that shows a page on which a log is kept."""
    command = command_for(
        commands,
        "serve",
        _serve,
        "mở trang trên máy này để tích việc và ghi kết quả",
        "ke-hoach.docx so-theo-doi.xlsx",
        "ke-hoach.docx tien-do.csv --port 8000",
    )
    command.add_argument(
        "log",
        metavar="SỔ",
        help="sổ theo dõi (.xlsx, .csv) hoặc một .csv khác; chưa có thì được lập",
    )
    command.add_argument(
        "--port",
        type=int,
        default=0,
        metavar="N",
        help="cổng của máy này; mặc định là cổng trống bất kỳ",
    )
    command.add_argument(
        "--on-problem",
        choices=("raise", "keep"),
        default="raise",
        help="dòng không thể đúng là lỗi (raise, mặc định) hoặc không được tính (keep)",
    )
    add_states(command)
    add_times(command)
    add_language(command, "ngôn ngữ của trang; lời của kế hoạch giữ nguyên (mặc định: vi)")


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
        report_day=options.report_day,
        statuses=states_of(options),
        ready=ready,
    )
    return 0
