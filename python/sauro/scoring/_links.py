"""Which tasks of a plan serve which criteria of an index."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sauro import _core
from sauro._base.files import read_text
from sauro._core import Plan
from sauro.scoring._framework import Framework
from sauro.table._table import Table

__all__ = ["Links", "link"]


@dataclass(frozen=True)
class Links:
    """Ties between tasks and criteria; made by `link`.

    Attributes
    ----------
    table : Table
        Columns task, task_title, criterion, criterion_title, score (0 to 1), how (``title``,
        ``target``, ``area`` or ``correction``).
    unserved : list of str
        Codes of the leaves that no task serves.
    idle : list of str
        Ids of the tasks that serve no criterion.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("an-loc")
    >>> links = sauro.link(plan, sauro.Framework.load("commune-example"))
    >>> links.table.columns[:4], len(links.unserved) > 0
    (['task', 'task_title', 'criterion', 'criterion_title'], True)
    """

    table: Table
    unserved: list[str]
    idle: list[str]

    def tasks_of(self, code: str) -> list[str]:
        """Ids of the tasks that serve a criterion or one below it."""
        rows = zip(self.table["task"], self.table["criterion"], strict=True)
        found = [str(task) for task, other in rows if other == code or other.startswith(code + ".")]
        return list(dict.fromkeys(found))

    def criteria_of(self, task: str) -> list[str]:
        """Codes of the criteria that a task serves."""
        rows = zip(self.table["task"], self.table["criterion"], strict=True)
        return [str(code) for other, code in rows if other == task]

    def to_json(self) -> str:
        """Write the ties as a file of corrections, to be mended and given back to `link`."""
        ties = {task: self.criteria_of(task) for task in dict.fromkeys(self.table["task"])}
        ties |= {task: [] for task in self.idle}
        return json.dumps({"schema": "sauro/links/1", "links": ties}, ensure_ascii=False, indent=1)


def link(
    plan: Plan,
    framework: Framework,
    *,
    corrections: str | os.PathLike[str] | Mapping[str, Sequence[str]] | None = None,
    least: float = 0.5,
) -> Links:
    """Tie a plan's areas and tasks to an index's criteria by their names and targets.

    Parameters
    ----------
    plan : Plan
        As `read_plan` gives it.
    framework : Framework
        The index that the plan is meant to raise.
    corrections : path or mapping, optional
        A JSON file ``{"schema": "sauro/links/1", "links": {task: [criteria]}}``, or its links;
        they replace what was found, and an empty list says that a task serves none.
    least : float
        Share of a criterion's words, by how rare they are, that a task needs to have.

    Raises
    ------
    ValidationError
        Code 243 with all tasks and criteria of the corrections that don't exist; 301 for a file
        of another shape.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("an-loc")
    >>> links = sauro.link(plan, sauro.Framework.load("commune-example"))
    >>> "1.5" in links.unserved
    True
    """
    text = None
    if isinstance(corrections, Mapping):
        ties = {task: list(codes) for task, codes in corrections.items()}
        text = json.dumps({"schema": "sauro/links/1", "links": ties})
    elif corrections is not None:
        text = read_text(corrections)
    rows, unserved, idle = _core.link(plan, framework._core, text, least)
    titles = {task.id: task.title for task in plan.tasks}
    names = {criterion.code: criterion.title for criterion in framework.criteria}
    table = Table(
        {
            "task": [row[0] for row in rows],
            "task_title": [titles[row[0]] for row in rows],
            "criterion": [row[1] for row in rows],
            "criterion_title": [names[row[1]] for row in rows],
            "score": [row[2] for row in rows],
            "how": [row[3] for row in rows],
        }
    )
    return Links(table, unserved, idle)


Links.__module__ = "sauro"
