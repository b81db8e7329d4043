"""Where indicators of a province's communes stand, beside the same by hand in Polars.

`python tests/python/bench/monitor_speed.py [PLACES] [INDICATORS]`: 60 months of each from a Polars
frame, monitored and rolled up to 34 provinces, taking turns; sums are compared first. Then one
commune alone.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import sauro

YEARS = range(2022, 2027)
AS_OF = date(2026, 9, 30)
PROVINCES = 34


def frame(places: int, indicators: int) -> pl.DataFrame:
    """Give a row a value, in no order by place; names as categories, months as days."""
    rng = np.random.default_rng(7)
    months = np.array([np.datetime64(f"{year}-{m:02}-01") for year in YEARS for m in range(1, 13)])
    codes, at, month = (
        one.reshape(-1)
        for one in np.meshgrid(
            np.arange(indicators), np.arange(places), np.arange(len(months)), indexing="ij"
        )
    )
    order = np.arange(len(codes)).reshape(-1, len(months)).T.reshape(-1)  # month by month
    names = pl.Enum([f"1.{i}" for i in range(indicators)])
    communes = pl.Enum([f"Xã {i}" for i in range(places)])
    return pl.DataFrame(
        {
            "indicator": pl.Series(codes[order].astype("uint32")).cat.to(names),
            "place": pl.Series(at[order].astype("uint32")).cat.to(communes),
            "month": months[month[order]],
            "value": rng.integers(1, 400, len(codes)) / 4,
        }
    )


def plan(indicators: int) -> list[sauro.Indicator]:
    """Give indicators that ask for as much each year."""
    target = sauro.IndicatorTarget(
        horizon="2026", text="≥ 600", targets=sauro.parse_target("≥ 600")
    )
    return [
        sauro.Indicator(
            id=f"1.{i}", name=f"Thu {i}", unit="tỷ đồng", measure="flow", targets=[target]
        )
        for i in range(indicators)
    ]


def by_sauro(data: pl.DataFrame, wanted: list[sauro.Indicator], parents: Any) -> sauro.Monitor:
    """Monitor and roll up."""
    log = sauro.IndicatorLog.from_table(
        data, indicator="indicator", place="place", period="month", value="value"
    )
    return sauro.monitor(wanted, log, AS_OF, parents=parents)


def by_hand(data: pl.DataFrame, above: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Do the same for complete months: last value, cumulated, percent, last year, change."""
    month, value = pl.col("month"), pl.col("value")
    now = month.is_between(date(2026, 1, 1), AS_OF)
    before = month.is_between(date(2025, 1, 1), date(2025, 9, 30))
    needed = data.lazy().filter(now | before)
    places = (
        needed.group_by("indicator", "place")
        .agg(
            value.filter(month == date(2026, 9, 1)).first().alias("last"),
            value.filter(now).sum().alias("cumulated"),
            value.filter(before).sum().alias("last_year"),
        )
        .with_columns(
            (pl.col("cumulated") / 600 * 100).alias("percent"),
            ((pl.col("cumulated") / pl.col("last_year") - 1) * 100).alias("change"),
        )
        .collect()
    )
    wholes = (
        places.lazy()
        .join(above.lazy(), on="place")
        .group_by("indicator", "province")
        .agg(pl.col("last", "cumulated", "last_year").sum())
        .collect()
    )
    return places, wholes


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    """Give the seconds of the processors that a run took, and what it gave."""
    start = time.process_time()
    found = run()
    return time.process_time() - start, found


def main() -> None:
    """Measure both, taking turns."""
    count, indicators = (int(one) for one in (*sys.argv[1:], "332", "200")[:2])
    data = frame(count, indicators)
    parents = {f"Xã {i}": f"Tỉnh {i % PROVINCES}" for i in range(count)}
    above = pl.DataFrame({"place": list(parents), "province": list(parents.values())}).with_columns(
        pl.col("place").cast(data.schema["place"])
    )
    wanted = plan(indicators)
    print(f"{len(data):,} rows, {data.estimated_size() / 1e6:,.0f} MB")
    mine, theirs = [], []
    for turn in range(3):
        seconds, (places, wholes) = timed(lambda: by_hand(data, above))
        theirs.append(seconds)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds, seen = timed(lambda: by_sauro(data, wanted, parents))
        mine.append(seconds)
        if turn == 0:
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            found = seen.table
            is_whole = np.char.startswith(found["place"].astype(str), "Tỉnh")
            total = float(np.sum(found["cumulated"][~is_whole]))
            assert np.isclose(total, places["cumulated"].sum())
            assert np.isclose(
                float(np.sum(found["cumulated"][is_whole])), wholes["cumulated"].sum()
            )
            print(f"memory at most grows by {grown / 1e3:,.0f} MB with sauro")
    print("sauro ", *(f"{one:.2f} s" for one in mine))
    print("Polars", *(f"{one:.2f} s" for one in theirs))
    one = data.filter(pl.col("place") == "Xã 0")
    alone = min(timed(lambda: by_sauro(one, wanted, {}))[0] for _ in range(20))
    print(f"one commune, {len(one):,} rows: {alone * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
