"""How a board is put in words."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from sauro import _core
from sauro._base.errors import Problem
from sauro._base.words import Words
from sauro._core import Alert
from sauro.scheduling._schedule import Schedule
from sauro.table._table import Table

__all__ = ["STATUSES", "days_left", "describe"]

STATUSES = dict(_core.board_statuses())  # name: words


class _Board(Protocol):
    """What is said of a board."""

    schedule: Schedule
    as_of: date
    targets: Table

    @property
    def counts(self) -> dict[str, int]: ...
    @property
    def alerts(self) -> list[Alert]: ...
    @property
    def later(self) -> int: ...
    @property
    def problems(self) -> list[Problem]: ...


def describe(board: _Board, most: int, words: Words) -> str:
    """Describe a board for a person, with so many alerts at most."""
    day = words.day(board.as_of)
    lines = [words("{title}, tính đến {day}:", title=board.schedule.title, day=day)]
    lines += [f"  {n:>4}  {words(STATUSES[name])}" for name, n in board.counts.items() if n]
    lines += _alert_lines(board, most, words)
    for row in board.targets.to_dicts():
        verdict = words("đạt" if row["met"] else "chưa đạt")
        measured = words.number(row["measured"])
        lines.append(f"{words('Chỉ tiêu')} {row['task']} “{row['target']}”: {measured}, {verdict}")
    if board.later:
        lines.append(words("{n} mục tiến độ sau ngày {day} chưa tính.", n=board.later, day=day))
    lines += [
        words("Bỏ qua: {problem}", problem=problem.to_text(words.language))
        for problem in board.problems
    ]
    return "\n".join(lines)


def _alert_lines(board: _Board, most: int, words: Words) -> list[str]:
    alerts = board.alerts
    if not alerts:
        return []
    tasks = {task.id: task for task in board.schedule.tasks}
    lines = ["", words("Cần đôn đốc:")]
    for one in alerts[:most]:
        task = tasks[one.task]
        lines.append(
            f"  {words.day(one.due)}  {days_left(one.working_days, words):<26}{one.task:<9} "
            f"{task.title[:60]} [{', '.join(task.lead_names)}]"
        )
    if len(alerts) > most:
        lines.append("  " + words("… và {n} việc khác", n=len(alerts) - most))
    return lines


def days_left(working_days: int, words: Words) -> str:
    """Say how many working days are left, or below 0 have passed."""
    text = "quá hạn {n} ngày làm việc" if working_days < 0 else "còn {n} ngày làm việc"
    return words(text, n=abs(working_days))
