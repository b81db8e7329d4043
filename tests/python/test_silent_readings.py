"""What a document leaves open is told: registers taken for plans, short names, posts, products."""

from itertools import product
from pathlib import Path

import pytest
import sauro

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN LỘC
-------
Số: 12/KH-UBND
An Lộc, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

II. TỔ CHỨC THỰC HIỆN
"""
TOP = "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"


def table(*leads: str, help: str = "", text: str = "") -> sauro.Plan:
    """Read a plan whose tasks are led by these, below a text."""
    rows = "".join(
        f"| {i} | Việc {i} | {one} | {help} | Quý I |\n" for i, one in enumerate(leads, 1)
    )
    return sauro.read_plan(text=f"{HEAD}{text}\n\nPhụ lục I\n{TOP}{rows}", format="markdown")


def kinds(plan: sauro.Plan) -> list[str]:
    return [one.kind for one in plan.remarks]


# A register or log


STATES = ["Tình trạng", "Trạng thái", "% hoàn thành", "Tỷ lệ hoàn thành", "Tình hình thực hiện"]
FILLED = ["", "Ngày cập nhật", "Ngày hoàn thành", "Số văn bản", "Người cập nhật"]


@pytest.mark.parametrize(("state", "more"), list(product(STATES, FILLED)))
@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_a_table_that_is_filled_in_may_be_a_register(state: str, more: str, form: str) -> None:
    names = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", state, *([more] if more else [])]
    row = ["1", "Họp dân", "Phòng Kinh tế", "Quý I/2026", "50%", *(["x"] if more else [])]
    if form == "csv":
        text = "\n".join(map(";".join, [names, row]))
    else:
        lines = ["|" + "|".join(one) + "|" for one in (names, ["---"] * len(names), row)]
        text = "\n".join(lines)
    plan = sauro.read_plan(text=text, format=form)
    assert len(plan.tasks) == 1 and kinds(plan) == ["progress"]
    message = plan.remarks[0].message
    assert state in message and more in message and "--log" in message


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx"])
def test_a_register_of_our_own_is_told(ending: str, language: str, tmp_path: Path) -> None:
    plan = table("Phòng Kinh tế", "Công an xã")
    path = tmp_path / f"so.{ending}"
    sauro.write_register(plan, path, language=language)
    assert "progress" in kinds(sauro.read_plan(path))


@pytest.mark.parametrize("name", ["Kết quả", "Ghi chú", "Sản phẩm", "Kinh phí", "Nguồn lực"])
def test_a_column_that_plans_have_is_no_sign_of_a_register(name: str) -> None:
    text = f"| TT | Nhiệm vụ | Chủ trì | Thời gian | {name} |\n|---|---|---|---|---|\n"
    plan = sauro.read_plan(text=text + "| 1 | Họp dân | Phòng Kinh tế | Quý I | x |\n")
    assert kinds(plan) == []


# Abbreviations


SHORT = ["VP", "Phòng KT-HT", "Ban QLDA", "Tổ CNSCĐ", "BQLRPH", "Hội LHTN"]


@pytest.mark.parametrize("name", SHORT)
def test_an_abbreviation_that_nothing_explains_is_told_once(name: str) -> None:
    plan = table("Phòng Kinh tế", name, name, help=f"Công an xã, {name}")
    told = [one for one in plan.remarks if one.kind == "abbreviation"]
    assert [one.chosen for one in told] == [f"{name} (5)"]
    first = next(task for task in plan.tasks if task.coordinators)
    assert told[0].span.line == first.span.line and "--agencies" in told[0].message


@pytest.mark.parametrize("name", SHORT)
def test_names_that_the_caller_gives_are_known(name: str) -> None:
    rows = f"{TOP}| 1 | Họp dân | {name} | | Quý I |\n"
    plan = sauro.read_plan(text=rows, agencies={"Cơ quan của xã": [name]})
    assert kinds(plan) == [] and plan.agencies[0].name == "Cơ quan của xã"


EXPLAINED = [
    "1. Phòng Kinh tế - Hạ tầng (KT-HT) là cơ quan thường trực.",
    "1. Phòng Kinh tế - Hạ tầng (sau đây viết tắt là KT-HT) là cơ quan thường trực.",
    "1. Phòng Kinh tế - Hạ tầng, gọi tắt là KT-HT, là cơ quan thường trực.",
    "1. KT-HT: Kinh tế - Hạ tầng.",
    "\n| Chữ viết tắt | Nghĩa |\n|---|---|\n| KT-HT | Kinh tế - Hạ tầng |\n",
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_an_abbreviation_that_the_document_explains_is_none_to_tell(text: str) -> None:
    assert "abbreviation" in kinds(table("Phòng KT-HT", text="1. Họp dân."))
    assert "abbreviation" not in kinds(table("Phòng KT-HT", text=text))


KNOWN = ["UBND xã", "Công an xã", "TTPVHCC", "PHÒNG NỘI VỤ", "Khu vực II", "Ban Chỉ đạo CCHC"]


@pytest.mark.parametrize("name", KNOWN)
def test_usual_abbreviations_and_capitals_are_none(name: str) -> None:
    assert "abbreviation" not in kinds(table(name))


# Posts and roles


POSTS = {
    "Trưởng các thôn": ["Các thôn"],
    "Trưởng phòng Kinh tế": ["Phòng Kinh tế"],
    "Giám đốc Trung tâm Phục vụ hành chính công": ["Trung tâm Phục vụ hành chính công"],
    "Trưởng Công an xã": ["Công an xã"],
    "Chỉ huy trưởng Ban Chỉ huy Quân sự xã": ["Ban Chỉ huy Quân sự xã"],
    "Thủ trưởng các cơ quan, đơn vị": ["Các cơ quan, đơn vị"],
    "Hiệu trưởng các trường học": ["Các trường học"],
    "Chủ tịch UBND xã": ["Chủ tịch UBND xã"],
    "Phó Chủ tịch UBND xã": ["Phó Chủ tịch UBND xã"],
    "Công chức Tư pháp - Hộ tịch": ["Công chức Tư pháp - Hộ tịch"],
}


@pytest.mark.parametrize("post", POSTS)
def test_a_post_is_the_same_party_in_a_cell_and_in_a_sentence(post: str) -> None:
    cell = table(post).tasks[0].leads
    assert cell == table(*POSTS[post]).tasks[0].leads
    text = f"{HEAD}1. {post} rà soát thủ tục trước ngày 30/6/2026.\n"
    assert sauro.read_plan(text=text).duties[0].leads == cell
    text = f"{HEAD}1. Vệ sinh đường làng: {post} thực hiện trước ngày 30/6/2026.\n"
    duty = sauro.read_plan(text=text).duties[0]
    assert duty.leads == cell and duty.timeframe.due is not None


HELPERS = ["Kiểm lâm địa bàn", "Công an xã", "Tổ bảo vệ rừng", "Đội dân phòng", "Hạt Kiểm lâm"]
ROLES = ["phối hợp", "tham gia", "hỗ trợ"]


@pytest.mark.parametrize(("name", "role"), list(product(HELPERS, ROLES)))
def test_a_role_in_brackets_is_that_of_the_name_before_it(name: str, role: str) -> None:
    cell = table(f"Phòng Kinh tế, {name} ({role})").tasks[0]
    assert cell.leads == ["phong-kinh-te"] and len(cell.coordinators) == 1
    for text in (
        f"1. Phòng Kinh tế, {name} ({role}) rà soát rừng trước ngày 30/6/2026.",
        f"1. Rà soát rừng: Phòng Kinh tế, {name} ({role}) thực hiện trước ngày 30/6/2026.",
    ):
        duty = sauro.read_plan(text=HEAD + text + "\n").duties[0]
        assert (duty.leads, duty.coordinators) == (cell.leads, cell.coordinators), text


def test_a_bracket_may_name_a_helper_whom_nobody_knows() -> None:
    text = "1. Rà soát rừng (Phòng Kinh tế chủ trì; Kiểm lâm địa bàn phối hợp)."
    task = sauro.read_plan(text=HEAD + text + "\n").tasks[0]
    assert (task.leads, task.coordinators) == (["phong-kinh-te"], ["kiem-lam-dia-ban"])


# Products


PRODUCTS = {
    "ban hành Kế hoạch phát triển rừng trước ngày 30/6/2026": "Kế hoạch phát triển rừng",
    "tham mưu ban hành Quyết định thành lập tổ công tác và tổ chức họp": (
        "Quyết định thành lập tổ công tác"
    ),
    "trình UBND xã ban hành Quyết định thành lập tổ công tác": "Quyết định thành lập tổ công tác",
    "trình Chủ tịch UBND xã Quyết định công nhận thôn trước ngày 30/6/2026": (
        "Quyết định công nhận thôn"
    ),
    "xây dựng kế hoạch kiểm tra, tổ chức kiểm tra trong quý II/2026": "kế hoạch kiểm tra",
    "soạn thảo và hoàn thiện Đề án chuyển đổi số để trình HĐND xã": "Đề án chuyển đổi số",
}


@pytest.mark.parametrize("work", PRODUCTS)
def test_a_duty_names_its_product(work: str) -> None:
    duty = sauro.read_plan(text=f"{HEAD}1. Phòng Nội vụ {work}.\n").duties[0]
    assert duty.leads == ["phong-noi-vu"] and duty.product == PRODUCTS[work]
    again = sauro.Plan.from_json(sauro.read_plan(text=f"{HEAD}1. Phòng Nội vụ {work}.\n").to_json())
    assert again.duties[0].product == PRODUCTS[work]


@pytest.mark.parametrize(
    "work",
    [
        "thực hiện Kế hoạch số 12/KH-UBND trước ngày 30/6/2026",
        "kiểm tra việc ban hành văn bản trước ngày 30/6/2026",
        "công khai thủ tục sau khi ban hành Quyết định",
        "báo cáo UBND xã trước ngày 30/6/2026",
        "tuyên truyền Nghị quyết trước ngày 30/6/2026",
    ],
)
def test_a_document_that_is_there_already_is_no_product(work: str) -> None:
    duty = sauro.read_plan(text=f"{HEAD}1. Phòng Nội vụ {work}.\n").duties[0]
    assert duty.product == ""


# Ranks


FIRST = {
    "đứng đầu trong công tác cải cách hành chính": False,
    "đứng đầu trong thực hiện nhiệm vụ": False,
    "xếp thứ nhất trong phong trào thi đua": False,
    "trách nhiệm của người đứng đầu": False,
    "trách nhiệm của người đứng đầu trong công tác cải cách hành chính": False,
    "vai trò người đứng đầu về kết quả thực hiện": False,
    "đứng đầu trong tỉnh": True,
    "đứng đầu trong các xã của tỉnh": True,
    "đứng đầu trong 10 xã": True,
    "đứng đầu toàn tỉnh về cải cách hành chính": True,
    "xếp thứ nhất trong nhóm xã miền núi": True,
}


@pytest.mark.parametrize("text", FIRST)
def test_who_heads_an_office_or_a_work_has_no_rank(text: str) -> None:
    assert [one.kind for one in sauro.find_targets(text)] == ["rank"] * FIRST[text]
