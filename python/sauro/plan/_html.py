"""What notebooks show of plans and tasks; the core asks for it."""

from __future__ import annotations

from sauro._base.shown import place_of
from sauro._core import Plan, Task
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["plan_html", "task_html"]

_SHOWN = 20


def plan_html(plan: Plan) -> str:
    """Show the document, figures and the first tasks."""
    document = plan.document
    day = f", {document.date:%d/%m/%Y}" if document.date else ""
    number = document.number or "(chưa có số)"
    facts = {
        "Trích yếu": document.title,
        "Cơ quan ban hành": document.issuer,
        "Người ký": document.signer,
        "Nhiệm vụ": len(plan.tasks),
        "Chỉ tiêu": len(plan.indicators) or None,
        "Cơ quan": len(plan.agencies),
        "Giao trong phần lời": len(plan.duties) or None,
        "Đã đọc": f"{plan.coverage.percent:.2f} %, {len(plan.unread)} mục chưa hiểu",
    }
    names = {agency.id: agency.name for agency in plan.agencies}
    rows = plan.tasks[:_SHOWN]
    columns = {
        "id": [task.id for task in rows],
        "title": [task.title for task in rows],
        "leads": ["; ".join(names.get(one, one) for one in task.leads) or None for task in rows],
        "timeframe": [task.timeframe.text or None for task in rows],
        "due": [task.timeframe.due for task in rows],
    }
    rest = len(plan.tasks) - len(rows)
    more = f"<p>… và {rest} nhiệm vụ nữa</p>" if rest else ""
    parts = [Table(columns)._repr_html_(), more] if rows else []
    return block(f"{document.kind or 'Văn bản'} {number}{day}", facts, *parts)


def task_html(task: Task) -> str:
    """Show what a task says, field by field."""
    time = task.timeframe
    due = f" (hạn {time.due:%d/%m/%Y})" if time.due else ""
    facts = {
        "Nội dung": "; ".join(task.points),
        "Sản phẩm": task.product,
        "Chủ trì": task.lead,
        "Phối hợp": task.coordinator,
        "Thời gian": time.text + due,
        "Chỉ tiêu": "; ".join(target.text for target in task.targets),
        "Vị trí": place_of(task.span),
        **task.extra,
    }
    return block(f"{task.id} {task.title}", facts)
