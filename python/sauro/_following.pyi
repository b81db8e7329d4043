"""Strict core of checking, scheduling and tracking; use the package sauro."""

from datetime import date
from types import ModuleType
from typing import Final

from sauro import _core

_errors: Final[ModuleType]

def check(
    plan: _core.Plan,
    severities: dict[str, str],
    expired: list[tuple[str, date | None]],
    least_working_days: int,
    least_alike: float,
    calendar: _core.WorkingCalendar | None,
) -> tuple[
    list[tuple[str, str, str, str, str, str, _core.Span]],
    _core.Table,
    list[float | None],
    float | None,
]: ...
def check_rules() -> list[tuple[str, str, str, str]]: ...
