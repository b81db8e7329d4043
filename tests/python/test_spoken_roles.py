"""Who leads and who helps, however a sentence, a line below an item or a bracket says it."""

import pytest
import sauro
from conftest import PROSE_HEAD

LEAD = ["phong-kinh-te"]
HELP = ["cong-an", "tram-y-te"]


def read(text: str) -> sauro.Plan:
    plan = sauro.read_plan(text=PROSE_HEAD + text, format="text")
    assert plan.coverage.lost == 0, text
    return plan


BESIDE = [
    "Phòng Kinh tế (chủ trì); Công an xã, Trạm Y tế (phối hợp)",
    "Phòng Kinh tế (chủ trì), Công an xã (phối hợp), Trạm Y tế (phối hợp)",
    "Phòng Kinh tế [chủ trì]; Công an xã, Trạm Y tế [phối hợp]",
    "Phòng Kinh tế [chủ trì], Công an xã [phối hợp], Trạm Y tế [phối hợp]",
    "Phòng Kinh tế chủ trì, Công an xã, Trạm Y tế tham gia",
    "Phòng Kinh tế chủ trì, Công an xã và Trạm Y tế phối hợp",
    "Phòng Kinh tế chủ trì; Công an xã, Trạm Y tế hỗ trợ",
    "Phòng Kinh tế là cơ quan chủ trì, Công an xã, Trạm Y tế tham gia",
]


@pytest.mark.parametrize("who", BESIDE)
def test_roles_beside_names_are_read_in_every_place(who: str) -> None:
    duty = read(f"- {who}: rà soát hộ kinh doanh trước ngày 30/6/2026.").duties[0]
    assert (list(duty.leads), list(duty.coordinators)) == (LEAD, HELP)
    assert duty.title == "Rà soát hộ kinh doanh trước ngày 30/6/2026"
    round_ones = who.replace("[", "(").replace("]", ")")
    for item in (
        f"1. Rà soát hộ kinh doanh.\n- {who}; hoàn thành trước ngày 30/6/2026.",
        f"1. Rà soát hộ kinh doanh: {who}; trước ngày 30/6/2026.",
        f"1. Rà soát hộ kinh doanh. {who}; trước ngày 30/6/2026.",
        f"1. Rà soát hộ kinh doanh ({who}; trước ngày 30/6/2026).",
        f"1. Rà soát hộ kinh doanh [{round_ones}; trước ngày 30/6/2026].",
    ):
        plan = read(item)
        (task,) = plan.tasks
        assert task.title == "Rà soát hộ kinh doanh", item
        assert (list(task.leads), list(task.coordinators)) == (LEAD, HELP), item
        assert task.timeframe.text.endswith("trước ngày 30/6/2026"), item
        assert not plan.remarks, item
    rows = f"TT\tNhiệm vụ\tCơ quan thực hiện\n1\tRà soát hộ kinh doanh\t{who}"
    plan = sauro.read_plan(text=rows, format="text")
    assert (list(plan.tasks[0].leads), list(plan.tasks[0].coordinators)) == (LEAD, HELP)
    assert not plan.remarks


@pytest.mark.parametrize(
    "text",
    [
        "- Giao Phòng Kinh tế làm đầu mối kiện toàn tổ công nghệ số; hoàn thành trước 30/6/2026.",
        "- Phòng Kinh tế chủ trì; Công an xã tuần tra chợ An Lộc trước ngày 30/6/2026.",
    ],
)
def test_a_sentence_with_work_of_its_own_is_no_line_of_roles(text: str) -> None:
    plan = read(f"1. Rà soát hộ kinh doanh.\n{text}")
    assert not plan.tasks
    assert "phong-kinh-te" in {one for duty in plan.duties for one in duty.leads}


INNER = {
    "Rà soát hồ sơ (chủ trì: Phòng Kinh tế; thời gian: Quý I) và báo cáo UBND xã.": (
        "Rà soát hồ sơ và báo cáo UBND xã",
        "Quý I",
    ),
    "Niêm yết thủ tục (Phòng Kinh tế chủ trì; hoàn thành trong tháng 6/2026) tại trụ sở.": (
        "Niêm yết thủ tục tại trụ sở",
        "hoàn thành trong tháng 6/2026",
    ),
    "Kiểm tra chợ (đơn vị chủ trì: Phòng Kinh tế) trong dịp Tết; lập biên bản.": (
        "Kiểm tra chợ trong dịp Tết; lập biên bản",
        "",
    ),
    "Rà soát hồ sơ (đơn vị chủ trì: Phòng Kinh tế (tổ 2); thời hạn: 30/6/2026), báo cáo.": (
        "Rà soát hồ sơ, báo cáo",
        "30/6/2026",
    ),
    "Lập danh mục (thời gian: Quý I; chủ trì: Phòng Kinh tế): thủ tục và hồ sơ.": (
        "Lập danh mục: thủ tục và hồ sơ",
        "Quý I",
    ),
}


@pytest.mark.parametrize("text", INNER)
def test_labels_in_a_bracket_end_with_it(text: str) -> None:
    (task,) = read(f"1. {text}").tasks
    assert (task.title, task.timeframe.text) == INNER[text]
    assert task.leads[0].startswith("phong-kinh-te")


@pytest.mark.parametrize(
    "note",
    [
        "Tham gia: 100% cán bộ, công chức",
        "Số lượng: 02 lớp",
        "Giảng viên: chuyên gia của Sở Nội vụ",
        "Thực hiện: trực tuyến",
        "Hoàn thành: 100% hồ sơ",
        "Hỗ trợ: 50 hộ nghèo",
    ],
)
@pytest.mark.parametrize("bullet", ["- ", "+ ", ""])
def test_a_label_without_a_body_neither_is_a_task_nor_takes_the_time(
    note: str, bullet: str
) -> None:
    lines = ["Chủ trì: Phòng Kinh tế.", f"{note}.", "Thời gian: Quý II/2026."]
    below = "\n".join(bullet + line for line in lines)
    plan = read(f"1. Tổ chức tập huấn.\n{below}\n2. Rà soát hồ sơ.\n{bullet}Chủ trì: Công an xã.")
    assert [task.id for task in plan.tasks] == ["0.II.1", "0.II.2"]
    first = plan.tasks[0]
    assert (list(first.leads), list(first.coordinators)) == (LEAD, [])
    assert first.timeframe.text == "Quý II/2026"
    name, value = note.split(": ")
    assert dict(first.extra) == {name: value}
    one_line = "; ".join(line.rstrip(".") for line in lines)
    assert read(f"1. Tổ chức tập huấn.\n{bullet}{one_line}.").tasks[0].extra == {name: value}
