"""The command of the week: remind."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sauro._base.files import write_bytes, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._colours import print_coloured
from sauro.command._options import (
    add_language,
    add_log,
    add_times,
    board_of,
    command_for,
    day,
    next_step,
    plan_of,
)
from sauro.reporting._remind import remind
from sauro.text._keys import fold

__all__ = ["add_remind"]


def add_remind(commands: Any) -> None:
    """Add the command that says who has to do what by when."""
    command = command_for(
        commands,
        "remind",
        _remind,
        "nhắc việc: việc còn kịp trước, rồi việc đã quá hạn",
        "ke-hoach.docx so-theo-doi.xlsx --by agency",
        "ke-hoach.docx so-theo-doi.xlsx --since 2026-06-29 --html nhac-viec.html",
        "ke-hoach.docx so-theo-doi.xlsx --by agency --mails thu",
    )
    command.add_argument(
        "progress", metavar="SỔ", help="sổ theo dõi: csv, json, xlsx hoặc văn bản có bảng"
    )
    add_log(command)
    add_language(command)
    add_times(command)
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="NGÀY", help="mặc định là hôm nay"
    )
    command.add_argument("--by", choices=["agency"], help="mỗi cơ quan chủ trì một phần")
    command.add_argument(
        "--since", type=day, metavar="NGÀY", help="ngày nhắc lần trước: nêu những gì đã thay đổi"
    )
    command.add_argument(
        "--within",
        type=int,
        default=5,
        metavar="SỐ-NGÀY",
        help="việc đến hạn trong bấy nhiêu ngày làm việc (mặc định: 5)",
    )
    command.add_argument(
        "--most",
        type=int,
        default=8,
        metavar="N",
        help="mỗi phần nhiều nhất bấy nhiêu dòng (mặc định: 8)",
    )
    command.add_argument(
        "--reviews", action="store_true", help="nhắc cả báo cáo kỳ của việc thường xuyên"
    )
    command.add_argument("--html", metavar="TỆP", help="ghi thêm thành trang HTML")
    command.add_argument("--mails", metavar="THƯ-MỤC", help="ghi thêm mỗi phần một thư (.eml)")


def _remind(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    plan = plan_of(options)
    board = board_of(plan, options, options.as_of, reviews=options.reviews)
    made = remind(
        board,
        within=options.within,
        by=options.by,
        since=options.since,
        most=options.most,
        language=options.language,
    )
    print_coloured(made.to_text())
    if options.html:
        path = Path(options.html)
        write_text(path, made.to_html())
        print("\n" + visible(words("Đã ghi {path}", path=path)))
    if options.mails:
        Path(options.mails).mkdir(parents=True, exist_ok=True)
        for agency, mail in made.to_mails().items():
            path = Path(options.mails) / f"{_file_name(agency or 'nhac-viec')}.eml"
            write_bytes(path, mail)
            print(visible(words("Đã ghi {path}", path=path)))
    log = (options.file, options.progress)  # beside what is to be pasted
    next_step(words, "remind", *log, "--since", options.as_of, options=options, file=sys.stderr)
    return 0


def _file_name(agency: str) -> str:
    return fold(agency).replace(" ", "-")
