"""Logs of several offices brought together."""

from __future__ import annotations

import random

import pytest
import sauro
from test_monitor import indicator

PLACES = ["An Lộc", "Bình Minh", "Tân Hòa"]


def log_of(rows: list[tuple[str, str, float]]) -> sauro.IndicatorLog:
    places, periods, values = zip(*rows, strict=True)
    return sauro.IndicatorLog(["1"] * len(rows), list(periods), list(values), list(places))


@pytest.mark.parametrize("seed", range(10))
def test_however_rows_are_dealt_out_the_whole_is_the_same(seed: int) -> None:
    rng = random.Random(seed)
    rows = [(place, f"T{m}/2026", rng.randint(1, 99) / 4) for place in PLACES for m in range(1, 7)]
    once = sauro.monitor([indicator()], log_of(rows), "2026-06-30")
    dealt = rows + rng.sample(rows, 5)  # some are sent twice
    rng.shuffle(dealt)
    cut = sorted(rng.sample(range(1, len(dealt)), 2))
    sheets = [dealt[: cut[0]], dealt[cut[0] : cut[1]], dealt[cut[1] :]]
    log = sauro.merge_indicator_logs(log_of(one) for one in sheets)
    assert (len(log), log.contradictions) == (len(rows), [])
    assert sauro.monitor([indicator()], log, "2026-06-30") == once


def test_conflicts_name_both_figures_and_whose_they_are() -> None:
    mine = log_of([("An Lộc", "T1/2026", 40.5), ("An Lộc", "T2/2026", 7)])
    theirs = log_of([("An Lộc", "T1/2026", 45), ("Tân Hòa", "T1/2026", 8)])
    log = sauro.merge_indicator_logs({"an-loc.xlsx": mine, "tỉnh.xlsx": theirs})
    [one] = log.contradictions
    assert (one.place, one.given, one.other, one.parts) == (
        "An Lộc", 40.5, 45, "an-loc.xlsx / tỉnh.xlsx"
    )  # fmt: skip
    assert [one.source for one in log] == ["an-loc.xlsx"] * 2 + ["tỉnh.xlsx"] * 2
    seen = sauro.monitor([indicator()], log, "2026-02-28")
    assert seen.standings[0].cumulated is None  # neither holds
    assert [(c.given, c.other) for c in seen.contradictions] == [(40.5, 45)]


def test_of_two_roundings_the_finer_one_stays() -> None:
    rough, fine = log_of([("An Lộc", "T1/2026", 41)]), log_of([("An Lộc", "T1/2026", 40.6)])
    for pair in ([rough, fine], [fine, rough]):
        log = sauro.merge_indicator_logs(pair)
        assert ([one.value for one in log], log.contradictions) == ([40.6], [])


def test_values_of_other_states_days_and_bases_do_not_clash() -> None:
    def one(value: float, **more: str) -> sauro.IndicatorLog:
        return sauro.IndicatorLog(["1"], ["T1/2026"], [value], **more)

    logs = [one(1), one(2, state="estimated"), one(3, basis="year"), one(4, known_on="2026-02-05")]
    log = sauro.merge_indicator_logs(logs)
    assert (len(log), log.contradictions) == (4, [])
    assert len(sauro.merge_indicator_logs([])) == 0


def test_what_the_sheets_said_before_is_kept() -> None:
    sheet = [{"Chỉ tiêu": "Thu", "Kế hoạch năm": 100, "Lũy kế": 50, "% kế hoạch": 70}]
    log = sauro.IndicatorLog.from_sheet(sheet, period="6 tháng năm 2026")
    assert log.contradictions
    assert sauro.merge_indicator_logs([log]).contradictions == log.contradictions
