"""What a person settles about a document wins, in every command that reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sauro
from sauro.command._main import main

HEAD = "| TT | Việc của xã | Nơi lo | Bao giờ |\n|---|---|---|---|\n"
ROWS = (
    "| 1 | Tập huấn nghiệp vụ | Công an xã | tùy tình hình |\n"
    "| 2 | Kiểm tra | Phòng Kinh tế | Quý II |\n"
)
COLUMNS = [
    {"header": "Việc của xã", "value": "title"},
    {"header": "Nơi lo", "value": "lead"},
    {"header": "Bao giờ", "value": "timeframe"},
]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.md"
    path.write_text("Số: 12/KH-UBND\n\n" + HEAD + ROWS, encoding="utf-8")
    return path


def test_a_file_begun_by_the_command_and_filled_in_gives_the_plan(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled = tmp_path / "sua.json"
    assert main(["read", str(document), "--corrections-to", str(settled)]) == 0
    open_ones = json.loads(settled.read_text(encoding="utf-8"))
    headers = [column["header"] for column in open_ones["columns"]]
    assert headers == ["TT", *(column["header"] for column in COLUMNS)]
    assert {column["value"] for column in open_ones["columns"]} == {None}
    meanings = dict(zip(headers, ["number", "title", "lead", "timeframe"], strict=True))
    for column in open_ones["columns"]:
        column["value"] = meanings[column["header"]]
    settled.write_text(json.dumps(open_ones), encoding="utf-8")
    capsys.readouterr()
    arguments = [str(document), "--corrections", str(settled)]
    assert main(["schedule", *arguments, "--year", "2026", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert "2026-06-30" in [one["due"] for one in made["occurrences"]]


def test_read_plan_takes_the_content_of_corrections(document: Path) -> None:
    plan = sauro.read_plan(document, corrections={"columns": COLUMNS})
    assert [task.title for task in plan.tasks] == ["Tập huấn nghiệp vụ", "Kiểm tra"]
    doubts = json.loads(plan.to_corrections())
    (one,) = doubts["corrections"]
    assert (one["task"], one["field"], one["read"]) == ("0.1", "timeframe", "tùy tình hình")
    one["value"] = "Tháng 5/2026"
    settled = sauro.read_plan(document, corrections=doubts | {"columns": COLUMNS})
    assert str(settled.tasks[0].timeframe.due) == "2026-05-31"


def test_strict_reading_fails_on_a_correction_that_fits_nowhere(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled = tmp_path / "sua.json"
    entry = {"task": "0.7", "text": "Mua sắm", "field": "lead", "value": "Công an xã"}
    content = {"schema": "sauro/corrections/1", "columns": COLUMNS, "corrections": [entry]}
    settled.write_text(json.dumps(content), encoding="utf-8")
    assert main(["read", str(document), "--corrections", str(settled), "--strict"]) == 3
    assert "Mua sắm" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"schema": "sauro/plan/1"}, "/schema"),
        ({"corrections": {}}, "/corrections"),
        ({"corrections": [{"field": "due", "value": "x"}]}, "/corrections/0/field"),
        ({"corrections": [{"field": "row", "value": "x"}]}, "/corrections/0/value"),
        ({"columns": [{"value": "title"}]}, "/columns/0"),
        ({"columns": [{"header": "A", "value": 3}]}, "/columns/0/value"),
    ],
)
def test_corrections_of_another_shape_are_refused_with_their_place(
    document: Path, content: dict[str, object], place: str
) -> None:
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.read_plan(document, corrections=content)
    assert place in str(caught.value)


def test_corrections_of_a_plan_that_was_read_already_are_refused(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = tmp_path / "plan.json"
    read.write_text(sauro.read_plan(document).to_json(), encoding="utf-8")
    settled = tmp_path / "sua.json"
    settled.write_text('{"schema": "sauro/corrections/1"}', encoding="utf-8")
    assert main(["check", str(read), "--corrections", str(settled)]) == 1
    assert "--corrections" in capsys.readouterr().err
