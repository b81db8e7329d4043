r"""Administrative-reform plans of Viet Nam: read, check, schedule, track, score, report.

>>> import sauro
>>> table = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp dân\tPhòng Kinh tế\tQuý I"
>>> plan = sauro.read_plan(text=table)
>>> plan.tasks[0].title, plan.tasks[0].leads, plan.tasks[0].timeframe.text
('Họp dân', ['phong-kinh-te'], 'Quý I')
"""

from sauro._core import (
    Agency,
    Annex,
    Area,
    Coverage,
    Document,
    Duty,
    Indicator,
    LegalBasis,
    Plan,
    Reporting,
    Section,
    Slip,
    SourceTable,
    Span,
    Task,
    Timeframe,
    Unread,
    __version__,
    agency_key,
    fold,
    parse_document_number,
    tone_key,
)
from sauro._errors import Error, NotFoundError, ParseError, ValidationError
from sauro.reading import read_plan
from sauro.reports import report
from sauro.summaries import summary

__all__ = [
    "Agency",
    "Annex",
    "Area",
    "Coverage",
    "Document",
    "Duty",
    "Error",
    "Indicator",
    "LegalBasis",
    "NotFoundError",
    "ParseError",
    "Plan",
    "Reporting",
    "Section",
    "Slip",
    "SourceTable",
    "Span",
    "Task",
    "Timeframe",
    "Unread",
    "ValidationError",
    "__version__",
    "agency_key",
    "fold",
    "parse_document_number",
    "read_plan",
    "report",
    "summary",
    "tone_key",
]
