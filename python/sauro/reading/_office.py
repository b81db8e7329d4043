"""Old Office formats -> docx, xlsx or PDF, by LibreOffice."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sauro._base.errors import ParseError, error, say
from sauro.reading._outside import Failed, TooLong, run

__all__ = ["Old", "converted", "old_format", "program"]

_FAILED = 133
_PROGRAMS = ("soffice", "libreoffice")


class Old(NamedTuple):
    """An old format: its name, what LibreOffice calls it, and what it becomes."""

    suffix: str
    filter: str
    target: str


_RTF = Old("rtf", "Rich Text Format", "docx")
_DOC = Old("doc", "MS Word 97", "docx")
_STREAMS = {  # in the order in which they are looked for: a text may hold tables and slides
    "WordDocument": _DOC,
    "PowerPoint Document": Old("ppt", "MS PowerPoint 97", "pdf"),
    "Workbook": Old("xls", "MS Excel 97", "xlsx"),
    "Book": Old("xls", "MS Excel 95", "xlsx"),
}
_ROOT = 1 << 14  # bytes in which the root of a document in one XML file stands
_XML = {  # by what stands before the root or in it
    b'progid="Word.Document"': Old("xml", "MS Word 2003 XML", "docx"),
    b'progid="Excel.Sheet"': Old("xml", "MS Excel 2003 XML", "xlsx"),
    b"oasis.opendocument.spreadsheet": Old("fods", "OpenDocument Spreadsheet Flat XML", "ods"),
    b"oasis.opendocument.presentation": Old("fodp", "OpenDocument Presentation Flat XML", "pdf"),
    b"<office:document": Old("fodt", "OpenDocument Text Flat XML", "odt"),
}
_BINARY_BOOK = Old("xlsb", "Calc MS Excel 2007 Binary", "xlsx")


def old_format(content: bytes) -> Old:
    """Tell which of the old formats a document is in."""
    if content.startswith(b"{\\rtf"):
        return _RTF
    if content.startswith(b"PK"):
        return _BINARY_BOOK
    root = content[:_ROOT]
    for said, old in _XML.items():
        if said in root:
            return old
    for stream, old in _STREAMS.items():
        if f"{stream}\0".encode("utf-16-le") in content:
            return old
    return _DOC


def program() -> str | None:
    """Find LibreOffice."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@contextlib.contextmanager
def converted(content: bytes, old: Old, *, name: str, seconds: float) -> Iterator[Path]:
    """Give the document in its new format, as long as the context lasts.

    The format is named to LibreOffice, which otherwise takes whatever it doesn't know for text; a
    profile of its own lets several run at once.
    """
    with tempfile.TemporaryDirectory(prefix="sauro-") as folder:
        source = Path(folder, f"document.{old.suffix}")
        source.write_bytes(content)
        out = Path(folder, "out")
        command = [
            program() or _PROGRAMS[0],
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"--infilter={old.filter}",
            "--convert-to",
            old.target,
            "--outdir",
            str(out),
            str(source),
        ]
        reason = ""
        try:
            run(command, seconds)
        except TooLong:
            raise _failed(name, seconds=seconds) from None
        except (Failed, OSError) as why:
            reason = str(why)
        made = out / f"document.{old.target}"
        if not made.exists():
            raise _failed(name, reason=reason)
        yield made


def _failed(name: str, *, seconds: float = 0, reason: str = "") -> ParseError:
    if seconds:
        text = say(
            "LibreOffice chuyển đổi quá {} giây thì dừng (limits.seconds); hãy tự mở tài liệu rồi "
            "lưu thành docx hoặc xlsx",
            "LibreOffice was stopped after {} seconds (limits.seconds); open the document and save "
            "it as docx or xlsx",
            seconds,
        )
    else:
        text = say(
            "LibreOffice không chuyển đổi được tài liệu; hãy tự mở rồi lưu thành docx hoặc xlsx {}",
            "LibreOffice couldn't convert the document; open it and save it as docx or xlsx {}",
            f"({reason})" if reason else "",
        )
    return error(ParseError, _FAILED, name, [(text.vi.strip(), text.en.strip())])
