"""Days, periods, time limits and the working calendar of Viet Nam."""

from sauro.calendar._limits import TimeLimit
from sauro.calendar._lunar import LunarDate, from_lunar, leap_month, tet, to_lunar
from sauro.calendar._periods import Period, ReportingPeriod
from sauro.calendar._working import WorkingCalendar

__all__ = [
    "LunarDate",
    "Period",
    "ReportingPeriod",
    "TimeLimit",
    "WorkingCalendar",
    "from_lunar",
    "leap_month",
    "tet",
    "to_lunar",
]
