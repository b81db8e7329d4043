"""Reports for people: findings, how things stand, and the register of a plan's tasks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from sauro._base.choice import choice
from sauro._base.days import day_of
from sauro._base.errors import ValidationError, error, say
from sauro._base.files import ending_of, refuse_shared, write_bytes, write_text
from sauro._base.words import Language, words_in
from sauro.calendar._working import WorkingCalendar
from sauro.checking._findings import Findings
from sauro.reporting._context import board_context, index_context, page_context, plan_context
from sauro.reporting._indicator_part import indicator_blocks, indicator_table
from sauro.reporting._official import official_report, printed_report
from sauro.reporting._templates import environment
from sauro.reporting._workbook import workbook
from sauro.scheduling._schedule import schedule
from sauro.scoring._framework import Framework
from sauro.scoring._links import Links, link
from sauro.tracking._board import Board
from sauro.tracking._progress import Progress
from sauro.tracking._track import track

if TYPE_CHECKING:
    from sauro._base.days import Day
    from sauro._core import Plan
    from sauro.monitoring._monitor import Monitor

__all__ = ["report"]

FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".pdf": "pdf",
}
KINDS = ("html", "markdown", "xlsx", "docx", "pdf")
BYTES: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "xlsx": workbook,
    "docx": official_report,
    "pdf": printed_report,
}
INVALID_OPTION = 260


class _Options(TypedDict, total=False):
    """Arguments of `report` that say nothing about what it gives back."""

    progress: Progress | None
    as_of: Day | None
    board: Board | None
    findings: Findings | None
    calendar: WorkingCalendar | None
    framework: Framework | None
    links: Links | None
    indicators: Monitor | None
    since: Day | None
    next_report: Day | None
    template: str | os.PathLike[str] | None
    language: Language
    watch: Callable[[Sequence[Any]], Iterable[Any]] | None


@overload
def report(
    plan: Plan,
    *,
    path: str | os.PathLike[str] | None = None,
    format: Literal["html", "markdown"],
    **options: Unpack[_Options],
) -> str: ...
@overload
def report(
    plan: Plan,
    *,
    path: str | os.PathLike[str] | None = None,
    format: Literal["xlsx", "docx", "pdf"],
    **options: Unpack[_Options],
) -> bytes: ...
@overload
def report(
    plan: Plan, *, path: None = None, format: None = None, **options: Unpack[_Options]
) -> str: ...
@overload
def report(
    plan: Plan,
    *,
    path: str | os.PathLike[str] | None = None,
    format: Literal["html", "markdown", "xlsx", "docx", "pdf"] | None = None,
    **options: Unpack[_Options],
) -> str | bytes: ...
def report(
    plan: Plan,
    *,
    progress: Progress | None = None,
    as_of: Day | None = None,
    board: Board | None = None,
    findings: Findings | None = None,
    calendar: WorkingCalendar | None = None,
    framework: Framework | None = None,
    links: Links | None = None,
    indicators: Monitor | None = None,
    since: Day | None = None,
    next_report: Day | None = None,
    template: str | os.PathLike[str] | None = None,
    path: str | os.PathLike[str] | None = None,
    format: Literal["html", "markdown", "xlsx", "docx", "pdf"] | None = None,
    language: Language = "vi",
    watch: Callable[[Sequence[Any]], Iterable[Any]] | None = None,
) -> str | bytes:
    """Write how the tasks of a plan stand, and what the plan holds.

    With a day it begins with half a page for who decides: what is done, due, overdue and not
    reported, what changed, who is late, what is to be decided, what comes next. Then come results
    by area with their documents, what is missing and why, what is due before the next report, and
    the register.

    Parameters
    ----------
    plan : Plan
    progress : Progress, optional
        What was done; wants ``as_of``.
    as_of : date, datetime, datetime64 or text, optional
        The day that the report is of; without it and a board there is no part on progress.
    board : Board, optional
        In place of one made from ``progress`` and ``as_of``.
    findings : Findings, optional
        Those of `check`, where the report is to say what the plan itself doesn't keep of its six
        clears; a report that is signed has no place for it.
    calendar : WorkingCalendar, optional
        The civil service's by default.
    framework : Framework, optional
        An index that the plan is meant to raise: which of its criteria tasks serve, and the points
        at stake where these are overdue.
    links : Links, optional
        In place of those of `link`.
    indicators : Monitor, optional
        Where the plan's indicators stand: a table of them before the results by area, and sentences
        on those that are late. Without another day the report is of its day.
    since : date, datetime, datetime64 or text, optional
        Day of the last report: what changed from then on is said.
    next_report : date, datetime, datetime64 or text, optional
        What is due until then is listed; by default the next day of report that the plan sets, or
        the end of the quarter.
    template : path, optional
        A docx of the office: its page, header, footer and those styles that it has are used for an
        official document, its text is not.
    path : path, optional
        Where to write it; its ending (``.html``, ``.md``, ``.xlsx``, ``.docx``, ``.pdf``) gives the
        format.
    format : {"html", "markdown", "xlsx", "docx", "pdf"}, optional
        In place of the path's; ``"html"`` where there is neither. A workbook needs
        ``pip install sauro[excel]``, an official document (Nghị định 30/2020/NĐ-CP)
        ``sauro[docx]``; a PDF is that document printed by LibreOffice.
    language : {"vi", "en"}
        Of what the report itself says; texts of the plan stay as they are.
    watch : callable, optional
        Is given the rows of a long table of a workbook or document and gives them back one by
        one, to show how far it is: ``tqdm.tqdm``.

    Raises
    ------
    ValidationError
        Code 260 for an ending that isn't known, for days in the wrong order, for a template of
        another format than docx and PDF, and where it would be written over.
    ParseError
        Code 132 for a PDF without LibreOffice; for a template that can't be read, as for plans.

    Returns
    -------
    str or bytes
        One HTML page without outside resources, Markdown, or the bytes of a workbook or document.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> log = sauro.datasets.progress("phu-my")
    >>> page = sauro.report(plan, progress=log, as_of=date(2026, 7, 10), format="markdown")
    >>> "| quá hạn | 3 |" in page
    True
    """
    kind = _format(path, format)
    if progress is not None and as_of is None and board is None:
        raise ValueError("progress wants as_of=: the day that the report is of")
    if board is None and as_of is None and indicators is not None:
        as_of = indicators.as_of
    if board is None and as_of is not None:
        made = schedule(plan, calendar=calendar)
        board = track(made, progress or Progress(), as_of, calendar=calendar)
    if template is not None:
        _refuse_template(template, path, kind)
    words = words_in(language)
    context = plan_context(plan, findings, board, words) | {
        "watch": watch or iter,
        "template": template,
    }
    if board is not None:
        context |= board_context(plan, board, *_days(board, since, next_report), words)
        if indicators is not None:
            brief, results, *others = context["story"]
            blocks = [*indicator_blocks(plan, indicators, words), *results.blocks]
            context["indicators"] = indicator_table(plan, indicators, words)
            context["story"] = [brief, replace(results, blocks=blocks), *others]
    if framework is not None:
        ties = links if links is not None else link(plan, framework)
        context["index"] = index_context(framework, ties, board, words)
    if kind in BYTES:
        data = BYTES[kind](context)
        if path is not None:
            write_bytes(path, data)
        return data
    name = "report.md.j2"
    if kind == "html":
        context |= page_context(context)
        name = "report.html.j2"
    page = environment(kind == "html").get_template(name).render(context)
    if path is not None:
        write_text(path, page)
    return page


def _format(path: str | os.PathLike[str] | None, format: str | None) -> str:
    if format is not None:
        return choice(format, KINDS, "format")
    return "html" if path is None else FORMATS[ending_of(path, tuple(FORMATS))]


def _refuse_template(
    template: str | os.PathLike[str], path: str | os.PathLike[str] | None, kind: str
) -> None:
    """Refuse a template that would not be used, or be lost."""
    if kind not in ("docx", "pdf"):
        text = say("chỉ dùng cho docx và pdf, không cho {}", "for docx and pdf, not for {}", kind)
        raise error(ValidationError, INVALID_OPTION, "template", [text])
    refuse_shared([template], [] if path is None else [path])


def _days(board: Board, since: Day | None, until: Day | None) -> tuple[date | None, date | None]:
    """Give the days of the last report and of the next one, which lie around that of this one."""
    first = None if since is None else day_of(since, "since")
    last = None if until is None else day_of(until, "next_report")
    wrong = []
    if first is not None and first >= board.as_of:
        why = say("phải trước ngày {}, không phải {}", "before {}, not {}", board.as_of, first)
        wrong.append(("since", *why))
    if last is not None and last <= board.as_of:
        why = say("phải sau ngày {}, không phải {}", "after {}, not {}", board.as_of, last)
        wrong.append(("next_report", *why))
    if wrong:
        raise error(ValidationError, INVALID_OPTION, "", wrong)
    return first, last
