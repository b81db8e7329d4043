"""One list of tasks in many layouts: what a table says doesn't depend on how it is drawn."""

import csv
import html
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

import docx
import open_documents as odf
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN LỘC

Số: 21/KH-UBND

An Lộc, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Cải cách hành chính năm 2026

Phụ lục I

NHIỆM VỤ CỤ THỂ
"""


@dataclass
class Work:
    """A task as the table has to give it."""

    area: str
    title: str
    product: str
    lead: str
    coordinators: tuple[str, ...]
    start: date
    due: date
    quarters: tuple[int, ...]


WORKS = [
    Work(
        "Cải cách thể chế",
        "Rà soát văn bản quy phạm pháp luật",
        "Báo cáo rà soát",
        "Phòng Kinh tế",
        ("Công an xã",),
        date(2026, 1, 5),
        date(2026, 3, 31),
        (1,),
    ),
    Work(
        "Cải cách thể chế",
        "Hệ thống quản lý công việc, theo dõi tiến độ nhiệm vụ được giao",
        "Phần mềm",
        "Phòng Văn hóa - Xã hội",
        ("Văn phòng HĐND và UBND", "Công an xã"),
        date(2026, 2, 2),
        date(2026, 6, 30),
        (2,),
    ),
    Work(
        "Thủ tục hành chính",
        "Niêm yết công khai thủ tục",
        "Bảng niêm yết",
        "Công an xã",
        ("Phòng Kinh tế",),
        date(2026, 4, 1),
        date(2026, 12, 31),
        (4,),
    ),
    Work(
        "Chuyển đổi số",
        "Tập huấn kỹ năng số cho 100% cán bộ",
        "Lớp tập huấn",
        "Phòng Văn hóa - Xã hội",
        ("Phòng Kinh tế",),
        date(2026, 7, 1),
        date(2026, 9, 30),
        (3,),
    ),
    Work(
        "Thủ tục hành chính",
        "Đánh giá mức độ hài lòng",
        "Báo cáo",
        "Văn phòng HĐND và UBND",
        ("Công an xã",),
        date(2026, 5, 4),
        date(2026, 12, 31),
        (4,),
    ),
]

NAMES = {
    "number": ["STT", "TT", "Số TT", "Số thứ tự", "ST T"],
    "code": ["Mã nhiệm vụ", "Mã NV", "Mã"],
    "area": ["Lĩnh vực", "Nhóm nhiệm vụ"],
    "title": [
        "Nhiệm vụ",
        "Nội dung nhiệm vụ",
        "Nhiệm vụ cụ thể",
        "Tên nhiệm vụ",
        "Hạng mục",
        "Dự án",
        "Tên đề án",
        "Việc cần làm",
        "Nội dung công việc",
        "Mô tả nhiệm vụ",
        "Chương trình",
        "Hoạt động",
    ],
    "product": ["Sản phẩm", "Kết quả đầu ra", "Sản phẩm/kết quả"],
    "lead": [
        "Cơ quan chủ trì",
        "Chủ trì",
        "Trách nhiệm",
        "Đơn vị đầu mối",
        "Phụ trách",
        "Cơ quan soạn thảo",
        "Giao cho",
        "Đơn vị được giao",
    ],
    "coordinator": ["Phối hợp", "Cơ quan phối hợp", "Đơn vị phối hợp", "Đơn vị cùng thực hiện"],
    "time": [
        *["Thời gian hoàn thành", "Thời hạn", "Hạn xử lý", "Deadline", "Thời gian thực hiện"],
        *["TG hoàn thành", "Hạn cuối", "Khi nào"],
    ],
    "start": ["Ngày bắt đầu", "Thời gian nhận", "Bắt đầu"],
    "due": ["Ngày kết thúc", "Thời gian hoàn thành", "Hạn hoàn thành", "Hạn"],
    "other": ["Ghi chú"],
}
NOTES = [
    "Ghi chú: số liệu tạm tính",
    "* Ghi chú: theo kế hoạch của tỉnh",
    "Người lập biểu: Lê Văn A",
]
MARKS = ["x", "X", "●", "✓"]
COLOUR = "#"  # a mark that is a colour of an empty cell
ROMAN = ["I", "II", "III", "IV"]


def written(day: date) -> str:
    """Write a day as offices do."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _html_cell(text: str) -> str:
    if text == COLOUR:
        return '<td style="border: 1px; background-color: #92D050"></td>'
    return f"<td>{html.escape(text)}</td>"


class Layout:
    """How one seed draws the table."""

    def __init__(self, seed: int) -> None:
        pick = random.Random(seed)
        self.pick = pick
        self.areas = pick.choice(["none", "rows", "repeated", "column", "column"])
        self.time = pick.choice(["text", "two", "quarters"])
        self.header = pick.choice(["one", "spanned", "repeated", "blank"])
        self.captions = pick.choice([0, 0, 1, 2])
        self.pages = pick.random() < 0.4
        self.note = random.Random(f"note {seed}").choice(["", "", *NOTES])
        self.number_style = pick.choice(["{}", "{}.", "0{}"])
        self.mark = pick.choice(MARKS)
        roles = ["title", "product", "lead", "coordinator"]
        if self.areas == "column":
            roles.insert(0, "area")
        pick.shuffle(roles)
        numbers = pick.choice([["number"], ["number", "code"], ["code"]])
        self.roles = [*numbers, *roles, *self._times(), *pick.choice([[], ["other"]])]
        self.names = {role: pick.choice(NAMES[role]) for role in NAMES}
        if self.areas == "column" and self.names["title"] == "Nhiệm vụ":
            self.names["title"] = "Nhiệm vụ cụ thể"

    def _times(self) -> list[str]:
        if self.time == "quarters":
            return ["quarter 1", "quarter 2", "quarter 3", "quarter 4"]
        return ["start", "due"] if self.time == "two" else ["time"]

    def group_of(self, role: str) -> str:
        """Name the group that a column stands below, where the header has two rows."""
        if self.header == "one":
            return ""
        if role.startswith("quarter") or (self.time == "two" and role in ("start", "due")):
            return "Thời gian thực hiện"
        return ""

    def name_of(self, role: str) -> str:
        """Name a column."""
        if role.startswith("quarter"):
            return f"Quý {ROMAN[int(role[-1]) - 1]}"
        return self.names[role]

    def header_rows(self) -> list[list[str]]:
        """Give the header; a cell that goes on to the right is None, one that goes down ''."""
        own = [self.name_of(role) for role in self.roles]
        groups = [self.group_of(role) for role in self.roles]
        if not any(groups):
            return [own]
        upper = [group or name for group, name in zip(groups, own, strict=True)]
        lower = [name if group else "" for group, name in zip(groups, own, strict=True)]
        if self.header == "blank":
            upper = [
                "" if i and group and group == groups[i - 1] else text
                for i, (text, group) in enumerate(zip(upper, groups, strict=True))
            ]
        return [upper, lower]

    def cell(self, role: str, number: int, work: Work, new_area: bool) -> str:
        """Write one cell."""
        if role.startswith("quarter"):
            return self.mark if int(role[-1]) in work.quarters else ""
        return {
            "number": self.number_style.format(number),
            "code": f"NV-{number:02}",
            "area": work.area if new_area or self.pick.random() < 0.5 else "",
            "title": work.title,
            "product": work.product,
            "lead": work.lead,
            "coordinator": ", ".join(work.coordinators),
            "time": f"trước ngày {written(work.due)}",
            "start": written(work.start),
            "due": written(work.due),
            "other": "",
        }[role]

    def rows(self) -> list[list[str]]:
        """Give all rows of the table, captions and headers too."""
        width = len(self.roles)
        header = self.header_rows()
        rows = [["Biểu tổng hợp nhiệm vụ" if i == 0 else "" for i in range(width)]][: self.captions]
        if self.captions == 2:
            rows.append(["Đơn vị: xã An Lộc"] + [""] * (width - 2) + ["Biểu 01"])
        rows += header
        area = ""
        works = WORKS if self.areas == "column" else sorted(WORKS, key=lambda work: work.area)
        count = 0
        for number, work in enumerate(works, start=1):
            if work.area != area and self.areas in ("rows", "repeated"):
                count += 1
                rows.append(self._area_row(ROMAN[count - 1], work.area, width))
            rows.append([self.cell(r, number, work, work.area != area) for r in self.roles])
            area = work.area
            if self.pages and number == 3:
                rows += header
        return rows + [[self.note] + [""] * (width - 1)] * bool(self.note)

    def _area_row(self, number: str, title: str, width: int) -> list[str]:
        if self.areas == "repeated":
            return [number, *[title] * (width - 1)]
        at = self.roles.index("title")
        return [number if i == 0 else title if i == at else "" for i in range(width)]

    def works(self) -> list[Work]:
        """Give the tasks in the order of the rows."""
        return WORKS if self.areas == "column" else sorted(WORKS, key=lambda work: work.area)

    def as_text(self) -> str:
        """Write a text with tabs."""
        return HEAD + "\n" + "\n".join("\t".join(row) for row in self.rows()) + "\n"

    def as_markdown(self) -> str:
        """Write Markdown, whose first row is the header."""
        lines = ["| " + " | ".join(row) + " |" for row in self.rows()]
        lines.insert(1, "|" + "---|" * len(self.roles))
        return HEAD + "\n" + "\n".join(lines) + "\n"

    def as_html(self) -> str:
        """Write HTML with merged headers where the layout merges them."""
        header = self.header_rows()
        out = []
        for row in self.rows():
            if row not in header or self.header not in ("spanned",) or len(header) == 1:
                out.append("".join(_html_cell(text) for text in row))
            elif row == header[0]:
                out.append(self._merged(row))
            else:
                out.append("".join(f"<td>{html.escape(text)}</td>" for text in row if text))
        body = "".join(f"<tr>{row}</tr>" for row in out)
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in HEAD.splitlines() if line)
        return f"<html><body>{lines}<table>{body}</table></body></html>"

    def groups(self) -> list[tuple[int, int]]:
        """Give the first and last column of each merged cell of the upper header row."""
        at, found = 0, []
        while at < len(self.roles):
            last = at
            while (
                last + 1 < len(self.roles)
                and self.group_of(self.roles[at])
                and (self.group_of(self.roles[last + 1]))
            ):
                last += 1
            found.append((at, last))
            at = last + 1
        return found

    def as_xlsx(self) -> bytes:
        """Write a workbook whose days are days and whose numbers are numbers."""
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            page = book.add_worksheet("Phụ lục I")
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            lines = [[line] for line in HEAD.splitlines() if line]
            header = self.header_rows()
            for at, row in enumerate([*lines, [], *self.rows()]):
                for column, text in enumerate(row):
                    if text[2:3] == "/" and text[-4:].isdigit():
                        value = datetime.combine(date(*map(int, text.split("/")[::-1])), time())
                        page.write_datetime(at, column, value, day)
                    elif text == COLOUR:
                        page.write_blank(at, column, None, book.add_format({"bg_color": "#92D050"}))
                    elif text.isdigit() and text[0] != "0":
                        page.write_number(at, column, int(text))
                    elif text:
                        page.write_string(at, column, text)
                if self.header == "spanned" and len(header) > 1 and row == header[0]:
                    for first, last in self.groups():
                        if first < last:
                            page.merge_range(at, first, at, last, row[first])
        return out.getvalue()

    def as_csv(self, delimiter: str) -> str:
        """Write cells between delimiters, the head in the first column, as Excel does."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        lines = [[line] + [""] * (len(self.roles) - 1) for line in HEAD.splitlines() if line]
        writer.writerows([*lines, [""] * len(self.roles), *self.rows()])
        return out.getvalue()

    def as_ods(self) -> bytes:
        """Write a spreadsheet whose days are days, and whose last rows and columns are empty."""
        lines = [odf.row([odf.cell(line)]) for line in HEAD.splitlines() if line]
        empty = '<table:table-cell table:number-columns-repeated="16384"/>'
        rows = [*lines, odf.row([empty]), *self._open_rows(odf.day_cell)]
        rest = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
        return odf.ods(odf.table([*rows, rest], "Phụ lục I"))

    def as_odt(self) -> bytes:
        """Write a document of paragraphs and one table."""
        lines = [odf.paragraph(line) for line in HEAD.splitlines() if line]
        return odf.odt("".join(lines) + odf.table(self._open_rows(odf.cell)))

    def _open_rows(self, day: Callable[[str], str]) -> list[str]:
        header = self.header_rows()
        rows = []
        for row in self.rows():
            if self.header == "spanned" and len(header) > 1 and row == header[0]:
                cells = [odf.cell(row[a], b - a + 1) for a, b in self.groups()]
            else:
                days = [text[2:3] == "/" and text[-4:].isdigit() for text in row]
                cells = [
                    day(text) if is_day else odf.cell(text)
                    for text, is_day in zip(row, days, strict=True)
                ]
            rows.append(odf.row(cells))
        return rows

    def as_docx(self) -> bytes:
        """Write a document of paragraphs and one table."""
        out = io.BytesIO()
        document = docx.Document()
        for line in HEAD.splitlines():
            if line:
                document.add_paragraph(line)
        rows, header = self.rows(), self.header_rows()
        table = document.add_table(len(rows), len(self.roles))
        for at, row in enumerate(rows):
            cells = table.rows[at].cells
            for cell, text in zip(cells, row, strict=True):
                if text == COLOUR:
                    shade = OxmlElement("w:shd")
                    shade.set(qn("w:fill"), "92D050")
                    cell._tc.get_or_add_tcPr().append(shade)
                else:
                    cell.text = text
            if self.header == "spanned" and len(header) > 1 and row == header[0]:
                for first, last in self.groups():
                    for cell in cells[first + 1 : last + 1]:
                        cell.text = ""
                    cells[first].merge(cells[last]).text = row[first]
        document.save(out)
        return out.getvalue()

    def _merged(self, row: list[str]) -> str:
        cells = ""
        at = 0
        while at < len(row):
            grouped = self.group_of(self.roles[at])
            size = 1
            while grouped and at + size < len(row) and self.group_of(self.roles[at + size]):
                size += 1
            merge = f' colspan="{size}"' if grouped else ' rowspan="2"'
            cells += f"<td{merge}>{html.escape(row[at])}</td>"
            at += size
        return cells
