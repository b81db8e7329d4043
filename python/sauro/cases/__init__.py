"""Dossiers and petitions: due days, statuses, roll-ups."""

from sauro.cases._cases import CaseLog, CaseStatuses
from sauro.cases._merge import merge_roll_ups

__all__ = ["CaseLog", "CaseStatuses", "merge_roll_ups"]
