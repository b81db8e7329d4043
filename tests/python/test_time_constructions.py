"""Each construction of the grammar of times has a phrase, which it reads as the file says."""

from __future__ import annotations

import json
import pickle
import re

import pytest
import sauro
from conftest import ROOT
from test_time_phrases import CONTEXT, read, table

ENTRIES = json.loads((ROOT / "src/data/time_constructions.json").read_text(encoding="utf-8"))[
    "entries"
]
IN_CODE = re.findall(
    r"^  (\w+),$",
    (ROOT / "src/phrases/constructions.hpp").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["phrase"])
def test_a_phrase_is_taken_by_its_construction_and_means_what_is_said(
    entry: dict[str, str],
) -> None:
    told = sauro.explain_timeframe(entry["phrase"], **CONTEXT)
    assert entry["construction"] in [part.construction for part in told.parts]
    assert not told.stopped
    assert read(entry["phrase"]) == entry["meaning"]


def test_each_construction_of_the_code_has_a_phrase_and_no_other_is_named() -> None:
    assert len(IN_CODE) == len(set(IN_CODE)) > 30
    assert {entry["construction"] for entry in ENTRIES} == set(IN_CODE)
    listed = [(one.name, one.phrase, one.meaning) for one in sauro.time_constructions()]
    assert listed == [tuple(entry.values()) for entry in ENTRIES]


def test_the_guide_shows_the_file() -> None:
    guide = (ROOT / "docs/guide/time.md").read_text(encoding="utf-8")
    table = guide.partition("| construction | phrase | meaning |\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| `(.+)` \|$", table, re.MULTILINE)
    assert rows == [tuple(entry.values()) for entry in ENTRIES]


def test_tokens_tell_their_place_kind_value_and_what_took_them() -> None:
    told = sauro.explain_timeframe("Trước ngày 15/6 nếu có kinh phí", **CONTEXT)
    assert told.stopped == "nếu có kinh phí"
    assert [(part.construction, part.words) for part in told.parts] == [("day", "Trước ngày 15/6")]
    assert [(one.text, one.kind, one.value, one.taken_by) for one in told.tokens[:6]] == [
        ("Trước", "word", "trươc2", "day"),
        ("ngày", "word", "ngay1", "day"),
        ("15", "number", "15", "day"),
        ("/", "sign", "/", "day"),
        ("6", "number", "6", "day"),
        ("nếu", "word", "nêu2", "unread"),
    ]
    assert str(told).splitlines() == [
        "Trước ngày 15/6 nếu có kinh phí",
        '= unparsed (chưa hiểu từ "nếu có kinh phí")',
        "Trước ngày 15/6 : day",
        "nếu có kinh phí : unread",
    ]
    assert told.table.columns == ["text", "kind", "value", "taken_by", "begin", "end"]
    assert pickle.loads(pickle.dumps(told)) == told


def test_an_explanation_agrees_with_the_reading_and_its_tokens_with_the_text() -> None:
    for text, _ in table():
        told = sauro.explain_timeframe(text, **CONTEXT)
        assert told.timeframe == sauro.parse_timeframe(text, **CONTEXT)
        assert all(text[one.begin : one.end] == one.text for one in told.tokens), text
        if told.timeframe.kind == "unparsed":
            assert told.stopped or "không có ngày" in told.timeframe.reading, text
        else:
            assert told.parts and not told.stopped, text
            assert "unread" not in [one.taken_by for one in told.tokens], text
