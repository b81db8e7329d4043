"""Tables that analysts ask of a scorecard: each against pandas or what the arrays say."""

import itertools
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
import sauro

CHANCE = np.random.default_rng(20)


def framework() -> sauro.Framework:
    def leaf(code: str, top: float, parent: str = "", **more: object) -> dict[str, object]:
        rule = {"type": "value", "of": "v" + code.replace(".", "_")}
        criterion = {"code": code, "title": {"vi": f"T{code}"}, "max": top, "rule": rule}
        return criterion | ({"parent": parent} if parent else {}) | more

    return sauro.Framework.from_json(
        {
            "schema": "sauro/framework/1",
            "id": "two-levels",
            "title": {"vi": "Hai cấp"},
            "source": "made up",
            "total": {"title": {"vi": "Tổng"}, "max": 20},
            "variables": [{"name": f"v{c}", "kind": "number"} for c in ("1_1", "1_2", "2", "3")],
            "criteria": [
                {"code": "1", "title": {"vi": "T1"}, "max": 10},
                leaf("1.1", 6, "1"),
                leaf("1.2", 4, "1", if_not_applicable="leave_out"),
                leaf("2", 10),
                leaf("3", 2, outside=True),
            ],
        }
    )


UNITS, PERIODS = ["An", "Bình", "Chi", "Duyên"], ["2025", "2023", "2024"]


def card() -> sauro.Scorecard:
    def values(top: float) -> np.ndarray:
        return np.round(CHANCE.uniform(0, top, (3, 4)), 2)

    data = {"1.1": values(6), "1.2": values(4), "2": values(10), "3": values(2)}
    data["1.2"][0, 1] = np.nan
    data["2"][2, 3] = np.nan
    return sauro.score(framework(), data, units=UNITS, periods=PERIODS)


def test_tidy_has_a_row_a_period_unit_and_criterion() -> None:
    made = card()
    tidy = made.tidy.to_pandas()
    codes = ["", "1", "1.1", "1.2", "2", "3"]
    assert len(tidy) == 3 * 4 * len(codes)
    found = list(zip(tidy["period"], tidy["unit"], tidy["code"], strict=True))
    assert found == list(itertools.product(made.periods, made.units, codes))
    for code in codes:
        rows = tidy[tidy["code"] == code]
        np.testing.assert_array_equal(rows["points"], made.points(code).reshape(-1))
        np.testing.assert_array_equal(rows["low"], made.low(code).reshape(-1))
        np.testing.assert_array_equal(rows["high"], made.high(code).reshape(-1))
    for row in tidy.itertuples():
        why = made.explain(row.code, row.unit, row.period)
        assert (row.max, row.title) == (why.max, why.title)
        np.testing.assert_equal(row.lost, why.lost)
    leaves = tidy[tidy["leaf"]].groupby(["period", "unit"], observed=True)["points"]
    total = leaves.sum(min_count=4)
    for (period, unit), points in total.items():
        at = made.periods.index(period), made.units.index(unit)
        np.testing.assert_allclose(points, made.total[at], atol=1e-9)


def test_points_of_one_that_does_not_apply_are_missing_in_all_columns() -> None:
    inputs = sauro.Inputs(framework(), ["An", "Bình"])
    for code in ("1.1", "1.2", "2", "3"):
        inputs.set(code, [1.0, 2.0])
    inputs.exempt("1.2", ["An"])
    made = sauro.score(framework(), inputs)
    row = made.tidy.to_pandas().query("unit == 'An' and code == '1.2'").iloc[0]
    assert np.isnan([row.points, row.lost, row.low, row.high]).all()
    assert "1.2" not in made.lost("An")["code"]


def test_a_bonus_that_is_not_won_is_no_loss_anywhere() -> None:
    made = sauro.score(framework(), {"1.1": 6, "1.2": 4, "2": 9, "3": 0.5}, units=["An"])
    assert made.explain("3").lost == -0.5
    assert made.reasons("3")["lost"].tolist() == [-0.5]
    assert made.lost()["code"].tolist() == ["2"]
    assert made.tidy.to_pandas().set_index("code")["lost"]["3"] == -0.5


def test_lost_puts_first_what_may_cost_most() -> None:
    made = sauro.score(framework(), {"1.1": 5.5, "1.2": None, "2": 8, "3": 2}, units=["An"])
    lost = made.lost()
    assert lost["code"].tolist() == ["1.2", "2", "1.1"]
    assert lost["low"].tolist() == [0, 8, 5.5]
    assert all(lost["reason"])
    with pytest.raises(TypeError, match="name a unit"):
        card().lost()


def test_lost_by_criterion_is_the_mean_of_those_who_have_points() -> None:
    made = card()
    table = made.lost_by_criterion("2025")
    rows = {row["code"]: row for row in table.to_dicts()}
    at = made.periods.index("2025")
    for code, top in (("1.1", 6), ("1.2", 4), ("2", 10)):
        lost = top - made.points(code)[at]
        assert rows[code]["lost"] == pytest.approx(np.nanmean(lost))
        assert rows[code]["units"] == np.count_nonzero(lost > 0)
        assert rows[code]["open"] == np.count_nonzero(np.isnan(lost))
    assert "3" not in rows  # beside the maximum: nothing can be lost there
    assert table["lost"].tolist() == sorted(table["lost"].tolist(), reverse=True)


def test_rankings_are_those_of_each_period_in_time() -> None:
    made = card()
    table = made.rankings.to_pandas()
    assert table["period"].unique().tolist() == sorted(PERIODS)
    for period, part in table.groupby("period"):
        own = made.ranking(period).to_pandas()
        pd.testing.assert_frame_equal(
            part.drop(columns="period").reset_index(drop=True), own, check_dtype=False
        )


def test_trend_is_in_the_order_of_time() -> None:
    made = card()
    for code in ("", "1", "2"):
        trend = made.trend(code)
        assert trend.columns == ["unit", "2023", "2024", "2025", "change", "rank_change"]
        points, ranks = made.points(code), made.rank(code)
        last, before = made.periods.index("2025"), made.periods.index("2024")
        np.testing.assert_array_equal(trend["2025"], points[last])
        np.testing.assert_allclose(trend["change"], points[last] - points[before], atol=1e-9)
        risen = [None if np.isnan(r) else int(r) for r in ranks[before] - ranks[last]]
        assert [row["rank_change"] for row in trend.to_dicts()] == risen
    alone = sauro.score(framework(), {"1.1": 1, "1.2": 1, "2": 1, "3": 1}, units=["An"])
    assert np.isnan(alone.trend()["change"]).all()


@pytest.mark.parametrize("code", ["", "1"])
def test_correlation_is_that_of_pandas(code: str) -> None:
    made = card()
    table = made.correlation(code, "2025").to_pandas().drop(columns="code")
    codes = [code, *([c.code for c in framework().criteria if c.parent == code])]
    at = made.periods.index("2025")
    frame = pd.DataFrame({one: made.points(one)[at] for one in codes})
    np.testing.assert_allclose(table.to_numpy(), frame.corr().to_numpy(), atol=1e-12)
    same = sauro.score(framework(), {"1.1": 1, "1.2": 1, "2": [1, 2], "3": 1}, units=["A", "B"])
    assert np.isnan(same.correlation("1")["1.1"]).all()


def test_a_code_in_brackets_gives_its_points() -> None:
    made = card()
    np.testing.assert_array_equal(made["1.1"], made.points("1.1"))
    with pytest.raises(sauro.NotFoundError, match="9"):
        made["9"]


def test_a_difference_needs_two_sides() -> None:
    made = card()
    with pytest.raises(TypeError, match="other_unit"):
        made.difference("An", period="2025")
    table = made.difference("An", "Chi", period="2023")
    at = made.periods.index("2023")
    assert table["before"][0] == made.total[at, 0]
    assert table["after"][0] == made.total[at, 2]


def test_a_workbook_holds_ranks_points_losses_and_reasons(tmp_path: Path) -> None:
    made = card()
    path = tmp_path / "diem.xlsx"
    made.to_excel(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Xếp hạng", "Điểm", "Mất điểm", "Diễn giải"]
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")
    rows = list(book["Diễn giải"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 3 * 4 * 4
    for unit, period, code, title, points, top, lost, reason in rows:
        why = made.explain(code, unit, period)
        assert (title, top, reason) == (why.title, why.max, why.reason)
        assert (points, lost) == ((None, None) if np.isnan(why.points) else (why.points, why.lost))
    heads = [cell.value for cell in book["Điểm"][1]]
    assert heads[:3] == ["Đơn vị", "Kỳ", "Tổng điểm"] and "1.1 T1.1" in heads
    ranks = list(book["Xếp hạng"].iter_rows(min_row=2, values_only=True))
    assert [row[:3] for row in ranks[:1]] == [("2023", 1, made.ranking("2023")["unit"][0])]


def test_periods_with_signs_of_paths_are_no_names_of_sheets(tmp_path: Path) -> None:
    data = {"1.1": [[1], [2]], "1.2": [[1], [2]], "2": [[1], [2]], "3": [[1], [2]]}
    made = sauro.score(framework(), data, units=["An"], periods=["Quý I/2025", "Quý II/2025"])
    made.to_excel(tmp_path / "quy.xlsx")
    assert len(openpyxl.load_workbook(tmp_path / "quy.xlsx").sheetnames) == 4


def test_since_matches_units_by_name_and_counts_the_last_periods() -> None:
    made = card()
    earlier = sauro.score(
        framework(),
        {"1.1": [1, 2, 3], "1.2": 1, "2": [4, 5, None], "3": 1},
        units=["Chi", "An", "Xa"],
        periods=["2022"],
    )
    rows = {row["unit"]: row for row in made.since(earlier).to_dicts()}
    assert set(rows) == {*UNITS, "Xa"}
    last = made.periods.index("2025")
    for unit, row in rows.items():
        now = made.points("")[last, UNITS.index(unit)] if unit in UNITS else np.nan
        then = earlier.total[earlier.units.index(unit)] if unit in earlier.units else np.nan
        np.testing.assert_equal(row["before"], None if np.isnan(then) else then)
        np.testing.assert_equal(row["after"], None if np.isnan(now) else now)
        if not np.isnan(now - then):
            assert row["change"] == pytest.approx(now - then)
            parts = [row[code] for code in ("1", "2", "3")]
            assert sum(parts) == pytest.approx(row["change"])
    assert (rows["An"]["rank_before"], rows["Xa"]["rank_before"]) == (1, None)
    changes = [row["change"] for row in made.since(earlier).to_dicts()]
    known = [one for one in changes if one is not None and one == one]
    assert known == sorted(known, reverse=True) == changes[: len(known)]


def test_since_needs_like_totals_and_an_earlier_scoring() -> None:
    made = card()
    with pytest.raises(sauro.ValidationError, match="2024"):
        sauro.score(framework(), {"1.1": 1, "1.2": 1, "2": 1, "3": 1}, periods=["2024"]).since(made)
    other = sauro.score(sauro.Framework.load("pgi-2023"), {"1": 1, "2": 1, "3": 1, "4": 1})
    with pytest.raises(sauro.ValidationError, match="40"):
        made.since(other)
    with pytest.raises(TypeError, match="Scorecard"):
        made.since(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["unit", "total", "rank", "change"])
def test_no_code_or_period_takes_the_place_of_a_column(code: str) -> None:
    content = {
        "schema": "sauro/framework/1",
        "id": "names",
        "title": {"vi": "Tên"},
        "source": "made up",
        "total": {"title": {"vi": "Tổng"}, "max": 1},
        "variables": [{"name": "x", "kind": "number"}],
        "criteria": [
            {"code": code, "title": {"vi": "A"}, "max": 1, "rule": {"type": "value", "of": "x"}}
        ],
    }
    one = sauro.Framework.from_json(content)
    made = sauro.score(one, {"x": [[0.5], [1]]}, units=["A"], periods=["unit", "change"])
    tables = {
        "unit": lambda: made.table,
        "total": lambda: made.table,
        "rank": lambda: made.table,
        "change": lambda: made.compare(made),
    }
    with pytest.raises(sauro.ValidationError, match=code):
        tables[code]()
    with pytest.raises(sauro.ValidationError, match=r"unit|change"):
        made.trend()
