"""Times as offices write them: none is read wrong, nearly all are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
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
    assert len(rows) >= 600
    wrong = {text: (meaning, got) for text, meaning in rows
             if (got := read(text)) not in (meaning, "unparsed")}  # fmt: skip
    assert not wrong
    unread = [text for text, meaning in rows if meaning != "unparsed" and read(text) == "unparsed"]
    assert len(unread) <= 0.03 * len(rows), unread


def test_the_occurrences_of_a_phrase_have_labels_of_their_own() -> None:
    for phrase, _ in table():
        labels = [one.label for one in sauro.parse_timeframe(phrase, **CONTEXT).occurrences]
        assert len(set(labels)) == len(labels), phrase


def test_occasions_are_named_by_what_is_to_be_done() -> None:
    def labels(text: str) -> list[str]:
        return [one.label for one in sauro.parse_timeframe(text, **CONTEXT).occurrences]

    both = ["báo cáo 6 tháng", "báo cáo năm"]
    assert labels("trước ngày 15/6 (báo cáo 6 tháng), trước ngày 15/12 (báo cáo năm)") == both
    assert labels("báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12") == both
    assert labels("Quý I/2026 lựa chọn đơn vị; Quý IV/2026 báo cáo kết quả") == [
        "lựa chọn đơn vị", "báo cáo kết quả",
    ]  # fmt: skip
    assert labels("08–11/2026, chuẩn bị 07/2026") == ["chuẩn bị", "Tháng 8/2026 - Tháng 11/2026"]
    single = sauro.parse_timeframe("Trước ngày 10/12, báo cáo năm", **CONTEXT)
    assert "việc nêu kèm: báo cáo năm" in single.reading


def test_what_stops_a_phrase_is_said() -> None:
    time = sauro.parse_timeframe("Trước 30/6/2026 nếu có kinh phí", **CONTEXT)
    assert time.reading == 'chưa hiểu từ "nếu có kinh phí"'
    wrong = sauro.parse_timeframe("thứ Ba ngày 14/9/2026", **CONTEXT)
    assert wrong.reading == "không có ngày như vậy: thứ Ba 14/09/2026"


NO_TIMES = (
    "Theo Nghị định số 30/2020/NĐ-CP", "QCVN 01:2025/BTNMT; mẫu số 02/2026", "Điểm 4/10",
    "Phụ lục 1/2", "số 12/6 đường Lê Lợi", "3/4 số hộ", "đường 30/4, Nhà văn hóa 26/3",
    "24/24 giờ, 7/7 ngày", "Luật số 65/2025/QH15", "trực 24/7", "Trường THCS 19/8",
    "tại ngõ 5/6 phố Huế", "mẫu 02/2026", "Quyết định 15/2026/QĐ-UBND", "hoàn thành 2/3 hộ",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_TIMES)
def test_numbers_of_documents_streets_and_shares_are_no_times(text: str) -> None:
    assert not sauro.find_timeframes(text, year=2026)


def test_times_beside_such_numbers_are_found() -> None:
    def due(text: str) -> list[date | None]:
        return [one.due for one in sauro.find_timeframes(text, year=2026)]

    assert due("tổ chức lễ hội tại đường 2/9 ngày 15/5/2026") == [date(2026, 5, 15)]
    assert due("hoàn thành 3/4 số hộ trước 30/6/2026") == [date(2026, 6, 30)]
    assert due("Thông báo số 45/TB-UBND ngày 30/6/2026") == [date(2026, 6, 30)]
    assert due("Thông báo số 45 ngày 30/6/2026") == [date(2026, 6, 30)]
    assert due("họp ngày 24/7") == [date(2026, 7, 24)]


def test_a_time_of_day_keeps_its_day() -> None:
    time = sauro.parse_timeframe("Trước 17h00 ngày 20/5/2026", **CONTEXT, before_excludes_day=True)
    assert (time.due, time.due_minute) == (date(2026, 5, 20), 17 * 60)


def test_a_limit_from_a_day_says_how_it_was_counted() -> None:
    time = sauro.parse_timeframe("02 tháng kể từ ngày 01/7/2026", **CONTEXT)
    assert time.limit == sauro.TimeLimit(2, "months")
    assert time.reading == (
        "tính từ ngày 01/07/2026, không kể ngày đó; "
        "hết hạn ngày 01/09/2026 là ngày nghỉ nên chuyển sang ngày 03/09/2026"
    )


def without_zeros(text: str) -> str:
    return re.sub(r"(?<![\d,.:h/-])0(\d)(?=/| tháng| ngày làm)", r"\1", text)


TONES = "\u0300\u0301\u0303\u0309\u0323"


def with_tone_on(letter: int) -> Callable[[str], str]:
    """Words with the tone on the first or second letter of a last oa, oe, uy: "tùy", "tuỳ"."""

    def move(match: re.Match[str]) -> str:
        bare = re.sub(f"[{TONES}]", "", match[0])
        tone = re.sub(f"[^{TONES}]", "", match[0])
        return bare[:1] + tone + bare[1:] if letter == 0 else bare + tone

    pattern = re.compile(f"(?<!q)(?:o[{TONES}]?[ae]|u[{TONES}]?y)[{TONES}]?(?!\\w|[\u0300-\u036f])")

    def change(text: str) -> str:
        return unicodedata.normalize("NFC", pattern.sub(move, unicodedata.normalize("NFD", text)))

    return change


SAME: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "double blanks": lambda text: text.replace(" ", "  "),
    "unbreakable blanks": lambda text: text.replace(" ", "\u00a0"),
    "long dashes": lambda text: text.replace("-", "–").replace("20–12/", "20-12/"),
    "wide dashes": lambda text: text.replace("–", "—"),
    "hàng": lambda text: text.replace("hằng", "hàng").replace("Hằng", "Hàng"),
    "hằng": lambda text: text.replace("hàng", "hằng").replace("Hàng", "Hằng"),
    "mỗi": lambda text: re.sub("([Hh])([ằà])ng (?=tháng|quý|năm|tuần)", "mỗi ", text),
    "chậm nhất": lambda text: re.sub(
        r"(?<!ngày )(?<!việc )[Tt]rước ngày (?=\d)", "chậm nhất ngày ", text
    ),
    "muộn nhất": lambda text: re.sub("[Cc]hậm nhất", "muộn nhất", text),
    "không quá": lambda text: re.sub("([Cc]hậm|[Mm]uộn) nhất (?=ngày \\d)", "không quá ", text),
    "trễ nhất": lambda text: re.sub("[Cc]hậm nhất (?=ngày)", "trễ nhất ", text),
    "quí": lambda text: text.replace("quý", "quí").replace("Quý", "Quí"),
    "old tone marks": with_tone_on(0),
    "new tone marks": with_tone_on(1),
    "no ngày": lambda text: re.sub(r"([Tt]rước) ngày (?=\d+/\d)", r"\1 ", text),
    "with ngày": lambda text: re.sub(r"([Tt]rước) (?=\d+/\d+\b(?!/\d*-))", r"\1 ngày ", text),
    "zeros": lambda text: re.sub(r"(?<![\d,.:h/-])(?<!từ )(\d)(?=/\d)", r"0\1", text),
    "tabs": lambda text: text.replace(" ", "\t"),
    "figure dashes": lambda text: text.replace("–", "‒"),
    "minus signs": lambda text: text.replace("–", "−"),
    "no zeros": without_zeros,
    "brackets": lambda text: f"({text})",
    "a full stop": lambda text: text + ".",
    "a semicolon": lambda text: text + ";",
    "a bullet": lambda text: "- " + text,
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_spelling_changes_no_meaning(change: Callable[[str], str]) -> None:
    for text, meaning in table():
        if meaning != "unparsed":
            assert read(change(text)) == read(text), change(text)


def test_a_line_break_changes_no_meaning_or_leaves_it_unread() -> None:
    for text, meaning in table():
        if meaning == "unparsed":
            continue
        for at in [match.start() for match in re.finditer(" ", text)]:
            broken = text[:at] + "\n" + text[at + 1 :]
            assert read(broken) in (read(text), "unparsed"), broken
