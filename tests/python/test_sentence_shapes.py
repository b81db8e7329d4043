"""A plan whose duties stand in sentences says who does what with whom, and until when."""

import pytest
import sauro
from duty_outcomes import Spoken
from outcomes import stands_in
from prose_shapes import FORMS
from sentence_shapes import RHYTHM, Sentences

SEEDS = range(150)


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
        told_at = {str(one.span) for one in plan.reporting if stands_in(RHYTHM, one.text)}
        assert len(told_at) == expected, seed  # once for each of several bodies
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
