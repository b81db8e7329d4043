"""What a verb found, as a table with a title: for files, notebooks and programs."""

from __future__ import annotations

import json
import os
from abc import ABC, abstractmethod
from datetime import date
from typing import Any, ClassVar

from sauro._base.choice import choice
from sauro._base.files import ending_of, write_text
from sauro._base.shown import markdown
from sauro._base.words import LANGUAGES, Language, Words, words_in
from sauro.table._arrays import list_of
from sauro.table._blocks import block
from sauro.table._files import write_sheets
from sauro.table._page import page, section
from sauro.table._table import Table

__all__ = ["ENDINGS", "Result"]

ENDINGS = (".html", ".xlsx", ".csv", ".md", ".json")


class Result(ABC):
    """A table, what it is called and a few facts about it, for people and for programs."""

    SCHEMA: ClassVar[str]
    HEADINGS: ClassVar[dict[str, str]]  # of columns, in Vietnamese

    @property
    @abstractmethod
    def table(self) -> Table:
        """All of it."""

    @property
    @abstractmethod
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""

    @abstractmethod
    def _title(self, words: Words) -> str:
        """Say what it is."""

    @abstractmethod
    def _facts(self, words: Words) -> dict[str, str]:
        """Give figures with their names."""

    @abstractmethod
    def _rows(self, words: Words) -> Table:
        """Give the table as a person reads it."""

    @abstractmethod
    def _sheets(self, words: Words) -> dict[str, Table]:
        """Give tables for people with their names."""

    def to_html(self, *, language: Language = "vi") -> str:
        """Write a page of its own, without a script or anything from outside.

        Parameters
        ----------
        language : {"vi", "en"}
            Of headings; texts of plans stay as they are.
        """
        words = words_in(choice(language, LANGUAGES, "language"))
        about = "; ".join(f"{name}: {value}" for name, value in self._facts(words).items())
        parts = [section(name, table) for name, table in self._sheets(words).items()]
        return page(self._title(words), about, parts, language)

    def to_markdown(self, *, language: Language = "vi") -> str:
        """Write as Markdown, whose tables show what plans say and do nothing else.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        words = words_in(choice(language, LANGUAGES, "language"))
        lines = [f"# {markdown(self._title(words))}", ""]
        lines += [
            f"- {markdown(name)}: {markdown(value)}" for name, value in self._facts(words).items()
        ]
        for name, table in self._sheets(words).items():
            lines += ["", f"## {markdown(name)}", "", *_markdown_rows(table)]
        return "\n".join([*lines, ""])

    def to_json(self) -> str:
        """Write as JSON: schema, title, counts and a row an item."""
        said = {
            "schema": self.SCHEMA,
            "title": self._title(words_in("vi")),
            "counts": self.counts,
            "rows": [_plain(row) for row in self.table.to_dicts()],
        }
        return json.dumps(said, ensure_ascii=False, indent=2) + "\n"

    def write(self, path: str | os.PathLike[str], *, language: Language = "vi") -> None:
        """Write a file.

        Parameters
        ----------
        path : path
            Its ending says how: ``.html``, ``.xlsx``, ``.csv``, ``.md`` or ``.json``.
        language : {"vi", "en"}
            Of headings.

        Raises
        ------
        ValidationError
            Code 260 for another ending.
        """
        ending = ending_of(path, ENDINGS)
        words = words_in(choice(language, LANGUAGES, "language"))
        if ending == ".xlsx":
            sheets = self._sheets(words)
            write_sheets(path, {name: table._core for name, table in sheets.items()})
        elif ending == ".csv":
            self._rows(words).to_csv(path)
        elif ending == ".json":
            write_text(path, self.to_json())
        elif ending == ".md":
            write_text(path, self.to_markdown(language=language))
        else:
            write_text(path, self.to_html(language=language))

    def _headed(self, table: Table, words: Words) -> Table:
        """Give columns their headings."""
        lists = {column.name: list_of(column) for column in table._core.columns}
        known = self.HEADINGS
        return Table({words(known.get(name, name)): cells for name, cells in lists.items()})

    def _repr_html_(self) -> str:
        words = words_in("vi")
        tables = [table._repr_html_() for table in self._sheets(words).values()]
        return block(self._title(words), self._facts(words), *tables[:1])


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Give values as JSON has them: days as text, None for what is missing."""
    return {
        name: value.isoformat() if isinstance(value, date) else None if value != value else value
        for name, value in row.items()
    }


def _markdown_rows(table: Table) -> list[str]:
    rows = [table.columns, ["---"] * len(table.columns)]
    rows += [[markdown("" if v is None or v != v else str(v)) for v in r] for r in _rows(table)]
    return [f"| {' | '.join(row)} |" for row in rows]


def _rows(table: Table) -> list[tuple[Any, ...]]:
    return list(zip(*(list_of(column) for column in table._core.columns), strict=True))
