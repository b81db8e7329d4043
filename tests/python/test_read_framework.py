"""Sets of criteria read out of documents: trees, maxima, rules, points that stand in them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest
import sauro
from hypothesis import given
from hypothesis import strategies as st
from sauro.command._main import main

# the words of a rule, the maximum, and what inputs come to
RULES: list[tuple[str, float, list[tuple[dict[str, Any], float]]]] = [
    ("Có: 1; Không: 0", 1, [({"x": True}, 1), ({"x": False}, 0)]),
    ("Đúng quy định: 0,5 điểm; không đúng quy định: 0 điểm", 0.5, [({"x": True}, 0.5)]),
    (
        "Đạt 100%: 1 điểm; từ 80% đến dưới 100%: 0,5 điểm; dưới 80%: 0 điểm",
        1,
        [({"x": 100}, 1), ({"x": 99.9}, 0.5), ({"x": 80}, 0.5), ({"x": 79.9}, 0)],
    ),
    (
        "- Từ 30% số cơ quan, đơn vị trở lên: 1\n- Từ 20% đến dưới 30%: 0,5\n- Dưới 20%: 0",
        1,
        [({"x": 30}, 1), ({"x": 20}, 0.5), ({"x": 5}, 0)],
    ),
    ("Điểm = (tỷ lệ % × điểm tối đa)/100%", 2, [({"x": 50}, 1)]),
    ("Tính theo công thức: (b/a) × 2", 2, [({"x": 3, "x_2": 4}, 1.5)]),
    ("Đạt tỷ lệ x/100*2", 2, [({"x": 25}, 0.5)]),
    ("điểm = SIPAS × 10/100", 10, [({"x": 82.5}, 8.25)]),
    (
        "Từ 80% trở lên: tính theo công thức (b/a) × điểm tối đa; dưới 80%: 0",
        1.5,
        [({"x": 90}, 1.35), ({"x": 79}, 0)],
    ),
    (
        "Hoàn thành 100% kế hoạch: 1,5; Hoàn thành từ 80% đến dưới 100% thì điểm đánh giá được "
        "tính theo công thức: (Tỷ lệ % hoàn thành x điểm tối đa)/100%; Hoàn thành dưới 80%: 0",
        1.5,
        [({"x": 100}, 1.5), ({"x": 90}, 1.35), ({"x": 10}, 0)],
    ),
    (
        "Đủ số lượng, đúng thời gian: 1; mỗi báo cáo chậm hoặc thiếu nội dung trừ 0,25",
        1,
        [({"x": 0}, 1), ({"x": 3}, 0.25), ({"x": 9}, 0)],
    ),
    ("Mỗi sáng kiến được 0,5 điểm, tối đa 1 điểm", 1, [({"x": 1}, 0.5), ({"x": 4}, 1)]),
    ("Mỗi mô hình 0,25 điểm (tối đa 1 điểm)", 1, [({"x": 2}, 0.5)]),
    (
        "Từ 02 trở lên: 1; 01: 0,5; không có: 0",
        1,
        [({"x": 2}, 1), ({"x": 1}, 0.5), ({"x": 0}, 0), ({"x": 7}, 1)],
    ),
    (
        "100%: 1; từ 70% đến dưới 100%: (b/a) × 1; dưới 70%: 0; không phát hiện vấn đề: 1",
        1,
        [({"x": 85, "x_2": False}, 0.85), ({"x": 0, "x_2": True}, 1), ({"x": 60, "x_2": False}, 0)],
    ),
    (
        "Ban hành trong Quý I: 0,5; ban hành sau Quý I: 0,25; không ban hành: 0",
        0.5,
        [({"x": "ban hành sau Quý I"}, 0.25), ({"x": "không ban hành"}, 0)],
    ),
    ("Không vượt quá số được giao: 1; vượt: 0", 1, [({"x": True}, 1), ({"x": False}, 0)]),
    (
        "100% hồ sơ trễ hẹn có văn bản xin lỗi (hoặc không có hồ sơ trễ hẹn): 0,5; ngược lại: 0",
        0.5,
        [({"x": True}, 0.5), ({"x": False}, 0)],
    ),
    (
        "Vượt từ 5% trở lên: 1; hoàn thành đến dưới 5%: 0,5; không hoàn thành: 0",
        1,
        [({"x": "hoàn thành đến dưới 5%"}, 0.5)],
    ),
    (
        "Có kế hoạch: 0,5; có chuyên mục: 0,25; có hội nghị: 0,25",
        1,
        [({"x": True, "x_2": False, "x_3": True}, 0.75)],
    ),
    ("Trên 5%: 0; từ 3% đến 5%: 0,5; dưới 3%: 1", 1, [({"x": 5}, 0.5), ({"x": 2}, 1)]),
]

MORE_RULES: list[tuple[str, float, list[tuple[dict[str, Any], float]]]] = [
    ("Không: 0; Có: 1", 1, [({"x": True}, 1), ({"x": False}, 0)]),
    ("Mỗi sáng kiến 0,5 điểm, không quá 1 điểm", 1, [({"x": 1}, 0.5), ({"x": 3}, 1)]),
    ("Mỗi sáng kiến được 0,5 điểm nhưng không quá 1 điểm", 1, [({"x": 1}, 0.5)]),
    ("Mỗi văn bản 0,1 điểm. Tối đa 1 điểm", 1, [({"x": 4}, 0.4)]),
    ("Mỗi giải 0,2 điểm, tổng không quá 1 điểm", 1, [({"x": 2}, 0.4)]),
    ("Trên 80% đến 100%: 1; còn lại: 0", 1, [({"x": 80}, 0), ({"x": 80.5}, 1)]),
    (
        "Trên 5% đến 10%: 0,5; từ 5% trở xuống: 1; trên 10%: 0",
        1,
        [({"x": 5}, 1), ({"x": 10}, 0.5), ({"x": 10.1}, 0)],
    ),
    (
        "Thang điểm đánh giá:\n- Từ 80% trở lên: 1\n- Dưới 80% không được điểm",
        1,
        [({"x": 80}, 1), ({"x": 70}, 0)],
    ),
    ("Từ 80% trở lên: 0,7; dưới 80%: 0,7", 0.7, [({"x": 1}, 0.7)]),
    ("Gửi trước 17:00: 2; gửi sau 17:00: 0", 2, [({"x": "gửi sau 17:00"}, 0)]),
]
RULES += MORE_RULES


def draft_of(words: str, maximum: float) -> sauro.FrameworkDraft:
    cell = words.replace("\n", "<br>")
    shown = str(maximum).replace(".", ",")
    return sauro.read_framework(
        text=f"<table><tr><th>STT</th><th>Tiêu chí</th><th>Điểm tối đa</th><th>Cách tính điểm</th>"
        f"</tr><tr><td>1</td><td>Một việc</td><td>{shown}</td><td>{cell}</td></tr></table>"
    )


@pytest.mark.parametrize(("words", "maximum", "cases"), RULES, ids=[words for words, _, _ in RULES])
def test_a_rule_gives_the_points_that_its_words_say(
    words: str, maximum: float, cases: list[tuple[dict[str, Any], float]]
) -> None:
    draft = draft_of(words, maximum)
    assert [rule.why for rule in draft.unread] == []
    assert draft.problems == [] and draft.framework.validate() == []
    for inputs, points in cases:
        values = {name.replace("x", "x_1", 1): [value] for name, value in inputs.items()}
        card = sauro.score(draft.framework, values)
        assert card.total[0] == pytest.approx(points), inputs


def test_a_comparison_with_the_year_before_is_one() -> None:
    draft = draft_of("Cao hơn năm trước: 1; bằng: 0,5; thấp hơn: 0", 1)
    data = pd.DataFrame({"unit": ["A"] * 3, "period": [2024, 2025, 2026], "x_1": [5, 5, 7]})
    assert list(sauro.score(draft.framework, data).total[1:]) == [0.5, 1]


MORE_THAN_IS_READ = [
    "Dưới 50%: 0 điểm, từ 50% đến dưới 80%: 0,5 điểm, từ 80% trở lên: 1 điểm",
    "Không: 0 điểm, Có: 1 điểm",
    "Đạt 100% được 1 điểm, từ 80% đến dưới 100% được 0,5 điểm; dưới 80%: 0",
    "Mỗi báo cáo chậm trừ 0,25 điểm, không báo cáo: 0 điểm; đầy đủ: 1",
    "Có kế hoạch: 0,5 điểm, trong đó ban hành đúng hạn: 0,25; có báo cáo: 0,5",
    "Mỗi giải thưởng cấp tỉnh 0,5 điểm, cấp quốc gia 1 điểm",
    "Mỗi giải được từ 0,5 đến 1 điểm",
    "Điểm = (100-x)/100 × 1",
    "Điểm = 1-a/b",
    "Điểm = (b-a)/b × 1",
    "Điểm = min(a, b)/c",
    "Từ 10 hồ sơ trở lên: (b/a) × 1; dưới 10 hồ sơ: 0",
    "Có kế hoạch: 0,5; có báo cáo: 0,5; tối đa 0,5 điểm",
    "Đúng hạn: 0,75; quá hạn: 0,25",
    "Từ 80% trở lên: 0,7; dưới 80%: 0,3",
    "Loại tốt: 0,7; loại khá: 0,3",
    "Có: 0,5; Không: 0,5",
    "Không ban hành: 1; mỗi báo cáo chậm trừ 0,25",
    "Có kế hoạch: 1; có báo cáo: 1; mỗi báo cáo chậm trừ 0,25",
    "Có kế hoạch: 0,5\nKhông có: 0\nCó báo cáo: 0,5\nKhông có: 0",
]


@pytest.mark.parametrize("words", MORE_THAN_IS_READ)
def test_words_that_say_more_than_a_shape_holds_are_left(words: str) -> None:
    draft = draft_of(words, 1)
    assert [rule.code for rule in draft.unread] == ["1"], draft.framework.criteria["1"].rule


@pytest.mark.parametrize(
    "words",
    [
        "Trên 70% và có đầu mối phụ trách: 1; dưới 70%: 0",
        "Đạt 100% và gửi báo cáo trước 15/12: 1; dưới 100%: 0",
        "Gần 100%: 1; còn lại: 0",
        "Chậm dưới 5 ngày: 0,5; chậm từ 5 ngày trở lên: 0; không chậm: 1",
        "≥90%: 1; 70% - < 90%: 0,5; <70%: 0",
        "Cao hơn năm trước: 1; thấp hơn: 0",
    ],
)
def test_conditions_that_are_no_ranges_are_chosen_by_a_person(words: str) -> None:
    (variable,) = draft_of(words, 1).framework.variables
    asked = variable.values or (variable.title,)
    for case in words.split("; "):
        condition = case.rsplit(":", 1)[0]
        assert any(condition in text for text in asked) or condition == "còn lại"


def test_the_variable_of_ranges_says_what_its_title_does_not() -> None:
    words = "Từ 30% số cơ quan trở lên: 1; dưới 30%: 0"
    (variable,) = draft_of(words, 1).framework.variables
    assert variable.title == "Một việc: Từ 30% số cơ quan trở lên"
    (variable,) = draft_of("Từ 30% trở lên: 1; dưới 30%: 0", 1).framework.variables
    assert variable.title == "Một việc"


def test_a_penalty_takes_off() -> None:
    rows = [
        ["1", "Việc", "10", "Có: 10; không: 0"],
        ["", "Điểm trừ", "5", "Mỗi vụ vi phạm trừ 1 điểm"],
    ]
    framework = sauro.read_framework(text=as_markdown(rows)).framework
    card = sauro.score(framework, {"x_1": [True] * 3, "x_P": [0, 2, 9]}, units=["A", "B", "C"])
    assert list(card.total) == [10, 8, 5]


def test_other_rows_and_tables_are_no_criteria() -> None:
    rows = [["1", "Việc", "1", "Có: 1; không: 0"], ["", "Cộng mục I", "1", ""]]
    other = (
        "\n\n| TT | Họ tên | Năm sinh | Chức vụ |\n|---|---|---|---|\n"
        "| 1 | Nguyễn Văn A | 1980 | Chủ tịch |"
    )
    grades = "\n\n| Nội dung | Điểm |\n|---|---|\n| Xuất sắc | 90 |"
    draft = sauro.read_framework(text=as_markdown(rows).decode() + other + grades)
    assert [one.title for one in draft.framework.criteria] == ["Việc"]
    assert draft.unread == [] and draft.framework.validate() == []


def test_groups_over_all_columns_and_codes_of_workbooks_are_read() -> None:
    page = (
        "<table><tr><th>STT</th><th>Tiêu chí</th><th>Điểm tối đa</th><th>Cách tính</th></tr>"
        "<tr><td colspan=4>I. CHỈ ĐẠO (1 điểm)</td></tr>"
        "<tr><td>1</td><td>Một</td><td>1</td><td>Có: 1; không: 0</td></tr>"
        "<tr><td colspan=4>II. THỦ TỤC (1 điểm)</td></tr>"
        "<tr><td>1</td><td>Hai</td><td>1</td><td>Có: 1; không: 0</td></tr></table>"
    )
    draft = sauro.read_framework(text=page)
    codes = [(one.code, one.max) for one in draft.framework.criteria]
    assert codes == [("I", 1), ("I.1", 1), ("II", 1), ("II.1", 1)]
    rows = [
        ["1", "Một", "2", ""],
        ["1,1", "Hai", "1", "Có: 1; không: 0"],
        ["1,2", "Ba", "1", "Có: 1; không: 0"],
    ]
    codes = [
        (one.code, one.max)
        for one in sauro.read_framework(text=as_markdown(rows)).framework.criteria
    ]
    assert codes == [("1", 2), ("1.1", 1), ("1.2", 1)]


def test_rows_with_rules_of_their_own_are_not_mixed_with_others() -> None:
    rows = [
        ["1", "Kế hoạch", "2", ""],
        ["", "Ban hành", "1", "Kịp thời: 1; không kịp thời: 0"],
        ["", "Hoàn thành", "1", "100%: 1; dưới 100%: 0"],
    ]
    (rule,) = sauro.read_framework(text=as_markdown(rows)).unread
    assert "kịp thời" in rule.text and "dưới 100%" in rule.text


def test_a_maximum_that_is_not_understood_is_told() -> None:
    draft = sauro.read_framework(text=as_markdown([["1", "Việc", "Tối đa", "Có: 1; không: 0"]]))
    assert len(draft.problems) == 2


UNREAD = [
    "Theo đánh giá của Sở Nội vụ",
    "Từ 80% trở lên: (b - a) × 1; dưới 80%: 0",
    "Từ 80% trở lên: (100% - tỷ lệ) × 1/100; dưới 80%: 0",
    "Từ 80% trở lên: (tỷ lệ % × 5)/100; dưới 80%: 0",
    "Điểm = a / (b × c) × 1",
    "Có: nếu đủ hồ sơ thì chấm; Không: 0",
    "Mỗi báo cáo chậm trừ 0,25; mỗi sáng kiến được 0,5 điểm",
    "Mỗi sáng kiến 0,5 điểm, tối đa 3 điểm",
    "Đạt: 1",
    "Đạt 100%: 2 điểm; còn lại: theo công thức",
]


@pytest.mark.parametrize("words", [*UNREAD[:8], UNREAD[9]])
def test_what_is_not_understood_wholly_is_left_to_a_person(words: str) -> None:
    draft = draft_of(words, 1)
    (rule,) = draft.unread
    assert (rule.code, rule.text) == ("1", words) and rule.why and rule.why_en
    criterion = draft.framework.criteria["1"]
    assert criterion.note == words
    card = sauro.score(draft.framework, {"x_1": [0.7]})
    assert card.total[0] == 0.7  # its points are typed in


TREE = [  # number, roman number, title, maximum, words
    ("1", "I", "Chỉ đạo, điều hành", 4, ""),
    ("1.1", "1", "Kế hoạch", 2.5, ""),
    ("1.1.1", "1.1", "Ban hành kế hoạch", 0.5, "Kịp thời: 0,5; không kịp thời: 0"),
    ("1.1.2", "1.2", "Hoàn thành kế hoạch", 2, "100%: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0"),
    ("1.2", "2", "Sáng kiến", 1.5, "Từ 02 trở lên: 1,5; 01: 0,75; không có: 0"),
    ("2", "II", "Thủ tục hành chính", 6, ""),
    ("2.1", "1", "Hồ sơ đúng hạn", 6, "Từ 95% trở lên: (tỷ lệ % × 6)/100%; dưới 95%: 0"),
]


def number_text(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def rows_with_rules(roman: bool) -> list[list[str]]:
    return [
        [tree[1] if roman else tree[0], tree[2], number_text(tree[3]), tree[4]] for tree in TREE
    ]


def rows_with_cases_below(points_apart: bool) -> list[list[str]]:
    rows = []
    for number, _, title, maximum, words in TREE:
        rows.append([number, title, number_text(maximum), ""])
        for case in filter(None, words.split("; ")):
            condition, points = case.rsplit(": ", 1)
            plain = points.replace(",", "").isdigit()
            apart = points_apart and plain
            rows.append(["", condition if apart else case, points if apart else "", ""])
    return rows


def as_markdown(rows: list[list[str]]) -> bytes:
    head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"]
    lines = [head, ["---"] * 4, *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines).encode()


def as_html_with_groups(rows: list[list[str]]) -> bytes:
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*row[:3], "", "", row[3])) + "</tr>"
        for row in rows
    )
    return (
        "<html><body><p>PHỤ LỤC</p><table><tr><th rowspan=2>TT</th><th rowspan=2>Lĩnh vực/Tiêu chí"
        "/Tiêu chí thành phần</th><th rowspan=2>Thang điểm</th><th colspan=2>Điểm đánh giá</th>"
        "<th rowspan=2>Hướng dẫn chấm điểm</th></tr><tr><th>Tự chấm</th><th>Thẩm định</th></tr>"
        "<tr><td>(1)</td><td>(2)</td><td>(3)</td><td>(4)</td><td>(5)</td><td>(6)</td></tr>"
        f"{body}<tr><td></td><td>Tổng cộng</td><td>10</td><td></td><td></td><td></td></tr></table>"
    ).encode()


def as_csv(rows: list[list[str]]) -> bytes:
    lines = [["Mã", "Nội dung tiêu chí", "Điểm chuẩn", "Phương pháp đánh giá"], *rows]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def as_workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["BỘ TIÊU CHÍ NĂM 2026"])
    sheet.append(["STT", "Tiêu chí", "Điểm tối đa", "Cách tính"])
    for number, title, maximum, words in rows:
        points = float(maximum.replace(",", ".")) if maximum else None
        sheet.append([number, title, points, words])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_docx(rows: list[list[str]]) -> bytes:
    document = docx.Document()
    document.add_paragraph("BỘ TIÊU CHÍ")
    table = document.add_table(rows=0, cols=4)
    for row in [["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm điểm"], *rows]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


WRITERS: list[Callable[[list[list[str]]], bytes]] = [
    as_markdown,
    as_html_with_groups,
    as_csv,
    as_workbook,
    as_docx,
]
LAYOUTS = {
    "rules": rows_with_rules(roman=False),
    "roman": rows_with_rules(roman=True),
    "cases below": rows_with_cases_below(points_apart=False),
    "cases below, points apart": rows_with_cases_below(points_apart=True),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_one_set_in_every_shape_is_the_same(
    layout: str, writer: Callable[[list[list[str]]], bytes]
) -> None:
    form = "csv" if writer is as_csv else "automatic"
    draft = sauro.read_framework(text=writer(LAYOUTS[layout]), format=form)
    criteria = list(draft.framework.criteria)
    assert [(one.title, one.max) for one in criteria] == [(t[2], t[3]) for t in TREE]
    if layout != "roman":
        assert [one.code for one in criteria] == [tree[0] for tree in TREE]
    assert draft.framework.validate() == [] and draft.unread == []
    names = [one.name for one in draft.framework.variables]
    data = dict(zip(names, ([True], [85], [1], [97]), strict=True))
    assert sauro.score(draft.framework, data).total[0] == pytest.approx(0.5 + 1 + 0.75 + 5.82)


def test_codes_of_letters_and_figures_are_told_below_one_another() -> None:
    draft = sauro.read_framework(text=as_markdown(LAYOUTS["roman"]))
    codes = [one.code for one in draft.framework.criteria]
    assert codes == ["I", "I.1", "I.1.1", "I.1.2", "I.2", "II", "II.1"]


def test_a_group_that_is_not_written_is_not_invented() -> None:
    rows = [["1", "Một", "1", "Có: 1; không: 0"], ["2.1", "Hai", "1", "Có: 1; không: 0"]]
    draft = sauro.read_framework(text=as_markdown(rows))
    assert [(one.code, one.parent) for one in draft.framework.criteria] == [("1", ""), ("2.1", "")]


def test_points_in_the_document_and_bonuses_are_read() -> None:
    page = as_html_with_groups(
        [["1", "Một", "6", "Có: 6; không: 0"], ["2", "Hai", "4", "Có: 4; không: 0"]]
    )
    page = page.replace(b"<td>6</td><td></td><td></td>", b"<td>6</td><td>5,5</td><td>5</td>")
    page = page.replace(
        "<tr><td></td><td>Tổng cộng".encode(),
        "<tr><td></td><td>Điểm thưởng</td><td>2</td><td></td><td></td><td>Mỗi mô hình 1 điểm</td>"
        "</tr>"
        "<tr><td></td><td>Tổng cộng".encode(),
    )
    draft = sauro.read_framework(text=page)
    first = {name: draft.points[name][0] for name in ("code", "max", "self", "appraised")}
    assert first == {"code": "1", "max": 6, "self": 5.5, "appraised": 5}
    bonus = draft.framework.criteria["T"]
    assert bonus.outside and bonus.max == 2
    assert draft.framework.validate() == []


def test_maxima_that_do_not_add_up_are_told() -> None:
    rows = [["1", "Một", "3", ""], ["1.1", "Hai", "1", "Có: 1; không: 0"]]
    draft = sauro.read_framework(text=as_markdown(rows))
    assert [problem.kind for problem in draft.framework.validate()] == ["maximum"]


@pytest.mark.parametrize("text", ["KẾ HOẠCH\n1. Việc", "| A | B |\n|---|---|\n| 1 | 2 |"])
def test_a_document_without_criteria_is_refused_in_words(text: str) -> None:
    with pytest.raises(sauro.ValidationError, match="không có bảng tiêu chí"):
        sauro.read_framework(text=text)


@given(
    st.lists(st.sampled_from([*(words for words, _, _ in RULES), *UNREAD]), min_size=1, max_size=6)
)
def test_every_rule_is_read_or_named(all_words: list[str]) -> None:
    rows = [
        [str(i), f"Việc {i}", "1", words.replace("\n", "; ")]
        for i, words in enumerate(all_words, 1)
    ]
    draft = sauro.read_framework(text=as_markdown(rows))
    assert [rule.code for rule in draft.rules] == [str(i) for i in range(1, len(rows) + 1)]
    for rule, row in zip(draft.rules, rows, strict=True):
        assert rule.text == row[3]
        assert (rule.state == "unread") == bool(rule.why)


def test_the_command_writes_a_set_that_is_scored(tmp_path: Path, capsys: Any) -> None:
    source = tmp_path / "bo.docx"
    source.write_bytes(as_docx([*LAYOUTS["rules"], ["3", "Khác", "1", "Theo đánh giá"]]))
    made = tmp_path / "bo.json"
    assert main(["criteria", str(source), "-o", str(made)]) == 0
    shown = capsys.readouterr().out
    assert "5 tiêu chí thành phần, đọc được cách tính của 4" in shown
    assert "3: không rõ điểm của “Theo đánh giá”" in shown
    assert len(sauro.Framework.load(made).criteria) == 8
    assert main(["criteria", str(source), "--strict"]) == 3
