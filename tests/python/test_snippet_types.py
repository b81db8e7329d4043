"""Blocks of README and the guide pass the strictest type checkers, as programs of users."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import sauro
from snippets import blocks

PACKAGE = Path(sauro.__file__).parents[1]
MYPY = f"""[mypy]
strict = true
mypy_path = {PACKAGE}
# as in site-packages: only the program of the user is judged
[mypy-sauro.*]
follow_imports = silent
[mypy-pandas.*]
ignore_missing_imports = true
"""
PYRIGHT = {
    "typeCheckingMode": "strict",
    "extraPaths": [str(PACKAGE)],
    "reportUnknownMemberType": False,  # pandas has no types of its own
    "reportMissingTypeStubs": False,
}


def write_program(folder: Path, text: str | None = None) -> None:
    """Write blocks, or a text in place of them, with settings for both checkers."""
    (folder / "mypy.ini").write_text(MYPY, encoding="utf-8")
    (folder / "pyrightconfig.json").write_text(json.dumps(PYRIGHT), encoding="utf-8")
    if text is not None:
        (folder / "program.py").write_text(text, encoding="utf-8")
        return
    for block in blocks("python"):
        name = f"{block.page.stem.lower()}_{block.line}.py"
        (folder / name).write_text(block.text, encoding="utf-8")


def judge(checker: str, folder: Path) -> subprocess.CompletedProcess[str]:
    files = sorted(path.name for path in folder.glob("*.py"))
    commands = {
        "mypy": ["mypy", "--cache-dir", str(folder.parent / "mypy"), *files],
        "pyright": ["pyright", "--pythonpath", sys.executable],
    }
    command = [sys.executable, "-m", *commands[checker]]
    return subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_blocks_have_no_error_of_types(checker: str, tmp_path: Path) -> None:
    write_program(tmp_path)
    done = judge(checker, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_wrong_name_in_a_block_would_be_found(checker: str, tmp_path: Path) -> None:
    text = "from sauro import datasets\n\nprint(datasets.plan('phu-my').tasks[0].nonsense)\n"
    write_program(tmp_path, text)
    done = judge(checker, tmp_path)
    assert done.returncode == 1 and "nonsense" in done.stdout, done.stdout + done.stderr
