"""What users hold of one variable -> a column of numbers, a value a unit and period."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sauro import _core
from sauro._base.errors import Texts, ValidationError, error, shortened
from sauro._base.keys import key_text
from sauro._core import Variable
from sauro.scoring import _input_texts as texts
from sauro.scoring._input_texts import INVALID_INPUTS, SHOWN, UNIT
from sauro.table._coerce import day_numbers, raw_array

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]

__all__ = ["Places", "column_of", "composed"]


def composed(names: Iterable[object], what: Texts = UNIT) -> list[str]:
    """Names of units or periods as the core compares them, whatever way they are typed.

    That is composed (NFC), without blanks at the ends, and with one between words.
    """
    given = list(names)
    gone = [texts.no_name(what, i + 1) for i, name in enumerate(given) if _is_gone(name)]
    if gone:
        raise error(ValidationError, INVALID_INPUTS, what.en, gone[:SHOWN])
    return [_composed(key_text(name)) for name in given]


def _composed(name: str) -> str:
    spaced = name.replace("\u200b", " ").replace("\ufeff", " ")  # as the core takes them
    return " ".join(unicodedata.normalize("NFC", spaced).split())


def distinct(names: Iterable[object], what: Texts) -> list[str]:
    """Give the same, none of them twice."""
    if isinstance(names, str):
        raise TypeError(f"{what.en}s are a sequence of names, not one text: {names!r}")
    made = composed(names, what)
    seen: set[str] = set()
    twice = [name for name in made if name in seen or seen.add(name)]  # type: ignore[func-returns-value]
    if twice:
        problems = texts.twice(what, dict.fromkeys(twice))
        raise error(ValidationError, INVALID_INPUTS, what.en, problems[:SHOWN])
    return made


def _is_gone(name: object) -> bool:
    """Whether a name is None, NaN, NaT or nothing but blanks."""
    if name is None or type(name).__name__ in ("NAType", "NaTType"):
        return True
    return not _composed(name) if isinstance(name, str) else bool(name != name)


class Places(NamedTuple):
    """Names of the units and periods whose values stand in a column."""

    units: Sequence[str]
    periods: Sequence[str]

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of periods and units."""
        return len(self.periods), len(self.units)

    def name_of(self, row: int) -> str:
        """Name unit and period of a row."""
        period = self.periods[row // len(self.units) % len(self.periods)]
        unit = self.units[row % len(self.units)]
        return f"unit {unit}" + (f", period {period}" if period else "")


def column_of(
    framework: _core.Framework, variable: Variable, values: Any, places: Places
) -> _Floats:
    """Values of a variable, or one for all, in the order of periods and units."""
    import numpy as np

    rows, columns = places.shape
    if isinstance(values, (str, bool, int, float)) or values is None:
        values = [values] * columns
    array = _numbers(framework, variable, _aligned(variable, values, places), places)
    if array.shape == (columns,) and rows == 1:
        return array
    if array.shape == places.shape:
        return np.ascontiguousarray(array).reshape(-1)
    if array.ndim == 1 and array.size == columns:
        return np.tile(array, rows)
    text = texts.other_shape(array.shape, rows, columns)
    raise error(ValidationError, INVALID_INPUTS, variable.name, [text])


def _numbers(
    framework: _core.Framework, variable: Variable, values: Any, places: Places
) -> _Floats:
    """Numbers of a column; what can't be read is named by its place."""
    import numpy as np

    array = raw_array(values, variable.name)
    if isinstance(values, list | tuple) and array.dtype.kind in "if":
        given = np.array(values, dtype=object)
        if any(isinstance(one, bool | np.bool_) for one in given.flat):
            array = given  # among numbers NumPy makes 1 and 0 of them
    if variable.kind == "date" and array.dtype.kind in "M":
        days = day_numbers(array, variable.name)
        numbers = days.astype(np.float64)
        numbers[days == np.iinfo(np.int64).min] = np.nan
        return numbers.reshape(array.shape)
    labelled = any(label[:1].isdigit() or label[:1] == "-" for label in variable.values)
    if array.dtype.kind in ("b" if variable.kind == "yes_no" else "") + "iuf" * (not labelled):
        return np.array(array, dtype=np.float64, order="C")  # its own
    cells = array.reshape(-1).tolist()
    read, wrong = _core.values_in(framework, variable.name, cells)
    if wrong:
        head = f"variable {variable.name}"
        problems = [(f"{head}, {places.name_of(row)}", *why) for row, why in wrong]
        raise error(ValidationError, INVALID_INPUTS, variable.name, shortened(problems, SHOWN))
    return np.array(read).reshape(array.shape)


def _aligned(variable: Variable, values: Any, places: Places) -> Any:
    """Put a pandas Series that names its units into their order."""
    index = getattr(values, "index", None)
    if index is None or not type(values).__module__.startswith("pandas"):
        return values
    units = list(places.units)
    names = composed(index.tolist())
    if type(index).__name__ == "RangeIndex" or names == units:
        return values
    if sorted(names) == sorted(units):
        place = {name: row for row, name in enumerate(names)}
        return values.iloc[[place[unit] for unit in units]]
    wrong = texts.unknown(UNIT, names, units)
    wrong += [texts.no_value(unit) for unit in units if unit not in names]
    raise error(ValidationError, INVALID_INPUTS, variable.name, wrong[:SHOWN])
