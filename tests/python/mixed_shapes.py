"""Plans of mixed styles: blocks with labels, sentences, bodies as headings, ordered articles."""

from collections.abc import Callable
from copy import copy
from itertools import product
from random import Random
from typing import Any

import order_samples
from copy_shapes import wrapped
from order_shapes import Orders
from prose_shapes import BODIES, NOISE, TIMES, Prose, Work
from sentence_shapes import (
    EVENTS,
    PURPOSES,
    REPORT_DAYS,
    REPORTS,
    TOPICS,
    WORKS,
    Sentences,
    Spoken,
    opened,
)

WIDTHS = [62, 88]
TITLES = {  # what sections are called: by the work that they give, or by their topic
    "work": ["NHIỆM VỤ, GIẢI PHÁP", "NHIỆM VỤ TRỌNG TÂM", "PHÂN CÔNG NHIỆM VỤ"],
    "topic": ["CẢI CÁCH THỦ TỤC", "XÂY DỰNG CHÍNH QUYỀN SỐ", "KỶ LUẬT, KỶ CƯƠNG"],
}
INNER = [Prose._lines, Prose._one_line, Prose._bracket, Prose._sentence]
WHOLE = [*INNER, Prose._content, Prose._table, Prose._lists, Prose._shared]
LEFT = 7  # works that are kept for the sections to come


class Mixed(Orders):
    """A plan drawn by its seed: its tasks are in `works`, its duties in `duties`."""

    def __post_init__(self) -> None:
        """Draw the head, sections that differ in style, and the end."""
        self.random = Random(f"mixed {self.seed}")
        self.titles = self.random.sample(WORKS, len(WORKS))
        self.events = self.random.sample(EVENTS, len(EVENTS))
        self.reports = self.random.sample(list(product(REPORTS, REPORT_DAYS)), 16)
        self.office = order_samples.office("xã", False, True, "An Lộc")
        self.inner = False
        self._head()
        self._say(*self.random.sample(PURPOSES, self.random.randrange(1, 3)))
        styles = [self._labels_alone, self._numbered_mix, self._numbered_mix]
        self.random.shuffle(styles)
        styles.insert(self.random.choice([3, 3, self.random.randrange(3)]), self._articles)
        titles = [*TITLES["topic" if self.seed % 2 else "work"], "TỔ CHỨC THỰC HIỆN"]
        for number, title, draw in zip(["II", "III", "IV", "V"], titles, styles, strict=True):
            self._say(f"{number}. {title}")
            if self._is(0.3):
                self._say(self.random.choice(NOISE))
            draw()
        Sentences._end(self)

    def _works(self) -> list[Work]:
        """Draw tasks of what no other sentence of the plan has."""
        drawn = []
        for _ in range(self.random.randrange(1, 3) if self.inner else self.random.randrange(2, 4)):
            lead, *helps = self.random.sample(BODIES, self.random.randrange(1, 4))
            time, due = self.random.choice(TIMES)
            drawn.append(Work(opened(self.titles.pop()), lead, helps, time, due))
        return drawn

    def _marks(self, count: int) -> list[str]:
        """Draw marks that no number above them has."""
        form = self.random.choice(["{a}) ", "- ", "* "] if self.inner else ["{n}. ", "{a}) ", "- "])
        return [form.format(n=i + 1, a="abcdef"[i]) for i in range(count)]

    def _labels_alone(self) -> None:
        self.random.choice(WHOLE)(self)

    def _numbered_mix(self) -> None:
        """Draw numbered items of different styles, one below the other."""
        forms = [self._topic_of_labels, self._under_body, self._topic_of_sentences, self._one]
        for number, draw in enumerate(self.random.sample(forms, self.random.randrange(2, 5)), 1):
            if len(self.titles) > LEFT:
                draw(f"{number}. ")

    def _topic_of_labels(self, number: str) -> None:
        self._say(number + self.random.choice(TOPICS))
        self.inner = True
        self.random.choice(INNER)(self)
        self.inner = False

    def _topic_of_sentences(self, number: str) -> None:
        self._say(number + self.random.choice(TOPICS))
        self._lines("- ", self.random.randrange(1, 4), self._said)

    def _one(self, number: str) -> None:
        self._lines(number, 1, self._said)

    def _said(self) -> Spoken:
        return Sentences._sentence(self)

    def _articles(self) -> None:
        """Draw articles that give orders in a sentence, or in items below a body."""
        for article in range(1, self.random.randrange(3, 5)):
            if self._is(0.4):
                self._below(f"Điều {article}. Giao ")
            else:
                text, duties = self._framed("order")
                text = text if text.startswith("Giao") else f"Giao {text}"
                self._put(f"Điều {article}. ", (text, duties), ".")

    def _helps(self, leads: tuple[str, ...]) -> tuple[str, ...]:
        return Sentences._helps(self, leads)

    def _some(self) -> int:
        return max(1, min(self.random.randrange(1, 4), len(self.titles) - 4))


def spaced(plan: Mixed) -> str:
    """Lines with an empty one between paragraphs, by which the broken ones can be told."""
    parts = [one if isinstance(one, str) else "\n".join(map("\t".join, one)) for one in plan.blocks]
    return "\n\n".join(parts)


WAYS: dict[str, tuple[str, Callable[[Mixed], Any]]] = {  # a form, and how broken lines stand in it
    "text": ("text", spaced),
    "markdown": ("markdown", Mixed.as_markdown),
    "html": ("html", Mixed.as_html),
    "html, br": ("html", lambda plan: plan.as_html().replace("\n", "<br>")),
    "docx": ("docx", Mixed.as_docx),
}


def broken(plan: Mixed, width: int) -> Mixed:
    """The plan with the lines of each paragraph broken at `width`."""
    out = copy(plan)
    out.blocks = [
        "\n".join(wrapped(one, width)) if isinstance(one, str) else one for one in plan.blocks
    ]
    return out
