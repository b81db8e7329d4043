"""Python functions as rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sauro._base.errors import ValidationError, error, say
from sauro.scoring._input_texts import INVALID_INPUTS

__all__ = ["checked", "name_of", "parameters_of"]


def name_of(function: Callable[..., Any]) -> str:
    """Name of a function, or of what a partial or an object calls."""
    inner = getattr(function, "func", function)
    return str(getattr(inner, "__name__", type(inner).__name__))


def parameters_of(function: Callable[..., Any]) -> list[str]:
    """Names of the columns that a script asks for: those of parameters without a default."""
    return [name for name, _ in _parameters(function)]


def _parameters(function: Callable[..., Any]) -> list[tuple[str, bool]]:
    """Names, and whether each is given by its name only."""
    import inspect

    return [
        (one.name, one.kind is one.KEYWORD_ONLY)
        for one in inspect.signature(function).parameters.values()
        if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]


def checked(function: Callable[..., Any], code: str) -> Callable[..., Any]:
    """Let a script's result in only as numbers of the right length."""
    parameters = _parameters(function)

    def call(*columns: Any) -> Any:
        import numpy as np

        given = list(columns)
        by_name = [i for i, (_, named) in enumerate(parameters[: len(given)]) if named]
        named = {parameters[i][0]: given[i] for i in by_name}
        points = np.asarray(
            function(*(v for i, v in enumerate(given) if i not in by_name), **named)
        )
        rows = columns[0].size if columns else 1
        if points.dtype.kind not in "iufb" or points.shape not in ((rows,), ()):
            text = say(
                "hàm chấm điểm {!r} cho {} dạng {}; cần các số dạng ({},)",
                "the script {!r} gave {} of shape {}; expected numbers of shape ({},)",
                name_of(function),
                points.dtype,
                points.shape,
                rows,
            )
            raise error(ValidationError, INVALID_INPUTS, code, [text])
        spread = np.broadcast_to(points, (rows,))
        return np.ascontiguousarray(spread, dtype=np.float64)

    return call
