"""Samples that the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "python/sauro/datasets/files"
PLANS = ROOT.parent / "shared" / "plans"

SAMPLES = sorted(EXAMPLES.glob("ke-hoach-*")) + sorted(PLANS.glob("*.txt"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each plan that the tests can reach."""
    return request.param
