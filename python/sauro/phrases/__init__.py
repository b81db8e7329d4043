"""Words of times and targets -> what they mean."""

from sauro.phrases._phrases import (
    explain_timeframe,
    find_targets,
    find_timeframes,
    meaning_of,
    parse_period,
    parse_target,
    parse_timeframe,
    time_constructions,
)

__all__ = [
    "explain_timeframe",
    "find_targets",
    "find_timeframes",
    "meaning_of",
    "parse_period",
    "parse_target",
    "parse_timeframe",
    "time_constructions",
]
