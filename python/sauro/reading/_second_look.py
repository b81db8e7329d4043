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

_PALER = 28  # of 255: ink is darker than what surrounds it by this
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
    ink = _ink(grey)
    left = _uncovered(ink, found)
    cuts = _doubtful_cells(grey, ink, places, inside)
    for cut in cuts:
        x0, y0, x1, y1 = cut.place
        left[y0:y1, x0:x1] = 0
    cuts += _spots(grey, left)
    read = words_in([cut.picture for cut in cuts], CELL) if cuts else []
    unread = 0
    for number, cut in enumerate(cuts):
        new = [_moved(one, cut) for one in read if one.picture == number]
        unread += not new
        if cut.cell is None:
            outside += new
        elif new and _sureness(new) > _sureness(inside[cut.cell]):
            inside[cut.cell] = new
    return outside + [one for words in inside for one in words], unread


def _ink(grey: Any) -> Any:
    """Tell ink from paper, pale ink and shaded paper too."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    return cv2.adaptiveThreshold(
        smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 61, _PALER
    )


def _sureness(words: Sequence[Found]) -> float:
    return min((one.sureness for one in words), default=-1.0)


def _uncovered(ink: Any, found: Sequence[Found]) -> Any:
    left = ink.copy()
    for one in found:
        _erase(left, one.word, 0, 0)
    return left


def _erase(ink: Any, word: Word, x: int, y: int) -> None:
    reach = 5
    top, left = max(int(word.top) - y - reach, 0), max(int(word.x0) - x - reach, 0)
    ink[top : int(word.bottom) - y + reach, left : int(word.x1) - x + reach] = 0


def _doubtful_cells(
    grey: Any,
    ink: Any,
    places: Sequence[tuple[int, ...]],
    inside: Sequence[Sequence[Found]],
) -> list[_Cut]:
    """Find cells with ink and no words, or with uncertain ones."""
    cuts = []
    for at, (x0, y0, x1, y1) in enumerate(places):
        sure = bool(inside[at]) and all(one.word.is_certain for one in inside[at])
        if not sure and ink[y0:y1, x0:x1].sum() > _INK:
            cuts.append(_cut(grey, ink, (x0, y0, x1, y1), at))
    return cuts


def _spots(grey: Any, left: Any) -> list[_Cut]:
    """Find what may be a word that stands alone in its line."""
    near = cv2.dilate(left, np.ones((5, 17), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    cuts = []
    for at in range(1, count):
        x, y, width, height, _ = (int(one) for one in stats[at])
        part = labels[y : y + height, x : x + width] == at
        dots = int(left[y : y + height, x : x + width][part].sum())
        if _LEAST < height < _MOST and width < _WIDEST and dots > _INK:
            cuts.append(_cut(grey, left, (x, y, x + width, y + height), None))
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
