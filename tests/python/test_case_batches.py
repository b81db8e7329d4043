"""Cases that memory doesn't hold: every source, batch and order gives the bits of all at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.cases import _parts
from sauro.datasets import synthetic

ROLES: dict[str, Any] = {
    "received": "Ngày nhận", "limit_days": "Thời hạn", "finished": "Ngày trả",
    "agency": "Xã", "procedure": "Thủ tục",
}  # fmt: skip
AS_OF = date(2025, 12, 31)
KEYS: list[Any] = ["agency", "month"]
CASES = pa.table(synthetic.cases(3000, seed=5, communes=150))
TEXTS = pa.table([column.cast(pa.string()) if "dict" in str(column.type) else column
                  for column in CASES.columns], CASES.schema.names)  # fmt: skip


def at_once(table: Any, by: Any = tuple(KEYS)) -> sauro.Table:
    log = sauro.CaseLog.from_table(table, **ROLES)
    return sauro.merge_roll_ups([log.roll_up(as_of=AS_OF, by=by)])


def counted(source: Any, **options: Any) -> sauro.CaseRollUp:
    return sauro.roll_up_cases(source, **{"as_of": AS_OF, "by": KEYS, **ROLES, **options})


def same(a: sauro.Table, b: sauro.Table) -> bool:
    kinds = [[(one.name, one.type) for one in table._core.columns] for table in (a, b)]
    return a == b and kinds[0] == kinds[1]


def written(folder: Path, table: pa.Table = CASES, parts: int = 3) -> list[Path]:
    """Parts of a table as files."""
    paths = [folder / f"p{n}.parquet" for n in range(parts)]
    for n, path in enumerate(paths):
        start, stop = (len(table) * edge // parts for edge in (n, n + 1))
        pq.write_table(table.slice(start, stop - start), path, row_group_size=300)
    return paths


def naive_merge(parts: list[sauro.Table]) -> list[dict[str, Any]]:
    """Sums row by row, as the first version of merge_roll_ups had them."""
    names = parts[0].columns
    keys = [name for name in names if name in ("agency", "procedure", "month")]
    groups: dict[Any, dict[str, Any]] = {}
    for part in parts:
        for row in part.to_dicts():
            key = tuple(row[name] for name in keys)
            group = groups.setdefault(
                key, {name: row[name] if name in keys else 0 for name in names}
            )
            for name in names:
                if name not in (*keys, "on_time_rate"):
                    group[name] += row[name]
    for group in groups.values():
        decided = group["decided"]
        group["on_time_rate"] = group["in_time"] / decided if decided else None
    return [
        groups[key]
        for key in sorted(groups, key=lambda g: [(k is not None, 0 if k is None else k) for k in g])
    ]


NAMES = st.lists(st.sampled_from(["An Lộc", "Tân Hòa", "Ý Yên", "", None]), min_size=1, max_size=30)
CODES = st.lists(st.integers(0, 120), min_size=1, max_size=30)


@settings(max_examples=60)
@given(
    st.lists(st.one_of(NAMES), min_size=1, max_size=5) | st.lists(CODES, min_size=1, max_size=5),
    st.sampled_from([[], ["agency"], ["agency", "month"], ["month", "procedure", "agency"]]),
    st.randoms(use_true_random=False),
)
def test_merging_adds_as_row_by_row_in_any_order_and_any_tree(
    parts: list[list[Any]], by: list[Any], chance: random.Random
) -> None:
    tables = []
    for agencies in parts:
        days = [f"2025-{chance.randint(1, 12):02}-15" for _ in agencies]
        done = [day if chance.random() < 0.6 else None for day in days]
        kinds = [chance.choice(["a", "b"]) for _ in agencies]
        log = sauro.CaseLog(days, chance.randint(0, 300), done, agencies, kinds)
        tables.append(log.roll_up(as_of=AS_OF, by=by))
    whole = sauro.merge_roll_ups(tables)
    assert whole.to_dicts() == naive_merge(tables)
    chance.shuffle(tables)
    cut = chance.randint(0, len(tables))
    halves = [sauro.merge_roll_ups(some) for some in (tables[:cut], tables[cut:]) if some]
    assert same(sauro.merge_roll_ups(halves), whole)


def test_keys_of_two_types_are_refused_and_texts_stay_texts() -> None:
    counts = {"in_time": [1], "decided": [2], "on_time_rate": [0.5]}
    coded, named = ({"agency": [agency], **counts} for agency in (3, "An Lộc"))
    with refused(sauro.ValidationError, match="agency: its types are int64, text"):
        sauro.merge_roll_ups([sauro.Table(coded), sauro.Table(named)])
    assert sauro.merge_roll_ups([sauro.Table(named)])._core.columns[0].type == "text"
    with refused(sauro.ValidationError, match="part 1: columns in_time"):
        sauro.merge_roll_ups([sauro.Table(named), sauro.Table(counts)])


def frames(table: pa.Table) -> Iterator[Any]:
    for at in range(0, len(table), 700):
        yield table.slice(at, 700).to_pandas()


SOURCES: dict[str, Callable[[Path], Any]] = {
    "folder": lambda folder: folder,
    "file": lambda folder: pq.write_table(CASES, folder / "một.parquet") or folder / "một.parquet",
    "paths": lambda folder: [str(path) for path in sorted(folder.iterdir())],
    "dataset": lambda folder: pyarrow.dataset.dataset(folder),
    "reader": lambda _: pa.RecordBatchReader.from_batches(CASES.schema, CASES.to_batches(300)),
    "texts": lambda _: pa.RecordBatchReader.from_batches(TEXTS.schema, TEXTS.to_batches(300)),
    "query": lambda folder: pl.scan_parquet(folder / "*.parquet"),
    "relation": lambda _: duckdb.from_arrow(CASES),
    "frames of pandas": lambda _: frames(CASES),
    "tables": lambda _: [CASES.slice(0, 1), CASES.slice(1)],
    "one table": lambda _: sauro.Table(CASES),
    "one of pandas": lambda _: CASES.to_pandas(),
    "one of polars": lambda _: pl.DataFrame(CASES),
}


@pytest.mark.parametrize("batch_rows", [7, 299, 10**6])
@pytest.mark.parametrize("name", SOURCES)
def test_every_source_gives_the_bits_of_all_at_once(
    name: str, batch_rows: int, tmp_path: Path
) -> None:
    written(tmp_path)
    found = counted(SOURCES[name](tmp_path), batch_rows=batch_rows)
    assert (found.rows, found.problems) == (3000, [])
    assert same(found.table, at_once(CASES))


@settings(max_examples=25)
@given(
    parts=st.integers(1, 12),
    batch_rows=st.integers(1, 4000),
    keys=st.sampled_from([(), ("procedure", "agency")]),
)
def test_files_and_batches_of_any_size_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, parts: int, batch_rows: int, keys: Any
) -> None:
    paths = written(tmp_path_factory.mktemp("parts"), TEXTS.slice(0, 500), parts)
    random.Random(parts).shuffle(paths)
    found = counted(paths, batch_rows=batch_rows, by=keys)
    assert (found.rows, found.parts) == (500, parts)
    assert same(found.table, at_once(TEXTS.slice(0, 500), keys))


def without(table: pa.Table, name: str) -> pa.Table:
    return table.drop_columns([name])


def recast(name: str, kind: pa.DataType) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        table = pq.read_table(path)
        at = table.schema.names.index(name)
        column = table[name].cast(pa.string()).cast(kind) if kind != pa.int64() else table[name]
        pq.write_table(table.set_column(at, name, column.cast(kind)), path)

    return change


def spoilt_inside(path: Path) -> None:
    """Footer and pages are there, what they hold is noise."""
    data = bytearray(path.read_bytes())
    data[4 : len(data) * 2 // 3] = random.Random(1).randbytes(len(data) * 2 // 3 - 4)
    path.write_bytes(data)


FAULTS: dict[str, tuple[Callable[[Path], Any], int]] = {
    "cut short": (lambda path: path.write_bytes(path.read_bytes()[:-500]), 102),
    "empty": (lambda path: path.write_bytes(b""), 102),
    "no Parquet": (lambda path: path.write_text("Mã hồ sơ,Xã\n"), 102),
    "spoilt inside": (spoilt_inside, 102),
    "gone": (lambda path: path.unlink(), 100),
    "without a column": (lambda p: pq.write_table(without(CASES, "Ngày nhận"), p), 220),
    "days as texts": (recast("Ngày nhận", pa.string()), 220),
    "limits as texts": (recast("Thời hạn", pa.string()), 220),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_part_with_a_fault_is_named_or_set_aside_whole(name: str, tmp_path: Path) -> None:
    paths = written(tmp_path, parts=4)
    rest = pa.concat_tables([pq.read_table(path) for n, path in enumerate(paths) if n != 2])
    spoil, code = FAULTS[name]
    spoil(paths[2])
    with refused(sauro.Error, match=r"p2\.parquet: ") as caught:
        counted(paths)
    assert {one.code for one in caught.value.problems} == {code}
    kept = counted(paths, on_problem="keep")
    assert kept.parts == 3 and kept.rows == len(rest)
    assert [(one.code, one.where) for one in kept.problems] == [(code, str(paths[2]))]
    assert same(kept.table, at_once(rest))


def test_all_parts_with_faults_are_named_at_once_and_nothing_is_no_result(tmp_path: Path) -> None:
    paths = written(tmp_path)
    paths[0].write_bytes(b"PAR1")
    paths[1].unlink()
    pq.write_table(without(CASES, "Xã"), paths[2])
    for option in ("raise", "keep"):
        with refused(sauro.Error, match=r"(?s)p0.*p1.*there is no such file.*p2.*no column 'Xã'"):
            counted(paths, on_problem=option)


def test_types_that_hold_the_same_are_no_change(tmp_path: Path) -> None:
    paths = written(tmp_path)
    pq.write_table(TEXTS.slice(0, 1000), paths[0])
    recast("Thời hạn", pa.int64())(paths[1])
    recast("Ngày nhận", pa.date64())(paths[2])
    assert same(counted(tmp_path).table, at_once(CASES))


def test_rows_that_cannot_be_right_are_named_by_their_part_and_place(tmp_path: Path) -> None:
    paths = written(tmp_path)
    table = pq.read_table(paths[1]).to_pylist()
    table[777]["Ngày nhận"] = None
    pq.write_table(pa.Table.from_pylist(table, CASES.schema), paths[1])
    with refused(sauro.ValidationError, match=r"p1\.parquet, row 777: the day of receipt"):
        counted(tmp_path, batch_rows=100)
    kept = counted(tmp_path, on_problem="keep", batch_rows=100)
    assert (kept.rows, kept.problems, kept.table["invalid"].sum()) == (3000, [], 1)


def test_no_rows_are_an_empty_table(tmp_path: Path) -> None:
    none = CASES.slice(0, 0)
    pq.write_table(none, tmp_path / "a.parquet")
    sources = [tmp_path, pl.DataFrame(none).lazy(), none.to_reader(), none]
    for source in sources:
        found = counted(source)
        assert (found.rows, len(found.table), found.parts) == (0, 0, 1)
    assert counted([tmp_path / "a.parquet", *written(tmp_path)]).rows == 3000


def test_a_checkpoint_keeps_what_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, kept = tmp_path / "hồ sơ", tmp_path / "đã đếm"
    folder.mkdir()
    kept.mkdir()
    paths = written(folder)
    first = counted(folder, checkpoint=kept)
    assert len(list(kept.iterdir())) == 3
    read: list[str] = []
    batches = _parts.ParquetPart.batches

    def noted(self: _parts.ParquetPart, *rest: Any) -> Iterator[Any]:
        read.append(Path(self.name).name)
        return batches(self, *rest)

    monkeypatch.setattr(_parts.ParquetPart, "batches", noted)
    assert same(counted(folder, checkpoint=kept, threads=1).table, first.table) and read == []
    pq.write_table(CASES.slice(0, 10), paths[1])
    later = counted(folder, checkpoint=kept)
    assert later.rows == 2010 and read == ["p1.parquet"]
    counted(folder, checkpoint=kept, by=["month"])
    assert len(read) == 4
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert same(counted(folder, checkpoint=kept).table, later.table) and len(read) == 7


def test_a_part_with_a_fault_is_kept_by_no_checkpoint(tmp_path: Path) -> None:
    paths = written(tmp_path)
    kept = tmp_path / "kept"
    kept.mkdir()
    whole = paths[1].read_bytes()
    spoilt_inside(paths[1])
    counted(tmp_path, checkpoint=kept, on_problem="keep")
    assert len(list(kept.iterdir())) == 2
    paths[1].write_bytes(whole)
    assert counted(tmp_path, checkpoint=kept, on_problem="keep").rows == 3000


def test_what_cannot_be_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="as_of has to be given"):
        counted(tmp_path, as_of=None)
    with refused(sauro.ValidationError, match="batch_rows: expected at least 1"):
        counted(tmp_path, batch_rows=0)
    with refused(sauro.ValidationError, match="by: unknown 'xã'"):
        counted(tmp_path, by=["xã"])
    with refused(sauro.NotFoundError, match=r"it holds no \.parquet file"):
        counted(tmp_path)
    with refused(sauro.Error, match="a: there is no such folder"):
        counted(CASES, checkpoint="a")
    with pytest.raises(TypeError, match="not int"):
        counted(3)


def test_large_parts_are_merged_quickly_enough_to_be_many() -> None:
    rows = 100_000
    part = sauro.Table(
        {
            "agency": [f"Xã {n % 3000}" for n in range(rows)],
            "month": np.datetime64("2025-01-01") + np.arange(rows) // 3000,
            **{name: np.ones(rows, dtype="int64") for name in ("total", "in_time", "decided")},
        }
    )
    merged = sauro.merge_roll_ups([part] * 3)
    assert len(merged) == rows and set(merged["total"].tolist()) == {3}
