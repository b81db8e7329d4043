"""How far long work is: on terminals only, once it takes more than half a second."""

from __future__ import annotations

from typing import Any

__all__ = ["BAR", "rows_bar"]

BAR: dict[str, Any] = {"delay": 0.5, "disable": None, "leave": False}  # None: on terminals only


def rows_bar(total: int | None, what: str) -> Any:
    """Make a bar that counts rows; `total` is None where nobody knows how many there are."""
    from tqdm import tqdm

    return tqdm(total=total, desc=what, unit=" hồ sơ", unit_scale=True, **BAR)
