"""A field that is added to the one list of its type is wherever fields are."""

from __future__ import annotations

import copy
import importlib.util
import json
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import sauro
from conftest import ROOT, refused
from sauro import _core

SOURCE = ROOT / "tests/python/one_more_field.cpp"
BUILD = Path(_core.__file__).parents[2]


@pytest.fixture(scope="module")
def module() -> ModuleType:
    """Let the build compile the module with its own flags."""
    if not (BUILD / "CMakeCache.txt").exists() or shutil.which("cmake") is None:
        pytest.skip("sauro was not built here")
    command = ["cmake", "--build", str(BUILD), "--target", "one_more_field"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    (path,) = (BUILD / "bindings").rglob("one_more_field.*so")
    spec = importlib.util.spec_from_file_location("one_more_field", path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    sys.modules["one_more_field"] = made  # where pickles look for the class
    made.Meeting.__module__ = "one_more_field"
    return made


def test_the_source_names_the_field_at_its_member_and_in_its_list_alone() -> None:
    code = re.sub(r"//.*", "", SOURCE.read_text(encoding="utf-8"))
    assert [line.split()[0] for line in code.splitlines() if "room" in line] == [
        "std::string",
        'Field("room",',
    ]


def test_a_field_added_in_one_place_is_in_the_class_and_its_repr(module: ModuleType) -> None:
    made = module.Meeting(id="1", people=3, room="B2")
    assert made.room == "B2" and "Where." in module.Meeting.room.__doc__
    assert module.Meeting._fields == ("id", "people", "day", "room")
    assert repr(made) == "Meeting('1', room='B2')"


def test_it_is_in_json_both_ways(module: ModuleType) -> None:
    made = module.Meeting(id="1", people=3, room="B2")
    assert json.loads(made.to_json()) == {"id": "1", "people": 3, "day": None, "room": "B2"}
    assert module.Meeting.from_json(made.to_json()) == made
    with refused(sauro.ValidationError, match="/room: expected a text"):
        module.Meeting.from_json('{"id": "1", "room": 2}')


def test_it_is_compared_copied_and_pickled(module: ModuleType) -> None:
    made = module.Meeting(id="1", room="B2")
    assert made != module.Meeting(id="1", room="B3")
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert again == made and again.room == "B2"


def test_it_is_a_column_of_the_table(module: ModuleType) -> None:
    meetings = [module.Meeting(id="1", room="B2"), module.Meeting(id="2")]
    table = sauro.Table(module.Meeting.table(meetings))
    assert table.columns == ["id", "people", "day", "room"]
    assert table["room"].tolist() == ["B2", None]


def test_values_are_made_in_the_order_of_their_fields_or_by_names() -> None:
    made = sauro.Dependency("1", "2", kind="given")
    assert made == sauro.Dependency(before="1", after="2", kind="given")
    for values, names, message in [
        (("1",), {}, "Dependency needs after, kind"),
        (("1", "2", "given", 4), {}, "Dependency has only 3 fields"),
        (("1", "2", "given"), {"before": "3"}, "Dependency got before twice"),
        (("1", "2", "given"), {"wann": 1}, "Dependency has no field wann"),
        (("1", 2, "given"), {}, "Dependency.after can't be 2"),
    ]:
        with refused(TypeError, match=message):
            sauro.Dependency(*values, **names)
    with refused(sauro.ValidationError, match='unknown "sau"; expected part, inspection or given'):
        sauro.Dependency("1", "2", "sau")


def test_a_finding_of_ones_own_needs_a_rule_alone() -> None:
    made = sauro.Finding("own.rule", span=None)
    assert (made.severity, made.span, made.message) == ("warning", sauro.Span(), "")
    assert str(made) == "[cảnh báo] " and made.to_text("en") == "[warning] "
    with refused(TypeError, match="Finding needs rule"):
        sauro.Finding()
