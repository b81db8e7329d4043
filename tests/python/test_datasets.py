"""Examples that come with the package."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import sauro
from conftest import ROOT, refused
from sauro import datasets
from sauro.command import main

AS_OF = date(2026, 7, 10)
PLACES: list[datasets.Place] = ["an-loc", "phu-my", "tan-hoa"]


def test_every_file_has_a_title_and_a_source_and_every_listed_file_is_there() -> None:
    folder = datasets.path(datasets.available()[0]).parent
    assert {path.name for path in folder.iterdir()} - {"sources.json"} == set(datasets.available())
    for name in datasets.available():
        about = datasets.about(name)
        assert about.title and about.title_en and about.source, name


def test_what_is_not_invented_names_its_publisher() -> None:
    cited = {n for n in datasets.available() if "invented" not in datasets.about(n).source}
    assert cited == {"papi-2023-excerpt.csv", "pgi-2024-excerpt.csv"}
    assert "papi.org.vn" in datasets.about("papi-2023-excerpt.csv").source


def test_an_unknown_name_is_an_error_that_lists_the_names() -> None:
    with refused(sauro.NotFoundError, match=r"ke-hoach\.txt.*there are ke-hoach-an-loc\.txt"):
        datasets.path("ke-hoach.txt")


@pytest.mark.parametrize("place", PLACES)
def test_every_plan_is_followed_by_its_log(place: datasets.Place) -> None:
    plan, log = datasets.plan(place), datasets.progress(place)
    board = sauro.track(sauro.schedule(plan), log, AS_OF, plan=plan)
    assert len(log) > 10 and board.counts["done_on_time"] > 5
    assert board.overdue or board.counts["not_reported"]
    assert max(entry.date for entry in log.entries) <= AS_OF


def test_dossiers_and_cases_are_the_same_rows() -> None:
    table, cases = datasets.dossiers(), datasets.cases()
    calendar = sauro.WorkingCalendar.vietnam()
    status = cases.status(calendar, AS_OF)
    assert len(table) == len(cases) == sum(status.counts.values())
    assert status.counts["invalid"] == 0
    is_open = sum(row["Ngày trả"] is None for row in table.to_dicts())
    assert is_open == status.counts["running"] + status.counts["overdue"] > 0


def test_inputs_of_communes_give_every_variable_of_the_framework() -> None:
    framework, table = sauro.Framework.load("commune-example"), datasets.commune()
    assert set(table.columns) == {"unit", "period"} | {v.name for v in framework.variables}
    card = sauro.score(framework, table)
    missing = [
        (period, unit)
        for period, points in zip(card.periods, card.total, strict=True)
        for unit, total in zip(card.units, points, strict=True)
        if math.isnan(total)
    ]
    assert missing == [("2025", "Tân Hòa")]  # no survey was held


def test_files_are_copied_whole_and_none_is_replaced(tmp_path: Path) -> None:
    written = datasets.copy(tmp_path)
    assert [path.name for path in written] == datasets.available()
    for path in written:
        assert path.read_bytes() == datasets.path(path.name).read_bytes()
    written[1].unlink()
    with refused(sauro.Error, match="(?s)ke-hoach-an-loc.*ke-hoach-tan-hoa"):
        datasets.copy(tmp_path)
    assert not written[1].exists()


def test_the_command_lists_and_copies_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["datasets"]) == 0
    listed, following = capsys.readouterr().out.split("\n\n")
    assert re.findall(r"^\S+", listed, flags=re.M) == datasets.available()
    assert following.startswith("Tiếp theo: sauro datasets --to . ")
    assert main(["datasets", "--to", str(tmp_path), "tien-do-phu-my.csv"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'tien-do-phu-my.csv'}\n"
    assert main(["datasets", "--to", str(tmp_path)]) == 1
    assert "tien-do-phu-my.csv: đã có tệp này" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["tien-do-phu-my.csv"]


def test_the_case_log_is_what_its_script_writes(tmp_path: Path) -> None:
    written = tmp_path / "cases.csv"
    script = ROOT / "scripts/make_example_cases.py"
    subprocess.run([sys.executable, str(script), str(written)], check=True)
    assert written.read_bytes() == datasets.path("ho-so-song-hau.csv").read_bytes()
