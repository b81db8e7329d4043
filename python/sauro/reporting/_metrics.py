"""How wide texts are in Times New Roman, so that lines and columns can be made to fit."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

__all__ = ["column_widths", "least_widths", "lines_of", "text_width"]

UNITS = 2048  # of the widths, to the size of the letters
HORN = "\u031b"
CELL_MARGINS = 11.5  # left and right of a cell, in points
WIDEST = 0.4  # of a table, for a column by what its cells want


@cache
def _widths(bold: bool) -> dict[str, int]:
    text = files("sauro").joinpath("reporting", "templates", "times.json").read_text("utf-8")
    faces = json.loads(text)["bold" if bold else "regular"]
    return {letter: int(width) for width, letters in faces.items() for letter in letters}


@cache
def _letter(letter: str, bold: bool) -> int:
    """Give the width of a letter: that of its base, or an em for what is unknown."""
    parts = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", parts[0] + HORN * (HORN in parts))
    return 0 if unicodedata.combining(letter) else _widths(bold).get(base, UNITS)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a text on one line, in the unit of the size (points)."""
    return (
        sum(_letter(letter, bold) for letter in unicodedata.normalize("NFC", text)) * size / UNITS
    )


def _widest_word(texts: Sequence[str], size: float, *, bold: bool = False) -> float:
    words = {word for text in texts for word in re.split(r"[ \n]", text)}
    return max((text_width(word, size, bold=bold) for word in words), default=0)


def least_widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], total: float, size: float
) -> list[float]:
    """Give the widths at which no word breaks; very long words of cells may."""
    columns: Sequence[Sequence[str]] = list(zip(*rows, strict=True)) or [()] * len(head)
    return [
        CELL_MARGINS
        + max(
            _widest_word([name], size, bold=True),
            min(_widest_word(cells, size), WIDEST * total),
        )
        for name, cells in zip(head, columns, strict=True)
    ]


def column_widths(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    total: float,
    size: float,
    shares: Sequence[float] = (),
) -> list[float]:
    """Share a width among columns so that no word breaks, and long texts get most of it.

    `shares` say how much each column is to have where its cells don't, being still to be filled in.
    """
    least = least_widths(head, rows, total, size)
    left = total - sum(least)
    if left <= 0:
        return [one * total / sum(least) for one in least]
    if shares:
        longest = [total * share / sum(shares) for share in shares]
    else:
        columns: Sequence[Sequence[str]] = list(zip(*rows, strict=True)) or [()] * len(head)
        halves = [text_width(name, size, bold=True) / 2 for name in head]  # a head on two lines
        longest = [
            min(max([half, *(text_width(cell, size) for cell in cells)]), WIDEST * total)
            for half, cells in zip(halves, columns, strict=True)
        ]
    wanted = [
        max(one + CELL_MARGINS - width, 0.01) for one, width in zip(longest, least, strict=True)
    ]
    more = left / sum(wanted)
    return [one + more * wish for one, wish in zip(least, wanted, strict=True)]


def lines_of(text: str, room: float, size: float) -> int:
    """Count the lines that a text takes in a column."""
    return sum(_lines_of(paragraph, room, size) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, room: float, size: float) -> int:
    lines, used = 1, 0.0
    blank = text_width(" ", size)
    for word in paragraph.split(" "):
        width = text_width(word, size)
        if used and used + blank + width > room:
            lines, used = lines + 1, 0.0
        lines += int(width // room)
        used += width % room + blank * bool(used)
    return lines
