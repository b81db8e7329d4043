"""Where indicators of a province's communes stand, beside the same by hand in Polars.

`python tests/python/bench/monitor_speed.py [PLACES] [INDICATORS]`: 60 months of each from a Polars
frame, monitored and rolled up to 34 provinces, taking turns; sums are compared first. Polars does
it twice: the five figures that a table of the month shows, and all that sauro gives of complete
months. Then one commune alone.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
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


def in_full(data: pl.DataFrame, above: pl.DataFrame) -> tuple[pl.DataFrame, ...]:
    """Do all of it: what was expected, the estimate with its ends, statuses, contributions."""
    month, value = pl.col("month"), pl.col("value")
    years = [AS_OF.year - back for back in range(4)]
    parts = [
        value.filter(month.is_between(date(year, 1, 1), date(year, 9, 30))).sum().alias(f"part{i}")
        for i, year in enumerate(years)
    ]
    alls = [
        value.filter(month.dt.year() == year).sum().alias(f"all{i}")
        for i, year in enumerate(years)
        if i
    ]
    last = value.filter(month == date(2026, 9, 1)).first().alias("last")
    sums = (
        data.lazy()
        .filter(month >= date(years[-1], 1, 1))
        .group_by("indicator", "place")
        .agg(last, *parts, *alls)
        .collect()
    )
    names = ["last", *(f"part{i}" for i in range(4)), *(f"all{i}" for i in (1, 2, 3))]
    wholes = (
        sums.lazy()
        .join(above.lazy(), on="place")
        .group_by("indicator", "province")
        .agg(pl.col(names).sum())
        .collect()
    )
    contributions = (
        sums.lazy()
        .select("indicator", "place", "part0", "part1")
        .join(above.lazy(), on="place")
        .join(
            wholes.lazy().select("indicator", "province", whole="part0"),
            on=["indicator", "province"],
        )
        .with_columns(
            percent=pl.col("part0") / pl.col("whole") * 100,
            change=pl.col("part0") - pl.col("part1"),
        )
        .collect()
    )
    return _stand(sums), _stand(wholes), contributions


def _stand(sums: pl.DataFrame) -> pl.DataFrame:
    """Reckon what follows from the sums of a place."""
    now = pl.col("part0")
    ends = [now / (pl.col(f"part{i}") / pl.col(f"all{i}")) for i in (1, 2, 3)]
    share = now / pl.col("expected")
    return (
        sums.lazy()
        .with_columns(
            percent=now / 600 * 100,
            change=(now / pl.col("part1") - 1) * 100,
            expected=pl.col("part1") / pl.col("all1") * 600,
            estimate=ends[0],
            low=pl.min_horizontal(ends),
            high=pl.max_horizontal(ends),
        )
        .with_columns(
            gap=now - pl.col("expected"),
            status=pl.when(now >= 600)
            .then(0)
            .when(share >= 1)
            .then(1)
            .when(share >= 0.9)
            .then(2)
            .otherwise(3),
        )
        .collect()
    )


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    """Give the seconds of the processors that a run took, and what it gave."""
    start = time.process_time()
    found = run()
    return time.process_time() - start, found


def grown(run: Callable[[], Any]) -> float:
    """Give by how many MB the memory of this process grows at most during a run (Linux)."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = _status("VmRSS")
    run()
    return (_status("VmHWM") - before) / 1e3


def _status(field: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))


def compare(
    seen: sauro.Monitor,
    places: pl.DataFrame,
    wholes: pl.DataFrame,
    all_of_it: tuple[pl.DataFrame, ...],
) -> None:
    """Hold sums and statuses of all ways against each other."""
    found = seen.table
    is_whole = np.char.startswith(found["place"].astype(str), "Tỉnh")
    for rows, few, many in ((~is_whole, places, all_of_it[0]), (is_whole, wholes, all_of_it[1])):
        total = float(np.sum(found["cumulated"][rows]))
        assert np.isclose(total, few["cumulated"].sum())
        assert np.isclose(total, many["part0"].sum())
        for mine, theirs in (
            ("expected", "expected"),
            ("estimate", "estimate"),
            ("estimate_low", "low"),
            ("estimate_high", "high"),
            ("change", "change"),
        ):
            assert np.isclose(float(np.sum(found[mine][rows])), many[theirs].sum()), mine
        statuses = found["status"][rows].astype(str)
        words = ["reached", "on_way", "at_risk", "behind"]
        counts = [int(np.sum(statuses == word)) for word in words]
        assert counts == [int((many["status"] == at).sum()) for at in range(4)]
    assert np.isclose(
        sum(one.change or 0 for one in seen.contributions), all_of_it[2]["change"].sum()
    )


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
    for name, run in (
        ("sauro", lambda: by_sauro(data, wanted, parents)),
        ("Polars, all of it", lambda: in_full(data, above)),
    ):
        print(f"memory grows by {grown(run):,.0f} MB with {name}")
    mine, theirs, in_full_times = [], [], []
    for turn in range(3):
        seconds, (places, wholes) = timed(lambda: by_hand(data, above))
        theirs.append(seconds)
        seconds, all_of_it = timed(lambda: in_full(data, above))
        in_full_times.append(seconds)
        seconds, seen = timed(lambda: by_sauro(data, wanted, parents))
        mine.append(seconds)
        if turn == 0:
            compare(seen, places, wholes, all_of_it)
    print("sauro                  ", *(f"{one:.2f} s" for one in mine))
    print("Polars, five figures   ", *(f"{one:.2f} s" for one in theirs))
    print("Polars, all of it      ", *(f"{one:.2f} s" for one in in_full_times))
    one = data.filter(pl.col("place") == "Xã 0")
    alone = min(timed(lambda: by_sauro(one, wanted, {}))[0] for _ in range(20))
    print(f"one commune, {len(one):,} rows: {alone * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
