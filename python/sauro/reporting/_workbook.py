"""A report as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sauro._base.shown import as_sentence
from sauro._base.words import Words
from sauro.reporting._book_charts import add_counts, add_groups
from sauro.reporting._parts import Change, Grid, Line
from sauro.reporting._register_rows import HEADERS
from sauro.reporting._sheets import FACE, HEAD_COLOUR, arrange, height_of, made_book
from sauro.table._files import write_cell

__all__ = ["workbook"]

TOLD = 5  # columns over which a paragraph stands
# words of a state and the colours of its cells, dark on light
COLOURS = {
    "quá hạn": ("#8A1C14", "#FBE3E1"),
    "hoàn thành muộn": ("#6B4A00", "#FFF2CC"),
    "chưa báo cáo kỳ": ("#6B4A00", "#FFF2CC"),
    "hoàn thành": ("#1B5E33", "#E2F2E7"),
}
PROGRESS = (
    *("task", "number", "title", "lead", "coordinators", "occurrence", "deadline", "status"),
    *("percent", "result", "document", "finished", "due", "evidence", "who", "note"),
)


class _Percent(float):
    """A share of 1, which a cell shows as a percent."""


class _Sheet:
    """Writes one sheet from the top down."""

    def __init__(self, book: Any, words: Words, name: str, widths: Sequence[int]) -> None:
        self.words = words
        self.name = words(name)
        self.widths = widths
        self.page = book.add_worksheet(self.name)
        self.book = book
        head = FACE | {
            "bold": True,
            "bg_color": HEAD_COLOUR,
            "valign": "vcenter",
            "align": "center",
        }
        self.head = book.add_format(head)
        self.plain = book.add_format(FACE)
        self.told = book.add_format({"text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 13, "top": 1})
        self.looks = {
            date: book.add_format(FACE | {"num_format": "dd/mm/yyyy"}),
            float: book.add_format(FACE | {"num_format": "0.0"}),
            Change: book.add_format(FACE | {"num_format": "+0;-0;0"}),
            _Percent: book.add_format(FACE | {"num_format": "0.0%"}),
        }
        self.row = 0
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)

    def header(self, *names: str) -> None:
        """Write the head of a table."""
        shown = [self.words(name) for name in names]
        for column, name in enumerate(shown):
            write_cell(self.page, self.row, column, name, self.name, self.head)
        self.page.set_row(self.row, height_of(shown, [width - 3 for width in self.widths]))
        if self.row == 0:
            self.page.freeze_panes(1, 0)
        self.row += 1

    def add(self, *values: Any, task: str = "") -> None:
        """Write a row; where something doesn't fit, its task is named."""
        where = f"{self.name}, {task}" if task else self.name
        for column, value in enumerate(values):
            look = self.looks.get(type(value), self.plain)
            write_cell(self.page, self.row, column, value, where, look)
        texts = [value if isinstance(value, str) else "" for value in values]
        self.page.set_row(self.row, height_of(texts, self.widths))
        self.row += 1

    def tell(self, text: str, *, is_title: bool = False) -> None:
        """Write a paragraph over the columns."""
        look = self.title if is_title else self.told
        self.page.merge_range(self.row, 0, self.row, TOLD - 1, "", look)
        write_cell(self.page, self.row, 0, text, self.name, look)
        self.page.set_row(self.row, height_of([text], [sum(self.widths[:TOLD])]))
        self.row += 1

    def colour(self, column: int) -> None:
        """Colour the cells of a column by the states that their words name."""
        for name, (ink, ground) in COLOURS.items():
            look = self.book.add_format({"font_color": ink, "bg_color": ground})
            rule = {"type": "text", "criteria": "containing", "value": self.words(name)}
            last = max(self.row - 1, 1)
            self.page.conditional_format(
                1, column, last, column, rule | {"format": look, "stop_if_true": True}
            )

    def table(self) -> None:
        """Say that the sheet is one table below a head."""
        arrange(self.page, head=0, last=self.row - 1, columns=len(self.widths))


def workbook(context: dict[str, Any]) -> bytes:
    """Write the content of a report: what it tells, groups, progress, the register."""

    def fill(book: Any) -> None:
        words = context["_"]
        book.set_properties({"title": context["document"].number or words("Kế hoạch")})

        def sheet(name: str, *widths: int) -> _Sheet:
            return _Sheet(book, words, name, widths)

        _summary(sheet("Tổng hợp", 44, 40), context)
        if context["board"] is not None:
            _story(sheet("Báo cáo", 40, 16, 16, 16, 20), context)
            for title, group in context["groups"]:
                columns = len(group["statuses"]) + 3
                _group(sheet(title, 48, *[12] * columns), group, context["statuses"])
            if "indicators" in context:
                head, rows = context["indicators"]
                _rows(sheet("Các chỉ tiêu", 50, *[14] * (len(head) - 1)), head, rows)
            _alerts(sheet("Cần đôn đốc", 40, 12, 10, 12, 70, 20), context)
            if context["targets"]:
                _targets(sheet("Chỉ tiêu đã đo", 10, 50, 12, 12), context)
            _progress(
                sheet("Tiến độ", 10, 7, 50, 26, 24, 16, 12, 16, 9, 34, 20, 12, 12, 20, 14, 24),
                context,
            )
        if context["index"] is not None:
            _index(sheet("Chỉ số", 80, 12, 34, 40), context)
        _register(sheet("Sổ nhiệm vụ", 10, 60, 34, 30, 34, 20, 30), context)
        if context["findings"] is not None:
            _findings(sheet("Sáu rõ", 12, 12, 80, 40), context)

    return made_book(fill)


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
        sheet.add(words(title), None if share is None else _Percent(share / 100))
    if context["board"] is not None:
        sheet.add(words("Tính đến ngày"), context["board"].as_of)
        first = sheet.row
        for name, count in context["counts"].items():
            sheet.add(words(context["statuses"][name]), count)
    if index is not None:
        sheet.add(words("Chỉ số"), index["title"])
        sheet.add(words("Tiêu chí"), index["leaves"])
        sheet.add(words("Tiêu chí không có nhiệm vụ nào"), len(index["unserved"]))
        sheet.add(words("Nhiệm vụ không gắn tiêu chí"), len(index["idle"]))
        if context["board"] is not None:
            sheet.add(words("Điểm đang chờ nhiệm vụ quá hạn"), index["points"])
    if context["board"] is not None:
        add_counts(
            sheet.book, sheet.page, sheet.name, (first, sheet.row), list(context["counts"]), words
        )
    arrange(sheet.page)


def _story(sheet: _Sheet, context: dict[str, Any]) -> None:
    """Write what is told in sentences; counts by agency and area have sheets of their own."""
    for part in context["story"]:
        sheet.tell(part.heading, is_title=True)
        for block in part.blocks:
            if not isinstance(block, Grid):
                sheet.tell(block.text if isinstance(block, Line) else f"- {block.whole}")
            elif not part.number:
                sheet.header(*block.head)
                for row in block.rows:
                    sheet.add(*row)
            elif block.tasks:
                for row in block.rows:
                    sheet.tell(f"- {'; '.join(str(cell) for cell in row if cell != '')}")
    arrange(sheet.page)


def _rows(sheet: _Sheet, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    sheet.header(*head)
    for row in rows:
        sheet.add(*row)
    sheet.table()


def _findings(sheet: _Sheet, context: dict[str, Any]) -> None:
    words = context["_"]
    sheet.header("Mức", "Nhiệm vụ", "Nội dung", "Nên sửa thành")
    for one in context["watch"](context["findings"]):
        severity = words(context["severities"][one.severity])
        sheet.add(severity, one.task, context["message"](one, words), one.correction, task=one.task)
    sheet.table()


def _group(sheet: _Sheet, group: dict[str, Any], statuses: dict[str, str]) -> None:
    names = [statuses[name] for name in group["statuses"]]
    sheet.header(group["name"], *names, "tổng", "đúng hạn", "điểm")
    for row in group["rows"]:
        on_time = None if row["on_time"] is None else _Percent(row["on_time"] / 100)
        sheet.add(row["group"], *row["counts"], row["total"], on_time, row["points"])
    sheet.table()
    add_groups(sheet.book, sheet.page, sheet.name, group, sheet.words)


def _alerts(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Cơ quan", "Hạn", "Ngày làm việc", "Số", "Nhiệm vụ", "Kỳ")
    for agency, items in context["alerts"].items():
        for one in items:
            title = context["titles"][one.task]
            row = (agency, one.due, one.working_days, one.task, title, one.occurrence)
            sheet.add(*row, task=one.task)
    sheet.table()


def _targets(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Số", "Chỉ tiêu", "Đã đo", "Kết quả")
    for one in context["targets"]:
        met = context["_"]("đạt" if one["met"] else "chưa đạt")
        sheet.add(one["task"], one["target"], one["measured"], met, task=one["task"])
    sheet.table()


def _progress(sheet: _Sheet, context: dict[str, Any]) -> None:
    """Write how each occurrence stands in the columns of a register, which is a log as it is."""
    words = context["_"]
    sheet.header(*(HEADERS[name][0 if words.language == "vi" else 1] for name in PROGRESS))
    numbers = {task.id: task.number for task in context["plan"].tasks}
    for row in context["watch"](context["standings"]):
        sheet.add(*_progress_row(row, numbers, context), task=row.task)
    sheet.colour(PROGRESS.index("status"))
    sheet.table()


def _progress_row(row: Any, numbers: dict[str, str], context: dict[str, Any]) -> Iterable[Any]:
    share = None if row.percent is None else _Percent(row.percent / 100)
    state = context["statuses"][row.status]  # in words that a log may have
    if context["_"].language == "en":
        state = row.status.replace("_", " ")
    return (
        *(row.task, numbers.get(row.task, ""), row.title, ", ".join(row.leads)),
        *(", ".join(row.coordinators), row.label, row.first_due),
        *(state, share, row.result, row.document),
        *(row.finished, row.due if row.due != row.first_due else None),
        *(row.evidence, row.who, row.reason),
    )


def _index(sheet: _Sheet, context: dict[str, Any]) -> None:
    words = context["_"]
    sheet.header("Tiêu chí", "Điểm tối đa", "Nhiệm vụ", "Nhiệm vụ quá hạn")
    for leaf in context["index"]["criteria"]:
        tasks = ", ".join(leaf["served_by"]) or words("không có nhiệm vụ nào")
        sheet.add(leaf["name"], leaf["max"], tasks, ", ".join(leaf["late"]))
    sheet.table()


def _register(sheet: _Sheet, context: dict[str, Any]) -> None:
    sheet.header("Số", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian", "Tình trạng")
    for task in context["watch"](context["plan"].tasks):
        text = "\n".join([task.title, *map(as_sentence, task.points)])
        leads = (context["lead_of"][task.id], task.coordinator)
        state = context["states"].get(task.id, "")
        row = (task.id, text, task.product, *leads, task.timeframe.text, state)
        sheet.add(*row, task=task.id)
    sheet.colour(6)
    sheet.table()
