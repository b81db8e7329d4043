"""The program tesseract: pictures -> words."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sauro.reading._page import Word

__all__ = ["CELL", "CERTAIN", "SPARSE", "Found", "languages", "words_in"]

CERTAIN = 75.0  # percent: tesseract is right with nearly all words above
_CERTAIN_ALONE = 90.0  # of a letter alone in its line: nothing beside it tells an E from a 3
SPARSE, CELL = 11, 6  # its modes for a page, and for a block of lines

_SECONDS = 180  # of one run
_SIGNS = "-–+•*%/"


class Found(NamedTuple):
    """A word in pixels of the picture with this number, and how sure it is in percent."""

    picture: int
    word: Word
    sureness: float


def languages() -> list[str]:
    """Give the languages that are installed."""
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
    )
    return listed.stdout.split()


def words_in(pictures: Sequence[Any], mode: int) -> list[Found]:
    """Let tesseract read pictures in one run; heights of words are those of their line."""
    import cv2

    from sauro.reading._picture import DPI

    with tempfile.TemporaryDirectory(prefix="sauro-") as folder:
        names = []
        for at, picture in enumerate(pictures):
            path = Path(folder, f"{at}.png")
            path.write_bytes(cv2.imencode(".png", picture)[1].tobytes())
            names.append(str(path))
        listed = Path(folder, "list.txt")
        listed.write_text("\n".join(names), encoding="utf-8")
        options = ["-l", "vie", "--psm", str(mode), "--dpi", str(DPI), "tsv"]
        done = subprocess.run(
            ["tesseract", str(listed), "stdout", *options],
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> Iterator[Found]:
    """Read what tesseract prints: a row for each line, then one for each of its words."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    line: dict[str, str] = {}
    words: list[dict[str, str]] = []
    for row in rows:
        if row["level"] == "5" and (row["text"] or "").strip():
            words.append(row)
        elif row["level"] != "5":
            yield from _words_of_line(line, words)
            line, words = row, []
    yield from _words_of_line(line, words)


def _words_of_line(line: dict[str, str], words: Sequence[dict[str, str]]) -> Iterator[Found]:
    for row in words:
        text, sureness = row["text"].strip(), float(row["conf"])
        is_dust = len(text) < 3 and text not in _SIGNS and not any(c.isalnum() for c in text)
        if is_dust and sureness < CERTAIN:
            continue
        top, height = float(row["top"]), float(row["height"])
        above, tall = float(line["top"]), float(line["height"])
        if tall > 2 * max(height, 25.0):  # lines of several cells
            above, tall = top, height
        left = float(row["left"])
        is_alone = len(words) == 1 and len(text) == 1
        is_certain = sureness >= (_CERTAIN_ALONE if is_alone else CERTAIN)
        word = Word(text, left, above, left + float(row["width"]), above + tall, is_certain)
        yield Found(int(row["page_num"]) - 1, word, sureness)
