"""Roll-ups of cases by many workers: each counts parts, small states come together as a tree."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sauro._base.errors import Error, Problem, ValidationError, error, say
from sauro._base.progress import rows_bar
from sauro.cases._batches import CaseRollUp, asked, asked_of, rolled_up, total_of
from sauro.cases._counting import FAN_IN, Question, State, count_part, merged, with_problems
from sauro.cases._parts import Part
from sauro.cases._streams import StreamPart
from sauro.distributed._cluster import connected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sauro._base.days import Day
    from sauro.calendar._working import WorkingCalendar

__all__ = ["roll_up_cases"]

FAILED_PROGRAM, INVALID_OPTION = 133, 260
LISTENING = 2.0  # seconds between looks at whether there is a scheduler
MOST_SILENT = 30  # such looks at one that is lost and may come back


def roll_up_cases(
    source: Any,
    calendar: WorkingCalendar | Sequence[WorkingCalendar] | None = None,
    as_of: Day | None = None,
    by: Iterable[str] = ("agency",),
    *,
    client: Any = None,
    workers: int | None = None,
    **options: Any,
) -> CaseRollUp:
    """Count groups of cases in Parquet files by the workers of dask.

    The result is that of :func:`sauro.roll_up_cases` to the bit, whatever the parts, the workers
    and the order. What a worker that ends had counted is counted again by another one. Needs
    ``pip install sauro[distributed]``; the workers have to see the files by the same names.

    Parameters
    ----------
    source : path, list of paths or pyarrow dataset
        Parquet files, a part each.
    calendar, as_of, by
        As of :meth:`CaseLog.roll_up`.
    client : distributed.Client, address or path of a scheduler file, optional
        Whose workers count; without it they are processes of this machine, which end with the
        call. A script that starts them has to guard what it runs by
        ``if __name__ == "__main__":``, for they read it too.
    workers : int, optional
        How many processes of this machine; one for each core by default.
    **options
        As of :func:`sauro.roll_up_cases`, the columns among them; ``threads`` are those of a
        worker, 1 by default, and the folder ``checkpoint`` is one that the workers see.

    Raises
    ------
    Error
        As of :func:`sauro.roll_up_cases`; code 133 where no scheduler answers, where it is gone, or
        where workers ended again and again at the same part.

    Examples
    --------
    >>> import tempfile
    >>> import sauro
    >>> from sauro import datasets, distributed
    >>> folder = tempfile.mkdtemp()
    >>> _ = datasets.synthetic.write_cases(folder, 5000, parts=4, communes=2)
    >>> columns = {
    ...     "received": "Ngày nhận", "limit_days": "Thời hạn", "finished": "Ngày trả",
    ...     "agency": "Xã",
    ... }
    >>> distributed.roll_up_cases(folder, as_of="2025-12-31", workers=2, **columns)
    CaseRollUp(5000 cases, 4 parts, 2 groups)
    """
    question = asked(calendar, as_of, by, **{"threads": 1, **options})
    parts, problems = asked_of(source, question)
    if any(isinstance(part, StreamPart) for part in parts):
        text = say(
            "chỉ chia được tệp Parquet hoặc dataset của pyarrow; dùng sauro.roll_up_cases",
            "only Parquet files and datasets of pyarrow can be shared out; use sauro.roll_up_cases",
        )
        raise error(ValidationError, INVALID_OPTION, "source", [text])
    if not parts:
        return rolled_up(State(None, 0, 0, problems))
    with connected(client, workers) as found:
        return rolled_up(with_problems(_counted(found, parts, question), problems))


def _counted(client: Any, parts: list[Part], question: Question) -> State:
    """Let the workers count all parts and add them up; whatever happens, no work is left there."""
    from distributed import KilledWorker

    run = f"sauro-{uuid4().hex}"
    keys = [f"{run}-{at}" for at in range(len(parts))]
    with rows_bar(total_of(parts), "đếm hồ sơ") as bar:
        futures = client.map(count_part, parts, question=question, key=keys, pure=False)
        for part, future in zip(parts, futures, strict=True):
            future.add_done_callback(lambda _, rows=part.rows: bar.update(rows or 0))
        whole = _added_up(client, futures, run)
        del futures, future
        try:
            return _result(client, whole)
        except KilledWorker as why:
            raise _ended(why.task, dict(zip(keys, parts, strict=True))) from None
        except CancelledError as why:
            text = say(
                "mất liên lạc với bộ điều phối ({}): hãy chạy lại, với checkpoint thì tiếp tục",
                "lost the scheduler ({}): run it again; with a checkpoint it goes on",
                str(why).splitlines()[0] if str(why) else "dask",
            )
            raise Error([Problem(FAILED_PROGRAM, "", *text)]) from None
        finally:
            if client.status == "running":
                client.cancel([whole], force=True)


def _result(client: Any, whole: Any) -> State:
    """Wait for the sum as long as there is a scheduler: what it never heard of comes to no end."""
    silent = 0
    while True:
        try:
            state: State = whole.result(timeout=LISTENING)
            return state
        except TimeoutError:
            silent = 0 if client.status == "running" else silent + 1
            if client.status == "closed" or silent > MOST_SILENT:
                raise CancelledError from None


def _added_up(client: Any, futures: list[Any], run: str) -> Any:
    """Give the future of the sum: states are let go as soon as they are added up."""
    level = 0
    while len(futures) > 1 or not level:
        level += 1
        futures = [
            client.submit(merged, futures[at : at + FAN_IN], key=f"{run}-sum-{level}-{at}")
            for at in range(0, len(futures), FAN_IN)
        ]
    return futures[0]


def _ended(task: str, parts: dict[str, Part]) -> Error:
    where = parts[task].name if task in parts else ""
    text = say(
        "tiến trình đếm phần này dừng nhiều lần, thường vì thiếu bộ nhớ: hãy giảm batch_rows",
        "workers ended at this part again and again, mostly for lack of memory: lower batch_rows",
    )
    return Error([Problem(FAILED_PROGRAM, where, *text)])
