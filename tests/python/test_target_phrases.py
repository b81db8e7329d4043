"""Targets mean what the table of phrases says; what isn't understood stays unread."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sauro
from target_phrases import PHRASES, Reading

PLAIN: Reading = {
    "kind": "not_measurable", "comparison": None, "value": None, "upper": None,
    "upper_excluded": False, "approximate": False, "stretch": False, "unit": "", "of": "",
    "direction": "", "baseline": None, "period": "", "scope": "", "grade": "",
}  # fmt: skip


def readings(text: str) -> list[Reading]:
    targets = sauro.parse_target(text)
    read = [one for one in targets if one.kind != "not_measurable"]
    return [{name: getattr(one, name) for name in PLAIN} for one in read]


def wanted(phrase: str) -> list[Reading]:
    return [{**PLAIN, **reading} for reading in PHRASES[phrase]]


def test_no_target_is_read_wrong() -> None:
    wrong = {
        phrase: read for phrase in PHRASES if (read := readings(phrase)) not in ([], wanted(phrase))
    }
    assert not wrong


def test_nearly_all_targets_are_read() -> None:
    meant = [phrase for phrase in PHRASES if PHRASES[phrase]]
    unread = [phrase for phrase in meant if not readings(phrase)]
    assert len(meant) > 100
    assert len(unread) <= 0.03 * len(meant), unread


@pytest.mark.parametrize("change", [str.upper, lambda text: text.replace(" ", "  "), "- {}".format])
def test_capitals_blanks_and_bullets_change_no_number(change: Callable[[str], str]) -> None:
    for phrase in PHRASES:
        numbers = [(one["kind"], one["value"], one["upper"]) for one in readings(phrase)]
        changed = [(one["kind"], one["value"], one["upper"]) for one in readings(change(phrase))]
        assert changed == numbers, phrase
