"""The command ``sauro``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from sauro._base.errors import Error
from sauro._base.shown import visible
from sauro._core import __version__
from sauro.command._boards import add_report, add_track
from sauro.command._datasets import add_datasets
from sauro.command._plans import add_check, add_read, add_schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 done, 1 the input is wrong, 2 wrong usage, 3 done and something was found that
        ``--fail-on`` asks for.
    """
    options = _parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return int(options.run(options))
    except Error as error:
        said = error.to_text(getattr(options, "language", "vi"))
        print(f"sauro: {visible(said)}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        print(f"sauro: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sauro", description="Kế hoạch cải cách hành chính")
    parser.add_argument("--version", action="version", version=f"sauro {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_read(commands)
    add_check(commands)
    add_schedule(commands)
    add_track(commands)
    add_report(commands)
    add_datasets(commands)
    return parser
