"""What users hold of variables x units x periods -> columns of the core."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import NotFoundError, Texts, ValidationError, error, shortened
from sauro._base.files import read_text
from sauro.scoring import _input_texts as texts
from sauro.scoring._framework import INVALID_INPUTS, Framework, Variable
from sauro.scoring._input_texts import PERIOD, STAGE, UNIT
from sauro.table._arrays import is_arrow
from sauro.table._coerce import INVALID_ROWS, day_numbers, raw_array
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["STAGES", "Inputs"]

Stage = Literal["self", "appraisal_1", "explanation", "appraisal_2", "survey"]
STAGES: tuple[Stage, ...] = ("self", "appraisal_1", "explanation", "appraisal_2", "survey")
_SHOWN = 20


@runtime_checkable
class _Percents(Protocol):
    """A scorecard, as inputs of another index see it."""

    @property
    def units(self) -> list[str]: ...

    def _percent_for(self, units: list[str], periods: list[str]) -> Any: ...


class Inputs:
    """Values of a framework's variables by unit and period, with stages and evidence.

    Parameters
    ----------
    framework : Framework
        Its variables are those that can be given; the code of a criterion whose rule takes one
        variable stands for that variable.
    units : sequence of str
        Names of the units, each once.
    periods : sequence of str, optional
        Names of the periods in the order of time, each once; one period without a name if left
        out.

    Examples
    --------
    >>> import sauro
    >>> pgi = sauro.Framework.load("pgi-2023")
    >>> inputs = sauro.Inputs(pgi, ["Quảng Ninh", "Đà Nẵng"])
    >>> inputs.set("giam_o_nhiem", [7.0, 6.5], stage="survey", evidence=["BC 1", "BC 2"])
    >>> inputs.set("2", [6.0, 6.2])
    >>> sauro.score(pgi, inputs).low()
    array([13. , 12.7])
    """

    def __init__(
        self, framework: Framework, units: Sequence[str], periods: Sequence[str] | None = None
    ) -> None:
        self._framework = framework
        self._variables = {variable.name: variable for variable in framework.variables}
        self._units = [str(unit) for unit in units]
        self._periods = [""] if periods is None else [str(period) for period in periods]
        _refuse_twice(self._units, UNIT)
        _refuse_twice(self._periods, PERIOD)
        self._core = _core.Inputs(self._units, self._periods)
        self._calls: list[tuple[str, tuple[Any, ...]]] = []  # for copies and pickles

    @property
    def units(self) -> list[str]:
        """Names of the units."""
        return list(self._units)

    @property
    def periods(self) -> list[str]:
        """Names of the periods, earliest first."""
        return list(self._periods)

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of periods and units."""
        return len(self._periods), len(self._units)

    def set(
        self,
        variable: str,
        values: Any,
        *,
        stage: Stage = "self",
        evidence: Sequence[str] | None = None,
    ) -> None:
        """Give the values of a variable at one stage; a later stage replaces an earlier one.

        Parameters
        ----------
        variable : str
            Name, or the code of a criterion whose rule takes one variable.
        values : column, or one value for all
            Shape (units,) or (periods, units); float64 arrays are not copied. Dates for a variable
            of the kind date; booleans or có/không for yes_no; labels or codes for a choice.
            NaN or None where missing.
        stage : {"self", "appraisal_1", "explanation", "appraisal_2", "survey"}
            Who gave them.
        evidence : sequence of str, optional
            A reference for each value, in the order of `values`.

        Raises
        ------
        ValidationError
            Texts where numbers belong, infinite numbers, another shape: named by unit and period.
        """
        found = self._variable(variable)
        column = self._column(found, values)
        notes = [] if evidence is None else [str(item) for item in evidence]
        self._keep("add", found.name, choice(stage, STAGES, "stage"), column, notes)

    def exempt(
        self,
        code: str,
        units: Iterable[str] | None = None,
        periods: Iterable[str] | None = None,
    ) -> None:
        """Say that a criterion, and what is below it, doesn't apply to some units.

        Parameters
        ----------
        code : str
            Of a criterion.
        units, periods : iterable of str, optional
            To whom and when; all if left out.
        """
        import numpy as np

        self._framework._core.find(code)
        rows = np.zeros(self.shape, dtype=np.bool_)
        chosen_units = _places(units, self._units, UNIT)
        chosen_periods = _places(periods, self._periods, PERIOD)
        rows[np.ix_(chosen_periods, chosen_units)] = True
        self._keep("exempt", code, rows.reshape(-1))

    @classmethod
    def of(
        cls,
        framework: Framework,
        data: Any,
        *,
        units: Sequence[str] | None = None,
        periods: Sequence[str] | None = None,
    ) -> Inputs:
        """Make inputs of what `score` takes: mappings, tables, files; see there."""
        if isinstance(data, Inputs):
            return data
        if isinstance(data, str | os.PathLike):
            data = _read_file(data)
        if _is_table(data):
            return _from_table(cls, framework, data, units, periods)
        if not isinstance(data, Mapping):
            raise TypeError(
                "inputs are a mapping of variables to values, a table, a CSV or JSON file or "
                f"sauro.Inputs, not {type(data).__name__}"
            )
        return _from_mapping(cls, framework, data, units, periods)

    def _keep(self, call: str, *arguments: Any) -> None:
        getattr(self._core, call)(*arguments)
        self._calls.append((call, arguments))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (1, self._framework, self._units, self._periods, self._calls)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Inputs):
            return NotImplemented
        return self._key() == other._key()

    __hash__ = None  # type: ignore[assignment]

    def _key(self) -> tuple[Any, ...]:
        calls = [
            (call, [one.tobytes() if hasattr(one, "tobytes") else one for one in arguments])
            for call, arguments in self._calls
        ]
        return self._framework._core, self._units, self._periods, calls

    def __repr__(self) -> str:
        return f"<Inputs of {len(self._units)} units and {len(self._periods)} periods>"

    def _variable(self, name: str) -> Variable:
        if name in self._variables:
            return self._variables[name]
        try:
            needed = self._framework.variables_of(name)
        except NotFoundError:
            needed = []
        if len(needed) == 1 and needed[0] in self._variables:
            return self._variables[needed[0]]
        if needed:
            raise error(ValidationError, INVALID_INPUTS, name, [texts.several_variables(needed)])
        text = texts.no_variable(name, list(self._variables)[:12])
        raise error(ValidationError, INVALID_INPUTS, name, [text])

    def _column(self, variable: Variable, values: Any) -> npt.NDArray[np.float64]:
        import numpy as np

        if isinstance(values, (str, bool, int, float)) or values is None:
            values = [values] * len(self._units)
        array = self._numbers(self._aligned(variable, values), variable)
        if array.shape == (len(self._units),) and len(self._periods) == 1:
            return array
        if array.shape == self.shape:
            return np.ascontiguousarray(array).reshape(-1)
        if array.ndim == 1 and array.size == len(self._units):
            return np.tile(array, len(self._periods))
        rows, columns = self.shape
        text = texts.other_shape(array.shape, rows, columns)
        raise error(ValidationError, INVALID_INPUTS, variable.name, [text])

    def _numbers(self, values: Any, variable: Variable) -> npt.NDArray[np.float64]:
        """Numbers of a column; what can't be read is named by its place."""
        import numpy as np

        array = raw_array(values, variable.name)
        if variable.kind == "date" and array.dtype.kind in "M":
            days = day_numbers(array, variable.name)
            numbers = days.astype(np.float64)
            numbers[days == np.iinfo(np.int64).min] = np.nan
            return numbers.reshape(array.shape)
        if array.dtype.kind in "iufb":
            return np.ascontiguousarray(array, dtype=np.float64)
        cells = array.reshape(-1).tolist()
        read, wrong = _core.values_in(self._framework._core, variable.name, cells)
        if wrong:
            problems = [
                (f"variable {variable.name}, {self._place(row)}", *why) for row, why in wrong
            ]
            shown = shortened(problems, _SHOWN)
            raise error(ValidationError, INVALID_INPUTS, variable.name, shown)
        return np.array(read).reshape(array.shape)

    def _aligned(self, variable: Variable, values: Any) -> Any:
        """Put a pandas Series that names its units into their order."""
        index = getattr(values, "index", None)
        if index is None or not type(values).__module__.startswith("pandas"):
            return values
        names = [str(name) for name in index.tolist()]
        if type(index).__name__ == "RangeIndex" or names == self._units:
            return values
        if sorted(names) == sorted(self._units):
            place = {name: row for row, name in enumerate(names)}
            return values.iloc[[place[unit] for unit in self._units]]
        wrong = texts.unknown(UNIT, names, self._units)
        wrong += [texts.no_value(unit) for unit in self._units if unit not in names]
        raise error(ValidationError, INVALID_INPUTS, variable.name, wrong[:_SHOWN])

    def _place(self, row: int) -> str:
        period = self._periods[row // len(self._units) % len(self._periods)]
        unit = self._units[row % len(self._units)]
        return f"unit {unit}" + (f", period {period}" if period else "")


def _unpickle(
    version: int,
    framework: Framework,
    units: list[str],
    periods: list[str],
    calls: list[tuple[str, tuple[Any, ...]]],
) -> Inputs:
    if version != 1:
        raise ValueError(f"inputs pickled by a later version of sauro ({version})")
    inputs = Inputs(framework, units, periods)
    for call, arguments in calls:
        inputs._keep(call, *arguments)
    return inputs


def _refuse_twice(names: Sequence[str], what: Texts) -> None:
    seen: set[str] = set()
    twice = [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]
    if twice:
        problems = texts.twice(what, dict.fromkeys(twice))
        raise error(ValidationError, INVALID_INPUTS, what.en, problems[:_SHOWN])


def _places(names: Iterable[str] | None, known: Sequence[str], what: Texts) -> list[int]:
    if names is None:
        return list(range(len(known)))
    place = {name: i for i, name in enumerate(known)}
    wanted = [str(name) for name in names]
    wrong = texts.unknown(what, wanted, place)
    if wrong:
        raise error(NotFoundError, 202, what.en, wrong[:_SHOWN])
    return [place[name] for name in wanted]


def _is_table(data: Any) -> bool:
    return (
        is_arrow(data)
        or type(data).__module__.split(".")[0] == "pandas"
        or hasattr(data, "to_dicts")
        or (isinstance(data, list) and bool(data) and isinstance(data[0], Mapping))
    )


def _read_file(path: str | os.PathLike[str]) -> Any:
    text = read_text(path)
    if Path(path).suffix.lower() == ".json":
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as why:
            raise error(ValidationError, 300, str(path), [texts.no_json(why)]) from None
    grid = _core.read_csv_text(text)
    rows = grid.rows()
    for place, cells, _ in rows:
        if len(cells) != len(grid.columns):
            wrong = [texts.other_fields(len(grid.columns))]
            raise error(ValidationError, INVALID_ROWS, place, wrong)
    return [dict(zip(grid.columns, cells, strict=True)) for _, cells, _ in rows]


def _records(data: Any) -> dict[str, list[Any]]:
    """Columns of any table as lists."""
    if isinstance(data, list):
        names = list(dict.fromkeys(name for row in data for name in row))
        return {name: [row.get(name) for row in data] for name in names}
    if type(data).__module__.split(".")[0] == "pandas":
        if any(name is not None for name in data.index.names):
            data = data.reset_index()
        return {str(name): data[name].tolist() for name in data.columns}
    table = data if isinstance(data, Table) else Table(data)
    return {name: [row[name] for row in table.to_dicts()] for name in table.columns}


def _from_table(
    cls: type[Inputs],
    framework: Framework,
    data: Any,
    units: Sequence[str] | None,
    periods: Sequence[str] | None,
) -> Inputs:
    """Make inputs of rows of units: a column a variable, or columns variable and value."""
    columns = _records(data)
    if "unit" not in columns:
        if units is None:
            raise error(ValidationError, INVALID_INPUTS, "unit", [texts.NO_UNIT_COLUMN])
        columns = {"unit": list(units), **columns}
    rows = len(columns["unit"])
    if any(len(column) != rows for column in columns.values()):
        raise error(ValidationError, INVALID_INPUTS, "units", [texts.OTHER_ROWS])
    unit = [str(name) for name in columns.pop("unit")]
    period = [str(name) for name in columns.pop("period", [""] * rows)]
    stage = [str(name or "self") for name in columns.pop("stage", ["self"] * rows)]
    evidence = [str(text or "") for text in columns.pop("evidence", [""] * rows)]
    known_units = list(dict.fromkeys(unit)) if units is None else list(units)
    known_periods = list(dict.fromkeys(period)) if periods is None else list(periods)
    inputs = cls(framework, known_units, known_periods)
    at = {name: i for i, name in enumerate(inputs.units)}
    when = {name: i for i, name in enumerate(inputs.periods)}
    wrong = texts.unknown(UNIT, dict.fromkeys(unit), at)
    wrong += texts.unknown(PERIOD, dict.fromkeys(period), when)
    wrong += texts.unknown(STAGE, dict.fromkeys(stage), STAGES)
    if wrong:
        raise error(ValidationError, INVALID_INPUTS, "table", wrong[:_SHOWN])
    cells = [when[p] * len(at) + at[u] for p, u in zip(period, unit, strict=True)]
    if {"variable", "value"} <= set(columns):
        names = [str(name) for name in columns["variable"]]
        _fill(inputs, names, columns["value"], cells, stage, evidence)
    else:
        for name, values in columns.items():
            _fill(inputs, [name] * rows, values, cells, stage, evidence)
    return inputs


def _fill(
    inputs: Inputs,
    names: Sequence[str],
    values: Sequence[Any],
    cells: Sequence[int],
    stages: Sequence[str],
    evidence: Sequence[str],
) -> None:
    """Spread values over cells, a column for each variable and stage; no cell twice."""
    import numpy as np

    size = inputs.shape[0] * inputs.shape[1]
    columns: dict[tuple[str, str], tuple[list[Any], list[str], set[int]]] = {}
    twice = []
    for name, value, cell, stage, text in zip(names, values, cells, stages, evidence, strict=True):
        key = (name, stage)
        if key not in columns:
            columns[key] = ([None] * size, [""] * size, set())
        column, notes, seen = columns[key]
        if cell in seen:
            twice.append((f"variable {name}, {inputs._place(cell)}", *texts.two_values(stage)))
        seen.add(cell)
        column[cell], notes[cell] = value, text
    if twice:
        raise error(ValidationError, INVALID_INPUTS, "table", twice[:_SHOWN])
    for (name, stage), (column, notes, _) in columns.items():
        array = np.empty(size, dtype=object)
        array[:] = column
        shaped = array.reshape(inputs.shape) if inputs.shape[0] > 1 else array
        known = choice(stage, STAGES, "stage")
        inputs.set(name, shaped, stage=known, evidence=notes if any(notes) else None)


def _from_mapping(
    cls: type[Inputs],
    framework: Framework,
    data: Mapping[str, Any],
    units: Sequence[str] | None,
    periods: Sequence[str] | None,
) -> Inputs:
    """Make inputs of values by variable, or by variable and stage; scorecards are indices."""
    plain = {name: value for name, value in data.items() if not isinstance(value, _Percents)}
    if units is None:
        units = _guessed_units(data, plain)
    inputs = cls(framework, units, periods)
    for name, value in data.items():
        if isinstance(value, _Percents):
            inputs.set(name, value._percent_for(inputs.units, inputs.periods))
        elif isinstance(value, Mapping):
            for stage, values in value.items():
                inputs.set(name, values, stage=choice(stage, STAGES, "stage"))
        else:
            inputs.set(name, value)
    return inputs


def _guessed_units(data: Mapping[str, Any], plain: Mapping[str, Any]) -> list[str]:
    """Names of the units where none are given: of a scorecard, an index, or 1, 2, 3, ..."""
    for value in data.values():
        if isinstance(value, _Percents):
            return value.units
    count = 1
    for value in plain.values():
        one = next(iter(value.values())) if isinstance(value, Mapping) and value else value
        if type(one).__module__.split(".")[0] == "pandas" and hasattr(one, "index"):
            return [str(name) for name in one.index]
        if hasattr(one, "shape") and one.shape:
            count = int(one.shape[-1])
            break
        if isinstance(one, list | tuple):
            count = len(one[0]) if one and isinstance(one[0], list | tuple) else len(one)
            break
    return [str(i + 1) for i in range(count)]


Inputs.__module__ = "sauro"
