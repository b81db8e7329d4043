"""Formulas over named columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro.scoring._input_texts import INVALID_INPUTS
from sauro.table._coerce import floats

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Expression"]


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


Expression.__module__ = "sauro"
