"""The command about values of indicators."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from sauro._base.errors import ValidationError, error, say
from sauro._base.files import ending_of
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro._core import Plan
from sauro.command._options import command_for, day, next_step, plan_of, steps, wrong_option
from sauro.indicators._log import IndicatorLog
from sauro.monitoring._monitor import Monitor, monitor
from sauro.monitoring._sentences import (
    STATUS_WORDS,
    allocation_sentence,
    month_of,
    number_text,
)
from sauro.reporting._indicator_report import (
    contradiction_text,
    remark_texts,
    report_indicators,
)
from sauro.reporting._indicator_sheet import write_indicator_sheet
from sauro.table._table import Table

__all__ = ["add_indicators"]

INVALID_OPTION = 260
ENDINGS = (".html", ".docx", ".xlsx", ".md", ".csv")
HEADERS = (
    *("Chỉ tiêu", "Nơi", "ĐVT", "Tình trạng", "Mục tiêu", "Kỳ cuối", "Lũy kế", "% mục tiêu"),
    *("So cùng kỳ", "Lẽ ra", "Đến ngày"),
)


def add_indicators(commands: Any) -> None:
    """Add the command that says where indicators stand."""
    command = command_for(
        commands,
        "indicators",
        _indicators,
        "nêu tình hình các chỉ tiêu của kế hoạch theo số liệu",
        "ke-hoach.docx so-lieu.xlsx --as-of 2026-09-30",
        "ke-hoach.docx bieu-thang-9.xlsx --period '9 tháng năm 2026' --sentences",
        "ke-hoach.docx so-lieu.csv --as-of 2026-09-30 --output chi-tieu.docx",
        "ke-hoach.docx --template --output mau-so-lieu.xlsx",
    )
    command.add_argument(
        "values", metavar="SỐ-LIỆU", nargs="?", help="số liệu: csv, xlsx hoặc bảng trong văn bản"
    )
    command.add_argument("--template", action="store_true", help="chỉ ghi bảng để điền (.xlsx)")
    command.add_argument(
        "--places", metavar="TÊN,TÊN", help="dùng với --template: mỗi địa bàn một dòng"
    )
    command.add_argument("--period", help="số liệu của kỳ hay lũy kế, khi các cột không ghi")
    command.add_argument("--place", default="", help="số liệu của nơi nào, khi không có cột ghi")
    command.add_argument(
        "--sheet", metavar="TÊN", help="trang của bảng số liệu; mặc định là trang đầu"
    )
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="NGÀY", help="mặc định là hôm nay"
    )
    command.add_argument(
        "--known-on", type=day, metavar="NGÀY", help="chỉ số liệu đã biết vào ngày này"
    )
    command.add_argument("--sentences", action="store_true", help="in thành câu cho báo cáo")
    command.add_argument(
        "--cut-off-day",
        type=int,
        default=0,
        metavar="NGÀY",
        help="14 khi tháng tính từ ngày 15 đến ngày 14; mặc định theo tháng dương lịch",
    )
    command.add_argument(
        "--allocations", metavar="TỆP", help="chỉ tiêu giao cho các địa bàn, của năm nếu không ghi"
    )
    command.add_argument(
        "--output",
        "-o",
        metavar="TỆP",
        help="ghi báo cáo: .html, .docx, .xlsx, .md; hoặc bảng: .csv",
    )


def _indicators(options: argparse.Namespace) -> int:
    if options.template:
        return _template(options)
    if options.values is None:
        raise wrong_option(
            "values", "thiếu tệp số liệu; --template tạo tệp để điền", "no file of values"
        )
    ending = ending_of(options.output, ENDINGS) if options.output else ""
    with steps(words_in("vi"), "đọc kế hoạch", "đọc số liệu") as step:
        step()
        plan = _with_indicators(options)
        step()
        log = IndicatorLog.read(
            options.values, period=options.period, place=options.place, sheet=options.sheet
        )
        seen = monitor(
            plan.indicators,
            log,
            options.as_of,
            known_on=options.known_on,
            cut_off_day=options.cut_off_day,
            allocations=_allocations(options),
        )
    if options.output:
        if ending == ".csv":
            seen.table.to_csv(options.output)
        else:
            report_indicators(plan, seen, options.output)
        print(f"Đã ghi {options.output}")
    elif options.sentences:
        print(visible("\n".join([*seen.sentences, *seen.estimates])))
    else:
        print(visible(str(_shown(seen))))
    names = {one.id: one.name for one in plan.indicators}
    for one in [*log.contradictions, *seen.contradictions]:
        print(visible(contradiction_text(one, names)))
    for given in seen.allocations:
        print(visible(allocation_sentence(given)))
    for text in remark_texts(plan, seen):
        print(visible(text))
    if not options.output and not options.sentences:
        values = (options.file, options.values, *_said(options))
        next_step(words_in("vi"), "indicators", *values, "-o", "bao-cao-chi-tieu.docx")
    return 0


def _said(options: argparse.Namespace) -> list[str]:
    """Options that say what the values are of, as they were given."""
    said = []
    for name in ("period", "place", "sheet", "as_of", "known_on", "cut_off_day", "allocations"):
        value = getattr(options, name)
        if value and not (name == "as_of" and value == date.today()):
            said += [f"--{name.replace('_', '-')}", str(value)]
    return said


def _allocations(options: argparse.Namespace) -> IndicatorLog | None:
    if options.allocations is None:
        return None
    year, _ = month_of(options.as_of, options.cut_off_day)
    return IndicatorLog.read(options.allocations, period=str(year), year=year)


def _with_indicators(options: argparse.Namespace) -> Plan:
    """Read the plan; one without indicators has nothing to fill in or to follow."""
    plan = plan_of(options)
    if not plan.indicators:
        text = say("kế hoạch không có chỉ tiêu nào", "the plan has no indicators")
        raise error(ValidationError, INVALID_OPTION, str(options.file), [text])
    return plan


def _template(options: argparse.Namespace) -> int:
    if options.values or options.sentences:
        raise wrong_option("--template", "không đọc số liệu", "reads no values")
    if options.output is None:
        raise wrong_option(
            "--template", "cần --output, một tệp .xlsx", "needs --output, an .xlsx file"
        )
    named = (name.strip() for name in (options.places or "").split(","))
    places = list(dict.fromkeys(name for name in named if name))
    write_indicator_sheet(_with_indicators(options).indicators, options.output, places=places)
    then = f"sauro indicators {options.file} {options.output} --period 'KỲ BÁO CÁO'"
    print(f"Đã ghi {options.output}; điền rồi: {then}")
    return 0


def _shown(seen: Monitor) -> Table:
    def number(value: float | None) -> str:
        return "" if value is None else number_text(value)

    rows = [
        (
            one.name or one.indicator, one.place, one.unit, STATUS_WORDS[one.status],
            one.target_text, number(one.value), number(one.cumulated), number(one.percent),
            f"{number(one.change)} {one.change_unit}".strip(), number(one.expected),
            "" if one.last is None else f"{one.last:%d/%m/%Y}",
        )
        for one in seen.standings
    ]  # fmt: skip
    columns = {name: [row[at] for row in rows] for at, name in enumerate(HEADERS)}
    return Table({name: cells for name, cells in columns.items() if any(cells)})
