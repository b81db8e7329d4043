"""Values that compare as people expect."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

__all__ = ["MissingEqual"]


class MissingEqual:
    """Equality of a dataclass for which a missing number equals a missing number."""

    __slots__ = ()

    def _key(self) -> tuple[Any, ...]:
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        return tuple(None if value != value else value for value in values)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    __hash__ = None  # type: ignore[assignment]
