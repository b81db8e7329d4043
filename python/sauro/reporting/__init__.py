"""Plan, board, scorecard -> pages, documents and workbooks for people."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sauro.reporting._indicator_report import report_indicators
    from sauro.reporting._indicator_sheet import write_indicator_sheet
    from sauro.reporting._register import fill_register
    from sauro.reporting._remind import Reminders, remind
    from sauro.reporting._report import report
    from sauro.reporting._scores import report_scores
    from sauro.reporting._summary import summary
    from sauro.reporting._write_register import write_register

__all__ = [
    "Reminders",
    "fill_register",
    "remind",
    "report",
    "report_indicators",
    "report_scores",
    "summary",
    "write_indicator_sheet",
    "write_register",
]

# who is reminded waits for no report: each is loaded when it is first used
_HOMES = {
    "Reminders": "_remind",
    "fill_register": "_register",
    "remind": "_remind",
    "report": "_report",
    "report_indicators": "_indicator_report",
    "report_scores": "_scores",
    "summary": "_summary",
    "write_indicator_sheet": "_indicator_sheet",
    "write_register": "_write_register",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sauro.reporting' has no attribute {name!r}")
    value = getattr(import_module(f"sauro.reporting.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
