"""Plan -> what is due when."""

from sauro.scheduling._schedule import (
    Dependency,
    Schedule,
    ScheduledOccurrence,
    ScheduledTask,
    schedule,
)

__all__ = ["Dependency", "Schedule", "ScheduledOccurrence", "ScheduledTask", "schedule"]
