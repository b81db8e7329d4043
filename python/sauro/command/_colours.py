"""Colours of what a terminal shows; nothing else gets any."""

from __future__ import annotations

import os
import re
import sys

from sauro._base.shown import visible

__all__ = ["print_coloured"]

RED, YELLOW, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"
COLOURS = {
    re.compile(r"\[(?:lỗi|error)\]|\bquá hạn(?: \d+)?|\boverdue(?: \d+)?"): RED,
    re.compile(r"\[(?:cảnh báo|warning)\]|đến hạn hôm nay|due today"): YELLOW,
}


def print_coloured(text: str) -> None:
    """Print a text; on a terminal errors and what is overdue are red, unless NO_COLOR is set."""
    shown = visible(text)
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        for words, colour in COLOURS.items():
            shown = words.sub(rf"{colour}\g<0>{PLAIN}", shown)
    print(shown)
