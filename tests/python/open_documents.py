"""Small writers of OpenDocument files and of text in the encodings of offices."""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
TYPES = {
    "text": "application/vnd.oasis.opendocument.text",
    "spreadsheet": "application/vnd.oasis.opendocument.spreadsheet",
}


def package(kind: str, parts: Mapping[str, str | bytes]) -> bytes:
    """Write a zip whose first part says what it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TYPES.get(kind, kind), zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def content(kind: str, body: str, automatic: str = "", fonts: str = "") -> str:
    """Write content.xml."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>'
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )


def styles(named: str = "", pages: str = "") -> str:
    """Write styles.xml."""
    return (
        f"<office:document-styles {NAMES}><office:styles>{named}</office:styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )


def odt(
    body: str, *, automatic: str = "", named: str = "", pages: str = "", fonts: str = ""
) -> bytes:
    """Write a text document."""
    return package(
        "text",
        {
            "content.xml": content("text", body, automatic, fonts),
            "styles.xml": styles(named, pages),
        },
    )


def ods(tables: str, automatic: str = "") -> bytes:
    """Write a spreadsheet."""
    return package("spreadsheet", {"content.xml": content("spreadsheet", tables, automatic)})


def paragraph(text: str) -> str:
    """Write a paragraph; a line break of the text is an element."""
    return f"<text:p>{escape(text).replace(chr(10), '<text:line-break/>')}</text:p>"


def cell(text: str, columns: int = 1, rows: int = 1) -> str:
    """Write a cell of text, and the cells to its right that it covers."""
    spans = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    merged = spans if columns * rows > 1 else ""
    lines = "".join(paragraph(line) for line in text.split("\n")) if text else ""
    covered = "<table:covered-table-cell/>" * (columns - 1)
    return (
        f'<table:table-cell office:value-type="string"{merged}>{lines}</table:table-cell>{covered}'
    )


def day_cell(text: str) -> str:
    """Write a day of an ods, given as 31/03/2026."""
    stored = "-".join(reversed(text.split("/")))
    return (
        f'<table:table-cell office:value-type="date" office:date-value="{stored}">'
        f"{paragraph(text)}</table:table-cell>"
    )


def row(cells: Iterable[str]) -> str:
    """Write a row of written cells."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(rows: Iterable[str], name: str = "A", attributes: str = "") -> str:
    """Write a table of written rows."""
    return f'<table:table table:name="{escape(name)}"{attributes}>{"".join(rows)}</table:table>'


def cp1258(text: str) -> bytes:
    """Encode as Windows of the nineties did: marks of vowels in the letter, tones behind it."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", letter)
        shape = "".join(one for one in marks if one in "\u0302\u0306\u031b")
        tones = "".join(one for one in marks if one not in "\u0302\u0306\u031b")
        whole = letter if len(letter.encode("cp1258", "ignore")) == 1 else ""
        out.append(whole or unicodedata.normalize("NFC", base + shape) + tones)
    return "".join(out).encode("cp1258")
