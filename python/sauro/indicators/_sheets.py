"""Sheets of indicators as offices keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.days import day_of
from sauro.phrases._phrases import parse_period

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["sheet_values"]


def sheet_values(
    grid: _core.Grid,
    period: Any,
    year: int | None,
    place: str,
    known_on: Day | None,
    on_problem: OnProblem,
) -> tuple[Any, Any, Any]:
    """Give the log of a sheet, percents that its figures contradict, and cells left out."""
    if isinstance(period, str):
        period = parse_period(period, year)
    return _core.read_indicators(
        grid,
        period=None if period is None else tuple(period),
        year=year,
        place=place,
        known_on=None if known_on is None else day_of(known_on, "known_on"),
        on_problem=choice(on_problem, ON_PROBLEM, "on_problem"),
    )
