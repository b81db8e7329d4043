"""Roll-ups of parts of a log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sauro._base.errors import ValidationError, error, say
from sauro.table._coerce import INVALID_COLUMN
from sauro.table._table import Table

__all__ = ["KEYS", "merge_roll_ups"]

Key = Literal["agency", "procedure", "month"]
KEYS: tuple[Key, ...] = ("agency", "procedure", "month")


def merge_roll_ups(parts: Iterable[Table]) -> Table:
    """Add roll-ups of parts of a log, or of several logs, as if they had been counted at once.

    Parameters
    ----------
    parts : iterable of Table
        Results of ``roll_up`` with the same keys.

    Examples
    --------
    >>> import sauro
    >>> counts = {"agency": ["A"], "in_time": [3], "decided": [4], "on_time_rate": [0.75]}
    >>> part = sauro.Table(counts)
    >>> sauro.merge_roll_ups([part, part]).to_dicts()
    [{'agency': 'A', 'in_time': 6, 'decided': 8, 'on_time_rate': 0.75}]
    """
    tables = list(parts)
    if not tables:
        raise ValueError("no roll-ups to merge")
    names = tables[0].columns
    problems = [
        (
            f"part {at}",
            *say(
                "có các cột {}; cần {}",
                "columns {}; expected {}",
                ", ".join(table.columns),
                ", ".join(names),
            ),
        )
        for at, table in enumerate(tables)
        if table.columns != names
    ]
    if problems:
        raise error(ValidationError, INVALID_COLUMN, "parts", problems)
    keys = [name for name in names if name in KEYS]
    sums = [name for name in names if name not in KEYS and name != "on_time_rate"]
    groups: dict[tuple[Any, ...], list[int]] = {}
    for table in tables:
        for row in table.to_dicts():
            group = groups.setdefault(tuple(row[key] for key in keys), [0] * len(sums))
            for at, name in enumerate(sums):
                group[at] += row[name]
    ordered = sorted(groups, key=lambda group: [(key is not None, str(key)) for key in group])
    columns: dict[str, list[Any]] = {
        key: [group[at] for group in ordered] for at, key in enumerate(keys)
    }
    columns |= {name: [groups[g][at] for g in ordered] for at, name in enumerate(sums)}
    columns["on_time_rate"] = [
        hit / decided if decided else float("nan")
        for hit, decided in zip(columns["in_time"], columns["decided"], strict=True)
    ]
    return Table({name: columns[name] for name in names})
