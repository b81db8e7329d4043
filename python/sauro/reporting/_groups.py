"""A board counted by agency or area, with a row of all that adds up."""

from __future__ import annotations

from typing import Any

from sauro._base.words import Words
from sauro.tracking._board import Board, Group

__all__ = ["group_counts"]


def group_counts(board: Board, group: Group, name: str, words: Words) -> dict[str, Any]:
    """Count by group, with the statuses that occur at all."""
    table = board.by(group)
    statuses = [status for status, count in board.counts.items() if count]
    rows: list[dict[str, Any]] = []
    for i, row in enumerate(table.to_dicts()):
        label = row.get(f"{group}_name") or row[group] or ""
        if group == "area" and label:
            label = ". ".join(filter(None, (row["area"], row["area_name"])))
        on_time, points = (float(table[column][i]) for column in ("on_time_percent", "points"))
        rows.append(
            {
                "group": words(label or "Không ghi"),
                "counts": [int(table[status][i]) for status in statuses],
                "total": int(table["total"][i]),
                "on_time": None if on_time != on_time else on_time,
                "points": None if points != points else points,
            }
        )
    if len(rows) > 1:
        counts = [board.counts[status] for status in statuses]
        whole = {"group": _whole(board, group, words), "counts": counts, "total": len(board.table)}
        rows.append({**whole, "on_time": None, "points": None})
    return {"name": name, "statuses": statuses, "rows": rows}


def _whole(board: Board, group: Group, words: Words) -> str:
    """Name the row of all; what has two leads stands in two rows, and counts once here."""
    several = {task.id for task in board.schedule.tasks if len(task.leads) > 1}
    n = sum(one.task in several for one in board.schedule.occurrences)
    if group != "agency" or n == 0:
        return words("Cả kế hoạch")
    return words("Cả kế hoạch ({n} lượt có nhiều cơ quan chủ trì, tính cho mỗi cơ quan)", n=n)
