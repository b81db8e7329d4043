"""What a copy of a plan adds, breaks or lays out anew doesn't change what is read of the plan."""

from collections import Counter
from functools import cache
from random import Random
from typing import Any

import pytest
import sauro
from copy_shapes import BREAKS, COPIES, Copy, Original
from page_shapes import PAGES

SHAPES = {**COPIES, **PAGES}
SEEDS = range(16)
FIELDS = ["kind", "number", "date", "place", "title", "signer", "recipients"]
UNCLEAR = {"ragged, gaps": 0.9, "ragged, close": 0.7}  # lines end anywhere: the share read alike
Faults = dict[str, tuple[Any, Any]]  # found and wanted, by field


def copy_of(name: str, seed: int) -> Copy:
    return SHAPES[name](Original(seed), Random(f"{name} {seed}"))


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
def original(seed: int) -> sauro.Plan:
    return sauro.read_plan(text="\n".join(Original(seed).lines), format="text")


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


def asks(plan: sauro.Plan, copy: Copy, seed: int) -> bool:
    """Whether a remark that the original has no cause for stands where the copy is doubtful."""
    known = {(one.kind, one.field, one.chosen) for one in original(seed).remarks}
    near = {line + by for line in copy.doubts for by in (-1, 0, 1)}
    new = [one for one in plan.remarks if (one.kind, one.field, one.chosen) not in known]
    return any(one.span.line in near for one in new)


def squeezed(text: str) -> str:
    return "".join(text.split())


def read_as_plan(plan: sauro.Plan, copy: Copy) -> Faults:
    """Lines that a copy adds and that aren't in `unread`, each with a reason; what is lost."""
    unread = squeezed("".join(one.text for one in plan.unread if one.reason))
    added = [line for line in copy.added if squeezed(line) not in unread]
    faults: Faults = {"unread": ("not unread", added[0])} if added else {}
    return {**faults, "lost": (plan.coverage.lost, 0)} if plan.coverage.lost else faults


@cache
def outcome(name: str, seed: int) -> tuple[Faults, Faults]:
    """What is read otherwise than the plan says it, and what is read that isn't the plan's."""
    copy = copy_of(name, seed)
    plan = sauro.read_plan(text=copy.text, format=copy.form)
    wrong = differences(facts_of(plan), facts_of(original(seed)), copy.unsaid)
    if wrong and asks(plan, copy, seed):
        wrong = {}
    head = differences(document_of(plan), Original(seed).known(), copy.unsaid)
    return {**head, **wrong}, read_as_plan(plan, copy)


def shortened(value: Any, most: int = 150) -> str:
    text = repr(value)
    return text if len(text) <= most else f"{text[: most - 40]} ... {text[-36:]}"


def show_shapes(shapes: str = "", seeds: range = SEEDS, examples: int = 1) -> None:
    """Print for development how many copies of each shape are read alike, and what differs."""
    for name in [one for one in SHAPES if shapes in one]:
        found = {seed: {**read, **kept} for seed in seeds for read, kept in [outcome(name, seed)]}
        wrong = {seed: faults for seed, faults in found.items() if faults}
        fields = Counter(field for faults in wrong.values() for field in faults)
        said = ", ".join(f"{field} {n}" for field, n in fields.most_common())
        print(f"{name:24} {len(seeds) - len(wrong):3}/{len(seeds):<3} {said}")
        for seed, faults in list(wrong.items())[:examples]:
            field, (read, wanted) = next(iter(faults.items()))
            print(f"    seed {seed}, {field}:", shortened(read), f"not {shortened(wanted)}")


def show_copy(name: str, seed: int) -> None:
    """Print for development one copy, and all that is read otherwise than the plan says it."""
    copy = copy_of(name, seed)
    print(copy.text, f"({copy.form}, doubtful lines {copy.doubts})", sep="\n")
    for faults in outcome(name, seed):
        for field, (read, wanted) in faults.items():
            print(f"{field}:", f"  found  {read!r}", f"  wanted {wanted!r}", sep="\n")


@pytest.mark.parametrize("name", SHAPES)
def test_a_copy_says_what_the_plan_says(name: str) -> None:
    wrong = {seed: faults for seed in SEEDS if (faults := outcome(name, seed)[0])}
    most = len(SEEDS) * (1 - UNCLEAR.get(name, 1))
    assert len(wrong) <= most, (len(wrong), next(iter(wrong.items())))


@pytest.mark.parametrize("name", SHAPES)
def test_what_a_copy_adds_is_left_unread_and_nothing_is_lost(name: str) -> None:
    wrong = {seed: faults for seed in SEEDS if (faults := outcome(name, seed)[1])}
    assert not wrong, (len(wrong), next(iter(wrong.items())))


@pytest.mark.parametrize("name", BREAKS)
def test_breaks_are_where_they_are_looked_for(name: str) -> None:
    found = sum(bool(copy_of(f"break at {name}", seed).doubts) for seed in SEEDS)
    assert found >= 0.8 * len(SEEDS)
