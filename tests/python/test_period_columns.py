"""Columns of quarters or months beside a column of times: neither takes anything from the other."""

from __future__ import annotations

from itertools import permutations

import pytest
import sauro
from hypothesis import given
from hypothesis import strategies as st

TIMES = {"Hạn": "30/6/2026", "Thời gian hoàn thành": "Tháng 5/2026", "Số ngày dự kiến": "20"}
PERIODS = [("Quý I", "Quý II"), ("Tháng 3", "Tháng 4"), ("Q1", "Q2")]
CELLS = ["", "x", "●", "Dự thảo", "Trình ký lần 2"]


def plan_of(columns: list[str], cells: dict[str, str]) -> sauro.Plan:
    rows = [columns, [cells.get(column, "") for column in columns]]
    return sauro.read_plan(text="\n".join(",".join(row) for row in rows), format="csv")


def test_a_mark_says_when_where_the_cell_of_times_is_empty() -> None:
    for time in TIMES:
        for columns in permutations(["Nhiệm vụ", "Quý I", "Quý II", time]):
            plan = plan_of(list(columns), {"Nhiệm vụ": "Rà soát thủ tục", "Quý II": "x"})
            assert plan.tasks[0].timeframe.text == "Quý II", columns
            assert plan.coverage.lost == 0


def test_a_time_of_its_own_wins_and_the_marks_stay() -> None:
    for columns in permutations(["Nhiệm vụ", "Quý I", "Quý II", "Hạn"]):
        cells = {"Nhiệm vụ": "Rà soát thủ tục", "Quý I": "x", "Quý II": "Trình", "Hạn": "30/6/2026"}
        task = plan_of(list(columns), cells).tasks[0]
        assert task.timeframe.text == "30/6/2026", columns
        assert dict(task.extra) == {"Quý I": "x", "Quý II": "Trình"}


@given(
    st.sampled_from(PERIODS),
    st.sampled_from(sorted(TIMES)),
    st.sampled_from(CELLS),
    st.sampled_from(CELLS),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_no_cell_is_lost(
    periods: tuple[str, str], time: str, first: str, second: str, timed: bool, random: object
) -> None:
    columns = ["STT", "Nhiệm vụ", *periods, time]
    random.shuffle(columns)  # type: ignore[attr-defined]
    cells = {"STT": "1", "Nhiệm vụ": "Rà soát thủ tục", periods[0]: first, periods[1]: second}
    plan = plan_of(columns, cells | ({time: TIMES[time]} if timed else {}))
    assert plan.coverage.lost == 0
    assert sauro.Plan.from_json(plan.to_json()) == plan
    told = plan.to_json()
    for cell in (first, second):
        assert len(cell) < 2 or cell in told


CONTROLS = ["\x7f", "\ufffe", "\u0085"]


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize(
    "text",
    [
        "1K KẾ HOẠCH năm của xã ta\n- T;Nhiệm v{};Chủ trì;Thời, một: I\n",
        "KẾ HOẠCH\nNăm 2026\n1. Rà{} soát.\n- Đơn vị chủ trì: Công{} an xã\n",
        "| TT | Nhiệm vụ | Hạn |\n|---|---|---|\n| 1 | Rà{} soát | 4620{}3 |\n",
        "---\nso_ky_hieu: 1{}2/KH-UBND\n---\nKẾ HOẠCH\n1. Rà soát\n",
        "STT,Nhiệm{} vụ,Quý I,Quý II\n1,Rà soát,x{},\n",
    ],
)
def test_controls_anywhere_come_back_from_json(text: str, control: str) -> None:
    plan = sauro.read_plan(text=text.replace("{}", control))
    assert sauro.Plan.from_json(plan.to_json()) == plan
    assert control not in plan.to_json()
