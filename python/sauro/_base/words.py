"""Words of texts for people: code and templates say them in Vietnamese, a file has the English."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from sauro._base.choice import choice

__all__ = ["LANGUAGES", "Words", "words_in"]

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Words:
    """Says a text in one language.

    ``words("còn {n} ngày làm việc", n=3)`` fills in values; a text that the language doesn't have
    stays as it is. Of two forms in the file the first is for ``n=1``.
    """

    def __init__(self, language: Language, texts: dict[str, str | list[str]]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, text: str, **values: object) -> str:
        said = self._texts.get(text, text)
        if isinstance(said, list):
            said = said[0 if str(values.get("n")) == "1" else 1]
        return said.format(**values) if values else said

    def day(self, day: date) -> str:
        """Write a day in short."""
        if self.language == "vi":
            return f"{day.day:02}/{day.month:02}/{day.year}"
        return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"

    def formal_day(self, day: date | None) -> str:
        """Write a day as Nghị định 30/2020, annex I asks: a zero before 1-9, months 01 and 02."""
        if self.language == "en":
            return "… … …" if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        if day is None:
            return "ngày … tháng … năm …"
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return f"ngày {day.day:02} tháng {month} năm {day.year}"

    def weekday(self, day: date) -> str:
        """Name the day of the week."""
        return (WEEKDAYS if self.language == "vi" else WEEKDAYS_EN)[day.weekday()]

    def month(self, month: int) -> str:
        """Write a month in short."""
        return f"T{month}" if self.language == "vi" else MONTHS[month - 1][:3]

    def number(self, value: float, digits: int | None = None) -> str:
        """Write a number with the decimal sign of the language."""
        text = f"{value:.{digits}f}" if digits is not None else f"{value:.10g}"
        return text.replace(".", ",") if self.language == "vi" else text

    def percent(self, value: float, digits: int = 1) -> str:
        """Write a share of 0 to 100."""
        return (
            f"{self.number(value, digits)} %" if self.language == "vi" else f"{value:.{digits}f}%"
        )


@cache
def words_in(language: Language) -> Words:
    """Give the words of a language.

    Raises
    ------
    ValueError
        For a language that there isn't.
    """
    if choice(language, LANGUAGES, "language") == "vi":
        return Words("vi", {})
    text = files("sauro").joinpath("reporting", "templates", "en.json").read_text(encoding="utf-8")
    return Words("en", json.loads(text))
