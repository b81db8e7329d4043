"""The arguments of the command."""

from __future__ import annotations

import argparse

from sauro._core import __version__
from sauro.command._boards import add_report, add_track
from sauro.command._datasets import add_datasets
from sauro.command._plans import add_check, add_read, add_schedule

__all__ = ["parser"]


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    made = argparse.ArgumentParser(prog="sauro", description="Kế hoạch cải cách hành chính")
    made.add_argument("--version", action="version", version=f"sauro {__version__}")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    add_read(commands)
    add_check(commands)
    add_schedule(commands)
    add_track(commands)
    add_report(commands)
    add_datasets(commands)
    return made
