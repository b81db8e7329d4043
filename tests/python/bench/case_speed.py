"""Due day, status, lateness and a roll-up by 3,321 agencies on 10^7 cases beside NumPy and pandas.

python tests/python/bench/case_speed.py
"""

from __future__ import annotations

import datetime
import resource
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import sauro

ROWS, AGENCIES = 10_000_000, 3321
AS_OF = datetime.date(2026, 10, 30)


def best(call: Callable[[], Any], runs: int) -> tuple[float, Any]:
    times, out = [], None
    for _ in range(runs):
        start = time.perf_counter()
        out = call()
        times.append(time.perf_counter() - start)
    return min(times), out


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def with_numpy(data: dict[str, Any], off: Any) -> tuple[Any, ...]:
    calendar = np.busdaycalendar(holidays=off)
    due = np.busday_offset(data["received"], data["limit"], roll="backward", busdaycal=calendar)
    done = ~np.isnat(data["finished"])
    end = np.where(done, data["finished"], np.datetime64(AS_OF))
    late_days = np.where(end > due, np.busday_count(due + 1, end + 1, busdaycal=calendar), 0)
    code = np.select([done & (end < due), done & (end == due), done, end <= due], [0, 1, 2, 3], 4)
    frame = pd.DataFrame({"agency": data["agency"], "code": code, "late_days": late_days})
    counts = frame.groupby(["agency", "code"]).size().unstack(fill_value=0)
    counts["late_days"] = frame.groupby("agency")["late_days"].sum()
    decided = counts[[0, 1, 2, 4]].sum(axis=1)
    counts["on_time_rate"] = (counts[0] + counts[1]) / decided
    return due, code, late_days, counts


def main() -> None:
    random = np.random.default_rng(1)
    received = np.datetime64("2024-01-02") + random.integers(0, 1000, ROWS)
    finished = received + random.integers(0, 40, ROWS)
    finished[random.random(ROWS) < 0.1] = np.datetime64("NaT")
    data = {
        "received": received,
        "limit": random.integers(1, 30, ROWS, dtype="int32"),
        "finished": finished,
        "agency": random.integers(0, AGENCIES, ROWS, dtype="int32"),
    }
    calendar = sauro.WorkingCalendar.vietnam("statutory")
    off = np.concatenate([calendar.days_off(year)["date"] for year in range(2023, 2028)])

    cases = sauro.CaseLog(data["received"], data["limit"], data["finished"], data["agency"])
    before = peak()
    cases.roll_up(calendar, AS_OF, by=["agency"])
    roll_up_memory = peak() - before
    status = cases.status(calendar, AS_OF, by=["agency"])
    memory = peak() - before
    ours, _ = best(lambda: cases.status(calendar, AS_OF, by=["agency"]), 5)
    rolled, _ = best(lambda: cases.roll_up(calendar, AS_OF, by=["agency"]), 5)
    one, two = np.inf, np.inf
    for _ in range(8):  # by turns, for the machine's speed drifts
        one = min(one, best(lambda: cases.status(calendar, AS_OF, by=["agency"], threads=1), 1)[0])
        two = min(two, best(lambda: cases.status(calendar, AS_OF, by=["agency"], threads=2), 1)[0])
    one_rolled, _ = best(lambda: cases.roll_up(calendar, AS_OF, ["agency"], threads=1), 5)
    theirs, (due, code, late_days, counts) = best(lambda: with_numpy(data, off), 1)

    assert (status.due == due).all()
    assert (status.code == code).all()
    assert (status.late_days == late_days).all()
    table = status.roll_up(by=["agency"]).to_pandas().set_index("agency")
    assert np.allclose(table["on_time_rate"], counts["on_time_rate"])
    assert (table["late_days"] == counts["late_days"]).all()

    print(f"sauro          {ours * 1e3:7.0f} ms ({ours / ROWS * 1e9:.1f} ns a row)")
    print(f"NumPy + pandas {theirs * 1e3:7.0f} ms, {theirs / ours:.1f} times")
    print(f"roll-up alone  {rolled * 1e3:7.0f} ms")
    print(f"one thread     {one * 1e3:7.0f} ms, two {two * 1e3:.0f} ms: {one / two:.2f} times")
    print(f"roll-up alone, one thread {one_rolled * 1e3:.0f} ms: {one_rolled / rolled:.2f} times")
    print(f"memory beyond the input: {memory / ROWS:.1f} bytes a row; roll-up {roll_up_memory:,}")


if __name__ == "__main__":
    main()
