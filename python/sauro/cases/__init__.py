"""Dossiers and petitions: due days, statuses, roll-ups."""

from sauro.cases._cases import CaseLog
from sauro.cases._merge import merge_roll_ups
from sauro.cases._statuses import CaseStatuses

__all__ = ["CaseLog", "CaseStatuses", "merge_roll_ups"]
