"""What working calendars are made from: weeks, named days, decisions."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from sauro._base.choice import choice
from sauro._base.days import day_of
from sauro._base.files import read_text

if TYPE_CHECKING:
    import datetime

    from sauro._base.days import Day

    DayNames = Mapping[Day, str] | Iterable[Day]

__all__ = ["DayNames", "Decisions", "Weekday", "decisions_text", "named_days", "week_of"]

Decisions = str | os.PathLike[str] | Mapping[str, Any] | Iterable[Mapping[str, Any]]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def week_of(weekend: Iterable[str], mornings: Iterable[str]) -> list[str]:
    """Give how each weekday is worked, from Monday."""
    week = dict.fromkeys(_WEEKDAYS, "full")
    for name in weekend:
        week[choice(name, _WEEKDAYS, "weekend")] = "none"
    for name in mornings:  # they win over the weekend's default
        week[choice(name, _WEEKDAYS, "mornings")] = "morning"
    return list(week.values())


def named_days(days: DayNames) -> list[tuple[datetime.date, str]]:
    """Give days with their names, which may be empty."""
    named = days.items() if isinstance(days, Mapping) else ((day, "") for day in days)
    return [(day_of(day, "day"), name) for day, name in named]


def decisions_text(decisions: Decisions | None) -> str:
    """Give holiday decisions as the JSON that the core reads."""
    if decisions is None:
        return ""
    if isinstance(decisions, str | os.PathLike):
        return read_text(decisions)
    if not isinstance(decisions, Mapping):
        decisions = {"decisions": list(decisions)}
    return json.dumps(decisions, ensure_ascii=False, default=str)
