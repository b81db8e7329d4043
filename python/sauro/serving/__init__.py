"""A page of this machine on which a log is kept."""

from sauro.serving._serve import serve

__all__ = ["serve"]
