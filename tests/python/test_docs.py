"""What the pages name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
OF_TODAY = [page for page in PAGES if page.parent.name != "adr"]  # decisions are of their day
NAMES = ROOT / "docs/guide/names.md"


def of_the_house(page: Path) -> str:
    """Text of a page, of tables of old and new names only what is new."""
    text = page.read_text(encoding="utf-8")
    if page != NAMES:
        return text
    rows = [line.split("|") for line in text.splitlines()]
    return "\n".join(row[2] if len(row) > 3 else "|".join(row) for row in rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_of_a_page_are_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", OF_TODAY, ids=lambda page: page.name)
def test_headers_and_files_that_a_page_names_are_there(page: Path) -> None:
    text = of_the_house(page)
    headers = re.findall(r"<(sauro/[\w/]+\.hpp)>", text)
    assert [name for name in headers if not (ROOT / "include" / name).exists()] == []
    files = re.findall(r"`((?:src|docs|scripts|tests|python|examples)/[\w./-]+\.\w+)`", text)
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_readme_names_every_room() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text.split("| room | |", 1)[1], flags=re.M)
    named = {name for row in rows for name in re.findall(r"\w+", row)}
    folders = [ROOT / "include/sauro", ROOT / "src", ROOT / "python/sauro"]
    rooms = {path.name for folder in folders for path in folder.iterdir() if path.is_dir()}
    assert named == {room for room in rooms if room[0] not in "_."} - {"data", "detail", "schema"}
