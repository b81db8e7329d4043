"""Texts of errors: each stands once in the sources, in Vietnamese with the English beside it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest
import sauro
from conftest import ROOT, is_vietnamese, refused

LITERALS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
PAIR = re.compile(r"(?:\bsay\(|Bilingual(?: \w+)?\{|\bfail\(\{)\s*" + LITERALS + r",\s*" + LITERALS)
VALUE = re.compile(r"\{(\d?)[^{}]*\}")


def unquoted(literals: str) -> str:
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', literals)
    return "".join(parts).replace('\\"', '"')


def in_cpp() -> Iterator[tuple[str, str]]:
    for folder in ("include", "src", "bindings"):
        for path in sorted((ROOT / folder).rglob("*.?pp")):
            for vi, en in PAIR.findall(path.read_text(encoding="utf-8")):
                yield unquoted(vi), unquoted(en)


def in_python() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "python/sauro").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]
                if node.func.id in {"say", "Texts"} and len(texts) == 2:
                    yield texts[0], texts[1]


CPP, PYTHON = list(in_cpp()), list(in_python())


def test_the_texts_are_found() -> None:
    assert len(CPP) > 150 and len(PYTHON) > 40


@pytest.mark.parametrize("texts", [CPP, PYTHON], ids=["cpp", "python"])
def test_every_text_is_vietnamese_with_the_same_values_in_english(
    texts: list[tuple[str, str]],
) -> None:
    for vi, en in texts:
        assert is_vietnamese(vi) and not is_vietnamese(re.sub("QĐ|ĐU", "", en)), (vi, en)
        assert Counter(VALUE.findall(vi)) == Counter(VALUE.findall(en)), (vi, en)


@pytest.mark.parametrize("texts", [CPP, PYTHON], ids=["cpp", "python"])
def test_no_text_stands_twice(texts: list[tuple[str, str]]) -> None:
    again = {text: n for text, n in Counter(texts).items() if n > 1}
    assert again == {}


def test_an_error_gives_its_problems_in_either_language() -> None:
    with refused(sauro.ValidationError, match="^.sauro 220. table: ") as caught:
        sauro.Table({"a": [1, 2], "b": [1]})
    problem = caught.value.problems[0]
    assert str(problem) == 'table: cột "b" có 1 dòng, "a" có 2'
    assert problem.to_text("en") == 'table: column "b" has 1 rows, "a" has 2'
    assert str(caught.value) == f"[sauro 220] {problem}"
