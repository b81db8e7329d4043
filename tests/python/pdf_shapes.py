"""One plan on pages in many layouts: what it says doesn't depend on how it is drawn."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT_FILE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
FONT = "DejaVu"
SIZE = 10.0
PITCH = 13.0
PAD = 3.0

LEFT = ["ỦY BAN NHÂN DÂN", "XÃ AN LỘC", "Số: 12/KH-UBND"]
RIGHT = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Lộc, ngày 05 tháng 02 năm 2026",
]
TITLE = ["KẾ HOẠCH", "Cải cách hành chính năm 2026"]
TEXT = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Kế hoạch số 112/KH-UBND ngày 31 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh về cải cách "
    "hành chính, Ủy ban nhân dân xã An Lộc ban hành Kế hoạch cải cách hành chính năm 2026 như sau:",
    "I. MỤC TIÊU",
    "1. Nâng cao chất lượng phục vụ người dân, doanh nghiệp; rút ngắn thời gian giải quyết hồ sơ; "
    "công khai tiến độ xử lý trên cổng dịch vụ công.",
    "2. Trên 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Văn hóa - Xã hội",
    "- Theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp kết quả của các cơ quan, đơn vị, báo "
    "cáo Ủy ban nhân dân xã.",
    "2. Phòng Kinh tế",
    "- Bố trí kinh phí thực hiện.",
]
RECIPIENTS = ["UBND tỉnh", "Các cơ quan, đơn vị thuộc xã", "Lưu: VT"]
SIGNATURE = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Nguyễn Văn An"]
ANNEX = ["Phụ lục I", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"]
HEADER = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
WORK = [
    ("Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết của xã, trọng tâm là "
     "lĩnh vực đất đai và hộ tịch", "Báo cáo kết quả rà soát", "Phòng Kinh tế", "Công an xã"),
    ("Tập huấn kỹ năng số cho cán bộ, công chức và thành viên tổ công nghệ số cộng đồng",
     "Lớp tập huấn", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
    ("Niêm yết công khai thủ tục", "Bảng niêm yết", "Công an xã", "Phòng Kinh tế"),
    ("Đánh giá mức độ hài lòng của người dân đối với sự phục vụ của cơ quan hành chính trong năm",
     "Báo cáo", "Văn phòng HĐND và UBND", "Công an xã"),
]  # fmt: skip
TASK_FIELDS = ["id", "title", "product", "leads", "coordinators"]
TIMES = ["Quý I", "Quý II", "Quý III", "Quý IV"]


def tasks(count: int) -> list[list[str]]:
    """Rows of the list, each with its own number and words of its own."""
    rows = []
    for i in range(count):
        title, product, lead, helper = WORK[i % len(WORK)]
        rows.append(
            [f"{i + 1}", f"{title} đợt {i + 1}", product, lead, helper, TIMES[i % len(TIMES)]]
        )
    return rows


@dataclass
class Layout:
    """How the plan is drawn."""

    borders: str = "single"  # double, boxes, rules, none
    tasks: int = 6
    repeats_header: bool = False
    cuts_rows: bool = False
    head: str = ""
    page_numbers: str = ""
    landscape: bool = False
    rotation: int = 0  # of the page with the table, by the key /Rotate
    turned: bool = False  # the table's text runs upwards on an upright page
    middle: bool = False  # texts of a row stand at its middle
    centred: bool = False
    shaded: bool = False
    size: float = SIZE
    names: list[str] = field(default_factory=list)


class Drawing:
    """Draws one plan with reportlab; `pages` counts its pages."""

    def __init__(self, layout: Layout) -> None:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))
        self.layout = layout
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4)
        self.pages = 0
        self.width, self.height = A4
        self.left, self.right, self.bottom = 60.0, 60.0, 60.0
        self.size = layout.size
        self.pitch = PITCH * layout.size / SIZE
        self._begin()

    def draw(self) -> bytes:
        """The bytes of the PDF."""
        self._pair(LEFT, RIGHT)
        for line in TITLE:
            self._centred(line)
        for text in TEXT:
            self._paragraph(text)
        self._closing()
        self._end()
        if self.layout.landscape or self.layout.turned or self.layout.rotation:
            self.width, self.height = self.height, self.width
        self._begin()
        for line in ANNEX:
            self._centred(line)
        self._table([HEADER, *tasks(self.layout.tasks)])
        self._end()
        self.canvas.save()
        return self.out.getvalue()

    # pages

    def _begin(self) -> None:
        self.pages += 1
        table_page = self.width > self.height
        if table_page and (self.layout.turned or self.layout.rotation):
            angle = self.layout.rotation or 270
            self.canvas.setPageSize((self.height, self.width))
            if self.layout.rotation:
                self.canvas.setPageRotation(self.layout.rotation)
            if angle == 90:
                self.canvas.translate(self.height, 0)
                self.canvas.rotate(90)
            else:
                self.canvas.translate(0, self.width)
                self.canvas.rotate(-90)
        else:
            self.canvas.setPageSize((self.width, self.height))
        self.canvas.setFont(FONT, self.size)
        self.y = self.height - 62.0
        if self.layout.head:
            self.canvas.drawString(self.left, self.height - 34, self.layout.head)
        if self.layout.page_numbers:
            number = self.layout.page_numbers.format(self.pages)
            self.canvas.drawCentredString(self.width / 2, 28, number)

    def _end(self) -> None:
        self.canvas.showPage()

    # text

    def _wrapped(self, text: str, width: float) -> list[str]:
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if pdfmetrics.stringWidth(longer, FONT, self.size) > width and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _pair(self, left: list[str], right: list[str]) -> None:
        middles = self.left + 90, self.width - self.right - 140
        for i in range(max(len(left), len(right))):
            for side, middle in zip((left, right), middles, strict=True):
                if i < len(side):
                    self.canvas.drawCentredString(middle, self.y, side[i])
            self.y -= self.pitch
        self.y -= self.pitch

    def _centred(self, text: str) -> None:
        self.canvas.drawCentredString(self.width / 2, self.y, text)
        self.y -= self.pitch * 1.4

    def _paragraph(self, text: str) -> None:
        indent = 28.0
        width = self.width - self.left - self.right
        lines = self._wrapped("\N{EM SPACE}" + text, width - indent)
        first = lines[0].strip()
        rest = self._wrapped(text[len(first) :], width) if len(lines) > 1 else []
        self.canvas.drawString(self.left + indent, self.y, first)
        self.y -= self.pitch
        for line in rest:
            self.canvas.drawString(self.left, self.y, line)
            self.y -= self.pitch
        self.y -= 4

    def _closing(self) -> None:
        self.y -= 6
        recipients = [
            "Nơi nhận:",
            *(f"- {one};" for one in RECIPIENTS[:-1]),
            f"- {RECIPIENTS[-1]}.",
        ]
        for i in range(max(len(recipients), len(SIGNATURE))):
            if i < len(recipients):
                self.canvas.drawString(self.left, self.y, recipients[i])
            if i < len(SIGNATURE):
                self.canvas.drawCentredString(self.width - self.right - 110, self.y, SIGNATURE[i])
            self.y -= self.pitch

    # tables

    def _table(self, rows: list[list[str]]) -> None:
        width = self.width - self.left - self.right
        shares = [0.07, 0.36, 0.17, 0.15, 0.15, 0.10]
        edges = [self.left]
        for share in shares:
            edges.append(edges[-1] + share * width)
        cells = [
            [
                self._wrapped(t, b - a - 4 * PAD)
                for t, a, b in zip(row, edges[:-1], edges[1:], strict=True)
            ]
            for row in rows
        ]
        for at, row in enumerate(cells):
            self._row(row, edges, cells[0] if at else None)

    def _row(
        self, row: list[list[str]], edges: list[float], header: list[list[str]] | None
    ) -> None:
        lines = max(len(cell) for cell in row)
        free = int((self.y - self.bottom) / self.pitch) - 1
        if lines > free and header is not None:
            cut = free if self.layout.cuts_rows and 0 < free < lines else 0
            if cut:
                self._cells([cell[:cut] for cell in row], edges, cut)
                row = [cell[cut:] for cell in row]
            self._end()
            self._begin()
            if self.layout.repeats_header:
                self._cells(header, edges, max(len(cell) for cell in header))
            lines = max(len(cell) for cell in row)
        self._cells(row, edges, lines)

    def _cells(self, row: list[list[str]], edges: list[float], lines: int) -> None:
        top = self.y
        space = 8.0 if self.layout.borders in ("none", "rules") else 2 * PAD
        bottom = top - lines * self.pitch - space
        for cell, a, b in zip(row, edges[:-1], edges[1:], strict=True):
            self._border(a, b, top, bottom)
            y = top - PAD - self.size
            if self.layout.middle:
                y -= (lines - len(cell)) * self.pitch / 2
            for line in cell:
                if self.layout.centred:
                    self.canvas.drawCentredString((a + b) / 2, y, line)
                else:
                    self.canvas.drawString(a + 2 * PAD, y, line)
                y -= self.pitch
        self.y = bottom

    def _border(self, a: float, b: float, top: float, bottom: float) -> None:
        canvas, borders = self.canvas, self.layout.borders
        if self.layout.shaded:
            canvas.setFillGray(0.9)
            canvas.rect(a, bottom, b - a, top - bottom, stroke=0, fill=1)
            canvas.setFillGray(0)
        if borders == "single":
            canvas.rect(a, bottom, b - a, top - bottom)
        elif borders == "double":
            canvas.rect(a, bottom, b - a, top - bottom)
            canvas.rect(a + 2, bottom + 2, b - a - 4, top - bottom - 4)
        elif borders == "boxes":
            canvas.rect(a + 2, bottom + 1, b - a - 4, top - bottom - 2)
        elif borders == "rules":
            canvas.line(a, top, b, top)
            canvas.line(a, bottom, b, bottom)


LAYOUTS = {
    "ruled": Layout(),
    "doubled borders": Layout(borders="double"),
    "cells as boxes of their own": Layout(borders="boxes"),
    "no borders": Layout(borders="none"),
    "rules between rows alone": Layout(borders="rules"),
    "over pages": Layout(tasks=30),
    "over pages, header again": Layout(tasks=30, repeats_header=True),
    "rows cut by pages": Layout(tasks=30, cuts_rows=True, size=11.5),
    "rows cut, header again": Layout(tasks=30, cuts_rows=True, repeats_header=True, size=11.5),
    "running head": Layout(tasks=30, head="Kế hoạch cải cách hành chính năm 2026 - trang in"),
    "page numbers": Layout(tasks=30, page_numbers="- {} -"),
    "Trang n/m": Layout(tasks=30, page_numbers="Trang {}/9", head="Văn thư xã An Lộc"),
    "landscape": Layout(landscape=True, tasks=14),
    "rotated by key": Layout(rotation=90, tasks=14),
    "rotated the other way": Layout(rotation=270, tasks=14),
    "text upwards": Layout(turned=True, tasks=14),
    "texts in the middle": Layout(middle=True, centred=True),
    "shaded": Layout(shaded=True, repeats_header=True, tasks=20),
    "no borders, over pages": Layout(borders="none", tasks=30, repeats_header=True),
}


def as_text(count: int) -> str:
    """The same plan as a text with tabs."""
    recipients = ["Nơi nhận:", *(f"- {one};" for one in RECIPIENTS[:-1]), f"- {RECIPIENTS[-1]}."]
    table = "\n".join("\t".join(row) for row in [HEADER, *tasks(count)])
    parts = [*LEFT, *RIGHT, *TITLE, *TEXT, *recipients, *filter(None, SIGNATURE), *ANNEX, table]
    return "\n\n".join(parts) + "\n"
