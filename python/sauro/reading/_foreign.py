"""Documents that other programs take apart -> Plan."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import ParseError, Texts, error, say
from sauro.reading._office import converted, old_format, program
from sauro.reading._outside import Failed, TooLong, ask_worker

__all__ = ["Given", "read_foreign"]

_TOO_LARGE, _ENCRYPTED = 103, 122
_MISSING, _FAILED = 132, 133


@dataclass(frozen=True)
class Given:
    """What the caller of `read_plan` wants."""

    name: str
    agencies: list[tuple[str, str, list[str]]]
    bounds: _core.ReadLimits
    sheets: list[str]
    corrections: str | None
    pages: int
    seconds: float


@contextlib.contextmanager
def _as_file(source: Path | bytes) -> Iterator[Path]:
    """Give a file to programs that read nothing else."""
    if isinstance(source, Path):
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="sauro-") as folder:
        path = Path(folder, "document")
        path.write_bytes(source)
        yield path


def read_foreign(source: Path | bytes, kind: str, given: Given) -> _core.Plan:
    """Read what the core doesn't: "pdf", "office" or "picture"."""
    if kind == "office":
        return _read_office(source, given)
    with _as_file(source) as path:
        return _read_pages(path, kind, given)


def _read_office(source: Path | bytes, given: Given) -> _core.Plan:
    content = source.read_bytes() if isinstance(source, Path) else source
    old = old_format(content)
    if program() is None:
        missing = say(
            "tài liệu dạng .{} cần LibreOffice để chuyển đổi: hãy cài LibreOffice, hoặc mở "
            "tài liệu rồi lưu thành docx hay xlsx",
            "a document in .{} needs LibreOffice: install it, or open the document and "
            "save it as docx or xlsx",
            old.suffix,
        )
        raise error(ParseError, _MISSING, given.name, [missing])
    with converted(content, old, name=given.name, seconds=given.seconds) as path:
        if old.target == "pdf":
            return _read_pages(path, "pdf", given)
        with _named(given):
            return _core.read_file(
                path, old.target, given.agencies, given.bounds, given.sheets, given.corrections
            )


def _read_pages(path: Path, kind: str, given: Given) -> _core.Plan:
    """Take pages apart in a process of its own, and understand them here."""
    extra = {"pdf": "pdf", "picture": "ocr"}[kind]
    if find_spec({"pdf": "pdfplumber", "picture": "cv2"}[kind]) is None:
        raise error(ParseError, _MISSING, given.name, [_needs(extra)])
    size = path.stat().st_size
    if size > given.bounds.bytes:
        large = say(
            "tệp dài {} byte; giới hạn là {} (limits.bytes)",
            "the file has {} bytes; the limit is {} (limits.bytes)",
            size,
            given.bounds.bytes,
        )
        raise error(ParseError, _TOO_LARGE, given.name, [large])
    answer = _asked(kind, str(path.absolute()), str(given.pages), given=given)
    if "refused" in answer:
        code, text = _REFUSED[answer["refused"]]
        raise error(ParseError, code, given.name, [say(*text, given.pages)])
    blocks = [_block(one) for one in answer["blocks"]]
    with _named(given):
        return _core.plan_of_pages(blocks, given.agencies, given.bounds, given.corrections)


@contextlib.contextmanager
def _named(given: Given) -> Iterator[None]:
    """Name the caller's file in errors, and none that was made on the way."""
    try:
        yield
    except ParseError as wrong:
        problems = [
            (_place(given.name, one.where), one.message, one.message_en) for one in wrong.problems
        ]
        raise error(ParseError, wrong.code, given.name, problems) from None


def _place(name: str, where: str) -> str:
    parts = [one for one in where.split(", ") if one and not one.startswith("document.")]
    return ", ".join([name, *parts] if name else parts)


_SCAN = (
    "tài liệu là ảnh quét, phải nhận dạng chữ: hãy xin bản docx, hoặc chạy ",
    "the document is a scan and has to be recognised: ask for the docx, or run ",
)
_PROGRAM = "`apt install tesseract-ocr tesseract-ocr-vie`"
_LANGUAGE = "`apt install tesseract-ocr-vie`"
_REFUSED = {
    "encrypted": (
        _ENCRYPTED,
        (
            "tệp PDF được đặt mật khẩu; hãy lưu bản không có mật khẩu rồi thử lại",
            "the PDF is protected by a password; save it without one and try again",
        ),
    ),
    "damaged": (
        _FAILED,
        (
            "tệp PDF bị hỏng hoặc bị cắt ngang; hãy lấy lại tệp, hoặc mở rồi in ra PDF mới",
            "the PDF is damaged or cut short; get it again, or open it and print it to a new one",
        ),
    ),
    "pages": (
        _TOO_LARGE,
        (
            "tệp PDF có hơn {} trang (limits.pages)",
            "the PDF has more than {} pages (limits.pages)",
        ),
    ),
    "objects": (
        _TOO_LARGE,
        (
            "một trang của tệp PDF có quá nhiều nét vẽ hoặc giãn ra quá lớn; hãy in ra PDF mới",
            "a page of the PDF has too many objects or unpacks to too much; print it to a new one",
        ),
    ),
    "ocr": (
        _MISSING,
        (_SCAN[0] + "`pip install sauro[ocr]`", _SCAN[1] + "`pip install sauro[ocr]`"),
    ),
    "tesseract": (_MISSING, (_SCAN[0] + _PROGRAM, _SCAN[1] + _PROGRAM)),
    "vie": (_MISSING, (_SCAN[0] + _LANGUAGE, _SCAN[1] + _LANGUAGE)),
    "recognition": (
        _FAILED,
        (
            "tesseract không nhận dạng được trang này; hãy quét lại hoặc xin bản docx",
            "tesseract couldn't recognise the pages; scan them anew, or ask for the docx",
        ),
    ),
    "picture": (
        _FAILED,
        ("tệp ảnh bị hỏng; hãy lấy lại tệp", "the picture is damaged; get it again"),
    ),
}


def _needs(extra: str) -> Texts:
    return say(
        "đọc tài liệu này cần thêm gói: hãy chạy `pip install sauro[{}]`, hoặc lưu thành docx",
        "reading this document needs a package: run `pip install sauro[{}]`, or save it as docx",
        extra,
    )


def _asked(task: str, *arguments: str, given: Given) -> dict[str, Any]:
    try:
        return ask_worker(task, *arguments, seconds=given.seconds)
    except TooLong:
        text = say(
            "đọc quá {} giây thì dừng (limits.seconds); hãy in tài liệu ra PDF mới",
            "stopped after {} seconds (limits.seconds); print the document to a new PDF",
            given.seconds,
        )
    except Failed as why:
        text = say(
            "chương trình tách trang dừng giữa chừng; hãy in tài liệu ra PDF mới ({})",
            "the program that takes pages apart broke off; print the document to a new PDF ({})",
            why,
        )
    raise error(ParseError, _FAILED, given.name, [text])


def _block(one: Mapping[str, Any]) -> _core.PageBlock:
    rows = [
        _core.PageRow(
            cells=[_core.PageCell(**cell) for cell in row["cells"]],
            part=row["part"],
            line=row["line"],
            after_gap=row["after_gap"],
        )
        for row in one["rows"]
    ]
    plain = {name: value for name, value in one.items() if name not in ("rows", "edges")}
    return _core.PageBlock(rows=rows, **plain)
