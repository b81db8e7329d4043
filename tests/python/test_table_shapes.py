"""The same tasks come out of every layout and format, but for their places."""

from pathlib import Path
from typing import Any

import pytest
import sauro
from table_shapes import Layout

SEEDS = range(80)


def names(plan: sauro.Plan, ids: list[str]) -> list[str]:
    return [plan.agencies[one].name for one in ids]


def said(plan: sauro.Plan, layout: Layout) -> list[tuple[Any, ...]]:
    areas = {
        (annex.number, area.number): area.title for annex in plan.annexes for area in annex.areas
    }
    return [
        (
            areas.get((task.annex, task.area)),
            task.title,
            task.product,
            names(plan, task.leads),
            sorted(names(plan, task.coordinators)),
            task.timeframe.due,
            task.timeframe.start if layout.time == "two" else None,
        )
        for task in plan.tasks
    ]


def wanted(plan: sauro.Plan, layout: Layout) -> list[tuple[Any, ...]]:
    known = {name: agency.name for agency in plan.agencies for name in [agency.name, *agency.names]}
    return [
        (
            work.area if layout.areas != "none" else None,
            work.title,
            work.product,
            [known.get(work.lead)],
            sorted(str(known.get(one)) for one in work.coordinators),
            work.due,
            work.start if layout.time == "two" else None,
        )
        for work in layout.works()
    ]


def check_plan(plan: sauro.Plan, layout: Layout) -> None:
    assert said(plan, layout) == wanted(plan, layout), layout.as_text()
    assert plan.coverage.lost == 0
    assert [one.message for one in plan.remarks] == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_layout_changes_nothing_of_what_a_table_says(form: str, seed: int) -> None:
    layout = Layout(seed)
    source = {"text": layout.as_text, "markdown": layout.as_markdown, "html": layout.as_html}[
        form
    ]()
    check_plan(sauro.read_plan(text=source, format=form), layout)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_file_says_what_its_table_says(form: str, seed: int, tmp_path: Path) -> None:
    layout = Layout(seed)
    path = tmp_path / f"a.{form}"
    path.write_bytes(layout.as_docx() if form == "docx" else layout.as_xlsx())
    check_plan(sauro.read_plan(path), layout)
