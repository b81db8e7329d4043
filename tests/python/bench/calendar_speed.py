"""Adding and counting working days on 10^7 dates beside NumPy, pandas and QuantLib.

    python tests/python/bench/calendar_speed.py

pandas and QuantLib go day by day in Python: they run on a part and are scaled to a row.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import QuantLib
import sauro

ROWS, PART, RUNS = 10_000_000, 20_000, 5


def best(call: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    random = np.random.default_rng(1)
    calendar = sauro.WorkingCalendar.vietnam("statutory")
    first, last = np.datetime64("2022-01-03"), np.datetime64("2026-10-30")
    dates = first + random.integers(0, (last - first).astype(int), ROWS)
    later = dates + random.integers(0, 60, ROWS)
    steps = random.integers(1, 40, ROWS)
    off = np.concatenate([calendar.days_off(year)["date"] for year in range(2021, 2028)])
    busday = np.busdaycalendar(holidays=off)

    assert (
        np.busday_offset(dates, 10, roll="backward", busdaycal=busday) == calendar.add(dates, 10)
    ).all()
    start, end = dates + 1, later + 1  # NumPy counts start <= d < end
    counted = np.busday_count(start, end, busdaycal=busday)
    assert (counted == calendar.count(dates, later)).all()

    offset = pd.offsets.CustomBusinessDay(10, holidays=list(off.astype(object)))
    series = pd.Series(dates[:PART])
    vietnam = QuantLib.BespokeCalendar("Viet Nam")
    vietnam.addWeekend(QuantLib.Saturday)
    vietnam.addWeekend(QuantLib.Sunday)
    for day in off.astype(object):
        vietnam.addHoliday(QuantLib.Date(day.day, day.month, day.year))
    days = [QuantLib.Date(d.day, d.month, d.year) for d in dates[:PART].astype(object)]
    period = QuantLib.Period(10, QuantLib.Days)

    def per_row(seconds: float, rows: int) -> float:
        return seconds / rows * 1e9

    ours = {
        "add 10 to a column": best(lambda: calendar.add(dates, 10)),
        "add a column": best(lambda: calendar.add(dates, steps)),
        "count": best(lambda: calendar.count(dates, later)),
    }
    theirs = {
        "add 10 to a column": best(
            lambda: np.busday_offset(dates, 10, roll="backward", busdaycal=busday), 2
        ),
        "add a column": best(
            lambda: np.busday_offset(dates, steps, roll="backward", busdaycal=busday), 2
        ),
        "count": best(lambda: np.busday_count(start, end, busdaycal=busday), 2),
    }
    for name, seconds in ours.items():
        print(
            f"{name:20} sauro {per_row(seconds, ROWS):6.2f} ns  "
            f"numpy {per_row(theirs[name], ROWS):7.1f} ns  {theirs[name] / seconds:6.1f} times"
        )
    one = per_row(ours["add 10 to a column"], ROWS)
    pandas_row = per_row(best(lambda: series.apply(lambda day: day + offset), 1), PART)
    quantlib_row = per_row(best(lambda: [vietnam.advance(d, period) for d in days], 1), PART)
    print(f"pandas CustomBusinessDay {pandas_row:.0f} ns, {pandas_row / one:.0f} times")
    print(f"QuantLib advance         {quantlib_row:.0f} ns, {quantlib_row / one:.0f} times")
    began = time.perf_counter()
    for _ in range(20):
        sauro.WorkingCalendar.vietnam()
    print(f"calendar of 2021-2199: {(time.perf_counter() - began) / 20 * 1e3:.2f} ms")
    feasts = [(3, 10), (1, 1), (4, 30), (5, 1), (9, 2), (9, 3)]
    holidays = [datetime.date(y, m, d) for y in range(1900, 2200) for m, d in feasts]
    began = time.perf_counter()
    for _ in range(20):
        sauro.WorkingCalendar.custom(1900, 2199, days_off=holidays)
    print(f"calendar of 1900-2199: {(time.perf_counter() - began) / 20 * 1e3:.2f} ms")


if __name__ == "__main__":
    main()
