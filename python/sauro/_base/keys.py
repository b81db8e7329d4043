"""Codes and names that programs give in other types than text."""

from __future__ import annotations

from numbers import Integral, Real


def key_text(key: object) -> str:
    """Give a code or name as text.

    A number with decimals may not be what was written (1.1 may have been "1.10"): TypeError.
    """
    if isinstance(key, Real):
        if isinstance(key, bool) or key % 1 != 0:
            raise TypeError(
                f"{key!r} là một số, mã và tên phải là chữ (số không phân biệt 1.1 với 1.10): "
                f"hãy viết {str(key)!r}"
            )
        return str(key // 1) if isinstance(key, Integral) else str(int(float(key)))
    return str(key)
