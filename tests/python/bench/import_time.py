"""Time that `import sauro` takes beyond numpy's own import, in fresh interpreters.

PYTHONPATH=build/release/python python tests/python/bench/import_time.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys

CODE = "import time; a = time.perf_counter(); import {}; print(time.perf_counter() - a)"


def median(module: str, times: int = 15) -> float:
    """Give the median of several fresh imports, in milliseconds."""
    runs = [
        float(subprocess.check_output([sys.executable, "-c", CODE.format(module)]))
        for _ in range(times)
    ]
    return 1e3 * statistics.median(runs)


def main() -> None:
    """Measure both; sauro itself needs no numpy yet."""
    median("sauro", 2)
    try:
        print(f"import numpy: {median('numpy'):.1f} ms")
    except subprocess.CalledProcessError:
        print("numpy is not installed")
    print(f"import sauro: {median('sauro'):.1f} ms")


if __name__ == "__main__":
    main()
