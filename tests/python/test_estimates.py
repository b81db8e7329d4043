"""What a year of a flow will bring: against a plain reckoning, and by hand."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest
import sauro
from hypothesis import given, settings
from hypothesis import strategies as st
from test_monitor import AMOUNTS, WORKING, Row, cumulated, indicator, month, months, seen

EVEN = [10.0] * 12


def year_end(year: int) -> date:
    return date(year, 12, 31)


@given(
    st.lists(AMOUNTS, min_size=1, max_size=12),
    st.lists(st.lists(AMOUNTS, min_size=12, max_size=12), max_size=4),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_a_year_goes_on_as_the_years_before_it_did(
    now: list[float], before: list[list[float]], as_sums: bool
) -> None:
    shape = cumulated if as_sums else months
    rows = [row for back, values in enumerate(before) for row in shape(2025 - back, list(values))]
    got = seen(indicator("≥ 500"), rows + shape(2026, list(now)), "2026-12-31")
    done, last = sum(now), len(now)
    if not 3 <= last < 12:
        assert got.estimate is None and got.estimate_way is None and got.estimate_low is None
        return
    by_year = [done * sum(values) / sum(values[:last]) for values in before]
    if before:
        assert got.estimate == pytest.approx(by_year[0]) and got.estimate_way == "last_year"
    else:
        first, end = year_end(2025), month(2026, last)[1]
        share = WORKING.count(first, end) / WORKING.count(first, year_end(2026))
        assert got.estimate == pytest.approx(done / share) and got.estimate_way == "working_days"
    if len(before) >= 3:
        assert got.estimate_low == pytest.approx(min(by_year[:3]))
        assert got.estimate_high == pytest.approx(max(by_year[:3]))
    else:
        assert got.estimate_low is None and got.estimate_high is None


def test_nothing_is_estimated_of_a_sum_with_a_hole() -> None:
    holed = [row for row in months(2026, [10] * 6) if row[0].month != 4]
    assert seen(indicator("≥ 100"), holed, "2026-06-30").estimate is None
    rows = months(2025, [10.0] * 11) + months(2026, [10] * 6)  # last year isn't whole
    assert seen(indicator("≥ 100"), rows, "2026-06-30").estimate_way == "working_days"


@pytest.mark.parametrize("measure", ["level", "ratio", "rank"])
def test_only_flows_are_estimated(measure: str) -> None:
    rows: list[Row] = months(2025, EVEN) + months(2026, [12] * 6)
    got = seen(indicator("≥ 100", unit="", measure=measure), rows, "2026-06-30")
    assert got.estimate is None and got.estimate_way is None


def test_own_profiles_go_before_last_year() -> None:
    profile = [1.0] * 9 + [5, 5, 11]  # three tenths by the end of September
    rows = months(2025, EVEN) + months(2026, [20.0] * 9)
    got = seen(indicator("≥ 500"), rows, "2026-09-30", profiles={"1": profile})
    assert (got.way, got.expected) == ("profile", 150)
    assert (got.estimate, got.estimate_way) == (600, "profile")
    half = [(date(2026, 1, 1), date(2026, 6, 15), 54.5, "period")]
    got = seen(indicator("≥ 500"), half, "2026-06-30", profiles={"1": profile})
    assert got.estimate == pytest.approx(54.5 / 5.5 * 30)


def test_profiles_do_not_depend_on_their_unit() -> None:
    rng = random.Random(3)
    for _ in range(30):
        profile = [rng.randint(0, 9) + 0.5 for _ in range(12)]
        rows = months(2026, [rng.randint(1, 9) for _ in range(rng.randint(3, 11))])
        one, many = (
            seen(indicator("≥ 99"), rows, "2026-12-31", profiles={"1": [n * k for n in profile]})
            for k in (1, 1000)
        )
        assert one.estimate == pytest.approx(many.estimate)
        assert one.expected == pytest.approx(many.expected)
        done = list(itertools.accumulate(profile))[len(rows) - 1]
        assert one.estimate == pytest.approx(sum(row[2] for row in rows) * sum(profile) / done)


@pytest.mark.parametrize(
    "profile", [[1] * 11, [1] * 13, [], [0] * 12, [1] * 11 + [-1], [1] * 11 + [float("nan")]]
)
def test_profiles_are_twelve_shares(profile: list[float]) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        seen(indicator("≥ 1"), months(2026, [1]), "2026-01-31", profiles={"1": profile})
    assert caught.value.code == 260 and "profiles: 1" in str(caught.value)


def test_places_together_are_estimated_by_what_they_had_together() -> None:
    def of(place: str, year: int, values: list[float]) -> list[tuple[str, str, float]]:
        return [(place, f"T{at}/{year}", value) for at, value in enumerate(values, 1)]

    early, late = [10.0] * 6 + [0.0] * 6, [0.0] * 6 + [10.0] * 6
    rows = of("A", 2025, early) + of("B", 2025, late)
    rows += of("A", 2026, [12.0] * 6) + of("B", 2026, [0.0] * 6)
    log = sauro.IndicatorLog(
        ["1"] * len(rows), [r[1] for r in rows], [r[2] for r in rows], place=[r[0] for r in rows]
    )
    found = sauro.monitor([indicator()], log, "2026-06-30", parents={"A": "X", "B": "X"})
    together = found.standings[2]
    assert (together.place, together.estimate, together.estimate_way) == ("X", 144, "last_year")
    assert found.standings[1].estimate is None  # B never brings anything in the first half


def test_a_sentence_says_by_what_a_year_is_estimated() -> None:
    def said(rows: list[Row], **more: dict[str, list[float]]) -> str:
        one = indicator("≥ 120")
        log = sauro.IndicatorLog(
            ["1"] * len(rows), first=[r[0] for r in rows], last=[r[1] for r in rows],
            value=[r[2] for r in rows],
        )  # fmt: skip
        return "".join(sauro.monitor([one], log, "2026-09-30", **more).estimates)

    now = months(2026, [11.0] * 9)
    assert said(months(2025, EVEN) + now) == (
        "Thu ngân sách cả năm 2026 ước 132 tỷ đồng, bằng 110 % mục tiêu 2026,"
        " nếu các tháng còn lại theo tỷ trọng năm trước."
    )
    assert said(now).endswith(", nếu mỗi ngày làm việc như nhau.")
    assert said(now, profiles={"1": EVEN}).endswith(", nếu các tháng còn lại theo tỷ trọng đã cho.")
    years = [row for back in range(3) for row in months(2025 - back, [10.0] * 11 + [10 + 2 * back])]
    assert "ước 132 tỷ đồng (từ 132 đến 136,4 theo ba năm trước), bằng" in said(years + now)
    assert said(now[:2]) == ""


@pytest.mark.parametrize("option", [
    {"profiles": {"zz": EVEN}}, {"bounds": {"zz": (0, 1)}}, {"measures": {"zz": "flow"}},
    {"directions": {"zz": "lower"}},
])  # fmt: skip
def test_what_is_said_of_no_indicator_is_refused(option: dict[str, dict[str, object]]) -> None:
    with pytest.raises(sauro.ValidationError, match="zz") as caught:
        seen(indicator("≥ 1"), months(2026, [1]), "2026-01-31", **option)
    assert caught.value.code == 260 and next(iter(option)) in str(caught.value)
