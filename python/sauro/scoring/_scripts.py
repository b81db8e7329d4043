"""Python functions as rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sauro._base.errors import ValidationError, error, say
from sauro.scoring._input_texts import INVALID_INPUTS

__all__ = ["checked", "parameters_of"]


def parameters_of(function: Callable[..., Any]) -> list[str]:
    """Names of the columns that a script asks for."""
    import inspect

    return list(inspect.signature(function).parameters)


def checked(function: Callable[..., Any], code: str) -> Callable[..., Any]:
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
