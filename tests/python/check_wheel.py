"""Build the wheel, install it into an empty environment and use it as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from snippets import ROOT, blocks
from snippets import run as run_block


def run(*command: str | Path, **options: object) -> str:
    """Run a command and give what it printed."""
    done = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options
    )
    return str(done.stdout)


def run_blocks(python: Path, folder: Path) -> None:
    """Run the blocks of README and the guide that need no extras, each in an empty folder."""
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    for block in blocks("python", "sh"):
        if not block.extras:
            with tempfile.TemporaryDirectory(dir=folder) as empty:
                run_block(block, Path(empty), {"PATH": path}, python)


def main() -> None:
    """Build, install, run what the pages show, check types from outside."""
    os.environ.pop("PYTHONPATH", None)  # the build tree has nothing to say here
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        run(*pip, "wheel", "-q", "--no-build-isolation", "--no-deps", "-w", folder, ROOT)
        (wheel,) = folder.glob("sauro-*.whl")
        venv.create(folder / "venv", with_pip=False)
        python = folder / "venv/bin/python"
        run(*pip, "--python", python, "install", "-q", wheel)
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
