"""Build the wheel, install it into an empty environment and use it as a user would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from snippets import ROOT, blocks
from snippets import run as run_block

MOST_BYTES = 3_000_000
RUN_TIME = {"ld-linux-x86-64", "ld-linux-aarch64", "linux-vdso", "libc", "libgcc_s", "libm"}
RUN_TIME |= {"libpthread", "libstdc++"}


def run(*command: str | Path, **options: object) -> str:
    """Run a command and give what it printed."""
    done = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options
    )
    return str(done.stdout)


def run_blocks(python: Path, folder: Path) -> None:
    """Run the blocks of README that need no extras, each in an empty folder.

    Those of the guide run in test_snippets.py, where what isn't installed is hidden.
    """
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    for block in blocks("python", "sh"):
        if not block.extras and block.page.name == "README.md":
            with tempfile.TemporaryDirectory(dir=folder) as empty:
                run_block(block, Path(empty), {"PATH": path}, python)


def check_size(wheel: Path) -> None:
    """The wheel stays small enough to be sent around."""
    size = wheel.stat().st_size
    assert size <= MOST_BYTES, f"{wheel.name} has {size} bytes, {MOST_BYTES} at most"


def check_libraries(folder: Path) -> None:
    """The module asks the machine for nothing beyond the C and C++ run time."""
    (module,) = folder.glob("venv/lib/python*/site-packages/sauro/_core.*.so")
    needed = set(re.findall(r"^\s*(?:/\S*/)?([\w.+-]+?)\.so", run("ldd", module), re.MULTILINE))
    assert "libc" in needed, needed
    assert needed <= RUN_TIME, f"the wheel needs {sorted(needed - RUN_TIME)}"


def main() -> None:
    """Build, install, run what the pages show, check types from outside."""
    os.environ.pop("PYTHONPATH", None)  # the build tree has nothing to say here
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        # the flags of preset `test`, so that its objects come out of ccache
        same = "--config-settings=cmake.define.SAURO_WARNINGS_AS_ERRORS=ON"
        run(*pip, "wheel", "-q", "--no-build-isolation", "--no-deps", same, "-w", folder, ROOT)
        (wheel,) = folder.glob("sauro-*.whl")
        check_size(wheel)
        venv.create(folder / "venv", with_pip=False)
        python = folder / "venv/bin/python"
        run(*pip, "--python", python, "install", "-q", wheel)
        check_libraries(folder)
        command = folder / "venv/bin/sauro"
        assert run(command, "--version").startswith("sauro ")
        run_blocks(python, folder)
        user = folder / "user.py"
        user.write_text("import sauro\nsauro.read_plan('x').tasks[0].nonsense\n", encoding="utf-8")
        checked = subprocess.run(
            [sys.executable, "-m", "mypy", "--python-executable", str(python), str(user)],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )
        assert 'has no attribute "nonsense"' in checked.stdout, checked.stdout
        print(f"{wheel.name}: installed, run and type-checked")


if __name__ == "__main__":
    main()
