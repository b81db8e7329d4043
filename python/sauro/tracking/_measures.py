"""Targets of tasks, judged by what was measured."""

from __future__ import annotations

from collections.abc import Mapping

from sauro import _core
from sauro._base.errors import Texts, ValidationError, error, say
from sauro._core import Plan
from sauro.table._table import Table

__all__ = ["measured_targets"]

INVALID_OPTION = 260


def measured_targets(plan: Plan | None, measures: Mapping[str, float | Table]) -> Table:
    """Judge the numeric targets of tasks by what was measured."""
    tasks = {task.id for task in plan.tasks} if plan is not None else set()
    values: list[tuple[str, float, str]] = []
    problems = []
    for task, measure in measures.items():
        of_cases = isinstance(measure, Table)
        value = _percent_in_time(measure) if isinstance(measure, Table) else measure
        if task not in tasks:
            problems.append(_no_task(task))
        elif value is None:
            problems.append(_no_share(task))
        else:
            values.append((task, value, "%" if of_cases else ""))
    if problems:
        raise error(ValidationError, INVALID_OPTION, "measures", problems)
    return Table(_core.measured(plan if values else None, values))


def _no_task(task: str) -> Texts:
    return say(
        "kế hoạch không có nhiệm vụ {!r}, hoặc chưa cho kế hoạch",
        "no task {!r} in the plan, or no plan was given",
        task,
    )


def _no_share(task: str) -> Texts:
    return say(
        "nhiệm vụ {!r}: không phải bảng tổng hợp hồ sơ, hoặc chưa hồ sơ nào được giải quyết",
        "task {!r}: no roll-up of cases, or none of them was decided",
        task,
    )


def _percent_in_time(table: Table) -> float | None:
    """Percent of the decided dossiers of a roll-up that were in time."""
    if not {"in_time", "decided"} <= set(table.columns):
        return None
    decided = int(table["decided"].sum())
    return 100 * int(table["in_time"].sum()) / decided if decided else None
