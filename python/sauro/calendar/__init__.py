"""Days, periods, time limits and the working calendar of Viet Nam."""

from sauro._core import LimitPreset
from sauro.calendar._course import LimitCourse, LimitStanding, limit_preset, limit_presets
from sauro.calendar._hours import working_hours
from sauro.calendar._limits import TimeLimit
from sauro.calendar._lunar import LunarDate, from_lunar, leap_month, tet, to_lunar
from sauro.calendar._periods import Period, ReportingPeriod
from sauro.calendar._working import WorkingCalendar

__all__ = [
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
]
