"""A register as a workbook, which is written anew with the same rows and columns."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import Error, error, say
from sauro._base.words import LANGUAGES, Language
from sauro._core import Plan
from sauro.reporting._register_files import header_of, register_bytes, text_of
from sauro.reporting._register_rows import HEADERS, RegisterRow, fill_rows, register_rows
from sauro.scheduling._schedule import Schedule
from sauro.serving._log import Log
from sauro.table._grids import MOST_CELLS

__all__ = ["BookLog"]

CANNOT_WRITE = 110


class BookLog(Log):
    """The workbook that `write_register` makes of a plan; any other is refused."""

    def __init__(self, path: Path, plan: Plan, due: Schedule, language: Language) -> None:
        self._plan, self._due, self._path = plan, due, path
        grid = _core.read_grid(path, "", MOST_CELLS)
        named, self._written_in = _names(grid.columns, language)
        rows = [_texts(cells, named) for _, cells, _ in grid.rows()]
        first = int(grid.rows()[0][0].split()[-1]) if rows else 1
        super().__init__(path, grid.columns, rows, first, self._written_in)
        self.name = grid.name
        self._refuse_others(named)

    def touch(self, at: int) -> None:
        """All rows are written anew."""

    def widen(self) -> None:
        """All rows are written anew."""

    def to_bytes(self) -> bytes:
        return register_bytes(self._filled(), ".xlsx", self._due.title, self._written_in)

    def _filled(self) -> list[RegisterRow]:
        rows = register_rows(self._plan, self._due)
        self._left = fill_rows(rows, _core.log_rows(self.grid()))
        return rows

    def _refuse_others(self, named: Sequence[str]) -> None:
        """Refuse a workbook of which something would be lost."""
        made = [[text_of(row.value(name), name) for name in named] for row in self._filled()]
        differs = next(
            (
                self.place(at)
                for at, (row, other) in enumerate(zip(self.rows, made, strict=False))
                if row != other
            ),
            "",
        )
        with zipfile.ZipFile(self._path) as book:
            sheets = sum(name.startswith("xl/worksheets/sheet") for name in book.namelist())
        if not differs and not self._left and len(made) == len(self.rows) and sheets == 1 and named:
            return
        place = differs or (self._left[0][0] if self._left else self.name)
        text = say(
            "không phải nguyên mẫu sổ mà sauro register lập cho kế hoạch này ({}), ghi lại sẽ mất "
            "phần khác mẫu; hãy lưu sổ bằng CSV, hoặc lập sổ mới: "
            "sauro register KẾ_HOẠCH -o SỔ_MỚI.xlsx --update {}",
            "it is not the register as sauro register makes it of this plan ({}), and what is "
            "other would be lost; save it as CSV, or make a new register: "
            "sauro register PLAN -o NEW.xlsx --update {}",
            place,
            self._path.name,
        )
        raise error(Error, CANNOT_WRITE, str(self._path), [text])


def _names(head: Sequence[str], language: Language) -> tuple[list[str], Language]:
    """Give the fields of a register's columns and their language; no field where one is unknown."""
    for one in (language, *LANGUAGES):
        fields = {header_of(name, one): name for name in HEADERS}
        if all(name in fields for name in head):
            return [fields[name] for name in head], one
    return [], language


def _texts(cells: Sequence[Any], named: Sequence[str]) -> list[str]:
    return [text_of(cell, name).strip() for cell, name in zip(cells, named, strict=False)]
