"""A sheet formatted down to its last row costs neither memory nor anything else that grows."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

ROWS = 1_048_576
READ = """
import sys
from pathlib import Path
import sauro
plan = sauro.read_plan(sys.argv[1])
assert [task.title for task in plan.tasks] == ["Họp dân"], plan.tasks
assert plan.coverage.lost == 0 and not plan.remarks
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line for line in lines if line.startswith("VmHWM")).split()[1])
"""


def book(path: Path, rows: int, cells: str) -> Path:
    """Write a plan of one task, and formatted rows below it."""
    plain = io.BytesIO()
    with xlsxwriter.Workbook(plain, {"in_memory": True}) as made:
        page = made.add_worksheet("Phụ lục I")
        page.write_row(0, 0, ["STT", "Nhiệm vụ", "Chủ trì"])
        page.write_row(1, 0, [1, "Họp dân", "Phòng Kinh tế"])
        page.write_blank(2, 0, None, made.add_format({"bg_color": "#92D050"}))
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == sheet:
                more = "".join(
                    f'<row r="{r}" s="1" customFormat="1">{cells.format(r)}</row>'
                    for r in range(4, rows + 1)
                )
                data = data.replace(b"</sheetData>", f"{more}</sheetData>".encode())
            new.writestr(name, data)
    return path


def kilobytes(path: Path) -> int:
    """Read it in a process of its own, and give the most memory that it had."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the memory")
@pytest.mark.parametrize("cells", ["", '<c r="A{0}" s="1"/><c r="C{0}" s="1"/>'])
def test_a_million_formatted_rows_take_no_memory(cells: str, tmp_path: Path) -> None:
    few = kilobytes(book(tmp_path / "few.xlsx", 4, cells))
    many = kilobytes(book(tmp_path / "many.xlsx", ROWS, cells))
    size = (tmp_path / "many.xlsx").stat().st_size // 1024
    assert many - few < 2048 + 3 * size
