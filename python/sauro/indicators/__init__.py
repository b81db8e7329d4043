"""Values of indicators by place and period."""

from sauro._core import Contradiction, IndicatorValue
from sauro.indicators._log import IndicatorLog

__all__ = ["Contradiction", "IndicatorLog", "IndicatorValue"]
