"""Case lists say what can't be taken as it looks: headers, widths of rows, blank cells."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from sauro.cases._headers import ROLES, columns_by_header
from sauro.command import main

HEADERS = ["Xã", "Ngày nhận", "Thời hạn", "Ngày trả"]
TITLES = [["UBND XÃ TÂN HÒA", "", "", ""], ["DANH SÁCH", "", "", ""]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    return main(["cases", *arguments, "--as-of", "2026-07-10"])


def write(path: Path, rows: list[list[Any]]) -> str:
    if path.suffix == ".csv":
        lines = [",".join(str("" if cell is None else cell) for cell in row) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
    return path.name


@pytest.mark.parametrize("titles", [[], TITLES])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", HEADERS)
def test_a_column_that_is_read_has_a_name_of_its_own(
    folder: Path, name: str, ending: str, titles: list[list[Any]], capsys: Any
) -> None:
    rows = [
        *titles, [*HEADERS, "Ghi chú", name, "Ghi chú"],
        ["A", "2026-03-02", 5, "2026-03-04", "", "2026-03-03", ""],
    ]  # fmt: skip
    path = write(folder / f"a{ending}", rows)
    assert run(path) == 1
    err = capsys.readouterr().err
    assert f"{HEADERS.index(name) + 1}, 6 đều là '{name}'" in err
    rows[len(titles)][5] = "Khác"  # two columns of notes aren't read
    assert run(write(folder / f"a{ending}", rows)) == 0


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("due", ["Ngày hẹn trả", "Hạn trả kết quả"]),
        ("paused", ["Tạm dừng", "Số ngày tạm dừng"]),
        ("limit_days", ["Thời hạn", "Thời hạn giải quyết"]),
    ],
)
@pytest.mark.parametrize("others", [["Ngày hẹn"], ["Thời hạn quy định"]])
def test_an_optional_column_that_may_be_two_is_asked_for(
    role: str, names: list[str], others: list[str]
) -> None:
    headers = ["Ngày nhận", "Ngày trả", *names]
    if role != ("due" if others == ["Ngày hẹn"] else "limit_days"):
        headers += others
    given: dict[str, str | None] = dict.fromkeys(ROLES)
    needed = ("received", "limit_days", "finished")
    option = f"--{role.removesuffix('_days')}"
    with pytest.raises(Exception, match=option) as caught:
        columns_by_header(headers, given, needed)
    [problem] = caught.value.problems  # type: ignore[attr-defined]
    assert problem.where == option and all(name in problem.message for name in names)
    for name in names:
        assert columns_by_header(headers, given | {role: name}, needed)[role] == name
    if role != "limit_days" or others == ["Ngày hẹn"]:
        none = given | {role: "-"}
        if role == "due" and others == ["Ngày hẹn"]:
            none["limit_days"] = "-"
        assert role not in columns_by_header(headers, none, needed)


@pytest.mark.parametrize("titles", [[], TITLES])
@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["A", "2026-03-02", 5], "chỉ có 3 ô"),
        (["A", "2026-03-02", 5, "2026-03-04", "x"], "có 5 ô"),
    ],
)
def test_rows_of_another_width_are_named_and_may_be_set_aside(
    folder: Path, row: list[Any], said: str, titles: list[list[Any]], capsys: Any
) -> None:
    good: list[Any] = ["A", "2026-03-02", 5, "2026-03-04"]
    rows: list[list[Any]] = [*titles, HEADERS, good, row, [*good, ""]]
    path = write(folder / "a.csv", rows)
    place = f"a.csv, dòng {len(titles) + 3}: "
    assert run(path) == 1
    err = capsys.readouterr().err
    assert place in err and said in err and err.count("a.csv, dòng ") == 1
    assert run(path, "--on-problem", "keep", "-o", "ra.csv") == 1
    assert place in capsys.readouterr().err
    text = (folder / "ra.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sorted(line.split(",")[:2] for line in text[1:]) == [["", "1"], ["A", "2"]]


def test_many_rows_of_another_width_are_counted(folder: Path, capsys: Any) -> None:
    rows: list[list[Any]] = [["A", "2026-03-02", 5] for _ in range(30)]
    assert run(write(folder / "a.csv", [list(HEADERS), *rows])) == 1
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 21 and "10 lỗi khác" in err[-1]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_blank_pause_is_none(folder: Path, ending: str, capsys: Any) -> None:
    rows: list[list[Any]] = [
        [*HEADERS, "Tạm dừng"],
        ["A", "2026-03-02", 5, "2026-03-12", 3],
        ["A", "2026-03-02", 5, "2026-03-12", None],
    ]
    assert run(write(folder / f"a{ending}", rows), "-o", "ra.csv") == 0
    text = (folder / "ra.csv").read_text(encoding="utf-8-sig").splitlines()
    found = dict(zip(text[0].split(","), text[1].split(","), strict=True))
    assert (found["Đúng hạn"], found["Trễ hạn"]) == ("1", "1")


@pytest.mark.parametrize("finished", ["2026-03-10 16:00", "10/03/2026 16:00", "10/3/2026 16:00:00"])
def test_a_list_of_texts_is_judged_by_the_minute(folder: Path, finished: str, capsys: Any) -> None:
    rows = [
        ["Xã", "Ngày nhận", "Ngày hẹn trả", "Ngày trả"],
        ["A", "2026-03-02", "2026-03-10 15:00", finished],
        ["B", "2026-03-02", "2026-03-10", finished],
    ]
    for ending in (".csv", ".xlsx"):
        assert run(write(folder / f"a{ending}", rows), "-o", "ra.csv") == 0
        text = (folder / "ra.csv").read_text(encoding="utf-8-sig").splitlines()
        late = text[0].split(",").index("Trễ hạn")
        assert [line.split(",")[late] for line in text[1:]] == ["1", "0"]


@pytest.mark.parametrize("titles", [[], TITLES])
@pytest.mark.parametrize(("mark", "said"), [("hidden", "ẩn"), ("struck", "gạch ngang")])
def test_rows_that_a_workbook_hides_or_strikes_are_named(
    folder: Path, mark: str, said: str, titles: list[list[Any]], capsys: Any
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["khác"])
    sheet = book.create_sheet("Hồ sơ")
    for row in [*titles, HEADERS, *[["A", datetime.date(2026, 3, 2), 5, None]] * 4]:
        sheet.append(row)
    marked = len(titles) + 3
    for at in (marked, marked + 4):  # the last one holds nothing
        sheet.row_dimensions[at].hidden = mark == "hidden"
        for cell in sheet[at]:
            cell.font = Font(strike=mark == "struck")
    book.save(folder / "a.xlsx")
    asked = ("a.xlsx", "--sheet", "Hồ sơ")
    assert run(*asked) == 1
    err = capsys.readouterr().err
    assert f"a.xlsx, dòng {marked}: " in err and said in err and err.count("a.xlsx, dòng ") == 1
    assert run(*asked, "--on-problem", "keep") == 1
    said_then = capsys.readouterr()
    assert f"dòng {marked}: " in said_then.err and "Để riêng" in said_then.out


@pytest.mark.parametrize("shown", ["dd/mm/yyyy hh:mm", "yyyy-mm-dd h:mm:ss", "m/d/yy h:mm"])
def test_times_of_day_in_a_workbook_are_told_and_refused_where_hours_count(
    folder: Path, shown: str, capsys: Any
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADERS)
    for hour in (0, 14):
        sheet.append(["A", datetime.datetime(2026, 3, 2, hour), 8, None])
        sheet.cell(sheet.max_row, 2).number_format = shown
    book.save(folder / "a.xlsx")
    assert run("a.xlsx") == 0
    assert "1 ô có giờ phút (B3)" in capsys.readouterr().err
    assert run("a.xlsx", "--unit", "working_hours") == 1
    assert "(B3)" in capsys.readouterr().err
    sheet.cell(3, 2).value = datetime.datetime(2026, 3, 2)
    book.save(folder / "a.xlsx")
    assert run("a.xlsx", "--unit", "working_hours") == 0
    assert "giờ phút" not in capsys.readouterr().err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_named_instead_of_a_column_will_do(
    folder: Path, language: str, capsys: Any
) -> None:
    rows: list[list[Any]] = [["Xã", "Nhận lúc", "Hẹn lúc"], ["A", "2026-03-02", "2026-03-10"]]
    path = write(folder / "a.csv", rows)
    assert run(path, "--language", language) == 1
    received, limit, finished = capsys.readouterr().err.splitlines()
    assert "'-'" not in received and "'-'" in finished
    assert "'-'" not in limit and "--due" in limit
    assert run(path, "--received", "-", "--due", "Hẹn lúc", "--finished", "-") == 1
    assert "--received: " in capsys.readouterr().err
    assert run(path, "--received", "Nhận lúc", "--due", "Hẹn lúc", "--finished", "-") == 0


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("titles", [[], TITLES])
def test_cells_that_are_no_limit_no_number_or_no_day_are_named_by_header_and_row(
    folder: Path, ending: str, titles: list[list[Any]], capsys: Any
) -> None:
    names = ["Xã", "Ngày nhận", "Thời hạn", "Tạm dừng", "Ngày trả"]
    good = ["A", "2026-03-02", 5, 0, "2026-03-04"]
    rows = [*titles, names, good, good, [*good[:2], "năm", "không", good[4]], good]
    assert run(write(folder / f"a{ending}", rows)) == 1
    err = capsys.readouterr().err
    row = len(titles) + 4
    first, second = err.splitlines()
    assert f"{row}: Thời hạn 'năm' không phải một thời hạn" in first
    assert f"{row}: Tạm dừng 'không' không phải là số" in second
    rows[-2] = [good[0], "hôm qua", *good[2:]]
    assert run(write(folder / f"a{ending}", rows)) == 1
    assert f"{row}: Ngày nhận 'hôm qua' không phải là ngày" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "unit", "right"),
    [
        ("5 ngày làm việc", [], True),
        ("08 giờ làm việc", [], False),  # are the figures alone hours too?
        ("08 giờ làm việc", ["--unit", "working_hours"], True),
        ("5 ngày làm việc", ["--unit", "working_hours"], False),
        ("2,5", [], True),
    ],
)
def test_figures_alone_beside_limits_in_words_have_their_unit_or_are_refused(
    folder: Path, said: str, unit: list[str], right: bool, capsys: Any
) -> None:
    rows = [HEADERS, ["A", "2026-03-02", 8, "2026-03-03"], ["A", "2026-03-02", said, "2026-03-03"]]
    path = write(folder / "a.xlsx", rows)
    assert run(path, *unit) == (0 if right else 1)
    assert right or "Thời hạn" in capsys.readouterr().err
