"""Targets of tasks, judged by what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sauro._base.errors import ValidationError, error
from sauro._core import Plan, Target
from sauro.table._table import Table

__all__ = ["measured_targets"]

INVALID_OPTION = 260


def measured_targets(plan: Plan | None, measures: Mapping[str, float | Table]) -> Table:
    """Judge the numeric targets of tasks by what was measured."""
    names = ("task", "target", "comparison", "value", "upper", "measured", "met")
    rows: list[tuple[Any, ...]] = []
    tasks = {task.id: task for task in plan.tasks} if plan is not None else {}
    values: dict[str, float] = {}
    problems = []
    for task, measure in measures.items():
        value = _percent_in_time(measure) if isinstance(measure, Table) else measure
        if task not in tasks:
            problems.append(f"no task {task!r} in the plan, or no plan was given")
        elif value is None:
            problems.append(f"task {task!r}: no roll-up of cases, or none of them was decided")
        else:
            values[task] = value
    if problems:
        raise error(ValidationError, INVALID_OPTION, "measures", problems)
    for task, measured in values.items():
        for target in tasks[task].targets:
            if isinstance(measures[task], Table) and target.unit != "%":
                continue
            met = _is_met(target, measured)
            if met is not None:
                upper = float("nan") if target.upper is None else target.upper
                row = (target.text, target.comparison, target.value, upper, measured, met)
                rows.append((task, *row))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return Table({name: list(values) for name, values in zip(names, columns, strict=True)})


def _percent_in_time(table: Table) -> float | None:
    """Percent of the decided dossiers of a roll-up that were in time."""
    if not {"in_time", "decided"} <= set(table.columns):
        return None
    decided = int(table["decided"].sum())
    return 100 * int(table["in_time"].sum()) / decided if decided else None


def _is_met(target: Target, measured: float) -> bool | None:
    """Whether a measured value meets a target; None where it can't be judged by a number."""
    if target.kind != "quantity" or target.value is None:
        return None
    value = round(measured, 9)
    bound = target.value
    if target.comparison == "range":
        upper = target.upper if target.upper is not None else bound
        return bound <= value and (value < upper if target.upper_excluded else value <= upper)
    holds = {
        ">=": value >= bound,
        ">": value > bound,
        "<=": value <= bound,
        "<": value < bound,
        "=": value == bound,
    }
    return holds.get(str(target.comparison))
