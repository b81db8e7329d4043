"""Which column of a case list is which, by the headers that offices use."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sauro._base.errors import Texts, ValidationError, error, say
from sauro.cases._parts import no_column
from sauro.text._keys import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["NONE", "ROLES", "columns_by_header", "is_header"]

INVALID_COLUMN = 220
NONE = "-"  # said of a column that isn't there
ROLES = ("received", "limit_days", "due", "finished", "agency", "procedure", "paused")
OPTIONAL = ("due", "paused")  # taken where they are there


@cache
def _words() -> dict[str, frozenset[str]]:
    """Keys of the usual headers of each role."""
    path = Path(__file__).with_name("headers.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    return {role: frozenset(map(fold, found[role])) for role in ROLES}


def is_header(cells: Iterable[object]) -> bool:
    """Whether a row of cells names the columns of a case list: two of them at least."""
    keys = {fold(cell) for cell in cells if isinstance(cell, str)}
    return sum(bool(keys & words) for words in _words().values()) > 1


def columns_by_header(
    headers: Sequence[str], given: Mapping[str, str | None], needed: Iterable[str]
) -> dict[str, str]:
    """Give the column of each role: the one that is given, or the only one with a usual header.

    Raises
    ------
    ValidationError
        Code 220 for roles without a column, with two, or given one that there isn't; all at once.
    """
    wanted = set(needed)
    promised = given.get("due") or any(fold(name) in _words()["due"] for name in headers)
    if promised and promised != NONE:
        wanted.discard("limit_days")  # what was promised will do
    found: dict[str, str] = {}
    problems = []
    for role in ROLES:
        named = given.get(role)
        fits = [name for name in headers if fold(name) in _words()[role]]
        option = f"--{role.removesuffix('_days')}"
        if named == NONE and role != "received":
            continue
        if named is not None:
            fits = [named] if named in headers else []
        if len(fits) == 1:
            found[role] = fits[0]
        elif named is not None:
            problems.append((option, *no_column(named, headers)))
        elif len(fits) > 1 and role in (*wanted, "limit_days", *OPTIONAL):
            text = say(
                "nêu một trong các cột {}, hoặc '-' nếu không dùng cột nào",
                "name one of the columns {}, or '-' to use none",
                ", ".join(fits),
            )
            problems.append((option, *text))
        elif role in wanted:
            problems.append((option, *_not_told(role, ", ".join(headers))))
    if problems:
        raise error(ValidationError, INVALID_COLUMN, "", problems)
    return {
        role: name for role, name in found.items() if role in (*wanted, "limit_days", *OPTIONAL)
    }


def _not_told(role: str, known: str) -> Texts:
    """Say that no column is known to be a role's, and what may be given instead."""
    if role == "received":
        return say(
            "không rõ là cột nào trong {}; nêu tên cột",
            "can't tell which column it is of {}; name it",
            known,
        )
    if role == "limit_days":
        return say(
            "không rõ là cột nào trong {}; nêu tên cột, hoặc cột ngày hẹn trả bằng --due",
            "can't tell which column it is of {}; name it, or that of promised days by --due",
            known,
        )
    return say(
        "không rõ là cột nào trong {}; nêu tên cột, hoặc '-' nếu không có",
        "can't tell which column it is of {}; name it, or '-' where there is none",
        known,
    )
