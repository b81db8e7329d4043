"""Pages that another program took apart -> Plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sauro import _core
from sauro._base.limits import limits_of
from sauro.reading._options import (
    Agencies,
    Corrections,
    corrections_of,
    entries_of,
)

__all__ = ["plan_of_pages"]


def plan_of_pages(
    blocks: Iterable[_core.PageBlock],
    *,
    agencies: Agencies | None = None,
    limits: Mapping[str, int] | None = None,
    corrections: Corrections | None = None,
) -> _core.Plan:
    """Understand paragraphs and tables that another program took from pages.

    Parameters
    ----------
    blocks : iterable of PageBlock
        In the order in which they are read. What is ``uncertain`` becomes a remark with the task
        and field that it is about; a block of kind ``"aside"`` goes to ``plan.unread`` with its
        reason.
    agencies, limits, corrections : optional
        As for `read_plan`.

    Returns
    -------
    Plan

    Raises
    ------
    ParseError
        Beyond the limits, or without any text.

    Examples
    --------
    >>> import sauro
    >>> header = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
    >>> cells = [sauro.PageCell(text=one) for one in ["1", "Rà soát thủ tục", "Phòng Kinh tế"]]
    >>> cells.append(sauro.PageCell(text="Quý I", uncertain="I"))
    >>> rows = [sauro.PageRow(cells=[sauro.PageCell(text=one) for one in header])]
    >>> rows.append(sauro.PageRow(cells=cells, line=2))
    >>> table = sauro.PageBlock(kind="table", part="trang 3", rows=rows)
    >>> plan = sauro.plan_of_pages([table])
    >>> plan.remarks[0].task, plan.remarks[0].field, plan.remarks[0].message
    ('1.1', 'timeframe', 'nhận dạng không chắc chắn: “I”')
    """
    return _core.plan_of_pages(
        list(blocks), entries_of(agencies), limits_of(limits)[0], corrections_of(corrections)
    )
