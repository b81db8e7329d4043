"""What a plan doesn't keep of its own promise of the six clears."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from sauro import _core
from sauro._base.days import day_of
from sauro._core import CheckRule, Finding, Plan
from sauro.calendar._working import WorkingCalendar
from sauro.checking._findings import CLEARS, Findings, Severity
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["check", "check_rules"]


def check(
    plan: Plan,
    *,
    rules: Mapping[str, Severity | Literal["off"]] | None = None,
    more: Iterable[Callable[[Plan], Iterable[Finding]]] = (),
    expired: Mapping[str, Day | None] | Sequence[str] = (),
    least_working_days: int = 5,
    least_alike: float = 0.8,
    calendar: WorkingCalendar | None = None,
) -> Findings:
    """Hold a plan against its own promise of the six clears and against itself.

    Parameters
    ----------
    plan : Plan
        As `read_plan` gives it. A parent task without a timeframe of its own is judged by its
        children.
    rules : mapping of str to {"off", "note", "warning", "error"}, optional
        Severities in place of the built-in ones, by rule.
    more : iterable of callables, optional
        Rules of your own: functions of the plan that give `Finding` objects.
    expired : mapping of str to date or None, or sequence of str, optional
        Numbers of documents that no longer hold, and since when.
    least_working_days : int
        Between the plan's date and the end of a task.
    least_alike : float
        Share of words (0.1 to 1) that near duplicates have in common.
    calendar : WorkingCalendar, optional
        The civil service's by default.

    Returns
    -------
    Findings

    Raises
    ------
    NotFoundError
        For a rule that there isn't.
    ValidationError
        For a severity that there isn't, or a share outside 0.1 to 1.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("an-loc")
    >>> findings = sauro.check(plan)
    >>> [one.correction for one in findings.of("annex.other_number")]
    ['45/KH-UBND']
    >>> def too_long(plan):
    ...     return [sauro.Finding("own.long", "note", task.id, "tên nhiệm vụ quá dài")
    ...             for task in plan.tasks if len(task.title) > 100]
    >>> len(sauro.check(plan, more=[too_long]).of("own"))
    1
    """
    numbers = expired if isinstance(expired, Mapping) else dict.fromkeys(expired)
    found = _core.check(
        plan,
        dict(rules or {}),
        [(number, None if day is None else day_of(day, number)) for number, day in numbers.items()],
        least_working_days,
        least_alike,
        calendar._core if calendar is not None else None,
    )
    own = [one for rule in more for one in rule(plan)]
    for one in own:
        if not isinstance(one, Finding):
            raise TypeError(f"a rule gave {type(one).__name__}; expected sauro.Finding")
    findings = found.findings
    if own:
        places = {task.id: i for i, task in enumerate(plan.tasks)}
        findings = sorted([*findings, *own], key=lambda one: places.get(one.task, -1))
    clears = dict(zip(CLEARS, found.clears, strict=True))
    return Findings(findings, Table(found.clarity), clears, found.points)


def check_rules() -> list[CheckRule]:
    """List the built-in rules of `check` in the order of the documentation.

    Examples
    --------
    >>> import sauro
    >>> sauro.check_rules()[0].rule
    'person.missing'
    """
    return _core.check_rules()
