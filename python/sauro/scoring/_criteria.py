"""Criteria of a framework, by place or by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from sauro._core import Criterion
from sauro.table._table import Table

__all__ = ["Criteria"]


class Criteria(Sequence[Criterion]):
    """Criteria in their order, by place or by code.

    Examples
    --------
    >>> import sauro
    >>> criteria = sauro.Framework.load("papi-2021").criteria
    >>> criteria["3.1"].title, criteria.table.columns[:3]
    ('Tương tác với chính quyền', ['code', 'parent', 'title'])
    """

    def __init__(self, items: Sequence[Criterion]) -> None:
        self._items = list(items)
        self._by_code = {item.code: item for item in items}

    @overload
    def __getitem__(self, key: int | str) -> Criterion: ...
    @overload
    def __getitem__(self, key: slice) -> list[Criterion]: ...
    def __getitem__(self, key: int | str | slice) -> Criterion | list[Criterion]:
        if isinstance(key, str):
            return self._by_code[key]
        return self._items[key]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self._items)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._by_code)

    @property
    def table(self) -> Table:
        """A row a criterion: code, parent, title, title_en, max, unit, weight, source, rule."""
        names = ("code", "parent", "title", "title_en", "max", "unit", "weight", "source")
        columns: dict[str, Any] = {
            name: [getattr(one, name) if getattr(one, name) != "" else None for one in self]
            for name in names
        }
        columns["rule"] = [one.rule_type or None for one in self]
        return Table(columns)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Criteria) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Criteria of {len(self)}>"


Criteria.__module__ = "sauro"
