"""Documents that give orders and are no plans: one list of work in the kinds offices write."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

import order_samples as words
from prose_shapes import BODIES
from sentence_shapes import (
    EVENTS,
    REPORT_DAYS,
    REPORTS,
    WORKS,
    Said,
    Sentences,
    Spoken,
    opened,
    together,
)


@dataclass
class Orders(Sentences):
    """A document drawn by its seed: its head, whom it speaks to, the duties that it gives."""

    kind: str = ""
    number: str = ""
    day: date = date(2026, 3, 2)
    title: str = ""
    issuer: str = ""
    addressees: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Draw who writes, what kind it is, and all of it."""
        self.random = random.Random(self.seed)
        self.titles = self.random.sample(WORKS, len(WORKS))
        self.events = self.random.sample(EVENTS, len(EVENTS))
        self.reports = self.random.sample(list(product(REPORTS, REPORT_DAYS)), 16)
        quiet = self._is(0.08)
        self.kind = self.random.choice(["TB", "CV"] if quiet else list(words.KINDS))
        line, levels, by_chief = words.KINDS[self.kind]
        level = self.random.choice(levels)
        place = self.random.choice(words.PLACES.get(level, words.PLACES["tỉnh"]))
        self.office = words.office(level, by_chief, self.kind != "CV", place)
        self.issuer = "Sở Nội vụ" if level == "sở" else f"{level} {place}"
        drawn = self.random.choice(words.QUIET)
        self.title = f"Về {drawn[0]}" if quiet else self._title_of()
        self._letterhead(line)
        if quiet:
            self._quiet(*drawn[1:])
        else:
            written = {"CV": self._letter, "CĐ": self._telegram, "QĐ": self._decision}
            written |= {"BB": self._minutes, "TB": self._notice, "CTHĐ": self._programme}
            written |= {"CT": self._directive, "NQ": self._resolution}
            written[self.kind]()
        self._end()

    def _title_of(self) -> str:
        chief, topic = self.office.chief, self.random.choice(words.TOPICS)
        return {
            "TB": f"Kết luận của {chief} tại cuộc họp về {topic}",
            "NQ": f"Phiên họp {self.office.name} tháng 02 năm 2026",
            "CTHĐ": "Thực hiện Nghị quyết số 05-NQ/TU ngày 20/01/2026 của Tỉnh ủy",
            "CV": f"V/v đôn đốc thực hiện nhiệm vụ {topic}",
            "BB": f"Họp giao ban {self.office.name} tháng 02 năm 2026",
            "QĐ": f"Về việc phân công nhiệm vụ {topic}",
        }.get(self.kind, f"Về việc tăng cường thực hiện {topic}")

    def _letterhead(self, line: str) -> None:
        """Draw what stands above the text: as lines one after the other, or side by side."""
        code = self.office.code
        code = f"{code}-VP" if self.kind == "CV" and code == "UBND" else code
        serial = self.random.randrange(2, 400)
        letter = self.kind == "CV"
        self.number = f"{serial:02}/{code}" if letter else f"{serial:02}/{self.kind}-{code}"
        self.day = date(2026, 2, 13) + timedelta(days=self.random.randrange(30))
        if letter and self.title.startswith("Về "):
            self.title = "V/v " + self.title.removeprefix("Về ").removeprefix("việc ")
        left = [*self.office.head, f"Số: {self.number}", *([self.title] if letter else [])]
        dated = f"ngày {self.day.day:02} tháng {self.day.month:02} năm {self.day.year}"
        right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
        right.append(f"{self.office.place}, {dated}")
        if self._is(0.3):
            right += [""] * (len(left) - len(right))
            self.blocks.append([list(row) for row in zip(left, right, strict=True)])
        elif self._is(0.5):
            self._say(*left, *right)
        else:
            self._say(*left[:2], *right[:2], left[2], *left[3:], right[2])
        if not letter:
            self._say(line, self.title)

    def _end(self) -> None:
        first = [f"- {one};" for one in ["Như trên", "UBND tỉnh"][not self.addressees :]]
        if self.kind == "BB":
            self._say("THƯ KÝ", "Nguyễn Thị Lan", "CHỦ TRÌ", "Lê Văn Sơn")
            return
        self._say("Nơi nhận:", *first, "- Lưu: VT.", *self.office.signature, "Trần Thị Bình")

    def _leads(self) -> tuple[str, ...]:
        return tuple(self.random.sample(self.office.bodies, 2 if self._is(0.12) else 1))

    def _helps(self, leads: tuple[str, ...]) -> tuple[str, ...]:
        others = [one for one in self.office.bodies if one not in leads]
        helps = tuple(self.random.sample(others, self.random.randrange(1, 3)))
        return (*helps, words.LINKED) if self._is(0.2) else helps

    def _fit(self, text: str) -> str:
        """Let what the other plans say of their commune be said of this office."""
        chief, name = self.office.chief, self.office.name
        text = re.sub(r"Chủ tịch UBND xã(?! [A-ZĐ])", chief, text)
        return re.sub(r"UBND xã(?! [A-ZĐ])", name, text)

    def _put(self, mark: str, spoken: Spoken, end: str = "") -> None:
        """Say a sentence with the duties that it gives."""
        text, duties = spoken
        end = end or ("." if mark[:1].isdigit() else self.random.choice(".;"))
        line = self._fit(mark + opened(text)) + end
        fitted = [replace(one, key=self._fit(one.key)) for one in duties]
        self._say(line)
        self.named[line] = {name for one in fitted for name in one.leads + one.helps}
        self.duties += fitted

    def _told(self) -> None:
        self._say(*self.random.sample(words.TOLD, self.random.randrange(1, 3)))

    def _dated(self, style: str) -> Spoken:
        """Draw a work without its body: sometimes with an hour, or in a day's time."""
        if style.endswith((".early", ".event", ".always")) or self._is(0.75):
            before, text, key, due = self._work(style)
            return before + text, [Said(style, key, due=due)]
        key, (until, due) = self.titles.pop(), self.random.choice(words.TIMES)
        return f"{key}, {until}", [Said(style, key, due=due)]

    def _by(self, style: str, leads: tuple[str, ...]) -> Spoken:
        text, duties = self._dated(style)
        verbs = ["", "", "khẩn trương ", "chủ trì ", "tập trung "]
        verb = "" if style.endswith((".early", ".always")) else self.random.choice(verbs)
        return verb + text, [replace(one, leads=leads) for one in duties]

    def _given(self) -> Spoken:
        """Draw a sentence that names its body: some name who heads it."""
        if self.office.bodies[0] in BODIES and self._is(0.15):
            return self.random.choice([self._headed, self._chief])()
        lead = self.random.choice(self.office.bodies)
        head = words.HEADS.get(lead.split()[0])
        if head and self._is(0.15):
            named = head.format("phòng" + lead[5:] if lead.startswith("Phòng") else lead)
            text, duties = self._by("post", (lead,))
            return f"giao {named} {self.random.choice(['', 'chỉ đạo '])}{text}", duties
        return self._framed(self.random.choice(["order", "order", "early", "event", "ask"]))

    def _in_line(self) -> Spoken:
        leads = self._leads()
        text, duties = self._by("line", leads)
        return f"{together(leads)}: {text}", duties

    def _some(self) -> int:
        return min(self.random.randrange(1, 4), len(self.titles) - 4)

    def _below(self, number: str) -> None:
        """Draw a body as heading and its works as items."""
        leads = self._leads()
        self._say(f"{number}{together(leads)}{self.random.choice([':', ':', ''])}")
        marks = self.random.choice(["a) ,b) ,c) ", "- ,- ,- ", "+ ,+ ,+ "]).split(",")
        for mark in marks[: self._some()]:
            form = self.random.choice(["plain", "plain", "early", "event", "always"])
            self._put(mark, self._by(f"below.{form}", leads))

    def _listed(self, number: str) -> None:
        self._say(f"{number}{self.random.choice(words.LISTED)}:")
        for _ in range(self._some()):
            leads = self._leads()
            helps = self._helps(leads) if self._is(0.4) else ()
            before, text, key, due = self._work("listed")
            link = self._link(helps, [" chủ trì", "", ":"])
            said = [Said("listed", key, leads, helps, due=due)]
            self._put("- ", (f"{together(leads)}{link} {before}{text}", said))

    def _of_all(self, number: str) -> None:
        """Draw works of all of a kind, below what calls them; the call may set a day for all."""
        called = self.random.choice(self.office.everyone)
        called = called if not number or number[:1].isdigit() else called[0].lower() + called[1:]
        day = date(2026, 6, 30) if self._is(0.2) else None
        until = ", hoàn thành trước ngày 30/6/2026" if day else ""
        works = ["tập trung thực hiện các nhiệm vụ sau", "thực hiện nghiêm các nội dung sau"]
        self._say(f"{number}{called} {self.random.choice(works)}{until}:")
        marks = "a) ,b) ,c) " if number[:1].isdigit() else "1. ,2. ,3. "
        for mark in marks.split(",")[: self._some()]:
            text, duties = self._dated("of all")
            if day:
                text = duties[0].key
                duties = [Said("of all.until", text, due=day)]
            self._put(mark, (text, [replace(one, leads=(words.EVERY,)) for one in duties]))

    def _reported_to(self) -> Spoken:
        """Draw a report of all to a body that neither leads nor helps."""
        to = "Văn phòng Sở" if self.office.inner and self.office.code == "SNV" else "Sở Nội vụ"
        until, due = self.random.choice([*REPORT_DAYS, *words.TIMES[:2]])
        what = self.random.choice(["báo cáo kết quả", "gửi báo cáo kết quả thực hiện"])
        called = self.random.choice(self.office.everyone)
        end = self.random.choice(["", f" để tổng hợp, báo cáo {self.office.chief}"])
        key = f"{what} về {to} {until}"
        intro = self.random.choice(["", "yêu cầu ", "đề nghị "])
        text = f"{intro}{called[0].lower() if intro else called[0]}{called[1:]} {key}{end}"
        return text, [Said("report to", key, (words.EVERY,), due=due)]

    def _numbered(self, forms: list[Callable[[str], None]], first: int = 1) -> int:
        """Draw numbered items, each in a form of its own, and give the next number."""
        count = self.random.randrange(2, 5)
        for number in range(first, first + count):
            if len(self.titles) > 8:
                self.random.choice(forms)(f"{number}. ")
                first = number + 1
        return first

    def _line_form(self, number: str) -> None:
        self._put(number, self._in_line())

    def _given_form(self, number: str) -> None:
        self._put(number, self._given())

    def _topic_form(self, number: str) -> None:
        self._say(f"{number}Về {self.random.choice(words.TOPICS)}")
        if self._is(0.4):
            self._told()
        mark = self.random.choice(["", "- ", "- "])
        for _ in range(self._some()):
            self._put(mark, self._given(), ".")

    def _ordered(self, *forms: Callable[[str], None]) -> None:
        """Draw the items of a document and, below them, the report on all."""
        number = self._numbered(list(forms))
        if self._is(0.5):
            self._put(f"{number}. ", self._reported_to())

    def _directive(self) -> None:
        self._told()
        self._called("yêu cầu", "giao nhiệm vụ")

    def _called(self, *verbs: str) -> None:
        """Draw who asks for what follows: of those whom the items name, or of all."""
        chief = self.office.name if self.kind == "CV" else self.office.chief
        verb = self.random.choice(verbs)
        if self._is(0.3):
            self._of_all(f"{chief} {verb} ".replace("giao nhiệm vụ", "giao"))
            self._put("", self._reported_to(), ".")
            return
        rest = ["", " các cơ quan, đơn vị", " thực hiện ngay một số nhiệm vụ sau"]
        intro = self.random.choice(["", "Để khắc phục tồn tại nêu trên, "])
        self._say(f"{intro}{chief} {verb}{self.random.choice(rest)}:")
        self._ordered(self._below, self._line_form, self._given_form, self._of_all)

    def _telegram(self) -> None:
        chief = self.office.chief
        self._speak_to(self.random.choice(["ĐIỆN:", f"{chief} điện:", f"{chief.upper()} ĐIỆN:"]))
        self._told()
        self._called("yêu cầu")

    def _speak_to(self, opening: str) -> None:
        """Draw whom the document speaks to, a line each or all on one."""
        names = self.random.sample(self.office.bodies, self.random.randrange(1, 4))
        names.insert(0, self.random.choice([one for one in self.office.everyone if ";" not in one]))
        if opening == "Kính gửi:" and self._is(0.3):
            self.addressees = names[: self.random.randrange(1, 3)]
            self._say(f"{opening} {'; '.join(self.addressees)}.")
            return
        self.addressees = names[self.random.randrange(2) :]
        mark = self.random.choice(["- ", "- ", ""])
        ends = [";"] * (len(self.addressees) - 1) + ["."]
        ends = [""] * len(ends) if mark and self._is(0.4) else ends
        self._say(opening, *(mark + a + b for a, b in zip(self.addressees, ends, strict=True)))

    def _letter(self) -> None:
        self._speak_to("Kính gửi:")
        self._told()
        self._called("đề nghị", "yêu cầu")

    def _notice(self) -> None:
        chief = self.office.chief
        self._say(f"Ngày 12/02/2026, {chief} chủ trì cuộc họp; tham dự có lãnh đạo các đơn vị.")
        reported = self.random.choice(self.office.bodies)
        self._say(f"Sau khi nghe {reported} báo cáo và ý kiến dự họp, {chief} kết luận như sau:")
        self._ordered(self._topic_form, self._given_form, self._listed, self._line_form)

    def _resolution(self) -> None:
        self._say("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
        self._say(f"{self.office.head[0]} {self.office.head[1]}", "QUYẾT NGHỊ:")
        self._say("I. TÌNH HÌNH KINH TẾ - XÃ HỘI")
        self._told()
        self._say("II. NHIỆM VỤ TRỌNG TÂM")
        self._ordered(self._topic_form, self._below, self._listed)

    def _programme(self) -> None:
        self._say("I. MỤC TIÊU", "- Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên.")
        self._say("II. NHIỆM VỤ, GIẢI PHÁP")
        self._numbered([self._topic_form])
        self._say("III. TỔ CHỨC THỰC HIỆN")
        self._ordered(self._below, self._given_form, self._line_form)

    def _minutes(self) -> None:
        chief = self.office.chief
        self._say("Thời gian: 08 giờ 00 ngày 12/02/2026.", "Địa điểm: Phòng họp số 1.")
        self._say("I. THÀNH PHẦN", f"- Chủ trì: đồng chí Lê Văn Sơn - {chief};")
        self._say(*(f"- Đại diện {one};" for one in self.office.bodies[:3]))
        self._say(self.random.choice(["II. NỘI DUNG", "II. NỘI DUNG CUỘC HỌP"]))
        self._told()
        self._say(f"- {self.office.bodies[0]}: báo cáo kết quả tháng 01/2026, còn 03 việc chậm.")
        self._say("III. KẾT LUẬN", f"{chief} kết luận, giao nhiệm vụ như sau:")
        mark = self.random.choice(["- ", "{}. "])
        for number in range(1, self.random.randrange(3, 6)):
            leads, key = self._leads(), self.titles.pop()
            until, due = self.random.choice(words.MINUTED)
            helps = self._helps(leads) if self._is(0.3) else ()
            work = f"chủ trì, phối hợp với {together(helps)} {key}" if helps else key
            said = [Said("minuted", key, leads, helps, due=due)]
            between = ", " if until.startswith("xong") or self._is(0.5) else "; "
            text = f"{together(leads)}: {work}{between}{until}"
            self._put(mark.format(number), (text, said), ".")
        self._say("Cuộc họp kết thúc lúc 10 giờ 30 cùng ngày, biên bản đã được thông qua.")

    def _decision(self) -> None:
        chief = f"CHỦ TỊCH {self.office.head[0]} {self.office.head[1]}"
        self._say("GIÁM ĐỐC SỞ NỘI VỤ" if self.office.code == "SNV" else chief)
        self._say("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
        self._say(f"Theo đề nghị của {self.office.bodies[0]}.", "QUYẾT ĐỊNH:")
        self._say(f"Điều 1. Phân công nhiệm vụ {self.random.choice(words.TOPICS)} năm 2026.")
        for article in range(2, self.random.randrange(4, 6)):
            if self._is(0.3) and len(self.titles) > 8:
                self._below(f"Điều {article}. Giao ")
            else:
                text, duties = self._framed("order")
                text = text if text.startswith("Giao") else f"Giao {text}"
                self._put(f"Điều {article}. ", (text, duties), ".")
        last = f"Điều {article + 1}. Thủ trưởng các cơ quan, đơn vị và {self.office.bodies[0]} "
        last += "chịu trách nhiệm thi hành Quyết định này./."
        self._say(last)
        self.named[last] = {self.office.bodies[0], words.EVERY}

    def _quiet(self, *told: str) -> None:
        """Draw what only tells: nobody gets anything to do."""
        if self.kind == "CV":
            self._speak_to("Kính gửi:")
        for number, one in enumerate(told, 1):
            self._say(f"{number}. {one}".format(self.office.name))
        self._say(f"{self.office.name} thông báo để các cơ quan, đơn vị và Nhân dân biết./.")
