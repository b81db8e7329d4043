"""Commands that hold plans against each other: compare, cover."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from sauro._base.files import ending_of
from sauro._base.words import words_in
from sauro._core import Plan
from sauro.command._colours import print_coloured
from sauro.command._options import add_language, next_step, plain_command, plan_at, steps
from sauro.comparing._answers import Answers
from sauro.comparing._compare import compare
from sauro.comparing._comparison import Comparison
from sauro.comparing._cover import cover
from sauro.table._results import ENDINGS, Result

__all__ = ["add_compare", "add_cover", "add_output", "show"]

Found = TypeVar("Found", Comparison, Answers)


def add_output(command: Any) -> None:
    """Add where a result is written to."""
    command.add_argument(
        "-o",
        "--output",
        metavar="TỆP",
        help="ghi vào tệp thay vì in: {endings}",
        values={"endings": ", ".join(ENDINGS)},
    )
    command.add_argument("--agencies", metavar="TỆP", help="tệp JSON ghi tên các cơ quan")
    add_language(command)


def show(made: Result, text: str, options: argparse.Namespace) -> None:
    """Write a result to the file that was asked for, or print its text."""
    if not options.output:
        print_coloured(text)
        return
    made.write(options.output, language=options.language)
    print(words_in(options.language)("Đã ghi {path}", path=options.output))


def add_compare(commands: Any) -> None:
    """Add the command that says what changed from one plan to another."""
    command = plain_command(
        commands,
        "compare",
        _compare,
        "nêu khác nhau giữa hai kế hoạch: được sửa, hoặc của năm sau",
        "ke-hoach.docx ke-hoach-sua-doi.docx",
        "ke-hoach-2026.docx ke-hoach-2027.docx -o thay-doi.xlsx",
    )
    command.add_argument(
        "old", metavar="KẾ-HOẠCH-CŨ", help="kế hoạch cũ: văn bản, hoặc JSON của nó"
    )
    command.add_argument("new", metavar="KẾ-HOẠCH-MỚI", help="kế hoạch mới")
    add_output(command)
    command.add_argument(
        "--fail-on",
        default="never",
        choices=["change", "never"],
        help="kết thúc với mã 3 khi có thay đổi (change)",
    )


def _compare(options: argparse.Namespace) -> int:
    found = _held(options, options.old, options.new, compare)
    log = ("-o", "so-moi.xlsx", "--update", "so-theo-doi.xlsx")
    next_step(words_in(options.language), "register", options.new, *log)
    return 3 if found and options.fail_on == "change" else 0


def add_cover(commands: Any) -> None:
    """Add the command that says what of a higher plan may have an answer in a lower one."""
    command = plain_command(
        commands,
        "cover",
        _cover,
        "nêu nhiệm vụ, chỉ tiêu nào của cấp trên có thể đã có trong kế hoạch cấp dưới",
        "ke-hoach-tinh.docx ke-hoach-xa.docx",
        'ke-hoach-tinh.docx ke-hoach-xa.docx --agency "UBND xã An Lộc" -o doi-chieu.xlsx',
    )
    command.add_argument(
        "higher", metavar="CẤP-TRÊN", help="kế hoạch giao việc: văn bản, hoặc JSON của nó"
    )
    command.add_argument("lower", metavar="CẤP-DƯỚI", help="kế hoạch phải đáp ứng")
    command.add_argument(
        "--agency", metavar="TÊN", help="chỉ những việc kế hoạch cấp trên giao cho cơ quan này"
    )
    add_output(command)
    command.add_argument(
        "--fail-on",
        default="never",
        choices=["none", "never"],
        help="kết thúc với mã 3 khi có việc chưa thấy đáp ứng (none)",
    )


def _cover(options: argparse.Namespace) -> int:
    found = _held(options, options.higher, options.lower, partial(cover, agency=options.agency))
    words = words_in(options.language)
    if options.output:
        next_step(words, "register", options.lower, "-o", "so-theo-doi.xlsx")
    else:
        next_step(words, "cover", options.higher, options.lower, "-o", "doi-chieu.xlsx")
    return 3 if found.of("none") and options.fail_on == "none" else 0


def _held(
    options: argparse.Namespace, first: str, second: str, verb: Callable[[Plan, Plan], Found]
) -> Found:
    """Read two plans, hold one against the other, and show what was found."""
    if options.output:
        ending_of(options.output, ENDINGS)
    with steps(words_in(options.language), "đọc kế hoạch", "so sánh") as step:
        step()
        one, other = (plan_at(path, options.agencies) for path in (first, second))
        step()
        found = verb(one, other)
    show(found, found.to_text(language=options.language), options)
    return found
