"""The command ``sauro score``: an index by a file of inputs, or the file to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sauro._base.choice import ON_PROBLEM
from sauro._base.files import ending_of, write_text
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import plain_command, steps, wrong_option
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import STAGES
from sauro.scoring._page import scorecard_page
from sauro.scoring._score import score
from sauro.scoring._scorecard import Scorecard
from sauro.scoring._sheets import headed
from sauro.table._rows_shown import table_lines

__all__ = ["add_score"]

ENDINGS = (".html", ".xlsx", ".csv")
SHOWN = 10  # criteria that cost most


def add_score(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "score",
        _score,
        "score units by an index, say what they lost and why",
        "pgi-2023 so-lieu.xlsx",
        "bo-tieu-chi.json so-lieu.csv --compare nam-truoc.csv --output diem.html",
        "pgi-2023 --template --output nhap-so-lieu.xlsx",
    )
    command.add_argument(
        "framework",
        help="one that comes along (" + ", ".join(Framework.available()) + ") or a JSON file",
    )
    command.add_argument("values", nargs="?", help="a table of units: csv, xlsx, ods or JSON")
    command.add_argument("--sheet", metavar="NAME", help="of a workbook of values; the first")
    command.add_argument("--unit", metavar="HEADER", help="of the column that names the units")
    command.add_argument(
        "--rename",
        action="append",
        default=[],
        type=_pair,
        metavar="HEADER=NAME",
        help="what the column stands for; again for each",
    )
    command.add_argument(
        "--ignore", action="append", default=[], metavar="HEADER", help="a column to leave out"
    )
    command.add_argument("--stage", choices=STAGES, help="as things stood at this stage")
    command.add_argument(
        "--on-problem",
        choices=ON_PROBLEM,
        default="raise",
        help="values that can't be right are an error (the default), or their points are open",
    )
    command.add_argument("--compare", metavar="VALUES", help="of an earlier year, by the same set")
    command.add_argument(
        "--output", "-o", metavar="PATH", help="write all with its reasons: .html, .xlsx or .csv"
    )
    command.add_argument(
        "--template", action="store_true", help="write the workbook to fill in instead (.xlsx)"
    )


def _pair(text: str) -> tuple[str, str]:
    header, equals, name = text.rpartition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"expected HEADER=NAME, not {text!r}")
    return header, name


def _score(options: argparse.Namespace) -> int:
    framework = Framework.load(options.framework)
    if options.template:
        return _write_template(framework, options)
    if options.values is None:
        raise wrong_option(
            "values", "thiếu tệp số liệu; --template tạo tệp để nhập", "no file of values"
        )
    ending = ending_of(options.output, ENDINGS) if options.output else ""
    if options.compare and ending == ".csv":
        raise wrong_option(
            "--compare", "không ghi được ra .csv; dùng .xlsx, .html", "needs .xlsx or .html"
        )
    with steps(words_in("vi"), "tính điểm", "so sánh") as step:
        step()
        card = _scored(framework, options.values, options)
        step()
        earlier = _scored(framework, options.compare, options) if options.compare else None
    if ending:
        _write(card, earlier, options.output, ending)
    else:
        _print(card, earlier)
    for finding in card.findings:
        print(visible(finding.to_text()))
    return 0


def _scored(framework: Framework, path: str, options: argparse.Namespace) -> Scorecard:
    return score(
        framework,
        Path(path),
        unit=options.unit,
        rename=dict(options.rename),
        ignore=options.ignore,
        sheet=options.sheet,
        stage=options.stage,
        on_problem=options.on_problem,
    )


def _write(card: Scorecard, earlier: Scorecard | None, path: str, ending: str) -> None:
    if ending == ".html":
        write_text(path, scorecard_page(card, card.since(earlier) if earlier else None))
    elif ending == ".xlsx":
        card.to_excel(path, since=earlier)
    else:
        card.tidy.to_csv(path)


def _print(card: Scorecard, earlier: Scorecard | None) -> None:
    several = len(card.periods) > 1
    print(visible(table_lines(headed(card.rankings if several else card.ranking()))))
    lost = card.lost_by_criterion()
    when = f" ({card._periods_in_time[-1]})" if several else ""
    print(visible(f"\nMất điểm nhiều nhất{when}"))
    print(
        visible(
            table_lines(headed(lost.filter((lost["lost"] > 0) | (lost["open"] > 0)).head(SHOWN)))
        )
    )
    if earlier is not None:
        print("\nSo với lần trước")
        print(visible(table_lines(headed(card.since(earlier)))))


def _write_template(framework: Framework, options: argparse.Namespace) -> int:
    read = (options.values, options.compare, options.sheet, options.unit, options.stage)
    if any(read) or options.rename or options.ignore:
        raise wrong_option(
            "--template", "không đọc số liệu, không dùng với lựa chọn về số liệu", "reads no values"
        )
    if options.output is None:
        raise wrong_option(
            "--template", "cần --output, một tệp .xlsx", "needs --output, an .xlsx file"
        )
    ending_of(options.output, (".xlsx",))
    framework.write_template(options.output)
    return 0
