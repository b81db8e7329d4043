"""A CSV file that is changed row by row: all others stay byte for byte."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from sauro import _core
from sauro._base.errors import Error, Texts, error, say
from sauro._base.files import read_bytes
from sauro._base.words import Language
from sauro.serving._log import Log, is_head
from sauro.table._grids import MOST_CELLS

__all__ = ["CsvLog"]

CANNOT_WRITE = 110
MOST_TITLES = 30  # rows that may stand above the head
_DELIMITERS = (";", ",", "\t")
Record = tuple[list[str], str]  # cells, and what they were written as


class CsvLog(Log):
    """A log in CSV; columns that others have added, and rows above the head, are kept."""

    def __init__(self, path: Path, language: Language) -> None:
        text, self._encoding = _decoded(path)
        grid = _core.read_grid(path, "", MOST_CELLS)
        self._delimiter, records = _cut(path, text, grid)
        at = next((i for i, one in enumerate(records[:MOST_TITLES]) if is_head(one[0])), None)
        if at is None:
            why = say(
                "không thấy dòng tên cột (cần mã hoặc nội dung nhiệm vụ, và tình trạng hoặc ngày)",
                "no row that names the columns (a task's id or words, and a status or a day)",
            )
            _refuse(path, why)
        self._above = "".join(raw for _, raw in records[:at])
        self._raw: list[str | None] = [raw for _, raw in records[at:]]  # of the head and the rows
        self._end = "\r\n" if "\r\n" in text or "\n" not in text else "\n"
        rows = [cells for cells, _ in records[at + 1 :]]
        super().__init__(path, records[at][0], rows, at + 2, language)
        self._flaws = {place: flaw for place, _, flaw in grid.rows()}

    def flaw(self, at: int) -> tuple[str, str]:
        is_uneven = len(self.rows[at]) != len(self.head)
        return self._flaws.get(self.place(at), ("", "")) if is_uneven else ("", "")

    def touch(self, at: int) -> None:
        self._raw += [None] * (at + 2 - len(self._raw))
        self._raw[at + 1] = None

    def widen(self) -> None:
        self._raw[0] = None
        for at, row in enumerate(self.rows, start=1):
            if len(row) != len(self.head) - 1:
                continue  # an uneven row stays as it is
            row.append("")
            raw = self._raw[at] if at < len(self._raw) else None
            if raw is not None:
                body = raw.rstrip("\r\n")
                self._raw[at] = body + self._delimiter + raw[len(body) :]

    def to_bytes(self) -> bytes:
        parts = [self._above]
        for cells, raw in zip([self.head, *self.rows], self._raw, strict=True):
            if parts[-1] and not parts[-1].endswith(("\n", "\r")):
                parts.append(self._end)
            parts.append(self._written(cells) if raw is None else raw)
        data = "".join(parts).encode(self._encoding.removesuffix("-sig"))
        return _MARKS.get(self._encoding, b"") + data

    def _written(self, cells: Sequence[str]) -> str:
        out = io.StringIO()
        cells = [*cells, *[""] * (len(self.head) - len(cells))]
        csv.writer(out, delimiter=self._delimiter, lineterminator=self._end).writerow(cells)
        return out.getvalue()


_MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


def _decoded(path: Path) -> tuple[str, str]:
    """Give the text of a file and its encoding."""
    data = read_bytes(path)
    known = (one for one in _MARKS.items() if data.startswith(one[1]))
    encoding, mark = next(known, ("utf-8", b""))
    try:
        return data[len(mark) :].decode(encoding.removesuffix("-sig")), encoding
    except UnicodeDecodeError:
        why = say("tệp không phải UTF-8 hay UTF-16", "the file is neither UTF-8 nor UTF-16")
        _refuse(path, why)


def _cut(path: Path, text: str, grid: _core.Grid) -> tuple[str, list[Record]]:
    """Cut a text into records as who read the grid did, and give the delimiter."""
    read = _plain([grid.columns, *(cells for _, cells, _ in grid.rows())])
    for delimiter in _DELIMITERS:
        try:
            records = list(_records(text, delimiter))
        except csv.Error:
            continue
        if _plain([cells for cells, _ in records])[-len(read) :] == read:
            return delimiter, records
    _refuse(path, say("dấu ngoặc kép không khép kín", "its quotes are not closed"))


def _records(text: str, delimiter: str) -> Iterator[Record]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    for cells in csv.reader(lines(), delimiter=delimiter):
        yield cells, "".join(taken)
        taken.clear()


def _plain(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """Give rows without what is blank, to compare them."""
    texts = [["" if cell is None else str(cell).strip() for cell in row] for row in rows]
    for row in texts:
        while row and not row[-1]:
            row.pop()
    return [row for row in texts if row]


def _refuse(path: Path, why: Texts) -> NoReturn:
    text = say(
        "không ghi lại nguyên vẹn được tệp này: {}; hãy lưu lại bằng CSV UTF-8, hoặc lập sổ mới: "
        "sauro register KẾ_HOẠCH -o SỔ_MỚI.csv --update {}",
        "this file can't be written back as it is: {}; save it as CSV in UTF-8, or make a new "
        "register: sauro register PLAN -o NEW.csv --update {}",
        why,
        path.name,
    )
    raise error(Error, CANNOT_WRITE, str(path), [text])
