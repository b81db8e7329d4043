"""Which indicators the tasks of a plan serve."""

from __future__ import annotations

from sauro import _core
from sauro._core import Plan

__all__ = ["task_indicators"]


def task_indicators(plan: Plan) -> dict[str, list[str]]:
    """Give the indicators that each task of a plan names, as ids, in the order of the plan.

    A column of tasks that is headed by indicators (``Chỉ tiêu``) names them by id, number or name,
    and so does one of indicators by tasks (``Nhiệm vụ``); else the name of an indicator, of three
    words or more, stands in the task's text. A number that several have names none. Tasks that
    name none are left out.

    Examples
    --------
    >>> import sauro
    >>> lines = [
    ...     "PHỤ LỤC 1",
    ...     "STT | Chỉ tiêu | ĐVT | Năm 2026",
    ...     "1 | Tỷ lệ hồ sơ đúng hạn | % | ≥ 98",
    ...     "PHỤ LỤC 2",
    ...     "STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành",
    ...     "1 | Nâng tỷ lệ hồ sơ đúng hạn của xã | Văn phòng | Quý II/2026",
    ... ]
    >>> plan = sauro.read_plan(text=chr(10).join(lines).replace(" | ", chr(9)))
    >>> sauro.task_indicators(plan)
    {'2.1': ['1.1']}
    """
    return dict(_core.task_indicators(plan))
