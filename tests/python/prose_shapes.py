"""Plans without a table: one list of work in many wordings and layouts, with what it says."""

import html
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import docx

BODIES = [
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Văn hóa, Thể thao và Truyền thanh",
    "Trạm Y tế",
    "Hội Nông dân",
    "Thuế cơ sở 6",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
    "Ủy ban MTTQ Việt Nam xã",
]
WORKS = [
    "Ban hành kế hoạch tuyên truyền cải cách hành chính",
    "Rà soát, cập nhật danh mục thủ tục hành chính thuộc thẩm quyền",
    "Tổ chức 02 lớp tập huấn kỹ năng số cho cán bộ, công chức",
    "Khảo sát mức độ hài lòng của người dân đối với 100% lĩnh vực",
    "Niêm yết công khai quy trình giải quyết hồ sơ đất đai",
    "Xây dựng quy chế phối hợp giữa bộ phận một cửa và các phòng chuyên môn",
    "Kiểm tra kỷ luật, kỷ cương tại ít nhất 03 đơn vị",
    "Số hóa hồ sơ hộ tịch giai đoạn 2016 - 2025",
    "Kiện toàn tổ công nghệ số cộng đồng ở các thôn",
    "Tổng hợp, đánh giá kết quả giải ngân vốn đầu tư công",
    "Lắp đặt camera an ninh trên các tuyến đường liên thôn",
    "Phát động phong trào thi đua bảo vệ môi trường nông thôn",
    "Hướng dẫn người dân nộp hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia",
    "Đối thoại với doanh nghiệp, hộ kinh doanh trên địa bàn",
    "Sửa chữa hệ thống loa truyền thanh thông minh",
    "Thống kê số hộ nghèo, hộ cận nghèo theo chuẩn mới",
]
TIMES = [
    ("Quý I/2026", date(2026, 3, 31)),
    ("Quý II năm 2026", date(2026, 6, 30)),
    ("trước ngày 15/5/2026", date(2026, 5, 15)),
    ("Tháng 9/2026", date(2026, 9, 30)),
    ("hoàn thành trước ngày 30/10/2026", date(2026, 10, 30)),
    ("chậm nhất ngày 20 tháng 11 năm 2026", date(2026, 11, 20)),
    ("6 tháng đầu năm 2026", date(2026, 6, 30)),
    ("trong tháng 7/2026", date(2026, 7, 31)),
    ("Năm 2026", date(2026, 12, 31)),
    ("Thường xuyên", None),
]
LEAD = [
    "Đơn vị chủ trì",
    "Cơ quan chủ trì",
    "Chủ trì",
    "Cơ quan, đơn vị chủ trì thực hiện",
    "Bộ phận tham mưu",
    "Đơn vị thực hiện",
    "ĐƠN VỊ CHỦ TRÌ",
]
HELP = [
    "Đơn vị phối hợp",
    "Cơ quan phối hợp",
    "Phối hợp",
    "Phối hợp thực hiện",
    "Đơn vị phối hợp (nếu có)",
]
TIME = [
    "Thời gian thực hiện",
    "Thời gian",
    "Thời hạn hoàn thành",
    "Tiến độ thực hiện",
    "Lộ trình thực hiện",
    "Thời gian hoàn thành",
]
PRODUCT = ["Sản phẩm", "Kết quả", "Sản phẩm, kết quả", "Kết quả đầu ra"]
OTHER = ["Kinh phí", "Nguồn kinh phí", "Địa điểm"]
NOISE = [
    "Thực hiện Kế hoạch số 45/KH-UBND ngày 10/01/2026 của UBND tỉnh, xã xác định rõ yêu cầu chung.",
    "Năm 2025, xã đạt 84,6 điểm, tăng 02 bậc so với năm 2024 (số liệu tính đến ngày 31/12/2025).",
    "Việc triển khai phải bám sát hướng dẫn của Sở Nội vụ và điều kiện thực tế của địa phương.",
]


@dataclass
class Work:
    """One piece of work, as it has to be read."""

    title: str
    lead: str
    helps: list[str]
    time: str
    due: date | None
    product: str = ""
    points: list[str] = field(default_factory=list)


@dataclass
class Prose:
    """A plan drawn by its seed: lines and small tables, and the works that they hold."""

    seed: int
    blocks: list[str | list[list[str]]] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Draw the head, some sections in styles of their own, and the end."""
        self.random = random.Random(self.seed)
        self._head()
        titles = ["CẢI CÁCH THỦ TỤC", "XÂY DỰNG CHÍNH QUYỀN SỐ", "NHIỆM VỤ TRỌNG TÂM"]
        styles = [self._lines, self._one_line, self._bracket, self._sentence, self._content]
        styles += [self._table, self._shared, self._lists]
        for i in range(self.random.randrange(1, 4)):
            self._say(f"{['II', 'III', 'IV'][i]}. {titles[i]}")
            if self.random.random() < 0.3:
                self._say(self.random.choice(NOISE))
            self.random.choice(styles)()
        self._say("V. KINH PHÍ", "Kinh phí thực hiện từ ngân sách xã năm 2026.")
        self._say("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
        self._say("Trần Thị Bình")

    def _say(self, *lines: str) -> None:
        self.blocks += lines

    def _head(self) -> None:
        self._say("ỦY BAN NHÂN DÂN", "XÃ AN LỘC", "Số: 21/KH-UBND")
        self._say("An Lộc, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026")
        self._say("Căn cứ Kế hoạch số 10/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh;")
        self._say("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao chất lượng phục vụ.")
        self._say("2. Yêu cầu", "- Bảo đảm rõ người, rõ việc, rõ thời gian.")

    def _works(self) -> list[Work]:
        count = self.random.randrange(2, 5)
        drawn = []
        for title in self.random.sample(WORKS, count):
            lead, *helps = self.random.sample(BODIES, self.random.randrange(1, 4))
            time, due = self.random.choice(TIMES)
            drawn.append(Work(title, lead, helps, time, due))
        return drawn

    def _marks(self, count: int) -> list[str]:
        form = self.random.choice(["{n}. ", "{a}) ", "- ", "{n}) ", "* "])
        return [form.format(n=i + 1, a="abcdef"[i]) for i in range(count)]

    def _title(self, work: Work) -> str:
        return work.title + self.random.choice([".", "", ";", ":"])

    def _labels(self, work: Work) -> list[tuple[str, str]]:
        labels = [(self.random.choice(LEAD), work.lead)]
        if work.helps:
            labels.append((self.random.choice(HELP), ", ".join(work.helps)))
        labels.append((self.random.choice(TIME), work.time))
        if self.random.random() < 0.4:
            work.product = f"Báo cáo của {work.lead}"
            labels.append((self.random.choice(PRODUCT), work.product))
        if self.random.random() < 0.2:
            labels.append((self.random.choice(OTHER), "theo dự toán được giao"))
        if self.random.random() < 0.4:
            self.random.shuffle(labels)
        return labels

    def _under(self, mark: str) -> str:
        """Draw a mark of the labels below items with this one."""
        return self.random.choice([one for one in ["- ", "+ ", "", "• "] if one != mark])

    def _lines(self) -> None:
        works = self._works()
        marks = self._marks(len(works))
        under = self._under(marks[0])
        for mark, work in zip(marks, works, strict=True):
            self._say(mark + self._title(work))
            if under != "- " and mark != "- " and under and self.random.random() < 0.3:
                work.points = ["Bảo đảm tiết kiệm, hiệu quả."]
                self._say("- Bảo đảm tiết kiệm, hiệu quả.")
            labels = self._labels(work)
            for i, (label, value) in enumerate(labels):
                end = "." if i + 1 == len(labels) else self.random.choice([";", "", "."])
                self._say(f"{under}{label}: {value}{end}")
        self.works += works

    def _joined(self, work: Work) -> str:
        said = [f"{label}: {value}" for label, value in self._labels(work)]
        low = self.random.random() < 0.5
        return "; ".join(
            one[0].lower() + one[1:] if low and i else one for i, one in enumerate(said)
        )

    def _one_line(self) -> None:
        works = self._works()
        marks = self._marks(len(works))
        under = self._under(marks[0])
        for mark, work in zip(marks, works, strict=True):
            self._say(mark + self._title(work), f"{under}{self._joined(work)}.")
        self.works += works

    def _sentence(self) -> None:
        works = self._works()
        for mark, work in zip(self._marks(len(works)), works, strict=True):
            self._say(f"{mark}{work.title}. {self._joined(work)}.")
        self.works += works

    def _bracket(self) -> None:
        works = self._works()
        for mark, work in zip(self._marks(len(works)), works, strict=True):
            bodies = self.random.choice(["{} chủ trì", "do {} chủ trì", "{} thực hiện"])
            said = bodies.format(work.lead)
            if work.helps:
                said += self.random.choice([", phối hợp với ", "; phối hợp: ", ", phối hợp "])
                said += ", ".join(work.helps)
            self._say(f"{mark}{work.title} ({said}; {work.time})" + self.random.choice([";", "."]))
        self.works += works

    def _content(self) -> None:
        works = self._works()
        for i, work in enumerate(works):
            if self.random.random() < 0.5:
                self._say(f"{i + 1}. Nhiệm vụ {i + 1}")
                said = [("Nội dung", work.title), *self._labels(work)]
            else:
                said = [*self._labels(work), ("Nội dung", work.title)]
                self._say(f"{i + 1}. Nhiệm vụ {i + 1}:")
            self._say(*(f"- {label}: {value};" for label, value in said))
        self.works += works

    def _table(self) -> None:
        works = self._works()
        for i, work in enumerate(works):
            self._say(f"{i + 1}. {self._title(work)}")
            self.blocks.append([[label, value] for label, value in self._labels(work)])
        self.works += works

    def _shared(self) -> None:
        first, *rest = self._works()
        works = [first, *(replace(first, title=one.title) for one in rest)]
        for i, work in enumerate(works):
            self._say(f"{'abcdef'[i]}) {work.title};")
        self._say(*(f"- {label}: {value}" for label, value in self._labels(first)))
        for work in works:
            work.product = first.product
        self.works += works

    def _lists(self) -> None:
        works = self._works()
        for i, work in enumerate(works):
            work.helps = work.helps or [one for one in BODIES if one != work.lead][:1]
            self._say(f"{i + 1}. {self._title(work)}", f"- Đơn vị chủ trì: {work.lead}")
            self._say("- Đơn vị phối hợp:", *(f"+ {one};" for one in work.helps))
            self._say(f"- Thời gian: {work.time}.")
        self.works += works

    def as_text(self) -> str:
        """Lines, and tables with tabs."""
        out = []
        for block in self.blocks:
            rows = [block] if isinstance(block, str) else ["\t".join(row) for row in block]
            out.append("\n".join(rows))
        return self.random.choice(["\n", "\n\n"]).join(out)

    def as_markdown(self) -> str:
        """Paragraphs, some bold, and pipe tables."""
        out = []
        for block in self.blocks:
            if isinstance(block, str):
                head, colon, tail = block.partition(": ")
                bold = colon and block[:2] in ("- ", "+ ") and self.random.random() < 0.5
                out.append(f"{head[:2]}**{head[2:]}:** {tail}" if bold else block)
            else:
                out.append("\n".join(f"| {' | '.join(row)} |" for row in block))
        return "\n\n".join(out)

    def as_html(self) -> str:
        """Paragraphs and tables."""
        out = []
        for block in self.blocks:
            if isinstance(block, str):
                out.append(f"<p>{html.escape(block)}</p>")
                continue
            rows = ["".join(f"<td>{html.escape(one)}</td>" for one in row) for row in block]
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        return "<html><body>" + "".join(out) + "</body></html>"

    def as_docx(self) -> bytes:
        """Paragraphs and tables, labels bold."""
        document = docx.Document()
        for block in self.blocks:
            if isinstance(block, str):
                head, colon, tail = block.partition(":")
                paragraph = document.add_paragraph()
                paragraph.add_run(head + colon).bold = bool(colon)
                paragraph.add_run(tail)
                continue
            table = document.add_table(len(block), len(block[0]))
            for i, row in enumerate(block):
                for j, text in enumerate(row):
                    table.cell(i, j).text = text
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


FORMS: dict[str, Callable[[Prose], Any]] = {
    "text": Prose.as_text,
    "markdown": Prose.as_markdown,
    "html": Prose.as_html,
    "docx": Prose.as_docx,
}
