"""``sauro cases``: case lists as offices keep them, in whatever shape, give the same counts."""

from __future__ import annotations

import csv
import io
import json
import random
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sauro
from conftest import is_vietnamese
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro import datasets
from sauro.cases import _headers
from sauro.command import main

AS_OF = "2026-07-10"
CASES = datasets.dossiers().to_dicts()[:80]
HEADERS = {
    "received": "Ngày nhận", "limit_days": "Thời hạn", "finished": "Ngày trả",
    "agency": "Xã", "procedure": "Thủ tục", "paused": "Tạm dừng",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    datasets.copy(tmp_path, "ho-so-song-hau.csv")
    return tmp_path


def run(*arguments: str) -> int:
    return main(["cases", *arguments, "--as-of", AS_OF])


def expected(by: list[Any], rows: list[dict[str, Any]] = CASES) -> sauro.Table:
    columns: dict[str, Any] = {role: [row[name] for row in rows] for role, name in HEADERS.items()}
    log = sauro.CaseLog(**columns)
    return sauro.merge_roll_ups([log.roll_up(as_of=AS_OF, by=by)])


def rows_of(path: Path) -> list[list[Any]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def usual_headers() -> dict[str, list[str]]:
    return dict(json.loads((Path(_headers.__file__).with_name("headers.json")).read_text("utf-8")))


DAYS: list[Callable[[date], str]] = [
    date.isoformat,
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
]


@settings(max_examples=40)
@given(chance=st.randoms(use_true_random=False), delimiter=st.sampled_from([",", ";", "\t"]))
def test_one_list_in_many_layouts_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, delimiter: str
) -> None:
    usual = usual_headers()
    roles = [*HEADERS, "STT", "Ghi chú"]
    chance.shuffle(roles)
    day, in_words = chance.choice(DAYS), chance.random() < 0.3
    named = [chance.choice(usual[role]) if role in usual else role for role in roles]
    case = chance.choice([str, str.upper, str.title])
    form = chance.choice(["NFC", "NFD"])
    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter)
    if chance.random() < 0.5:
        table.writerow(["UBND TỈNH"] + [""] * (len(roles) - 1))
        table.writerow(["DANH SÁCH HỒ SƠ"] + [""] * (len(roles) - 1))
    table.writerow([unicodedata.normalize(form, case(name)) for name in named])
    for at, row in enumerate(CASES):
        cells = {"STT": str(at), "Ghi chú": ""}
        for role, name in HEADERS.items():
            value = row[name]
            text = "" if value is None else day(value) if isinstance(value, date) else str(value)
            cells[role] = f"{text} ngày làm việc" if in_words and role == "limit_days" else text
        table.writerow([cells[role] for role in roles])
    folder = tmp_path_factory.mktemp("lists")
    path = folder / "danh sách.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    to = folder / "ra.csv"
    assert run(str(path), "--by", "agency,month", "--output", str(to)) == 0
    written = rows_of(to)
    found = [(row[0], row[1], *map(int, row[2:9])) for row in written[1:]]
    counts = ("total", "early", "on_time", "late", "running", "overdue", "invalid")
    assert found == [
        (row["agency"], row["month"].isoformat(), *(row[name] for name in counts))
        for row in expected(["agency", "month"]).to_dicts()
    ]


def test_a_workbook_and_parquet_give_what_the_list_gives(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datasets.dossiers().to_excel(folder / "hồ sơ.xlsx")
    (folder / "phần").mkdir()
    table = pa.table(datasets.dossiers())
    for n in range(3):
        pq.write_table(table.slice(n * 300, 300), folder / f"phần/{n}.parquet")
    said = []
    for name in ("ho-so-song-hau.csv", "hồ sơ.xlsx", "phần"):
        assert run(name, "--by", "procedure,month") == 0
        said.append(capsys.readouterr().out.partition("\n\n")[0])
    assert said[0] == said[1] == said[2]
    assert said[0].startswith("900 hồ sơ, tính đến 10/07/2026\nThủ tục")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_groups_are_written(folder: Path, ending: str, language: str) -> None:
    name = f"ra{ending}"
    assert run("ho-so-song-hau.csv", "-o", name, "--language", language) == 0
    header, *rows = rows_of(folder / name)
    assert len(rows) == 3 and len(header) == 12
    assert any(map(is_vietnamese, header)) == (language == "vi")
    whole = datasets.cases().roll_up(as_of=AS_OF)
    rates = {row["agency"]: round(row["on_time_rate"] * 100, 1) for row in whole.to_dicts()}
    assert {row[0]: float(row[-1]) for row in rows} == rates


def test_a_page_and_what_is_printed_are_of_one_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ho-so-song-hau.csv", "--by", "month", "-o", "ra.html", "--language", "en") == 0
    page = (folder / "ra.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "900 cases, as of 10 Jul 2026" in page
    assert "<td>01/2026</td>" in page
    assert capsys.readouterr().out.startswith("900 cases, as of 10 Jul 2026\nColumns")
    assert run("ho-so-song-hau.csv", "--by", "month", "--language", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if is_vietnamese(line) and not line.startswith("Columns")]
    assert lines[-1] == "Next: sauro cases ho-so-song-hau.csv --by month,agency"


def test_groups_that_are_late_most_are_printed_first_where_not_all_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ho-so-song-hau.csv", "--by", "agency", "--most", "1") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("Tân Hòa") and lines[3] == "và 2 nhóm khác, ít trễ hơn"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_columns_that_are_not_told_are_asked_for_at_once(
    folder: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Xã,Đơn vị,Hạn,Ngày nhận,Xong\nA,B,5,2026-03-02,\n"
    (folder / "a.csv").write_text(text, encoding="utf-8")
    assert run("a.csv", "--received", "Ngày gì", "--language", language) == 1
    wrong = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0].split(" ")[-1] for line in wrong] == [
        "sauro",
        "--limit",
        "--finished",
        "--agency",
    ]
    assert "Ngày gì" in wrong[0] and "Xã, Đơn vị" in wrong[3]
    options = ("--limit", "Hạn", "--finished", "-", "--agency", "Đơn vị")
    assert run("a.csv", *options, "--by", "agency", "--language", language) == 0
    printed = capsys.readouterr().out
    assert "\nB " in printed and "= Hạn" in printed


def test_rows_that_cannot_be_right_are_named_by_their_places_in_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["Danh sách", "", "Xã,Ngày nhận,Thời hạn,Ngày trả", "A,2026-03-02,5,", "", "B,,5,"]
    (folder / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("a.csv") == 1
    assert "a.csv, dòng 6: thiếu ngày tiếp nhận" in capsys.readouterr().err
    (folder / "a.csv").write_text("\n".join([*lines, "C,30/2/2026,5,"]), encoding="utf-8")
    assert run("a.csv") == 1
    assert "a.csv, dòng 7: Ngày nhận '30/2/2026'" in capsys.readouterr().err
    (folder / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("a.csv", "--on-problem", "keep") == 0
    assert "Để riêng" in capsys.readouterr().out


def test_a_part_with_a_fault_is_named_and_the_code_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "phần").mkdir()
    (folder / "đếm").mkdir()
    datasets.synthetic.write_cases(folder / "phần", 300, parts=3, communes=3)
    (folder / "phần/ho-so-00001.parquet").write_bytes(b"PAR1")
    command = ("phần", "--checkpoint", "đếm")
    assert run(*command) == 1
    said = capsys.readouterr()
    assert said.out == "" and "ho-so-00001.parquet: không đọc được" in said.err
    assert run(*command, "--on-problem", "keep") == 1
    said = capsys.readouterr()
    assert said.out.startswith("200 hồ sơ") and "ho-so-00001.parquet" in said.err
    assert len(list((folder / "đếm").iterdir())) == 2


def test_options_that_do_not_fit_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ho-so-song-hau.csv", "--workers", "2", "--checkpoint", ".") == 1
    err = capsys.readouterr().err
    assert "--workers: chỉ cho Parquet\n--checkpoint: chỉ cho Parquet" in err
    assert run("ho-so-song-hau.csv", "-o", "ho-so-song-hau.csv") == 1
    assert run("ho-so-song-hau.csv", "-o", "ra.pdf") == 1
    with pytest.raises(SystemExit) as usage:
        run("ho-so-song-hau.csv", "--by", "tỉnh")
    assert usage.value.code == 2
    (folder / "rỗng.csv").write_text("Xã,Ngày nhận\n", encoding="utf-8")
    assert run("rỗng.csv") == 1
    assert "không có dòng hồ sơ nào" in capsys.readouterr().err
    assert run("không-có") == 1 and run("không-có.parquet") == 1


@pytest.mark.distributed
@pytest.mark.unsanitized
def test_workers_print_what_one_process_prints(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datasets.synthetic.write_cases(folder, 3000, parts=4, communes=5)
    assert run(".") == 0
    one = capsys.readouterr().out
    assert run(".", "--workers", "2") == 0
    assert capsys.readouterr().out == one
    assert run(".", "--scheduler", "không-có.json") == 1
    assert "không-có.json: không có tệp này" in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".html"])
def test_what_is_written_is_said_with_the_columns_that_were_taken(
    folder: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    assert run("ho-so-song-hau.csv", "--by", "agency", "--output", f"ra{ending}") == 0
    said = capsys.readouterr().out
    assert said.startswith("900 hồ sơ, tính đến 10/07/2026\nCột đã dùng: ngày nhận = Ngày nhận;")
