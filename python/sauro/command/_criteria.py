"""The command ``sauro criteria``: a set of criteria out of a document."""

from __future__ import annotations

import argparse
from typing import Any

from sauro._base.files import ending_of, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import next_step, plain_command
from sauro.scoring._draft import FrameworkDraft, read_framework
from sauro.table._rows_shown import points_text

__all__ = ["add_criteria"]


def add_criteria(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "criteria",
        _criteria,
        "đọc bộ tiêu chí từ văn bản và nêu quy tắc nào còn phải viết",
        "bo-tieu-chi.docx",
        "bo-tieu-chi.docx --output bo-tieu-chi.json",
    )
    command.add_argument(
        "file",
        metavar="VĂN-BẢN",
        help="văn bản: docx, odt, xlsx, ods, csv, HTML, Markdown hoặc chữ",
    )
    command.add_argument(
        "--sheet",
        action="append",
        metavar="TÊN",
        help="trang của bảng tính, lặp lại cho mỗi trang; mặc định là tất cả",
    )
    command.add_argument(
        "--output", "-o", metavar="TỆP", help="ghi bộ tiêu chí cho `sauro score` (.json)"
    )
    command.add_argument(
        "--strict", action="store_true", help="kết thúc với mã 3 khi còn quy tắc phải viết hoặc sai"
    )


def _criteria(options: argparse.Namespace) -> int:
    if options.output:
        ending_of(options.output, (".json",))
    draft = read_framework(options.file, sheets=options.sheet)
    faults = _print(draft)
    if path := options.output:
        write_text(path, draft.framework.to_json())
        if not draft.framework.validate():
            next_step(words_in("vi"), "score", path, "--template", "-o", "nhap-so-lieu.xlsx")
    else:
        next_step(words_in("vi"), "criteria", options.file, "-o", "bo-tieu-chi.json")
    return 3 if options.strict and faults else 0


def _print(draft: FrameworkDraft) -> int:
    """Show the tree and what is to be done; give the number of faults."""
    states = {rule.code: rule.state for rule in draft.rules}
    marks = {"read": "đã đọc", "unread": "cần viết"}
    for one in draft.framework.criteria:
        depth = "  " * one.code.count(".")
        points = points_text(one.max if one.max is not None else float("nan"))
        state = marks.get(states.get(one.code, ""), "")
        print(visible(f"{depth}{one.code}  {one.title}: {points} điểm  {state}".rstrip()))
    read = len(draft.rules) - len(draft.unread)
    print(f"\n{len(draft.rules)} tiêu chí thành phần, đọc được cách tính của {read}")
    for rule in draft.unread:
        print(visible(f"  {rule.code}: {rule.why}"))
    faults = [fault.to_text() for fault in draft.problems]
    faults += [fault.to_text() for fault in draft.framework.validate()]
    for fault in faults:
        print(visible(f"  {fault}"))
    return len(faults) + len(draft.unread)
