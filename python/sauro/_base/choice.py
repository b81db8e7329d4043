"""Options that are one of several words."""

from __future__ import annotations

from collections.abc import Sequence


def choice(value: str, known: Sequence[str], name: str) -> int:
    """Place of a word among those that an argument takes."""
    if value not in known:
        raise ValueError(f"{name}={value!r}; expected one of {', '.join(known)}")
    return known.index(value)
