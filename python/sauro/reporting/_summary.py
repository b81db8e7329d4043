"""What a plan holds, in a few lines for a person."""

from __future__ import annotations

from collections import Counter

from sauro._base.shown import place_of
from sauro._core import Agency, Plan, Span

__all__ = ["lead_counts", "summary"]

MOST_REMARKS = 10


def lead_counts(plan: Plan) -> list[tuple[Agency, int]]:
    """Agencies that lead tasks and how many each leads, the busiest first.

    A task with several leads counts for each of them.

    Returns
    -------
    list of (Agency, int)
    """
    counts = Counter(lead for task in plan.tasks for lead in task.leads)
    return [(plan.agencies[agency], count) for agency, count in counts.most_common()]


def summary(plan: Plan, *, agencies: int = 12) -> str:
    """Describe a plan in Vietnamese, as plain text.

    Parameters
    ----------
    plan : Plan
    agencies : int
        How many lead agencies to name at most.

    Returns
    -------
    str
        Document, annexes, tasks by lead agency, what is left unread and what had to be guessed.

    Examples
    --------
    >>> import sauro
    >>> print(sauro.summary(sauro.datasets.plan("phu-my")).splitlines()[0])
    KH 21/KH-UBND, 15/01/2026
    """
    document = plan.document
    when = document.date.strftime("%d/%m/%Y") if document.date else "chưa ghi ngày"
    lines = [
        f"{document.kind or 'Văn bản'} {document.number or '(chưa có số)'}, {when}",
        f"  Cơ quan ban hành : {document.issuer or '(không rõ)'}",
        f"  Trích yếu        : {document.title or '(không có)'}",
        f"  Người ký         : {document.signer or '(không rõ)'}",
        f"  Căn cứ           : {len(document.legal_bases)}   Nơi nhận: {len(document.recipients)}"
        f"   Nhiệm vụ giao trong phần lời: {len(plan.duties)}",
        "",
    ]
    lines += _annex_lines(plan)
    lines += _lead_lines(plan, agencies)
    lines += _remark_lines(plan)
    return "\n".join(lines)


def _annex_lines(plan: Plan) -> list[str]:
    lines = []
    for annex in plan.annexes:
        tasks = sum(task.annex == annex.number for task in plan.tasks)
        indicators = sum(item.annex == annex.number for item in plan.indicators)
        counts = [f"{len(annex.areas)} lĩnh vực", f"{tasks} nhiệm vụ"]
        counts += [f"{indicators} chỉ tiêu"] * bool(indicators)
        name = annex.label or (f"Phụ lục {annex.number}" if annex.number else "Trong phần lời")
        lines.append(f"{name}: {', '.join(counts)}")
        if annex.title:
            lines.append(f"  {annex.title}")
        for area in annex.areas:
            own = sum(t.annex == annex.number and t.area == area.number for t in plan.tasks)
            own += sum(i.annex == annex.number and i.area == area.number for i in plan.indicators)
            lines.append(f"  {area.number:>5}. {area.title} ({own})")
    tables = f", {len(plan.tables)} bảng khác" if plan.tables else ""
    undated = sum(not task.timeframe.text for task in plan.tasks)
    leaderless = sum(not task.leads for task in plan.tasks)
    lines += [
        "",
        f"Tổng cộng: {len(plan.tasks)} nhiệm vụ, {len(plan.indicators)} chỉ tiêu{tables}",
        f"  không ghi thời gian: {undated}   không ghi cơ quan chủ trì: {leaderless}",
    ]
    unknown = [task for task in plan.tasks if task.timeframe.kind == "unparsed"]
    if unknown:
        named = "; ".join(f"{task.id} “{task.timeframe.text}”" for task in unknown[:5])
        more = f"; và {len(unknown) - 5} nhiệm vụ khác" if len(unknown) > 5 else ""
        lines.append(f"  chưa hiểu thời gian: {named}{more}")
    return [*lines, ""]


def _lead_lines(plan: Plan, most: int) -> list[str]:
    counts = lead_counts(plan)
    if not counts:
        return []
    lines = ["Nhiệm vụ theo cơ quan chủ trì:"]
    lines += [f"  {count:>4}  {agency.name}" for agency, count in counts[:most]]
    if len(counts) > most:
        lines.append(f"        … và {len(counts) - most} cơ quan khác")
    return [*lines, ""]


def _remark_lines(plan: Plan) -> list[str]:
    coverage = plan.coverage
    lines = [
        f"Đã đọc {coverage.percent:.2f} % của {coverage.characters} ký tự; "
        f"còn {coverage.in_unread} ký tự chưa hiểu ({len(plan.unread)} mục)"
    ]
    lines += [
        f"  - {_place(item.span)}{item.text or '(nhận xét)'}: {item.reason}"
        for item in plan.unread[:10]
    ]
    if plan.remarks:
        lines.append(f"Chỗ phải đoán, cần người xem lại ({len(plan.remarks)}):")
        lines += [
            f"  - {_place(one.span)}{one.task + ': ' if one.task else ''}{one.message}"
            for one in plan.remarks[:MOST_REMARKS]
        ]
        if len(plan.remarks) > MOST_REMARKS:
            lines.append(f"    … và {len(plan.remarks) - MOST_REMARKS} chỗ khác")
    if plan.slips:
        words = Counter((slip.text, slip.suggestion) for slip in plan.slips)
        named = [f"{text} → {hint}" if hint else text for text, hint in words]
        lines.append(f"Nghi lỗi chính tả hoặc OCR ({len(plan.slips)}): {'; '.join(named[:8])}")
    return lines


def _place(span: Span) -> str:
    place = place_of(span)
    return f"{place}: " if place else ""
