"""The command about values of indicators."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from sauro._base.files import ending_of
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import command_for, day, plan_of, steps
from sauro.indicators._log import IndicatorLog
from sauro.monitoring._monitor import Monitor, monitor
from sauro.monitoring._sentences import STATUS_WORDS, number_text
from sauro.table._table import Table

__all__ = ["add_indicators"]

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
        "say where the indicators of a plan stand by their values",
        "ke-hoach.docx so-lieu.xlsx --as-of 2026-09-30",
        "ke-hoach.docx bieu-thang-9.xlsx --period '9 tháng năm 2026' --sentences",
        "ke-hoach.docx so-lieu.csv --as-of 2026-09-30 --output chi-tieu.xlsx",
    )
    command.add_argument("values", help="the values: csv, xlsx or the table of a document")
    command.add_argument("--period", help="what the sheet reports, where its columns don't say it")
    command.add_argument("--place", default="", help="whose values they are, where no column says")
    command.add_argument("--sheet", metavar="NAME", help="of a workbook of values; the first")
    command.add_argument(
        "--as-of", type=day, default=date.today(), metavar="DATE", help="today by default"
    )
    command.add_argument(
        "--known-on", type=day, metavar="DATE", help="only what was known on this day"
    )
    command.add_argument("--sentences", action="store_true", help="print sentences for a report")
    command.add_argument("--output", "-o", metavar="PATH", help="write the table: .csv or .xlsx")


def _indicators(options: argparse.Namespace) -> int:
    ending = ending_of(options.output, (".csv", ".xlsx")) if options.output else ""
    with steps(words_in("vi"), "đọc kế hoạch", "đọc số liệu") as step:
        step()
        plan = plan_of(options)
        step()
        log = IndicatorLog.read(
            options.values, period=options.period, place=options.place, sheet=options.sheet
        )
        seen = monitor(plan.indicators, log, options.as_of, known_on=options.known_on)
    if options.output:
        write = seen.table.to_excel if ending == ".xlsx" else seen.table.to_csv
        write(options.output)
    elif options.sentences:
        print(visible("\n".join([*seen.sentences, *seen.estimates])))
    else:
        print(visible(str(_shown(seen))))
    for one in [*log.contradictions, *seen.contradictions]:
        print(visible(_clash(one)))
    for remark in seen.remarks:
        print(visible(f"{remark.task}: {remark.message}"))
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


def _clash(one: Any) -> str:
    place = f" ({one.place})" if one.place else ""
    parts = f": {one.parts}" if one.parts else ""
    given, other = (number_text(value) for value in (one.given, one.other))
    return f"mâu thuẫn, {one.indicator}{place} đến {one.last:%d/%m/%Y}: {given} và {other}{parts}"
