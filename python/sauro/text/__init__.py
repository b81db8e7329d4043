"""Vietnamese text: keys by which words and names meet, numbers of documents."""

from sauro.text._keys import agency_key, fold, tone_key
from sauro.text._numbers import DocumentNumber, parse_document_number

__all__ = ["DocumentNumber", "agency_key", "fold", "parse_document_number", "tone_key"]
