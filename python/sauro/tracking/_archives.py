"""A workbook's file before it is unpacked."""

from __future__ import annotations

import io
import os

from sauro._base.errors import Error, ParseError, Texts, error, say
from sauro._base.files import read_bytes

__all__ = ["broken", "workbook_file"]

CANNOT_READ, ARCHIVE_TOO_LARGE, XML_DOCTYPE = 102, 124, 126
MOST_BYTES = 256 << 20
OLE = b"\xd0\xcf\x11\xe0"
LOCKED = Texts(
    "bảng tính được đặt mật khẩu, hoặc là tệp .xls cũ; hãy lưu thành .xlsx không có mật khẩu",
    "a workbook with a password, or an old .xls; save it as .xlsx without one",
)
BOMB = Texts("giải nén ra {} byte, giới hạn là {}", "unpacks to {} bytes, the limit is {}")
DOCTYPE = Texts(
    "phần này có khai báo kiểu tài liệu (DOCTYPE) mà bảng tính không bao giờ có",
    "the part has a document type declaration, which no workbook has",
)


def broken(path: str | os.PathLike[str], why: Exception) -> Error:
    """Say that a file is no workbook; an error of the package says already what is wrong."""
    if isinstance(why, Error):
        return why
    texts = say("không phải bảng tính Excel, hoặc bị hỏng: {}", "no workbook: {}", why)
    return error(ParseError, CANNOT_READ, os.fspath(path), [texts])


def workbook_file(path: str | os.PathLike[str]) -> io.BytesIO:
    """Read a workbook's file; refuse what is locked, or would fill the memory once unpacked."""
    import zipfile

    name, content = os.fspath(path), io.BytesIO(read_bytes(path))
    if content.getbuffer()[:4] == OLE:
        raise error(ParseError, CANNOT_READ, name, [LOCKED])
    with zipfile.ZipFile(content) as archive:
        size = sum(item.file_size for item in archive.infolist())
        if size > MOST_BYTES:
            raise error(ParseError, ARCHIVE_TOO_LARGE, name, [say(*BOMB, size, MOST_BYTES)])
        for item in archive.infolist():
            # of UTF-16 every second byte is left
            is_xml = item.filename.endswith((".xml", ".rels"))
            if is_xml and b"<!DOCTYPE" in archive.read(item).replace(b"\0", b""):
                raise error(ParseError, XML_DOCTYPE, f"{name}, {item.filename}", [DOCTYPE])
    return content
