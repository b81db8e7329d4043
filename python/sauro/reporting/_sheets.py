"""What the workbooks of the package share: their font, how they are printed, how tall rows are."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from sauro.reporting._metrics import lines_of

__all__ = ["FACE", "HEAD_COLOUR", "arrange", "height_of", "made_book"]

# of cells, and the ground of heads
FACE = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
HEAD_COLOUR = "#D9E2F0"
FONT, SIZE = "Times New Roman", 11
LINE, MOST_HEIGHT = 15.0, 409.0  # of a row, in points
_FIXED = re.compile(rb'(<row [^>]*?) customHeight="1"')


def made_book(fill: Callable[[Any], None]) -> bytes:
    """Make a workbook whose rows are as tall as their texts, and grow when more is written."""
    import xlsxwriter

    out = io.BytesIO()
    font = {"font_name": FONT, "font_size": SIZE}
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": font}) as book:
        fill(book)
    grown = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(grown, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = _FIXED.sub(rb"\1", data)
            new.writestr(item, data, zipfile.ZIP_DEFLATED)
    return grown.getvalue()


def arrange(page: Any, *, head: int | None = None, last: int = 0, columns: int = 0) -> None:
    """Print on A4 laid on its side, as wide as the page, pages numbered.

    Where there is a table, the row of its head stays in sight, is printed on each page and filters
    the rows down to the last one.
    """
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&C&P/&N")
    if head is not None:
        page.repeat_rows(head)
        page.autofilter(head, 0, max(last, head + 1), columns - 1)


def height_of(texts: Sequence[str], widths: Sequence[float]) -> float | None:
    """Give the height of a row of texts in columns so many digits wide; None for one line."""
    lines = max(
        lines_of(text, _points(width), SIZE) for text, width in zip(texts, widths, strict=False)
    )
    return min(lines * LINE, MOST_HEIGHT) if lines > 1 else None


def _points(digits: float) -> float:
    """Give the room in a column, which is measured in digits of the font."""
    return digits * SIZE / 2
