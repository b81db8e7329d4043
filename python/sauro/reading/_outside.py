"""Other programs: run with a limit of time, and ended with all that they have started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["Failed", "TooLong", "ask_worker", "run"]


class Failed(Exception):
    """A program that ended with an error; its last words."""


class TooLong(Exception):
    """A program that didn't end in time."""


def run(
    command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None
) -> bytes:
    """Run a program and give what it prints.

    Raises
    ------
    Failed
        It ended with an error.
    TooLong
        It took longer.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )
    try:
        printed, complaint = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise TooLong from None
    except BaseException:
        _end(process)
        raise
    if process.returncode != 0:
        raise Failed(complaint.decode("utf-8", "replace").strip()[-500:])
    return printed


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()


def ask_worker(task: str, *arguments: str, seconds: float) -> dict[str, Any]:
    """Let `sauro.reading._work` do a task in a process of its own; raises as `run` does."""
    command = [sys.executable, "-P", "-m", "sauro.reading._work", task, *arguments]
    path = os.pathsep.join(one for one in sys.path if one)
    answer: dict[str, Any] = json.loads(run(command, seconds, {**os.environ, "PYTHONPATH": path}))
    return answer
