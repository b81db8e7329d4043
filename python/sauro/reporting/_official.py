"""A report as an official document in the layout of Nghị định 30/2020/NĐ-CP, annex I."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sauro._base.errors import ParseError, error, say
from sauro._base.words import Words
from sauro.reading._office import Old, converted, program
from sauro.reporting._letter import Letter, letter_of
from sauro.reporting._metrics import text_width
from sauro.reporting._office_paper import has_own_head, office_paper, use_own_ids
from sauro.reporting._paper import (
    STYLES,
    add_section,
    add_styles,
    add_table,
    drawn_line,
    number_pages,
    paper,
    room_of,
    set_properties,
    set_widths,
    write,
)
from sauro.reporting._parts import Grid, Item

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["add_closing", "add_head", "add_signature", "official_report", "printed_report"]

WRITTEN = Old("docx", "MS Word 2007 XML", "pdf")
SECONDS = 120  # that LibreOffice may take
MISSING_PROGRAM = 132

MOST_LINE = 0.5  # of a text, for the line below it


def official_report(context: dict[str, Any]) -> bytes:
    """Write the periodic report on a plan, with the register of its tasks as annex."""
    words, board = context["_"], context["board"]
    day = board.as_of if board is not None else None
    letter = letter_of(context["plan"], words)
    book = paper(words.language) if context["template"] is None else _office(context["template"])
    title = f"{words('BÁO CÁO')}. {letter.subject}"
    set_properties(book, title, letter.issuer, words.language, day or date.today())
    add_head(book, letter, words.formal_day(day), words)
    _body(book, letter, context)
    add_signature(book, letter, words)
    annexes = [_register] if context["findings"] is None else [_register, _findings]
    for number, annex in enumerate(annexes, 1):
        add_section(book, is_own=context["template"] is None)
        numbered = f" {'I' * number}" if len(annexes) > 1 else ""
        write(book, words("PHỤ LỤC") + numbered, "Title")
        note = words(
            "(Kèm theo Báo cáo số {number} {day})", number=letter.number, day=words.formal_day(day)
        )
        annex(book, note, context)
    if context["template"] is not None:
        use_own_ids(book, STYLES)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _office(template: str | os.PathLike[str]) -> Document:
    """Take the paper of an office; styles and page numbers that it doesn't have are added."""
    book = office_paper(template)
    add_styles(book, [name for name in STYLES if name not in book.styles])
    if not has_own_head(book):
        number_pages(book.sections[0])
    return book


def printed_report(context: dict[str, Any]) -> bytes:
    """Print the official report by LibreOffice.

    Raises
    ------
    ParseError
        Code 132 where there is no LibreOffice, 133 where it fails.
    """
    if program() is None:
        needed = say(
            "muốn ghi PDF thì cài LibreOffice; hoặc ghi .docx rồi in từ Word",
            "a PDF wants LibreOffice; or write .docx and print it from Word",
        )
        raise error(ParseError, MISSING_PROGRAM, "pdf", [needed])
    document = official_report(context)
    with converted(document, WRITTEN, name="pdf", seconds=SECONDS) as made:
        return made.read_bytes()


def add_head(book: Document, letter: Letter, when: str, words: Words) -> None:
    """Write the letterhead, whose lines are as long as what stands above them, and the subject."""
    head = book.add_table(rows=2, cols=2)
    state, motto = words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), words("Độc lập - Tự do - Hạnh phúc")
    right = text_width(state, 13, bold=True) + 16
    whole = room_of(book)
    set_widths(head, (whole - right, right))
    (body, nation), (number, place) = (row.cells for row in head.rows)
    for line in letter.authority:
        write(body, line, "Letterhead")
    inner = 10.8  # margins of a cell
    name = text_width(letter.authority[-1], 13, bold=True)
    room = whole - right - inner
    drawn_line(body, room, MOST_LINE * min(name, room))
    write(nation, state, "Letterhead")
    write(nation, motto, "Motto")
    drawn_line(nation, right - inner, text_width(motto, 14, bold=True))
    write(number, words("Số: {number}", number=letter.number), "Letterhead Small")
    write(place, f"{letter.place}, {when}", "Place and Date")
    book.add_paragraph()
    write(book, words("BÁO CÁO"), "Title")
    write(book, letter.subject, "Subtitle")
    drawn_line(book, whole, min(MOST_LINE * text_width(letter.subject, 14, bold=True), 120))


def _body(book: Document, letter: Letter, context: dict[str, Any]) -> None:
    words, index, board = context["_"], context["index"], context["board"]
    if board is None:
        _assigned(book, context)
    else:
        opening = "Thực hiện {plan}, {issuer} báo cáo kết quả đến {day} như sau:"
        day = words.formal_day(board.as_of)
        write(book, words(opening, plan=letter.plan, issuer=letter.issuer, day=day), "Body Text")
    for part in context["story"]:
        write(book, part.heading.upper(), "Heading 1")
        for block in part.blocks:
            if isinstance(block, Grid):
                rows = [[str(cell) for cell in row] for row in block.rows]
                add_table(book, block.head, rows, room_of(book), block.numbers)
                write(book, "", "Table Text")
            elif isinstance(block, Item):
                write(book, f"- {block.whole}", "Body Text")
            else:
                write(book, block.text, "Heading 2" if block.is_head else "Body Text")
    if index is not None:
        number = "IV. " if context["story"] else ""
        write(book, (number + index["title"]).upper(), "Heading 1")
        _index(book, index, words, at_stake=board is not None)
    add_closing(book, letter, words)


def add_closing(book: Document, letter: Letter, words: Words) -> None:
    """Write the last sentence, which stays with the signature."""
    closing = "Trên đây là báo cáo kết quả thực hiện {plan} (kèm theo Phụ lục)./."
    last = write(book, words(closing, plan=letter.plan), "Body Text")
    last.paragraph_format.keep_with_next = True


def _assigned(book: Document, context: dict[str, Any]) -> None:
    """Say what a plan assigns, where nothing is known of what was done."""
    assigned = (
        "Kế hoạch giao {n} nhiệm vụ; {undated} nhiệm vụ không ghi thời gian, "
        "{leaderless} nhiệm vụ không ghi cơ quan chủ trì."
    )
    counts = {name: context[name] for name in ("undated", "leaderless")}
    write(book, context["_"](assigned, n=len(context["plan"].tasks), **counts), "Body Text")


def _index(book: Document, index: dict[str, Any], words: Words, *, at_stake: bool) -> None:
    """Say which criteria have tasks; the points that wait for overdue ones where a day is given."""
    unserved = index["unserved"]
    served = "Có nhiệm vụ cho {served}/{all} tiêu chí; {idle} nhiệm vụ không gắn tiêu chí nào."
    counts = {"all": index["leaves"], "idle": len(index["idle"])}
    write(book, words(served, served=index["leaves"] - len(unserved), **counts), "Body Text")
    if unserved:
        names = "; ".join(leaf["name"] for leaf in unserved)
        write(book, words("Tiêu chí không có nhiệm vụ nào") + f": {names}.", "Body Text")
    if at_stake:
        points = words.number(index["points"])
        write(book, words("Điểm đang chờ nhiệm vụ quá hạn") + f": {points}.", "Body Text")
        for leaf in index["at_stake"]:
            late = ", ".join(leaf["late"])
            write(book, f"- {leaf['name']} ({leaf['points']}): {late}.", "Body Text")


def add_signature(book: Document, letter: Letter, words: Words) -> None:
    """Write who gets it and who signs, on one page with the last words of the report."""
    from docx.oxml import OxmlElement

    block = book.add_table(rows=1, cols=2)
    half = room_of(book) / 2
    set_widths(block, (half, half))
    row = block.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = row.cells
    title = write(left, words("Nơi nhận:"), "Recipients")
    title.runs[0].bold = title.runs[0].italic = True
    for line in letter.recipients:
        write(left, line, "Recipients")
    for line in (*letter.roles, "", "", "", letter.signer):
        write(right, line, "Signature Block")


def _register(book: Document, note: str, context: dict[str, Any]) -> None:
    """Write the register of tasks, area by area, numbered as in the plan."""
    words, states = context["_"], context["states"]
    write(book, words("SỔ THEO DÕI NHIỆM VỤ"), "Title")
    write(book, note, "Note")
    names = ("STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian", "Tình trạng")
    rows: list[Sequence[str] | str] = []
    for entry in context["annexes"]:
        for group in (one for one in entry["groups"] if one["kind"] == "task"):
            if group["area"]:
                rows.append(f"{group['area']}. {group['title']}")
            for task in group["rows"]:
                about = (task.number, task.title, task.product, context["lead_of"][task.id])
                rows.append((*about, task.timeframe.text, states.get(task.id, "")))
    duties = [duty for duty in context["plan"].duties if duty.id in states]
    if duties:
        rows.append(words("Nhiệm vụ giao trong phần lời"))
    for duty in duties:
        lead = context["names"].get(duty.agency, "")
        rows.append((duty.section, duty.title, "", lead, duty.timeframe.text, states[duty.id]))
    head = [words(name) for name in names]
    add_table(book, head, rows, room_of(book), watch=context["watch"])


def _findings(book: Document, note: str, context: dict[str, Any]) -> None:
    """Write what the plan doesn't keep of its six clears."""
    words = context["_"]
    write(book, words("PHÁT HIỆN KHI RÀ SOÁT KẾ HOẠCH"), "Title")
    write(book, note, "Note")
    shares = "; ".join(
        f"{words(title)} {words('không xét') if share is None else words.percent(share)}"
        for title, share in context["clears"]
    )
    write(book, words("Tỷ lệ nhiệm vụ đạt “sáu rõ”: {clears}.", clears=shares), "Body Text")
    if not context["findings"]:
        write(book, words("Không có phát hiện nào."), "Body Text")
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
    add_table(book, names, rows, room_of(book), watch=context["watch"])
