"""What is said of inputs that can't be right."""

from __future__ import annotations

from collections.abc import Iterable

from sauro._base.errors import Texts, say

__all__: list[str] = []

INVALID_INPUTS = 243
SHOWN = 20
NO_TABLE = Texts(
    "tệp JSON phải chứa các dòng (một danh sách không rỗng) hoặc giá trị theo biến",
    "a JSON file holds rows (a list that isn't empty) or values by variable",
)
NEEDS_PARQUET = Texts(
    "đọc Parquet cần thêm gói: hãy chạy `pip install sauro[parquet]`, hoặc lưu thành csv, xlsx",
    "reading Parquet needs a package: run `pip install sauro[parquet]`, or save it as csv or xlsx",
)
UNIT, PERIOD = Texts("đơn vị", "unit"), Texts("kỳ", "period")


def unknown(what: Texts, names: Iterable[str], known: Iterable[str]) -> list[Texts]:
    """Say of each name that isn't known that there is no such unit or period."""
    there = set(known)
    pattern = "không có {} {!r}", "there is no {} {!r}"
    return [say(*pattern, what, name) for name in names if name not in there]


def no_name(what: Texts, number: int) -> Texts:
    """Say that a unit or period has no name."""
    return say("{} thứ {} không có tên", "{} {} has no name", what, number)


def two_names(variable: str, first: str, second: str) -> Texts:
    """Say that two names of a mapping stand for one variable."""
    return say(
        "biến {!r} được cho hai lần: bằng {!r} và bằng {!r}",
        "the variable {!r} is given twice: as {!r} and as {!r}",
        variable,
        first,
        second,
    )


def twice(what: Texts, names: Iterable[str]) -> list[Texts]:
    """Say that units or periods stand twice."""
    pattern = "{} {!r} xuất hiện hai lần", "the {} {!r} stands twice"
    return [say(*pattern, what, name) for name in names]


def no_value(unit: str) -> Texts:
    """Say that a Series leaves a unit out."""
    return say("đơn vị {!r} không có giá trị", "the unit {!r} has no value", unit)


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


def no_parquet(why: object) -> Texts:
    """Say what the reader of Parquet says."""
    return say("không đọc được Parquet: {}", "no Parquet that can be read: {}", why)
