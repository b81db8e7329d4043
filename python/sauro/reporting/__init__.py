"""Plan, board, scorecard -> pages, documents and workbooks for people."""

from sauro.reporting._indicator_report import report_indicators
from sauro.reporting._indicator_sheet import write_indicator_sheet
from sauro.reporting._register import fill_register
from sauro.reporting._remind import Reminders, remind
from sauro.reporting._report import report
from sauro.reporting._summary import summary
from sauro.reporting._write_register import write_register

__all__ = [
    "Reminders",
    "fill_register",
    "remind",
    "report",
    "report_indicators",
    "summary",
    "write_indicator_sheet",
    "write_register",
]
