"""Reports for people: findings, how things stand, and the register of a plan's tasks."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from sauro._base.choice import choice
from sauro._base.files import write_bytes, write_text
from sauro._base.shown import markdown, visible
from sauro._base.words import Language, Words, words_in
from sauro._core import Alert
from sauro.calendar._working import WorkingCalendar
from sauro.checking._check import check
from sauro.checking._findings import CLEARS, SEVERITY_NAMES, Findings, message
from sauro.reporting._charts import burn_up, gantt_by_area, heat_map
from sauro.reporting._groups import group_counts
from sauro.reporting._official import official_report
from sauro.reporting._summary import lead_counts
from sauro.reporting._workbook import workbook
from sauro.scheduling._schedule import schedule
from sauro.scoring._framework import Framework
from sauro.scoring._links import Links, link
from sauro.tracking._board import Board, leads_by_task
from sauro.tracking._progress import Progress
from sauro.tracking._track import track
from sauro.tracking._words import STATUSES, days_left

if TYPE_CHECKING:
    from jinja2 import Environment

    from sauro._base.days import Day
    from sauro._core import Plan

__all__ = ["report"]

FORMATS = {"html": "html", "htm": "html", "md": "markdown", "xlsx": "xlsx", "docx": "docx"}
KINDS = ("html", "markdown", "xlsx", "docx")


@cache
def _environment(html: bool) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    environment = Environment(
        loader=PackageLoader("sauro.reporting"),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible if html else _markdown,
    )
    return environment


def _visible(value: Any) -> Any:
    return visible(value) if type(value) is str else value  # what is markup already stays so


def _markdown(value: Any) -> Any:
    return markdown(value) if isinstance(value, str) else value


class _Options(TypedDict, total=False):
    """Arguments of `report` that say nothing about what it gives back."""

    progress: Progress | None
    as_of: Day | None
    board: Board | None
    findings: Findings | None
    calendar: WorkingCalendar | None
    framework: Framework | None
    links: Links | None
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
    format: Literal["xlsx", "docx"],
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
    format: Literal["html", "markdown", "xlsx", "docx"] | None = None,
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
    path: str | os.PathLike[str] | None = None,
    format: Literal["html", "markdown", "xlsx", "docx"] | None = None,
    language: Language = "vi",
    watch: Callable[[Sequence[Any]], Iterable[Any]] | None = None,
) -> str | bytes:
    """Write what a plan holds, what it doesn't keep of its six clears, and how its tasks stand.

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
        In place of those of `check`.
    calendar : WorkingCalendar, optional
        The civil service's by default.
    framework : Framework, optional
        An index that the plan is meant to raise: which of its criteria tasks serve, and the points
        at stake where these are overdue.
    links : Links, optional
        In place of those of `link`.
    path : path, optional
        Where to write it; its ending (``.html``, ``.md``, ``.xlsx``, ``.docx``) gives the format.
    format : {"html", "markdown", "xlsx", "docx"}, optional
        In place of the path's; ``"html"`` where there is neither. A workbook needs
        ``pip install sauro[excel]``, an official document (Nghị định 30/2020/NĐ-CP)
        ``sauro[docx]``.
    language : {"vi", "en"}
        Of what the report itself says; texts of the plan stay as they are.
    watch : callable, optional
        Is given the rows of a long table of a workbook or document and gives them back one by
        one, to show how far it is: ``tqdm.tqdm``.

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
    if board is None and as_of is not None:
        made = schedule(plan, calendar=calendar)
        board = track(made, progress or Progress(), as_of, calendar=calendar)
    words = words_in(language)
    if findings is None:
        findings = check(plan, calendar=calendar)
    context = _context(plan, findings, board, words)
    context["watch"] = watch or iter
    if framework is not None:
        ties = links if links is not None else link(plan, framework)
        context["index"] = _index_context(framework, ties, board, words)
    if kind in ("xlsx", "docx"):
        data = workbook(context) if kind == "xlsx" else official_report(context)
        if path is not None:
            write_bytes(path, data)
        return data
    name = "report.html.j2" if kind == "html" else "report.md.j2"
    page = _environment(kind == "html").get_template(name).render(context)
    if path is not None:
        write_text(path, page)
    return page


def _format(path: str | os.PathLike[str] | None, format: str | None) -> str:
    if format is None:
        return FORMATS.get(Path(path or "").suffix.lower()[1:], "html")
    return choice(format, KINDS, "format")


def _context(plan: Plan, findings: Findings, board: Board | None, words: Words) -> dict[str, Any]:
    names = {agency.id: agency.name for agency in plan.agencies}
    duties: dict[str, list[Any]] = {}
    for duty in plan.duties:
        people = ", ".join(one.name or one.post for one in duty.people)
        duties.setdefault(names.get(duty.agency or "", people), []).append(duty)
    in_text = words("giao trong phần lời")
    return {
        "_": words,
        "message": message,
        "days_left": days_left,
        "plan": plan,
        "document": plan.document,
        "annexes": [_annex(plan, annex) for annex in plan.annexes],
        "names": names,
        "leads": lead_counts(plan),
        "duties": duties,
        "undated": sum(not task.timeframe.text for task in plan.tasks),
        "leaderless": sum(not task.leads for task in plan.tasks),
        "generic_led": sum(
            bool(task.leads) and all(plan.agencies[lead].generic for lead in task.leads)
            for task in plan.tasks
        ),
        "clears": [(title, findings.clears[name]) for name, title in CLEARS.items()],
        "findings": findings.worst_first(),
        "severities": SEVERITY_NAMES,
        "statuses": STATUSES,
        "titles": {
            **{duty.id: f"{duty.title} ({in_text})" for duty in plan.duties},
            **{task.id: task.title for task in plan.tasks},
        },
        "board": board,
        "index": None,
        "states": {},
        "targets": [],
        **(_board_context(board, words) if board is not None else {}),
    }


def _board_context(board: Board, words: Words) -> dict[str, Any]:
    from markupsafe import Markup

    leads = leads_by_task(board.schedule)
    alerts: dict[str, list[Alert]] = defaultdict(list)
    for one in board.alerts:
        for lead in leads[one.task]:
            alerts[lead].append(one)
    return {
        "counts": board.counts,
        "alerts": dict(sorted(alerts.items())),
        "groups": [
            ("Theo cơ quan chủ trì", group_counts(board, "agency", "Cơ quan", words)),
            ("Theo lĩnh vực", group_counts(board, "area", "Lĩnh vực", words)),
        ],
        "states": board.states(words.language),
        "targets": board.targets.to_dicts(),
        "problems": [problem.to_text(words.language) for problem in board.problems],
        "burn_up": Markup(burn_up(board, words)),
        "heat_map": Markup(heat_map(board, words)),
        "gantt": [(area, Markup(chart)) for area, chart in gantt_by_area(board, words)],
    }


def _index_context(
    framework: Framework, links: Links, board: Board | None, words: Words
) -> dict[str, Any]:
    """Which leaves of an index tasks serve, and how many points wait for something overdue."""
    english = words.language == "en"
    late = {one.task for one in board.overdue} if board is not None else set()
    criteria = framework.criteria
    leaves = {}
    for code in framework.leaves:
        criterion = criteria[code]
        title = criterion.title_en if english and criterion.title_en else criterion.title
        most = float(criterion.max or 0)
        leaves[code] = {
            "name": f"{code} {title}",
            "max": most,
            "points": words("{n} điểm", n=words.number(most)),
            "served_by": links.tasks_of(code),
            "late": sorted(late.intersection(links.tasks_of(code))),
        }
    at_stake = [leaf for leaf in leaves.values() if leaf["late"]]
    return {
        "title": framework.title_en if english and framework.title_en else framework.title,
        "leaves": len(leaves),
        "criteria": list(leaves.values()),
        "unserved": [leaves[code] for code in links.unserved],
        "idle": links.idle,
        "at_stake": at_stake,
        "points": sum(leaf["max"] for leaf in at_stake),
    }


def _annex(plan: Plan, annex: Any) -> dict[str, Any]:
    """One annex with its rows grouped by area, in the order of the document."""
    groups: list[dict[str, Any]] = []
    titles = {area.number: area.title for area in annex.areas}
    for kind, items in (("task", plan.tasks), ("indicator", plan.indicators)):
        for item in items:
            if item.annex != annex.number:
                continue
            if not groups or (groups[-1]["kind"], groups[-1]["area"]) != (kind, item.area):
                groups.append(
                    {
                        "kind": kind,
                        "area": item.area,
                        "title": titles.get(item.area, ""),
                        "rows": [],
                    }
                )
            groups[-1]["rows"].append(item)
    tables = [table for table in plan.tables if table.annex == annex.number]
    return {"annex": annex, "groups": groups, "tables": tables}
