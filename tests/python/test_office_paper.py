"""Reports on the paper of an office: its page, header, footer and styles, and none of its text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import sauro
from conftest import EXAMPLES, refused
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sauro.command import main

PLAN = sauro.datasets.plan("phu-my")
DAY = date(2026, 7, 10)


def office(path: Path, change: Callable[[Any], None] = lambda book: None) -> Path:
    """A file as an office has it: a narrow page, a header, Vietnamese ids of styles, old text."""
    book = docx.Document()
    page = book.sections[0]
    page.page_width, page.page_height = Mm(200), Mm(280)
    page.left_margin, page.right_margin, page.top_margin = Mm(25), Mm(15), Mm(33)
    page.header.paragraphs[0].text = "UBND XÃ PHÚ MỸ – MẪU SỐ 3"
    page.footer.paragraphs[0].text = "Trang nội bộ"
    heading = book.styles["Heading 1"]
    heading.font.name, heading.font.size = "Arial", Pt(17)
    heading.element.set(qn("w:styleId"), "u1")
    motto = book.styles.add_style("Motto", WD_STYLE_TYPE.PARAGRAPH)
    motto.font.size = Pt(13)
    book.add_paragraph("NỘI DUNG CŨ CỦA MẪU")
    book.add_table(rows=1, cols=1).cell(0, 0).text = "BẢNG CŨ"
    change(book)
    book.save(str(path))
    return path


def report(template: Path, **options: Any) -> Any:
    data = sauro.report(PLAN, progress=sauro.datasets.progress("phu-my"), as_of=DAY, format="docx",
                        template=template, **options)  # fmt: skip
    return docx.Document(io.BytesIO(data))


def words_of(book: Any) -> list[str]:
    return [one.text or "" for one in book.element.body.iter(qn("w:t"))]


def test_what_is_around_the_text_is_the_office_s_and_the_text_is_not(tmp_path: Path) -> None:
    book = report(office(tmp_path / "mau.docx"))
    first, annex = book.sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (200, 280)
    assert (round(first.left_margin.mm), round(first.top_margin.mm)) == (25, 33)
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (
        280,
        200,
    )  # laid on its side
    assert round(annex.left_margin.mm) == 25
    for page in (first, annex):
        assert page.header.paragraphs[0].text == "UBND XÃ PHÚ MỸ – MẪU SỐ 3"
        assert page.footer.paragraphs[0].text == "Trang nội bộ"
    text = " ".join(words_of(book))
    assert "CŨ" not in text and "BÁO CÁO" in text


def test_it_says_the_same_as_on_our_own_paper(tmp_path: Path) -> None:
    own = sauro.report(PLAN, progress=sauro.datasets.progress("phu-my"), as_of=DAY, format="docx")
    assert words_of(report(office(tmp_path / "mau.docx"))) == words_of(
        docx.Document(io.BytesIO(own))
    )


def test_styles_of_the_office_are_used_and_those_that_it_lacks_are_added(tmp_path: Path) -> None:
    book = report(office(tmp_path / "mau.docx"))
    used = {one.get(qn("w:val")) for one in book.element.body.iter(qn("w:pStyle"))}
    known = {style.style_id for style in book.styles}
    assert used <= known and "u1" in used and "Heading1" not in used
    heading = next(one for one in book.paragraphs if one.style.style_id == "u1")
    assert (heading.style.font.name, heading.style.font.size.pt) == ("Arial", 17)
    assert book.styles["Motto"].font.size.pt == 13
    assert book.styles["Signature Block"].font.size.pt == 14  # as the decree asks


def test_tables_fit_between_the_office_s_margins(tmp_path: Path) -> None:
    book = report(office(tmp_path / "mau.docx"))
    rooms = iter([200 - 40, 280 - 40])
    room = next(rooms)
    for element in book.element.body:
        if element.tag == qn("w:tbl"):
            wide = sum(int(one.get(qn("w:w"))) for one in element.tblGrid.gridCol_lst) / 20
            assert wide <= room * 72 / 25.4 + 1
        if element.tag == qn("w:p") and element.find(f".//{qn('w:sectPr')}") is not None:
            room = next(rooms)


def test_a_file_without_a_header_gets_page_numbers(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "mau.docx"))
    book = report(tmp_path / "mau.docx")
    assert "PAGE" in book.sections[0].header._element.xml


def test_of_several_sections_the_first_is_the_paper(tmp_path: Path) -> None:
    def two(book: Any) -> None:
        page = book.add_section(WD_SECTION.NEW_PAGE)
        page.page_width = Mm(400)

    book = report(office(tmp_path / "mau.docx", two))
    assert round(book.sections[0].page_width.mm) == 200
    assert book.sections[0].header.paragraphs[0].text.startswith("UBND")


def test_a_bare_file_is_completed(tmp_path: Path) -> None:
    def bare(book: Any) -> None:
        for style in list(book.styles):
            if style.name not in ("Normal", "Heading 1", "Default Paragraph Font"):
                style.delete()
        page = book.element.body[-1]
        for element in list(page):
            page.remove(element)

    path = tmp_path / "mau.docx"
    plain = docx.Document()
    bare(plain)
    plain.save(str(path))
    book = report(path)
    used = {
        one.get(qn("w:val")) for one in book.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))
    }
    assert used <= {style.style_id for style in book.styles}
    assert round(book.sections[0].page_width.mm) == 210


def test_what_is_no_template_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = office(tmp_path / "mau.docx")
    with refused(sauro.ValidationError, match="template: for docx and pdf, not for html"):
        sauro.report(PLAN, template=path)
    with refused(sauro.ValidationError, match="this file is .*mau.docx too"):
        sauro.report(PLAN, template=path, path=path)
    bad = tmp_path / "hong.docx"
    bad.write_bytes(path.read_bytes()[:3000])
    with refused(sauro.ParseError, match="damaged"):
        report(bad)
    with refused(sauro.Error, match="no such file"):
        report(tmp_path / "khong-co.docx")
    macros = tmp_path / "macro.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(macros, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "[Content_Types].xml":
                kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
                other = b"application/vnd.ms-word.document.macroEnabled."
                data = data.replace(kind + b"document.main", other + b"main")
            new.writestr(item, data)
    with refused(sauro.ParseError, match="save it as a plain .docx"):
        report(macros)


def test_the_command_takes_a_template_and_never_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = office(tmp_path / "mau.docx"), tmp_path / "bao-cao.docx"
    plan = str(EXAMPLES / "ke-hoach-phu-my.txt")
    before = path.read_bytes()
    arguments = ["report", plan, "--as-of", "2026-07-10", "--template", str(path), "--output"]
    assert main([*arguments, str(out)]) == 0
    assert round(docx.Document(str(out)).sections[0].page_width.mm) == 200
    assert main([*arguments, str(path)]) == 1 and "[sauro 260]" in capsys.readouterr().err
    assert path.read_bytes() == before
