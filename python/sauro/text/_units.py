"""Units of measure."""

from __future__ import annotations

from sauro import _core

__all__ = ["convert_unit"]


def convert_unit(value: float, source: str, target: str) -> float:
    """Give a value in another unit of the same dimension.

    Parameters
    ----------
    value : float
    source, target : str
        As plans write them: ``tỷ đồng``, ``nghìn tấn``, ``người/vạn dân``. What follows a unit
        ("giá so sánh 2010") belongs to what it measures.

    Raises
    ------
    Error
        Code 208 where they measure different things.

    Examples
    --------
    >>> import sauro
    >>> sauro.convert_unit(3, "tỷ đồng", "triệu đồng")
    3000.0
    """
    return _core.convert_unit(value, source, target)
