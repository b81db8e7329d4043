"""Values of indicators by place and period."""

from sauro._core import Contradiction, IndicatorValue
from sauro.indicators._log import IndicatorLog
from sauro.indicators._merge import merge_indicator_logs
from sauro.indicators._tasks import task_indicators

__all__ = [
    "Contradiction",
    "IndicatorLog",
    "IndicatorValue",
    "merge_indicator_logs",
    "task_indicators",
]
