r"""Administrative-reform plans of Viet Nam: read, check, schedule, track, score, report.

>>> import sauro
>>> table = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tHọp dân\tPhòng Kinh tế\tQuý I"
>>> plan = sauro.read_plan(text=table)
>>> plan.tasks[0].title, plan.tasks[0].leads, plan.tasks[0].timeframe.text
('Họp dân', ['phong-kinh-te'], 'Quý I')
"""

from importlib import import_module
from typing import Any

# where each public name lives; a room is loaded when one of its names is first used.
# __init__.pyi says the same to type checkers, and stubtest holds one against the other.
_ROOMS = {
    "sauro._core": [
        "Agency",
        "Annex",
        "Area",
        "Citation",
        "Coverage",
        "Criterion",
        "Document",
        "Duty",
        "ExplainedPart",
        "ExplainedToken",
        "Explanation",
        "ExtraCell",
        "FrameworkProblem",
        "Indicator",
        "IndicatorMeaning",
        "IndicatorTarget",
        "LegalBasis",
        "Occurrence",
        "OtherReading",
        "PageBlock",
        "PageCell",
        "PageRow",
        "Person",
        "Plan",
        "RefusedValue",
        "Remark",
        "Reporting",
        "RuleDraft",
        "Section",
        "Slip",
        "SourceTable",
        "Span",
        "Target",
        "Task",
        "TimeConstruction",
        "Timeframe",
        "TimeframeExplanation",
        "Unread",
        "UsedInput",
        "Variable",
        "__version__",
    ],
    "sauro._base.errors": ["Error", "NotFoundError", "ParseError", "Problem", "ValidationError"],
    "sauro.calendar": [
        "LimitCourse",
        "LimitPreset",
        "LimitStanding",
        "LunarDate",
        "Period",
        "ReportingPeriod",
        "TimeLimit",
        "WorkingCalendar",
        "from_lunar",
        "leap_month",
        "limit_preset",
        "limit_presets",
        "tet",
        "to_lunar",
        "working_hours",
    ],
    "sauro.cases": ["CaseLog", "CaseRollUp", "CaseStatuses", "merge_roll_ups", "roll_up_cases"],
    "sauro.checking": ["CheckRule", "Finding", "Findings", "check", "check_rules"],
    "sauro.comparing": ["Answer", "Answers", "Change", "Comparison", "compare", "cover"],
    "sauro.reading": ["Plans", "assignments", "plan_of_pages", "read_plan", "read_plans"],
    "sauro.indicators": [
        "Contradiction",
        "IndicatorLog",
        "IndicatorValue",
        "merge_indicator_logs",
        "task_indicators",
    ],
    "sauro.monitoring": ["Allocation", "Monitor", "PlaceContribution", "Standing", "monitor"],
    "sauro.phrases": [
        "explain_timeframe",
        "find_targets",
        "find_timeframes",
        "meaning_of",
        "parse_period",
        "parse_target",
        "parse_timeframe",
        "time_constructions",
    ],
    "sauro.reporting": [
        "fill_register",
        "remind",
        "report",
        "report_indicators",
        "report_scores",
        "summary",
        "write_indicator_sheet",
        "write_register",
    ],
    "sauro.scheduling": [
        "Dependency",
        "Schedule",
        "ScheduledOccurrence",
        "ScheduledTask",
        "schedule",
    ],
    "sauro.scoring": [
        "Criteria",
        "Expression",
        "Framework",
        "FrameworkDraft",
        "Inputs",
        "Links",
        "Scorecard",
        "link",
        "quantile",
        "rank",
        "read_framework",
        "score",
    ],
    "sauro.serving": ["serve"],
    "sauro.table": ["Table"],
    "sauro.text": ["agency_key", "convert_unit", "fold", "parse_document_number", "tone_key"],
    "sauro.tracking": [
        "Alert",
        "Board",
        "Boards",
        "PointScheme",
        "Progress",
        "ProgressEntry",
        "track",
        "track_plans",
    ],
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

_MODULES = ("datasets", "distributed", "surveys")  # rooms that are named

__all__ = sorted([*_ROOM_OF, *_MODULES])


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"sauro.{name}")
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module 'sauro' has no attribute {name!r}")
    value = getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
