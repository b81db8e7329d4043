"""What is ordered until a day keeps the day; the day of a document or a case is nobody's limit."""

import pytest
import sauro
from conftest import PROSE_HEAD

UNTIL = {
    "trước ngày 30/6/2026": "2026-06-30",
    "chậm nhất ngày 30/6/2026": "2026-06-30",
    "hoàn thành trước ngày 30/6/2026": "2026-06-30",
    "xong trước 30/6/2026": "2026-06-30",
    "không muộn hơn ngày 30/6/2026": "2026-06-30",
}
WITHIN = {"trong quý II/2026": "2026-06-30", "trong tháng 6/2026": "2026-06-30"}
CHARGES = ["Giao Phòng Kinh tế", "Phòng Kinh tế"]


def duties(text: str) -> tuple[sauro.Plan, list[sauro.Duty]]:
    plan = sauro.read_plan(text=f"{PROSE_HEAD}1. {text}.\n", format="text")
    return plan, plan.duties


def only_duty(text: str) -> sauro.Duty:
    _, given = duties(text)
    assert len(given) == 1, text
    return given[0]


# What is issued or taken in by the order itself


ISSUING = [
    "ban hành Quy chế",
    "ban hành Kế hoạch",
    "ban hành Quyết định",
    "ban hành văn bản",
    "ban hành Quy chế làm việc của Ban Chỉ đạo",
    "tham mưu ban hành Nghị quyết",
    "tham mưu UBND xã ban hành Quyết định",
    "soạn thảo, ban hành Quy chế",
    "đôn đốc các thôn ban hành hương ước",
]
UNTIL_ONLY = [
    "lập hồ sơ trình ký ban hành",
    "trình HĐND xã ban hành",
    "hoàn thiện và ban hành",
    "hoàn thiện, ban hành",
    "tiếp nhận hồ sơ",
    "tiếp nhận hồ sơ chứng thực của công dân",
    "ban hành quy trình tiếp nhận hồ sơ",
    "ban hành theo thẩm quyền",
]


@pytest.mark.parametrize("charge", CHARGES)
@pytest.mark.parametrize("work", ISSUING)
def test_an_order_to_issue_has_its_limit(charge: str, work: str) -> None:
    for time, due in (UNTIL | WITHIN).items():
        duty = only_duty(f"{charge} {work} {time}")
        assert str(duty.timeframe.due) == due, (work, time)
        assert duty.kind == "order"


@pytest.mark.parametrize("charge", CHARGES)
@pytest.mark.parametrize("work", UNTIL_ONLY)
def test_an_order_that_ends_with_its_verb_or_takes_in_has_its_limit(charge: str, work: str) -> None:
    for time, due in UNTIL.items():
        assert str(only_duty(f"{charge} {work} {time}").timeframe.due) == due, (work, time)


THINGS = [
    "rà soát các văn bản ban hành",
    "tổng hợp các văn bản ban hành",
    "tổng hợp các văn bản của HĐND xã ban hành",
    "tổng hợp văn bản ban hành về đất đai",
    "tổng hợp văn bản do HĐND xã ban hành về quản lý đất đai",
    "công khai các Quyết định do UBND xã ban hành",
    "công khai các Quyết định được ban hành",
    "lưu giữ hồ sơ tiếp nhận",
    "lưu giữ hồ sơ thủ tục hành chính tiếp nhận",
    "giải quyết hồ sơ được tiếp nhận",
    "tổng hợp hồ sơ do Bộ phận Một cửa tiếp nhận",
    "tổng hợp hồ sơ đã tiếp nhận",
]


@pytest.mark.parametrize("work", THINGS)
def test_a_time_of_what_was_issued_is_no_limit_and_is_named(work: str) -> None:
    plan, given = duties(f"Giao Phòng Kinh tế {work} trước ngày 1/7/2026")
    assert [duty.timeframe.text for duty in given] == [""]
    told = [list(one.others) for one in plan.remarks if one.field == "timeframe"]
    assert told == [["trước ngày 1/7/2026"]]


# Behind the number of a document


NUMBERED = ["Quyết định số 5/QĐ-UBND", "Kế hoạch số 12/KH-UBND", "Nghị quyết số 7/NQ-HĐND"]
VERBS = ["rà soát", "sửa đổi", "thay thế", "bãi bỏ", "triển khai", "sơ kết việc thực hiện"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("document", NUMBERED)
def test_a_limit_may_stand_right_behind_a_number(verb: str, document: str) -> None:
    for time, due in (UNTIL | WITHIN).items():
        duty = only_duty(f"Giao Phòng Kinh tế {verb} {document} {time}")
        assert str(duty.timeframe.due) == due, time


@pytest.mark.parametrize(
    "day", ["ngày 5/7/2026", "ngày 05 tháng 7 năm 2026", "ban hành ngày 5/7/2026"]
)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("document", NUMBERED)
def test_the_day_of_a_document_is_no_limit(verb: str, document: str, day: str) -> None:
    text = f"Giao Phòng Kinh tế {verb} {document} {day}"
    assert only_duty(text).timeframe.text == ""
    assert str(only_duty(f"{text} trước ngày 30/9/2026").timeframe.due) == "2026-09-30"


def test_a_quarter_of_results_is_no_limit() -> None:
    text = "Giao Phòng Kinh tế tổng hợp kết quả thực hiện Kế hoạch số 12/KH-UBND trong quý II/2026"
    assert only_duty(text).timeframe.text == ""


# What waits for a case only in part


PARTS = [
    "báo cáo kết quả và khó khăn (nếu có)",
    "báo cáo kết quả (nếu có phát sinh)",
    "báo cáo kết quả, vướng mắc (nếu phát sinh)",
    "báo cáo khó khăn, vướng mắc nếu có",
    "xử lý vi phạm (trường hợp phức tạp thì xin ý kiến UBND xã)",
    "a) rà soát hồ sơ tồn đọng (nếu có)",
]


@pytest.mark.parametrize("work", PARTS)
def test_what_waits_in_part_keeps_its_limit(work: str) -> None:
    for time, due in UNTIL.items():
        duty = only_duty(f"Giao Phòng Kinh tế {work}, {time}")
        assert (duty.kind, str(duty.timeframe.due)) == ("order", due), time
    assert only_duty(f"Giao Phòng Kinh tế {work}").kind == "standing"


@pytest.mark.parametrize(
    "work",
    [
        "báo cáo khi có phát sinh trước ngày 30/6/2026",
        "nếu có vướng mắc thì báo cáo trước ngày 30/6/2026",
        "thường xuyên kiểm tra (nếu có)",
    ],
)
def test_what_waits_as_a_whole_stays_standing(work: str) -> None:
    duty = only_duty(f"Giao Phòng Kinh tế {work}")
    assert (duty.kind, duty.timeframe.text) == ("standing", "")


# Products


MADE = ["Quyết định công bố danh mục", "Kế hoạch phát triển rừng", "Quy chế làm việc"]
MAKING = ["ban hành", "xây dựng", "tham mưu UBND xã ban hành", "trình UBND xã"]


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("verb", MAKING)
def test_a_product_is_whole_wherever_the_time_stands(made: str, verb: str) -> None:
    for text in (
        f"Trước ngày 30/6/2026, Phòng Kinh tế {verb} {made}",
        f"Trong quý II/2026, Phòng Kinh tế {verb} {made}",
        f"Giao Phòng Kinh tế {verb} {made} trước ngày 30/6/2026",
        f"Giao Phòng Kinh tế {verb} {made}",
    ):
        assert only_duty(text).product == made, text


@pytest.mark.parametrize(
    "work",
    [
        "không ban hành văn bản trái thẩm quyền",
        "không được ban hành văn bản trái thẩm quyền",
        "không tự ý ban hành Quy định riêng",
        "góp ý dự thảo Nghị quyết",
        "tham gia ý kiến dự thảo Nghị quyết",
        "có ý kiến đối với dự thảo Nghị quyết",
        "thẩm định dự thảo Nghị quyết",
        "rà soát các dự thảo Nghị quyết",
        "cung cấp số liệu để Văn phòng xây dựng báo cáo",
        "cung cấp số liệu để Văn phòng tổng hợp, xây dựng báo cáo",
        "gửi số liệu để các phòng xây dựng Kế hoạch",
    ],
)
def test_what_is_forbidden_or_made_by_others_is_no_product(work: str) -> None:
    for text in (work, f"{work} trước ngày 30/6/2026"):
        assert only_duty(f"Giao Phòng Kinh tế {text}").product == "", text
