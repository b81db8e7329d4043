"""What changed between two plans: found by words, all of it and nothing else."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st
from sauro.command._main import main
from task_pairs import OTHERS, REWRITTEN
from test_cost import MOST_GROWTH, growth, steps_of

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN LỘC

Số: 21/KH-UBND

An Lộc, ngày 15 tháng 01 năm {year}

KẾ HOẠCH

Cải cách hành chính năm {year}

Phụ lục I

NHIỆM VỤ CỤ THỂ

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
"""
WORDS = """
rà soát công bố niêm yết thủ tục hồ sơ đất đai tư pháp y tế giáo dục ngân sách giải
tập huấn chức chữ ký số trực tuyến khảo sát hài lòng đối thoại thanh niên ấp khu phố
văn hóa thể thao nông thôn môi trường rác thải cấp nước chiếu sáng giao thông hộ tịch
""".split()  # noqa: SIM905
LEADS = ["Phòng Kinh tế", "Công an xã", "Phòng Văn hóa - Xã hội"]
TIMES = ["Quý I", "Quý II", "Tháng 9", "Trước ngày 15/4/2026"]
Row = tuple[str, str, str, str, str]


def plan_of(rows: list[Row], year: int = 2026) -> sauro.Plan:
    lines = ["\t".join([str(at), *row]) for at, row in enumerate(rows, start=1)]
    return sauro.read_plan(text=HEAD.format(year=year) + "\n".join(lines) + "\n", format="text")


def row(title: str, lead: str = LEADS[0], time: str = TIMES[0]) -> Row:
    return title, "Báo cáo", lead, "Văn phòng HĐND và UBND", time


def rows_by(seed: int, count: int) -> list[Row]:
    """Tasks of 8 to 14 words that have nothing in common but single words."""
    chosen = random.Random(seed)
    return [
        row(
            f"{chosen.choice(WORDS)} {' '.join(chosen.sample(WORDS, chosen.randint(8, 14)))}",
            chosen.choice(LEADS),
            chosen.choice(TIMES),
        )
        for _ in range(count)
    ]


def edited(rows: list[Row], at: int, **change: str) -> list[Row]:
    names = ("title", "product", "leads", "coordinators", "time")
    new = dict(zip(names, rows[at], strict=True)) | change
    return [*rows[:at], tuple(new[name] for name in names), *rows[at + 1 :]]  # type: ignore[list-item]


def told(found: sauro.Comparison) -> list[tuple[str, str, str, str]]:
    return [(one.change, one.field, one.old, one.new) for one in found]


def test_a_plan_and_itself_differ_in_nothing(sample: Path) -> None:
    plan = sauro.read_plan(sample)
    assert list(sauro.compare(plan, plan)) == []
    assert sauro.compare(plan, plan).counts["unsure"] == 0


@given(st.integers(0, 10**6), st.integers(1, 12))
def test_rows_in_another_order_were_only_moved(seed: int, count: int) -> None:
    rows = rows_by(seed, count)
    other = random.Random(seed).sample(rows, count)
    found = sauro.compare(plan_of(rows), plan_of(other))
    assert {one.change for one in found} <= {"moved"} and all(one.sure for one in found)
    moved = {(f"1.{rows.index(one) + 1}", f"1.{at}") for at, one in enumerate(other, start=1)}
    assert {(one.old, one.new) for one in found} == {(a, b) for a, b in moved if a != b}


@given(st.integers(0, 10**6), st.integers(2, 10), st.data())
def test_just_what_was_changed_is_found(seed: int, count: int, data: st.DataObject) -> None:
    rows = new = rows_by(seed, count)
    asked = st.dictionaries(st.integers(0, count - 1), st.sampled_from(["time", "leads", "title"]))
    changes = data.draw(asked)
    for at, field in changes.items():
        told = {"time": "Quý IV", "leads": "Trạm Y tế", "title": f"{rows[at][0]} mẫu"}
        new = edited(new, at, **{field: told[field]})
    found = sauro.compare(plan_of(rows), plan_of(new))
    assert {(one.old, one.field) for one in found} == {
        (f"1.{at + 1}", field) for at, field in changes.items()
    }
    assert all(one.change == "changed" and one.old == one.new for one in found)


@given(st.integers(0, 10**6), st.integers(3, 10), st.data())
def test_tasks_that_came_and_went_are_found_whatever_their_numbers(
    seed: int, count: int, data: st.DataObject
) -> None:
    rows = rows_by(seed, count)
    gone = data.draw(st.sets(st.integers(0, count - 1), max_size=2))
    place = data.draw(st.integers(0, count - len(gone)))
    new = [one for at, one in enumerate(rows) if at not in gone]
    new.insert(place, row("Mở chợ phiên nông sản an toàn dịp cuối tuần"))
    found = sauro.compare(plan_of(rows), plan_of(new))
    assert {one.old for one in found.of("dropped")} == {f"1.{at + 1}" for at in gone}
    assert [one.new for one in found.of("added")] == [f"1.{place + 1}"]
    assert {one.field for one in found if one.change not in ("added", "dropped")} <= {"number"}


def test_what_was_rewritten_is_matched_and_what_is_another_task_is_not() -> None:
    """One pair of the rewritten more or less shows here; so does another threshold."""
    rows = [row(a) for a, _ in REWRITTEN + OTHERS]
    new = [row(b) for _, b in REWRITTEN + OTHERS][::-1]
    found = sauro.compare(plan_of(rows), plan_of(new))
    count = len(rows)
    pairs = {(one.old, one.new) for one in found.of("changed", "title")}
    expected = {(f"1.{at + 1}", f"1.{count - at}") for at in range(len(REWRITTEN))}
    assert len(pairs & expected) >= 7 and not pairs - expected
    assert {one.old for one in found.of("dropped")} >= {
        f"1.{at + 1}" for at in range(len(REWRITTEN), count)
    }


def test_what_is_not_certain_says_so() -> None:
    old = plan_of([row("Tổ chức đối thoại giữa Chủ tịch UBND xã với người dân, doanh nghiệp")])
    new = plan_of([row("Tổ chức đối thoại của Chủ tịch với thanh niên, doanh nghiệp trẻ trên xã")])
    found = sauro.compare(old, new)
    assert [one.sure for one in found] == [False] and found.counts["unsure"] == 1
    assert 0.3 < (found[0].strength or 0) < 0.85
    assert "giống" in found.to_text() and "hưa chắc" in found.to_text()


def test_texts_that_differ_in_a_number_alone_may_be_two_tasks() -> None:
    old = plan_of([row("Tiến hành kiểm tra cải cách hành chính tại ấp số 4 của xã trong năm nay")])
    new = plan_of([row("Tiến hành kiểm tra cải cách hành chính tại ấp số 9 của xã trong năm nay")])
    found = sauro.compare(old, new)
    assert [(one.field, one.sure) for one in found] == [("title", False)]


@pytest.mark.parametrize("name", ["phu-my", "an-loc", "tan-hoa"])
def test_next_years_plan_has_the_same_tasks(name: str) -> None:
    text = sauro.datasets.plan(name).to_json()
    later = sauro.Plan.from_json(text.replace("2026", "2027").replace("2025", "2026"))
    found = sauro.compare(sauro.datasets.plan(name), later)
    assert found.years == 1 and list(found) == []


def test_years_of_documents_and_of_periods_may_stay() -> None:
    title = "Triển khai Đề án giai đoạn 2021 - 2030 theo Nghị quyết 76 năm 2021 trong năm {}"
    old = plan_of([row(title.format(2026), time="Tháng 6/2026")])
    new = plan_of([row(title.format(2027), time="Tháng 6/2027")], year=2027)
    assert list(sauro.compare(old, new)) == []
    late = plan_of([row(title.format(2027), time="Tháng 7/2027")], year=2027)
    assert told(sauro.compare(old, late)) == [("changed", "time", "1.1", "1.1")]


def test_other_words_for_one_time_agency_or_product_are_no_change() -> None:
    old = plan_of([("Họp dân", "Kế hoạch của Ủy ban nhân dân xã", "Phòng Kinh tế", "", "Quý I")])
    new = plan_of([("Họp dân", "Kế hoạch của UBND xã", "P. Kinh tế", "", "Quý 1 năm 2026")])
    assert list(sauro.compare(old, new)) == []


def test_each_field_that_changed_is_one_row() -> None:
    rows = [row("Họp dân ở các ấp", time="Quý I"), row("Rà soát hồ sơ hộ tịch, đất đai")]
    new = edited(rows, 0, product="Biên bản", leads="Công an xã", coordinators="", time="Quý II")
    found = sauro.compare(plan_of(rows), plan_of(new))
    assert [(one.field, one.before, one.after) for one in found] == [
        ("time", "Quý I", "Quý II"),
        ("leads", "Phòng Kinh tế", "Công an"),
        ("coordinators", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", ""),
        ("product", "Báo cáo", "Biên bản"),
    ]
    assert found.counts["changed"] == 1


def test_a_target_that_was_raised_is_a_target_and_no_new_text() -> None:
    title = "Giải quyết hồ sơ thủ tục hành chính đúng hạn đạt từ {}% trở lên"
    found = sauro.compare(plan_of([row(title.format(95))]), plan_of([row(title.format(97))]))
    assert [(one.change, one.field) for one in found] == [("changed", "targets")]
    assert "97" in found[0].after


def test_a_task_that_became_two_is_said_to_be_split_and_back_to_be_merged() -> None:
    others = rows_by(5, 4)
    whole = [row("Rà soát, công bố thủ tục hành chính và tập huấn nghiệp vụ cho cán bộ một cửa")]
    parts = [
        row("Rà soát, công bố thủ tục hành chính"),
        row("Tập huấn nghiệp vụ cho cán bộ một cửa"),
    ]
    one, two = plan_of(whole + others), plan_of(parts + others)
    split = sauro.compare(one, two).of("split")
    assert [(each.old, each.new, each.sure) for each in split] == [("1.1", "1.1; 1.2", False)]
    merged = sauro.compare(two, one).of("merged")
    assert [(each.old, each.new) for each in merged] == [("1.1; 1.2", "1.1")]
    for found in (sauro.compare(one, two), sauro.compare(two, one)):
        assert not found.of("added") and not found.of("dropped")


def test_a_task_that_stands_twice_is_matched_once() -> None:
    rows = [row("Rà soát hồ sơ hộ tịch, đất đai", "Công an xã"), *rows_by(3, 2)]
    found = sauro.compare(plan_of(rows), plan_of([*rows, rows[0]]))
    assert told(found) == [("added", "", "", "1.4")]
    assert (found[0].near, found[0].strength) == ("1.1", 1.0) and not found[0].sure


def test_of_tasks_with_the_same_words_the_same_lead_decides() -> None:
    rows = [row("Báo cáo định kỳ", lead) for lead in LEADS]
    found = sauro.compare(plan_of(rows), plan_of(rows[::-1]))
    assert {one.change for one in found} == {"moved"}
    assert {(one.old, one.new) for one in found} == {("1.1", "1.3"), ("1.3", "1.1")}


def test_duties_and_indicators_are_compared_too() -> None:
    plan = sauro.datasets.plan("an-loc")
    text = plan.to_json()
    old, new = "xin lỗi bằng văn bản khi trễ hạn", "xin lỗi bằng văn bản khi trễ hẹn trả"
    assert old in text
    found = sauro.compare(plan, sauro.Plan.from_json(text.replace(old, new)))
    assert {(one.kind, one.field) for one in found} == {("duty", "title")}
    indicator = plan.indicators[0]
    amount = indicator.targets["2026"]
    data = text.replace(f'"{amount}"', '"≥ 99,5"')
    found = sauro.compare(plan, sauro.Plan.from_json(data))
    assert ("indicator", "targets", indicator.id) in {(o.kind, o.field, o.old) for o in found}
    assert all(one.kind == "indicator" for one in found)


def test_an_area_that_came_first_moves_no_task() -> None:
    head, body = HEAD.format(year=2026).rsplit("\n", 2)[0], HEAD.splitlines()[-1]
    areas = "I\tTHỂ CHẾ\t\t\t\t\n1\tRà soát văn bản\tBáo cáo\tPhòng Kinh tế\t\tQuý I\n"
    new = "I\tTÀI CHÍNH\t\t\t\t\n1\tGiải ngân vốn\tBáo cáo\tPhòng Kinh tế\t\tQuý I\n"
    old_plan = sauro.read_plan(text=f"{head}\n{body}\n{areas}", format="text")
    renumbered = areas.replace("I\tTHỂ", "II\tTHỂ")
    new_plan = sauro.read_plan(text=f"{head}\n{body}\n{new}{renumbered}", format="text")
    found = sauro.compare(old_plan, new_plan)
    assert [(one.change, one.field) for one in found] == [("added", ""), ("moved", "number")]
    other = sauro.read_plan(
        text=f"{head}\n{body}\n{new}2\tRà soát văn bản\tBáo cáo\tPhòng Kinh tế\t\tQuý I\n"
        + renumbered.replace("Rà soát văn bản", "Theo dõi thi hành pháp luật"),
        format="text",
    )
    assert ("moved", "area") in {(o.change, o.field) for o in sauro.compare(old_plan, other)}


def test_work_grows_with_the_number_of_tasks_not_with_its_square() -> None:
    def steps(count: int) -> int:
        rows = rows_by(1, count)
        new = [row(f"{one[0]} bổ sung {at}") for at, one in enumerate(rows)][::-1]
        first, last = plan_of(rows), plan_of(new)
        return steps_of(lambda: sauro.compare(first, last))

    assert growth(steps(400), steps(3200)) < MOST_GROWTH


def test_the_command_says_and_writes_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = EXAMPLES / "ke-hoach-phu-my.txt"
    new = tmp_path / "moi.txt"
    text = old.read_text(encoding="utf-8").replace("Trước ngày 15/4/2026", "Trước ngày 20/5/2026")
    new.write_text(text, encoding="utf-8")
    assert main(["compare", str(old), str(new), "--fail-on", "change"]) == 3
    said = capsys.readouterr().out
    assert "Thay đổi (1)" in said
    assert "thời gian: Trước ngày 15/4/2026 → Trước ngày 20/5/2026" in said
    for ending in (".html", ".md", ".csv", ".json", ".xlsx"):
        path = tmp_path / f"thay-doi{ending}"
        assert main(["compare", str(old), str(new), "-o", str(path)]) == 0
        assert path.stat().st_size > 100
        if ending != ".xlsx":
            assert "20/5/2026" in path.read_text(encoding="utf-8-sig")
    assert main(["compare", str(old), str(old), "--fail-on", "change"]) == 0
    assert "không khác nhau" in capsys.readouterr().out
    assert main(["compare", str(old), str(new), "-o", str(new)]) == 1
    assert main(["compare", str(old), str(new), "-o", str(tmp_path / "a.docx")]) == 1
    assert new.read_text(encoding="utf-8") == text


def test_a_comparison_in_english_has_no_vietnamese_of_its_own() -> None:
    """The plans are of plain letters, so that every Vietnamese one is of the text itself."""
    head = "So: 2/KH-UBND\n\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    old, new = (
        sauro.read_plan(text=head + rows, format="text")
        for rows in (
            "1\tALPHA BETA GAMMA\tX\tLAMBDA\t30/4/2026\n2\tDELTA PHI\t\tMU\t\n",
            "1\tALPHA BETA GAMMA\tY\tLAMBDA\t30/5/2026\n2\tSIGMA OMEGA\t\tMU\t\n",
        )
    )
    found = sauro.compare(old, new)
    for text in (
        found.to_text(language="en"),
        found.to_markdown(language="en"),
        found.to_html(language="en"),
    ):
        assert not re.findall(r"\S*[À-ỹ]\S*", text.replace("dòng", "").replace("Phụ lục", ""))
    assert found == sauro.compare(old, new) and "Comparison" in repr(found)
    assert "<table" in found._repr_html_()
