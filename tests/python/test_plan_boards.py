"""One board over several plans and their logs: who owes what, and no state that isn't so."""

from __future__ import annotations

import json
import pickle
import re
from datetime import date
from pathlib import Path

import pytest
import sauro
from conftest import EXAMPLES, refused
from hypothesis import given
from hypothesis import strategies as st
from sauro.command._main import main

DAY = date(2026, 7, 10)
NAMES = ("an-loc", "phu-my", "tan-hoa")
HEAD = "Số: {number}/KH-UBND\n\n{place}, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
TABLE = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"


def plan_of(number: int, *rows: tuple[str, str, str], place: str = "An Lộc") -> sauro.Plan:
    lines = [f"{at}\t{title}\tBáo cáo\t{who}\t{time}" for at, (title, who, time) in enumerate(rows)]
    head = HEAD.format(number=number, place=place)
    return sauro.read_plan(text=f"{head}{TABLE}" + "\n".join(lines), format="text")


@pytest.fixture(scope="module")
def boards() -> sauro.Boards:
    plans = {name: sauro.datasets.plan(name) for name in NAMES}
    logs = {name: sauro.datasets.progress(name) for name in NAMES}
    return sauro.track_plans(plans, DAY, logs=logs)


def test_each_plan_stands_as_it_does_alone(boards: sauro.Boards) -> None:
    for name in NAMES:
        alone = sauro.track(
            sauro.schedule(sauro.datasets.plan(name)), sauro.datasets.progress(name), DAY
        )
        assert boards[name] == alone
        rows = boards.table.filter(plan=name)
        assert rows["task"].tolist() == alone.table["task"].tolist()
        assert rows["status"].tolist() == alone.table["status"].tolist()
    for status, count in boards.counts.items():
        assert count == sum(board.counts.get(status, 0) for board in boards)


@pytest.mark.parametrize("name", NAMES)
def test_one_plan_is_counted_by_agency_as_on_its_own_board(name: str) -> None:
    plan, log = sauro.datasets.plan(name), sauro.datasets.progress(name)
    board = sauro.track(sauro.schedule(plan), log, DAY)
    mine = sauro.track_plans({name: plan}, DAY, logs={name: log}).by("agency")
    names = [*board.counts, "total", "shared", "on_time_percent"]
    rows = {row["agency_name"]: row for row in mine.to_dicts()}
    for row in board.by("agency").to_dicts():
        if not row["total"]:  # coordinates alone
            continue
        assert {n: rows[row["agency_name"]][n] for n in names} == {n: row[n] for n in names}
    assert len(rows) == sum(row["total"] > 0 for row in board.by("agency").to_dicts())


def test_spellings_of_one_agency_are_one_over_plans_of_one_place() -> None:
    plans = {
        "a": plan_of(1, ("Họp dân", "Phòng Kinh tế", "Quý I")),
        "b": plan_of(2, ("Giải ngân vốn", "P. Kinh tế", "Quý IV")),
    }
    table = sauro.track_plans(plans, DAY).by("agency")
    assert table["agency_name"].tolist() == ["Phòng Kinh tế"]
    assert (table["overdue"][0], table["not_due"][0], table["total"][0]) == (1, 1, 2)


def test_agencies_of_two_communes_are_two_and_one_above_them_is_one() -> None:
    rows = ("Họp dân", "Phòng Kinh tế", "Quý I"), ("Thẩm định", "Sở Nội vụ", "Quý I")
    plans = {"a": plan_of(1, *rows), "b": plan_of(1, *rows, place="Tân Hòa")}
    names = sauro.track_plans(plans, DAY).by("agency")["agency_name"].tolist()
    assert sorted(names) == ["Phòng Kinh tế (An Lộc)", "Phòng Kinh tế (Tân Hòa)", "Sở Nội vụ"]


def test_reports_that_are_missing_are_not_overdue_over_plans_either() -> None:
    plans = {"a": plan_of(1, ("Theo dõi tiếp công dân", "Công an xã", "Thường xuyên"))}
    boards = sauro.track_plans(plans, DAY)
    assert boards.counts["not_reported"] > 0 and boards.counts["overdue"] == 0
    table = boards.by("agency")
    assert table["on_time_percent"].tolist() != table["on_time_percent"].tolist()  # not judged
    assert "chưa báo cáo kỳ" in boards.to_text() and "quá hạn" not in boards.to_text()


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
def test_the_order_of_plans_changes_no_count(order: list[str]) -> None:
    def counted(names: list[str]) -> list[dict[str, object]]:
        boards = sauro.track_plans({name: sauro.datasets.plan(name) for name in names}, DAY)
        groups = [boards.by(group).to_dicts() for group in ("plan", "month")]  # type: ignore[arg-type]
        return sorted((row for rows in groups for row in rows), key=str)

    assert counted(order) == counted(sorted(order))


def test_groups_add_up(boards: sauro.Boards) -> None:
    total = len(boards.table)
    assert sum(boards.by("plan")["total"]) == sum(boards.by("month")["total"]) == total
    agencies = boards.by("agency")
    several = sum(
        len(task.leads) - 1
        for board in boards
        for task in board.schedule.tasks
        for one in board.schedule.occurrences
        if one.task == task.id and len(task.leads) > 1
    )
    assert sum(agencies["total"]) == total + several
    with refused(sauro.ValidationError, match="expected one of agency, plan, month"):
        boards.by("product")  # type: ignore[arg-type]


def test_what_is_urgent_stands_first_with_its_plan(boards: sauro.Boards) -> None:
    alerts = boards.alerts
    assert alerts["working_days"].tolist() == sorted(alerts["working_days"])
    assert sum(alerts["working_days"] < 0) == boards.counts["overdue"]
    assert set(alerts["plan"]) <= set(NAMES)


def test_a_log_of_a_plan_that_there_is_not_is_refused() -> None:
    plans = {"a": plan_of(1, ("Họp dân", "Phòng Kinh tế", "Quý I"))}
    with refused(sauro.ValidationError, match="b: no such plan; there are a"):
        sauro.track_plans(plans, DAY, logs={"b": sauro.Progress()})


def test_a_plan_or_log_that_is_wrong_is_named_and_stops_no_other(tmp_path: Path) -> None:
    good = plan_of(1, ("Họp dân ở các ấp", "Phòng Kinh tế", "Quý I"))
    bad = tmp_path / "sai.csv"
    bad.write_text("task,date,status\n9.9,2026-01-02,done\n", encoding="utf-8")
    yearless = sauro.read_plan(text=TABLE + "1\tHọp dân\tBáo cáo\tPhòng Kinh tế\tQuý I\n")
    plans, logs = {"a": good, "b": yearless, "c": good}, {"c": tmp_path / "không-có.csv"}
    boards = sauro.track_plans(plans, DAY, logs=logs, on_problem="keep")
    assert boards.names == ["a"]
    assert [one.where.split(", ")[0] for one in boards.problems] == ["b", "c"]
    kept = sauro.track_plans({"a": good}, DAY, logs={"a": bad}, on_problem="keep")
    assert kept.names == ["a"] and kept.problems[0].where.startswith("a, sai.csv")
    with pytest.raises(sauro.ValidationError) as error:
        sauro.track_plans(plans, DAY, logs=logs)
    assert error.value.problems == boards.problems


def test_boards_are_values(boards: sauro.Boards) -> None:
    assert pickle.loads(pickle.dumps(boards)) == boards
    assert len(boards) == 3 and boards[0] == boards["an-loc"] and len(boards[1:]) == 2
    assert "Boards of 3 plans" in repr(boards) and "<table" in boards._repr_html_()
    with pytest.raises(sauro.NotFoundError):
        boards["khác"]


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "kế hoạch"
    folder.mkdir()
    for name in ("ke-hoach-an-loc.txt", "ke-hoach-phu-my.txt", "tien-do-phu-my.csv"):
        (folder / name).write_bytes((EXAMPLES / name).read_bytes())
    return folder


def test_the_command_follows_a_folder_and_takes_no_log_for_a_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    log = folder / "tien-do-phu-my.csv"
    command = ["board", str(folder), "--as-of", "2026-07-10"]
    pair = ["--log", f"ke-hoach-phu-my={log}"]
    assert main([*command, *pair]) == 3
    out, err = capsys.readouterr()
    assert "Bảng chung của 2 kế hoạch, tính đến 10/07/2026" in out and not err
    assert "Chưa có sổ theo dõi" in out and "ke-hoach-an-loc.txt" in out
    assert main([*command, *pair, "--fail-on", "never"]) == 0
    capsys.readouterr()
    assert main(command) == 1  # a log that isn't named is no plan, and said so
    assert "tien-do-phu-my.csv" in capsys.readouterr().err


def test_a_register_among_plans_is_told_from_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    (folder / "tien-do-phu-my.csv").unlink()
    register = folder / "so.csv"
    sauro.write_register(sauro.datasets.plan("phu-my"), register)
    command = ["board", str(folder), "--as-of", "2026-07-10", "--fail-on", "never"]
    assert main(command) == 1
    said = capsys.readouterr()
    assert "2 kế hoạch" in said.out and "so.csv: là sổ theo dõi" in said.err
    assert main([*command, "--log", f"ke-hoach-phu-my.txt={register}"]) == 0


def test_which_log_is_of_which_plan_is_never_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    other = tmp_path / "khác"
    other.mkdir()
    plan = other / "ke-hoach-phu-my.txt"
    plan.write_bytes((folder / "ke-hoach-phu-my.txt").read_bytes())
    log = folder / "tien-do-phu-my.csv"
    command = ["board", str(folder), str(other), "--as-of", "2026-07-10"]
    assert main([*command, "--log", f"ke-hoach-phu-my={log}"]) == 1
    assert "nhiều kế hoạch" in capsys.readouterr().err
    assert main([*command, "--log", f"{plan}={log}"]) == 3
    assert main([*command, "--log", f"tân={log}"]) == 1
    assert "tân: không có kế hoạch tên này" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*command, "--log", str(log)])


def test_a_plan_that_cannot_be_read_is_named_and_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = str(EXAMPLES / "ke-hoach-phu-my.txt")
    assert main(["board", plan, str(tmp_path / "mất.docx"), "--as-of", "2026-07-10"]) == 1
    out, err = capsys.readouterr()
    assert "Bảng chung của 1 kế hoạch" in out and "mất.docx: không có tệp này" in err


def test_the_command_writes_each_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path)
    log = folder / "tien-do-phu-my.csv"
    command = ["board", str(folder), "--log", f"ke-hoach-phu-my={log}", "--as-of", "2026-07-10"]
    for ending in (".html", ".md", ".csv", ".json", ".xlsx"):
        path = tmp_path / f"bang{ending}"
        assert main([*command, "--fail-on", "never", "-o", str(path)]) == 0
        if ending == ".xlsx":
            continue
        text = path.read_text(encoding="utf-8-sig")
        assert ("1.III.2" in text and "quá hạn" in text) or ending == ".json"
    data = json.loads((tmp_path / "bang.json").read_text(encoding="utf-8"))
    assert data["schema"] == "sauro/boards/1" and data["counts"]["done_late"] == 2
    assert data["rows"][0]["plan"].endswith("ke-hoach-an-loc.txt")
    assert main([*command, "-o", str(log)]) == 1 and "hãy nêu" in capsys.readouterr().err


def test_boards_in_english_have_no_vietnamese_of_their_own() -> None:
    text = TABLE + "1\tALPHA BETA\tX\tGAMMA\t30/4/2026\n2\tDELTA PHI\tX\t\t30/7/2026\n"
    plan = sauro.read_plan(text=f"So: 2/KH-UBND\n\n{text}", format="text")
    boards = sauro.track_plans({"a": plan}, DAY)
    for page in (
        boards.to_text(language="en"),
        boards.to_markdown(language="en"),
        boards.to_html(language="en"),
    ):
        assert not re.findall(r"\S*[À-ỹ]\S*", page)
        assert "overdue" in page
