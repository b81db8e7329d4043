"""Scores against published tables, other programs and what an analyst would expect."""

from __future__ import annotations

import copy
import csv
import json
import math
import pickle
import sys
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from hypothesis import given, settings
from hypothesis import strategies as st

PAPI = ROOT.parent / "shared" / "data" / "papi"
NAN = float("nan")

# excerpt: CECODES, VFF-CRT, RTA, UNDP (papi.org.vn), PAPI 2023, rounded to four decimals
EXCERPT = EXAMPLES / "papi-2023-excerpt.csv"
TOTALS_2023 = {
    "An Giang": 41.8455,
    "Thái Nguyên": 45.7875,
    "Huế": 46.0415,
    "Hà Nội": 43.9603,
    "Đắk Nông": 38.9711,
}


def papi(year: int) -> tuple[list[str], dict[str, np.ndarray[Any, Any]]]:
    with (PAPI / f"{year}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name not in ("Province", "SC52")]
    columns = {
        name.lower(): np.array([float(row[name]) if row[name] else NAN for row in rows])
        for name in names
    }
    return [row["Province"] for row in rows], columns


def papi_card(year: int) -> sauro.Scorecard:
    if not PAPI.exists():
        pytest.skip("the published scores lie outside of the repository")
    units, columns = papi(year)
    return sauro.score(sauro.Framework.load("papi-2021"), columns, units=units)


@pytest.mark.parametrize(
    ("year", "provinces", "mean"), [(2021, 60, 42.4078), (2022, 61, 42.3424), (2023, 61, 42.4212)]
)
def test_papi_totals_are_those_of_the_sub_dimensions(
    year: int, provinces: int, mean: float
) -> None:
    card = papi_card(year)
    complete = ~np.isnan(card.total)
    assert complete.sum() == provinces and len(card.unranked) == 63 - provinces
    assert np.nanmean(card.total) == pytest.approx(mean, abs=5e-5)
    _, columns = papi(year)
    for dimension in "12345678":
        parts = [column for name, column in columns.items() if name[2] == dimension]
        assert np.allclose(card.points(dimension), sum(parts), atol=1e-6, equal_nan=True)
    assert np.isnan(card.rank()[~complete]).all()


def test_missing_provinces_are_those_that_were_not_published() -> None:
    def missing(year: int, code: str) -> set[str]:
        card = papi_card(year)
        return {card.units[i] for i in np.flatnonzero(np.isnan(card.points(code)))}

    quang_ninh, bac_giang, bac_ninh, binh_duong = "P14", "P15", "P18", "P47"
    assert missing(2021, "") == {quang_ninh, bac_giang, bac_ninh}
    assert missing(2022, "") == {bac_giang, bac_ninh}
    assert missing(2022, "1") == {bac_giang} and missing(2022, "3") == {bac_ninh}
    assert missing(2023, "") == {quang_ninh, binh_duong}


def test_quartile_groups_by_both_methods() -> None:
    card = papi_card(2023)
    groups = card.grade().tolist()
    order = ["Thấp nhất", "Trung bình thấp", "Trung bình cao", "Cao nhất"]
    assert [groups.count(name) for name in order] == [15, 15, 15, 16]
    cuts = [sauro.quantile(card.total, p) for p in (0.25, 0.5, 0.75)]
    assert cuts == pytest.approx([40.8330, 42.3265, 43.9526], abs=5e-5)
    other = sauro.Framework.from_json(
        sauro.Framework.load("papi-2021").to_json().replace('"inclusive"', '"exclusive"')
    )
    units, columns = papi(2023)
    groups = sauro.score(other, columns, units=units).grade().tolist()
    assert [groups.count(name) for name in order] == [15, 15, 16, 15]


def test_papi_excerpt_gives_the_published_totals() -> None:
    card = sauro.score(sauro.Framework.load("papi-2021"), EXCERPT)
    for unit, total in TOTALS_2023.items():
        # a sum of 28 rounded parts may differ by 28 halves of the last decimal
        assert card.explain("", unit).points == pytest.approx(total, abs=28 * 0.00005)
    assert card.ranking()["unit"].tolist()[0] == "Huế"


def test_papi_2018_and_2019_differ_in_their_structure() -> None:
    eighteen, nineteen = (sauro.Framework.load(f"papi-{year}") for year in (2018, 2019))
    changes = sauro.Framework.diff(eighteen, nineteen).to_dicts()
    assert {"code": "8.3", "field": "added", "before": ""}.items() <= next(
        row for row in changes if row["code"] == "8.3"
    ).items()
    # minima below 1/3 were published: 0.33174 in 2020
    card = sauro.score(nineteen, {"8.1": [0.33174], "8.3": [0.333999991]})
    assert card.points("8.1")[0] == 0.33174


def test_an_giang_2016_and_the_rounded_sum_of_pgi() -> None:
    papi_set = sauro.Framework.load("papi-2021")
    parts = {"1.1": 0.874, "1.2": 1.552, "1.3": 1.145, "1.4": 0.910}
    assert sauro.score(papi_set, parts).points("1")[0] == 4.481
    pgi = sauro.Framework.load("pgi-2023")
    card = sauro.score(pgi, {"1": 7.64, "2": 7.47, "3": 4.88, "4": 7.78})
    assert card.total[0] == 27.77
    assert abs(27.78 - card.total[0]) <= 4 * 0.005  # published: rounded parts, rounded sum


def full_766() -> dict[str, float]:
    values = {v.name: 100.0 for v in sauro.Framework.load("qd-766").variables}
    return values | {"ho_so_qua_han": 0.0, "ho_so_co_pakn": 0.0}


def score_766(**changes: float | None) -> sauro.Scorecard:
    return sauro.score(sauro.Framework.load("qd-766"), full_766() | changes)


def test_766_gives_100_at_full_rates_with_its_clamps() -> None:
    card = score_766()
    assert card.total[0] == 100 and card.points("3.2")[0] == 10  # the text alone gives 10.5
    assert [card.points(code)[0] for code in "12345"] == [18, 20, 22, 22, 18]


@pytest.mark.parametrize(
    ("changes", "code", "points"),
    [
        ({"tiep_nhan": 0, "dung_han": 0}, "2.1", 0),
        ({"dung_han": 87}, "2.1", 17.4),
        ({"pakn_da_xu_ly": 0, "pakn_dung_han": 0}, "5.2", 6),
        ({"pakn_dung_han": 50}, "5.2", 3),
        ({"tong_ho_so": 0, "ho_so_truc_tuyen": 0}, "5.1", 0),
        ({"ho_so_qua_han": 10, "ho_so_co_pakn": 0}, "5.1", 6),
        ({"ho_so_qua_han": 28, "ho_so_co_pakn": 0}, "5.1", 4.8),
        ({"khai_thac_su_dung_lai": 40}, "4.4", 1),
        ({"khai_thac_su_dung_lai": 80}, "4.4", 2),
        ({"khai_thac_su_dung_lai": 95}, "4.4", 2),
        ({"dvc_mot_phan": 20, "dvc_toan_trinh": 20, "ho_so_truc_tuyen": 25}, "3.1", 1 + 4 + 3),
        ({"ho_so_thanh_toan": 50, "tthc_co_giao_dich": 20, "tthc_duoc_cung_cap": 60}, "3.2", 5),
        ({"ho_so_nghia_vu": 0, "tthc_co_phi": 0}, "3.2", 0),
    ],
)
def test_766_formulas(changes: dict[str, float], code: str, points: float) -> None:
    assert score_766(**changes).points(code)[0] == pytest.approx(points, abs=1e-9)


def test_766_items_that_do_not_apply_to_communes_give_full_points() -> None:
    framework = sauro.Framework.load("qd-766")
    inputs = sauro.Inputs.of(framework, full_766() | {"chung_thuc_dien_tu": None})
    inputs.exempt("4.3")
    assert sauro.score(framework, inputs).total[0] == 100


def test_grade_distribution_of_an_giang_in_may_2023() -> None:
    framework = sauro.Framework.load("qd-766")
    levels = {"Xuất sắc": 95, "Tốt": 85, "Khá": 75, "Trung bình": 69.63, "Yếu": 40}
    for counts, percents in [
        ((0, 7, 118, 29, 2), (0, 4, 76, 19, 1)),
        ((0, 0, 3, 8, 0), (0, 0, 27, 73, 0)),
        ((0, 7, 131, 44, 2), (0, 4, 71, 24, 1)),
    ]:
        totals = np.repeat(list(levels.values()), counts)
        rate = {v.name: 100.0 for v in framework.variables} | {"dung_han": None}
        rate |= {"ho_so_qua_han": 0.0, "ho_so_co_pakn": 0.0}
        petitions = [name for name in rate if name.startswith("pakn")]
        rate |= dict.fromkeys(petitions, 600.0)  # counts, of which 1 % is a whole number
        # totals are reached through the time item and the publication items
        inputs: dict[str, Any] = {
            name: np.full(totals.size, v) for name, v in rate.items() if v is not None
        }
        inputs["dung_han"] = np.clip((totals - 80) / 20, 0, 1) * 100
        short = np.clip(80 - totals, 0, None)
        for name, most in [
            ("cap_ket_qua_dien_tu", 6),
            ("so_hoa_giay_to", 4),
            ("dong_bo_ket_noi", 4),
        ]:
            cut = np.minimum(short, most)
            inputs[name] = 100 - cut / most * 100
            short = short - cut
        for name, most in [
            ("cong_bo_dung_han", 6),
            ("dong_bo_ho_so", 6),
            ("cong_khai_dung_han", 4),
        ]:
            cut = np.minimum(short, most)
            inputs[name] = 100 - cut / most * 100
            short = short - cut
        inputs["pakn_dung_han"] = np.round(600 - np.minimum(short, 6) * 100)
        short = short - np.minimum(short, 6)
        inputs["pakn_hai_long"] = np.round(600 - np.minimum(short, 6) * 100)
        card = sauro.score(framework, inputs)
        table = card.grade_counts
        assert tuple(table["units"].tolist()) == counts
        assert tuple(table["percent"].tolist()) == percents


def example_values(rng: np.random.Generator, rows: int, missing: float) -> dict[str, Any]:
    """Values that the example set takes, some of them missing."""
    sys.path.insert(0, str(ROOT / "tests/python/bench"))
    from score_speed import example_inputs

    return example_inputs(rng, rows, missing)


def test_the_example_set_agrees_with_the_same_rules_in_numpy() -> None:
    sys.path.insert(0, str(ROOT / "tests/python/bench"))
    import commune_numpy

    framework = sauro.Framework.load("commune-example")
    units, periods = 211, 3
    values = example_values(np.random.default_rng(5), units * periods, missing=0.01)
    shaped = {name: column.reshape(periods, units) for name, column in values.items()}
    names = [f"u{i}" for i in range(units)]
    for threads in (1, 2):
        card = sauro.score(framework, shaped, units=names, periods=["1", "2", "3"], threads=threads)
        with np.errstate(all="ignore"):
            peer = commune_numpy.score(values, units)
        for code, points in peer.items():
            mine = card.points(code).reshape(-1)
            assert np.allclose(mine, points, atol=2e-9, rtol=0, equal_nan=True), code


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), share=st.sampled_from([0.05, 0.3, 0.7]))
def test_what_is_still_possible_holds_what_the_missing_inputs_would_have_given(
    seed: int, share: float
) -> None:
    framework = sauro.Framework.load("commune-example")
    rng = np.random.default_rng(seed)
    units = [f"u{i}" for i in range(40)]
    values = example_values(rng, len(units), missing=0)
    whole = sauro.score(framework, values, units=units)
    for name, column in values.items():
        if name != "van_ban_dien_tu":  # others are compared with its best value
            column[rng.random(len(units)) < share] = np.nan
    card = sauro.score(framework, values, units=units)
    narrower = 0
    for criterion in framework.criteria:
        if not criterion.rule:
            continue
        code = criterion.code
        low, high, points = card.low(code), card.high(code), card.points(code)
        open_ = np.isnan(points) & ~np.isnan(whole.points(code))
        assert (low[open_] <= whole.points(code)[open_]).all(), code
        assert (high[open_] >= whole.points(code)[open_]).all(), code
        assert (low[open_] >= criterion.min).all() and (high[open_] <= criterion.max).all(), code
        narrower += int((high[open_] - low[open_] < criterion.max - criterion.min).sum())
    assert narrower > 0


def test_inputs_come_as_mappings_tables_and_files(tmp_path: Path) -> None:
    pgi = sauro.Framework.load("pgi-2023")
    units = ["Hà Nam", "Bắc Ninh"]
    columns = {"giam_o_nhiem": [7.0, 7.64], "tuan_thu": [6.0, 7.47], "lanh_dao": [5.0, 4.88]}
    columns["ho_tro"] = [6.5, 7.78]
    wide = pd.DataFrame({"unit": units, **columns})
    tidy = wide.melt(id_vars="unit", var_name="variable")
    path = tmp_path / "inputs.csv"
    path.write_text(
        "unit;giam_o_nhiem;tuan_thu;lanh_dao;ho_tro\n"
        "Hà Nam;7;6;5;6,5\nBắc Ninh;7,64;7,47;4,88;7,78\n",
        encoding="utf-8",
    )
    json_path = tmp_path / "inputs.json"
    json_path.write_text(tidy.to_json(orient="records", force_ascii=False), encoding="utf-8")
    for data in (
        wide,
        wide.set_index("unit"),
        tidy,
        pl.DataFrame(wide.to_dict("list")),
        pa.table(wide.to_dict("list")),
        sauro.Table(wide.to_dict("list")),
        wide.to_dict("records"),
        path,
        str(json_path),
    ):
        card = sauro.score(pgi, data)
        assert card.units == units and card.total.tolist() == [24.5, 27.77]
    assert sauro.score(pgi, columns, units=units).total.tolist() == [24.5, 27.77]


def test_stages_evidence_and_periods_come_from_a_table() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    rows = [
        {"unit": "A", "period": p, "stage": s, "variable": v, "value": x, "evidence": e}
        for p, s, v, x, e in [
            ("2023", "self", "lanh_dao", 5, "BC 1"),
            ("2023", "appraisal_1", "lanh_dao", 4, "BB 2"),
            ("2024", "self", "lanh_dao", 6, None),
        ]
    ]
    card = sauro.score(pgi, rows)
    assert card.points("3").tolist() == [[4.0], [6.0]]
    used = card.explain("3", "A", "2023").inputs[0]
    assert (used.stage, used.evidence) == ("appraisal_1", "BB 2")
    early = sauro.score(pgi, rows, stage="self")
    assert early.points("3").tolist() == [[5.0], [6.0]]
    assert early.compare(card)["3"].tolist() == [-1.0, 0.0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"lanh_dao": ["năm", 3]}, "variable lanh_dao, unit 1: 'năm' is no number"),
        ({"lanh_dao": ["85.600", "1,5"]}, "'85.600' could be 85600 or 85,600"),
        ({"q": [1]}, 'no variable or criterion "q"; it has giam_o_nhiem'),
        ({"lanh_dao": [11.0, 2]}, "criterion 3, unit 1: 11 points are outside of [0, 10]"),
        ({"lanh_dao": [math.inf, 2]}, "variable lanh_dao, unit 1: inf is no number"),
        ({"lanh_dao": [[1.0], [2.0]]}, "has the shape (2, 1)"),
        (
            [{"unit": "A", "lanh_dao": 1}, {"unit": "A", "lanh_dao": 2}],
            "has two values for one unit",
        ),
        ([{"lanh_dao": 1}], "no column unit; it is needed, or names of units in the order of rows"),
        ([{"unit": "A", "stage": "first", "lanh_dao": 1}], 'row 1: there is no stage "first"'),
    ],
)
def test_bad_inputs_are_named(data: Any, words: str) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(sauro.Framework.load("pgi-2023"), data)
    assert words in caught.value.to_text("en")


def test_tables_of_inputs_are_read_as_the_core_reads_them() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    rows = [
        {"unit": "Hà Nội", "stage": None, "lanh_dao": "1,5", "ho_tro": NAN},
        {"unit": "Huế", "stage": NAN, "lanh_dao": pd.NA, "ho_tro": np.int64(2)},
        {"unit": "Huế", "stage": "self", "lanh_dao": 4, "ho_tro": None},
    ]
    card = sauro.score(pgi, pd.DataFrame(rows))
    assert card.units == ["Hà Nội", "Huế"] and card.points("3").tolist() == [1.5, 4.0]
    assert np.isnan(card.points("4")[0]) and card.points("4")[1] == 2
    decomposed = unicodedata.normalize("NFD", "Huế")
    ordered = sauro.score(pgi, rows, units=[decomposed, "Hà Nội"])
    assert ordered.units == ["Huế", "Hà Nội"] and ordered.points("3").tolist() == [4.0, 1.5]
    assert ordered.explain("3", decomposed).points == 4
    assert sauro.score(pgi, {"lanh_dao": [1]}, units=[decomposed]).units == ["Huế"]
    many = [{"unit": str(i), "lanh_dao": "nhiều"} for i in range(30)]
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(pgi, many)
    assert len(caught.value.problems) == 21 and "and 10 more" in caught.value.to_text("en")
    assert "row 1, column lanh_dao: 'nhiều' is no number" in caught.value.to_text("en")


def test_explanations_show_their_parts_without_copies() -> None:
    why = sauro.score(sauro.Framework.load("pgi-2023"), {"lanh_dao": [7.5]}).explain()
    part = why.parts[2]
    assert part is why.parts[2] and str(part) == part.text and "7,5" in part.text
    assert repr(part).startswith("Explanation('3', ")
    assert repr(part.inputs[0]).endswith("'7,5 điểm')")
    del why
    assert part.inputs[0].name == "lanh_dao" and part.inputs[0].stage == "survey"


def test_all_bad_inputs_are_named_at_once_or_recorded() -> None:
    example = sauro.Framework.load("commune-example")
    values = {
        "nv_hoan_thanh": [5, 12, 3],
        "nv_trong_ke_hoach": [0, 10, 4],
        "tthc_mot_cua": [101, 50, 70],
        "kn_da_xu_ly": [1, 1, 1],
        "kn_ve_van_ban": [0, 1, 1],
        "xl_cong_thuc": ["co_kien_nghi", "khong_co_kien_nghi", "co_kien_nghi"],
        "tu_kiem_tra": ["có", "không", None],
    }
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(example, values)
    assert caught.value.code == 244 and len(caught.value.problems) == 4
    assert "criterion 1.1.2, unit 2: the part is larger than the whole" in caught.value.to_text(
        "en"
    )
    assert "variable tthc_mot_cua, unit 1: 101 is outside of [0, 100]" in caught.value.to_text("en")
    card = sauro.score(example, values, on_problem="keep")
    assert {(f.criterion or f.variable, f.kind) for f in card.findings} == {
        ("tthc_mot_cua", "outside_range"),
        ("1.1.2", "division_by_zero"),
        ("1.1.2", "share_above_one"),
        ("2.3", "division_by_zero"),
    }
    assert card.points("1.1.2").tolist()[2] == 0 and np.isnan(card.points("3.2")[0])
    assert np.isnan(card.points("2.3")[0]) and card.points("2.3")[1] == 0


def test_an_index_is_fed_into_an_index() -> None:
    sipas = sauro.Framework.load("sipas-2023")
    inner = sauro.score(sipas, {str(i): [80.0, 90.0] for i in range(1, 6)}, units=["A", "B"])
    example = sauro.Framework.load("commune-example")
    card = sauro.score(example, {"sipas": inner}, units=["B", "C", "A"])
    assert card.points("8.1").tolist() == [7.2, pytest.approx(NAN, nan_ok=True), 6.4]


def test_scripts_take_numpy_columns_and_compiled_rules_do_not_need_python() -> None:
    slow, fast = (sauro.Framework.load("commune-example") for _ in range(2))

    @slow.rule("1.5", replace=True)
    def by_numpy(sang_kien: Any) -> Any:
        return np.where(sang_kien >= 2, 1.5, np.where(sang_kien == 1, 0.5, 0.0))

    @fast.rule("1.5", compiled=True, replace=True)
    def by_unit(sang_kien):  # type: ignore[no-untyped-def]
        """Points for innovations."""
        if sang_kien >= 2:
            return 1.5
        elif sang_kien == 1:
            points = 0.5
        else:
            points = 0
        return points

    values = {"sang_kien": [0, 1, 2, 7]}
    expected = [0.0, 0.5, 1.5, 1.5]
    assert sauro.score(slow, values).points("1.5").tolist() == expected
    card = sauro.score(
        fast, [{"unit": str(i), "sang_kien": v} for i, v in enumerate([0, 1, 2, 7, None])]
    )
    assert card.points("1.5").tolist()[:4] == expected and np.isnan(card.points("1.5")[4])
    assert pickle.loads(pickle.dumps(fast)) == fast
    assert slow.criteria["1.5"].rule == {
        "type": "script",
        "name": "by_numpy",
        "variables": ["sang_kien"],
    }

    @slow.rule("1.5", replace=True)
    def wrong(sang_kien: Any) -> Any:
        return np.array(["a"])

    with refused(sauro.ValidationError, match="gave <U1 of"):
        sauro.score(slow, values)

    @slow.rule("1.5", replace=True)
    def failing(sang_kien: Any) -> Any:
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        sauro.score(slow, values)


def test_what_can_not_be_compiled_is_refused_with_its_line() -> None:
    framework = sauro.Framework.load("commune-example")

    def attribute(sang_kien):  # type: ignore[no-untyped-def]
        return sang_kien.real

    def loop(sang_kien):  # type: ignore[no-untyped-def]
        for _ in (1, 2):
            sang_kien = sang_kien + 1
        return sang_kien

    def outer(sang_kien):  # type: ignore[no-untyped-def]
        return sang_kien * NAN

    def calls(sang_kien):  # type: ignore[no-untyped-def]
        return open("x")  # noqa: PTH123

    def falls_through(sang_kien):  # type: ignore[no-untyped-def]
        if sang_kien > 1:
            return 1

    def text(sang_kien):  # type: ignore[no-untyped-def]
        return "1"

    def identity(sang_kien):  # type: ignore[no-untyped-def]
        return 0 if sang_kien is None else 1

    for function, words in [
        (attribute, "Attribute can't be compiled"),
        (loop, "For can't be compiled"),
        (outer, "'NAN' is neither a parameter nor assigned before"),
        (calls, "there is no function 'open'"),
        (falls_through, "a way through the function returns nothing"),
        (text, "'1' is no number"),
        (identity, "ask is_missing(x) instead of x is None"),
    ]:
        with pytest.raises(sauro.ParseError) as caught:
            framework.rule("1.5", compiled=True, replace=True)(function)
        assert words in caught.value.to_text("en") and caught.value.code == 240
        line = int(caught.value.where.removeprefix("line "))
        assert function.__code__.co_firstlineno <= line <= function.__code__.co_firstlineno + 3


def test_ties_are_named_and_units_without_a_total_come_last() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    parts = {code: [5.0, 6.0, 5.0, 5.0] for code in "123"} | {"4": [5.0, 1.0, None, 5.0]}
    table = sauro.score(pgi, parts, units=["A", "B", "C", "D"]).ranking()
    assert table["unit"].tolist() == ["A", "D", "B", "C"]
    assert table.to_dicts()[0]["tied"] == "D" and table.to_dicts()[3]["rank"] is None
    assert table["low"].tolist()[3] == 15 and table["high"].tolist()[3] == 25


def test_explanations_name_stage_evidence_law_and_what_was_lost() -> None:
    example = sauro.Framework.load("commune-example")
    inputs = sauro.Inputs(example, ["An Lộc"])
    inputs.set("bc_cham", [2], stage="appraisal_1", evidence=["BB 05/BB-SNV"])
    inputs.set("bc_thieu", [0])
    why = sauro.score(example, inputs).explain("1.2")
    assert (why.points, why.max, why.lost) == (1.5, 2, 0.5)
    assert "Căn cứ: NĐ 09/2019/NĐ-CP" in why.text and "mất 0,5" in why.text
    assert "Báo cáo định kỳ gửi chậm (bc_cham): 2 [thẩm định lần 1] BB 05/BB-SNV" in why.text
    row = sauro.score(example, inputs).reasons("1.2").to_dicts()[0]
    assert (row["points"], row["lost"], row["bc_cham stage"]) == (1.5, 0.5, "appraisal_1")
    assert row["bc_cham evidence"] == "BB 05/BB-SNV" and "bc_thieu evidence" not in row


def test_criteria_have_grades_and_ranks_of_their_own() -> None:
    example = sauro.Framework.load("commune-example")
    card = sauro.score(example, {"sipas": [95.0, 60.0, None], "tthc_cong_khai": [10.0, 85.0, 85.0]})
    assert card.grade("8.1").tolist() == ["Xuất sắc", "Trung bình", None]
    assert card.rank("3.1").tolist() == [3.0, 1.0, 1.0]
    assert card.percent_of("3.1").tolist() == [10.0, 85.0, 85.0]
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(sauro.Framework.load("pgi-2023"), {"1": 5}).grade()
    assert caught.value.code == 245


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(["x", "y", "0", "1", "2.5", "0.25", "100"]))
    part = formulas(depth - 1)
    form = draw(
        st.sampled_from(["({} + {})", "({} - {})", "({} * {})", "min({}, {})", "max({}, {})"])
    )
    if draw(st.booleans()):
        test = draw(st.sampled_from(["<", "<=", ">", ">=", "==", "!="]))
        joint = draw(st.sampled_from(["and", "or"]))
        condition = f"{draw(part)} {test} {draw(part)} {joint} not {draw(part)} {test} {draw(part)}"
        return f"({draw(part)} if {condition} else {draw(part)})"
    return form.format(draw(part), draw(part))


@settings(max_examples=150, deadline=None)
@given(formulas(), st.integers(-8, 8), st.integers(-8, 8))
def test_formulas_give_what_python_gives(formula: str, x: int, y: int) -> None:
    expected = eval(formula, {"min": min, "max": max}, {"x": x / 4, "y": y / 4})
    expression = sauro.Expression(formula)
    columns = {
        name: [value] for name, value in (("x", x / 4), ("y", y / 4)) if name in expression.names
    }
    assert expression(**columns)[0] == expected


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 120), min_size=1, max_size=30))
def test_scores_rise_with_what_is_good(percents: list[int]) -> None:
    example = sauro.Framework.load("commune-example")
    ordered = sorted(percents)
    card = sauro.score(example, {"thu_ngan_sach": ordered, "giai_ngan": ordered})
    for code in ("8.4", "6.1"):
        points = card.points(code)
        assert (np.diff(points) >= 0).all() and (points >= 0).all()


def test_results_are_alike_on_any_number_of_threads() -> None:
    framework = sauro.Framework.load("commune-example")
    values = example_values(np.random.default_rng(9), 20_000, missing=0.02)
    one = sauro.score(framework, values, threads=1, on_problem="keep")
    two = sauro.score(framework, values, threads=2, on_problem="keep")
    assert np.array_equal(one.total, two.total, equal_nan=True)
    assert one.findings == two.findings and one.reasons() == two.reasons()


def test_series_are_put_into_the_order_of_the_units() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    one = pd.Series([1.0, 2.0], index=["A", "B"])
    other = pd.Series([4.0, 3.0], index=["B", "A"])
    card = sauro.score(pgi, {"lanh_dao": one, "ho_tro": other})
    assert card.units == ["A", "B"] and card.points("4").tolist() == [3.0, 4.0]
    strange = pd.Series([4.0, 3.0], index=["B", "C"])
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.score(pgi, {"lanh_dao": one, "ho_tro": strange})
    assert [p.to_text("en") for p in caught.value.problems] == [
        "ho_tro: there is no unit 'C'",
        "ho_tro: the unit 'A' has no value",
    ]


def test_scorecards_and_explanations_are_json() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    card = sauro.score(pgi, {"lanh_dao": [7.5, None]}, units=["A", "B"])
    data = json.loads(card.to_json())
    assert (data["schema"], data["framework"]) == ("sauro/scorecard/1", pgi.id)
    assert (data["units"], data["periods"]) == (["A", "B"], [""])
    points = {one["code"]: one["points"] for one in data["criteria"]}
    assert points["3"] == [7.5, None] and points[""] == [None, None]
    why = card.explain("", "A")
    told = json.loads(why.to_json())
    assert told["schema"] == "sauro/explanation/1" and told["points"] is None
    assert [part["code"] for part in told["parts"]] == [part.code for part in why.parts]
    part = json.loads(why.parts[2].to_json())
    assert {**part, "schema": ""} == {**told["parts"][2], "schema": ""}
    assert (part["points"], part["inputs"][0]["shown"]) == (7.5, "7,5 điểm")


def test_inputs_and_scorecards_are_copied_and_pickled() -> None:
    example = sauro.Framework.load("commune-example")
    inputs = sauro.Inputs(example, ["A", "B"])
    inputs.set("sang_kien", [1, 5], evidence=["QĐ 1", "QĐ 2"])
    inputs.exempt("8.2", units=["B"])
    card = sauro.score(example, inputs, on_problem="keep")
    again = pickle.loads(pickle.dumps(card))
    assert np.array_equal(again.points("1.5"), card.points("1.5"))
    assert again.explain("1.5", "B") == card.explain("1.5", "B")
    assert copy.deepcopy(inputs).units == ["A", "B"]


def test_files_that_are_not_there_or_no_utf_8_are_named(tmp_path: Path) -> None:
    pgi = sauro.Framework.load("pgi-2023")
    with pytest.raises(sauro.NotFoundError) as caught:
        sauro.score(pgi, tmp_path / "nothing.csv")
    assert caught.value.code == 100
    with pytest.raises(sauro.NotFoundError):
        sauro.Framework.load(str(tmp_path / "nothing.json"))
    path = tmp_path / "old.csv"
    path.write_bytes("unit;lanh_dao\nHà Nội;5".encode("cp1258", errors="replace") + b"\xff")
    with pytest.raises(sauro.ParseError) as wrong:
        sauro.score(pgi, path)
    assert wrong.value.code == 106


def test_columns_of_texts_are_refused_by_name() -> None:
    for call in (
        lambda: sauro.rank(["a"]),
        lambda: sauro.Expression("x + 1")(x=["a"]),
        lambda: sauro.surveys.means(["a", "b"]),
    ):
        with refused(sauro.ValidationError, match="expected numbers") as caught:
            call()
        assert caught.value.code == 222
    assert np.isnan(sauro.Expression("x + 1")(x=[1, None])[1])
