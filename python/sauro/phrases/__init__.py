"""Words of times and targets -> what they mean."""

from sauro.phrases._phrases import find_targets, find_timeframes, parse_target, parse_timeframe

__all__ = ["find_targets", "find_timeframes", "parse_target", "parse_timeframe"]
