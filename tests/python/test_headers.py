"""The C++ headers in a translation unit of somebody else, with the warnings that people turn on."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT

WARNINGS = [
    "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow",
    "-Wmissing-field-initializers", "-Werror",
]  # fmt: skip
OPEN = re.compile(r"\s*(struct|class|union|enum class|enum|namespace)\s+(?:SAURO_API\s+)?([\w:]+)")
FIELD = re.compile(r"\s+((?:std::|detail::)?[\w:]+(?:<.*>)?)\s+(\w+)(\{.*\}| ?= .*)?;")


class Field(NamedTuple):
    """One member of an aggregate."""

    owner: str
    type: str
    name: str
    has_default: bool
    derives: bool


def fields_of(path: Path) -> Iterator[Field]:
    """Members of the structs of a header, by its braces."""
    open_at: list[tuple[int, str, str, bool]] = []
    depth = 0
    begun_line = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        code = f"{begun_line} {line.split('//')[0].rstrip()}" if begun_line else line.split("//")[0]
        code = re.sub(r"(?<=\S)\s+", " ", code.rstrip())
        begun_line = code if re.search(r"[^;{}:,]$", code) and not code.startswith("#") else ""
        if begun_line:
            continue
        if open_at and open_at[-1][0] == depth and open_at[-1][1] == "struct":
            found = FIELD.fullmatch(code)
            if found and found[1] not in ("return", "using", "friend", "static", "typename"):
                names = [name for _, kind, name, _ in open_at if kind != "namespace"]
                owner = "::".join(["sauro", *names])
                yield Field(owner, found[1], found[2], bool(found[3]), open_at[-1][3])
        begun = OPEN.match(code)
        grown = code.count("{") - code.count("}")
        if begun and grown > 0:
            derives = re.search(r"(?<!:):(?!:)", code) is not None
            open_at.append((depth + 1, begun[1], begun[2], derives))
        depth += grown
        while open_at and open_at[-1][0] > depth:
            open_at.pop()


def all_fields() -> list[Field]:
    """Fields of every public struct but Arrow's."""
    headers = sorted((ROOT / "include/sauro").rglob("*.hpp"))
    return [one for path in headers if path.name != "arrow.hpp" for one in fields_of(path)]


def test_every_field_but_a_day_or_moment_that_has_to_be_given_has_a_default() -> None:
    fields = all_fields()
    assert len(fields) > 300
    bare = {f"{one.owner}::{one.name}" for one in fields if not one.has_default}
    days = {
        f"{one.owner}::{one.name}"
        for one in fields
        if one.type.rsplit("::")[-1] in ("Date", "Moment")
    }
    assert bare <= days | {"sauro::ChoiceRule::among"}  # its type is complete further down only


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_a_program_that_names_one_field_of_each_struct_gets_no_warning(
    compiler: str, tmp_path: Path
) -> None:
    found = shutil.which(compiler)
    if found is None:
        pytest.skip(f"no {compiler}")
    fields = all_fields()
    lines = ["#include <sauro/sauro.hpp>", "template <class T> T any();", "void use() {"]
    for one in fields:
        if one.derives:  # a base has no name to give it; such structs only come out of the library
            continue
        given = [
            other.name
            for other in fields
            if other.owner == one.owner and (other == one or not other.has_default)
        ]
        values = ", ".join(f".{name} = any<decltype({one.owner}::{name})>()" for name in given)
        lines.append(f"  static_cast<void>({one.owner}{{{values}}});")
    source = tmp_path / "use.cpp"
    source.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")
    done = subprocess.run(
        [found, "-std=c++20", "-fsyntax-only", *WARNINGS, f"-I{ROOT / 'include'}", str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[:4000]
