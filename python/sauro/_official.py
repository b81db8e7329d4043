"""A report as an official document in the layout of Nghị định 30/2020/NĐ-CP, annex I."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

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


def day_of(day: date | None) -> str:
    """Write a day as art. 12 asks: a zero before days below 10 and months below 3."""
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


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

    run = paragraph.add_run(text)
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
    document, board = context["document"], context["board"]
    head = book.add_table(rows=1, cols=2)
    _widths(head, (66, 98))
    centred = {"centred": True}
    _side(
        head.rows[0].cells[0],
        [
            ((document.issuer or "…").upper(), {"bold": True, "size": 13} | centred),
            ("_______", {"size": 9} | centred),
            (f"Số: {_number_of(document)}", {"size": 13} | centred),
        ],
    )
    when = day_of(board.as_of if board is not None else None)
    _side(
        head.rows[0].cells[1],
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True, "size": 13} | centred),
            ("Độc lập - Tự do - Hạnh phúc", {"bold": True} | centred),
            ("_______________________", {"size": 9} | centred),
            (f"{document.place or '…'}, {when}", {"italic": True} | centred),
        ],
    )
    book.add_paragraph()
    _write(book.add_paragraph(), "BÁO CÁO", bold=True, centred=True)
    number = f"{document.kind} {document.number}".strip() or "kế hoạch"
    about = f"Kết quả thực hiện {number}"
    if document.date:
        about += f" {day_of(document.date)}"
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
    plan, board, statuses = context["plan"], context["board"], context["statuses"]
    number = iter(["I", "II", "III", "IV", "V"])
    _heading(book, next(number), "Việc giao nhiệm vụ")
    _text(
        book,
        f"Kế hoạch giao {len(plan.tasks)} nhiệm vụ; {context['undated']} nhiệm vụ không ghi thời "
        f"gian, {context['leaderless']} nhiệm vụ không ghi cơ quan chủ trì.",
    )
    clears = "; ".join(
        f"{title} {'không xét' if share is None else f'{share:.1f} %'.replace('.', ',')}"
        for title, share in context["clears"]
    )
    _text(book, f"Tỷ lệ nhiệm vụ đạt “sáu rõ”: {clears}.")
    if board is None:
        return
    _heading(book, next(number), f"Kết quả đến {day_of(board.as_of)}")
    for name, count in context["counts"].items():
        if not count:
            continue
        _text(book, f"- {statuses[name][0].upper()}{statuses[name][1:]}: {count} lượt.")
    for title, group in context["groups"]:
        _heading(book, next(number), title)
        names = [statuses[name] for name in group["statuses"]]
        rows = [
            [row["group"], *(str(n) for n in row["counts"]), str(row["total"]), _percent(row)]
            for row in group["rows"]
        ]
        table = _table(book, [group["name"], *names, "tổng", "đúng hạn"], rows, size=11)
        rest = (164 - 44) // (len(names) + 2)
        _widths(table, [164 - rest * (len(names) + 2), *[rest] * (len(names) + 2)])
    if context["alerts"]:
        _heading(book, next(number), "Nhiệm vụ quá hạn và sắp đến hạn")
        for agency, items in context["alerts"].items():
            _text(book, f"{agency}:", bold=True)
            for one in items:
                days = abs(one.working_days)
                state = (
                    f"quá {days} ngày làm việc" if one.level == 0 else f"còn {days} ngày làm việc"
                )
                title = context["titles"][one.task]
                _text(book, f"- {one.task} {title} (hạn {one.due:%d/%m/%Y}, {state}).")
    _text(book, "(Sổ theo dõi nhiệm vụ tại Phụ lục kèm theo)./.", italic=True)


def _percent(row: dict[str, Any]) -> str:
    return "" if row["on_time"] is None else f"{row['on_time']:.1f} %".replace(".", ",")


def _heading(book: Document, number: str, text: str) -> None:
    _write(book.add_paragraph(), f"{number}. {text.upper()}", bold=True)


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
    document = context["document"]
    block = book.add_table(rows=1, cols=2)
    lines = [f"- {line.strip(' -;.')}" for line in document.recipients] or ["- …"]
    ends = [";"] * (len(lines) - 1) + ["."]
    recipients = [(a + b, {"size": 11}) for a, b in zip(lines, ends, strict=True)]
    _side(
        block.rows[0].cells[0],
        [("Nơi nhận:", {"size": 12, "bold": True, "italic": True}), *recipients],
    )
    who = [line for line in document.closing if not line.lower().startswith("nơi nhận")]
    roles = [(line.upper(), {"bold": True, "centred": True}) for line in who]
    space: list[tuple[str, dict[str, Any]]] = [("", {}), ("", {}), ("", {})]
    signer = [(document.signer or "…", {"bold": True, "centred": True})]
    _side(block.rows[0].cells[1], [*roles, *space, *signer])


def _annex(book: Document, context: dict[str, Any]) -> None:
    document, board = context["document"], context["board"]
    _write(book.add_paragraph(), "PHỤ LỤC", bold=True, centred=True)
    _write(book.add_paragraph(), "SỔ THEO DÕI NHIỆM VỤ", bold=True, centred=True)
    when = day_of(board.as_of if board is not None else None)
    note = f"(Kèm theo Báo cáo số {_number_of(document)} {when})"
    _write(book.add_paragraph(), note, italic=True, centred=True)
    names = ["Số", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian", "Tình trạng"]
    rows = [
        [
            task.id,
            task.title,
            task.product,
            task.lead,
            task.timeframe.text,
            context["states"].get(task.id, ""),
        ]
        for task in context["plan"].tasks
    ]
    table = _table(book, names, rows, size=11)
    _widths(table, (18, 82, 42, 38, 32, 38))
