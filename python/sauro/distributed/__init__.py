"""The same counts over many workers, by dask.distributed."""

from sauro.distributed._run import roll_up_cases

__all__ = ["roll_up_cases"]
