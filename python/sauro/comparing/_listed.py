"""Results that are lists of what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, ClassVar, TypeVar, overload

from sauro.table._results import Result
from sauro.table._table import Table

__all__ = ["Listed"]

T = TypeVar("T")


class Listed(Result, Sequence[T]):
    """A result whose items are dataclasses of one kind."""

    _ITEM: ClassVar[Any]  # the class of the items

    def __init__(self, items: Iterable[T]) -> None:
        self._listed = list(items)

    @property
    def table(self) -> Table:
        """A row an item, in the columns of its class."""
        names = [field.name for field in fields(self._ITEM)]
        return Table({name: [getattr(one, name) for one in self] for name in names})

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._listed[index]

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[T]:
        return iter(self._listed)
