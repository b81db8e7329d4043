"""Where cases that memory doesn't hold come from: files and streams, a batch at a time."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sauro._base.errors import Error, NotFoundError, Problem, Texts, error, say, texts_of
from sauro._base.files import NO_SUCH_FILE
from sauro.table._arrays import is_arrow

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetPart", "Part", "headers_of", "no_column", "parts_of", "problem_of"]

FILE_NOT_FOUND, CANNOT_READ, INVALID_COLUMN = 100, 102, 220


class Part(Protocol):
    """Some of the cases."""

    @property
    def name(self) -> str:
        """What errors call it."""

    @property
    def rows(self) -> int | None:
        """How many cases it has, where that is known before they are read."""

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as tables of about `size` rows; texts of `coded` as categories."""


@dataclass(frozen=True)
class ParquetPart:
    """A Parquet file."""

    name: str
    rows: int | None = None

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as batches of at most `size` rows."""
        import pyarrow.parquet as pq

        with pq.ParquetFile(self.name) as file:
            texts = [name for name in coded if _kind(file.schema_arrow.field(name).type) == "text"]
        with pq.ParquetFile(self.name, read_dictionary=texts) as file:
            if not file.metadata.num_rows:
                yield file.schema_arrow.empty_table().select(names)
            yield from file.iter_batches(size, columns=names, use_threads=threads != 1)


@dataclass(frozen=True)
class FragmentPart:
    """A file of a dataset of pyarrow, which knows its columns."""

    name: str
    fragment: Any
    schema: Any
    rows: int | None = None

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as batches of at most `size` rows."""
        yield from self.fragment.to_batches(
            schema=self.schema,
            columns=names,
            batch_size=size,
            batch_readahead=2,
            use_threads=threads != 1,
        )


@dataclass(frozen=True)
class StreamPart:
    """What is read once: a reader of batches, a query, tables one after the other."""

    name: str
    source: Any
    rows: int | None = None

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as tables; small ones are put together."""
        source = self.source
        if _is(source, "polars", "LazyFrame"):
            yield from _of_query(source.select(names), size)
        elif _is_held(source):
            yield source
        elif not hasattr(source, "__arrow_c_stream__"):
            yield from source
        else:
            import pyarrow as pa

            if _is(source, "_duckdb", "DuckDBPyRelation"):
                import duckdb

                source = source.select(*map(duckdb.ColumnExpression, names))
            yield from _gathered(pa.RecordBatchReader.from_stream(source), names, size)


def _of_query(query: Any, size: int) -> Iterator[Any]:
    """Give the result of a lazy query of Polars in frames."""
    if hasattr(query, "collect_batches"):
        frames = query.collect_batches(chunk_size=size)
    else:  # before 1.34
        slices = (query.slice(at, size).collect() for at in itertools.count(0, size))
        frames = itertools.takewhile(len, slices)
    empty = True
    for frame in frames:
        empty = False
        yield frame
    if empty:
        yield query.head(0).collect()


def _gathered(reader: pa.RecordBatchReader, names: list[str], size: int) -> Iterator[pa.Table]:
    """Put small batches together to some of `size` rows."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    rows = 0
    empty = True
    for batch in itertools.chain(reader, [None]):
        if batch is not None:
            held.append(batch.select(names))
            rows += batch.num_rows
        if held and (batch is None or rows >= size):
            yield pa.Table.from_batches(held)
            held, rows, empty = [], 0, False
    if empty:
        yield reader.schema.empty_table().select(names)


def _is(value: object, package: str, name: str) -> bool:
    kind = type(value)
    return kind.__module__.split(".")[0] == package and kind.__name__ == name


def _is_held(source: object) -> bool:
    """Whether a source is a table that memory holds."""
    if isinstance(source, Mapping) or hasattr(source, "_core"):
        return True
    held = ("DataFrame", "Table", "RecordBatch")
    return type(source).__name__ in held


def parts_of(source: Any, names: list[str]) -> tuple[list[Part], list[Problem]]:
    """Give the parts of a source, and what is wrong with those that can't be read.

    Raises
    ------
    NotFoundError
        Code 100 for a folder without Parquet files.
    """
    paths = _paths_of(source)
    if paths is not None:
        return _checked(paths, names)
    if hasattr(source, "get_fragments"):
        return [
            FragmentPart(getattr(one, "path", "") or f"part {at}", one, source.schema)
            for at, one in enumerate(source.get_fragments())
        ], []
    if is_arrow(source) or _is_held(source) or isinstance(source, Iterable):
        return [StreamPart(type(source).__name__, source, _length_of(source))], []
    if _is(source, "polars", "LazyFrame"):
        return [StreamPart("LazyFrame", source)], []
    raise TypeError(
        "source has to be a path, a folder or a list of paths of Parquet files, a pyarrow dataset "
        "or reader, a Polars LazyFrame or tables one after the other, not "
        f"{type(source).__name__}"
    )


def headers_of(path: str | os.PathLike[str]) -> list[str]:
    """Give the columns of a Parquet file, or of the first one in a folder that can be read."""
    import pyarrow.parquet as pq

    problems = []
    for one in _paths_of(path) or []:
        try:
            with pq.ParquetFile(one) as file:
                return list(file.schema_arrow.names)
        except Exception as why:  # of the system, or of pyarrow
            problems.append(problem_of(str(one), why))
    raise Error(problems)


def _length_of(source: Any) -> int | None:
    return len(source) if _is_held(source) and not isinstance(source, Mapping) else None


def _paths_of(source: Any) -> list[Path] | None:
    if isinstance(source, str | os.PathLike):
        folder = Path(source)
        if not folder.is_dir():
            return [folder]
        found = sorted(
            path
            for path in folder.rglob("*.parquet")
            if not any(part[0] in "._" for part in path.relative_to(folder).parts)
        )
        if not found:
            text = say("không có tệp .parquet nào", "it holds no .parquet file")
            raise error(NotFoundError, FILE_NOT_FOUND, str(folder), [text])
        return found
    if isinstance(source, list | tuple) and source:
        paths = [Path(one) for one in source if isinstance(one, str | os.PathLike)]
        return paths if len(paths) == len(source) else None
    return None


def _checked(paths: list[Path], names: list[str]) -> tuple[list[Part], list[Problem]]:
    """Look at the columns of all files before anything is counted."""
    import pyarrow.parquet as pq

    good: list[Part] = []
    problems: list[Problem] = []
    usual: tuple[str, pa.Schema] | None = None
    for path in map(str, paths):
        try:
            with pq.ParquetFile(path) as file:
                schema, rows = file.schema_arrow, file.metadata.num_rows
        except Exception as why:  # of the system, or of pyarrow
            problems.append(problem_of(path, why))
            continue
        wrong = _lacking(path, schema, names) or _changed(path, schema, names, usual)
        problems += wrong
        if not wrong:
            usual = usual or (path, schema)
            good.append(ParquetPart(path, rows))
    return good, problems


def problem_of(name: str, why: Exception) -> Problem:
    """Say why a part can't be read.

    Raises
    ------
    Exception
        The same one, where it doesn't say that a part is missing or damaged.
    """
    import pyarrow as pa

    if isinstance(why, FileNotFoundError):
        return Problem(FILE_NOT_FOUND, name, *NO_SUCH_FILE)
    if isinstance(why, OSError | pa.ArrowException):
        first = str(why).splitlines()[0] if str(why) else type(why).__name__
        return Problem(CANNOT_READ, name, *texts_of(ValueError(first)))
    raise why


def no_column(name: str, known: Iterable[str]) -> Texts:
    """Say that a table hasn't a column, and which ones it has."""
    return say("không có cột {!r}; có {}", "no column {!r}; there are {}", name, ", ".join(known))


def _lacking(path: str, schema: pa.Schema, names: list[str]) -> list[Problem]:
    return [
        Problem(INVALID_COLUMN, path, *no_column(name, schema.names))
        for name in names
        if name not in schema.names
    ]


def _changed(
    path: str, schema: pa.Schema, names: list[str], usual: tuple[str, pa.Schema] | None
) -> list[Problem]:
    """Say which columns are of another kind than in the first file."""
    if usual is None:
        return []
    problems = []
    for name in names:
        here, there = schema.field(name).type, usual[1].field(name).type
        if len({_kind(here), _kind(there)} - {"null"}) > 1:
            text = say(
                "cột {!r} có kiểu {}, trong {} là {}",
                "the column {!r} is of type {}, in {} of {}",
                name, str(here), usual[0], str(there),
            )  # fmt: skip
            problems.append(Problem(INVALID_COLUMN, path, *text))
    return problems


def _kind(kind: pa.DataType) -> str:
    """Give what a type of Arrow stands for: files may hold the same in several."""
    import pyarrow as pa

    kinds = pa.types
    if kinds.is_dictionary(kind):
        return _kind(kind.value_type)
    name = str(kind)
    if "string" in name:
        return "text"
    if kinds.is_integer(kind) or kinds.is_floating(kind) or kinds.is_decimal(kind):
        return "number"
    return "day" if kinds.is_date(kind) else name.split("[", 1)[0]
