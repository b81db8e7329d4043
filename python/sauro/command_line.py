"""The command ``sauro``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from sauro._core import __version__
from sauro._errors import Error
from sauro.reading import read_plan
from sauro.reports import report
from sauro.summaries import summary

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status: 0 done, 1 the input is wrong, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return int(options.run(options))
    except Error as error:
        print(f"sauro: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(f"sauro: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sauro", description="Kế hoạch cải cách hành chính")
    parser.add_argument("--version", action="version", version=f"sauro {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="read a plan and print what it holds")
    read.add_argument("file", help="text, Markdown, HTML or docx")
    read.add_argument("--json", action="store_true", help="print the plan as JSON (sauro/plan/1)")
    read.add_argument("--report", metavar="PATH", help="write the register of tasks as HTML")
    read.add_argument(
        "--format",
        default="automatic",
        choices=["automatic", "text", "markdown", "html", "docx"],
        help="format of the file, where it should not be guessed",
    )
    read.add_argument("--agencies", metavar="PATH", help="JSON file with names of agencies")
    read.set_defaults(run=_read)
    return parser


def _read(options: argparse.Namespace) -> int:
    plan = read_plan(options.file, format=options.format, agencies=options.agencies)
    print(plan.to_json() if options.json else summary(plan))
    if options.report:
        report(plan, path=options.report)
        if not options.json:
            print(f"\nĐã ghi {options.report}")
    return 0
