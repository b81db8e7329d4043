"""Old encodings and fonts become Unicode where that is sure, and are refused where it isn't."""

import html
import io
import random
import shutil
import subprocess
import unicodedata

import docx
import old_letters as old
import open_documents as odf
import pytest
import sauro
import xlsxwriter
from conftest import EXAMPLES
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

CODES = ["windows-1258", "TCVN3 (ABC)", "VNI"]
TEXT = (EXAMPLES / "ke-hoach-an-loc.txt").read_text(encoding="utf-8")
EIGHT_BITS = (
    TEXT.replace("≥", ">=").replace("≤", "<=").replace("●", "x")
)  # without signs that no old code has
FONTS = {"TCVN3 (ABC)": ".VnTime", "VNI": "VNI-Times"}
ENCODERS = {"TCVN3 (ABC)": old.tcvn3, "VNI": old.vni}
HEADER = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
ALPHABETS = {
    "VNI": old.LOWER + old.UPPER,
    "TCVN3 (ABC)": old.LOWER + "ĂÂÊÔƠƯĐ",
}


def remarks(plan: sauro.Plan) -> list[tuple[str, str]]:
    return [(one.kind, one.chosen) for one in plan.remarks]


def set_font(run: object, font: str) -> None:
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi"):
        fonts.set(qn(kind), font)


def document(texts: list[str], font: str, how: str) -> bytes:
    """A Word document of one task with these texts as its titles, set in a font somehow."""
    out = io.BytesIO()
    made = docx.Document()
    styles = made.styles
    if how == "default":
        fonts = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
        fonts.attrib.clear()
        fonts.set(qn("w:hAnsi"), font)
    paragraph_style = styles.add_style("Cũ", WD_STYLE_TYPE.PARAGRAPH)
    child = styles.add_style("Cũ con", WD_STYLE_TYPE.PARAGRAPH)
    child.base_style = paragraph_style
    run_style = styles.add_style("Chữ cũ", WD_STYLE_TYPE.CHARACTER)
    if how == "paragraph style":
        set_font_of_style(paragraph_style, font)
    if how == "run style":
        set_font_of_style(run_style, font)
    table = made.add_table(1 + len(texts), 4)
    for cell, name in zip(table.rows[0].cells, HEADER, strict=True):
        set_font(cell.paragraphs[0].add_run(name), "Times New Roman")
    for at, text in enumerate(texts, start=1):
        cells = table.rows[at].cells
        for cell, plain in zip(cells, [str(at), "", "Ban A", "Quý I"], strict=True):
            set_font(cell.paragraphs[0].add_run(plain), "Times New Roman")
        paragraph = cells[1].paragraphs[0]
        if how == "paragraph style":
            paragraph.style = child
        cut = len(text) // 2  # a letter and its mark may stand in two runs
        for piece in (text[:cut], text[cut:]):
            run = paragraph.add_run(piece)
            if how == "run":
                set_font(run, font)
            if how == "run style":
                run.style = run_style
    made.save(out)
    return out.getvalue()


def set_font_of_style(style: object, font: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi"):
        fonts.set(qn(kind), font)


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_an_old_encoding_is_the_text_in_unicode(code: str) -> None:
    plan = sauro.read_plan(text=old.as_bytes(EIGHT_BITS, code))
    same = sauro.read_plan(text=EIGHT_BITS)
    assert [task.id for task in plan.tasks] == [task.id for task in same.tasks]
    words = [(task.title.lower(), task.timeframe.text) for task in plan.tasks]
    assert words == [(task.title.lower(), task.timeframe.text) for task in same.tasks]
    assert plan.document.issuer.lower() == same.document.issuer.lower()
    assert remarks(plan) == [("encoding", code)]
    assert plan.coverage.lost == 0


@pytest.mark.parametrize("code", ["TCVN3 (ABC)", "VNI"])
def test_old_letters_behind_unicode_are_turned_too(code: str) -> None:
    plan = sauro.read_plan(text=ENCODERS[code](TEXT))
    assert len(plan.tasks) == len(sauro.read_plan(text=TEXT).tasks)
    assert remarks(plan) == [("encoding", code)]


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("code", CODES)
def test_words_say_which_encoding_they_are_in(code: str, seed: int) -> None:
    words = [word for word in TEXT.split() if word.isalpha() and not word.isupper()]
    pick = random.Random(seed)
    text = " ".join(pick.choice(words) for _ in range(60))
    table = "STT\tNhiem vu\tThoi gian\n1\t{}\tQuy I\n"
    plan = sauro.read_plan(text=table.encode().replace(b"{}", old.as_bytes(text, code)))
    assert [one.chosen for one in plan.remarks if one.kind == "encoding"] == [code]
    title = unicodedata.normalize("NFC", text)
    if code == "TCVN3 (ABC)":  # it has no letter for "Ủ" and the like
        assert plan.tasks[0].title.lower() == title.lower()
    else:
        assert plan.tasks[0].title == title


@pytest.mark.parametrize(
    "words",
    [
        "Être à la carte, déjà vu, café crème, garçon, naïve, Noël, où, forêt, hôtel",
        "Straße, Grüße, schön, Äpfel, Öl, über, Mädchen, Bücher, Häuser, können, müssen",
        "niño, señor, corazón, mañana, año, español, también, aquí, según, después",
    ],
)
def test_another_language_is_no_vietnamese(words: str) -> None:
    with pytest.raises(sauro.ParseError) as caught:
        sauro.read_plan(text=(words + "\n").encode("latin-1") * 5)
    assert caught.value.code in (106, 107)


@pytest.mark.parametrize("code", ["TCVN3 (ABC)", "VNI"])
@pytest.mark.parametrize("how", ["run", "run style", "paragraph style", "default"])
def test_a_font_turns_the_whole_alphabet(how: str, code: str) -> None:
    text = " ".join(ALPHABETS[code])
    plan = sauro.read_plan(text=document([ENCODERS[code](text)], FONTS[code], how))
    assert plan.tasks[0].title == text
    assert remarks(plan) == [("font", f"{FONTS[code]}, {code}")]
    assert plan.remarks[0].span.paragraph == 6


@pytest.mark.parametrize("font", [".VnTimeH", ".VnArialH", ".VnArial NarrowH"])
def test_a_font_of_capitals_gives_capitals(font: str) -> None:
    text = "KẾ HOẠCH " + " ".join(old.UPPER)
    plan = sauro.read_plan(text=document([old.tcvn3(text, capitals=True)], font, "run"))
    assert plan.tasks[0].title == text


@pytest.mark.parametrize("code", ["TCVN3 (ABC)", "VNI"])
def test_spans_and_paragraphs_of_an_odt_have_fonts_too(code: str) -> None:
    font = FONTS[code]
    faces = f"""<style:font-face style:name="F1" svg:font-family="&apos;{font}&apos;"/>"""
    styles = (
        '<style:style style:name="P" style:family="paragraph"><style:text-properties '
        'style:font-name="F1"/></style:style><style:style style:name="C" style:family="paragraph" '
        'style:parent-style-name="P"/><style:style style:name="T" style:family="text">'
        '<style:text-properties style:font-name="F1"/></style:style>'
    )
    text = "Rà soát, đánh giá thủ tục hành chính"
    written = html.escape(ENCODERS[code](text))
    for title in (
        f'<text:p text:style-name="C">{written}</text:p>',
        f'<text:p><text:span text:style-name="T">{written}</text:span></text:p>',
    ):
        cells = [odf.cell("1"), f"<table:table-cell>{title}</table:table-cell>"]
        rows = [
            odf.row(map(odf.cell, HEADER)),
            odf.row([*cells, odf.cell("Công an xã"), odf.cell("Quý I")]),
        ]
        plan = sauro.read_plan(text=odf.odt(odf.table(rows), automatic=styles, fonts=faces))
        assert plan.tasks[0].title == text
        assert remarks(plan) == [("font", f"{font}, {code}")]


@pytest.mark.parametrize("code", ["TCVN3 (ABC)", "VNI"])
def test_cells_of_a_workbook_have_fonts_too(code: str) -> None:
    text = "Rà soát, đánh giá thủ tục hành chính"
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("A")
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, ["1", "", "Ban A", "Quý I"])
        page.write_string(1, 1, ENCODERS[code](text), book.add_format({"font_name": FONTS[code]}))
    plan = sauro.read_plan(text=out.getvalue())
    assert plan.tasks[0].title == text
    assert remarks(plan) == [("font", f"{FONTS[code]}, {code}")]
    assert (plan.remarks[0].span.line, plan.remarks[0].span.column) == (2, 2)


@pytest.mark.parametrize("code", ["TCVN3 (ABC)", "VNI"])
@pytest.mark.parametrize(
    "drawn",
    [
        '<font face="{}">{}</font>',
        '<span style="color:red; font-family:{}, serif">{}</span>',
        """<p style='font-family:"{}"'><b>{}</b></p>""",
    ],
)
def test_elements_of_html_have_fonts_too(drawn: str, code: str) -> None:
    text = "Rà soát, đánh giá thủ tục hành chính"
    title = drawn.format(FONTS[code], html.escape(ENCODERS[code](text)))
    cells = ["".join(f"<td>{one}</td>" for one in HEADER)]
    cells += [f"<td>1</td><td>{title}</td><td>Công an xã</td><td>Quý I</td>"]
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    plan = sauro.read_plan(text=f"<html><body><p>Kế hoạch của xã</p>{page}</body></html>")
    assert plan.tasks[0].title == text
    assert remarks(plan) == [("font", f"{FONTS[code]}, {code}")]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", ".VnTimeH"])
def test_unicode_under_the_name_of_an_old_font_stays(font: str) -> None:
    plan = sauro.read_plan(text=document(["Rà soát, đánh giá thủ tục hành chính"], font, "run"))
    assert plan.tasks[0].title == "Rà soát, đánh giá thủ tục hành chính"
    assert remarks(plan) == []


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "Vn Arial", "Venice", "VNTime"])
def test_other_fonts_change_nothing(font: str) -> None:
    text = "à la carte é"
    plan = sauro.read_plan(text=document([text], font, "run"))
    assert plan.tasks[0].title == text
    assert remarks(plan) == []


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
def test_the_encoder_of_the_tests_agrees_with_iconv() -> None:
    text = " ".join(ALPHABETS["TCVN3 (ABC)"])
    done = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
        input=old.tcvn3(text).encode("latin-1"),
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("this iconv has no TCVN")
    assert unicodedata.normalize("NFC", done.stdout.decode()) == text
