"""The templates of pages, with what makes the texts of users and documents harmless in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sauro._base.shown import as_sentence, markdown, visible

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment"]


@cache
def environment(html: bool) -> Environment:
    """Give the templates of HTML, whose texts are escaped, or those of Markdown."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    environment = Environment(
        loader=PackageLoader("sauro.reporting"),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible if html else _markdown,
    )
    environment.filters["sentence"] = as_sentence
    return environment


def _visible(value: Any) -> Any:
    return _escaped(value) if type(value) is str else value  # what is markup already stays so


@lru_cache(16_384)  # headings of cells, names of agencies and titles come again and again
def _escaped(text: str) -> Any:
    from markupsafe import escape

    return escape(visible(text))


def _markdown(value: Any) -> Any:
    return markdown(value) if isinstance(value, str) else value
