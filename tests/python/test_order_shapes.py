"""A document that gives orders says to whom it speaks, and who does what until when."""

from collections import Counter
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pytest
import sauro
from order_samples import DEPARTMENTS, EVERY, LINKED, ROOMS, SAMPLES, Sample
from order_shapes import Orders
from prose_shapes import BODIES
from sentence_shapes import Said
from test_sentence_shapes import Outcome, stands_in

SEEDS = range(200)
FORMS: dict[str, Callable[[Orders], Any]] = {
    "text": Orders.as_text,
    "markdown": Orders.as_markdown,
    "html": Orders.as_html,
    "docx": Orders.as_docx,
}
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


def wrong_fields(said: Said, duty: Any, plan: sauro.Plan) -> dict[str, Any]:
    """What was read otherwise than the document says it, by field."""
    leads = names(plan, duty.leads)
    if said.leads == (EVERY,) and set(leads) <= {EVERY}:
        leads = [EVERY]
    read = {
        "leads": (leads, sorted(said.leads)),
        "coordinators": (names(plan, duty.coordinators), sorted(said.helps)),
        "people": ([(one.name, one.post) for one in duty.people if one.name], list(said.people)),
        "due": (duty.timeframe.due, said.due),
    }
    return {name: found for name, (found, wanted) in read.items() if found != wanted}


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
    """What was read of documents that give orders, beside what they say."""

    def take(self, prose: Any, plan: sauro.Plan) -> None:
        """Compare a document with what it says: each duty with the first that has its key."""
        left = [*plan.duties, *map(as_duty, plan.tasks)]
        for said in prose.duties:
            self.wanted[said.style] += 1
            duty = next((one for one in left if stands_in(said.key, one.text)), None)
            if duty is None:
                line = next(one for one in prose.named if stands_in(said.key, one))
                self._note(prose.seed, said, {"missing": True}, line)
                continue
            left.remove(duty)
            self._note(prose.seed, said, wrong_fields(said, duty, plan), duty.text)
            self._named(prose.seed, plan, duty, {*said.leads}, {*said.helps}, said.due)
        for duty in left:
            lines = [line for line in prose.named if duty.text in line]
            may = {name for line in lines for name in prose.named[line]}
            self._named(prose.seed, plan, duty, may, may, None)
            if duty.kind != "standing":
                self.extra.append((prose.seed, duty.text))

    def _named(self, seed: int, plan: sauro.Plan, duty: Any, may: Any, help: Any, due: Any) -> None:
        """Note a day or a single body that the document doesn't give."""
        found = (seed, duty.text)
        if duty.timeframe.due not in (None, due):
            self.deadlines.append((*found, duty.timeframe.due, due))
        if wrong := {*names(plan, duty.leads)} - may - {EVERY}:
            self.leads.append((*found, wrong, may))
        if wrong := {*names(plan, duty.coordinators)} - help - {EVERY}:
            self.partners.append((*found, wrong, help))


def outcome_of(form: str, seeds: range = SEEDS) -> Ordered:
    outcome = Ordered()
    for seed in seeds:
        prose = Orders(seed)
        source = FORMS[form](prose)
        plan = sauro.read_plan(text=source, format=form)
        assert plan.coverage.lost == 0, source
        outcome.take(prose, plan)
    return outcome


def show_styles(
    form: str = "text", seeds: range = SEEDS, style: str = "", examples: int = 5
) -> None:
    """Print for development what fails by style, and examples: of all styles, or of one."""
    outcome = outcome_of(form, seeds)
    print(outcome.by_style())
    wrong = [one for one in outcome.wrong if not style or one[2].style == style]
    for one in [*outcome.deadlines, *outcome.leads, *outcome.partners, *outcome.extra][:examples]:
        print("invented:", *one, sep="\n  ")
    for one in wrong[:examples]:
        print("wrong:", *one, sep="\n  ")


@pytest.mark.parametrize("form", FORMS)
def test_orders_of_documents_are_read_whole(form: str) -> None:
    outcome = outcome_of(form)
    assert not outcome.deadlines, outcome.deadlines[:5]
    assert not outcome.leads, outcome.leads[:5]
    assert not outcome.partners, outcome.partners[:5]
    wanted, whole = outcome.wanted.total(), outcome.whole.total()
    assert whole >= 0.97 * wanted, (whole, wanted, outcome.wrong[:5])
    assert len(outcome.extra) <= 0.03 * wanted, outcome.extra[:5]


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
    given = [*plan.duties, *map(as_duty, plan.tasks)]
    read = [(*names(plan, duty.leads), duty.timeframe.due) for duty in given]
    assert Counter(read) == Counter((*sorted(leads), due) for leads, due in sample.duties)
    assert plan.coverage.lost == 0
