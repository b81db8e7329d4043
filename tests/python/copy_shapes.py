"""Plans as copies have them: lines that are wrapped, letterheads that are laid out anew."""

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product
from random import Random
from typing import Any

from sentence_shapes import Sentences

Lines = Sequence[str]
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
    """What a person holds of a plan, and what of it may be read otherwise."""

    text: str
    form: str = "text"
    added: tuple[str, ...] = ()  # lines that are no part of the plan: they are left unread
    unsaid: tuple[str, ...] = ()  # fields of the document that the copy doesn't have
    doubts: tuple[int, ...] = ()  # lines beside which a remark will do instead of the right reading


class Original(Sentences):
    """A plan of sentences with a letterhead and an end of its own; `blocks` stand between them."""

    def __post_init__(self) -> None:
        """Draw what surrounds the sentences, and them."""
        self.dice = Random(f"copy {self.seed}")
        self.place = self.dice.choice(PLACES)
        self.number = f"{self.dice.randrange(3, 240)}/KH-UBND"
        self.day = date(2026, 1, self.dice.randrange(5, 29))
        self.title = self.dice.choice(NAMES)
        names = self.dice.sample(RECIPIENTS, self.dice.randrange(2, 5))
        self.recipients = [*names, self.dice.choice(KEPT)]
        self.signer = self.dice.choice(SIGNERS)
        super().__post_init__()
        if self.dice.random() < 0.5:
            first = "II. NHIỆM VỤ, GIẢI PHÁP"
            self.blocks = [f"II. {LONG_HEADING}" if one == first else one for one in self.blocks]

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
        return [*self.left[:2], *self.right[:2], self.left[2], self.right[2]]

    @property
    def listed(self) -> list[str]:
        lines = [f"- {one};" for one in self.recipients[:-1]]
        return ["Nơi nhận:", *lines, f"- {self.recipients[-1]}."]

    @property
    def signature(self) -> list[str]:
        dice = Random(f"signature {self.seed}")
        note = dice.choice([[], [], ["(Đã ký)"]])
        return ["TM. ỦY BAN NHÂN DÂN", *dice.choice(POSTS), *note, self.signer]

    @property
    def entries(self) -> list[Entry]:
        """Whole, as it was written."""
        official = [*self.letterhead, "KẾ HOẠCH", self.title]
        inner = [(str(one), False) for one in self.blocks]
        ends = [(one, True) for one in [*self.listed, *self.signature]]
        return [*((one, True) for one in official), *inner, *ends]

    @property
    def lines(self) -> list[str]:
        return [text for text, _ in self.entries]

    def known(self) -> dict[str, Any]:
        """Say what the document's fields have to be."""
        issuer = f"ủy ban nhân dân xã {self.place}".casefold()
        known = {"kind": "KH", "number": self.number, "date": self.day, "place": self.place}
        known |= {"issuer": issuer, "title": self.title, "signer": self.signer}
        return {**known, "recipients": self.recipients}


# Wrapping

MARK = re.compile(r"^(?:[IVX]+\.|\d+\.|[-+•]) ")
LIKE_A_MARK = re.compile(r" (?=[-–+•*]|\d|[IVX]+\b)")
BEFORE_CAPITALS = re.compile(r" (?=[^a-zà-ỹđ])")
SPOT, FIXED = "\u2060", "\u00a0"
GLUES = {"": re.compile(r"(?!)"), "marks": LIKE_A_MARK, "capitals": BEFORE_CAPITALS}
BREAKS = {  # where a line ends so that the next looks like an item, or like half of a word
    "dash": r" (?=- )|(?<= -) ",
    "roman": r"(?<=[Qq]uý) (?=[IVX])",
    "year": r"(?<=năm) (?=20\d\d)",
    "day": r"(?:(?<=ngày)|(?<=tháng)) (?=\d)",
    "number": r"(?<=số) (?=\d+/)|(?<=sở) (?=6)|(?<=ức) (?=02 lớp)|(?<=nhất) (?=\d\d )",
}
HYPHEN = r"(?<=/KH-)(?=UBND)|(?<=/QĐ-)(?=UBND)|(?<=/NQ-)(?=HĐND)"


def wrapped(text: str, width: int, glue: str = "marks", first: str = "") -> list[str]:
    """Break a paragraph at `width`; `first` stands before it."""
    fixed = GLUES[glue].sub(FIXED, text)
    lines = textwrap.wrap(
        fixed, width, initial_indent=first, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(FIXED, " ").lstrip("\r") for line in lines]


def indent(style: str, width: int) -> str:
    return " " * (2 + width % 3) if style == "indents" else ""


def laid(
    entries: Sequence[Entry], style: str, width: int, glue: str = "marks", early: Sequence[int] = ()
) -> list[str]:
    """Lay out lines: an empty one between all (`gaps`) or before those without a mark (`marks`)."""
    out: list[str] = []
    for i, (text, official) in enumerate(entries):
        plain = not official and not MARK.match(text)
        if out and (style == "gaps" or (style == "marks" and plain)):
            out.append("")
        first = "" if official else indent(style, width)
        if early and not official:
            first += "\r" * (width - early[i % len(early)])
        out += wrapped(text, width, glue, first)
    return out


def is_clear(entries: Sequence[Entry], width: int) -> bool:
    """Whether a line that ends a paragraph has room for more, wherever no mark begins the next."""
    longest = max(map(len, laid(entries, "close", width)))
    return all(
        official
        or MARK.match(following)
        or len(wrapped(text, width)[-1]) + 1 + len(following.split()[0]) <= longest
        for (text, _), (following, official) in pairwise(entries)
    )


def broken(plan: Original, dice: Random, pattern: str, style: str) -> tuple[str, int]:
    """Wrap the plan so that a line ends where `pattern` is found; that line's number, 0 if none."""
    entries = plan.entries
    spots = [
        (i, found.span())
        for i, (text, official) in enumerate(entries)
        if not official
        for found in re.finditer(pattern, text)
    ]
    dice.shuffle(spots)
    widths = dice.sample(range(56, 101), 45)
    for (i, (start, end)), width in product(spots, widths):
        text = f"{entries[i][0][:start]} {SPOT}{entries[i][0][end:]}"
        if any(one.startswith(SPOT) for one in wrapped(text, width, first=indent(style, width))):
            lines = laid([*entries[:i], (text, False), *entries[i + 1 :]], style, width)
            at = next(n for n, line in enumerate(lines) if line.startswith(SPOT))
            return "\n".join(lines).replace(SPOT, ""), at
    return "\n".join(laid(entries, style, widths[0])), 0


def wrap_with(style: str, glue: str = "marks", early: bool = False) -> Callable[..., Copy]:
    def copy(plan: Original, dice: Random) -> Copy:
        widths = dice.sample(range(56, 101), 45)
        clear = [one for one in widths if style != "close" or is_clear(plan.entries, one)]
        first = [dice.randrange(12, 40) for _ in range(40)] if early else []
        lines = laid(plan.entries, style, (clear or widths)[0], glue, first)
        return Copy("\n".join(lines))

    return copy


def break_at(pattern: str) -> Callable[..., Copy]:
    def copy(plan: Original, dice: Random) -> Copy:
        text, at = broken(plan, dice, pattern, dice.choice(["marks", "indents"]))
        return Copy(text, doubts=(at, at + 1) if at else ())

    return copy


def tabs_after_marks(plan: Original, dice: Random) -> Copy:
    """Draw as lists are copied from a word processor."""
    return Copy("\n".join(MARK.sub(lambda found: f"{found[0][:-1]}\t", one) for one in plan.lines))


def other_spaces(plan: Original, dice: Random) -> Copy:
    spaced = [dice.choice([one, one.replace(" ", FIXED), f"{one}  "]) for one in plan.lines]
    return Copy("\r\n".join(spaced))


def hyphens(plan: Original, dice: Random) -> Copy:
    return Copy(broken(plan, dice, HYPHEN, "gaps")[0])


def soft_hyphens(plan: Original, dice: Random) -> Copy:
    text, at = broken(plan, dice, r"(?<= -) (?=[XxTt])", dice.choice(["gaps", "marks"]))
    lines = text.split("\n")
    lines[at - 1] = re.sub("-$", "\u00ad", lines[at - 1])
    return Copy("\n".join(lines))


# Letterheads


def whole(
    plan: Original, dice: Random, top: Lines = (), end: Lines = (), form: str = "text"
) -> Copy:
    """Put the plan together, with another letterhead or another end."""
    head, closing = top or plan.letterhead, end or [*plan.listed, *plan.signature]
    between = "\n\n" if form == "markdown" else dice.choice(["\n", "\n\n"])
    body = between.join(["KẾ HOẠCH", plan.title, *map(str, plan.blocks)])
    return Copy("\n\n".join(["\n".join(head), body, "\n".join(closing)]), form)


def bars(rows: list[list[str]], dice: Random) -> list[str]:
    before = dice.choice(["", "| "])
    return [before + " | ".join(row) + " |" for row in rows]


def head_rows(plan: Original, dice: Random) -> list[list[str]]:
    rows = [list(row) for row in zip(plan.left, plan.right, strict=True)]
    return [*rows[:2], ["-------", "---------------"], rows[2]] if dice.random() < 0.5 else rows


def head_columns(tabs: bool) -> Callable[..., Copy]:
    def copy(plan: Original, dice: Random) -> Copy:
        width, tab = dice.randrange(26, 44), "\t" * dice.choice([1, 1, 2, 3])
        rows = head_rows(plan, dice)
        return whole(plan, dice, [a + tab + b if tabs else a.ljust(width) + b for a, b in rows])

    return copy


def head_bars(form: str) -> Callable[..., Copy]:
    def copy(plan: Original, dice: Random) -> Copy:
        rows = head_rows(plan, dice)
        if dice.random() < 0.5:
            rows = [[" ".join(column[:-1]) for column in zip(*rows, strict=True)], rows[-1]]
        top = bars(rows, dice)
        if form == "markdown" and dice.random() < 0.5:
            top.insert(1, "|---|---|")
        return whole(plan, dice, top, form=form)

    return copy


def head_cells(plan: Original, dice: Random) -> Copy:
    """Draw as law sites are copied: cells whose lines are broken anywhere, a bar below each."""
    rules = ["-------", "---------------"] if dice.random() < 0.7 else ["", ""]
    right = [MOTTO[0], "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"]
    motto = [dice.choice(right), dice.choice([MOTTO[1], "Độc lập -\nTự do - Hạnh phúc"])]
    day = plan.right[2].replace(" ", "\n", 1) if dice.random() < 0.3 else plan.right[2]
    day = day.replace("ngày ", "ngày\n") if dice.random() < 0.5 else day
    cells = [[*plan.left[:2], rules[0]], [*motto, rules[1]], [plan.left[2]], [day]]
    return whole(plan, dice, [one for cell in cells for one in [*filter(None, cell), "|"]])


def head_run_together(plan: Original, dice: Random) -> Copy:
    if dice.random() < 0.5:  # by rows, as a page's text has them
        return whole(plan, dice, [" ".join(row) for row in head_rows(plan, dice)])
    left, right = [*plan.left[:2], "-------"], [*MOTTO, "---------------"]
    return whole(plan, dice, [" ".join(left), " ".join(right), plan.left[2], plan.right[2]])


def head_rules(plan: Original, dice: Random) -> Copy:
    rules = [mark * dice.randrange(3, 30) for mark in ["-", "_", "=", "*", "—", "~"]]
    top = plan.letterhead
    for at in sorted(dice.sample([2, 4, 6], dice.randrange(1, 4)), reverse=True):
        top.insert(at, dice.choice(rules))
    return whole(plan, dice, top)


def head_split_day(plan: Original, dice: Random) -> Copy:
    day = plan.right[2]
    for part in dice.choice([["ngày "], [" tháng", " năm"], ["tháng "], [", "]]):
        day = day.replace(part, f"{part.rstrip()}\n" if part.endswith(" ") else f"\n{part.strip()}")
    return whole(plan, dice, [*plan.letterhead[:-1], day])


def head_split_number(plan: Original, dice: Random) -> Copy:
    top = plan.letterhead
    top[4] = dice.choice(["Số:\n{}", "Số\n{}", "Số:\n\n{}"]).format(plan.number)
    return whole(plan, dice, top)


COPIES: dict[str, Callable[[Original, Random], Copy]] = {
    "bare": lambda plan, dice: Copy("\n".join(plan.lines)),
    "gaps": lambda plan, dice: Copy("\n\n".join(plan.lines)),
    "other spaces": other_spaces,
    "tabs after marks": tabs_after_marks,
    "wrapped, gaps": wrap_with("gaps", glue=""),
    "wrapped, marks": wrap_with("marks"),
    "wrapped, indents": wrap_with("indents"),
    "wrapped, close": wrap_with("close"),
    "ragged, gaps": wrap_with("gaps", glue="", early=True),
    "ragged, close": wrap_with("close", glue="capitals", early=True),
    **{f"break at {name}": break_at(pattern) for name, pattern in BREAKS.items()},
    "break at hyphen": hyphens,
    "break at soft hyphen": soft_hyphens,
    "head, spaces": head_columns(tabs=False),
    "head, tabs": head_columns(tabs=True),
    "head, bars": head_bars("text"),
    "head, markdown": head_bars("markdown"),
    "head, cells": head_cells,
    "head, run together": head_run_together,
    "head, rules": head_rules,
    "head, split day": head_split_day,
    "head, split number": head_split_number,
}
