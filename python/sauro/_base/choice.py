"""Options that are one of several words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

OnProblem = Literal["raise", "keep"]
ON_PROBLEM: tuple[OnProblem, ...] = ("raise", "keep")

Word = TypeVar("Word", bound=str)


def choice(value: str, known: Sequence[Word], name: str) -> Word:
    """Give the word back where it is one of those that an argument takes."""
    for word in known:
        if word == value:
            return word
    raise ValueError(f"{name}={value!r}; expected one of {', '.join(known)}")
