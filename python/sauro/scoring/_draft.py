"""Sets of criteria out of documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sauro import _core
from sauro._base.errors import Problem
from sauro._base.limits import limits_of
from sauro._core import RuleDraft
from sauro.scoring._framework import Framework
from sauro.table._table import Table

__all__ = ["FrameworkDraft", "read_framework"]


@dataclass(frozen=True)
class FrameworkDraft:
    r"""A set of criteria as a document has it.

    Attributes
    ----------
    framework : Framework
        The tree with its maxima and the rules that were read. A rule that wasn't is replaced by an
        input of points, and its words are the criterion's note.
    rules : list of RuleDraft
        What became of the words of each criterion without parts: ``state`` is "read" or "unread".
    points : Table
        Points that the document itself gives: code, title, max, self, appraised, evidence; without
        rows where it gives none.
    problems : list of Problem
        Rows that are no criterion, criteria without a maximum. Whether maxima add up and ranges
        meet says ``framework.validate()``.

    Examples
    --------
    >>> import sauro
    >>> table = "| TT | Tiêu chí | Điểm tối đa |\n|---|---|---|\n| 1 | Sáng kiến | 2 |"
    >>> draft = sauro.read_framework(text=table)
    >>> [(rule.code, rule.state) for rule in draft.rules], len(draft.unread)
    ([('1', 'unread')], 1)
    """

    framework: Framework
    rules: list[RuleDraft]
    points: Table
    problems: list[Problem]

    @property
    def unread(self) -> list[RuleDraft]:
        """Rules that a person has to write."""
        return [rule for rule in self.rules if rule.state == "unread"]

    def __repr__(self) -> str:
        read = len(self.rules) - len(self.unread)
        return f"FrameworkDraft({len(self.rules)} criteria, {read} rules read)"


def read_framework(
    path: str | os.PathLike[str] | None = None,
    *,
    text: str | bytes | None = None,
    format: str = "automatic",
    sheets: str | Iterable[str] | None = None,
    limits: Mapping[str, int] | None = None,
) -> FrameworkDraft:
    """Read a set of criteria out of the tables of a document.

    A row is a criterion where it has a number (I, 1, 1.1, a); one without a number is a case of the
    criterion above it. Each case is understood ("từ 80% đến dưới 100%: 0,5"), or the whole rule is
    left to a person: nothing is guessed.

    Parameters
    ----------
    path : path, optional
        A file: docx, odt, xlsx, ods, csv, HTML, Markdown or text. The content decides which.
    text : str or bytes, optional
        The document itself, instead of a file.
    format : {"automatic", "text", "markdown", "html", "csv", "docx", "xlsx", "odt", "ods"}
        Format of the content, where it should not be guessed.
    sheets : str or list of str, optional
        Of a workbook: the sheets of these names; all by default.
    limits : mapping of str to int, optional
        Other limits than the defaults, as in `read_plan`.

    Returns
    -------
    FrameworkDraft

    Raises
    ------
    NotFoundError
        There is no such file.
    ParseError
        The content is no document in a known format.
    ValidationError
        No table names criteria and their points or how they are counted.

    Examples
    --------
    >>> import sauro
    >>> table = '''
    ... | STT | Tiêu chí | Điểm tối đa | Cách tính điểm |
    ... |---|---|---|---|
    ... | 1 | Kế hoạch | 3 | |
    ... | 1.1 | Mức độ hoàn thành | 2 | 100%: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0 |
    ... | 1.2 | Sáng kiến | 1 | Mỗi sáng kiến 0,5 điểm, tối đa 1 điểm |
    ... '''
    >>> draft = sauro.read_framework(text=table)
    >>> draft
    FrameworkDraft(2 criteria, 2 rules read)
    >>> sauro.score(draft.framework, {"x_1_1": [85], "x_1_2": [1]}).total
    array([1.5])
    """
    if (path is None) == (text is None):
        raise TypeError("read_framework takes either a path or text=..., one of the two")
    bounds, _ = limits_of(limits)
    chosen = [sheets] if isinstance(sheets, str) else list(sheets or [])
    if path is not None:
        parts = _core.read_framework(Path(path), format, bounds, chosen)
    else:
        content = text if isinstance(text, bytes) else str(text).encode()
        parts = _core.read_framework(content, format, bounds, chosen)
    core, rules, points, problems = parts
    return FrameworkDraft(Framework(core), rules, Table(points), problems)
