"""What a form brings, checked, and what it changes of a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sauro._base.errors import Texts, ValidationError, error, say
from sauro._base.words import Language
from sauro._core import ProgressEntry, progress_statuses, try_parse_day
from sauro.reporting._register_files import text_of

__all__ = [
    "ASKED",
    "STATES",
    "TELLING",
    "Report",
    "changes_of",
    "guarded",
    "is_cleared",
    "label_of",
    "report_of",
    "said",
    "who_of",
]

INVALID = 262
STATES = dict(progress_statuses())  # name: word
LONGEST = 2000  # of a text
ASKED = {  # fields of a form: what they are called
    "status": ("Tình trạng", "Status"),
    "percent": ("Tỷ lệ hoàn thành (%)", "Percent"),
    "document": ("Số, ngày văn bản", "Document"),
    "result": ("Kết quả", "Result"),
    "note": ("Ghi chú", "Note"),
    "due": ("Hạn mới", "New due day"),
    "date": ("Ngày thực hiện", "Day"),
}
WHO = ("Người cập nhật", "Updated by")
_FORMULAS = tuple("=+-@\t\r")  # what a spreadsheet takes for a formula begins so
TEXTS = ("result", "document", "note")
DAYS = ("due", "date")
TELLING = ("status", "percent", "due")  # what makes another day of a row


def guarded(text: str) -> str:
    """Give a text as a cell of CSV that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def unguarded(text: str) -> str:
    """Give the text that `guarded` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULAS) else text


def label_of(field: str, language: Language) -> str:
    """Give what a field is called on the page."""
    return ASKED.get(field, WHO)[language == "en"]


@dataclass(frozen=True)
class Report:
    """What was filled in for a row; None for a field that the form doesn't have."""

    status: str | None = None
    percent: float | str | None = None  # empty text: none
    result: str | None = None
    document: str | None = None
    note: str | None = None
    due: date | str | None = None
    date: date | str | None = None


def who_of(form: Mapping[str, str], language: Language) -> str:
    """Give who fills the form in.

    Raises
    ------
    ValidationError
        Code 262 where it is no text.
    """
    name, why = _text(form.get("who", ""))
    if why is not None:
        raise error(ValidationError, INVALID, "", [(label_of("who", language), *why)])
    return name


def report_of(form: Mapping[str, str], today: date, language: Language) -> Report:
    """Read the fields of a form that were touched: that aren't what the page showed (``was-``).

    Raises
    ------
    ValidationError
        Code 262; all fields that can't be right are named.
    """
    values: dict[str, Any] = {}
    problems = []
    for field in ASKED:
        if field in form and _is_touched(form, field):
            values[field], why = _value(field, form[field], today)
            if why is not None:
                problems.append((label_of(field, language), *why))
    if problems:
        raise error(ValidationError, INVALID, "", problems)
    return Report(**values)


def _is_touched(form: Mapping[str, str], field: str) -> bool:
    shown = form.get(f"was-{field}")
    return shown is None or shown.split() != form[field].split()


def _value(field: str, given: str, today: date) -> tuple[Any, Texts | None]:
    text, why = _text(given)
    if why is not None or not text or field in TEXTS:
        return text, why
    if field == "status":
        unknown = say("không có tình trạng này; có {}", "no such state; there are {}", _states())
        return text, None if text in STATES else unknown
    if field == "percent":
        return _percent(text)
    day = try_parse_day(text)
    if day is None:
        return text, say(
            "không phải ngày; hãy viết như 31/12/2026", "no day; write it as 31/12/2026"
        )
    if field == "date" and day > today:
        return day, say("ngày này chưa đến", "this day is still to come")
    return day, None


def _states() -> str:
    return ", ".join(STATES.values())


def _percent(text: str) -> tuple[float | None, Texts | None]:
    wrong = say("cần một số từ 0 đến 100", "expected a number from 0 to 100")
    try:
        value = float(text.removesuffix("%").strip().replace(",", "."))
    except ValueError:
        return None, wrong
    return value, None if 0 <= value <= 100 else wrong


def _text(given: str) -> tuple[str, Texts | None]:
    """Give a text in its composed form on one line, or say why it is none."""
    text = unicodedata.normalize("NFC", " ".join(given.split()))
    if len(text) > LONGEST:
        return "", say(
            "dài {} ký tự; nhiều nhất {}", "{} characters; {} at most", len(text), LONGEST
        )
    if any(unicodedata.category(one) in ("Cc", "Cs", "Cn", "Co") for one in text):
        return "", say("có ký tự điều khiển; hãy gõ lại", "it has control characters; type it anew")
    return text, None


def said(entry: ProgressEntry | None, field: str) -> Any:
    """Give what a row says for a field; empty text where it says nothing."""
    value = getattr(entry, field) if entry is not None else None
    return unguarded(value) if isinstance(value, str) else "" if value is None else value


def changes_of(
    entry: ProgressEntry | None, given: Report, today: date, language: Language
) -> dict[str, Any]:
    """Give the fields that a report changes, with their new values.

    The day of a row changes with what it tells. A task that is done is so to the full: a percent
    that stood there and wasn't touched becomes 100.

    Raises
    ------
    ValidationError
        Code 262 for what is done by less than 100 percent.
    """
    values = {name: getattr(given, name) for name in ASKED if name != "date"}
    changed = {
        name: value
        for name, value in values.items()
        if value is not None and value != said(entry, name)
    }
    status = changed.get("status", said(entry, "status"))
    percent = changed.get("percent", said(entry, "percent"))
    if status == "done" and percent not in ("", 100):
        if "percent" in changed:
            short = say(
                "đã hoàn thành thì là 100 hoặc để trống, không phải {}",
                "what is done is 100 or empty, not {}",
                text_of(percent, "percent"),
            )
            raise error(ValidationError, INVALID, "", [(label_of("percent", language), *short)])
        changed["percent"] = 100.0
    day = given.date or (today if not changed.keys().isdisjoint(TELLING) else said(entry, "date"))
    if is_cleared(entry, changed):
        day = ""
    elif changed or given.date:
        day = day or today
    if day != said(entry, "date"):
        changed["date"] = day
    return changed


def is_cleared(entry: ProgressEntry | None, changes: Mapping[str, Any]) -> bool:
    """Whether nothing is left that a row says."""
    fields = [*(name for name in ASKED if name != "date"), "evidence", "stars"]
    return all(changes.get(name, said(entry, name)) == "" for name in fields)
