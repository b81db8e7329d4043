"""The document around the tables is the same in every layout; nothing of it is lost or doubled."""

import pytest
import sauro
from document_shapes import RECIPIENTS, Shape

SEEDS = range(120)


def read(seed: int, form: str) -> tuple[Shape, sauro.Plan, str]:
    shape = Shape(seed)
    source = shape.as_text() if form == "text" else shape.as_html()
    return shape, sauro.read_plan(text=source, format=form), source


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_layout_changes_nothing_of_what_surrounds_the_tables(form: str, seed: int) -> None:
    shape, plan, source = read(seed, form)
    document = plan.document
    assert (document.kind, document.number) == (shape.kind, shape.number), source
    assert document.title == shape.title, source
    assert document.issuer == "ỦY BAN NHÂN DÂN XÃ AN LỘC", source
    assert document.signer == shape.signer, source
    assert list(document.recipients) == RECIPIENTS, source
    assert len(document.legal_bases) == 2, source


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "html"])
def test_the_text_and_attached_documents_keep_their_structure(form: str, seed: int) -> None:
    shape, plan, source = read(seed, form)
    ids = [section.id for section in plan.sections if section.number]
    own = [one for one in ids if "/" not in one]
    assert own == shape.sections, source
    assert len(plan.tasks) == shape.tasks, source
    assert [annex.title for annex in plan.annexes].count(shape.attached) == bool(shape.attached)
    inner = [one.split("/")[1] for one in ids if "/" in one]
    assert inner[:4] == (["I", "II", "II.1", "II.2"] if shape.attached else []), source
    duties = [duty.section for duty in plan.duties if "/" in duty.section]
    assert len(duties) == bool(shape.attached), source
    assert len(plan.reporting) >= bool(shape.attached), source


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "html"])
def test_each_character_is_placed_once(form: str, seed: int) -> None:
    _, plan, source = read(seed, form)
    assert plan.coverage.lost == 0, source
    assert [piece.text for piece in plan.unread if piece.text] == [], source


@pytest.mark.parametrize("seed", SEEDS)
def test_annexes_and_tasks_have_ids_of_their_own(seed: int) -> None:
    _, plan, source = read(seed, "text")
    numbers = [annex.number for annex in plan.annexes]
    assert len(set(numbers)) == len(numbers), source
    ids = [task.id for task in plan.tasks]
    assert len(set(ids)) == len(ids), source
    assert not any("#" in one for one in ids), source
    labels = [annex.label.upper() for annex in plan.annexes if annex.label]
    doubled = len(labels) - len(set(labels))
    assert len([one for one in plan.remarks if one.field == "annex"]) == doubled, source
