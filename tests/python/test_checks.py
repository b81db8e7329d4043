"""Checking: each rule has a plan that breaks it, and the clean plan breaks none."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from hypothesis import given, settings
from hypothesis import strategies as st

CLEAN = (EXAMPLES / "ke-hoach-phu-my.txt").read_text(encoding="utf-8")
HEADER = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian"


def row(
    number: str = "1",
    title: str = "Ban hành kế hoạch tuyên truyền của xã",
    product: str = "Kế hoạch của UBND xã",
    lead: str = "Phòng Kinh tế",
    time: str = "Quý II",
) -> str:
    return f"{number}\t{title}\t{product}\t{lead}\tCông an xã\t{time}"


def table(*rows: str) -> str:
    head = "Số: 21/KH-UBND\n\nPhú Mỹ, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    return head + "\n".join(["Phụ lục I", HEADER, "I\tCHUNG\t\t\t\t", *rows])


def indicators(*rows: str) -> str:
    head = "Số: 21/KH-UBND\n\nPhú Mỹ, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    columns = "STT\tChỉ tiêu\tĐơn vị tính\tThực hiện 2025\tCơ quan theo dõi\tNăm 2026"
    return head + "\n".join(["Phụ lục I", columns, *rows])


def edited(old: str, new: str) -> str:
    assert old in CLEAN
    return CLEAN.replace(old, new, 1)


def backwards() -> str:
    """A plan whose JSON says what no text can: an end before its beginning."""
    plan = json.loads(sauro.read_plan(text=table(row())).to_json())
    plan["tasks"][0]["timeframe"] |= {"start": "2026-09-01", "due": "2026-06-01"}
    return json.dumps(plan)


BACKWARDS = backwards()


def plan_of(text: str) -> sauro.Plan:
    return sauro.Plan.from_json(text) if text is BACKWARDS else sauro.read_plan(text=text)


PROGRESS = (
    "STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\tTiến độ\tKết quả hiện nay\n"
    "1\tLập tổ công nghệ số\tPhòng Kinh tế\tQuý I\tĐang thực hiện\tđã có dự thảo\n"
    "2\tBan hành quy chế làm việc\tPhòng Kinh tế\tQuý I\tHoàn thành\tsẽ ban hành trước 28/5\n"
)


# rule: a plan that breaks it, the task or None, the correction
BROKEN: dict[str, tuple[str, str, str]] = {
    "person.missing": (table(row(lead="")), "1.I.1", ""),
    "person.generic": (table(row(lead="Các cơ quan, đơn vị có liên quan")), "1.I.1", ""),
    "work.vague": (
        table(row(title="Tăng cường hơn nữa công tác này trên địa bàn", product="")),
        "1.I.1",
        "",
    ),
    "work.no_verb": (table(row(title="Bộ phận Một cửa của xã", product="")), "1.I.1", ""),
    "time.missing": (table(row(time="")), "1.I.1", ""),
    "time.by_children": (table(row(time=""), row("1.1")), "1.I.1", ""),
    "time.unparsed": (table(row(time="hai ba dòng chữ")), "1.I.1", ""),
    "time.event": (table(row(time="Sau khi có hướng dẫn của tỉnh")), "1.I.1", ""),
    "time.no_end": (table(row(time="2026 và những năm tiếp theo")), "1.I.1", ""),
    "time.no_rhythm": (table(row(time="Thường xuyên")), "1.I.1", ""),
    "responsibility.shared": (table(row(lead="Phòng Kinh tế, Công an xã")), "1.I.1", ""),
    "product.missing": (table(row(product="")), "1.I.1", ""),
    "product.not_shown": (table(row(product="Sự đồng thuận")), "1.I.1", ""),
    "authority.unnamed": (table(row(product="Quyết định", title="Lập tổ công nghệ")), "1.I.1", ""),
    "basis.after_document": (edited("ngày 15/7/2021", "ngày 15/7/2026"), "", ""),
    "annex.other_number": (edited("số 21/KH-UBND ngày", "số 12/KH-UBND ngày"), "", "21/KH-UBND"),
    "annex.other_date": (edited("ngày 15/01/2026 của", "ngày 16/01/2026 của"), "", "15/01/2026"),
    "document.spacing": (edited("Số: 21/KH-UBND", "Số: 21 /KH-UBND"), "", "21/KH-UBND"),
    "name.two_spellings": (
        edited("2. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "2. Văn phòng HĐND&UBND"),
        "",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    ),
    "text.slip": (edited("đôn đốc việc", "đôn đốc việc, phân đấu"), "", "phấn đấu"),
    "number.missing": (table(row(), row("")), "1.I.#1", ""),
    "number.double": (table(row(), row(title="Kiểm tra việc công khai ngân sách")), "1.I.1#2", ""),
    "number.gap": (table(row(), row("3", title="Kiểm tra việc thu ngân sách")), "1.I.3", ""),
    "time.after_parent": (
        table(row(time="Quý II"), row("1.1", title="Lập tổ công nghệ số", time="Quý III")),
        "1.I.1.1",
        "",
    ),
    "time.inspection_order": (
        edited("Trước ngày 15/4/2026", "Quý III"),
        "1.I.3.2",
        "",
    ),
    "time.starts_after_end": (BACKWARDS, "1.I.1", ""),
    "time.outside_plan": (table(row(time="Quý II/2025")), "1.I.1", ""),
    "time.too_soon": (table(row(time="Trước ngày 20/01/2026")), "1.I.1", ""),
    "agency.no_duties": (
        edited(
            "khảo sát, báo cáo\tTrung tâm Phục vụ hành chính công", "khảo sát, báo cáo\tCông an xã"
        ),
        "",
        "",
    ),
    "agency.no_tasks": (edited("4. Phòng Kinh tế", "4. Công an xã"), "", ""),
    "duty.other_day": (
        edited(
            "4. Phòng Kinh tế",
            "4. Phòng Kinh tế\n- Giải ngân vốn đầu tư công đạt từ 95% kế hoạch vốn năm trước ngày"
            " 20/11/2026.",
        ),
        "1.IV.1",
        "",
    ),
    "task.duplicate": (
        table(
            row(title="Công khai thủ tục hành chính tại trụ sở và trên Cổng dịch vụ công"),
            row("2", title="Công khai TTHC tại trụ sở và trên cổng dịch vụ công"),
        ),
        "1.I.2",
        "",
    ),
    "target.contradiction": (
        table(row(title="Cấp 80% số hồ sơ trực tuyến; ít nhất 90% số hồ sơ trực tuyến")),
        "1.I.1",
        "",
    ),
    "target.differs": (
        edited(
            "- Tiếp nhận, số hóa và trả kết quả hồ sơ đúng hạn.",
            "- Tỷ lệ hồ sơ TTHC giải quyết đúng hạn đạt từ 98% trở lên.",
        ),
        "1.III.1",
        "",
    ),
    "indicator.no_target": (indicators("1\tSố hộ thoát nghèo\thộ\t100\tPhòng Kinh tế\t"), "", ""),
    "indicator.no_unit": (indicators("1\tSố hộ thoát nghèo\t\t100\tPhòng Kinh tế\t≥ 120"), "", ""),
    "indicator.no_owner": (
        indicators("1\tThu\ttỷ đồng\t9\tPhòng Kinh tế\t≥ 10", "2\tChi\ttỷ đồng\t9\t\t≤ 10"),
        "",
        "",
    ),
    "indicator.no_baseline": (
        indicators("1\tSố doanh nghiệp\tdoanh nghiệp\t\tPhòng Kinh tế\tTăng 5%"),
        "",
        "",
    ),
    "indicator.reached": (
        indicators("1\tTỷ lệ hồ sơ đúng hạn\t%\t97\tPhòng Kinh tế\t≥ 95"),
        "",
        "",
    ),
    "indicator.parts": (
        indicators(
            "1\tSố trường đạt chuẩn\ttrường\t\tPhòng Kinh tế\t5",
            "1.1\tTrường mầm non\ttrường\t\tPhòng Kinh tế\t3",
            "1.2\tTrường tiểu học\ttrường\t\tPhòng Kinh tế\t3",
        ),
        "",
        "",
    ),
    "indicator.no_task": (
        indicators(
            "1\tSố hộ thoát nghèo\thộ\t100\tPhòng Kinh tế\t≥ 120",
            "2\tSố hộ vay vốn\thộ\t10\tPhòng Kinh tế\t≥ 20",
        )
        + "\n\n"
        + table(row(title="Hỗ trợ để tăng số hộ thoát nghèo")),
        "",
        "",
    ),
    "task.no_indicator": (
        indicators("1\tSố hộ thoát nghèo\thộ\t100\tPhòng Kinh tế\t≥ 120")
        + "\n\n"
        + table(row(title="Hỗ trợ để tăng số hộ thoát nghèo"), row("2")),
        "1.I.2",
        "",
    ),
    "target.no_measure": (table(row(title="Hoàn thành vượt chỉ tiêu tỉnh giao")), "1.I.1", ""),
    "report.no_task": (edited("2\tBáo cáo định kỳ kết quả", "2\tTổng hợp kết quả"), "", ""),
    "report.missing_period": (edited("Định kỳ hằng quý", "Định kỳ hằng tháng, quý"), "", ""),
    "plan.no_year_end": (table(row()), "", ""),
    "basis.expired": (CLEAN, "", ""),
    "progress.totals": (
        "I. KẾT QUẢ\n\n1. Có 2/2 nhiệm vụ được giao đã hoàn thành đúng tiến độ.\n\n" + PROGRESS,
        "",
        "1",
    ),
    "progress.future_result": (PROGRESS, "1.2", ""),
}


@pytest.mark.parametrize("rule", [one.rule for one in sauro.check_rules()])
def test_each_rule_is_broken_by_its_example(rule: str) -> None:
    text, task, correction = BROKEN[rule]
    expired = {"76/NQ-CP": date(2026, 1, 1)} if rule == "basis.expired" else {}
    found = sauro.check(plan_of(text), expired=expired).of(rule)
    assert found, rule
    assert (found[0].task, found[0].correction) == (task, correction)
    assert "{" not in found[0].message + found[0].message_en
    if rule != "basis.expired":
        assert not sauro.check(sauro.read_plan(text=CLEAN)).of(rule)


@pytest.mark.parametrize(("row", "rules"), [
    ("1\tTỷ lệ hộ nghèo\t%\t2,5\tPhòng Kinh tế\t≤ 3", []),
    ("1\tTỷ lệ hộ nghèo\t%\t2,5\tPhòng Kinh tế\tdưới 3%", []),
    ("1\tTỷ lệ hộ nghèo\t%\t2,5\tPhòng Kinh tế\t3", ["indicator.reached"]),
    ("1\tTỷ lệ hộ nghèo\t%\t3,5\tPhòng Kinh tế\t≤ 3", []),
    ("1\tTỷ lệ hồ sơ đúng hạn\t%\t95\tPhòng Kinh tế\tDuy trì 95%", []),
    ("1\tChi ngân sách\ttỷ đồng\t9\tPhòng Kinh tế\t≤ 10", []),
    ("1\tThu ngân sách trên địa bàn\ttỷ đồng\t600\tPhòng Kinh tế\t≥ 525", []),
    ("1\tSố hộ\thộ\t5\tPhòng Kinh tế\tTăng 5% so với năm 2025", []),
    ("1\tSố hộ\thộ\t\tPhòng Kinh tế\tTăng 5% so với năm 2025", []),
    ("1\tXếp hạng chỉ số cải cách hành chính\t\t12\tPhòng Kinh tế\tNhóm 10", []),
    ("1\tXã đạt chuẩn nông thôn mới\t\t\tPhòng Kinh tế\tĐạt", []),
])  # fmt: skip
def test_indicators_are_looked_at_and_plain_ones_left_alone(row: str, rules: list[str]) -> None:
    found = sauro.check(sauro.read_plan(text=indicators(row)))
    assert [one.rule for one in found if one.rule.startswith("indicator")] == rules


def test_parts_of_averages_and_overlapping_parts_do_not_add() -> None:
    def found(name: str, unit: str, *parts: str) -> bool:
        rows = [f"1\t{name}\t{unit}\t\tPhòng Kinh tế\t80"]
        rows += [f"1.{at}\t{part}\t{unit}\t\tPhòng Kinh tế\t60" for at, part in enumerate(parts, 1)]
        return bool(sauro.check(sauro.read_plan(text=indicators(*rows))).of("indicator.parts"))

    assert not found("Thu nhập bình quân", "triệu đồng", "Thành thị", "Nông thôn")
    assert not found("Năng suất lúa", "tạ/ha", "Vụ một", "Vụ hai")
    assert not found("Số người", "người", "Nam", "Trong đó: trẻ em")
    assert found("Số người", "người", "Nam", "Nữ")


@pytest.mark.parametrize(("parts", "broken"), [
    (["3", "2"], False), (["3", "2", "1"], True), (["≥ 3", "≥ 3"], True), (["≤ 3", "≤ 3"], False),
    (["3", "Tăng 5% so với năm 2025"], False), (["1", "1"], False), (["6"], True),
])  # fmt: skip
@pytest.mark.parametrize("whole", ["5", "≤ 5", "≥ 5"])
def test_parts_may_not_be_more_than_the_whole(parts: list[str], broken: bool, whole: str) -> None:
    rows = [f"1\tSố trường đạt chuẩn\ttrường\t\tPhòng Kinh tế\t{whole}"]
    rows += [
        f"1.{at}\tTrường {at}\ttrường\t\tPhòng Kinh tế\t{part}" for at, part in enumerate(parts, 1)
    ]
    found = sauro.check(sauro.read_plan(text=indicators(*rows))).of("indicator.parts")
    assert bool(found) == (broken and whole != "≥ 5")


def test_the_clean_plan_has_no_finding() -> None:
    findings = sauro.check(sauro.read_plan(text=CLEAN))
    assert list(findings) == []
    assert findings.points == 100


def test_every_rule_is_documented_with_its_severity() -> None:
    page = (ROOT / "docs/reference/findings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\| `([\w.]+)` \| (\w+) \|", page))
    assert rows == {one.rule: one.severity for one in sauro.check_rules()}


def test_rules_can_be_switched_off_and_graded_anew() -> None:
    plan = sauro.read_plan(text=table(row(lead="", product="")))
    findings = sauro.check(plan, rules={"person.missing": "off", "product.missing": "note"})
    assert not findings.of("person")
    assert [one.severity for one in findings.of("product")] == ["note"]


def test_unknown_rules_and_severities_are_refused_with_what_there_is() -> None:
    plan = sauro.read_plan(text=table(row()))
    with refused(sauro.NotFoundError, match=r"there are time.missing, time.by_children"):
        sauro.check(plan, rules={"time.mising": "off"})
    with refused(sauro.ValidationError, match=r"expected off, note, warning or error") as e:
        sauro.check(plan, rules={"time.missing": "fatal"})
    assert e.value.code == 260


def test_own_rules_stand_among_the_others_in_the_order_of_the_tasks() -> None:
    def no_police(plan: sauro.Plan) -> list[sauro.Finding]:
        return [
            sauro.Finding("own.police", task=task.id, message="không", span=task.span)
            for task in plan.tasks
            if "cong-an" in task.coordinators
        ]

    plan = sauro.read_plan(text=table(row(), row("2", time="")))
    findings = sauro.check(plan, more=[no_police])
    assert [one.task for one in findings.of("own")] == ["1.I.1", "1.I.2"]
    order = [one.task for one in findings if one.task]
    assert order == sorted(order)


def test_a_timeframe_that_runs_backwards_says_why_it_is_not_read() -> None:
    findings = sauro.check(sauro.read_plan(text=table(row(time="01/9/2026 - 01/6/2026"))))
    assert "2026-09-01..2026-06-01" in findings.of("time.unparsed")[0].message


def test_a_rule_that_gives_something_else_is_refused() -> None:
    plan = sauro.read_plan(text=table(row()))
    with pytest.raises(TypeError, match=r"a rule gave str; expected sauro\.Finding"):
        sauro.check(plan, more=[lambda plan: ["x"]])  # type: ignore[list-item]


def test_a_lead_that_the_plan_does_not_list_is_named() -> None:
    data = json.loads(sauro.read_plan(text=table(row())).to_json())
    data["tasks"][0]["leads"] = ["nobody"]
    with refused(sauro.ValidationError, match="/tasks/0/leads/0: no agency nobody"):
        sauro.Plan.from_json(json.dumps(data))


def test_clarity_has_a_row_a_task_and_leaves_out_what_does_not_apply() -> None:
    plan = sauro.read_plan(text=table(row(product="Biên bản"), row("2", lead="", time="")))
    clarity = sauro.check(plan).clarity
    assert clarity.columns == ["task", *sauro.check(plan).clears, "points"]
    assert list(clarity["task"]) == ["1.I.1", "1.I.2"]
    assert clarity["person"].tolist() == [1, 0]
    assert clarity["time"].tolist() == [1, 0]
    assert str(clarity["authority"][0]) == "nan"  # minutes need nobody's decision
    assert clarity["points"].tolist() == [100, 60]  # person and time fail of five that apply


def test_findings_are_text_html_and_json() -> None:
    findings = sauro.check(sauro.read_plan(text=table(row(lead="<b>", time=""))))
    data = json.loads(findings.to_json())
    assert data["schema"] == "sauro/findings/1"
    assert {one["rule"] for one in data["findings"]} == set(findings.by_rule)
    assert all(value == value for line in data["clarity"] for value in line.values())
    assert "không ghi thời gian" in findings.to_text()
    assert "<b>" not in findings._repr_html_()
    assert findings.count("error") == sum(one.severity == "error" for one in findings)


def test_expired_documents_are_found_in_other_spellings_but_not_in_longer_numbers() -> None:
    plan = sauro.read_plan(
        text=table(row(title="Thực hiện Thông tư 5 /2020/TT-BNV và Thông tư 15/2020/TT-BNV"))
    )
    assert len(sauro.check(plan, expired=["5/2020/TT-BNV"]).of("basis.expired")) == 1
    other = sauro.read_plan(text=table(row(title="Thực hiện Thông tư 15/2020/TT-BNV của Bộ")))
    assert not sauro.check(other, expired=["5/2020/TT-BNV"]).of("basis.expired")


WORDS = st.sampled_from(
    ["công", "khai", "thủ", "tục", "hành", "hồ", "sơ", "ngân", "sách", "kiểm", "tra", "dữ", "liệu"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=6, max_size=9), min_size=2, max_size=12))
def test_near_duplicates_are_those_that_comparing_all_pairs_finds(titles: list[list[str]]) -> None:
    rows = [row(str(i + 1), title=" ".join(words)) for i, words in enumerate(titles)]
    plan = sauro.read_plan(text=table(*rows))
    found = {one.task: one.message.split()[-1] for one in sauro.check(plan).of("task.duplicate")}

    def parts(words: list[str]) -> set[str]:
        return set(words) | {f"{a} {b}" for a, b in pairwise(words)}

    kept: list[int] = []
    expected = {}
    for i, words in enumerate(titles):
        own = parts(words)
        like = [
            k for k in kept if 5 * len(own & parts(titles[k])) >= 4 * len(own | parts(titles[k]))
        ]
        if like:
            expected[f"1.I.{i + 1}"] = f"1.I.{like[0] + 1}"
        else:
            kept.append(i)
    assert found == expected


@pytest.mark.parametrize("rules", [{}, {"task.duplicate": "off"}])
@given(share=st.floats().filter(lambda share: not 0.1 <= share <= 1))
def test_a_share_of_words_that_is_none_is_refused(rules: Any, share: float) -> None:
    with refused(sauro.ValidationError, match=r"least_alike: .* between 0\.1 and 1") as caught:
        sauro.check(
            sauro.Plan.from_json('{"schema": "sauro/plan/1"}'), rules=rules, least_alike=share
        )
    assert caught.value.code == 260


def test_the_real_plan_has_what_was_found_by_hand() -> None:
    path = ROOT.parent / "shared/plans/vinh-phong-78-kh-ubnd.txt"
    if not path.exists():
        pytest.skip("the real plan lies outside the repository")
    plan = sauro.read_plan(path)
    findings = sauro.check(plan, expired={"05/2015/TTLT-BTP-BCA-BYT": None})
    counts = findings.by_rule
    undated = counts["time.missing"] + counts["time.by_children"]
    assert undated == sum(not task.timeframe.text for task in plan.tasks) == 35
    assert [one.correction for one in findings.of("annex.other_number")] == ["78/KH-UBND"]
    assert "112/KH-UBND ngày 31/12/2026" in findings.of("basis.after_document")[0].message
    assert [one.task for one in findings.of("basis.expired")] == ["2.VI.8"]
    spaced = {one.correction for one in findings.of("document.spacing")}
    assert spaced == {"78/KH-UBND", "48/KH-UBND", "20/3/2026"}
    slips = {one.correction for one in findings.of("text.slip")}
    assert {"Vĩnh Phong", "phấn đấu"} <= slips
    spellings = " ".join(one.message for one in findings.of("name.two_spellings"))
    assert "Phòng Văn hóa – Xã hội" in spellings and "HĐND&UBND" in spellings
    assert findings.of("plan.no_year_end")
    assert len(findings.of("person.generic")) == 8
    assert "2.V.3" in {one.task for one in findings.of("task.duplicate")}


PRODUCTS = [
    *("Luật Đất đai (sửa đổi)", "Nghị định của Chính phủ", "Thông tư liên tịch", "Pháp lệnh"),
    *("Nghị quyết của HĐND xã", "Dự thảo Luật", "Tiêu chuẩn quốc gia", "Quy chuẩn kỹ thuật"),
    *(
        "Nền tảng họp trực tuyến",
        "Ứng dụng di động",
        "Kho dữ liệu dùng chung",
        "Bộ tiêu chí của xã",
    ),
    *(
        "Chiến lược của UBND xã",
        "Quy hoạch của UBND xã",
        "Trợ lý ảo",
        "Bản đồ số",
        "Chatbot của xã",
    ),
]


@pytest.mark.parametrize("product", PRODUCTS)
def test_what_is_issued_or_built_is_a_product(product: str) -> None:
    findings = sauro.check(sauro.read_plan(text=table(row(product=product))))
    assert not findings.of("product.not_shown")
