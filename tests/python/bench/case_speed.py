"""Cases beside Polars and DuckDB, as careful analysts write them; all take turns, on two threads.

Working days are looked up in two arrays: how many lie before a day, and which day is the n-th.
Equal answers are checked. Prints nanoseconds a row, the least of each, and NumPy's time for one
pass over the columns, which is what the memory allows.

    python tests/python/bench/case_speed.py [ROWS]
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "2"

import duckdb
import numpy as np
import polars as pl
import sauro

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
AS_OF = date(2026, 3, 1)
CALENDAR = sauro.WorkingCalendar.vietnam()
FIRST = date(2023, 12, 1)
ROLES = {"received": "received", "limit_days": "limit", "finished": "finished"}
NS = 1e9 / ROWS


class Peers:
    """What both peers look up, and their queries."""

    def __init__(self) -> None:
        days = np.arange(FIRST, np.datetime64("2027-01-01"), dtype="datetime64[D]")
        works = np.array([CALENDAR.is_working(day.item()) for day in days])
        self.counted = (
            np.cumsum(works).astype("int32") - 1
        )  # number of the day, or of the one before
        self.days = days[works]
        self.con = duckdb.connect()
        self.con.execute("set threads = 2")
        self.con.register("numbers", pl.DataFrame({"day": days, "n": self.counted}).to_arrow())
        table = {"n": np.arange(len(self.days)), "day": self.days}
        self.con.register("days", pl.DataFrame(table).to_arrow())

    def polars(self, frame: pl.DataFrame, by: list[str]) -> pl.DataFrame:
        place = (pl.col("received") - pl.lit(FIRST)).dt.total_days().cast(pl.Int32)
        number = pl.lit(pl.Series(self.counted)).gather(place) + pl.col("limit")
        due = pl.lit(pl.Series(self.days)).gather(number)
        keys = {"month": pl.col("received").dt.truncate("1mo").alias("month")}
        late = (pl.col("finished") > pl.col("due")).sum().alias("late")
        overdue = (pl.col("finished").is_null() & (pl.col("due") < AS_OF)).sum().alias("overdue")
        lazy = frame.lazy().with_columns(due=due)
        groups = lazy.group_by([keys.get(key, pl.col(key)) for key in by])
        return groups.agg(pl.len().alias("total"), late, overdue).collect()

    def duckdb(self, frame: Any, by: list[str]) -> Any:
        self.con.register("cases", frame)
        keys = ", ".join("date_trunc('month', received)" if key == "month" else key for key in by)
        return self.con.sql(f"""
            select {keys}, count(*) total, count(*) filter (finished > d.day) late,
                   count(*) filter (finished is null and d.day < date '{AS_OF}') overdue
            from cases join numbers on numbers.day = received
                       join days d on d.n = numbers.n + "limit"
            group by {keys}""").to_arrow_table()


def made() -> tuple[pl.DataFrame, list[Any]]:
    random = np.random.default_rng(1)
    received = np.datetime64("2024-01-01") + random.integers(0, 780, ROWS)
    finished = (received + random.integers(1, 60, ROWS)).astype("datetime64[D]")
    finished[(random.random(ROWS) < 0.05) | (finished > np.datetime64(AS_OF))] = "NaT"
    limit = random.integers(1, 40, ROWS, dtype="int32")
    agency, procedure = random.integers(0, 102, ROWS), random.integers(0, 400, ROWS)
    agencies = np.array([f"Phòng chuyên môn {n:03d}" for n in range(102)])
    procedures = np.array([f"1.{n:06d}.000.00.00.H{n % 60:02d}" for n in range(400)])
    frame = pl.DataFrame(
        {
            "received": received,
            "limit": limit,
            "finished": finished,
            "agency": agencies[agency],
            "procedure": procedures[procedure],
        }
    ).with_columns(pl.col("agency", "procedure").cast(pl.Categorical))
    return frame, [received.view("int64"), limit, finished.view("int64"), agency.astype("int32")]


def log(data: Any, by: list[str]) -> sauro.CaseLog:
    more = {key: key for key in by if key != "month"}
    return sauro.CaseLog.from_table(data, **ROLES, **more)


def ours(data: Any, by: list[str]) -> sauro.Table:
    return log(data, by).status(CALENDAR, AS_OF, by=by, threads=2).roll_up(by=by)


def race(name: str, calls: dict[str, Callable[[], Any]], turns: int = 5) -> None:
    times = dict.fromkeys(calls, float("inf"))
    answers = set()
    for _ in range(turns):
        for who, call in calls.items():
            start = time.perf_counter()
            out = call()
            times[who] = min(times[who], time.perf_counter() - start)
            if out is not None:
                table = pl.DataFrame(out)
                answers.add(tuple(int(table[c].sum()) for c in ("total", "late", "overdue")))
    assert len(answers) == 1, answers
    print(f"{name:34s}", *(f"{who} {spent * NS:6.1f}" for who, spent in times.items()), sep="  ")


def main() -> None:
    frame, columns = made()
    peers = Peers()
    held = log(frame, ["agency"])
    race(
        "held log by agency",
        {
            "sauro": lambda: held.status(CALENDAR, AS_OF, by=["agency"], threads=2).roll_up(),
            "Polars": lambda: peers.polars(frame, ["agency"]),
            "one pass of NumPy": lambda: [column.sum() for column in columns] and None,
        },
    )
    texts = frame.with_columns(pl.col("agency", "procedure").cast(pl.String))
    shapes = {
        "categories by agency, month": (frame, ["agency", "month"]),
        "categories by all three": (frame, ["agency", "month", "procedure"]),
        "texts by agency, month": (texts, ["agency", "month"]),
    }
    for name, (data, by) in shapes.items():
        race(
            name,
            {
                "sauro": lambda data=data, by=by: ours(data, by),
                "Polars": lambda data=data, by=by: peers.polars(data, by),
                "DuckDB": lambda data=data, by=by: peers.duckdb(data, by),
            },
        )
    peers.con.register("held", frame)
    query = 'select received, "limit", finished, agency from held'
    handed: dict[str, Callable[[], Any]] = {
        "sauro": lambda: ours(peers.con.sql(query), ["agency"]),
        "its Arrow alone": lambda: peers.con.sql(query).to_arrow_table() and None,
    }
    race("DuckDB relation by agency", handed)


if __name__ == "__main__":
    main()
