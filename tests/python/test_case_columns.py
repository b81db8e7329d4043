"""The same cases give the same result, whatever holds their columns."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import sauro
from conftest import refused

CALENDAR = sauro.WorkingCalendar.vietnam()
AS_OF = date(2026, 6, 30)
ROLES = {"received": "nhận", "limit_days": "hạn", "finished": "trả", "agency": "xã"}
KEYS = ["agency", "month"]
ROWS = 1203  # some blocks, bits and threads, none of them full
NAMES = ["Xã An Lộc", "Tân Hòa", "Phường Vĩnh Phước với một tên dài hơn", "", None]


def columns() -> dict[str, list[Any]]:
    """Days around the end of the calendar's year, gaps, and names of all lengths."""
    r = np.random.default_rng(3)
    received = [date(2025, 1, 1) + timedelta(int(n)) for n in r.integers(0, 500, ROWS)]
    finished = [
        None if n > 50 else day + timedelta(int(n))
        for day, n in zip(received, r.integers(0, 60, ROWS), strict=True)
    ]
    return {
        "nhận": received,
        "hạn": r.integers(0, 30, ROWS).tolist(),
        "trả": finished,
        "xã": [NAMES[n] for n in r.integers(0, len(NAMES), ROWS)],
        "thừa": [[1, 2]] * ROWS,  # a column that nobody asks for may be of any type
    }


COLUMNS = columns()
TABLE = pa.table({name: values for name, values in COLUMNS.items() if name != "thừa"})


def rolled(data: Any) -> tuple[list[Any], ...]:
    log = sauro.CaseLog.from_table(data, **ROLES)
    status = log.status(CALENDAR, AS_OF, by=KEYS)
    table = status.roll_up(by=KEYS)
    groups = sorted(table.to_dicts(), key=lambda row: (row["agency"] or "~", row["month"]))
    return status.due.tolist(), status.code.tolist(), status.late_days.tolist(), groups


def with_texts(kind: Any) -> pa.Table:
    place = TABLE.schema.get_field_index("xã")
    return TABLE.set_column(place, "xã", pa.array(COLUMNS["xã"], kind))


def chunked() -> pa.Table:
    parts = [TABLE.slice(at, 401) for at in (0, 401, 802)]
    encoded = [part.set_column(3, "xã", part["xã"].dictionary_encode()) for part in parts]
    return pa.concat_tables(encoded)


def shifted() -> pa.Table:
    """Rows that begin within a byte of each bitmap."""
    return pa.concat_tables([TABLE.slice(0, 13), TABLE]).combine_chunks().slice(13)


FORMS: dict[str, Callable[[], Any]] = {
    "lists": lambda: COLUMNS,
    "sauro": lambda: sauro.Table({name: COLUMNS[name] for name in TABLE.column_names}),
    "pandas": lambda: pd.DataFrame(COLUMNS),
    "pandas categories": lambda: pd.DataFrame(COLUMNS).astype({"xã": "category"}),
    "pandas moments": lambda: pd.DataFrame(COLUMNS).assign(
        nhận=pd.to_datetime(pd.Series(COLUMNS["nhận"])),
        trả=pd.to_datetime(pd.Series(COLUMNS["trả"])),
        hạn=pd.Series(COLUMNS["hạn"], dtype="float32"),
    ),
    "arrow": lambda: TABLE,
    "arrow shifted": shifted,
    "arrow large texts": lambda: with_texts(pa.large_string()),
    "arrow views": lambda: with_texts(pa.string_view()),
    "arrow dictionaries by chunk": chunked,
    "arrow moments": lambda: TABLE.set_column(0, "nhận", TABLE["nhận"].cast(pa.timestamp("us"))),
    "polars": lambda: pl.DataFrame(TABLE),
    "polars with more": lambda: pl.DataFrame(COLUMNS, strict=False),
    "polars categories": lambda: pl.DataFrame(TABLE).with_columns(
        pl.col("xã").cast(pl.Categorical)
    ),
    "polars enum": lambda: pl.DataFrame(TABLE).with_columns(
        pl.col("xã").cast(pl.Enum([name for name in NAMES if name is not None]))
    ),
    "polars chunks": lambda: pl.concat(
        [pl.DataFrame(TABLE.slice(at, 401)) for at in (0, 401, 802)], rechunk=False
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_log_is_the_same_in_every_form(form: str) -> None:
    assert rolled(FORMS[form]()) == rolled(COLUMNS)


@pytest.mark.skipif(
    not hasattr(duckdb.DuckDBPyRelation, "__arrow_c_stream__"), reason="needs DuckDB 1.3"
)
def test_a_relation_is_worked_out_once() -> None:
    turns = itertools.count()
    con = duckdb.connect()
    con.register("t", TABLE)
    con.create_function("seen", lambda n: (next(turns) and n) or n, ["BIGINT"], "BIGINT",
                        side_effects=True)  # fmt: skip
    relation = con.sql('select "nhận", seen("hạn") as "hạn", "trả", "xã" from t')
    assert rolled(relation) == rolled(COLUMNS)
    assert next(turns) == ROWS


def test_a_missing_name_is_a_group_of_its_own() -> None:
    log = sauro.CaseLog(["2026-03-02"] * 3, 5, ["2026-03-03"] * 3, ["A", None, "A"])
    rows = log.roll_up(CALENDAR, AS_OF, by=["agency"]).to_dicts()
    assert [(row["agency"], row["total"], row["invalid"]) for row in rows] == [
        (None, 1, 0),
        ("A", 2, 0),
    ]


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with refused(sauro.ValidationError, "no such column; there are: nhận, hạn, trả, xã"):
        sauro.CaseLog.from_table(TABLE, received="ngày", limit_days="hạn")


def test_texts_that_are_no_utf8_are_refused_where_they_are_read_as_codes() -> None:
    broken = pa.array([b"A", b"\xff\xfe", b"A"]).view(pa.string())
    table = pa.table({"nhận": [date(2026, 3, 2)] * 3, "hạn": [5] * 3, "xã": broken})
    names = {"received": "nhận", "limit_days": "hạn", "agency": "xã"}
    with refused(sauro.ValidationError, "no UTF-8 in row 1"):
        sauro.CaseLog.from_table(table, **names)


@pytest.mark.parametrize("spread", [1, 700_001])
def test_many_groups_are_counted_as_few_are(spread: int) -> None:
    agency = np.arange(ROWS, dtype="int64") * spread
    procedure = (np.arange(ROWS, dtype="int64")[::-1] % 211) * spread
    log = sauro.CaseLog(COLUMNS["nhận"], 5, COLUMNS["trả"], agency, procedure)
    rows = log.roll_up(CALENDAR, AS_OF, by=["procedure", "agency", "month"])
    assert rows["total"].tolist() == [1] * ROWS
    assert sorted(zip(rows["agency"], rows["procedure"], strict=True)) == sorted(
        zip(agency, procedure, strict=True)
    )
    months = dict(zip(rows["agency"].tolist(), rows["month"].tolist(), strict=True))
    assert months == {
        int(code): day.replace(day=1) for code, day in zip(agency, COLUMNS["nhận"], strict=True)
    }
