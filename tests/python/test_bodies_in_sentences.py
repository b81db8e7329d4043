"""Whom sentences mean: groups with a qualifier, shared heads, names that hold a verb, reports."""

from itertools import product

import pytest
import sauro

LETTER = """UBND TỈNH SƠN HÀ
Số: 15/UBND-TH
Sơn Hà, ngày 10 tháng 4 năm 2026
V/v nộp báo cáo
Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các xã, phường.
UBND tỉnh yêu cầu các đơn vị thực hiện:
"""
PLAN = "KẾ HOẠCH\nChuyển đổi số năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n"
WORKS = ["nộp báo cáo", "rà soát hồ sơ", "khẩn trương chỉnh trang trụ sở"]
SOON = " trước ngày 30/4/2026."


def read(text: str, head: str = LETTER) -> sauro.Plan:
    plan = sauro.read_plan(text=head + text + "\n", format="text")
    assert plan.coverage.lost == 0
    return plan


def only(plan: sauro.Plan) -> tuple[str, list[str]]:
    """Give the title of the only duty and the names of those who lead it."""
    assert len(plan.duties) == 1
    names = {agency.id: agency.name for agency in plan.agencies}
    return plan.duties[0].title, [names[i] for i in plan.duties[0].leads]


def has(plan: sauro.Plan, *bodies: str) -> list[int]:
    return [len(plan.for_agency(body).duties) for body in bodies]


SHARED = [
    ("UBND các xã: Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
    ("UBND các xã Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
    ("Các xã: Phú Lộc, Phú Hòa", ["UBND xã Phú Lộc", "UBND xã Phú Hòa"]),
    ("UBND các phường: An Bình, An Tây", ["UBND phường An Bình", "UBND phường An Tây"]),
    ("Các sở: Y tế, Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Công an các xã: Phú Lộc, Phú Hòa", ["Công an xã Phú Lộc", "Công an xã Phú Hòa"]),
]


@pytest.mark.parametrize(("names", "leads"), SHARED)
@pytest.mark.parametrize("work", WORKS)
def test_places_share_a_head_in_sentences(names: str, leads: list[str], work: str) -> None:
    plan = read(f"1. {names} {work}{SOON}")
    title, found = only(plan)
    assert (title.lower(), found) == (f"{work}{SOON[:-1]}", leads)
    assert has(plan, *leads, "UBND xã Xa Lạ", "Sở Xa Lạ") == [1] * len(leads) + [0, 0]


GROUPS = ["Các xã", "Các địa phương", "Các đơn vị", "Các trường học", "Các cơ sở y tế", "Các chợ"]
LIMITS = ["còn lại", "ven biển", "trọng điểm", "được kiểm tra", "công lập", "trên địa bàn"]


@pytest.mark.parametrize(("group", "limit"), list(product(GROUPS, LIMITS)))
def test_a_group_keeps_its_qualifier(group: str, limit: str) -> None:
    for work in WORKS:
        title, leads = only(read(f"1. {group} {limit} {work}{SOON}"))
        assert (title.lower(), leads) == (f"{work}{SOON[:-1]}", [f"{group} {limit}"])
    plan = read(f"1. {group} {limit}\n- Gửi báo cáo{SOON}\n- Khắc phục tồn tại.", PLAN)
    assert [len(duty.leads) for duty in plan.duties] == [1, 1]
    assert {agency.name for agency in plan.agencies if agency.generic} == {f"{group} {limit}"}


def test_whom_a_group_means() -> None:
    bodies = ["Sở Y tế", "UBND xã Phú Lộc", "UBND phường An Bình", "Công an xã Phú Lộc"]
    for text, expected in {
        "Các sở (trừ Sở Y tế) báo cáo": [0, 0, 0, 0],
        "Các sở (trừ Sở Nội vụ) báo cáo": [1, 0, 0, 0],
        "Các xã còn lại báo cáo": [0, 1, 0, 0],
        "UBND các phường báo cáo": [0, 0, 1, 0],
        "Các cơ quan chuyên môn thuộc UBND tỉnh họp": [1, 0, 0, 0],
        "Các sở, ngành báo cáo": [1, 0, 0, 0],
        "Các cơ sở y tế tư nhân báo cáo": [0, 0, 0, 0],
        "Công an các xã trực": [0, 0, 0, 1],
        "Công an các phường trực": [0, 0, 0, 0],
    }.items():
        assert has(read(f"1. {text}{SOON}"), *bodies) == expected, text


def test_who_may_be_meant_is_a_remark_and_an_addressee_is_not() -> None:
    plan = read(f"1. Các xã còn lại báo cáo{SOON}")
    assert [(one.kind, one.chosen) for one in plan.remarks] == [("agencies", "Các xã còn lại")]
    head = LETTER.replace("Các sở, ban, ngành tỉnh", "Các bệnh viện công lập")
    plan = read(f"1. Các bệnh viện công lập bảo đảm thuốc, vật tư{SOON}", head)
    assert only(plan)[1] == ["Các bệnh viện công lập"] and not len(plan.remarks)


NAMES = [
    "Phòng Quản lý xây dựng công trình",
    "Phòng Theo dõi, đánh giá",
    "Phòng Kiểm tra, xử lý vi phạm",
    "Phòng Thẩm định giá",
    "Trung tâm Hỗ trợ phát triển doanh nghiệp",
    "Trung tâm Ứng dụng tiếp nhận hồ sơ số",
    "Cục Quản lý đăng ký kinh doanh",
    "Ban Quản lý dự án đầu tư xây dựng",
    "Hội đồng Phối hợp phổ biến, giáo dục pháp luật",
    "Ban Chỉ đạo thực hiện Quy chế dân chủ",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("work", ["lập báo cáo", "trình danh mục", "họp", "rà soát, báo cáo"])
def test_names_that_hold_a_verb_are_whole(name: str, work: str) -> None:
    for start in ["", "Giao ", "Đề nghị "]:
        plan = read(f"1. {start}{name} {work} trước ngày 15/6/2026.", PLAN)
        assert only(plan)[1] == [name], (start, work)


@pytest.mark.parametrize("name", ["Đoàn Kiểm tra", "Ban Chỉ đạo", "Phòng Thanh tra", "Ban Tổ chức"])
@pytest.mark.parametrize("work", ["lập báo cáo", "rà soát hồ sơ", "tổng hợp kết quả"])
def test_what_only_does_something_is_a_name_before_plain_work(name: str, work: str) -> None:
    assert only(read(f"1. {name} {work} trước ngày 15/6/2026.", PLAN))[1] == [name]


RHYTHMS = ["ngày 25 hằng tháng", "hằng quý", "hằng tuần"]


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_a_report_beside_work_and_of_several_bodies(rhythm: str) -> None:
    plan = read(f"1. Giao Sở Y tế chủ trì theo dõi, đôn đốc, định kỳ {rhythm} báo cáo UBND tỉnh.")
    assert only(plan)[1] == ["Sở Y tế"]
    said = [(one.reporter, one.frequency.split()[0]) for one in plan.reporting]
    assert said == [("so-y-te", "hằng")]
    plan = read(f"1. Sở Y tế, Sở Nội vụ: báo cáo số liệu {rhythm}.")
    assert [one.reporter for one in plan.reporting] == ["so-y-te", "so-noi-vu"]
    plan = read(f"1. Sở Y tế tổng hợp kết quả, định kỳ {rhythm} báo cáo UBND tỉnh.")
    assert not len(plan.duties) and len(plan.reporting) == 1
    text = "1. Các thôn, trường học trên địa bàn xã cài đặt ứng dụng; báo cáo UBND xã " + rhythm
    plan = read(text + ".", PLAN)
    assert only(plan)[1] == ["Các thôn, trường học trên địa bàn xã"]
    assert plan.reporting[0].reporter == plan.duties[0].leads[0]
