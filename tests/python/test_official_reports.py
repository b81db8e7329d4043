"""Official reports by the rules of Nghị định 30/2020/NĐ-CP, read from the parts of the file."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import sauro
from conftest import SAMPLES
from sauro.reporting._metrics import Columns, text_width

DAY = date(2026, 7, 10)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGINS = 10.8  # of a cell of Word, in points
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"

every_plan = pytest.mark.parametrize("plan", SAMPLES, ids=lambda path: path.name)


class Paper:
    """A document as its XML says, with the looks of paragraphs taken through their styles."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()
                          if name.endswith(".xml")}  # fmt: skip
        self.body = ET.fromstring(self.parts["word/document.xml"])[0]
        sheet = ET.fromstring(self.parts["word/styles.xml"])
        self.styles = {style.get(f"{W}styleId"): style for style in sheet.iter(f"{W}style")}

    def look(self, paragraph: ET.Element, name: str) -> ET.Element | None:
        """An element of the look of a paragraph: its own, or of its style."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if own is not None or style is None:
            return own
        return self.styles[style.get(f"{W}val")].find(f".//{W}{name}")

    def style(self, paragraph: ET.Element) -> str:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if named is None else str(named.get(f"{W}val"))

    def size(self, paragraph: ET.Element) -> float:
        own = paragraph.find(f".//{W}r/{W}rPr/{W}sz")
        found = own if own is not None else self.look(paragraph, "sz")
        assert found is not None
        return float(str(found.get(f"{W}val"))) / 2

    def is_bold(self, paragraph: ET.Element) -> bool:
        bold = self.look(paragraph, "b")
        return bold is not None and bold.get(f"{W}val") not in ("0", "false")


def text(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def width(cell: ET.Element) -> float:
    size = cell.find(f"{W}tcPr/{W}tcW")
    assert size is not None
    return int(str(size.get(f"{W}w"))) / 20


@cache
def paper(plan: Path, language: Any = "vi", findings: bool = True) -> Paper:
    read = sauro.read_plan(plan)
    checked = sauro.check(read) if findings else None
    data = sauro.report(read, as_of=DAY, findings=checked, format="docx", language=language)
    return Paper(data)


@every_plan
def test_no_line_of_the_letterhead_is_too_long_for_its_cell(plan: Path) -> None:
    made = paper(plan)
    head = made.body.find(f"{W}tbl")
    assert head is not None
    lines = {}
    for cell in head.iter(f"{W}tc"):
        for line in cell.iter(f"{W}p"):
            if text(line):
                long = text_width(text(line), made.size(line), bold=made.is_bold(line))
                lines[text(line)] = long
                assert long <= width(cell) - MARGINS, text(line)
    assert lines[NATION] == pytest.approx(271.2, abs=0.1)  # by the metrics of the font, at 13
    assert lines[MOTTO] == pytest.approx(171.4, abs=0.1)
    assert sum(width(cell) for cell in head[2].iter(f"{W}tc")) <= 465


@every_plan
def test_lines_are_drawn_and_as_long_as_they_have_to_be(plan: Path) -> None:
    made = paper(plan)
    assert "__" not in made.parts["word/document.xml"]
    nation = list(made.body.iter(f"{W}tc"))[1]
    (line,) = [one for one in nation.iter(f"{W}p") if one.find(f"{W}pPr/{W}pBdr") is not None]
    indent = line.find(f"{W}pPr/{W}ind")
    assert indent is not None
    sides = sum(int(str(indent.get(f"{W}{side}"))) for side in ("left", "right")) / 20
    assert width(nation) - MARGINS - sides == pytest.approx(171.4, abs=0.2)


@every_plan
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_of_a_head_breaks_and_tables_fit_between_the_margins(
    plan: Path, language: str
) -> None:
    made = paper(plan, language)
    tables = [
        table for table in made.body.iter(f"{W}tbl") if table.find(f".//{W}tblHeader") is not None
    ]
    assert tables
    for table in tables:
        grid = [int(str(one.get(f"{W}w"))) / 20 for one in table.iter(f"{W}gridCol")]
        assert sum(grid) <= 742.5
        for cell in table[2].iter(f"{W}tc"):
            (line,) = cell.iter(f"{W}p")
            for word in text(line).split(" "):
                assert text_width(word, made.size(line), bold=True) <= width(cell) - MARGINS, word


@every_plan
def test_rows_stay_whole_heads_are_repeated_and_headings_stay_with_what_follows(plan: Path) -> None:
    made = paper(plan)
    for table in list(made.body.iter(f"{W}tbl"))[1:]:
        rows = list(table.iter(f"{W}tr"))
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if len(rows) > 1:
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    kept = ("Heading1", "Heading2", "Title", "Subtitle", "TableHeading", "TableArea", "Note")
    seen = {made.style(line) for line in made.body.iter(f"{W}p") if text(line)}
    for line in made.body.iter(f"{W}p"):
        if made.style(line) in kept:
            assert made.look(line, "keepNext") is not None
    assert {"Heading1", "BodyText", "TableHeading", "TableText", "Title"} <= seen


@every_plan
def test_the_block_of_signatures_is_whole_and_has_an_authority_an_office_and_a_name(
    plan: Path,
) -> None:
    made = paper(plan)
    (block,) = [one for one in made.body.iter(f"{W}tbl") if text(one).startswith("Nơi nhận")]
    lines = list(block.iter(f"{W}p"))
    assert all(made.look(line, "keepNext") is not None for line in lines)
    signed = [text(line) for line in list(block.iter(f"{W}tc"))[1].iter(f"{W}p") if text(line)]
    assert len(signed) >= 3
    assert all(re.fullmatch(r"\[.+\]", line) or "[" not in line for line in signed)
    assert not any("Đã ký" in line for line in signed)
    before = made.body[list(made.body).index(block) - 1]
    assert text(before).endswith("./.") and made.look(before, "keepNext") is not None


def test_what_a_plan_does_not_say_of_who_signs_is_left_to_be_filled_in() -> None:
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tA\t\tB\tQuý I/2026"
    plan = sauro.read_plan(text=table)
    board = sauro.track(sauro.schedule(plan, year=2026), sauro.Progress(), DAY)
    made = Paper(sauro.report(plan, board=board, format="docx"))
    all_text = "\n".join(text(line) for line in made.body.iter(f"{W}p"))
    for wanted in (
        "[CƠ QUAN BAN HÀNH]",
        "[địa danh], ngày 10 tháng 7",
        "/BC-[…]",
        "[THẨM QUYỀN KÝ]",
    ):
        assert wanted in all_text
    for wanted in ("[CHỨC VỤ NGƯỜI KÝ]", "[Họ và tên người ký]", "- […]."):
        assert wanted in all_text


@every_plan
def test_annexes_have_numbers_and_page_numbers_of_their_own(plan: Path) -> None:
    made = paper(plan)
    sections = list(made.body.iter(f"{W}sectPr"))
    assert len(sections) == 3
    for section in sections:
        start = section.find(f"{W}pgNumType")
        assert start is not None and start.get(f"{W}start") == "1"
        assert section.find(f"{W}titlePg") is not None
    lines = [text(line) for line in made.body.iter(f"{W}p")]
    assert "PHỤ LỤC I" in lines and "PHỤ LỤC II" in lines
    alone = [text(line) for line in paper(plan, findings=False).body.iter(f"{W}p")]
    assert "PHỤ LỤC" in alone and "PHỤ LỤC I" not in alone


def test_the_subject_names_the_plan_in_full_and_the_letterhead_the_authority_in_two_lines() -> None:
    shown = {}
    for name in ("phu-my", "tan-hoa", "an-loc"):
        made = Paper(sauro.report(sauro.datasets.plan(name), as_of=DAY, format="docx"))
        lines = [text(line) for line in made.body.iter(f"{W}p")]
        (subject,) = [line for line in lines if line.startswith("Kết quả thực hiện")]
        shown[name] = (*lines[:2], subject)
    assert shown["phu-my"] == (
        "ỦY BAN NHÂN DÂN",
        "XÃ PHÚ MỸ",
        "Kết quả thực hiện Kế hoạch số 21/KH-UBND ngày 15 tháng 01 năm 2026 "
        "của Ủy ban nhân dân xã Phú Mỹ",
    )
    assert shown["tan-hoa"][:2] == ("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂN HÒA")
    assert shown["an-loc"][:2] == ("ỦY BAN NHÂN DÂN", "XÃ AN LỘC")


@pytest.mark.parametrize(("language", "tag"), [("vi", "vi-VN"), ("en", "en-US")])
def test_a_document_says_what_it_is_by_whom_of_which_day_and_in_which_language(
    language: Any, tag: str
) -> None:
    made = Paper(
        sauro.report(sauro.datasets.plan("phu-my"), as_of=DAY, format="docx", language=language)
    )
    about = made.parts["docProps/core.xml"]
    for wanted in ("21/KH-UBND", "<dc:creator>Ủy ban nhân dân xã Phú Mỹ", tag, "2026-07-10"):
        assert wanted in about
    assert "python-docx" not in about
    styles = made.parts["word/styles.xml"]
    assert f'w:lang w:val="{tag}"' in styles
    for name in {made.style(line) for line in made.body.iter(f"{W}p")} - {""}:
        fonts = made.styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts is not None and set(fonts.attrib.values()) == {"Times New Roman"}


@pytest.mark.parametrize("words", ["a b", "hoàn thành đúng hạn chưa báo cáo kỳ", "x" * 90, "ƯưƠơ"])
@pytest.mark.parametrize("columns", [1, 3, 9])
def test_columns_fill_their_room_and_hold_their_widest_word(words: str, columns: int) -> None:
    head = [f"{n} thành" for n in range(columns)]
    rows = [[words, *["1"] * (columns - 1)], [""] * columns]
    widths = Columns(head, rows).widths(464, 11)
    assert sum(widths) == pytest.approx(464)
    for name, one in zip(head, widths, strict=True):
        assert all(text_width(word, 11, bold=True) < one for word in name.split())
