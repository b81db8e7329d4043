"""A timeframe is written as a phrase that is read as the same again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import sauro
from conftest import refused
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_time_phrases import CONTEXT, table

MEANING = (
    "kind", "start", "due", "due_minute", "rule", "occurrences", "event", "limit", "before_event",
)  # fmt: skip
days = st.dates(date(2024, 1, 1), date(2040, 12, 31))
words = st.sampled_from(["khảo sát", "báo cáo", "nghiệm thu", "đánh giá", "tập huấn", "rà soát"])
contexts = st.sampled_from(
    [{}, {"year": 2026}, CONTEXT, {**CONTEXT, "before_excludes_day": True},
     {"issued": date(2027, 1, 4)}]
)  # fmt: skip
limits = st.one_of(
    st.builds(
        sauro.TimeLimit,
        st.integers(1, 90),
        st.sampled_from(["days", "working_days", "weeks", "months", "years"]),
    ),
    st.builds(sauro.TimeLimit, st.integers(1, 60).map(lambda n: n + 0.5), st.just("months")),
)
events = st.sampled_from(["ngày nhận văn bản", "ngày Kế hoạch được ban hành", "ngày ký"])


def meaning(time: sauro.Timeframe) -> dict[str, Any]:
    return {name: getattr(time, name) for name in MEANING}


def without_words(time: sauro.Timeframe) -> sauro.Timeframe:
    fields = {name: getattr(time, name) for name in time._fields if name not in ("text", "limit")}
    limit = time.limit and (time.limit.amount, time.limit.unit)
    return sauro.Timeframe(text="", limit=limit, **fields)


def again(time: sauro.Timeframe, context: dict[str, Any]) -> sauro.Timeframe:
    return sauro.parse_timeframe(time.to_text(**context), **context)


@given(days, st.integers(0, 400), st.none() | st.integers(0, 1439))
def test_windows_between_two_days(start: date, length: int, minute: int | None) -> None:
    due = start + timedelta(length)
    time = sauro.Timeframe(kind="window", start=start, due=due, due_minute=minute)
    assert meaning(again(time, {})) == meaning(time)


@given(days, st.none() | st.integers(0, 1439))
def test_windows_up_to_a_day(due: date, minute: int | None) -> None:
    time = sauro.Timeframe(kind="window", due=due, due_minute=minute)
    assert meaning(again(time, {})) == meaning(time)


@given(
    st.lists(
        st.tuples(days, words),
        min_size=2,
        max_size=6,
        unique_by=(lambda pair: pair[0], lambda pair: pair[1]),
    )
)
def test_occasions_with_their_labels(named: list[tuple[date, str]]) -> None:
    occurrences = [sauro.Occurrence(label=word, start=due, due=due) for due, word in sorted(named)]
    time = sauro.Timeframe(
        kind="occasions",
        start=occurrences[0].start,
        due=occurrences[-1].due,
        occurrences=occurrences,
    )
    assert meaning(again(time, {})) == meaning(time)


@given(st.integers(2020, 2040), st.integers(1, 20))
def test_roadmaps_over_years(first: int, more: int) -> None:
    time = sauro.Timeframe(kind="roadmap", start=date(first, 1, 1), due=date(first + more, 12, 31))
    assert meaning(again(time, {})) == meaning(time)


@given(days)
def test_what_begins_and_goes_on(start: date) -> None:
    time = sauro.Timeframe(kind="open_ended", start=start)
    assert meaning(again(time, {})) == meaning(time)


@given(limits, events, st.booleans())
def test_limits_from_events(limit: sauro.TimeLimit, event: str, before: bool) -> None:
    wanted = sauro.parse_timeframe(f"trong 5 ngày kể từ {event}")
    fields = {**meaning(wanted), "limit": (limit.amount, limit.unit), "before_event": before}
    time = sauro.Timeframe(**fields)
    assert meaning(again(time, {})) == meaning(time)


rhythms = st.one_of(
    st.sampled_from(
        ["hằng tuần", "hằng tháng", "hằng quý", "hằng năm", "6 tháng một lần", "2 lần/năm"]
    ),
    st.integers(1, 31).map(lambda day: f"ngày {day} hằng tháng"),
    st.integers(1, 28).map(lambda day: f"trước ngày {day} tháng cuối quý"),
    st.integers(1, 28).map(lambda day: f"ngày {day} của tháng sau"),
    st.sampled_from(
        ["thứ Sáu hằng tuần", "thứ Hai và thứ Năm hằng tuần", "ngày làm việc cuối cùng của tháng",
         "tuần đầu hằng tháng", "thứ Hai đầu tiên hằng tháng", "quý IV hằng năm",
         "trước 15/6 hằng năm", "hằng tháng, hằng quý"]
    ),
)  # fmt: skip


@example("trước ngày 1 tháng cuối quý", "", {**CONTEXT, "before_excludes_day": True})
@example("trước ngày 1 tháng đầu quý", "", {**CONTEXT, "before_excludes_day": True})
@example("trước ngày 1 tháng sau", " năm 2026", {**CONTEXT, "before_excludes_day": True})
@example("trước ngày 1 hằng tháng", "", {"year": 2027, "before_excludes_day": True})
@settings(deadline=None)
@given(rhythms, st.sampled_from(["", " năm 2026", ", giai đoạn 2026 - 2028"]), contexts)
def test_rhythms_with_their_years(rhythm: str, years: str, context: dict[str, Any]) -> None:
    time = without_words(sauro.parse_timeframe(rhythm + years, **context))
    assert time.kind == "periodic"
    assert meaning(again(time, context)) == meaning(time)


@pytest.mark.parametrize("context", [CONTEXT, {}], ids=["of a plan", "alone"])
def test_nearly_each_time_of_the_table_is_said_without_its_words(context: dict[str, Any]) -> None:
    unsaid = []
    rows = [text for text, wanted in table() if wanted != "unparsed"]
    for text in rows:
        read = sauro.parse_timeframe(text, **context)
        assert meaning(again(read, context)) == meaning(read), text  # its own words at the least
        bare = without_words(read)
        try:
            phrase = bare.to_text(**context)
        except sauro.Error:
            unsaid.append(text)
        else:
            assert meaning(sauro.parse_timeframe(phrase, **context)) == meaning(read), text
    assert len(unsaid) <= 0.03 * len(rows), unsaid


def test_what_no_phrase_says_is_refused() -> None:
    first = date(2026, 3, 2)
    odd = sauro.Timeframe(kind="window", start=first, due=first, limit=(3, "weeks"))
    with refused(sauro.Error, "no phrase"):
        odd.to_text(year=2026)
    assert sauro.Timeframe(text="hôm nào đó", kind="unparsed").to_text() == "hôm nào đó"
    assert sauro.Timeframe().to_text() == ""
