"""Sizes of samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sauro import _core

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _Floats = npt.NDArray[np.float64]
    _Codes = npt.NDArray[np.int32]

__all__ = ["sample_size", "yamane"]


def yamane(population: float, margin: float = 0.05) -> int:
    """Sample size by Yamane: N / (1 + N e²), rounded up.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.yamane(10_000), surveys.yamane(1_000), surveys.yamane(400)
    (385, 286, 200)
    """
    return _core.yamane(population, margin)


def sample_size(
    margin: float,
    *,
    population: float | None = None,
    share: float = 0.5,
    confidence: float = 0.95,
    design_effect: float = 1,
) -> int:
    """Answers that a share needs for a margin of error.

    Parameters
    ----------
    margin : float
        Half of the interval's width, as 0.05.
    population : float, optional
        For the finite correction; infinite if left out.
    share : float
        Expected share; 0.5 asks for the most answers.
    confidence : float
        Of the interval.
    design_effect : float
        How many times the variance of a simple sample a clustered one has.

    Examples
    --------
    >>> from sauro import surveys
    >>> surveys.sample_size(0.05), surveys.sample_size(0.05, population=1000)
    (385, 278)
    """
    return _core.sample_size(population, margin, share, confidence, design_effect)
