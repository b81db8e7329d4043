"""Posts, persons and branches that are given work, in sentences and in cells."""

import pytest
import sauro
from conftest import PROSE_HEAD


def names(plan: sauro.Plan, ids: list[str]) -> list[str]:
    by_id = {agency.id: agency.name for agency in plan.agencies}
    return [by_id[one] for one in ids]


def duty_of(sentence: str) -> tuple[list[str], str]:
    plan = sauro.read_plan(text=f"{PROSE_HEAD}- {sentence}", format="text")
    (duty,) = plan.duties
    return names(plan, list(duty.leads)), duty.title


WORK = "Rà soát hồ sơ của đơn vị trước ngày 30/6/2026"


@pytest.mark.parametrize(
    ("who", "lead"),
    [
        ("Trưởng trạm Y tế", "Trạm Y tế"),
        ("Trạm trưởng Trạm Y tế", "Trạm Y tế"),
        ("Kế toán xã", "Kế toán xã"),
        ("Văn thư xã", "Văn thư xã"),
        ("Cán bộ, công chức xã", "Cán bộ, công chức"),
        ("Trưởng các thôn", "các thôn"),
        ("Bí thư chi bộ", "Bí thư chi bộ"),
        ("Các đồng chí Trưởng thôn", "Trưởng thôn"),
        ("Phòng giao dịch NHCSXH khu vực An Lộc", "Phòng giao dịch NHCSXH khu vực An Lộc"),
        ("Ngân hàng CSXH chi nhánh tỉnh", "Ngân hàng CSXH chi nhánh tỉnh"),
        ("Điện lực khu vực 3", "Điện lực khu vực 3"),
        ("Agribank chi nhánh An Lộc", "Agribank chi nhánh An Lộc"),
        ("Kho bạc Nhà nước khu vực II", "Kho bạc Nhà nước khu vực II"),
    ],
)
def test_posts_and_branches_are_given_work(who: str, lead: str) -> None:
    work = WORK[0].lower() + WORK[1:]
    assert duty_of(f"{who} {work}.") == ([lead], f"{WORK}")
    assert duty_of(f"Giao {who} {work}.") == ([lead], f"{WORK}")


@pytest.mark.parametrize(
    ("cell", "parties"),
    [
        ("đồng chí Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Đ/c Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Ông Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Bà Rịa", ["Bà Rịa"]),  # a place, or one whose name isn't whole: as it is written
        ("Đ/c Nguyễn Văn An, đ/c Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("Ông Nguyễn Văn An; bà Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("Đồng chí Nguyễn Văn An - Trưởng phòng Kinh tế", ["Phòng Kinh tế"]),
        ("Ông Nguyễn Văn An, Phó Chủ tịch UBND xã", ["Nguyễn Văn An"]),
        ("Ông Bình - Kế toán; bà Hoa, đ/c Nguyễn Văn An", ["Bình", "Hoa", "Nguyễn Văn An"]),
        ("đ/c Nguyễn Văn An và Công an xã", ["Nguyễn Văn An", "Công an"]),
    ],
)
def test_a_person_in_a_cell_is_one_party_however_he_is_called(
    cell: str, parties: list[str]
) -> None:
    rows = f"TT\tNhiệm vụ\tNgười thực hiện\n1\tRà soát\t{cell}\n2\tHọp dân\tNguyễn Văn An"
    plan = sauro.read_plan(text=rows, format="text")
    assert names(plan, list(plan.tasks[0].leads)) == parties
    assert plan.tasks[0].lead == cell
    assert names(plan, list(plan.tasks[1].leads)) == ["Nguyễn Văn An"]


def test_the_number_of_a_day_is_that_day_with_a_remark() -> None:
    rows = "TT;Nhiệm vụ;Chủ trì;Thời gian\n1;Rà soát;Công an xã;46203\n2;Họp;Công an xã;Quý I"
    plan = sauro.read_plan(text=rows, format="csv")
    assert str(plan.tasks[0].timeframe.due) == "2026-06-30"
    (remark,) = plan.remarks
    assert (remark.task, remark.field, remark.chosen) == ("1.1", "timeframe", "30/6/2026")
    assert list(remark.others) == ["46203"]


@pytest.mark.parametrize("number", ["12345", "99999", "46203.5", "4620"])
def test_other_numbers_are_no_days(number: str) -> None:
    rows = f"TT;Nhiệm vụ;Chủ trì;Thời gian\n1;Rà soát;Công an xã;{number}"
    plan = sauro.read_plan(text=rows, format="csv")
    assert plan.tasks[0].timeframe.due is None
    assert plan.tasks[0].timeframe.text == number
