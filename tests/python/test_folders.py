"""A folder of documents is read as many plans, and what can't be read is said by file."""

import importlib.util
import pickle
from pathlib import Path

import pytest
import sauro
from sauro.__main__ import main
from table_shapes import Layout

FORMS = ["text", "markdown", "html", "csv", "docx", "xlsx", "odt", "ods"]


def fill(folder: Path) -> dict[str, int]:
    """Write a plan in each format, by names that no order of formats has; give their seeds."""
    seeds = {}
    for seed, form in enumerate(FORMS):
        layout = Layout(seed)
        content = layout.as_csv(";") if form == "csv" else getattr(layout, f"as_{form}")()
        name = f"{len(FORMS) - seed:02} kế hoạch.{form}"
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
        seeds[name] = seed
    return seeds


def spoil(folder: Path) -> list[str]:
    """Write files that are no plans; give the names of those that are to be told."""
    (folder / "a.docx").write_bytes(b"PK\x03\x04 cut")
    (folder / "b.txt").write_text("Chào bạn", encoding="utf-8")
    (folder / "c.gif").write_bytes(b"GIF89a" + bytes(40))
    (folder / "d.md").touch()
    for name in ("~$01.docx", ".an.txt", "sua.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    return ["a.docx", "b.txt", "c.gif", "d.md"]


def test_plans_of_every_format_give_one_table(tmp_path: Path) -> None:
    seeds = fill(tmp_path)
    plans = sauro.read_plans(tmp_path)
    assert plans.names == sorted(seeds)
    assert plans.problems == []
    table = plans.table
    assert list(table["plan"]) == [
        n for n, p in zip(plans.names, plans, strict=True) for _ in p.tasks
    ]
    assert set(table["document"]) == {"21/KH-UBND"}
    own = [column for column in table.columns if column not in ("plan", "document")]
    assert own == plans[0].tasks.table.columns
    assert list(table["title"]) == [task.title for plan in plans for task in plan.tasks]
    for name in plans.names:
        assert plans[name] == sauro.read_plan(tmp_path / name)


def test_what_is_no_plan_is_told_by_file(tmp_path: Path) -> None:
    fill(tmp_path)
    wrong = spoil(tmp_path)
    plans = sauro.read_plans(tmp_path, on_problem="keep")
    assert len(plans) == len(FORMS)
    assert [one.where.split(",")[0] for one in plans.problems] == wrong
    with pytest.raises(sauro.ParseError) as error:
        sauro.read_plans(tmp_path)
    assert error.value.problems == plans.problems


def test_folders_in_it_are_read_where_asked_for(tmp_path: Path) -> None:
    for part in ("", "2025", "2026/quý I", ".git"):
        folder = tmp_path / part
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "b.txt").write_text(Layout(1).as_text(), encoding="utf-8")
    (tmp_path / "2026/a.docx").write_bytes(b"PK\x03\x04 cut")
    assert sauro.read_plans(tmp_path).names == ["b.txt"]
    plans = sauro.read_plans(tmp_path, subfolders=True, on_problem="keep")
    assert plans.names == ["2025/b.txt", "2026/quý I/b.txt", "b.txt"]
    assert [one.where for one in plans.problems] == ["2026/a.docx"]


@pytest.mark.skipif(importlib.util.find_spec("pdfplumber") is None, reason="needs sauro[pdf]")
def test_what_other_programs_take_apart_is_among_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(Layout(1).as_text(), encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\n%cut short")
    plans = sauro.read_plans(tmp_path, on_problem="keep")
    assert [(one.code, one.where) for one in plans.problems] == [(133, "b.pdf")]


def test_plans_are_found_by_name_and_pickle(tmp_path: Path) -> None:
    fill(tmp_path)
    spoil(tmp_path)
    plans = sauro.read_plans(tmp_path, on_problem="keep")
    assert pickle.loads(pickle.dumps(plans)) == plans
    assert repr(plans) == f"<Plans: {len(FORMS)} plans, 4 problems>"
    with pytest.raises(sauro.NotFoundError):
        plans["khác.docx"]
    assert len(sauro.assignments(plans, "Phòng Kinh tế")) > len(FORMS)
    assert "a.docx" in plans._repr_html_()


def test_a_folder_has_to_be_there(tmp_path: Path) -> None:
    assert len(sauro.read_plans(tmp_path).table) == 0
    for path in (tmp_path / "không có", Path(__file__)):
        with pytest.raises(sauro.NotFoundError):
            sauro.read_plans(path)


def test_the_command_lists_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "thư mục"
    folder.mkdir()
    seeds = fill(folder)
    table = tmp_path / "viec.csv"
    assert main(["read", str(folder), "--csv", str(table)]) == 0
    listed = capsys.readouterr()
    assert listed.err == ""
    assert [one for one in seeds if one in listed.out] == list(seeds)
    tasks = len(sauro.read_plans(folder).table)
    assert f"{len(seeds)} văn bản, {tasks} nhiệm vụ" in listed.out
    assert table.read_text(encoding="utf-8-sig").startswith("plan,document,id")
    wrong = spoil(folder)
    assert main(["read", str(folder), "--language", "en"]) == 1
    listed = capsys.readouterr()
    assert [
        line.split("] ")[1].split(":")[0].split(",")[0] for line in listed.err.splitlines()
    ] == wrong
    assert main(["read", str(folder), "--json"]) == 1
