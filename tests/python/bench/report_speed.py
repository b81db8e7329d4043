"""An HTML report of 1,000 tasks with progress.

python tests/python/bench/report_speed.py
"""

from __future__ import annotations

import following_speed
import numpy as np
import sauro


def main() -> None:
    following_speed.TASKS, following_speed.ENTRIES = 1_000, 10_000
    rng = np.random.default_rng(1)
    plan = following_speed.example_plan(rng)
    log = following_speed.example_progress(plan, rng)
    day = following_speed.AS_OF
    board = sauro.track(sauro.schedule(plan), log, day)
    findings = sauro.check(plan)
    for name in ("html", "markdown", "xlsx"):
        made, out = following_speed.best_of(
            5,
            lambda name=name: sauro.report(plan, board=board, findings=findings, format=name),
        )
        size = len(out if isinstance(out, bytes) else out.encode())
        print(f"{name:<9}{made:7.1f} ms  {size / 1e6:5.2f} MB  ({len(plan.tasks)} tasks)")


if __name__ == "__main__":
    main()
