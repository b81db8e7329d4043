"""Write python/sauro/_core.pyi from the built module; with --check, only tell whether it is old.

PYTHONPATH=build/dev/python python scripts/make_stub.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import sauro._core
from pybind11_stubgen import main

root = Path(__file__).resolve().parent.parent
stub = root / "python/sauro/_core.pyi"


def made() -> str:
    """Give the stub as pybind11-stubgen writes it and ruff formats it."""
    for value in vars(sauro._core).values():  # public classes name the package
        if isinstance(value, type) and value.__module__ == "sauro":
            value.__module__ = "sauro._core"
    with tempfile.TemporaryDirectory() as folder:
        main(["sauro._core", "-o", folder, "--exit-code"])
        written = Path(folder) / "sauro/_core.pyi"
        text = written.read_text(encoding="utf-8")
    head = (
        "# Made from the built module by scripts/make_stub.py.\n"
        '# mypy: disable-error-code="assignment, misc, no-untyped-def, override, type-arg"\n'
    )
    ruff = [sys.executable, "-m", "ruff"]
    name = ["--stdin-filename", str(stub)]
    for command in ([*ruff, "check", "--fix-only", "-q", *name], [*ruff, "format", "-q", *name]):
        text = subprocess.run(
            command, input=text, capture_output=True, text=True, check=True, cwd=root
        ).stdout
    return head + text


text = made()
if "--check" in sys.argv[1:]:
    if stub.read_text(encoding="utf-8") != text:
        sys.exit("python/sauro/_core.pyi is old: run scripts/make_stub.py")
else:
    stub.write_text(text, encoding="utf-8")
