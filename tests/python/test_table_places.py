"""What stands in cells of workbooks, above tables and at the head of documents."""

from datetime import date, datetime

import pytest
import sauro
from drawn_tables import HEADER, book, kinds

# Times and titles of workbooks


@pytest.mark.parametrize(
    ("code", "text"),
    [("dd/mm/yyyy hh:mm:ss", "06/05/2026 17:00:00"), ("dd/mm/yyyy hh:mm", "06/05/2026 17:00")],
)
def test_a_day_and_an_hour_is_that_day(code: str, text: str) -> None:
    moment = datetime(2026, 5, 6, 17, 0)
    plan = book(
        [["STT", "Nhiệm vụ", "Chủ trì", "Hạn"], [1, "Gửi", "Sở Y tế", moment]], {"D2": code}
    )
    assert plan.tasks[0].timeframe.text == text
    assert plan.tasks[0].timeframe.due == date(2026, 5, 6)
    assert list(plan.remarks) == []


@pytest.mark.parametrize("code", ["dd/mm", "d-mmm", "d/m", "dd-mm", "dd.mm", "mmm-dd", "mm/dd"])
def test_a_day_has_its_year_whatever_its_format(code: str) -> None:
    rows = [["STT", "Nhiệm vụ", "Chủ trì", "Hạn"], [1, "Gửi", "Sở Y tế", date(2027, 6, 5)]]
    plan = book(rows, {"D2": code})
    assert plan.tasks[0].timeframe.due == date(2027, 6, 5)


TITLES = [
    *["BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026", "DANH MỤC NHIỆM VỤ NĂM 2026", "LỊCH CÔNG TÁC NĂM 2026"],
    *["TIẾN ĐỘ THỰC HIỆN NĂM 2026", "KẾ HOẠCH CÔNG TÁC NĂM 2026", "Phân công năm 2026"],
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("form", ["xlsx", "text", "html"])
def test_the_title_of_a_table_says_the_year(title: str, form: str) -> None:
    header, row = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["1", "Họp dân", "Sở Y tế", "Quý IV"]
    if form == "xlsx":
        plan = book([[title], header, row])
    elif form == "text":
        plan = sauro.read_plan(text=title + "\n\n" + "\t".join(header) + "\n" + "\t".join(row))
    else:
        cells = ["".join(f"<td>{one}" for one in r) for r in (header, row)]
        text = f"<table border=1><tr><td colspan=4>{title}<tr>{cells[0]}<tr>{cells[1]}</table>"
        plan = sauro.read_plan(text=text, format="html")
    assert plan.tasks[0].timeframe.due == date(2026, 12, 31)
    assert sauro.Plan.from_json(plan.to_json()).tasks[0].timeframe.due == date(2026, 12, 31)


# What a line break cuts


@pytest.mark.parametrize(
    "title",
    [
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
        "Xây dựng kế hoạch số 12/KH-UBND ngày 10/02/2026",
        "Thực hiện Quyết định 5/2026/QĐ-UBND của UBND tỉnh",
        "Thực hiện Kết luận số 14-KL/TW của Bộ Chính trị",
        "Rà soát theo Thông tư số 3/2026/TT-BNV",
    ],
)
def test_the_number_of_a_document_is_no_label(title: str) -> None:
    words = title.split(" ")
    for at in range(1, len(words)):
        cell = " ".join(words[:at]) + "<br>" + " ".join(words[at:])
        text = f"<table><tr><td>TT<td>Nhiệm vụ<td>Chủ trì<tr><td>1<td>{cell}<td>Sở Y tế</table>"
        plan = sauro.read_plan(text=text, format="html")
        assert [(task.title, list(task.points)) for task in plan.tasks] == [(title, [])], cell


# Headings above tables


@pytest.mark.parametrize("above", ["<p>PHỤ LỤC I</p><p>NHIỆM VỤ</p>", "<p>II. NHIỆM VỤ</p>"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Lĩnh vực thể chế", "2. Lĩnh vực tài chính"),
        ("I. Lĩnh vực thể chế", "II. Lĩnh vực tài chính"),
        ("Lĩnh vực thể chế", "Lĩnh vực tài chính"),
        ("a) Lĩnh vực thể chế", "b) Lĩnh vực tài chính"),
        ("A. Lĩnh vực thể chế", "B. Lĩnh vực tài chính"),
    ],
)
def test_headings_above_tables_are_areas(above: str, first: str, second: str) -> None:
    if above.startswith("<p>II") and first.startswith(("I.", "A.")):
        pytest.skip("such a heading ends the section")
    head = "<p>KẾ HOẠCH</p><p>Việc năm 2026</p>"
    cells = ["<tr>" + "".join(f"<td>{one}" for one in HEADER)]
    rows = ["<tr><td>1<td>Họp dân<td>Sở Y tế<td>Quý I", "<tr><td>1<td>Chi<td>Sở Y tế<td>Quý I"]
    tables = [f"<table border=1>{cells[0]}{row}</table>" for row in rows]
    text = f"{head}{above}<p>{first}</p>{tables[0]}<p>{second}</p>{tables[1]}"
    plan = sauro.read_plan(text=text, format="html")
    titles = {area.number: area.title for annex in plan.annexes for area in annex.areas}
    assert [titles[task.area or ""] for task in plan.tasks] == [
        "Lĩnh vực thể chế",
        "Lĩnh vực tài chính",
    ]
    assert not any("#" in task.id for task in plan.tasks)
    assert plan.coverage.lost == 0
    assert list(plan.remarks) == []


def test_a_row_of_a_list_that_stands_in_columns_is_named() -> None:
    text = "KẾ HOẠCH\nViệc năm 2026\nII. NHIỆM VỤ\n1. Kiểm tra (Văn phòng; tháng 6)\n"
    text += "2. Sơ kết\t\tVăn phòng\t\ttháng 7\n3. Tổng kết (Văn phòng; tháng 12)\n"
    plan = sauro.read_plan(text=text)
    assert len(plan.tasks) == 3 or kinds(plan) == ["header"]


# Letterheads


@pytest.mark.parametrize(
    "lines",
    [
        "Số: 12/KH-UBND\nPhú Hòa, ngày 10/4/2026",
        "Số: 12/KH-UBND\nPhú Hòa, ngày 10 tháng 4 năm 2026",
        "Số: 12/KH-UBND Phú Hòa, ngày 10/4/2026",
        "Số: 12/KH-UBND ngày 10/4/2026",
        "Số: 12/KH-UBND, ngày 10 tháng 4 năm 2026",
    ],
)
def test_the_day_of_a_letterhead_is_read(lines: str) -> None:
    text = f"UBND XÃ PHÚ HÒA\n{lines}\nKẾ HOẠCH\nGiám sát năm 2026\n1. Văn phòng báo cáo.\n"
    document = sauro.read_plan(text=text).document
    assert document.date == date(2026, 4, 10)
    assert document.place == ("Phú Hòa" if "Phú" in lines else "")
    assert document.number == "12/KH-UBND"
