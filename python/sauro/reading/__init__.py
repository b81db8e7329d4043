"""Documents -> Plan."""

from sauro.reading._read import read_plan

__all__ = ["read_plan"]
