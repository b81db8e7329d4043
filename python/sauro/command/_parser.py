"""The arguments of the command."""

from __future__ import annotations

import argparse
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sauro._base.words import Words, words_in
from sauro._core import __version__
from sauro.command._speaking import SpeakingParser

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "parser"]

COMMANDS = {  # in the order of the help, and their modules
    "read": "_plans",
    "check": "_plans",
    "schedule": "_plans",
    "register": "_registers",
    "merge": "_registers",
    "serve": "_serving",
    "track": "_boards",
    "remind": "_reminders",
    "report": "_boards",
    "board": "_many_plans",
    "compare": "_comparing",
    "cover": "_comparing",
    "indicators": "_indicators",
    "criteria": "_criteria",
    "score": "_scores",
    "cases": "_cases",
    "assigned": "_assigned",
    "datasets": "_datasets",
}


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        print(f"sauro {__version__}")
        parser.exit()


def parser(arguments: Sequence[str]) -> SpeakingParser:
    """Make the parser of all commands, in the language that the arguments ask for."""
    words = _words_of(arguments)
    made = SpeakingParser(words, prog="sauro", description="Kế hoạch cải cách hành chính")
    made.add_argument("--version", action=_Version, nargs=0, help="in phiên bản rồi kết thúc")
    options: dict[str, Any] = {"parser_class": partial(SpeakingParser, words)}
    commands: Any = made.add_subparsers(
        required=True,
        title=words("lệnh"),
        metavar=words("LỆNH"),
        **options,
    )
    commands.words = words
    named = arguments[0] if arguments else ""
    wanted = [named] if named in COMMANDS else [] if named == "--version" else COMMANDS
    for name in wanted:  # the others wouldn't be asked
        home = import_module(f"sauro.command.{COMMANDS[name]}")
        getattr(home, f"add_{name}")(commands)
    return made


def _words_of(arguments: Sequence[str]) -> Words:
    """Look for the language before anything is parsed: usage and errors are said in it too."""
    said = "vi"
    for at, one in enumerate(arguments):
        if one == "--language":
            said = "".join(arguments[at + 1 : at + 2])
        elif one.startswith("--language="):
            said = one.partition("=")[2]
    return words_in("en" if said == "en" else "vi")
