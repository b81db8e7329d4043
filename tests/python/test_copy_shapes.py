"""What a copy adds, breaks or lays out anew doesn't change what is read of the document."""

from collections import Counter
from functools import cache
from random import Random
from typing import Any

import pytest
import sauro
from copy_shapes import BREAKS, COPIES
from duty_outcomes import Ordered
from originals import ORIGINALS, Copy, OriginalOrders
from page_shapes import PAGES

SHAPES = {**COPIES, **PAGES}
SEEDS = range(24)
FIELDS = ["kind", "number", "date", "place", "title", "signer", "recipients", "addressees"]
UNCLEAR = {  # shapes that leave open where a paragraph ends: the share that is read alike
    "plan": {"ragged, gaps": 0.9, "ragged, close": 0.7},
    "orders": {
        "ragged, gaps": 0.7,
        "ragged, close": 0.65,
        "break at dash": 0.9,  # a paragraph behind a numbered item may be a part of it
        "end, markdown": 0.95,  # who keeps the minutes and who chairs them, in one line
    },
}
Faults = dict[str, tuple[Any, Any]]  # found and wanted, by field


def copy_of(of: str, name: str, seed: int) -> Copy:
    return SHAPES[name](ORIGINALS[of](seed), Random(f"{name} {seed}"))


def document_of(plan: sauro.Plan) -> dict[str, Any]:
    said = {name: getattr(plan.document, name) for name in FIELDS}
    return {**said, "issuer": plan.document.issuer.casefold()}


def facts_of(plan: sauro.Plan) -> dict[str, list[Any]]:
    """All that the text of a plan says, without its places."""
    return {
        "legal_bases": [one.text for one in plan.document.legal_bases],
        "sections": [(one.id, one.title) for one in plan.sections],
        "paragraphs": [(one.id, text) for one in plan.sections for text in one.paragraphs],
        "duties": [(one.id, one.title, one.text) for one in plan.duties],
        "leads": [(one.id, *one.leads) for one in plan.duties],
        "coordinators": [(one.id, *one.coordinators) for one in plan.duties],
        "people": [(one.id, who.name, who.post) for one in plan.duties for who in one.people],
        "times": [(one.id, one.timeframe.text, one.timeframe.due) for one in plan.duties],
        "reporting": [one.text for one in plan.reporting],
        "tasks": [(one.id, one.title) for one in plan.tasks],
        "annexes": [(one.label, one.title) for one in plan.annexes],
    }


@cache
def original(of: str, seed: int) -> sauro.Plan:
    return sauro.read_plan(text="\n".join(ORIGINALS[of](seed).lines), format="text")


def first_difference(found: Any, wanted: Any) -> tuple[Any, Any]:
    """Both values, of lists the first items that differ."""
    if not isinstance(found, list):
        return found, wanted
    same = (i for i, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1])
    at = next(same, min(len(found), len(wanted)))
    return (found[at : at + 1] or ["nothing more"])[0], (wanted[at : at + 1] or ["no more"])[0]


def seen(value: Any) -> Any:
    """Give texts as a person sees them: spaces alike, a soft hyphen as a dash."""
    if isinstance(value, str):
        return " ".join(value.replace("\u00ad", "-").split())
    return type(value)(map(seen, value)) if isinstance(value, (list, tuple)) else value


def differences(found: dict[str, Any], wanted: dict[str, Any], unsaid: tuple[str, ...]) -> Faults:
    return {
        name: first_difference(seen(found[name]), wanted[name])
        for name in wanted
        if name not in unsaid and seen(found[name]) != wanted[name]
    }


def asks(plan: sauro.Plan, copy: Copy, whole: sauro.Plan) -> bool:
    """Whether a remark that the original has no cause for stands where the copy is doubtful."""
    known = {(one.kind, one.field, one.chosen) for one in whole.remarks}
    near = {line + by for line in copy.doubts for by in (-1, 0, 1)}
    new = [one for one in plan.remarks if (one.kind, one.field, one.chosen) not in known]
    return any(one.span.line in near for one in new)


def squeezed(text: str) -> str:
    return "".join(text.split())


def read_as_plan(plan: sauro.Plan, copy: Copy) -> Faults:
    """Lines that a copy adds and that aren't in `unread`, each with a reason; what is lost.

    A site's line that names the document by its number is one of its heading.
    """
    unread = squeezed("".join(one.text for one in plan.unread if one.reason))
    heading = plan.document.heading
    added = [one for one in copy.added if squeezed(one) not in unread and one not in heading]
    faults: Faults = {"unread": ("not unread", added[0])} if added else {}
    return {**faults, "lost": (plan.coverage.lost, 0)} if plan.coverage.lost else faults


@cache
def outcome(of: str, name: str, seed: int) -> tuple[Faults, Faults]:
    """What is read otherwise than the document says it, and what is read that isn't its own."""
    copy, whole = copy_of(of, name, seed), original(of, seed)
    plan = sauro.read_plan(text=copy.text, format=copy.form)
    wrong = differences(facts_of(plan), facts_of(whole), copy.unsaid)
    if wrong and asks(plan, copy, whole):
        wrong = {}
    head = differences(document_of(plan), ORIGINALS[of](seed).known(), copy.unsaid)
    return {**head, **wrong}, read_as_plan(plan, copy)


def shortened(value: Any, most: int = 150) -> str:
    text = repr(value)
    return text if len(text) <= most else f"{text[: most - 40]} ... {text[-36:]}"


def show_shapes(of: str, shapes: str = "", seeds: range = SEEDS, examples: int = 1) -> None:
    """Print for development how many copies of each shape are read alike, and what differs."""
    for name in [one for one in SHAPES if shapes in one]:
        found = {
            seed: {**read, **kept} for seed in seeds for read, kept in [outcome(of, name, seed)]
        }
        wrong = {seed: faults for seed, faults in found.items() if faults}
        fields = Counter(field for faults in wrong.values() for field in faults)
        said = ", ".join(f"{field} {n}" for field, n in fields.most_common())
        print(f"{name:24} {len(seeds) - len(wrong):3}/{len(seeds):<3} {said}")
        for seed, faults in list(wrong.items())[:examples]:
            field, (read, wanted) = next(iter(faults.items()))
            print(f"    seed {seed}, {field}:", shortened(read), f"not {shortened(wanted)}")


def show_copy(of: str, name: str, seed: int) -> None:
    """Print for development one copy, and all that is read otherwise than the plan says it."""
    copy = copy_of(of, name, seed)
    print(copy.text, f"({copy.form}, doubtful lines {copy.doubts})", sep="\n")
    for faults in outcome(of, name, seed):
        for field, (read, wanted) in faults.items():
            print(f"{field}:", f"  found  {read!r}", f"  wanted {wanted!r}", sep="\n")


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("of", ORIGINALS)
def test_a_copy_says_what_the_document_says(of: str, name: str) -> None:
    """Head, duties, leads, partners and days are those of the document before it was copied."""
    wrong = {seed: faults for seed in SEEDS if (faults := outcome(of, name, seed)[0])}
    most = len(SEEDS) * (1 - UNCLEAR[of].get(name, 1))
    assert len(wrong) <= most, (len(wrong), next(iter(wrong.items())))


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("of", ORIGINALS)
def test_what_a_copy_adds_is_left_unread_and_nothing_is_lost(of: str, name: str) -> None:
    """Menus, news, attributes and page numbers have a reason why they aren't read."""
    wrong = {seed: faults for seed in SEEDS if (faults := outcome(of, name, seed)[1])}
    assert not wrong, (len(wrong), next(iter(wrong.items())))


def orders_of(name: str) -> Ordered:
    read = Ordered()
    for seed in SEEDS:
        copy = copy_of("orders", name, seed)
        if not copy.doubts:  # else a remark has to ask, which the other test sees
            read.take(OriginalOrders(seed), sauro.read_plan(text=copy.text, format=copy.form))
    return read


@pytest.mark.parametrize("name", [one for one in SHAPES if not one.startswith("ragged")])
def test_copied_orders_are_whole_and_nothing_is_invented(name: str) -> None:
    """Beside what was drawn: 97 of 100 duties, no day or body that the document doesn't give."""
    orders_of(name).check()


@pytest.mark.parametrize("name", BREAKS)
def test_breaks_are_where_they_are_looked_for(name: str) -> None:
    """Without this the plans could have no such line, and the breaks prove nothing."""
    found = sum(bool(copy_of("plan", f"break at {name}", seed).doubts) for seed in SEEDS)
    assert found >= 0.8 * len(SEEDS)
