"""Documents on the pages that people copy them from: what stands around one, and at its end."""

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from copy_shapes import Lines, bars, laid, whole
from originals import Copy, Original

Shape = Callable[[Original, Random], Copy]


def paged(heads: bool) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        lines = laid(plan.entries, dice.choice(["gaps", "marks"]), dice.randrange(60, 96))
        size = max(22, min(dice.randrange(30, 44), len(lines) // 3))
        last = (len(lines) - 1) // size + 1
        number = dice.choice(["{}", "- {} -", "Trang {}/{}", "Trang {}"])
        head = f"{plan.body} - {plan.called}"
        below, numbered = dice.random() < 0.5, not heads or dice.random() < 0.5
        gap = dice.choice([[], [""]])
        out, added = [], []
        for page in range(1, last + 1):
            top: list[str] = [head] if heads else []
            bottom: list[str] = []
            if numbered:
                (bottom if below else top).append(number.format(page, last))
            added += top + bottom
            inner = lines[(page - 1) * size : page * size]
            out += [*top, *(gap if top else []), *inner, *(gap if bottom else []), *bottom, *gap]
        return Copy("\n".join(out), added=tuple(added))

    return copy


def sides(plan: Original) -> list[list[str]]:
    rows = max(len(plan.listed), len(plan.signature))
    columns = [one + [""] * (rows - len(one)) for one in (plan.listed, plan.signature)]
    return [list(row) for row in zip(*columns, strict=True)]


def end_columns(tabs: bool) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        width, tab = dice.randrange(36, 50), "\t" * dice.choice([1, 1, 2, 3])
        rows = [(a + tab + b if tabs else a.ljust(width) + b).rstrip() for a, b in sides(plan)]
        return whole(plan, dice, end=rows)

    return copy


def end_bars(form: str) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        rows = (
            sides(plan)
            if dice.random() < 0.3
            else [[" ".join(plan.listed), " ".join(plan.signature)]]
        )
        return whole(plan, dice, end=bars(rows, dice), form=form)

    return copy


def end_cells(plan: Original, dice: Random) -> Copy:
    return whole(plan, dice, end=[*plan.listed, "|", *plan.signature, "|"])


def end_glued(plan: Original, dice: Random) -> Copy:
    named = "Nơi nhận: " + "; ".join(plan.recipients) + "."
    drawn = dice.choice([" ".join(plan.listed), named])
    listed = drawn if plan.recipients else " ".join(plan.listed)
    signed = " ".join(plan.signature)
    return whole(plan, dice, end=dice.choice([[f"{listed} {signed}"], [listed, signed]]))


def end_signed_first(plan: Original, dice: Random) -> Copy:
    return whole(plan, dice, end=[*plan.signature, *dice.choice([[], [""]]), *plan.listed])


# What a law site adds

LISTED = "{kind} {number} năm 2026 về cải cách hành chính do {body} ban hành"
SUMMARIES = [
    "Kế hoạch giao Phòng Kinh tế rà soát quy hoạch chợ trước ngày 30/6/2026 và nhiều việc khác.",
    "Theo đó, Công an xã chủ trì, phối hợp với Trạm Y tế kiểm tra bếp ăn trong quý III/2026.",
]
KEYWORDS = ["cải cách hành chính, kế hoạch, UBND xã", "chuyển đổi số; Phòng Kinh tế; Công an xã"]
TABS = ["Thuộc tính", "Nội dung", "Lược đồ", "Văn bản gốc", "Tải về", "Tiếng Anh"]
RELATED = [
    "Quyết định 88/QĐ-UBND ngày 20/02/2026 về việc giao dự toán thu, chi ngân sách",
    "Quyết định 12/QĐ-UBND ngày 06/01/2026 kiện toàn Ban Chỉ đạo chuyển đổi số",
    "Kế hoạch 5/KH-UBND ngày 03/01/2026 tổ chức lễ hội đầu xuân",
    "Công văn 77/SNV-CCHC ngày 08/01/2026 của Sở Nội vụ hướng dẫn chấm điểm",
    "Nghị quyết 15/NQ-HĐND năm 2025 về nhiệm vụ kinh tế - xã hội do HĐND xã ban hành",
]
RELATED_HEADS = ["Văn bản liên quan", "VĂN BẢN LIÊN QUAN", "Văn bản liên quan:"]
OTHERS = [("Lĩnh vực", "Bộ máy hành chính"), ("Tình trạng", "Còn hiệu lực")]
OTHERS += [("Ngày công báo", "Đang cập nhật"), ("Ngày hiệu lực", "Đã biết")]


def attributes(plan: Original, dice: Random) -> list[tuple[str, str]]:
    """Draw what a database says of the plan, in any order."""
    drawn = [
        (dice.choice(["Số hiệu", "Số ký hiệu"]), plan.number),
        ("Ngày ban hành", f"{plan.day:%d/%m/%Y}"),
        ("Loại văn bản", plan.kind_name),
        ("Người ký", plan.signer),
        (dice.choice(["Cơ quan ban hành", "Nơi ban hành"]), plan.body),
    ]
    if dice.random() < 0.6:
        drawn.append(("Trích yếu", plan.title))
    drawn += dice.sample(OTHERS, dice.randrange(3))
    dice.shuffle(drawn)
    return drawn


def drawn_attributes(plan: Original, dice: Random, pairs: bool) -> list[str]:
    said = attributes(plan, dice)
    if not pairs:
        mark = dice.choice([": ", ":\t", "\t", ":\n", "\n"])
        return [f"{name}{mark}{value}" for name, value in said]
    step, mark = dice.choice([(1, " "), (2, ": ")])
    lines = [f"{name}{mark}{value}" for name, value in said]
    return [" ".join(lines[at : at + step]) for at in range(0, len(lines), step)]


def under(top: Lines, copy: Copy) -> Copy:
    return replace(copy, text="\n".join([*top, "", copy.text]))


def with_attributes(pairs: bool) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        return under(drawn_attributes(plan, dice, pairs), whole(plan, dice))

    return copy


def attributes_alone(plan: Original, dice: Random) -> Copy:
    """Draw a letterhead without number and day and an end without a name: a database has them."""
    top = [*plan.letterhead[:4], *plan.left[3:]]
    bottom = [*plan.listed, *plan.signature[:-1]]
    copy = whole(plan, dice, top, bottom)
    return replace(under(drawn_attributes(plan, dice, False), copy), unsaid=("place",))


def attributes_of_a_draft(plan: Original, dice: Random) -> Copy:
    """Draw a letterhead whose number and day were left to be written by hand."""
    blank = f"Số:       /{plan.number.partition('/')[2]}"
    below = [blank, *plan.left[3:], f"{plan.place}, ngày     tháng     năm 2026"]
    copy = whole(plan, dice, [*plan.letterhead[:4], *below])
    return under(drawn_attributes(plan, dice, False), copy)


def with_summary(plan: Original, dice: Random) -> Copy:
    mark = dice.choice([": ", ":\n", "\n"])
    top = [f"Tóm tắt{mark}{dice.choice(SUMMARIES)}", f"Từ khóa{mark}{dice.choice(KEYWORDS)}"]
    if dice.random() < 0.5:
        top.insert(0, LISTED.format(kind=plan.kind_name, number=plan.number, body=plan.body))
    if dice.random() < 0.5:
        top += dice.sample(TABS, 4)
    return under(top, whole(plan, dice))


def related(plan: Original, dice: Random) -> list[str]:
    mark = dice.choice(["", "", "- ", "{}. "])
    lines = dice.sample(RELATED, dice.randrange(2, 5))
    return [dice.choice(RELATED_HEADS), *(mark.format(i + 1) + one for i, one in enumerate(lines))]


def related_above(plan: Original, dice: Random) -> Copy:
    return under(related(plan, dice), whole(plan, dice))


def related_below(plan: Original, dice: Random) -> Copy:
    copy = whole(plan, dice)
    return replace(copy, text="\n".join([copy.text, "", *related(plan, dice)]))


# Portals

MENU = ["Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản chỉ đạo điều hành", "Kế hoạch"]
MENU += ["Quyết định", "Thủ tục hành chính", "Lịch công tác", "Hỏi đáp", "Liên hệ"]
CRUMBS = ["Trang chủ > Văn bản > Kế hoạch", "Trang chủ / Văn bản chỉ đạo điều hành", "Trang chủ"]
TOOLS = ["In bài viết", "Chia sẻ Facebook", "Gửi email", "Lưu bài viết", "Cỡ chữ: A- A A+"]
NEWS = [
    "Phòng Kinh tế tổ chức hội nghị giao ban quý II (15/6/2026)",
    "Công an xã ra quân làm sạch đường thôn, hoàn thành trước ngày 30/9/2026 (02/7/2026)",
    "Thông báo lịch tiếp công dân tháng 7/2026",
    "UBND xã giao Trạm Y tế chủ trì, phối hợp với Hội Nông dân phòng, chống sốt xuất huyết",
    "25/6/2026: Hội Nông dân xã phát động thi đua trồng rau sạch",
]
COUNTERS = ["Đang online: 3", "Hôm nay: 128", "Lượt truy cập: 12.345"]
SCRIPT = "<script>var menu = 'Kế hoạch'; if (1 < 2) { show(menu); }</script>"
STYLE = "<style>.menu > li { color: red; } /* I. MỤC ĐÍCH */</style>"


@dataclass
class Furniture:
    """What a portal shows around an article, drawn anew for each page."""

    plan: Original
    dice: Random

    def __post_init__(self) -> None:
        """Draw lines for the top of the page, above the article, below it, and for the foot."""
        dice, plan = self.dice, self.plan
        self.menu = ["Trang chủ", *dice.sample(MENU[1:], dice.randrange(4, 8))]
        self.banner = ["Tìm kiếm", f"TRANG THÔNG TIN ĐIỆN TỬ {plan.issuer.upper()}"]
        self.banner += dice.choice([[], ["Thứ Năm, ngày 16 tháng 7 năm 2026"]])
        self.above = [dice.choice(CRUMBS)]
        if dice.random() < 0.6:
            self.above += [f"{plan.called} của {plan.issuer}"]
            self.above += ["Đăng ngày 20/01/2026 08:30", "Lượt xem: 1.234"]
        self.tools = dice.sample(TOOLS, dice.randrange(2, 5))
        self.news = [dice.choice(["Tin liên quan", "Các tin khác"]), *dice.sample(NEWS, 3)]
        self.foot = [
            *dice.sample(COUNTERS, 2),
            f"Bản quyền thuộc về {plan.body}",
            "Chịu trách nhiệm: Ông Lê Văn Hùng - Chủ tịch UBND xã",
            f"Địa chỉ: Thôn 3, xã {plan.place} - Điện thoại: 0254 3999 888",
        ]
        self.foot += dice.choice([[], ["Ghi rõ nguồn khi phát hành lại thông tin từ trang này"]])

    @property
    def lines(self) -> tuple[str, ...]:
        """Give all that isn't the plan's."""
        parts = [self.banner, self.menu, self.above, self.tools, self.news, self.foot]
        return tuple(line for part in parts for line in part)

    def listed(self, lines: Lines) -> str:
        """Draw a list of links."""
        items = [f'<li><a href="#">{html.escape(one)}</a></li>' for one in lines]
        return f"<ul>{''.join(items)}</ul>"

    def boxes(self, lines: Lines) -> str:
        """Draw a `div` a line."""
        return f"<div>{''.join(f'<div>{html.escape(one)}</div>' for one in lines)}</div>"

    def side(self) -> str:
        """Draw the news with their head."""
        return f"<h3>{self.news[0]}</h3>{self.listed(self.news[1:])}"


def drawn(plan: Original, dice: Random) -> tuple[str, str]:
    """Draw a plan as HTML: its letterhead and title, and the rest."""
    title = [f'<p align="center"><b>{one}</b></p>' for one in plan.titled]
    if dice.random() < 0.5:
        cells = ["".join(f"<p>{one}</p>" for one in side) for side in (plan.left, plan.right)]
        head = f"<table><tr><td>{cells[0]}</td><td>{cells[1]}</td></tr></table>"
    else:
        head = "".join(f"<p>{one}</p>" for one in plan.letterhead)
    rest = "".join(f"<p>{html.escape(str(one))}</p>" for one in plan.blocks)
    if dice.random() < 0.5:
        end = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in sides(plan))
        return head + "".join(title), f"{rest}<table>{end}</table>"
    end = "".join(f"<p>{one}</p>" for one in [*plan.listed, *plan.signature])
    return head + "".join(title), rest + end


def semantic(f: Furniture, head: str, rest: str) -> str:
    find = "<form><label>Tìm kiếm</label><input name='q'></form>"
    nav = f"<header>{f.boxes(f.banner[1:])}{find}</header><nav>{f.listed(f.menu)}</nav>"
    article = f"<article>{f.boxes(f.tools)}{head}{rest}</article>"
    foot = f"<footer>{f.boxes(f.foot)}</footer>"
    return f"{nav}<main>{f.boxes(f.above)}{article}</main><aside>{f.side()}</aside>{foot}"


def in_header(f: Furniture, head: str, rest: str) -> str:
    nav = f"<nav>{f.boxes(f.banner)}{f.listed(f.menu)}</nav>{f.boxes([*f.above, *f.tools])}"
    article = f"<article><header>{head}</header>{rest}</article>"
    return f"{nav}{article}<aside>{f.side()}</aside><footer>{f.boxes(f.foot)}</footer>"


def lists(f: Furniture, head: str, rest: str) -> str:
    top = f.boxes(f.banner) + f.listed(f.menu) + f.boxes(f.above)
    return f"{top}<div>{head}{rest}</div>{f.boxes(f.tools)}{f.side()}{f.boxes(f.foot)}"


def boxes(f: Furniture, head: str, rest: str) -> str:
    top = f.boxes([*f.banner, *f.menu]) + f.boxes([*f.above, *f.tools])
    return f"{top}<div>{head}{rest}</div>{f.boxes(f.news)}{f.boxes(f.foot)}"


def one_form(f: Furniture, head: str, rest: str) -> str:
    page = f.dice.choice([semantic, lists, boxes])(f, head, rest)
    return f'<form method="post" id="aspnetForm"><input type="hidden" value="9kX">{page}</form>'


def on_page(page: Callable[[Furniture, str, str], str]) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        furniture = Furniture(plan, dice)
        inner = page(furniture, *drawn(plan, dice))
        head = f"<head><title>Xã {plan.place}</title>{STYLE}</head>"
        return Copy(f"<html>{head}<body>{SCRIPT}{inner}</body></html>", "html", furniture.lines)

    return copy


def pasted(gap: str) -> Shape:
    def copy(plan: Original, dice: Random) -> Copy:
        f, mark = Furniture(plan, dice), dice.choice(["", "", "• ", "    * "])
        tools = dice.choice([f.tools, [" | ".join(f.tools)]])
        top = [*f.banner, *(mark + one for one in f.menu), *f.above]
        below = [*tools, f.news[0], *(mark + one for one in f.news[1:]), *f.foot]
        return Copy(gap.join([*top, *plan.lines, *below]), added=f.lines)

    return copy


PAGES: dict[str, Shape] = {
    "page numbers": paged(heads=False),
    "running heads": paged(heads=True),
    "end, spaces": end_columns(tabs=False),
    "end, tabs": end_columns(tabs=True),
    "end, bars": end_bars("text"),
    "end, markdown": end_bars("markdown"),
    "end, cells": end_cells,
    "end, glued": end_glued,
    "end, signed first": end_signed_first,
    "attributes": with_attributes(pairs=False),
    "attributes in pairs": with_attributes(pairs=True),
    "attributes alone": attributes_alone,
    "attributes of a draft": attributes_of_a_draft,
    "summary": with_summary,
    "related above": related_above,
    "related below": related_below,
    "page, semantic": on_page(semantic),
    "page, in a header": on_page(in_header),
    "page, lists": on_page(lists),
    "page, boxes": on_page(boxes),
    "page, one form": on_page(one_form),
    "pasted, gaps": pasted("\n\n"),
    "pasted, close": pasted("\n"),
}
