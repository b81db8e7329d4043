"""The bodies that several plans name: which of them are one."""

from __future__ import annotations

from collections.abc import Iterable

from sauro._core import Agency
from sauro.text._keys import agency_key

__all__ = ["bodies"]


def bodies(plans: Iterable[Iterable[Agency]]) -> list[dict[str, str]]:
    """Give each agency a key, by plan and id: one key where any of their spellings meet.

    Spellings meet as they do in one plan (`agency_key`), the first one that was met is the key.
    """
    first: dict[str, str] = {}
    named = []
    for agencies in plans:
        keys = {}
        for one in agencies:
            spellings = [agency_key(name) for name in (one.name, *one.names)]
            known = next((first[key] for key in spellings if key in first), spellings[0])
            for key in spellings:
                first.setdefault(key, known)
            keys[one.id] = known
        named.append(keys)
    return named
