"""Documents whose head, end or purpose is out of the ordinary."""

from datetime import date
from pathlib import Path

import pytest
import sauro
from sauro.command import main

BODY = "\n\nI. MỤC TIÊU\nNâng cao chất lượng.\n"
ARTICLES = [
    "hello",
    "Kế hoạch cải cách hành chính được triển khai đồng bộ\n\nNgày 20/3/2026, UBND xã họp.",
    "Kế hoạch 78/KH-UBND về cải cách hành chính: những điểm mới\n\nXã vừa công bố.",
    "Chương trình chuyển đổi số đi vào cuộc sống\n\n(Báo An Lộc) - Sáng nay, xã ra quân.",
    "Số liệu tại Kế hoạch 78/KH-UBND cho thấy nhiều chuyển biến\n\nNgười dân hài lòng.",
    "Xã An Lộc ban hành Kế hoạch số 78/KH-UBND ngày 20/3/2026\n\nTheo đó, 100% hồ sơ trực tuyến.",
]


def read(text: str, form: str = "text") -> sauro.Plan:
    plan = sauro.read_plan(text=text, format=form)
    assert plan.coverage.lost == 0
    return plan


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_no_document_and_no_plan(article: str) -> None:
    plan = read(article)
    assert (plan.document.kind, plan.document.number) == ("", "")
    assert plan.is_empty
    assert [one.kind for one in plan.remarks] == ["empty"]
    assert [one.reason for one in plan.unread if not one.text] == []


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nThử" + BODY,
        "Số: 12/KH-UBND\nKẾ HOẠCH\nThử\n",
        "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp\tCông an xã\tQuý I\n",
        "Tên\n\nĐiều 1. Giao nhiệm vụ.\n",
    ],
)
def test_what_has_a_task_a_section_or_a_number_is_not_empty(text: str) -> None:
    plan = read(text)
    assert not plan.is_empty
    assert "empty" not in [one.kind for one in plan.remarks]
    assert not sauro.Plan.from_json(plan.to_json()).is_empty


@pytest.mark.parametrize("command", [["read"], ["check"], ["schedule"], ["read", "--json"]])
@pytest.mark.parametrize("article", ARTICLES[:2])
def test_commands_say_that_a_file_holds_no_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], article: str
) -> None:
    path = tmp_path / "tin.txt"
    path.write_text(article, encoding="utf-8")
    assert main([command[0], str(path), *command[1:]]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "không tìm thấy kế hoạch" in said.err
    assert main([command[0], str(path), *command[1:], "--language", "en"]) == 1
    assert "no plan was found: the file has no task" in capsys.readouterr().err


@pytest.mark.parametrize(
    "written",
    [
        "Kế hoạch 78/KH-UBND năm 2026 về cải cách hành chính do Ủy ban nhân dân xã X ban hành",
        "Kế hoạch số 78/KH-UBND về việc cải cách hành chính do Ủy ban nhân dân xã X ban hành",
        "KẾ HOẠCH 78/KH-UBND ngày 20/3/2026 về cải cách hành chính "
        "do Ủy ban nhân dân xã X ban hành",
        "Kế hoạch 78 /KH-UBND ngày 20 tháng 3 năm 2026 về cải cách hành chính "
        "do Ủy ban nhân dân xã X ban hành",
        "Kế hoạch 78/KH-UBND của Ủy ban nhân dân xã X về cải cách hành chính "
        "do Ủy ban nhân dân xã X ban hành",
    ],
)
def test_the_heading_of_a_database_gives_number_title_and_issuer(written: str) -> None:
    document = read(written + BODY).document
    assert (document.kind, document.number) == ("KH", "78/KH-UBND")
    assert document.title == "cải cách hành chính"
    assert document.issuer == "Ủy ban nhân dân xã X"


def test_the_head_of_the_document_itself_comes_before_that_of_a_database() -> None:
    document = read(
        "Kế hoạch 78/KH-UBND năm 2026 về cải cách do UBND xã X ban hành\n"
        "UBND XÃ X\nSố: 78/KH-UBND\nX, ngày 20 tháng 3 năm 2026\nKẾ HOẠCH\n"
        "Cải cách hành chính" + BODY
    ).document
    assert document.title == "Cải cách hành chính"
    assert document.issuer == "UBND XÃ X"
    assert document.date == date(2026, 3, 20)


PAIRS = {
    "Số ký hiệu": "78/KH-UBND",
    "Ngày ban hành": "20/03/2026",
    "Cơ quan ban hành": "UBND xã X",
    "Người ký": "Nguyễn Văn An",
    "Trích yếu": "Cải cách hành chính năm 2026",
    "Loại văn bản": "Kế hoạch",
}


def as_cells(pairs: dict[str, str], width: int) -> str:
    cells = [cell for pair in pairs.items() for cell in pair]
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)


@pytest.mark.parametrize(
    ("form", "drawn"),
    [
        ("text", "\n".join(f"{name}\t{value}" for name, value in PAIRS.items())),
        ("text", "\n".join(f"{name}: {value}" for name, value in PAIRS.items())),
        ("markdown", "\n".join(f"| {name} | {value} |" for name, value in PAIRS.items())),
        ("html", f"<table>{as_cells(PAIRS, 2)}</table>"),
        ("html", f"<table>{as_cells(PAIRS, 4)}</table>"),
    ],
)
def test_attributes_fill_the_document_and_are_no_letterhead(form: str, drawn: str) -> None:
    body = "<p>I. MỤC TIÊU</p><p>Nâng cao.</p>" if form == "html" else BODY
    plan = read(drawn + body, form)
    document = plan.document
    assert (document.kind, document.number) == ("KH", "78/KH-UBND")
    assert document.date == date(2026, 3, 20)
    assert (document.issuer, document.signer) == ("UBND xã X", "Nguyễn Văn An")
    assert document.title == "Cải cách hành chính năm 2026"
    assert [section.id for section in plan.sections] == ["I"]


@pytest.mark.parametrize(
    "post",
    [
        "CHỦ TỊCH UBND XÃ AN LỘC",
        "GIÁM ĐỐC SỞ NỘI VỤ TỈNH A",
        "BỘ TRƯỞNG BỘ TÀI CHÍNH",
        "TRƯỞNG BAN QUẢN LÝ KHU KINH TẾ",
        "HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC A",
        "TỔNG CỤC TRƯỞNG TỔNG CỤC THỐNG KÊ",
        "VIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN",
    ],
)
def test_a_person_who_issues_a_decision_is_no_signature(post: str) -> None:
    plan = read(
        f"QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\n{post}\n\nCăn cứ Luật số 72/2025/QH15;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Giao nhiệm vụ cho các đơn vị.\nĐiều 2. Thi hành.\n\n"
        f"Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\n{post}\n\nTS. Nguyễn Văn An\n"
    )
    assert [section.id for section in plan.sections if section.number] == ["1", "2"]
    assert plan.document.issuer == post
    assert plan.document.title == "Về việc giao nhiệm vụ"
    assert plan.document.signer == "TS. Nguyễn Văn An"
    assert len(plan.document.legal_bases) == 1
    assert len(plan.unread) == 1  # no table


@pytest.mark.parametrize(
    "after",
    [
        "QUY CHẾ\nLàm việc\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n\n"
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định.\n",
        "BỘ TIÊU CHÍ\n(Kèm theo Quyết định số 1/QĐ-UBND)\n\nI. NGUYÊN TẮC\n1. Khách quan\nĐúng.\n",
        "ĐẢNG ỦY XÃ\n*\nBÁO CÁO\nTình hình cải cách\n\nI. KẾT QUẢ\nTốt.\n",
        "DỰ THẢO\nBÁO CÁO\nKết quả\n\nI. KẾT QUẢ\nTốt.\n",
        "I. KẾT QUẢ\nTốt.\nII. KIẾN NGHỊ\nKhông.\n",
    ],
)
def test_text_after_a_signature_is_read(after: str) -> None:
    plan = read(
        "UBND XÃ A\nSố: 5/UBND-VP\nV/v báo cáo\n\nKính gửi: UBND tỉnh\n\nGửi kèm báo cáo.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\nNguyễn Văn An\n\n" + after
    )
    assert plan.document.signer == "Nguyễn Văn An"
    ids = [section.id for section in plan.sections if section.number]
    assert ids
    assert all(one.startswith("1/") for one in ids)
    assert [piece.text for piece in plan.unread if piece.text] == []
    assert [annex.number for annex in plan.annexes] == [1]


def test_a_text_that_goes_on_after_a_signature_keeps_its_sections() -> None:
    plan = read(
        "KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\nMột.\n\nCHỦ TỊCH\nNguyễn Văn An\n\nII. NHIỆM VỤ\nHai.\n"
    )
    assert [section.id for section in plan.sections] == ["I", "II"]


def test_recipients_on_one_long_line_are_one_end() -> None:
    plan = read("KẾ HOẠCH\nThử" + BODY + "Nơi nhận: " + "UBND tỉnh, Sở Nội vụ, " * 20 + "VT.\n")
    assert len(plan.document.closing) == 1


def test_a_sentence_about_where_files_are_received_ends_no_text() -> None:
    plan = read("KẾ HOẠCH\nThử" + BODY + "Nơi nhận hồ sơ và trả kết quả là bộ phận một cửa.\n")
    assert len(plan.sections[-1].paragraphs) == 2
