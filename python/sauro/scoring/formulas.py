"""Functions of formulas for one unit, so that rules that are compiled can be called in Python too.

Import from here what a rule uses: `round` of Python goes to the even neighbour in binary, that of
formulas half away from zero in decimals.

Examples
--------
>>> from sauro.scoring.formulas import clip, otherwise, round
>>> round(2.5), round(1.005, 2), clip(12, 0, 10), otherwise(None, 3)
(3.0, 1.01, 10, 3)
"""

from __future__ import annotations

from math import log
from typing import TypeVar

__all__ = ["clip", "is_missing", "log", "otherwise", "round"]

_T = TypeVar("_T")
_DIGITS = 9  # formulas look at so many decimals


def clip(value: float, low: float, high: float) -> float:
    """Give the value, or the end of the range that it is beyond."""
    return min(max(value, low), high)


def is_missing(value: float | None) -> bool:
    """Whether a value is None or NaN."""
    return value is None or value != value


def otherwise(value: _T | None, other: _T) -> _T:
    """Give the value, or `other` where it is missing."""
    return other if value is None or value != value else value


def round(value: float, decimals: int = 0) -> float:
    """Round half away from zero, judged on the decimals."""
    from decimal import ROUND_HALF_UP, Decimal

    exact = Decimal(f"{float(value):.{_DIGITS}f}")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return float(rounded)
