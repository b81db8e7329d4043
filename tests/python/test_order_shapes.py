"""A document that gives orders says to whom it speaks, and who does what until when."""

from collections import Counter
from typing import Any

import pytest
import sauro
from duty_outcomes import Ordered, names
from order_samples import SAMPLES, Sample
from order_shapes import Orders
from outcomes import stands_in
from prose_shapes import FORMS

SEEDS = range(200)


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
