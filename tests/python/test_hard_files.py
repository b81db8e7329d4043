"""Files that are damaged, hostile or something else: the command answers with a sentence."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from conftest import EXAMPLES
from sauro.command import main

PLAN = EXAMPLES / "ke-hoach-tan-hoa.docx"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">%s]><b>&z;</b>""" % b"".join(
    b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(25)
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
DEEP = b"<a>" * 100_000


def workbook(path: Path) -> Path:
    """A log of progress with what openpyxl writes into a workbook."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["task", "date", "status", "percent"])
    page.append(["1.I.1", "2026-03-01", "done", 100])
    page.append(["1.I.2", "2026-03-02", "started", "=1+1"])
    page.merge_cells("A9:B10")
    book.create_sheet("khác")
    book.save(path)
    return path


def exchanged(content: bytes, part: str, data: bytes | None) -> bytes:
    """An archive with one part of another content, or without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            if item.filename != part:
                new.writestr(item, old.read(item.filename))
            elif data is not None:
                new.writestr(item.filename, data)
    return out.getvalue()


def damaged(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Copies of an archive that are broken in all ways that there are."""
    chance = random.Random(11)
    for size in (0, 1, 4, 100, len(content) // 2, len(content) - 1):
        yield f"cut to {size}", content[:size]
    for round in range(60):
        spoilt = bytearray(content)
        for _ in range(chance.choice((1, 5, 50))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        yield f"spoilt {round}", bytes(spoilt)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        yield f"without {name}", exchanged(content, name, None)
        for kind, data in {
            "empty": b"",
            "no XML": b"\xff\x00<<",
            "another": b"<a><b/></a>",
            "cut": part[: len(part) // 2],
            "bomb": BOMB,
            "bomb in UTF-16": BOMB.decode().encode("utf-16"),
            "outside": OUTSIDE,
            "deep": DEEP,
            "attributes": re.sub(rb'="[^"]*"', b'="x"', part),
            "numbers": re.sub(rb"\d+", b"99999999999", part),
            "negative": re.sub(rb"\d+", b"-1", part),
        }.items():
            yield f"{kind} {name}", exchanged(content, name, data)
    yield "old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + content
    yield "locked", re.sub(rb"(PK\x01\x02....)\x00", b"\\1\x01", content, flags=re.S)


def said(capsys: pytest.CaptureFixture[str], code: int, what: str) -> None:
    """The command has ended with a sentence, if with an error, and not with a fault."""
    err = capsys.readouterr().err
    assert code in (0, 1, 3) and "Traceback" not in err, (what, err)
    assert (code == 1) == err.startswith("sauro: [sauro "), (what, code, err)
    assert len(err) < 3000, what


def test_damaged_workbooks_are_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = workbook(tmp_path / "a.xlsx").read_bytes()
    path = tmp_path / "b.xlsx"
    for what, spoilt in damaged(content):
        path.write_bytes(spoilt)
        said(capsys, main(["track", str(PLAN), str(path), "--as-of", "2026-07-01"]), what)
        said(capsys, main(["check", str(path)]), what)


def test_damaged_documents_are_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.docx"
    for what, spoilt in damaged(PLAN.read_bytes()):
        path.write_bytes(spoilt)
        said(capsys, main(["read", str(path)]), what)
        path.rename(tmp_path / "b.xlsx")
        said(capsys, main(["track", str(PLAN), str(tmp_path / "b.xlsx")]), what)


TEXTS = {
    "latin-1": "Ủy ban nhân dân xã".encode("utf-16"),
    "bytes": bytes(range(256)),
    "nothing": b"",
    "blank": b" \n\n",
    "null": b"null",
    "number": b"1e999",
    "list": b"[[[[1]]]]",
    "object": b'{"a": {"b": [1, null]}}',
    "deep": b"[" * 200_000,
    "surrogate": rb'{"schema": "\ud800"}',
    "wide": b"task,date,status\n" + b"x" * 140_000 + b",2026-01-01,done\n",
    "quote": b'task,date,status\n"1.I.1,2026-01-01,done\n1.I.2,2026-01-01,"done"\n',
    "many": b"," * 100_000,
    "log": b"task,date,status\n1,31/02/2026,\xc3\xa9\n",
    "plan": b"STT\tNhi\xe1\xbb\x87m v\xe1\xbb\xa5\n" + b"9" * 5000 + b"\tx\n",
}
COMMANDS = {
    "plan": ["read", "{}"],
    "plan as JSON": ["schedule", "{}.json"],
    "agencies": ["check", str(PLAN), "--agencies", "{}"],
    "log": ["track", str(PLAN), "{}"],
    "log as JSON": ["track", str(PLAN), "{}.json"],
    "log as workbook": ["track", str(PLAN), "{}.xlsx"],
    "index": ["report", str(PLAN), "--output", "{}.html", "--index", "{}.json"],
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_texts_that_are_something_else_are_sentences(
    command: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("", ".json", ".xlsx"):
        (tmp_path / f"a{ending}").write_bytes(TEXTS[text])
    said(capsys, main([one.format(tmp_path / "a") for one in COMMANDS[command]]), text)


def test_a_fault_of_the_program_is_a_sentence_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("sauro.command._plans.summary", broken)
    assert main(["read", str(PLAN)]) == 4
    err = capsys.readouterr().err
    assert "a fault of sauro; report it: KeyError: 'x' (test_hard_files.py:" in err
    assert "Traceback" not in err
