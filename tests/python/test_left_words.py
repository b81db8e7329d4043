"""Words that are no content, struck through, deleted, hidden or a comment, in every format."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import sauro
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from open_documents import ods, odt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian")
# a piece is a text, or a text that is struck through
KEPT: list[list[list[str | tuple[str]]]] = [
    [["1"], ["Rà soát thủ tục"], ["Phòng Kinh tế"], ["Quý I/2026"]],
    [["3"], ["Họp dân"], ["Công an xã"], ["30/6/2026"]],
]
GONE: dict[str, list[list[str | tuple[str]]]] = {
    "whole row": [[("2",)], [("Xây nhà văn hóa",)], [("Phòng Nội vụ",)], [("Quý II/2026",)]],
    "all but the number": [["2"], [("Xây nhà văn hóa",)], [("Phòng Nội vụ",)], [("Quý II/2026",)]],
    "title alone": [["2"], [("Xây nhà văn hóa",)], ["Phòng Nội vụ"], ["Quý II/2026"]],
    "a part": [["2"], ["Sửa cầu", (" và xây nhà văn hóa",)], ["Phòng Nội vụ"], ["Quý II/2026"]],
    "a lead": [["2"], ["Sửa cầu"], [("Trạm Y tế, ",), "Phòng Nội vụ"], ["Quý II/2026"]],
    "a day": [["2"], ["Sửa cầu"], ["Phòng Nội vụ"], [("trước 15/3/2026 ",), "Quý II/2026"]],
}
Rows = list[list[list[str | tuple[str]]]]


def text_of(piece: str | tuple[str]) -> str:
    return piece if isinstance(piece, str) else piece[0]


def as_docx(rows: Rows, mark: str = "w:strike") -> bytes:
    """Write a table; what is struck is so by a run's property, or deleted by a tracked change."""
    document = docx.Document()
    table = document.add_table(len(rows), 4)
    for row, cells in zip(rows, table.rows, strict=True):
        for pieces, cell in zip(row, cells.cells, strict=True):
            for piece in pieces:
                run = cell.paragraphs[0].add_run(text_of(piece))
                if isinstance(piece, str):
                    continue
                if mark.startswith("w:del"):
                    run._r[0].tag = qn("w:delText")
                    change = OxmlElement("w:del")
                    run._r.addprevious(change)
                    change.append(run._r)
                else:
                    run._r.get_or_add_rPr().append(OxmlElement(mark))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


STRUCK = '<style:text-properties style:text-line-through-style="solid"/>'
AUTOMATIC = (
    f'<style:style style:name="S" style:family="text">{STRUCK}</style:style>'
    f'<style:style style:name="P" style:family="paragraph">{STRUCK}</style:style>'
    f'<style:style style:name="C" style:family="table-cell">{STRUCK}</style:style>'
)


def odf_cell(pieces: list[str | tuple[str]]) -> str:
    spans = (
        one if isinstance(one, str) else f'<text:span text:style-name="S">{one[0]}</text:span>'
        for one in pieces
    )
    return f"<table:table-cell><text:p>{''.join(spans)}</text:p></table:table-cell>"


def odf_rows(rows: Rows) -> str:
    return "".join(
        f"<table:table-row>{''.join(map(odf_cell, row))}</table:table-row>" for row in rows
    )


def as_odt(rows: Rows) -> bytes:
    return odt(f"<table:table>{odf_rows(rows)}</table:table>", automatic=AUTOMATIC)


def as_ods(rows: Rows) -> bytes:
    table = f'<table:table table:name="A">{odf_rows(rows)}</table:table>'
    return ods(table, automatic=AUTOMATIC)


def as_xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for at, row in enumerate(rows, start=1):
        for column, pieces in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            if len(pieces) == 1:
                cell.value = text_of(pieces[0])
                if not isinstance(pieces[0], str):
                    cell.font = Font(strike=True)
                continue
            cell.value = CellRichText(
                *(
                    p if isinstance(p, str) else TextBlock(InlineFont(strike=True), p[0])
                    for p in pieces
                )
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_html(rows: Rows, tag: str = "s", attributes: str = "") -> bytes:
    def shown(piece: str | tuple[str]) -> str:
        return piece if isinstance(piece, str) else f"<{tag}{attributes}>{piece[0]}</{tag}>"

    lines = "".join(
        "<tr>" + "".join(f"<td>{''.join(map(shown, cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<html><body><table>{lines}</table></body></html>".encode()


ABOVE = ["KẾ HOẠCH", "Cải cách hành chính năm 2026", "II. TỔ CHỨC THỰC HIỆN"]
ODF_ABOVE = "".join(f"<text:p>{line}</text:p>" for line in ABOVE)


def as_markdown(rows: Rows, opens: str = "~~", closes: str = "~~") -> bytes:
    """Write a pipe table below a line of text."""

    def shown(piece: str | tuple[str]) -> str:
        return piece if isinstance(piece, str) else f"{opens}{piece[0].strip()}{closes} "

    lines = ["|" + "|".join("".join(map(shown, cell)) for cell in row) + "|" for row in rows]
    return "\n".join(["KẾ HOẠCH", "", lines[0], "|---|---|---|---|", *lines[1:]]).encode()


FORMS: dict[str, Callable[[Rows], bytes]] = {
    "docx strike": as_docx,
    "docx dstrike": lambda rows: as_docx(rows, "w:dstrike"),
    "docx deleted": lambda rows: as_docx(rows, "w:del"),
    "odt": as_odt,
    "ods": as_ods,
    "xlsx": as_xlsx,
    "markdown": as_markdown,
    "markdown del": lambda rows: as_markdown(rows, "<del>", "</del>"),
    "html s": as_html,
    "html del": lambda rows: as_html(rows, "del"),
    "html style": lambda rows: as_html(rows, "span", " style='text-decoration: line-through'"),
}


@pytest.mark.parametrize("gone", GONE)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_struck_through_is_no_task_no_lead_and_no_day(form: str, gone: str) -> None:
    head: list[list[str | tuple[str]]] = [[name] for name in HEAD]
    row = GONE[gone]
    plan = sauro.read_plan(text=FORMS[form]([head, KEPT[0], row, KEPT[1]]))
    said = [(t.number, t.title, t.lead, t.timeframe.text) for t in plan.tasks]
    left = ["".join(p for p in cell if isinstance(p, str)).strip() for cell in row]
    kept = [tuple("".join(map(text_of, cell)) for cell in one) for one in KEPT]
    assert said == [kept[0], *([tuple(left)] if left[1] else []), kept[1]]
    assert plan.coverage.lost == 0
    unread = " ".join(one.text for one in plan.unread)
    for piece in (p[0] for cell in row for p in cell if not isinstance(p, str)):
        assert piece.strip(", ") in unread or form == "docx deleted"
        assert piece.strip() not in [name for one in plan.agencies for name in one.names]


def test_a_style_may_strike_a_paragraph_or_cell_and_a_run_may_take_it_back() -> None:
    body = (
        "<text:p>Giao Phòng Kinh tế rà soát thủ tục trước 30/6/2026.</text:p>"
        '<text:p text:style-name="P">Giao Công an xã tuần tra trước 15/3/2026.</text:p>'
    )
    plan = sauro.read_plan(text=odt(ODF_ABOVE + body, automatic=AUTOMATIC))
    assert [one.title for one in plan.duties] == ["Rà soát thủ tục trước 30/6/2026"]
    assert [one.reason for one in plan.unread] == ["chữ bị gạch ngang"]
    document = docx.Document()
    style = document.styles.add_style("Bỏ", 1)
    style.font.strike = True
    for line in ABOVE:
        document.add_paragraph(line)
    for text, struck in [("Giao Phòng Kinh tế họp dân.", False), ("Giao Công an xã trực.", None)]:
        run = document.add_paragraph(style="Bỏ").add_run(text)
        run.font.strike = struck
    out = io.BytesIO()
    document.save(out)
    plan = sauro.read_plan(text=out.getvalue())
    assert len(plan.duties) == 1
    assert [one.text for one in plan.unread] == ["Giao Công an xã trực."]
    rows = odf_rows([[[name] for name in HEAD], *KEPT]).replace(
        "<table:table-cell><text:p>Họp", '<table:table-cell table:style-name="C"><text:p>Họp'
    )
    table = f'<table:table table:name="A">{rows}</table:table>'
    plan = sauro.read_plan(text=ods(table, automatic=AUTOMATIC))
    assert [one.title for one in plan.tasks] == ["Rà soát thủ tục"]


HIDDEN = [
    '<text:p>Giao Phòng Kinh tế họp dân.<text:hidden-text text:condition="ooow:1" '
    'text:string-value="Hạn 15/3/2026" text:is-hidden="true"/></text:p>',
    "<text:p>Giao Phòng Kinh tế họp dân.</text:p><text:p><text:hidden-paragraph "
    'text:condition="ooow:1" text:is-hidden="true"/>Hạn 15/3/2026</text:p>',
]


@pytest.mark.parametrize("body", HIDDEN)
def test_a_field_that_hides_words_takes_them_out(body: str) -> None:
    plan = sauro.read_plan(text=odt(ODF_ABOVE + body))
    assert [(one.text, one.reason) for one in plan.unread] == [
        ("Hạn 15/3/2026", "chữ đang ẩn theo điều kiện")
    ]
    assert len(plan.duties) == 1 and plan.coverage.lost == 0
    shown = sauro.read_plan(text=odt(ODF_ABOVE + body.replace("true", "false")))
    assert "chữ đang ẩn theo điều kiện" not in [one.reason for one in shown.unread]


NOTE = "Sếp bảo lùi đến 31/12/2026"


def with_comment(form: str, folder: Path) -> Path:
    rows: Rows = [[[name] for name in HEAD], *KEPT]
    path = folder / f"ke-hoach.{form}"
    if form == "xlsx":
        path.write_bytes(as_xlsx(rows))
        book = openpyxl.load_workbook(path)
        book.active["B3"].comment = Comment(NOTE, "An")
        book.save(path)
    elif form == "ods":
        note = (
            "<office:annotation><dc:creator>An</dc:creator><dc:date>2026-01-01</dc:date>"
            f"<text:p>{NOTE}</text:p></office:annotation><text:p>Họp dân</text:p>"
        )
        table = f'<table:table table:name="A">{odf_rows(rows)}</table:table>'.replace(
            "<text:p>Họp dân</text:p>", note
        )
        path.write_bytes(with_dc(ods, table))
    elif form == "odt":
        note = f"<office:annotation><text:p>{NOTE}</text:p></office:annotation>Họp dân"
        table = f"<table:table>{odf_rows(rows)}</table:table>".replace("Họp dân", note)
        path.write_bytes(odt(table))
    else:
        document = docx.Document(io.BytesIO(as_docx(rows)))
        reference = OxmlElement("w:commentReference")
        reference.set(qn("w:id"), "0")
        document.tables[0].cell(2, 1).paragraphs[0].runs[0]._r.append(reference)
        note = (
            f'<w:comments {nsdecls("w")}><w:comment w:id="0" w:author="An" w:initials="A">'
            f"<w:p><w:r><w:t>{NOTE}</w:t></w:r></w:p></w:comment></w:comments>"
        )
        part = Part(
            PackURI("/word/comments.xml"),
            CONTENT_TYPE.WML_COMMENTS,
            note.encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
        document.save(path)
    return path


def with_dc(write: Callable[[str], bytes], body: str) -> bytes:
    """Write an OpenDocument file whose content knows the names of Dublin Core too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(body))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "content.xml":
                text = text.replace(
                    b"<office:document-content",
                    b'<office:document-content xmlns:dc="http://purl.org/dc/elements/1.1/"',
                )
            new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("form", ["docx", "odt", "ods", "xlsx"])
def test_a_comment_is_told_and_changes_nothing(form: str, tmp_path: Path) -> None:
    plan = sauro.read_plan(with_comment(form, tmp_path))
    assert [one.title for one in plan.tasks] == ["Rà soát thủ tục", "Họp dân"]
    assert [one.timeframe.text for one in plan.tasks] == ["Quý I/2026", "30/6/2026"]
    assert [(one.text, one.reason) for one in plan.unread] == [(NOTE, "nhận xét bên lề")]
    assert plan.unread[0].span.line == 3 or form in ("docx", "odt")
    assert plan.coverage.lost == 0


def test_a_struck_cell_of_a_log_is_a_problem_with_its_place(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Mã nhiệm vụ", "Ngày", "Trạng thái"])
    book.active.append(["1.1", "01/03/2026", "Xong"])
    book.active["C2"].font = Font(strike=True)
    book.save(tmp_path / "so.xlsx")
    with pytest.raises(sauro.ValidationError, match="dòng 2, cột C: chữ bị gạch ngang"):
        sauro.Progress.read(tmp_path / "so.xlsx")


def test_a_row_of_a_number_alone_is_no_task() -> None:
    table = (
        "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Họp dân | Phòng Kinh tế |\n| 2 | | |\n"
    )
    plan = sauro.read_plan(text=table)
    assert [one.number for one in plan.tasks] == ["1"]
    assert [one.reason for one in plan.unread] == ["dòng không có nội dung nhiệm vụ"]
    assert plan.coverage.lost == 0
