"""Documents -> Plan."""

from sauro.reading._assignments import assignments
from sauro.reading._pages import plan_of_pages
from sauro.reading._plans import Plans, read_plans
from sauro.reading._read import read_plan

__all__ = ["Plans", "assignments", "plan_of_pages", "read_plan", "read_plans"]
