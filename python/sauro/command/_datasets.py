"""The command ``sauro datasets``: examples to try the other commands on."""

from __future__ import annotations

import argparse
from typing import Any

from sauro._base.words import words_in
from sauro.command._options import next_step, plain_command
from sauro.datasets._datasets import about, available, copy

__all__ = ["add_datasets"]


def add_datasets(commands: Any) -> None:
    """Add the command."""
    command = plain_command(
        commands,
        "datasets",
        _datasets,
        "liệt kê dữ liệu mẫu đi kèm, hoặc chép ra một thư mục",
        "",
        "--to . ke-hoach-phu-my.txt",
    )
    command.add_argument(
        "name", metavar="TÊN", nargs="*", help="một số trong đó; mặc định là tất cả"
    )
    command.add_argument(
        "--to", metavar="THƯ-MỤC", help="chép vào thư mục này; không ghi đè tệp nào"
    )


def _datasets(options: argparse.Namespace) -> int:
    if options.to is not None:
        for path in copy(options.to, *options.name):
            print(path)
        return 0
    chosen = [about(name) for name in options.name or available()]
    width = max(len(one.name) for one in chosen)
    for one in chosen:
        print(f"{one.name:{width}}  {one.title} ({one.source})")
    next_step(words_in("vi"), "datasets", "--to", ".", chosen[0].name)
    return 0
