r"""Administrative-reform plans of Viet Nam: read, check, schedule, track, score, report.

>>> import sauro
>>> table = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp dân\tPhòng Kinh tế\tQuý I"
>>> plan = sauro.read_plan(text=table)
>>> plan.tasks[0].title, plan.tasks[0].leads, plan.tasks[0].timeframe.text
('Họp dân', ['phong-kinh-te'], 'Quý I')
"""

from sauro import surveys
from sauro._core import (
    Agency,
    Annex,
    Area,
    Coverage,
    Document,
    Duty,
    Indicator,
    LegalBasis,
    Occurrence,
    Plan,
    Reporting,
    Section,
    Slip,
    SourceTable,
    Span,
    Target,
    Task,
    Timeframe,
    Unread,
    __version__,
    agency_key,
    find_targets,
    fold,
    leap_month,
    parse_document_number,
    parse_target,
    parse_timeframe,
    tet,
    tone_key,
)
from sauro._errors import Error, NotFoundError, ParseError, ValidationError
from sauro.boards import Alert, Board, PointScheme, track
from sauro.calendars import (
    LunarDate,
    Period,
    ReportingPeriod,
    TimeLimit,
    WorkingCalendar,
    from_lunar,
    to_lunar,
)
from sauro.cases import CaseLog, CaseStatuses, merge_roll_ups
from sauro.checks import CheckRule, Finding, Findings, check, check_rules
from sauro.frameworks import (
    Criteria,
    Criterion,
    Expression,
    Framework,
    FrameworkProblem,
    Variable,
)
from sauro.inputs import Inputs
from sauro.links import Links, link
from sauro.progress import Progress, ProgressEntry
from sauro.reading import read_plan
from sauro.registers import fill_register
from sauro.reports import report
from sauro.schedules import (
    Dependency,
    Schedule,
    ScheduledOccurrence,
    ScheduledTask,
    schedule,
)
from sauro.scorecards import (
    Explanation,
    RefusedValue,
    Scorecard,
    UsedInput,
    quantile,
    rank,
    score,
)
from sauro.summaries import summary
from sauro.tables import Table

__all__ = [
    "Agency",
    "Alert",
    "Annex",
    "Area",
    "Board",
    "CaseLog",
    "CaseStatuses",
    "CheckRule",
    "Coverage",
    "Criteria",
    "Criterion",
    "Dependency",
    "Document",
    "Duty",
    "Error",
    "Explanation",
    "Expression",
    "Finding",
    "Findings",
    "Framework",
    "FrameworkProblem",
    "Indicator",
    "Inputs",
    "LegalBasis",
    "Links",
    "LunarDate",
    "NotFoundError",
    "Occurrence",
    "ParseError",
    "Period",
    "Plan",
    "PointScheme",
    "Progress",
    "ProgressEntry",
    "RefusedValue",
    "Reporting",
    "ReportingPeriod",
    "Schedule",
    "ScheduledOccurrence",
    "ScheduledTask",
    "Scorecard",
    "Section",
    "Slip",
    "SourceTable",
    "Span",
    "Table",
    "Target",
    "Task",
    "TimeLimit",
    "Timeframe",
    "Unread",
    "UsedInput",
    "ValidationError",
    "Variable",
    "WorkingCalendar",
    "__version__",
    "agency_key",
    "check",
    "check_rules",
    "fill_register",
    "find_targets",
    "fold",
    "from_lunar",
    "leap_month",
    "link",
    "merge_roll_ups",
    "parse_document_number",
    "parse_target",
    "parse_timeframe",
    "quantile",
    "rank",
    "read_plan",
    "report",
    "schedule",
    "score",
    "summary",
    "surveys",
    "tet",
    "to_lunar",
    "tone_key",
    "track",
]
