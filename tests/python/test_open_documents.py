"""Odt and ods: what a person sees in them is read, with its numbers; what isn't seen is said."""

import random
import re

import open_documents as odf
import pytest
import sauro
from conftest import refused

HEADER = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Ghi chú"]


def notes(cells: list[str]) -> bytes:
    """A text document whose tasks have these written cells as their notes."""
    head = odf.row(odf.cell(name) for name in HEADER)
    rows = [
        odf.row([odf.cell(str(i)), odf.cell("Rà soát"), odf.cell("Ban A"), odf.cell("Quý I"), one])
        for i, one in enumerate(cells, start=1)
    ]
    return odf.odt(odf.table([head, *rows]), automatic=LISTS)


def note_of(plan: sauro.Plan, task: int = 0) -> list[str]:
    """The lines of a task's note, its points too."""
    return plan.tasks[task].extra["Ghi chú"].split("\n")


def level(number: int, form: str, shown: int = 1, suffix: str = ".", start: int = 1) -> str:
    """A level of a list style."""
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-suffix="{suffix}" text:display-levels="{shown}" text:start-value="{start}"/>'
    )


LISTS = (
    f'<text:list-style style:name="D">{level(1, "1")}{level(2, "1", 2)}{level(3, "a", 1, ")")}'
    "</text:list-style>"
    f'<text:list-style style:name="R">{level(1, "I", 1, "", 3)}</text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="–"/></text:list-style>'
)


class Lists:
    """Draws lists in lists with items of several paragraphs, and says which lines they are."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.counters = [0, 0, 0]
        self.xml = self.list_of(0, ' text:style-name="D"')
        if self.random.random() < 0.5:
            self.lines.append("ở giữa")
            self.xml += odf.paragraph("ở giữa")
            goes_on = self.random.random() < 0.5
            if not goes_on:
                self.counters = [0, 0, 0]
            again = ' text:continue-numbering="true"' if goes_on else ""
            self.xml += self.list_of(0, ' text:style-name="D"' + again)

    def list_of(self, depth: int, attributes: str = "") -> str:
        """Draw one list."""
        items = "".join(self.item(depth) for _ in range(self.random.randint(1, 3)))
        return f"<text:list{attributes}>{items}</text:list>"

    def item(self, depth: int) -> str:
        """Draw an item; a restarted one says its number."""
        self.counters[depth] += 1
        start = ""
        if self.random.random() < 0.15:
            self.counters[depth] = self.random.randint(2, 5)
            start = f' text:start-value="{self.counters[depth]}"'
        self.counters[depth + 1 :] = [0] * (2 - depth)
        word = f"việc {len(self.lines)}"
        self.lines.append(self.label(depth) + " " + word)
        inner = odf.paragraph(word)
        if self.random.random() < 0.3:
            self.lines.append("nữa")
            inner += odf.paragraph("nữa")
        if depth < 2 and self.random.random() < 0.5:
            inner += self.list_of(depth + 1)
        return f"<text:list-item{start}>{inner}</text:list-item>"

    def label(self, depth: int) -> str:
        """The number that a person sees."""
        one, two, three = self.counters
        return [f"{one}.", f"{one}.{two}.", f"{'abcdefghijklmnopqrstuvwxyz'[three - 1]})"][depth]


@pytest.mark.parametrize("seed", range(60))
def test_items_of_lists_have_the_numbers_that_a_person_sees(seed: int) -> None:
    lists = Lists(seed)
    text = " ".join(lists.lines)
    cell = f"<table:table-cell>{lists.xml}</table:table-cell>"
    plan = sauro.read_plan(text=notes([cell]))
    assert re.sub(r"\s+", " ", " ".join(note_of(plan))) == text
    assert plan.coverage.lost == 0


def test_numbers_of_rows_that_a_list_makes_are_read() -> None:
    item = (
        '<text:list text:style-name="R" text:continue-numbering="{}"><text:list-item><text:p/>'
        "</text:list-item></text:list>"
    )
    head = odf.row(odf.cell(name) for name in HEADER[:4])
    rows = [
        odf.row(
            [f"<table:table-cell>{item.format(goes_on)}</table:table-cell>"]
            + [odf.cell(text) for text in [f"Việc {goes_on}", "Ban A", "Quý I"]]
        )
        for goes_on in ("false", "true")
    ]
    plan = sauro.read_plan(text=odf.odt(odf.table([head, *rows]), automatic=LISTS))
    assert [task.number for task in plan.tasks] == ["III", "IV"]


def test_headings_have_the_numbers_of_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" '
        'style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" '
        'style:num-format="1" style:num-suffix="."/></text:outline-style>'
    )
    lines = [(1, "MỤC TIÊU"), (2, "Chung"), (2, "Cụ thể"), (1, "TỔ CHỨC"), (2, "Ban A")]
    body = odf.paragraph("KẾ HOẠCH") + "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h><text:p>Nội dung.</text:p>'
        for level, text in lines
    )
    plan = sauro.read_plan(text=odf.odt(body, named=outline))
    assert [section.id for section in plan.sections] == ["I", "I.1", "I.2", "II", "II.1"]


def test_merged_cells_hold_for_each_row_and_what_they_cover_is_unread() -> None:
    head = odf.row(odf.cell(name) for name in HEADER[:4])
    first = odf.row(
        [odf.cell("1"), odf.cell("Lập sổ"), odf.cell("Ban A", rows=2), odf.cell("Quý I")]
    )
    covered = "<table:covered-table-cell><text:p>bị che</text:p></table:covered-table-cell>"
    second = odf.row([odf.cell("2"), odf.cell("Lưu sổ"), covered, odf.cell("Quý II")])
    for plan in (
        sauro.read_plan(text=odf.odt(odf.table([head, first, second]))),
        sauro.read_plan(text=odf.ods(odf.table([head, first, second]))),
    ):
        assert [task.leads for task in plan.tasks] == [plan.tasks[0].leads] * 2
        assert [piece.text for piece in plan.unread] == ["bị che"]
        assert [task.timeframe.text for task in plan.tasks] == ["Quý I", "Quý II"]


def test_what_is_no_text_of_a_document_stays_apart() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<office:forms/><text:p>KẾ HOẠCH</text:p><text:p>I. MỤC<text:s text:c='3'/>TIÊU</text:p>"
        '<text:p>Nâng cao<text:change text:change-id="c"/> chất<text:soft-page-break/> lượng'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Theo báo cáo</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Xem lại</text:p></office:annotation>"
        " phục<text:tab/>vụ\n\t của xã.</text:p>"
        '<text:section text:display="none" text:name="Ẩn"><text:p>Phần này ẩn.</text:p>'
        "</text:section>"
    )
    pages = (
        '<style:master-page style:name="S"><style:header><text:p>Trang đầu</text:p></style:header>'
        "<style:footer><text:p>Trang cuối</text:p></style:footer></style:master-page>"
    )
    plan = sauro.read_plan(text=odf.odt(body, pages=pages))
    assert [section.title for section in plan.sections] == ["MỤC TIÊU"]
    said = "\n".join(plan.sections[0].paragraphs)
    assert re.sub(r"\s", " ", said) == "Nâng cao chất lượng phục vụ của xã. Phần này ẩn."
    assert {piece.text: piece.reason for piece in plan.unread if piece.text} == {
        "Theo báo cáo": "chú thích cuối trang",
        "Xem lại": "nhận xét bên lề",
        "Trang đầu": "đầu trang",
        "Trang cuối": "chân trang",
    }
    assert [(one.kind, one.chosen) for one in plan.remarks] == [("hidden", "phần Ẩn")]
    assert plan.coverage.lost == 0


def sheet(rows: list[str], name: str = "A", attributes: str = "") -> str:
    head = odf.row(odf.cell(text) for text in HEADER)
    return odf.table([head, *rows], name, attributes)


def work(number: int, *more: str, attributes: str = "") -> str:
    cells = [str(number), f"Việc {number}", "Ban A", "Quý I"]
    return odf.row([*map(odf.cell, cells), *more]).replace("-row>", f"-row{attributes}>", 1)


def test_a_sheet_is_read_as_a_person_sees_it() -> None:
    shown = [
        (odf.day_cell("31/03/2026"), "31/03/2026"),
        (
            '<table:table-cell office:value-type="date" office:date-value="2026-03-31T00:00:00">'
            "<text:p>3/31/26</text:p></table:table-cell>",
            "31/03/2026",
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2026-03-01">'
            "<text:p>Tháng 3/2026</text:p></table:table-cell>",
            "Tháng 3/2026",
        ),
        (
            '<table:table-cell office:value-type="percentage" office:value="0.855">'
            "<text:p>85,5%</text:p></table:table-cell>",
            "85,5%",
        ),
        ('<table:table-cell office:value-type="float" office:value="7"/>', "7"),
        (
            "<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation>"
            "<text:p>thấy</text:p></table:table-cell>",
            "thấy",
        ),
    ]
    rows = [work(i, written) for i, (written, _) in enumerate(shown, start=1)]
    plan = sauro.read_plan(text=odf.ods(sheet(rows)))
    assert [task.extra["Ghi chú"] for task in plan.tasks] == [text for _, text in shown]
    assert list(plan.remarks) == []


def test_errors_and_formulas_without_a_value_are_remarks() -> None:
    rows = [
        work(1, odf.cell("#N/A")),
        work(2, '<table:table-cell table:formula="of:=1+1"/>'),
        work(3, odf.cell("Err:508")),
    ]
    plan = sauro.read_plan(text=odf.ods(sheet(rows)))
    assert [(one.kind, one.span.line, one.span.column) for one in plan.remarks] == [
        ("value", 2, 5),
        ("value", 3, 5),
        ("value", 4, 5),
    ]


def test_hidden_rows_columns_and_sheets_are_read_and_said() -> None:
    hidden = ' table:visibility="collapse"'
    columns = (
        f'<table:table-column table:number-columns-repeated="4"/><table:table-column{hidden}/>'
    )
    group = '<table:table-row-group table:display="false">{}</table:table-row-group>'
    rows = [work(1, attributes=hidden), group.format(work(2)), work(3, odf.cell("x"))]
    style = (
        '<style:style style:name="H" style:family="table"><style:table-properties '
        'table:display="false"/></style:style>'
    )
    first = sheet(rows).replace('table:name="A">', f'table:name="A">{columns}', 1)
    second = sheet([work(4)], "B", ' table:style-name="H"')
    plan = sauro.read_plan(text=odf.ods(first + second, style))
    assert [task.title for task in plan.tasks] == [f"Việc {i}" for i in (1, 2, 3, 4)]
    said = [one.chosen for one in plan.remarks]
    assert said == ["dòng 2–3", "cột E", "trang tính B"]
    assert [annex.title or annex.label for annex in plan.annexes] == ["A", "B"]


def test_sheets_are_picked_by_name() -> None:
    book = odf.ods(sheet([work(1)], "Một") + sheet([work(2)], "Hai"))
    assert [t.title for t in sauro.read_plan(text=book, sheets=["Hai"]).tasks] == ["Việc 2"]
    with refused(sauro.NotFoundError, "there are Một, Hai"):
        sauro.read_plan(text=book, sheets=["Ba"])


@pytest.mark.parametrize("make", [odf.ods, odf.odt], ids=["ods", "odt"])
def test_repeated_empty_rows_and_columns_change_nothing(make: object) -> None:
    many = '<table:table-cell table:number-columns-repeated="1000000"/>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{many}</table:table-row>'
    rows = [work(i, odf.cell("x"), many) for i in (1, 2)]
    plain = sauro.read_plan(text=make(sheet([work(1, odf.cell("x")), work(2, odf.cell("x"))])))
    plan = sauro.read_plan(text=make(sheet([*rows, row])))
    assert [task.title for task in plan.tasks] == [task.title for task in plain.tasks]
    assert plan.coverage == plain.coverage


@pytest.mark.parametrize("make", [odf.ods, odf.odt], ids=["ods", "odt"])
def test_rows_and_cells_that_are_repeated_count(make: object) -> None:
    twice = work(1, odf.cell("x"), attributes=' table:number-rows-repeated="2"')
    assert len(sauro.read_plan(text=make(sheet([twice]))).tasks) == 2
    many = work(1, odf.cell("x"), attributes=' table:number-rows-repeated="1000000"')
    with refused(sauro.ParseError, "limits"):
        sauro.read_plan(text=make(sheet([many])), limits={"cells": 10_000})
    long = work(1, odf.cell("x" * 10_000), attributes=' table:number-rows-repeated="900000"')
    with refused(sauro.ParseError, "limits.unpacked_bytes"):
        sauro.read_plan(text=make(sheet([long])), limits={"unpacked_bytes": 1 << 20})


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_what_a_password_protects_is_refused_by_name(kind: str) -> None:
    manifest = (
        '<!DOCTYPE manifest:manifest PUBLIC "x" "Manifest.dtd"><manifest:manifest>'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        "</manifest:file-entry></manifest:manifest>"
    )
    parts = {"META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x02\x11"}
    with refused(sauro.ParseError, "protected by a password"):
        sauro.read_plan(text=odf.package(kind, parts))


def test_a_package_without_its_body_and_entities_are_refused() -> None:
    with refused(sauro.ParseError, "no body"):
        sauro.read_plan(text=odf.package("text", {"content.xml": odf.content("drawing", "")}))
    with refused(sauro.ParseError, "no body"):
        sauro.read_plan(text=odf.package("spreadsheet", {"content.xml": "<a/>"}))
    for kind in odf.TYPES:
        text = '<!DOCTYPE a [<!ENTITY b "c">]>' + "<a>&b;</a>"
        with refused(sauro.ParseError, "document type"):
            sauro.read_plan(text=odf.package(kind, {"content.xml": text}))


@pytest.mark.parametrize("place", ["section", "font", "text"])
def test_bytes_that_are_no_text_never_reach_a_plan(place: str) -> None:
    """The XML parser lets them through, in attributes too."""
    style = (
        '<style:style style:name="P" style:family="paragraph"><style:text-properties '
        'style:font-name=".Vn{}"/></style:style>'
    )
    filled = dict.fromkeys(["section", "font", "text"], "x") | {place: "\ufffe"}
    body = (
        f'<text:section text:display="none" text:name="{filled["section"]}">'
        f'<text:p text:style-name="P">c\xb8ch {filled["text"]}</text:p></text:section>'
    )
    content = odf.content("text", body, style.format(filled["font"]))
    broken = content.encode().replace("\ufffe".encode(), b"\xef\xb8")
    try:
        plan = sauro.read_plan(text=odf.package("text", {"content.xml": broken}))
    except sauro.ParseError as error:
        assert error.code == 106
    else:
        assert sauro.Plan.from_json(plan.to_json()) == plan
        assert [one.kind for one in plan.remarks if "\ufffd" in one.chosen] == []


@pytest.mark.parametrize("family", ["text", "paragraph"])
def test_hidden_words_are_read_with_a_remark(family: str) -> None:
    shown = f'<style:style style:name="H" style:family="{family}"><style:text-properties '
    style = f'{shown}text:display="none"/></style:style>'
    hidden = '<text:span text:style-name="H"> nội bộ</text:span>'
    line = f"<text:p>Rà soát{hidden}</text:p>"
    if family == "paragraph":
        line = '<text:p text:style-name="H">Rà soát nội bộ</text:p>'
    title = odf.cell("Rà soát").replace(odf.paragraph("Rà soát"), line)
    head = odf.row(odf.cell(name) for name in HEADER)
    cells = [odf.cell("1"), title, odf.cell("Công an xã"), odf.cell("Quý I"), odf.cell("")]
    plan = sauro.read_plan(text=odf.odt(odf.table([head, odf.row(cells)]), automatic=style))
    assert plan.tasks[0].title == "Rà soát nội bộ"
    remarks = [one for one in plan.remarks if str(one.kind) == "hidden"]
    assert len(remarks) == 1
    assert "nội bộ" in remarks[0].chosen
