"""Texts of users and documents, as a page, a document or a terminal may hold them."""

from __future__ import annotations

import html
import re

from sauro import _core

__all__ = ["escaped", "markdown", "visible"]

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


def escaped(text: str) -> str:
    """Give a text as HTML that shows it."""
    return html.escape(visible(text))


def markdown(text: str) -> str:
    """Give a text as Markdown on one line that shows it and does nothing else."""
    line = " ".join(visible(text).split())
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), line)
