"""A plan whose duties stand in sentences says who does what with whom, and until when."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import sauro
from prose_shapes import BODIES
from sentence_shapes import CONCERNED, EVERYONE, FRONT, RHYTHM, UNIONS, Said, Sentences

SEEDS = range(150)
FORMS: dict[str, Callable[[Sentences], Any]] = {
    "text": Sentences.as_text,
    "markdown": Sentences.as_markdown,
    "html": Sentences.as_html,
    "docx": Sentences.as_docx,
}


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


def stands_in(key: str, text: str) -> bool:
    return key.casefold() in text.casefold()


def wrong_fields(said: Said, duty: Any, titles: dict[str, str]) -> dict[str, Any]:
    """What was read otherwise than the sentence says it, by field."""
    heading = titles[duty.section].rstrip(":") if said.heading else ""
    read = {
        "leads": (sorted(duty.leads), ids(said.leads)),
        "coordinators": (sorted(duty.coordinators), ids(said.helps)),
        "people": ([(one.name, one.post) for one in duty.people], list(said.people)),
        "due": (duty.timeframe.due, said.due),
        "heading": (heading, said.heading),
    }
    return {name: found for name, (found, wanted) in read.items() if found != wanted}


@dataclass
class Outcome:
    """What was read of plans, beside what they say."""

    wanted: Counter[str] = field(default_factory=Counter)  # by style
    whole: Counter[str] = field(default_factory=Counter)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)  # by style and field
    wrong: list[tuple[Any, ...]] = field(default_factory=list)
    deadlines: list[tuple[Any, ...]] = field(default_factory=list)  # that nobody set
    leads: list[tuple[Any, ...]] = field(default_factory=list)
    partners: list[tuple[Any, ...]] = field(default_factory=list)
    extra: list[tuple[Any, ...]] = field(default_factory=list)

    def take(self, prose: Sentences, plan: sauro.Plan) -> None:
        """Compare a plan with what it says: each duty with the first that has its key."""
        titles = {section.id: section.title for section in plan.sections}
        left = list(plan.duties)
        for said in prose.duties:
            self.wanted[said.style] += 1
            duty = next((one for one in left if stands_in(said.key, one.text)), None)
            if duty is None:
                line = next(one for one in prose.named if stands_in(said.key, one))
                self._note(prose.seed, said, {"missing": True}, line)
                continue
            left.remove(duty)
            self._note(prose.seed, said, wrong_fields(said, duty, titles), duty.text)
            self._invented(prose.seed, duty, ids(said.leads), ids(said.helps), said.due)
        for duty in left:
            self._extra(prose, duty)

    def _note(self, seed: int, said: Said, faults: dict[str, Any], text: str) -> None:
        self.whole[said.style] += not faults
        self.faults.update((said.style, fault) for fault in faults)
        if faults:
            self.wrong.append((seed, faults, said, text))

    def _invented(self, seed: int, duty: Any, leads: Any, partners: Any, due: Any) -> None:
        found = (seed, duty.text)
        if duty.timeframe.due not in (None, due):
            self.deadlines.append((*found, duty.timeframe.due, due))
        if set(duty.leads) - set(leads):
            self.leads.append((*found, duty.leads, leads))
        if set(duty.coordinators) - set(partners):
            self.partners.append((*found, duty.coordinators, partners))

    def _extra(self, prose: Sentences, duty: Any) -> None:
        """Clauses without a day may be duties of their own, of the bodies in their line."""
        lines = [one for one in prose.named if duty.text in one]
        may = {IDS[name] for line in lines for name in prose.named[line]}
        self._invented(prose.seed, duty, may, may, None)
        if duty.kind != "standing":
            self.extra.append((prose.seed, duty.text))

    def by_style(self) -> str:
        """A line for each style: how many are whole, and which fields of the others are wrong."""
        lines = []
        for style, wanted in sorted(self.wanted.items()):
            faults = [f"{name} {n}" for (one, name), n in self.faults.items() if one == style]
            lines.append(f"{style:22} {self.whole[style]:4}/{wanted:<4} {', '.join(faults)}")
        lines.append(f"{'all':22} {self.whole.total():4}/{self.wanted.total():<4}")
        for name in ("deadlines", "leads", "partners", "extra"):
            lines.append(f"{'invented ' + name:22} {len(getattr(self, name)):4}")
        return "\n".join(lines)


def outcome_of(form: str, seeds: range = SEEDS) -> Outcome:
    outcome = Outcome()
    for seed in seeds:
        prose = Sentences(seed)
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
    for one in [*outcome.deadlines, *outcome.leads, *outcome.partners][:examples]:
        print("invented:", *one, sep="\n  ")
    for one in wrong[:examples]:
        print("wrong:", *one, sep="\n  ")


@pytest.mark.parametrize("form", FORMS)
def test_duties_in_sentences_are_read_whole(form: str) -> None:
    outcome = outcome_of(form)
    assert not outcome.deadlines, outcome.deadlines[:5]
    assert not outcome.leads, outcome.leads[:5]
    assert not outcome.partners, outcome.partners[:5]
    wanted, whole = outcome.wanted.total(), outcome.whole.total()
    assert whole >= 0.97 * wanted, (whole, wanted, outcome.wrong[:5])
    assert len(outcome.extra) <= 0.03 * wanted, outcome.extra[:5]


def test_what_is_reported_in_a_rhythm_is_no_dated_duty() -> None:
    told = 0
    for seed in SEEDS:
        prose = Sentences(seed)
        plan = sauro.read_plan(text=prose.as_text(), format="text")
        expected = sum(RHYTHM in line for line in prose.named)
        assert sum(stands_in(RHYTHM, one.text) for one in plan.reporting) == expected, seed
        told += expected
    assert told > 20


def test_duties_of_a_plan_have_ids_of_their_own_and_known_parents() -> None:
    for seed in SEEDS[:40]:
        plan = sauro.read_plan(text=Sentences(seed).as_html(), format="html")
        known = [duty.id for duty in plan.duties]
        assert len(known) == len(set(known)), seed
        assert {duty.parent for duty in plan.duties} <= {"", None, *known}, seed
        assert {duty.kind for duty in plan.duties} <= {"order", "standing"}, seed
        assert {duty.section for duty in plan.duties} <= {one.id for one in plan.sections}, seed
