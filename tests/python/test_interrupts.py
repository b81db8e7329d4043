"""Ctrl-C during long calls, which other threads run beside, and exceptions of callbacks."""

from __future__ import annotations

import functools
import itertools
import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sauro
from sauro import surveys

TICK = 0.05
"""Seconds between two Ctrl-C."""

Call = Callable[[], Any]


@contextmanager
def ctrl_c_again_and_again(enough: int) -> Iterator[None]:
    """Let another thread press Ctrl-C all the time; the one that is enough raises."""
    seen, over = itertools.count(1), threading.Event()

    def handle(_number: int, _frame: Any) -> None:
        if next(seen) == enough:
            raise KeyboardInterrupt

    def press() -> None:
        while not over.wait(TICK):
            os.kill(os.getpid(), signal.SIGINT)

    before = signal.signal(signal.SIGINT, handle)
    thread = threading.Thread(target=press)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        signal.signal(signal.SIGINT, before)


def document(tasks: int) -> str:
    head = "Số: 21/KH-UBND\nAn Lộc, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\nPhụ lục 1\n"
    columns = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
    rows = (
        f"{i}\tRà soát việc {i} của xã, đạt {i % 100}%\tQuyết định\tPhòng {i % 50}\t\tHằng tháng\n"
        for i in range(1, tasks + 1)
    )
    return head + columns + "".join(rows)


def wide_framework(criteria: int) -> str:
    leaves = [
        {"code": f"c{i}", "title": f"Tiêu chí {i}", "max": 1, "rule": {"type": "value", "of": "x"}}
        for i in range(criteria)
    ]
    variable = {"name": "x", "title": "Tỷ lệ", "kind": "number"}
    return json.dumps(
        {
            "schema": "sauro/framework/1",
            "id": "wide",
            "total": {"max": criteria},
            "variables": [variable],
            "criteria": leaves,
        }
    )


def case_log(rows: int) -> sauro.CaseLog:
    days = np.full(rows, "2026-02-02", dtype="datetime64[D]") + np.arange(rows) % 200
    return sauro.CaseLog(days, 5, days + 9, agency=np.arange(rows, dtype=np.int32) % 90)


@functools.cache
def plan_of(tasks: int) -> sauro.Plan:
    return sauro.read_plan(text=document(tasks))


def of_plan(use: Callable[[sauro.Plan], Any]) -> Callable[[int], Call]:
    def prepared(size: int) -> Call:
        plan = plan_of(size)
        return lambda: use(plan)

    return prepared


def of_board(use: Callable[[sauro.Schedule, sauro.Progress], Any]) -> Callable[[int], Call]:
    def prepared(size: int) -> Call:
        made = sauro.schedule(plan_of(size))
        entries = [
            {"task": task.id, "date": "2026-02-02", "status": "in_progress"} for task in made.tasks
        ]
        log = sauro.Progress(entries)
        return lambda: use(made, log)

    return prepared


def reading(size: int) -> Call:
    text = document(size)
    return lambda: sauro.read_plan(text=text)


def reading_html(size: int) -> Call:
    rows = "".join(
        f"<tr><td>{i}</td><td>Rà soát việc {i}, đạt {i % 100}%</td><td>Phòng {i}</td></tr>"
        for i in range(size)
    )
    head = "<tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th></tr>"
    page = f"<html><body><table>{head}{rows}</table></body></html>"
    return lambda: sauro.read_plan(text=page, format="html")


def loading(size: int) -> Call:
    text = plan_of(size).to_json()
    return lambda: sauro.Plan.from_json(text)


def framing(size: int) -> Call:
    text = wide_framework(size)
    return lambda: sauro.Framework.from_json(text)


def scoring(size: int) -> Call:
    framework = sauro.Framework.from_json(wide_framework(20))
    inputs = sauro.Inputs(framework, [f"u{i}" for i in range(size * 100)])
    inputs.set("x", 0.5)
    return lambda: sauro.score(framework, inputs)


def compiling(size: int) -> Call:
    text = wide_framework(size)

    def score() -> sauro.Scorecard:
        framework = sauro.Framework.from_json(text)
        return sauro.score(framework, sauro.Inputs.of(framework, {"x": [0.5]}, units=["An Lộc"]))

    return score


def judging(size: int) -> Call:
    log = case_log(size * 1000)
    return lambda: log.status(as_of="2026-10-01", threads=2)


def rolling_up(size: int) -> Call:
    log = case_log(size * 1000)
    return lambda: log.roll_up(as_of="2026-10-01", by=["agency", "month"], threads=1)


def evaluating(size: int) -> Call:
    expression = sauro.Expression("max(x, 1) * min(x, 2) / (1 + abs(x)) + round(x, 2)")
    x = np.linspace(0, 9, size * 1000)
    return lambda: expression(x=x)


def estimating(size: int) -> Call:
    rows = size * 100
    values, clusters = np.full(rows, 0.5), np.arange(rows)
    return lambda: surveys.means(values, clusters=clusters, by=np.arange(rows) % 20)


VERBS: dict[str, tuple[Callable[[int], Call], int]] = {
    "read_plan": (reading, 4000),
    "read_plan of HTML": (reading_html, 8000),
    "Plan.from_json": (loading, 8000),
    "Plan.to_json": (of_plan(lambda plan: plan.to_json()), 16000),
    "check": (of_plan(sauro.check), 4000),
    "schedule": (of_plan(sauro.schedule), 16000),
    "track": (of_board(lambda made, log: sauro.track(made, log, "2026-07-10")), 16000),
    "CaseLog.status": (judging, 16000),
    "CaseLog.roll_up": (rolling_up, 8000),
    "Framework.from_json": (framing, 8000),
    "compile": (compiling, 4000),
    "score": (scoring, 8000),
    "Expression": (evaluating, 8000),
    "surveys.means": (estimating, 8000),
    "Table.to_csv": (of_plan(lambda plan: plan.tasks.table.to_csv()), 32000),
}


def is_stopped(call: Call) -> bool | None:
    """Whether the third Ctrl-C stops the call; None where it is too short to tell.

    One that came during a call that doesn't look for it is seen after it, however many came.
    """
    started = time.monotonic()
    try:
        with ctrl_c_again_and_again(3):
            call()
    except KeyboardInterrupt:
        return True
    return False if time.monotonic() - started > 12 * TICK else None


@pytest.mark.parametrize("name", VERBS)
def test_ctrl_c_that_another_thread_presses_stops_a_long_call(name: str) -> None:
    prepared, size = VERBS[name]
    for larger in (size * 4**i for i in itertools.count()):
        stopped = is_stopped(prepared(larger))
        if stopped is not None:
            assert stopped
            break


def test_what_was_stopped_gives_the_same_when_it_is_called_again() -> None:
    framework = sauro.Framework.from_json(wide_framework(20))
    inputs = sauro.Inputs(framework, [f"u{i}" for i in range(1_000_000)])
    inputs.set("x", 0.5)
    log = case_log(8_000_000)
    for call in (
        lambda: sauro.score(framework, inputs).points().tolist(),
        lambda: log.status(as_of="2026-10-01").counts,
    ):
        whole = call()
        with pytest.raises(KeyboardInterrupt), ctrl_c_again_and_again(1):
            while True:
                call()
        assert call() == whole


class Unwell(Exception):
    """Of a function of the user's."""


def unwell(*_values: Any) -> Any:
    raise Unwell


def test_a_rule_that_raises_stops_the_score_and_leaves_the_index_as_it_was() -> None:
    framework = sauro.Framework.from_json(wide_framework(2))
    inputs = sauro.Inputs(framework, [f"u{i}" for i in range(100_000)])
    inputs.set("x", 0.5)
    raises = [True]

    @framework.rule("c0", replace=True)
    def half(x: Any) -> Any:
        return unwell() if raises else x / 2

    before = framework.to_json()
    with pytest.raises(Unwell):
        sauro.score(framework, inputs)
    assert framework.to_json() == before
    raises.clear()
    assert set(sauro.score(framework, inputs).points()) == {0.75}


def test_a_check_of_the_users_own_that_raises_stops_all() -> None:
    plan = plan_of(20)
    before = plan.to_json()
    with pytest.raises(Unwell):
        sauro.check(plan, more=[unwell])
    assert plan.to_json() == before


def test_who_watches_a_report_and_raises_leaves_no_file(tmp_path: Path) -> None:
    for form in ("docx", "xlsx"):
        path = tmp_path / f"report.{form}"
        with pytest.raises(Unwell):
            sauro.report(plan_of(20), path=path, format=form, watch=unwell)
        assert not list(tmp_path.iterdir())
