"""Where cases that memory doesn't hold come from: files and streams, a batch at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sauro._base.errors import Error, NotFoundError, Problem, Texts, error, say, texts_of
from sauro._base.files import NO_SUCH_FILE
from sauro.cases._streams import StreamPart, gathered, is_held, is_of, is_relation
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
            found = file.iter_batches(size, columns=names, use_threads=threads != 1)
            yield from gathered(found, file.schema_arrow, names, size)


@dataclass(frozen=True)
class FragmentPart:
    """A file of a dataset of pyarrow, which knows its columns."""

    name: str
    fragment: Any
    schema: Any
    rows: int | None = None

    def batches(self, names: list[str], coded: list[str], size: int, threads: int) -> Iterator[Any]:
        """Give columns as batches of at most `size` rows."""
        found = self.fragment.to_batches(
            schema=self.schema,
            columns=names,
            batch_size=size,
            batch_readahead=2,
            use_threads=threads != 1,
        )
        yield from gathered(found, self.schema, names, size)


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
    known = is_arrow(source) or is_held(source) or is_relation(source)
    if known or isinstance(source, Iterable):
        return [StreamPart(type(source).__name__, source, _length_of(source))], []
    if is_of(source, "polars", "LazyFrame"):
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
    return len(source) if is_held(source) and not isinstance(source, Mapping) else None


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
