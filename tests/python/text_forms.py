"""A text with tables by tabs, written in other formats."""

import html
import re
from itertools import groupby
from pathlib import Path

import docx
import open_documents as odf


def blocks(path: Path) -> list[tuple[bool, list[str]]]:
    """Give the lines of a text as runs of table rows and of paragraphs."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(table, list(run)) for table, run in groupby(lines, key=lambda line: "\t" in line)]


def plain(cell: str) -> str:
    """Give a cell without the remnants of HTML that the text has."""
    return html.unescape(re.sub(r"<[^<>]*>", " ", cell)).strip()


def as_markdown(path: Path) -> str:
    """Write the text with pipe tables."""
    out = []
    for table, lines in blocks(path):
        if table:
            width = lines[0].count("\t") + 1
            rows = ["| " + " | ".join(line.split("\t")) + " |" for line in lines]
            out += [rows[0], "|" + "---|" * width, *rows[1:], ""]
        else:
            out += [line + "\n" for line in lines]
    return "\n".join(out)


def as_html(path: Path) -> str:
    """Write the text with HTML tables."""
    out = ["<!DOCTYPE html><html><body>"]
    for table, lines in blocks(path):
        if table:
            out.append("<table border='1'>")
            for line in lines:
                cells = "".join(f"<td>{html.escape(plain(c))}</td>" for c in line.split("\t"))
                out.append(f"<tr>{cells}</tr>")
            out.append("</table>")
        else:
            out += [f"<p>{html.escape(line)}</p>" for line in lines]
    return "\n".join([*out, "</body></html>"])


def write_docx(path: Path, target: Path) -> None:
    """Write the text as a Word document."""
    document = docx.Document()
    for is_table, lines in blocks(path):
        if not is_table:
            for line in lines:
                document.add_paragraph(line)
            continue
        rows = [line.split("\t") for line in lines]
        width = max(map(len, rows))
        table = document.add_table(rows=len(rows), cols=width)
        cells = table._cells
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                cells[r * width + c].text = plain(text)
    document.save(str(target))


def as_odt(path: Path) -> bytes:
    """Write the text as an OpenDocument text."""
    out = []
    for is_table, lines in blocks(path):
        if is_table:
            rows = (line.split("\t") for line in lines)
            out.append(odf.table(odf.row(odf.cell(plain(text)) for text in row) for row in rows))
        else:
            out += [odf.paragraph(line) for line in lines]
    return odf.odt("".join(out))
