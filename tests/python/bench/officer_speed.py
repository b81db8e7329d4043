"""The officer's week: track and report 2,000 tasks with 20,000 rows, and the command `remind`.

python tests/python/bench/officer_speed.py [PLAN LOG]

Processor time, so that what else the machine does counts less. The command runs in fresh
interpreters, importing Python's modules included.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import following_speed
import numpy as np
import sauro
from sauro import datasets

RUNS = 5
CACHE = tempfile.TemporaryDirectory()


def least(call: Callable[[], object]) -> float:
    """Give the least processor time of some calls, in milliseconds."""
    times = []
    for _ in range(RUNS):
        before = time.process_time()
        call()
        times.append(time.process_time() - before)
    return 1e3 * min(times)


def command(*arguments: object) -> float:
    """Give the least processor time of the command in fresh interpreters, in milliseconds."""
    times = []
    # as pip leaves them: Python's modules are compiled once
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": CACHE.name}
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        said = [sys.executable, "-m", "sauro", *map(str, arguments)]
        subprocess.run(said, check=True, capture_output=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1e3 * min(times)


def main() -> None:
    following_speed.TASKS, following_speed.ENTRIES = 2_000, 20_000
    rng = np.random.default_rng(1)
    plan = following_speed.example_plan(rng)
    log = following_speed.example_progress(plan, rng)
    due, day = sauro.schedule(plan), following_speed.AS_OF
    board = sauro.track(due, log, day)
    tracking = least(lambda: sauro.track(due, log, day))
    page = sauro.report(plan, board=board)
    writing = least(lambda: sauro.report(plan, board=sauro.track(due, log, day)))
    print(f"track        {tracking:7.1f} ms  ({len(due.occurrences)} occurrences)")
    print(f"with report  {writing:7.1f} ms  (bar: 500; {len(page) / 1e6:.2f} MB)")
    given = sys.argv[1:] or [
        str(Path(datasets.path(name))) for name in ("ke-hoach-phu-my.txt", "tien-do-phu-my.csv")
    ]
    print(f"remind       {command('remind', *given, '--as-of', '2026-07-10'):7.1f} ms  (bar: 300)")
    print(f"  --version  {command('--version'):7.1f} ms")


if __name__ == "__main__":
    main()
