"""Paper for official documents: styles, lines, tables, page numbers and properties of a docx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING, Any

from sauro._base.shown import visible
from sauro.reporting._metrics import Columns

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = [
    "STYLES",
    "add_section",
    "add_styles",
    "add_table",
    "drawn_line",
    "grid_row",
    "number_pages",
    "paper",
    "room_of",
    "set_properties",
    "set_widths",
    "turn",
    "write",
]

FONT = "Times New Roman"
TWIPS, POINT = 20, 12_700  # of a point, and its units in python-docx
SIZES = (12, 11, 10, 9, 8)  # of tables, the largest whose head fits
# style: size, bold, italic, alignment, space after, and whether the next one stays with it
STYLES: dict[str, tuple[float, bool, bool, str, float, bool]] = {
    "Body Text": (14, False, False, "justify", 6, False),
    "Heading 1": (14, True, False, "left", 6, True),
    "Heading 2": (14, True, False, "justify", 6, True),
    "Title": (14, True, False, "center", 0, True),
    "Subtitle": (14, True, False, "center", 0, True),
    "Letterhead": (13, True, False, "center", 0, True),
    "Letterhead Small": (13, False, False, "center", 0, True),
    "Motto": (14, True, False, "center", 0, True),
    "Place and Date": (14, False, True, "center", 0, True),
    "Note": (14, False, True, "center", 6, True),
    "Table Heading": (11, True, False, "center", 0, True),
    "Table Area": (11, True, False, "left", 0, True),
    "Table Text": (11, False, False, "left", 0, False),
    "Table Number": (11, False, False, "right", 0, False),
    "Recipients": (11, False, False, "left", 0, True),
    "Signature Block": (14, True, False, "center", 0, True),
}
LOCALES = {"vi": "vi-VN", "en": "en-US"}
INDENTED = ("Body Text", "Heading 2")


def paper(language: str) -> Document:
    """Make a document with the page and the styles of Nghị định 30/2020/NĐ-CP, annex I."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    book = docx.Document()
    defaults = book.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))[0]
    spoken = defaults.find(qn("w:lang"))
    spoken.set(qn("w:val"), LOCALES[language])
    _face(defaults)
    base = book.styles["Normal"]
    _face(base.element.get_or_add_rPr())
    base.font.size, base.paragraph_format.space_after = Pt(14), Pt(0)
    add_styles(book, STYLES)
    page = book.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(16)
    number_pages(page)
    return book


def add_styles(book: Document, names: Iterable[str]) -> None:
    """Give styles the looks that the decree asks for."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt, RGBColor

    base = next((one for one in book.styles if one.name == "Normal"), None)
    for name in names:
        size, bold, italic, side, after, stays = STYLES[name]
        known = name in book.styles
        style = book.styles[name] if known else book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        for look in (style.element.rPr, style.element.pPr):  # of the program's own template
            if look is not None:
                style.element.remove(look)
        _face(style.element.get_or_add_rPr())
        style.base_style = base
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = RGBColor(0, 0, 0)
        shape = style.paragraph_format
        shape.alignment = getattr(WD_ALIGN_PARAGRAPH, side.upper())
        shape.space_before, shape.space_after = Pt(6 if name.startswith("Head") else 0), Pt(after)
        shape.keep_with_next = stays
        shape.first_line_indent = Mm(10) if name in INDENTED else None


def _face(look: Any) -> None:
    """Set the font of all scripts, in place of a theme's."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for fonts in look.findall(qn("w:rFonts")):
        look.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    look.insert(0, fonts)


def number_pages(page: Any) -> None:
    """Give a section page numbers of its own, at the top in the middle but for the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    page.different_first_page_header_footer = True
    for start in page._sectPr.findall(qn("w:pgNumType")):
        page._sectPr.remove(start)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    page._sectPr.find(qn("w:pgMar")).addnext(start)
    page.header.is_linked_to_previous = False
    line = page.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = line.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def add_section(book: Document, *, is_own: bool = True) -> None:
    """Begin an annex: a page on its side, with page numbers of its own.

    On the paper of an office it is the office's page with its margins, header and footer.
    """
    from docx.enum.section import WD_ORIENT, WD_SECTION

    page = book.add_section(WD_SECTION.NEW_PAGE)
    if is_own:
        turn(page, left=20, right=15)
        number_pages(page)
        return
    sides = sorted((page.page_width or 0, page.page_height or 0))
    page.orientation, (page.page_height, page.page_width) = WD_ORIENT.LANDSCAPE, sides


def room_of(book: Document) -> float:
    """Give what lies between the margins of the last pages of a document, in points."""
    page = book.sections[-1]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    return room // POINT


def turn(page: Any, left: float, right: float) -> None:
    """Lay a page on its side, with margins in millimetres."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin, page.right_margin = Mm(left), Mm(right)


def set_properties(book: Document, title: str, creator: str, language: str, day: date) -> None:
    """Say in the properties what the document is, who issues it and of which day it is."""
    about = book.core_properties
    about.title, about.subject = visible(title), visible(title)
    about.author = about.last_modified_by = visible(creator)
    about.comments = about.keywords = ""
    about.language = LOCALES[language]
    about.created = about.modified = datetime(day.year, day.month, day.day)
    about.revision = 1


def write(place: Any, text: str, style: str) -> Paragraph:
    """Add a paragraph to a document or a cell; the one that an empty cell has is replaced."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.text.paragraph import Paragraph

    look = f'<w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>'
    line = parse_xml(f"<w:p {nsdecls('w')}>{look}<w:r>{_words(text)}</w:r></w:p>")
    if hasattr(place, "_tc"):
        inside = place._tc
        if len(inside.p_lst) == 1 and not len(inside.p_lst[0]):
            inside.remove(inside.p_lst[0])
        inside.append(line)
    else:
        place.element.body[-1].addprevious(line)  # what comes last describes the section
    return Paragraph(line, place)


def _words(text: str) -> str:
    """Give a text as what stands in a run."""
    lines = escape(visible(text), quote=False).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)


def drawn_line(place: Any, room: float, width: float) -> None:
    """Draw a line of a width in the middle of the room that a paragraph has, in points."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    paragraph = place.add_paragraph()
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Pt(max((room - width) / 2, 0))
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(4)
    shape.space_after, shape.keep_with_next = Pt(4), True
    line = '<w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    shape._element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def set_widths(table: Table, widths: Sequence[float]) -> None:
    """Set widths of columns in points, in the grid for some programs and in cells for others."""
    from docx.shared import Pt

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)


def add_table(
    book: Document,
    head: Sequence[str],
    rows: Sequence[Sequence[str] | str],
    room: float,
    numbers: Iterable[int] = (),
    shares: Sequence[float] = (),
    largest: float = SIZES[0],
    watch: Any = iter,
) -> None:
    """Add a table with lines: its head is repeated, its rows don't break over pages.

    A row that is one text goes over all columns, as the name of an area. The size is the largest in
    which no word of the head breaks.
    """
    right = set(numbers)
    rows = [
        row if isinstance(row, str) else [_whole(cell, at in right) for at, cell in enumerate(row)]
        for row in rows
    ]
    cells = [row for row in rows if not isinstance(row, str)]
    sizes = [size for size in SIZES if size <= largest]
    measured = Columns(head, cells)
    fits = (size for size in sizes if sum(measured.least(room, size)) <= room)
    size = next(fits, SIZES[-1])
    widths = measured.widths(room, size, shares)
    table = book.add_table(rows=0, cols=len(head), style="Table Grid")
    set_widths(table, widths)
    twips = [round(width * TWIPS) for width in widths]
    looks = ["TableNumber" if at in right else "TableText" for at in range(len(head))]
    body = table._tbl
    body.append(grid_row(head, twips, ["TableHeading"] * len(head), size, is_head=True))
    for row in watch(rows):
        if isinstance(row, str):
            body.append(grid_row([row], [sum(twips)], ["TableArea"], size, span=len(head)))
        else:
            body.append(grid_row(row, twips, looks, size))


def _whole(cell: str, is_number: bool) -> str:
    """Keep a number and its sign on one line."""
    return cell.replace(" ", "\u00a0") if is_number else cell


def grid_row(
    texts: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
    size: float,
    *,
    is_head: bool = False,
    span: int = 1,
) -> Any:
    """Make a row at once: python-docx takes seconds for those of a large plan."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    cells = []
    letters = f'<w:rPr><w:sz w:val="{round(2 * size)}"/></w:rPr>'
    for text, width, style in zip(texts, widths, styles, strict=True):
        over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        shape = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}</w:tcPr>'
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        cells.append(f"<w:tc>{shape}<w:p>{look}<w:r>{letters}{_words(text)}</w:r></w:p></w:tc>")
    kept = "<w:cantSplit/>" + "<w:tblHeader/>" * is_head
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr>{kept}</w:trPr>{''.join(cells)}</w:tr>")
