"""The command ``sauro score``: an index by a file of inputs, or the file to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sauro._base.choice import ON_PROBLEM
from sauro._base.errors import say
from sauro._base.files import ending_of
from sauro._base.shown import visible
from sauro._base.words import words_in
from sauro.command._options import next_step, plain_command, steps, wrong_option
from sauro.command._speaking import WrongValue
from sauro.reporting._scores import report_scores
from sauro.scoring._framework import Framework
from sauro.scoring._inputs import STAGES
from sauro.scoring._score import score
from sauro.scoring._scorecard import Scorecard
from sauro.scoring._sheets import differences, headed
from sauro.table._rows_shown import table_lines

__all__ = ["add_score"]

ENDINGS = (".html", ".docx", ".xlsx", ".md", ".csv")
SHOWN = 10  # criteria that cost most


def add_score(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "score",
        _score,
        "chấm điểm các đơn vị theo bộ chỉ số, nêu điểm mất và lý do",
        "pgi-2023 so-lieu.xlsx",
        "bo-tieu-chi.json so-lieu.csv --compare nam-truoc.csv --output diem.html",
        "pgi-2023 --template --output nhap-so-lieu.xlsx",
        "pgi-2023 tu-cham.xlsx --appraisal --output tham-dinh.xlsx",
    )
    command.add_argument(
        "framework",
        metavar="BỘ-CHỈ-SỐ",
        help="bộ có sẵn ({names}) hoặc tệp JSON",
        values={"names": ", ".join(Framework.available())},
    )
    command.add_argument(
        "values",
        metavar="SỐ-LIỆU",
        nargs="?",
        help="bảng các đơn vị: csv, xlsx, ods, Parquet hoặc JSON",
    )
    command.add_argument(
        "--sheet",
        action="append",
        metavar="TÊN",
        help="trang của bảng tính, lặp lại được; mặc định mọi trang có tiêu đề đơn vị và biến",
    )
    command.add_argument("--unit", metavar="CỘT", help="cột ghi tên đơn vị")
    command.add_argument(
        "--rename",
        action="append",
        default=[],
        type=_pair,
        metavar="CỘT=BIẾN",
        help="cột là biến nào; lặp lại cho mỗi cột",
    )
    command.add_argument("--ignore", action="append", default=[], metavar="CỘT", help="cột bỏ qua")
    command.add_argument("--stage", choices=STAGES, help="theo số liệu của bước này")
    command.add_argument(
        "--on-problem",
        choices=ON_PROBLEM,
        default="raise",
        help="giá trị không thể đúng là lỗi (raise, mặc định) hoặc điểm của nó để ngỏ (keep)",
    )
    command.add_argument(
        "--compare", metavar="SỐ-LIỆU", help="số liệu của năm trước, theo cùng bộ chỉ số"
    )
    command.add_argument(
        "--output", "-o", metavar="TỆP", help="ghi tất cả kèm lý do: .html, .docx, .xlsx, .md, .csv"
    )
    command.add_argument(
        "--template", action="store_true", help="chỉ ghi bảng tính để điền (.xlsx)"
    )
    command.add_argument(
        "--appraisal",
        action="store_true",
        help="chỉ ghi bảng tính để đơn vị và người thẩm định lần lượt điền (.xlsx)",
    )


def _pair(text: str) -> tuple[str, str]:
    header, equals, name = text.rpartition("=")
    if not equals:
        raise WrongValue(
            say("cần CỘT=BIẾN, không phải {!r}", "expected HEADER=NAME, not {!r}", text)
        )
    return header, name


def _score(options: argparse.Namespace) -> int:
    framework = Framework.load(options.framework)
    if options.template and not options.appraisal:
        return _write_template(framework, options)
    if options.values is None:
        raise wrong_option(
            "values", "thiếu tệp số liệu; --template tạo tệp để nhập", "no file of values"
        )
    if options.appraisal:
        return _write_appraisal(framework, options)
    ending = ending_of(options.output, ENDINGS) if options.output else ""
    if options.compare and ending == ".csv":
        raise wrong_option(
            "--compare",
            "không ghi được ra .csv; dùng .xlsx, .docx, .html",
            "needs .xlsx, .docx, .html or .md",
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
    if not ending:
        values = (options.framework, options.values)
        next_step(words_in("vi"), "score", *values, "--output", "diem.html")
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
    if ending == ".csv":
        card.tidy.to_csv(path)
    else:
        report_scores(card, path, since=earlier)


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
    changed = differences(card)
    if len(changed):
        print("\nChênh lệch qua thẩm định")
        print(visible(table_lines(headed(changed))))
    if earlier is not None:
        print("\nSo với lần trước")
        print(visible(table_lines(headed(card.since(earlier)))))


def _write_appraisal(framework: Framework, options: argparse.Namespace) -> int:
    if options.output is None or options.compare or options.template:
        raise wrong_option(
            "--appraisal",
            "cần --output, một tệp .xlsx, không dùng với --compare, --template",
            "needs --output, an .xlsx file, and doesn't go with --compare or --template",
        )
    ending_of(options.output, (".xlsx",))
    _scored(framework, options.values, options).write_appraisal(options.output)
    next_step(words_in("vi"), "score", options.framework, options.output)
    return 0


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
    next_step(words_in("vi"), "score", options.framework, options.output)
    return 0
