"""Where indicators stand -> what a framework is scored on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.errors import ValidationError, error, say
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._core import Standing

__all__ = ["inputs_of"]

INVALID_OPTION = 260
UNIT = "đơn vị"
SHARE = "share"


def inputs_of(standings: Iterable[Standing], names: Mapping[str, str | tuple[str, str]]) -> Table:
    """Give a row a place and a column a variable; what is missing stays so."""
    held = list(standings)
    wanted = {
        key: (name, "") if isinstance(name, str) else (name[0], name[1])
        for key, name in names.items()
    }
    _require_known(held, wanted)
    places = list(dict.fromkeys(one.place for one in held if one.indicator in wanted))
    values: dict[str, dict[str, float]] = {name: {} for name, _ in wanted.values()}
    for one in held:
        if one.indicator not in wanted:
            continue
        name, unit = wanted[one.indicator]
        amount = one.cumulated if one.measure == "flow" or one.cumulated is not None else one.value
        if amount is not None:
            values[name][one.place] = _in_unit(amount, one.unit, unit)
    rows = {
        name: [by_place.get(place, float("nan")) for place in places]
        for name, by_place in values.items()
    }
    return Table({UNIT: places, **rows})


def _in_unit(amount: float, unit: str, wanted: str) -> float:
    if not wanted or wanted == unit:
        return amount
    if wanted == SHARE:
        return _core.convert_unit(amount, unit, "%") / 100
    return _core.convert_unit(amount, unit, wanted)


def _require_known(held: list[Standing], wanted: Mapping[str, tuple[str, str]]) -> None:
    known = {one.indicator for one in held}
    problems = [
        (key, *say("không có chỉ tiêu nào mã “{}”", 'no indicator has the id "{}"', key))
        for key in wanted
        if key not in known
    ]
    taken: dict[str, str] = {}
    for key, (name, _) in wanted.items():
        if name in taken:
            both = say("“{}” đã là của {}", '"{}" is that of {} already', name, taken[name])
            problems.append((key, *both))
        taken.setdefault(name, key)
    if problems:
        raise error(ValidationError, INVALID_OPTION, "names", problems)
