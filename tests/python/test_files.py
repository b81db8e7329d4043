"""Files that users name: what isn't there, and what is no text, is an error of the package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import refused
from sauro import datasets

READERS: dict[str, Callable[[Path], Any]] = {
    "plan": sauro.read_plan,
    "agencies": lambda path: sauro.read_plan(text="x", agencies=path),
    "decisions": lambda path: sauro.WorkingCalendar.vietnam(decisions=path),
    "progress": sauro.Progress.read,
    "framework": sauro.Framework.load,
    "inputs": lambda path: sauro.score(sauro.Framework.load("papi-2021"), path),
    "links": lambda path: sauro.link(
        datasets.plan("an-loc"), sauro.Framework.load("commune-example"), corrections=path
    ),
    "due days": lambda path: sauro.schedule(datasets.plan("phu-my")).moved_by_csv(path),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_not_there_is_named(reader: str, tmp_path: Path) -> None:
    path = tmp_path / "không-có.json"
    with refused(sauro.NotFoundError, match="không-có") as caught:
        READERS[reader](path)
    assert caught.value.code == 100


@pytest.mark.parametrize("reader", [name for name in READERS if name != "plan"])
def test_a_file_that_is_no_utf_8_is_named(reader: str, tmp_path: Path) -> None:
    path = tmp_path / "utf-16.json"
    path.write_bytes('{"xã": "Phú Mỹ"}'.encode("utf-16"))
    with refused(sauro.ParseError, match=r"utf-16\.json.*no UTF-8") as caught:
        READERS[reader](path)
    assert caught.value.code == 106


PLAN, TAN_HOA = datasets.plan("an-loc"), datasets.plan("tan-hoa")
WRITERS: dict[str, Callable[[str], Any]] = {
    "report": lambda path: sauro.report(PLAN, path=path, format="html"),
    "register": lambda path: sauro.fill_register(
        datasets.path("ke-hoach-tan-hoa.docx"),
        sauro.track(sauro.schedule(TAN_HOA), sauro.Progress(), "2026-07-10"),
        path,
    ),
    "CSV": PLAN.tasks.table.to_csv,
    "workbook": PLAN.tasks.table.to_excel,
}


@pytest.mark.parametrize("before", ["", "tệp", "tệp.json"])
def test_a_name_with_a_nul_is_no_file_even_where_its_beginning_names_one(
    before: str, tmp_path: Path
) -> None:
    if before:
        (tmp_path / before).write_text("{}")
    path = f"{tmp_path}/{before}\0.json"
    for code, uses in ((102, READERS), (110, WRITERS)):
        for use in uses.values():
            with refused(sauro.Error, match="no file has a NUL in its name") as caught:
                use(path)  # type: ignore[arg-type]
            assert caught.value.code == code and caught.value.where == f"{tmp_path}/{before}\\0"
    assert [path.name for path in tmp_path.iterdir()] == ([before] if before else [])
