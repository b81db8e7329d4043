"""Options that are one of several words, on their way into the core."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sauro
from conftest import refused
from sauro import _core


def test_the_core_takes_options_by_name_and_lists_the_names_that_there_are() -> None:
    values = np.array([1.0, 2.0])
    week = ["full"] * 7
    rule = {
        "cut_off_day": 14,
        "due_day": 25,
        "due_months_after": 0,
        "due_working_days": None,
        "cumulative": False,
        "roll": "?",
    }
    calls = {
        "competition, dense or ordinal": lambda: _core.rank(values, "?"),
        "inclusive or exclusive": lambda: _core.quantile(values, 0.5, "?"),
        "refuse, certain or center": lambda: _core.weighted_means(
            values, None, None, None, None, None, None, "?", 0.95, 0, "normal"
        ),
        "civil_service, statutory or custom": lambda: _core.WorkingCalendar.vietnam(
            "?", None, "", week, 2021, 2030
        ),
        "none, morning or full": lambda: _core.WorkingCalendar.custom(
            2021, 2022, ["?", *week[1:]], []
        ),
        "up, down, nearest or half": lambda: _core.TimeLimit(5, "days", True, True).cut(30, "?"),
        "forward, backward or none": lambda: _core.ReportingRule(**rule),
        "self, appraisal_1, explanation, appraisal_2 or survey": lambda: _core.Inputs(
            ["a", "b"], [""]
        ).add("x", "?", values, []),
        "minutes, hours, working_hours": lambda: _core.CaseLog(
            None, None, None, None, None, None, None, None, None, [], "?"
        ),
        "raise or keep": lambda: _core.CaseOptions(
            as_of=sauro.Period.year(2026).last,
            calendars=[],
            sessions=[],
            cut_off=None,
            rounding="up",
            on_problem="?",
            threads=0,
        ),
    }
    for names, call in calls.items():
        with refused(sauro.ValidationError, match=f'unknown "\\?"; expected {names}'):
            call()


PLAN = sauro.datasets.plan("an-loc")
CALENDAR = sauro.WorkingCalendar.vietnam()
INPUTS = sauro.datasets.commune()
CHOICES: dict[str, Callable[[Any], Any]] = {
    "report.format": lambda word: sauro.report(PLAN, format=word),
    "report.language": lambda word: sauro.report(PLAN, language=word),
    "schedule.roll": lambda word: sauro.schedule(PLAN, roll=word),
    "schedule.review": lambda word: sauro.schedule(PLAN, review=word),
    "CaseLog.unit": lambda word: sauro.CaseLog(["2026-03-02"], 5, unit=word),
    "CaseLog.roll_up.by": lambda word: sauro.CaseLog(["2026-03-02"], 5).roll_up(
        CALENDAR, "2026-03-20", by=[word]
    ),
    "CaseLog.roll_up.measures": lambda word: sauro.CaseLog(["2026-03-02"], 5).roll_up(
        CALENDAR, "2026-03-20", by=[], measures=[word]
    ),
    "CaseLog.status.rounding": lambda word: sauro.CaseLog(["2026-03-02"], 5).status(
        CALENDAR, "2026-03-20", rounding=word
    ),
    "rank.method": lambda word: sauro.rank([1, 2], method=word),
    "quantile.method": lambda word: sauro.quantile([1, 2], 0.5, method=word),
    "score.on_problem": lambda word: sauro.score(
        sauro.Framework.load("commune-example"), INPUTS, on_problem=word
    ),
    "Progress.on_problem": lambda word: sauro.Progress([], on_problem=word),
    "means.lonely": lambda word: sauro.surveys.means([1, 2], lonely=word),
    "WorkingCalendar.kind": lambda word: sauro.WorkingCalendar.vietnam(word),
    "WorkingCalendar.add.on_problem": lambda word: CALENDAR.add("2026-03-02", 1, on_problem=word),
    "TimeLimit.cut.rounding": lambda word: sauro.TimeLimit(10, "days").cut(30, word),
    "WorkingCalendar.custom.weekend": lambda word: sauro.WorkingCalendar.custom(
        2026, 2026, weekend=[word]
    ),
}


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("word", ["?", "", "Raise", "raise ", "\0"])
def test_a_word_that_an_argument_does_not_take_is_an_error_of_the_package(
    name: str, word: str
) -> None:
    with refused(sauro.ValidationError, match="expected one of ") as caught:
        CHOICES[name](word)
    assert (caught.value.code, caught.value.where) == (260, name.rsplit(".", maxsplit=1)[-1])
