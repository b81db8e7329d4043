"""The command about many plans and their logs: board."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sauro._base.errors import Error, Problem, ValidationError, error, say
from sauro._base.files import ending_of
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro._core import Plan
from sauro.command._comparing import add_output, show
from sauro.command._options import (
    add_alerts,
    add_states,
    add_times,
    day,
    next_step,
    plain_command,
    plan_at,
    states_of,
    steps,
)
from sauro.command._speaking import WrongValue
from sauro.reading._plans import Plans, read_plans
from sauro.reporting._register_rows import HEADERS
from sauro.table._results import ENDINGS
from sauro.text._keys import fold
from sauro.tracking._track_plans import track_plans

__all__ = ["add_board"]

INVALID_OPTION = 260
REGISTER = {fold(name) for column in ("task", "occurrence") for name in HEADERS[column]}
IS_REGISTER = say(
    "là sổ theo dõi, không phải kế hoạch; hãy nêu --log KẾ-HOẠCH=SỔ",
    "is a register, no plan; give it as --log PLAN=LOG",
)

SEVERAL = (
    "là tên của nhiều kế hoạch, hoặc kế hoạch đã có sổ: {}; hãy nêu cả đường dẫn",
    "names several plans, or one that has a log: {}; give the whole path",
)
UNKNOWN = (
    "không có kế hoạch tên này; có {}; hãy viết --log KẾ-HOẠCH=SỔ",
    "there is no plan of this name; there are {}; write --log PLAN=LOG",
)


def add_board(commands: Any) -> None:
    """Add the command that follows many plans on one board."""
    command = plain_command(
        commands,
        "board",
        _board,
        "theo dõi nhiều kế hoạch trên một bảng chung",
        "ke-hoach-1.docx ke-hoach-2.docx --log ke-hoach-1.docx=so-1.xlsx",
        "thu-muc --log cchc.docx=so-cchc.xlsx --log papi.docx=so-papi.xlsx --as-of 2026-06-30",
        "thu-muc -o bang-chung.xlsx",
    )
    command.add_argument(
        "files", nargs="+", metavar="KẾ-HOẠCH", help="các kế hoạch, hoặc thư mục kế hoạch"
    )
    command.add_argument(
        "--log",
        dest="logs",
        action="append",
        default=[],
        type=_pair,
        metavar="KẾ-HOẠCH=SỔ",
        help="sổ theo dõi của một kế hoạch, theo tên tệp; lặp lại cho mỗi kế hoạch",
    )
    command.add_argument("--subfolders", action="store_true", help="cả các thư mục con")
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="NGÀY", help="mặc định là hôm nay"
    )
    add_states(command)
    add_times(command)
    add_alerts(command)
    add_output(command)


def _pair(text: str) -> tuple[str, str]:
    plan, equals, log = text.partition("=")
    if not equals or not plan or not log:
        raise WrongValue(
            say("cần KẾ-HOẠCH=SỔ, không phải {!r}", "expected PLAN=LOG, not {!r}", text)
        )
    return plan, log


def _board(options: argparse.Namespace) -> int:
    if options.output:
        ending_of(options.output, ENDINGS)
    with steps(words_in(options.language), "đọc kế hoạch", "theo dõi tiến độ") as step:
        step()
        plans = _plans(options)
        logs = _logs(options.logs, plans)
        step()
        boards = track_plans(
            plans,
            options.as_of,
            logs=logs,
            duties=not options.tasks_only,
            on_problem="keep",
            year=options.year,
            report_day=options.report_day,
            statuses=states_of(options),
        )
    show(boards, boards.to_text(options.most, language=options.language), options)
    if boards:
        log = next((log for _, log in options.logs), "so-theo-doi.xlsx")
        next_step(words_in(options.language), "remind", boards.names[0], log, "--by", "agency")
    sys.stdout.flush()
    for one in boards.problems:
        print(visible(f"[sauro {one.code}] {one.to_text(options.language)}"), file=sys.stderr)
    if boards.problems or not boards:
        return 1
    return 3 if boards.counts["overdue"] and options.fail_on == "overdue" else 0


def _plans(options: argparse.Namespace) -> Plans:
    """Read files and folders; what can't be read is named, and no log is taken for a plan."""
    logs = {Path(log).resolve() for _, log in options.logs}
    names: list[str] = []
    plans: list[Plan] = []
    problems: list[Problem] = []
    for path in options.files:
        read = _read(path, options)
        for name, plan in zip(read.names, read, strict=True):
            if Path(name).resolve() in logs or name in names:
                continue
            if _is_register(plan):
                problems.append(Problem(INVALID_OPTION, name, *IS_REGISTER))
                continue
            names.append(name)
            plans.append(plan)
        problems += [
            one for one in read.problems if Path(one.where.split(", ")[0]).resolve() not in logs
        ]
    return Plans(names, plans, problems)


def _read(path: str, options: argparse.Namespace) -> Plans:
    if Path(path).is_dir():
        read = read_plans(
            path, subfolders=options.subfolders, on_problem="keep", agencies=options.agencies
        )
        problems = [one._replace(where=str(Path(path) / one.where)) for one in read.problems]
        return Plans([str(Path(path) / name) for name in read.names], read, problems)
    try:
        return Plans([path], [plan_at(path, options.agencies)])
    except Error as wrong:
        return Plans([], [], wrong.problems)


def _is_register(plan: Plan) -> bool:
    """Whether the columns of a register stand beside its tasks: it is a log, and no plan."""
    first = next(iter(plan.tasks), None)
    return first is not None and REGISTER & {fold(name) for name in first.extra} >= {"ma", "ky"}


def _logs(pairs: Iterable[tuple[str, str]], plans: Plans) -> dict[str, str]:
    """Find the plan of each log: by its path, the name of its file, or that without the ending."""
    found: dict[str, str] = {}
    wrong = []
    unread = {one.where.split(", ")[0] for one in plans.problems}
    for told, log in pairs:
        names = [name for name in plans.names if told in _names_of(name)]
        if len(names) == 1 and names[0] not in found:
            found[names[0]] = log
        elif names:
            wrong.append((told, *say(*SEVERAL, ", ".join(names))))
        elif not any(told in _names_of(name) for name in unread):  # which is named as it is
            wrong.append((told, *say(*UNKNOWN, ", ".join(plans.names))))
    if wrong:
        raise error(ValidationError, INVALID_OPTION, "--log", wrong)
    return found


def _names_of(path: str) -> tuple[str, str, str]:
    return path, Path(path).name, Path(path).stem
