"""A report as an Excel workbook; texts stay texts, whatever they begin with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

__all__ = ["workbook"]


class _Sheet:
    """Writes one sheet from the top down."""

    def __init__(self, book: Any, name: str, widths: Sequence[int]) -> None:
        self.page = book.add_worksheet(name)
        self.head = book.add_format({"bold": True, "bg_color": "#EAF1F9", "text_wrap": True})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        self.number = book.add_format({"num_format": "0.0", "valign": "top"})
        self.row = 0
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)

    def header(self, *names: str) -> None:
        for column, name in enumerate(names):
            self.page.write_string(self.row, column, name, self.head)
        if self.row == 0:
            self.page.freeze_panes(1, 0)
        self.row += 1

    def add(self, *values: Any) -> None:
        for column, value in enumerate(values):
            if isinstance(value, str):
                self.page.write_string(self.row, column, value, self.plain)  # never a formula
            elif isinstance(value, date):
                self.page.write_datetime(self.row, column, value, self.day)
            elif isinstance(value, float):
                self.page.write_number(self.row, column, value, self.number)
            elif value is not None:
                self.page.write_number(self.row, column, value, self.plain)
        self.row += 1


def workbook(context: dict[str, Any]) -> bytes:
    """Write the content of a report; sheets for the summary, findings, groups and the register."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        _summary(_Sheet(book, "Tổng hợp", [44, 16]), context)
        _findings(_Sheet(book, "Sáu rõ", [12, 12, 80, 40]), context)
        if context["board"] is not None:
            for (_, group), name in zip(
                context["groups"], ("Theo cơ quan", "Theo lĩnh vực"), strict=True
            ):
                _group(_Sheet(book, name, [48]), group, context["statuses"])
            _board(
                _Sheet(book, "Tiến độ", [10, 60, 34, 20, 12, 20, 12, 10, 9, 34, 18, 34]), context
            )
        _register(_Sheet(book, "Sổ nhiệm vụ", [10, 70, 40, 34, 40, 26]), context)
    return out.getvalue()


def _summary(sheet: _Sheet, context: dict[str, Any]) -> None:
    document = context["document"]
    sheet.header("Kế hoạch", document.number or "(chưa có số)")
    sheet.add("Trích yếu", document.title)
    sheet.add("Cơ quan ban hành", document.issuer)
    sheet.add("Ngày", document.date)
    sheet.add("Nhiệm vụ", len(context["plan"].tasks))
    sheet.add("Không ghi thời gian", context["undated"])
    sheet.add("Không ghi chủ trì", context["leaderless"])
    for title, share in context["clears"]:
        sheet.add(title + " (%)", share)
    if context["board"] is not None:
        sheet.add("Tính đến ngày", context["board"].as_of)
        for name, count in context["counts"].items():
            sheet.add(context["statuses"][name], count)


def _findings(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Mức", "Nhiệm vụ", "Nội dung", "Nên sửa thành")
    for one in context["findings"]:
        sheet.add(context["severities"][one.severity], one.task, one.message, one.correction)


def _group(sheet: _Sheet, group: dict[str, Any], statuses: dict[str, str]) -> None:
    names = [statuses[name] for name in group["statuses"]]
    sheet.header(group["name"], *names, "tổng", "đúng hạn (%)", "điểm")
    for row in group["rows"]:
        sheet.add(row["group"], *row["counts"], row["total"], row["on_time"], row["points"])


def _board(sheet: _Sheet, context: dict[str, Any]) -> None:
    names = ("task", "title", "agency", "label", "due", "status", "finished", "late_days")
    more = ("points", "result", "document", "evidence")
    sheet.header(
        *("Số", "Nhiệm vụ", "Chủ trì", "Kỳ", "Hạn", "Trạng thái", "Hoàn thành", "Muộn (ngày)"),
        *("Điểm", "Kết quả", "Văn bản", "Minh chứng"),
    )
    for row in context["board"].table.to_dicts():
        row["status"] = context["statuses"][row["status"]]
        sheet.add(*(row[name] for name in (*names, *more)))


def _register(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Số", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")
    for task in context["plan"].tasks:
        text = "\n".join([task.title, *task.points])
        sheet.add(task.id, text, task.product, task.lead, task.coordinator, task.timeframe.text)
