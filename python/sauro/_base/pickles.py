"""Versions of pickles that are put together again by a function."""

from __future__ import annotations

from sauro import _core

__all__ = ["require_version"]


def require_version(name: str, version: object, *known: int) -> None:
    """Refuse what another version of the package has pickled, by its name.

    Raises
    ------
    ParseError
        Code 301, as for every pickle of another version.
    """
    if version not in known:
        _core.refuse_pickle(name)
