"""The command ``sauro cases``: on-time rates of case lists of any size."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sauro._base.choice import ON_PROBLEM
from sauro._base.errors import Error, ValidationError, error, say
from sauro._base.files import ending_of, write_text
from sauro._base.shown import visible
from sauro._base.words import Words, words_in
from sauro.cases._batches import CaseRollUp, roll_up_cases
from sauro.cases._columns import UNITS
from sauro.cases._headers import NONE, ROLES, columns_by_header
from sauro.cases._keys import BODIES, PERIODS, RATES
from sauro.cases._lists import read_case_list
from sauro.cases._merge import merge_roll_ups
from sauro.cases._parts import headers_of
from sauro.command._options import add_language, day, next_step, plain_command, steps
from sauro.command._speaking import WrongValue
from sauro.table._page import page, section
from sauro.table._rows_shown import table_lines
from sauro.table._table import Table

__all__ = ["add_cases"]

INVALID_OPTION = 260
ENDINGS = (".xlsx", ".csv", ".html")
KEYS = (*BODIES, *PERIODS)
HEADINGS = {
    "agency": "Đơn vị",
    "procedure": "Thủ tục",
    "month": "Tháng",
    "total": "Tổng số",
    "early": "Trước hạn",
    "on_time": "Đúng ngày hẹn",
    "late": "Trễ hạn",
    "running": "Trong hạn",
    "overdue": "Quá hạn chưa xong",
    "invalid": "Để riêng",
    "late_days": "Số ngày trễ",
    "in_time": "Đúng hạn",
    "decided": "Đã đến hạn hoặc xong",
    "on_time_rate": "Tỷ lệ đúng hạn (%)",
    "promised_late": "Hẹn quá thời hạn",
    "in_time_by_law": "Đúng thời hạn quy định",
    "decided_by_law": "Đã đến thời hạn quy định",
    "on_time_rate_by_law": "Tỷ lệ đúng thời hạn quy định (%)",
    "week": "Tuần từ",
    "quarter": "Quý",
    "year": "Năm",
}
SHOWN = ("total", "in_time", "late", "running", "overdue", "on_time_rate")
OPTIONS = {
    "received": "ngày nhận",
    "limit": "thời hạn",
    "due": "ngày hẹn trả; hồ sơ được xét theo ngày này trước thời hạn",
    "finished": "ngày trả kết quả",
    "agency": "cơ quan để nhóm",
    "procedure": "thủ tục",
    "paused": "thời gian chờ người nộp bổ sung",
}


def add_cases(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "cases",
        _cases,
        "đếm hồ sơ theo cơ quan, thủ tục và tháng: trễ hạn, quá hạn, tỷ lệ đúng hạn",
        "ho-so.xlsx --by agency --as-of 2026-06-30",
        "ho-so/ --by agency,month --output ket-qua.xlsx",
        "ho-so/ --by procedure --workers 8 --checkpoint da-dem",
    )
    command.add_argument(
        "file", metavar="TỆP", help="csv, xlsx hoặc ods; tệp Parquet hoặc thư mục tệp Parquet"
    )
    command.add_argument(
        "--by",
        type=_keys,
        default=("agency",),
        metavar="NHÓM",
        help="một số trong {keys}",
        values={"keys": ",".join(KEYS)},
    )
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="NGÀY", help="mặc định là hôm nay"
    )
    for name, what in OPTIONS.items():
        command.add_argument(
            f"--{name}",
            metavar="CỘT",
            help="cột ghi {what}; '{none}' khi không có",
            values={"what": commands.words(what), "none": NONE},
        )
    command.add_argument(
        "--unit", choices=UNITS, help="thời hạn tính bằng gì; mặc định là ngày làm việc"
    )
    command.add_argument(
        "--sheet", metavar="TÊN", help="trang của bảng tính; mặc định là trang đầu"
    )
    command.add_argument(
        "--on-problem",
        choices=ON_PROBLEM,
        default="raise",
        help="dòng và tệp không thể đúng là lỗi (raise, mặc định) hoặc được để riêng (keep)",
    )
    command.add_argument(
        "--workers", type=int, metavar="N", help="số tiến trình đếm các tệp Parquet"
    )
    command.add_argument(
        "--scheduler", metavar="ĐỊA-CHỈ", help="của dask: địa chỉ, hoặc tệp của scheduler"
    )
    command.add_argument(
        "--checkpoint", metavar="THƯ-MỤC", help="giữ số đã đếm của từng tệp; lần chạy sau đếm tiếp"
    )
    command.add_argument("--most", type=int, default=40, metavar="N", help="số nhóm được in")
    command.add_argument(
        "--output", "-o", metavar="TỆP", help="ghi mọi nhóm: .xlsx, .csv hoặc .html"
    )
    add_language(command, "ngôn ngữ của phần được ghi (mặc định: vi)")


def _keys(text: str) -> tuple[str, ...]:
    keys = tuple(filter(None, text.split(",")))
    unknown = [key for key in keys if key not in KEYS]
    if unknown:
        raise WrongValue(
            say(
                "cần một số trong {}, không phải {!r}",
                "expected some of {}, not {!r}",
                ",".join(KEYS),
                text,
            )
        )
    return keys


def _cases(options: argparse.Namespace) -> int:
    words = words_in(options.language)
    ending = ending_of(options.output, ENDINGS) if options.output else ""
    source = Path(options.file)
    if source.is_dir() or source.suffix.lower() == ".parquet":
        found, roles = _of_parquet(options)
    else:
        found, roles = _of_list(options, words)
    title = words("{n} hồ sơ, tính đến {day}", n=found.rows, day=words.day(options.as_of))
    if ending == ".html":
        shown = section(words("Kết quả"), _headed(found.table, words, to_read=True))
        path = options.output
        write_text(path, page(title, _about(roles, words), [shown], words.language))
    elif ending:
        table = _headed(found.table, words)
        write = table.to_excel if ending == ".xlsx" else table.to_csv
        write(options.output)
    else:
        _print(found.table, title, roles, options, words)
    if ending:  # which columns were taken is to be seen
        print(visible(f"{title}\n{_about(roles, words)}"))
    sys.stdout.flush()
    for one in found.problems:
        print(visible(f"[sauro {one.code}] {one.to_text(words.language)}"), file=sys.stderr)
    return 1 if found.problems else 0


def _roles(headers: list[str], options: argparse.Namespace) -> dict[str, str]:
    """Give the columns that are read, by the options or by usual headers."""
    given = {role: getattr(options, role.removesuffix("_days")) for role in ROLES}
    keys = [key for key in options.by if key in ROLES]
    return columns_by_header(headers, given, ("received", "limit_days", "finished", *keys))


def _refuse(options: argparse.Namespace, names: tuple[str, ...], vi: str, en: str) -> None:
    problems = [(f"--{name}", vi, en) for name in names if getattr(options, name) is not None]
    if problems:
        raise error(ValidationError, INVALID_OPTION, "", problems)


def _of_parquet(options: argparse.Namespace) -> tuple[CaseRollUp, dict[str, str]]:
    _refuse(options, ("sheet",), "Parquet không có trang tính", "Parquet has no sheets")
    roles = _roles(headers_of(options.file), options)
    asked: dict[str, Any] = {
        "as_of": options.as_of, "by": options.by, "unit": options.unit,
        "on_problem": options.on_problem, "checkpoint": options.checkpoint, **roles,
    }  # fmt: skip
    if options.workers is None and options.scheduler is None:
        return roll_up_cases(options.file, **asked), roles
    from sauro import distributed

    found = distributed.roll_up_cases(
        options.file, client=options.scheduler, workers=options.workers, **asked
    )
    return found, roles


def _of_list(options: argparse.Namespace, words: Words) -> tuple[CaseRollUp, dict[str, str]]:
    _refuse(options, ("workers", "scheduler", "checkpoint"), "chỉ cho Parquet", "for Parquet only")
    with steps(words, "đọc hồ sơ", "đếm hồ sơ") as step:
        step()
        cases = read_case_list(options.file, options.sheet)
        step()
        roles = _roles(list(cases.columns), options)
        log = cases.log(roles, options.unit, options.on_problem)
        try:
            table = log.roll_up(as_of=options.as_of, by=options.by, on_problem=options.on_problem)
        except Error as why:
            raise cases.placed(why, roles) from None
    for one in cases.remarks:
        print(visible(one.to_text(words.language)), file=sys.stderr)
    return CaseRollUp(merge_roll_ups([table]), len(log), 1, cases.problems), roles


def _headed(table: Table, words: Words, *, to_read: bool = False) -> Table:
    """Give columns headings of the language and rates as per cent; `to_read` is for people."""
    made: dict[str, Any] = {}
    for name in table.columns:
        values: Any = table[name]
        if name in RATES:
            values = (values * 100).round(1)
            if to_read:
                values = [None if one != one else words.number(one, 1) for one in values.tolist()]
        elif name in PERIODS and to_read:
            values = [None if day is None else _period(name, day) for day in values.tolist()]
        made[words(HEADINGS.get(name, name))] = values
    return Table(made)


def _period(name: str, first: date) -> str:
    """Name a period by its first day; a week is told by it."""
    if name == "quarter":
        return f"{(first.month + 2) // 3}/{first.year}"
    return f"{first:{'%Y' if name == 'year' else '%m/%Y' if name == 'month' else '%d/%m/%Y'}}"


def _print(
    table: Table, title: str, roles: dict[str, str], options: argparse.Namespace, words: Words
) -> None:
    print(visible(title))
    shown = table
    if len(table) > options.most:
        slow = table["late"] + table["overdue"]
        shown = table._taken((-slow).argsort(kind="stable")[: max(options.most, 0)])
    keys = [name for name in table.columns if name in KEYS]
    extra = ["invalid"] if table["invalid"].any() else []
    print(visible(table_lines(_headed(shown[[*keys, *SHOWN, *extra]], words, to_read=True))))
    if len(shown) < len(table):
        print(words("và {n} nhóm khác, ít trễ hơn", n=len(table) - len(shown)))
    print(visible(_about(roles, words)))
    next_step(words, *_next(options))


def _about(roles: dict[str, str], words: Words) -> str:
    names = {
        "received": "ngày nhận",
        "limit_days": "thời hạn",
        "due": "ngày hẹn trả",
        "finished": "ngày trả",
        "agency": "đơn vị",
        "procedure": "thủ tục",
        "paused": "tạm dừng",
    }
    said = "; ".join(f"{words(names[role])} = {header}" for role, header in roles.items())
    return words("Cột đã dùng: {said}", said=said)


def _next(options: argparse.Namespace) -> list[str]:
    """Say what may be asked next: by what the cases weren't counted yet, or to write them."""
    left = [key for key in ("agency", "month", "procedure") if key not in options.by]
    asked = ["cases", options.file, "--by"]
    if left and len(options.by) < 2:
        return [*asked, ",".join([*options.by, left[0]])]
    return [*asked, ",".join(options.by), "--output", "ket-qua.xlsx"]
