"""What the subset of Python has that is compiled into formulas."""

from __future__ import annotations

import ast

from sauro._base.errors import say

__all__ = ["ALLOWED", "BINARY", "COMPARE", "FUNCTIONS", "OF_CRITERIA", "UNARY"]

BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
}
COMPARE: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
UNARY: dict[type[ast.unaryop], str] = {ast.USub: "-", ast.UAdd: "+", ast.Not: "not "}
_STATISTICS = (
    *("best", "worst", "mean", "median", "deviation", "rank", "percentile", "count", "share"),
    *("winsorised", "min_max", "z_score", "to_target"),
)
OF_CRITERIA = ("points", "percent", "weakest_part", "weakest_leaf", "applies")
FUNCTIONS = (
    *("min", "max", "abs", "log", "round", "clip", "is_missing", "otherwise", "previous"),
    *_STATISTICS,
    *OF_CRITERIA,
)
ALLOWED = say(
    "tên, số, phép tính, so sánh, and/or/not, if-else, phép gán, return và {}",
    "names, numbers, arithmetic, comparisons, and/or/not, if-else, assignments, return and {}",
    ", ".join(FUNCTIONS),
)
