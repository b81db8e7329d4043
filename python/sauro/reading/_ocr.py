"""Pages of pictures with tesseract; runs in a process of its own (`sauro.reading._work`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sauro.reading._page import Page, Word
from sauro.reading._tesseract import SPARSE, languages, words_in

__all__ = ["NoPicture", "missing", "pages_of_picture", "recognise"]

_LEGIBLE = 45.0  # a page whose words are less certain stands on its side, or on its head
_LONGEST = 842.0  # points: the longer side of A4, which a picture without a size is taken for
STAMP = "dấu màu đỏ của trang này được bỏ ra trước khi nhận dạng chữ"
UNREADABLE = "không nhận dạng được chữ nào trên trang này"
ILLEGIBLE = "trang này có {} chỗ có nét mực mà không nhận dạng được, hãy đối chiếu với bản giấy"


class NoPicture(Exception):
    """A file that is damaged or of another kind than its first bytes say."""


def missing() -> str:
    """Give what recognition lacks: "ocr", "tesseract", "vie"; empty where nothing."""
    if find_spec("cv2") is None or find_spec("pypdfium2") is None:
        return "ocr"
    if shutil.which("tesseract") is None:
        return "tesseract"
    return "" if "vie" in languages() else "vie"


def pages_of_picture(path: Path) -> Iterator[Page]:
    """Recognise the pages of a picture; a TIFF may have several."""
    import cv2
    import numpy as np

    data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
    try:
        read, images = cv2.imdecodemulti(data, cv2.IMREAD_COLOR)
    except cv2.error:
        read, images = False, ()
    if not read or not images:
        raise NoPicture
    for at, image in enumerate(images):
        yield _recognised(at + 1, image, image.shape[1] * _LONGEST / max(image.shape[:2]))


def recognise(path: Path, pages: Sequence[Page]) -> None:
    """Fill pages of a PDF with what their pictures say."""
    import pypdfium2

    from sauro.reading._picture import MOST_PIXELS, POINT

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pages:
            sheet = pdf[page.number - 1]
            width, height = sheet.get_size()
            scale = min(1 / POINT, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            image = sheet.render(scale=scale).to_numpy()[:, :, :3].copy()
            found = _recognised(page.number, image, width)
            page.width, page.height = found.width, found.height
            page.words, page.boxes, page.notes = found.words, found.boxes, found.notes
            sheet.close()


def _recognised(number: int, image: Any, width: float) -> Page:
    """Recognise a picture; one that can't be read is turned until it can."""
    import cv2

    from sauro.reading._picture import enlarged, without_stamps

    image, has_stamp = without_stamps(enlarged(image, width))
    tries = []
    for turn in (None, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_180):
        tries.append(_read(number, image if turn is None else cv2.rotate(image, turn)))
        if tries[-1][1] >= _LEGIBLE:
            break
    page = max(tries, key=lambda one: one[1])[0]
    if has_stamp:
        page.notes.append(STAMP)
    if not page.words:
        page.notes.append(UNREADABLE)
    return page


def _read(number: int, image: Any) -> tuple[Page, float]:
    """Recognise a picture as it stands, and say how sure that is."""
    import cv2

    from sauro.reading._picture import POINT, rules_of, straight
    from sauro.reading._second_look import second_look

    grey = straight(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))
    rules, boxes = rules_of(grey)
    grey[rules > 0] = 255
    height, width = grey.shape
    page = Page(number, width * POINT, height * POINT, boxes=boxes)
    found = words_in([grey], SPARSE)
    weight = sum(len(one.word.text) for one in found)
    sureness = sum(one.sureness * len(one.word.text) for one in found) / max(weight, 1)
    if sureness >= _LEGIBLE:
        found, unread = second_look(grey, boxes, found)
        page.notes += [ILLEGIBLE.format(unread)] if unread else []
    page.words = [
        Word(w.text, w.x0 * POINT, w.top * POINT, w.x1 * POINT, w.bottom * POINT, w.is_certain)
        for w in (one.word for one in found)
    ]
    return page, sureness
