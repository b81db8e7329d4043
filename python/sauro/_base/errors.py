"""Errors of the package; the core raises them too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeGuard, TypeVar

__all__ = ["Error", "NotFoundError", "ParseError", "Problem", "ValidationError"]

LONGEST = 1000  # of a text of a file in a message
PLACES = {
    "line": "dòng", "row": "dòng", "column": "cột", "cell": "ô", "table": "bảng", "sheet": "trang",
    "page": "trang",
}  # fmt: skip
PLACE = re.compile(rf"(^|, )({'|'.join(PLACES)}) (?=\S)")


class Problem(NamedTuple):
    """Something that is wrong with what was given, and where.

    Attributes
    ----------
    code : int
        Stable number of its kind; docs/reference/errors.md has a row for each.
    where : str
        Place in the user's data: ``line 3, column 7``, a JSON pointer, a row; may be empty.
        Vietnamese texts say it as ``dòng 3, cột 7``.
    message : str
        What is wrong and the remedy, in Vietnamese, without the place.
    message_en : str
        The same in English.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Plan.from_json('{"schema": "sauro/plan/1", "tasks": 1}')
    ... except sauro.ValidationError as wrong:
    ...     print(wrong.problems[0].to_text("en"))
    /tasks: expected a list
    """

    code: int
    where: str
    message: str
    message_en: str

    def to_text(self, language: str = "vi") -> str:
        """Give place and message in Vietnamese (``vi``) or English (``en``)."""
        message = self.message_en if language == "en" else self.message
        where = self.where if language == "en" else place_words(self.where)
        return f"{where}: {message}" if where else message

    def __str__(self) -> str:
        return self.to_text()


class Error(ValueError):
    """Base of every error that sauro raises.

    Its text is in Vietnamese; `to_text` gives it in English too.

    Attributes
    ----------
    problems : list of Problem
        All problems found.
    code : int
        Of the first one; docs/reference/errors.md has a row for each.
    where : str
        Place of the first one: a file, ``line 3, column 7``, a docx part, a JSON pointer.

    Examples
    --------
    >>> import sauro
    >>> try:
    ...     sauro.Period("2026-07-01", "2026-06-01")
    ... except sauro.Error as wrong:
    ...     print(wrong.code, wrong.where)
    204 2026-07-01..2026-06-01
    """

    problems: list[Problem]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(self.to_text())

    @property
    def code(self) -> int:
        """Stable number of the kind of error."""
        return self.problems[0].code

    @property
    def where(self) -> str:
        """Place of the first problem in the user's data."""
        return self.problems[0].where

    def to_text(self, language: str = "vi") -> str:
        """Give code, places and messages in Vietnamese (``vi``) or English (``en``)."""
        lines = "\n".join(problem.to_text(language) for problem in self.problems)
        return f"[sauro {self.code}] {lines}"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


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


for _class in (Problem, Error, ParseError, ValidationError, NotFoundError):
    _class.__module__ = "sauro"

_E = TypeVar("_E", bound=Error)


def place_words(where: str) -> str:
    """Say a place in Vietnamese: "so.xlsx, dòng 5, cột H"."""
    return PLACE.sub(lambda found: f"{found[1]}{PLACES[found[2]]} ", where)


class Texts(NamedTuple):
    """A text in Vietnamese, and the same in English."""

    vi: str
    en: str


def say(vi: str, en: str, *values: object) -> Texts:
    """Fill a text in both languages with values, as ``str.format`` does."""
    values = tuple(str(one) if isinstance(one, Exception) else one for one in values)
    values = tuple(one[:LONGEST] + "…" if _is_long(one) else one for one in values)
    return Texts(
        vi.format(*(one.vi if isinstance(one, Texts) else one for one in values)),
        en.format(*(one.en if isinstance(one, Texts) else one for one in values)),
    )


def _is_long(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and len(value) > LONGEST


def error(
    kind: type[_E],
    code: int,
    where: str,
    problems: Iterable[tuple[str, str] | tuple[str, str, str]],
) -> _E:
    """Make an error of texts in Vietnamese and English, perhaps after a place of their own."""
    return kind(
        Problem(code, *(problem if len(problem) == 3 else (where, *problem)))
        for problem in problems
    )


def no_number(value: object) -> Texts:
    """Say that a value is none."""
    return say("{!r} không phải là số", "{!r} is no number", value)


def shortened(
    problems: Sequence[tuple[str, str, str]], shown: int, count: int | None = None
) -> list[tuple[str, str, str]]:
    """Give the first ones of `count` problems in all, and how many more there are."""
    more = (len(problems) if count is None else count) - shown
    rest = [("", *say("và {} lỗi khác", "and {} more", more))] if more > 0 else []
    return [*problems[:shown], *rest]


class Unreadable(ValueError):
    """A value that can't be read, for who knows its place."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts.en)
        self.texts = texts


def texts_of(why: ValueError) -> Texts:
    """Say why a value can't be read."""
    if isinstance(why, Unreadable):
        return why.texts
    return say("không đọc được: {}", "can't be read: {}", why)
