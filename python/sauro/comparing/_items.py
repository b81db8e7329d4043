"""What plans are compared by: their tasks, duties and indicators, each with its place and facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sauro._base.shown import place_of
from sauro._core import Annex, Duty, Indicator, Plan, Task, Timeframe
from sauro.comparing._words import YEAR, written, yearless
from sauro.phrases._phrases import parse_target
from sauro.text._keys import fold, tone_key

__all__ = ["FIELDS", "KINDS", "Fact", "Item", "Kind", "items_of", "same"]

SPAN_OR_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b")

Kind = Literal["task", "duty", "indicator"]
KINDS: tuple[Kind, ...] = ("task", "duty", "indicator")
FIELDS = {
    "time": "thời gian",
    "leads": "chủ trì",
    "coordinators": "phối hợp",
    "product": "sản phẩm",
    "targets": "chỉ tiêu",
    "unit": "đơn vị tính",
    "baseline": "hiện trạng",
}


@dataclass(frozen=True)
class Fact:
    """What a plan says of an item in one field, and what it is compared by.

    Two facts are the same where any of their keys is; one of last year's plan has keys of this
    year too.
    """

    shown: str
    keys: tuple[Hashable, ...]


@dataclass(frozen=True)
class Item:
    """A task, duty or indicator."""

    kind: Kind
    id: str
    text: str
    versions: tuple[str, ...]  # keys of the text, of this year and of the other plan's
    annex: str  # key of its title, else its number
    area: str
    parent: str  # key of the task above
    numbers: Mapping[str, str]  # of annex, area and parent
    where: str  # in the source
    place: str  # for people: annex and area
    facts: Mapping[str, Fact]

    @property
    def about(self) -> str:
        """Who leads it, and when."""
        told = (self.facts[name].shown for name in ("leads", "time") if name in self.facts)
        return "; ".join(filter(None, told))


def same(a: Fact, b: Fact) -> bool:
    """Say whether two facts are one."""
    return not set(a.keys).isdisjoint(b.keys)


def versions(text: str, years: int, own: int | None) -> tuple[str, ...]:
    """Give a text as it is, with all years so many later, and with the plan's own year alone.

    Documents are cited by their year, and periods of several years stay: 2021 - 2030.
    """
    if not years:
        return (text,)
    every = YEAR.sub(lambda found: str(int(found[0]) + years), text)
    return tuple({text: 0, own_later(text, years, own): 0, every: 0})


def own_later(text: str, years: int, own: int | None) -> str:
    """Give a text with the plan's own year alone so many later."""

    def later(found: re.Match[str]) -> str:
        return str(own + years) if own and found[0] == str(own) else found[0]

    return SPAN_OR_YEAR.sub(later, text)


class _Reader:
    """Takes the items out of a plan; `years` is how much later the other plan is."""

    def __init__(self, plan: Plan, bodies: Mapping[str, str], years: int, year: int | None) -> None:
        self.plan = plan
        self.bodies = bodies
        self.years = years
        self.year = year
        self.names = {one.id: one.name for one in plan.agencies}
        self.annexes: dict[int, Annex] = {one.number: one for one in plan.annexes}
        self.titles = {one.id: yearless(one.title) for one in plan.tasks}
        self.titles |= {one.id: yearless(one.name) for one in plan.indicators}

    def task(self, task: Task) -> Item:
        targets = [one for one in task.targets if one.kind != "not_measurable"]
        return self._item(
            "task",
            task,
            "; ".join(one.rstrip(" .:;,") for one in (task.title, *task.points)),
            {
                "time": self._time(task.timeframe),
                "leads": self._agencies(task.leads, task.lead),
                "coordinators": self._agencies(task.coordinators, task.coordinator),
                "product": self._words(task.product),
                "targets": Fact("; ".join(t.text for t in targets), (_amounts(targets),)),
            },
        )

    def duty(self, duty: Duty) -> Item:
        targets = [one for one in duty.targets if one.kind != "not_measurable"]
        return self._item(
            "duty",
            duty,
            duty.title,
            {
                "time": self._time(duty.timeframe),
                "leads": self._agencies(duty.leads, "; ".join(one.name for one in duty.people)),
                "coordinators": self._agencies(duty.coordinators, ""),
                "targets": Fact("; ".join(t.text for t in targets), (_amounts(targets),)),
            },
        )

    def indicator(self, one: Indicator) -> Item:
        return self._item(
            "indicator",
            one,
            one.name,
            {
                "unit": self._words(one.unit),
                "leads": self._agencies(one.owners, one.owner),
                "baseline": self._words(one.baseline),
                "targets": self._horizons(one.targets),
            },
        )

    def _item(self, kind: Kind, one: Any, text: str, facts: dict[str, Fact]) -> Item:
        number = getattr(one, "annex", 0)
        annex = self.annexes.get(number)
        areas = {area.number: area.title for area in annex.areas} if annex else {}
        area = getattr(one, "area", "")
        label = annex.label if annex and annex.label else f"Phụ lục {number}" if number else ""
        title = yearless(areas.get(area, "")) or area
        parts = [label, " ".join(filter(None, (f"{area}." if area else "", areas.get(area, ""))))]
        parent = one.parent or ""
        keys = [tone_key(each) for each in versions(text, self.years, self.year)]
        return Item(
            kind=kind,
            id=one.id,
            text=text,
            versions=tuple(keys),
            annex=yearless(annex.title) if annex and annex.title else str(number),
            area=title,
            parent=self.titles.get(parent, parent if kind != "duty" else ""),
            numbers={"annex": str(number), "area": area, "parent": parent},
            where=place_of(one.span),
            place=", ".join(filter(None, parts)),
            facts=facts,
        )

    def _words(self, text: str) -> Fact:
        return Fact(text, self._keys(text))

    def _keys(self, text: str) -> tuple[Hashable, ...]:
        told = versions(text, self.years, self.year)
        return (*(written(one) for one in told), *(tone_key(one) for one in told))

    def _agencies(self, ids: list[str], written: str) -> Fact:
        names = "; ".join(self.names.get(one, one) for one in ids)
        if not ids:
            return Fact(written, self._keys(written))
        return Fact(names, (frozenset(self.bodies.get(one, one) for one in ids),))

    def _time(self, time: Timeframe) -> Fact:
        keys, issued = list(self._keys(time.text)), self.plan.document.date
        if time.kind == "continuous" or time.due or time.occurrences or time.rule:
            keys += [_meaning(time, later, issued) for later in {0: 0, self.years: 0}]
        return Fact(time.text, tuple(keys))

    def _horizons(self, targets: Mapping[str, str]) -> Fact:
        amounts = {when: _amounts(parse_target(text)) for when, text in targets.items() if text}
        later = {self._later(when): amount for when, amount in amounts.items()}
        shown = "; ".join(f"{when}: {text}" for when, text in targets.items() if text)
        return Fact(shown, tuple({frozenset(one.items()): 0 for one in (amounts, later)}))

    def _later(self, horizon: str) -> str:
        """Move what is of the plan's own year; a target of 2030 stays where it is."""
        return own_later(horizon, self.years, self.year)


def _meaning(time: Timeframe, years: int, issued: date | None) -> Hashable:
    """Give when something is due, whatever the words, so many years later.

    A limit alone begins on the day of the plan, which isn't of its time.
    """
    start = None if time.start == issued else time.start

    def day(one: date | None) -> tuple[int, int, int] | None:
        return None if one is None else (one.year + years, one.month, one.day)

    steps = tuple((day(one.start), day(one.due)) for one in time.occurrences)
    return time.kind, day(start), day(time.due), time.due_minute, steps, time.rule, time.event


def _amounts(targets: list[Any]) -> Hashable:
    return tuple(
        (one.kind, one.comparison, one.value, one.upper, one.unit, one.grade or fold(one.text))
        if one.value is None
        else (one.kind, one.comparison, one.value, one.upper, one.unit)
        for one in targets
    )


def items_of(
    plan: Plan, bodies: Mapping[str, str], years: int = 0, year: int | None = None
) -> dict[Kind, list[Item]]:
    """Give what a plan has by kind, in its order."""
    reader = _Reader(plan, bodies, years, year)
    read: dict[Kind, tuple[Callable[[Any], Item], Iterator[Any]]] = {
        "task": (reader.task, iter(plan.tasks)),
        "duty": (reader.duty, iter(plan.duties)),
        "indicator": (reader.indicator, iter(plan.indicators)),
    }
    return {kind: [take(one) for one in some] for kind, (take, some) in read.items()}
