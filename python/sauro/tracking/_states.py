"""Words that an office has for the states of its tasks."""

from __future__ import annotations

import os
from collections.abc import Mapping

from sauro import _core
from sauro._base.errors import Texts, ValidationError, error, say
from sauro._base.files import read_text
from sauro.text._keys import fold

__all__ = ["own_states", "read_states"]

INVALID_OPTION = 260
SAID = dict(_core.progress_statuses())  # name: word
NAMES = {fold(text): name for name, word in SAID.items() for text in (name, word)}
CHOICES = Texts(", ".join(SAID.values()), ", ".join(SAID))


def own_states(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give words and the names of the states that they stand for.

    Raises
    ------
    ValidationError
        Code 260 for states that there aren't; all are named.
    """
    wrong = [
        ("statuses", *_no_state(word, state))
        for word, state in given.items()
        if fold(state) not in NAMES
    ]
    if wrong:
        raise error(ValidationError, INVALID_OPTION, "statuses", wrong)
    return [(word, NAMES[fold(state)]) for word, state in given.items()]


def read_states(path: str | os.PathLike[str]) -> dict[str, str]:
    """Read a text with a line for each word: ``Ổn = hoàn thành``.

    Raises
    ------
    ValidationError
        Code 260; all lines that can't be right are named.
    """
    states: dict[str, str] = {}
    wrong = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        word, _, state = (part.strip() for part in line.partition("="))
        if not line.strip() or line.startswith("#"):
            continue
        if word and fold(state) in NAMES:
            states[word] = NAMES[fold(state)]
        else:
            wrong.append((f"{os.fspath(path)}, line {number}", *_no_state(word, state)))
    if wrong:
        raise error(ValidationError, INVALID_OPTION, os.fspath(path), wrong)
    return states


def _no_state(word: str, state: str) -> Texts:
    return say(
        "'{} = {}': cần viết chữ = trạng thái; trạng thái là {}",
        "'{} = {}': expected word = state; states are {}",
        word,
        state,
        CHOICES,
    )
