"""Keys by which words and names meet."""

from __future__ import annotations

from sauro import _core

__all__ = ["agency_key", "fold", "tone_key"]


def fold(text: str, /) -> str:
    """Key that ignores case, diacritics, punctuation and spacing; ``&`` reads as ``va``.

    Examples
    --------
    >>> import sauro
    >>> sauro.fold("Phòng Văn hóa & Xã hội") == sauro.fold("PHONG VAN HOA VA XA HOI")
    True
    """
    return _core.fold(text)


def tone_key(text: str, /) -> str:
    """Key that ignores case, punctuation, spacing and where the tone mark stands.

    Examples
    --------
    >>> import sauro
    >>> sauro.tone_key("Văn hoá") == sauro.tone_key("văn hóa")
    True
    >>> sauro.tone_key("má") == sauro.tone_key("mà")
    False
    """
    return _core.tone_key(text)


def agency_key(name: str, /) -> str:
    """Key by which spellings of one body meet.

    Examples
    --------
    >>> import sauro
    >>> sauro.agency_key("P. Kinh tế") == sauro.agency_key("Phòng Kinh tế")
    True
    """
    return _core.agency_key(name)
