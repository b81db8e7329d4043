"""The same tasks come out of every layout and format, but for their places."""

from pathlib import Path
from typing import Any

import open_documents as odf
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


def check_plan(plan: sauro.Plan, layout: Layout, remarks: list[str] | None = None) -> None:
    assert said(plan, layout) == wanted(plan, layout), layout.as_text()
    assert plan.coverage.lost == 0
    assert [one.message for one in plan.remarks] == (remarks or [])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_layout_changes_nothing_of_what_a_table_says(form: str, seed: int) -> None:
    layout = Layout(seed)
    source = {"text": layout.as_text, "markdown": layout.as_markdown, "html": layout.as_html}[
        form
    ]()
    check_plan(sauro.read_plan(text=source, format=form), layout)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["docx", "xlsx", "odt", "ods"])
def test_a_file_says_what_its_table_says(form: str, seed: int, tmp_path: Path) -> None:
    layout = Layout(seed)
    path = tmp_path / f"a.{form}"
    path.write_bytes(getattr(layout, f"as_{form}")())
    check_plan(sauro.read_plan(path), layout)


def encoded(text: str, encoding: str) -> bytes:
    if encoding != "windows-1258":
        return text.encode(encoding)
    return odf.cp1258(text.replace("✓", "x").replace("●", "x"))  # it has no such marks


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"]
)
def test_cells_between_delimiters_say_the_same_in_every_encoding(
    encoding: str, seed: int, tmp_path: Path
) -> None:
    layout = Layout(seed)
    delimiter = ",;\t"[seed % 3]
    path = tmp_path / ("a.tsv" if delimiter == "\t" else "a.csv")
    path.write_bytes(encoded(layout.as_csv(delimiter), encoding))
    guessed = ["bảng mã của tệp được hiểu là: “windows-1258”"]
    check_plan(sauro.read_plan(path), layout, guessed if encoding == "windows-1258" else [])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_a_table_of_cells_is_read_as_one_without_a_name(seed: int) -> None:
    layout = Layout(seed)
    if layout.header == "one":
        check_plan(sauro.read_plan(text=layout.as_csv(",;"[seed % 2])), layout)
