"""Python functions of every shape that compiled rules take, made at random."""

from __future__ import annotations

import ast
import importlib.util
import itertools
import random
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

from sauro.scoring import formulas

NAMES = ["x", "y", "_1", "_2", "z_9"]


class Maker:
    """One function at a time; the same seed gives the same functions."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._names: list[str] = []
        self._fresh = itertools.count()

    def function(self, name: str) -> str:
        """Source of a function whose parameters are in `NAMES`."""
        parameters = self._rng.sample(NAMES, self._rng.randint(1, 3))
        self._names = list(parameters)
        self._fresh = itertools.count()
        body = self._block(self._rng.randint(1, 3))
        return f"def {name}({', '.join(parameters)}):\n" + "\n".join(f"    {line}" for line in body)

    def _block(self, depth: int) -> list[str]:
        """Lines that return on every way."""
        lines: list[str] = []
        for _ in range(self._rng.randint(0, 3)):
            lines += self._statement(depth)
        if depth > 0 and self._rng.random() < 0.4:
            known = list(self._names)
            lines.append(f"if {self._value(2)}:")
            lines += [f"    {line}" for line in self._block(depth - 1)]
            self._names = list(known)
            if self._rng.random() < 0.5:
                lines.append("else:")
                lines += [f"    {line}" for line in self._block(depth - 1)]
                self._names = known
                return lines
        return [*lines, f"return {self._value(3)}"]

    def _statement(self, depth: int) -> list[str]:
        way = self._rng.random()
        if depth > 0 and way < 0.25:
            name = self._rng.choice(self._names)
            lines = [f"if {self._value(2)}:", f"    {name} = {self._value(2)}"]
            if self._rng.random() < 0.5:
                lines += ["else:", f"    {name} += {self._value(1)}"]
            return lines
        if way < 0.5:
            operator = self._rng.choice(["+", "-", "*"])
            return [f"{self._rng.choice(self._names)} {operator}= {self._value(2)}"]
        value = self._value(2)
        name = self._rng.choice([*self._names, f"v{next(self._fresh)}"])
        if name not in self._names:
            self._names.append(name)
        return [f"{name} = {value}"]

    def _value(self, depth: int) -> str:
        rng = self._rng
        if depth == 0 or rng.random() < 0.15:
            return rng.choice([*self._names, *self._names, "0", "1", "2", "7", "0.25", "True"])
        a, b, c = (self._value(depth - 1) for _ in range(3))
        return rng.choice(
            [
                f"({a} + {b})",
                f"{a} - {b}" if depth == 3 else f"({a} - {b})",
                f"({a} * {b})",
                f"({a} / {b})",
                f"({a} // {b})",
                f"({a} % {b})",
                f"(-{a})",
                f"({a} ** 2)",
                f"-({a}) ** 2" if depth == 3 else f"(+{a})",
                f"({a} and {b})",
                f"({a} or {b})",
                f"({a} and {b} or {c})",
                f"(not {a})",
                f"({a} < {b})",
                f"({a} <= {b} < {c})",
                f"({a} == {b} != {c})",
                f"({a} if {b} else {c})",
                f"min({a}, {b})",
                f"max({a}, {b}, {c})",
                f"abs({a})",
                f"clip({a}, 0, {b})",
                f"round({a}, 1)",
                f"round({a})",
            ]
        )


def module_of(sources: list[str], path: Path) -> ModuleType:
    """A module that holds these functions, whose source can be read."""
    head = "from sauro.scoring.formulas import clip, is_missing, otherwise, round\n\n\n"
    path.write_text(head + "\n\n\n".join(sources) + "\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Exact(ast.NodeTransformer):
    """Numbers as fractions, so that no digit is lost on the way."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            return node
        call = ast.Call(ast.Name("Fraction", ast.Load()), [ast.Constant(str(node.value))], [])
        return ast.copy_location(call, node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):  # whole numbers would give floats
            node.left = ast.Call(ast.Name("Fraction", ast.Load()), [node.left], [])
        return node


def exact_functions(sources: list[str]) -> dict[str, Any]:
    """The same functions over fractions."""
    tree = _Exact().visit(ast.parse("\n\n".join(sources)))
    space: dict[str, Any] = {"Fraction": Fraction, "clip": formulas.clip, "round": _rounded}
    exec(compile(ast.fix_missing_locations(tree), "exact", "exec"), space)
    return space


def _rounded(value: Any, decimals: Any = 0) -> Fraction:
    scale = 10 ** int(decimals)
    size = (abs(Fraction(value)) * scale * 2 + 1) // 2
    return Fraction(size, scale) * (-1 if value < 0 else 1)


def called(function: Callable[..., Any], values: tuple[int, ...]) -> Fraction | None:
    """What a function gives for exact numbers; nothing where it divides by zero."""
    try:
        result = function(*(Fraction(value, 4) for value in values))
    except (ZeroDivisionError, OverflowError):
        return None
    return Fraction(result)
