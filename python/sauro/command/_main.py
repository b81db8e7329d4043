"""The command ``sauro``."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sauro._base.errors import Error, Texts, say
from sauro._base.shown import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

FAULT, INTERRUPTED = 4, 130  # 130: what shells give for Ctrl-C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; whatever happens, there is no traceback.

    Returns
    -------
    int
        0 done, 1 the input is wrong or the output can't be written, 2 wrong usage, 3 done and
        something was found that ``--fail-on`` asks for, 4 a fault of sauro itself, 130 interrupted
        by Ctrl-C.
    """
    if sys.stdout is None:  # closed by the caller; what is opened next would take its place
        return _fail(say("đầu ra chuẩn đã đóng", "standard output is closed"))
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _fail(say("đã dừng theo Ctrl-C", "stopped by Ctrl-C"), INTERRUPTED)
    except OSError as why:
        _forget_output()
        where = why.filename or say("đầu ra chuẩn", "standard output")
        return _fail(say("{}: không ghi được: {}", "{}: can't be written: {}", where, why.strerror))
    except ImportError as why:
        needed = say("cần cài thêm gói {}", "the package {} has to be installed", why.name)
        return _fail(needed)
    except Exception as fault:  # of the program, not of its user
        return _fail(_report_of(fault), FAULT)


def _run(arguments: Sequence[str] | None) -> int:
    from sauro.command._options import refuse_shared_paths  # slow: Ctrl-C may come meanwhile
    from sauro.command._parser import parser

    given = sys.argv[1:] if arguments is None else arguments
    made = parser(given)
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what may come next
        import argcomplete

        argcomplete.autocomplete(made)
    options = made.parse_args(given)
    if hasattr(sys.stdout, "reconfigure"):
        # names of files may hold bytes that are no UTF-8; they are written as they are
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        refuse_shared_paths(options)
        return int(options.run(options))
    except Error as error:
        return _fail(error.to_text(getattr(options, "language", "vi")))


def _fail(text: str | Texts, code: int = 1) -> int:
    """Say what went wrong where standard error still takes it; give the exit code back."""
    with suppress(OSError):
        said = text if isinstance(text, str) else f"{text.vi} ({text.en})"
        print(f"sauro: {visible(said)}", file=sys.stderr)
    return code


def _forget_output() -> None:
    """Leave the interpreter nothing that it would try to write once more when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_of(fault: Exception) -> Texts:
    """Say what broke and where in the package, for a report."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    broken = f"{type(fault).__name__}: {fault} ({Path(last.filename).name}:{last.lineno})"
    return say("lỗi của chương trình, xin báo lại: {}", "a fault of sauro; report it: {}", broken)
