"""The same plan gives the same tasks whatever format it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES, PLANS
from text_forms import as_html, as_markdown, as_odt, write_docx

TEXTS = [EXAMPLES / "ke-hoach-an-loc.txt", *sorted(PLANS.glob("*.txt"))]


def tasks(plan: sauro.Plan) -> list[tuple[object, ...]]:
    """Give what the tasks say, without where they stand."""
    return [
        (
            task.id,
            task.parent,
            " ".join([task.title, *task.points]),
            task.leads,
            task.coordinators,
            task.timeframe.text,
            task.extra,
        )
        for task in plan.tasks
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_tasks_are_the_same_in_every_format(path: Path, tmp_path: Path) -> None:
    text = sauro.read_plan(path)
    write_docx(path, tmp_path / "plan.docx")
    others = {
        "markdown": sauro.read_plan(text=as_markdown(path), format="markdown"),
        "html": sauro.read_plan(text=as_html(path), format="html"),
        "docx": sauro.read_plan(tmp_path / "plan.docx"),
        "odt": sauro.read_plan(text=as_odt(path)),
    }
    for name, plan in others.items():
        assert tasks(plan) == tasks(text), name
        assert plan.document.number == text.document.number, name
        assert plan.document.title == text.document.title, name
        assert plan.document.signer == text.document.signer, name
        assert len(plan.duties) == len(text.duties), name
        assert len(plan.indicators) == len(text.indicators), name
        assert plan.coverage.lost == 0, name
