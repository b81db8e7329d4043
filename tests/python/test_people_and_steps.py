"""Persons and posts in sentences, counted steps, rows like others, issuers in two lines."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
import sauro

HEAD = "KẾ HOẠCH\nChuyển đổi số năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n"
TOP = "TT\tNhiệm vụ\tChủ trì\tThời gian\n"
SOON = "trước ngày 30/6/2026"


def read(text: str, head: str = HEAD) -> sauro.Plan:
    plan = sauro.read_plan(text=head + text + "\n", format="text")
    assert plan.coverage.lost == 0
    return plan


def leads(plan: sauro.Plan, item: sauro.Duty | sauro.Task) -> list[str]:
    names = {agency.id: agency.name for agency in plan.agencies}
    return [names[i] for i in item.leads]


# Persons


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Chị Lan, anh Hùng", ["Lan", "Hùng"]),
        ("Anh Hùng, chị Lan", ["Hùng", "Lan"]),
        ("anh Nguyễn Văn Hùng; chị Lan", ["Nguyễn Văn Hùng", "Lan"]),
        ("Đ/c Lan, anh Hùng", ["Lan", "Hùng"]),
        ("Ông Trần Văn An và chị Bình", ["Trần Văn An", "Bình"]),
        ("Phòng Kinh tế (chị Lan)", ["Phòng Kinh tế", "Lan"]),
    ],
)
def test_whom_one_calls_brother_or_sister(cell: str, names: list[str]) -> None:
    plan = read(f"1\tIn tài liệu\t{cell}\t12/3/2026", TOP.replace("Chủ trì", "Người phụ trách"))
    assert leads(plan, plan.tasks[0]) == names


POSTS = [
    ("Tổ trưởng Tổ CNSCĐ", ["Tổ CNSCĐ"]),
    ("Đội trưởng Đội Cơ động", ["Đội Cơ động"]),
    ("Trưởng phòng Kinh tế", ["Phòng Kinh tế"]),
    ("Chủ tịch UBND xã", []),
    ("Chuyên viên Văn phòng", []),
]


@pytest.mark.parametrize(("post", "bodies"), POSTS)
@pytest.mark.parametrize("start", ["", "Đồng chí ", "Anh ", "Ông "])
@pytest.mark.parametrize("sign", [", ", " - "])
def test_a_person_with_a_post_has_the_work(
    post: str, bodies: list[str], start: str, sign: str
) -> None:
    for work in ["hướng dẫn cài đặt VNeID", "Phụ trách chung"]:
        plan = read(f"1. {start}Nguyễn Văn Em{sign}{post}: {work} {SOON}.")
        (duty,) = plan.duties
        assert duty.title.lower() == f"{work} {SOON}".lower()
        assert [(one.name, one.post) for one in duty.people] == [("Nguyễn Văn Em", post)]
        assert [name.lower() for name in leads(plan, duty)] == [name.lower() for name in bodies]


def test_a_report_of_a_person_is_his() -> None:
    plan = read("1. Đồng chí Hoàng Thị Cúc - Chuyên viên Văn phòng: báo cáo ngày 25 hằng tháng.")
    assert [one.name for one in plan.duties[0].people] == ["Hoàng Thị Cúc"]
    assert len(plan.reporting) == 1


@pytest.mark.parametrize("post", ["Chuyên viên", "Cán bộ", "Công chức", "Viên chức", "Nhân viên"])
@pytest.mark.parametrize("field", ["gia đình", "văn hóa", "kế toán", "công tác thi đua"])
@pytest.mark.parametrize("work", ["theo dõi, báo cáo", "lập dự toán", "rà soát hồ sơ"])
def test_what_a_post_is_in_charge_of_belongs_to_it(post: str, field: str, work: str) -> None:
    plan = read(f"1. {post} phụ trách {field} {work} {SOON}.")
    (duty,) = plan.duties
    assert leads(plan, duty) == [f"{post} phụ trách {field}"]
    assert duty.title.lower() == f"{work} {SOON}"


# Steps

STEPS = ["Bước 1", "Giai đoạn 2", "Đợt 1", "Nội dung 3", "Lần 2", "Giai đoạn II"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("body", ["Văn phòng", "Phòng Kinh tế", "Công an xã"])
def test_what_counts_a_step_hides_nobody(step: str, body: str) -> None:
    plan = read(f"{step}: {body} lập danh sách ({SOON}).")
    (task,) = plan.tasks
    assert (len(task.leads), task.timeframe.due) == (1, date(2026, 6, 30))
    plan = read(f"{step}: {body} thẩm định hồ sơ {SOON}.")
    (duty,) = plan.duties
    assert duty.title == f"Thẩm định hồ sơ {SOON}" and len(duty.leads) == 1
    plan = read(f"{step} (từ tháng 3 đến tháng 6/2026): {body} khảo sát, lập danh sách.")
    (duty,) = plan.duties
    assert (duty.title, duty.timeframe.due) == ("Khảo sát, lập danh sách", date(2026, 6, 30))


# Rows that are like others

LIKE_ABOVE = ["Sở trên", "Cơ quan như trên", "Các đơn vị nêu trên", "Đơn vị trên", "nt"]
LIKE_FIRST = ["như mục 1", "Như nhiệm vụ 1", "như 1", "giống mục 1", "như dòng 1"]


@pytest.mark.parametrize(("lead", "time"), list(product(LIKE_ABOVE + LIKE_FIRST, LIKE_FIRST)))
def test_a_cell_says_that_it_is_like_another(lead: str, time: str) -> None:
    plan = read(f"1\tHọp dân\tSở Y tế\tQuý I/2026\n2\tRà soát\t{lead}\t{time}", TOP)
    assert [agency.name for agency in plan.agencies] == ["Sở Y tế"]
    assert [task.timeframe.text for task in plan.tasks] == ["Quý I/2026"] * 2


@pytest.mark.parametrize("cell", LIKE_FIRST)
def test_a_row_may_be_like_one_further_above(cell: str) -> None:
    rows = "1\tHọp\tSở Y tế\tQuý I/2026\n2\tThi\tSở Nội vụ\tQuý II/2026\n3\tĐọc\t"
    plan = read(f"{rows}{cell}\t{cell}", TOP)
    assert (leads(plan, plan.tasks[2]), plan.tasks[2].timeframe.text) == (["Sở Y tế"], "Quý I/2026")
    other = cell.replace("1", "9")
    plan = read(f"{rows}{other}\t{other}", TOP)
    assert not plan.tasks[2].leads and [one.text for one in plan.unread] == [other, other]


# Issuers


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("UBND THÀNH PHỐ MINH AN\nVĂN PHÒNG", "VĂN PHÒNG UBND THÀNH PHỐ MINH AN"),
        ("ĐẢNG BỘ XÃ PHÚ HÒA\nĐẢNG ỦY", "ĐẢNG ỦY XÃ PHÚ HÒA"),
        (
            "ỦY BAN MTTQ VIỆT NAM\nXÃ PHÚ HÒA\nBAN THƯỜNG TRỰC",
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ HÒA",
        ),
        ("UBND TỈNH SƠN HÀ\nTHANH TRA", "THANH TRA UBND TỈNH SƠN HÀ"),
        ("UBND TỈNH SƠN HÀ\nSỞ Y TẾ", "SỞ Y TẾ"),
        ("ỦY BAN NHÂN DÂN\nXÃ PHÚ HÒA", "ỦY BAN NHÂN DÂN XÃ PHÚ HÒA"),
    ],
)
def test_a_part_is_called_with_its_body(lines: str, issuer: str) -> None:
    day = "Phú Hòa, ngày 10 tháng 4 năm 2026\nKẾ HOẠCH\nGiám sát năm 2026\n"
    plan = read(f"1. Công an xã báo cáo {SOON}.", f"{lines}\nSố: 12/KH-VP\n{day}")
    assert plan.document.issuer == issuer


# Points and logs


def test_a_row_of_a_log_wider_than_its_header_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "so.html"
    head = "<tr><td>Mã<td>Nhiệm vụ<td>Trạng thái<td>Ngày"
    row = "<tr><td>1.1<td>Họp<td>đang làm<td>01/6/2026"
    page.write_text(f"<html><table>{head}{row}<td>dư</table></html>", "utf-8")
    with pytest.raises(sauro.Error, match="5 ô mà dòng đầu chỉ có 4 cột"):
        sauro.Progress.read(page)
    page.write_text(f"<html><table>{head}{row}<td></table></html>", "utf-8")
    assert len(sauro.Progress.read(page)) == 1


# Times of headings and hours of a day

TIMES = [
    ("Quý I", 3, 31),
    ("Tháng 7", 7, 31),
    ("QUÝ II NĂM 2026", 6, 30),
    ("6 tháng đầu năm", 6, 30),
]


@pytest.mark.parametrize(("heading", "month", "day"), TIMES)
@pytest.mark.parametrize("mark", ["1. ", "a) "])
def test_a_heading_that_is_a_time_holds_below_it(
    heading: str, month: int, day: int, mark: str
) -> None:
    topic = "KẾ HOẠCH\nCông tác năm 2026\nII. NHIỆM VỤ TRỌNG TÂM\n"
    due = date(2026, month, day)
    plan = read(f"{mark}{heading}\n- Họp dân (Văn phòng).\n- Thi (Văn phòng; 05/5/2026).", topic)
    assert [task.timeframe.due for task in plan.tasks] == [due, date(2026, 5, 5)]
    assert [(one.kind, one.field) for one in plan.remarks] == [("value", "timeframe")]
    if mark == "1. ":
        plan = read(f"{mark}{heading}\n- Phòng Kinh tế họp dân.\n- Văn phòng trực.", topic)
        assert [duty.timeframe.due for duty in plan.duties] == [due, due]


@pytest.mark.parametrize("days", ["Ngày", "Thứ, ngày", "Ngày thực hiện", "Ngày tháng"])
@pytest.mark.parametrize("hours", ["Thời gian", "Thời điểm", "Giờ"])
@pytest.mark.parametrize("numbered", [True, False])
def test_hours_are_no_limit_beside_days(days: str, hours: str, numbered: bool) -> None:
    for clock in ["8h00", "14:00 - 16:30", "Sáng", "8 giờ"]:
        first, one, two = ("TT\t", "1\t", "2\t") if numbered else ("", "", "")
        rows = (
            f"{first}{days}\t{hours}\tNội dung công việc\tChủ trì\n"
            f"{one}01/3/2026\t{clock}\tHọp giao ban\tVăn phòng\n"
            f"{two}02/3/2026\t{clock}\tTiếp dân\tThanh tra\n"
        )
        plan = sauro.read_plan(text=rows, format="text")
        assert [task.timeframe.due for task in plan.tasks] == [date(2026, 3, 1), date(2026, 3, 2)]
        assert dict(plan.tasks[0].extra) == {hours: clock} and not len(plan.remarks)
