"""A plan that mixes styles gives the tasks and duties that each of its parts gives alone."""

from collections import Counter
from itertools import product
from typing import Any

import pytest
import sauro
from duty_outcomes import IDS, Spoken
from mixed_shapes import TITLES, WAYS, WIDTHS, Mixed, broken
from prose_shapes import FORMS, Work

SEEDS = range(80)


def said(work: Work) -> tuple[Any, ...]:
    helps = sorted(IDS[one] for one in work.helps)
    return (work.title, [IDS[work.lead]], helps, work.due, work.product)


def read(task: sauro.Task) -> tuple[Any, ...]:
    helps = sorted(task.coordinators)
    return (task.title, list(task.leads), helps, task.timeframe.due, task.product)


class Blended(Spoken):
    """Duties are compared as in plans of sentences, tasks by all that their labels say."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: list[tuple[Any, ...]] = []  # the seed, tasks that are missing, others instead
        self.strange: list[tuple[Any, ...]] = []  # the seed, bodies that no document names

    def take(self, prose: Any, plan: sauro.Plan) -> None:
        """Compare tasks too, and look for bodies that nobody named."""
        super().take(prose, plan)
        wanted, found = map(said, prose.works), list(map(read, plan.tasks))
        missing = []
        for one in wanted:
            self.wanted["labels"] += 1
            self.whole["labels"] += one in found
            if one in found:
                found.remove(one)
            else:
                missing.append(one)
        if missing or found:
            self.tasks.append((prose.seed, missing, found))
        if strange := {one.id for one in plan.agencies} - {*IDS.values(), "ubnd"}:
            self.strange.append((prose.seed, strange))

    def check(self) -> None:
        """Nothing is invented, and at least 97 of 100 tasks are whole, as of tasks and duties."""
        assert not self.strange, self.strange[:5]
        super().check()
        wanted, whole = self.wanted["labels"], self.whole["labels"]
        assert whole >= 0.97 * wanted, (whole, wanted, self.tasks[:5])
        assert sum(len(found) for _, _, found in self.tasks) <= 0.03 * wanted, self.tasks[:5]


def outcome_of(titles: str, way: str, width: int = 0) -> Blended:
    """What is read of plans whose sections are called by their work, or by their topic."""
    outcome = Blended()
    for seed in SEEDS:
        if seed % 2 == (titles == "topic"):
            prose = Mixed(seed)
            form, write = WAYS[way]
            source = write(broken(prose, width)) if width else FORMS[form](prose)
            plan = sauro.read_plan(text=source, format=form)
            assert plan.coverage.lost == 0, source
            outcome.take(prose, plan)
    return outcome


def show_all() -> None:
    """Print for development what is whole in every form, and what is invented."""
    for titles, way, width in product(TITLES, WAYS, [0, *WIDTHS]):
        one = outcome_of(titles, way, width)
        invented = [len(one.deadlines), len(one.leads), len(one.partners), len(one.strange)]
        duties = one.whole.total() - one.whole["labels"], one.wanted.total() - one.wanted["labels"]
        tasks = one.whole["labels"], one.wanted["labels"]
        print(
            f"{titles:6} {way:9} {width:3}", "duties", duties, "tasks", tasks, "invented", invented
        )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("titles", TITLES)
def test_mixed_styles_are_read_whole(titles: str, form: str) -> None:
    """Labels, sentences and articles in one plan: each part says what it says alone."""
    outcome_of(titles, form).check()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("titles", TITLES)
def test_mixed_styles_in_broken_lines_are_read_whole(titles: str, way: str, width: int) -> None:
    """Where a paragraph's lines are broken changes nothing of what the plan gives whom."""
    outcome_of(titles, way, width).check()


def test_each_plan_mixes_labels_sentences_and_articles() -> None:
    """Without this the plans could be of one style each, and the other tests prove less."""
    for prose in map(Mixed, SEEDS):
        styles = {said.style.partition(".")[0] for said in prose.duties}
        assert prose.works and len(styles) > 1, prose.seed
        assert any(str(one).startswith("Điều 2.") for one in prose.blocks), prose.seed
    assert Counter(said.style for prose in map(Mixed, SEEDS) for said in prose.duties)["pair"] > 20
