"""Samples that the tests share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sauro
from hypothesis import HealthCheck, settings

# how long examples take to make says something of the machine, or of a sanitizer, not of the tests
settings.register_profile("sauro", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sauro")

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "python/sauro/datasets/files"
PROSE_HEAD = """ỦY BAN NHÂN DÂN
XÃ AN LỘC

Số: 45/KH-UBND

An Lộc, ngày 06 tháng 02 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026

II. TỔ CHỨC THỰC HIỆN
"""
PLANS = ROOT.parent / "shared" / "plans"

SAMPLES = sorted(EXAMPLES.glob("ke-hoach-*")) + sorted(PLANS.glob("*.txt"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each plan that the tests can reach."""
    return request.param


@contextmanager
def refused(kind: type[Exception], match: str) -> Iterator[pytest.ExceptionInfo[Any]]:
    """What is done in it raises; `match` is found in the error's English."""
    with pytest.raises(kind) as caught:
        yield caught
    wrong = caught.value
    text = wrong.to_text("en") if isinstance(wrong, sauro.Error) else str(wrong)
    assert re.search(match, text), text


@pytest.fixture(autouse=True)
def _errors_are_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever error a test meets has a Vietnamese text, and another one in English."""
    said: set[tuple[str, str]] = set()
    plain = sauro.Error.__init__

    def made(self: sauro.Error, problems: Any) -> None:
        plain(self, problems)
        said.update((one.message, one.message_en) for one in self.problems)

    monkeypatch.setattr(sauro.Error, "__init__", made)
    yield
    for vi, en in said:
        assert vi != en and vi and en
        assert is_vietnamese(vi), vi


def is_vietnamese(text: str) -> bool:
    """Whether a text has letters that only Vietnamese has, or vowels with its marks."""
    return re.search("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]", text, re.I) is not None
