"""Text files that users name."""

from __future__ import annotations

import os
from pathlib import Path

from sauro._base.errors import Error, NotFoundError, ParseError, error

__all__ = ["read_text"]

FILE_NOT_FOUND, CANNOT_READ, INVALID_ENCODING = 100, 102, 106


def read_text(path: str | os.PathLike[str]) -> str:
    """Read UTF-8 with or without a byte-order mark; errors are those of the package."""
    name = os.fspath(path)
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error(NotFoundError, FILE_NOT_FOUND, name, ["there is no such file"]) from None
    except UnicodeDecodeError as why:
        text = f"byte {why.start} is no UTF-8: save the file as UTF-8"
        raise error(ParseError, INVALID_ENCODING, name, [text]) from None
    except OSError as why:
        raise error(Error, CANNOT_READ, name, [str(why)]) from None
