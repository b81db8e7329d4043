"""Numbers that are too large, too small or none: an answer, or an error of the package."""

from __future__ import annotations

import inspect
import math
import re
import tempfile
import warnings
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sauro
import sauro.surveys
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro import _core, datasets, surveys

CALENDAR = sauro.WorkingCalendar.vietnam()
PLAN = datasets.plan("phu-my")
DUE = sauro.schedule(PLAN)
LOG = datasets.progress("phu-my")
DAY = date(2026, 1, 5)
BOARD = sauro.track(DUE, LOG, "2026-07-10")
FINDINGS = sauro.check(PLAN)
FRAMEWORK = sauro.Framework.load("commune-example")
CASES = sauro.CaseLog([DAY, DAY], 5)
TABLE = sauro.Table({"a": [1, 2, 3]})
BOOK = Path(tempfile.mkdtemp()) / "tien-do.xlsx"
sauro.Table({"task": ["1.I.1"], "date": ["2026-01-05"], "status": ["done"]}).to_excel(BOOK)

INDICATOR = sauro.Indicator(id="1", name="Thu ngân sách", unit="tỷ đồng", measure="flow")
VALUES = {"indicator": ["1"], "period": ["Quý I"], "value": [5.0]}
SHEET = Path(tempfile.mkdtemp()) / "so-lieu.csv"
SHEET.write_text("Chỉ tiêu,Kỳ,Giá trị\nThu ngân sách,Quý I,5\n", encoding="utf-8")
MONITORED = sauro.IndicatorLog(["1"], ["Tháng 1/2026"], [5.0])


def _period(kind: str, **parts: Any) -> sauro.ReportingPeriod:
    made = sauro.ReportingPeriod(kind, **{"year": 2026, **parts})  # type: ignore[arg-type]
    return made


def _case(**columns: Any) -> Any:
    return sauro.CaseLog([DAY], **{"limit_days": 5, **columns}).status(CALENDAR, DAY).table


def _rolled(**options: Any) -> Any:
    received = [{"nhận": [DAY, DAY]}]
    return sauro.roll_up_cases(
        received, CALENDAR, DAY, [], received="nhận", limit_days=5, **options
    ).table


def _serve(**options: Any) -> None:
    def leave(_address: str) -> None:
        raise sauro.Error([sauro.Problem(100, "", "thôi", "enough")])

    sauro.serve(PLAN, BOOK.with_name("so.csv"), datetime.now, ready=leave, **options)


NUMBERS: dict[str, Callable[[Any], Any]] = {
    "Board.to_text.most": BOARD.to_text,
    "Boards.to_text.most": sauro.track_plans({"phu-my": PLAN}, "2026-07-10").to_text,
    "CaseLog.__init__.limit_days": lambda n: _case(limit_days=n),
    "CaseLog.__init__.paused": lambda n: _case(paused=[n]),
    "CaseLog.__init__.cut": lambda n: _case(cut=n),
    "CaseLog.roll_up.threads": lambda n: CASES.roll_up(CALENDAR, DAY, [], threads=n),
    "CaseLog.status.threads": lambda n: CASES.status(CALENDAR, DAY, threads=n).table,
    "Findings.to_text.most": FINDINGS.to_text,
    "Period.half_year.year": lambda n: sauro.Period.half_year(n, 1),
    "Period.half_year.half": lambda n: sauro.Period.half_year(2026, n),
    "Period.month.year": lambda n: sauro.Period.month(n, 1),
    "Period.month.month": lambda n: sauro.Period.month(2026, n),
    "Period.nine_months.year": sauro.Period.nine_months,
    "Period.quarter.year": lambda n: sauro.Period.quarter(n, 1),
    "Period.quarter.quarter": lambda n: sauro.Period.quarter(2026, n),
    "Period.week.year": lambda n: sauro.Period.week(n, 1),
    "Period.week.week": lambda n: sauro.Period.week(2026, n),
    "Period.year.year": sauro.Period.year,
    "IndicatorLog.__init__.year": lambda n: len(sauro.IndicatorLog(**VALUES, year=n)),
    "IndicatorLog.from_table.year": lambda n: len(sauro.IndicatorLog.from_table(VALUES, year=n)),
    "IndicatorLog.from_sheet.year": lambda n: len(
        sauro.IndicatorLog.from_sheet(
            {"Chỉ tiêu": ["Thu ngân sách"], "Kỳ": ["Quý I"], "Giá trị": [5]}, year=n
        )
    ),
    "IndicatorLog.read.year": lambda n: len(sauro.IndicatorLog.read(SHEET, year=n)),
    "IndicatorLog.read.most_cells": lambda n: len(
        sauro.IndicatorLog.read(SHEET, year=2026, most_cells=n)
    ),
    "Plan.to_json.indent": lambda n: PLAN.to_json(indent=n)[:10],
    "Progress.read.most_cells": lambda n: len(sauro.Progress.read(BOOK, most_cells=n).entries),
    "ReportingPeriod.__init__.year": lambda n: _period("quarter", year=n),
    "ReportingPeriod.__init__.number": lambda n: _period("quarter", number=n),
    "ReportingPeriod.__init__.cut_off_day": lambda n: _period("quarter", cut_off_day=n),
    "ReportingPeriod.__init__.due_day": lambda n: _period("quarter", due_day=n),
    "ReportingPeriod.__init__.due_months_after": lambda n: _period("quarter", due_months_after=n),
    "ReportingPeriod.__init__.due_working_days": lambda n: _period("quarter", due_working_days=n),
    "ReportingPeriod.of_year.year": lambda n: sauro.ReportingPeriod.of_year("quarter", n),
    "Schedule.crowded.most": DUE.crowded,
    "Schedule.to_ics.alarm_days": lambda n: DUE.to_ics(alarm_days=n)[:10],
    "Table.head.rows": TABLE.head,
    "TimeLimit.__init__.amount": lambda n: [
        sauro.TimeLimit(n, unit).due(DAY, CALENDAR) for unit in ("days", "working_days", "months")
    ],
    "TimeLimit.cut.percent": lambda n: sauro.TimeLimit(10, "working_days").cut(n).amount,
    "WorkingCalendar.add.working_days": lambda n: [
        CALENDAR.add(DAY, n),
        CALENDAR.add(np.array([DAY], "datetime64[D]"), np.array([n])),
    ],
    "WorkingCalendar.custom.first_year": lambda n: sauro.WorkingCalendar.custom(n, 2030),
    "WorkingCalendar.custom.last_year": lambda n: sauro.WorkingCalendar.custom(2020, n),
    "WorkingCalendar.days_off.year": CALENDAR.days_off,
    "WorkingCalendar.is_projected.year": CALENDAR.is_projected,
    "WorkingCalendar.vietnam.first_year": lambda n: sauro.WorkingCalendar.vietnam(first_year=n),
    "WorkingCalendar.vietnam.last_year": lambda n: sauro.WorkingCalendar.vietnam(last_year=n),
    "check.least_working_days": lambda n: len(sauro.check(PLAN, least_working_days=n)),
    "check.least_alike": lambda n: len(sauro.check(PLAN, least_alike=n)),
    "from_lunar.year": lambda n: sauro.from_lunar(n, 1, 1),
    "from_lunar.month": lambda n: sauro.from_lunar(2026, n, 1),
    "from_lunar.day": lambda n: sauro.from_lunar(2026, 1, n),
    "leap_month.lunar_year": sauro.leap_month,
    "tet.lunar_year": sauro.tet,
    "explain_timeframe.year": lambda n: str(sauro.explain_timeframe("Quý I", year=n)),
    "link.least": lambda n: len(sauro.link(PLAN, FRAMEWORK, least=n).table),
    "find_timeframes.year": lambda n: sauro.find_timeframes("xong trong quý I", year=n),
    "plan_of_pages.limits": lambda n: sauro.plan_of_pages(
        [sauro.PageBlock(text="Số: 1/KH-UBND")], limits={"rows": n}
    ),
    "convert_unit.value": lambda n: (
        is_gap(n) or abs(sauro.convert_unit(n, "tỷ đồng", "triệu đồng"))
    ),
    "monitor.bands": lambda n: len(
        sauro.monitor([INDICATOR], MONITORED, DAY, bands=[("on_way", n)]).table
    ),
    "monitor.profiles": lambda n: len(
        sauro.monitor([INDICATOR], MONITORED, DAY, profiles={"1": [n] * 12}).table
    ),
    "monitor.cut_off_day": lambda n: len(
        sauro.monitor([INDICATOR], MONITORED, DAY, cut_off_day=n).table
    ),
    "monitor.bounds": lambda n: len(
        sauro.monitor([INDICATOR], MONITORED, DAY, bounds={"1": (0, n)}).table
    ),
    "parse_period.year": lambda n: str(sauro.parse_period("Quý I", n).last),
    "parse_timeframe.year": lambda n: sauro.parse_timeframe("Quý I", year=n),
    "quantile.values": lambda n: abs(sauro.quantile([1, 2, n], 0.4)),
    "quantile.p": lambda n: sauro.quantile([1, 2, 5], n),
    "rank.values": lambda n: sauro.rank([1, n, 2])[[0, 2]],
    "read_framework.limits": lambda n: sauro.read_framework(
        text="| 1 | Tiêu chí | Điểm |", limits={"rows": n}
    ),
    "read_plan.limits": lambda n: sauro.read_plan(text="x", limits={"rows": n}),
    "read_plans.limits": lambda n: len(
        sauro.read_plans(
            datasets.path("phu-my").parent, limits={"rows": n}, on_problem="keep"
        ).plans
    ),
    "Progress.__init__.year": lambda n: len(
        sauro.Progress([{"task": "1.I.1", "date": "27/3", "status": "xong"}], year=n).entries
    ),
    "Progress.read.year": lambda n: len(sauro.Progress.read(BOOK, year=n).entries),
    "remind.within": lambda n: sauro.remind(BOARD, within=n).to_text(),
    "remind.most": lambda n: sauro.remind(BOARD, most=n).to_text(),
    "write_register.year": lambda n: len(
        sauro.write_register(PLAN, BOOK.with_name("so.csv"), year=n)
    ),
    "schedule.year": lambda n: sauro.schedule(PLAN, year=n),
    "track_plans.year": lambda n: sauro.track_plans({"phu-my": PLAN}, "2026-07-10", year=n),
    "roll_up_cases.threads": lambda n: _rolled(threads=n),
    "roll_up_cases.batch_rows": lambda n: _rolled(batch_rows=n),
    "score.threads": lambda n: sauro.score(FRAMEWORK, datasets.commune(), threads=n),
    "summary.agencies": lambda n: sauro.summary(PLAN, agencies=n),
    "track.alert_days": lambda n: len(sauro.track(DUE, LOG, "2026-07-10", alert_days=[n]).alerts),
    "track.priorities": lambda n: sauro.track(DUE, LOG, "2026-07-10", priorities={"1.I.1": n}).by(
        "agency"
    )[["points"]],
    "track.measures": lambda n: (
        sauro.track(DUE, LOG, "2026-07-10", plan=PLAN, measures={"1.III.1": n}).overdue
    ),
    "serve.port": lambda n: _serve(port=n),
    "serve.year": lambda n: _serve(year=n),
    "surveys.means.values": lambda n: surveys.means([1, 2, n])[["standard_error"]],
    "surveys.means.weights": lambda n: surveys.means([1, 2], weights=[1, n])[["standard_error"]],
    "surveys.means.confidence": lambda n: surveys.means([1, 2], confidence=n)[["answers"]],
    "surveys.means.fewest": lambda n: surveys.means([1, 2], fewest=n)[["answers"]],
    "surveys.post_stratify.population": lambda n: surveys.post_stratify(
        [1, 1], ["a", "b"], {"a": n, "b": 3}
    ),
    "surveys.rescale.values": lambda n: surveys.rescale([n], worst=0, best=9),
    "surveys.rescale.worst": lambda n: surveys.rescale([1], worst=n, best=9),
    "surveys.rescale.best": lambda n: surveys.rescale([1], worst=0, best=n),
    "surveys.rescale.low": lambda n: surveys.rescale([1], worst=0, best=9, low=n) * 0,
    "surveys.rescale.high": lambda n: surveys.rescale([1], worst=0, best=9, high=n) * 0,
    "surveys.sample_size.margin": surveys.sample_size,
    "surveys.sample_size.population": lambda n: surveys.sample_size(0.05, population=n),
    "surveys.sample_size.share": lambda n: surveys.sample_size(0.05, share=n),
    "surveys.sample_size.confidence": lambda n: surveys.sample_size(0.05, confidence=n),
    "surveys.sample_size.design_effect": lambda n: surveys.sample_size(0.05, design_effect=n),
    "surveys.wilson.successes": lambda n: surveys.wilson([n], [10]),
    "surveys.wilson.answers": lambda n: surveys.wilson([0.5], [n])[["low", "high", "answers"]],
    "surveys.wilson.confidence": lambda n: surveys.wilson([3], [10], confidence=n),
    "surveys.yamane.population": surveys.yamane,
    "surveys.yamane.margin": lambda n: surveys.yamane(1000, n),
}
OTHERWISE = {
    "Answer.__init__",  # made by cover
    "CaseRollUp.__init__",  # made by roll_up_cases
    "CaseStatuses.__init__",  # made by a log
    "Change.__init__",  # made by compare
    "Comparison.__init__",
    "Findings.__init__",
    "surveys.sipas.confidence",  # as of means
    "surveys.sipas.fewest",
    "CaseLog.from_table.columns",  # as of the class
    "roll_up_cases.columns",
}
ODD = st.sampled_from(
    [
        *(0, -1, 1, 12, 13, 2026, 10**5, 2**31 - 1, 2**31, -(2**31), 2**32, 2**63 - 1, 2**63),
        *(-(2**63), -(2**63) - 1, 10**400, -(10**400), True, np.int64(-5), np.float64(1e-300)),
        *(5e-324, 1e-300, 1e-17, 0.5, 1 - 1e-16, 1e9, 2.0**53, 1e19, 1e300, -1e300),
        *(1.7976931348623157e308, math.nan, math.inf, -math.inf),
    ]
)
ANY = st.one_of(ODD, st.floats(), st.integers())


def wrong_in(value: Any) -> bool:
    """Whether a result has a negative size, or a number that is none or infinite."""
    if isinstance(value, sauro.Table):
        return any(wrong_in(cell) for row in value.to_dicts() for cell in row.values())
    if isinstance(value, np.ndarray):
        return value.dtype.kind == "f" and not (np.isfinite(value) & (value >= 0)).all()
    if isinstance(value, list | tuple):
        return any(wrong_in(one) for one in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return not math.isfinite(value) or value < 0
    return isinstance(value, str) and re.search(r"\b(nan|inf)\b", value) is not None


def is_gap(number: Any) -> bool:
    """NaN stands for what is missing in a column."""
    return isinstance(number, float) and math.isnan(number)


@pytest.mark.parametrize("name", NUMBERS)
@settings(max_examples=60, deadline=None)
@given(number=ANY)
def test_a_number_gives_an_answer_or_an_error_of_the_package(name: str, number: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            result = NUMBERS[name](number)
        except sauro.Error as why:
            assert len(str(why)) < 3000
            return
        except TypeError as why:
            assert "incompatible" not in str(why) and len(str(why)) < 700
            return
    if not (is_gap(number) and name.endswith((".values", ".weights", ".paused", ".cut"))):
        assert not wrong_in(result), result


def numeric_parameters() -> set[str]:
    """Parameters of public functions that take numbers."""
    found = set()
    functions: dict[str, Any] = {}
    for prefix, module in (("", sauro), ("surveys.", surveys)):
        for name in dir(module):
            value = getattr(module, name)
            if name.startswith("_") or inspect.ismodule(value):
                continue
            if inspect.isclass(value):
                if not issubclass(value, Exception | tuple):
                    for member in [*vars(value), "__init__"]:
                        if member == "__init__" or not member.startswith("_"):
                            functions[f"{name}.{member}"] = getattr(value, member)
            elif callable(value):
                functions[prefix + name] = value
    for name, function in functions.items():
        try:
            parameters = inspect.signature(function).parameters
        except (TypeError, ValueError):
            continue
        for parameter in parameters.values():
            if re.search(r"\bint\b|\bfloat\b|Numbers", str(parameter.annotation)):
                found.add(f"{name}.{parameter.name}")
    return found


def test_every_parameter_that_takes_a_number_is_tried() -> None:
    left = {
        name
        for name in numeric_parameters() - set(NUMBERS)
        if name not in OTHERWISE and name.rpartition(".")[0] not in OTHERWISE
    }
    assert left == set()


def test_sizes_of_samples_are_those_of_the_formulas() -> None:
    assert surveys.sample_size(1e-300, population=1000) == 1000
    assert surveys.sample_size(1e-4) == 96_036_471
    assert surveys.yamane(1e300) == 400
    with pytest.raises(sauro.ValidationError):
        surveys.sample_size(1e-300)


def functions_of_the_core() -> list[tuple[str, Any]]:
    """Every function, method and setter that Python can call in the core."""
    found = []
    for name, value in vars(_core).items():
        if inspect.isclass(value):
            for member, function in vars(value).items():
                if isinstance(function, property):
                    found += [
                        (f"{name}.{member}", function.fget),
                        (f"{name}.{member}=", function.fset),
                    ]
                elif callable(function) or isinstance(function, staticmethod):
                    found.append((f"{name}.{member}", getattr(function, "__func__", function)))
        elif callable(value):
            found.append((name, value))
    return [(name, function) for name, function in found if function is not None]


class Strange:
    """An object whose repr is a page."""

    def __repr__(self) -> str:
        return "x" * 100_000


def test_wrong_types_are_told_in_a_sentence() -> None:
    tried = 0
    for name, function in functions_of_the_core():
        for arguments in ([Strange()], [Strange()] * 2, [Strange()] * 9, []):
            try:
                function(*arguments)
            except TypeError as why:
                text = str(why)
                assert len(text) < 700 and "Invoked with" not in text, (name, text)
                tried += "doesn't take (" in text
            except (sauro.Error, AttributeError):  # what Python's own layer would have refused
                pass
    assert tried > 500
