"""A million units by 20 leaves, beside vectorised NumPy on as many threads, and with ranges.

python tests/python/bench/million_units.py

The peer is written as its user would: columns in blocks of 65,536 rows on a pool of threads (NumPy
lets go of the interpreter), the best unit found first, points looked up by searchsorted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import sauro

UNITS, LEAVES, BLOCK = 1_000_000, 20, 65_536
KINDS = ("table", "formula", "ratio", "deduction", "linear")


def leaf(i: int) -> dict[str, Any]:
    kind, x, y = KINDS[i % len(KINDS)], f"x{i}", f"y{i}"
    code = str(i + 1)
    if i == LEAVES - 1:
        rule: dict[str, Any] = {"type": "formula", "points": f"5 * {x} / best({x})"}
    elif kind == "table":
        rule = {"type": "table", "of": x, "rows": [
            {"when": ">= 80", "points": 5}, {"when": "[50, 80)", "points": 3},
            {"when": "[20, 50)", "points": 1}, {"when": "< 20", "points": 0}]}  # fmt: skip
    elif kind == "formula":
        rule = {"type": "formula", "points": f"min(5, 0.04 * {x} + 0.01 * {y})"}
    elif kind == "ratio":
        rule = {"type": "ratio", "of": x, "to": y, "from": 0.5, "at_zero": "full"}
    elif kind == "deduction":
        rule = {"type": "deduction", "terms": [{"of": x, "each": 0.1}, {"of": y, "each": 0.02}]}
    else:
        rule = {"type": "linear", "of": x, "knots": [[0, 0], [60, 2], [100, 5]]}
    return {"code": code, "max": 5, "rule": rule}


def framework() -> sauro.Framework:
    names = [f"{name}{i}" for i in range(LEAVES) for name in "xy"]
    return sauro.Framework.from_json(
        {
            "schema": "sauro/framework/1",
            "id": "million",
            "total": {"max": 5 * LEAVES},
            "variables": [{"name": n, "kind": "percent", "high": 100} for n in names],
            "criteria": [leaf(i) for i in range(LEAVES)],
        }
    )


def values() -> dict[str, Any]:
    random = np.random.default_rng(1)
    x = {f"x{i}": np.round(random.random(UNITS) * 100, 1) for i in range(LEAVES)}
    y = {f"y{i}": np.round(x[f"x{i}"] + random.random(UNITS) * 0.1, 1) for i in range(LEAVES)}
    return x | {name: np.minimum(value, 100) for name, value in y.items()}


def points_of(i: int, x: Any, y: Any, best: float) -> Any:
    kind = KINDS[i % len(KINDS)]
    if i == LEAVES - 1:
        return 5 * x / best
    if kind == "table":
        return np.array([0.0, 1, 3, 5])[np.searchsorted([20.0, 50, 80], x, side="right")]
    if kind == "formula":
        return np.minimum(5, 0.04 * x + 0.01 * y)
    if kind == "ratio":
        share = np.divide(x, y, out=np.ones_like(x), where=y != 0)
        return np.where(share >= 0.5, 5 * share, 0)
    if kind == "deduction":
        return np.maximum(5 - 0.1 * x - 0.02 * y, 0)
    return np.interp(x, [0, 60, 100], [0, 2, 5])


def by_numpy(given: dict[str, Any], threads: int) -> Any:
    """Points of all leaves and their total, with the checks of ranges that sauro makes."""
    out = np.empty((LEAVES + 1, UNITS))
    best = float(given[f"x{LEAVES - 1}"].max())

    def run(start: int) -> None:
        rows = slice(start, start + BLOCK)
        for i in range(LEAVES):
            x, y = given[f"x{i}"][rows], given[f"y{i}"][rows]
            if ((x < 0) | (x > 100) | (y < 0) | (y > 100)).any():
                raise ValueError(i)
            out[i, rows] = points_of(i, x, y, best)
        out[LEAVES, rows] = out[:LEAVES, rows].sum(axis=0)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(run, range(0, UNITS, BLOCK)))
    return out


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the processor, of all threads together: what else runs doesn't count."""
    start = time.process_time()
    out = call()
    return time.process_time() - start, out


def memory(given: dict[str, Any]) -> None:
    """Read every value once and write as many as there are points."""
    out = np.empty((LEAVES + 1, UNITS))
    for i in range(LEAVES):
        np.add(given[f"x{i}"], given[f"y{i}"], out=out[i])
    out[LEAVES] = 0


def main() -> None:
    made, given = framework(), values()
    units = [str(i) for i in range(UNITS)]
    inputs = sauro.Inputs(made, units)
    for name, column in given.items():
        inputs.set(name, column)
    open_ones = sauro.Inputs(made, units)
    random = np.random.default_rng(2)
    for name, column in given.items():
        hidden = column.copy()
        hidden[random.random(UNITS) < 0.05] = np.nan
        open_ones.set(name, hidden)
    limit = min(timed(lambda: memory(given))[0] for _ in range(5))
    print(f"reading the values and writing as many as points, one thread: {limit * 1e3:.0f} ms")
    for threads in (1, 2):
        ours, theirs, ranges = [], [], []
        for _ in range(5):
            took, card = timed(lambda t=threads: sauro.score(made, inputs, threads=t))
            ours.append(took)
            took, other = timed(lambda t=threads: by_numpy(given, t))
            theirs.append(took)
            took, wide = timed(lambda t=threads: sauro.score(made, open_ones, threads=t).low())
            ranges.append(took)
            assert np.allclose(card.total, other[LEAVES])
            assert (wide <= other[LEAVES] + 1e-7).all()
        print(
            f"{threads} threads: {min(ours) * 1e3:.0f} ms, NumPy {min(theirs) * 1e3:.0f} ms "
            f"({min(theirs) / min(ours):.1f} times as fast); ranges {min(ranges) * 1e3:.0f} ms "
            f"({min(ranges) / min(ours):.1f} of it)"
        )


if __name__ == "__main__":
    main()
