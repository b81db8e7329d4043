"""A page that places a document by tables gives what the document alone gives."""

import html

import pytest
import sauro

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ AN LỘC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
HEAD += ["Độc lập - Tự do - Hạnh phúc", "Số: 21/KH-UBND", "An Lộc, ngày 15 tháng 01 năm 2026"]
BODY = [
    *["KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC ĐÍCH", "- Nâng cao trách nhiệm."],
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Giao Phòng Kinh tế rà soát các chợ trước ngày 30/6/2026.",
    "2. Công an xã tuần tra các chợ trong quý II/2026.",
]
END = ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Bình"]
TASKS = (
    "<table><tr><th>STT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr>"
    "<tr><td>1</td><td>Họp dân</td><td>Phòng Nội vụ</td><td>Quý III</td></tr></table>"
)
NEWS = "Phòng Nội vụ tập huấn trước ngày 01/3/2026"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


DOCUMENT = paragraphs([*HEAD, *BODY, *END])
MENU = "<ul><li>Giới thiệu</li><li>Tin tức</li></ul>"
PAGES = {
    "a menu beside it": f"<table>{row('Trang chủ', 'Văn bản')}{row(MENU, DOCUMENT)}</table>",
    "three columns": f"<table>{row('Cổng xã An Lộc')}{row(MENU, DOCUMENT, NEWS)}"
    f"{row('Bản quyền')}</table>",
    "a row for each line": "<table>"
    + "".join(row(html.escape(line)) for line in [*HEAD, *BODY, *END])
    + "</table>",
    "tables in tables": f"<table>{row(MENU, f'<table>{row(DOCUMENT)}</table>')}</table>",
    "lines in blocks": "<table>"
    + row(MENU, "".join(f"<div>{html.escape(line)}</div>" for line in [*HEAD, *BODY, *END]))
    + "</table>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_table_that_places_a_document_is_none(name: str) -> None:
    alone = sauro.read_plan(text=DOCUMENT, format="html")
    plan = sauro.read_plan(text=PAGES[name], format="html")
    assert plan.document.number == alone.document.number
    assert plan.document.signer == alone.document.signer
    assert [one.text for one in plan.duties] == [one.text for one in alone.duties]
    assert len(plan.duties) == 2
    assert not plan.tables
    assert not any(NEWS in "".join(section.paragraphs) for section in plan.sections)


def test_the_tables_of_a_document_that_a_table_places_are_tables() -> None:
    text = paragraphs([*HEAD, *BODY]) + TASKS + paragraphs(END)
    plan = sauro.read_plan(text=f"<table>{row(MENU, text)}</table>", format="html")
    assert [task.title for task in plan.tasks] == ["Họp dân"]


def test_one_task_with_many_paragraphs_is_a_table() -> None:
    points = paragraphs([f"- Việc thứ {i} của nhiệm vụ này" for i in range(20)])
    rows = row("STT", "Nhiệm vụ", "Chủ trì", "Thời gian") + row(
        "1", points, "Phòng Kinh tế", "Quý I"
    )
    plan = sauro.read_plan(text=f"<table>{rows}</table>", format="html")
    assert [task.leads for task in plan.tasks] == [["phong-kinh-te"]]


QUOTES = {
    "a mail forwarded": lambda lines: ["Kính gửi anh chị,", "", *[f"> {one}" for one in lines]],
    "without blanks": lambda lines: [f">{one}" for one in lines],
    "forwarded twice": lambda lines: [f"> > {one}" for one in lines],
    "gaps quoted too": lambda lines: [line for one in lines for line in (f"> {one}", ">")],
}


@pytest.mark.parametrize("name", QUOTES)
def test_the_marks_of_a_quoted_mail_are_no_part_of_its_document(name: str) -> None:
    lines = [*HEAD, *BODY, *END]
    alone = sauro.read_plan(text="\n".join(lines), format="text")
    plan = sauro.read_plan(text="\n".join(QUOTES[name](lines)), format="text")
    assert plan.document.number == "21/KH-UBND"
    assert plan.document.issuer == alone.document.issuer
    assert plan.document.signer == alone.document.signer
    assert [one.text for one in plan.duties] == [one.text for one in alone.duties]
    assert plan.coverage.lost == 0


def test_a_line_that_compares_stays_as_it_is() -> None:
    body = [*BODY, "> 90% hồ sơ đúng hạn."]
    plan = sauro.read_plan(text="\n".join([*HEAD, *body, *END]), format="text")
    assert any("> 90%" in text for one in plan.sections for text in one.paragraphs) or any(
        "> 90%" in one.text for one in plan.duties
    )
