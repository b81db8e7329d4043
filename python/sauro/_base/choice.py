"""Options that are one of several words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

from sauro._base.errors import ValidationError, error, say

INVALID_OPTION = 260

OnProblem = Literal["raise", "keep"]
ON_PROBLEM: tuple[OnProblem, ...] = ("raise", "keep")

Word = TypeVar("Word", bound=str)


def choice(value: str, known: Sequence[Word], name: str) -> Word:
    """Give the word back where it is one of those that an argument takes."""
    for word in known:
        if word == value:
            return word
    text = say("không có {!r}; có {}", "unknown {!r}; expected one of {}", value, ", ".join(known))
    raise error(ValidationError, INVALID_OPTION, name, [text])
