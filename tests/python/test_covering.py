"""What of a higher plan may have an answer: how well it is told, and that it is never certain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st
from sauro.command._main import main
from sauro.comparing._cover import LIKELY, UNCLEAR, answering, subjects_of
from task_pairs import ANSWERED, HELD_OUT_ANSWERED, HELD_OUT_UNANSWERED, UNANSWERED
from test_comparing import plan_of, row
from test_cost import MOST_GROWTH, growth, steps_of

Pairs = list[tuple[str, str]]


def measured(answered: Pairs, unanswered: Pairs, least: float) -> tuple[float, float]:
    """Precision and recall where what is at least so strong is said to be an answer."""
    pairs = answered + unanswered
    texts = subjects_of([a for a, _ in pairs], [b for _, b in pairs])
    said = [answering(texts, at, at) >= least for at in range(len(pairs))]
    right = sum(said[: len(answered)])
    return right / max(sum(said), 1), right / len(answered)


@pytest.mark.parametrize(
    ("answered", "unanswered", "least", "precision", "recall"),
    [
        (ANSWERED, UNANSWERED, LIKELY, 0.95, 0.9),
        (ANSWERED, UNANSWERED, UNCLEAR, 0.85, 1.0),
        (HELD_OUT_ANSWERED, HELD_OUT_UNANSWERED, LIKELY, 1.0, 0.25),
        (HELD_OUT_ANSWERED, HELD_OUT_UNANSWERED, UNCLEAR, 0.8, 0.5),
    ],
    ids=["settled, likely", "settled, unclear", "held out, likely", "held out, unclear"],
)
def test_answers_are_told_as_well_as_was_measured(
    answered: Pairs, unanswered: Pairs, least: float, precision: float, recall: float
) -> None:
    assert len(answered) == len(unanswered) >= 16
    found = measured(answered, unanswered, least)
    assert found[0] >= precision and found[1] >= recall, found


def test_the_right_answer_is_found_among_all_tasks_of_a_plan() -> None:
    higher = plan_of([row(a) for a, _ in ANSWERED])
    lower = plan_of([row(b) for _, b in ANSWERED] + [row(b) for _, b in UNANSWERED])
    found = [one for one in sauro.cover(higher, lower) if one.kind == "task"]
    right = sum(one.by == one.id for one in found)
    assert right >= 21, [(one.title, one.by_title) for one in found if one.by != one.id]


def test_a_plan_without_an_answer_has_none() -> None:
    higher = plan_of([row(a) for a, _ in UNANSWERED])
    lower = plan_of([row("Tổ chức giải bóng chuyền mừng xuân"), row("Sửa mái nhà kho lương thực")])
    found = sauro.cover(higher, lower)
    assert {one.answer for one in found} == {"none"} and all(not one.by for one in found)


def test_nothing_is_said_as_certain(sample: Path) -> None:
    plan = sauro.read_plan(sample)
    found = sauro.cover(plan, plan)
    assert len(found) == len(plan.tasks) + len(plan.duties) + len(plan.indicators)
    assert max(one.strength for one in found) <= 0.95
    assert {one.answer for one in found} <= {"likely", "unclear", "none"}
    assert "không chắc chắn" in found.to_text() and "không chắc chắn" in found.to_html()


def test_each_answer_has_its_evidence() -> None:
    found = sauro.cover(sauro.datasets.plan("phu-my"), sauro.datasets.plan("an-loc"))
    lower = sauro.datasets.plan("an-loc")
    ids = {one.id for items in (lower.tasks, lower.duties, lower.indicators) for one in items}
    for one in found:
        assert one.title and one.place
        assert (one.by in ids and one.by_title and one.by_place) or one.answer == "none"
        assert (one.strength >= 0.6) == (one.answer == "likely")


def test_all_kinds_are_held_against_all_kinds() -> None:
    higher = sauro.datasets.plan("an-loc")
    found = sauro.cover(higher, sauro.datasets.plan("phu-my"))
    assert {one.kind for one in found} == {"task", "duty", "indicator"}
    by = {(one.kind, one.by_kind) for one in found if one.by}
    assert any(kind != other for kind, other in by)


@pytest.mark.parametrize(
    ("asked", "given", "target"),
    [
        ("đạt từ 95% trở lên", "đạt từ 97% trở lên", "as_high"),
        ("đạt từ 95% trở lên", "đạt từ 90% trở lên", "lower"),
        ("đạt từ 95% trở lên", "", "unknown"),
        ("không quá 5%", "không quá 3%", "as_high"),
        ("không quá 5%", "không quá 8%", "lower"),
        ("", "đạt từ 90% trở lên", ""),
    ],
)
def test_a_target_that_is_too_low_is_said(asked: str, given: str, target: str) -> None:
    title = "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn"
    if "không quá" in asked + given:
        title = "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trễ hạn"
    higher = plan_of([row(f"{title} {asked}")])
    lower = plan_of([row(f"{title} {given}")])
    found = sauro.cover(higher, lower)
    assert [one.target for one in found] == [target]
    assert found.counts["lower_target"] == (target == "lower")
    if target == "lower":
        assert "Chỉ tiêu thấp hơn cấp trên giao: 1" in found.to_text()


def test_targets_of_indicators_are_held_against_those_of_their_year() -> None:
    plan = sauro.datasets.plan("an-loc")
    same = sauro.cover(plan, plan)
    aims = {one.target for one in same if one.kind == "indicator" and one.asked}
    assert aims == {"as_high"}
    one = plan.indicators[0]
    text = plan.to_json().replace(f'"{one.targets["2026"]}"', '"≥ 1"')
    found = sauro.cover(plan, sauro.Plan.from_json(text))
    assert next(each.target for each in found if each.id == one.id) == "lower"


def test_only_what_a_body_has_to_do_may_be_asked_for() -> None:
    higher = plan_of(
        [row("Rà soát hồ sơ hộ tịch", "Công an xã"), row("Giải ngân vốn", "Phòng Kinh tế")]
    )
    found = sauro.cover(higher, higher, agency="Phòng Kinh tế")
    assert [one.title for one in found] == ["Giải ngân vốn"]


@given(st.permutations(range(6)))
def test_the_order_of_the_lower_plan_changes_no_strength(order: list[int]) -> None:
    higher = plan_of([row(a) for a, _ in ANSWERED[:6]])
    rows = [row(b) for _, b in ANSWERED[:6]]
    plain = sauro.cover(higher, plan_of(rows))
    other = sauro.cover(higher, plan_of([rows[at] for at in order]))
    assert [(a.strength, a.by_title) for a in plain] == [(b.strength, b.by_title) for b in other]


def test_work_grows_with_the_number_of_tasks_not_with_its_square() -> None:
    def steps(count: int) -> int:
        rows = [row(f"{ANSWERED[at % 24][0]} tại ấp {at}") for at in range(count)]
        new = [row(f"{ANSWERED[at % 24][1]} đợt {at}") for at in range(count)]
        first, last = plan_of(rows), plan_of(new)
        return steps_of(lambda: sauro.cover(first, last))

    assert growth(steps(200), steps(1600)) < MOST_GROWTH


def test_the_command_says_and_writes_what_has_no_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    higher, lower = (str(EXAMPLES / f"ke-hoach-{name}.txt") for name in ("phu-my", "an-loc"))
    assert main(["cover", higher, lower]) == 0
    said = capsys.readouterr().out
    assert "Chưa thấy (" in said and "Có thể đã có (" in said and "dòng" in said
    assert main(["cover", higher, lower, "--fail-on", "none"]) == 3
    assert main(["cover", higher, higher, "--fail-on", "none", "--language", "en"]) == 0
    assert "may have an answer" in capsys.readouterr().out
    for ending in (".html", ".md", ".csv", ".json", ".xlsx"):
        path = tmp_path / f"doi-chieu{ending}"
        assert main(["cover", higher, lower, "-o", str(path)]) == 0 and path.stat().st_size > 100
        if ending in (".html", ".md"):
            assert "không chắc chắn" in path.read_text(encoding="utf-8")
    copy = tmp_path / "ke-hoach.txt"
    copy.write_bytes(Path(lower).read_bytes())
    assert main(["cover", higher, str(copy), "-o", str(copy)]) == 1


def test_answers_in_english_have_no_vietnamese_of_their_own() -> None:
    text = (
        "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tALPHA BETA\tX\tGAMMA\t30/4/2026\n"
    )
    plan = sauro.read_plan(text=f"So: 2/KH-UBND\n\n{text}2\tPHI PSI\tY\tMU\t\n", format="text")
    other = sauro.read_plan(text=f"So: 3/KH-UBND\n\n{text}", format="text")
    found = sauro.cover(plan, other)
    for page in (found.to_text(language="en"), found.to_html(language="en")):
        assert not re.findall(r"\S*[À-ỹ]\S*", page.replace("dòng", ""))
    assert found == sauro.cover(plan, other) and "Answers" in repr(found)
