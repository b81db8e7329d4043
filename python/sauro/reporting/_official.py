"""A report as an official document in the layout of Nghị định 30/2020/NĐ-CP, annex I."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sauro._base.shown import visible
from sauro._base.words import Words
from sauro.reporting._parts import Grid, Item

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["official_report"]

FONT = "Times New Roman"


def official_report(context: dict[str, Any]) -> bytes:
    """Write the periodic report on a plan, with the register of its tasks as annex."""
    import docx
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Mm, Pt

    book = docx.Document()
    style = book.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.paragraph_format.space_after = Pt(6)
    page = book.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(16)
    _page_numbers(page)
    _head(book, context)
    _body(book, context)
    _signature(book, context)
    annex = book.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = Mm(297), Mm(210)
    _annex(book, context)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _page_numbers(page: Any) -> None:
    """Write page numbers in the middle of the top margin, but for the first page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    page.different_first_page_header_footer = True
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


def _write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(visible(text))
    run.font.name, run.font.size = FONT, Pt(size)
    run.bold, run.italic = bold, italic
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _side(cell: Any, lines: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Fill a cell of the letterhead, a paragraph a line."""
    from docx.shared import Pt

    for i, (text, look) in enumerate(lines):
        paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        _write(paragraph, text, **look)


def _head(book: Document, context: dict[str, Any]) -> None:
    document, board, words = context["document"], context["board"], context["_"]
    head = book.add_table(rows=1, cols=2)
    _widths(head, (66, 98))
    centred = {"centred": True}
    _side(
        head.rows[0].cells[0],
        [
            ((document.issuer or "…").upper(), {"bold": True, "size": 13} | centred),
            ("_______", {"size": 9} | centred),
            (words("Số: {number}", number=_number_of(document)), {"size": 13} | centred),
        ],
    )
    when = words.formal_day(board.as_of if board is not None else None)
    _side(
        head.rows[0].cells[1],
        [
            (words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), {"bold": True, "size": 13} | centred),
            (words("Độc lập - Tự do - Hạnh phúc"), {"bold": True} | centred),
            ("_______________________", {"size": 9} | centred),
            (f"{document.place or '…'}, {when}", {"italic": True} | centred),
        ],
    )
    book.add_paragraph()
    _write(book.add_paragraph(), words("BÁO CÁO"), bold=True, centred=True)
    number = f"{document.kind} {document.number}".strip() or words("kế hoạch")
    about = words("Kết quả thực hiện {plan}", plan=number)
    if document.date:
        day = words.formal_day(document.date)
        about = words("Kết quả thực hiện {plan} {day}", plan=number, day=day)
    _write(book.add_paragraph(), about, bold=True, centred=True)
    _write(book.add_paragraph(), "____________", size=9, centred=True)


def _number_of(document: Any) -> str:
    """Leave room for the number, before the symbol of who issues it."""
    body = document.number.rsplit("-", 1)[-1] if "-" in document.number else "UBND"
    return f"       /BC-{body}"


def _widths(table: Table, widths: Sequence[int]) -> None:
    """Set widths of columns in mm, in the grid for some programs and in the cells for others."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _body(book: Document, context: dict[str, Any]) -> None:
    words, index = context["_"], context["index"]
    if context["board"] is None:
        _assigned(book, context)
    for part in context["story"]:
        _heading(book, part.heading)
        for block in part.blocks:
            if isinstance(block, Grid):
                _table(book, block.head, [[str(cell) for cell in row] for row in block.rows], 11)
            elif isinstance(block, Item):
                _text(book, f"- {block.whole}")
            else:
                _text(book, block.text, bold=block.is_head)
    if index is not None:
        number = "IV. " if context["story"] else ""
        _heading(book, number + index["title"])
        _index(book, index, words, at_stake=context["board"] is not None)
    _text(book, words("(Sổ theo dõi nhiệm vụ tại Phụ lục kèm theo)./."), italic=True)


def _assigned(book: Document, context: dict[str, Any]) -> None:
    """Say what a plan assigns, where nothing is known of what was done."""
    assigned = (
        "Kế hoạch giao {n} nhiệm vụ; {undated} nhiệm vụ không ghi thời gian, "
        "{leaderless} nhiệm vụ không ghi cơ quan chủ trì."
    )
    counts = {name: context[name] for name in ("undated", "leaderless")}
    _text(book, context["_"](assigned, n=len(context["plan"].tasks), **counts))


def _index(book: Document, index: dict[str, Any], words: Words, *, at_stake: bool) -> None:
    """Say which criteria have tasks; the points that wait for overdue ones where a day is given."""
    unserved = index["unserved"]
    served = "Có nhiệm vụ cho {served}/{all} tiêu chí; {idle} nhiệm vụ không gắn tiêu chí nào."
    counts = {"all": index["leaves"], "idle": len(index["idle"])}
    _text(book, words(served, served=index["leaves"] - len(unserved), **counts))
    if unserved:
        names = "; ".join(leaf["name"] for leaf in unserved)
        _text(book, words("Tiêu chí không có nhiệm vụ nào") + f": {names}.")
    if at_stake:
        points = words.number(index["points"])
        _text(book, words("Điểm đang chờ nhiệm vụ quá hạn") + f": {points}.")
        for leaf in index["at_stake"]:
            _text(book, f"- {leaf['name']} ({leaf['points']}): {', '.join(leaf['late'])}.")


def _heading(book: Document, text: str) -> None:
    _write(book.add_paragraph(), text.upper(), bold=True)


def _text(book: Document, text: str, **look: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    paragraph = _write(book.add_paragraph(), text, **look)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)


def _table(
    book: Document, names: Sequence[str], rows: Iterable[Sequence[str]], size: float
) -> Table:
    """Write a table with lines whose header is repeated on each page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table = book.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(cell.paragraphs[0], name, size=size, bold=True, centred=True)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], text, size=size)
    return table


def _signature(book: Document, context: dict[str, Any]) -> None:
    document, words = context["document"], context["_"]
    block = book.add_table(rows=1, cols=2)
    lines = [f"- {line.strip(' -;.')}" for line in document.recipients] or ["- …"]
    ends = [";"] * (len(lines) - 1) + ["."]
    recipients = [(a + b, {"size": 11}) for a, b in zip(lines, ends, strict=True)]
    _side(
        block.rows[0].cells[0],
        [(words("Nơi nhận:"), {"size": 12, "bold": True, "italic": True}), *recipients],
    )
    who = [line for line in document.closing if not line.lower().startswith("nơi nhận")]
    roles = [(line.upper(), {"bold": True, "centred": True}) for line in who]
    space: list[tuple[str, dict[str, Any]]] = [("", {}), ("", {}), ("", {})]
    signer = [(document.signer or "…", {"bold": True, "centred": True})]
    _side(block.rows[0].cells[1], [*roles, *space, *signer])


def _annex(book: Document, context: dict[str, Any]) -> None:
    document, board, words = context["document"], context["board"], context["_"]
    _write(book.add_paragraph(), words("PHỤ LỤC"), bold=True, centred=True)
    _write(book.add_paragraph(), words("SỔ THEO DÕI NHIỆM VỤ"), bold=True, centred=True)
    when = words.formal_day(board.as_of if board is not None else None)
    note = words("(Kèm theo Báo cáo số {number} {day})", number=_number_of(document), day=when)
    _write(book.add_paragraph(), note, italic=True, centred=True)
    names = ["Số", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian", "Tình trạng"]
    rows = [
        [
            task.id,
            task.title,
            task.product,
            context["lead_of"][task.id],
            task.timeframe.text,
            context["states"].get(task.id, ""),
        ]
        for task in context["plan"].tasks
    ]
    table = _table(book, [words(name) for name in names], context["watch"](rows), size=11)
    _widths(table, (18, 82, 42, 38, 32, 38))
    if context["findings"] is not None:
        _findings(book, context)


def _findings(book: Document, context: dict[str, Any]) -> None:
    """Write what the plan doesn't keep of its six clears below the register."""
    words = context["_"]
    _write(book.add_paragraph(), words("PHÁT HIỆN KHI RÀ SOÁT KẾ HOẠCH"), bold=True, centred=True)
    if not context["findings"]:
        _write(book.add_paragraph(), words("Không có phát hiện nào."))
        return
    rows = [
        [
            words(context["severities"][one.severity]),
            one.task,
            context["message"](one, words),
            one.correction,
        ]
        for one in context["findings"]
    ]
    names = [words(name) for name in ("Mức", "Nhiệm vụ", "Nội dung", "Nên sửa thành")]
    _widths(_table(book, names, context["watch"](rows), size=11), (26, 24, 140, 60))
