"""Index frameworks: criteria, rules and grades as data, and rules as scripts."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, overload

from sauro import _core
from sauro._base.errors import Problem, ValidationError, error, say
from sauro._base.files import read_text
from sauro.scoring._compile import formula_of
from sauro.table._blocks import block
from sauro.table._coerce import floats
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Criteria", "Criterion", "Expression", "Framework", "FrameworkProblem", "Variable"]

INVALID_INPUTS = 243

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True)
class FrameworkProblem:
    """Something wrong with a framework.

    Attributes
    ----------
    kind : str
        ``gap``, ``overlap``, ``maximum``, ``unknown_variable``, ``duplicate_code``, ``cycle``, ...
    code : int
        242, as of the error that `score` raises.
    where : str
        Code of the criterion; empty for the framework as a whole.
    message : str
        What is wrong, in Vietnamese; gaps and overlaps as intervals.
    message_en : str
        The same in English.

    Examples
    --------
    >>> import json
    >>> import sauro
    >>> data = json.loads(sauro.Framework.load("pgi-2023").to_json())
    >>> data["total"]["max"] = 50
    >>> [problem.kind for problem in sauro.Framework.from_json(json.dumps(data)).validate()]
    ['maximum']
    """

    kind: str
    code: int
    where: str
    message: str
    message_en: str

    def to_text(self, language: str = "vi") -> str:
        """Give place and message in Vietnamese (``vi``) or English (``en``)."""
        return Problem(self.code, self.where, self.message, self.message_en).to_text(language)


@dataclass(frozen=True)
class Variable:
    """An input that rules ask for; see the guide on indices for its kinds.

    Examples
    --------
    >>> import sauro
    >>> sauro.Framework.load("pgi-2023").variables[0].kind
    'number'
    """

    name: str
    title: str = ""
    kind: str = "number"
    unit: str = ""
    direction: str = "higher"
    low: float | None = None
    high: float | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """A node of the tree, as its JSON says; `rule` is None where its parts give the points.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.Framework.load("commune-example").criteria["1.5"]
    >>> one.max, one.rule["type"]
    (1.5, 'count')
    """

    code: str
    parent: str = ""
    title: str = ""
    title_en: str = ""
    min: float = 0
    max: float | None = None
    unit: str = "điểm"
    direction: str = "higher"
    source: str = "appraisal"
    legal_reference: str = ""
    note: str = ""
    combine: str = "sum"
    weight: float = 1
    if_not_applicable: str = "full_points"
    if_missing: str = "unknown"
    decimals: int | None = None
    outside: bool = False
    capped: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    rule: dict[str, Any] | None = field(default=None, hash=False)


class Criteria(Sequence[Criterion]):
    """Criteria in their order, by place or by code.

    Examples
    --------
    >>> import sauro
    >>> criteria = sauro.Framework.load("papi-2021").criteria
    >>> criteria["3.1"].title, criteria.table.columns[:3]
    ('Tương tác với chính quyền', ['code', 'parent', 'title'])
    """

    def __init__(self, items: Sequence[Criterion]) -> None:
        self._items = list(items)
        self._by_code = {item.code: item for item in items}

    @overload
    def __getitem__(self, key: int | str) -> Criterion: ...
    @overload
    def __getitem__(self, key: slice) -> list[Criterion]: ...
    def __getitem__(self, key: int | str | slice) -> Criterion | list[Criterion]:
        if isinstance(key, str):
            return self._by_code[key]
        return self._items[key]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self._items)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._by_code)

    @property
    def table(self) -> Table:
        """A row a criterion: code, parent, title, title_en, max, unit, weight, source, rule."""
        names = ("code", "parent", "title", "title_en", "max", "unit", "weight", "source")
        columns: dict[str, Any] = {
            name: [getattr(one, name) if getattr(one, name) != "" else None for one in self]
            for name in names
        }
        columns["rule"] = [one.rule["type"] if one.rule else None for one in self]
        return Table(columns)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Criteria) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Criteria of {len(self)}>"


class Expression:
    """A formula over named columns, in a small subset of Python; see the guide on indices.

    Parameters
    ----------
    text : str
        Names, numbers, ``+ - * / // % **``, comparisons, ``and or not``, ``a if c else b``,
        ``min max abs round clip is_missing otherwise``; lines ``name = ...`` may stand before the
        last one, which gives the value. It can't reach files, attributes or anything else.

    Raises
    ------
    ParseError
        Code 240, with line and column.

    Examples
    --------
    >>> import sauro
    >>> share = sauro.Expression("100 * done / all_tasks if all_tasks > 0 else 100")
    >>> share.names
    ['done', 'all_tasks']
    >>> share(done=[3, 0], all_tasks=[4, 0]).tolist()
    [75.0, 100.0]
    """

    def __init__(self, text: str) -> None:
        self._core = _core.Expression(text)

    @property
    def text(self) -> str:
        """The formula as written."""
        return self._core.text

    @property
    def names(self) -> list[str]:
        """Columns that it needs, in the order of their first use."""
        return self._core.names

    def __call__(self, *, threads: int = 0, **columns: Any) -> npt.NDArray[np.float64]:
        """Evaluate for all rows; NaN where a value is missing or is divided by zero.

        Parameters
        ----------
        threads : int
            0 for all cores.
        **columns : column of numbers or one number
            One for each of `names`; float64 arrays are not copied.

        Returns
        -------
        numpy.ndarray
            float64, one value a row.
        """
        wrong = [name for name in self.names if name not in columns]
        wrong += [name for name in columns if name not in self.names]
        if wrong:
            text = say(
                "công thức cần {}; thiếu hoặc không biết: {}",
                "the formula needs {}; missing or unknown: {}",
                ", ".join(self.names),
                ", ".join(wrong),
            )
            raise error(ValidationError, INVALID_INPUTS, "", [text])
        arrays = [floats(columns[name], name) for name in self.names]
        rows = max((array.size for array in arrays), default=1)
        return self._core.evaluate(arrays, rows, threads)

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Expression) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return Expression, (self.text,)


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
    >>> @set.rule("1.5", compiled=True)
    ... def innovations(sang_kien):
    ...     return 1.5 if sang_kien >= 2 else 0.75 * sang_kien
    """

    def __init__(self, core: _core.Framework) -> None:
        self._core = core
        self._data: dict[str, Any] | None = None
        self._scripts: dict[str, tuple[Callable[..., Any], list[str]]] = {}

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
    def from_json(cls, text: str) -> Framework:
        """Read JSON of the schema ``sauro/framework/1``."""
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
        rows = _core.diff(before._core, after._core)
        names = ("code", "field", "before", "after")
        return Table({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def validate(self) -> list[FrameworkProblem]:
        """Give all problems at once; empty where there are none."""
        return [FrameworkProblem(*problem) for problem in self._core.problems()]

    def rule(
        self, code: str, *, compiled: bool = False, variables: Sequence[str] | None = None
    ) -> Callable[[_F], _F]:
        """Make a function the rule of a criterion.

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

        Raises
        ------
        ParseError
            Code 240, with the line, for what can't be compiled.
        NotFoundError
            There is no such criterion.
        """

        def register(function: _F) -> _F:
            if compiled:
                formula, names = formula_of(function)
                if variables is not None:
                    heads = [f"{n} = {v}" for n, v in zip(names, variables, strict=True) if n != v]
                    formula = "\n".join([*heads, formula])
                self._core = self._core.with_formula(code, formula)
                self._scripts = {c: one for c, one in self._scripts.items() if c != code}
            else:
                names = list(variables) if variables is not None else _parameters(function)
                self._run(code, function, names)
            self._data = None
            return function

        return register

    def _run(self, code: str, function: Callable[..., Any], names: list[str]) -> None:
        script = _checked(function, code)
        self._core = self._core.with_script(code, function.__name__, names, script)
        self._scripts = {**self._scripts, code: (function, names)}

    @property
    def id(self) -> str:
        """Name of the set, as ``papi-2021``."""
        return str(self._json["id"])

    @property
    def title(self) -> str:
        """Vietnamese title."""
        return _title(self._json)[0]

    @property
    def title_en(self) -> str:
        """English title; empty where the set has none."""
        return _title(self._json)[1]

    @property
    def source(self) -> str:
        """Where the set comes from."""
        return str(self._json.get("source", ""))

    @property
    def note(self) -> str:
        """How sure its numbers are."""
        return str(self._json.get("note", ""))

    @property
    def max(self) -> float:
        """Maximum of the total."""
        return float(self._json["total"]["max"])

    @property
    def leaves(self) -> list[str]:
        """Codes of the criteria without parts."""
        return self._core.leaves

    @property
    def criteria(self) -> Criteria:
        """All criteria, by place or by code."""
        return Criteria([_criterion(item) for item in self._json["criteria"]])

    @property
    def variables(self) -> list[Variable]:
        """Inputs that rules may ask for."""
        return [_variable(item) for item in self._json.get("variables", [])]

    @property
    def grades(self) -> dict[str, Any]:
        """Thresholds of grades, or groups by quantiles, as the JSON has them."""
        return dict(self._json.get("grades", {}))

    def variables_of(self, code: str) -> list[str]:
        """Columns that a criterion's rule needs; ``previous(x)`` is one of its own."""
        return self._core.names_of(code)

    @property
    def _json(self) -> dict[str, Any]:
        if self._data is None:
            self._data = json.loads(self._core.to_json())
        return self._data

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
    scripts: Mapping[str, tuple[Callable[..., Any], list[str]]] = {},
) -> Framework:
    """Make a framework again; functions came by reference, as pickle has them."""
    if version not in (1, 2):
        raise ValueError(f"a framework pickled by a later version of sauro ({version})")
    made = Framework.from_json(text)
    for code, (function, names) in scripts.items():
        made._run(code, function, names)
    return made


def _title(item: dict[str, Any]) -> tuple[str, str]:
    title = item.get("title", "")
    return (title, "") if isinstance(title, str) else (title.get("vi", ""), title.get("en", ""))


def _criterion(item: dict[str, Any]) -> Criterion:
    vi, en = _title(item)
    known = {name: value for name, value in item.items() if name != "title"}
    return Criterion(title=vi, title_en=en, **known)


def _variable(item: dict[str, Any]) -> Variable:
    known = {name: value for name, value in item.items() if name not in ("title", "values")}
    return Variable(title=_title(item)[0], values=tuple(item.get("values", ())), **known)


def _parameters(function: Callable[..., Any]) -> list[str]:
    import inspect

    return list(inspect.signature(function).parameters)


def _checked(function: Callable[..., Any], code: str) -> Callable[..., Any]:
    """Let a script's result in only as numbers of the right length."""

    def call(*columns: Any) -> Any:
        import numpy as np

        points = np.asarray(function(*columns))
        rows = columns[0].size if columns else 1
        if points.dtype.kind not in "iufb" or points.shape not in ((rows,), ()):
            text = say(
                "hàm chấm điểm {!r} cho {} dạng {}; cần các số dạng ({},)",
                "the script {!r} gave {} of shape {}; expected numbers of shape ({},)",
                function.__name__,
                points.dtype,
                points.shape,
                rows,
            )
            raise error(ValidationError, INVALID_INPUTS, code, [text])
        spread = np.broadcast_to(points, (rows,))
        return np.ascontiguousarray(spread, dtype=np.float64)

    return call


for _class in (Criteria, Criterion, Expression, Framework, FrameworkProblem, Variable):
    _class.__module__ = "sauro"
