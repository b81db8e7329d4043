"""Where indicators stand, as sentences of a report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sauro._core import Allocation, Standing

__all__ = [
    "STATUS_WORDS",
    "allocation_sentence",
    "end_of_month",
    "estimate_sentence",
    "month_of",
    "number_text",
    "period_text",
    "sentence",
]

STATUS_WORDS = {
    "reached": "đạt",
    "on_way": "đúng tiến độ",
    "at_risk": "có nguy cơ",
    "behind": "chậm",
    "missed": "không đạt",
    "holding": "trong ngưỡng",
    "broken": "vượt ngưỡng",
    "no_data": "thiếu số liệu",
    "not_due": "chưa đến hạn",
}

WAY_WORDS = {
    "last_year": "các tháng còn lại theo tỷ trọng năm trước",
    "profile": "các tháng còn lại theo tỷ trọng đã cho",
    "working_days": "mỗi ngày làm việc như nhau",
    "days": "mỗi ngày như nhau",
}


def number_text(value: float) -> str:
    """Give a number as reports write it: ``1.234,5``, with one digit behind the comma at most.

    Small ones keep three digits, so that none is rounded to nothing.
    """
    text = f"{value:,.1f}" if abs(value) >= 0.1 or value == 0 else f"{value:,.3g}"
    whole, _, rest = text.partition(".")
    return whole.replace(",", ".") + ("" if not rest.strip("0") else f",{rest}")


def month_of(day: date, cut_off_day: int) -> tuple[int, int]:
    """Give the month that a day is reported for, with its year."""
    if cut_off_day == 0 or day.day <= cut_off_day:
        return day.year, day.month
    return (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)


def end_of_month(year: int, month: int, cut_off_day: int = 0) -> date:
    """Give the last day of the month that is reported for."""
    if cut_off_day:
        return date(year, month, cut_off_day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def period_text(first: date, last: date) -> str:
    """Give a period by its name: ``9 tháng năm 2026``, ``tháng 9/2026``, ``năm 2026``."""
    if (first.day, last.day) == (15, 14):  # Nghị định 09/2019: March begins on 15 February
        first, last = date(*month_of(first, last.day), 1), end_of_month(last.year, last.month)
    ends_month = (last + timedelta(days=1)).day == 1
    if not ends_month or first.day != 1:
        return f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    if first.year != last.year:
        return f"giai đoạn {first.year}-{last.year}, đến {last:%m/%Y}"
    if (first.month, last.month) == (1, 12):
        return f"năm {last.year}"
    if first.month == last.month:
        return f"tháng {last.month}/{last.year}"
    if first.month == 1:
        return f"{last.month} tháng năm {last.year}"
    return f"tháng {first.month} đến tháng {last.month}/{last.year}"


def sentence(one: Standing) -> str:
    """Say in one sentence where an indicator stands."""
    subject = _subject(one)
    amount = one.cumulated if one.cumulated is not None else one.value
    if one.measure == "flow":
        amount = one.cumulated
    if amount is None or one.last is None:
        return f"{subject}: chưa đủ số liệu."
    when = _when(one)
    reached = "ước đạt" if one.state == "estimated" else "đạt"
    parts = [f"{subject} {when} {reached} {_amount(amount, one)}"]
    if one.percent is not None and one.measure == "flow":
        parts.append(f"bằng {number_text(one.percent)} % mục tiêu {one.horizon}")
    elif one.target_text:
        parts.append(f"mục tiêu {one.horizon}: {one.target_text}")
    if one.change is not None:
        parts.append(_change(one))
    return ", ".join(parts) + "."


def _when(one: Standing) -> str:
    if one.last is None or one.measure != "flow" or one.start is None:
        return f"đến {one.last:%d/%m/%Y}"
    return period_text(one.start, one.last)


def _subject(one: Standing) -> str:
    return (one.name or one.indicator) + (f" ({one.place})" if one.place else "")


def _amount(value: float, one: Standing) -> str:
    return f"{number_text(value)} {one.unit}".rstrip()


def estimate_sentence(one: Standing) -> str:
    """Say what the year will bring, and if what; nothing where there is no estimate."""
    if one.estimate is None or one.estimate_way is None or one.last is None:
        return ""
    text = f"{_subject(one)} cả năm {one.last.year} ước {_amount(one.estimate, one)}"
    if one.estimate_low is not None and one.estimate_high is not None:
        low, high = number_text(one.estimate_low), number_text(one.estimate_high)
        text += f" (từ {low} đến {high} theo ba năm trước)"
    if one.target and one.horizon == str(one.last.year):
        text += f", bằng {number_text(one.estimate / one.target * 100)} % mục tiêu {one.horizon}"
    return f"{text}, nếu {WAY_WORDS[one.estimate_way]}."


def _change(one: Standing) -> str:
    change = one.change or 0.0
    size = number_text(abs(change))
    if size == "0":
        return "bằng cùng kỳ năm trước"
    rises = change < 0 if one.measure == "rank" else change > 0
    unit = "bậc" if one.measure == "rank" else one.change_unit
    return f"{'tăng' if rises else 'giảm'} {size} {unit} so với cùng kỳ năm trước"


def allocation_sentence(one: Allocation) -> str:
    """Say what was allocated against the target of the whole, and who has nothing."""
    place = f" ({one.place})" if one.place else ""
    given = _with_unit(one.allocated, one)
    text = f"{one.name or one.indicator}{place} {one.horizon}: đã giao {given}"
    if one.target is not None and one.difference is not None:
        how = "thiếu" if one.difference < 0 else "vượt"
        text += f" cho mục tiêu {_with_unit(one.target, one)}"
        text += f", {how} {_with_unit(abs(one.difference), one)}" if one.difference else ", đủ"
    if one.missing:
        text += f"; chưa giao: {', '.join(one.missing)}"
    return text + "."


def _with_unit(value: float, one: Allocation) -> str:
    return f"{number_text(value)} {one.unit}".rstrip()
