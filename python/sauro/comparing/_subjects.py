"""What texts are about: subjects of plans that have many names, actions, and words that say little.

Lower plans answer in other words ("Nâng tỷ lệ giải quyết đúng hạn": "Không để hồ sơ trễ hạn"), so
words alone don't tell; `data/subjects.json` has what means nearly the same.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise

from sauro import _core

__all__ = ["factor", "subjects_in"]

# how much a feature counts beside how rare it is: a subject tells most; an action ("kiểm tra") or
# what is broad ("thủ tục hành chính") no more than two words that stand together, since tasks that
# are no answer have them too; a syllable alone is a word only by chance
FACTORS = {"@subjects": 3.0, "@broad": 1.0, "@actions": 1.0, "@pair": 1.0, "@word": 0.3}
WEAK = "@weak"


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Give each phrase, as folded words, the feature that it stands for."""
    text = files("sauro").joinpath("comparing", "data", "subjects.json").read_text("utf-8")
    data = json.loads(text)
    known = {tuple(_core.written_out(phrase)): WEAK for phrase in data["weak"]}
    for kind in ("actions", "broad", "subjects"):
        for row in data[kind]:
            for phrase in row:
                known[tuple(_core.written_out(phrase))] = f"@{kind} {row[0]}"
    return known


def subjects_in(text: str) -> frozenset[str]:
    """Give what a text is about, and of its other words those that say something."""
    known = _phrases()
    longest = max(map(len, known))
    words = _core.written_out(text)
    found: set[str] = set()
    run: list[str] = []  # words that belong to no phrase
    at = 0
    while at < len(words):
        lengths = range(min(longest, len(words) - at), 0, -1)
        length = next((n for n in lengths if tuple(words[at : at + n]) in known), 0)
        if length:
            found |= _of_run(run)
            run = []
            found.add(known[tuple(words[at : at + length])])
        elif not words[at].isdigit():
            run.append(words[at])
        at += max(length, 1)
    return frozenset((found | _of_run(run)) - {WEAK})


def _of_run(words: list[str]) -> set[str]:
    pairs = {f"@pair {a} {b}" for a, b in pairwise(words)}
    return pairs | {f"@word {word}" for word in words}


def factor(feature: str) -> float:
    """Give how much a feature counts beside how rare it is."""
    return FACTORS[feature.partition(" ")[0]]
