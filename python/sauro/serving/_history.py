"""The history of a log: a line for each value that was changed, in a file beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sauro import _core
from sauro._base.files import read_bytes, write_bytes
from sauro.table._table import Table

__all__ = ["History"]

ENDING = ".lich-su.csv"
NAMES = ("Lúc", "Người cập nhật", "Mã", "Kỳ", "Cột", "Cũ", "Mới")


class History:
    """The file beside a log that says who changed what, and when."""

    def __init__(self, log: Path) -> None:
        self.path = log.with_name(log.name + ENDING)

    def read(self) -> bytes | None:
        """Give what stands in it; None where nothing was changed yet."""
        return read_bytes(self.path) if self.path.exists() else None

    def add(
        self,
        when: datetime,
        who: str,
        task: str,
        occurrence: str,
        changes: Sequence[tuple[str, str, str]],
    ) -> None:
        """Add a line for each field, with its old and its new value."""
        rows = [
            (when.isoformat(" ", "seconds"), who, task, occurrence, *change) for change in changes
        ]
        columns = dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))
        head, lines = _core.to_csv(Table(columns)._core).encode().split(b"\r\n", 1)
        old = self.read()
        if old is None:
            old = "\ufeff".encode() + head + b"\r\n"
        path = self.path
        write_bytes(path, old + lines)

    def restore(self, old: bytes | None) -> None:
        """Take back what was added."""
        path = self.path
        if old is None:
            path.unlink(missing_ok=True)
        else:
            write_bytes(path, old)
