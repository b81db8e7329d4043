"""Index frameworks: criteria, rules and grades as data, and rules as scripts."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro._base.files import read_text
from sauro._base.pickles import require_version
from sauro._core import FrameworkProblem, Variable
from sauro.scoring._compile import formula_of
from sauro.scoring._criteria import Criteria
from sauro.scoring._input_texts import PERIOD, UNIT
from sauro.scoring._input_values import distinct
from sauro.scoring._scripts import checked, name_of, parameters_of
from sauro.scoring._template import template_columns, write_template
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["Framework"]

FRAMEWORK_INVALID = 242
_F = TypeVar("_F", bound=Callable[..., Any])
_Scripts = Mapping[str, tuple[Any, ...]]


class Framework:
    """A set of criteria with rules, as data of the schema ``sauro/framework/1``.

    `rule` replaces the rule of a criterion by a Python function; everything else never changes.

    Examples
    --------
    >>> import sauro
    >>> papi = sauro.Framework.load("papi-2021")
    >>> len(papi.leaves), papi.criteria["3.1"].title, papi.validate()
    (28, 'Tương tác với chính quyền', [])
    >>> set = sauro.Framework.load("commune-example")
    >>> @set.rule("1.5", compiled=True, replace=True)
    ... def innovations(sang_kien):
    ...     return 1.5 if sang_kien >= 2 else 0.75 * sang_kien
    """

    def __init__(self, core: _core.Framework) -> None:
        self._core = core
        self._scripts: dict[str, tuple[Any, ...]] = {}

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> Framework:
        """Load a framework that comes with sauro, or a JSON file.

        Parameters
        ----------
        name : str or path
            One of `available()`, or the path of a file whose name ends in ``.json``.

        Raises
        ------
        NotFoundError
            No such framework; those that there are are named.
        ParseError, ValidationError
            The file is no framework; all problems are named by their JSON pointers.
        """
        text = os.fspath(name)
        if text.endswith(".json"):
            return cls.from_json(read_text(text))
        return cls(_core.Framework.load(text))

    @staticmethod
    def available() -> list[str]:
        """Names of the frameworks that come with sauro."""
        return _core.Framework.names()

    @classmethod
    def from_json(cls, text: str | Mapping[str, Any]) -> Framework:
        """Read JSON of the schema ``sauro/framework/1``, a text or what Python holds of it."""
        if isinstance(text, Mapping):
            text = json.dumps(text, ensure_ascii=False)
        return cls(_core.Framework.from_json(text))

    def to_json(self) -> str:
        """Write JSON that `from_json` reads; a script keeps its name, not its code."""
        return self._core.to_json()

    @staticmethod
    def diff(before: Framework, after: Framework) -> Table:
        """List what changed between two sets.

        Returns
        -------
        Table
            Columns code, field, before, after; ``added`` and ``removed`` are fields.
        """
        return Table(_core.diff(before._core, after._core))

    def validate(self) -> list[FrameworkProblem]:
        """Give all problems at once; empty where there are none."""
        return self._core.problems()

    def rule(
        self,
        code: str,
        *,
        compiled: bool = False,
        variables: Sequence[str] | None = None,
        replace: bool = False,
        fills_missing: bool = False,
    ) -> Callable[[_F], _F]:
        """Make a function the rule of a criterion of this object.

        Scorecards and inputs that were made with it keep the rules that they had; `with_rule` gives
        another framework instead.

        Parameters
        ----------
        code : str
            Of a leaf.
        compiled : bool
            False: the function takes NumPy arrays (float64, one value a unit and period, NaN where
            missing) named by its parameters and gives an array of points. True: it is written for
            one unit in the subset that `Expression` has, checked at once, and runs without Python.
        variables : sequence of str, optional
            Columns for the parameters, where these aren't named like them: ``previous(x)``.
        replace : bool
            The criterion may have a rule already.
        fills_missing : bool
            The function says what missing inputs are worth; else points stay open where an input
            is missing, whatever it gives.

        Raises
        ------
        ParseError
            Code 240, with the line, for what can't be compiled.
        ValidationError
            Code 242: the criterion has a rule, and `replace` isn't set.
        NotFoundError
            There is no such criterion.
        """

        def register(function: _F) -> _F:
            made = self.with_rule(
                code,
                function,
                compiled=compiled,
                variables=variables,
                replace=replace,
                fills_missing=fills_missing,
            )
            self._core, self._scripts = made._core, made._scripts
            return function

        return register

    def with_rule(
        self,
        code: str,
        function: Callable[..., Any],
        *,
        compiled: bool = False,
        variables: Sequence[str] | None = None,
        replace: bool = False,
        fills_missing: bool = False,
    ) -> Framework:
        """Give a framework in which a function is the rule of a criterion; see `rule`.

        Examples
        --------
        >>> import sauro
        >>> set = sauro.Framework.load("commune-example")
        >>> halved = set.with_rule("1.5", lambda sang_kien: sang_kien / 2, replace=True)
        >>> halved.criteria["1.5"].rule_type, set.criteria["1.5"].rule_type
        ('script', 'count')
        """
        place = self._core.find(code)
        has_rule = self._core.rule_type(place) not in ("", "script")
        if not replace and (code in self._scripts or has_rule):
            text = say(
                "tiêu chí đã có quy tắc; muốn thay thì thêm replace=True",
                "the criterion has a rule already; replace=True takes its place",
            )
            raise error(ValidationError, FRAMEWORK_INVALID, code, [text])
        others = {c: one for c, one in self._scripts.items() if c != code}
        if compiled:
            formula = formula_of(function, variables)
            return self._changed(self._core.with_formula(code, formula), others)
        names = list(variables) if variables is not None else parameters_of(function)
        made = self._changed(self._core, others)
        made._run(code, function, names, fills_missing)
        return made

    def _changed(self, core: _core.Framework, scripts: _Scripts) -> Framework:
        made = Framework(core)
        made._scripts = dict(scripts)
        return made

    def _held(self) -> Framework:
        """Give this framework as it is now, whatever rules it is given later."""
        return self._changed(self._core, self._scripts)

    def _run(
        self, code: str, function: Callable[..., Any], names: list[str], fills_missing: bool = False
    ) -> None:
        script = checked(function, code)
        name = name_of(function)
        self._core = self._core.with_script(code, name, names, script, fills_missing)
        self._scripts = {**self._scripts, code: (function, names, fills_missing)}

    @property
    def id(self) -> str:
        """Name of the set, as ``papi-2021``."""
        return self._core.id

    @property
    def title(self) -> str:
        """Vietnamese title."""
        return self._core.title

    @property
    def title_en(self) -> str:
        """English title; empty where the set has none."""
        return self._core.title_en

    @property
    def source(self) -> str:
        """Where the set comes from."""
        return self._core.source

    @property
    def note(self) -> str:
        """How sure its numbers are."""
        return self._core.note

    @property
    def max(self) -> float:
        """Maximum of the total."""
        return self._core.max

    @property
    def leaves(self) -> list[str]:
        """Codes of the criteria without parts."""
        return self._core.leaves

    @property
    def criteria(self) -> Criteria:
        """All criteria, by place or by code."""
        return Criteria(self._core.criteria)

    @property
    def variables(self) -> list[Variable]:
        """Inputs that rules may ask for."""
        return self._core.variables

    @property
    def grades(self) -> dict[str, Any]:
        """Thresholds of grades, or groups by quantiles, as the JSON has them."""
        return self._core.grades

    def variables_of(self, code: str) -> list[str]:
        """Columns that a criterion's rule needs; ``previous(x)`` is one of its own."""
        return self._core.names_of(code)

    def template(self, units: Sequence[str] = (), periods: Sequence[str] = ()) -> Table:
        """Make an empty table of inputs, to fill in and give to `score`.

        Returns
        -------
        Table
            A row a period and unit: columns unit, period (where some are named), and one a variable
            that isn't computed.

        Examples
        --------
        >>> import sauro
        >>> sauro.Framework.load("pgi-2023").template(["Huế"]).columns
        ['unit', 'giam_o_nhiem', 'tuan_thu', 'lanh_dao', 'ho_tro']
        """
        names = distinct(units, UNIT), distinct(periods, PERIOD)
        return Table(template_columns(self._core, *names))

    def write_template(
        self,
        path: str | os.PathLike[str],
        units: Sequence[str] = (),
        periods: Sequence[str] = (),
    ) -> None:
        """Write a workbook to fill in: `score` and ``sauro score`` read it as it is.

        Its columns have the titles of the variables; cells offer what a choice has, and say and
        check units and bounds. A second sheet explains the columns. Needs the package xlsxwriter.
        """
        write_template(self._core, path, distinct(units, UNIT), distinct(periods, PERIOD))

    def __eq__(self, other: object) -> bool:
        return self._core == other._core if isinstance(other, Framework) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (2, self.to_json(), self._scripts)

    def _repr_html_(self) -> str:
        facts = {
            "Tên": self.title,
            "Điểm tối đa": f"{self.max:g}",
            "Tiêu chí không chia nhỏ": len(self.leaves),
            "Nguồn": self.source,
        }
        table = self.criteria.table[["code", "title", "max", "rule"]]
        return block(self.id, facts, table._repr_html_())

    def __repr__(self) -> str:
        return f"<Framework {self.id}: {len(self.leaves)} leaves, {self.max:g} points>"


def _unpickle(
    version: int,
    text: str,
    scripts: Mapping[str, tuple[Any, ...]] = {},
) -> Framework:
    """Make a framework again; functions came by reference, as pickle has them."""
    require_version("Framework", version, 1, 2)
    made = Framework.from_json(text)
    for code, script in scripts.items():
        made._run(code, *script)
    return made


Framework.__module__ = "sauro"
