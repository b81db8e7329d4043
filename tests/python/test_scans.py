"""A scan is read as the document that was scanned, and what is uncertain is said."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
import sauro
from conftest import refused
from pdf_shapes import TASK_FIELDS, Drawing, Layout, as_text
from PIL import Image
from sauro.reading import _ocr

pytestmark = pytest.mark.unsanitized
recognises = pytest.mark.skipif(bool(_ocr.missing()), reason="tesseract-ocr-vie isn't installed")

Picture = Any


def pictures(layout: Layout, dpi: float = 200) -> list[Picture]:
    """The pages of a layout as they come from a printer."""
    pdf = pypdfium2.PdfDocument(Drawing(layout).draw())
    return [page.render(scale=dpi / 72).to_numpy()[:, :, :3].copy() for page in pdf]


def scanned(
    picture: Picture, angle: float = 0.0, noise: float = 0.0, stamp: bool = False
) -> Picture:
    """A page as a scanner gives it: slanted, grainy, with a red stamp on its text."""
    height, width = picture.shape[:2]
    picture = picture.copy()
    if stamp:
        middle = int(width * 0.62), int(height * 0.55)
        ink = np.full_like(picture, 255)
        cv2.circle(ink, middle, width // 11, (40, 40, 220), 6)
        cv2.putText(ink, "AN LOC", (middle[0] - 60, middle[1]), 0, 1.2, (40, 40, 220), 3)
        picture = np.minimum(picture, ink)  # black letters stay black below a stamp
    if angle:
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
        picture = cv2.warpAffine(picture, matrix, (width, height), borderValue=(255, 255, 255))
    if noise:
        grain = np.random.default_rng(7).normal(0, noise, picture.shape)
        picture = np.clip(picture + grain, 0, 255).astype(np.uint8)
    return picture


def as_pdf(scans: list[Picture]) -> bytes:
    """A PDF of pictures alone, as scanners write it."""
    pages = [Image.fromarray(one[:, :, ::-1]) for one in scans]
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return out.getvalue()


def check_tasks(plan: sauro.Plan, count: int) -> None:
    """What differs from the document is told, and it is little."""
    wanted = sauro.read_plan(text=as_text(count))
    assert len(plan.tasks) == len(wanted.tasks) == count
    told = {(one.task, one.field) for one in plan.remarks if one.kind == "unsure"}
    wrong = {
        (found.id, name.removesuffix("s"))
        for found, task in zip(plan.tasks, wanted.tasks, strict=True)
        for name in TASK_FIELDS
        if getattr(found, name) != getattr(task, name)
    }
    assert wrong <= told
    assert len(wrong) <= 0.1 * count * len(TASK_FIELDS)


@recognises
@pytest.mark.parametrize(
    "spoil",
    [
        {},
        {"angle": 1.7},
        {"angle": -3.0},
        {"noise": 14},
        {"stamp": True},
        {"angle": 1.1, "noise": 10, "stamp": True},
    ],
    ids=str,
)
def test_a_scan_has_the_tasks_of_its_document(spoil: dict[str, Any]) -> None:
    layout = Layout(tasks=4)
    plan = sauro.read_plan(text=as_pdf([scanned(one, **spoil) for one in pictures(layout)]))
    check_tasks(plan, 4)
    assert plan.document.number == "12/KH-UBND"
    assert plan.document.signer == "Nguyễn Văn An"
    assert plan.coverage.lost == 0
    stamps = [one for one in plan.unread if "dấu màu đỏ" in one.reason]
    assert len(stamps) == (2 if "stamp" in spoil else 0)


@recognises
def test_pages_that_lie_on_their_side_are_turned() -> None:
    scans = [np.rot90(one, 1 if at else 0) for at, one in enumerate(pictures(Layout(tasks=3)))]
    plan = sauro.read_plan(text=as_pdf([np.ascontiguousarray(one) for one in scans]))
    check_tasks(plan, 3)


@recognises
def test_a_picture_is_a_page(tmp_path: Path) -> None:
    for name in ("trang.png", "trang.jpg", "trang.tif"):
        path = tmp_path / name
        cv2.imwrite(str(path), pictures(Layout(tasks=3))[1])
        plan = sauro.read_plan(path)
        check_tasks(plan, 3)


@recognises
def test_words_that_are_hard_to_read_are_remarks_with_task_and_field() -> None:
    table = pictures(Layout(tasks=3))[1]
    height, width = table.shape[:2]
    blurred = cv2.GaussianBlur(table, (0, 0), 3.4)
    left, right = int(width * 0.585), int(width * 0.695)  # who leads
    below = int(height * 0.17)
    table[below:, left:right] = blurred[below:, left:right]
    plan = sauro.read_plan(text=as_pdf([pictures(Layout())[0], table]))
    told = {one.task for one in plan.remarks if one.kind == "unsure" and one.field == "lead"}
    wanted = sauro.read_plan(text=as_text(3)).tasks
    wrong = {
        found.id
        for found, task in zip(plan.tasks, wanted, strict=True)
        if found.leads != task.leads
    }
    noted = any("không nhận dạng được" in one.reason for one in plan.unread)
    assert told and (wrong <= told or noted)
    assert all(one.span.part == "trang 2" for one in plan.remarks if one.task)


@recognises
def test_pages_with_text_beside_scans_keep_their_text() -> None:
    layout = Layout(tasks=3)
    pdf = pypdfium2.PdfDocument(Drawing(layout).draw())
    scan = pypdfium2.PdfDocument(as_pdf([pictures(layout)[1]]))
    pdf.del_page(1)
    pdf.import_pages(scan)
    out = io.BytesIO()
    pdf.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    check_tasks(plan, 3)


@recognises
def test_an_empty_page_says_that_nothing_was_found_on_it() -> None:
    blank = np.full((1000, 700, 3), 255, np.uint8)
    plan = sauro.read_plan(text=as_pdf([*pictures(Layout(tasks=3)), blank]))
    assert [one.span.part for one in plan.unread if "không nhận dạng" in one.reason] == ["trang 3"]


@recognises
def test_a_damaged_picture_is_refused() -> None:
    whole = cv2.imencode(".png", pictures(Layout(tasks=1))[1])[1].tobytes()
    for content in (whole[:100], b"\xff\xd8\xff" + bytes(100), b"II*\0" + bytes(50)):
        with refused(sauro.ParseError, "the picture is damaged"):
            sauro.read_plan(text=content)


def test_what_recognition_lacks_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = as_pdf(pictures(Layout(tasks=1)))
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused(sauro.ParseError, "apt install tesseract-ocr tesseract-ocr-vie"):
        sauro.read_plan(text=content)
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    with refused(sauro.ParseError, "apt install tesseract-ocr-vie"):
        sauro.read_plan(text=content)


@pytest.mark.parametrize(
    ("body", "reason"),
    [("exit 1", "couldn't recognise"), ("sleep 60", r"limits\.seconds")],
)
def test_a_recognition_that_fails_is_a_sentence(
    body: str, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f'#!/bin/bash\n[ "$1" = --list-langs ] && echo vie && exit 0\n{body}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    with refused(sauro.ParseError, reason):
        sauro.read_plan(text=as_pdf(pictures(Layout(tasks=1))), limits={"seconds": 4})
