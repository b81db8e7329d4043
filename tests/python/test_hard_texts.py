"""Whatever characters a text of a user holds, no output breaks by it, and no reader is steered."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sauro
from markdown_it import MarkdownIt
from sauro import datasets
from sauro.command import main

CHARACTERS = [
    "".join(chr(c) for c in range(first, first + 0x100) if not 0xD800 <= c <= 0xDFFF)
    for first in [*range(0, 0x3000, 0x100), 0xD700, 0xE000, 0xFD00, 0xFE00, 0xFF00, 0x1FF00]
]
EVERY = "".join(CHARACTERS)
NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"
)
AS_OF = date(2026, 7, 10)


def plan_of(text: str) -> sauro.Plan:
    """A plan all of whose own texts are this one."""
    plan = datasets.plan("phu-my")
    task = sauro.Task(
        id="1.9.9",
        annex=1,
        title=text,
        product=text,
        timeframe=sauro.Timeframe(text="Quý I/2026"),
    )
    return plan.with_task(task)


def a_log() -> sauro.Progress:
    entry = {"task": "1.9.9", "date": "2026-02-01", "status": "hoàn thành"}
    return sauro.Progress([{**entry, "result": "xong"}])


def shown_parts(text: str, format: str) -> list[str]:
    """The texts of a report in which a plan's own ones stand."""
    made = sauro.report(plan_of(text), progress=a_log(), as_of=AS_OF, format=format)  # type: ignore[call-overload]
    if isinstance(made, str):
        return [made]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    return ["".join(ElementTree.fromstring(part).itertext()) for part in parts]


@pytest.mark.parametrize("format", ["html", "markdown", "xlsx", "docx"])
def test_reports_show_what_is_no_text_and_are_whole(format: str) -> None:
    parts = shown_parts(EVERY, format)
    for part in parts:
        found = NO_TEXT.search(part)
        assert found is None, hex(ord(found[0]))
    whole = "".join(parts)
    assert "‹U+202E›" in whole and "␁" in whole and "\ufffd" in whole


def test_schedules_for_other_programs_are_whole() -> None:
    due = sauro.schedule(plan_of(EVERY))
    ElementTree.fromstring(due.to_project_xml())
    assert NO_TEXT.search(due.to_ics()) is None


def test_what_is_printed_and_shown_in_notebooks_has_no_controls() -> None:
    plan = plan_of(EVERY)
    board = sauro.track(sauro.schedule(plan), a_log(), AS_OF)
    for text in (
        str(plan.tasks.table),
        plan.tasks.table._repr_html_(),
        plan._repr_html_(),
        plan.tasks[-1]._repr_html_(),
        board._repr_html_(),
        sauro.check(plan)._repr_html_(),
    ):
        assert NO_TEXT.search(text) is None


def test_the_command_prints_no_controls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<p>KẾ HOẠCH\u202e \x1b[2J</p><table><tr><td>STT<td>Nhiệm vụ<td>Thời gian"
    source = tmp_path / "plan.html"
    source.write_text(page + "<tr><td>1<td>Ban hành \u202egnort<td>Quý I/2026</table>", "utf-8")
    for name in ("read", "check", "schedule"):
        main([name, str(source)])
    printed = capsys.readouterr().out
    assert "‹U+202E›" in printed
    assert NO_TEXT.search(printed) is None


LIVE = {
    "a link": "[xem](javascript:alert(1))",
    "an image": "![](http://evil.example/x.png)",
    "HTML": "<img src=x onerror=alert(1)>",
    "an autolink": "<javascript:alert(1)>",
    "a bare address": "http://evil.example",
    "a bare host": "www.evil.example",
    "a reference": "[a]: javascript:alert(1)",
    "code": "`x` ``y``",
    "a cell": "a | b \\| c",
    "two lines": "a\n\n# b\n- c",
    "emphasis": "**a** _b_ ~~c~~",
}


@pytest.mark.parametrize("name", LIVE)
def test_markdown_shows_fields_and_does_nothing_by_them(name: str) -> None:
    page = shown_parts(LIVE[name], "markdown")[0]
    plain = shown_parts("thường", "markdown")[0]
    render = MarkdownIt("gfm-like", {"html": True}).render
    count = re.compile(r"<(\w+)")
    assert sorted(count.findall(render(page))) == sorted(count.findall(render(plain)))
    text = re.sub(r"<[^>]+>", "", render(page))
    assert " ".join(LIVE[name].split()) in html.unescape(text)


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']
)
def test_no_cell_is_a_formula(start: str) -> None:
    csv = plan_of(start).tasks.table.to_csv()
    assert not re.search(r'(^|[,;\n])"?[=+@-]', csv)
    made = sauro.report(plan_of(start), format="xlsx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if "worksheets" in n]
    assert not any(b"<f>" in sheet for sheet in sheets)
