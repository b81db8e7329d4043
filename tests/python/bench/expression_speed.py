"""Compiled expressions on 10^7 rows beside numexpr on the same threads, and the cost of loading.

pip install numexpr; python tests/python/bench/expression_speed.py
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import numexpr
import numpy as np
import sauro

ROWS = 10_000_000

FORMULAS = [
    ("2 * a + 3 * b - 1", "2 * a + 3 * b - 1"),
    ("100 * a / b if b > 0 else 100", "where(b > 0, 100 * a / b, 100)"),
    ("min(2, 2.5 * a) + 4 * b + 2.5 * c", "where(2.5 * a < 2, 2.5 * a, 2) + 4 * b + 2.5 * c"),
    (
        "1 if a >= 0.95 else a if a >= 0.7 else 0",
        "where(a >= 0.95, 1, where(a >= 0.7, a, 0))",
    ),
    ("a * a + b * b > 1 and c < 0.5", "(a * a + b * b > 1) & (c < 0.5)"),
]


def best(call: Callable[[], Any], runs: int) -> tuple[float, Any]:
    times, out = [], None
    for _ in range(runs):
        start = time.perf_counter()
        out = call()
        times.append(time.perf_counter() - start)
    return min(times), out


def expressions() -> None:
    random = np.random.default_rng(1)
    columns = {name: random.random(ROWS) + 0.001 for name in "abc"}
    for threads in (1, 2):
        numexpr.set_num_threads(threads)
        for formula, peer in FORMULAS:
            expression = sauro.Expression(formula)
            used = {name: columns[name] for name in expression.names}
            ours, mine = best(lambda e=expression, u=used, t=threads: e(threads=t, **u), 7)
            theirs, other = best(lambda p=peer: numexpr.evaluate(p, columns), 7)
            assert np.allclose(mine, other)
            print(
                f"{threads} threads  {ours * 1e3:7.1f} ms, numexpr {theirs * 1e3:7.1f} ms: "
                f"{theirs / ours:5.2f} times  {formula}"
            )


def framework_of(criteria: int) -> str:
    """JSON of a set with so many criteria: the leaves of the example, several times."""
    example = json.loads(sauro.Framework.load("commune-example").to_json())
    leaves = [item for item in example["criteria"] if "rule" in item and not item.get("outside")]
    out: list[dict[str, Any]] = []
    group = 0
    while len(out) < criteria:
        group += 1
        parts = leaves[: criteria - len(out) - 1]
        total = round(sum(part["max"] for part in parts), 6)
        out.append({"code": str(group), "max": total})
        for i, part in enumerate(parts, start=1):
            out.append({**part, "code": f"{group}.{i}", "parent": str(group)})
    top = sum(item["max"] for item in out if "parent" not in item)
    return json.dumps({**example, "total": {"max": top}, "criteria": out}, ensure_ascii=False)


def loading() -> None:
    text = framework_of(200)
    framework = sauro.Framework.from_json(text)
    assert len(framework.criteria) == 200 and framework.validate() == []
    took, _ = best(lambda: sauro.Framework.from_json(text).validate(), 50)
    parse, _ = best(lambda: json.loads(text), 50)
    print(
        f"load and validate 200 criteria, {len(text)} bytes: {took * 1e3:.2f} ms (bar: 2 ms); "
        f"json.loads alone {parse * 1e3:.2f} ms"
    )


if __name__ == "__main__":
    expressions()
    loading()
