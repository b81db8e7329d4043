"""Headers of columns are labels in a text too; signs, brackets and labels read alike."""

import json
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import sauro

DATA = Path(__file__).parents[2] / "src" / "data"
HEAD = "KẾ HOẠCH\nChuyển đổi số năm 2026\nII. NHIỆM VỤ\n"
COLUMNS = json.loads((DATA / "columns.json").read_text("utf-8"))["entries"]


def read(text: str) -> sauro.Plan:
    plan = sauro.read_plan(text=HEAD + text + "\n", format="text")
    assert plan.coverage.lost == 0
    return plan


def one(text: str) -> tuple[str, list[str], list[str], date | None]:
    """Give title, leads, partners and day of the only task of a text."""
    plan = read(text)
    assert len(plan.tasks) == 1 and not len(plan.duties), text
    names = {agency.id: agency.name for agency in plan.agencies}
    task = plan.tasks[0]
    return (
        task.title,
        [names[i] for i in task.leads],
        [names[i] for i in task.coordinators],
        task.timeframe.due,
    )


def headers(*roles: str, least: int = 7) -> list[str]:
    """List the names of columns that have one of some roles, and are no part of a longer one."""
    heavy = {row["pattern"]: row for row in COLUMNS if row["role"] == "not_title"}
    found = []
    for row in COLUMNS:
        words = row["pattern"].lstrip("=")
        if row["role"] in roles and row["weight"] >= least and words not in heavy:
            found.append(words)
    return sorted(set(found))


LEADS = [name for name in headers("lead") if "phoi hop" not in name]
TIMES = headers("timeframe")
PARTNERS = headers("coordinator")


@pytest.mark.parametrize("label", LEADS)
def test_headers_of_leads_are_labels(label: str) -> None:
    expected = ("Rà soát chợ", ["Phòng Kinh tế"], [], date(2026, 6, 30))
    assert one(f"1. Rà soát chợ. {label.capitalize()}: Phòng Kinh tế. Thời gian: 30/6/2026.") == (
        expected
    )
    assert one(f"1. Rà soát chợ\n- Thời gian: 30/6/2026\n- {label}: Phòng Kinh tế;") == expected


@pytest.mark.parametrize("label", TIMES)
def test_headers_of_times_are_labels(label: str) -> None:
    expected = ("Rà soát chợ", ["Phòng Kinh tế"], [], date(2026, 6, 30))
    assert one(f"1. Rà soát chợ. Phụ trách: Phòng Kinh tế. {label.upper()}: 30/6/2026.") == expected
    assert one(f"1. Rà soát chợ (chủ trì: Phòng Kinh tế; {label}: 30/6/2026).") == expected


@pytest.mark.parametrize("label", PARTNERS)
def test_headers_of_partners_are_labels(label: str) -> None:
    found = one(f"1. Rà soát chợ. Chủ trì: Phòng Kinh tế; {label}: Công an xã.")
    assert found == ("Rà soát chợ", ["Phòng Kinh tế"], ["Công an"], None)


SHORT_LEADS = ["CQ chủ trì", "ĐV chủ trì", "ĐVTH", "CQTH", "CQCT", "BP thực hiện", "NPT"]
SHORT_TIMES = ["TGHT", "TGTH", "TG", "TG hoàn thành", "Deadline", "Hạn chót", "Hạn xử lý"]


@pytest.mark.parametrize(("lead", "time"), list(product(SHORT_LEADS, SHORT_TIMES)))
def test_abbreviated_labels(lead: str, time: str) -> None:
    expected = ("Rà soát chợ", ["Phòng Kinh tế"], [], date(2026, 6, 30))
    for text in [
        f"1. Rà soát chợ. {lead}: Phòng Kinh tế; {time}: 30/6/2026.",
        f"1. Rà soát chợ. {time}: 30/6/2026. {lead}: Phòng Kinh tế",
        f"1. Rà soát chợ ({lead}: Phòng Kinh tế, {time}: 30/6/2026)",
        f"1. Rà soát chợ\n- {lead}: Phòng Kinh tế\n- {time}: 30/6/2026",
    ]:
        assert one(text) == expected, text


@pytest.mark.parametrize(("lead", "time"), list(product(SHORT_LEADS, SHORT_TIMES)))
def test_the_same_abbreviations_head_columns(lead: str, time: str) -> None:
    rows = f"TT\tNhiệm vụ\t{lead}\t{time}\n1\tRà soát chợ\tPhòng Kinh tế\t30/6/2026\n"
    task = sauro.read_plan(text=rows, format="text").tasks[0]
    assert (list(task.leads), task.timeframe.due) == (["phong-kinh-te"], date(2026, 6, 30))


BODIES = ["Phòng Kinh tế", "Văn phòng", "Đoàn Thanh niên", "Công an xã", "Phòng Văn hóa - Xã hội"]
DAYS = ["30/6/2026", "tháng 6", "Tháng 6/2026", "Quý II/2026", "hoàn thành trước ngày 30/6/2026"]
SIGNS = [
    "{work} => {body}, {time}",
    "{work} -> {body} - {time}",
    "{work} → {time}, {body}",
    "{work} | {body} | {time}",
    "{work}: {body}, {time}.",
    "{work}: {body} - {time}",
    "{work}: {time} - {body}",
    "{work} ({body}, {time}).",
    "{work} ({time}, {body}).",
    "{work} ({time} - {body});",
    "{work}\n({body} - {time})",
    "{work}. Thực hiện: {body}, {time}.",
    "{work}. Chủ trì: {body}. Hạn chót: {time}.",
    "{work}. Chủ trì: {body} ({time}).",
    "{work}: {body}; thời gian: {time}.",
    "{work}: Chủ trì {body}, thời gian {time}.",
]


@pytest.mark.parametrize("shape", SIGNS)
@pytest.mark.parametrize("body", BODIES)
def test_who_and_when_behind_any_sign(shape: str, body: str) -> None:
    for time in DAYS:
        text = "1. " + shape.format(work="Rà soát chợ", body=body, time=time)
        title, leads, partners, due = one(text)
        assert (title, len(leads), partners, due) == ("Rà soát chợ", 1, [], date(2026, 6, 30)), text
        assert leads[0].startswith(body.split()[0]) and "tháng" not in leads[0], text


@pytest.mark.parametrize("label", ["Khi nào", "Địa điểm", "Người ký", "Số lượng", "Ai dự"])
@pytest.mark.parametrize("sign", [". ", "; "])
def test_no_body_holds_another_label(label: str, sign: str) -> None:
    value = "tháng 8" if label == "Khi nào" else "hội trường lớn"
    plan = read(f"- Đối thoại. Chủ trì: Văn phòng{sign}{label}: {value}.")
    assert [agency.name for agency in plan.agencies] == ["Văn phòng"]
    task = plan.tasks[0]
    assert value in (task.timeframe.text, *(str(said) for said in dict(task.extra).values()))


@pytest.mark.parametrize(
    "text",
    [
        "1. Kiểm tra công vụ: Sở Y tế, Sở Tài chính",
        "1. Gửi báo cáo về các cơ quan: Sở Nội vụ, Sở Tài chính",
        "1. Kiểm tra: các thôn",
        "1. Thành phần: các thôn",
        "1. Báo cáo kết quả: UBND xã",
        "1. Mời dự họp: Phòng Kinh tế",
        "1. Tặng quà cho: Trạm Y tế",
        "1. Thành lập: Phòng Kinh tế",
    ],
)
def test_who_is_visited_or_told_does_not_lead(text: str) -> None:
    assert not len(read(text).tasks)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("work", ["Họp dân", "Sơ kết", "Xây dựng quy chế", "Tổng kết"])
def test_a_body_alone_behind_a_colon_leads_with_a_remark(work: str, body: str) -> None:
    plan = read(f"- {work}: {body}.")
    assert [len(task.leads) for task in plan.tasks] == [1]
    assert [(one.kind, one.field, one.chosen) for one in plan.remarks] == [
        ("agencies", "lead", body)
    ]
