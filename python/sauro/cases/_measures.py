"""Measures of roll-ups, worked out of what parts carry: the same before and after a merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sauro import _core
from sauro._base.choice import choice
from sauro.table._table import Table

__all__ = ["MEASURES", "added_counts", "measured", "measures_of"]

Columns = dict[str, Sequence[Any]]

_CONFIDENCE = 0.95
_FINISHED = ("early", "on_time", "late")


def _interval(columns: Columns) -> Columns:
    """Wilson's interval of the rate; of nothing there is none."""
    pairs = zip(columns["in_time"], columns["decided"], strict=True)
    found = [_core.wilson(float(part), float(all_), _CONFIDENCE)[2:4] for part, all_ in pairs]
    return {"on_time_low": [low for low, _ in found], "on_time_high": [high for _, high in found]}


def _late_days(columns: Columns) -> Columns:
    """Quantiles by how many cases have how many late days."""
    counts = [_counts_in(text) for text in columns["late_days_counts"]]
    return {
        "late_days_median": [_quantile(count, 1, 2) for count in counts],
        "late_days_p90": [_quantile(count, 9, 10) for count in counts],
    }


def _taken_days(columns: Columns) -> Columns:
    finished = [sum(row) for row in zip(*(columns[name] for name in _FINISHED), strict=True)]
    pairs = zip(columns["taken_days"], finished, strict=True)
    return {"taken_days_mean": [days / cases if cases else float("nan") for days, cases in pairs]}


MEASURES: dict[str, tuple[str, Callable[[Columns], Columns]]] = {
    "interval": ("on_time_low", _interval),  # the column that shows it is there
    "late_days": ("late_days_counts", _late_days),
    "taken_days": ("taken_days", _taken_days),
}


def measures_of(measures: Iterable[str]) -> list[str]:
    """Give the names of measures, checked and in order."""
    asked = [measures] if isinstance(measures, str) else measures
    known = list(MEASURES)
    return sorted({choice(name, known, "measures") for name in asked}, key=known.index)


def measured(roll_up: Table, measures: Iterable[str]) -> Table:
    """Add the columns of measures to those that they come from."""
    names = list(measures)
    if not names:
        return roll_up
    inputs = {key: roll_up[key].tolist() for key in roll_up.columns}
    columns: dict[str, Any] = {}
    for name in names:
        columns |= MEASURES[name][1](inputs)
    return Table(_core.Table([*roll_up._core.columns, *Table(columns)._core.columns]))


def added_counts(texts: Iterable[str | None]) -> str:
    """Add what tells how many cases have how many late days."""
    total: Counter[int] = Counter()
    for text in texts:
        total.update(_counts_in(text))
    return " ".join(f"{days}:{cases}" for days, cases in sorted(total.items()))


def _counts_in(text: str | None) -> dict[int, int]:
    """Read "1:12 2:5": twelve cases are late by one day, five by two. Files lose empty texts."""
    pairs = (pair.split(":") for pair in (text or "").split())
    return {int(days): int(cases) for days, cases in pairs}


def _quantile(counts: dict[int, int], part: int, of: int) -> int | None:
    """Fewest days that this share of the cases doesn't exceed."""
    total, met = sum(counts.values()), 0
    for days, cases in sorted(counts.items()):
        met += cases
        if met * of >= total * part:
            return days
    return None
