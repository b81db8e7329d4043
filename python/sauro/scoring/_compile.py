"""Python functions in a small subset of the language -> formulas of the core."""

from __future__ import annotations

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from sauro._base.errors import ParseError, Texts, error, no_number, say
from sauro.scoring import formulas
from sauro.scoring._compile_words import (
    ALLOWED,
    BINARY,
    COMPARE,
    FUNCTIONS,
    OF_CRITERIA,
    UNARY,
)

__all__ = ["formula_of"]

INVALID_EXPRESSION = 240
MOST_LINES = 2000  # of the formula that a function becomes


def formula_of(function: Callable[..., Any], variables: Sequence[str] | None = None) -> str:
    """Translate a function of one unit into a formula.

    Parameters
    ----------
    variables : sequence of str, optional
        What the parameters stand for, where that isn't their name.

    Raises
    ------
    ParseError
        Code 240, with the line of the file, for anything outside of the subset.
    """
    if hasattr(function, "__wrapped__"):
        raise error(
            ParseError,
            INVALID_EXPRESSION,
            getattr(function, "__name__", "function"),
            [
                say(
                    "hàm đã được bọc lại: mã nguồn không nói hết nó làm gì",
                    "it is wrapped by another function: its source isn't all that it does",
                )
            ],
        )
    try:
        lines, first = inspect.getsourcelines(function)
    except (OSError, TypeError):
        raise error(
            ParseError,
            INVALID_EXPRESSION,
            getattr(function, "__name__", "function"),
            [
                say(
                    "không đọc được mã nguồn của hàm; hãy viết công thức bằng chữ",
                    "its source can't be read; write the formula as a text instead",
                )
            ],
        ) from None
    tree = ast.parse(textwrap.dedent("".join(lines)))
    definition = tree.body[0]
    return _Translator(first - 1, _shadowed(function)).function(definition, variables)


def _shadowed(function: Callable[..., Any]) -> set[str]:
    """Names of functions of formulas that mean something else where this function stands."""
    seen = {**vars(builtins), **getattr(function, "__globals__", {})}
    seen |= inspect.getclosurevars(function).nonlocals if inspect.isfunction(function) else {}
    own = {name: getattr(builtins, name) for name in ("min", "max", "abs")}
    own |= {name: getattr(formulas, name) for name in formulas.__all__}
    return {name for name in FUNCTIONS if name in seen and seen[name] is not own.get(name)}


class _Translator:
    """One function; every value that has a name gets a line of its own."""

    def __init__(self, lines_before: int, shadowed: set[str]) -> None:
        self._lines_before = lines_before
        self._shadowed = shadowed
        self._prefix = "_"
        self._lines: list[str] = []

    def function(self, node: ast.stmt, variables: Sequence[str] | None) -> str:
        if not isinstance(node, ast.FunctionDef):
            self._refuse(
                node,
                say("chỉ biên dịch hàm viết bằng def", "only a function made with def is compiled"),
            )
        a = node.args
        special = [*a.posonlyargs[:0], a.vararg, a.kwarg, *a.defaults, *a.kw_defaults]
        if any(part is not None for part in special):
            self._refuse(
                node,
                say(
                    "tham số không có giá trị mặc định và dấu *",
                    "parameters have no default and no star",
                ),
            )
        parameters = [arg.arg for arg in [*a.posonlyargs, *a.args, *a.kwonlyargs]]
        columns = parameters if variables is None else list(variables)
        if len(columns) != len(parameters):
            self._refuse(
                node,
                say(
                    "hàm có {} tham số, nhưng cho {} biến",
                    "the function has {} parameters, but {} variables are given",
                    len(parameters),
                    len(columns),
                ),
            )
        while any(column.startswith(self._prefix) for column in columns):
            self._prefix += "_"  # no line is named like a variable
        value = self._run(node.body, dict(zip(parameters, columns, strict=True)), node)
        return "\n".join([*self._lines, value])

    def _refuse(self, node: ast.AST, what: Texts) -> NoReturn:
        line = getattr(node, "lineno", 1) + self._lines_before
        text = say(
            "{}; quy tắc được biên dịch chỉ có {}",
            "{}; a compiled rule has only {}",
            what,
            ALLOWED,
        )
        raise error(ParseError, INVALID_EXPRESSION, f"line {line}", [text])

    def _run(self, body: list[ast.stmt], names: dict[str, str], owner: ast.AST) -> str:
        """Statements up to a return; names says what each name stands for."""
        for at, node in enumerate(body):
            rest = body[at + 1 :]
            if isinstance(node, ast.Return):
                if node.value is None:
                    self._refuse(node, say("return không cho giá trị", "return gives no value"))
                return self._value(node.value, names)
            if isinstance(node, ast.If):
                if not _returns(node):
                    self._merge(node, names)
                    continue
                condition = self._named(self._condition(node.test, names), node)
                yes = self._run([*node.body, *rest], dict(names), node)
                no = self._run([*node.orelse, *rest], dict(names), node)
                return f"({yes} if {condition} else {no})"
            self._simple(node, names)
        self._refuse(
            owner,
            say("có nhánh của hàm không trả về gì", "a way through the function returns nothing"),
        )

    def _simple(self, node: ast.stmt, names: dict[str, str]) -> None:
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return  # a docstring
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                names[target.id] = self._named(self._value(node.value, names), node)
                return
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            names[node.target.id] = self._named(self._value(node.value, names), node)
            return
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            operator = BINARY.get(type(node.op))
            if operator is not None:
                old = self._value(ast.Name(node.target.id, lineno=node.lineno), names)
                new = self._value(node.value, names)
                names[node.target.id] = self._named(f"({old} {operator} {new})", node)
                return
        if isinstance(node, ast.Pass):
            return
        self._refuse(node, _not_compiled(node))

    def _merge(self, node: ast.If, names: dict[str, str]) -> None:
        """Let both ways of an if assign names, and pick by its condition."""
        condition = self._named(self._condition(node.test, names), node)
        ways = []
        for body in (node.body, node.orelse):
            way = dict(names)
            for part in body:
                if isinstance(part, ast.If):
                    self._merge(part, way)
                else:
                    self._simple(part, way)
            ways.append(way)
        yes, no = ways
        for name in {**yes, **no}:
            if name not in yes or name not in no:
                names.pop(name, None)  # known on one way only: unknown after it
            elif yes[name] != no[name]:
                names[name] = self._named(f"({yes[name]} if {condition} else {no[name]})", node)

    def _named(self, text: str, node: ast.AST) -> str:
        if len(self._lines) >= MOST_LINES:
            self._refuse(
                node,
                say(
                    f"hàm có hơn {MOST_LINES} bước tính",
                    f"the function has more than {MOST_LINES} steps",
                ),
            )
        name = f"{self._prefix}{len(self._lines) + 1}"
        self._lines.append(f"{name} = {text}")
        return name

    def _value(self, node: ast.expr, names: dict[str, str]) -> str:
        if isinstance(node, ast.Constant):
            return self._constant(node)
        if isinstance(node, ast.Name):
            if node.id not in names:
                self._refuse(
                    node,
                    say(
                        "{!r} không phải tham số và chưa được gán trước đó",
                        "{!r} is neither a parameter nor assigned before",
                        node.id,
                    ),
                )
            return names[node.id]
        if isinstance(node, ast.BinOp) and type(node.op) in BINARY:
            left, right = self._value(node.left, names), self._value(node.right, names)
            return f"({left} {BINARY[type(node.op)]} {right})"
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return f"(not {self._condition(node.operand, names)})"
        if isinstance(node, ast.UnaryOp) and type(node.op) in UNARY:
            return f"({UNARY[type(node.op)]}{self._value(node.operand, names)})"
        if isinstance(node, ast.BoolOp):
            return self._chosen(node, names)
        if isinstance(node, ast.IfExp):
            yes, no = self._value(node.body, names), self._value(node.orelse, names)
            return f"({yes} if {self._condition(node.test, names)} else {no})"
        if isinstance(node, ast.Compare):
            return self._compare(node, names)
        if isinstance(node, ast.Call):
            return self._call(node, names)
        self._refuse(node, _not_compiled(node))

    def _condition(self, node: ast.expr, names: dict[str, str]) -> str:
        """Write what is asked for its truth alone: one side of `and` and `or` may settle it."""
        if not isinstance(node, ast.BoolOp):
            return self._value(node, names)
        word = " and " if isinstance(node.op, ast.And) else " or "
        return "(" + word.join(self._condition(part, names) for part in node.values) + ")"

    def _chosen(self, node: ast.BoolOp, names: dict[str, str]) -> str:
        """Give what `and` and `or` give in Python: one of their operands."""
        if all(_is_truth(part) for part in node.values):
            return self._condition(node, names)
        parts = [self._value(part, names) for part in node.values]
        value = parts.pop()
        while parts:
            first = self._named(parts.pop(), node)
            pair = (value, first) if isinstance(node.op, ast.And) else (first, value)
            value = f"({pair[0]} if {first} else {pair[1]})"
        return value

    def _constant(self, node: ast.Constant) -> str:
        if node.value is None:
            return "None"
        if not isinstance(node.value, bool | int | float):
            self._refuse(node, no_number(node.value))
        return repr(float(node.value)) if isinstance(node.value, float) else str(int(node.value))

    def _compare(self, node: ast.Compare, names: dict[str, str]) -> str:
        text = self._value(node.left, names)
        for op, right in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, ast.Is | ast.IsNot):
                self._refuse(
                    node,
                    say(
                        "hãy dùng is_missing(x) thay cho x is None",
                        "ask is_missing(x) instead of x is None",
                    ),
                )
            if type(op) not in COMPARE:
                self._refuse(node, _not_compiled(op))
            text += f" {COMPARE[type(op)]} {self._value(right, names)}"
        return f"({text})"

    def _code(self, node: ast.Call) -> str:
        """Give the code of a criterion, which stands in the rule itself."""
        first = node.args[0] if len(node.args) == 1 else None
        code = first.value if isinstance(first, ast.Constant) else None
        if not isinstance(code, str) or "'" in code:
            self._refuse(
                node,
                say(
                    "{} cần mã một tiêu chí, như '1.1'",
                    "{} takes the code of a criterion, such as '1.1'",
                    ast.unparse(node.func),
                ),
            )
        return f"'{code}'"

    def _call(self, node: ast.Call, names: dict[str, str]) -> str:
        if not isinstance(node.func, ast.Name):
            self._refuse(node, say("không dùng được thuộc tính", "attributes can't be reached"))
        if node.func.id in names or node.func.id in self._shadowed:
            self._refuse(
                node,
                say(
                    "{0!r} ở đây không phải là hàm {0} của công thức (xem sauro.scoring.formulas)",
                    "{0!r} isn't the function {0} of formulas here (see sauro.scoring.formulas)",
                    node.func.id,
                ),
            )
        if node.func.id not in FUNCTIONS:
            self._refuse(node, say("không có hàm {!r}", "there is no function {!r}", node.func.id))
        if node.keywords or any(isinstance(part, ast.Starred) for part in node.args):
            self._refuse(
                node,
                say("đối số phải theo thứ tự, không theo tên", "arguments are given by position"),
            )
        if node.func.id in OF_CRITERIA:
            return f"{node.func.id}({self._code(node)})"
        arguments = ", ".join(self._value(part, names) for part in node.args)
        return f"{node.func.id}({arguments})"


def _not_compiled(node: ast.AST) -> Texts:
    return say("không biên dịch được {}", "{} can't be compiled", type(node).__name__)


def _is_truth(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        return all(_is_truth(part) for part in node.values)
    is_not = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    is_bool = isinstance(node, ast.Constant) and isinstance(node.value, bool)
    return isinstance(node, ast.Compare) or is_not or is_bool


def _returns(node: ast.If) -> bool:
    return any(isinstance(part, ast.Return) for part in ast.walk(node))
