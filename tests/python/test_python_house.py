"""The house in Python: rooms import from rooms below, files of a room never in a circle."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "python/sauro"
FLOORS = [
    {"_core"},
    {"_base"},
    {"text"},
    {"table"},
    {"calendar"},
    {"phrases", "plan"},
    {"cases", "checking", "reading", "scheduling", "scoring", "surveys"},
    {"comparing", "indicators", "tracking"},
    {"monitoring"},
    {"datasets", "distributed", "reporting"},
    {"serving"},
    {"command"},
]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}


def module_of(path: Path) -> str:
    parts = ("sauro", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in PACKAGE.rglob("*.py")}


def imports_of(text: str) -> set[str]:
    """Modules of the package that a file imports anywhere: in functions and for types too."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                found.add(inner if inner in MODULES or inner == "sauro._core" else module)
    return {name for name in found if name.startswith("sauro.")}


GRAPH = {name: imports_of(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """A way that comes back to where it began; empty where there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        for other in sorted(graph.get(name, ())):
            if found := walk(other, [*way, name]):
                return found
        done.add(name)
        return []

    for name in sorted(graph):
        if found := walk(name, []):
            return found
    return []


def room_of(module: str) -> str:
    return module.split(".")[1]


def test_every_room_of_the_package_has_a_floor() -> None:
    rooms = {room_of(name) for name in MODULES if name.count(".") > 1}
    assert rooms <= set(FLOOR)


def test_no_file_imports_from_a_room_above_or_beside_it() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, others in GRAPH.items()
        if name not in ("sauro", "sauro.__main__")
        for other in others
        if room_of(other) != room_of(name) and FLOOR[room_of(other)] >= FLOOR[room_of(name)]
    ]
    assert wrong == []


def test_no_files_import_each_other_in_a_circle() -> None:
    files = {name: others for name, others in GRAPH.items() if name != "sauro"}
    assert circle_in(files) == []


def test_a_circle_through_a_function_would_be_found() -> None:
    lazy = imports_of("def f():\n    from sauro.table._table import Table\n    return Table")
    assert circle_in({"sauro.table._table": {"sauro.table._coerce"}, "sauro.table._coerce": lazy})


def test_files_of_python_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in MODULES.values()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 530
    }
    assert long == {}


@pytest.mark.parametrize("path", sorted((ROOT / "bindings").glob("*.cpp")), ids=lambda p: p.name)
def test_what_the_core_asks_of_python_is_there_and_not_above_its_own_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    highest = FLOOR.get(path.stem, FLOOR["plan"])
    pattern = r'import\("(sauro[\w.]*)"\)(?:\s*\.attr\("(\w+)"\))?'
    for module, name in re.findall(pattern, text):
        found = importlib.import_module(module)
        assert not name or hasattr(found, name), f"{module}.{name}"
        assert FLOOR[room_of(module)] <= highest
