"""Cases that come as a stream: readers of batches, queries, tables one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["StreamPart", "gathered", "is_held", "is_of", "is_relation"]


@dataclass(frozen=True)
class StreamPart:
    """What is read once: a reader of batches, a query, tables one after the other."""

    name: str
    source: Any
    rows: int | None = None

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as tables; small ones are put together."""
        source = self.source
        if is_of(source, "polars", "LazyFrame"):
            yield from _of_query(source.select(names), size)
        elif is_held(source):
            yield source
        elif is_relation(source) or hasattr(source, "__arrow_c_stream__"):
            reader = _reader_of(source, names, size)
            yield from gathered(reader, reader.schema, names, size)
        else:
            yield from source


def is_relation(source: object) -> bool:
    return type(source).__name__ == "DuckDBPyRelation"


def _reader_of(source: Any, names: list[str], size: int) -> pa.RecordBatchReader:
    """Stream of a relation, of which some columns are asked for, or of anything else."""
    import pyarrow as pa

    if is_relation(source):
        import duckdb

        source = source.select(*map(duckdb.ColumnExpression, names))
        reader = getattr(source, "to_arrow_reader", None) or source.fetch_arrow_reader
        return reader(size)
    return pa.RecordBatchReader.from_stream(source)


def _of_query(query: Any, size: int) -> Iterator[Any]:
    """Give the result of a lazy query of Polars in frames."""
    if hasattr(query, "collect_batches"):
        frames = query.collect_batches(chunk_size=size)
    else:
        frames = _slices(query, size)
    empty = True
    for frame in frames:
        empty = False
        yield frame
    if empty:
        yield query.head(0).collect()


def _slices(query: Any, size: int) -> Iterator[Any]:
    """Ask a query of Polars before 1.34 for one slice after the other."""
    import polars as pl

    with pl.StringCache():  # categories of several files
        for at in itertools.count(0, size):
            frame = query.slice(at, size).collect()
            if not len(frame):
                return
            yield frame


def gathered(
    batches: Iterable[pa.RecordBatch], schema: pa.Schema, names: list[str], size: int
) -> Iterator[pa.Table]:
    """Put small batches together to some of `size` rows."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    rows = 0
    empty = True
    for batch in itertools.chain(batches, [None]):
        if batch is not None:
            held.append(batch.select(names))
            rows += batch.num_rows
        if held and (batch is None or rows >= size):
            yield pa.Table.from_batches(held)
            held, rows, empty = [], 0, False
    if empty:
        yield schema.empty_table().select(names)


def is_of(value: object, package: str, name: str) -> bool:
    kind = type(value)
    return kind.__module__.split(".")[0] == package and kind.__name__ == name


def is_held(source: object) -> bool:
    """Whether a source is a table that memory holds."""
    if isinstance(source, Mapping) or hasattr(source, "_core"):
        return True
    held = ("DataFrame", "Table", "RecordBatch")
    return type(source).__name__ in held
