"""The command `sauro`."""

from sauro.command._main import main

__all__ = ["main"]
