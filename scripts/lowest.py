"""Print the lowest version of each package that pyproject.toml lets the package and its tests have.

uses: pip install $(scripts/lowest.py)
"""

import re
import tomllib
from pathlib import Path

root = Path(__file__).resolve().parent.parent
declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
wanted = [
    *declared["project"]["dependencies"],
    *(one for extra in declared["project"]["optional-dependencies"].values() for one in extra),
    *declared["dependency-groups"]["test"],
]
pins = {}
for one in wanted:
    name, lowest = re.fullmatch(r"([^>=<]+)>=([^,]+)(?:,.*)?", one).groups()
    if pins.setdefault(name, lowest) != lowest:
        raise SystemExit(f"{name} has two lowest versions: {pins[name]} and {lowest}")
print(*(f"{name}=={lowest}" for name, lowest in pins.items()))
