"""Tables as other libraries see them: types, missing values, slices, empty ones, files."""

from __future__ import annotations

import datetime
import gc
import html
import json
import pickle
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro
from conftest import refused
from hypothesis import example, given
from hypothesis import strategies as st

DATA = {
    "n": [1, 2, 3, 4],
    "rate": [0.5, None, 2.0, 3.0],
    "day": [date(2026, 1, 2), None, date(1969, 12, 31), date(2026, 4, 5)],
    "text": ["một", None, "", "<b>bốn</b>"],
    "yes": [True, None, False, True],
}
ROWS = [dict(zip(DATA, row, strict=True)) for row in zip(*DATA.values(), strict=True)]


@pytest.fixture
def table() -> sauro.Table:
    return sauro.Table(DATA)


def test_a_table_gives_back_what_it_was_made_of(table: sauro.Table) -> None:
    assert table.to_dicts() == ROWS
    assert len(table) == 4 and table.shape == (4, 5) and list(table) == list(DATA)


@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize("stop", range(5))
def test_slices_with_offsets_reach_every_library(table: sauro.Table, start: int, stop: int) -> None:
    part = table[start:stop]
    expected = ROWS[start:stop]
    assert part.to_dicts() == expected
    assert pa.table(part).to_pylist() == expected
    assert pl.DataFrame(part).to_dicts() == expected
    assert duckdb.sql("select count(*), count(text), count(day), sum(n) from part").fetchall()[
        0
    ] == (
        len(expected),
        sum(row["text"] is not None for row in expected),
        sum(row["day"] is not None for row in expected),
        sum(row["n"] for row in expected) if expected else None,
    )
    assert sauro.Table(pl.DataFrame(part)[1:]).to_dicts() == expected[1:]
    pa.table(part).validate(full=True)


def test_arrow_of_other_libraries_comes_in() -> None:
    dictionary = pa.array(["a", "b", None, "a"]).dictionary_encode()
    chunks = pa.chunked_array([dictionary[:1], pa.array(["c", "b", "b"]).dictionary_encode()])
    source = pa.table(
        {
            "chunks": chunks,
            "view": pa.array(
                ["ngắn", "một chuỗi dài hơn mười hai byte", None, ""], pa.string_view()
            ),
            "large": pa.array(["x", None, "y", "z"], pa.large_string()),
            "date64": pa.array([date(2026, 1, 2)] * 3 + [None], pa.date64()),
            "small": pa.array([1, None, 3, 4], pa.int8()),
            "null": pa.nulls(4),
            "moment": pa.array([datetime.datetime(2026, 1, 2, 3, 4)] * 4, pa.timestamp("ms")),
        }
    )
    table = sauro.Table(source)
    assert table.to_dicts() == source.to_pylist()
    assert pa.table(table).validate(full=True) is None
    assert table["chunks"].tolist() == ["a", "c", "b", "b"]
    small = pa.table(
        {"k": pa.array(["a", "b"]).dictionary_encode().cast(pa.dictionary(pa.int8(), pa.string()))}
    )
    assert sauro.Table(small)["k"].tolist() == ["a", "b"]


def test_categories_stay_categories() -> None:
    table = sauro.WorkingCalendar.vietnam().days_off(2026)
    assert pa.types.is_dictionary(pa.table(table).schema.field("kind").type)
    assert isinstance(table.to_pandas()["kind"].dtype, pd.CategoricalDtype)
    frame = pd.DataFrame({"k": pd.Categorical(["b", None, "a"])})
    assert sauro.Table(frame)["k"].tolist() == ["b", None, "a"]


def test_numbers_are_shared_and_outlive_their_table() -> None:
    values = np.arange(5, dtype="float64")
    assert not np.shares_memory(sauro.Table({"v": values})["v"], values)  # may be written into
    values.flags.writeable = False
    table = sauro.Table({"v": values})
    assert np.shares_memory(table["v"], values)
    assert not np.shares_memory(sauro.Table({"v": np.arange(5.0)[::2]})["v"], values)
    frame = pl.DataFrame(table)
    column = table["v"]
    del table, values
    gc.collect()
    assert column.tolist() == frame["v"].to_list() == [0, 1, 2, 3, 4]
    assert not column.flags.writeable


def test_missing_values_have_one_form_in_each_library(table: sauro.Table) -> None:
    arrays = table.to_numpy()
    assert np.isnan(arrays["rate"][1]) and np.isnat(arrays["day"][1])
    assert arrays["text"][1] is None and arrays["yes"][1] is None
    frame = table.to_pandas()
    assert frame["day"].isna().tolist() == [False, True, False, False]
    counts = pd.DataFrame({"n": pd.array([1, None, 3], dtype="Int64")})
    back = sauro.Table(counts)
    assert back.to_dicts() == [{"n": 1}, {"n": None}, {"n": 3}]
    assert back.to_pandas()["n"].dtype == "Int64"


def test_empty_tables_pass_everywhere() -> None:
    for empty in (sauro.Table({}), sauro.Table({"a": [], "b": []}), sauro.Table(DATA)[4:]):
        assert len(empty) == 0
        assert pa.table(empty).num_rows == 0
        assert len(empty.to_pandas()) == 0
        assert pl.DataFrame(empty).height == 0
        assert "<table>" in empty._repr_html_()
        assert repr(empty)


@example(["\x00"], 0)
@given(st.lists(st.one_of(st.none(), st.text()), max_size=20), st.integers(0, 20))
def test_any_text_survives_the_way_through_arrow(texts: list[str | None], start: int) -> None:
    try:
        "".join(t or "" for t in texts).encode()
    except UnicodeEncodeError:
        return
    table = sauro.Table({"t": texts})[start:]
    assert pa.table(table).column("t").to_pylist() == texts[start:]
    assert sauro.Table(pa.table(table)).to_dicts() == table.to_dicts()


def test_json_lines_are_an_object_a_row() -> None:
    days = np.array(["2026-03-31", "NaT"], dtype="datetime64[D]")
    table = sauro.Table({"xã": ['An "Lộc"', None], "số": [0.5, np.nan], "ngày": days})
    assert [json.loads(line) for line in table.to_json_lines().splitlines()] == [
        {"xã": 'An "Lộc"', "số": 0.5, "ngày": "2026-03-31"},
        {"xã": None, "số": None, "ngày": None},
    ]


def test_files_keep_texts_as_texts(table: sauro.Table, tmp_path: Path) -> None:
    formulas = ["=1+1", "+84", "-x", "@a", "plain"]
    harmless = sauro.Table({"=name": formulas, "n": [-1, 2, 3, 4, 5]})
    harmless.to_csv(tmp_path / "t.csv")
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["'=name,n", "'=1+1,-1"]
    assert harmless.to_csv() == "\r\n".join([*lines, ""])
    harmless.to_excel(tmp_path / "t.xlsx")
    page = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert [cell.value for cell in page["A"]] == ["=name", *formulas]
    assert {cell.data_type for cell in page["A"]} == {"s"}
    table.to_excel(tmp_path / "u.xlsx")
    page = openpyxl.load_workbook(tmp_path / "u.xlsx").active
    assert page["C2"].value == datetime.datetime(2026, 1, 2) and page["C3"].value is None


def test_texts_for_people_fit_and_are_escaped(
    table: sauro.Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "&lt;b&gt;bốn&lt;/b&gt;" in table._repr_html_()
    assert "<script>" not in sauro.Table({"<script>": ["<script>"]})._repr_html_()
    for width in (20, 40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        wide = sauro.Table({f"cột {i}": ["một giá trị khá là dài"] * 30 for i in range(9)})
        lines = repr(wide).splitlines()
        assert all(len(line) <= width for line in lines if not line.startswith("… cột"))
        assert lines[-2].startswith("… 10 dòng nữa") and "cột 8" in lines[-1]


def test_tables_are_values(table: sauro.Table) -> None:
    assert pickle.loads(pickle.dumps(table)) == table
    kinds = sauro.WorkingCalendar.vietnam().days_off(2026)
    assert pickle.loads(pickle.dumps(kinds)) == kinds
    assert table != table[1:] and table != 1


def test_broken_tables_are_refused_by_their_columns() -> None:
    with refused(sauro.ValidationError, match='"b" has 1 rows, "a" has 2') as caught:
        sauro.Table({"a": [1, 2], "b": [1]})
    assert caught.value.code == 220
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Table(
            pa.table(
                {
                    "lists": pa.array([[1]]),
                    "bytes": pa.array([b"1"]),
                    "zoned": pa.array([0], pa.timestamp("s", "UTC")),
                }
            )
        )
    assert caught.value.code == 222 and len(caught.value.problems) == 3
    with pytest.raises(TypeError, match="not from int"):
        sauro.Table(5)
    with refused(sauro.NotFoundError, match="there are n, rate, day, text, yes"):
        sauro.Table(DATA)["none"]
    with refused(sauro.ValidationError, match="complex128"):
        sauro.Table({"z": np.array([1j])})


def test_the_tasks_of_a_plan_are_a_table(sample: Path) -> None:
    plan = sauro.read_plan(sample)
    table = plan.tasks.table
    assert len(table) == len(plan.tasks)
    assert table["id"].tolist() == [task.id for task in plan.tasks]
    due = [None if np.isnat(d) else d.item() for d in table["due"]]
    assert due == [task.timeframe.due for task in plan.tasks]
    assert pl.DataFrame(table).height == len(plan.tasks)


def test_columns_rows_and_both_are_chosen_by_names_and_masks(table: sauro.Table) -> None:
    assert table.columns == list(DATA) == table._ipython_key_completions_()
    assert table[["text", "n"]].columns == ["text", "n"]
    assert table[[]].shape == (0, 0)
    for mask in (table["n"] > 2, [False, False, True, True], pd.Series(table["n"] > 2)):
        assert table[mask].to_dicts() == ROWS[2:]
    assert table[pl.Series([True, False, False, True])].to_dicts() == [ROWS[0], ROWS[3]]
    assert table[table["n"] > 2, ["n"]].to_dicts() == [{"n": 3}, {"n": 4}]
    assert table[::-2].to_dicts() == ROWS[::-2]
    assert table.head(1).to_dicts() == ROWS[:1] and len(table.head(9)) == 4
    with pytest.raises(TypeError, match="a list of names, a slice of rows or a mask"):
        table[0]
    with refused(sauro.ValidationError, match=r"expected bool and \(4,\)"):
        table.filter([True])


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-3, 3),
            st.none() | st.sampled_from(["a", "à", "ă", "B", "đ", "z", ""]),
            st.none() | st.booleans(),
            st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
            st.none() | st.floats(allow_nan=False, width=32),
        ),
        min_size=1,
        max_size=20,
    ),
    st.data(),
)
def test_filters_keep_the_rows_that_a_loop_would_keep(
    rows: list[tuple[Any, ...]], data: st.DataObject
) -> None:
    names = ["n", "text", "yes", "day", "x"]
    kinds = dict(zip(names, zip(*rows, strict=True), strict=True))
    table = sauro.Table({name: list(values) for name, values in kinds.items()})
    name = data.draw(st.sampled_from(names))
    wanted = data.draw(st.lists(st.sampled_from(kinds[name]), max_size=3))
    dicts = table.to_dicts()
    assert table.filter(**{name: wanted}).to_dicts() == [r for r in dicts if r[name] in wanted]
    mask = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    kept = [row for row, keep in zip(dicts, mask, strict=True) if keep]
    assert table.filter(mask).to_dicts() == kept
    assert table.filter(lambda _: mask, **{name: wanted}).to_dicts() == [
        row for row in kept if row[name] in wanted
    ]


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 3), st.none() | st.dates()), max_size=20),
    st.booleans(),
    st.booleans(),
)
def test_sorting_orders_rows_stably_with_missing_values_last(
    rows: list[tuple[int | None, date | None]], down: bool, down_days: bool
) -> None:
    numbers, days = [row[0] for row in rows], [row[1] for row in rows]
    table = sauro.Table({"n": numbers, "day": days, "at": range(len(rows))})
    found = table.sort(["n", "day"], descending=[down, down_days])["at"].tolist()

    def key(at: int) -> tuple[bool, int, bool, int, int]:
        number, day = rows[at]
        first = 0 if number is None else -number if down else number
        second = 0 if day is None else -day.toordinal() if down_days else day.toordinal()
        return number is None, first, day is None, second, at

    assert found == sorted(range(len(rows)), key=key)


def test_texts_are_sorted_as_vietnamese_dictionaries_do() -> None:
    words = ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mo", "mô", "mơ", "na", "đa", "e"]
    ordered = ["đa", "e", "ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ", "mo", "mô", "mơ", "na"]
    decomposed = [unicodedata.normalize("NFD", word) for word in words]
    assert sauro.Table({"w": words[::-1]}).sort("w")["w"].tolist() == ordered
    found = sauro.Table({"w": decomposed}).sort("w")["w"].tolist()
    assert [unicodedata.normalize("NFC", word) for word in found] == ordered


def test_pandas_is_told_how_to_get_a_table(table: sauro.Table) -> None:
    for make in (pd.DataFrame, np.asarray, lambda data: pd.DataFrame(data, columns=["n"])):
        with pytest.raises(TypeError, match=r"use \.to_pandas\(\)"):
            make(table)
    assert list(table.to_pandas().columns) == table.columns


def test_html_aligns_texts_left_and_keeps_what_was_cut_as_a_title() -> None:
    long = "Rà soát “thủ tục” & <quy trình> " * 10
    shown = sauro.Table({"việc": [long], "số": [1]})._repr_html_()
    # the rule of notebooks for cells, .jp-RenderedHTMLCommon td, is overruled by the element alone
    assert '<th scope="col" style="text-align:left">việc</th>' in shown
    assert '<td style="text-align:right">1</td>' in shown
    assert f'title="{html.escape(long)}"' in shown and "…</td>" in shown
    assert '<div class="sauro-table" style="overflow-x:auto">' in shown


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_moments_and_categories_survive_filters_and_pickles(unit: str) -> None:
    moments = np.array(["2026-01-02T03:04:05", "NaT", "2026-01-01"], dtype=f"datetime64[{unit}]")
    kinds = pd.Series(["a", None, "b"], dtype="category")
    table = sauro.Table({"when": moments, "kind": kinds})
    part = table[[True, True, False]]
    assert part["when"].dtype == moments.dtype and np.isnat(part["when"][1])
    assert part["kind"].tolist() == ["a", None]
    assert pickle.loads(pickle.dumps(part)) == part
    assert str(part.to_pandas()["kind"].dtype) == "category"


def test_a_mapping_takes_series_of_polars() -> None:
    table = sauro.Table(
        {"a": pl.Series([1, None]), "b": pl.Series(["x", "y"], dtype=pl.Categorical)}
    )
    assert table.to_dicts() == [{"a": 1, "b": "x"}, {"a": None, "b": "y"}]
