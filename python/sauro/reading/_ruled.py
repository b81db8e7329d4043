"""Cells that rules enclose -> tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sauro.reading._page import Box, Cell, Row, Word, joined_lines, lines_of, uncertain_in

__all__ = ["Grid", "clustered", "grids_of"]

_SLIM = 6.5  # points: rules nearer to each other are one border drawn twice
_FLAT = 4.0


@dataclass(slots=True)
class Grid:
    """A table by its rules: cells as ranges of columns and rows, and the words in each."""

    columns: list[float]
    rows: list[float]
    cells: dict[tuple[int, int], tuple[int, int]]  # first column, row -> end column, row
    words: dict[tuple[int, int], list[Word]] = field(default_factory=dict)
    _slots: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note which cell covers each column of each row."""
        for start, end in self.cells.items():
            for column in range(start[0], end[0]):
                for row in range(start[1], end[1]):
                    self._slots.setdefault((column, row), start)

    @property
    def box(self) -> Box:
        """The rectangle that it fills."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Find the cell at a point; beside all of them the one whose edge is nearest."""
        left, top, right, bottom = self.box
        if not (left - _SLIM <= x <= right + _SLIM and top - _FLAT <= y <= bottom + _FLAT):
            return None
        slot = bisect_left(self.columns, x) - 1, bisect_left(self.rows, y) - 1
        return self._slots.get(slot) or min(self.cells, key=lambda one: self._gap(one, x, y))

    def _gap(self, start: tuple[int, int], x: float, y: float) -> float:
        x0, top, x1, bottom = self._box_of(start)
        return max(x0 - x, x - x1, 0.0) + max(top - y, y - bottom, 0.0)

    def _box_of(self, start: tuple[int, int]) -> Box:
        end = self.cells[start]
        return (
            self.columns[start[0]],
            self.rows[start[1]],
            self.columns[end[0]],
            self.rows[end[1]],
        )

    def rows_of(self, part: str, tops: Sequence[float]) -> list[Row]:
        """Give the rows with their texts; `tops` are the upper ends of the page's lines."""
        starts = sorted({row for _, row in self.cells})
        rows = []
        for row in starts:
            cells = [self._cell(start, starts) for start in sorted(self.cells) if start[1] == row]
            line = bisect_left(tops, self.rows[row]) + 1
            rows.append(Row(cells, part, min(line, max(len(tops), 1))))
        return rows

    def _cell(self, start: tuple[int, int], starts: Sequence[int]) -> Cell:
        end = self.cells[start]
        words = self.words.get(start, [])
        text = joined_lines([line.text for line in lines_of(words)], "\n")
        rows = bisect_left(starts, end[1]) - bisect_left(starts, start[1])
        return Cell(text, start[0] + 1, end[0] - start[0], rows, uncertain_in(words))


def clustered(values: Iterable[float], reach: float) -> list[float]:
    """Give one value for all that lie nearer to each other than `reach`."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] < reach:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def grids_of(boxes: Sequence[Box]) -> list[Grid]:
    """Put cells that touch each other into tables, from above."""
    grids = [grid for group in _groups(_inner(boxes)) if (grid := _grid_of(group))]
    return sorted(grids, key=lambda grid: grid.box[1])


def _inner(boxes: Sequence[Box]) -> list[Box]:
    """Leave out frames around other cells, which a border of the whole table makes."""
    centres = sorted(((one[1] + one[3]) / 2, (one[0] + one[2]) / 2) for one in boxes)

    def holds_others(box: Box) -> bool:
        first = bisect_left(centres, (box[1], 0.0))
        count = 0
        for y, x in centres[first:]:
            if y > box[3] or count > 1:
                break
            count += box[0] < x < box[2]
        return count > 1

    return [box for box in boxes if not holds_others(box)]


def _groups(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes whose distance is that of a doubled border at most belong together."""
    groups: list[tuple[Box, list[Box]]] = []
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        near = [group for group in groups if _touch(group[0], box)]
        groups = [group for group in groups if not _touch(group[0], box)]
        members = near[0][1] if near else []
        for _, others in near[1:]:
            members.extend(others)
        members.append(box)
        around = [box, *(group[0] for group in near)]
        low = [min(one[side] for one in around) for side in (0, 1)]
        high = [max(one[side] for one in around) for side in (2, 3)]
        groups.append(((low[0], low[1], high[0], high[1]), members))
    return [members for _, members in groups]


def _touch(a: Box, b: Box) -> bool:
    return (
        a[0] - _SLIM < b[2] and b[0] - _SLIM < a[2] and a[1] - _FLAT < b[3] and b[1] - _FLAT < a[3]
    )


def _grid_of(boxes: Sequence[Box]) -> Grid | None:
    columns = clustered((x for box in boxes for x in (box[0], box[2])), _SLIM)
    rows = clustered((y for box in boxes for y in (box[1], box[3])), _FLAT)
    cells = {}
    for x0, top, x1, bottom in boxes:
        start = _nearest(columns, x0), _nearest(rows, top)
        end = _nearest(columns, x1), _nearest(rows, bottom)
        if end[0] > start[0] and end[1] > start[1]:
            cells[start] = end
    return Grid(columns, rows, cells) if cells else None


def _nearest(values: Sequence[float], value: float) -> int:
    at = bisect_left(values, value)
    near = [i for i in (at - 1, at) if 0 <= i < len(values)]
    return min(near, key=lambda i: abs(values[i] - value))
