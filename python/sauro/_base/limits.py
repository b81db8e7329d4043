"""Limits on documents from outside."""

from __future__ import annotations

from collections.abc import Mapping

from sauro import _core

__all__ = ["limits_of"]

_OUTSIDE = {"pages": 2000, "seconds": 600}  # of documents that other programs take apart


def limits_of(limits: Mapping[str, int] | None) -> tuple[_core.ReadLimits, dict[str, int]]:
    """Give the limits of the core, and those of other programs."""
    bounds = _core.ReadLimits()
    outside = dict(_OUTSIDE)
    for name, value in (limits or {}).items():
        if name in outside:
            outside[name] = value
        elif not hasattr(bounds, name) or name.startswith("_"):
            known = ", ".join([n for n in dir(bounds) if not n.startswith("_")] + list(outside))
            raise TypeError(f"unknown limit {name!r}; the limits are {known}")
        else:
            setattr(bounds, name, value)
    return bounds, outside
