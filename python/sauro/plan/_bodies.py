"""The bodies that several plans name: which of them are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sauro._core import Agency, Plan
from sauro.text._keys import agency_key, fold

__all__ = ["Body", "bodies", "bodies_by_place"]

ABOVE = ("bo ", "so ", "chinh phu", "thu tuong")  # what is there once for all communes
OF_PROVINCE = (" tinh ", " thanh pho ", " trung uong ")


class Body(NamedTuple):
    """One body, whatever plans call it."""

    key: str
    name: str


def bodies(plans: Iterable[Iterable[Agency]]) -> list[dict[str, str]]:
    """Give each agency a key, by plan and id: one key where any of their spellings meet.

    Spellings meet as they do in one plan (`agency_key`), the first one that was met is the key.
    """
    first: dict[str, str] = {}
    named = []
    for agencies in plans:
        keys = {}
        for one in agencies:
            spellings = [agency_key(name) for name in (one.name, *one.names)]
            known = next((first[key] for key in spellings if key in first), spellings[0])
            for key in spellings:
                first.setdefault(key, known)
            keys[one.id] = known
        named.append(keys)
    return named


def bodies_by_place(plans: Sequence[Plan]) -> list[dict[str, Body]]:
    """Give the bodies of each plan by id: those of several communes are several.

    Plans of one place, or that name none, have one Phòng Kinh tế; in those of several places it
    stands with the place. What is there once for all of them (Sở Nội vụ) stands alone.
    """
    places = [plan.document.place for plan in plans]
    several = len({fold(place) for place in places if place}) > 1
    names: dict[str, str] = {}
    found = []
    keyed = bodies([plan.agencies for plan in plans])
    for plan, keys, place in zip(plans, keyed, places, strict=True):
        of_plan = {}
        for one in plan.agencies:
            is_local = several and place and not _stands_alone(one.name, places)
            key = f"{keys[one.id]} ({fold(place)})" if is_local else keys[one.id]
            name = f"{one.name} ({place})" if is_local else one.name
            of_plan[one.id] = Body(key, names.setdefault(key, name))
        found.append(of_plan)
    return found


def _stands_alone(name: str, places: Iterable[str]) -> bool:
    """Say whether a name tells the body without the place of its plan."""
    words = f"{fold(name)} "
    own = any(f" {fold(place)} " in words for place in places if place)
    return own or words.startswith(ABOVE) or any(part in words for part in OF_PROVINCE)
