"""Workers of dask: those of this machine, or those that the caller has."""

from __future__ import annotations

import logging
import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sauro._base.errors import Error, NotFoundError, error, say
from sauro._base.files import NO_SUCH_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["connected"]

FILE_NOT_FOUND, FAILED_PROGRAM = 100, 133


@contextmanager
def connected(client: Any, workers: int | None) -> Iterator[Any]:
    """Give a client: the caller's own stays open, one made here is gone with its processes.

    Raises
    ------
    Error
        Code 100 for a scheduler file that isn't there, 133 for a scheduler that doesn't answer.
    """
    import dask
    from distributed import Client, LocalCluster

    if client is not None and not isinstance(client, str | os.PathLike):
        yield client
        return
    with ExitStack() as stack:
        stack.enter_context(_silence())
        if client is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            stack.enter_context(dask.config.set({"temporary-directory": folder}))
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                security=True,  # other users of the machine could have workers run their code
                silence_logs=logging.CRITICAL,
            )
            stack.enter_context(cluster)
            yield stack.enter_context(Client(cluster, set_as_default=False))
        else:
            yield stack.enter_context(_reached(os.fspath(client)))


@contextmanager
def _silence() -> Iterator[None]:
    """Keep dask from printing what is an error of ours."""
    names = "distributed", "distributed.client", "distributed.core", "tornado.application"
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _reached(where: str) -> Any:
    """Connect to an address, or to what a scheduler file names."""
    from distributed import Client

    is_file = "://" not in where and (Path(where).suffix == ".json" or Path(where).exists())
    if is_file and not Path(where).exists():
        raise error(NotFoundError, FILE_NOT_FOUND, where, [NO_SUCH_FILE])
    try:
        if is_file:
            return Client(scheduler_file=where, set_as_default=False)
        return Client(where, set_as_default=False)
    except (OSError, ValueError, TypeError) as why:
        text = say("không nối được với bộ điều phối: {}", "no scheduler answers: {}", why)
        raise error(Error, FAILED_PROGRAM, where, [text]) from None
