"""What the first look at a page has missed: ink that no word covers, uncertain words of cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import cv2
import numpy as np

from sauro.reading._page import Box, Word
from sauro.reading._picture import POINT
from sauro.reading._tesseract import CELL, Found, words_in

__all__ = ["second_look"]

_DARK = 140
_INK = 60  # pixels: more than a full stop
_PAD = 12  # pixels around what is cut out
_LEAST, _MOST = 14, 75  # pixels: height of a word outside of all cells
_WIDEST = 600
_SPOTS = 150  # of a page; more are a drawing


class _Cut(NamedTuple):
    """A part of a page that is looked at alone."""

    place: tuple[int, int, int, int]
    picture: Any
    left: int
    top: int
    cell: int | None


def second_look(grey: Any, boxes: Sequence[Box], found: Sequence[Found]) -> tuple[list[Found], int]:
    """Recognise parts of a page alone, all in one run.

    A number alone in its cell or line is no text to tesseract. Gives the words, and how many parts
    have ink that stays unread.
    """
    places = [tuple(int(side / POINT) for side in box) for box in boxes]
    inside: list[list[Found]] = [[] for _ in places]
    outside: list[Found] = []
    for one in found:
        x, y = (one.word.x0 + one.word.x1) / 2, one.word.middle
        at = next((i for i, (a, b, c, d) in enumerate(places) if a < x < c and b < y < d), None)
        (outside if at is None else inside[at]).append(one)
    ink = (cv2.GaussianBlur(grey, (3, 3), 0) < _DARK).astype(np.uint8)
    left = _uncovered(ink, found)
    cuts = _doubtful_cells(grey, ink, left, places, inside) + _spots(grey, left, places)
    read = words_in([cut.picture for cut in cuts], CELL) if cuts else []
    unread = 0
    for number, cut in enumerate(cuts):
        new = [_moved(one, cut) for one in read if one.picture == number]
        if cut.cell is None:
            kept = [one for one in new if one.word.is_certain]
            outside += kept
            unread += not kept
            continue
        old = inside[cut.cell]
        if new and _rank(ink, cut, new) > _rank(ink, cut, old):
            inside[cut.cell] = new
        unread += _ink_left(ink, cut, inside[cut.cell]) > _INK
    return outside + [one for words in inside for one in words], unread


def _uncovered(ink: Any, found: Sequence[Found]) -> Any:
    left = ink.copy()
    for one in found:
        _erase(left, one.word, 0, 0)
    return left


def _erase(ink: Any, word: Word, x: int, y: int) -> None:
    reach = 5
    top, left = max(int(word.top) - y - reach, 0), max(int(word.x0) - x - reach, 0)
    ink[top : int(word.bottom) - y + reach, left : int(word.x1) - x + reach] = 0


def _ink_left(ink: Any, cut: _Cut, words: Sequence[Found]) -> int:
    x0, y0, x1, y1 = cut.place
    left = ink[y0:y1, x0:x1].copy()
    for one in words:
        _erase(left, one.word, x0, y0)
    return int(left.sum())


def _rank(ink: Any, cut: _Cut, words: Sequence[Found]) -> tuple[bool, float]:
    """Order readings of a cell: those that leave no ink first, then the surer one."""
    sureness = min((one.sureness for one in words), default=-1.0)
    return _ink_left(ink, cut, words) <= _INK, sureness


def _doubtful_cells(
    grey: Any,
    ink: Any,
    left: Any,
    places: Sequence[tuple[int, ...]],
    inside: Sequence[Sequence[Found]],
) -> list[_Cut]:
    cuts = []
    for at, (x0, y0, x1, y1) in enumerate(places):
        doubtful = any(not one.word.is_certain for one in inside[at])
        if (doubtful or left[y0:y1, x0:x1].sum() > _INK) and ink[y0:y1, x0:x1].sum() > _INK:
            cuts.append(_cut(grey, ink, (x0, y0, x1, y1), at))
    return cuts


def _spots(grey: Any, left: Any, places: Sequence[tuple[int, ...]]) -> list[_Cut]:
    """Find what may be a word that stands alone outside of all cells."""
    free = left.copy()
    for x0, y0, x1, y1 in places:
        free[y0:y1, x0:x1] = 0
    near = cv2.dilate(free, np.ones((5, 17), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    cuts = []
    for at in range(1, count):
        x, y, width, height, _ = (int(one) for one in stats[at])
        is_word = _LEAST < height < _MOST and width < _WIDEST
        if is_word and int(free[labels == at].sum()) > _INK:
            cuts.append(_cut(grey, free, (x, y, x + width, y + height), None))
    return cuts if len(cuts) <= _SPOTS else []


def _cut(grey: Any, ink: Any, place: tuple[int, int, int, int], cell: int | None) -> _Cut:
    """Cut out the ink of a part, in black and white."""
    x0, y0, x1, y1 = place
    rows, columns = np.nonzero(ink[y0:y1, x0:x1])
    top, left = max(int(rows.min()) - _PAD, 0), max(int(columns.min()) - _PAD, 0)
    part = grey[y0 + top : y0 + int(rows.max()) + _PAD, x0 + left : x0 + int(columns.max()) + _PAD]
    part = cv2.threshold(cv2.GaussianBlur(part, (3, 3), 0), 0, 255, cv2.THRESH_OTSU)[1]
    part = cv2.copyMakeBorder(part, _PAD, _PAD, 30, 30, cv2.BORDER_CONSTANT, value=255)
    return _Cut(place, part, x0 + left - 30, y0 + top - _PAD, cell)


def _moved(one: Found, cut: _Cut) -> Found:
    word = one.word
    moved = Word(
        word.text,
        word.x0 + cut.left,
        word.top + cut.top,
        word.x1 + cut.left,
        word.bottom + cut.top,
        word.is_certain,
    )
    return one._replace(word=moved)
