"""Parts of a report, before they are a page, a document or a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

__all__ = ["Block", "Change", "Grid", "Item", "Line", "Part"]

NUMBER = re.compile(r"[+-]?[\d.,]*( ?%)?")


class Change(int):
    """A difference, which is shown with its sign."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{int(self):+}" if self else "0"


@dataclass(frozen=True)
class Line:
    """A paragraph, or with `is_head` the heading of what follows."""

    text: str
    is_head: bool = False
    kind: str = "line"


@dataclass(frozen=True)
class Item:
    """One of a list: what it is about, which a page links to its task, and what is said of it."""

    about: str
    text: str = ""
    task: str = ""
    kind: str = "item"

    @property
    def whole(self) -> str:
        """All of it as one text."""
        return self.about + self.text


@dataclass(frozen=True)
class Grid:
    """A table; `tasks` are those of its rows, for links, and numbers are numbers."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    tasks: Sequence[str] = ()
    linked: int = 0  # the column that links
    kind: str = "grid"

    @cached_property
    def numbers(self) -> set[int]:
        """Columns of numbers, which stand on the right."""
        columns = zip(*self.rows, strict=True)
        return {
            at
            for at, column in enumerate(columns)
            if all(NUMBER.fullmatch(str(cell)) for cell in column)
        }


Block = Line | Item | Grid


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it; the number is empty where none is printed."""

    number: str
    title: str
    blocks: Sequence[Block]

    @property
    def heading(self) -> str:
        """The title with its number."""
        return f"{self.number}. {self.title}" if self.number else self.title
