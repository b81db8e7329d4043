"""Errors of the package; the core raises them too."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["Error", "NotFoundError", "ParseError", "ValidationError"]


class Error(ValueError):
    """Base of every error that sauro raises.

    Attributes
    ----------
    code : int
        Stable number of the kind of error; docs/reference/errors.md has a row for each.
    where : str
        Place in the user's data: a file, ``line 3, column 7``, a docx part, a JSON pointer.
    problems : list of str
        All problems found, one each.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Period("2026-07-01", "2026-06-01")
    ... except sauro.Error as wrong:
    ...     print(wrong.code, wrong.where)
    204 2026-07-01..2026-06-01
    """

    code: int = 0
    where: str = ""
    problems: list[str]


class ParseError(Error):
    """Text, a document or JSON that can't be read.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Plan.from_json("{")
    ... except sauro.ParseError as wrong:
    ...     print(wrong.code)
    300
    """


class ValidationError(Error):
    """Well-formed data that breaks a rule of its schema.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Table({"a": [1, 2], "b": [1]})
    ... except sauro.ValidationError as wrong:
    ...     print(wrong.code)
    220
    """


class NotFoundError(Error):
    """A file, task or agency that isn't there.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Table({"a": [1]})["b"]
    ... except sauro.NotFoundError as wrong:
    ...     print(wrong.code)
    202
    """


for _class in (Error, ParseError, ValidationError, NotFoundError):
    _class.__module__ = "sauro"

_E = TypeVar("_E", bound=Error)


def error(kind: type[_E], code: int, where: str, problems: list[str]) -> _E:
    """Make an error as the core makes them: its code and place in front, all problems listed."""
    place = f" {where}" if where else ""
    made = kind(f"[sauro {code}]{place}: " + "\n".join(problems))
    made.code, made.where, made.problems = code, where, list(problems)
    return made
