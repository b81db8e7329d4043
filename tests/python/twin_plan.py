"""An invented plan of the usual size: 83 tasks in 9 areas, with every kind of time."""

import io
from dataclasses import dataclass
from itertools import count

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle
from xlsxwriter import Workbook

FONT, FONT_FILE = "DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

AREAS = {
    "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH": 8,
    "CẢI CÁCH THỂ CHẾ": 10,
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH": 12,
    "CẢI CÁCH TỔ CHỨC BỘ MÁY": 9,
    "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ": 7,
    "CẢI CÁCH TÀI CHÍNH CÔNG": 11,
    "XÂY DỰNG CHÍNH QUYỀN SỐ": 9,
    "TUYÊN TRUYỀN, PHỔ BIẾN": 8,
    "KIỂM TRA, ĐÁNH GIÁ": 9,
}
ACTIONS = ["Xây dựng", "Rà soát", "Tổ chức", "Cập nhật", "Công khai", "Thẩm định", "Hoàn thiện"]
THINGS = [
    "kế hoạch cải cách hành chính của xã",
    "văn bản quy phạm pháp luật do xã ban hành",
    "thủ tục hành chính, bảo đảm đúng quy định",
    "quy trình nội bộ giải quyết hồ sơ",
    "danh mục dịch vụ công trực tuyến toàn trình",
    "cơ sở dữ liệu cán bộ, công chức",
    "hội nghị đối thoại với người dân, doanh nghiệp",
    "chuyên mục cải cách hành chính trên trang thông tin điện tử",
    "kết quả khảo sát mức độ hài lòng",
]
PRODUCTS = ["Kế hoạch", "Báo cáo", "Quyết định", "Hội nghị", "Danh mục", "Biên bản kiểm tra"]
BODIES = [
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Trung tâm Phục vụ hành chính công",
]
TIMES = {
    "Quý I": "window",
    "Trước ngày 30/6/2026": "window",
    "Thường xuyên": "continuous",
    "Tháng 3/2026": "window",
    "Hằng quý": "periodic",
    "Quý II, quý IV": "occasions",
    "Ngày 20 hằng tháng": "periodic",
    "Giai đoạn 2026 - 2030": "roadmap",
    "Sau khi có hướng dẫn của tỉnh": "event",
    "2026 và những năm tiếp theo": "open_ended",
    "Từ 01/4/2026 đến 30/9/2026": "window",
    "": "unstated",
    "Năm 2026": "window",
}
HEAD = [
    "ỦY BAN NHÂN DÂN",
    "XÃ AN LỘC",
    "Số: 17/KH-UBND",
    "An Lộc, ngày 20 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2026",
    "Phụ lục I",
    "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
]
HEADER = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


@dataclass
class Work:
    """A task as the table has it."""

    id: str
    title: str
    product: str
    lead: str
    helper: str
    time: str

    def row(self) -> list[str]:
        """Write its row."""
        number = self.id.split(".", 2)[2]
        return [number, self.title, self.product, self.lead, self.helper, self.time]


def works() -> list[Work]:
    """Give the tasks; each third one of an area has a part."""
    found = []
    every = count()
    for area, size in zip(ROMAN, AREAS.values(), strict=True):
        number = 0
        for place in range(size):
            at = next(every)
            is_part = place % 4 == 3
            number += not is_part
            label = f"{number}.1" if is_part else f"{number}"
            lead, helper = BODIES[at % 5], BODIES[(at + 2) % 5]
            title = f"{ACTIONS[at % 7]} {THINGS[at % 9]}, lần {at + 1}"
            time = list(TIMES)[at % len(TIMES)]
            found.append(Work(f"1.{area}.{label}", title, PRODUCTS[at % 6], lead, helper, time))
    return found


def rows() -> list[list[str]]:
    """Write the table, with a row for each area."""
    table = [HEADER]
    area = ""
    titles = dict(zip(ROMAN, AREAS, strict=True))
    for work in works():
        own = work.id.split(".")[1]
        if own != area:
            table.append([own, titles[own], "", "", "", ""])
            area = own
        table.append(work.row())
    return table


def as_text() -> str:
    """Write a text with tabs."""
    return "\n\n".join([*HEAD, "\n".join("\t".join(row) for row in rows())]) + "\n"


def as_xlsx() -> bytes:
    """Write a workbook."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Phụ lục I")
        for at, row in enumerate([*([line] for line in HEAD), [], *rows()]):
            for column, text in enumerate(row):
                if text.isdigit():
                    page.write_number(at, column, int(text))
                elif text:
                    page.write_string(at, column, text)
    return out.getvalue()


def as_pdf() -> bytes:
    """Write pages whose table goes on over many of them, below a header that comes again."""
    pdfmetrics.registerFont(TTFont(FONT, FONT_FILE))
    style = ParagraphStyle("own", fontName=FONT, fontSize=9, leading=12)
    table = LongTable(
        [[Paragraph(text, style) for text in row] for row in rows()],
        colWidths=[34, 250, 90, 120, 120, 110],
        repeatRows=1,
    )
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    out = io.BytesIO()
    pages = SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=50, rightMargin=50)
    lines = [Paragraph(line, style) for line in HEAD]
    pages.build([*lines, table])
    return out.getvalue()
