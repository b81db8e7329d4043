"""What the public headers declare is what the shared library exports.

Called with the static library, the shared one and the folder of the headers. Every function that
the library defines outside of a `detail` or unnamed namespace is public: a header names it.
"""

import re
import subprocess
import sys
from pathlib import Path

KINDS_OF_CODE_AND_DATA = "TDBR"  # W and V are what each program makes for itself: inline, typeinfo


def symbols(library: str, *options: str) -> set[tuple[str, str]]:
    """Kind and demangled name of each symbol that is defined."""
    listed = subprocess.run(
        ["nm", "-C", "--defined-only", *options, library],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found = re.findall(r"^[0-9a-f]+ (\w) (.+)$", listed.stdout, re.MULTILINE)
    return {(kind, name.replace("[abi:cxx11]", "")) for kind, name in found}


def last_name(symbol: str) -> str:
    """The name of a function without what is around it: `f` of `sauro::A::f(int) const`."""
    return re.sub(r"\(.*", "", symbol).rsplit("::", 1)[-1]


def main() -> None:
    """Compare both ways."""
    static, shared, headers = sys.argv[1:]
    defined = {
        name
        for kind, name in symbols(static)
        if kind in KINDS_OF_CODE_AND_DATA and name.startswith("sauro::") and "detail::" not in name
    }
    exported = symbols(shared, "-D")
    paths = [path for path in Path(headers).rglob("*.hpp") if path.name != "export.hpp"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    declared = set(re.findall(r"SAURO_API(?:[^;{}()]|\([^()]*\)(?=\s*>))*?\b(\w+)\(", text))

    problems = [f"not exported: {name}" for name in sorted(defined - {n for _, n in exported})]
    known = {last_name(name) for _, name in exported}
    major, minor = re.findall(r"#define SAURO_VERSION_M\w+OR (\d+)", text)
    ours = re.compile(rf"(typeinfo (name )?for |vtable for )?sauro::v{major}_{minor}::")
    problems += [f"exported: {name}" for _, name in sorted(exported) if not ours.match(name)]
    problems += [
        f"exported, not declared: {name}"
        for kind, name in sorted(exported)
        if kind in KINDS_OF_CODE_AND_DATA and "detail::" in name and last_name(name) not in declared
    ]
    problems += [f"declared, not exported: {name}" for name in sorted(declared - known)]
    problems += [
        f"exported, in no header: {name}"
        for kind, name in sorted(exported)
        if kind == "T" and not re.search(rf"(?<!\w){re.escape(last_name(name))}(?!\w)", text)
    ]
    if problems or len(defined) < 100:
        sys.exit("\n".join([*problems, f"{len(problems)} problems, {len(defined)} functions"]))
    print(f"{len(defined)} functions are declared and exported, nothing else is")


if __name__ == "__main__":
    main()
