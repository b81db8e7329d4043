"""Which program a document needs, told from its first bytes."""

from __future__ import annotations

from pathlib import Path

__all__ = ["OLD_OFFICE", "kind_of"]

OLD_OFFICE = {128, 130}  # codes by which the core refuses documents that LibreOffice converts

_HEAD = 1024
_BLANK = b"\xef\xbb\xbf \t\r\n\0"  # what may stand before a PDF
# a whole document in one XML file: OpenDocument, Word and Excel of 2003
_XML_OFFICE = (b"<office:document", b'progid="Word.Document"', b'progid="Excel.Sheet"')
_KINDS = {
    b"%PDF-": "pdf",
    b"{\\rtf": "office",
    b"\x89PNG\r\n\x1a\n": "picture",
    b"\xff\xd8\xff": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
}


def kind_of(source: Path | bytes) -> str | None:
    """Give "pdf", "office" or "picture"; None for what the core reads or refuses."""
    if isinstance(source, bytes):
        head = source[:_HEAD]
    else:
        try:
            if not source.is_file():
                return None
            with source.open("rb") as file:
                head = file.read(_HEAD)
        except (OSError, ValueError):
            return None  # the core says why
    for start, kind in _KINDS.items():
        if head.startswith(start) or head.lstrip(_BLANK).startswith(start):
            return kind
    is_xml = head.lstrip(_BLANK).startswith(b"<")
    return "office" if is_xml and any(root in head for root in _XML_OFFICE) else None
