"""Arrays that don't lie in memory as the core wants them, and objects that were never made."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
import pytest
import sauro
from sauro import _core

Array = npt.NDArray[Any]


def swapped(array: Array) -> Array:
    return array.astype(array.dtype.newbyteorder())


def strided(array: Array) -> Array:
    return np.repeat(array, 2)[::2]


def reversed_twice(array: Array) -> Array:
    return array[::-1].copy()[::-1]


def unaligned(array: Array) -> Array:
    raw = np.zeros(array.nbytes + 1, dtype=np.uint8)
    view: Array = raw[1:].view(array.dtype)
    view[:] = array
    return view


def field(array: Array) -> Array:
    packed = np.zeros(array.size, dtype=[("flag", "i1"), ("value", array.dtype)])
    packed["value"] = array
    return packed["value"]


def read_only(array: Array) -> Array:
    array = array.copy()
    array.flags.writeable = False
    return array


SHAPES: list[Callable[[Array], Array]] = [
    swapped,
    strided,
    reversed_twice,
    unaligned,
    field,
    read_only,
]
shaped = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)


@shaped
@pytest.mark.parametrize("dtype", ["i2", "i4", "i8", "u2", "u4", "u8", "f4", "f8"])
def test_a_table_holds_the_numbers_however_they_lie(
    shape: Callable[[Array], Array], dtype: str
) -> None:
    numbers = np.array([1, 2, 300], dtype=dtype)
    table = sauro.Table({"x": shape(numbers)})
    assert table["x"].dtype == numbers.dtype
    assert table["x"].tolist() == numbers.tolist()


@shaped
@pytest.mark.parametrize("unit", ["D", "s", "ms", "us", "ns"])
def test_a_table_holds_the_moments_however_they_lie(
    shape: Callable[[Array], Array], unit: str
) -> None:
    moments = np.array(["2026-01-05", "2026-02-06"], dtype=f"datetime64[{unit}]")
    assert (sauro.Table({"x": shape(moments)})["x"] == moments).all()


@shaped
@pytest.mark.parametrize("days", ["i4", "f4", "f8"])
def test_cases_are_judged_the_same_however_their_columns_lie(
    shape: Callable[[Array], Array], days: str
) -> None:
    def status(change: Callable[[Array], Array]) -> list[Any]:
        received = np.array(["2026-01-05", "2026-01-06", "2026-03-02"], dtype="datetime64[D]")
        log = sauro.CaseLog(
            received=change(received),
            finished=change(received + np.array([9, 1, 30])),
            limit_days=change(np.array([5, 5, 10], dtype=days)),
            agency=change(np.array([0, 1, 0], dtype="i4")),
        )
        judged = log.status(as_of="2026-06-01")
        return [judged.due.tolist(), judged.code.tolist(), judged.late_days.tolist()]

    assert status(shape) == status(np.array)


def test_floats_of_other_widths_are_read() -> None:
    assert sauro.Table({"x": np.array([0.5, 1.5], dtype="f2")})["x"].tolist() == [0.5, 1.5]
    assert sauro.Table({"x": np.array([0.1, 1.5], dtype="longdouble")})["x"].tolist() == [0.1, 1.5]


@pytest.mark.parametrize(
    "values", [[1, 2, 3], [1.0, 2.0, 3.0], ["a", "b", "c"], [True, False, True]]
)
def test_masked_values_are_missing(values: list[Any]) -> None:
    table = sauro.Table({"x": np.ma.MaskedArray(values, mask=[False, True, False])})
    read = table.to_dicts()
    assert read[0]["x"] == values[0] and read[2]["x"] == values[2]
    assert read[1]["x"] is None or read[1]["x"] != read[1]["x"]


@pytest.mark.parametrize("dtype", ["i8", "f8", "datetime64[s]", "datetime64[D]", "?"])
def test_a_table_never_changes_with_the_array_that_it_was_made_from(dtype: str) -> None:
    numbers = np.array([0, 1, 1], dtype="i8").astype(dtype)
    table = sauro.Table({"x": numbers})
    before = table["x"].tolist()
    numbers[:] = numbers[1]
    assert table["x"].tolist() == before
    with contextlib.suppress(ValueError):  # read-only, where it is no copy
        table["x"][:] = table["x"][1]
    assert table["x"].tolist() == before


def test_decimals_and_the_sums_of_databases_are_read() -> None:
    amounts = [Decimal("12.50"), None, Decimal("-0.05")]
    table = sauro.Table(pa.table({"x": pa.array(amounts, pa.decimal128(38, 2))}))
    assert table.to_dicts() == [{"x": 12.5}, {"x": None}, {"x": -0.05}]
    big = duckdb.sql("select sum(i) as total from range(5) t(i)")  # a HUGEINT
    assert sauro.Table(big)["total"].tolist() == [10]
    with pytest.raises(sauro.ValidationError, match="quá lớn"):
        sauro.Table(pa.table({"x": pa.array([Decimal(2**63)], pa.decimal128(38, 0))}))


def test_missing_and_equal_labels_of_a_dictionary_are_what_they_say_in_every_view() -> None:
    labels = pa.array(["a", None, "b", "a"])
    codes = pa.array([0, 1, 2, None, 3], pa.int32())
    table = sauro.Table(pa.table({"k": pa.DictionaryArray.from_arrays(codes, labels)}))
    expected = ["a", None, "b", None, "a"]
    assert table["k"].tolist() == expected
    assert [row["k"] for row in table.to_dicts()] == expected
    assert pa.table(table)["k"].to_pylist() == expected
    assert pl.DataFrame(table)["k"].to_list() == expected
    assert (
        table.to_pandas()["k"].astype(object).where(lambda k: k.notna(), None).tolist() == expected
    )


def test_a_stream_that_was_read_is_not_read_again() -> None:
    class Once:
        def __init__(self) -> None:
            self.capsule = pa.table({"x": [1, 2]}).__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self.capsule

    once = Once()
    assert sauro.Table(once)["x"].tolist() == [1, 2]
    with pytest.raises(sauro.ValidationError, match="đã được đọc"):
        sauro.Table(once)


MADE_WITHOUT_INIT = """
import copy, inspect, pickle, sys
import sauro
from sauro import _core

def attempt(call):
    try:
        call()
    except Exception:
        pass

for module in (_core, sauro):
    for name in dir(module):
        kind = getattr(module, name)
        if not inspect.isclass(kind) or issubclass(kind, (BaseException, type)):
            continue
        try:
            empty = kind.__new__(kind)
        except TypeError:
            continue
        for call in (repr, str, len, list, hash, copy.copy, copy.deepcopy, pickle.dumps):
            attempt(lambda: call(empty))
        attempt(lambda: empty == empty)
        attempt(lambda: empty[0])
        for member in dir(kind):
            if member in ("__init__", "__setstate__"):
                continue
            attempt(lambda: getattr(empty, member))
            attempt(lambda: getattr(empty, member)())
print("still here")
"""


def test_objects_that_were_never_made_raise_and_do_not_crash() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MADE_WITHOUT_INIT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip().endswith("still here")
    task = _core.Task.__new__(_core.Task)
    with pytest.raises(TypeError, match="never called"):
        _ = task.title
    with pytest.raises(TypeError):
        pickle.dumps(task)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle_works_or_says_that_it_cant(protocol: int) -> None:
    task = _core.Task(id="1", title="Rà soát")
    assert pickle.loads(pickle.dumps(task, protocol)) == task
    board = _core.Board.__new__(_core.Board)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(board, protocol)


IN_ANOTHER_INTERPRETER = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
other = interpreters.create()
try:
    failure = interpreters.run_string(other, "import sauro._core")
except Exception as error:
    failure = error
print(failure)
import sauro
print(sauro.Table({"x": [1]})["x"].tolist())
"""


def test_another_interpreter_is_refused_and_does_not_hang() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_INTERPRETER], capture_output=True, text=True, timeout=60
    )
    assert "main interpreter alone" in done.stdout, done.stderr
    assert done.stdout.strip().endswith("[1]")
