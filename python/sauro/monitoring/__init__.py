"""Indicators and their values -> where each stands on a day."""

from sauro._core import Allocation, PlaceContribution, Standing
from sauro.monitoring._monitor import Monitor, monitor

__all__ = ["Allocation", "Monitor", "PlaceContribution", "Standing", "monitor"]
