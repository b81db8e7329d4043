"""A higher plan and a lower one -> what of the higher one may have an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sauro._core import Plan
from sauro.comparing._answers import Answer, Answers, Found
from sauro.comparing._items import KINDS, Item, items_of
from sauro.comparing._pairs import Texts
from sauro.comparing._subjects import factor, subjects_in
from sauro.comparing._targets import aim, targets_of
from sauro.comparing._words import Weights, strength
from sauro.plan._bodies import bodies

__all__ = ["answering", "cover", "subjects_of"]

# Settled on the pairs of tests/python/task_pairs.py: of 24 answers in other words and 24 tasks that
# share words and are none, all answers lie above UNCLEAR, and all but one of the others below
# LIKELY. Of pairs that were written afterwards half of the answers lie above UNCLEAR: what has no
# answer here may have one, and the words of the result say so.
LIKELY = 0.6
UNCLEAR = 0.35
MOST = 0.95  # two texts about the same may still ask for different things
# what counts is how much of the higher text is answered; a lower one that says little else is
# the better answer
OF_HIGHER, OF_BOTH = 0.7, 0.3


def cover(higher: Plan, lower: Plan, *, agency: str | None = None) -> Answers:
    r"""Say which tasks and targets of a higher plan may have an answer in a lower one.

    Texts are held against each other by what they are about, in whatever words, so an answer is
    never certain: each has its evidence, both texts with their places, and a strength.

    Parameters
    ----------
    higher, lower : Plan
        As of a province and of one of its communes.
    agency : str, optional
        Only what the higher plan gives this body to do (``"UBND xã An Lộc"``), as
        `Plan.for_agency`.

    Returns
    -------
    Answers
        A row a task, duty and indicator of the higher plan.

    Examples
    --------
    >>> import sauro
    >>> head = "TT\tNhiệm vụ\tChủ trì\n"
    >>> higher = sauro.read_plan(
    ...     text=head + "1\tNâng tỷ lệ hồ sơ giải quyết đúng hạn\tSở Nội vụ\n"
    ...     "2\tCấp nước sạch cho người dân\tSở Xây dựng"
    ... )
    >>> lower = sauro.read_plan(text=head + "1\tKhông để hồ sơ TTHC trễ hạn\tVăn phòng")
    >>> [(one.id, one.answer, one.by, one.by_title) for one in sauro.cover(higher, lower)]
    [('1.1', 'likely', '1.1', 'Không để hồ sơ TTHC trễ hạn'), ('1.2', 'none', '', '')]
    """
    asked = higher.for_agency(agency) if agency else higher
    of_higher, of_lower = bodies([asked.agencies, lower.agencies])
    items, others = items_of(asked, of_higher), items_of(lower, of_lower)
    wanted = [one for kind in KINDS for one in items[kind]]
    given = [one for kind in KINDS for one in others[kind]]
    texts = subjects_of([one.text for one in wanted], [_said(one) for one in given])
    sources = [*asked.tasks, *asked.duties, *asked.indicators]
    answers = [*lower.tasks, *lower.duties, *lower.indicators]
    found = []
    for at, item in enumerate(wanted):
        share, best = max(
            ((answering(texts, at, other), -other) for other in texts.like(at)), default=(0.0, 0)
        )
        if share < UNCLEAR:
            found.append(_none(item, sources[at], share))
        else:
            found.append(_found(item, given[-best], share, sources[at], answers[-best]))
    return Answers(found, (higher.document, lower.document))


def subjects_of(higher: Sequence[str], lower: Sequence[str]) -> Texts:
    """Give texts by what they are about."""
    first, last = (list(map(subjects_in, some)) for some in (higher, lower))
    return Texts(first, last, Weights([*first, *last], factor))


def answering(texts: Texts, higher: int, lower: int) -> float:
    """Give how much a lower text answers a higher one, from 0 to 1."""
    asked, given = texts.old[higher], texts.new[lower]
    share = texts.weigh(asked & given) / (texts.weigh.size(asked) or 1)
    return min(OF_HIGHER * share + OF_BOTH * strength(asked, given, texts.weigh), MOST)


def _said(item: Item) -> str:
    """Give what a lower plan says of an item: its text and what comes out of it."""
    product = item.facts.get("product")
    return f"{item.text}. {product.shown}" if product else item.text


def _none(item: Item, source: Any, share: float) -> Answer:
    asked = "; ".join(target.text for _, target in targets_of(source))
    return Answer(
        item.kind, item.id, item.text, item.facts["leads"].shown, item.where, "none", share,
        asked=asked,
    )  # fmt: skip


def _found(item: Item, by: Item, share: float, source: Any, answer: Any) -> Answer:
    reached, asked, given = aim(targets_of(source), targets_of(answer))
    likely: Found = "likely" if share >= LIKELY else "unclear"
    return Answer(
        item.kind, item.id, item.text, item.facts["leads"].shown, item.where, likely, share,
        by.kind, by.id, by.text, by.about, by.where, reached, asked, given,
    )  # fmt: skip
