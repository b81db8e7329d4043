"""What cases are counted by, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro._base.choice import INVALID_OPTION, choice
from sauro._base.errors import ValidationError, error, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "BODIES",
    "COLUMNS",
    "DERIVED",
    "PERIODS",
    "RATES",
    "RESULTS",
    "STATUSES",
    "keys_of",
    "ordered",
    "own_columns",
]

BODIES = ("agency", "procedure")
COLUMNS = (
    *("received", "limit_days", "finished", *BODIES),
    *("due", "paused", "cut", "waiting", "calendar"),
)
STATUSES = ("early", "on_time", "late", "running", "overdue", "invalid", "waiting")
PERIODS = ("week", "month", "quarter", "year")
RATES = {
    "on_time_rate": ("in_time", "decided"),
    "on_time_rate_by_law": ("in_time_by_law", "decided_by_law"),
}
DERIVED = (
    *(*RATES, "on_time_low", "on_time_high", "late_days_median", "late_days_p90"),
    "taken_days_mean",
)
RESULTS = (
    *("total", *STATUSES, "late_days", "in_time", "decided", "promised_late"),
    *("in_time_by_law", "decided_by_law", "late_days_counts", "taken_days", *DERIVED),
)


def ordered(by: Iterable[str]) -> list[str]:
    """Each key once, the period last."""
    names = list(dict.fromkeys([by] if isinstance(by, str) else by))
    return sorted(names, key=PERIODS.__contains__)


def keys_of(by: Iterable[str], own: Iterable[str]) -> list[str]:
    """Give the keys of groups, checked; `own` are those that the log has besides the usual ones."""
    known = [*BODIES, *own, *PERIODS]
    names = [choice(name, known, "by") for name in ordered(by)]
    periods = [name for name in names if name in PERIODS]
    if len(periods) > 1:
        text = say(
            "đếm theo một kỳ thôi, gặp {}", "one period at a time, found {}", ", ".join(periods)
        )
        raise error(ValidationError, INVALID_OPTION, "by", [text])
    return names


def own_columns(
    columns: Mapping[str, Any] | None, argument: str, others: Iterable[str] = ()
) -> dict[str, Any]:
    """Columns of the caller's own, whose names mean nothing else."""
    own = dict(columns or {})
    known = {*COLUMNS, *PERIODS, *RESULTS, "status", *others}
    taken = [name for name in own if name in known]
    if taken:
        texts = [
            say(
                "{!r} đã là tên của một cột khác; hãy đặt tên khác",
                "{!r} is another column's name; give it another one",
                name,
            )
            for name in taken
        ]
        raise error(ValidationError, INVALID_OPTION, argument, texts)
    return own
