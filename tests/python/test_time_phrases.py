"""Times as offices write them: none is read wrong, nearly all are read."""

from __future__ import annotations

from datetime import date

import sauro
from time_phrases import PHRASES

CONTEXT = {"year": 2026, "issued": date(2026, 3, 2)}
MOST_LISTED = 6


def table() -> list[tuple[str, str]]:
    rows = [line for line in PHRASES.strip().splitlines() if not line.startswith("#")]
    return [(text, meaning) for text, _, meaning in (row.rpartition(" | ") for row in rows)]


def short(day: date | None) -> str:
    if day is None:
        return ""
    year = "" if day.year == 2026 else f"/{day.year % 100:02}"
    return f"{day.day}/{day.month}{year}"


def listed(days: list[date]) -> str:
    if len(days) <= MOST_LISTED:
        return " ".join(short(day) for day in days)
    return f"{short(days[0])}..{short(days[-1])} x{len(days)}"


def meaning_of(time: sauro.Timeframe) -> str:
    """The meaning in the words of the table."""
    start = None if time.start == CONTEXT["issued"] else time.start
    parts = [time.kind]
    if time.kind in ("window", "roadmap"):
        parts += [f"{short(start)}-{short(time.due)}"]
    elif time.kind == "open_ended":
        parts = ["open", short(time.start)]
    elif time.kind in ("occasions", "periodic"):
        parts += [time.rule, listed([one.due for one in time.occurrences])]
    elif time.kind == "event" and time.limit:
        parts += [f"{time.limit.amount:g} {time.limit.unit}", "before" * time.before_event]
    if time.due_minute is not None:
        parts += [f"{time.due_minute // 60}:{time.due_minute % 60:02}"]
    return " ".join(part for part in parts if part)


def read(text: str) -> str:
    return meaning_of(sauro.parse_timeframe(text, **CONTEXT))


def test_no_phrase_is_read_wrong_and_nearly_all_are_read() -> None:
    rows = table()
    assert len(rows) >= 300
    wrong = {text: (meaning, got) for text, meaning in rows
             if (got := read(text)) not in (meaning, "unparsed")}  # fmt: skip
    assert not wrong
    unread = [text for text, meaning in rows if meaning != "unparsed" and read(text) == "unparsed"]
    assert len(unread) <= 0.03 * len(rows), unread
