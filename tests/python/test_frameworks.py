"""Frameworks as data: the schema, problems with their places, differences."""

from __future__ import annotations

import copy
import gc
import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sauro
from conftest import ROOT, refused

SCHEMA = json.loads(
    (ROOT / "python/sauro/schema/framework-1.schema.json").read_text(encoding="utf-8")
)
FILES = sorted((ROOT / "src/data/frameworks").glob("*.json"))
SEEDS = sorted((ROOT / "tests/cpp/fuzz/corpus/framework").glob("*.json"))


@pytest.mark.parametrize("path", [*FILES, *SEEDS], ids=lambda path: path.name)
def test_files_and_what_is_written_keep_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    jsonschema.validate(json.loads(text), SCHEMA)
    framework = sauro.Framework.load(path)
    jsonschema.validate(json.loads(framework.to_json()), SCHEMA)
    assert sauro.Framework.from_json(framework.to_json()) == framework


def test_all_frameworks_that_come_along_are_the_data_files() -> None:
    assert sauro.Framework.available() == [path.stem for path in FILES]
    for path in FILES:
        framework = sauro.Framework.load(path.stem)
        assert framework.validate() == [] and framework.source and framework.title


@pytest.mark.parametrize("name", sauro.Framework.available())
def test_a_shipped_set_and_its_criteria_have_titles_in_both_languages(name: str) -> None:
    framework = sauro.Framework.load(name)
    assert framework.title and framework.title_en
    assert all(one.title and one.title_en for one in framework.criteria)


def test_doubtful_numbers_are_marked() -> None:
    par = sauro.Framework.load("par-index-province")
    assert "DOUBTFUL" in par.note and all("recalled" in c.note for c in par.criteria)
    assert "EXAMPLE" in sauro.Framework.load("commune-example").source


def test_the_example_names_the_shape_of_each_rule() -> None:
    notes = " ".join(c.note for c in sauro.Framework.load("commune-example").criteria)
    for shape in range(1, 19):
        assert f"R{shape}" in notes, shape


def changed(**changes: Any) -> sauro.Framework:
    """Give the example with members of criterion 1.3.1 changed."""
    data = json.loads(sauro.Framework.load("commune-example").to_json())
    for criterion in data["criteria"]:
        if criterion["code"] == "1.3.1":
            criterion.update(changes)
    return sauro.Framework.from_json(json.dumps(data))


def test_problems_name_the_criterion_and_show_intervals() -> None:
    rows = [{"when": ">= 30", "points": 2}, {"when": "[20, 30)", "points": 1}]
    rule = {"type": "table", "of": "ty_le_kiem_tra", "rows": [*rows, {"when": "< 15", "points": 0}]}
    problems = changed(rule=rule).validate()
    assert [(p.kind, p.code, p.where) for p in problems] == [("gap", 242, "1.3.1")]
    assert problems[0].message_en == "no row holds for ty_le_kiem_tra in [15, 20)"
    assert problems[0].to_text() == "1.3.1: không dòng nào ứng với ty_le_kiem_tra từ 15 đến dưới 20"
    with refused(sauro.ValidationError, match=r"1\.3\.1: no row holds") as caught:
        sauro.score(changed(rule=rule), {"sang_kien": 1})
    assert caught.value.code == 242


def test_a_changed_maximum_is_found_at_its_parent() -> None:
    problems = changed(max=3).validate()
    assert ("maximum", "1.3") in [(p.kind, p.where) for p in problems]


def test_two_sets_are_compared_by_criterion_and_field() -> None:
    before = sauro.Framework.load("commune-example")
    table = sauro.Framework.diff(before, changed(max=3, title="Kiểm tra"))
    assert [(row["code"], row["field"]) for row in table.to_dicts()] == [
        ("1.3.1", "title"),
        ("1.3.1", "max"),
    ]
    assert table.to_dicts()[1] == {"code": "1.3.1", "field": "max", "before": "2.0", "after": "3.0"}


def test_criteria_variables_and_problems_are_values() -> None:
    example = sauro.Framework.load("commune-example")
    one = example.criteria["1.5"]
    assert one.rule == {"type": "count", "terms": [{"of": "sang_kien", "each": 0.75}]}
    assert (one.rule_type, example.criteria["1"].rule, example.criteria["1"].rule_type) == (
        *("count", None),
        "",
    )
    values = [*example.criteria, *example.variables, *changed(max=3).validate()]
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value == copy.copy(value) and hash(again) == hash(value)
    assert repr(one) == "Criterion(code='1.5', max=1.5)"
    assert str(changed(max=3).validate()[0]).startswith("FrameworkProblem('maximum', where='1.3'")
    made = sauro.Criterion(code="1", title="Một", max=2, rule={"type": "value", "of": "x"})
    assert (made.title, made.title_en, made.rule) == ("Một", "", {"type": "value", "of": "x"})
    with refused(TypeError, match="Criterion has no field points"):
        sauro.Criterion(points=1)
    with pytest.raises(AttributeError):
        one.max = 2  # type: ignore[misc]


def test_a_criterion_outlives_its_framework() -> None:
    one = sauro.Framework.load("papi-2021").criteria["3.1"]
    gc.collect()
    assert one.title == "Tương tác với chính quyền" and one.title_en


def test_days_and_labels_have_types_of_python() -> None:
    made = changed(valid_from="2026-01-01")
    assert made.criteria["1.3.1"].valid_from == date(2026, 1, 1)
    kinds = {one.name: one for one in made.variables}
    assert kinds["xl_cong_thuc"].values == ("co_kien_nghi", "khong_co_kien_nghi")


def test_json_of_another_shape_is_refused_with_all_pointers() -> None:
    text = '{"schema": "sauro/framework/1", "criteria": [{"code": 1, "rule": {"type": "x"}}, 5]}'
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Framework.from_json(text)
    assert caught.value.code == 301
    assert [p.to_text("en") for p in caught.value.problems] == [
        '(root): the member "id" is missing',
        "/criteria/0/code: expected a text",
        '/criteria/0/rule: unknown type "x"; there are value, formula, checklist, table, linear, '
        "ratio, deduction, count, comparison, slopes, ballots, index, choice, script",
        "/criteria/1: expected an object",
    ]


def test_formulas_can_not_be_long_or_deep() -> None:
    long = {"type": "formula", "points": "1 + " * 250_000 + "1"}
    with refused(sauro.ValidationError, match="at most 65536 are read"):
        changed(rule=long)
    nested = json.dumps({"type": "value", "of": "x"})
    for _ in range(100):
        nested = '{"type": "choice", "by": "x", "among": [{"rule": ' + nested + "}]}"
    head = '{"schema": "sauro/framework/1", "id": "x", "criteria": [{"code": "1", "rule": '
    with pytest.raises(sauro.ParseError) as caught:
        sauro.Framework.from_json(head + nested + "}]}")
    assert caught.value.code == 127


def test_json_says_how_groups_are_made_and_what_a_choice_is_among() -> None:
    papi = json.loads(sauro.Framework.load("papi-2021").to_json())
    assert papi["grades"]["groups"] and papi["grades"]["method"] == "inclusive"
    graded = {"id": "x", "schema": "sauro/framework/1", "criteria": [{"code": "1", "max": 1}]}
    graded["grades"] = {"grades": [{"label": "A", "from": 50}]}
    graded["variables"] = [{"name": "c", "kind": "choice", "values": ["a", "b"]}]
    written = json.loads(sauro.Framework.from_json(json.dumps(graded)).to_json())
    assert "method" not in written["grades"]
    assert written["variables"] == [
        {"name": "c", "kind": "choice", "low": 0.0, "values": ["a", "b"]}
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_framework_that_is_written_says_what_its_file_says(file: Path) -> None:
    source = json.loads(file.read_text(encoding="utf-8"))
    written = json.loads(sauro.Framework.load(file.stem).to_json())
    for member in ("id", "source", "note", "valid_from", "valid_to"):
        assert written.get(member) == source.get(member)
    assert source.get("grades", {}).items() <= written.get("grades", {}).items()
