"""JSON of nouns that contradicts itself or is cut: refused at its place, never read in silence."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas
import pytest
import sauro
from sauro import datasets

Change = Callable[[Any], Any]


def written() -> Any:
    return json.loads(datasets.plan("phu-my").to_json())


def put(*path: Any) -> Change:
    """Set what stands at a path to the last of it."""

    def change(document: Any) -> None:
        *way, last, value = path
        for step in way:
            document = document[step]
        document[last] = value

    return change


def circle(document: Any) -> None:
    first, second, third = (task["id"] for task in document["tasks"][:3])
    for task, parent in zip(document["tasks"], (second, third, first), strict=False):
        task["parent"] = parent


ID_OF_ANOTHER: tuple[Change, str] = (
    lambda d: put("tasks", 1, "id", d["tasks"][0]["id"])(d),
    "/tasks/1/id: the id 1.I.1 stands at /tasks/0 too",
)
CONTRADICTIONS: dict[str, tuple[Change, str]] = {
    "the id of another task": ID_OF_ANOTHER,
    "no id": (put("tasks", 1, "id", ""), "/tasks/1/id: the id is empty"),
    "an agency twice": (
        lambda d: put("agencies", 1, "id", d["agencies"][0]["id"])(d),
        "/agencies/1/id: the id",
    ),
    "an agency without id": (put("agencies", 0, "id", ""), "/agencies/0/id: the id is empty"),
    "an unknown lead": (put("tasks", 0, "leads", ["nobody"]), "/tasks/0/leads/0: no agency nobody"),
    "an unknown coordinator": (
        put("tasks", 2, "coordinators", ["nobody"]),
        "/tasks/2/coordinators/0: no agency nobody",
    ),
    "no such parent": (put("tasks", 0, "parent", "9.9"), "/tasks/0/parent: no id 9.9"),
    "its own parent": (
        lambda d: put("tasks", 0, "parent", d["tasks"][0]["id"])(d),
        "/tasks/0/parent: 1.I.1 is a parent of itself",
    ),
    "parents in a circle": (circle, "is a parent of itself"),
    "too many characters": (put("coverage", "characters", 10**9), "/coverage: its parts don't"),
    "too few characters": (put("coverage", "characters", 1), "/coverage: its parts don't"),
    "a number as an id": (put("tasks", 0, "id", 1.10), "/tasks/0/id: expected a text"),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_plan_that_contradicts_itself_is_refused_at_its_place(name: str) -> None:
    change, said = CONTRADICTIONS[name]
    document = written()
    change(document)
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Plan.from_json(json.dumps(document))
    assert any(f"{one.where}: {one.message_en}".startswith(said) or said in one.message_en
               for one in caught.value.problems), caught.value.problems  # fmt: skip


def chained(*ids: int) -> Change:
    """Let the tasks of these places wait for one another, in this order."""

    def change(document: Any) -> None:
        names = [document["tasks"][place]["id"] for place in ids]
        document["dependencies"] = [
            {"before": before, "after": after, "kind": "given"}
            for before, after in itertools.pairwise(names)
        ]

    return change


SCHEDULE_CONTRADICTIONS: dict[str, tuple[Change, str]] = {
    "the id of another task": ID_OF_ANOTHER,
    "no id": (put("tasks", 0, "id", ""), "/tasks/0/id: the id is empty"),
    "a lead without name": (
        put("tasks", 0, "lead_names", []),
        "/tasks/0/lead_names: 0 names for 1 agencies",
    ),
    "more names than agencies": (
        put("tasks", 0, "coordinator_names", ["a"] * 9),
        "/tasks/0/coordinator_names: 9 names for",
    ),
    "an occurrence of no task": (
        put("occurrences", 0, "task", "9.9"),
        "/occurrences/0/task: the schedule has no such task",
    ),
    "an occurrence twice": (
        lambda d: d["occurrences"].append(d["occurrences"][0]),
        'task 1.I.1 has "Quý I/2026" already',
    ),
    "due before it starts": (
        lambda d: d["occurrences"][0].update(start="2026-05-02", due="2026-05-01"),
        "/occurrences/0/due: 2026-05-01 is before its start, 2026-05-02",
    ),
    "a task that waits for none of these": (
        put("dependencies", [{"before": "1.I.1", "after": "9.9", "kind": "given"}]),
        "/dependencies/0/after: the schedule has no such task",
    ),
    "a task that waits for itself": (chained(0, 0), "/dependencies: tasks wait for each other"),
    "tasks in a circle": (chained(0, 1, 2, 0), "/dependencies: tasks wait for each other"),
}


@pytest.mark.parametrize("name", SCHEDULE_CONTRADICTIONS)
def test_a_schedule_that_contradicts_itself_is_refused_at_its_place(name: str) -> None:
    change, said = SCHEDULE_CONTRADICTIONS[name]
    document = json.loads(sauro.schedule(datasets.plan("tan-hoa")).to_json())
    change(document)
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Schedule.from_json(json.dumps(document))
    texts = [f"{one.where}: {one.message_en}" for one in caught.value.problems]
    assert any(said in text for text in texts), texts


NO_KEYS = [1.10, 10.5, True, date(2026, 2, 1)]  # "1.2" in a spreadsheet may have become a day


def given_as(rows: list[dict[str, Any]], way: str) -> Any:
    """What a program may hold of some rows."""
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    if way == "frame":
        return pandas.DataFrame(columns)
    return rows if way == "rows" else columns if way == "columns" else sauro.Table(columns)


def refused_at(read: Callable[[], Any]) -> str:
    """The place at which a code is refused."""
    with pytest.raises(sauro.ValidationError, match="định dạng cột là văn bản") as caught:
        read()
    return caught.value.problems[0].where


@pytest.mark.parametrize("key", NO_KEYS)
@pytest.mark.parametrize("way", ["rows", "columns", "frame", "table"])
def test_a_log_whose_code_is_no_text_is_refused_at_its_place(way: str, key: Any) -> None:
    log = given_as([{"task": key, "date": "2026-03-01", "status": "hoàn thành"}], way)
    assert "column task" in refused_at(lambda: sauro.Progress(log))


@pytest.mark.parametrize("key", NO_KEYS)
@pytest.mark.parametrize("column", ["unit", "period", "variable"])
@pytest.mark.parametrize("way", ["frame", "table"])
def test_inputs_whose_names_are_no_texts_are_refused_at_their_place(
    way: str, column: str, key: Any
) -> None:
    commune = sauro.Framework.load("commune-example")
    row = {"unit": "An Lộc", "period": "2026", "variable": "sang_kien", "value": 2.0, column: key}
    rows = given_as([row], way)
    assert f"column {column}" in refused_at(lambda: sauro.Inputs.of(commune, rows))


@pytest.mark.parametrize("key", [3, 3.0, "3", " 3 "])
def test_a_whole_number_is_the_code_of_its_digits(key: Any) -> None:
    log = sauro.Progress([{"task": key, "date": "2026-03-01", "status": "hoàn thành"}])
    assert [entry.task for entry in log.entries] == ["3"]


@pytest.mark.parametrize("key", [1.10, True, float("nan"), float("inf")])
def test_names_that_are_no_texts_are_refused(key: Any) -> None:
    commune = sauro.Framework.load("commune-example")
    for make in (lambda: sauro.Table({key: [1]}), lambda: sauro.Progress([{key: "1.1"}])):
        with pytest.raises(TypeError, match="mã và tên phải là chữ"):
            make()
    is_gap = key != key  # a missing unit or period is named by its row
    for make in (lambda: sauro.Inputs(commune, [key]), lambda: sauro.Inputs(commune, ["A"], [key])):
        with pytest.raises(sauro.ValidationError if is_gap else TypeError):
            make()


def test_a_log_in_json_with_a_number_as_a_code_is_refused() -> None:
    log = '[{"task": 1.10, "date": "2026-03-01", "status": "hoàn thành"}]'
    with pytest.raises(sauro.ValidationError, match=r"entry 1, cột task: 1\.1 là một số"):
        sauro.Progress.from_json(log)


def test_all_contradictions_are_said_at_once() -> None:
    document = written()
    for change, _ in (CONTRADICTIONS["an unknown lead"], CONTRADICTIONS["no such parent"]):
        change(document)
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Plan.from_json(json.dumps(document))
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("read", [sauro.Plan.from_json, sauro.Framework.from_json])
@pytest.mark.parametrize(
    "text", ['{"id": "a", "id": "b"}', '{"document": {"number": "1", "number": "2"}}']
)
def test_a_member_that_stands_twice_is_refused(read: Callable[[str], Any], text: str) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        read(text)
    assert any("stands twice" in one.message_en for one in caught.value.problems)


def test_json_cut_in_a_character_is_an_error_of_ours() -> None:
    whole = datasets.plan("phu-my").to_json().encode()
    for end in range(2000, 2080):
        with pytest.raises(sauro.ParseError, match=r"JSON"):
            sauro.Plan.from_json(whole[:end])  # type: ignore[arg-type]
