"""The command ``sauro datasets``: examples to try the other commands on."""

from __future__ import annotations

import argparse
from typing import Any

from sauro.command._options import plain_command
from sauro.datasets._datasets import about, available, copy

__all__ = ["add_datasets"]


def add_datasets(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "datasets",
        _datasets,
        "list the examples that come along, or copy them into a folder",
        "",
        "--to . ke-hoach-phu-my.txt",
    )
    command.add_argument("name", nargs="*", help="some of them; all by default")
    command.add_argument("--to", metavar="FOLDER", help="copy them here; nothing is replaced")


def _datasets(options: argparse.Namespace) -> int:
    if options.to is not None:
        for path in copy(options.to, *options.name):
            print(path)
        return 0
    chosen = [about(name) for name in options.name or available()]
    width = max(len(one.name) for one in chosen)
    for one in chosen:
        print(f"{one.name:{width}}  {one.title} ({one.source})")
    return 0
