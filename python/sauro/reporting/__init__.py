"""Plan, board, scorecard -> pages, documents and workbooks for people."""

from sauro.reporting._register import fill_register
from sauro.reporting._report import report
from sauro.reporting._summary import summary

__all__ = ["fill_register", "report", "summary"]
