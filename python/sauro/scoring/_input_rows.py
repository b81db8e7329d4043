"""Tables and files of inputs -> rows of cells, which the core reads."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import Error, ParseError, ValidationError, error
from sauro._base.files import read_bytes, read_text
from sauro.scoring import _input_texts as texts
from sauro.table._arrays import is_arrow
from sauro.table._grids import grid_of

__all__ = ["grid_of_inputs", "is_table", "read_file"]

CANNOT_READ, NEEDS_PACKAGE, JSON_MALFORMED = 102, 132, 300


def read_file(path: str | os.PathLike[str]) -> Any:
    """Give what a JSON or Parquet file holds; None for others, which the core reads.

    Raises
    ------
    Error
        Code 132 for Parquet where no package is there that reads it; ParseError 102 for a damaged
        one.
    """
    ending = Path(path).suffix.lower()
    if ending == ".parquet":
        return _read_parquet(path)
    if ending != ".json":
        return None
    text = read_text(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as why:
        raise error(ValidationError, JSON_MALFORMED, str(path), [texts.no_json(why)]) from None


def _read_parquet(path: str | os.PathLike[str]) -> Any:
    """Read a table by whichever package is there."""
    content = read_bytes(path)  # what isn't there is an error of the package
    try:
        try:
            import pyarrow.parquet as pq
        except ImportError:
            import polars as pl

            return pl.read_parquet(content)
        import pyarrow as pa

        return pq.read_table(pa.BufferReader(content))
    except ImportError:
        raise error(Error, NEEDS_PACKAGE, os.fspath(path), [texts.NEEDS_PARQUET]) from None
    except Exception as why:  # of pyarrow or Polars
        raise error(ParseError, CANNOT_READ, os.fspath(path), [texts.no_parquet(why)]) from None


def is_table(data: Any) -> bool:
    """Whether data are rows of units, and not values by variable."""
    return (
        isinstance(data, _core.Grid)
        or is_arrow(data)
        or _is_pandas(data)
        or hasattr(data, "to_dicts")
        or (isinstance(data, list) and bool(data) and isinstance(data[0], Mapping))
    )


def grid_of_inputs(data: Any) -> _core.Grid:
    """Rows of cells of any table; an index of pandas with a name or texts is a column too."""
    if isinstance(data, _core.Grid):
        return data
    if _is_pandas(data):
        data = _with_index(data)
    return grid_of(data)


def _with_index(data: Any) -> Any:
    """Make columns of an index of pandas that has names or holds texts: those of the units."""
    index = data.index
    if any(name is not None for name in index.names):
        return data.reset_index()
    texts = index.nlevels == 1 and len(index) and all(isinstance(one, str) for one in index)
    named = texts and "unit" not in data.columns
    return data.rename_axis("unit").reset_index() if named else data


def _is_pandas(data: Any) -> bool:
    return type(data).__module__.split(".")[0] == "pandas"
