"""Invented cases of a country: the same ones however they are cut, and shaped as an office's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.datasets import _synthetic, synthetic

CALENDAR = sauro.WorkingCalendar.vietnam()
YEAR = synthetic.cases(40_000, seed=1)


def read(paths: list[Path]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pa.concat_tables(map(pq.read_table, paths)).to_pylist()
    return rows


@settings(max_examples=15)
@given(
    rows=st.integers(0, 400),
    parts=st.integers(1, 9),
    seed=st.sampled_from([0, 1, 2**64 - 1]),
    communes=st.sampled_from([1, 98, 99, 3321]),
)
def test_cases_are_the_same_ones_in_any_number_of_parts(
    tmp_path_factory: pytest.TempPathFactory, rows: int, parts: int, seed: int, communes: int
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    paths = synthetic.write_cases(folder, rows, parts=parts, seed=seed, communes=communes)
    assert sorted(folder.iterdir()) == paths and len(paths) == parts
    assert read(paths) == synthetic.cases(rows, seed=seed, communes=communes).to_dicts()


def test_parts_may_end_within_a_block_of_rows(tmp_path: Path) -> None:
    rows = 600_000
    whole = synthetic.cases(rows, first="2026-01-01", last="2026-01-31")
    paths = synthetic.write_cases(tmp_path, rows, parts=3, first="2026-01-01", last="2026-01-31")
    joined = pa.concat_tables(map(pq.read_table, paths)).unify_dictionaries()
    assert joined.num_rows == rows and pq.read_metadata(paths[0]).num_rows == 200_000
    for name in whole.columns:
        assert joined[name].to_pylist() == pa.table(whole)[name].to_pylist(), name


def test_another_seed_gives_other_cases_and_other_offices_that_are_late() -> None:
    def rates(seed: int) -> list[float]:
        log = sauro.CaseLog.from_table(
            synthetic.cases(20_000, seed=seed, communes=600), received="Ngày nhận",
            limit_days="Thời hạn", finished="Ngày trả", agency="Tỉnh",
        )  # fmt: skip
        found: list[float] = log.roll_up(CALENDAR, "2025-12-31")["on_time_rate"].tolist()
        return found

    assert rates(1) == rates(1) != rates(2)
    assert max(rates(1)) - min(rates(1)) > 0.01


def test_days_of_a_case_are_in_their_order_and_codes_are_its_own() -> None:
    received, finished, promised = (YEAR[f"Ngày {what}"] for what in ("nhận", "trả", "hẹn trả"))
    assert (np.diff(received) >= np.timedelta64(0)).all()
    done = ~np.isnat(finished)
    assert (finished[done] >= received[done]).all()
    assert (finished[done] <= np.datetime64("2025-12-31")).all()
    lawful = CALENDAR.add(received, YEAR["Thời hạn"])
    assert (promised >= lawful).all() and 0 < (promised > lawful).mean() < 0.03
    assert len(set(YEAR["Mã hồ sơ"].tolist())) == len(YEAR)
    one = YEAR.to_dicts()[-1]
    assert one["Mã hồ sơ"][:10] == f"H{one['Tỉnh'][-2:]}-{one['Ngày nhận']:%y%m%d}"


def test_a_procedure_has_one_limit_and_a_commune_one_province() -> None:
    for name, of in (("Thời hạn", "Thủ tục"), ("Tỉnh", "Xã")):
        pairs = set(zip(YEAR[of].tolist(), YEAR[name].tolist(), strict=True))
        assert len(pairs) == len({first for first, _ in pairs})
    assert len(set(YEAR["Tỉnh"].tolist())) == 34
    assert len(set(_synthetic._names(_synthetic.facts(), 3321))) == 3321


def test_arrivals_follow_weekdays_days_off_and_tet() -> None:
    days, counts = np.unique(YEAR["Ngày nhận"], return_counts=True)
    by_day = dict(zip(days.tolist(), counts.tolist(), strict=True))
    working = CALENDAR.is_working(days)
    assert counts[~working].max() * 5 < np.median(counts[working])
    weekday = days.astype(int) % 7  # 1 Jan 1970 was a Thursday
    assert np.mean(counts[working & (weekday == 4)]) > 1.2 * np.mean(counts[weekday == 1])
    before = [by_day[date(2025, 1, day)] for day in (20, 21, 22)]
    after = [by_day[date(2025, 2, day)] for day in (10, 11, 12)]
    assert sum(after) > 1.4 * sum(before)


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"rows": -1}, "rows: expected a number from 0"),
        ({"rows": 10**11, "last": "2025-01-01"}, "cases a day"),
        ({"rows": 1, "seed": -1}, "seed: expected"),
        ({"rows": 1, "seed": 2**64}, "seed: expected"),
        ({"rows": 1, "communes": 3322}, "communes: expected a number from 1 to 3321, found 3322"),
        ({"rows": 1, "first": "2026-01-01"}, "2025-12-31 is before 2026-01-01"),
    ],
)
def test_numbers_and_days_that_cannot_be_are_refused(options: Any, match: str) -> None:
    with refused(sauro.ValidationError, match=match):
        synthetic.cases(**options)


def test_a_file_that_is_there_is_kept_and_a_run_that_fails_leaves_no_half(tmp_path: Path) -> None:
    (tmp_path / "ho-so-00002.parquet").write_bytes(b"old")
    with refused(sauro.Error, match=r"ho-so-00002\.parquet: is there already") as caught:
        synthetic.write_cases(tmp_path, 10, parts=3)
    assert caught.value.code == 110
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
    with refused(sauro.Error, match=r"ho-so-00001\.parquet: can't be written"):
        synthetic.write_cases(tmp_path / "không-có", 10)
    with refused(sauro.ValidationError, match="parts: expected a number from 1"):
        synthetic.write_cases(tmp_path, 10, parts=0)
