"""Rows of a column that are set aside where ``on_problem="keep"``."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from sauro._base.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import numpy.typing as npt

    _Numbers = npt.NDArray[np.int64]

__all__ = ["column_of"]


def column_of(function: Callable[..., _Numbers], on_problem: str, *columns: _Numbers) -> _Numbers:
    """Call a function of columns; a warning names the first rows set aside, and counts the others.

    They are missing in what it gives, as days or as their numbers.
    """
    import numpy as np

    values = function(*columns, on_problem)
    if on_problem == "keep" and np.isnat(values.view("datetime64[D]")).any():
        try:
            function(*columns, "raise")
        except ValidationError as why:
            warnings.warn(f"{why.to_text()}\n{why.to_text('en')}", stacklevel=2)
    return values
