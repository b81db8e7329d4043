"""Pages of a PDF with pdfplumber; runs in a process of its own (`sauro.reading._work`)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from sauro.reading._page import Page, Word
from sauro.reading._ruled import grids_of

__all__ = ["Refused", "is_scan", "pages_of"]

_FEW = 12  # characters: a page that is an image may bear a stamp of a scanner all the same
_MOST = 400_000  # objects of one page
_THIN = 3.0  # points: a filled rectangle as slim as this is a rule
_UNKNOWN = "(cid:"
_RULES = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}

SCAN = "trang này là ảnh; cài sauro[ocr] để nhận dạng chữ"
LAYER = "trang này là ảnh; chữ được lấy từ lớp nhận dạng có sẵn, hãy đối chiếu"
NO_LETTERS = "phông chữ của trang này không nói chữ nào là chữ nào; cài sauro[ocr] để nhận dạng"


class Refused(Exception):
    """A file that is not read, by the name of the reason."""


def pages_of(path: Path, most: int) -> Iterator[Page]:
    """Give the pages in order."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > most:
                raise Refused("pages")
            for page in pdf.pages:
                yield _page(_upright(pdf, page))
                page.close()
    except PdfminerException as why:
        locked = isinstance(why.args[0] if why.args else None, PDFPasswordIncorrect)
        raise Refused("encrypted" if locked else "damaged") from why


def is_scan(page: Page) -> bool:
    """Whether only recognition gives the text of a page."""
    return SCAN in page.notes or NO_LETTERS in page.notes


def _upright(pdf: Any, page: Any) -> Any:
    """Turn a page whose text runs upwards or downwards."""
    counts = {(0, 1): 0, (0, -1): 0, (1, 0): 0, (-1, 0): 0}
    for char in page.chars:
        a, b = char["matrix"][:2]
        counts[(0, (b > 0) - (b < 0)) if abs(b) > abs(a) else ((a > 0) - (a < 0) or 1, 0)] += 1
    turn = {(0, 1): 90, (0, -1): 270, (-1, 0): 180, (1, 0): 0}[max(counts, key=lambda k: counts[k])]
    if turn == 0 or not page.chars:
        return page
    rotation = (page.rotation + turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = rotation
    return type(page)(pdf, page.page_obj, page.page_number, page.initial_doctop)


def _page(page: Any) -> Page:
    if sum(len(one) for one in page.objects.values()) > _MOST:
        raise Refused("objects")
    chars = [char for char in page.dedupe_chars().chars if char["text"]]
    out = Page(page.page_number, float(page.width), float(page.height))
    unknown = sum(char["text"].startswith(_UNKNOWN) for char in chars)
    has_image = _image_share(page) > 0.5
    if has_image and len(chars) <= _FEW:
        out.notes.append(SCAN)
    elif unknown * 4 > len(chars):
        out.notes.append(NO_LETTERS)
        return out
    elif has_image:
        out.notes.append(LAYER)
    rules = page.filter(_is_rule)
    out.boxes = [
        (float(cell[0]), float(cell[1]), float(cell[2]), float(cell[3]))
        for table in rules.find_tables(_RULES)
        for cell in table.cells
    ]
    out.rules = [
        (float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))
        for edge in rules.edges
        if edge["orientation"] == "h"
    ]
    out.words = _words(out, chars)
    return out


def _image_share(page: Any) -> float:
    areas = [max(0.0, one["width"]) * max(0.0, one["height"]) for one in page.images]
    return float(sum(areas)) / float(page.width * page.height)


def _is_rule(one: dict[str, Any]) -> bool:
    """Keep what a border is drawn with: no shading, and nothing white."""
    kind = one["object_type"]
    if kind not in ("line", "rect", "curve"):
        return False
    is_thin = min(one["width"], one["height"]) < _THIN
    if kind == "rect" and is_thin:
        return not _is_white(one["non_stroking_color"] if one["fill"] else one["stroking_color"])
    return bool(one["stroke"]) and not _is_white(one["stroking_color"])


def _is_white(colour: Any) -> bool:
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    return len(parts) in (1, 3) and all(part == 1 for part in parts)


def _words(page: Page, chars: list[dict[str, Any]]) -> list[Word]:
    """Put letters together, but never over a rule between two cells."""
    grids = grids_of(page.boxes)

    def place(char: dict[str, Any]) -> tuple[int, int, int]:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for at, grid in enumerate(grids):
            cell = grid.cell_at(float(x), float(y))
            if cell is not None:
                return at, *cell
        return -1, 0, 0

    words = []
    for _, group in groupby(sorted(chars, key=place), key=place):
        for word in pdfplumber.utils.extract_words(list(group), x_tolerance_ratio=0.18):
            x0, top, x1, bottom = (float(word[side]) for side in ("x0", "top", "x1", "bottom"))
            text = word["text"].encode("utf-8", "replace").decode()
            words.append(Word(text, x0, top, x1, bottom, _UNKNOWN not in text))
    return words
