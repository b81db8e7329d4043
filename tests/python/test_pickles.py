"""Pickles that are kept: what this version wrote is read, another version's is refused by name."""

from __future__ import annotations

import importlib.util
import inspect
import pickle
from typing import Any

import numpy
import pytest
import sauro
from conftest import ROOT, refused
from sauro import _core

FOLDER = ROOT / "tests/data/pickles"


def values() -> dict[str, Any]:
    """What the script makes that wrote the pickles."""
    path = ROOT / "scripts/make_pickles.py"
    spec = importlib.util.spec_from_file_location("make_pickles", path)
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made: dict[str, Any] = script.values()
    return made


def has_version(value: Any) -> bool:
    """Whether a function puts the value together again, which is told the version."""
    restore = value.__reduce_ex__(4)[0]
    return inspect.isfunction(restore) and "version" in inspect.signature(restore).parameters


MADE = values()
VERSIONED = sorted(
    name for name, value in MADE.items() if isinstance(getattr(value, "_fields", None), tuple)
    and hasattr(value, "__setstate__")
)  # fmt: skip
RESTORED = sorted(name for name, value in MADE.items() if has_version(value))


def test_each_public_class_has_a_pickle() -> None:
    classes = {name for name in sauro.__all__ if inspect.isclass(getattr(sauro, name))}
    assert {path.stem for path in FOLDER.glob("*.pickle")} == classes == MADE.keys()


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_pickle_that_was_kept_is_what_is_made_now(name: str) -> None:
    data = (FOLDER / f"{name}.pickle").read_bytes()
    if b"numpy._core" in data and numpy.lib.NumpyVersion(numpy.__version__) < "2.0.0":
        pytest.skip("NumPy 1 doesn't read the arrays that NumPy 2 pickled")
    kept = pickle.loads(data)
    assert type(kept) is type(MADE[name]) is getattr(sauro, name)
    if isinstance(kept, sauro.Error):
        assert kept.problems == MADE[name].problems
    else:
        assert kept == MADE[name]
    assert repr(kept) == repr(MADE[name])


@pytest.mark.parametrize("name", VERSIONED)
def test_a_pickle_of_another_version_is_refused_by_name(name: str) -> None:
    kind = getattr(sauro, name)
    version, members = MADE[name].__getstate__()
    assert version == _core.pickle_version
    with refused(sauro.ParseError, match=f"{name}: pickled by another version of sauro"):
        kind.__new__(kind).__setstate__((version + 1, members))


@pytest.mark.parametrize("name", RESTORED)
def test_what_is_put_together_again_has_the_version_too(name: str) -> None:
    restore, (version, *parts) = MADE[name].__reduce__()
    assert restore(version, *parts) == MADE[name]
    with refused(sauro.ParseError, match=f"{name}: pickled by another version of sauro"):
        restore(version + 1, *parts)
