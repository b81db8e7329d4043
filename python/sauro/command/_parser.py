"""The arguments of the command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sauro._core import __version__
from sauro.command._assigned import add_assigned
from sauro.command._boards import add_report, add_track
from sauro.command._cases import add_cases
from sauro.command._comparing import add_compare, add_cover
from sauro.command._criteria import add_criteria
from sauro.command._datasets import add_datasets
from sauro.command._indicators import add_indicators
from sauro.command._many_plans import add_board
from sauro.command._plans import add_check, add_read, add_schedule
from sauro.command._registers import add_merge, add_register, add_remind
from sauro.command._scores import add_score
from sauro.command._serving import add_serve

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["parser"]


class _Parser(argparse.ArgumentParser):
    """Says where its output can't be written, which argparse passes over."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        print(self.format_help(), end="", file=file)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        print(f"sauro {__version__}")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    made = _Parser(prog="sauro", description="Kế hoạch cải cách hành chính")
    made.add_argument(
        "--version", action=_Version, nargs=0, help="show program's version number and exit"
    )
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    add_read(commands)
    add_check(commands)
    add_schedule(commands)
    add_register(commands)
    add_merge(commands)
    add_serve(commands)
    add_track(commands)
    add_remind(commands)
    add_report(commands)
    add_board(commands)
    add_compare(commands)
    add_cover(commands)
    add_indicators(commands)
    add_criteria(commands)
    add_score(commands)
    add_cases(commands)
    add_assigned(commands)
    add_datasets(commands)
    return made
