"""How wide texts are in Times New Roman, so that lines and columns can be made to fit."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["Columns", "lines_of", "text_width"]

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


@lru_cache(maxsize=20_000)
def _word(word: str, bold: bool) -> int:
    return sum(_letter(letter, bold) for letter in unicodedata.normalize("NFC", word))


def _units(text: str, bold: bool) -> int:
    words = text.split(" ")
    return sum(_word(word, bold) for word in words) + _letter(" ", bold) * (len(words) - 1)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a text on one line, in the unit of the size (points)."""
    return _units(text, bold) * size / UNITS


class Columns:
    """Measures the columns of a table once, for any size of its letters."""

    def __init__(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        columns: Sequence[Sequence[str]] = list(zip(*rows, strict=True)) or [()] * len(head)
        texts = [set(cells) for cells in columns]
        words = [{w for text in some for w in text.replace("\n", " ").split(" ")} for some in texts]
        self._heads = [max(_word(word, bold=True) for word in name.split(" ")) for name in head]
        self._words = [max((_word(word, bold=False) for word in some), default=0) for some in words]
        lines = [max((_units(text, bold=False) for text in some), default=0) for some in texts]
        halves = [_units(name, bold=True) // 2 for name in head]  # a head on two lines
        self._lines = [max(pair) for pair in zip(lines, halves, strict=True)]

    def least(self, total: float, size: float) -> list[float]:
        """Give the widths at which no word breaks; very long words of cells may."""
        most = WIDEST * total
        return [
            CELL_MARGINS + max(head * size / UNITS, min(word * size / UNITS, most))
            for head, word in zip(self._heads, self._words, strict=True)
        ]

    def widths(self, total: float, size: float, shares: Sequence[float] = ()) -> list[float]:
        """Share a width among columns so that no word breaks, and long texts get most of it.

        `shares` say how much each column is to have where its cells don't, being still to be
        filled in.
        """
        least = self.least(total, size)
        left = total - sum(least)
        if left <= 0:
            return [one * total / sum(least) for one in least]
        if shares:
            longest = [total * share / sum(shares) for share in shares]
        else:
            longest = [min(line * size / UNITS, WIDEST * total) for line in self._lines]
        wanted = [
            max(one + CELL_MARGINS - width, 0.01) for one, width in zip(longest, least, strict=True)
        ]
        more = left / sum(wanted)
        return [one + more * wish for one, wish in zip(least, wanted, strict=True)]


@lru_cache(maxsize=20_000)
def lines_of(text: str, room: float, size: float) -> int:
    """Count the lines that a text takes in a column."""
    return sum(_lines_of(paragraph, room, size) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, room: float, size: float) -> int:
    if text_width(paragraph, size) <= room:
        return 1
    lines, used = 1, 0.0
    blank = text_width(" ", size)
    for word in paragraph.split(" "):
        width = text_width(word, size)
        if used and used + blank + width > room:
            lines, used = lines + 1, 0.0
        lines += int(width // room)
        used += width % room + blank * bool(used)
    return lines
