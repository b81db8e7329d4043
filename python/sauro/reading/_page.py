"""Words of a page, and the lines and paragraphs that they make."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Line",
    "Page",
    "Row",
    "Word",
    "is_label",
    "joined_lines",
    "lines_of",
    "paragraphs_of",
    "uncertain_in",
]

Box = tuple[float, float, float, float]  # left, top, right, bottom

_NUMBER = r"\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXL]{1,6}|[a-zđA-ZĐ])"
_LABEL = re.compile(rf"^(?:[-–—•*+]|{_NUMBER}[.)/]?)$")
_ITEM = re.compile(rf"^(?:[-–—•*+]\s|{_NUMBER}[.)]\s)")
_TIED = re.compile(r"\w[-/]$")


@dataclass(slots=True)
class Word:
    """A word and the rectangle that it fills, in points from the upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    is_certain: bool = True

    @property
    def height(self) -> float:
        """Height of its letters."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Where it stands from above."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """Words beside each other, from left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """Left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Upper end."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower end."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Height of its letters."""
        return statistics.median(word.height for word in self.words)

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Page:
    """What stands on a page: words, cells drawn with rules, rules between rows, notes."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def part(self) -> str:
        """How places name it."""
        return f"trang {self.number}"


@dataclass(slots=True)
class Cell:
    """What `sauro.PageCell` says."""

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    uncertain: str = ""


@dataclass(slots=True)
class Row:
    """What `sauro.PageRow` says."""

    cells: list[Cell]
    part: str = ""
    line: int = 0
    after_gap: bool = False


@dataclass(slots=True)
class Block:
    """What `sauro.PageBlock` says; `edges` are those of a table's columns."""

    kind: str
    text: str = ""
    rows: list[Row] = field(default_factory=list)
    part: str = ""
    line: int = 0
    after_gap: bool = True
    uncertain: str = ""
    reason: str = ""
    edges: list[float] = field(default_factory=list)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Put words that stand beside each other into lines, from above."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda one: one.middle):
        last = lines[-1].words if lines else []
        if last and abs(word.middle - last[0].middle) < 0.5 * max(word.height, last[0].height):
            last.append(word)
        else:
            lines.append(Line([word]))
    for line in lines:
        line.words.sort(key=lambda one: one.x0)
    return lines


def is_label(text: str) -> bool:
    """Whether a word is a bullet or the number of an item, behind which a tab may stand."""
    return _LABEL.match(text) is not None


def joined_lines(texts: Sequence[str], between: str) -> str:
    """Join texts of lines; a word or number that a line end cuts is whole again."""
    out = ""
    for text in texts:
        if out.endswith("\N{SOFT HYPHEN}"):
            out = out[:-1] + text
        elif _TIED.search(out) and text[:1].isalnum():
            out += text
        else:
            out += between + text if out else text
    return out.replace("\N{SOFT HYPHEN}", "")


def uncertain_in(words: Iterable[Word]) -> str:
    """Give the words that may be others."""
    return " ".join(word.text for word in words if not word.is_certain)


def paragraphs_of(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Join the lines that only the right margin has parted."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, left, right):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(before: Sequence[Line], line: Line, left: float, right: float) -> bool:
    last = before[-1]
    height = max(last.height, line.height)
    space = 0.3 * height
    first = line.words[0]
    had_room = last.x1 + space + (first.x1 - first.x0) < right - 1
    is_far = line.top - last.bottom > 1.2 * height
    is_centred = last.x0 - left > 2 * height and abs((last.x0 - left) - (right - last.x1)) < height
    is_indented = line.x0 > last.x0 + 0.6 * height and (len(before) > 1 or line.x0 > left + height)
    hangs = len(before) == 1 and _ITEM.match(before[0].text) is not None
    if had_room or is_far or is_centred or _ITEM.match(line.text):
        return False
    return hangs or not is_indented
