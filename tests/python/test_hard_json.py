"""JSON of nouns that contradicts itself or is cut: refused at its place, never read in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

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


CONTRADICTIONS: dict[str, tuple[Change, str]] = {
    "the id of another task": (
        lambda d: put("tasks", 1, "id", d["tasks"][0]["id"])(d),
        "/tasks/1/id: the id 1.I.1 stands at /tasks/0 too",
    ),
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
