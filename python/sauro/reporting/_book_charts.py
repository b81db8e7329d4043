"""The workbook's own charts, drawn by the spreadsheet from the cells beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sauro._base.words import Words
from sauro.reporting._charts import COLOURS

__all__ = ["add_counts", "add_groups"]

WIDTH = 860  # in pixels: what a page on its side shows at a size that can be read
COUNT_LINE, GROUP_LINE, FRAME, TALLEST = 19, 38, 110, 1600
LEGEND = 44
LETTERS = {"name": "Times New Roman", "size": 11}


def add_groups(book: Any, page: Any, sheet: str, group: dict[str, Any], words: Words) -> None:
    """Draw below a table of counts how each group stands, a bar for each and a colour a state.

    The row of all is left out, beside which the others would be nothing.
    """
    rows = len(group["rows"])
    count = rows - 1 if rows > 1 else rows
    if not count:
        return
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for at, status in enumerate(group["statuses"], 1):
        chart.add_series(
            {
                "name": [sheet, 0, at],
                "categories": [sheet, 1, 0, count, 0],
                "values": [sheet, 1, at, count, at],
                "fill": {"color": COLOURS[status]},
                "border": {"color": "#FFFFFF"},
                "gap": 40,
            }
        )
    title = words("{name}: số lượt theo trạng thái", name=sheet)
    chart.set_legend({"position": "bottom", "font": LETTERS})
    _place(page, chart, rows + 2, title, GROUP_LINE * count + LEGEND, words)


def add_counts(
    book: Any, page: Any, sheet: str, rows: tuple[int, int], statuses: Sequence[str], words: Words
) -> None:
    """Draw how many occurrences have each status: the first of their rows, and where is room."""
    first, free = rows
    chart = book.add_chart({"type": "bar"})
    last = first + len(statuses) - 1
    chart.add_series(
        {
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, 1, last, 1],
            "points": [{"fill": {"color": COLOURS[status]}} for status in statuses],
            "data_labels": {"value": True, "font": LETTERS},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    _place(
        page, chart, free + 1, words("Số lượt theo trạng thái"), COUNT_LINE * len(statuses), words
    )


def _place(page: Any, chart: Any, row: int, title: str, tall: int, words: Words) -> None:
    chart.set_title({"name": title, "name_font": LETTERS | {"size": 13}, "overlay": False})
    chart.set_x_axis(
        {
            "name": words("số lượt"),
            "name_font": LETTERS | {"bold": False},
            "num_font": LETTERS,
            "num_format": "0",
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": "#D9DEE6"}},
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": LETTERS, "crossing": "max", "interval_unit": 1})
    chart.set_size({"width": WIDTH, "height": min(tall + FRAME, TALLEST)})
    page.insert_chart(row, 0, chart, {"description": title, "object_position": 3})
