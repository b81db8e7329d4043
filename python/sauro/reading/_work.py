"""What runs in a process of its own: files of strangers can't hang or fill the caller's."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

_MEMORY = 4 << 30  # bytes of addresses


def _limit_memory() -> None:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread takes addresses
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(1 << 27)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _answer(pages: Sequence[Any]) -> dict[str, Any]:
    from sauro.reading._blocks import blocks_of

    return {"blocks": [asdict(block) for block in blocks_of(pages)]}


def _pdf(path: Path, most: int) -> dict[str, Any]:
    from sauro.reading._ocr import missing, recognise
    from sauro.reading._pdf import Refused, is_scan, pages_of

    try:
        pages = list(pages_of(path, most))
    except Refused as why:
        return {"refused": str(why)}
    scans = [page for page in pages if is_scan(page)]
    lacks = missing() if scans else ""
    if lacks and len(scans) == len(pages):
        return {"refused": lacks}
    if scans and not lacks:
        recognise(path, scans)
    return _answer(pages)


def _picture(path: Path, _most: int) -> dict[str, Any]:
    from sauro.reading._ocr import NoPicture, missing, pages_of_picture

    if lacks := missing():
        return {"refused": lacks}
    try:
        return _answer(list(pages_of_picture(path)))
    except NoPicture:
        return {"refused": "picture"}


def _main(task: str, path: str, most: str) -> dict[str, Any]:
    try:
        return {"pdf": _pdf, "picture": _picture}[task](Path(path), int(most))
    except (MemoryError, RecursionError):
        return {"refused": "objects"}
    except (subprocess.SubprocessError, OSError):
        return {"refused": "recognition"}


if __name__ == "__main__":
    _limit_memory()
    json.dump(_main(*sys.argv[1:]), sys.stdout)
