"""What a docx holds beside plain runs: chunks of HTML, symbols, hidden words, tabs, colours."""

import base64
import io
import quopri
import zipfile
from pathlib import Path

import docx
import pytest
import sauro
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from table_shapes import Layout

TABLE = (
    "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời gian</td></tr>"
    "<tr><td>1</td><td>Rà soát thủ tục</td><td rowspan='2'>Phòng Kinh tế</td><td>Quý I</td></tr>"
    "<tr><td>2</td><td>Họp dân</td><td>Quý II</td></tr></table>"
)
PAGE = f"<html><body><p>Phụ lục I</p>{TABLE}<ul><li>Ghi chú</li></ul></body></html>"
CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"


def mail(page: str, coding: str) -> bytes:
    """Write a page as the web archives that some programs put into documents."""
    data = page.encode()
    body = {
        "quoted-printable": quopri.encodestring(data),
        "base64": base64.encodebytes(data),
        "8bit": data,
    }[coding]
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b' type="text/html"; boundary="----=part"\r\n\r\n------=part\r\n'
        b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: '
        + coding.encode()
        + b"\r\nContent-Location: file:///a.htm\r\n\r\n"
        + body
        + b"\r\n------=part\r\nContent-Type: image/png\r\n\r\nxyz\r\n------=part--\r\n"
    )


def with_chunk(name: str, content: bytes, in_cell: bool = False) -> bytes:
    """Write a docx with a part of another kind between two paragraphs, or in a cell."""
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính năm 2026")
    chunk = OxmlElement("w:altChunk")
    chunk.set(qn("r:id"), "rIdChunk")
    if in_cell:
        cell = document.add_table(2, 2).cell(1, 1)
        cell._tc.insert(1, chunk)
    else:
        document.element.body.insert(2, chunk)
    document.add_paragraph("Nơi nhận: Lưu VT.")
    plain = io.BytesIO()
    document.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            data = old.read(one)
            if one == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rIdChunk" Type="{CHUNK}" Target="{name}"/>'
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            new.writestr(one, data)
        new.writestr(f"word/{name}", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.htm", PAGE.encode()),
        ("a.xhtml", b"\xef\xbb\xbf" + PAGE.encode()),
        ("a.htm", PAGE.encode("utf-16")),
        ("a.mht", mail(PAGE, "quoted-printable")),
        ("a.mht", mail(PAGE, "base64")),
        ("a.mht", mail(PAGE, "8bit")),
    ],
)
def test_html_in_a_document_is_read_where_it_stands(name: str, content: bytes) -> None:
    plan = sauro.read_plan(text=with_chunk(name, content))
    assert [task.title for task in plan.tasks] == ["Rà soát thủ tục", "Họp dân"]
    assert [task.leads for task in plan.tasks] == [["phong-kinh-te"]] * 2
    assert plan.tasks[1].span.part == f"word/{name}"
    assert plan.annexes[-1].label == "Phụ lục I"
    assert plan.coverage.lost == 0


def test_text_in_a_document_is_read_and_what_is_neither_is_named() -> None:
    plan = sauro.read_plan(text=with_chunk("a.txt", "II. NHIỆM VỤ\n1. Họp dân".encode()))
    assert any(section.title == "NHIỆM VỤ" for section in plan.sections)
    for name, content in [("a.rtf", b"{\\rtf1 a}"), ("a.docx", with_chunk("b.htm", PAGE.encode()))]:
        plan = sauro.read_plan(text=with_chunk(name, content))
        assert [one.text for one in plan.unread] == [f"word/{name}"]
        what = "RTF" if name == "a.rtf" else "tài liệu Office"
        assert what in plan.unread[0].reason and "mở bằng Word" in plan.unread[0].reason
        assert plan.coverage.lost == 0


def test_a_chunk_that_is_not_there_and_one_of_a_header_are_named() -> None:
    whole = with_chunk("a.htm", PAGE.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            if one != "word/a.htm":
                new.writestr(one, old.read(one))
    plan = sauro.read_plan(text=out.getvalue())
    assert [one.reason for one in plan.unread] == ["phần nhúng (altChunk) không có trong tệp"]
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    chunk = OxmlElement("w:altChunk")
    chunk.set(qn("r:id"), "rIdGone")
    document.sections[0].header._element.append(chunk)
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert "rIdGone" in [one.text for one in plan.unread] and plan.coverage.lost == 0


@pytest.mark.parametrize("program", ["Word.Document.12", "Excel.Sheet.12", "Equation.3"])
def test_an_office_file_inside_a_document_is_named(program: str) -> None:
    document = docx.Document()
    run = document.add_paragraph("KẾ HOẠCH").add_run()
    thing = OxmlElement("w:object")
    xml = f'<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="{program}"/>'
    thing.append(parse_xml(xml))
    run._r.append(thing)
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert [one.text for one in plan.unread] == ([] if program == "Equation.3" else [program])


def test_html_in_a_cell_is_text_of_the_cell() -> None:
    plan = sauro.read_plan(text=with_chunk("a.htm", b"<p>m\xe1\xbb\x99t</p><p>hai</p>", True))
    assert any("hai" in cell for table in plan.tables for row in table.rows for cell in row)
    assert plan.coverage.lost == 0


def symbol(paragraph: "docx.text.paragraph.Paragraph", font: str, code: str, form: str) -> None:
    """Add a sign as Word does: an element of its own, or letters in a font of signs."""
    run = paragraph.add_run()
    if form == "element":
        sign = OxmlElement("w:sym")
        sign.set(qn("w:font"), font)
        sign.set(qn("w:char"), code)
        run._r.append(sign)
        return
    run.font.name = font
    code_point = int(code, 16)
    run.text = chr(code_point if form == "private" else code_point - 0xF000)


SIGNS = [
    ("Symbol", "F0B3", "≥"),
    ("Symbol", "F0A3", "≤"),
    ("Symbol", "F0B1", "±"),
    ("Symbol", "F0B7", "•"),
    ("Wingdings", "F0FC", "✓"),
    ("Wingdings", "F06C", "●"),
    ("Wingdings 2", "F050", "✓"),
    ("Symbol", "F03D", "="),
]


@pytest.mark.parametrize("form", ["element", "private", "letter"])
@pytest.mark.parametrize(("font", "code", "sign"), SIGNS)
def test_signs_of_a_font_are_those_that_it_draws(
    font: str, code: str, sign: str, form: str
) -> None:
    document = docx.Document()
    document.add_paragraph("I. MỤC TIÊU")
    paragraph = document.add_paragraph("Tỷ lệ ")
    symbol(paragraph, font, code, form)
    paragraph.add_run(" 90%")
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert plan.sections[0].paragraphs == [f"Tỷ lệ {sign} 90%"]
    assert not plan.remarks


@pytest.mark.parametrize("how", ["run", "style", "paragraph"])
def test_hidden_words_are_read_with_a_remark(how: str) -> None:
    document = docx.Document()
    document.add_paragraph("I. MỤC TIÊU")
    document.styles.add_style("An", 2 if how == "style" else 1)
    document.styles["An"].font.hidden = True
    paragraph = document.add_paragraph("Rà soát thủ tục", "An" if how == "paragraph" else None)
    run = paragraph.add_run(" của xã khác", "An" if how == "style" else None)
    if how == "run":
        run.font.hidden = True
    shown = document.add_paragraph().add_run("Không ẩn")
    shown.font.hidden = False
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert plan.sections[0].paragraphs[0] == "Rà soát thủ tục của xã khác"
    words = "Rà soát thủ tục của xã khác" if how == "paragraph" else "của xã khác"
    assert [(one.kind, one.chosen) for one in plan.remarks] == [("hidden", f"chữ ẩn: {words}")]
    assert plan.remarks[0].span.paragraph == 2


def test_a_tab_by_position_is_a_tab() -> None:
    document = docx.Document()
    for left, right in [
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ AN LỘC", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 21/KH-UBND", "An Lộc, ngày 15 tháng 01 năm 2026"),
    ]:
        paragraph = document.add_paragraph(left)
        tab = OxmlElement("w:ptab")
        tab.set(qn("w:alignment"), "right")
        run = paragraph.add_run()
        run._r.append(tab)
        paragraph.add_run(right)
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính năm 2026")
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert plan.document.number == "21/KH-UBND"
    assert plan.document.issuer == "ỦY BAN NHÂN DÂN XÃ AN LỘC"
    assert plan.document.place == "An Lộc"


COLOURED = [seed for seed in range(120) if Layout(seed).time == "quarters"]


@pytest.mark.parametrize("seed", COLOURED)
@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_coloured_cells_are_marks_of_their_quarters(form: str, seed: int, tmp_path: Path) -> None:
    layout, plain = Layout(seed), Layout(seed)
    layout.mark = "#"
    content = getattr(layout, f"as_{form}")()
    path = tmp_path / f"a.{form}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    plan, same = sauro.read_plan(path), sauro.read_plan(text=plain.as_text())
    assert [t.timeframe.text for t in plan.tasks] == [t.timeframe.text for t in same.tasks]
    assert [t.timeframe.due for t in plan.tasks] == [t.timeframe.due for t in same.tasks]
    assert [t.title for t in plan.tasks] == [t.title for t in same.tasks]
    assert [one.kind for one in plan.remarks] == ["value"]
    assert plan.remarks[0].chosen.startswith("ô tô màu: Quý")
    assert plan.coverage.lost == 0


@pytest.mark.parametrize(
    ("cell", "is_mark"),
    [
        *((text, True) for text in ("x", "X", "●", "✓", "(x)", "[x]", "xx", "x.", "v", "■", "✔")),
        *((text, False) for text in ("-", "–", "—", "0", "...", "/", "")),
    ],
)
def test_a_mark_is_a_mark_and_a_dash_is_none(cell: str, is_mark: bool) -> None:
    rows = ["TT\tNhiệm vụ\tChủ trì\tQuý I\tQuý II", f"1\tHọp dân\tPhòng Kinh tế\t{cell}\tx"]
    plan = sauro.read_plan(text="\n".join(rows))
    assert plan.tasks[0].timeframe.text == ("Quý I, Quý II" if is_mark else "Quý II")
    assert not plan.tasks[0].extra
    assert plan.coverage.lost == 0
