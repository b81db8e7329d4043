"""A plan in prose gives the tasks that it would give as a table."""

from typing import Any

import pytest
import sauro
from prose_shapes import BODIES, FORMS, Prose, Work

SEEDS = range(150)


def known_names() -> dict[str, str]:
    text = "TT\tNhiệm vụ\tChủ trì\n" + "\n".join(
        f"{i}\tRà soát {i}\t{b}" for i, b in enumerate(BODIES)
    )
    plan = sauro.read_plan(text=text, format="text")
    return {body: task.leads[0] for body, task in zip(BODIES, plan.tasks, strict=True)}


IDS = known_names()


def said(work: Work) -> tuple[Any, ...]:
    helps = sorted(IDS[one] for one in work.helps)
    return (work.title, [IDS[work.lead]], helps, work.due, work.product)


def read(task: sauro.Task) -> tuple[Any, ...]:
    return (
        task.title,
        list(task.leads),
        sorted(task.coordinators),
        task.timeframe.due,
        task.product,
    )


@pytest.mark.parametrize("form", FORMS)
def test_tasks_in_prose_are_read_whole(form: str) -> None:
    whole = 0
    wanted = 0
    wrong = []
    for seed in SEEDS:
        prose = Prose(seed)
        source = FORMS[form](prose)
        plan = sauro.read_plan(text=source, format=form)
        assert plan.coverage.lost == 0, source
        found = [read(task) for task in plan.tasks]
        expected = [said(work) for work in prose.works]
        right = [one for one in expected if one in found]
        wanted += len(expected)
        whole += len(right)
        if found != expected:
            wrong.append(
                (
                    seed,
                    [one for one in expected if one not in right],
                    [one for one in found if one not in expected],
                )
            )
        known = {agency.id for agency in plan.agencies} - set(IDS.values())
        assert known <= {"ubnd"}, (seed, known)
    assert whole >= 0.97 * wanted, (whole, wanted, wrong[:5])
    assert len(wrong) <= 0.05 * len(SEEDS), wrong[:5]


def test_reading_prose_again_gives_the_same_ids() -> None:
    for seed in SEEDS[:40]:
        prose = Prose(seed)
        plan = sauro.read_plan(text=prose.as_html(), format="html")
        ids = [task.id for task in plan.tasks]
        assert len(ids) == len(set(ids))
        assert all(one.startswith("0.") for one in ids), ids
        areas = {area.number for annex in plan.annexes for area in annex.areas}
        assert {task.area for task in plan.tasks} <= areas
