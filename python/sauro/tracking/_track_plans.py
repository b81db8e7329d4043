"""Several plans and logs -> one board."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro._base.errors import Error, Problem, ValidationError, error, say
from sauro._core import Plan
from sauro.calendar._working import WorkingCalendar
from sauro.plan._bodies import Body, bodies_by_place
from sauro.reading._plans import Plans
from sauro.scheduling._report_day import ReportDay
from sauro.scheduling._schedule import schedule
from sauro.tracking._board import Board
from sauro.tracking._boards import Boards
from sauro.tracking._plan_groups import PlanBoard
from sauro.tracking._progress import Progress
from sauro.tracking._track import track

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["track_plans"]

INVALID_OPTION = 260
Log = Progress | str | os.PathLike[str]


def track_plans(
    plans: Plans | Mapping[str, Plan],
    as_of: Day,
    *,
    logs: Mapping[str, Log] | None = None,
    duties: bool = True,
    calendar: WorkingCalendar | None = None,
    reviews: bool = False,
    on_problem: OnProblem = "raise",
    year: int | None = None,
    report_day: ReportDay | None = None,
    statuses: Mapping[str, str] | None = None,
) -> Boards:
    """Follow several plans by their logs, as of a day.

    Parameters
    ----------
    plans : Plans or mapping of str to Plan
        As `read_plans` gives them, or by names of one's own.
    as_of : date, datetime, datetime64 or text
    logs : mapping of str to Progress or path, optional
        The log of each plan, by the name of the plan. Which log is of which plan is never guessed;
        a plan without one is followed by its days alone.
    duties : bool
        Whether duties of the texts that have a limit are followed too.
    calendar : WorkingCalendar, optional
        The civil service's by default.
    reviews : bool
        As for :func:`track`.
    on_problem : {"raise", "keep"}
        What is done about plans and logs that can't be followed, and about entries that can't be
        right: an error that names them, or the good ones alone and the others in
        ``boards.problems``.
    year, report_day
        As for :func:`schedule`.
    statuses
        As for `Progress`.

    Returns
    -------
    Boards

    Raises
    ------
    ValidationError
        Code 260 for a log of a plan that there isn't, code 262 for logs that can't be right.

    Examples
    --------
    >>> import sauro
    >>> plans = {name: sauro.datasets.plan(name) for name in ("an-loc", "phu-my")}
    >>> logs = {"phu-my": sauro.datasets.progress("phu-my")}
    >>> boards = sauro.track_plans(plans, "2026-07-10", logs=logs)
    >>> by_agency = boards.by("agency")
    >>> by_agency["agency_name"][0], int(by_agency["overdue"][0])
    ('Phòng Văn hóa - Xã hội (An Lộc)', 4)
    """
    choice(on_problem, ON_PROBLEM, "on_problem")
    given = dict(zip(plans.names, plans, strict=True)) if isinstance(plans, Plans) else dict(plans)
    known = dict(logs or {})
    _require_known(known, given)
    day = day_of(as_of)
    parts: list[PlanBoard] = []
    problems = list(plans.problems) if isinstance(plans, Plans) else []
    named = bodies_by_place(list(given.values()))
    for (name, plan), bodies in zip(given.items(), named, strict=True):
        try:
            made = schedule(
                plan, calendar=calendar, duties=duties, year=year, report_day=report_day
            )
            log = _log_of(known.get(name), made.year, on_problem, statuses)
            board = track(made, log, day, calendar=calendar, reviews=reviews, on_problem=on_problem)
        except Error as wrong:
            problems += _of_plan(name, wrong.problems)
            continue
        problems += _of_plan(name, board.problems)
        parts.append(_part(name, plan, board, bodies, name in known))
    if problems and on_problem == "raise":
        raise ValidationError(problems)
    return Boards(parts, day, problems)


def _part(
    name: str, plan: Plan, board: Board, bodies: Mapping[str, Body], has_log: bool
) -> PlanBoard:
    document = plan.document
    number = " ".join(filter(None, (document.kind, document.number)))
    return PlanBoard(name, number or document.title, board, bodies, has_log)


def _log_of(
    log: Log | None, year: int, on_problem: OnProblem, statuses: Mapping[str, str] | None
) -> Progress:
    if log is None or isinstance(log, Progress):
        return log or Progress()
    return Progress.read(log, on_problem=on_problem, year=year, statuses=statuses)


def _of_plan(name: str, problems: list[Problem]) -> list[Problem]:
    """Name the plan where a problem is."""
    return [one._replace(where=f"{name}, {one.where}" if one.where else name) for one in problems]


def _require_known(logs: Mapping[str, Log], plans: Mapping[str, Plan]) -> None:
    wrong = [
        (name, *say("không có kế hoạch này; có {}", "no such plan; there are {}", ", ".join(plans)))
        for name in logs
        if name not in plans
    ]
    if wrong:
        raise error(ValidationError, INVALID_OPTION, "logs", wrong)
