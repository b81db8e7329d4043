"""Dossiers and petitions: due days, statuses, roll-ups."""

from sauro.cases._batches import CaseRollUp, roll_up_cases
from sauro.cases._cases import CaseLog
from sauro.cases._merge import merge_roll_ups
from sauro.cases._statuses import CaseStatuses

__all__ = ["CaseLog", "CaseRollUp", "CaseStatuses", "merge_roll_ups", "roll_up_cases"]
