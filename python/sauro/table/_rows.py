"""Which rows of a table, and in which order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro.table._arrays import list_of
from sauro.table._coerce import INVALID_COLUMN, raw_array

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    _Mask = npt.NDArray[np.bool_]

__all__ = ["is_mask", "mask_of", "matching", "sorted_places"]

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries


def is_mask(key: Any) -> bool:
    """Whether a key says yes or no for each row."""
    kind = getattr(getattr(key, "dtype", None), "kind", None)
    if kind is not None:
        return bool(kind == "b")
    if hasattr(key, "dtype"):  # Polars
        return str(key.dtype) == "Boolean"
    return isinstance(key, list | tuple) and bool(key) and all(isinstance(v, bool) for v in key)


def mask_of(key: Any, rows: int) -> _Mask:
    """Yes or no for each row, one dimension of the table's length."""
    import numpy as np

    mask = raw_array(key, "mask")
    if mask.dtype.kind == "O" and all(isinstance(v, bool | np.bool_) for v in mask.flat):
        mask = mask.astype(bool)
    if mask.dtype.kind != "b" or mask.shape != (rows,):
        text = say(
            "mặt nạ kiểu {} dạng {}; cần bool dạng ({},)",
            "a mask of {} and shape {}; expected bool and ({},)",
            mask.dtype,
            mask.shape,
            rows,
        )
        raise error(ValidationError, INVALID_COLUMN, "mask", [text])
    return mask


def matching(column: _core.Column, wanted: Any) -> _Mask:
    """Rows whose value is the wanted one, or among them; None stands for a missing value."""
    import numpy as np

    several = isinstance(wanted, list | tuple | set | frozenset | np.ndarray)
    known = set(wanted.tolist() if isinstance(wanted, np.ndarray) else wanted if several else ())
    if not several:
        known = {wanted.item() if isinstance(wanted, np.generic) else wanted}
    return np.array([value in known for value in list_of(column)], dtype=bool)


def sorted_places(
    columns: Iterable[_core.Column], descending: Sequence[bool]
) -> npt.NDArray[np.intp]:
    """Places of the rows in their order: by the first column, then the next; missing ones last."""
    import numpy as np

    levels = list(zip(columns, descending, strict=True))
    rows = levels[0][0].parts()[1] if levels else []
    places = list(range(len(rows)))
    for column, down in reversed(levels):  # stable: the first column decides in the end
        values = [_dictionary_key(v) if isinstance(v, str) else v for v in list_of(column)]
        there = sorted((i for i in places if values[i] is not None), key=values.__getitem__,
                       reverse=down)  # fmt: skip
        places = there + [i for i in places if values[i] is None]
    return np.array(places, dtype=np.intp)


def _dictionary_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Order of Vietnamese dictionaries: letters (a ă â b …), then tones, then capitals."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in _TONES), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        place = _LETTERS.find(base)
        letters.append(ord(base[0]) if place < 0 or not base.isalpha() else 0x10000 + place)
        tones.append(_TONES.find(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones), text
