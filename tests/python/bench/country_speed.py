"""Cases of a country out of Parquet: written, read, counted in one process and by workers.

Beside it DuckDB and Polars count the same, as careful analysts write it: working days are looked up
in two arrays; equal answers are checked. Prints million rows a second of the quickest of some runs.

    python tests/python/bench/country_speed.py [ROWS] [RUNS]
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "2"

import duckdb
import numpy as np
import polars as pl
import pyarrow.parquet as pq
import sauro
import sauro.distributed
from sauro.datasets import synthetic

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
AS_OF = np.datetime64("2025-12-31")
COLUMNS = {
    "received": "Ngày nhận", "limit_days": "Thời hạn", "finished": "Ngày trả", "agency": "Xã",
}  # fmt: skip
ASKED: dict[str, Any] = {"as_of": AS_OF, "by": ["agency", "month"], **COLUMNS}
DAYS = np.arange("2024-12-01", "2027-01-01", dtype="datetime64[D]")
WORKS = np.asarray(sauro.WorkingCalendar.vietnam().is_working(DAYS))
NUMBERS, WORKED = np.cumsum(WORKS).astype("int32") - 1, DAYS[WORKS]


def read(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        with pq.ParquetFile(path) as file:
            for _ in file.iter_batches(1_000_000, columns=list(COLUMNS.values())):
                pass


def by_duckdb(folder: Path) -> tuple[int, int, int]:
    con = duckdb.connect()
    con.execute("set threads = 2")
    con.register("numbers", pl.DataFrame({"day": DAYS, "n": NUMBERS}).to_arrow())
    con.register("days", pl.DataFrame({"n": np.arange(len(WORKED)), "due": WORKED}).to_arrow())
    groups = con.sql(f"""
        select "Xã", date_trunc('month', "Ngày nhận") as month, count(*) as total,
               count(*) filter ("Ngày trả" > due) as late,
               count(*) filter ("Ngày trả" is null and due < date '{AS_OF}') as overdue
        from '{folder}/*.parquet' join numbers on numbers.day = "Ngày nhận"
             join days on days.n = numbers.n + "Thời hạn"
        group by all""").pl()
    return tuple(groups[name].sum() for name in ("total", "late", "overdue"))  # type: ignore[return-value]


def by_polars(folder: Path) -> tuple[int, int, int]:
    place = (pl.col("Ngày nhận") - pl.lit(DAYS[0])).dt.total_days().cast(pl.Int32)
    number = pl.lit(pl.Series(NUMBERS)).gather(place) + pl.col("Thời hạn")
    due, done = pl.lit(pl.Series(WORKED)).gather(number), pl.col("Ngày trả")
    lazy = pl.scan_parquet(folder / "*.parquet").with_columns(due=due)
    groups = (
        lazy.group_by("Xã", pl.col("Ngày nhận").dt.truncate("1mo").alias("month"))
        .agg(
            pl.len().alias("total"),
            (done > pl.col("due")).sum().alias("late"),
            (done.is_null() & (pl.col("due") < AS_OF)).sum().alias("overdue"),
        )
        .collect(engine="streaming")
    )
    return tuple(groups[name].sum() for name in ("total", "late", "overdue"))  # type: ignore[return-value]


def sums(found: sauro.CaseRollUp) -> tuple[int, int, int]:
    table = found.table
    return tuple(int(table[name].sum()) for name in ("total", "late", "overdue"))  # type: ignore[return-value]


def race(calls: dict[str, Callable[[], Any]]) -> None:
    """Let all take turns; print the best of each, with seconds of the processor of this process."""
    best = {name: (float("inf"), 0.0) for name in calls}
    answers = set()
    for _ in range(RUNS):
        for name, call in calls.items():
            start, busy = time.perf_counter(), time.process_time()
            out = call()
            took = time.perf_counter() - start, time.process_time() - busy
            best[name] = min(best[name], took)
            answers |= set() if out is None else {out}
    assert len(answers) == 1, answers
    for name, (took, busy) in best.items():
        print(f"{name:34}{ROWS / took / 1e6:8.1f} million rows/s {took:8.2f} s {busy:8.2f} s busy")


def main() -> None:
    """Write the cases, and count them by all ways."""
    from distributed import Client, LocalCluster

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        start = time.perf_counter()
        synthetic.write_cases(folder, ROWS, parts=max(8, ROWS // 1_500_000))
        took = time.perf_counter() - start
        size = sum(path.stat().st_size for path in folder.iterdir()) / ROWS
        print(f"written: {ROWS / took / 1e6:.1f} million rows/s, {size:.1f} bytes a row")
        sauro.roll_up_cases(folder, **ASKED)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak of writing and counting: {peak:.0f} MB")
        local: dict[str, Any] = {"threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
        with (
            LocalCluster(n_workers=1, **local) as alone,
            LocalCluster(n_workers=2, **local) as both,
            Client(alone, set_as_default=False) as one,
            Client(both, set_as_default=False) as two,
        ):
            run = sauro.distributed.roll_up_cases
            race(
                {
                    "reading alone": lambda: read(folder),
                    "one process": lambda: sums(sauro.roll_up_cases(folder, **ASKED)),
                    "one process, one thread": lambda: sums(
                        sauro.roll_up_cases(folder, **ASKED, threads=1)
                    ),
                    "one worker": lambda: sums(run(folder, client=one, **ASKED)),
                    "two workers": lambda: sums(run(folder, client=two, **ASKED)),
                    "DuckDB": lambda: by_duckdb(folder),
                    "Polars, streaming": lambda: by_polars(folder),
                }
            )


if __name__ == "__main__":
    main()
