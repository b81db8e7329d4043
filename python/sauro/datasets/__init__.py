"""Examples that come with the package: plans, logs, dossiers, inputs of indices."""

from sauro.datasets import synthetic
from sauro.datasets._datasets import (
    Dataset,
    Place,
    about,
    available,
    cases,
    commune,
    copy,
    dossiers,
    papi,
    path,
    plan,
    progress,
)
from sauro.datasets._inputs import inputs

__all__ = [
    "Dataset",
    "Place",
    "about",
    "available",
    "cases",
    "commune",
    "copy",
    "dossiers",
    "inputs",
    "papi",
    "path",
    "plan",
    "progress",
    "synthetic",
]
