"""The server: waitress, on this machine alone."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from collections.abc import Callable, Mapping
from datetime import datetime
from operator import index
from pathlib import Path
from typing import Any

from sauro._base.choice import OnProblem
from sauro._base.errors import Error, ValidationError, error, say
from sauro._base.words import Language
from sauro._core import Plan
from sauro.scheduling._report_day import ReportDay
from sauro.serving._app import MOST_BYTES, App
from sauro.serving._desk import Desk

__all__ = ["serve"]

HERE = "127.0.0.1"  # no other machine reaches it
MOST_PORT = 65_535
MISSING_PROGRAM, INVALID_OPTION = 132, 260


def serve(
    plan: Plan,
    log: str | os.PathLike[str],
    clock: Callable[[], datetime],
    *,
    port: int = 0,
    year: int | None = None,
    duties: bool = True,
    language: Language = "vi",
    on_problem: OnProblem = "raise",
    report_day: ReportDay | None = None,
    statuses: Mapping[str, str] | None = None,
    ready: Callable[[str], object] = print,
) -> None:
    """Show a page on which the log of a plan is kept, until Ctrl-C.

    The page is shown to browsers of this machine that have its address, which holds a random word.
    On it tasks are looked for, ticked off and reported on; each change is written to the log at
    once, whole or not at all, and to its history (``so.csv.lich-su.csv`` beside ``so.csv``: when,
    who, which task, old and new value). Several browsers may work at once: who changes a row that
    somebody else has changed meanwhile is shown both.

    Parameters
    ----------
    plan : Plan
    log : path
        ``.csv`` or ``.xlsx`` as `write_register` makes them, or another log in CSV, of which
        what isn't touched stays byte for byte. A new register is made where there is none. In a
        register the row of a task and period is filled in; a log of reports gets a row for what
        is reported on a later day.
    clock : callable
        Gives the present moment: ``datetime.now``. The library has no clock of its own.
    port : int
        Any that is free by default.
    year : int, optional
        Of the plan, where it doesn't say it.
    duties : bool
        Whether duties of the text that have a limit are shown.
    language : {"vi", "en"}
        Of the page.
    on_problem : {"raise", "keep"}
        As for `track`: entries that can't be right are an error, or stay in the log uncounted.
    report_day : int or str, optional
        As for :func:`schedule`.
    statuses : mapping of str to str, optional
        As for `Progress`.
    ready : callable
        Is given the address once the page can be opened.

    Raises
    ------
    KeyboardInterrupt
        Ctrl-C, once the changes under way are written.
    Error
        Code 132 without ``pip install sauro[serve]``; 110 for a log that couldn't be written back
        as it is.
    ValidationError
        Code 260 for an ending that isn't known and a port that can't be had, 262 for a log that
        can't be right.

    Examples
    --------
    >>> from datetime import datetime
    >>> import sauro
    >>> try:
    ...     sauro.serve(sauro.datasets.plan("phu-my"), "so.docx", datetime.now)
    ... except sauro.ValidationError as wrong:
    ...     print(wrong.problems[0].to_text("en"))
    so.docx: can't write '.docx'; use .csv, .xlsx
    """
    options: dict[str, Any] = {"year": year, "duties": duties, "language": language}
    options |= {"report_day": report_day, "statuses": statuses}
    make = _server_maker()
    desk = Desk(plan, Path(log), clock, on_problem=on_problem, **options)
    app = App(desk, secrets.token_urlsafe(24))
    listener = _listener(port)
    app.host = f"{HERE}:{listener.getsockname()[1]}"
    server = _server(make, app, listener)
    try:
        ready(f"http://{app.host}/{app.token}/")
        server.run()  # ends at Ctrl-C, which it keeps to itself
    finally:
        server.close()
    raise KeyboardInterrupt


def _server_maker() -> Any:
    try:
        from waitress.server import create_server
    except ImportError:
        text = say(
            "trang này cần thêm gói: hãy chạy `pip install sauro[serve]`",
            "this page needs a package: run `pip install sauro[serve]`",
        )
        raise error(Error, MISSING_PROGRAM, "serve", [text]) from None
    return create_server


def _listener(port: int) -> socket.socket:
    """Listen on this machine."""
    try:
        if 0 <= (port := index(port)) <= MOST_PORT:
            return socket.create_server((HERE, port))
        raise OSError
    except OSError:
        text = say(
            "không mở được cổng {}; hãy chọn cổng khác từ 1024 đến 65535, hoặc 0 để máy tự chọn",
            "port {} can't be had; choose another one from 1024 to 65535, or 0 for any",
            port,
        )
        raise error(ValidationError, INVALID_OPTION, "port", [text]) from None


def _server(make: Any, app: App, listener: socket.socket) -> Any:
    """Make a server with bounds on what a client may send."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a short wait is no news
    return make(
        app,
        sockets=[listener],
        threads=4,
        ident=None,
        connection_limit=50,
        channel_timeout=30,
        max_request_header_size=16_384,
        max_request_body_size=MOST_BYTES,
    )
