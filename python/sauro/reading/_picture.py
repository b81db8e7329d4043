"""Pictures of pages with OpenCV: resolution, stamps, slant, ruled lines."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from sauro.reading._page import Box

__all__ = ["DPI", "MOST_PIXELS", "POINT", "enlarged", "rules_of", "straight", "without_stamps"]

DPI = 300  # for which tesseract was trained
POINT = 72.0 / DPI  # of a pixel
MOST_PIXELS = 60_000_000  # of one page

_STAMP = 34.0  # points (12 mm): a red thing as high and as wide is a stamp, no text
_RULE = 42.0  # points: a line longer than this is a rule, no part of a letter
_CELL = 7.0  # points: the least side of a cell


def enlarged(image: Any, width: float) -> Any:
    """Give a picture of a page that is so many points wide the resolution of a scan."""
    scale = width / POINT / image.shape[1]
    if 0.9 < scale < 1.1 or image.shape[0] * image.shape[1] * scale**2 > MOST_PIXELS:
        return image
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)


def without_stamps(image: Any) -> tuple[Any, bool]:
    """Whiten red things that are as high and wide as a stamp; black letters below stay."""
    red, green, blue = (image[:, :, i].astype(np.int16) for i in (2, 1, 0))
    mask = ((red - np.maximum(green, blue) > 40) & (red > 90)).astype(np.uint8)
    if not mask.any():
        return image, False
    near = cv2.dilate(mask, np.ones((25, 25), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(near)
    least = _STAMP / POINT
    stamps = [one for one in stats[1:] if min(one[2], one[3]) > least]
    if not stamps:
        return image, False
    around = np.zeros(mask.shape, bool)  # a stamp's letters stand inside of its ring
    for x, y, width, height, _ in stamps:
        around[y : y + height, x : x + width] = True
    fringe = cv2.dilate(mask, np.ones((7, 7), np.uint8)).astype(bool) & (red > 150)
    reddish = (red - np.maximum(green, blue) > 15) & (red > 100)
    image = image.copy()
    image[around & (reddish | fringe)] = 255
    return image, True


def straight(grey: Any) -> Any:
    """Turn a page whose lines aren't level: the rows of ink are sharpest where they are."""
    scale = 900 / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 160).astype(np.float32)

    def turned(picture: Any, angle: float, border: float) -> Any:
        rows, columns = picture.shape
        matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1.0)
        return cv2.warpAffine(
            picture, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderValue=border
        )

    def sharpness(angle: float) -> float:
        profile = turned(ink, angle, 0.0).sum(axis=1)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-6, 6.01, 0.5), key=sharpness)
    angle = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=sharpness)
    return turned(grey, float(angle), 255.0) if abs(angle) > 0.08 else grey


def rules_of(grey: Any) -> tuple[Any, list[Box]]:
    """Find ruled lines, and the cells that they enclose in points."""
    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )
    length = int(_RULE / POINT)
    lines = np.zeros_like(ink)
    for size in ((length, 1), (1, length)):
        thick = (1, 3) if size[1] == 1 else (3, 1)
        wide = cv2.dilate(ink, np.ones((thick[1], thick[0]), np.uint8))
        lines |= cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((size[1], size[0]), np.uint8))
    lines = cv2.dilate(lines, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats((lines == 0).astype(np.uint8), None, 4)
    rows, columns = grey.shape
    boxes: list[Box] = []
    for x, y, width, height, area in stats[1:count]:
        is_cell = min(width, height) * POINT > _CELL and area > 0.75 * width * height
        at_edge = x == 0 or y == 0 or x + width == columns or y + height == rows
        if is_cell and not at_edge:
            x0, y0 = float(x) * POINT, float(y) * POINT
            boxes.append((x0, y0, x0 + float(width) * POINT, y0 + float(height) * POINT))
    return lines, boxes
