"""Names of bodies that a letterhead has in capitals, as they are written in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["in_running_text"]

SYLLABLE = re.compile(
    r"(ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvxfjwz])?[aeiouy]+(ng|nh|ch|[cmnptkl])?"
)
VOWEL = re.compile("[aeiouy]")
EDGES = "()“”\"',;."


class _Rules(NamedTuple):
    names: list[list[str]]  # as they are written, the longest first
    governs: list[list[str]]  # the same, with the name of a place behind it
    heads: list[list[str]]
    places: list[list[str]]
    joins: set[str]


@cache
def _rules() -> _Rules:
    import json

    text = files("sauro").joinpath("reporting", "data", "capitals.json").read_text("utf-8")
    data = json.loads(text)

    def words(key: str) -> list[list[str]]:
        return sorted((name.split() for name in data[key]), key=len, reverse=True)

    return _Rules(
        words("names"), words("governs"), words("heads"), words("places"), set(data["joins"])
    )


def in_running_text(name: str, place: str = "") -> str:
    """Write a name in capitals as running text has it; others stay as they are.

    Abbreviations keep their capitals, places and what a body is for get them: ``SỞ NỘI VỤ TỈNH AN
    GIANG`` is ``Sở Nội vụ tỉnh An Giang``. `place` is a name that is known.

    Examples
    --------
    >>> in_running_text("PHÒNG VĂN HÓA - XÃ HỘI XÃ TÂN HÒA")
    'Phòng Văn hóa - Xã hội xã Tân Hòa'
    """
    if not name.isupper():
        return name
    words, out, rules = name.split(), list[str](), _rules()
    opens, in_place = True, False  # whether the next word begins a name, or is of a place
    while len(out) < len(words):
        rest = words[len(out) :]
        place_of = _met(rules.places, rest) if len(rest) > 1 else []
        governs = _met(rules.governs, rest)
        known = governs or _met(rules.names, rest)
        if known:
            out += [_capital(known[0]) if opens else known[0], *known[1:]]
            opens, in_place = False, bool(governs)
        elif place_of:
            said = [_one(word, in_place=False) for word in rest[: len(place_of)]]
            out += said if out else [_capital(said[0]), *said[1:]]
            opens, in_place = False, True
        elif rest[0].lower() in rules.joins:
            out.append(rest[0].lower())
            opens, in_place = True, False
        else:
            head = _met(rules.heads, rest) if opens and not in_place else []
            said = [_one(word, in_place=in_place) for word in rest[: len(head) or 1]]
            out += [_capital(said[0]) if opens else said[0], *said[1:]]
            opens = bool(head) or out[-1].endswith(",")
    text = " ".join(out)
    return re.sub(re.escape(place), place, text, flags=re.I) if place else text


def _met(names: Sequence[list[str]], words: Sequence[str]) -> list[str]:
    """Give the longest name that the words begin with."""
    said = [word.strip(EDGES).lower() for word in words[:8]]
    for name in names:
        if [part.lower() for part in name] == said[: len(name)]:
            return name
    return []


def _one(word: str, *, in_place: bool) -> str:
    """Write one word; what is no syllable is an abbreviation, or a foreign name of a place."""
    letters = unicodedata.normalize("NFD", word.strip(EDGES).lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if in_place and VOWEL.search(plain):
        return _capital(word.lower())
    if plain.isalpha() and not SYLLABLE.fullmatch(plain):
        return word
    return _capital(word.lower()) if in_place else word.lower()


def _capital(word: str) -> str:
    at = next((i for i, letter in enumerate(word) if letter.isalpha()), 0)
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]
