"""Ties between a plan's tasks and an index's criteria."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sauro
from conftest import PLANS

TABLE = (
    "Phụ lục 1\nNHIỆM VỤ\n"
    "STT\tNhiệm vụ\tSản phẩm\tChủ trì\tThời gian\n"
    "I\tCải cách TTHC\t\t\t\n"
    "1\tGiải quyết hồ sơ đúng hạn đạt từ 95% trở lên\tBáo cáo\tVăn phòng\tQuý I\n"
    "2\tTiếp nhận, xử lý PAKN\tBáo cáo\tVăn phòng\tQuý I\n"
    "3\tTrang trí trụ sở\tẢnh\tVăn phòng\tQuý I\n"
    "II\tVăn nghệ, thể thao\t\t\t\n"
    "1\tTổ chức giải bóng đá\tGiải\tVăn phòng\tQuý II\n"
)


def example() -> tuple[sauro.Plan, sauro.Framework]:
    return sauro.read_plan(text=TABLE), sauro.Framework.load("commune-example")


def test_areas_titles_targets_and_abbreviations_tie_tasks_to_criteria() -> None:
    links = sauro.link(*example())
    rows = {row["task"]: (row["criterion"], row["how"]) for row in links.table.to_dicts()}
    assert rows == {
        "1.I.1": ("3.3.1", "target"),
        "1.I.2": ("3.4", "title"),
        "1.I.3": ("3", "area"),
    }
    assert links.idle == ["1.II.1"]
    assert "1.5" in links.unserved and "3.2" in links.unserved
    assert "3.3.1" not in links.unserved and "3.4" not in links.unserved
    assert links.tasks_of("3.3") == ["1.I.1"] and links.tasks_of("3") == ["1.I.1", "1.I.2", "1.I.3"]


def test_corrections_from_a_file_replace_what_was_found(tmp_path: Path) -> None:
    plan, framework = example()
    file = tmp_path / "links.json"
    file.write_text(sauro.link(plan, framework).to_json(), encoding="utf-8")
    assert sauro.link(plan, framework, corrections=file).table["criterion"].tolist() == [
        "3.3.1",
        "3.4",
        "3",
    ]
    ties = json.loads(file.read_text(encoding="utf-8"))["links"]
    ties["1.I.3"], ties["1.II.1"] = [], ["1.4", "8.2"]
    links = sauro.link(plan, framework, corrections=ties)
    assert links.idle == ["1.I.3"] and links.criteria_of("1.II.1") == ["1.4", "8.2"]
    assert {row["how"] for row in links.table.to_dicts()} == {"correction"}


def test_wrong_corrections_are_named_at_once(tmp_path: Path) -> None:
    plan, framework = example()
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.link(plan, framework, corrections={"9.9": ["1.1"], "1.I.1": ["77"]})
    assert caught.value.code == 243 and len(caught.value.problems) == 2
    file = tmp_path / "links.json"
    file.write_text('{"links": {"1.I.1": "3"}}', encoding="utf-8")
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.link(plan, framework, corrections=file)
    assert caught.value.code == 301 and "/links/1.I.1: cần một danh sách" in str(caught.value)


def test_a_real_plan_is_tied_to_the_example_set_and_to_papi() -> None:
    source = PLANS / "vinh-phong-78-kh-ubnd.txt"
    if not source.exists():
        pytest.skip("the real plan lies outside of the repository")
    plan = sauro.read_plan(source)
    links = sauro.link(plan, sauro.Framework.load("commune-example"))
    for task, criterion in {
        "1.I.3.2": "1.3.2",
        "1.I.4": "1.4",
        "1.I.8": "1.6",
        "1.II.3": "2.3",
        "1.III.3": "3.2",
        "1.III.4": "3.3.1",
        "1.III.5": "3.4",
        "1.IV.4": "4.2",
        "1.V.1": "5.1",
        "1.VII.9": "7.1",
        "1.VII.10": "7.2",
        "1.VIII.1": "8.1",
        "1.VIII.5": "8.4",
    }.items():
        assert criterion in links.criteria_of(task), task
    # every task of the first annex lies in an area of the set; nothing there serves these two
    assert not [task for task in links.idle if task.startswith("1.")]
    assert {"1.5", "6.1"} <= set(links.unserved)
    papi = sauro.link(plan, sauro.Framework.load("papi-2021"))
    assert not [task for task in papi.idle if task.startswith("2.")]
    assert papi.criteria_of("2.II.1") == ["2.1", "2.2"] and papi.criteria_of("2.VII.1") == ["7.2"]
