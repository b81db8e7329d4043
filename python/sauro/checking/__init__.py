"""Plan -> findings."""

from sauro.checking._check import CheckRule, Finding, Findings, check, check_rules

__all__ = ["CheckRule", "Finding", "Findings", "check", "check_rules"]
