"""A user's program that names some options only compiles without a warning.

Called with a compiler and the folder of the headers, which are not system headers here. The program
sets the first member of every aggregate of options, as designated initialisers do.
"""

import re
import subprocess
import sys
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Wmissing-field-initializers"]
NAME = r"(\w*Options|TimeframeContext)"
STRUCT = re.compile(rf"^struct (?:SAURO_API )?{NAME} \{{\n(.*?)^\}};", re.M | re.S)
MEMBER = re.compile(r"^  ([\w:]+(?:<.*>)?) (\w+)(?: = [^;]*| ?\{\})?;", re.M)


def main() -> None:
    """Write the program and compile it."""
    compiler, include = sys.argv[1:]
    lines = []
    for header in sorted(Path(include).rglob("*.hpp")):
        for name, body in STRUCT.findall(header.read_text(encoding="utf-8")):
            member = MEMBER.search(body)
            assert member, f"{name} has no member that is understood"
            value = "sauro::Date(2026, 3, 20)" if member[1] == "Date" else "{}"
            lines.append(f"  const sauro::{name} a{len(lines)}{{.{member[2]} = {value}}};")
            lines.append(f"  (void)a{len(lines) - 1};")
    assert len(lines) >= 10, lines
    program = "\n".join(["#include <sauro/sauro.hpp>", "int main() {", *lines, "}", ""])
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Werror", *WARNINGS, "-I", include]
    done = subprocess.run(
        [*command, "-x", "c++", "-"], input=program, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{program}\n{done.stderr}")
    print(f"{compiler}: {len(lines) // 2} kinds of options, no warning")


if __name__ == "__main__":
    main()
