"""What of a plan is shown: by words, state, agency and due day, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from sauro._core import try_parse_day
from sauro.reporting._standing import OPEN
from sauro.serving._desk import Row
from sauro.text._keys import fold

__all__ = ["PER_PAGE", "Filter"]

PER_PAGE = 100
LONGEST = 200  # of what is looked for


@dataclass(frozen=True)
class Filter:
    """What somebody looks for; empty fields take everything."""

    words: str = ""
    state: str = ""  # of a board, or "open"
    agency: str = ""
    until: date | None = None
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """Read it from an address; what makes no sense takes everything."""
        page = query.get("page", "")
        return cls(
            words=query.get("words", "")[:LONGEST],
            state=query.get("state", "")[:LONGEST],
            agency=query.get("agency", "")[:LONGEST],
            until=try_parse_day(query.get("until", "")),
            page=int(page) if page.isdecimal() and len(page) < 6 else 1,
        )

    def query(self, page: int | None = None) -> str:
        """Write it as an address has it."""
        one = replace(self, page=page or self.page)
        fields = {
            "words": one.words,
            "state": one.state,
            "agency": one.agency,
            "until": one.until.isoformat() if one.until else "",
            "page": str(one.page) if one.page > 1 else "",
        }
        return urlencode({name: text for name, text in fields.items() if text})

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        """Give the rows that fit."""
        words = fold(self.words).split()
        return [row for row in rows if self._fits(row, words)]

    def _fits(self, row: Row, words: Sequence[str]) -> bool:
        one = row.standing
        states = OPEN if self.state == "open" else (self.state or one.status,)
        if one.status not in states or (self.agency and self.agency not in one.leads):
            return False
        if self.until is not None and (one.due is None or one.due > self.until):
            return False
        text = fold(f"{one.task} {one.title} {one.label} {one.result} {one.document}")
        return all(word in text for word in words)
