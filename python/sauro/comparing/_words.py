"""How much two texts have in common: words and pairs of neighbours, the rare ones count more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from sauro import _core

__all__ = [
    "YEAR",
    "Weights",
    "features",
    "numberless",
    "numbers_in",
    "strength",
    "written",
    "yearless",
]

YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(r"\d+")
SCALE = 1024  # weights are whole, so that their sums don't depend on the order of a set


def words_of(text: str) -> list[str]:
    """Give folded words, abbreviations written out, all years alike."""
    return ["#" if YEAR.fullmatch(word) else word for word in _core.written_out(text)]


def written(text: str) -> str:
    """Key of a text without regard to marks and abbreviations."""
    return " ".join(_core.written_out(text))


def numberless(text: str) -> str:
    """Give the same without numbers."""
    return " ".join(word for word in _core.written_out(text) if not word.isdigit())


def yearless(text: str) -> str:
    """Key of a text without regard to its years and to how words are written."""
    return " ".join(words_of(text))


def numbers_in(text: str) -> list[str]:
    """Give the numbers of a text but for years: tasks that differ in them alone may be two."""
    return [word for word in NUMBER.findall(text) if not YEAR.fullmatch(word)]


def features(text: str) -> frozenset[str]:
    """Give what a text is compared by."""
    words = words_of(text)
    return frozenset(words) | {f"{a} {b}" for a, b in pairwise(words)}


class Weights:
    """How much a word or pair says: the less, the more texts have it."""

    def __init__(
        self, texts: Iterable[frozenset[str]], factor: Callable[[str], float] = lambda _: 1.0
    ) -> None:
        all_texts = list(texts)
        counts: Counter[str] = Counter()
        for text in all_texts:
            counts.update(text)
        self._sizes: dict[frozenset[str], int] = {}
        self._of = {
            word: round(SCALE * factor(word) * math.log(1 + len(all_texts) / count))
            for word, count in counts.items()
        }

    def __call__(self, some: Iterable[str]) -> int:
        return sum(map(self._of.__getitem__, some))

    def size(self, text: frozenset[str]) -> int:
        """Give the weight of a whole text, worked out once."""
        if text not in self._sizes:
            self._sizes[text] = self(text)
        return self._sizes[text]


def strength(a: frozenset[str], b: frozenset[str], weigh: Weights) -> float:
    """Give the share of two texts that is in both, from 0 to 1 (Dice's coefficient)."""
    return 2 * weigh(a & b) / (weigh.size(a) + weigh.size(b) or 1)
