"""Logs as offices write them: days, percents, states, periods, and which task a row is of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.command._main import main
from sauro.tracking._states import read_states

HEAD = """Số: 21/KH-UBND

Phú Mỹ, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Năm 2026

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian
"""


def plan_of(*rows: tuple[str, str]) -> sauro.Plan:
    lines = [
        f"{i}\t{title}\tBáo cáo\tPhòng Kinh tế\t{time}" for i, (title, time) in enumerate(rows, 1)
    ]
    return sauro.read_plan(text=HEAD + "\n".join(lines))


def one(name: str, value: Any, **options: Any) -> sauro.ProgressEntry:
    row = {"Mã nhiệm vụ": "1", "Ngày": "27/3/2026"} | {name: value}
    return sauro.Progress([row], **options).entries[0]


DAYS = [
    *("27/3/2026", "27/03/2026", "27-3-2026", "27.3.2026", "2026-03-27", "2026-3-27"),
    *("27/3/26", "27/03/26", "27/3", "27/03", "27-3", " 27/3/2026 "),
    *("2026-03-27 00:00:00", "2026-03-27T08:30", "27/03/2026 14:30", "14:30 27/03/2026"),
    *("27/03/2026 14:30:05", "27/3/2026 8:05", "ngày 27/3/2026", "Ngày 27/3"),
    *("27/3/2026.", "27/3/2026 ;", "27/3/26,", "27/3.", "ngày 27/3/2026."),
    *("ngày 27 tháng 3 năm 2026", "27 tháng 3 năm 2026", "46108", 46108, 46108.6),
    date(2026, 3, 27),
]


@pytest.mark.parametrize("written", DAYS, ids=str)
def test_a_day_is_read_however_it_is_written(written: Any) -> None:
    assert one("Ngày", written, year=2026).date == date(2026, 3, 27)


@pytest.mark.parametrize("written", ["31/2", "3/2026", "hôm qua", "27/3/226", "0", 27.0, "32/3/26"])
def test_what_is_no_day_is_refused_with_how_days_are_written(written: Any) -> None:
    with refused(sauro.ValidationError, match="row 1, column Ngày: .* expected 31/12/2026"):
        one("Ngày", written, year=2026)


def test_a_day_without_a_year_needs_that_of_the_plan() -> None:
    with refused(sauro.ValidationError, match="'27/3' has no year; expected 31/12/2026"):
        one("Ngày", "27/3")


STATES = {
    "done": [
        *("Hoàn thành", "HOÀN THÀNH", "hoàn thành", "Hoàn Thành.", "Đã hoàn thành", "HT", "Xong"),
        *("Đã xong", "Hoàn thành trễ hạn", "Hoàn thành đúng hạn", "Đã báo cáo", "100%", "100 %"),
        *("Hoàn thành 100%", "hoàn thành (100%)", "Đã ban hành", "done", "OK", "Hoàn tất"),
    ],
    "in_progress": [
        *("Đang thực hiện", "Đang làm", "đang triển khai", "Đang trình ký", "Hoàn thành 80%"),
        *("80%", "Đang thực hiện 45%", "đang thực hiện: 45 %", "Chưa xong", "in_progress"),
        *("Chậm tiến độ", "Đang vướng mắc", "làm dở"),
    ],
    "not_started": [
        "Chưa",
        "Chưa thực hiện",
        "chưa làm",
        "Chưa báo cáo",
        "CHƯA TRIỂN KHAI",
        "Chưa làm được",
    ],
    "postponed": ["Tạm dừng", "Gia hạn", "Hoãn", "Lùi thời hạn"],
    "cancelled": ["Hủy", "Huỷ", "Không thực hiện", "Dừng"],
}


@pytest.mark.parametrize(
    ("written", "status"), [(word, status) for status, words in STATES.items() for word in words]
)
def test_a_state_is_read_as_people_write_it(written: str, status: str) -> None:
    for header in ("Tình trạng", "Tiến độ", "Trạng thái", "Tình hình thực hiện"):
        assert one(header, written).status == status


@pytest.mark.parametrize(("written", "percent"), [("Hoàn thành 80%", 80), ("62,5 %", 62.5)])
def test_a_percent_in_a_state_is_one(written: str, percent: float) -> None:
    assert one("Tiến độ", written).percent == percent


def test_an_unknown_state_is_refused_with_those_that_are_known_unless_it_is_ones_own() -> None:
    with refused(sauro.ValidationError, match="'Ổn' is no status; expected hoàn thành, đang thực"):
        one("Tình trạng", "Ổn")
    assert one("Tình trạng", "ổn", statuses={"Ổn": "done"}).status == "done"
    with refused(ValueError, match="done"):
        one("Tình trạng", "ổn", statuses={"Ổn": "xong"})


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (["60%", "5 %", "100%"], [60, 5, 100]),
        (["60", "5", "100"], [60, 5, 100]),
        (["0,6", "0.05", "1"], [60, 5, 100]),
        ([0.6, 0.05, 1], [60, 5, 100]),
        (["60%", "0,6", "0,05"], [60, 60, 5]),
        ([60, "5%", "0"], [60, 5, 0]),
    ],
)
def test_percents_are_read_by_what_the_column_does(column: list[Any], wanted: list[int]) -> None:
    rows = [{"Mã": "1", "Ngày": "1/3/2026", "Tỷ lệ": value} for value in column]
    assert [entry.percent for entry in sauro.Progress(rows).entries] == wanted


def test_a_percent_that_could_be_two_is_asked_about() -> None:
    rows = [{"Mã": "1", "Ngày": "1/3/2026", "Tỷ lệ": value} for value in (60, 0.6)]
    with refused(sauro.ValidationError, match=r"row 2, column Tỷ lệ: can't tell whether 0\.6 is"):
        sauro.Progress(rows)


def test_a_cell_that_shows_a_percent_is_one_beside_plain_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Mã", "Ngày", "Tiến độ"])
    for value, look in ((0.6, "0%"), (75, "General"), (1, "0%")):
        page.append(["1", date(2026, 3, 1), value])
        page.cell(page.max_row, 3).number_format = look
    book.save(tmp_path / "a.xlsx")
    entries = sauro.Progress.read(tmp_path / "a.xlsx").entries
    assert [(entry.percent, entry.status) for entry in entries] == [
        (60, None),
        (75, None),
        (100, "done"),
    ]


PERIODS = {
    "Quý I": [
        "Quý I",
        "Quý 1",
        "quý i",
        "Q1",
        "Q.I",
        "I/2026",
        "Quý I/2026",
        "Quý I năm 2026",
        "I",
    ],
    "Quý II": ["Quý 2", "Q2", "II/2026", "quý II/2026"],
    "Quý IV": ["Quý 4", "Q4", "IV/2026", "Quý IV"],
}


@pytest.mark.parametrize(
    ("written", "label"), [(word, label) for label, words in PERIODS.items() for word in words]
)
def test_a_quarter_is_found_as_people_write_it(written: str, label: str) -> None:
    due = sauro.schedule(plan_of(("Kiểm tra việc tiếp dân", "Hằng quý")))
    assert _done(due, written) == f"{label}/2026"


def _done(due: sauro.Schedule, label: str) -> str:
    row = {"task": due.tasks[0].id, "date": "2026-01-20", "status": "done", "Kỳ": label}
    table = sauro.track(due, sauro.Progress([row]), "2026-01-25").table
    return next(r["occurrence"] for r in table.to_dicts() if r["status"] == "done_on_time")


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("6 tháng", "6 tháng đầu năm 2026"),
        ("06 tháng", "6 tháng đầu năm 2026"),
        ("6 tháng đầu năm", "6 tháng đầu năm 2026"),
        ("sơ kết 6 tháng", "6 tháng đầu năm 2026"),
        ("Quý 3", "Quý III/2026"),
        ("tổng kết năm", "Năm 2026"),
        ("Năm", "Năm 2026"),
        ("cả năm", "Năm 2026"),
    ],
)
def test_the_words_of_a_plan_name_its_periods(written: str, label: str) -> None:
    time = "Quý I, 6 tháng, quý III và tổng kết năm"
    assert _done(sauro.schedule(plan_of(("Báo cáo công tác", time))), written) == label


def test_an_unknown_period_is_refused_with_those_there_are() -> None:
    due = sauro.schedule(plan_of(("Kiểm tra việc tiếp dân", "Hằng quý")))
    with refused(sauro.ValidationError, match='no occurrence "Quý 5"; it has Quý I/2026, Quý II'):
        _done(due, "Quý 5")


TASKS = [
    ("Ban hành kế hoạch tuyên truyền;", "Quý I"),
    ("Kiểm tra việc tiếp dân tại bộ phận một cửa", "Quý II"),
    ("Rà soát thủ tục hành chính", "Quý III"),
    ("Rà soát thủ tục hành chính", "Quý IV"),
]


def by_words(rows: list[dict[str, Any]]) -> list[str]:
    day = {"Ngày": "20/3/2026", "Tình trạng": "Xong"}
    log = sauro.Progress([row | day for row in rows])
    table = sauro.track(sauro.schedule(plan_of(*TASKS)), log, "2026-04-01").table
    return [row["task"][-1] for row in table.to_dicts() if row["status"] == "done_on_time"]


def test_a_row_is_found_by_the_words_of_its_task() -> None:
    assert by_words([{"Nhiệm vụ": "ban hành  Kế hoạch tuyên truyền"}]) == ["1"]
    assert by_words([{"STT": "2", "Nội dung công việc": TASKS[1][0].upper()}]) == ["2"]
    assert by_words([{"STT": "9", "Nhiệm vụ": TASKS[1][0]}]) == ["2"]  # numbers move
    assert by_words([{"STT": "4", "Nhiệm vụ": TASKS[3][0]}]) == ["4"]
    assert by_words([{"STT": "3.", "Nhiệm vụ": TASKS[3][0]}]) == ["3"]


def test_words_of_several_tasks_and_nearly_those_of_one_are_asked_about() -> None:
    with refused(sauro.ValidationError, match=r"several tasks have these words: \S+3, \S+4; write"):
        by_words([{"Nhiệm vụ": TASKS[3][0]}])
    with refused(sauro.ValidationError, match='is it .*2 "Kiểm tra việc tiếp dân tại'):
        by_words([{"Nhiệm vụ": "Kiểm tra tiếp dân ở bộ phận một cửa"}])
    with refused(sauro.ValidationError, match='no task "Mua sắm máy tính"'):
        by_words([{"Nhiệm vụ": "Mua sắm máy tính"}])


def test_titles_above_hidden_rows_and_filters_do_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["UBND XÃ PHÚ MỸ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    page.append(["Sổ theo dõi nhiệm vụ"])
    page.append([])
    page.append(["TT", "Nhiệm vụ", "Ngày", "Tình trạng"])
    page.append(["I", "CÔNG TÁC CHỈ ĐẠO"])
    page.append([1, "Ban hành kế hoạch tuyên truyền", date(2026, 3, 3), "Xong"])
    page.append([2, TASKS[1][0], "4/3", "Đang làm"])
    page.row_dimensions[6].hidden = True
    page.column_dimensions["A"].hidden = True
    page.auto_filter.ref = "A4:D7"
    book.save(tmp_path / "so.xlsx")
    log = sauro.Progress.read(tmp_path / "so.xlsx", year=2026)
    assert [entry.task for entry in log.entries] == [
        "1. Ban hành kế hoạch tuyên truyền",
        f"2. {TASKS[1][0]}",
    ]
    board = sauro.track(sauro.schedule(plan_of(*TASKS)), log, "2026-04-01")
    assert board.table["status"].tolist()[:2] == ["done_on_time", "in_progress"]


def test_titles_above_a_csv_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    text = "Sổ theo dõi\n\nMã;Ngày;Tình trạng\n1.I.1;3/3/2026;Xong\n;;\n"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_text(text, encoding=encoding)
        assert [one.status for one in sauro.Progress.read(path).entries] == ["done"]


def test_a_register_in_a_document_is_read_over_several_tables(tmp_path: Path) -> None:
    head = ["STT", "Nhiệm vụ", "Tiến độ", "Ngày báo cáo"]
    rows = [["1", TASKS[0][0], "Hoàn thành", "3/3/2026"], ["2", TASKS[1][0], "40%", "4/3/2026"]]
    book = docx.Document()
    other = book.add_table(rows=1, cols=2)
    other.rows[0].cells[0].text = "Nơi nhận"
    for row in rows:
        table = book.add_table(rows=2, cols=4)
        for made, texts in zip(table.rows, (head, row), strict=True):
            for cell, text in zip(made.cells, texts, strict=True):
                cell.text = text
        book.add_paragraph()
    book.save(tmp_path / "so.docx")
    cells = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in [head, *rows]
    )
    page = tmp_path / "so.html"
    page.write_text(f"<!doctype html><html><body><table>{cells}</table></body></html>", "utf-8")
    for path in (tmp_path / "so.docx", page):
        entries = sauro.Progress.read(path).entries
        assert [(one.status, one.percent) for one in entries] == [
            ("done", None),
            ("in_progress", 40),
        ]


def test_all_faults_are_named_at_once_by_row_and_column() -> None:
    rows = [
        {"Mã": "1", "Kỳ": "Quý I", "Ngày": "32/3/2026", "Tình trạng": "ổn", "Tỷ lệ": "nhiều"},
        {"Mã": "1", "Kỳ": "Quý I", "Ngày": None, "Tình trạng": "Xong", "Tỷ lệ": "140%"},
        {"Mã": "1", "Kỳ": "Quý I", "Ngày": None, "Tình trạng": None, "Tỷ lệ": None},
    ]
    with pytest.raises(sauro.ValidationError) as caught:
        sauro.Progress(rows)
    assert [problem.where for problem in caught.value.problems] == [
        "row 1, column Tình trạng",
        "row 1, column Tỷ lệ",
        "row 1, column Ngày",
        "row 2, column Tỷ lệ",
        "row 2, column Ngày",
    ]


FORMS = st.sampled_from(["{d}/{m}/2026", "{d:02}/{m:02}/2026", "2026-{m:02}-{d:02}", "{d}.{m}.26"])


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), FORMS, st.sampled_from(["", " 07:30"]))
def test_any_day_in_any_form_is_the_same_entry(day: date, form: str, time: str) -> None:
    written = form.format(d=day.day, m=day.month) + time
    assert one("Ngày", written).date == day


OWN = {"Ổn": "done", "Kẹt": "in_progress", "v": "hoàn thành", "Bỏ": "Hủy", "x": "chưa thực hiện"}
MEANT = ["done", "in_progress", "done", "cancelled", "not_started"]


def test_own_words_for_states_are_read_wherever_a_log_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    rows = [f"{at}\tViệc thứ {at}\tBáo cáo\tPhòng Kinh tế\tQuý I" for at in range(1, 6)]
    plan.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    log, own = tmp_path / "so.csv", tmp_path / "chu-rieng.txt"
    lines = [f"Việc thứ {at};27/3/2026;{word}" for at, word in enumerate(OWN, 1)]
    log.write_text("\n".join(["Nhiệm vụ;Ngày;Tình trạng", *lines]), encoding="utf-8")
    text = "\n".join(f"{word} =  {state}" for word, state in OWN.items())
    own.write_text(f"# chữ của cơ quan\n\n{text}\n", encoding="utf-8")
    assert [one.status for one in sauro.Progress.read(log, statuses=OWN).entries] == MEANT
    told = ("--states", str(own))
    on = ("--as-of", "2026-03-30")
    for arguments in (
        ("track", plan, log, *on),
        ("remind", plan, log, *on),
        ("report", plan, "--progress", log, *on, "--output", tmp_path / "bc.md"),
        ("merge", log, "-o", tmp_path / "gop.json"),
        ("board", plan, "--log", f"{plan}={log}", *on),
    ):
        said = [str(one) for one in arguments]
        assert main([*said, *told]) == 0, arguments
        capsys.readouterr()
        assert main(said) == 1, arguments
        wrong = capsys.readouterr().err
        assert "không phải là trạng thái" in wrong and "--states" in wrong


def test_own_words_that_mean_no_state_are_named_all_at_once(tmp_path: Path) -> None:
    with refused(sauro.ValidationError, match="'Ổn = tốt'"):
        sauro.Progress([], statuses={"Ổn": "tốt", "Xong": "done"})
    own = tmp_path / "chu.txt"
    own.write_text("Ổn = tốt\nXong = hoàn thành\nlinh tinh\n = hủy\n", encoding="utf-8")
    with pytest.raises(sauro.ValidationError) as caught:
        read_states(own)
    assert [one.where.rpartition(", ")[2] for one in caught.value.problems] == [
        "line 1",
        "line 3",
        "line 4",
    ]
