"""Write the plan as Word would keep it: python/sauro/datasets/files/ke-hoach-tan-hoa.docx.

What makes real files hard is in it: numbers that exist only in numbering.xml, merged cells, a
letterhead laid out as a table, tracked changes, a text box, a nested table, soft line breaks, a
hyperlink and a page footer.

    python scripts/make_example_docx.py [PATH]
"""

from __future__ import annotations

import copy
import sys
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FILE = Path(__file__).parents[1] / "python/sauro/datasets/files/ke-hoach-tan-hoa.docx"
LISTS = (
    ("upperRoman", "%1.", "decimal", "%2.", "bullet", "-"),  # 41: headings and their bullets
    ("decimal", "%1", "decimal", "%1.%2", "bullet", "+"),  # 42: rows of the table
)


def drop_parts(document: DocumentType) -> None:
    """Leave out what nothing reads: styles for Word 2007 and a picture of an empty page."""
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del owner.rels[key]


def drop_styles(document: DocumentType) -> None:
    """Leave out the many styles of tables that no table has."""
    used = set(document.element.xpath("//w:tblStyle/@w:val"))
    styles = document.styles.element
    for style in styles.xpath('w:style[@w:type="table"]'):
        is_default = style.get(qn("w:default")) == "1"
        if not is_default and style.get(qn("w:styleId")) not in used:
            styles.remove(style)


def add_lists(document: DocumentType) -> None:
    """Define the multilevel lists 41 and 42."""
    numbering = document.part.numbering_part.element
    first_instance = numbering.find(qn("w:num"))
    for number, levels in enumerate(LISTS, start=41):
        pairs = [levels[i : i + 2] for i in range(0, len(levels), 2)]
        body = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for i, (style, text) in enumerate(pairs)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>'
        )
        first_instance.addprevious(abstract)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def numbered(paragraph: Paragraph, list_id: int, level: int) -> Paragraph:
    """Put a paragraph into a list; its number appears only when the list is worked out."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{list_id}"/></w:numPr>'
        )
    )
    return paragraph


def track(paragraph: Paragraph, kind: str, text: str) -> None:
    """Add a tracked insertion (ins) or deletion (del)."""
    run_text = "w:delText" if kind == "del" else "w:t"
    paragraph._p.append(
        parse_xml(
            f'<w:{kind} {nsdecls("w")} w:id="1" w:author="thẩm định" w:date="2026-01-10T08:00:00Z">'
            f'<w:r><{run_text} xml:space="preserve">{text}</{run_text}></w:r></w:{kind}>'
        )
    )


def add_text_box(paragraph: Paragraph, text: str) -> None:
    """Add a text box twice, as Word does: once as DrawingML, once as VML for old programs."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} "
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
            "</mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def add_hyperlink(paragraph: Paragraph, text: str) -> None:
    """Add text that is a link inside the document."""
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="cong"><w:r>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink>'
        )
    )


def fill(cell: _Cell, *lines: str) -> None:
    """Write lines into a cell, a paragraph each."""
    cell.text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def letterhead(document: DocumentType) -> None:
    """Lay out issuer, motto, number and date as a table without borders."""
    table = document.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), "ỦY BAN NHÂN DÂN", "PHƯỜNG TÂN HÒA", "Số: 12/KH-UBND")
    fill(
        table.cell(0, 1),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Tân Hòa, ngày 15 tháng 01 năm 2026",
    )


def narrative(document: DocumentType) -> None:
    """Write title, legal bases and the text of the plan."""
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Nâng cao Chỉ số cải cách hành chính năm 2026 của phường Tân Hòa")
    document.add_paragraph("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;")
    paragraph = document.add_paragraph("Căn cứ Kế hoạch số ")
    track(paragraph, "del", "98/KH-UBND")
    track(paragraph, "ins", "105/KH-UBND")
    paragraph.add_run(" ngày 30/12/2025 của Ủy ban nhân dân thành phố Hải Vân,")
    document.add_paragraph(
        "Ủy ban nhân dân phường Tân Hòa ban hành Kế hoạch thực hiện, với các nội dung sau:"
    )
    numbered(document.add_paragraph("MỤC ĐÍCH, YÊU CẦU"), 41, 0)
    numbered(document.add_paragraph("Phấn đấu tăng ít nhất 05 bậc trên bảng xếp hạng."), 41, 2)
    numbered(document.add_paragraph("NHIỆM VỤ, GIẢI PHÁP"), 41, 0)
    numbered(document.add_paragraph("Phòng Văn hóa - Xã hội"), 41, 1)
    numbered(document.add_paragraph("Chủ trì tham mưu chấm điểm cải cách hành chính."), 41, 2)
    numbered(document.add_paragraph("Phòng Kinh tế, Hạ tầng và Đô thị"), 41, 1)
    paragraph = numbered(document.add_paragraph("Công khai thu, chi ngân sách trên "), 41, 2)
    add_hyperlink(paragraph, "Trang thông tin điện tử phường")
    paragraph.add_run(".")
    numbered(document.add_paragraph("TỔ CHỨC THỰC HIỆN"), 41, 0)
    document.add_paragraph(
        "Các cơ quan, đơn vị báo cáo kết quả về Ủy ban nhân dân phường "
        "(qua Phòng Văn hóa - Xã hội) định kỳ hằng tháng, quý và năm."
    )
    add_text_box(document.add_paragraph("Tài liệu kèm theo: "), "Đường dây nóng: 1022")


def signature(document: DocumentType) -> None:
    """Lay out recipients and signature side by side."""
    table = document.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), "Nơi nhận:", "- Sở Nội vụ;", "- Các phòng, ban phường;", "- Lưu: VT.")
    fill(table.cell(0, 1), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lê Hoàng Phúc")


def set_row(table: Table, row: int, *texts: str) -> None:
    """Write one row."""
    for cell, text in zip(table.rows[row].cells, texts, strict=True):
        fill(cell, *text.split("\n"))


def task_table(document: DocumentType) -> None:
    """Write the annex of tasks: a header of two rows, merged cells, numbers from a list."""
    document.add_paragraph("Phụ lục 01")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ NĂM 2026")
    document.add_paragraph("(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026)")
    table = document.add_table(rows=10, cols=6)
    set_row(
        table,
        0,
        "TT",
        "Thời gian hoàn thành",
        "Nội dung công việc",
        "Cơ quan thực hiện",
        "",
        "Kết quả, sản phẩm",
    )
    set_row(table, 1, "", "", "", "Chủ trì", "Phối hợp", "")
    for column in (0, 1, 2, 5):
        merged = table.cell(0, column).merge(table.cell(1, column))
        for extra in merged.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
    group = table.cell(0, 3).merge(table.cell(0, 4))
    for extra in group.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    area = table.cell(2, 0).merge(table.cell(2, 5))
    fill(area, "I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH")
    set_row(
        table,
        3,
        "",
        "Quý I/2026",
        "Rà soát, đơn giản hóa thủ tục hành chính",
        "Văn phòng HĐND và UBND phường",
        "Các phòng, ban",
        "Quyết định phê duyệt",
    )
    set_row(
        table,
        4,
        "",
        "Thường xuyên",
        "Tiếp nhận và trả kết quả",
        "Trung tâm Phục vụ hành chính công phường",
        "Công an phường; Phòng Văn hóa – Xã hội",
        "Sổ theo dõi",
    )
    set_row(
        table, 5, "", "Thường xuyên", "Số hóa hồ sơ đầu vào", "", "Công an phường", "Kho dữ liệu"
    )
    set_row(table, 6, "", "Tháng 6 và tháng 12", "Khảo sát sự hài lòng", "", "", "Báo cáo khảo sát")
    lead = table.cell(4, 3).merge(table.cell(6, 3))
    for extra in lead.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    set_row(table, 7, "II", "", "CHẾ ĐỘ CÔNG VỤ", "", "", "")
    set_row(
        table,
        8,
        "",
        "Trước 30/9",
        "Đánh giá kỷ luật, kỷ cương\nGồm các việc:",
        "Đoàn Kiểm tra công vụ",
        "Các cơ quan, đơn vị liên quan",
        "Kế hoạch; Báo cáo",
    )
    set_row(
        table, 9, "", "Năm 2026", "Bố trí đúng vị trí việc làm", "Phòng Văn hóa - Xã hội", "", ""
    )
    for row, level in ((3, 0), (4, 0), (5, 1), (6, 1), (8, 0), (9, 0)):
        numbered(table.cell(row, 0).paragraphs[0], 42, level)
    points = table.cell(8, 2)
    numbered(points.add_paragraph("Kiểm tra đột xuất"), 42, 2)
    points.paragraphs[0].add_run().add_break()
    points.paragraphs[0].add_run("hành chính")
    nested = table.cell(9, 5).add_table(rows=1, cols=2)
    fill(nested.cell(0, 0), "Biểu mẫu 1")
    fill(nested.cell(0, 1), "Biểu mẫu 2")
    deleted = copy.deepcopy(table.rows[9]._tr)
    properties = deleted.get_or_add_trPr()
    properties.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="9" w:author="thẩm định" w:date="2026-01-10T08:00:00Z"/>'
        )
    )
    table._tbl.append(deleted)


def main(path: Path) -> None:
    """Write the document."""
    document = Document()
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    add_lists(document)
    letterhead(document)
    narrative(document)
    signature(document)
    document.add_page_break()
    task_table(document)
    document.sections[0].footer.paragraphs[0].text = "Kế hoạch CCHC phường Tân Hòa"
    drop_parts(document)
    drop_styles(document)
    document.save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
