"""Which item of one plan is which of another: by their words, one to one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sauro.comparing._items import Item, same
from sauro.comparing._words import Weights, features, numbers_in, strength, yearless

__all__ = ["Pair", "Texts", "pairs_of"]

# Shares of words and pairs of neighbours that two texts have in common. On pairs of tasks that
# officials rewrote (tests/python/task_pairs.py) those of one task lie above 0.5 and those of
# two tasks below; between 0.35 and 0.5 both occur, and the place and the lead decide.
LEAST = 0.5
LEAST_IN_PLACE = 0.35
SURE = 0.85
CLEAR = 0.1  # by which a sure pair is better than each other one of its items
LOOKED_AT = 256  # entries of the index for one text
COMPARED = 16  # texts of which the words are compared for one text


@dataclass(frozen=True)
class Pair:
    """An item of the old plan and one of the new, by their places in the lists."""

    old: int
    new: int
    strength: float
    is_sure: bool


class Texts:
    """Texts of both plans, what they have in common, and which are most alike."""

    def __init__(
        self, old: list[frozenset[str]], new: list[frozenset[str]], weigh: Weights
    ) -> None:
        self.old, self.new, self.weigh = old, new, weigh
        self._like: dict[int, list[int]] = {}

    @classmethod
    def of(cls, old: Sequence[Item], new: Sequence[Item]) -> Texts:
        """Take the texts of items."""
        first, last = ([features(one.text) for one in side] for side in (old, new))
        return cls(first, last, Weights([*first, *last]))

    @cached_property
    def turned(self) -> Texts:
        """The same with both sides changed over."""
        return Texts(self.new, self.old, self.weigh)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """New texts by their words."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self.new):
            for word in words:
                places[word].append(place)
        return places

    def strength(self, old: int, new: int) -> float:
        """Give how much two texts have in common."""
        return strength(self.old[old], self.new[new], self.weigh)

    def share(self, old: int, new: int) -> float:
        """Give how much of the words of the new text the old one has."""
        return self.weigh(self.old[old] & self.new[new]) / (self.weigh.size(self.new[new]) or 1)

    def share_of_old(self, old: int, parts: Sequence[int]) -> float:
        """Give how much of the words of the old text some new ones have together."""
        words = frozenset[str]().union(*(self.new[new] for new in parts))
        return self.weigh(self.old[old] & words) / (self.weigh.size(self.old[old]) or 1)

    def like(self, old: int) -> list[int]:
        """Give the new texts that have most of the rarest words of an old one.

        A bounded number of them is looked at, so that the cost of all doesn't grow with the square
        of their number; of many that share a word those near the same place of the plan.
        """
        if old not in self._like:
            self._like[old] = self._looked_for(old)
        return self._like[old]

    def _looked_for(self, old: int) -> list[int]:
        lists = [self._places[word] for word in sorted(self.old[old]) if word in self._places]
        lists.sort(key=len)
        middle = old * len(self.new) // max(len(self.old), 1)
        weights: dict[int, int] = defaultdict(int)
        left = LOOKED_AT
        for places in lists:
            if left <= 0:
                break
            some = _around(places, middle, left)
            left -= len(some)
            for place in some:
                weights[place] += 1 + LOOKED_AT // len(places)
        least = sorted(weights.values(), reverse=True)[:COMPARED][-1:]
        best = [place for place, weight in weights.items() if [weight] >= least]
        best.sort(key=lambda place: (-weights[place], abs(place - middle), place))
        return best[:COMPARED]


def _around(places: list[int], middle: int, most: int) -> list[int]:
    """Give at most so many places, those nearest to one."""
    if len(places) <= most:
        return places
    first = min(max(bisect_left(places, middle) - most // 2, 0), len(places) - most)
    return places[first : first + most]


def pairs_of(old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Pair], Texts]:
    """Match items one to one: the same words first, then those that are most alike.

    Returns
    -------
    list of Pair
        In the order of the old plan.
    Texts
        Of both; empty where nothing was left over.
    """
    old_left, new_left = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
    pairs = [Pair(a, b, 1.0, True) for a, b in _same_words(old, new, old_left, new_left)]
    if not old_left and not new_left:
        return pairs, Texts([], [], Weights([]))
    texts = Texts.of(old, new)
    if old_left and new_left:
        pairs += _alike(old, new, texts, old_left, new_left)
    return sorted(pairs, key=lambda pair: pair.old), texts


def _key(one: Item, level: int) -> str:
    """Give a version of the text, or at level 0 its words without years."""
    return one.versions[min(level, len(one.versions)) - 1] if level else yearless(one.text)


def _said(one: Item) -> tuple[Hashable, ...]:
    """Give all facts, those of last year as this year's."""
    return tuple(fact.keys[-1] for fact in one.facts.values())


Signature = Callable[[Item], Hashable]
SIGNATURES: tuple[Signature, ...] = (
    lambda one: (one.parent, one.area, one.annex, one.id, *_said(one)),
    lambda one: (one.parent, one.area, one.annex, *_said(one)),
    lambda one: (one.parent, one.area, one.annex, one.facts["leads"].keys, one.id),
    lambda one: (one.parent, one.area, one.annex, one.facts["leads"].keys),
    lambda one: (one.parent, one.area, one.annex),
    lambda one: (one.facts["leads"].keys, one.id),
    lambda one: one.facts["leads"].keys,
    lambda one: one.id,
    lambda one: (),
)


def _same_words(
    old: Sequence[Item],
    new: Sequence[Item],
    old_left: dict[int, None],
    new_left: dict[int, None],
) -> Iterator[tuple[int, int]]:
    """Pair what has the same words; of several such those that agree in most else."""
    most = max((len(one.versions) for one in old), default=1)
    for level in range(most, -1, -1):  # next year's words, then the same ones, then any years
        old_keys = {place: _key(old[place], level) for place in old_left}
        new_keys = {place: _key(new[place], min(level, 1)) for place in new_left}
        for signature in SIGNATURES:
            waiting: dict[Hashable, list[int]] = defaultdict(list)
            for place in reversed(new_left):
                waiting[new_keys[place], signature(new[place])].append(place)
            for a in list(old_left):
                found = waiting.get((old_keys[a], signature(old[a])))
                if found:
                    b = found.pop()
                    del old_left[a], new_left[b]
                    yield a, b


def _alike(
    old: Sequence[Item],
    new: Sequence[Item],
    texts: Texts,
    old_left: dict[int, None],
    new_left: dict[int, None],
) -> Iterator[Pair]:
    """Pair what is most alike among what is left, the strongest first."""
    found = []
    best: dict[tuple[str, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for a in old_left:
        for b in texts.like(a):
            if b not in new_left:
                continue
            share = texts.strength(a, b)
            for side in (("old", a), ("new", b)):
                best[side] = sorted([*best[side], share])[-2:]
            near = old[a].id == new[b].id
            if share >= LEAST or (share >= LEAST_IN_PLACE and near and _led(old[a], new[b])):
                agree = (old[a].parent == new[b].parent) + _led(old[a], new[b]) + near
                found.append((-share, -agree, a, b))
    for negative, _, a, b in sorted(found):
        if a not in old_left or b not in new_left:
            continue
        del old_left[a], new_left[b]
        clear = all(best[side][0] <= -negative - CLEAR for side in (("old", a), ("new", b)))
        yield Pair(a, b, -negative, clear and -negative >= SURE and _numbered(old[a], new[b]))


def _numbered(old: Item, new: Item) -> bool:
    """Say whether two texts have the same numbers, but for those of their targets."""
    same_target = same(old.facts["targets"], new.facts["targets"])
    return not same_target or numbers_in(old.text) == numbers_in(new.text)


def _led(old: Item, new: Item) -> bool:
    return same(old.facts["leads"], new.facts["leads"])
