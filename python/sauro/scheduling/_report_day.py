"""The day on which the data of periods close and their reports are due."""

from __future__ import annotations

import re

from sauro._base.errors import ValidationError, error, say

__all__ = ["ReportDay", "report_day_of"]

INVALID_OPTION = 260
LAST_DAY = 31
NO_REPORT_DAY = (
    "cần ngày 1-31 của tháng cuối kỳ (14), hoặc của tháng sau kỳ (+10), không phải {!r}",
    "expected a day 1-31 of a period's last month (14), or of the month after (+10), not {!r}",
)
ReportDay = int | str


def report_day_of(given: ReportDay) -> tuple[int, int]:
    """Give the day of a month and how many months that is after the period's last one.

    Raises
    ------
    ValidationError
        Code 260 for what is no day of a month.
    """
    text = str(given).strip()
    if not re.fullmatch(r"\+?[0-9]{1,2}", text) or not 1 <= int(text) <= LAST_DAY:
        raise error(ValidationError, INVALID_OPTION, "report_day", [say(*NO_REPORT_DAY, text)])
    return int(text), int(text.startswith("+"))
