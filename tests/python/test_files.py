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
