"""Case lists as offices keep them: CSV files and workbooks."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import Error, ParseError, error, say
from sauro._base.keys import key_text
from sauro.cases._cases import CaseLog
from sauro.cases._headers import is_header
from sauro.table._grids import MOST_CELLS

__all__ = ["CaseList", "read_case_list"]

EMPTY_INPUT = 104
TITLES = 30  # rows that may stand above the headers


@dataclass(frozen=True)
class CaseList:
    """Columns of a file by their headers, and where each row stands."""

    name: str
    columns: dict[str, list[Any]]
    places: list[str]

    def log(self, roles: dict[str, str], unit: Any) -> CaseLog:
        """Make a log of the columns; what is wrong with rows has their places in the file."""
        columns: dict[str, Any] = {}
        for role, header in roles.items():
            cells = self.columns[header]
            if role in ("agency", "procedure"):
                columns[role] = [None if cell is None else _name(cell) for cell in cells]
            elif role in ("limit_days", "paused"):
                columns[role] = _numbers(cells)
            else:
                columns[role] = cells
        try:
            return CaseLog(**columns, unit=unit)
        except Error as why:
            raise self.placed(why) from None

    def placed(self, why: Error) -> Error:
        """Give an error with the places of the file."""
        problems = []
        for one in why.problems:
            row = re.fullmatch(r"row (\d+)", one.where)
            where = self.places[int(row[1])] if row else one.where
            problems.append(one._replace(where=f"{self.name}, {where}" if where else self.name))
        return type(why)(problems)


def read_case_list(path: str | os.PathLike[str], sheet: str | None = None) -> CaseList:
    """Read a CSV file or a sheet of a workbook; titles may stand above the headers.

    Raises
    ------
    Error
        Code 104 for a file without rows; what reading the file raises.
    """
    grid = _core.read_grid(Path(path), sheet or "", MOST_CELLS)
    rows = [("", list(grid.columns)), *((place, cells) for place, cells, _ in grid.rows())]
    start = next((at for at, (_, cells) in enumerate(rows[:TITLES]) if is_header(cells)), 0)
    headers = [str(cell).strip() for cell in rows[start][1]]
    body = [(place, cells) for place, cells in rows[start + 1 :] if any(map(_given, cells))]
    if not body:
        text = say("tệp không có dòng hồ sơ nào", "the file has no rows of cases")
        raise error(ParseError, EMPTY_INPUT, os.fspath(path), [text])
    columns = {
        header: [cells[at] if at < len(cells) and _given(cells[at]) else None for _, cells in body]
        for at, header in enumerate(headers)
        if header
    }
    return CaseList(os.fspath(path), columns, [place for place, _ in body])


def _given(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _name(cell: Any) -> str:
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return cell.strip() if isinstance(cell, str) else key_text(cell)


def _numbers(cells: list[Any]) -> list[Any]:
    """Give numbers where all cells are some; words of limits stay as they are."""
    try:
        return [
            None
            if cell is None
            else float(cell.replace(",", ".") if isinstance(cell, str) else cell)
            for cell in cells
        ]
    except (ValueError, TypeError):
        return cells
