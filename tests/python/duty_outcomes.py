"""Duties beside what drawn documents say: bodies are compared by their ids, or by their names."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import sauro
from order_samples import DEPARTMENTS, EVERY, LINKED, ROOMS
from outcomes import Outcome
from prose_shapes import BODIES
from sentence_shapes import CONCERNED, EVERYONE, FRONT, UNIONS, Said


def known_names() -> dict[str, str]:
    names = [*BODIES, *EVERYONE, CONCERNED, FRONT, UNIONS]
    text = "TT\tNhiệm vụ\tChủ trì\n" + "\n".join(
        f"{i}\tRà soát {i}\t{name}" for i, name in enumerate(names)
    )
    plan = sauro.read_plan(text=text, format="text")
    return {name: task.leads[0] for name, task in zip(names, plan.tasks, strict=True)}


IDS = known_names()


def ids(names: Any) -> list[str]:
    return sorted(IDS[one] for one in names)


class Spoken(Outcome):
    """Bodies are compared by their ids."""

    def wrong_fields(self, said: Said, duty: Any, plan: sauro.Plan) -> dict[str, Any]:
        titles = {section.id: section.title for section in plan.sections}
        heading = titles[duty.section].rstrip(":") if said.heading else ""
        read = {
            "leads": (sorted(duty.leads), ids(said.leads)),
            "coordinators": (sorted(duty.coordinators), ids(said.helps)),
            "people": ([(one.name, one.post) for one in duty.people], list(said.people)),
            "due": (duty.timeframe.due, said.due),
            "heading": (heading, said.heading),
        }
        return {name: found for name, (found, wanted) in read.items() if found != wanted}

    def bodies(self, plan: sauro.Plan, ids: Iterable[str]) -> set[str]:
        return set(ids)

    def known(self, names: Iterable[str]) -> set[str]:
        return set(ids(names))


POOL = [*BODIES, *DEPARTMENTS, *ROOMS, "Sở Nội vụ", LINKED]
KEYS = {sauro.agency_key(name): name for name in POOL}


def name_of(agency: Any) -> str:
    """The name that was drawn for a body; of all of a kind EVERY; else the name that it has."""
    known = {KEYS[key] for key in map(sauro.agency_key, agency.names) if key in KEYS}
    if len(known) == 1:
        return known.pop()
    many = agency.generic or any("các" in one.casefold().split() for one in agency.names)
    return EVERY if many and not known else agency.name


def names(plan: sauro.Plan, ids: Iterable[str]) -> list[str]:
    return sorted({name_of(plan.agencies[one]) for one in ids})


def as_duty(task: Any) -> Any:
    """A task whose labels say who and when, as a duty."""
    return SimpleNamespace(
        text=task.title,
        kind="order",
        leads=task.leads,
        coordinators=task.coordinators,
        people=[],
        timeframe=task.timeframe,
    )


class Ordered(Outcome):
    """Bodies are compared by their names; one that stands for many of its kind is none."""

    def wrong_fields(self, said: Said, duty: Any, plan: sauro.Plan) -> dict[str, Any]:
        leads = names(plan, duty.leads)
        if said.leads == (EVERY,) and set(leads) <= {EVERY}:
            leads = [EVERY]
        read = {
            "leads": (leads, sorted(said.leads)),
            "coordinators": (names(plan, duty.coordinators), sorted(said.helps)),
            "people": ([(one.name, one.post) for one in duty.people if one.name], [*said.people]),
            "due": (duty.timeframe.due, said.due),
        }
        return {name: found for name, (found, wanted) in read.items() if found != wanted}

    def bodies(self, plan: sauro.Plan, ids: Iterable[str]) -> set[str]:
        return {*names(plan, ids)} - {EVERY}

    def known(self, names: Iterable[str]) -> set[str]:
        return set(names)

    def given(self, plan: sauro.Plan) -> list[Any]:
        return [*plan.duties, *map(as_duty, plan.tasks)]
