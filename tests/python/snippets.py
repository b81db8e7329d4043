"""Blocks of code of the pages, each run on its own in an empty directory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)(?: extras=([\w,]+))?\n(.*?)^```$", flags=re.M | re.S)

HIDING = """import sys

HIDDEN = {!r}


class Hidden:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in HIDDEN:  # None in sys.modules would be what extensions import
            raise ModuleNotFoundError(f"import of {{name}} halted", name=name)


sys.meta_path.insert(0, Hidden)
"""


@dataclass(frozen=True)
class Block:
    """A fenced block; ```` ```python extras=pandas ```` wants `pip install sauro[pandas]`."""

    page: Path
    line: int
    language: str
    extras: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        """Page and line, for people."""
        return f"{self.page.name}:{self.line}"


def blocks(*languages: str) -> list[Block]:
    """All blocks of some languages, page by page."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            if fence[1] in languages:
                line = text.count("\n", 0, fence.start()) + 1
                extras = tuple(fence[2].split(",")) if fence[2] else ()
                found.append(Block(page, line, fence[1], extras, fence[3]))
    return found


def run(block: Block, folder: Path, environment: Mapping[str, str], python: str | Path) -> str:
    """Run a block in a folder and give what it printed."""
    if block.language == "python":
        file = folder / "snippet.py"
        file.write_text(block.text, encoding="utf-8")
        command = [str(python), str(file)]
    else:
        command = ["bash", "-euo", "pipefail", "-c", block.text]
    environment = {**os.environ, **environment}
    done = subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{block.name}\n{block.text}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def write_command(folder: Path) -> None:
    """Write the command ``sauro`` as pip would, for this interpreter."""
    file = folder / "sauro"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sauro "$@"\n', encoding="utf-8")
    file.chmod(0o755)


def write_sitecustomize(folder: Path, extras: Iterable[str]) -> None:
    """Hide the modules that ``pip install sauro[EXTRAS]`` alone wouldn't have installed."""
    (folder / "sitecustomize.py").write_text(_hiding(frozenset(extras)), encoding="utf-8")


@cache
def _hiding(extras: frozenset[str]) -> str:
    there = _installed(extras)
    hidden = [
        module
        for module, packages in packages_distributions().items()
        if not {_plain(package) for package in packages} & there
    ]
    return HIDING.format(sorted(hidden))


def _installed(extras: Iterable[str]) -> set[str]:
    """Names of the packages that the project needs, and of those that these need."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    found: set[str] = set()
    while wanted:
        requirement = wanted.pop()
        name = _plain(re.split(r"[^\w.-]", requirement.strip(), maxsplit=1)[0])
        if name in found or "extra ==" in requirement:
            continue
        found.add(name)
        try:
            wanted += distribution(name).requires or []
        except PackageNotFoundError:  # of another system
            continue
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
