"""Frameworks of 100,000 criteria for 100 units: load, score, explain, on one core.

python tests/python/bench/wide_frameworks.py
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import sauro

LEAVES, UNITS = 100_000, 100


def framework_json(width: int) -> str:
    """Leaves of one variable each, in groups of `width`."""
    criteria: list[dict[str, Any]] = []
    for i in range(LEAVES):
        group = f"g{i // width}"
        if i % width == 0:
            criteria.append({"code": group, "max": min(width, LEAVES - i)})
        rule = {"type": "value", "of": f"x{i}"}
        criteria.append({"code": f"c{i}", "parent": group, "max": 1, "rule": rule})
    return json.dumps(
        {
            "schema": "sauro/framework/1",
            "id": "wide",
            "total": {"max": LEAVES},
            "variables": [{"name": f"x{i}"} for i in range(LEAVES)],
            "criteria": criteria,
        }
    )


def timed(name: str, call: Callable[[], Any]) -> Any:
    begin = time.process_time()
    result = call()
    print(f"{name:32} {time.process_time() - begin:6.2f} s of the processor")
    return result


def main() -> None:
    values = {f"x{i}": np.full(UNITS, 0.5) for i in range(LEAVES)}
    units = [f"u{i}" for i in range(UNITS)]
    for width in (LEAVES, 10):
        print(f"{LEAVES} leaves in groups of {width}, {UNITS} units")
        text = framework_json(width)
        framework = timed("from_json", partial(sauro.Framework.from_json, text))
        score = partial(sauro.score, framework, values, units=units, threads=1)
        card = timed("score", score)
        timed("score again", score)
        assert card.points()[0] == LEAVES / 2
        timed("explain one unit", partial(card.explain, "", "u0"))


if __name__ == "__main__":
    main()
