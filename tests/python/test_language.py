"""Timeframes and targets: golden forms, what must not matter, and no guess for any text."""

from __future__ import annotations

import csv
from datetime import date

import pytest
import sauro
from conftest import PLANS, ROOT
from hypothesis import given
from hypothesis import strategies as st

KINDS = {
    "unstated", "continuous", "window", "periodic", "occasions",
    "roadmap", "open_ended", "event", "unparsed",
}  # fmt: skip
WORDS = """
quý I II 2 tháng 6 năm 2026 2030 / - , và trước ngày 15 hằng thường xuyên đến hết giai đoạn
sau khi có từ 31 cuối đầu định kỳ lần theo giờ 17
""".split()  # noqa: SIM905
CONTEXT = {"year": 2026, "issued": date(2026, 3, 20)}


def golden(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests/data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_golden_timeframes_mean_in_python_what_they_mean_in_cpp() -> None:
    for row in golden("timeframes.tsv"):
        timeframe = sauro.parse_timeframe(row["text"], **CONTEXT)
        assert timeframe.kind == row["kind"], row
        assert str(timeframe.due or "") == row["due"], row
        assert str(timeframe.start or "") == row["start"], row


def test_the_golden_targets_mean_in_python_what_they_mean_in_cpp() -> None:
    for row in golden("targets.tsv"):
        target = sauro.parse_target(row["text"])[int(row["index"])]
        assert (target.kind, target.comparison or "", target.unit) == (
            row["kind"], row["comparison"], row["unit"],
        )  # fmt: skip


@given(st.text(max_size=60))
def test_any_text_has_a_kind_and_keeps_its_words(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    timeframe = sauro.parse_timeframe(text, **CONTEXT)
    assert timeframe.kind in KINDS
    assert sauro.parse_target(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_order_of_known_words_is_read_or_left_and_never_contradicts_itself(
    words: list[str],
) -> None:
    timeframe = sauro.parse_timeframe(" ".join(words), **CONTEXT)
    if timeframe.start and timeframe.due:
        assert timeframe.start <= timeframe.due
    dues = [occurrence.due for occurrence in timeframe.occurrences]
    assert dues == sorted(set(dues))
    if timeframe.kind == "unparsed":
        assert timeframe.due is None and not dues


@given(st.integers(1, 12), st.integers(2000, 2099))
def test_months_are_read_back_however_they_are_written(month: int, year: int) -> None:
    forms = [
        f"Tháng {month}/{year}", f"{month:02}/{year}", f"tháng {month:02} năm {year}",
        f"T{month}/{year}", f"trong tháng {month} năm {year}", f"THÁNG {month} - {year}",
    ]  # fmt: skip
    dues = {sauro.parse_timeframe(form).due for form in forms}
    assert len(dues) == 1 and (due := dues.pop()) is not None
    assert (due.year, due.month) == (year, month)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_days_are_read_back_however_they_are_written(day: date) -> None:
    forms = [
        f"{day:%d/%m/%Y}", f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"chậm nhất là ngày {day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}",
    ]  # fmt: skip
    assert {sauro.parse_timeframe(form).due for form in forms} == {day}


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_numbers_are_read_as_officials_write_them(whole: int, hundredths: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{hundredths:02}"
    target = sauro.parse_target(f"≥ {text}%")[0]
    assert target.value == pytest.approx(whole + hundredths / 100)
    assert (target.comparison, target.unit) == (">=", "%")


def test_the_year_of_a_plan_comes_from_its_title_or_its_date() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\nSố: 5/KH-UBND\nAn Lộc, ngày {date}\nKẾ HOẠCH\n"
        "Cải cách hành chính{year}\n"
    )
    rows = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp dân\tPhòng Kinh tế\tQuý I\n"

    def due(issued: str, year: str) -> date | None:
        plan = sauro.read_plan(text=head.format(date=issued, year=year) + rows)
        return plan.tasks[0].timeframe.due

    assert due("20 tháng 3 năm 2026", "") == date(2026, 3, 31)
    assert due("28 tháng 12 năm 2025", " năm 2026") == date(2026, 3, 31)


@pytest.mark.skipif(not PLANS.exists(), reason="the real plan lies outside the repository")
def test_the_real_plan_is_read_whole() -> None:
    plan = sauro.read_plan(next(PLANS.glob("*.txt")))
    kinds = [task.timeframe.kind for task in plan.tasks]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "unstated": 35,
        "continuous": 34,
        "window": 11,
        "roadmap": 2,
        "occasions": 1,
    }
    four = next(task for task in plan.tasks if task.timeframe.kind == "occasions").timeframe
    assert [o.label for o in four.occurrences] == [
        "Quý I/2026", "6 tháng đầu năm 2026", "Quý III/2026", "Năm 2026",
    ]  # fmt: skip
    found = {target.text for task in plan.tasks for target in task.targets}
    assert {
        "ít nhất 03 cuộc/năm", "đạt từ 95% trở lên", "đạt điểm từ tốt trở lên",
        "phấn đấu đạt 100%", "cao hơn năm 2025", "từ 70% đến dưới 100%",
    } <= found  # fmt: skip


def test_what_is_not_understood_is_said_to_people() -> None:
    rows = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp dân\tPhòng Kinh tế\tkhi nào tiện\n"
    plan = sauro.read_plan(text=rows.replace("khi nào tiện", "mùa mưa"))
    assert plan.tasks[0].timeframe.kind == "unparsed"
    assert "chưa hiểu thời gian: 1.1 “mùa mưa”" in sauro.summary(plan)
    assert "chưa hiểu" in sauro.report(plan)
    dated = sauro.read_plan(text=rows.replace("khi nào tiện", "Quý I/2026"))
    assert "hạn 31/03/2026" in sauro.report(dated)
