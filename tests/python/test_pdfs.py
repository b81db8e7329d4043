"""A plan on pages is the plan that its text says, however it is drawn."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import refused
from pdf_shapes import FONT_FILE, LAYOUTS, RECIPIENTS, SIGNATURE, Drawing, Layout, as_text
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.unsanitized

UNRULED = {name for name, layout in LAYOUTS.items() if layout.borders in ("none", "rules")}


@pytest.fixture(scope="module")
def drawn() -> dict[str, sauro.Plan]:
    """Plans by their layout, each read once."""
    return {}


@pytest.fixture(params=LAYOUTS)
def read(request: pytest.FixtureRequest, drawn: dict[str, sauro.Plan]) -> tuple[str, sauro.Plan]:
    name = request.param
    if name not in drawn:
        drawn[name] = sauro.read_plan(text=Drawing(LAYOUTS[name]).draw())
    return name, drawn[name]


def content_of(plan: sauro.Plan) -> dict[str, Any]:
    """What a plan says, without the places."""
    document = plan.document
    return {
        "document": [
            (document.kind, document.number, document.date, document.issuer, document.title),
            (document.signer, list(document.recipients)),
            [basis.text for basis in document.legal_bases],
        ],
        "sections": [(one.id, one.title, list(one.paragraphs)) for one in plan.sections],
        "duties": [(one.agency, one.text) for one in plan.duties],
        "annexes": [(one.number, one.label, one.title) for one in plan.annexes],
        "tasks": [
            (one.id, one.title, one.product, one.leads, one.coordinators, one.timeframe.text)
            for one in plan.tasks
        ],
    }


def with_text(*texts: tuple[float, float, str], size: float = 10) -> bytes:
    """A page with texts at places from above."""
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", str(FONT_FILE)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("DejaVu", size)
    for x, y, text in texts:
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return out.getvalue()


def with_pictures(*pages: bool) -> bytes:
    """A page with a picture for each True, one of the plan's pages with text for each False."""
    from PIL import Image

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for picture in pages:
        if picture:
            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)
        else:
            canvas.drawString(80, 700, "1. Ke hoach")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_layout_changes_nothing_of_what_the_plan_says(read: tuple[str, sauro.Plan]) -> None:
    name, plan = read
    wanted = content_of(sauro.read_plan(text=as_text(LAYOUTS[name].tasks)))
    found = content_of(plan)
    for field, value in wanted.items():
        assert found[field] == value


def test_each_character_of_a_page_is_placed_once(read: tuple[str, sauro.Plan]) -> None:
    assert read[1].coverage.lost == 0


def test_columns_without_rules_are_remarked_once_a_table_and_nothing_else_is(
    read: tuple[str, sauro.Plan],
) -> None:
    name, plan = read
    remarks = [(one.kind, one.task) for one in plan.remarks]
    assert remarks == ([("unsure", "")] if name in UNRULED else [])


def test_places_are_pages_and_lines(read: tuple[str, sauro.Plan]) -> None:
    _, plan = read
    places = [(int(one.span.part.removeprefix("trang ")), one.span.line) for one in plan.tasks]
    assert places == sorted(places)
    assert places[0][0] == 2 and all(line > 0 for _, line in places)


def test_running_heads_and_page_numbers_are_unread_with_the_reason(
    read: tuple[str, sauro.Plan],
) -> None:
    name, plan = read
    layout = LAYOUTS[name]
    reasons = {one.reason for one in plan.unread}
    assert ("số trang" in reasons) == bool(layout.page_numbers)
    assert ("đầu trang, chân trang lặp lại" in reasons) == bool(layout.head)
    assert len(plan.unread) % 4 == 0  # each of four pages has what the others have


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(Drawing(Layout()).draw())
    assert len(sauro.read_plan(path).tasks) == 6


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["Số: 12/KH-", "UBND"], "12/KH-UBND"),
        (["Số: 12/", "KH-UBND"], "12/KH-UBND"),
        (["Số: 12/KH\N{SOFT HYPHEN}", "-UBND"], "12/KH-UBND"),
    ],
)
def test_a_number_that_a_line_end_cuts_in_a_cell_is_whole(lines: list[str], number: str) -> None:
    layout = Layout(tasks=1)
    drawing = Drawing(layout)
    drawing.canvas.setFont("DejaVu", 10)
    rows = [
        [["STT"], ["Nhiệm vụ"], ["Chủ trì"], ["Thời gian"]],
        [["1"], [*lines], ["Công an xã"], ["Quý I"]],
    ]
    for row in rows:
        drawing._cells(row, [60, 100, 300, 400, 500], max(len(cell) for cell in row))
    drawing.canvas.save()
    plan = sauro.read_plan(text=drawing.out.getvalue())
    assert number in plan.tasks[0].title


def test_a_cell_over_several_rows_holds_for_each() -> None:
    drawing = Drawing(Layout())
    canvas = drawing.canvas
    canvas.setFont("DejaVu", 10)
    edges = [60, 100, 300, 400, 500]
    texts = [["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Họp dân", "", "Quý I"]]
    texts.append(["2", "Tập huấn", "", "Quý II"])
    for at, row in enumerate(texts):
        for column, text in enumerate(row):
            top = 700 - 30 * at
            if text:
                canvas.rect(edges[column], top - 30, edges[column + 1] - edges[column], 30)
                canvas.drawString(edges[column] + 4, top - 18, text)
    canvas.rect(300, 610, 100, 60)
    canvas.drawString(304, 636, "Công an xã")
    canvas.save()
    plan = sauro.read_plan(text=drawing.out.getvalue())
    assert [task.leads for task in plan.tasks] == [["cong-an"], ["cong-an"]]


def test_a_page_that_is_a_picture_is_named_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    plan = sauro.read_plan(text=with_pictures(False, True, False))
    notes = [(one.span.part, one.reason) for one in plan.unread if "ảnh" in one.reason]
    assert notes == [("trang 2", "trang này là ảnh; cài sauro[ocr] để nhận dạng chữ")]


def test_a_document_of_pictures_alone_is_refused_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused(sauro.ParseError, "ask for the docx, or run `apt install") as caught:
        sauro.read_plan(text=with_pictures(True, True))
    assert caught.value.code == 132


def test_what_is_no_whole_pdf_is_refused(tmp_path: Path) -> None:
    whole = Drawing(Layout(tasks=1)).draw()
    path = tmp_path / "plan.pdf"
    for content in (b"%PDF-1.7", whole[:200], b"%PDF-1.4\n" + bytes(range(256)) * 40):
        path.write_bytes(content)
        with refused(sauro.ParseError, "damaged|cut short|empty") as caught:
            sauro.read_plan(path)
        assert caught.value.where.startswith("plan.pdf")


def test_a_password_is_an_error_of_its_own() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=StandardEncryption("a secret", "an owner"))
    canvas.drawString(80, 700, "1. Ke hoach")
    canvas.save()
    with refused(sauro.ParseError, "password") as caught:
        sauro.read_plan(text=out.getvalue())
    assert caught.value.code == 122


def test_limits_of_pages_bytes_and_texts_hold() -> None:
    content = Drawing(Layout(tasks=2)).draw()
    for name, value in {"pages": 1, "bytes": 1000, "rows": 1, "cell_bytes": 30}.items():
        with refused(sauro.ParseError, rf"limits\.{name}"):
            sauro.read_plan(text=content, limits={name: value})


def bomb(stream: bytes) -> bytes:
    """A PDF whose only page is this content, deflated."""
    packed = zlib.compress(stream, 9)
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    )
    length = f"4 0 obj<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode()
    return head + length + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.mark.parametrize("piece", [b"0 0 m 9 9 l S ", b"q ", b"[(a)] "])
def test_a_page_that_unpacks_without_end_is_stopped(piece: bytes) -> None:
    with refused(sauro.ParseError, r"limits\.seconds|too many objects"):
        sauro.read_plan(text=bomb(piece * 20_000_000), limits={"seconds": 3})


def test_without_the_package_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(
        "sauro.reading._foreign.find_spec", lambda name: None if "pdf" in name else there(name)
    )
    with refused(sauro.ParseError, r"pip install sauro\[pdf\]") as caught:
        sauro.read_plan(text=Drawing(Layout(tasks=1)).draw())
    assert caught.value.code == 132


def test_the_command_reads_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sauro.command import main

    path = tmp_path / "plan.pdf"
    path.write_bytes(Drawing(Layout(tasks=2)).draw())
    assert main(["read", str(path)]) == 0
    assert "12/KH-UBND" in capsys.readouterr().out


def test_only_who_reads_a_pdf_waits_for_the_packages_that_it_needs() -> None:
    code = (
        "import sys, sauro; sauro.read_plan(text='1. Họp'); "
        "print(*(sorted({'pdfplumber', 'pdfminer', 'subprocess'} & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "printed", ["1/28/26, 11:58 PM   Kế hoạch", "https://anloc.gov.vn/ke-hoach"]
)
def test_what_a_browser_prints_in_the_margins_is_unread(printed: str) -> None:
    texts = [(60, 20, printed), (60, 100, "I. TỔ CHỨC THỰC HIỆN"), (60, 120, "1. Phòng Kinh tế")]
    plan = sauro.read_plan(text=with_text(*texts))
    assert [one.reason for one in plan.unread if one.text] == ["dòng mà trình duyệt thêm khi in"]
    assert [one.id for one in plan.sections] == ["I", "I.1"]


def test_words_of_a_list_beside_their_numbers_are_no_two_halves() -> None:
    rows = [("1.", "Phòng Kinh tế chủ trì"), ("2.", "Công an xã phối hợp"), ("-", "Báo cáo")]
    texts = [(x, 100 + 16 * at, text) for at, row in enumerate(rows)
             for x, text in zip((60, 110), row, strict=True)]  # fmt: skip
    plan = sauro.read_plan(text=with_text((60, 80, "I. TỔ CHỨC THỰC HIỆN"), *texts))
    assert len(plan.tables) == 0
    assert [one.id for one in plan.sections] == ["I", "I.1", "I.2"]


class Shifted(Drawing):
    """A plan whose post stands some lines above or below its recipients, not beside them."""

    shift = 0.0

    def _closing(self) -> None:
        self.y -= 6 + self.pitch * max(-self.shift, 0.0)
        ends = ["Nơi nhận:", *(f"- {one};" for one in RECIPIENTS[:-1]), f"- {RECIPIENTS[-1]}."]
        for i, line in enumerate(ends):
            self.canvas.drawString(self.left, self.y - i * self.pitch, line)
        for i, line in enumerate(SIGNATURE):
            height = self.y - (i + self.shift) * self.pitch
            self.canvas.drawCentredString(self.width - self.right - 110, height, line)


@pytest.mark.parametrize("shift", [-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0])
def test_a_post_may_stand_between_the_lines_of_the_recipients(
    shift: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Shifted, "shift", shift)
    document = sauro.read_plan(text=Shifted(Layout()).draw()).document
    assert document.signer == SIGNATURE[-1]
    assert document.recipients == RECIPIENTS
    assert not any("Nơi nhận" in line and "CHỦ TỊCH" in line for line in document.closing)
