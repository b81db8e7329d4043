"""What the formats of a report are made from."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sauro._base.words import Words
from sauro._core import Alert
from sauro.calendar._periods import Period
from sauro.checking._findings import CLEARS, SEVERITY_NAMES, Findings, message
from sauro.reporting._charts import burn_up, gantt_by_area, heat_map
from sauro.reporting._groups import group_counts
from sauro.reporting._standing import standings
from sauro.reporting._story import group_grid, story
from sauro.reporting._summary import lead_counts
from sauro.scoring._framework import Framework
from sauro.scoring._links import Links
from sauro.tracking._board import Board, Group, leads_by_task
from sauro.tracking._words import STATUSES

if TYPE_CHECKING:
    from sauro._core import Plan

__all__ = ["board_context", "index_context", "page_context", "plan_context"]

GROUPS: tuple[tuple[Group, str, str], ...] = (
    ("agency", "Cơ quan", "Theo cơ quan chủ trì"),
    ("area", "Lĩnh vực", "Theo lĩnh vực"),
)


def plan_context(
    plan: Plan, findings: Findings | None, board: Board | None, words: Words
) -> dict[str, Any]:
    """Gather what is said of the plan itself."""
    names = {agency.id: agency.name for agency in plan.agencies}
    duties: dict[str, list[Any]] = {}
    for duty in plan.duties:
        people = ", ".join(one.name or one.post for one in duty.people)
        duties.setdefault(names.get(duty.agency or "", people), []).append(duty)
    in_text = words("giao trong phần lời")
    return {
        "_": words,
        "message": message,
        "plan": plan,
        "document": plan.document,
        "annexes": [_annex(plan, annex) for annex in plan.annexes],
        "names": names,
        "lead_of": {
            task.id: task.lead or ", ".join(names[lead] for lead in task.leads)
            for task in plan.tasks
        },
        "leads": lead_counts(plan),
        "duties": duties,
        "undated": sum(not task.timeframe.text for task in plan.tasks),
        "leaderless": sum(not task.leads for task in plan.tasks),
        "generic_led": sum(
            bool(task.leads) and all(plan.agencies[lead].generic for lead in task.leads)
            for task in plan.tasks
        ),
        "clears": []
        if findings is None
        else [(title, findings.clears[name]) for name, title in CLEARS.items()],
        "findings": None if findings is None else findings.worst_first(),
        "severities": SEVERITY_NAMES,
        "statuses": STATUSES,
        "titles": {
            **{duty.id: f"{duty.title} ({in_text})" for duty in plan.duties},
            **{task.id: task.title for task in plan.tasks},
        },
        "board": board,
        "index": None,
        "states": {},
        "late": set(),
        "story": [],
        "targets": [],
    }


def board_context(
    plan: Plan, board: Board, since: date | None, until: date | None, words: Words
) -> dict[str, Any]:
    """Gather what is said of how the plan stands on a day."""
    leads = leads_by_task(board.schedule)
    alerts: dict[str, list[Alert]] = defaultdict(list)
    for one in board.alerts:
        for lead in leads[one.task]:
            alerts[lead].append(one)
    rows = standings(board)
    groups = [group_counts(board, by, name, words) for by, name, _ in GROUPS]
    grids = [
        group_grid(group, title, words) for (_, _, title), group in zip(GROUPS, groups, strict=True)
    ]
    named = {agency.id for agency in plan.agencies if not agency.generic}
    return {
        "counts": board.counts,
        "alerts": dict(sorted(alerts.items())),
        "groups": [(title, group) for (_, _, title), group in zip(GROUPS, groups, strict=True)],
        "since": since,
        "late": {row.task for row in rows if row.status == "overdue"},
        "standings": rows,
        "story": story(
            board, rows, grids, named, since, until or _next_report(plan, board.as_of), words
        ),
        "states": board.states(words.language),
        "targets": board.targets.to_dicts(),
        "problems": [problem.to_text(words.language) for problem in board.problems],
    }


def page_context(context: dict[str, Any]) -> dict[str, Any]:
    """Gather what pages alone have: pictures and the list of contents."""
    from markupsafe import Markup

    board, words = context["board"], context["_"]
    more: dict[str, Any] = {}
    if board is not None:
        more = {
            "burn_up": Markup(burn_up(board, words)),
            "heat_map": Markup(heat_map(board, words)),
            "gantt": [(area, Markup(chart)) for area, chart in gantt_by_area(board, words)],
        }
    return more | {"contents": _contents(context | more)}


def _contents(context: dict[str, Any]) -> list[tuple[str, str]]:
    """List the parts of a page, by the ids of their headings."""
    words, index = context["_"], context["index"]
    listed = []
    if context["board"] is not None:
        listed.append(("tinh-hinh", words("Tóm tắt")))
        listed += [(f"phan-{part.number}", part.heading) for part in context["story"][1:]]
        listed.append(("trang-thai", words("Số lượt theo trạng thái")))
        listed += [("bieu-do", words("Biểu đồ"))] if context["burn_up"] else []
    listed.append(("ke-hoach", words("Kế hoạch")))
    listed += [("chi-so", index["title"])] if index is not None else []
    listed.append(("so", words("Sổ nhiệm vụ")))
    listed += [("phan-loi", words("Nhiệm vụ giao trong phần lời"))] if context["duties"] else []
    listed.append(("doc", words("Việc đọc văn bản")))
    if context["findings"] is not None:
        listed.append(("sau-ro", words("Sáu rõ")))
    return listed


def _next_report(plan: Plan, as_of: date) -> date:
    """Give the next day of report that the plan sets, else the end of the next quarter."""
    days = [one.due for item in plan.reporting for one in item.timeframe.occurrences if one.due]
    ahead = [day for day in days if day > as_of]
    if ahead:
        return min(ahead)
    quarters = [Period.quarter(as_of.year + n // 4, n % 4 + 1) for n in range(5)]
    return next(quarter.last for quarter in quarters if quarter.last > as_of)


def index_context(
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
