"""Parts of many cases -> small states that add up to one result."""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sauro import _core
from sauro._base.errors import Error, Problem
from sauro._base.files import write_bytes
from sauro.cases._cases import CaseLog
from sauro.cases._keys import BODIES
from sauro.cases._merge import merge_roll_ups
from sauro.cases._parts import ParquetPart, Part, problem_of
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Question", "State", "Tree", "count_part", "merged", "with_problems"]

FAN_IN = 8  # states that are added up at once


class State(NamedTuple):
    """What some parts hold: their counts, how many cases and parts they are, and what is wrong."""

    table: Table | None
    rows: int
    parts: int
    problems: list[Problem]


@dataclass(frozen=True)
class Question:
    """What is counted: columns by their roles, keys of groups, options of judging."""

    columns: dict[str, str | float | None]
    unit: Any
    options: dict[str, Any]
    batch_rows: int
    checkpoint: str | None = None
    keys: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """Columns that are read, in order."""
        named = {name for name in self.columns.values() if isinstance(name, str)}
        return sorted({*named, *self.keys})

    @property
    def coded(self) -> list[str]:
        """Columns whose texts are read as categories."""
        named = (self.columns.get(role) for role in BODIES)
        return sorted({*(name for name in named if isinstance(name, str)), *self.keys})

    @property
    def keeps(self) -> bool:
        """Whether parts that can't be read are set aside."""
        return bool(self.options["on_problem"] == "keep")


def count_part(part: Part, question: Question, seen: Callable[[int], object] = int) -> State:
    """Count one part, or give the state that an earlier run has kept of it.

    Raises
    ------
    Error
        A part that can't be read, or rows that can't be right, unless they are set aside; each
        place begins with the name of the part.
    """
    kept = _kept_as(part, question)
    state = None if kept is None else _read_state(kept)
    if state is not None:
        seen(state.rows)
        return state
    try:
        state = _counted(part, question, seen)
    except Exception as why:
        problems = why.problems if isinstance(why, Error) else [problem_of(part.name, why)]
        if not question.keeps:
            raise type(why)(problems) if isinstance(why, Error) else Error(problems) from why
        return State(None, 0, 0, problems)
    if kept is not None:
        _write_state(kept, state)
    return state


def _counted(part: Part, question: Question, seen: Callable[[int], object]) -> State:
    tree = Tree()
    rows = 0
    threads = question.options.get("threads", 0)
    for batch in part.batches(question.names, question.coded, question.batch_rows, threads):
        try:
            log = CaseLog.from_table(
                batch, unit=question.unit, keys=question.keys, **question.columns
            )
            table = log.roll_up(**question.options)
        except Error as why:
            raise type(why)([_placed(one, part.name, rows) for one in why.problems]) from None
        rows += len(log)
        seen(len(log))
        tree.add(State(table, len(log), 0, []))
    return tree.whole()._replace(parts=1)


def _placed(problem: Problem, part: str, before: int) -> Problem:
    """Give the place of a problem in its part, of which `before` rows have been read."""
    row = re.fullmatch(r"row (\d+)", problem.where)
    where = f"row {int(row[1]) + before}" if row else problem.where
    return problem._replace(where=f"{part}, {where}" if where else part)


def with_problems(state: State, problems: list[Problem]) -> State:
    """Give a state with what was wrong besides, in the order of places."""
    return state._replace(problems=sorted([*problems, *state.problems], key=lambda one: one.where))


def merged(states: Iterable[State]) -> State:
    """Add states up: the same whatever their order, and however they were added up before."""
    given = list(states)
    tables = [state.table for state in given if state.table is not None]
    whole = State(
        merge_roll_ups(tables) if tables else None,
        sum(state.rows for state in given),
        sum(state.parts for state in given),
        [],
    )
    return with_problems(whole, [one for state in given for one in state.problems])


class Tree:
    """Adds states up as a tree, so that each group is added a few times whatever the parts."""

    def __init__(self) -> None:
        self._levels: list[list[State]] = []

    def add(self, state: State, level: int = 0) -> None:
        """Take one more state."""
        if level == len(self._levels):
            self._levels.append([])
        held = self._levels[level]
        held.append(state)
        if len(held) == FAN_IN:
            self._levels[level] = []
            self.add(merged(held), level + 1)

    def whole(self) -> State:
        """Give the sum of all that came."""
        return merged(state for level in self._levels for state in level)


def _kept_as(part: Part, question: Question) -> Path | None:
    """Name of the file that keeps a part's state; another question or file has another name."""
    if question.checkpoint is None or not isinstance(part, ParquetPart):
        return None
    path = Path(part.name)
    try:
        about = path.stat()
    except OSError:
        return None
    file = [str(path.resolve()), about.st_size, about.st_mtime_ns, _core.__version__]
    options = sorted(one for one in question.options.items() if one[0] != "threads")
    asked = sorted(question.columns.items()), question.unit, options, question.keys
    name = hashlib.sha256(json.dumps(file).encode() + pickle.dumps(asked)).hexdigest()[:32]
    return Path(question.checkpoint) / f"{path.stem}-{name}.arrow"


def _write_state(path: Path, state: State) -> None:
    import pyarrow as pa

    table = pa.table(state.table).replace_schema_metadata({"rows": str(state.rows)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as file:
        file.write_table(table)
    write_bytes(path, sink.getvalue().to_pybytes())


def _read_state(path: Path) -> State | None:
    """Give a state that was kept; what isn't there or is damaged is counted anew."""
    import pyarrow as pa

    try:
        with pa.ipc.open_file(path.read_bytes()) as file:
            table = file.read_all()
        return State(Table(table), int(table.schema.metadata[b"rows"]), 1, [])
    except (OSError, ValueError, pa.ArrowException, KeyError, TypeError):
        return None
