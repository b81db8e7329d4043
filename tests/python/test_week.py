"""The officer's week by the command: register, fill in, merge, remind, track, the plan changes."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import sauro
from conftest import EXAMPLES
from sauro.command._main import main

PLAN = EXAMPLES / "ke-hoach-phu-my.txt"
TWO_LEADS = """Số: 2/KH-UBND

Phú Mỹ, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Năm 2026

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian
1\tTập huấn cán bộ một cửa\tBáo cáo\tPhòng Kinh tế, Công an xã\tQuý II
2\tKiểm tra việc tiếp dân\tBiên bản\tCông an xã\tHằng quý
"""


def fill(path: Path, *filled: tuple[int, dict[str, str]]) -> None:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for row, values in filled:
        for name, value in values.items():
            rows[row + 1][rows[0].index(name)] = value
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8-sig")


def done(day: str, **more: str) -> dict[str, str]:
    return {"Tình trạng": "Hoàn thành", "Ngày cập nhật": day} | more


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = main([str(one) for one in arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_week_from_the_register_to_the_reminder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "so.csv"
    code, said = run(capsys, "register", PLAN, "-o", book)
    assert code == 0 and f"Đã ghi {book}" in said and "sauro track" in said
    fill(book, (0, done("27/3")), (1, done("30/3/26", **{"Kết quả": "Đã báo cáo quý I"})))
    arguments = (PLAN, book, "--as-of", "2026-04-03", "--year", "2026")
    code, said = run(capsys, "track", *arguments, "--json", "--fail-on", "never")
    counts = json.loads(said)["counts"]
    assert code == 0 and counts["done_on_time"] == 2
    code, said = run(capsys, "remind", *arguments, "--by", "agency", "--within", "10")
    assert code == 0 and "(thứ Tư), còn 8 ngày làm việc." in said
    assert "Ban hành" not in said  # what is done
    page, mails = tmp_path / "nhac.html", tmp_path / "thu"
    mails.mkdir()
    code, said = run(
        capsys, "remind", *arguments, "--by", "agency", "--html", page, "--mails", mails
    )
    assert code == 0 and page.read_text(encoding="utf-8").startswith("<!doctype html>")
    code, said = run(capsys, "register", PLAN, "-o", tmp_path / "so-2.csv", "--update", book)
    assert code == 0
    first, again = (sauro.Progress.read(path, year=2026) for path in (book, tmp_path / "so-2.csv"))
    assert [one.task for one in first.entries] == [one.task for one in again.entries]


def test_the_command_names_the_registers_that_it_wrote_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    duty = "II. NHIỆM VỤ\n\n1. Giao Trạm Y tế gửi báo cáo trước ngày 30/6/2026.\n\nSTT\t"
    plan.write_text(TWO_LEADS.replace("STT\t", duty), encoding="utf-8")
    for only, count in (((), 3), (("--tasks-only",), 2)):
        folder = tmp_path / str(count)
        folder.mkdir()
        book = folder / "so.csv"
        _, said = run(capsys, "register", plan, "-o", book, "--by", "agency", *only)
        named = [line.removeprefix("Đã ghi ") for line in said.splitlines() if "Đã ghi" in line]
        assert len(named) == count and sorted(named) == sorted(map(str, folder.iterdir()))


def test_registers_of_offices_come_back_as_one_log_and_what_differs_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(TWO_LEADS, encoding="utf-8")
    code, said = run(capsys, "register", plan, "-o", tmp_path / "so.csv", "--by", "agency")
    books = sorted(tmp_path.glob("so-*.csv"))
    assert code == 0 and len(books) == 2 and all(str(book) in said for book in books)
    shared = _shared(books)
    for book, row in shared.items():
        fill(book, (row, done("20/6/2026", **{"Kết quả": "như nhau"})))
    log = tmp_path / "tien-do.json"
    code, said = run(capsys, "merge", *books, "-o", log)
    assert code == 0 and len(sauro.Progress.read(log)) == 1
    for end in ("csv", "xlsx"):
        code, said = run(capsys, "merge", *books, "-o", tmp_path / f"tien-do.{end}")
        assert code == 0 and "1 dòng" in said
        assert len(sauro.Progress.read(tmp_path / f"tien-do.{end}")) == 1
    book, row = next(iter(shared.items()))
    fill(book, (row, {"Kết quả": "khác"}))
    log.unlink()
    code, said = run(capsys, "merge", *books, "-o", log)
    assert code == 1 and "được điền khác nhau" in said and not log.exists()
    assert all(path.name in said for path in shared)
    before = books[0].read_bytes()
    code, said = run(capsys, "merge", *books, "-o", books[0])
    assert code == 1 and "hãy nêu một tên khác" in said and books[0].read_bytes() == before


def _shared(books: list[Path]) -> dict[Path, int]:
    """Rows of two registers that are of one task and period."""
    seen: dict[tuple[str, str], tuple[Path, int]] = {}
    for book in books:
        rows: Any = csv.DictReader(io.StringIO(book.read_text(encoding="utf-8-sig")))
        for i, row in enumerate(rows):
            key = (row["Mã"], row["Kỳ"])
            if key in seen:
                return dict([seen[key], (book, i)])
            seen[key] = (book, i)
    raise AssertionError("no task of the plan has two leads")


def test_what_fits_nowhere_is_listed_and_is_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "cu.csv"
    old.write_text("Nhiệm vụ;Ngày;Tình trạng\nMua sắm máy tính;1/3/2026;Xong\n", encoding="utf-8")
    code, said = run(capsys, "register", PLAN, "-o", tmp_path / "so.csv", "--update", old)
    assert code == 3
    assert "1 dòng của sổ cũ không khớp với kế hoạch:" in said
    assert "cu.csv, row 2: Mua sắm máy tính" in said


MESSY: list[dict[str, Any]] = [  # what people write, and the state that it is
    {"Tình trạng": "XONG", "Ngày cập nhật": "27/3/26", "Số, ngày văn bản": "12/BC-UBND"},
    {"Tình trạng": "Đã báo cáo", "Ngày cập nhật": datetime(2026, 3, 27), "Kết quả": "Đã gửi;"},
    {"Tình trạng": "Hoàn thành 80%", "Ngày cập nhật": "2026-03-27 00:00:00", "Ghi chú": "chờ ký"},
    {"Tình trạng": "Đang trình ký", "Ngày cập nhật": "27.3.2026.", "Tỷ lệ hoàn thành": 0.6},
    {"Tình trạng": "Ổn", "Ngày cập nhật": "ngày 27 tháng 3 năm 2026"},
    {"Tình trạng": "chưa làm được", "Ngày cập nhật": "27-3-2026"},
    {"Kết quả": "Đã họp 2 lần", "Ngày cập nhật": 46108},
    {"Tình trạng": None, "Ngày cập nhật": None},
]


def messy(path: Path, seed: int) -> int:
    """Fill a register as people do; give how many rows report something."""
    chance = random.Random(seed)
    book = openpyxl.load_workbook(path)
    page = book.active
    page.protection.disable()
    page.insert_rows(1)  # a title above, whose height shifts everything
    page["A1"] = "ỦY BAN NHÂN DÂN XÃ"
    head = {cell.value: cell.column for cell in page[4]}
    rows = [row for row in range(5, page.max_row + 1) if page.cell(row, head["Kỳ"]).value]
    count = 0
    for row in rows:
        filled = chance.choice(MESSY)
        count += any(filled.values())
        for name, value in filled.items():
            page.cell(row, head[name]).value = value
        page.row_dimensions[row].hidden = chance.random() < 0.2
    first = next(at for at in rows if page.cell(at, head["Tình trạng"]).value is None)
    end = min(first + 2, rows[-1])
    asked = [column for column in head.values() if column >= head["Tình trạng"]]
    for row in range(first, end + 1):
        for column in asked:
            page.cell(row, column).value = None
    for name, value in (("Tình trạng", "Xong"), ("Ngày cập nhật", "27/3/2026")):
        page.cell(first, head[name]).value = value
        page.merge_cells(
            start_row=first, end_row=end, start_column=head[name], end_column=head[name]
        )
    book.save(path)
    return count


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["an-loc", "phu-my"])
def test_a_week_as_people_fill_it_counts_the_same_in_all_formats(
    name: str, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, book = EXAMPLES / f"ke-hoach-{name}.txt", tmp_path / "so theo dõi.xlsx"
    assert run(capsys, "register", plan, "-o", book)[0] == 0
    assert messy(book, seed)
    own = tmp_path / "chữ riêng.txt"
    own.write_text("Ổn = hoàn thành\n", encoding="utf-8")
    common = ("--states", own)
    on = ("--as-of", "10/7/2026", *common)
    never = ("--fail-on", "never")
    code, said = run(capsys, "track", plan, book, *on, *never, "--json")
    assert code == 0, said
    counts = json.loads(said)["counts"]
    code, said = run(capsys, "track", plan, book, *on, *never, "--by", "agency")
    assert code == 0 and not re.search(r"\b(overdue|agency_name|not_due|done)\b", said)
    code, said = run(capsys, "remind", plan, book, *on, "--since", "3/7/2026", "--by", "agency")
    items = [line for line in said.splitlines() if line.startswith("- ")]
    assert code == 0 and all(line.endswith(").") for line in items)
    code, said = run(capsys, "board", plan, "--log", f"{plan}={book}", *on, *never)
    assert code == 0 and f"{counts['overdue']:>6}  quá hạn" in said
    told = [f"quá hạn {counts['overdue']}"] * bool(counts["overdue"])
    for ending in ("html", "md", "docx", "xlsx"):
        path = tmp_path / f"báo cáo.{ending}"
        code, _ = run(capsys, "report", plan, "--progress", book, *on, "--output", path)
        text = _words_of(path)
        assert code == 0 and all(one in text for one in told), ending
    new = tmp_path / "sổ mới.xlsx"
    code, said = run(capsys, "register", plan, "-o", new, "--update", book)
    assert code == 0, said
    code, said = run(capsys, "track", plan, new, *on, *never, "--json")
    assert json.loads(said)["counts"] == counts


def _words_of(path: Path) -> str:
    """All words of a report, one space between them."""
    if path.suffix == ".docx":
        read = docx.Document(str(path))
        text = " ".join(one.text for one in read.element.body.iter() if one.text)
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        text = " ".join(
            str(cell) for page in book for row in page.iter_rows(values_only=True) for cell in row
        )
    else:
        text = re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
    return " ".join(text.split())


def test_mails_make_their_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = EXAMPLES / "tien-do-phu-my.csv"
    folder = tmp_path / "thư" / "tuần 27"
    code, said = run(
        capsys, "remind", PLAN, log, "--as-of", "2026-06-26", "--by", "agency", "--mails", folder
    )
    assert code == 0 and len(list(folder.glob("*.eml"))) == said.count(".eml")
