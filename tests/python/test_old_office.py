"""Old Office formats become what the core reads, by LibreOffice; here mostly by a stand-in."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import sauro
from conftest import EXAMPLES, refused
from pdf_shapes import Drawing, Layout, as_text
from sauro import datasets
from sauro.reading._outside import run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RTF = rb"{\rtf1\ansi K\u7871?  ho\u7841?ch}"
PLAN = EXAMPLES / "ke-hoach-tan-hoa.docx"
XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
FLAT = (
    XML
    + b'<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.%b"/>'
)
CONTENTS = {
    "fodt": FLAT % b"text",
    "fods": FLAT % b"spreadsheet",
    "fodp": FLAT % b"presentation",
    "word-xml": XML + b'<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w"/>',
    "excel-xml": XML + b'<?mso-application progid="Excel.Sheet"?><Workbook/>',
    "doc": OLE + "WordDocument".encode("utf-16-le") + bytes(8),
    "rtf": RTF,
    "xls": OLE + "Workbook".encode("utf-16-le") + bytes(8),
    "ppt": OLE + "PowerPoint Document".encode("utf-16-le") + bytes(8),
}

Install = Callable[[str], Path]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a program with this text before all others; it notes its arguments in a file."""
    folder = tmp_path / "bin"
    folder.mkdir()
    notes = tmp_path / "arguments"
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")

    def install(body: str) -> Path:
        script = folder / "soffice"
        script.write_text(f'#!/bin/bash\nprintf "%s\\n" "$@" >> {notes}\n{body}\n')
        script.chmod(0o755)
        return notes

    return install


COPY = """
while [ $# -gt 1 ]; do
  case $1 in --outdir) out=$2 ;; --convert-to) target=$2 ;; esac
  shift
done
mkdir -p "$out" && cp "{}" "$out/document.$target"
"""


def test_an_old_document_is_converted_and_read(tmp_path: Path, office: Install) -> None:
    notes = office(COPY.format(PLAN))
    path = tmp_path / "ke-hoach.doc"
    for name in ("doc", "rtf"):
        path.write_bytes(CONTENTS[name])
        assert sauro.read_plan(path) == datasets.plan("tan-hoa")
    assert "--infilter=MS Word 97" in notes.read_text()
    assert "--infilter=Rich Text Format" in notes.read_text()


def test_an_old_workbook_becomes_a_new_one(tmp_path: Path, office: Install) -> None:
    book = openpyxl.Workbook()
    for row in (["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], [1, "Họp", "Công an xã", "Quý I"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    notes = office(COPY.format(tmp_path / "a.xlsx"))
    plan = sauro.read_plan(text=CONTENTS["xls"])
    assert [task.title for task in plan.tasks] == ["Họp"]
    assert "--infilter=MS Excel 97" in notes.read_text()


@pytest.mark.parametrize(
    ("name", "filter", "target"),
    [
        ("fodt", "OpenDocument Text Flat XML", "odt"),
        ("fods", "OpenDocument Spreadsheet Flat XML", "ods"),
        ("fodp", "OpenDocument Presentation Flat XML", "pdf"),
        ("word-xml", "MS Word 2003 XML", "docx"),
        ("excel-xml", "MS Excel 2003 XML", "xlsx"),
    ],
)
def test_documents_in_one_xml_file_are_known_by_their_root(
    name: str, filter: str, target: str, office: Install
) -> None:
    notes = office("exit 3")
    with refused(sauro.ParseError, "couldn't convert"):
        sauro.read_plan(text=CONTENTS[name])
    said = notes.read_text().splitlines()
    assert f"--infilter={filter}" in said
    assert said[said.index("--convert-to") + 1] == target


@pytest.mark.unsanitized
def test_slides_are_read_as_pages(tmp_path: Path, office: Install) -> None:
    (tmp_path / "a.pdf").write_bytes(Drawing(Layout(tasks=2)).draw())
    office(COPY.format(tmp_path / "a.pdf"))
    assert len(sauro.read_plan(text=CONTENTS["ppt"]).tasks) == 2


@pytest.mark.parametrize("name", CONTENTS)
def test_without_libreoffice_both_ways_out_are_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(CONTENTS[name])
    with refused(sauro.ParseError, "install it, or open the document and save it") as caught:
        sauro.read_plan(path)
    assert (caught.value.code, caught.value.where) == (132, "ke-hoach.docx")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sleep 60", r"stopped after 1 seconds \(limits\.seconds\)"),
        ("sleep 60 & sleep 60", r"stopped after 1 seconds"),
        ("echo hỏng rồi >&2; exit 3", "couldn't convert.*hỏng rồi"),
        ("exit 0", "couldn't convert"),
        ("kill -9 $$", "couldn't convert"),
        (COPY.format(__file__), "archive|zip|docx"),
        (COPY.format("/dev/null"), "empty"),
    ],
)
def test_a_conversion_that_fails_is_a_sentence_with_the_file(
    body: str, reason: str, tmp_path: Path, office: Install
) -> None:
    office(body)
    path = tmp_path / "ke-hoach.doc"
    path.write_bytes(CONTENTS["doc"])
    with refused(sauro.ParseError, reason) as caught:
        sauro.read_plan(path, limits={"seconds": 1})
    assert caught.value.where.startswith("ke-hoach.doc")


def test_each_conversion_has_a_profile_of_its_own_and_leaves_nothing(
    tmp_path: Path, office: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = office("sleep 0.2" + COPY.format(PLAN))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))
    plans: list[sauro.Plan] = []
    threads = [
        threading.Thread(target=lambda: plans.append(sauro.read_plan(text=CONTENTS["doc"])))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    profiles = [one for one in notes.read_text().splitlines() if "UserInstallation" in one]
    assert len(plans) == 4 and len(set(profiles)) == 4
    assert list(work.iterdir()) == []


def test_a_named_format_is_not_converted(office: Install) -> None:
    office(COPY.format(PLAN))
    with refused(sauro.ParseError, ""):
        sauro.read_plan(text=CONTENTS["doc"], format="docx")


def document(path: Path) -> None:
    """Write the plan of the PDFs as a docx."""
    out = docx.Document()
    head, table = as_text(5).split("STT")
    for line in head.split("\n\n"):
        out.add_paragraph(line.strip())
    rows = [line.split("\t") for line in f"STT{table}".strip().split("\n")]
    grid = out.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out.add_paragraph()  # a .doc can't end with a table
    out.save(path)


@pytest.mark.unsanitized
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed")
@pytest.mark.parametrize(
    "target", ["doc:MS Word 97", "rtf", "fodt:OpenDocument Text Flat XML", "xml:MS Word 2003 XML"]
)
def test_libreoffice_itself_gives_the_plan_of_the_document(target: str, tmp_path: Path) -> None:
    document(tmp_path / "plan.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(tmp_path)]
    run([*command, str(tmp_path / "plan.docx")], 300)
    plan = sauro.read_plan(tmp_path / f"plan.{target.partition(':')[0]}")
    wanted = sauro.read_plan(tmp_path / "plan.docx")
    assert len(plan.tasks) == 5
    assert [task.title for task in plan.tasks] == [task.title for task in wanted.tasks]

    def told(document: sauro.Document) -> list[object]:
        bases = [one.text for one in document.legal_bases]
        return [document.number, document.date, document.title, document.issuer, bases]

    assert told(plan.document) == told(wanted.document)


@pytest.mark.unsanitized
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed")
def test_libreoffice_takes_no_rubbish_for_text(tmp_path: Path) -> None:
    with refused(sauro.ParseError, "couldn't convert"):
        sauro.read_plan(text=OLE + b"1. Hop dan " * 100)
