"""The command about many documents and one body."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import add_language, next_step, plain_command
from sauro.reading._assignments import assignments
from sauro.reading._read import read_plan
from sauro.table._table import Table

__all__ = ["add_assigned"]


def add_assigned(commands: Any) -> None:
    """Add the command that lists what documents give a body to do."""
    command = plain_command(
        commands,
        "assigned",
        _assigned,
        "liệt kê việc mà các văn bản giao cho một cơ quan, theo hạn",
        '"UBND xã Phú Lộc" chi-thi.docx cong-dien.pdf',
        '"UBND xã Phú Lộc" chi-thi.docx --csv viec.csv',
    )
    command.add_argument("agency", metavar="CƠ-QUAN", help="tên cơ quan")
    command.add_argument(
        "files", nargs="+", metavar="VĂN-BẢN", help="chỉ thị, thông báo, kế hoạch, ..."
    )
    add_language(command)
    command.add_argument("--csv", metavar="TỆP", help="ghi bảng cho bảng tính")


def _assigned(options: argparse.Namespace) -> int:
    work = assignments([read_plan(path) for path in options.files], options.agency)
    if options.csv:
        work.to_csv(options.csv)
    print(visible(_assigned_text(work, options.language)))
    if not options.csv:
        said = (options.agency, *options.files, "--csv", "viec-duoc-giao.csv")
        next_step(words_in(options.language), "assigned", *said)
    return 0


def _assigned_text(work: Table, language: str) -> str:
    """One line a task or duty, by due day; those without a date last."""
    words = words_in(language)
    roles = {"lead": words("chủ trì"), "coordinator": words("phối hợp")}
    lines = []
    for one in sorted(work.to_dicts(), key=lambda one: one["due"] or date.max):
        day = words.day(one["due"]) if one["due"] else words("chưa có hạn")
        role = roles[one["role"]]
        lines.append(f"{day:<12}  {one['document']}  {one['id']:<9} {one['title']} [{role}]")
    return "\n".join(lines) or words("Không có việc nào được giao.")
