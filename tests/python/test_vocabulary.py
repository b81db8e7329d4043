"""One vocabulary: tables, days, calendars and values behave alike everywhere."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sauro
from conftest import EXAMPLES, refused

DAY = date(2026, 7, 10)
CALENDAR = sauro.WorkingCalendar.vietnam()
SAME_DAY = [
    DAY,
    datetime(2026, 7, 10, 15, 30),
    pd.Timestamp("2026-07-10 08:00"),
    np.datetime64("2026-07-10"),
    np.datetime64("2026-07-10T09:00:00", "ns"),
    "2026-07-10",
    "10/7/2026",
]


@cache
def plan() -> sauro.Plan:
    return sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")


@cache
def log() -> sauro.Progress:
    return sauro.Progress.read(EXAMPLES / "tien-do-phu-my.csv")


def cases() -> sauro.CaseLog:
    return sauro.CaseLog(
        received=["2026-06-01", "2026-06-02", "2026-07-01"],
        limit_days=5,
        finished=["2026-06-08", None, None],
        agency=["An Lộc", "Tân Hòa", "Tân Hòa"],
    )


def half(so_lieu: Any) -> Any:
    """Give half of a number; a script that can be pickled by reference."""
    return np.minimum(so_lieu / 2, 1.5)


def card() -> sauro.Scorecard:
    framework = sauro.Framework.load("commune-example")
    framework.rule("1.5", variables=["sang_kien"], replace=True)(half)
    facts = {"hs_dung_han": [980, 940], "hs_da_giai_quyet": 1000, "sang_kien": [1, 2]}
    return sauro.score(framework, facts, units=["An Lộc", "Tân Hòa"])


def _is_bound(value: object) -> bool:
    """Whether a class is of the core: its description comes from its list of fields."""
    return isinstance(value, type) and type(value).__name__ == "pybind11_type"


VALUES: dict[str, Callable[[], Any]] = {
    "plan": plan,
    "task": lambda: plan().tasks[0],
    "timeframe": lambda: plan().tasks[0].timeframe,
    "target": lambda: plan().tasks["1.III.1"].targets[0],
    "table": lambda: plan().tasks.table,
    "calendar": lambda: sauro.WorkingCalendar.vietnam(known_on="2026-01-01"),
    "limit": lambda: sauro.TimeLimit(10, "working_days"),
    "period": lambda: sauro.Period.quarter(2026, 1),
    "reporting period": lambda: sauro.ReportingPeriod("quarter", 2026, 1),
    "lunar date": lambda: sauro.to_lunar(DAY),
    "findings": lambda: sauro.check(sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt")),
    "finding": lambda: sauro.check(sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt"))[0],
    "schedule": lambda: sauro.schedule(plan()),
    "scheduled task": lambda: sauro.schedule(plan()).tasks[0],
    "scheduled occurrence": lambda: sauro.schedule(plan()).occurrences[0],
    "dependency": lambda: sauro.schedule(plan()).dependencies[0],
    "progress": log,
    "entry": lambda: log().entries[0],
    "alert": lambda: VALUES["board"]().alerts[0],
    "point scheme": lambda: sauro.PointScheme([(-1000, 100), (1, 50)], usual_stars=5),
    "check rule": lambda: sauro.check_rules()[0],
    "board": lambda: sauro.track(
        sauro.schedule(plan()), log(), DAY, plan=plan(), measures={"1.III.1": 97.2}
    ),
    "answers": lambda: sauro.cover(plan(), sauro.datasets.plan("an-loc")),
    "boards": lambda: sauro.track_plans({"a": plan()}, DAY, logs={"a": log()}),
    "comparison": lambda: sauro.compare(plan(), sauro.datasets.plan("an-loc")),
    "cases": cases,
    "statuses": lambda: cases().status(as_of=DAY),
    "framework": lambda: sauro.Framework.load("commune-example"),
    "criteria": lambda: sauro.Framework.load("papi-2021").criteria,
    "expression": lambda: sauro.Expression("2 * x"),
    "inputs": lambda: sauro.Inputs.of(
        sauro.Framework.load("commune-example"), {"sang_kien": [1, None]}, units=["A", "B"]
    ),
    "scorecard": card,
    "explanation": lambda: card().explain("1", "An Lộc"),
    "links": lambda: sauro.link(plan(), sauro.Framework.load("commune-example")),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_compare_and_are_copied(name: str) -> None:
    value = VALUES[name]()
    assert value == value and value == VALUES[name]()
    assert value != object() and value != 7
    assert copy.copy(value) == value and copy.deepcopy(value) == value


@pytest.mark.parametrize("name", VALUES)
def test_values_survive_pickles(name: str) -> None:
    value = VALUES[name]()
    again = pickle.loads(pickle.dumps(value))
    assert again == value and type(again) is type(value)
    assert repr(again) == repr(value)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (cases(), sauro.CaseLog(["2026-06-01"], 5)),
        (card().explain("1", "An Lộc"), card().explain("1", "Tân Hòa")),
        (sauro.schedule(plan()), sauro.schedule(plan(), undated_at_year_end=True, roll="forward")),
        (
            sauro.track(sauro.schedule(plan()), log(), DAY),
            sauro.track(sauro.schedule(plan()), log(), "2026-07-11"),
        ),
    ],
    ids=["cases", "explanations", "schedules", "boards"],
)
def test_values_of_other_content_differ(left: object, right: object) -> None:
    assert left != right


def test_a_scorecard_with_a_script_is_pickled_with_the_function_by_reference() -> None:
    again = pickle.loads(pickle.dumps(card()))
    assert again.points("1.5").tolist() == [0.5, 1.0] == card().points("1.5").tolist()


@pytest.mark.parametrize(
    "name",
    [
        *("plan", "task", "table", "calendar", "findings", "schedule", "progress", "board"),
        *("cases", "statuses", "framework", "scorecard", "explanation"),
    ],
)
def test_notebooks_show_html_that_is_well_formed_and_has_no_script(name: str) -> None:
    from html.parser import HTMLParser

    shown = VALUES[name]()._repr_html_()
    opened: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    checker = Checker()
    checker.feed(shown)
    checker.close()
    assert opened == [] and "<script" not in shown and "<div" in shown


def test_html_escapes_what_a_plan_says() -> None:
    text = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp <b>dân</b> & báo\tPhòng <i>\tQuý I"
    read = sauro.read_plan(text=text)
    for value in (read, read.tasks[0], sauro.check(read), sauro.schedule(read, year=2026)):
        assert "<b>" not in value._repr_html_() and "<i>" not in value._repr_html_()


@pytest.mark.parametrize(
    "name", ["schedule", "progress", "board", "findings", "cases", "statuses", "criteria", "links"]
)
def test_a_table_is_a_property(name: str) -> None:
    table = VALUES[name]().table
    assert isinstance(table, sauro.Table) and len(table) > 0


def test_parts_of_a_plan_are_tables_of_a_row_an_item() -> None:
    read = sauro.read_plan(EXAMPLES / "ke-hoach-an-loc.txt")
    for items, key in ((read.tasks, "id"), (read.agencies, "id"), (read.indicators, "id")):
        table = items.table
        assert table[key].tolist() == [item.id for item in items]
    assert read.agencies.table["name"].tolist() == [one.name for one in read.agencies]
    indicators = read.indicators.table
    for row, one in zip(indicators.to_dicts(), read.indicators, strict=True):
        assert {name: row[name] for name in one.targets} == one.targets


def test_keys_are_completed_in_notebooks() -> None:
    criteria = VALUES["criteria"]()
    for items in (plan().tasks, plan().agencies, criteria, plan().tasks.table):
        keys = items._ipython_key_completions_()
        assert keys and all(items[key] is not None for key in keys)


def test_occurrences_have_the_same_names_in_schedules_logs_and_boards() -> None:
    board = VALUES["board"]()
    tables = [board.schedule.table, board.table, board.next, board.schedule.slack(DAY)]
    for table in [*tables, board.changes_since(board), log().table]:
        assert {"task", "occurrence"} <= set(table.columns) and "label" not in table.columns
    assert board.alerts[0].occurrence in board.table["occurrence"]


def test_agencies_and_areas_are_ids_with_their_names_beside() -> None:
    board = VALUES["board"]()
    names = {one.id: one.name for one in plan().agencies}
    for table in (board.schedule.table, board.table, board.schedule.workload):
        for row in table.to_dicts():
            ids = [one for one in row["agency"].split("; ") if one]
            assert "; ".join(names[one] for one in ids) == row["agency_name"]
    areas = {area.number: area.title for annex in plan().annexes for area in annex.areas}
    for row in board.by("area").to_dicts():
        assert areas[row["area"]] == row["area_name"]


def test_schedules_of_the_first_schema_are_refused_by_name() -> None:
    with refused(sauro.ValidationError, match='/schema: expected "sauro/schedule/2"'):
        sauro.Schedule.from_json('{"schema": "sauro/schedule/1", "tasks": []}')


@pytest.mark.parametrize("day", SAME_DAY, ids=lambda day: f"{type(day).__name__} {day}")
def test_a_day_may_be_given_in_any_type(day: Any) -> None:
    assert CALENDAR.add(day, 1) == date(2026, 7, 13) and type(CALENDAR.add(day, 1)) is date
    for verb in (CALENDAR.next, CALENDAR.previous, CALENDAR.on_or_after, CALENDAR.on_or_before):
        assert verb(day) == verb(DAY) and type(verb(day)) is date
    assert CALENDAR.is_working(day) is True
    assert CALENDAR.count(day, "2026-07-20") == 6 and CALENDAR.count("2026-07-01", day) == 7
    limit = sauro.TimeLimit(1, "months")
    assert str(limit.due(day))[:10] == "2026-08-10"
    assert limit.before(day) == limit.before(DAY, CALENDAR)
    assert sauro.to_lunar(day) == sauro.to_lunar(DAY)
    assert sauro.Period.quarter(2026, 3).contains(day)
    due = sauro.schedule(plan())
    board = sauro.track(due, log(), day)
    assert board.as_of == DAY and board == sauro.track(due, log(), as_of=DAY)
    assert due.slack(day) == due.slack(DAY)
    assert cases().status(as_of=day) == cases().status(CALENDAR, DAY)
    assert cases().roll_up(as_of=day) == cases().roll_up(CALENDAR, DAY)
    assert sauro.WorkingCalendar.vietnam(known_on=day) == sauro.WorkingCalendar.vietnam(
        known_on=DAY
    )
    custom = sauro.WorkingCalendar.custom(2026, 2026, days_off=[day])
    assert not custom.is_working(DAY)
    assert sauro.report(plan(), progress=log(), as_of=day) == sauro.report(
        plan(), progress=log(), as_of=DAY
    )


@pytest.mark.parametrize(
    ("wrong", "kind", "text"),
    [
        ("31/2/2026", sauro.ValidationError, "'31/2/2026' is no day; expected 2026-12-31"),
        (np.datetime64("NaT"), sauro.ValidationError, "missing"),
        (pd.NaT, sauro.ValidationError, "missing"),
        (pd.Timestamp("2026-07-10", tz="UTC"), sauro.ValidationError, "time zone"),
        (20260710, TypeError, "a text, not int"),
    ],
    ids=str,
)
def test_what_is_no_day_is_refused_by_name(wrong: Any, kind: type[Exception], text: str) -> None:
    due = sauro.schedule(plan())
    for ask in (
        lambda: sauro.track(due, log(), wrong),
        lambda: due.slack(wrong),
        lambda: cases().status(as_of=wrong),
    ):
        with refused(kind, match=text):
            ask()


def test_columns_in_give_arrays_out() -> None:
    days = ["2026-07-10", "2026-07-11"]
    for column in (days, np.array(days, dtype="datetime64[D]"), pd.Series(pd.to_datetime(days))):
        assert CALENDAR.add(column, 1).tolist() == [date(2026, 7, 13)] * 2
        assert CALENDAR.is_working(column).tolist() == [True, False]
        assert CALENDAR.count("2026-07-01", column).tolist() == [7, 7]
        assert sauro.TimeLimit(1, "days").due(column).dtype == "datetime64[D]"
    assert CALENDAR.add("2026-07-10", [1, 2]).tolist() == [date(2026, 7, 13), date(2026, 7, 14)]


def test_the_civil_service_is_the_calendar_where_none_is_given() -> None:
    assert sauro.TimeLimit(10, "working_days").due(DAY) == CALENDAR.add(DAY, 10)
    report = sauro.ReportingPeriod("quarter", 2026, 1)
    assert report.due() == report.due(CALENDAR)
    assert cases().status(as_of=DAY) == cases().status(calendar=CALENDAR, as_of=DAY)
    with pytest.raises(TypeError, match="the library has no clock"):
        cases().status()


def test_late_days_are_one_rule_for_tasks_and_cases() -> None:
    due, done = date(2026, 7, 10), date(2026, 7, 11)  # a Friday, a Saturday
    text = f"Số\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp\tPhòng\tTrước ngày {due:%d/%m/%Y}"
    read = sauro.read_plan(text=text)
    made = sauro.schedule(read, year=2026)
    for finished in (done, due, date(2026, 7, 9), date(2026, 7, 20)):
        entry = {"task": read.tasks[0].id, "date": finished, "status": "done"}
        board = sauro.track(made, sauro.Progress([entry]), date(2026, 7, 31))
        received = CALENDAR.add(made.occurrences[0].due, -5)
        log = sauro.CaseLog([received], 5, [finished])
        assert log.status(as_of="2026-07-31").due[0] == made.occurrences[0].due
        assert board.table["late_days"][0] == log.status(as_of="2026-07-31").late_days[0]


PUBLIC = [name for name in sauro.__all__ if callable(getattr(sauro, name))]
MADE_HERE = [name for name in PUBLIC if not _is_bound(getattr(sauro, name))]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_says_what_it_is(name: str) -> None:
    first = (getattr(sauro, name).__doc__ or "").strip().splitlines()[0]
    assert first.endswith((".", ":")) or first[-1].isalnum()
    assert not first.startswith((f"{name}(", "Initialize"))


@pytest.mark.parametrize("name", MADE_HERE)
def test_every_public_name_of_python_has_a_signature_and_an_example(name: str) -> None:
    value = getattr(sauro, name)
    assert ">>>" in value.__doc__, "its docstring has no example"
    if isinstance(value, type) and issubclass(value, Exception):
        return
    signature = inspect.signature(value)
    makers = (value.__init__, value.__new__) if isinstance(value, type) else (value,)
    hints = {name for maker in makers for name in getattr(maker, "__annotations__", {})}
    for parameter in signature.parameters.values():
        given = parameter.annotation is not inspect.Parameter.empty or parameter.name in hints
        assert given, f"{parameter.name} has no type"


@pytest.mark.parametrize("name", sorted({"surveys", "datasets"}))
def test_functions_of_public_modules_have_a_signature_and_an_example(name: str) -> None:
    module = getattr(sauro, name)
    for one in module.__all__:
        function = getattr(module, one)
        if not inspect.isfunction(function):
            continue
        assert ">>>" in function.__doc__, f"sauro.{name}.{one} has no example"
        assert inspect.signature(function).return_annotation is not inspect.Signature.empty


def test_ranks_and_counts_are_whole_numbers_in_every_table() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    parts = {"1": [7.6, 7.0, 1], "2": [7.4, 6.0, 1], "3": [4.8, None, 1], "4": [7.7, 6.5, 1]}
    one = sauro.score(pgi, parts, units=["A", "B", "C"])
    for table, name in (
        (one.table, "rank"),
        (one.ranking(), "rank"),
        (one.compare(one), "rank_before"),
        (one.compare(one), "rank_after"),
    ):
        assert str(table.to_pandas()[name].dtype) == "Int64"
        assert sorted(v for v in table.to_pandas()[name].tolist() if v is not pd.NA) == [1, 2]
    for counts in (cases().status(as_of=DAY).counts, VALUES["board"]().counts):
        assert all(type(count) is int for count in counts.values())
    assert sum(cases().status(as_of=DAY).counts.values()) == 3
