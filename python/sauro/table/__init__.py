"""Columns that pandas, Polars, DuckDB and Arrow read without a copy."""

from sauro.table._table import Table

__all__ = ["Table"]
