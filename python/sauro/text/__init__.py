"""Vietnamese text: keys by which words and names meet, numbers of documents."""

from sauro.text._keys import agency_key, fold, tone_key
from sauro.text._numbers import DocumentNumber, parse_document_number
from sauro.text._units import convert_unit

__all__ = [
    "DocumentNumber",
    "agency_key",
    "convert_unit",
    "fold",
    "parse_document_number",
    "tone_key",
]
