"""What is written: whole or not at all, never over what is read, and never in silence."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from sauro import datasets
from sauro.command import main

PLAN = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
DOCX = EXAMPLES / "ke-hoach-tan-hoa.docx"


def _fill(path: Path) -> None:
    due = sauro.schedule(sauro.read_plan(DOCX))
    sauro.fill_register(DOCX, sauro.track(due, sauro.Progress(), date(2026, 7, 1)), path)


WRITERS: dict[str, Callable[[Path], Any]] = {
    "a.html": lambda path: sauro.report(PLAN, path=path),
    "a.md": lambda path: sauro.report(PLAN, path=path),
    "a.xlsx": lambda path: sauro.report(PLAN, path=path),
    "a.docx": lambda path: sauro.report(PLAN, path=path),
    "register.docx": _fill,
    "a.csv": lambda path: PLAN.tasks.table.to_csv(path),
    "table.xlsx": lambda path: PLAN.tasks.table.to_excel(path),
    "lich.ics": lambda path: main(["schedule", str(DOCX), "--ics", str(path)]),
    "lich.xml": lambda path: main(["schedule", str(DOCX), "--project", str(path)]),
    "lich.csv": lambda path: main(["schedule", str(DOCX), "--csv", str(path)]),
    "read.html": lambda path: main(["read", str(DOCX), "--report", str(path)]),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_new_file_stands_where_the_old_one_stood(name: str, tmp_path: Path) -> None:
    target, link = tmp_path / "thật" / name, tmp_path / name
    target.parent.mkdir()
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    WRITERS[name](link)
    assert link.is_symlink() and target.stat().st_mode & 0o777 == 0o640
    assert target.stat().st_size > 100
    assert [path.name for path in target.parent.iterdir()] == [name]


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_the_old_file_and_a_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        code = WRITERS[name](path)
    except sauro.Error as why:
        assert why.code == 110
    else:
        assert code == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


WRITE_FOR_EVER = """
import itertools, sys
from sauro._base.files import write_bytes
print(flush=True)
for i in itertools.count():
    write_bytes(sys.argv[1], bytes([97 + i % 26]) * 3_000_000)
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    path, chance = tmp_path / "a", random.Random(3)
    for _ in range(5):
        command = [sys.executable, "-c", WRITE_FOR_EVER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            while not path.exists():
                time.sleep(0.01)
            time.sleep(chance.random() / 20)
            writer.kill()
        content = path.read_bytes()
        assert content == content[:1] * 3_000_000


def test_whatever_writes_a_file_does_so_in_one_place() -> None:
    ways = (
        r"write_text|write_bytes|open\([^)]*[\"'][wax]b?[\"']|os\.replace|\.rename\(|mkstemp|TempF"
    )
    allowed = r"(from .* import .*|\b(write_text|write_bytes)\((path|target), )"
    scratch = {"_foreign.py", "_office.py", "_tesseract.py"}  # files for other programs, then gone
    lines = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "python" / "sauro").rglob("*.py"))
        if path.name != "files.py" and path.name not in scratch
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(ways, line) and (not re.search(allowed, line) or ").write_" in line)
    ]
    assert lines == []
    sources = [*(ROOT / "src").rglob("*.?pp"), *(ROOT / "bindings").rglob("*.?pp")]
    streams = [
        path.name
        for path in sources
        if re.search(r"[io]?fstream|::open\(|fopen", path.read_text("utf-8"))
    ]
    assert streams == ["files.cpp"]


def _by_other_names(path: Path, folder: Path) -> dict[str, Path]:
    """Names of a file besides its own."""
    folder.mkdir()
    (folder / "mềm").symlink_to(path)
    os.link(path, folder / "cứng")
    return {
        "itself": path,
        "relative": Path(os.path.relpath(path)),
        "round about": path.parent / folder.name / ".." / path.name,
        "symbolic link": folder / "mềm",
        "hard link": folder / "cứng",
    }


COMMANDS: dict[str, list[str]] = {
    "plan": ["report", "{plan}", "--output", "{out}"],
    "log": ["report", "{plan}", "--progress", "{log}", "--output", "{out}"],
    "agencies": ["report", "{plan}", "--agencies", "{agencies}", "--output", "{out}"],
    "index": ["report", "{plan}", "--index", "{index}", "--output", "{out}"],
    "read": ["read", "{plan}", "--report", "{out}"],
    "ics": ["schedule", "{plan}", "--ics", "{out}"],
    "project": ["schedule", "{plan}", "--project", "{out}"],
    "csv": ["schedule", "{plan}", "--csv", "{out}"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_an_output_that_is_an_input_is_refused_by_each_of_its_names(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        one: tmp_path / f"{one}.json" if one != "plan" else tmp_path / "plan.txt"
        for one in ("plan", "log", "agencies", "index")
    }
    for path in files.values():
        shutil.copy(EXAMPLES / "ke-hoach-phu-my.txt", path)
    read = files.get(name, files["plan"])
    before = {path: path.read_bytes() for path in files.values()}
    for out in _by_other_names(read, tmp_path / "khác").values():
        arguments = [one.format(out=out, **files) for one in COMMANDS[name]]
        assert main(arguments) == 1
        assert "[sauro 260]" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in files.values()} == before


def test_the_register_itself_is_never_written(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    shutil.copy(DOCX, source)
    board = sauro.track(sauro.schedule(sauro.read_plan(source)), sauro.Progress(), "2026-07-01")
    for out in _by_other_names(source, tmp_path / "khác").values():
        with refused(sauro.ValidationError, match="this file is .*a.docx too"):
            sauro.fill_register(source, board, out)
    assert source.read_bytes() == DOCX.read_bytes()


def test_one_file_is_never_written_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, out = str(DOCX), tmp_path / "lich"
    twice = [str(out), os.path.relpath(out), str(tmp_path / "x" / ".." / "lich")]
    (tmp_path / "x").mkdir()
    for other in twice:
        assert main(["schedule", plan, "--ics", str(out), "--csv", other]) == 1
        assert not out.exists() and "[sauro 260]" in capsys.readouterr().err
    assert main(["schedule", plan, "--ics", os.devnull, "--csv", os.devnull]) == 0


def test_outputs_that_are_no_files_are_errors_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.md")
    (tmp_path / "thư-mục.md").mkdir()
    for path in (tmp_path / "ống.md", tmp_path / "thư-mục.md", tmp_path / "không" / "có.md"):
        with refused(sauro.Error, match=path.name):
            sauro.report(PLAN, path=path)
    with refused(sauro.Error, match="No space left"):
        sauro.report(PLAN, path="/dev/full")


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sauro", *arguments]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    options = {"stderr": subprocess.PIPE, "timeout": 120, "env": plain, **options}
    return subprocess.run(command, check=False, **options)


def test_standard_output_can_be_named_as_an_output(tmp_path: Path) -> None:
    page = sauro.report(sauro.read_plan(DOCX), format="html")
    arguments = ("report", str(DOCX), "--output", "/dev/stdout")
    assert run(*arguments, stdout=subprocess.PIPE).stdout.decode().startswith(page)
    with (tmp_path / "a").open("w+b") as file:
        file.write(b"before\n")
        file.flush()
        run(*arguments, stdout=file)
    assert (tmp_path / "a").read_text("utf-8").startswith(f"before\n{page}")


PRINTING = [
    ["read", str(DOCX)],
    ["read", str(DOCX), "--json"],
    ["check", str(DOCX)],
    ["schedule", str(DOCX)],
    ["track", str(DOCX), str(EXAMPLES / "tien-do-tan-hoa.csv")],
    ["report", str(DOCX), "--output", os.devnull],
    ["datasets"],
    ["--version"],
    ["--help"],
    ["track", "--help"],
]
UNBUFFERED = {**os.environ, "PYTHONUNBUFFERED": "1"}


def test_what_is_written_at_once_and_taken_by_nobody_is_a_sentence_and_1() -> None:
    for arguments in PRINTING:
        with Path("/dev/full").open("wb") as full:
            done = run(*arguments, stdout=full, env=UNBUFFERED)
        assert done.returncode == 1
        assert re.fullmatch(rb"sauro: [^\n]*No space left[^\n]*\n", done.stderr)


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_an_output_that_takes_nothing_is_a_sentence_and_1(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, stdout=full)
    assert done.returncode == 1 and re.fullmatch(
        rb"sauro: [^\n]*No space left[^\n]*\n", done.stderr
    )
    reader, writer = os.pipe()
    os.close(reader)
    done = run(*arguments, stdout=writer)
    os.close(writer)
    assert done.returncode == 1 and re.fullmatch(rb"sauro: [^\n]*Broken pipe[^\n]*\n", done.stderr)


def test_a_closed_output_is_a_sentence_and_1() -> None:
    for arguments in PRINTING:
        command = " ".join(["exec", sys.executable, "-m", "sauro", *arguments, ">&-"])
        done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1
        assert re.fullmatch("sauro: đầu ra chuẩn đã đóng .*\n", done.stderr.decode())


def test_ctrl_c_is_a_sentence_and_130(tmp_path: Path) -> None:
    more = "head -c 300000 /dev/zero | tr '\\0' 'a'"  # than a pipe holds: it ends when it is read
    reads = tmp_path / "reads"
    command = f"exec {sys.executable} -m sauro read <(exec 2>&-; {more}; echo > {reads}; sleep 60)"
    with subprocess.Popen(["bash", "-c", command], stderr=subprocess.PIPE) as waiting:
        while not reads.exists() and waiting.poll() is None:
            time.sleep(0.05)
        waiting.send_signal(signal.SIGINT)
        assert waiting.stderr is not None
        text = waiting.stderr.read().decode()
    assert waiting.returncode == 130 and re.fullmatch(r"sauro: đã dừng theo Ctrl-C .*\n", text)


LONG = "x" * 32_768


def test_a_text_longer_than_a_cell_is_refused_by_its_task(tmp_path: Path) -> None:
    rows = [["STT", "Nhiệm vụ", "Chủ trì"], ["1", "Ngắn", "Phòng A"], ["2", LONG, "Phòng A"]]
    plan = sauro.read_plan(text="\n".join("\t".join(row) for row in rows), format="text")
    with refused(sauro.Error, match=r"1\.2: a text of 32768 characters") as caught:
        sauro.report(plan, path=tmp_path / "a.xlsx")
    assert caught.value.code == 140 and not (tmp_path / "a.xlsx").exists()
    assert LONG in sauro.report(plan, format="html")


@pytest.mark.parametrize(
    "value",
    [LONG, "𝔸" * 16_384, float("inf"), -float("inf")],
    ids=["long", "long in UTF-16", "infinite", "-infinite"],
)
def test_what_a_cell_cannot_hold_is_refused_by_its_place(value: Any, tmp_path: Path) -> None:
    table = sauro.Table({"tên": [type(value)(), value]})
    with refused(sauro.Error, match="row 2, column tên"):
        table.to_excel(tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_a_cell_can_hold_comes_back(tmp_path: Path) -> None:
    columns = {
        "chữ": ["x" * 32_767, "=1+1", ""],
        "số": [0.5, float("nan"), -1e300],
        "mã": [2**60 + 1, 123456789012345, -5],
        "ngày": [date(1899, 12, 31), date(1900, 3, 1), date(9999, 12, 31)],
        "có": [True, False, True],
    }
    sauro.Table(columns).to_excel(tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    read = {column[0].value: [cell.value for cell in column[1:]] for column in page.columns}
    assert read["chữ"] == columns["chữ"]
    assert read["số"] == [0.5, None, -1e300]
    assert read["mã"] == [str(2**60 + 1), 123456789012345, -5]
    assert [str(day)[:10] for day in read["ngày"]] == [str(day) for day in columns["ngày"]]
    assert read["có"] == columns["có"]


def test_names_of_sheets_that_cannot_be_are_errors_of_the_package(tmp_path: Path) -> None:
    for name in ("a/b", "x" * 32, "'a'"):
        with refused(sauro.ValidationError, match="no name of a sheet"):
            sauro.Table({"a": [1]}).to_excel(tmp_path / "a.xlsx", sheet=name)


def test_encodings_that_cannot_be_are_errors_of_the_package(tmp_path: Path) -> None:
    table = sauro.Table({"tên": ["Phú Mỹ"]})
    for encoding, why in (("latin-1", "doesn't have 'ỹ'"), ("khong-co", "no encoding")):
        with refused(sauro.ValidationError, match=why):
            table.to_csv(tmp_path / "a.csv", encoding=encoding)
    assert list(tmp_path.iterdir()) == []


def test_examples_are_copied_once_and_not_into_nowhere(tmp_path: Path) -> None:
    assert len(datasets.copy(tmp_path, *["tien-do-phu-my.csv"] * 2)) == 1
    with refused(sauro.Error, match="can't be written"):
        datasets.copy(tmp_path / "không-có")
