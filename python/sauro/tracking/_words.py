"""How a board is put in words."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from sauro import _core
from sauro._base.errors import Problem
from sauro._base.shown import sentence
from sauro._base.words import Words
from sauro._core import Alert
from sauro.scheduling._schedule import Schedule
from sauro.table._table import Table

__all__ = ["MOST_TITLE", "STATUSES", "days_left", "describe", "group_lines"]

MOST_TITLE = 60  # letters of a task on a line
STATUSES = dict(_core.board_statuses())  # name: words
WORST_FIRST = (
    "overdue",
    "not_reported",
    *(name for name in STATUSES if name not in ("overdue", "not_reported")),
)
GROUP_TITLES = {
    "agency": "Theo cơ quan",
    "area": "Theo lĩnh vực",
    "annex": "Theo phụ lục",
    "product": "Theo loại sản phẩm",
    "month": "Theo tháng đến hạn",
    "plan": "Theo kế hoạch",
}


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
            f"{sentence(task.title, MOST_TITLE)} [{', '.join(task.lead_names)}]"
        )
    if len(alerts) > most:
        lines.append("  " + words("… và {n} việc khác", n=len(alerts) - most))
    return lines


def group_lines(counts: Table, group: str, words: Words) -> list[str]:
    """Say how each agency, area or plan stands, the worst states first."""
    lines = []
    for row in counts.to_dicts():
        if not row["total"]:  # what only coordinates
            continue
        each = [(words(STATUSES[name]), row[name]) for name in WORST_FIRST if row[name]]
        said = ", ".join(f"{status} {n}" for status, n in each)
        share = row["on_time_percent"]
        if share is not None and share == share:
            said += f" ({words('đúng hạn {share}', share=words.percent(share, 0))})"
        lines.append(f"  {_label(row, group, words)}: {said}")
    return [words(GROUP_TITLES[group]), *lines] if lines else []


def _label(row: dict[str, Any], group: str, words: Words) -> str:
    if group == "agency":
        return words(row["agency_name"])
    if group == "area":
        name = ". ".join(filter(None, (row["area"], row["area_name"])))
        return name or words("Không ghi lĩnh vực")
    if group == "annex":
        number = row["annex"]
        return words("Phụ lục {n}", n=number) if number not in ("", "0") else words("phần lời")
    if group == "month":
        year, dash, month = (row["month"] or "").partition("-")
        return (
            words("tháng {month}/{year}", month=int(month), year=year)
            if dash
            else words("chưa có hạn")
        )
    return words(row[group] or "không ghi")


def days_left(working_days: int, words: Words) -> str:
    """Say how many working days are left, or below 0 have passed."""
    if working_days == 0:
        return words("đến hạn hôm nay")
    text = "quá hạn {n} ngày làm việc" if working_days < 0 else "còn {n} ngày làm việc"
    return words(text, n=abs(working_days))
