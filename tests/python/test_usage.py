"""What the command says by itself: help, wrong usage, next steps, colours, completion."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shlex import split

import pytest
from conftest import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st
from sauro.command._main import main
from sauro.command._parser import COMMANDS, parser

ENGLISH = (
    r"\b(usage|optional|options|positional|arguments?|required|invalid|choice|choose|expected|"
    r"unrecognized|ambiguous|default|show|print|write|the|with|of|where|is|are|not)\b"
)
VIETNAMESE = r"[À-ỹ]"
PLAN, LOG = EXAMPLES / "ke-hoach-phu-my.txt", EXAMPLES / "tien-do-phu-my.csv"


def said_by(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = main([str(one) for one in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def prose(text: str) -> str:
    """The text without names of options, choices and examples."""
    text = re.split(r"\n(?:ví dụ|examples):", text)[0]
    return re.sub(r"--?[a-z-]+|\{[^}]*\}|\([a-z, ]+\)|'[^']*'|sauro \w+", " ", text)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_the_language_that_is_asked_for(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = said_by(capsys, *([name] if name else []), "--help")
    assert code == 0 and said.startswith("cách dùng: sauro")
    names = r"LibreOffice|Markdown|working_days|framework|scheduler"
    assert not re.findall(ENGLISH, re.sub(names, "", prose(said)))
    code, said, _ = said_by(capsys, *([name] if name else []), "--help", "--language", "en")
    shown = prose(" ".join(said.split()).replace(" examples: ", "\nexamples:"))
    assert code == 0 and not re.findall(rf"\S*{VIETNAMESE}\S*", shown)


WRONG = st.one_of(
    st.tuples(st.just("--most"), st.sampled_from(["x", "1.5", "", "nhiều"])),
    st.tuples(st.just("--as-of"), st.sampled_from(["31/2/2026", "hôm nay", "", "2026-13-01"])),
    st.tuples(st.just("--by"), st.sampled_from(["ai", "cơ quan", ""])),
    st.tuples(st.just("--language"), st.sampled_from(["fr", ""])),
    st.tuples(st.just("--report-day"), st.sampled_from(["0", "32", "x"])),
    st.tuples(st.just("--measure"), st.sampled_from(["x", "1.I.1=y"])),
    st.tuples(st.sampled_from(["--khong-co", "--as-of", "--m", "--json=1", "-z"])),
)


@given(WRONG)
def test_wrong_usage_is_named_in_vietnamese_with_its_option(wrong: tuple[str, ...]) -> None:
    made = parser([])
    with pytest.raises(SystemExit) as left:
        made.parse_args(["track", "a", "b", *wrong])
    assert left.value.code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        [], ["khong-co"], ["track"], ["track", "a"], ["track", "a", "b", "--most", "x"],
        ["track", "a", "b", "--most"], ["track", "a", "b", "--khong-co"], ["merge"],
        ["track", "a", "b", "--as-of", "31/2/2026"], ["track", "a", "b", "--by", "ai"],
        ["track", "a", "b", "--measure", "x"], ["check", "a", "--rule", "x"],
        ["board", "a", "--log", "x"], ["score", "a", "--rename", "x"], ["cases", "a", "--by", "x"],
        ["schedule", "a", "--report-day", "40"], ["track", "a", "b", "--m", "3"],
        ["track", "a", "b", "--json=1"],
    ],
)  # fmt: skip
def test_wrong_usage_says_what_and_where_help_is(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said_by(capsys, *wrong)
    first, hint = err.splitlines()
    command = " ".join(["sauro", *wrong[:1]]) if wrong[:1] != ["khong-co"] and wrong else "sauro"
    assert code == 2 and not out
    assert first.startswith(f"{command}: ") and hint == f"xem: {command} --help"
    assert not re.findall(ENGLISH, prose(first))
    code, _, err = said_by(capsys, *wrong, "--language=en")
    said = err.splitlines()[0].replace("khong-co", "")
    assert code == 2 and not re.findall(VIETNAMESE, said)


STEPS = [
    ["read", PLAN], ["check", PLAN, "--fail-on", "never"], ["schedule", PLAN],
    ["register", PLAN, "-o", "so.csv"], ["merge", LOG, "-o", "gop.csv"],
    ["track", PLAN, LOG, "--as-of", "2026-07-10", "--fail-on", "never"],
    ["track", PLAN, LOG, "--as-of", "2026-01-10"],
    ["remind", PLAN, LOG, "--as-of", "2026-07-10"],
    ["report", PLAN, "--output", "bc.md"],
    ["report", PLAN, "--progress", LOG, "--as-of", "2026-07-10", "--output", "bc.md"],
    ["board", PLAN, "--log", f"{PLAN.name}={LOG}", "--as-of", "2026-07-10", "--fail-on", "never"],
    ["compare", PLAN, PLAN], ["cover", PLAN, PLAN], ["cover", PLAN, PLAN, "-o", "dc.csv"],
    ["assigned", "Công an xã", PLAN], ["datasets"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", STEPS, ids=lambda one: f"{one[0]}-{len(one)}")
def test_each_command_ends_with_a_next_step_that_the_command_takes(
    arguments: list[object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said_by(capsys, *arguments)
    last = (err if arguments[0] == "remind" else out).splitlines()[-1]
    assert code == 0 and last.startswith("Tiếp theo: sauro ")
    following = split(last.removeprefix("Tiếp theo: sauro "))
    assert parser([]).parse_args(following)


def on_terminal(arguments: list[object], **more: str) -> str:
    """What the command prints on a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "sauro", *map(str, arguments)]
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment | more
    ) as running:
        os.close(theirs)
        read = b""
        while True:
            try:
                got = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not got:
                break
            read += got
        running.wait()
    os.close(ours)
    return read.decode()


def test_colours_are_for_terminals_alone(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["track", PLAN, LOG, "--as-of", "2026-07-10", "--fail-on", "never"]
    coloured = on_terminal(arguments)
    assert "\x1b[31mquá hạn" in coloured
    _, plain, _ = said_by(capsys, *arguments)
    assert "\x1b" not in plain
    bare = on_terminal(arguments, NO_COLOR="1")
    assert "\x1b[3" not in bare and "quá hạn" in bare


@pytest.mark.parametrize(
    ("line", "expected"),
    [("sauro tr", "track"), ("sauro track --by ", "agency"), ("sauro remind --mai", "--mails")],
)
def test_shells_complete_commands_options_and_choices(
    line: str, expected: str, tmp_path: Path
) -> None:
    pytest.importorskip("argcomplete")
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(tmp_path / "said"),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    subprocess.run([sys.executable, "-m", "sauro"], env=os.environ | asked, check=False)
    said = (tmp_path / "said").read_text(encoding="utf-8").split("\n")
    assert expected in [one.strip() for one in said]


@pytest.mark.parametrize(
    ("asked", "loaded"),
    [("--version", set()), ("remind -h", {"_reminders"}), ("check -h", {"_plans"})],
)
def test_what_is_asked_loads_its_own_commands_alone(asked: str, loaded: set[str]) -> None:
    code = f"""
import sys
from sauro.command import main
sys.argv = ["sauro", *{asked.split()!r}]
try:
    main()
finally:
    print("|", *(name for name in sys.modules if name.startswith("sauro.command.")))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    modules = {one.rpartition(".")[2] for one in done.stdout.rpartition("|")[2].split()}
    assert modules & set(COMMANDS.values()) == loaded
