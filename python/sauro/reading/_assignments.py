"""What one body has to do, over many documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sauro import _core
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sauro._core import Plan

__all__ = ["assignments"]


def assignments(plans: Iterable[Plan], agency: str) -> Table:
    r"""List what documents give one body to do.

    Parameters
    ----------
    plans : iterable of Plan
        Directives, telegrams, notices, plans, as :func:`read_plan` gives them.
    agency : str
        Name of the body, ``"UBND xã Phú Lộc"``.

    Returns
    -------
    Table
        A row a task or duty: document (its number, else its title), date, issuer, id, title, role
        (``"lead"`` or ``"coordinator"``), named (false where a group is meant: ``các sở, ban,
        ngành``; ``các đơn vị`` are those whom the document speaks to), timeframe, due, text.
        A lead ``liên quan`` may be any body and counts; such a partner doesn't.

    See Also
    --------
    Plan.for_agency : the same of one plan, as a plan.

    Examples
    --------
    >>> import sauro
    >>> telegram = sauro.read_plan(
    ...     text="CÔNG ĐIỆN\nVề hồ sơ quá hạn\n"
    ...     "CHỦ TỊCH UBND TỈNH ĐIỆN:\n- Sở Y tế;\n- UBND các xã, phường.\n"
    ...     "Chủ tịch UBND tỉnh yêu cầu các đơn vị:\n"
    ...     "1. Rà soát hồ sơ quá hạn, hoàn thành trước ngày 20/3/2026.\n"
    ...     "2. Sở Y tế số hóa hồ sơ cấp phép trong tháng 6/2026."
    ... )
    >>> work = sauro.assignments([telegram], "UBND xã Phú Lộc")
    >>> print(work[:, ["title", "role", "due"]])
    title                                     role  due
    Rà soát hồ sơ quá hạn, hoàn thành trước…  lead  2026-03-20
    """
    return Table(_core.assignments(list(plans), agency))
