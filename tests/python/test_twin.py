"""A plan of the usual size gives its 83 tasks in every format."""

import importlib.util
from pathlib import Path

import pytest
import sauro
import twin_plan
from text_forms import as_html, as_markdown, as_odt, write_docx

FORMS = [
    "txt",
    "md",
    "html",
    "docx",
    "odt",
    "xlsx",
    pytest.param("pdf", marks=pytest.mark.unsanitized),
]


def written(form: str, folder: Path) -> Path:
    """Write the plan in a format."""
    text = folder / "plan.txt"
    text.write_text(twin_plan.as_text(), encoding="utf-8")
    path = folder / f"plan.{form}"
    if form in ("md", "html"):
        content = {"md": as_markdown, "html": as_html}[form](text)
        path.write_text(content, encoding="utf-8")
    elif form == "docx":
        write_docx(text, path)
    elif form != "txt":
        made = {"odt": lambda: as_odt(text), "xlsx": twin_plan.as_xlsx, "pdf": twin_plan.as_pdf}
        path.write_bytes(made[form]())
    return path


@pytest.mark.parametrize("form", FORMS)
def test_the_twin_has_its_83_tasks(form: str, tmp_path: Path) -> None:
    if form == "pdf" and importlib.util.find_spec("pdfplumber") is None:
        pytest.skip("needs sauro[pdf]")
    plan = sauro.read_plan(written(form, tmp_path))
    works = twin_plan.works()
    assert len(works) == len(plan.tasks) == 83
    areas = plan.annexes[-1].areas
    assert [(a.number, a.title) for a in areas] == [
        *zip(twin_plan.ROMAN, twin_plan.AREAS, strict=True)
    ]
    ids = {name: agency.id for agency in plan.agencies for name in agency.names}
    said = [
        (t.id, t.title, t.product, t.leads, t.coordinators, t.timeframe.text) for t in plan.tasks
    ]
    assert said == [
        (w.id, w.title, w.product, [ids[w.lead]], [ids[w.helper]], w.time) for w in works
    ]
    kinds = [task.timeframe.kind for task in plan.tasks]
    assert kinds == [twin_plan.TIMES[work.time] for work in works]
    assert set(kinds) == set(twin_plan.TIMES.values())
    assert plan.document.number == "17/KH-UBND"
    assert plan.coverage.lost == 0
    assert not plan.remarks
