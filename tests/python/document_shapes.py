"""One document in many shapes: what surrounds its tables doesn't depend on how it is laid out."""

import html
import random
from dataclasses import dataclass, field
from typing import Literal

Block = tuple[Literal["line", "pair", "table"], list[list[str]]]

POSTS = [
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN LỘC",
    "CHỦ TỊCH UBND XÃ AN LỘC",
    "GIÁM ĐỐC SỞ NỘI VỤ",
    "BỘ TRƯỞNG BỘ NỘI VỤ",
    "TRƯỞNG BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH",
    "HIỆU TRƯỞNG TRƯỜNG THPT AN LỘC",
]
SIGNATURES = [
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ["CHỦ TỊCH"],
    ["TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ CẢI CÁCH HÀNH CHÍNH"],
    ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"],
]
SIGNED = ["", "(Đã ký)", "(Ký, đóng dấu)"]
RECIPIENTS = ["UBND tỉnh", "Các cơ quan, đơn vị thuộc xã", "Lưu: VT"]
TASKS = [
    ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
    ["1", "Rà soát thủ tục", "Phòng Kinh tế", "Quý I"],
    ["2", "Tập huấn kỹ năng số", "Công an xã", "Quý II"],
]
NOTES = [
    "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2026)",
    "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2026 của UBND xã An Lộc)",
]
SECTIONS = [
    "I. MỤC TIÊU",
    "Nâng cao chất lượng phục vụ người dân.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Kinh tế",
    "- Chủ trì theo dõi việc thực hiện.",
    "2. Công an xã",
    "- Định kỳ hàng quý báo cáo Phòng Kinh tế kết quả thực hiện.",
]


@dataclass
class Shape:
    """A document, drawn by its seed, and what it has to be read as."""

    seed: int
    blocks: list[Block] = field(default_factory=list)
    kind: str = ""
    number: str = ""
    title: str = ""
    signer: str = "Nguyễn Văn An"
    sections: list[str] = field(default_factory=list)
    tasks: int = 0
    attached: str = ""

    def __post_init__(self) -> None:
        """Draw a head, a body, a closing and what comes after it."""
        self.random = random.Random(self.seed)
        self.decides = self.random.random() < 0.5
        self._head()
        self._body()
        self._closing()
        if self.decides or self.random.random() < 0.3:
            self._attach()
        for label in ["Phụ lục I", "PHỤ LỤC II: NHIỆM VỤ"][: self.random.randrange(3)]:
            self._lines(label, "DANH MỤC NHIỆM VỤ")
            self._table()

    def _lines(self, *lines: str) -> None:
        self.blocks += [("line", [[line]]) for line in lines if line]

    def _table(self) -> None:
        self.blocks.append(("table", TASKS))
        self.tasks += 2

    def _head(self) -> None:
        self.kind = "QĐ" if self.decides else "KH"
        written, self.number = self.random.choice(
            [
                (f"Số: 12/{self.kind}-UBND", f"12/{self.kind}-UBND"),
                (f"Số:    /{self.kind}-UBND", f"/{self.kind}-UBND"),
                (f"Số: 12 /{self.kind} - UBND", f"12/{self.kind}-UBND"),
                (f"Số: 03 - {self.kind}/ĐU", f"03-{self.kind}/ĐU"),
                (f"Số 03 -{self.kind}/ĐU", f"03-{self.kind}/ĐU"),
            ]
        )
        day = self.random.choice(["05 tháng 02 năm 2026", "   tháng    năm 2026"])
        self.blocks.append(
            (
                "pair",
                [
                    ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                    ["XÃ AN LỘC", "Độc lập - Tự do - Hạnh phúc"],
                    ["-------", "---------------"],
                    [written, f"An Lộc, ngày {day}"],
                ],
            )
        )
        self.title = "Về việc ban hành Kế hoạch cải cách" if self.decides else "Cải cách năm 2026"
        self._lines("QUYẾT ĐỊNH" if self.decides else "KẾ HOẠCH", self.title)
        if self.decides:
            self._lines(self.random.choice(["", "-----"]), self.random.choice(POSTS))
        self._lines(
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội,",
        )

    def _body(self) -> None:
        if self.decides:
            self._lines(
                "QUYẾT ĐỊNH:",
                "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách năm 2026.",
                "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
            )
            self.sections = ["1", "2"]
            return
        self._lines(*SECTIONS)
        self.sections = ["I", "II", "II.1", "II.2"]
        if self.random.random() < 0.3:
            self._lines("III. NHIỆM VỤ CỤ THỂ")
            self.sections.append("III")
            self._table()

    def _closing(self) -> None:
        signature = [*self.random.choice(SIGNATURES), self.random.choice(SIGNED), self.signer]
        recipients = ["Nơi nhận:", *(f"- {one};" for one in RECIPIENTS[:2]), f"- {RECIPIENTS[2]}."]
        form = self.random.choice(["pair", "recipients", "signature"])
        if form == "pair":
            rows = max(len(signature), len(recipients))
            sides = [side + [""] * (rows - len(side)) for side in (recipients, signature)]
            self.blocks.append(("pair", [list(row) for row in zip(*sides, strict=True)]))
        elif form == "recipients":
            self._lines(*recipients, *signature)
        else:
            self._lines(*signature, *recipients)

    def _attach(self) -> None:
        kind = self.random.choice(["KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "BÁO CÁO"])
        self.attached = f"{kind} Cải cách chi tiết"
        note = self.random.choice([*NOTES, ""])
        if not note or self.random.random() < 0.5:
            self.blocks.append(
                (
                    "pair",
                    [
                        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                        ["XÃ AN LỘC", "Độc lập - Tự do - Hạnh phúc"],
                    ],
                )
            )
        self._lines(kind, "Cải cách chi tiết", note)
        self._lines(*SECTIONS)
        if self.random.random() < 0.5:
            self._lines("III. DANH MỤC")
            self._table()
        if self.random.random() < 0.5:
            self._lines("TM. BAN SOẠN THẢO", "TRƯỞNG BAN", "Lê Thị Bình")
        if self.random.random() < 0.5:
            self._lines("Phụ lục I", "DANH MỤC CỦA KẾ HOẠCH")
            self._table()

    def as_text(self) -> str:
        """Draw with tabs, spaces or one half after the other, with or without blank lines."""
        form = self.random.choice(["tabs", "spaces", "apart"])
        between = self.random.choice(["\n", "\n\n"])
        out = []
        for what, rows in self.blocks:
            if what == "table":
                out.append("\n" + "\n".join("\t".join(row) for row in rows) + "\n")
            elif what == "line":
                out.append(rows[0][0])
            elif form == "tabs":
                out.append("\n" + "\n".join("\t".join(row) for row in rows) + "\n")
            elif form == "spaces":
                out.append("\n".join((" " * 12).join(row).rstrip() for row in rows))
            else:
                columns = zip(*rows, strict=True)
                out.append("\n".join(cell for column in columns for cell in column if cell))
        return between.join(out) + "\n"

    def as_html(self) -> str:
        """Draw pairs as tables of a row a line or of one row, and lines as centred paragraphs."""
        one_row = self.random.random() < 0.5
        out = []
        for what, rows in self.blocks:
            if what == "line":
                out.append(f'<p style="text-align:center">{html.escape(rows[0][0])}</p>')
                continue
            drawn = [[html.escape(cell) for cell in row] for row in rows]
            if what == "pair" and one_row:
                drawn = [["<br>".join(filter(None, column)) for column in zip(*drawn, strict=True)]]
            cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in drawn]
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        return "<body>" + "\n".join(out) + "</body>"
