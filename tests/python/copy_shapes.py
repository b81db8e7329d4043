"""Documents as copies have them: lines that are wrapped, letterheads that are laid out anew."""

import re
import textwrap
from collections.abc import Callable, Sequence
from itertools import pairwise, product, zip_longest
from random import Random

from originals import MOTTO, Copy, Entry, Original

Lines = Sequence[str]

# Wrapping

MARK = re.compile(r"^(?:[IVX]+\.|\d+\.|[a-zđ]\)|Điều \d+\.|[-+•]) ")
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
    body = between.join([*plan.titled, *map(str, plan.blocks)])
    return Copy("\n\n".join(["\n".join(head), body, "\n".join(closing)]), form)


def bars(rows: list[list[str]], dice: Random) -> list[str]:
    before = dice.choice(["", "| "])
    return [before + " | ".join(row) + " |" for row in rows]


def head_rows(plan: Original, dice: Random) -> list[list[str]]:
    rows = [list(row) for row in zip_longest(plan.left, plan.right, fillvalue="")]
    return [*rows[:2], ["-------", "---------------"], *rows[2:]] if dice.random() < 0.5 else rows


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
            at = 1 + next(i for i, row in enumerate(rows) if row[0].startswith("Số"))
            rows = [[" ".join(side[: at - 1]) for side in zip(*rows, strict=True)], *rows[at - 1 :]]
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
    cells = [[*plan.left[:2], rules[0]], [*motto, rules[1]], plan.left[2:], [day]]
    return whole(plan, dice, [one for cell in cells for one in [*filter(None, cell), "|"]])


def head_run_together(plan: Original, dice: Random) -> Copy:
    if dice.random() < 0.5:  # by rows, as a page's text has them
        return whole(plan, dice, [" ".join(row).rstrip() for row in head_rows(plan, dice)])
    left, right = [*plan.left[:2], "-------"], [*MOTTO, "---------------"]
    return whole(plan, dice, [" ".join(left), " ".join(right), *plan.left[2:], plan.right[2]])


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
