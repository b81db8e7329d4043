"""A plan whose duties stand in sentences says who does what with whom, and until when."""

from collections.abc import Iterable
from typing import Any

import pytest
import sauro
from outcomes import Outcome, stands_in
from prose_shapes import BODIES, FORMS
from sentence_shapes import CONCERNED, EVERYONE, FRONT, RHYTHM, UNIONS, Said, Sentences

SEEDS = range(150)


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


def outcome_of(form: str, seeds: range = SEEDS) -> Spoken:
    outcome = Spoken()
    outcome.read(Sentences, form, seeds)
    return outcome


@pytest.mark.parametrize("form", FORMS)
def test_duties_in_sentences_are_read_whole(form: str) -> None:
    outcome_of(form).check()


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
