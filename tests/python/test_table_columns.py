"""Columns that are called in any way, or by bodies, and tables beside each other."""

import itertools
import json
from datetime import date

import pytest
import sauro
from drawn_tables import book, kinds, names, table

WORKS = [("Họp giao ban", "Văn phòng", "30/6/2026"), ("Tiếp dân", "Thanh tra", "30/7/2026")]


# Columns


TIMES = [
    *["TG hoàn thành", "Hạn cuối", "Mốc hoàn thành", "Trước ngày", "Xong trước", "Dự kiến", "Lịch"],
    *["Due date", "Ngày thực hiện", "Thứ, ngày", "Ngày", "Ngày, giờ", "Mốc thời gian", "Tháng"],
    *["Thời điểm", "Khi nào", "Mốc", "Dự kiến xong", "Tháng, năm"],
]
LEADS = [
    *["Thực hiện", "Bộ phận", "Giao cho", "Đơn vị được giao", "Ban, ngành thực hiện", "CQCT"],
    *["Tổ chức thực hiện", "Đơn vị nhận việc", "Ai làm"],
]
HELPERS = ["Cơ quan hỗ trợ", "Đơn vị cùng thực hiện", "Tham gia", "Đơn vị liên quan"]


@pytest.mark.parametrize("header", TIMES)
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_column_of_days_says_when(header: str, form: str) -> None:
    rows = [[str(i), *work] for i, work in enumerate(WORKS, 1)]
    plan = table(["TT", "Nhiệm vụ", "Chủ trì", header], rows, form)
    assert [task.timeframe.due for task in plan.tasks] == [date(2026, 6, 30), date(2026, 7, 30)]
    assert list(plan.remarks) == []


@pytest.mark.parametrize("header", LEADS)
def test_a_column_of_bodies_says_who(header: str) -> None:
    rows = [[str(i), title, lead, due] for i, (title, lead, due) in enumerate(WORKS, 1)]
    plan = table(["TT", "Nội dung công việc", header, "Thời gian"], rows)
    assert [names(plan, task.leads) for task in plan.tasks] == [["Văn phòng"], ["Thanh tra"]]
    assert list(plan.remarks) == []


@pytest.mark.parametrize("header", HELPERS)
def test_a_column_of_those_who_help_is_one(header: str) -> None:
    rows = [["1", "Họp", "Văn phòng", "Thanh tra", "Quý I"], ["2", "Đọc", "Thanh tra", "", "Quý I"]]
    plan = table(["TT", "Nội dung công việc", "Chủ trì", header, "Thời gian"], rows)
    assert [names(plan, task.coordinators) for task in plan.tasks] == [["Thanh tra"], []]
    assert list(plan.remarks) == []


@pytest.mark.parametrize("header", ["Xyz", "", "Cột 4", "Kế hoạch chung"])
def test_what_the_cells_alone_say_is_taken_with_a_remark(header: str) -> None:
    rows = [[str(i), *work] for i, work in enumerate(WORKS, 1)]
    plan = table(["TT", "Nhiệm vụ", "Chủ trì", header], rows)
    assert [task.timeframe.due for task in plan.tasks] == [date(2026, 6, 30), date(2026, 7, 30)]
    assert [(str(one.kind), one.field) for one in plan.remarks] == [("column", "timeframe")]
    rows = [[str(i), title, lead, due] for i, (title, lead, due) in enumerate(WORKS, 1)]
    plan = table(["TT", "Nhiệm vụ", header, "Thời gian"], rows)
    assert [names(plan, task.leads) for task in plan.tasks] == [["Văn phòng"], ["Thanh tra"]]
    assert [(str(one.kind), one.field) for one in plan.remarks] == [("column", "lead")]
    settled = sauro.read_plan(
        text="\n".join("\t".join(r) for r in [["TT", "Nhiệm vụ", "Xyz", "Thời gian"], *rows]),
        corrections={
            "schema": "sauro/corrections/1",
            "columns": [{"header": "Xyz", "value": "other"}],
        },
    )
    assert [task.leads for task in settled.tasks] == [[], []]
    assert list(settled.remarks) == []


def test_of_two_columns_of_days_none_is_taken_in_silence() -> None:
    rows = [["1", "Họp", "Văn phòng", "01/3/2026", "30/6/2026"]]
    plan = table(["TT", "Nhiệm vụ", "Chủ trì", "Đợt 1", "Đợt 2"], rows)
    assert [one.message for one in plan.remarks] == [
        "cột “Đợt 1” có thể là “thời gian”, chưa được dùng",
        "cột “Đợt 2” có thể là “thời gian”, chưa được dùng",
    ]
    assert [one["header"] for one in json.loads(str(plan.to_corrections()))["columns"]] == [
        "Đợt 1",
        "Đợt 2",
    ]


@pytest.mark.parametrize("header", ["Ngày ban hành", "Ghi chú", "Căn cứ", "Ngày ký", "Ngày sinh"])
def test_a_column_that_says_what_it_is_stays_that(header: str) -> None:
    rows = [["1", "Họp", "Văn phòng", "01/3/2026"]]
    plan = table(["TT", "Nhiệm vụ", "Chủ trì", header], rows)
    assert dict(plan.tasks[0].extra) == {header: "01/3/2026"}
    assert list(plan.remarks) == []


@pytest.mark.parametrize("header", ["Hoàn thành", "Thời gian hoàn thành", "Hạn"])
def test_a_due_column_is_none_of_progress(header: str) -> None:
    plan = table(["STT", "Tên nhiệm vụ", "Chủ trì", header], [["1", "Họp", "Sở Nội vụ", "01/2026"]])
    assert plan.tasks[0].timeframe.text == "01/2026"
    assert list(plan.remarks) == []


def test_a_column_of_shares_is_one_of_progress() -> None:
    rows = [["1", "Họp", "Sở Nội vụ", "Quý I", "80%"]]
    plan = table(["STT", "Tên nhiệm vụ", "Chủ trì", "Thời hạn", "Hoàn thành"], rows)
    assert kinds(plan) == ["progress"]


@pytest.mark.parametrize("header", ["ST T", "S TT", "T T", "Thứ tự", "No", "#", "Số thứ tự"])
def test_the_first_column_counts_the_rows_whatever_it_is_called(header: str) -> None:
    rows = [["I", "Thể chế", "", ""], ["1", "Họp", "Sở Y tế", "Quý I"], ["2", "Đọc", "Sở Y tế", ""]]
    plan = table([header, "Nhiệm vụ", "Chủ trì", "Thời gian"], rows)
    assert [task.id for task in plan.tasks] == ["1.I.1", "1.I.2"]
    assert [area.title for area in plan.annexes[0].areas] == ["Thể chế"]
    assert list(plan.remarks) == []


# A column for each body


BODIES = ["Phòng Kinh tế", "Phòng Nội vụ", "Công an xã"]


@pytest.mark.parametrize(("lead", "help_"), [("CT", "PH"), ("Chủ trì", "Phối hợp"), ("C", "P")])
@pytest.mark.parametrize("form", ["text", "html"])
def test_marks_below_bodies_say_who_leads_and_helps(lead: str, help_: str, form: str) -> None:
    rows = [
        ["1", "Rà soát chợ", lead, help_, help_, "Quý I"],
        ["2", "Họp", "", lead, "-", "Quý II"],
    ]
    plan = table(["STT", "Nhiệm vụ", *BODIES, "Thời gian"], rows, form)
    assert [names(plan, task.leads) for task in plan.tasks] == [BODIES[:1], [BODIES[1]]]
    assert [names(plan, task.coordinators) for task in plan.tasks] == [
        ["Phòng Nội vụ", "Công an"],
        [],
    ]
    assert plan.tasks[0].lead == "Phòng Kinh tế"
    assert list(plan.remarks) == []
    assert plan.coverage.lost == 0


def test_a_sign_alone_leads_and_several_leave_it_open() -> None:
    rows = [["1", "Rà soát chợ", "x", "", "", "Quý I"], ["2", "Họp dân", "x", "", "x", "Quý II"]]
    plan = table(["STT", "Nhiệm vụ", *BODIES, "Thời gian"], rows)
    assert [names(plan, task.leads) for task in plan.tasks] == [
        ["Phòng Kinh tế"],
        ["Phòng Kinh tế", "Công an"],
    ]
    assert [(str(one.kind), one.task, one.field) for one in plan.remarks] == [
        ("agencies", "1.2", "lead")
    ]
    assert plan.coverage.lost == 0


def test_signs_help_where_a_column_names_who_leads() -> None:
    rows = [["1", "Rà soát chợ", "Trạm Y tế", "x", "", "x", "Quý I"]]
    plan = table(["STT", "Nhiệm vụ", "Chủ trì", *BODIES, "Thời gian"], rows)
    assert names(plan, plan.tasks[0].leads) == ["Trạm Y tế"]
    assert names(plan, plan.tasks[0].coordinators) == ["Phòng Kinh tế", "Công an"]
    assert list(plan.remarks) == []


def test_groups_above_the_bodies_say_what_signs_mean() -> None:
    text = (
        "<table><tr><td rowspan=2>TT<td rowspan=2>Nhiệm vụ<td colspan=2>Chủ trì<td colspan=2>"
        "Phối hợp<td rowspan=2>Thời gian<tr><td>Phòng Kinh tế<td>Công an xã<td>Phòng Nội vụ"
        "<td>Phòng Tư pháp<tr><td>1<td>Họp<td>x<td><td>x<td>x<td>Quý I</table>"
    )
    plan = sauro.read_plan(text=text, format="html")
    assert names(plan, plan.tasks[0].leads) == ["Phòng Kinh tế"]
    assert names(plan, plan.tasks[0].coordinators) == ["Phòng Nội vụ", "Phòng Tư pháp"]
    assert list(plan.remarks) == []


def test_marks_of_roles_make_bodies_of_names_that_nobody_knows() -> None:
    rows = [["1", "Họp", "CT", "PH", "PH", "Quý I"], ["2", "Đọc", "PH", "CT", "", "Quý I"]]
    plan = table(["TT", "Nhiệm vụ", "P.KT", "P.NV", "Tổ 1", "Thời gian"], rows)
    assert [len(task.leads) for task in plan.tasks] == [1, 1]
    assert [len(task.coordinators) for task in plan.tasks] == [2, 1]
    assert not any(dict(task.extra) for task in plan.tasks)


@pytest.mark.parametrize(
    "header",
    [
        ["TT", "Tên văn bản", "Số", "Ngày", "Cơ quan ban hành"],
        ["TT", "Tên văn bản", "Số hiệu", "Ngày", "Đơn vị"],
        ["TT", "Nội dung", "Số, ký hiệu", "Ngày tháng", "Nơi gửi"],
    ],
)
def test_a_list_of_documents_is_none_of_tasks(header: list[str]) -> None:
    plan = table(header, [["1", "Luật Đầu tư", "61", "17/6/2020", "Văn phòng"]])
    assert not [task.timeframe.due for task in plan.tasks if task.timeframe.due]


def test_signs_below_unknown_names_are_named() -> None:
    rows = [["1", "Rà soát chợ", "x", "", "Quý I"], ["2", "Họp dân", "", "x", "Quý II"]]
    plan = table(["STT", "Nhiệm vụ", "Mới", "Cũ", "Thời gian"], rows)
    assert kinds(plan) == ["column", "column"]


# Two tables beside each other


SIDES = (["STT", "Nhiệm vụ", "Chủ trì", "Hạn"], ["STT", "Nhiệm vụ", "Chủ trì", "Hạn"])
FIRST = [["1", "Họp dân", "Sở Y tế", "Quý I"], ["2", "Đọc", "Sở Y tế", "Quý I"]]
SECOND = [["1", "Thi đua", "Sở Nội vụ", "Quý II"]]


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize("other", [SIDES[1], ["TT", "Công việc", "Phụ trách", "Thời hạn"]])
@pytest.mark.parametrize("form", ["text", "html", "xlsx"])
def test_two_tables_beside_each_other_are_two(form: str, other: list[str], gap: list[str]) -> None:
    empty = [""] * 4
    header = [*SIDES[0], *gap, *other]
    rows = [[*a, *gap, *b] for a, b in itertools.zip_longest(FIRST, SECOND, fillvalue=empty)]
    if form == "xlsx":
        plan = book([[one or None for one in row] for row in [header, *rows]])
    else:
        plan = table(header, rows, form)
    assert [task.title for task in plan.tasks] == ["Họp dân", "Đọc", "Thi đua"]
    assert [names(plan, task.leads) for task in plan.tasks] == [
        ["Sở Y tế"],
        ["Sở Y tế"],
        ["Sở Nội vụ"],
    ]
    assert not any(dict(task.extra) for task in plan.tasks)
    assert plan.coverage.lost == 0
