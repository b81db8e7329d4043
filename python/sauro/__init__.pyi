from sauro import datasets as datasets
from sauro import distributed as distributed
from sauro import surveys as surveys
from sauro._base.errors import Error as Error
from sauro._base.errors import NotFoundError as NotFoundError
from sauro._base.errors import ParseError as ParseError
from sauro._base.errors import Problem as Problem
from sauro._base.errors import ValidationError as ValidationError
from sauro._core import Agency as Agency
from sauro._core import Annex as Annex
from sauro._core import Area as Area
from sauro._core import Citation as Citation
from sauro._core import Coverage as Coverage
from sauro._core import Criterion as Criterion
from sauro._core import Document as Document
from sauro._core import Duty as Duty
from sauro._core import ExplainedPart as ExplainedPart
from sauro._core import ExplainedToken as ExplainedToken
from sauro._core import Explanation as Explanation
from sauro._core import ExtraCell as ExtraCell
from sauro._core import FrameworkProblem as FrameworkProblem
from sauro._core import Indicator as Indicator
from sauro._core import IndicatorMeaning as IndicatorMeaning
from sauro._core import IndicatorTarget as IndicatorTarget
from sauro._core import LegalBasis as LegalBasis
from sauro._core import Occurrence as Occurrence
from sauro._core import OtherReading as OtherReading
from sauro._core import PageBlock as PageBlock
from sauro._core import PageCell as PageCell
from sauro._core import PageRow as PageRow
from sauro._core import Person as Person
from sauro._core import Plan as Plan
from sauro._core import RefusedValue as RefusedValue
from sauro._core import Remark as Remark
from sauro._core import Reporting as Reporting
from sauro._core import RuleDraft as RuleDraft
from sauro._core import Section as Section
from sauro._core import Slip as Slip
from sauro._core import SourceTable as SourceTable
from sauro._core import Span as Span
from sauro._core import Target as Target
from sauro._core import Task as Task
from sauro._core import TimeConstruction as TimeConstruction
from sauro._core import Timeframe as Timeframe
from sauro._core import TimeframeExplanation as TimeframeExplanation
from sauro._core import Unread as Unread
from sauro._core import UsedInput as UsedInput
from sauro._core import Variable as Variable
from sauro._core import __version__ as __version__
from sauro.calendar import LimitCourse as LimitCourse
from sauro.calendar import LimitPreset as LimitPreset
from sauro.calendar import LimitStanding as LimitStanding
from sauro.calendar import LunarDate as LunarDate
from sauro.calendar import Period as Period
from sauro.calendar import ReportingPeriod as ReportingPeriod
from sauro.calendar import TimeLimit as TimeLimit
from sauro.calendar import WorkingCalendar as WorkingCalendar
from sauro.calendar import from_lunar as from_lunar
from sauro.calendar import leap_month as leap_month
from sauro.calendar import limit_preset as limit_preset
from sauro.calendar import limit_presets as limit_presets
from sauro.calendar import tet as tet
from sauro.calendar import to_lunar as to_lunar
from sauro.calendar import working_hours as working_hours
from sauro.cases import CaseLog as CaseLog
from sauro.cases import CaseRollUp as CaseRollUp
from sauro.cases import CaseStatuses as CaseStatuses
from sauro.cases import merge_roll_ups as merge_roll_ups
from sauro.cases import roll_up_cases as roll_up_cases
from sauro.checking import CheckRule as CheckRule
from sauro.checking import Finding as Finding
from sauro.checking import Findings as Findings
from sauro.checking import check as check
from sauro.checking import check_rules as check_rules
from sauro.comparing import Answer as Answer
from sauro.comparing import Answers as Answers
from sauro.comparing import Change as Change
from sauro.comparing import Comparison as Comparison
from sauro.comparing import compare as compare
from sauro.comparing import cover as cover
from sauro.indicators import Contradiction as Contradiction
from sauro.indicators import IndicatorLog as IndicatorLog
from sauro.indicators import IndicatorValue as IndicatorValue
from sauro.indicators import merge_indicator_logs as merge_indicator_logs
from sauro.indicators import task_indicators as task_indicators
from sauro.monitoring import Allocation as Allocation
from sauro.monitoring import Monitor as Monitor
from sauro.monitoring import PlaceContribution as PlaceContribution
from sauro.monitoring import Standing as Standing
from sauro.monitoring import monitor as monitor
from sauro.phrases import explain_timeframe as explain_timeframe
from sauro.phrases import find_targets as find_targets
from sauro.phrases import find_timeframes as find_timeframes
from sauro.phrases import meaning_of as meaning_of
from sauro.phrases import parse_period as parse_period
from sauro.phrases import parse_target as parse_target
from sauro.phrases import parse_timeframe as parse_timeframe
from sauro.phrases import time_constructions as time_constructions
from sauro.reading import Plans as Plans
from sauro.reading import assignments as assignments
from sauro.reading import plan_of_pages as plan_of_pages
from sauro.reading import read_plan as read_plan
from sauro.reading import read_plans as read_plans
from sauro.reporting import fill_register as fill_register
from sauro.reporting import remind as remind
from sauro.reporting import report as report
from sauro.reporting import report_indicators as report_indicators
from sauro.reporting import report_scores as report_scores
from sauro.reporting import summary as summary
from sauro.reporting import write_indicator_sheet as write_indicator_sheet
from sauro.reporting import write_register as write_register
from sauro.scheduling import Dependency as Dependency
from sauro.scheduling import Schedule as Schedule
from sauro.scheduling import ScheduledOccurrence as ScheduledOccurrence
from sauro.scheduling import ScheduledTask as ScheduledTask
from sauro.scheduling import schedule as schedule
from sauro.scoring import Criteria as Criteria
from sauro.scoring import Expression as Expression
from sauro.scoring import Framework as Framework
from sauro.scoring import FrameworkDraft as FrameworkDraft
from sauro.scoring import Inputs as Inputs
from sauro.scoring import Links as Links
from sauro.scoring import Scorecard as Scorecard
from sauro.scoring import link as link
from sauro.scoring import quantile as quantile
from sauro.scoring import rank as rank
from sauro.scoring import read_framework as read_framework
from sauro.scoring import score as score
from sauro.serving import serve as serve
from sauro.table import Table as Table
from sauro.text import agency_key as agency_key
from sauro.text import convert_unit as convert_unit
from sauro.text import fold as fold
from sauro.text import parse_document_number as parse_document_number
from sauro.text import tone_key as tone_key
from sauro.tracking import Alert as Alert
from sauro.tracking import Board as Board
from sauro.tracking import Boards as Boards
from sauro.tracking import PointScheme as PointScheme
from sauro.tracking import Progress as Progress
from sauro.tracking import ProgressEntry as ProgressEntry
from sauro.tracking import track as track
from sauro.tracking import track_plans as track_plans

__all__ = [
    "Agency",
    "Alert",
    "Allocation",
    "Annex",
    "Answer",
    "Answers",
    "Area",
    "Board",
    "Boards",
    "CaseLog",
    "CaseRollUp",
    "CaseStatuses",
    "Change",
    "CheckRule",
    "Citation",
    "Comparison",
    "Contradiction",
    "Coverage",
    "Criteria",
    "Criterion",
    "Dependency",
    "Document",
    "Duty",
    "Error",
    "ExplainedPart",
    "ExplainedToken",
    "Explanation",
    "Expression",
    "ExtraCell",
    "Finding",
    "Findings",
    "Framework",
    "FrameworkDraft",
    "FrameworkProblem",
    "Indicator",
    "IndicatorLog",
    "IndicatorMeaning",
    "IndicatorTarget",
    "IndicatorValue",
    "Inputs",
    "LegalBasis",
    "LimitCourse",
    "LimitPreset",
    "LimitStanding",
    "Links",
    "LunarDate",
    "Monitor",
    "NotFoundError",
    "Occurrence",
    "OtherReading",
    "PageBlock",
    "PageCell",
    "PageRow",
    "ParseError",
    "Period",
    "Person",
    "PlaceContribution",
    "Plan",
    "Plans",
    "PointScheme",
    "Problem",
    "Progress",
    "ProgressEntry",
    "RefusedValue",
    "Remark",
    "Reporting",
    "ReportingPeriod",
    "RuleDraft",
    "Schedule",
    "ScheduledOccurrence",
    "ScheduledTask",
    "Scorecard",
    "Section",
    "Slip",
    "SourceTable",
    "Span",
    "Standing",
    "Table",
    "Target",
    "Task",
    "TimeConstruction",
    "TimeLimit",
    "Timeframe",
    "TimeframeExplanation",
    "Unread",
    "UsedInput",
    "ValidationError",
    "Variable",
    "WorkingCalendar",
    "__version__",
    "agency_key",
    "assignments",
    "check",
    "check_rules",
    "compare",
    "convert_unit",
    "cover",
    "datasets",
    "distributed",
    "explain_timeframe",
    "fill_register",
    "find_targets",
    "find_timeframes",
    "fold",
    "from_lunar",
    "leap_month",
    "limit_preset",
    "limit_presets",
    "link",
    "meaning_of",
    "merge_indicator_logs",
    "merge_roll_ups",
    "monitor",
    "parse_document_number",
    "parse_period",
    "parse_target",
    "parse_timeframe",
    "plan_of_pages",
    "quantile",
    "rank",
    "read_framework",
    "read_plan",
    "read_plans",
    "remind",
    "report",
    "report_indicators",
    "report_scores",
    "roll_up_cases",
    "schedule",
    "score",
    "serve",
    "summary",
    "surveys",
    "task_indicators",
    "tet",
    "time_constructions",
    "to_lunar",
    "tone_key",
    "track",
    "track_plans",
    "working_hours",
    "write_indicator_sheet",
    "write_register",
]
