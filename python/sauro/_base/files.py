"""Files that users name: all reading and writing of the package goes through here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from sauro import _core
from sauro._base.errors import Error, ParseError, Texts, ValidationError, error, say

__all__ = [
    "ALREADY_THERE",
    "NO_SUCH_FILE",
    "ending_of",
    "read_bytes",
    "read_text",
    "refuse_shared",
    "write_bytes",
    "write_text",
    "written_whole",
]

CANNOT_WRITE = 110
INVALID_ENCODING, INVALID_OPTION = 106, 260
SHARED = (
    "không ghi vào đây được: tệp này cũng là {}; hãy nêu một tên khác",
    "can't be written: this file is {} too; name another one",
)

ALREADY_THERE = Texts(
    "đã có tệp này; hãy nêu thư mục khác", "is there already; name another folder"
)

NO_SUCH_FILE = Texts("không có tệp này", "there is no such file")

Name = str | os.PathLike[str]


def read_bytes(path: Name) -> bytes:
    """Read a file; what can't be read is an error of the package."""
    return _core.load_bytes(os.fspath(path))


def read_text(path: Name) -> str:
    """Read UTF-8 with or without a byte-order mark; errors are those of the package."""
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as why:
        text = say(
            "byte {} không phải UTF-8: hãy lưu tệp bằng UTF-8",
            "byte {} is no UTF-8: save the file as UTF-8",
            why.start,
        )
        raise error(ParseError, INVALID_ENCODING, os.fspath(path), [text]) from None


def write_bytes(path: Name, data: bytes) -> None:
    """Write a file whole or not at all; an old one is as it was where that fails."""
    _core.save_bytes(os.fspath(path), data)


def write_text(path: Name, text: str, encoding: str = "utf-8") -> None:
    """Write a text, line ends as they are.

    Raises
    ------
    ValidationError
        Code 260 for an encoding that there isn't, or that doesn't have a character of the text.
    """
    try:
        data = text.encode(encoding)
    except LookupError:
        none = say("không có bảng mã {!r}", "there is no encoding {!r}", encoding)
        raise error(ValidationError, INVALID_OPTION, "encoding", [none]) from None
    except UnicodeEncodeError as why:
        character = text[why.start]
        lacks = say("{} không có ký tự {!r}", "{} doesn't have {!r}", why.encoding, character)
        raise error(ValidationError, INVALID_OPTION, "encoding", [lacks]) from None
    write_bytes(path, data)


@contextmanager
def written_whole(path: Name) -> Iterator[str]:
    """Give a file beside `path` that takes its name once it is whole, and goes where it isn't.

    Raises
    ------
    Error
        Code 110 for what the system refuses.
    """
    scratch = Path(path).with_name(f".{Path(path).name}.{token_hex(4)}.tmp")
    try:
        yield str(scratch)
        scratch.replace(path)
    except OSError as why:
        text = say("không ghi được: {}", "can't be written: {}", why.strerror or str(why))
        raise error(Error, CANNOT_WRITE, os.fspath(path), [text]) from None
    finally:
        scratch.unlink(missing_ok=True)


def ending_of(path: Name, known: Sequence[str]) -> str:
    """Give the ending of a file that is to be written, in small letters.

    What is there without one (/dev/stdout) gets the first of those that are known.

    Raises
    ------
    ValidationError
        Code 260 for one that isn't known.
    """
    ending = Path(path).suffix.lower()
    if not ending and Path(path).exists():
        return known[0]
    if ending not in known:
        why = say(
            "không ghi được {!r}; dùng {}", "can't write {!r}; use {}", ending, ", ".join(known)
        )
        raise error(ValidationError, INVALID_OPTION, os.fspath(path), [why])
    return ending


def refuse_shared(inputs: Iterable[Name], outputs: Iterable[Name]) -> None:
    """Refuse outputs that are an input or one another, by whichever names.

    Raises
    ------
    ValidationError
        Code 260; nothing is written then.
    """
    seen: dict[object, str] = {}
    problems = []
    for path in (os.fspath(one) for one in inputs):
        seen.setdefault(_identity(path), path)
    for path in (os.fspath(one) for one in outputs):
        one = _identity(path)
        if one in seen:
            problems.append((path, *say(*SHARED, seen[one])))
        seen[one] = path
    if problems:
        raise error(ValidationError, INVALID_OPTION, "", problems)


def _identity(path: str) -> object:
    """Give what two names of one file have in common; devices and pipes have nothing."""
    try:
        about = Path(path).stat()
    except OSError:
        return os.path.realpath(path)
    except ValueError:  # a NUL in it, which who reads or writes it says
        return path
    return (about.st_dev, about.st_ino) if stat.S_ISREG(about.st_mode) else object()
