"""The content says what a file is, whatever it is called: it is read so, or refused by name.

What other programs could turn into a document is refused by the core, which is asked here.
"""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import docx
import open_documents as odf
import pytest
import sauro
import xlsxwriter
from sauro import _core

TABLE = [["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Rà soát", "Công an xã", "Quý I"]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(*streams: str) -> bytes:
    """A container of old Office files with streams of these names."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("ke-hoach.txt"))
    return out.getvalue()


def as_docx() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    table = document.add_table(2, 4)
    for row, texts in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(out)
    return out.getvalue()


def as_xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(TABLE):
            sheet.write_row(at, 0, row)
    return out.getvalue()


OPEN = odf.table(odf.row(odf.cell(text) for text in row) for row in TABLE)
HTML = "<table>" + "".join(f"<tr><td>{'<td>'.join(row)}</tr>" for row in TABLE) + "</table>"

READ = {
    "text called docx": ("a.docx", "\n".join("\t".join(row) for row in TABLE).encode()),
    "HTML called doc": ("a.doc", f"<html><body>{HTML}</body></html>".encode()),
    "HTML called xls": ("a.xls", HTML.encode()),
    "HTML called csv": ("a.csv", HTML.encode()),
    "xlsx called csv": ("a.csv", as_xlsx()),
    "xlsx called docx": ("a.docx", as_xlsx()),
    "docx called txt": ("a.txt", as_docx()),
    "docx called odt": ("a.odt", as_docx()),
    "odt called doc": ("a.doc", odf.odt(OPEN)),
    "ods called xlsx": ("a.xlsx", odf.ods(OPEN)),
    "csv called txt": ("a.txt", "\n".join(";".join(row) for row in TABLE).encode()),
    "csv called xlsx": ("a.xlsx", "\n".join(",".join(row) for row in TABLE).encode()),
    "UTF-16 called docx": ("a.docx", "\n".join("\t".join(row) for row in TABLE).encode("utf-16")),
    "odt without its type": (
        "a.odt",
        zipped(
            {"META-INF/manifest.xml": odf.TYPES["text"], "content.xml": odf.content("text", OPEN)}
        ),
    ),
}

REFUSED = {
    "PDF called docx": ("a.docx", b"%PDF-1.7\n\x80\x81", 108, "a PDF"),
    "PDF after blanks": ("a.pdf", b"\n\n%PDF-1.4", 108, "a PDF"),
    "RTF called doc": ("a.doc", rb"{\rtf1\ansi x}", 108, "an RTF document"),
    "doc called docx": ("a.docx", ole("WordDocument", "1Table"), 128, "an old Word document"),
    "xls called doc": ("a.doc", ole("Workbook"), 130, "an old Excel workbook"),
    "xls of Excel 5": ("a.xls", ole("Book"), 130, "an old Excel workbook"),
    "ppt": ("a.docx", ole("PowerPoint Document"), 128, "an old PowerPoint presentation"),
    "msg": ("a.msg", ole("__substg1.0_0037001F"), 128, "an Outlook message"),
    "other OLE": ("a.docx", ole("Something"), 128, "an old Office file"),
    "docx with a password": ("a.docx", ole("EncryptionInfo", "EncryptedPackage"), 122, "password"),
    "plain zip": ("a.zip", zipped({"ke-hoach.docx": "x"}), 123, "unpack it"),
    "pptx": ("a.docx", zipped({"ppt/presentation.xml": "<p/>"}), 108, "a PowerPoint presentation"),
    "odp": (
        "a.odt",
        odf.package("application/vnd.oasis.opendocument.presentation", {}),
        108,
        "an OpenDocument presentation",
    ),
    "odg": (
        "a.odt",
        odf.package("application/vnd.oasis.opendocument.graphics", {}),
        108,
        "neither text nor spreadsheet",
    ),
    "epub": ("a.docx", odf.package("application/epub+zip", {}), 108, "an EPUB book"),
    "pages": ("a.docx", zipped({"Index/Document.iwa": "x"}), 108, "an Apple iWork document"),
    "png": ("a.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 108, "a PNG picture"),
    "jpg": ("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", 108, "a JPEG picture"),
    "gif": ("a.html", b"GIF89a\x01\0", 108, "a GIF picture"),
    "tiff": ("a.docx", b"II*\0\x08\0\0\0", 108, "a TIFF picture"),
    "webp": ("a.docx", b"RIFF\x10\0\0\0WEBPVP8 ", 108, "a WebP picture"),
    "heic": ("a.docx", b"\0\0\0\x18ftypheic", 108, "a film or picture"),
    "7z": ("a.docx", b"7z\xbc\xaf\x27\x1c\0\x04", 108, "a 7z archive"),
    "rar": ("a.docx", b"Rar!\x1a\x07\x01\0", 108, "a RAR archive"),
    "gz": ("a.docx", gzip.compress(b"KE HOACH"), 108, "a gzip archive"),
    "tar": ("a.docx", tarred(), 108, "a tar archive"),
    "mht": ("a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related", 108, "a web archive"),
    "Word XML": (
        "a.doc",
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
        108,
        "a Word XML document",
    ),
    "Excel XML": (
        "a.xls",
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><w/>',
        108,
        "an Excel XML workbook",
    ),
    "fodt": (
        "a.odt",
        b'<?xml version="1.0"?>\n<office:document xmlns:office="o"/>',
        108,
        "a flat OpenDocument file",
    ),
    "sqlite": ("a.docx", b"SQLite format 3\0\x10\0", 108, "an SQLite database"),
    "noise": ("a.docx", bytes(range(256)), 105, "binary"),
}


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    called, content = READ[name]
    (tmp_path / called).write_bytes(content)
    plan = sauro.read_plan(tmp_path / called)
    assert [task.title for task in plan.tasks] == ["Rà soát"]
    assert [task.timeframe.text for task in plan.tasks] == ["Quý I"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_document_is_refused_by_name(name: str, tmp_path: Path) -> None:
    called, content, code, said = REFUSED[name]
    (tmp_path / called).write_bytes(content)
    with pytest.raises(sauro.ParseError) as caught:
        _core.read_file(tmp_path / called, "automatic", [], _core.ReadLimits(), [], None)
    assert caught.value.code == code
    assert called in caught.value.where
    assert said in caught.value.to_text("en")


def test_a_named_format_that_the_content_is_not_is_refused() -> None:
    contents = {"docx": as_docx(), "xlsx": as_xlsx(), "odt": odf.odt(OPEN), "ods": odf.ods(OPEN)}
    for named in ["text", "csv", *contents]:
        for real, content in contents.items():
            if named == real:
                assert len(sauro.read_plan(text=content, format=named).tasks) == 1
                continue
            with pytest.raises(sauro.ParseError) as caught:
                sauro.read_plan(text=content, format=named)
            assert caught.value.code == 109


def test_hello_in_a_docx_is_a_text_without_a_plan(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("hello")
    assert sauro.read_plan(tmp_path / "a.docx").is_empty
