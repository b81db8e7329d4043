"""What stands beside each other without rules: letterheads, signatures, tables."""

from __future__ import annotations

import itertools
import re
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.reading._page import Box, Cell, Line, Row, Word, is_label, joined_lines, uncertain_in

__all__ = ["Pair", "Table", "pieces_of", "take_pair", "take_signature", "take_table"]

Gap = tuple[float, float]

_WIDE = 1.4  # heights of letters: no space between words of a line is as wide
_NARROW = 0.7  # one that parts two halves all the same, where the lines around it say so
_HALF = 8  # heights of letters: what begins as far to the right of a list is none of its lines
_AHEAD = 6  # lines that a post may stand above the recipients
_RECIPIENTS = re.compile(r"^\W*nơi\s+nhận\b", re.IGNORECASE)
_APART = 6  # heights of letters: lines farther from each other belong to different things


@dataclass(slots=True)
class Pair:
    """Two halves beside each other, and how many lines they take."""

    left: list[Line]
    right: list[Line]
    count: int


@dataclass(slots=True)
class Table:
    """Rows whose columns only the positions of words tell, and how many lines they take."""

    rows: list[Row]
    edges: list[float]
    count: int


def pieces_of(line: Line, wide: float = _WIDE) -> list[list[Word]]:
    """Cut a line where a gap is wide; the tab behind the number of an item is none."""
    pieces = [[line.words[0]]]
    for before, word in itertools.pairwise(line.words):
        labelled = len(pieces[-1]) == 1 and len(pieces) == 1 and is_label(before.text)
        if word.x0 - before.x1 > wide * line.height and not labelled:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


# Two halves


def take_pair(lines: Sequence[Line]) -> Pair | None:
    """Take the letterhead or signature block with which the lines begin."""
    gutter = _first_gutter(lines)
    first = _sides(lines[0], gutter) if gutter else None
    if gutter is None or first is None or not (first[0] and first[1]):
        return None
    pair = Pair([], [], 0)
    doubled = 0
    waiting: list[tuple[list[Word], list[Word]]] = []
    for line in lines:
        before = lines[pair.count + len(waiting) - 1] if pair.count + len(waiting) else line
        sides = _sides(line, gutter)
        if sides is None or line.top - before.bottom > _APART * line.height:
            break
        gutter = sides[2]
        waiting.append(sides[:2])
        both = bool(sides[0] and sides[1])
        doubled += both
        if both or (sides[0] and _lists_on(pair, line, before)):
            _keep(pair, waiting)
    return pair if doubled > 1 else None


def take_signature(lines: Sequence[Line]) -> Pair | None:
    """Take recipients and, on their right, a post and a name that stand between their lines."""
    at = next((i for i, line in enumerate(lines[:_AHEAD]) if _RECIPIENTS.match(line.text)), None)
    if at is None:
        return None
    x0, height = lines[at].x0, lines[at].height
    middle = x0 + _HALF * height
    pair = Pair([], [], 0)
    before = lines[0]
    for i, line in enumerate(lines):
        left, right = _halves_of(line, middle)
        is_list = abs(line.x0 - x0) < 2 * height and i >= at
        if (left and not is_list) or line.top - before.bottom > _APART * height:
            break
        if left and pair.left and line.top - pair.left[-1].bottom > 1.2 * height:
            break
        if left:
            pair.left.append(Line(left))
        if right:
            pair.right.append(Line(right))
        pair.count += 1
        before = line
    reach = max((line.x1 for line in pair.left), default=0.0)
    apart = all(line.x0 > reach + _NARROW * height for line in pair.right)
    return pair if pair.right and pair.left and apart else None


def _halves_of(line: Line, middle: float) -> tuple[list[Word], list[Word]]:
    """Part a line at a wide gap; one without such a gap stands where it begins."""
    pieces = pieces_of(line, 1.0)
    if len(pieces) == 1:
        return ([], pieces[0]) if line.x0 > middle else (pieces[0], [])
    return pieces[0], [word for piece in pieces[1:] for word in piece]


def _keep(pair: Pair, waiting: list[tuple[list[Word], list[Word]]]) -> None:
    for left, right in waiting:
        if left:
            pair.left.append(Line(left))
        if right:
            pair.right.append(Line(right))
    pair.count += len(waiting)
    waiting.clear()


def _lists_on(pair: Pair, line: Line, before: Line) -> bool:
    """Whether a line on the left goes on with a list on the left: recipients."""
    if not pair.left:
        return False
    last = pair.left[-1]
    is_near = line.top - max(last.bottom, before.bottom) < 1.2 * line.height
    return is_near and abs(line.x0 - last.x0) < 2 * line.height


def _first_gutter(lines: Sequence[Line]) -> Gap | None:
    """Find the gap of the first lines that are clearly in two halves."""
    for line in lines[:4]:
        pieces = pieces_of(line)
        if len(pieces) == 2:
            return pieces[0][-1].x1, pieces[1][0].x0
        if len(pieces) > 2:
            return None
    return None


def _sides(line: Line, gutter: Gap) -> tuple[list[Word], list[Word], Gap] | None:
    """Part a line at the gutter, which may grow narrower; None where the line crosses it."""
    least = _NARROW * line.height
    words = line.words
    spaces = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    usual = statistics.median(spaces) if spaces else 0.0
    ends = [0.0, *(word.x1 for word in words)]
    starts = [*(word.x0 for word in words), float("inf")]
    best: tuple[float, int, Gap] | None = None
    for i, (end, start) in enumerate(zip(ends, starts, strict=True)):
        left, right = max(end, gutter[0]), min(start, gutter[1])
        inside = 0 < i < len(words)
        if right - left < least or (inside and start - end < 1.8 * usual and len(words) > 2):
            continue
        if best is None or right - left > best[0]:
            best = right - left, i, (left, right)
    return (words[: best[1]], words[best[1] :], best[2]) if best else None


# Tables


def take_table(lines: Sequence[Line], rules: Sequence[Box], tops: Sequence[float]) -> Table | None:
    """Take the table without borders with which the lines begin: three columns or more."""
    count = _reach(lines)
    taken = lines[:count]
    many = [line for line in taken if len(pieces_of(line, 1.0)) > 2]
    if len(many) < 3 or len(many) * 4 < len(taken):
        return None
    inner = [(a + b) / 2 for a, b in _gutters(taken)]
    edges = [min(line.x0 for line in taken), *inner, float("inf")]
    rows = [_row(group, edges, tops) for group in _rows(taken, edges, rules)]
    return Table(rows, [*edges[:-1], max(line.x1 for line in taken)], count)


def _reach(lines: Sequence[Line]) -> int:
    """Count the lines that leave two gaps or more free, and texts alone between them."""
    count = 0
    for at, line in enumerate(lines):
        space = line.top - lines[at - 1].bottom if at else 0.0
        pieces = len(pieces_of(line, 1.0))
        if pieces == 1 and not _is_short(line):
            if at - count > 1 or count == 0:
                break
            continue
        is_far = space > (3 if pieces > 1 else 0.9) * line.height
        if is_far or (count and len(_gutters(lines[: at + 1])) < 2):
            break
        count = at + 1
    return count


def _is_short(line: Line) -> bool:
    return line.x1 - line.x0 < 12 * line.height


def _gutters(lines: Sequence[Line]) -> list[Gap]:
    """Find what no word covers; lines in one piece, as names of areas are, may cross."""
    height = statistics.median(line.height for line in lines)
    spans = sorted(
        (word.x0, word.x1)
        for line in lines
        if len(pieces := pieces_of(line, 1.0)) > 1 or _is_short(line)
        for piece in pieces
        for word in piece
    )
    gutters = []
    reach = spans[0][1] if spans else 0.0
    for x0, x1 in spans:
        if x0 - reach > 0.45 * height:
            gutters.append((reach, x0))
        reach = max(reach, x1)
    return gutters


def _rows(lines: Sequence[Line], edges: Sequence[float], rules: Sequence[Box]) -> list[list[Line]]:
    """Part the lines by rules, else by wider spaces, else where the first column is filled."""
    width = lines[0].x1 - lines[0].x0
    marks = sorted(rule[1] for rule in rules if rule[2] - rule[0] > 0.6 * width)
    inside = [y for y in marks if lines[0].bottom < y < lines[-1].top]
    if len(inside) > 1:
        return [
            list(group)
            for _, group in itertools.groupby(
                lines, key=lambda line: bisect_right(inside, (line.top + line.bottom) / 2)
            )
        ]
    spaces = [b.top - a.top for a, b in itertools.pairwise(lines)]
    usual = min(spaces)
    groups = [[lines[0]]]
    by_space = [gap > 1.25 * usual for gap in spaces]
    numbered = [bool(_label_of(line, edges)) for line in lines]
    spaced = sum(by_space) + 1 >= max(2, sum(numbered) // 2)
    for line, apart, number in zip(lines[1:], by_space, numbered[1:], strict=True):
        if apart if spaced else number:
            groups.append([])
        groups[-1].append(line)
    return groups


def _label_of(line: Line, edges: Sequence[float]) -> str:
    return line.words[0].text if line.x0 < edges[1] else ""


def _row(lines: Sequence[Line], edges: Sequence[float], tops: Sequence[float]) -> Row:
    """Put the words of a row into columns; a text alone that crosses them covers them."""
    texts: dict[int, list[str]] = {}
    doubts: dict[int, list[Word]] = {}
    reach: dict[int, int] = {}
    for line in lines:
        for column, words in _by_column(line, edges):
            texts.setdefault(column, []).append(" ".join(word.text for word in words))
            doubts.setdefault(column, []).extend(words)
            last = max(bisect_left(edges, words[-1].x1) - 1, column)
            reach[column] = max(reach.get(column, column), last)
    cells = []
    column = 0
    while column < len(edges) - 1:
        end = max(reach.get(column, column) + 1, column + 1)
        text = joined_lines(texts.get(column, []), "\n")
        cells.append(Cell(text, column + 1, end - column, 1, uncertain_in(doubts.get(column, []))))
        column = end
    return Row(cells, line=bisect_left(tops, lines[0].top) + 1)


def _by_column(line: Line, edges: Sequence[float]) -> list[tuple[int, list[Word]]]:
    out: list[tuple[int, list[Word]]] = []
    for piece in pieces_of(line, 1.0):
        for word in piece:
            column = max(bisect_right(edges, (word.x0 + word.x1) / 2) - 1, 0)
            crosses = out and word is not piece[0] and _is_one(line, piece)
            if out and (out[-1][0] == column or crosses):
                out[-1][1].append(word)
            else:
                out.append((column, [word]))
    return out


def _is_one(line: Line, piece: Sequence[Word]) -> bool:
    """Whether a line is one text over several columns."""
    return len(piece) > 3 and piece[0] is not line.words[-1] and len(pieces_of(line, 1.0)) <= 2
