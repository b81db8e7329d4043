"""Whether a lower plan aims as high as a higher one asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sauro._core import Indicator, Target
from sauro.phrases._phrases import parse_target

__all__ = ["Aim", "aim", "targets_of"]

Aim = Literal["", "as_high", "lower", "unknown"]
Aims = list[tuple[str, Target]]  # by horizon, which only indicators have


def targets_of(item: Any) -> Aims:
    """Give the numbers that a task, duty or indicator is to reach."""
    if isinstance(item, Indicator):
        texts = [(when, text) for when, text in item.targets.items() if text]
        aims = [(when, one) for when, text in texts for one in parse_target(text)]
        return [(when, one) for when, one in aims if one.value is not None]
    return [("", one) for one in item.targets if one.value is not None]


def aim(asked: Aims, given: Sequence[tuple[str, Target]]) -> tuple[Aim, str, str]:
    """Say how targets meet those that are asked for, with the two that say so.

    Those of one unit and, of indicators, one horizon are held against each other; the first that
    is too low decides. Where none has a unit of what is asked, it is unknown.
    """
    found: tuple[Aim, str, str] = ("unknown", "; ".join(t.text for _, t in asked), "")
    for when, target in asked:
        others = [one for at, one in given if one.unit == target.unit and _of_time(at, when)]
        if not others:
            continue
        best = next((one for one in others if _meets(one, target)), None)
        if best is None:
            return "lower", target.text, others[0].text
        found = ("as_high", target.text, best.text)
    return found if asked else ("", "", "")


def _of_time(one: str, other: str) -> bool:
    """Say whether two horizons are one; a task's target has none."""
    return not one or not other or one == other


def _meets(given: Target, asked: Target) -> bool:
    """Say whether reaching one number reaches the other too."""
    if given.value is None or asked.value is None:
        return False
    most = given.value if given.upper is None else given.upper
    limit = asked.value if asked.upper is None else asked.upper
    if asked.comparison in ("<=", "<") or asked.direction == "decrease":
        return most <= limit
    return given.value >= asked.value
