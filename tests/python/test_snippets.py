"""Every block of README and the guide runs as it stands, alone, without the checkout."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
import sauro
from snippets import Block, blocks, run, write_command, write_sitecustomize

PACKAGE = Path(sauro.__file__).parents[1]


def environment_of(block: Block, folder: Path) -> dict[str, str]:
    folder.mkdir()
    write_sitecustomize(folder, block.extras)
    write_command(folder)
    paths = os.pathsep.join([str(folder), str(PACKAGE)])
    return {"PYTHONPATH": paths, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize("block", blocks("python", "sh"), ids=lambda block: block.name)
def test_blocks_run_alone_in_an_empty_directory(block: Block, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    run(block, empty, environment_of(block, tmp_path / "installed"), sys.executable)


def test_a_block_has_only_the_packages_that_it_says_it_needs(tmp_path: Path) -> None:
    block = Block(tmp_path / "page.md", 1, "python", (), "import sauro, numpy\nimport pandas\n")
    with pytest.raises(AssertionError, match="import of pandas halted"):
        run(block, tmp_path, environment_of(block, tmp_path / "installed"), sys.executable)
    block = Block(tmp_path / "page.md", 1, "python", ("pandas",), block.text)
    run(block, tmp_path, environment_of(block, tmp_path / "with_pandas"), sys.executable)


@pytest.mark.parametrize("block", blocks("json"), ids=lambda block: block.name)
def test_json_of_the_guide_is_read_without_problems(block: Block) -> None:
    content = json.loads(block.text)
    if "decisions" in content:
        calendar = sauro.WorkingCalendar.vietnam(decisions=content)
        assert not calendar.is_working(date(2027, 2, 5)) and calendar.is_working(date(2027, 1, 2))
    elif "corrections" in content:
        plan = sauro.read_plan(text="Số: 1/KH-UBND\n", corrections=content)
        assert [one.field for one in plan.remarks] == ["lead", "row"]  # they fit nowhere here
    else:
        assert sauro.Framework.from_json(block.text).validate() == []


def test_the_pages_have_blocks() -> None:
    pages = {block.page.name for block in blocks("python")}
    assert {"README.md", "following.md", "indices.md", "cases.md", "tables.md"} <= pages
