"""Build the wheel, install it into an empty environment and use it as a user would."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, **options: object) -> str:
    """Run a command and give what it printed."""
    done = subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options
    )
    return str(done.stdout)


def main() -> None:
    """Build, install, read the example, check types from outside."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        run(*pip, "wheel", "-q", "--no-build-isolation", "--no-deps", "-w", folder, ROOT)
        (wheel,) = folder.glob("sauro-*.whl")
        venv.create(folder / "venv", with_pip=False)
        python = folder / "venv/bin/python"
        run(*pip, "--python", python, "install", "-q", wheel)
        command = folder / "venv/bin/sauro"
        plan = json.loads(run(command, "read", ROOT / "examples/ke-hoach-an-loc.txt", "--json"))
        assert len(plan["tasks"]) == 13
        assert run(command, "--version").startswith("sauro ")
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
