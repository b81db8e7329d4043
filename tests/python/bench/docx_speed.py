"""Time to read a docx of 2,000 task rows, beside python-docx reading the same cells.

PYTHONPATH=build/release/python python tests/python/bench/docx_speed.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import sauro

ROWS = 2000
HEADER = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]


def write(path: Path) -> None:
    """Write one table of tasks."""
    document = docx.Document()
    document.add_paragraph("Phụ lục 1")
    table = document.add_table(rows=ROWS + 1, cols=len(HEADER))
    texts = [HEADER]
    for i in range(1, ROWS + 1):
        agency = "Phòng Kinh tế" if i % 2 else "Phòng Văn hóa - Xã hội"
        row = [str(i), f"Rà soát thủ tục hành chính nhóm {i}; - Công khai kết quả", "Báo cáo"]
        texts.append([*row, agency, "Các cơ quan, đơn vị có liên quan", "Quý II"])
    cells = table._cells
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            cells[r * len(HEADER) + c].text = text
    document.save(str(path))


def read_cells(path: Path) -> list[list[str]]:
    """Read the same cells as python-docx offers them."""
    (table,) = docx.Document(str(path)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def best(call: Callable[[], object], times: int) -> float:
    """Give the shortest of several runs, in seconds."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        runs.append(time.perf_counter() - start)
    return min(runs)


def main() -> None:
    """Measure both and print the ratio."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        write(path)
        plan = sauro.read_plan(path)
        assert [task.title for task in plan.tasks[:2]] == [
            "Rà soát thủ tục hành chính nhóm 1;",
            "Rà soát thủ tục hành chính nhóm 2;",
        ]
        assert len(plan.tasks) == len(read_cells(path)) - 1 == ROWS
        own = best(lambda: sauro.read_plan(path), 10)
        peer = best(lambda: read_cells(path), 3)
    print(f"ratio {peer / own:.1f}: sauro {own * 1e3:.1f} ms, python-docx {peer * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
