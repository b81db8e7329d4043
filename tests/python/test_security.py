"""What sauro promises in SECURITY.md: no network, and no path of the machine in what it writes.

The one exception, `sauro serve`, has its bounds in test_serving_gates.py.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sauro
from conftest import ROOT
from sauro import _core, datasets

STORY = """
import sys

events = []

def refuse(event, _arguments):
    if event.startswith("socket."):
        events.append(event)
        raise RuntimeError(event)

sys.addaudithook(refuse)

import sauro
from sauro import datasets

for name in datasets.available():
    datasets.about(name)
datasets.copy(sys.argv[1])
plan = sauro.read_plan(datasets.path("ke-hoach-tan-hoa.docx"))
framework = sauro.Framework.load("commune-example")
sauro.check(plan).to_json()
due = sauro.schedule(plan)
due.to_ics(), due.to_project_xml()
log = datasets.progress("tan-hoa")
board = sauro.track(due, log, "2026-07-10", plan=plan)
for form in ("html", "markdown", "docx", "xlsx"):
    sauro.report(plan, path=f"{sys.argv[1]}/report.{form}", progress=log, as_of="2026-07-10",
                 framework=framework)
card = sauro.score(framework, datasets.commune())
card.to_json(), card.reasons()
datasets.cases().status(as_of="2026-07-10").table.to_csv(f"{sys.argv[1]}/cases.csv")
sauro.read_plan(text='<!DOCTYPE html><img src="http://127.0.0.1/a"><p>x', format="html")
assert not events, events
import socket

try:
    socket.socket()
except RuntimeError:
    print("refused", *events)
"""


def test_the_whole_story_opens_no_socket(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STORY, tmp_path], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "refused socket.__new__\n"), done.stderr


def test_the_module_asks_the_system_for_no_network() -> None:
    listed = subprocess.run(
        ["nm", "-D", "--undefined-only", _core.__file__], capture_output=True, text=True, check=True
    )
    names = {line.split()[-1].partition("@")[0] for line in listed.stdout.splitlines()}
    network = "accept bind connect getaddrinfo gethostbyname listen recv recvfrom recvmsg send"
    network += " sendmsg sendto socket socketpair"
    assert "read" in names and not names & set(network.split())


def texts_of(data: bytes) -> Iterator[bytes]:
    """A file's bytes, or those of its members where it is an archive."""
    if not data.startswith(b"PK"):
        yield data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.namelist():
            yield member.encode()
            yield archive.read(member)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that sauro writes of what was read from files of this machine."""
    folder = tmp_path_factory.mktemp("written")
    datasets.copy(folder)
    docx = folder / "ke-hoach-tan-hoa.docx"
    plan = sauro.read_plan(folder / "ke-hoach-phu-my.txt")
    log = sauro.Progress.read(folder / "tien-do-phu-my.csv")
    framework = sauro.Framework.load("commune-example")
    due = sauro.schedule(plan)
    board = sauro.track(due, log, "2026-07-10", plan=plan)
    card = sauro.score(framework, sauro.Inputs.of(framework, folder / "so-lieu-cap-xa.csv"))
    for form in ("html", "markdown", "docx", "xlsx"):
        sauro.report(
            plan, path=folder / f"out.{form}", progress=log, as_of="2026-07-10", framework=framework
        )
    other = sauro.schedule(sauro.read_plan(docx))
    empty = sauro.track(other, sauro.Progress(), "2026-07-10")
    sauro.fill_register(docx, empty, folder / "out-register.docx")
    plan.tasks.table.to_csv(folder / "out-tasks.csv")
    board.table.to_excel(folder / "out-board.xlsx")
    texts = {
        "plan": plan.to_json(), "findings": sauro.check(plan).to_json(), "schedule": due.to_json(),
        "log": log.to_json(), "board": board.to_json(), "calendar": due.to_ics(),
        "project": due.to_project_xml(), "index": framework.to_json(), "card": card.to_json(),
        "lines": plan.tasks.table.to_json_lines(), "page": plan._repr_html_(),
    }  # fmt: skip
    files = {path.name: path.read_bytes() for path in folder.glob("out*")}
    return {**files, **{name: text.encode() for name, text in texts.items()}}


def test_nothing_that_is_written_holds_a_path_of_the_machine(
    written: dict[str, bytes], tmp_path: Path
) -> None:
    package = Path(sauro.__file__).parent
    places = {ROOT, Path.home() / "x", package, Path(sys.prefix), tmp_path.parent}
    marks = [str(place).removesuffix("x").encode() for place in places]
    assert len(written) > 15
    for name, data in written.items():
        for text in texts_of(data):
            assert not [mark for mark in marks if mark in text], name
