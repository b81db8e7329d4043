"""A plan that names no year is scheduled as far as its tasks have years of their own."""

from datetime import date

import pytest
import sauro

TIMES = {  # of a plan without a year: what each is due
    "trước 30/6/2026": [date(2026, 6, 30)],
    "Quý III/2027": [date(2027, 9, 30)],
    "giai đoạn 2026-2028": [date(2026, 12, 31), date(2027, 12, 31), date(2028, 12, 31)],
    "Quý I": [],
    "thường xuyên": [],
    "hằng quý": [],
    "15/9": [],
    "Tháng 5, tháng 9": [],
    "": [],
}


def yearless(times: list[str]) -> sauro.Plan:
    rows = [f"{i}\tNhiệm vụ {i}\tPhòng Kinh tế\t{one}" for i, one in enumerate(times, start=1)]
    return sauro.read_plan(text="TT\tNhiệm vụ\tChủ trì\tThời gian\n" + "\n".join(rows))


@pytest.mark.parametrize("at_year_end", [False, True])
def test_without_a_year_what_has_its_own_is_scheduled(at_year_end: bool) -> None:
    made = sauro.schedule(yearless(list(TIMES)), undated_at_year_end=at_year_end)
    found: dict[str, list[date]] = {task.id: [] for task in made.tasks}
    for one in made.occurrences:
        if one.due:
            found[one.task].append(one.due)
        else:
            assert one.kind == "undated"
            assert one.reading.startswith("kế hoạch không ghi")
    assert list(found.values()) == list(TIMES.values())
    assert made.year == 2026
    assert sauro.Schedule.from_json(made.to_json()) == made


def test_where_nothing_has_a_year_it_has_to_be_given() -> None:
    plan = yearless(["Quý I", "thường xuyên"])
    with pytest.raises(sauro.ValidationError) as wrong:
        sauro.schedule(plan)
    assert wrong.value.code == 260
    assert sauro.schedule(plan, year=2026).occurrences[0].due == date(2026, 3, 31)
