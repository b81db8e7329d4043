"""Columns of a log of cases, read where they lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from sauro import _core
from sauro._base.errors import Error, ValidationError, error, say
from sauro.calendar._limits import limit_in_words
from sauro.table._arrays import array_of, from_arrow, is_arrow, is_numeric
from sauro.table._coerce import UNSUPPORTED_TYPE, raw_array
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from sauro.calendar._limits import Unit as LimitUnit

__all__ = [
    "UNITS",
    "Part",
    "Unit",
    "amounts",
    "codes",
    "columns_of",
    "figures",
    "flags",
    "limits",
    "number",
    "spread",
]

Part = _core.Column | tuple[Any, Any]
Unit = Literal["working_days", "days", "working_hours", "hours", "minutes"]
_FIGURES = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*")
UNITS: tuple[Unit, ...] = get_args(Unit)


def columns_of(data: Any, names: list[str], coded: set[Any]) -> dict[str, Any]:
    """Columns of a table, all read at once where it comes as Arrow.

    A relation would be worked out again for each column. Texts of the columns `coded` become
    categories.
    """
    if not is_arrow(data):
        return {name: data[name] for name in names}
    labels: dict[str, list[str]] = {}
    if type(data).__module__.startswith("polars"):
        data, labels = _with_physical_codes(data.select(names))
    table = _core.table_from_arrow(data, columns=names, coded=sorted(coded))
    columns = {name: table.column(name) for name in names}
    for name, texts in labels.items():
        columns[name] = _core.labelled_column(columns[name], texts)
    return {name: Table(_core.Table([column])) for name, column in columns.items()}


def _with_physical_codes(frame: Any) -> tuple[Any, dict[str, list[str]]]:
    """Categories of Polars as the codes that it holds, which it would copy on their way out."""
    import polars as pl

    labels: dict[str, list[str]] = {}
    codes = {}
    for name, dtype in frame.schema.items():
        if isinstance(dtype, pl.Categorical) and hasattr(pl.Series().cat, "to"):  # since 2.0
            physical = frame[name].to_physical()
            known = pl.int_range(0, (physical.max() or 0) + 1, dtype=physical.dtype, eager=True)
            if len(known) <= len(frame):
                labels[name] = known.cat.to(dtype).cast(pl.String).to_list()
                codes[name] = physical.cast(pl.UInt32)
    return frame.with_columns(**codes), labels


def spread(values: Any, rows: int) -> Any:
    """Column for all rows of one value that holds for each."""
    if isinstance(values, int | float):
        return [values] * rows
    single = hasattr(values, "__len__") and len(values) == 1 and rows != 1
    return list(values) * rows if single else values


def limits(values: Any, unit: Unit | None) -> tuple[Any, Unit]:
    """Numbers and their unit; limits in words are read, and name one unit between them."""
    import numpy as np

    if values is None:
        return None, "working_days" if unit is None else unit
    if isinstance(values, str):
        [(amount, said)] = _read([values])
        return amount, _one_unit([values], [said], unit)
    named = labelled(values, "limit_days") if _may_have_words(values) else None
    if named is None:
        return values, "working_days" if unit is None else unit
    part, labels = named
    codes, mask = part.parts()[1:3] if isinstance(part, _core.Column) else part
    read = _read(labels)
    amounts = np.array([*(amount for amount, _ in read), np.nan])
    amounts = amounts[codes if mask is None else np.where(mask, len(read), codes)]
    return amounts, _one_unit(labels, [said for _, said in read], unit)


def _read(labels: list[str]) -> list[tuple[float, LimitUnit | None]]:
    """Read limits in words; figures alone have no unit of their own."""
    read: list[tuple[float, LimitUnit | None]] = []
    problems = []
    for label in labels:
        try:
            alone = figures(label)
            read.append(limit_in_words(label) if alone is None else (alone, None))
        except Error as wrong:
            problems += [(f"limit_days {label!r}", p.message, p.message_en) for p in wrong.problems]
    if problems:
        raise error(ValidationError, UNSUPPORTED_TYPE, "limit_days", problems)
    return read


def _may_have_words(values: Any) -> bool:
    if is_arrow(values) or hasattr(values, "cat"):
        return True
    array = raw_array(values, "limit_days")
    if array.dtype.kind == "O":
        return isinstance(next((v for v in array.flat if v is not None), None), str)
    return array.dtype.kind in "UST"


def figures(text: str) -> float | None:
    """Read a number that is written without anything beside it."""
    alone = _FIGURES.fullmatch(text)
    return None if alone is None else float(alone[1].replace(",", "."))


def _one_unit(labels: list[str], units: list[LimitUnit | None], given: Unit | None) -> Unit:
    """Take the unit of all limits of a log; figures alone are working days unless it is given."""
    usual = next((unit for unit in units if unit is not None), "working_days")
    first = usual if given is None else given
    if given is None and first != "working_days" and None in units:
        text = say(
            "{!r} không ghi đơn vị, các thời hạn khác tính bằng {}; hãy ghi đơn vị",
            "{!r} has no unit, other limits count {}; write its unit",
            labels[units.index(None)], first,
        )  # fmt: skip
        raise error(ValidationError, UNSUPPORTED_TYPE, "limit_days", [text])
    for label, unit in zip(labels, units, strict=True):
        if unit not in (first, None):
            text = say(
                "{!r} tính bằng {}, các thời hạn khác bằng {}; mỗi sổ chỉ một đơn vị",
                "{!r} counts {}, other limits count {}; one unit for a log",
                label, unit, first,
            )  # fmt: skip
            raise error(ValidationError, UNSUPPORTED_TYPE, "limit_days", [text])
    return cast("Unit", first)


def codes(values: Any, name: str) -> tuple[Part, list[str] | None]:
    """Codes as they are; texts and categories become codes and their labels."""
    import numpy as np

    named = None if _has_whole_numbers(values, name) else labelled(values, name)
    if named is not None:
        return named
    array = raw_array(values, name)
    if array.dtype.kind in "iufO" or is_arrow(values):
        part = number(values, name)
        if isinstance(part, _core.Column):
            if "int" in part.type:
                return part, None
        elif part is not None and part[0].dtype.kind in "iu":
            return part, None
        elif part is not None and (np.isnan(part[0]) | (part[0] % 1 == 0)).all():
            gaps = np.isnan(part[0])  # whole numbers with gaps, as NumPy and pandas hold them
            return (np.where(gaps, 0, part[0]).astype("int64"), gaps), None
    text = say(
        "cột cần mã là số nguyên, chữ hoặc nhóm, gặp {}",
        "expected whole codes, texts or categories, found {}",
        array.dtype,
    )
    raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])


def _has_whole_numbers(values: Any, name: str) -> bool:
    """Whether objects are numbers, some of them perhaps missing."""
    if is_arrow(values) or hasattr(values, "cat"):
        return False
    array = raw_array(values, name)
    if array.dtype.kind != "O":
        return False
    return isinstance(next((v for v in array.flat if v is not None), None), int)


def flags(values: Any, name: str) -> npt.NDArray[np.uint8] | None:
    """Column of yes and no, a missing one as no; None for a column of anything else."""
    import numpy as np

    if is_arrow(values):
        column = from_arrow(values).columns[0]
        if column.type != "boolean":
            return None
        _, found, gaps, _ = column.parts()
        yes: npt.NDArray[np.bool_] = np.asarray(found, dtype=bool)
        return (yes if gaps is None else yes & ~gaps).astype("uint8")
    if str(getattr(values, "dtype", "")) == "boolean":  # pandas
        return np.asarray(values.fillna(value=False), dtype="uint8")
    array = raw_array(values, name)
    if array.dtype.kind == "O":
        there = [value for value in array.flat if value is not None and value == value]
        if there and all(isinstance(value, bool | np.bool_) for value in there):
            yes = np.fromiter((value is not None and value == 1 for value in array.flat), bool)
            return yes.astype("uint8")
    return array.astype("uint8") if array.dtype.kind == "b" else None


def labelled(values: Any, name: str) -> tuple[Part, list[str]] | None:
    """Codes of a column of texts or categories, and what they stand for."""
    import numpy as np

    if hasattr(values, "cat") and hasattr(values.cat, "codes"):  # pandas
        labels = [str(label) for label in values.cat.categories]
        return _without_gaps(np.asarray(values.cat.codes)), labels
    if is_arrow(values):
        column = from_arrow(values, coded=True).columns[0]
        return (column, column.labels) if column.type == "category" else None
    if hasattr(values, "factorize") and (str(values.dtype) == "object" or _is_text(values)):
        codes, known = values.factorize()
        return _without_gaps(codes.astype("int32")), [str(label) for label in known]
    array = raw_array(values, name)
    if array.dtype.kind not in "OUST":
        return None
    codes, labels = factorize(array)
    return _without_gaps(codes), labels


def _is_text(values: Any) -> bool:
    return getattr(values.dtype, "name", "").startswith(("str", "string"))


def _without_gaps(codes: npt.NDArray[Any]) -> Part:
    """Codes and which of them, the negative ones, stand for a missing text."""
    import numpy as np

    gaps = codes < 0
    return np.ascontiguousarray(codes), gaps if gaps.any() else None


def number(values: Any, name: str) -> Part | None:
    """Numbers where they lie; missing ones are NaN or stand in the mask."""
    import numpy as np

    if values is None:
        return None
    mask = None
    if is_arrow(values):
        column = from_arrow(values).columns[0]
        if is_numeric(column):
            return column
        array = array_of(column)
        if array.dtype.kind == "O" and all(value is None for value in array.flat):
            array = np.full(array.size, np.nan)
    else:
        if hasattr(values, "isna") and getattr(values.dtype, "kind", "O") in "iuf":
            mask = np.asarray(values.isna()) if values.isna().any() else None
            if mask is not None and hasattr(values.dtype, "numpy_dtype"):
                values = values.to_numpy(dtype=values.dtype.numpy_dtype, na_value=0)
        array = raw_array(values, name)
        if array.dtype.kind == "O":
            array = np.array([np.nan if v is None else v for v in array.tolist()])
    if array.dtype.kind not in "iuf":
        text = say("cột cần số, gặp {}", "expected numbers, found {}", array.dtype)
        raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])
    if mask is not None:
        mask = np.ascontiguousarray(mask, dtype=bool)
    return np.ascontiguousarray(array).reshape(-1), mask


def amounts(values: Any, name: str) -> Part | None:
    """Numbers of which a missing one is none: nobody writes that a case wasn't paused."""
    import numpy as np

    part = number(values, name)
    if part is None:
        return None
    found, gaps = part.parts()[1:3] if isinstance(part, _core.Column) else part
    missing = np.zeros(len(found), dtype=bool) if gaps is None else np.array(gaps, dtype=bool)
    if found.dtype.kind == "f":
        missing |= np.isnan(found)
    return (np.where(missing, found.dtype.type(0), found), None) if missing.any() else part


def factorize(array: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Codes in order of first sight; a missing text has code -1."""
    import numpy as np

    known: dict[Any, int] = {}
    codes = np.empty(array.size, dtype="int32")
    for row, value in enumerate(array.flat):
        missing = value is None or value != value
        codes[row] = -1 if missing else known.setdefault(value, len(known))
    return codes, [str(label) for label in known]
