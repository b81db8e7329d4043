"""Texts of users and documents, as a page, a document or a terminal may hold them."""

from __future__ import annotations

import html
import re

from sauro import _core

__all__ = ["as_sentence", "escaped", "markdown", "place_of", "sentence", "visible"]

_MARKS = re.compile(
    r"[\\`*_\[\]|~!<>]"  # markup, links and images, cells, HTML
    r"|^[-+=#]"  # what begins a list or a heading
    r"|(?<=[a-z]):(?=//)|(?<=www)\.",  # what begins a link of itself
    re.IGNORECASE,
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", ":": "&#58;", ".": "&#46;"}


def visible(text: str) -> str:
    """Give a text as it may be shown: what is no text, or would turn its direction, is visible."""
    try:
        return _core.visible_text(text)
    except UnicodeEncodeError:  # halves of pairs, as names of files have them
        return _core.visible_text(text.encode("utf-8", "replace").decode())


def as_sentence(point: str) -> str:
    """Give a point of a list as a sentence: a semicolon at its end is a stop."""
    return point[:-1] + "." if point.endswith(";") else point


def sentence(text: str, most: int | None = None) -> str:
    """Give words without the signs at their end; of more than `most` characters the beginning."""
    if not text:
        return text
    text = " ".join(text.split()).rstrip(" .,;:-–…")
    if most is None or len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" .,;:-–") + "…"


def escaped(text: str) -> str:
    """Give a text as HTML that shows it."""
    return html.escape(visible(text))


def markdown(text: str) -> str:
    """Give a text as Markdown on one line that shows it and does nothing else."""
    line = " ".join(visible(text).split())
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), line)


def place_of(span: _core.Span) -> str:
    """Say where something stands: "dòng 3", "Phụ lục I, ô C12"; empty where it has no place."""
    if not span.part:
        return f"dòng {span.line}" if span.line else ""
    if span.paragraph:
        return f"{span.part}, đoạn {span.paragraph}"
    if not span.line:
        return span.part
    if not span.column:
        return f"{span.part}, dòng {span.line}"
    return f"{span.part}, ô {_letters(span.column)}{span.line}"


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
