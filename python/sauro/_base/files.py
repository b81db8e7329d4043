"""Text files that users name."""

from __future__ import annotations

import os
from pathlib import Path

from sauro._base.errors import Error, NotFoundError, ParseError, Texts, error, say

__all__ = ["read_text"]

FILE_NOT_FOUND, CANNOT_READ, INVALID_ENCODING = 100, 102, 106
NO_SUCH_FILE = Texts("không có tệp này", "there is no such file")


def read_text(path: str | os.PathLike[str]) -> str:
    """Read UTF-8 with or without a byte-order mark; errors are those of the package."""
    name = os.fspath(path)
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error(NotFoundError, FILE_NOT_FOUND, name, [NO_SUCH_FILE]) from None
    except UnicodeDecodeError as why:
        text = say(
            "byte {} không phải UTF-8: hãy lưu tệp bằng UTF-8",
            "byte {} is no UTF-8: save the file as UTF-8",
            why.start,
        )
        raise error(ParseError, INVALID_ENCODING, name, [text]) from None
    except OSError as why:
        text = say("không đọc được tệp: {}", "the file can't be read: {}", why)
        raise error(Error, CANNOT_READ, name, [text]) from None
