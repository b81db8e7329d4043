"""What is said of inputs that can't be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sauro._base.errors import Texts, say

__all__: list[str] = []

UNIT, PERIOD, STAGE = Texts("đơn vị", "unit"), Texts("kỳ", "period"), Texts("giai đoạn", "stage")
NO_UNIT_COLUMN = Texts(
    'bảng số liệu cần cột "unit", hoặc units=[...] theo thứ tự của bảng',
    'a table of inputs needs a column "unit", or units=[...] in its order',
)
OTHER_ROWS = Texts("số đơn vị khác số dòng", "units and rows differ in number")


def unknown(what: Texts, names: Iterable[str], known: Iterable[str]) -> list[Texts]:
    """Say of each name that isn't known that there is no such unit, period or stage."""
    there = set(known)
    pattern = "không có {} {!r}", "there is no {} {!r}"
    return [say(*pattern, what, name) for name in names if name not in there]


def twice(what: Texts, names: Iterable[str]) -> list[Texts]:
    """Say that units or periods stand twice."""
    pattern = "{} {!r} xuất hiện hai lần", "the {} {!r} stands twice"
    return [say(*pattern, what, name) for name in names]


def two_values(stage: str) -> Texts:
    """Say that a cell is given twice."""
    return say("có hai giá trị ở giai đoạn {}", "two values at stage {}", stage)


def no_value(unit: str) -> Texts:
    """Say that a Series leaves a unit out."""
    return say("đơn vị {!r} không có giá trị", "the unit {!r} has no value", unit)


def several_variables(names: Sequence[str]) -> Texts:
    """Say that a criterion's code stands for no variable, since its rule takes several."""
    return say(
        "tiêu chí này có quy tắc dùng {}: hãy cho các biến đó",
        "the criterion has a rule over {}: give these",
        ", ".join(names),
    )


def no_variable(name: str, known: Sequence[str]) -> Texts:
    """Say which variables there are."""
    return say(
        "bộ chỉ số không có biến hay tiêu chí {!r}; có {}, ...",
        "the framework has no variable or criterion {!r}; it has {}, ...",
        name,
        ", ".join(known),
    )


def other_shape(shape: tuple[int, ...], rows: int, columns: int) -> Texts:
    """Say which shapes an array of values may have."""
    return say(
        "biến có dạng {0}; cần ({2},) theo đơn vị hoặc ({1}, {2}) theo kỳ và đơn vị",
        "it has the shape {0}; expected ({2},) for units or ({1}, {2}) for periods and units",
        shape,
        rows,
        columns,
    )


def no_json(why: object) -> Texts:
    """Say what the reader of JSON says."""
    return say("JSON sai cú pháp: {}", "not well-formed JSON: {}", why)


def other_fields(count: int) -> Texts:
    """Say that a line of a CSV file has other fields than its header."""
    return say(
        "dòng không có {} ô như dòng tiêu đề", "it has not {} fields as the header has", count
    )
