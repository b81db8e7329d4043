"""Paper of an office: the page, header, footer and styles of a docx of its own."""

from __future__ import annotations

import copy
import io
import os
from typing import TYPE_CHECKING, Any

from sauro._base.errors import ParseError, error, say
from sauro._base.files import read_bytes
from sauro.reading._read import read_plan

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["has_own_head", "office_paper", "use_own_ids"]

NOT_DOCX = 120
A4 = {"page_width": 210, "page_height": 297, "left_margin": 30, "right_margin": 16}


def office_paper(path: str | os.PathLike[str]) -> Document:
    """Open the file of an office and take its text away; what is around the text stays.

    Raises
    ------
    ParseError
        As for documents that are read; code 120 for what is no plain docx (a ``.dotx``, macros).
    """
    import docx
    from docx.oxml.ns import qn

    content = read_bytes(path)
    read_plan(text=content, format="docx")  # damaged and hostile files are refused by the reader
    try:
        book = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError):
        text = say(
            "không dùng làm mẫu được; hãy mở bằng Word và lưu thành .docx thường",
            "it can't be a template; open it in Word and save it as a plain .docx",
        )
        raise error(ParseError, NOT_DOCX, os.fspath(path), [text]) from None
    body = book.element.body
    first = next(body.iter(qn("w:sectPr")), None)  # of several sections the first one
    page = body.get_or_add_sectPr() if first is None else copy.deepcopy(first)
    for element in list(body):
        body.remove(element)
    body.append(page)
    _complete(book)
    return book


def _complete(book: Document) -> None:
    """Add what a file may leave out: measures of its page, and the lines of tables."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm

    page = book.sections[0]
    for name, size in A4.items():
        if getattr(page, name) is None:
            setattr(page, name, Mm(size))
    if "Table Grid" not in book.styles:
        lines = copy.deepcopy(docx.Document().styles["Table Grid"].element)
        for based in lines.findall(qn("w:basedOn")):
            lines.remove(based)
        book.styles.element.append(lines)


def has_own_head(book: Document) -> bool:
    """Whether something stands in the header or footer of the first page or of the others."""
    page = book.sections[0]
    parts = (page.header, page.footer, page.first_page_header, page.first_page_footer)
    return any(
        not part.is_linked_to_previous
        and (part.tables or any(line._p.xpath("./w:r | ./w:fldSimple") for line in part.paragraphs))
        for part in parts
    )


def use_own_ids(book: Document, names: Any) -> None:
    """Let paragraphs name styles as the file does: Word in Vietnamese calls "Heading 1" "u1"."""
    from docx.oxml.ns import qn

    ids = {name.replace(" ", ""): book.styles[name].style_id for name in names}
    for named in book.element.body.iter(qn("w:pStyle")):
        written = named.get(qn("w:val"))
        named.set(qn("w:val"), ids.get(written, written))
