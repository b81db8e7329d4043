"""What one body has to do is found in one document and over many, by its name and by its groups."""

from pathlib import Path

import pytest
import sauro
from order_samples import SAMPLES


def sample(kind: str) -> sauro.Plan:
    return sauro.read_plan(text=next(one.text for one in SAMPLES if one.kind == kind))


def test_the_plan_of_a_body_can_be_scheduled() -> None:
    whole = sample("CT")
    lead = next(duty.agency for duty in whole.duties if duty.timeframe.due)
    own = whole.for_agency(whole.agencies[lead].name)
    assert 0 < len(own.duties) <= len(whole.duties)
    assert {duty.id for duty in own.duties} <= {duty.id for duty in whole.duties}
    assert len(sauro.schedule(own).occurrences) == sum(bool(d.timeframe.due) for d in own.duties)
    assert sauro.Plan.from_json(own.to_json()) == own


def test_documents_are_listed_together() -> None:
    plans = [sauro.read_plan(text=one.text) for one in SAMPLES]
    work = sauro.assignments(plans, "Phòng Kinh tế")
    assert set(work["role"]) <= {"lead", "coordinator"}
    assert len(work) == sum(
        len(own.duties) + len(own.tasks) for own in (p.for_agency("Phòng Kinh tế") for p in plans)
    )
    assert len(sauro.assignments([], "Phòng Kinh tế")) == 0
    assert not sauro.assignments(plans, "Cục Hàng hải")["named"].any()


def test_the_command_lists_by_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sauro.__main__ import main

    paths = []
    for i, one in enumerate(SAMPLES):
        paths.append(str(tmp_path / f"{i}.txt"))
        Path(paths[-1]).write_text(one.text, encoding="utf-8")
    assert main(["assigned", "Phòng Kinh tế", *paths, "--csv", str(tmp_path / "viec.csv")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert lines[0].endswith(("[chủ trì]", "[phối hợp]"))
    assert (tmp_path / "viec.csv").read_text(encoding="utf-8-sig").count("\n") >= len(lines)
