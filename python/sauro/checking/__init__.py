"""Plan -> findings."""

from sauro._core import CheckRule, Finding
from sauro.checking._check import check, check_rules
from sauro.checking._findings import Findings

__all__ = ["CheckRule", "Finding", "Findings", "check", "check_rules"]
