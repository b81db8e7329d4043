"""The core's log over columns that were given, and its columns as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import ValidationError, error, say
from sauro.cases._columns import UNITS, Part, Unit, amounts, codes, flags, number, spread
from sauro.cases._keys import own_columns
from sauro.cases._times import moments, time
from sauro.table._coerce import INVALID_COLUMN
from sauro.table._table import Table

__all__ = ["core_log", "id_of", "named", "table_of"]

Labels = dict[str, list[str]]
_TIMES = ("received", "finished", "due")


def core_log(
    given: dict[str, Any], keys: dict[str, Any], unit: Unit
) -> tuple[_core.CaseLog, int, Labels]:
    """Give the log, how many cases it has, and what codes of its columns stand for."""
    labels: Labels = {}

    def coded(values: Any, name: str) -> Part | None:
        if values is None:
            return None
        part, known = codes(values, name)
        if known is not None:
            labels[name] = known
        return part

    def at(name: str) -> Any:
        return None if given[name] is None else time(given[name], name)

    received = time(given["received"], "received")
    waits = None if given["waiting"] is None else flags(given["waiting"], "waiting")
    grouped = {"agency": given["agency"], "procedure": given["procedure"], **keys}
    parts = {name: coded(values, name) for name, values in grouped.items()}
    log = _core.CaseLog(
        received,
        at("finished"),
        number(given["limit_days"], "limit_days"),
        at("due"),
        amounts(given["cut"], "cut"),
        amounts(given["paused"], "paused"),
        None if waits is None else (waits, None),
        at("waiting") if waits is None else None,
        coded(given["calendar"], "calendar"),
        [(name, part) for name, part in parts.items() if part is not None],
        choice(unit, UNITS, "unit"),
    )
    rows = len(received) if isinstance(received, _core.Column) else len(received[0][0])
    return log, rows, labels


def id_of(values: Any, rows: int, keys: dict[str, Any]) -> dict[str, Any]:
    """Give the column that names cases, by its name; nothing where there is none."""
    if values is None:
        return {}
    given = own_columns(values, "id", keys) if isinstance(values, Mapping) else {"id": values}
    for name, column in given.items():
        if len(column) != rows:
            text = say(
                "{} có {} dòng, received có {}", "{} has {} rows, received has {}",
                name, len(column), rows,
            )  # fmt: skip
            raise error(ValidationError, INVALID_COLUMN, "id", [text])
    return given


def table_of(columns: dict[str, Any], rows: int) -> Table:
    """Give the columns that there are, a row a case."""
    waiting = columns.get("waiting")
    days = waiting is not None and flags(waiting, "waiting") is None
    times = (*_TIMES, "waiting") if days else _TIMES
    return Table(
        {
            name: moments(values, name) if name in times else spread(values, rows)
            for name, values in columns.items()
            if values is not None
        }
    )


def named(groups: _core.Table, labels: Labels) -> Table:
    """Turn codes of groups back into the names that they stand for."""
    columns = [
        _core.labelled_column(column, labels[column.name]) if column.name in labels else column
        for column in groups.columns
    ]
    return Table(_core.Table(columns))
