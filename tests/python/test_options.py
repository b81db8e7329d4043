"""Options that are one of several words, on their way into the core."""

from __future__ import annotations

import numpy as np
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
            values, None, None, None, None, None, None, "?", 0.95, 0
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
        "working_days, days or hours": lambda: _core.CaseLog(
            None, None, None, None, None, None, None, None, "?"
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
