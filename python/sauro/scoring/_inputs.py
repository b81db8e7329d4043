"""Values of variables by unit and period, with stages and evidence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, runtime_checkable

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import Error, NotFoundError, Problem, Texts, ValidationError, error
from sauro._base.keys import key_text
from sauro.scoring import _input_texts as texts
from sauro.scoring._framework import Framework
from sauro.scoring._input_rows import grid_of_inputs, is_table, read_file
from sauro.scoring._input_texts import INVALID_INPUTS, PERIOD, SHOWN, UNIT
from sauro.scoring._input_values import Places, column_of, composed, distinct
from sauro.table._grids import MOST_CELLS

__all__ = ["STAGES", "Inputs", "Stage"]

NOT_FOUND = 202
Stage = Literal["self", "appraisal_1", "explanation", "appraisal_2", "survey"]
STAGES: tuple[Stage, ...] = ("self", "appraisal_1", "explanation", "appraisal_2", "survey")


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
        Names of the units, each once. They are compared in composed letters (NFC), without blanks
        at the ends and with one between words; None and NaN are no names.
    periods : sequence of str, optional
        Names of the periods, each once, in any order where they are times ("2026", "Quý I/2026"),
        else in that of time; one period without a name if left out.

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
        self._framework = framework._held()
        named = distinct(units, UNIT), [""] if periods is None else distinct(periods, PERIOD)
        self._places = Places(*named)
        self._core = _core.Inputs(*named)

    @classmethod
    def _of(cls, framework: Framework, core: _core.Inputs) -> Inputs:
        made = cls.__new__(cls)
        made._framework = framework._held()
        made._places = Places(core.units, core.periods)
        made._core = core
        return made

    @property
    def units(self) -> list[str]:
        """Names of the units."""
        return list(self._places.units)

    @property
    def periods(self) -> list[str]:
        """Names of the periods, earliest first."""
        return list(self._places.periods)

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of periods and units."""
        return self._places.shape

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
            Name or title, or the code or title of a criterion whose rule takes one variable;
            in any case, with all marks or none, where only one is meant.
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
        choice(stage, STAGES, "stage")
        core = self._framework._core
        found = _core.variable_named(variable, core)
        column = column_of(core, found, values, self._places)
        notes = [] if evidence is None else [str(item) for item in evidence]
        self._core.add(found.name, stage, column, notes)

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
        chosen_units = _rows_of(units, self._places.units, UNIT)
        chosen_periods = _rows_of(periods, self._places.periods, PERIOD)
        rows[np.ix_(chosen_periods, chosen_units)] = True
        self._core.exempt(code, rows.reshape(-1))

    @classmethod
    def of(
        cls,
        framework: Framework,
        data: Any,
        *,
        units: Sequence[str] | None = None,
        periods: Sequence[str] | None = None,
        unit: str | None = None,
        rename: Mapping[str, str] | None = None,
        ignore: Iterable[str] = (),
        sheet: str | Iterable[str] | None = None,
    ) -> Inputs:
        """Make inputs of what `score` takes: mappings, tables, files; see there."""
        left_out = [ignore] if isinstance(ignore, str) else [key_text(name) for name in ignore]
        named = {"unit": unit, "rename": rename, "ignore": left_out}
        if isinstance(data, Inputs):
            _refuse_columns(named)
            return data
        columns = {
            "units": composed(units or ()),
            "periods": composed(periods or (), PERIOD),
            "unit_column": "" if unit is None else key_text(unit),
            "rename": [(key_text(name), key_text(what)) for name, what in (rename or {}).items()],
            "ignore": left_out,
        }
        if isinstance(data, str | os.PathLike):
            path, data = data, read_file(data)
            if data is None:
                sheets = [sheet] if isinstance(sheet, str) else list(sheet or ())
                core = _core.read_input_file(path, framework._core, sheets, MOST_CELLS, **columns)
                return cls._of(framework, core)
            if not is_table(data) and not isinstance(data, Mapping):
                raise error(ValidationError, INVALID_INPUTS, os.fspath(path), [texts.NO_TABLE])
        if sheet is not None:
            raise TypeError("sheet is about a workbook; these inputs are none")
        if is_table(data):
            core = _core.read_inputs(grid_of_inputs(data), framework._core, **columns)
            return cls._of(framework, core)
        if not isinstance(data, Mapping):
            raise TypeError(
                "inputs are a mapping of variables to values, a table, a CSV or JSON file or "
                f"sauro.Inputs, not {type(data).__name__}"
            )
        _refuse_columns(named)
        return _from_mapping(cls, framework, data, units, periods)

    def __reduce__(self) -> tuple[Any, ...]:
        return Inputs._of, (self._framework, self._core)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Inputs):
            return NotImplemented
        return self._framework == other._framework and self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        periods, units = self.shape
        return f"<Inputs of {units} units and {periods} periods>"


def _refuse_columns(named: Mapping[str, Any]) -> None:
    """Refuse what is said about columns where there are none."""
    for name, value in named.items():
        if value:
            raise TypeError(f"{name} is about the columns of a table; these inputs have none")


def _rows_of(names: Iterable[str] | None, known: Sequence[str], what: Texts) -> list[int]:
    if names is None:
        return list(range(len(known)))
    place = {name: i for i, name in enumerate(known)}
    wanted = composed(names, what)
    wrong = texts.unknown(what, wanted, place)
    if wrong:
        raise error(NotFoundError, NOT_FOUND, what.en, wrong[:SHOWN])
    return [place[name] for name in wanted]


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
    problems: list[Problem] = []
    given: dict[str, str] = {}
    for name, value in data.items():
        try:
            variable = _core.variable_named(name, framework._core).name
            if variable in given:
                twice = texts.two_names(variable, given[variable], name)
                raise error(ValidationError, INVALID_INPUTS, name, [twice])
            given[variable] = name
            _set(inputs, name, value)
        except Error as wrong:
            problems += wrong.problems
    if problems:
        raise ValidationError(problems)
    return inputs


def _set(inputs: Inputs, name: str, value: Any) -> None:
    if isinstance(value, _Percents):
        inputs.set(name, value._percent_for(inputs.units, inputs.periods))
    elif isinstance(value, Mapping):
        for stage, values in value.items():
            inputs.set(name, values, stage=choice(stage, STAGES, "stage"))
    else:
        inputs.set(name, value)


def _guessed_units(data: Mapping[str, Any], plain: Mapping[str, Any]) -> list[str]:
    """Names of the units where none are given: of a scorecard, an index, or 1, 2, 3, ..."""
    for value in data.values():
        if isinstance(value, _Percents):
            return value.units
    count = 1
    for value in plain.values():
        one = next(iter(value.values())) if isinstance(value, Mapping) and value else value
        if type(one).__module__.split(".")[0] == "pandas" and hasattr(one, "index"):
            return composed(one.index)
        if hasattr(one, "shape") and one.shape:
            count = int(one.shape[-1])
            break
        if isinstance(one, list | tuple):
            count = len(one[0]) if one and isinstance(one[0], list | tuple) else len(one)
            break
    return [str(i + 1) for i in range(count)]


Inputs.__module__ = "sauro"
