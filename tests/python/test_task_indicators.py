"""Which indicators the tasks of a plan serve, by columns and by words."""

from __future__ import annotations

import sauro

NAMES = ["Tỷ lệ hồ sơ đúng hạn", "Tỷ lệ hộ nghèo", "Dân số"]


def plan_of(
    titles: list[str], task_cells: list[str] | None = None, indicator_cells: list[str] | None = None
) -> sauro.Plan:
    head = ["STT", "Chỉ tiêu", "ĐVT", "Năm 2026"]
    head += [] if indicator_cells is None else ["Nhiệm vụ thực hiện"]
    rows = [head]
    for at, name in enumerate(NAMES, 1):
        own = [] if indicator_cells is None else [indicator_cells[at - 1]]
        rows.append([str(at), name, "%", "≥ 5", *own])
    text = ["PHỤ LỤC 1", *("\t".join(row) for row in rows), "", "PHỤ LỤC 2"]
    head = ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"]
    head += [] if task_cells is None else ["Chỉ tiêu liên quan"]
    rows = [head]
    for at, title in enumerate(titles, 1):
        own = [] if task_cells is None else [task_cells[at - 1]]
        rows.append([str(at), title, "Văn phòng", "Quý II/2026", *own])
    text += ["\t".join(row) for row in rows]
    return sauro.read_plan(text="\n".join(text))


def links(plan: sauro.Plan) -> list[list[str]]:
    names = {one.id: one.name for one in plan.indicators}
    found = sauro.task_indicators(plan)
    assert found.keys() <= {one.id for one in plan.tasks}
    return [[names[id] for id in found.get(one.id, [])] for one in plan.tasks]


def rules(plan: sauro.Plan, rule: str) -> list[str]:
    return [one.message for one in sauro.check(plan) if one.rule == rule]


def test_names_in_the_text_of_a_task_link_it() -> None:
    plan = plan_of([
        "Nâng tỷ lệ hồ sơ đúng hạn của bộ phận một cửa",
        "Rà soát dân số trên địa bàn",  # two words are words of any text
        "Giảm Tỷ lệ hộ nghèo, nâng TỶ LỆ HỒ SƠ ĐÚNG HẠN",
    ])  # fmt: skip
    assert len(plan.tasks) == 3 and len(plan.indicators) == 3
    assert links(plan) == [[NAMES[0]], [], NAMES[:2]]


def test_a_column_of_tasks_names_indicators_by_number_or_name() -> None:
    plan = plan_of(["Việc A", "Việc B", "Việc C"], ["Chỉ tiêu số 1; 3", "Dân số", ""])
    assert links(plan) == [[NAMES[0], NAMES[2]], [NAMES[2]], []]
    assert rules(plan, "task.no_indicator") == ["nhiệm vụ không gắn với chỉ tiêu nào của kế hoạch"]
    assert rules(plan, "indicator.no_task") == [
        "chỉ tiêu “Tỷ lệ hộ nghèo” không có nhiệm vụ nào thực hiện"
    ]


def test_a_plan_that_pairs_nothing_is_not_told_of_it() -> None:
    plan = plan_of(["Tập huấn cán bộ", "Mua sắm thiết bị"])
    assert rules(plan, "task.no_indicator") == rules(plan, "indicator.no_task") == []


def test_a_plan_that_pairs_most_is_told_of_the_rest() -> None:
    plan = plan_of(["Nâng tỷ lệ hồ sơ đúng hạn", "Giảm tỷ lệ hộ nghèo", "Mua sắm thiết bị"])
    assert len(rules(plan, "indicator.no_task")) == len(rules(plan, "task.no_indicator")) == 1
