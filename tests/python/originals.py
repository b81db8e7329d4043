"""Drawn documents whose copies are read: what stands around their text is drawn of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

import order_samples
from order_shapes import Orders
from sentence_shapes import Sentences

Entry = tuple[str, bool]  # a line, and whether it is of the letterhead, the title or the end
PLACES = ["An Lộc", "Phú Lộc", "Vĩnh Hòa Đông"]
MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
NAMES = [
    "Cải cách hành chính năm 2026",
    "CẢI CÁCH HÀNH CHÍNH NĂM 2026",
    "Cải cách hành chính, chuyển đổi số và phát triển kinh tế - xã hội trên địa bàn xã năm 2026",
    "NÂNG CAO CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP GẮN VỚI CẢI CÁCH HÀNH CHÍNH NĂM 2026",
]
BASES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị quyết số 15/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã về nhiệm "
    "vụ phát triển kinh tế - xã hội, quốc phòng, an ninh năm 2026;",
    "Căn cứ Kế hoạch số 10/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh;",
]
PURPOSE = (
    "- Gắn cải cách hành chính với phát triển kinh tế - xã hội, với Kế hoạch số 45/KH-UBND ngày "
    "10/3/2025 của UBND tỉnh và kết quả đã có đến quý IV/2025; lấy sự hài lòng của người dân làm "
    "thước đo."
)
LONG_HEADING = "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM VỀ CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ VÀ KỶ CƯƠNG"
RECIPIENTS = ["UBND tỉnh", "Sở Nội vụ", "TT. Đảng ủy, HĐND xã", "Chủ tịch, các PCT UBND xã"]
RECIPIENTS += ["Phòng Kinh tế", "Các cơ quan, đơn vị thuộc xã", "Như mục II"]
KEPT = ["Lưu: VT", "Lưu: VT, VHXH", "Lưu VT"]
SIGNERS = ["Trần Thị Bình", "Nguyễn Văn An", "Phạm Thị Thu Hà"]
POSTS = [["CHỦ TỊCH"], ["CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]]


@dataclass(frozen=True)
class Copy:
    """What a person holds of a document, and what of it may be read otherwise."""

    text: str
    form: str = "text"
    added: tuple[str, ...] = ()  # lines that are no part of the document: they are left unread
    unsaid: tuple[str, ...] = ()  # fields of the document that the copy doesn't have
    doubts: tuple[int, ...] = ()  # lines beside which a remark will do instead of the right reading


class Original(Sentences):
    """A plan of sentences with a letterhead and an end of its own; `blocks` stand between them."""

    kind = "KH"
    kind_name = "Kế hoạch"
    called = "Kế hoạch cải cách hành chính năm 2026"
    addressees: list[str] = []  # noqa: RUF012  (a field of other documents)

    def __post_init__(self) -> None:
        """Draw what surrounds the sentences, and them."""
        self._surround()
        super().__post_init__()
        if self.dice.random() < 0.5:
            first = "II. NHIỆM VỤ, GIẢI PHÁP"
            self.blocks = [f"II. {LONG_HEADING}" if one == first else one for one in self.blocks]

    def _surround(self) -> None:
        self.dice = Random(f"copy {self.seed}")
        self.place = self.dice.choice(PLACES)
        self.issuer, self.body = f"xã {self.place}", f"UBND xã {self.place}"
        self.number = f"{self.dice.randrange(3, 240)}/KH-UBND"
        self.day = date(2026, 1, self.dice.randrange(5, 29))
        self.title = self.dice.choice(NAMES)
        self._ends()

    def _ends(self) -> None:
        names = self.dice.sample(RECIPIENTS, self.dice.randrange(2, 5))
        self.recipients = [*names, self.dice.choice(KEPT)]
        self.signer = self.dice.choice(SIGNERS)

    def _head(self) -> None:
        super()._head()
        issues = f"Ủy ban nhân dân xã {self.place} ban hành Kế hoạch này với các nội dung như sau:"
        self.blocks[:7] = [*BASES[self.dice.randrange(3) :], issues]
        self._say(PURPOSE)

    def _end(self) -> None:
        super()._end()
        del self.blocks[-7:]

    @property
    def left(self) -> list[str]:
        return ["ỦY BAN NHÂN DÂN", f"XÃ {self.place.upper()}", f"Số: {self.number}"]

    @property
    def right(self) -> list[str]:
        return [*MOTTO, f"{self.place}, ngày {self.day:%d tháng %m năm %Y}"]

    @property
    def letterhead(self) -> list[str]:
        return [*self.left[:2], *self.right[:2], *self.left[2:], self.right[2]]

    @property
    def titled(self) -> list[str]:
        """What stands between the letterhead and the text."""
        return ["KẾ HOẠCH", self.title]

    @property
    def listed(self) -> list[str]:
        """The left side of the end."""
        lines = [f"- {one};" for one in self.recipients[:-1]]
        return ["Nơi nhận:", *lines, f"- {self.recipients[-1]}."]

    def _signs(self, draw: Callable[[Random], list[str]]) -> list[str]:
        dice = Random(f"signature {self.seed}")
        note = dice.choice([[], [], ["(Đã ký)"]])
        return [*draw(dice), *note, self.signer]

    @property
    def signature(self) -> list[str]:
        """The right side of the end."""
        return self._signs(lambda dice: ["TM. ỦY BAN NHÂN DÂN", *dice.choice(POSTS)])

    @property
    def entries(self) -> list[Entry]:
        """Whole, as it was written."""
        inner = [(str(one), False) for one in self.blocks]
        ends = [(one, True) for one in [*self.listed, *self.signature]]
        return [*((one, True) for one in [*self.letterhead, *self.titled]), *inner, *ends]

    @property
    def lines(self) -> list[str]:
        return [text for text, _ in self.entries]

    def known(self) -> dict[str, Any]:
        """Say what the document's fields have to be."""
        issuer = f"ủy ban nhân dân {self.issuer}" if self.issuer[0].islower() else self.issuer
        names = ["kind", "number", "title", "signer", "recipients", "place", "addressees"]
        known = {name: getattr(self, name) for name in names}
        return {**known, "date": self.day, "issuer": issuer.casefold()}


class OriginalOrders(Orders, Original):
    """A document that gives orders, with an end of its own; minutes are signed by two."""

    def __post_init__(self) -> None:
        """Draw what surrounds the orders, and them."""
        self.dice = Random(f"copy {self.seed}")
        self._ends()
        Orders.__post_init__(self)
        self.place = self.office.place
        self.body = self.issuer if self.issuer[0].isupper() else f"UBND {self.issuer}"
        line = order_samples.KINDS[self.kind][0] or "CÔNG VĂN"
        self.kind_name = line.capitalize()
        self.called = f"{self.kind_name} số {self.number}"
        if self.addressees:
            self.recipients[0] = "Như trên"
        if self.kind == "BB":
            self.recipients, self.signer = [], "Lê Văn Sơn"

    def _letterhead(self, line: str) -> None:
        super()._letterhead(line)
        self.blocks.clear()

    def _end(self) -> None:
        """Leave the end to the copy."""

    @property
    def left(self) -> list[str]:
        above = [] if self.titled else [self.title]
        return [*self.office.head, f"Số: {self.number}", *above]

    @property
    def titled(self) -> list[str]:
        line = order_samples.KINDS[self.kind][0]
        return [line, self.title] if line else []

    @property
    def listed(self) -> list[str]:
        return ["THƯ KÝ", "Nguyễn Thị Lan"] if self.kind == "BB" else super().listed

    @property
    def signature(self) -> list[str]:
        posts = ["CHỦ TRÌ"] if self.kind == "BB" else [*self.office.signature]
        return self._signs(lambda _: posts)


ORIGINALS: dict[str, Callable[[int], Original]] = {"plan": Original, "orders": OriginalOrders}
