"""Numbers and symbols of documents."""

from __future__ import annotations

from typing import TypedDict, cast

from sauro import _core

__all__ = ["DocumentNumber", "parse_document_number"]


class DocumentNumber(TypedDict):
    """Parts of a document's number and symbol; an empty text or None where it has no such part."""

    number: str
    year: int | None
    kind: str
    body: str
    text: str


def parse_document_number(text: str, /) -> DocumentNumber:
    """Take the number and symbol of a document apart (Nghị định 30/2020/NĐ-CP, annex I).

    Raises
    ------
    ParseError
        Code 201: not a document's number and symbol.

    Examples
    --------
    >>> import sauro
    >>> sauro.parse_document_number("78/KH-UBND")["kind"]
    'KH'
    """
    return cast(DocumentNumber, _core.parse_document_number(text))
