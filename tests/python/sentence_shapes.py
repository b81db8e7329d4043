"""Plans whose duties stand in sentences: one list of work in many wordings, with what it says."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from prose_shapes import BODIES, NOISE, Prose
from prose_shapes import WORKS as TITLES

EVERYONE = ["Các cơ quan, đơn vị", "Các cơ quan, đơn vị thuộc xã"]
CONCERNED = "các cơ quan, đơn vị liên quan"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
UNIONS = "các tổ chức chính trị - xã hội"
WORKS = [one[0].lower() + one[1:] for one in TITLES]
WORKS += [
    "xây dựng quy chế phối hợp trong quản lý đất công",
    "ban hành nội quy tiếp công dân",
    "bố trí phòng chờ có lối đi cho người khuyết tật",
    "lập dự toán mua sắm máy quét cho bộ phận văn thư",
    "thẩm định dự thảo văn bản quy phạm pháp luật",
    "đăng tải ít nhất 20 tin, bài về gương người tốt việc tốt",
    "hoàn thiện bản đồ số về vị trí trụ sở thôn",
    "tiếp nhận tài liệu địa chính của xã cũ",
    "cắt giảm 30% thời gian giải quyết hồ sơ cấp phép xây dựng",
    "nghiên cứu mô hình một cửa lưu động",
    "bảo đảm an toàn cho mạng nội bộ",
]
NOUNS = ["kết quả", "tình hình", "hồ sơ", "giai đoạn"]  # "hồ sơ ... trong quý II" may be their time
ABOUT = ["về chuyển đổi số", "về Ngày Sách Việt Nam", "với hộ kinh doanh", "về trẻ em, học sinh"]
KINDS = ["hội nghị", "buổi họp", "lớp tập huấn", "ngày hội", "cuộc thi", "buổi tọa đàm"]
EVENTS = [f"tổ chức {kind} {about}" for kind, about in product(KINDS, ABOUT)]
EVENT_DAYS = [("ngày 20/6/2026", date(2026, 6, 20)), ("vào ngày 08/5/2026", date(2026, 5, 8))]
EVENT_DAYS += [("ngày 12 tháng 10 năm 2026", date(2026, 10, 12)), ("ngày 26/3", date(2026, 3, 26))]
SPACE, COMMA, NEW = " ", ", ", "; "
TIMES = [  # words, their day, what may stand before them
    ("hoàn thành trước ngày 30/6/2026", date(2026, 6, 30), [COMMA, NEW]),
    ("hoàn thành trong tháng 6/2026", date(2026, 6, 30), [COMMA, NEW]),
    ("hoàn thành trước ngày 25 tháng 10 năm 2026", date(2026, 10, 25), [COMMA, NEW]),
    ("xong trong quý III/2026", date(2026, 9, 30), [COMMA, SPACE]),
    ("xong trước ngày 10/7/2026", date(2026, 7, 10), [COMMA, SPACE]),
    ("trước ngày 15/9", date(2026, 9, 15), [COMMA, SPACE]),
    ("chậm nhất ngày 20/8/2026", date(2026, 8, 20), [COMMA, SPACE]),
    ("chậm nhất là ngày 05 tháng 9 năm 2026", date(2026, 9, 5), [COMMA, NEW]),
    ("trong quý II", date(2026, 6, 30), [COMMA, SPACE]),
    ("trong quý II/2026", date(2026, 6, 30), [COMMA, SPACE]),
    ("trong tháng 4 năm 2026", date(2026, 4, 30), [COMMA, SPACE]),
    ("thực hiện thường xuyên", None, [COMMA, NEW]),
]
OPENINGS = [("Trong tháng 5/2026", date(2026, 5, 31)), ("Trước ngày 15/9", date(2026, 9, 15))]
OPENINGS += [("Trong quý III năm 2026", date(2026, 9, 30))]
OPENINGS += [("Chậm nhất ngày 30/4/2026", date(2026, 4, 30))]
REPORTS = ["báo cáo Chủ tịch UBND xã", "trình UBND xã phê duyệt", "gửi danh sách về Sở Nội vụ"]
REPORTS += ["báo cáo kết quả về UBND xã"]
REPORT_DAYS = [
    ("trước ngày 15/12/2026", date(2026, 12, 15)),
    ("trước ngày 20/12", date(2026, 12, 20)),
]
REPORT_DAYS += [("chậm nhất ngày 10/12/2026", date(2026, 12, 10))]
REPORT_DAYS += [("trước ngày 05 tháng 12 năm 2026", date(2026, 12, 5))]
TRAPS = [  # what gives neither a day nor a body
    "theo Kế hoạch số 45/KH-UBND ngày 10/3/2026 của UBND tỉnh",
    "theo hướng dẫn của Sở Nội vụ",
    "(số liệu tính đến ngày 31/12/2025)",
    "theo quy định có hiệu lực từ ngày 01/7/2026",
    "thuộc Kế hoạch cải cách hành chính năm 2026",
    "trên cơ sở kết quả quý I/2026",
    "đã được UBND tỉnh giao tại Quyết định số 88/QĐ-UBND ngày 20/02/2026",
]
RHYTHM = "định kỳ hằng quý báo cáo UBND xã"
CLOSERS = [RHYTHM, "nếu có vướng mắc, kịp thời báo cáo UBND xã", "thường xuyên nhắc việc"]
ENACTING = "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm thi hành Kế hoạch này."
PURPOSES = [
    "- Xác định rõ trách nhiệm của Phòng Kinh tế, Công an xã trong phục vụ người dân năm 2026.",
    "- Khắc phục tồn tại đã nêu trong báo cáo quý IV/2025 trước khi triển khai nhiệm vụ mới.",
    "- Quy định mới có hiệu lực từ ngày 01/7/2026 phải được phổ biến rộng rãi.",
]
TOPICS = ["Cải cách thủ tục", "Xây dựng chính quyền số", "Kỷ luật, kỷ cương", "Công tác dân vận"]
PEOPLE = ["Nguyễn Văn An", "Trần Văn Bình", "Lê Thị Hoa", "Phạm Thị Thu Hà", "Đỗ Văn Sơn"]
POSTS = {
    "Phòng Kinh tế": "Trưởng phòng Kinh tế",
    "Phòng Văn hóa - Xã hội": "Trưởng phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND": "Chánh Văn phòng HĐND và UBND",
    "Công an xã": "Trưởng Công an xã",
    "Ban Chỉ huy Quân sự xã": "Chỉ huy trưởng Ban Chỉ huy Quân sự xã",
    "Trung tâm Phục vụ hành chính công": "Giám đốc Trung tâm Phục vụ hành chính công",
}
LINKS = ["", " chủ trì", " làm đầu mối"]
VERBS = [" chịu trách nhiệm", " tham mưu", " tham mưu UBND xã", " thực hiện việc", " theo dõi việc"]
FRAMES = {  # a style's words before its body, between body and work, and how often it has partners
    "order": (["Giao ", "Giao ", "Giao nhiệm vụ cho ", ""], LINKS, 0.6),
    "pair": (["Giao "], LINKS, 0.6),
    "body": ([""], [*VERBS, " có trách nhiệm", " chủ động"], 0.0),
    "ask": (["Yêu cầu ", "Đề nghị "], ["", " chủ động"], 0.4),
    "all": (["", "Yêu cầu ", "Đề nghị "], ["", " có trách nhiệm", " chủ động"], 0.0),
    "colon": ([""], [":", ": chủ trì"], 0.4),
    "early": (["", "giao "], LINKS, 0.5),
    "event": (["Giao ", "Đề nghị ", ""], ["", " chủ trì"], 0.3),
}


@dataclass(frozen=True)
class Said:
    """One duty, as it has to be read; `key` stands in its text and in no other's."""

    style: str
    key: str
    leads: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    due: date | None = None
    heading: str = ""


Spoken = tuple[str, list[Said]]


def together(names: tuple[str, ...]) -> str:
    """Names in a row; 'và' joins the last where no name has one itself."""
    if len(names) < 2 or any(" và " in name for name in names):
        return ", ".join(names)
    return ", ".join(names[:-1]) + " và " + names[-1]


def opened(text: str) -> str:
    """Begin as a sentence does."""
    return text[0].upper() + text[1:]


@dataclass
class Sentences(Prose):
    """A plan drawn by its seed; the names that a line may give stand under it in `named`."""

    duties: list[Said] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Draw the head, one or two sections with duties, and the end."""
        self.random = random.Random(self.seed)
        self.titles = self.random.sample(WORKS, len(WORKS))
        self.events = self.random.sample(EVENTS, len(EVENTS))
        self.reports = self.random.sample(list(product(REPORTS, REPORT_DAYS)), 16)
        self._head()
        self._say(*self.random.sample(PURPOSES, self.random.randrange(1, 4)))
        parts = ["NHIỆM VỤ, GIẢI PHÁP", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN"]
        drawn = self.random.choice([parts[:1], parts[2:], parts[::2], parts])
        for number, title in zip(["II", "III", "IV"], drawn, strict=False):
            self._say(f"{number}. {title}")
            if title == "KINH PHÍ":
                self._say("Kinh phí thực hiện từ ngân sách xã năm 2026 đã giao quý I/2026.")
            else:
                self._section()
        self._end()

    def _end(self) -> None:
        if self._is(0.5):
            self._say(f"Trên đây là Kế hoạch cải cách hành chính năm 2026; {CLOSERS[1]} xem xét./.")
        self._say("Nơi nhận:", "- UBND tỉnh;", "- Phòng Kinh tế;", "- Lưu: VT.")
        self._say("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Bình")

    def _is(self, share: float) -> bool:
        return self.random.random() < share

    def _section(self) -> None:
        if self._is(0.3):
            self._say(self.random.choice(NOISE))
        if self._is(0.2):
            mark = self.random.choice(["- ", "+ ", "• ", ""])
            self._lines(mark, self.random.randrange(2, 6), self._sentence)
            return
        count = self.random.randrange(2, 5)
        for number in range(1, count + 1):
            share = self.random.random()
            if share < 0.4:
                self._lines(f"{number}. ", 1, self._sentence)
            elif share < 0.8:
                self._under_body(f"{number}. ")
            else:
                self._say(f"{number}. {self.random.choice(TOPICS)}")
                self._lines("- ", self.random.randrange(1, 4), self._sentence)
        if self._is(0.3):
            self._say(f"{count + 1}. {ENACTING}")
            self.named[f"{count + 1}. {ENACTING}"] = {EVERYONE[0]}

    def _lines(self, mark: str, count: int, draw: Callable[[], Spoken]) -> None:
        """Draw sentences, as long as there is work left."""
        for _ in range(count):
            if len(self.titles) < 2:
                return
            text, duties = draw()
            line = mark + opened(text) + ("." if mark[:1].isdigit() else self.random.choice(".;"))
            self._say(line)
            self.named[line] = {name for one in duties for name in one.leads + one.helps}
            self.duties += duties

    def _leads(self) -> tuple[str, ...]:
        return tuple(self.random.sample(BODIES, 2 if self._is(0.12) else 1))

    def _helps(self, leads: tuple[str, ...]) -> tuple[str, ...]:
        taken = {*leads, BODIES[-1]} if FRONT in leads else set(leads)
        others = [one for one in BODIES if one not in taken]
        helps = tuple(self.random.sample(others, self.random.randrange(1, 3)))
        return (*helps, CONCERNED) if self._is(0.2) else helps

    def _link(self, helps: tuple[str, ...], alone: list[str]) -> str:
        """Draw what stands between a body and its work, with or without partners."""
        links = [" chủ trì, phối hợp với", " phối hợp với", " chủ trì phối hợp với"]
        link = self.random.choice(links if helps else alone)
        return f"{link} {together(helps)}" if helps else link

    def _work(self, style: str, by: str = "") -> tuple[str, str, str, date | None]:
        """Draw a work: what stands before the sentence, the work with its time, its key and day."""
        kind = style.rpartition(".")[2]
        key = self.events.pop() if kind == "event" else self.titles.pop()
        if kind == "event":
            words, due = self.random.choice(EVENT_DAYS)
            return "", f"{key} {words}", key, due
        if kind == "early":
            words, due = self.random.choice(OPENINGS)
            return f"{words}, ", key, key, due
        if kind == "always":
            return "thường xuyên ", key, key, None
        text, due = self._timed(key, by, kind in ("pair", "report"))
        return "", text, key, due

    def _timed(self, work: str, by: str, inner: bool) -> tuple[str, date | None]:
        """Add to a work what may follow it, and give its day; `inner`: more clauses follow."""
        trap = f" {self.random.choice(TRAPS)}" if self._is(0.3) else ""
        text, due = work + trap + by, None
        if self._is(0.65):
            words, due, before = self.random.choice(TIMES[:-1] if by else TIMES)
            vague = not by and (trap or any(noun in work for noun in NOUNS))
            left_out = {NEW if inner else "", SPACE if vague else ""}
            text += self.random.choice([one for one in before if one not in left_out]) + words
        if not inner and self._is(0.15):
            text += f"; {self.random.choice(CLOSERS)}"
        return text, due

    def _person(self, post: str) -> tuple[tuple[str, str], str]:
        name = self.random.choice(PEOPLE)
        honor = self.random.choice(["đồng chí", "đồng chí", "bà" if "Thị" in name else "ông"])
        before, after = self.random.choice([(" - ", ""), (" - ", ""), (", ", ""), (", ", ",")])
        intro = self.random.choice(["Giao ", "Phân công ", ""])
        return (name, post), f"{intro}{honor} {name}{before}{post}{after}"

    def _sentence(self) -> Spoken:
        style = self.random.choice([*FRAMES, "order", "done_by", "headed", "chief", "report"])
        own = {"pair": self._pair, "done_by": self._done_by, "headed": self._headed}
        own |= {"chief": self._chief, "report": self._report}
        return own[style]() if style in own else self._framed(style)

    def _framed(self, style: str) -> Spoken:
        intros, links, share = FRAMES[style]
        leads = (self.random.choice(EVERYONE),) if style == "all" else self._leads()
        helps = self._helps(leads) if self._is(share) else ()
        before, text, key, due = self._work(style)
        intro = before + self.random.choice(intros)
        body = together(leads).lower() if intro and style == "all" else together(leads)
        colon = ":" if style == "colon" and helps else ""
        link = colon + self._link(helps, links)
        return f"{intro}{body}{link} {text}", [Said(style, key, leads, helps, due=due)]

    def _done_by(self) -> Spoken:
        leads = self._leads()
        helps = self._helps(leads) if self._is(0.4) else ()
        link = self._link(helps, ["", " chủ trì"])
        _, text, key, due = self._work("done_by", f" do {together(leads)}{link} thực hiện")
        return text, [Said("done_by", key, leads, helps, due=due)]

    def _headed(self) -> Spoken:
        """Draw who heads a body, with the body as lead."""
        lead = self.random.choice(list(POSTS))
        helps = self._helps((lead,)) if self._is(0.4) else ()
        person, said = self._person(POSTS[lead])
        _, text, key, due = self._work("headed")
        link = self._link(helps, [" chủ trì", " chịu trách nhiệm"])
        return f"{said}{link} {text}", [Said("headed", key, (lead,), helps, (person,), due)]

    def _chief(self) -> Spoken:
        person, said = self._person(self.random.choice(["", "Phó "]) + "Chủ tịch UBND xã")
        _, text, key, due = self._work("chief")
        verb = self.random.choice(["chỉ đạo", "phụ trách", "trực tiếp chỉ đạo"])
        return f"{said} {verb} {text}", [Said("chief", key, people=(person,), due=due)]

    def _pair(self) -> Spoken:
        text, first = self._framed("pair")
        more, second = self._framed("pair")
        more = more if self._is(0.7) else more.removeprefix("Giao ")
        if self._is(0.3):
            return f"{text}. {more}", first + second
        return f"{text}; {more.replace('Giao ', 'giao ', 1)}", first + second

    def _report(self) -> Spoken:
        leads = self._leads()
        text, duties = self._reported("report", leads)
        return f"{self.random.choice(['Giao ', ''])}{together(leads)} {text}", duties

    def _reported(self, style: str, leads: tuple[str, ...], heading: str = "") -> Spoken:
        """Draw a work and, as a clause or sentence of its own, the report on it."""
        _, text, key, due = self._work(style)
        report, (words, day) = self.reports.pop()
        clause = f"{report} {words}"
        text += f". {opened(clause)}" if self._is(0.3) else f"; {clause}"
        first = Said(style, key, leads, due=due, heading=heading)
        return text, [first, Said(f"{style}.second", clause, leads, due=day, heading=heading)]

    def _under_body(self, number: str) -> None:
        leads = tuple(self.random.sample(BODIES, self.random.choice([1, 1, 1, 2])))
        intro = self.random.choice(["", "", "Trách nhiệm của "])
        if self._is(0.2):
            leads, intro = self.random.choice([(FRONT,), (FRONT, UNIONS)]), "Đề nghị "
        heading = intro + together(leads)
        self._say(number + heading + self.random.choice(["", "", ":"]))
        mark = self.random.choice(["- ", "- ", "+ ", "• ", ""])
        self._lines(mark, self.random.randrange(1, 4), lambda: self._bullet(leads, heading))

    def _bullet(self, leads: tuple[str, ...], heading: str) -> Spoken:
        forms = ["plain", "plain", "help", "verb", "early", "event", "always", "report"]
        style = f"heading.{self.random.choice(forms)}"
        if style == "heading.report":
            return self._reported(style, leads, heading)
        before, text, key, due = self._work(style)
        helps = self._helps(leads) if style == "heading.help" else ()
        if helps:
            before = self._link(helps, []).strip() + " "
        elif style == "heading.verb":
            before = self.random.choice(["tham mưu UBND xã ", "chịu trách nhiệm ", "chủ trì "])
        return before + text, [Said(style, key, leads, helps, due=due, heading=heading)]
