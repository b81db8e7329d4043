"""Rows of CSV with fewer or more cells than their header, in plans, logs, inputs and sheets."""

from itertools import product
from pathlib import Path

import pytest
import sauro

PLAN = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
    ["I", "Cải cách thể chế", "", "", ""],
    ["1", "Ban hành kế hoạch", "Phòng Nội vụ", "", "Quý I/2026"],
    ["2", "Tổ chức hội nghị", "Phòng Nội vụ", "Công an xã", "Quý II/2026"],
    ["3", "Rà soát thủ tục", "Phòng Kinh tế", "", ""],
]
LOG = [
    ["Mã nhiệm vụ", "Ngày", "Trạng thái", "Kết quả", "Ghi chú"],
    ["1.I.1", "01/03/2026", "Xong", "KH 1", "tốt"],
    ["1.I.2", "02/03/2026", "Đang làm", "", ""],
]
SHEET = [
    ["Mã", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Thực hiện 2026"],
    ["I", "Kinh tế", "", "", ""],
    ["1.1", "Tỷ lệ hồ sơ đúng hạn", "%", "90", "95"],
    ["1.2", "Số dịch vụ công", "dịch vụ", "10", "12"],
]
ENDS = {"right": "", "one empty cell more": "{d}", "three empty cells more": "{d}{d}{d}"}


def written(rows: list[list[str]], delimiter: str, above: str = "", end: str = "") -> str:
    lines = (delimiter.join(row) + end.format(d=delimiter) for row in rows)
    return above + "\r\n".join(lines) + "\r\n"


def uneven(rows: list[list[str]], at: int, change: str) -> list[list[str]]:
    """Leave a delimiter out, cut the end off, or write one delimiter too many."""
    made = [list(row) for row in rows]
    row = made[at]
    if change == "lost":
        del row[2 if row[2] else 3]
    elif change == "cut":
        made[at] = row[:3]
    else:
        row.insert(2, row[2])
    return made


ABOVE = {"": 0, "SỔ THEO DÕI NĂM 2026\r\n": 1, "UBND XÃ A\r\nBÁO CÁO, SỐ LIỆU\r\n\r\n": 3}
CASES = list(product(",;\t", ABOVE, ["lost", "cut", "more"]))


@pytest.mark.parametrize(("delimiter", "above", "change"), CASES)
def test_an_uneven_row_is_told_with_its_line(
    delimiter: str, above: str, change: str, tmp_path: Path
) -> None:
    line = ABOVE[above] + 4
    path = tmp_path / "a.csv"
    rows = uneven(PLAN, 3, change)
    path.write_text(written(rows, delimiter, above.replace(",", "")), encoding="utf-8")
    remarks = [one for one in sauro.read_plan(path).remarks if one.kind == "cells"]
    assert [one.span.line for one in remarks] == [line]
    cells = 6 if change == "more" else len(rows[3])
    why = f"dòng có {cells} ô mà tiêu đề có 5 cột; ô có thể bị lệch cột"
    assert [one.message for one in remarks] == [why]

    path.write_text(written(uneven(LOG, 1, change), delimiter, above), encoding="utf-8")
    log = sauro.Progress.read(path, on_problem="keep")
    assert [one.where for one in log.problems] == [f"a.csv, row {ABOVE[above] + 2}"]
    assert [one.task for one in log.entries] == ["1.I.2"]

    path.write_text(written(uneven(SHEET, 2, change), delimiter), encoding="utf-8")
    values = sauro.IndicatorLog.read(path, on_problem="keep")
    assert [one.where for one in values.problems] == ["a.csv, row 3"]


@pytest.mark.parametrize("delimiter", ",;\t")
@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
@pytest.mark.parametrize("above", ABOVE)
def test_empty_cells_at_the_end_are_no_fault(
    delimiter: str, end: str, above: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(written(PLAN, delimiter, "", end), encoding="utf-8")
    plan = sauro.read_plan(path)
    assert len(plan.tasks) == 3 and not list(plan.remarks)
    path.write_text(written(LOG, delimiter, above, end), encoding="utf-8")
    assert len(sauro.Progress.read(path)) == 2
    path.write_text(written(SHEET, delimiter, "", end), encoding="utf-8")
    assert len(sauro.IndicatorLog.read(path)) == 4


def test_headings_of_few_cells_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [*PLAN[:1], ["I", "Cải cách thể chế"], *PLAN[2:], ["Tổng cộng: 3 nhiệm vụ"]]
    path.write_text(written(rows, ","), encoding="utf-8")
    assert not list(sauro.read_plan(path).remarks)
    rows = [
        ["Mã", "Nhiệm vụ", "Ngày", "Trạng thái"],
        ["1.I.1", "Họp"],
        ["", "Họp", "1/3/2026", "Xong"],
    ]
    path.write_text(written(rows, ";"), encoding="utf-8")
    assert len(sauro.Progress.read(path)) == 1
    rows = [SHEET[0], ["I", "Kinh tế"], *SHEET[2:], ["Nguồn: Chi cục Thống kê"]]
    path.write_text(written(rows, ";"), encoding="utf-8")
    assert len(sauro.IndicatorLog.read(path, on_problem="keep")) == 4
