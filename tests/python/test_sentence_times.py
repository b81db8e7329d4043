"""Where the end of a work stands in a sentence, and where its body ends."""

from datetime import date

import pytest
import sauro

ABOVE = "KẾ HOẠCH\nChuyển đổi số năm 2026\nIII. TỔ CHỨC THỰC HIỆN\n"
BODIES = ["Phòng Kinh tế", "Công an xã", "Trung tâm Y tế", "Hội Cựu chiến binh"]


def duties(sentence: str) -> list[sauro.Duty]:
    return list(sauro.read_plan(text=f"{ABOVE}1. {sentence}\n", format="text").duties)


def only(sentence: str) -> sauro.Duty:
    (duty,) = duties(sentence)
    return duty


DAY = date(2026, 6, 30)
LIMITS = {
    "thống kê các trường hợp vi phạm, báo cáo trước ngày 30/6/2026": DAY,
    "rà soát những trường hợp chưa được cấp giấy trước ngày 30/6/2026": DAY,
    "hoàn thành trước ngày 30/6/2026, trường hợp chậm phải báo cáo": DAY,
    "thường xuyên kiểm tra, tổng kết trước ngày 30/6/2026": DAY,
    "thường xuyên kiểm tra và tổng kết công tác trước ngày 30/6/2026": DAY,
    "xử lý dứt điểm các vụ việc tồn đọng trước ngày 30/6/2026": DAY,
    "giải quyết dứt điểm 03 nhiệm vụ quá hạn trước ngày 30/6/2026": DAY,
    "trang bị 02 máy tính trước ngày 30/6/2026": DAY,
    "lắp đặt máy vi tính xong trước ngày 30/6/2026": DAY,
    "chi trả trợ cấp xong trước ngày 30/6/2026": DAY,
    "bàn giao hồ sơ tiếp nhận xong trước ngày 30/6/2026": DAY,
    "khẩn trương hoàn thành, không để quá ngày 30/6/2026": DAY,
    "nộp báo cáo đúng ngày 30/6/2026": DAY,
    "xây dựng kế hoạch giai đoạn 2026-2030 trong tháng 6/2026": DAY,
    "lập hồ sơ trong tháng 6/2026": DAY,
    "hoàn thành việc rà soát (30/6/2026)": DAY,
    "hoàn thành việc rà soát từ ngày 01/6/2026 đến 30/6/2026": DAY,
    "đến 30/6/2026 giải ngân đạt 50%": DAY,
    "trong tháng 6/2026 rà soát các chợ": DAY,
    "trước ngày 30/6/2026 phải rà soát xong các chợ": DAY,
    "mời các hộ dân họp ngày 30/6/2026": DAY,
    "ra quyết định thu hồi trước ngày 30/6/2026": DAY,
    "cử cán bộ tham gia trước ngày 30/6/2026": DAY,
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("words", LIMITS)
def test_a_limit_is_found_wherever_it_stands_and_the_body_ends_before_it(
    body: str, words: str
) -> None:
    duty = only(f"{body} {words}.")
    assert (duty.kind, duty.timeframe.due) == ("order", LIMITS[words])
    assert duty.leads == only(f"{body}: lập danh sách.").leads
    assert not any("30/6" in target.text for target in duty.targets)


EVENTS = {
    "thẩm định hồ sơ trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ": (
        10,
        "working_days",
    ),
    "khắc phục tồn tại trong vòng 15 ngày kể từ ngày có kết luận": (15, "days"),
    "gửi báo cáo chậm nhất 05 ngày trước ngày kiểm tra": (5, "days"),
    "hoàn thành trong 10 ngày": (10, "days"),
    "trả lời không quá 03 ngày làm việc kể từ khi nhận đơn": (3, "working_days"),
}


@pytest.mark.parametrize("words", EVENTS)
def test_a_limit_that_counts_from_an_event_is_one(words: str) -> None:
    timeframe = only(f"Phòng Kinh tế {words}.").timeframe
    assert timeframe.kind == "event" and timeframe.limit is not None
    assert (timeframe.limit.amount, timeframe.limit.unit) == EVENTS[words]


RHYTHMS = ["mỗi quý 01 lần", "6 tháng một lần", "01 lần/quý", "hằng quý", "định kỳ hằng quý"]


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_a_rhythm_of_the_work_is_its_time(rhythm: str) -> None:
    assert only(f"Phòng Kinh tế kiểm tra {rhythm}.").timeframe.kind == "periodic"


def test_a_rhythm_of_things_is_not_the_works() -> None:
    duty = only("Phòng Kinh tế xây dựng kế hoạch đào tạo hằng năm trước ngày 30/6/2026.")
    assert duty.timeframe.due == DAY
    assert only("Phòng Kinh tế thực hiện kế hoạch hằng năm.").timeframe.kind == "unstated"


OPENINGS = {
    "Sau ngày 30/6/2026": "open_ended",
    "Từ ngày 01/7/2026": "open_ended",
    "Hằng tháng": "periodic",
    "Trước ngày 30/6/2026": "window",
    "Trong tháng 6/2026": "window",
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_time_before_the_body_is_that_of_its_work(opening: str) -> None:
    duty = only(f"{opening}, Phòng Kinh tế tổng hợp kết quả.")
    assert (duty.timeframe.kind, duty.leads) == (OPENINGS[opening], ["phong-kinh-te"])
    assert duty.title == "Tổng hợp kết quả"


@pytest.mark.parametrize("case", ["Khi có yêu cầu", "Nếu không hoàn thành trước ngày 30/6/2026"])
def test_a_case_before_the_body_makes_its_work_standing(case: str) -> None:
    duty = only(f"{case}, Phòng Kinh tế phải giải trình.")
    assert (duty.kind, duty.leads) == ("standing", ["phong-kinh-te"])
    assert duty.timeframe.due is None


@pytest.mark.parametrize("joint", [" và ", ", "])
@pytest.mark.parametrize("second", ["lập danh sách", "phụ trách tuyến đường hoa"])
def test_two_bodies_with_a_work_each_are_two_duties(joint: str, second: str) -> None:
    found = duties(f"Phòng Kinh tế rà soát chợ{joint}Phòng Nội vụ {second} trước ngày 30/6/2026.")
    assert [(one.leads, one.timeframe.due) for one in found] == [
        (["phong-kinh-te"], None),
        (["phong-noi-vu"], DAY),
    ]
    assert found[0].title == "Rà soát chợ"


def test_partners_begin_no_duty_of_their_own() -> None:
    for joint in (", ", " và "):
        duty = only(
            f"Phòng Kinh tế phối hợp với Công an xã{joint}Phòng Nội vụ rà soát chợ trước 30/6/2026."
        )
        assert duty.leads == ["phong-kinh-te"]


@pytest.mark.parametrize(
    "behind",
    [
        "Phòng Kinh tế chủ trì; thời gian hoàn thành trước ngày 30/6/2026.",
        "Phòng Kinh tế chủ trì; hoàn thành trước ngày 30/6/2026.",
        "giao Phòng Kinh tế thực hiện xong trước ngày 30/6/2026.",
    ],
)
def test_a_work_before_its_body_and_its_day_is_the_title(behind: str) -> None:
    duty = only(f"Rà soát hạ tầng mạng; {behind}")
    assert (duty.title, duty.leads) == ("Rà soát hạ tầng mạng", ["phong-kinh-te"])
    assert duty.timeframe.due == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Rà soát hạ tầng mạng trước ngày 30/6/2026 (Phòng Kinh tế chủ trì).",
        "Rà soát hạ tầng mạng (Phòng Kinh tế chủ trì), hoàn thành trước ngày 30/6/2026.",
        "Rà soát hạ tầng mạng (Phòng Kinh tế chủ trì). Hoàn thành trước ngày 30/6/2026.",
        "Trước ngày 30/6/2026, rà soát hạ tầng mạng (Phòng Kinh tế).",
    ],
)
def test_a_bracket_that_names_who_leads_hides_no_day(line: str) -> None:
    above = "KẾ HOẠCH\nChuyển đổi số năm 2026\nII. NHIỆM VỤ\n"
    (task,) = sauro.read_plan(text=f"{above}2. {line}\n", format="text").tasks
    assert (task.leads, task.timeframe.due) == (["phong-kinh-te"], DAY)


@pytest.mark.parametrize(
    "words",
    [
        "hoàn thành việc rà soát quý II",
        "hoàn thành báo cáo tháng 6/2026",
        "rà soát các quy định đã ban hành trước ngày 30/6/2026",
    ],
)
def test_a_time_that_may_be_of_things_is_asked_about(words: str) -> None:
    plan = sauro.read_plan(text=f"{ABOVE}1. Phòng Kinh tế {words}.\n", format="text")
    assert [(one.kind, one.field) for one in plan.remarks] == [("value", "timeframe")]


def test_an_order_has_no_occasions_before_its_own_day() -> None:
    head = "UBND TỈNH SƠN HÀ\nSỞ Y TẾ\nSố: 15/CT-SYT\nSơn Hà, ngày 10 tháng 4 năm 2026\nCHỈ THỊ\n"
    for words in ("chỉ thị:", "yêu cầu:"):
        plan = sauro.read_plan(
            text=f"{head}Về phòng dịch\nGiám đốc Sở {words}\n"
            "1. Trung tâm Y tế kiểm tra các chợ định kỳ hằng tháng.\n"
            "2. Trung tâm Y tế báo cáo Sở Y tế định kỳ ngày 25 hằng tháng.\n",
            format="text",
        )
        assert plan.duties[0].timeframe.occurrences[0].due == date(2026, 4, 30)
        assert plan.reporting[0].timeframe.occurrences[0].due == date(2026, 4, 25)
        assert plan.reporting[0].frequency == "hằng tháng"
