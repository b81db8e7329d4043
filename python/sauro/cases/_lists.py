"""Case lists as offices keep them: CSV files and workbooks."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import (
    Error,
    ParseError,
    Problem,
    Texts,
    ValidationError,
    error,
    no_number,
    say,
    shortened,
)
from sauro._base.keys import key_text
from sauro.calendar._limits import limit_in_words
from sauro.cases._cases import CaseLog
from sauro.cases._columns import figures
from sauro.cases._headers import is_header
from sauro.cases._keys import BODIES
from sauro.cases._sheet_marks import sheet_marks
from sauro.table._grids import MOST_CELLS

__all__ = ["CaseList", "read_case_list"]

EMPTY_INPUT, INVALID_COLUMN, INVALID_ROWS = 104, 220, 221
SHOWN = 20
TITLES = 30  # rows that may stand above the headers


@dataclass(frozen=True)
class CaseList:
    """Columns of a file by their headers, and where each row stands.

    `repeated` are headers that several columns have, and which ones; `flaws` say why rows can't be
    taken as they look, by their index; `times` are cells of a workbook that show a time of day,
    of which only the day is read.
    """

    name: str
    columns: dict[str, list[Any]]
    places: list[str]
    repeated: dict[str, list[int]] = field(default_factory=dict)
    flaws: dict[int, Texts] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Rows that can't be taken as they look: the first ones by name, the rest as a count."""
        found = [
            (f"{self.name}, {self.places[at]}", *why)
            for at, why in list(self.flaws.items())[:SHOWN]
        ]
        return [Problem(INVALID_ROWS, *one) for one in shortened(found, SHOWN, len(self.flaws))]

    @property
    def remarks(self) -> list[Problem]:
        """That times of day aren't read, where cells show some."""
        if not self.times:
            return []
        shown = ", ".join(self.times[:3]) + (", ..." if len(self.times) > 3 else "")
        text = say(
            "{} ô có giờ phút ({}) chỉ được đọc đến ngày; hãy lưu danh sách bằng CSV để tính đến "
            "phút",
            "{} cells with a time of day ({}) are read as their days only; save the list as CSV "
            "to count by the minute",
            len(self.times), shown,
        )  # fmt: skip
        return [Problem(INVALID_ROWS, self.name, *text)]

    def log(self, roles: dict[str, str], unit: Any, on_problem: str = "raise") -> CaseLog:
        """Make a log of the columns; what is wrong with rows has their places in the file.

        Rows that can't be taken as they look are an error, or are left empty to be set aside.
        """
        self._refuse_repeated(roles)
        if self.flaws and on_problem == "raise":
            raise ValidationError(self.problems)
        columns: dict[str, Any] = {}
        faults: list[tuple[int, str, Texts]] = []
        for role, header in roles.items():
            cells = self.columns[header]
            if self.flaws:
                cells = [None if at in self.flaws else cell for at, cell in enumerate(cells)]
            if role in BODIES:
                columns[role] = [None if cell is None else _name(cell) for cell in cells]
            elif role in ("limit_days", "paused"):
                columns[role], found = _amounts(cells, role)
                faults += [(row, header, why) for row, why in found]
            else:
                columns[role] = cells
        self._refuse(faults)
        try:
            log = CaseLog(**columns, unit=unit)
        except Error as why:
            raise self.placed(why, roles) from None
        if self.times and log.unit not in ("working_days", "days"):
            raise ValidationError(self.remarks)
        return log

    def _refuse_repeated(self, roles: dict[str, str]) -> None:
        texts = [
            say(
                "các cột có tên thứ {} đều là {!r}; hãy đổi tên cột không dùng",
                "the named columns {} are all {!r}; give those that aren't meant another name",
                ", ".join(map(str, self.repeated[header])),
                header,
            )
            for header in dict.fromkeys(roles.values())
            if header in self.repeated
        ]
        if texts:
            raise error(ValidationError, INVALID_COLUMN, self.name, texts)

    def _refuse(self, faults: list[tuple[int, str, Texts]]) -> None:
        """Raise for cells that can't be what their column is read for, all of them at once."""
        if faults:
            said = [
                (f"{self.name}, {self.places[row]}", f"{header} {why.vi}", f"{header} {why.en}")
                for row, header, why in sorted(faults, key=lambda one: one[0])
            ]
            raise error(ValidationError, INVALID_ROWS, "", shortened(said, SHOWN))

    def placed(self, why: Error, roles: Mapping[str, str]) -> Error:
        """Give an error with the places of the file, and its headers for the names of columns."""
        problems = []
        for one in why.problems:
            row = re.fullmatch(r"row (\d+)", one.where)
            where = self.places[int(row[1])] if row else roles.get(one.where, one.where)
            for role, header in roles.items():
                vi, en = (
                    header + text[len(role) :] if text.startswith(f"{role} ") else text
                    for text in (one.message, one.message_en)
                )
                one = one._replace(message=vi, message_en=en)
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
    rows = [("", list(grid.columns), ("", "")), *grid.rows()]
    start = next((at for at, (_, cells, _) in enumerate(rows[:TITLES]) if is_header(cells)), 0)
    headers = ["" if cell is None else str(cell).strip() for cell in rows[start][1]]
    body = [row for row in rows[start + 1 :] if any(map(_given, row[1]))]
    if not body:
        text = say("tệp không có dòng hồ sơ nào", "the file has no rows of cases")
        raise error(ParseError, EMPTY_INPUT, os.fspath(path), [text])
    columns = {
        header: [
            cells[at] if at < len(cells) and _given(cells[at]) else None for _, cells, _ in body
        ]
        for at, header in enumerate(headers)
        if header
    }
    marks = sheet_marks(path, grid.name.removeprefix("sheet "))
    flaws = {}
    for at, (place, cells, flaw) in enumerate(body):
        why = _flaw_of_width(cells, headers) if start else _flaw_of_grid(*flaw)
        why = marks.rows.get(place, why)
        if why is not None:
            flaws[at] = why
    places = [place for place, _, _ in body]
    times = [cell for place in places for cell in marks.times.get(place, ())]
    return CaseList(os.fspath(path), columns, places, _repeated(headers), flaws, times)


def _repeated(headers: list[str]) -> dict[str, list[int]]:
    """Headers that several columns have, and which ones of those that are named, from 1."""
    found: dict[str, list[int]] = {}
    for at, header in enumerate(filter(None, headers), start=1):
        found.setdefault(header, []).append(at)
    return {header: places for header, places in found.items() if len(places) > 1}


def _flaw_of_grid(vi: str, en: str) -> Texts | None:
    return Texts(vi, en) if vi else None


def _flaw_of_width(cells: list[Any], headers: list[str]) -> Texts | None:
    """Say that a row below titles has more or fewer cells than columns, as the grid does."""
    used = max((at for at, cell in enumerate(cells, start=1) if _given(cell)), default=0)
    if used > len(headers):
        return say(
            "có {} ô mà dòng tên cột chỉ có {} cột",
            "{} cells, but the row of headers names {} columns",
            used, len(headers),
        )  # fmt: skip
    named = max((at for at, header in enumerate(headers, start=1) if header), default=0)
    if len(cells) >= named or sum(map(_given, cells)) <= 1:
        return None
    return say(
        "chỉ có {} ô mà dòng tên cột có {} cột: hãy viết đủ dấu phân cách, cả cho ô trống",
        "only {} cells, but the row of headers names {} columns: write all delimiters, those of "
        "empty cells too",
        len(cells), named,
    )  # fmt: skip


def _given(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _name(cell: Any) -> str:
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return cell.strip() if isinstance(cell, str) else key_text(cell)


def _amounts(cells: list[Any], role: str) -> tuple[list[Any], list[tuple[int, Texts]]]:
    """Give numbers, limits in words as texts beside them, and rows that hold neither."""
    amounts: list[Any] = []
    faults = []
    for row, cell in enumerate(cells):
        alone = figures(cell) if isinstance(cell, str) else cell
        if alone is None and cell is not None:
            why = _no_limit(cell) if role == "limit_days" else no_number(cell)
            if why is not None:
                faults.append((row, why))
            alone = cell
        amounts.append(alone)
    if any(isinstance(amount, str) for amount in amounts):
        amounts = [one if one is None or isinstance(one, str) else f"{one:g}" for one in amounts]
    return amounts, faults


def _no_limit(cell: str) -> Texts | None:
    try:
        limit_in_words(cell)
    except Error as why:
        (problem,) = why.problems
        vi, en = problem.message, problem.message_en
        return Texts(f"{cell!r} {vi}", f"{cell!r} {en}")
    return None
