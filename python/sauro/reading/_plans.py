"""A folder of documents -> their plans."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

from sauro import _core
from sauro._base.choice import ON_PROBLEM, OnProblem, choice
from sauro._base.errors import Error, NotFoundError, ParseError, Problem, error, say
from sauro._base.pickles import require_version
from sauro._base.shown import visible
from sauro.reading._options import Agencies
from sauro.reading._read import read_plan
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["Plans", "read_plans"]

_NOT_FOUND = 202


class Plans(Sequence[_core.Plan]):
    r"""The plans of a folder, by place or by the name of their file.

    Attributes
    ----------
    names : list of str
        The files that hold them, as seen from the folder: ``"2026/ke-hoach.docx"``.
    problems : list of Problem
        Why other files weren't read; ``where`` begins with the name of the file.

    Examples
    --------
    >>> import sauro
    >>> text = "TT\tNhiệm vụ\tChủ trì\n1\tHọp dân\tPhòng Kinh tế"
    >>> plans = sauro.Plans(["an-loc.txt"], [sauro.read_plan(text=text)])
    >>> plans["an-loc.txt"].tasks[0].title, len(plans.table)
    ('Họp dân', 1)
    """

    names: list[str]
    problems: list[Problem]

    def __init__(
        self, names: Iterable[str], plans: Iterable[_core.Plan], problems: Iterable[Problem] = ()
    ) -> None:
        self.names = list(names)
        self.problems = list(problems)
        self._plans = list(plans)

    @property
    def table(self) -> Table:
        """The tasks of all plans: ``plan``, ``document`` (its number), then as ``tasks.table``."""
        return Table(_core.task_table(self._plans, self.names))

    @overload
    def __getitem__(self, key: int | str) -> _core.Plan: ...
    @overload
    def __getitem__(self, key: slice) -> list[_core.Plan]: ...
    def __getitem__(self, key: int | str | slice) -> _core.Plan | list[_core.Plan]:
        if not isinstance(key, str):
            return self._plans[key]
        if key in self.names:
            return self._plans[self.names.index(key)]
        text = say(
            "không có kế hoạch của tệp này; có {}",
            "no plan of that file; expected one of {}",
            ", ".join(self.names),
        )
        raise error(NotFoundError, _NOT_FOUND, key, [text])

    def __len__(self) -> int:
        return len(self._plans)

    def __iter__(self) -> Iterator[_core.Plan]:
        return iter(self._plans)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plans):
            return NotImplemented
        mine, others = ((one.names, one._plans, one.problems) for one in (self, other))
        return mine == others

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _unpickle, (_core.pickle_version, self.names, self._plans, self.problems)

    def __repr__(self) -> str:
        return f"<Plans: {len(self)} plans, {len(self.problems)} problems>"

    def _repr_html_(self) -> str:
        facts = {"Không đọc được": "; ".join(map(str, self.problems))}
        return block(f"{len(self)} kế hoạch", facts, self.table._repr_html_())


Plans.__module__ = "sauro"


def _unpickle(
    version: int, names: list[str], plans: list[_core.Plan], problems: list[Problem]
) -> Plans:
    require_version("Plans", version, _core.pickle_version)
    return Plans(names, plans, problems)


def read_plans(
    folder: str | os.PathLike[str],
    *,
    subfolders: bool = False,
    on_problem: OnProblem = "raise",
    agencies: Agencies | None = None,
    limits: Mapping[str, int] | None = None,
) -> Plans:
    r"""Read the plans of a folder, in the order of the names of their files.

    Hidden files, those by which an office program marks that a document is open (``~$a.docx``) and
    JSON (what was read, corrections) are left aside.

    Parameters
    ----------
    folder : path
    subfolders : bool
        Whether the folders in it are read too.
    on_problem : {"raise", "keep"}
        What is done about files that can't be read or hold no plan: an error that names all of
        them, or `Plans.problems`.
    agencies, limits
        As for :func:`read_plan`.

    Returns
    -------
    Plans

    Raises
    ------
    NotFoundError
        There is no such folder.
    ParseError
        Files that can't be read, all at once.

    Examples
    --------
    >>> import sauro, tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> copied = sauro.datasets.copy(folder, "ke-hoach-phu-my.txt", "ke-hoach-tan-hoa.docx")
    >>> (folder / "trống.txt").touch()
    >>> plans = sauro.read_plans(folder, on_problem="keep")
    >>> sorted(set(plans.table["plan"]))
    ['ke-hoach-phu-my.txt', 'ke-hoach-tan-hoa.docx']
    >>> [problem.where for problem in plans.problems]
    ['trống.txt']
    """
    choice(on_problem, ON_PROBLEM, "on_problem")
    root = Path(folder)
    names: list[str] = []
    plans: list[_core.Plan] = []
    problems: list[Problem] = []
    for path in map(Path, _core.plan_files(root, subfolders)):
        name = visible(path.relative_to(root).as_posix())
        try:
            plan = read_plan(path, agencies=agencies, limits=limits)
            _core.require_plan(plan, name)
            names.append(name)
            plans.append(plan)
        except Error as wrong:
            problems += [_placed(one, path, name) for one in wrong.problems]
    if problems and on_problem == "raise":
        raise ParseError(problems)
    return Plans(names, plans, problems)


def _placed(problem: Problem, path: Path, name: str) -> Problem:
    """Name the file as seen from the folder where a problem is."""
    where = problem.where
    for told in (str(path), path.name):
        if where.startswith(told):
            return problem._replace(where=name + where[len(told) :])
    return problem._replace(where=f"{name}, {where}" if where and where != name else name)
