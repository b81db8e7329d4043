"""A report as an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from sauro._base.words import Words
from sauro.reporting._parts import Grid, Line
from sauro.table._files import write_cell

__all__ = ["workbook"]


class _Sheet:
    """Writes one sheet from the top down."""

    def __init__(self, book: Any, words: Words, name: str, widths: Sequence[int]) -> None:
        self.words = words
        self.name = words(name)
        self.page = book.add_worksheet(self.name)
        self.head = book.add_format({"bold": True, "bg_color": "#EAF1F9", "text_wrap": True})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        self.number = book.add_format({"num_format": "0.0", "valign": "top"})
        self.row = 0
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)

    def header(self, *names: str) -> None:
        for column, name in enumerate(names):
            write_cell(self.page, self.row, column, self.words(name), self.name, self.head)
        if self.row == 0:
            self.page.freeze_panes(1, 0)
        self.row += 1

    def tell(self, text: str) -> None:
        """Write a paragraph over the columns."""
        lines = len(text) // 100 + 1
        self.page.merge_range(self.row, 0, self.row, 4, "", self.plain)
        write_cell(self.page, self.row, 0, text, self.name, self.plain)
        self.page.set_row(self.row, 15 * lines)
        self.row += 1

    def add(self, *values: Any, task: str = "") -> None:
        """Write a row; where something doesn't fit, its task is named."""
        where = f"{self.name}, {task}" if task else self.name
        for column, value in enumerate(values):
            look = {date: self.day, float: self.number}.get(type(value), self.plain)
            write_cell(self.page, self.row, column, value, where, look)
        self.row += 1


def workbook(context: dict[str, Any]) -> bytes:
    """Write the content of a report; sheets for the summary, findings, groups and the register."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:

        def sheet(name: str, *widths: int) -> _Sheet:
            return _Sheet(book, context["_"], name, widths)

        _summary(sheet("Tổng hợp", 44, 16), context)
        if context["board"] is not None:
            _story(sheet("Báo cáo", 60, 16, 16, 16, 16), context)
            for title, group in context["groups"]:
                _group(sheet(title, 48), group, context["statuses"])
            _alerts(sheet("Cần đôn đốc", 40, 12, 14, 10, 70, 20), context)
            if context["targets"]:
                _targets(sheet("Chỉ tiêu đã đo", 10, 50, 12, 12), context)
            _board(sheet("Tiến độ", 10, 60, 34, 20, 12, 20, 12, 10, 9, 34, 18, 34), context)
        if context["index"] is not None:
            _index(sheet("Chỉ số", 80, 12, 34, 40), context)
        _register(sheet("Sổ nhiệm vụ", 10, 70, 40, 34, 40, 26, 30), context)
        if context["findings"] is not None:
            _findings(sheet("Sáu rõ", 12, 12, 80, 40), context)
    return out.getvalue()


def _summary(sheet: _Sheet, context: dict[str, Any]) -> None:
    document, words, index = context["document"], context["_"], context["index"]
    sheet.header("Kế hoạch", document.number or "(chưa có số)")
    sheet.add(words("Trích yếu"), document.title)
    sheet.add(words("Cơ quan ban hành"), document.issuer)
    sheet.add(words("Ngày"), document.date)
    sheet.add(words("Nhiệm vụ"), len(context["plan"].tasks))
    sheet.add(words("Không ghi thời gian"), context["undated"])
    sheet.add(words("Không ghi chủ trì"), context["leaderless"])
    for title, share in context["clears"]:
        sheet.add(f"{words(title)} (%)", share)
    if context["board"] is not None:
        sheet.add(words("Tính đến ngày"), context["board"].as_of)
        for name, count in context["counts"].items():
            sheet.add(words(context["statuses"][name]), count)
    if index is not None:
        sheet.add(words("Chỉ số"), index["title"])
        sheet.add(words("Tiêu chí"), index["leaves"])
        sheet.add(words("Tiêu chí không có nhiệm vụ nào"), len(index["unserved"]))
        sheet.add(words("Nhiệm vụ không gắn tiêu chí"), len(index["idle"]))
        if context["board"] is not None:
            sheet.add(words("Điểm đang chờ nhiệm vụ quá hạn"), index["points"])


def _story(sheet: _Sheet, context: dict[str, Any]) -> None:
    """Write what is told in sentences; the tables have sheets of their own."""
    for part in context["story"]:
        sheet.header(part.heading)
        for block in part.blocks:
            if not isinstance(block, Grid):
                sheet.tell(block.text if isinstance(block, Line) else f"- {block.whole}")
            elif not part.number:
                sheet.header(*block.head)
                for row in block.rows:
                    sheet.add(*row)


def _findings(sheet: _Sheet, context: dict[str, Any]) -> None:
    words = context["_"]
    sheet.header("Mức", "Nhiệm vụ", "Nội dung", "Nên sửa thành")
    for one in context["findings"]:
        severity = words(context["severities"][one.severity])
        sheet.add(severity, one.task, context["message"](one, words), one.correction, task=one.task)


def _group(sheet: _Sheet, group: dict[str, Any], statuses: dict[str, str]) -> None:
    names = [statuses[name] for name in group["statuses"]]
    sheet.header(group["name"], *names, "tổng", "đúng hạn (%)", "điểm")
    for row in group["rows"]:
        sheet.add(row["group"], *row["counts"], row["total"], row["on_time"], row["points"])


def _alerts(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Cơ quan", "Hạn", "Ngày làm việc", "Số", "Nhiệm vụ", "Kỳ")
    for agency, items in context["alerts"].items():
        for one in items:
            title = context["titles"][one.task]
            row = (agency, one.due, one.working_days, one.task, title, one.occurrence)
            sheet.add(*row, task=one.task)


def _targets(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Số", "Chỉ tiêu", "Đã đo", "Kết quả")
    for one in context["targets"]:
        met = context["_"]("đạt" if one["met"] else "chưa đạt")
        sheet.add(one["task"], one["target"], one["measured"], met, task=one["task"])


def _board(sheet: _Sheet, context: dict[str, Any]) -> None:
    names = ("task", "title", "agency_name", "occurrence", "due", "status", "finished", "late_days")
    more = ("points", "result", "document", "evidence")
    sheet.header(
        *("Số", "Nhiệm vụ", "Chủ trì", "Kỳ", "Hạn", "Trạng thái", "Hoàn thành", "Muộn (ngày)"),
        *("Điểm", "Kết quả", "Văn bản", "Minh chứng"),
    )
    for row in context["watch"](context["board"].table.to_dicts()):
        row["status"] = context["_"](context["statuses"][row["status"]])
        sheet.add(*(row[name] for name in (*names, *more)), task=row["task"])


def _index(sheet: _Sheet, context: dict[str, Any]) -> None:
    words = context["_"]
    sheet.header("Tiêu chí", "Điểm tối đa", "Nhiệm vụ", "Nhiệm vụ quá hạn")
    for leaf in context["index"]["criteria"]:
        tasks = ", ".join(leaf["served_by"]) or words("không có nhiệm vụ nào")
        sheet.add(leaf["name"], leaf["max"], tasks, ", ".join(leaf["late"]))


def _register(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Số", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian", "Tình trạng")
    for task in context["watch"](context["plan"].tasks):
        text = "\n".join([task.title, *task.points])
        leads = (context["lead_of"][task.id], task.coordinator)
        state = context["states"].get(task.id, "")
        row = (task.id, text, task.product, *leads, task.timeframe.text, state)
        sheet.add(*row, task=task.id)
