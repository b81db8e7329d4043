"""Self-assessment, appraisal, explanation, second appraisal: one workbook that goes round."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl
import pytest
import sauro
from sauro.command import main
from sauro.scoring._stages import STAGE_WORDS

STEPS = ("self", "appraisal_1", "explanation", "appraisal_2")
NAMES = ["commune-example", "pgi-2023", "grading-example"]


def filled(path: Path, values: dict[tuple[str, str, str], tuple[Any, str]]) -> None:
    """Fill in cells as people do: by unit, variable and stage a value and what is said of it."""
    book = openpyxl.load_workbook(path)
    page = book.active
    heads = {cell.value: cell.column for cell in page[1]}
    for row in page.iter_rows(min_row=2):
        unit, variable = row[heads["Đơn vị"] - 1].value, row[heads["Biến"] - 1].value
        for stage in STEPS:
            if (unit, variable, stage) in values:
                value, told = values[unit, variable, stage]
                words = STAGE_WORDS[stage]
                page.cell(row[0].row, heads[words.value], value)
                page.cell(row[0].row, heads[words.told], told)
    book.save(path)


def changes_of(framework: sauro.Framework, random: Random, units: list[str]) -> dict[Any, Any]:
    """Some values of whole numbers and yes or no at later stages."""
    found: dict[Any, Any] = {}
    for unit in units:
        for one in framework.variables:
            if one.kind in ("count", "yes_no") and not one.formula and random.random() < 0.4:
                stage = random.choice(STEPS[1:])
                value = random.choice(["có", "không"]) if one.kind == "yes_no" else 0
                found[unit, one.name, stage] = (value, f"{stage} {random.randrange(99)}")
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_filled_in_is_read_and_written_again(name: str, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    framework = sauro.Framework.load(name)
    first = sauro.Inputs.of(framework, sauro.datasets.inputs(name))
    path = tmp_path / "td.xlsx"
    start = sauro.score(framework, first, on_problem="keep")
    start.write_appraisal(path)
    again = sauro.score(framework, path, on_problem="keep")
    assert again.table == start.table
    changes = changes_of(framework, random, first.units) if len(first.periods) == 1 else {}
    filled(path, changes)
    read = sauro.score(framework, path, on_problem="keep")
    for (unit, variable, stage), (_, told) in changes.items():
        said = [one for one in read.stages.to_dicts() if one["unit"] == unit]
        used = [one for one in said if told in one["told"]]
        takers = [c for c in framework.leaves if variable in framework._core.names_of(c)]
        assert {one["code"] for one in used} >= set(takers), (variable, stage)
    read.write_appraisal(path)
    assert sauro.score(framework, path, on_problem="keep").table == read.table
    assert sauro.score(framework, path, on_problem="keep").stages == read.stages


def test_each_stage_counts_as_things_stood_then(tmp_path: Path) -> None:
    framework = sauro.Framework.load("pgi-2023")
    units = ["Huế", "Hà Nam"]
    inputs = sauro.Inputs(framework, units)
    for code in "1234":
        inputs.set(code, [6, 7], evidence=["BC 1", "BC 2"])
    path = tmp_path / "td.xlsx"
    sauro.score(framework, inputs).write_appraisal(path)
    names = {c: framework._core.names_of(c)[0] for c in "1234"}
    filled(
        path,
        {
            ("Huế", names["1"], "appraisal_1"): (5, "Thiếu biên bản"),
            ("Huế", names["1"], "explanation"): (5.5, "Gửi bổ sung"),
            ("Hà Nam", names["2"], "appraisal_1"): (None, "Đồng ý"),
        },
    )
    card = sauro.score(framework, path)
    rows = {(one["unit"], one["code"]): one for one in card.stages.to_dicts()}
    one_row = rows["Huế", "1"]
    assert [one_row[stage] for stage in STEPS[:3]] == [6, 5, 5.5] and one_row["change"] == -0.5
    assert "6 → 5 (thẩm định lần 1) → 5,5 (giải trình)" in one_row["changed"]
    assert "Thiếu biên bản" in one_row["told"] and "Gửi bổ sung" in one_row["told"]
    same = rows["Hà Nam", "2"]
    assert same["change"] == 0 and same["changed"] == "" and "Đồng ý" in same["told"]
    for stage, points in (("self", 24), ("appraisal_1", 23), ("explanation", 23.5)):
        assert sauro.score(framework, path, stage=stage).total[0] == points
    early = sauro.score(framework, path, stage="self")
    assert "appraisal_1" not in early.stages.columns


def test_what_one_stage_gave_wrong_is_open_there(tmp_path: Path) -> None:
    framework = sauro.Framework.load("pgi-2023")
    inputs = sauro.Inputs(framework, ["Huế"])
    for code in "1234":
        inputs.set(code, [60 if code == "1" else 6])
    inputs.set("1", [6], stage="appraisal_1")
    row = sauro.score(framework, inputs).stages.to_dicts()[0]
    assert row["self"] is None and row["appraisal_1"] == 6


@pytest.mark.parametrize("ending", [".docx", ".md", ".html", ".xlsx"])
def test_reports_list_the_differences_and_every_reason(ending: str, tmp_path: Path) -> None:
    framework = sauro.Framework.load("commune-example")
    inputs = sauro.Inputs.of(framework, sauro.datasets.inputs("commune-example"))
    inputs.set("bc_cham", [[3, None, None], [3, 3, 3]], stage="appraisal_1", evidence=["BB 07"] * 6)
    card = sauro.score(framework, inputs)
    path = tmp_path / f"diem{ending}"
    sauro.report_scores(card, path)
    text = text_of(path)
    assert "BB 07" in text
    for unit in card.units:
        for code in framework.leaves:
            reason = card.explain(code, unit).reason
            assert " ".join(reason.split()) in text, (unit, code)


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        book = docx.Document(path)
        lines = [one.text for one in book.paragraphs]
        for table in book.tables:
            lines += [cell.text for row in table.rows for cell in row.cells]
        return " ".join(" ".join(lines).split())
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return " ".join(str(cell) for page in book for row in page.values for cell in row)
    text = path.read_text(encoding="utf-8")
    marks = [("\\", ""), ("&lt;", "<"), ("&gt;", ">"), ("&#x27;", "'"), ("&quot;", '"')]
    for mark, plain in marks:
        text = text.replace(mark, plain)
    return " ".join(text.split())


def test_the_command_writes_the_workbook_and_reads_it_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("so.csv").write_text("Tỉnh;1;2;3;4\nHuế;5,5;6;6;7\nHà Nam;6;6;7;8\n")
    assert main(["score", "pgi-2023", "so.csv", "--appraisal", "-o", "td.xlsx"]) == 0
    name = sauro.Framework.load("pgi-2023")._core.names_of("1")[0]
    filled(Path("td.xlsx"), {("Huế", name, "appraisal_1"): (5, "Thiếu biên bản")})
    capsys.readouterr()
    assert main(["score", "pgi-2023", "td.xlsx"]) == 0
    printed = capsys.readouterr().out
    assert "Chênh lệch qua thẩm định" in printed and "Thiếu biên bản" in printed
    assert main(["score", "pgi-2023", "td.xlsx", "-o", "diem.docx"]) == 0
    assert "Thiếu biên bản" in text_of(Path("diem.docx"))
    assert main(["score", "pgi-2023", "td.xlsx", "--appraisal", "-o", "td.csv"]) == 1
    assert main(["score", "pgi-2023", "td.xlsx", "--appraisal"]) == 1
