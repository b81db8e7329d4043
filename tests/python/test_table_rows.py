"""Rows that are numbered, cut, listed and closed in unusual ways."""

from datetime import date

import pytest
import sauro
from drawn_tables import HEADER, kinds, names, table

# Notes below a table


NOTES = [
    *["Ghi chú: x là quý thực hiện", "* Ghi chú: số liệu tạm tính", "Người lập biểu: Lê Văn A"],
    *["(*) Số liệu đến 31/12", "Chú thích: CT là chủ trì", "Lưu ý: nộp đúng hạn"],
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("shape", ["merged", "first", "second"])
def test_a_note_below_the_rows_is_no_row(note: str, shape: str) -> None:
    header = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
    rows = [["1", "Họp", "Sở Y tế", "Quý I/2026"], ["2", "Đọc", "Sở Y tế", "Quý I/2026"]]
    if shape == "merged":
        body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in [header, *rows])
        text = f"<table border=1>{body}<tr><td colspan=4>{note}</table>"
        plan = sauro.read_plan(text=text, format="html")
    else:
        plan = table(
            header, [*rows, [note, "", "", ""] if shape == "first" else ["", note, "", ""]]
        )
    assert [(task.title, list(task.points)) for task in plan.tasks] == [("Họp", []), ("Đọc", [])]
    assert [list(annex.areas) for annex in plan.annexes] == [[]]
    assert plan.annexes[0].paragraphs == [note]
    assert list(plan.remarks) == []
    assert plan.coverage.lost == 0


def test_an_area_without_rows_behind_the_tasks_is_none() -> None:
    text = (
        "<table border=1><tr><td>STT<td>Nhiệm vụ<td>Chủ trì<td>Thời gian<tr><td colspan=4>Thể chế"
        "<tr><td>1<td>Họp<td>Sở Y tế<td>Quý I<tr><td colspan=4>Biểu này có 1 trang</table>"
    )
    plan = sauro.read_plan(text=text, format="html")
    assert [area.title for area in plan.annexes[0].areas] == ["Thể chế"]
    assert plan.annexes[0].paragraphs == ["Biểu này có 1 trang"]


# Numbers of rows


def numbered(*numbers: str) -> sauro.Plan:
    rows = [[one, f"Việc {i}", "Sở Y tế", "Quý I"] for i, one in enumerate(numbers)]
    return table(HEADER, rows)


@pytest.mark.parametrize(
    ("sub", "key"),
    [
        *[("1.a", "1.a"), ("1b", "1b"), ("1-1", "1.1"), ("1/1", "1.1"), ("1 .1", "1.1")],
        *[("1. 1", "1.1"), ("1.1", "1.1"), ("(1.a)", "1.a"), ("1-a", "1.a"), ("1.1.", "1.1")],
    ],
)
def test_a_sub_number_is_a_child_of_the_one_above(sub: str, key: str) -> None:
    plan = numbered("1", sub, "2")
    assert [task.parent for task in plan.tasks] == [None, "1.1", None]
    assert [task.id for task in plan.tasks] == [
        "1.1",
        f"1.{key}" if key != "1.1" else "1.1.1",
        "1.2",
    ] or (plan.tasks[1].id == f"1.{key}")
    assert plan.tasks[1].number.replace("-", ".").replace("/", ".") == key
    assert not dict(plan.tasks[1].extra)
    assert plan.coverage.lost == 0


def test_numbers_may_begin_with_their_area() -> None:
    rows = [
        *[["I", "Thể chế", "", ""], ["I.1", "Họp", "Sở Y tế", "Quý I"]],
        *[["I.2", "Đọc", "Sở Y tế", "Quý I"], ["I.2.1", "Chép", "Sở Y tế", "Quý I"]],
        *[["II", "Tài chính", "", ""], ["II.1", "Chi", "Sở Y tế", "Quý I"]],
    ]
    plan = table(HEADER, rows)
    assert [(task.id, task.number, task.parent) for task in plan.tasks] == [
        ("1.I.1", "I.1", None),
        ("1.I.2", "I.2", None),
        ("1.I.2.1", "I.2.1", "1.I.2"),
        ("1.II.1", "II.1", None),
    ]
    assert list(plan.remarks) == []


@pytest.mark.parametrize("codes", ["NV1 NV2", "NV-01 NV-02", "ĐA.1 ĐA.2", "A1 A2", "CV01 CV02"])
def test_codes_number_tasks(codes: str) -> None:
    plan = numbered(*codes.split())
    assert [task.number for task in plan.tasks] == codes.split()
    assert len({task.id for task in plan.tasks}) == 2
    assert not any(dict(task.extra) for task in plan.tasks)
    assert not any("#" in task.id for task in plan.tasks)


@pytest.mark.parametrize("cell", ["01/3/2026", "Tháng 1", "14, 26", "Sở Y tế"])
def test_other_words_are_no_numbers(cell: str) -> None:
    plan = numbered("1", cell)
    assert plan.tasks[1].number == ""


# Rows below a row


FIRST_ROW = ["1", "Họp dân", "Biên bản", "Sở Y tế", "Quý I/2026"]
LAST_ROW = ["2", "Rà soát", "Báo cáo", "Sở Y tế", "Quý I/2026"]
WIDE = ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"]


@pytest.mark.parametrize("mark", ["- ", "+ ", "• ", "a) "])
def test_a_sub_row_with_a_lead_of_its_own_is_a_child(mark: str) -> None:
    rows = [
        ["", f"{mark}Chuẩn bị tài liệu", "", "Văn phòng", "Tháng 1/2026"],
        ["", f"{mark.replace('a', 'b')}Gửi giấy mời", "", "Văn phòng", "Tháng 2/2026"],
    ]
    plan = table(WIDE, [FIRST_ROW, *rows, LAST_ROW])
    assert [(task.title, task.parent, task.timeframe.text) for task in plan.tasks] == [
        ("Họp dân", None, "Quý I/2026"),
        ("Chuẩn bị tài liệu", "1.1", "Tháng 1/2026"),
        ("Gửi giấy mời", "1.1", "Tháng 2/2026"),
        ("Rà soát", None, "Quý I/2026"),
    ]
    assert [names(plan, task.leads) for task in plan.tasks] == [
        ["Sở Y tế"],
        ["Văn phòng"],
        ["Văn phòng"],
        ["Sở Y tế"],
    ]
    assert plan.coverage.lost == 0


def test_a_second_lead_below_is_a_second_one() -> None:
    below = ["", "", "Báo cáo kết quả", "Sở Tài chính", "Quý IV/2026"]
    plan = table(WIDE, [FIRST_ROW, below, LAST_ROW])
    first = plan.tasks[0]
    assert names(plan, first.leads) == ["Sở Y tế", "Sở Tài chính"]
    assert first.products == ["Biên bản", "Báo cáo kết quả"]
    assert [one.due for one in first.timeframe.occurrences] == [
        date(2026, 3, 31),
        date(2026, 12, 31),
    ]
    assert kinds(plan) == ["joined_row"]
    assert plan.coverage.lost == 0


def test_a_name_that_a_row_cuts_is_whole() -> None:
    rows = [
        ["1", "Họp dân", "Biên bản", "Văn phòng", "Trước"],
        ["", "ở thôn", "", "HĐND và UBND", "30/6/2026"],
    ]
    plan = table(WIDE, [*rows, LAST_ROW])
    assert names(plan, plan.tasks[0].leads) == ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"]
    assert plan.tasks[0].timeframe.due == date(2026, 6, 30)
    assert list(plan.remarks) == []


@pytest.mark.parametrize("row", [["A", "B", "C", "D", "E"], ["(A)", "(B)", "(C)", "(D)", "(E)"]])
def test_a_row_of_column_letters_belongs_to_the_header(row: list[str]) -> None:
    plan = table(WIDE, [row, FIRST_ROW, LAST_ROW])
    assert [task.id for task in plan.tasks] == ["1.1", "1.2"]
    assert not plan.unread


def test_a_row_of_dots_says_nothing() -> None:
    plan = table(WIDE, [FIRST_ROW, LAST_ROW, ["3", "…", "…", "…", "..."]])
    assert [task.id for task in plan.tasks] == ["1.1", "1.2"]
    assert not plan.unread
    assert not plan.annexes[0].areas
    assert plan.coverage.lost == 0


def test_a_row_wider_than_its_header_is_named() -> None:
    plan = table(WIDE, [FIRST_ROW, [*LAST_ROW, "Quý II"]], "html")
    assert kinds(plan) == ["cells"]
