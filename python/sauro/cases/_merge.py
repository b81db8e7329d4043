"""Roll-ups of parts of a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro.cases._keys import DERIVED, RATES, RESULTS
from sauro.cases._measures import MEASURES, added_counts, measured
from sauro.table._coerce import INVALID_COLUMN
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np
    import numpy.typing as npt

    _Ints = npt.NDArray[np.int64]

__all__ = ["merge_roll_ups"]

_TEXTS = ("category", "text", "large_text")
_COUNTS = "late_days_counts"


def merge_roll_ups(parts: Iterable[Table]) -> Table:
    """Add roll-ups of parts of a log, or of several logs, as if they had been counted at once.

    Parameters
    ----------
    parts : iterable of Table
        Results of ``roll_up`` with the same keys.

    Returns
    -------
    Table
        Groups in the order of their keys, missing ones first: the same in whatever order
        the parts come, and however they were merged before.

    Examples
    --------
    >>> import sauro
    >>> counts = {"agency": ["A"], "in_time": [3], "decided": [4], "on_time_rate": [0.75]}
    >>> part = sauro.Table(counts)
    >>> sauro.merge_roll_ups([part, part]).to_dicts()
    [{'agency': 'A', 'in_time': 6, 'decided': 8, 'on_time_rate': 0.75}]
    """
    tables = list(parts)
    names = _same_columns(tables)
    keys = [name for name in names if name not in RESULTS]
    ranked = [_ranked(name, [table._core.column(name) for table in tables]) for name in keys]
    first, group = _groups([ranks for ranks, _ in ranked], sum(map(len, tables)))
    columns: dict[str, _core.Column] = {
        name: column(name, ranks[first]) for name, (ranks, column) in zip(keys, ranked, strict=True)
    }
    sums: dict[str, Any] = {
        name: _summed([table[name] for table in tables], group, len(first))
        for name in names
        if name not in (*keys, *DERIVED, _COUNTS)
    }
    if _COUNTS in names:
        sums[_COUNTS] = _joined([table[_COUNTS] for table in tables], group, len(first))
    sums |= {
        rate: _rate(sums[hits], sums[of]) for rate, (hits, of) in RATES.items() if rate in names
    }
    columns |= {column.name: column for column in Table(sums)._core.columns}
    merged = Table(_core.Table([columns[name] for name in names if name in columns]))
    return measured(merged, [name for name, (sign, _) in MEASURES.items() if sign in names])


def _same_columns(tables: list[Table]) -> list[str]:
    """Give the columns that all parts have."""
    if not tables:
        raise ValueError("no roll-ups to merge")
    others = [
        (
            f"part {at}",
            *say(
                "cần Table mà roll_up cho, gặp {}; đổi bằng sauro.Table(...)",
                "expected a Table as roll_up gives it, found {}; turn it into one by "
                "sauro.Table(...)",
                type(table).__name__,
            ),
        )
        for at, table in enumerate(tables)
        if not isinstance(table, Table)
    ]
    if others:
        raise error(ValidationError, INVALID_COLUMN, "parts", others)
    names = tables[0].columns
    problems = [
        (
            f"part {at}",
            *say(
                "có các cột {}; cần {}",
                "columns {}; expected {}",
                ", ".join(table.columns),
                ", ".join(names),
            ),
        )
        for at, table in enumerate(tables)
        if table.columns != names
    ]
    if problems:
        raise error(ValidationError, INVALID_COLUMN, "parts", problems)
    return names


def _ranked(
    name: str, columns: list[_core.Column]
) -> tuple[_Ints, Callable[[str, _Ints], _core.Column]]:
    """Ranks of a key's values among all that there are, 0 where it is missing; and the way back."""
    import numpy as np

    parts = [_coded(column) for column in columns]
    kinds = {kind for kind, codes, values in parts if len(values)}
    if len({kind in _TEXTS for kind in kinds}) > 1 or len(kinds - set(_TEXTS)) > 1:
        text = say("có các kiểu {}", "its types are {}", ", ".join(sorted(kinds)))
        raise error(ValidationError, INVALID_COLUMN, name, [text])
    ordered = sorted({value for _, _, values in parts for value in values})
    rank = {value: at for at, value in enumerate(ordered, 1)}
    ranks = [np.array([*(rank[v] for v in values), 0])[codes] for _, codes, values in parts]

    def column(name: str, ranks: _Ints) -> _core.Column:
        kind = next(iter(sorted(kinds)), parts[0][0])
        if kind == "category" and len(kinds) < 2:
            return _core.category_column(name, (ranks - 1).tolist(), ordered)
        if kind in _TEXTS or kind == "category":
            texts = [None, *ordered]
            return _core.text_column(name, [texts[rank] for rank in ranks.tolist()])
        mask = ranks == 0
        values = np.array([0, *ordered], dtype=columns[0].parts()[1].dtype)[ranks]
        return _core.number_column(name, kind, values, mask if mask.any() else None)

    return np.concatenate(ranks), column


def _coded(column: _core.Column) -> tuple[str, _Ints, list[Any]]:
    """Type of a key's column, codes into its values, -1 where it is missing, and the values."""
    import numpy as np

    kind, values, mask, labels = column.parts()
    if isinstance(values, list):
        place = {value: at for at, value in enumerate(dict.fromkeys(values))}
        codes = np.array([place[value] for value in values], dtype=np.int64)
        labels = list(place)
        mask = np.array([value is None for value in values], dtype=bool)
    elif kind == "category":
        codes = values
    else:
        found, codes = np.unique(values, return_inverse=True)
        labels = found.tolist()
    codes = np.where(mask, -1, codes) if mask is not None else codes
    used = np.flatnonzero(np.bincount(codes + 1, minlength=1)[1:])
    places = np.full(len(labels or []) + 1, -1)
    places[used] = np.arange(len(used))
    return kind, places[codes], [(labels or [])[at] for at in used]


def _groups(keys: list[_Ints], rows: int) -> tuple[_Ints, _Ints]:
    """First row of each group, in the order of the keys, and the group of each row."""
    import numpy as np

    joined = np.zeros(rows, dtype=np.int64)
    size = 1
    for ranks in keys:
        count = int(ranks.max(initial=0)) + 1
        if size * count >= 2**62:
            known, joined = np.unique(joined, return_inverse=True)
            size = len(known)
        joined = joined * count + ranks
        size *= count
    _, first, group = np.unique(joined, return_index=True, return_inverse=True)
    return first, group


def _summed(columns: list[npt.NDArray[Any]], group: _Ints, groups: int) -> npt.NDArray[Any]:
    import numpy as np

    values = np.concatenate(columns)
    total = np.zeros(groups, dtype=np.result_type(values.dtype, np.int64))
    np.add.at(total, group, values)
    return total


def _joined(columns: list[Any], group: _Ints, groups: int) -> list[str]:
    """How many cases have how many late days, of each group."""
    texts: list[list[str | None]] = [[] for _ in range(groups)]
    rows = (text for column in columns for text in column.tolist())
    for at, text in zip(group.tolist(), rows, strict=True):
        texts[at].append(text)
    return [added_counts(one) for one in texts]


def _rate(hits: npt.NDArray[Any], decided: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    import numpy as np

    rate = np.full(len(decided), np.nan)
    np.divide(hits, decided, out=rate, where=decided != 0)
    return rate
