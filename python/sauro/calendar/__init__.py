"""Days, periods, time limits and the working calendar of Viet Nam."""

from sauro.calendar._calendars import (
    LunarDate,
    Period,
    ReportingPeriod,
    TimeLimit,
    WorkingCalendar,
    from_lunar,
    to_lunar,
)

__all__ = [
    "LunarDate",
    "Period",
    "ReportingPeriod",
    "TimeLimit",
    "WorkingCalendar",
    "from_lunar",
    "to_lunar",
]
