"""A document that gives orders says to whom it speaks, and who does what until when."""

from collections import Counter
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest
import sauro
from order_samples import DEPARTMENTS, EVERY, LINKED, ROOMS, SAMPLES, Sample
from order_shapes import Orders
from outcomes import Outcome, stands_in
from prose_shapes import BODIES, FORMS
from sentence_shapes import Said

SEEDS = range(200)
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


def wrong_head(prose: Any, document: Any) -> dict[str, Any]:
    """What is read otherwise of the head, by field."""
    read = {
        "kind": (document.kind, prose.kind),
        "number": (document.number, prose.number),
        "date": (document.date, prose.day),
        "title": (document.title, prose.title),
        "issuer": (stands_in(prose.issuer, document.issuer), True),
        "addressees": (list(document.addressees), list(prose.addressees)),
    }
    return {name: found for name, (found, wanted) in read.items() if found != wanted}


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


@pytest.mark.parametrize("form", FORMS)
def test_orders_of_documents_are_read_whole(form: str) -> None:
    outcome = Ordered()
    outcome.read(Orders, form, SEEDS)
    outcome.check()


@pytest.mark.parametrize("form", FORMS)
def test_heads_of_documents_say_who_speaks_to_whom(form: str) -> None:
    wrong = []
    for seed in SEEDS:
        prose = Orders(seed)
        document = sauro.read_plan(text=FORMS[form](prose), format=form).document
        if faults := wrong_head(prose, document):
            wrong.append((seed, faults))
    assert wrong == []


def test_documents_that_only_tell_give_nobody_anything_to_do() -> None:
    quiet = [prose for prose in map(Orders, SEEDS) if not prose.named]
    assert len(quiet) > 10
    for prose in quiet:
        plan = sauro.read_plan(text=prose.as_text(), format="text")
        assert [duty.text for duty in plan.duties] == [], prose.seed


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.number)
def test_a_document_of_each_kind_gives_what_its_clerk_would_list(sample: Sample) -> None:
    plan = sauro.read_plan(text=sample.text, format="text")
    assert wrong_head(sample, plan.document) == {}
    read = [(*names(plan, duty.leads), duty.timeframe.due) for duty in Ordered().given(plan)]
    assert Counter(read) == Counter((*sorted(leads), due) for leads, due in sample.duties)
    assert plan.coverage.lost == 0
