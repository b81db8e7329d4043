"""Reports for people: the register of a plan's tasks as one HTML file."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sauro.summaries import lead_counts

if TYPE_CHECKING:
    from jinja2 import Environment

    from sauro._core import Plan

__all__ = ["report"]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import

    return Environment(
        loader=PackageLoader("sauro"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def report(plan: Plan, *, path: str | os.PathLike[str] | None = None) -> str:
    """Write the register of a plan's tasks as one HTML page without outside resources.

    Parameters
    ----------
    plan : Plan
    path : path, optional
        Where to write it.

    Returns
    -------
    str
        The page.
    """
    page = _environment().get_template("report.html.j2").render(_context(plan))
    if path is not None:
        Path(path).write_text(page, encoding="utf-8")
    return page


def _context(plan: Plan) -> dict[str, Any]:
    names = {agency.id: agency.name for agency in plan.agencies}
    duties: dict[str, list[Any]] = {}
    for duty in plan.duties:
        duties.setdefault(duty.agency, []).append(duty)
    return {
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
