"""What differs between two plans whose items are matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sauro.comparing._items import Item, Kind, same
from sauro.comparing._pairs import Pair, Texts, pairs_of
from sauro.comparing._words import numberless, written

__all__ = ["CHANGES", "Change", "changes_of"]

What = Literal["added", "dropped", "split", "merged", "changed", "moved"]
CHANGES: tuple[What, ...] = ("added", "dropped", "split", "merged", "changed", "moved")

PART = 0.75  # of the words of one part of a task that was split are in the whole
WHOLE = 0.75  # of the words of a task that was split are in its parts together
TOLD = 0.3  # from which the nearest text is told of what was added or dropped


@dataclass(frozen=True)
class Change:
    """One thing that differs.

    Attributes
    ----------
    kind : {"task", "duty", "indicator"}
    change : {"added", "dropped", "split", "merged", "changed", "moved"}
    field : str
        What of it changed: title, time, leads, coordinators, product, targets, unit, baseline; of
        what was moved annex, area, parent or number.
    old, new : str
        Ids; empty where there is none. Of a task that was split the ids of its parts.
    title, new_title : str
        Texts in the old and in the new plan.
    before, after : str
        What the field says.
    strength : float or None
        How much of the words the two texts share, from 0 to 1; of what was added or dropped of
        the nearest text, where there is one.
    sure : bool
        Whether they are surely the same.
    near : str
        Id of the nearest text in the other plan, of what was added or dropped.
    place, new_place : str
        Where they stand.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.Change("task", "changed", "time", "1.1", "1.2", before="Quý I", after="Quý II")
    >>> one.before, one.after, one.sure
    ('Quý I', 'Quý II', True)
    """

    kind: Kind
    change: What
    field: str = ""
    old: str = ""
    new: str = ""
    title: str = ""
    new_title: str = ""
    before: str = ""
    after: str = ""
    strength: float | None = None
    sure: bool = True
    near: str = ""
    place: str = ""
    new_place: str = ""


def changes_of(kind: Kind, old: Sequence[Item], new: Sequence[Item]) -> tuple[list[Change], int]:
    """Give what differs, and how many items both plans have.

    In the order of the new plan come what was added, changed or moved, then in that of the old
    plan what was dropped, then what was split and merged.
    """
    pairs, texts = pairs_of(old, new)
    turned = [Pair(one.new, one.old, one.strength, one.is_sure) for one in pairs]
    split = Parts(texts, pairs)
    merged = Parts(texts.turned, turned)
    titles = {title for one in new for title in (one.annex, one.area, one.parent)}
    matched = {pair.new: pair for pair in pairs}
    changes: list[Change] = []
    for b, item in enumerate(new):
        if b in matched:
            pair = matched[b]
            is_part = pair.old in split.wholes or b in merged.wholes
            found = _of_pair(kind, old[pair.old], item, pair, titles)
            changes += [one for one in found if not is_part or one.field in item.facts]
        elif b not in split.parts and b not in merged.wholes:
            changes.append(_added(kind, item, split.nearest.get(b), old))
    known = {pair.old for pair in pairs} | merged.parts | set(split.wholes)
    changes += [
        _dropped(kind, item, merged.nearest.get(a), new)
        for a, item in enumerate(old)
        if a not in known
    ]
    for a, parts in split.wholes.items():
        changes.append(_split(kind, old[a], [new[b] for b in parts], split.share(a)))
    for b, parts in merged.wholes.items():
        changes.append(_merged(kind, [old[a] for a in parts], new[b], merged.share(b)))
    return changes, len(pairs)


class Parts:
    """Items that became several: what is new has most of its words from one old item.

    Attributes
    ----------
    wholes : dict of int to list of int
        Places of old items, and of their parts on the other side.
    parts : set of int
        Parts that no old item was matched with.
    nearest : dict of int to (float, int)
        Of what is left on the other side the nearest old item and how near it is.
    """

    def __init__(self, texts: Texts, pairs: Sequence[Pair]) -> None:
        self._texts = texts
        mates = {pair.old: pair.new for pair in pairs}
        exact = {pair.old for pair in pairs if pair.strength == 1}
        left = set(range(len(texts.new))) - {pair.new for pair in pairs}
        self.nearest: dict[int, tuple[float, int]] = {}
        self.wholes: dict[int, list[int]] = {}
        self.parts: set[int] = set()
        found: dict[int, list[int]] = defaultdict(list)
        for b in sorted(left):
            for a in texts.turned.like(b):
                share = texts.strength(a, b)
                if share > self.nearest.get(b, (0.0, 0))[0]:
                    self.nearest[b] = share, a
                if a not in exact and texts.share(a, b) >= PART:
                    found[a].append(b)
        for a in sorted(found):
            self._part(a, found[a], mates.get(a))

    def _part(self, whole: int, some: Sequence[int], mate: int | None) -> None:
        """Remember the parts of an item where they have nearly all of its words."""
        parts = [b for b in some if b not in self.parts]
        own = [mate] if mate is not None and self._texts.share(whole, mate) >= PART else []
        together = sorted([*own, *parts])
        enough = self._texts.share_of_old(whole, together) >= WHOLE
        if parts and len(together) > 1 and enough:
            self.wholes[whole] = together
            self.parts.update(parts)

    def share(self, whole: int) -> float:
        """Give how much of the words of an item its parts have."""
        return self._texts.share_of_old(whole, self.wholes[whole])


def _of_pair(kind: Kind, old: Item, new: Item, pair: Pair, titles: set[str]) -> Iterator[Change]:
    """Give what changed of one item."""

    def change(what: What, field: str, before: str, after: str) -> Change:
        return Change(
            kind, what, field, old.id, new.id, old.text, new.text, before, after,
            pair.strength, pair.is_sure, "", old.where, new.where,
        )  # fmt: skip

    if not _same_words(old, new):
        yield change("changed", "title", old.text, new.text)
    for name, fact in old.facts.items():
        if not same(fact, new.facts[name]):
            yield change("changed", name, fact.shown, new.facts[name].shown)
    if moved := _moved(old, new, titles):
        yield change("moved", moved, f"{old.id} ({old.place})", f"{new.id} ({new.place})")


def _same_words(old: Item, new: Item) -> bool:
    """Say whether two texts say the same, but for the numbers of targets, which are told apart."""
    if new.versions[0] in old.versions:
        return True
    if same(old.facts["targets"], new.facts["targets"]):
        return written(new.text) in map(written, old.versions)
    return numberless(old.text) == numberless(new.text)


def _moved(old: Item, new: Item, titles: set[str]) -> str:
    """Name what an item was moved to; empty where it stands in its place.

    What is called otherwise at the same number is the same place, unless the new plan has one that
    is called so elsewhere.
    """
    for name in ("annex", "area", "parent"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after and (old.numbers[name] != new.numbers[name] or before in titles):
            return name
    return "number" if old.id != new.id else ""


def _added(kind: Kind, new: Item, nearest: tuple[float, int] | None, old: Sequence[Item]) -> Change:
    share, near = _told(nearest, old)
    return Change(
        kind, "added", new=new.id, new_title=new.text, after=new.about,
        strength=share, sure=share is None, near=near, new_place=new.where,
    )  # fmt: skip


def _dropped(
    kind: Kind, old: Item, nearest: tuple[float, int] | None, new: Sequence[Item]
) -> Change:
    share, near = _told(nearest, new)
    return Change(
        kind, "dropped", old=old.id, title=old.text, before=old.about,
        strength=share, sure=share is None, near=near, place=old.where,
    )  # fmt: skip


def _told(nearest: tuple[float, int] | None, others: Sequence[Item]) -> tuple[float | None, str]:
    """Give how near the nearest text is and its id, where it is near enough to be told."""
    if nearest is None or nearest[0] < TOLD:
        return None, ""
    return nearest[0], others[nearest[1]].id


def _split(kind: Kind, old: Item, parts: Sequence[Item], share: float) -> Change:
    return Change(
        kind, "split", old=old.id, new="; ".join(one.id for one in parts), title=old.text,
        new_title="; ".join(one.text for one in parts), strength=share, sure=False,
        place=old.where, new_place="; ".join(one.where for one in parts),
    )  # fmt: skip


def _merged(kind: Kind, parts: Sequence[Item], new: Item, share: float) -> Change:
    return Change(
        kind, "merged", old="; ".join(one.id for one in parts), new=new.id,
        title="; ".join(one.text for one in parts), new_title=new.text, strength=share,
        sure=False, place="; ".join(one.where for one in parts), new_place=new.where,
    )  # fmt: skip
