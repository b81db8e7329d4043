"""The house: floors, documented errors, what belongs in the repository."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

FLOORS = [
    {"core"},
    {"text"},
    {"table", "calendar"},
    {"plan", "index", "cases", "indicators"},
    {"phrases", "engine"},
    {"reading", "checking", "scheduling", "tracking", "monitoring", "scoring", "surveys"},
    {"writing"},
]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
VERBS = FLOORS[5]


def test_includes_only_point_down() -> None:
    wrong = []
    files = [*(ROOT / "include/sauro").rglob("*.hpp"), *(ROOT / "src").rglob("*.?pp")]
    for path in files:
        room = path.parent.name
        if room not in FLOOR:
            continue
        for other in re.findall(r'#include "(?:sauro/)?(\w+)/', path.read_text(encoding="utf-8")):
            up = FLOOR.get(other, -1) > FLOOR[room]
            sideways = other in VERBS and room in VERBS and other != room
            if up or sideways:
                wrong.append(f"{path.relative_to(ROOT)} includes {other}/")
    assert wrong == []


def test_names_carry_the_version_that_their_layout_is_of() -> None:
    version = (ROOT / "include/sauro/version.hpp").read_text(encoding="utf-8")
    major, minor = re.findall(r"#define SAURO_VERSION_M\w+OR (\d+)", version)
    folders = [ROOT / name for name in ("include", "src", "cmake", "scripts")]
    files = [path for folder in folders for path in folder.rglob("*.*") if path.suffix != ".pyc"]
    lines = [
        line
        for path in files
        for line in re.findall(r"\bn?namespace sauro.*", path.read_text("utf-8"))
    ]
    assert len(lines) > 400
    expected = f"namespace sauro::inline v{major}_{minor}"
    assert [line for line in lines if expected not in line] == []


def test_every_error_code_is_documented() -> None:
    header = (ROOT / "include/sauro/core/problem.hpp").read_text(encoding="utf-8")
    codes = set(re.findall(r"(\w+) = (\d+),", header))
    page = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"\| (\d+) \| `(\w+)` \|", page))
    assert {(number, name) for name, number in codes} == rows


def test_every_public_header_is_listed_for_the_test_that_compiles_it_alone() -> None:
    folder = ROOT / "include/sauro"
    headers = {str(path.relative_to(folder)) for path in folder.rglob("*.hpp")}
    listed = set((ROOT / "tests/cpp/headers.txt").read_text(encoding="utf-8").split())
    assert headers == listed


def test_every_data_file_names_its_source() -> None:
    for path in (ROOT / "src/data").glob("*.json"):
        assert '"source"' in path.read_text(encoding="utf-8"), path.name


def test_files_stay_readable() -> None:
    bounds = {"include": {".hpp": 250}, "python": {".py": 350}}
    for folder in ("include", "src", "bindings", "python"):
        of_suffix = bounds.get(folder, {".cpp": 350, ".hpp": 350})
        for path in (ROOT / folder).rglob("*"):
            if path.suffix not in of_suffix:
                continue
            assert len(path.read_text(encoding="utf-8").splitlines()) <= of_suffix[path.suffix], (
                path
            )


def test_the_package_has_its_marker_and_schema() -> None:
    package = Path(ROOT / "python/sauro")
    assert (package / "py.typed").exists()
    assert (package / "schema/plan-1.schema.json").exists()


def test_no_two_internal_headers_define_one_name() -> None:
    # the linker would keep one of them for both
    pattern = re.compile(
        r"^(?:(?:struct|class|enum class) (\w+)[^;]*\{|inline constexpr [\w:<>, ]+? (\w+) =)",
        flags=re.M,
    )
    places: dict[str, set[str]] = {}
    for path in (ROOT / "src").rglob("*.hpp"):
        for found in pattern.finditer(path.read_text(encoding="utf-8")):
            name = found.group(1) or found.group(2)
            places.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
