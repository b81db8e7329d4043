"""Format the C++ sources with clang-format; with --check, only tell which are not formatted."""

import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
sources = sorted(
    str(path)
    for folder in ("include", "src", "bindings", "tests")
    for path in (root / folder).rglob("*")
    if path.suffix in {".hpp", ".cpp"}
)
mode = ["--dry-run", "--Werror"] if "--check" in sys.argv[1:] else ["-i"]
sys.exit(
    subprocess.run(
        [Path(sys.executable).with_name("clang-format"), *mode, *sources], cwd=root, check=False
    ).returncode
)
