"""Units of measure and names of periods."""

from __future__ import annotations

import pytest
import sauro
from hypothesis import given
from hypothesis import strategies as st

ALIKE = [
    ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "Triệu Đồng", "tr.đồng"],
    ["ha", "nghìn ha", "km2", "m²"],
    ["kg", "tạ", "tấn", "nghìn tấn", "triệu tấn"],
    ["người/vạn dân", "người/1.000 dân", "người/nghìn dân", "người/dân"],
    ["tấn/ha", "tạ/ha", "kg/m2"],
    ["%", "‰", "phần trăm"],
    ["hộ", "nghìn hộ", "vạn hộ"],
]
PAIRS = [(a, b) for units in ALIKE for a in units for b in units]
OTHERS = [
    (ALIKE[i][0], ALIKE[j][0]) for i in range(len(ALIKE)) for j in range(len(ALIKE)) if i != j
]


@pytest.mark.parametrize(("value", "source", "target", "expected"), [
    (3, "tỷ đồng", "triệu đồng", 3000),
    (250, "ha", "km2", 2.5),
    (62, "tạ/ha", "tấn/ha", 6.2),
    (12, "người/vạn dân", "người/1000 dân", 1.2),
    (85, "%", "‰", 850),
    (1.5, "nghìn tấn", "tấn", 1500),
    (7, "hộ", "hộ", 7),
])  # fmt: skip
def test_values_are_converted(value: float, source: str, target: str, expected: float) -> None:
    assert sauro.convert_unit(value, source, target) == pytest.approx(expected, rel=1e-12)


@given(st.sampled_from(PAIRS), st.floats(-1e9, 1e9))
def test_values_come_back_as_they_were(units: tuple[str, str], value: float) -> None:
    there = sauro.convert_unit(value, *units)
    assert sauro.convert_unit(there, units[1], units[0]) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("source", "target"), [
    *OTHERS,
    ("%", "điểm %"),
    ("% GDP", "%"),
    ("tỷ đồng (giá so sánh 2010)", "tỷ đồng"),
    ("người", "người/vạn dân"),
    ("hộ", "người"),
])  # fmt: skip
def test_different_dimensions_are_refused(source: str, target: str) -> None:
    with pytest.raises(sauro.Error) as wrong:
        sauro.convert_unit(1, source, target)
    assert wrong.value.code == 208
    assert source in str(wrong.value)
    assert target in wrong.value.to_text("en")


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2026", "2026-01-01", "2026-12-31"),
    ("năm 2030", "2030-01-01", "2030-12-31"),
    ("đến năm 2030", "2030-01-01", "2030-12-31"),
    ("giai đoạn 2026-2030", "2026-01-01", "2030-12-31"),
    ("Quý I/2026", "2026-01-01", "2026-03-31"),
    ("2026-Q1", "2026-01-01", "2026-03-31"),
    ("T3/2026", "2026-03-01", "2026-03-31"),
    ("2026-03", "2026-03-01", "2026-03-31"),
    ("Tháng 2 năm 2024", "2024-02-01", "2024-02-29"),
    ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
    ("11 tháng năm 2026", "2026-01-01", "2026-11-30"),
    ("7 tháng/2026", "2026-01-01", "2026-07-31"),
])  # fmt: skip
def test_periods_are_read(text: str, first: str, last: str) -> None:
    assert sauro.parse_period(text) == sauro.Period(first, last)


@pytest.mark.parametrize("text", ["", "thường xuyên", "13 tháng năm 2026", "tháng", "Quý V/2026"])
def test_words_that_name_no_period_are_refused(text: str) -> None:
    with pytest.raises(sauro.Error) as wrong:
        sauro.parse_period(text)
    assert wrong.value.code == 204


def test_a_period_without_a_year_takes_the_one_that_is_given() -> None:
    assert sauro.parse_period("Tháng 3", 2026) == sauro.Period.month(2026, 3)
    assert sauro.parse_period("11 tháng", 2025).last.isoformat() == "2025-11-30"
    with pytest.raises(sauro.Error):
        sauro.parse_period("11 tháng")
