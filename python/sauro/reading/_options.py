"""What all readers of documents take: names of agencies, limits."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from sauro import _core
from sauro._base.files import read_text

__all__ = ["Agencies", "Corrections", "corrections_of", "entries_of"]

Agencies = str | os.PathLike[str] | Mapping[str, Iterable[str]] | Iterable[str]
Corrections = str | os.PathLike[str] | Mapping[str, Any]


def entries_of(agencies: Agencies | None) -> list[tuple[str, str, list[str]]]:
    """Give id, name and other names of each agency."""
    if agencies is None:
        return []
    if isinstance(agencies, Mapping):
        return [("", name, list(aliases)) for name, aliases in agencies.items()]
    if isinstance(agencies, str | os.PathLike):
        return _core.agencies_from_json(read_text(agencies))
    return [("", name, []) for name in agencies]


def corrections_of(given: Corrections | None) -> str | None:
    """Give corrections as JSON."""
    if given is None:
        return None
    if isinstance(given, Mapping):
        return json.dumps({"schema": "sauro/corrections/1"} | dict(given), ensure_ascii=False)
    return read_text(given)
