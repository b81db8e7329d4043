"""The page on which a log is kept: what it writes, and what it doesn't lose."""

from __future__ import annotations

import csv
import io
import random
import re
import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import sauro
from conftest import refused
from hypothesis import given, settings
from hypothesis import strategies as st
from sauro.serving import _desk
from served import LOG, NOW, PLAN, Page, copied

ENDINGS = ("csv", "xlsx")
FILLED = {
    "status": "in_progress",
    "percent": "60",
    "result": "đã trình dự thảo",
    "document": "34/TTr-UBND",
    "note": "chờ ý kiến; hạn 15/7",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_log_that_is_not_there_yet_is_a_register_and_what_is_filled_in_is_tracked(
    ending: str, tmp_path: Path
) -> None:
    page = Page(tmp_path / f"so.{ending}")
    assert len(page.log()) == 0 and page.get().count("<article") == 33
    page.save(0, **FILLED)
    assert page.status == 303 and page.headers["Location"].endswith("#r0")
    (entry,) = page.log().entries
    assert (entry.task, entry.status, entry.percent) == ("1.I.1", "in_progress", 60)
    assert (entry.result, entry.document) == (FILLED["result"], FILLED["document"])
    assert (entry.note, entry.who, entry.date) == (FILLED["note"], "Lan", NOW.date())
    board = sauro.track(sauro.schedule(PLAN), page.log(), NOW)
    assert board.table == page.desk.view().board.table
    again = Page(page.path)  # a server that starts anew reads what the last one wrote
    assert again.row(0).entry is not None and again.row(0).entry.percent == 60


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_tick_is_one_field_and_says_when_and_who(ending: str, tmp_path: Path) -> None:
    page = Page(tmp_path / f"so.{ending}")
    page.save(0, **FILLED)
    row = page.row(0)
    tick = {"task": row.standing.task, "occurrence": row.standing.label, "status": "done"}
    page.post(tick | {"version": row.version, "who": "Minh"})
    (entry,) = page.log().entries
    assert (entry.status, entry.percent, entry.result) == ("done", 100, FILLED["result"])
    when = "2026-07-10 09:30:00"
    assert page.history()[-2:] == [
        [when, "Minh", "1.I.1", "Quý I", "Tình trạng", "Đang thực hiện", "Hoàn thành"],
        [when, "Minh", "1.I.1", "Quý I", "Tỷ lệ hoàn thành (%)", "60%", "100%"],
    ]
    page.save(0, status="", percent="", result="", document="", note="")
    assert len(page.log()) == 0 and page.row(0).entry is None  # as if nothing had been reported
    assert page.history()[-1][4:] == ["Ngày thực hiện", "10/07/2026", ""]


def test_what_is_told_later_of_what_is_done_leaves_its_day(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    before = page.row(0)
    assert before.entry is not None and before.entry.date == date(2026, 3, 16)
    page.save(0, note="gửi kèm phụ lục", document="34/KH-UBND ngày 16/3")
    after = page.row(0)
    assert after.entry is not None and after.entry.date == date(2026, 3, 16)
    assert after.standing.status == before.standing.status == "done_on_time"


def test_a_log_of_reports_gets_a_row_for_what_is_told_of_a_later_day(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    number = next(r.number for r in page.desk.view().rows if r.standing.task == "1.I.3.2")
    count = len(page.log())
    page.save(number, percent="55")
    old, new = [one for one in page.log().entries if one.task == "1.I.3.2"][-2:]
    assert len(page.log()) == count + 1 and (old.percent, new.percent) == (40, 55)
    assert (new.status, new.result, new.date) == (old.status, old.result, NOW.date())
    page.save(number, percent="56")  # of the same day
    assert len(page.log()) == count + 1
    assert (
        sauro.track(sauro.schedule(PLAN), page.log(), "2026-07-09").counts
        == sauro.track(sauro.schedule(PLAN), sauro.Progress.read(LOG), "2026-07-09").counts
    )


LAYOUTS = {
    "titles above": "SỔ THEO DÕI;;\r\n\r\n" + "Mã;Nhiệm vụ;Ngày;Tình trạng;Ghi chú\r\n",
    "other order": "Tình trạng,Ngày,Lĩnh vực,Mã,Tỷ lệ\n",
    "tabs": "Mã\tSTT\tNgày\tTình trạng\tKết quả\n",
    "by words": "STT;Nhiệm vụ;Kỳ;Ngày cập nhật;Trạng thái\n",
}
VALUES = {
    "Mã": "1.I.1", "Nhiệm vụ": PLAN.tasks["1.I.1"].title, "Ngày": "1/3/2026",
    "Ngày cập nhật": "1/3", "Tình trạng": "Đang  làm", "Trạng thái": "HT", "STT": "1",
    "Kỳ": "", "Lĩnh vực": 'A "b"', "Ghi chú": "hai\ndòng", "Tỷ lệ": "0,5", "Kết quả": "x",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_and_columns_of_others_stay_byte_for_byte(
    layout: str, encoding: str, tmp_path: Path
) -> None:
    head = LAYOUTS[layout]
    delimiter = next(one for one in ";,\t" if one in head)
    names = head.splitlines()[-1].split(delimiter)
    out = io.StringIO()
    end = "\r\n" if head.endswith("\r\n") else "\n"
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerow(map(VALUES.get, names))
    path = tmp_path / "so.csv"
    path.write_bytes((head + out.getvalue()).encode(encoding))
    before = path.read_bytes().decode(encoding)
    page = Page(path)
    assert page.desk.view().board.progress == page.log()  # with the places of its rows
    page.save(5, status="done", percent="100")
    assert page.desk.view().board.progress == page.log()
    after = path.read_bytes().decode(encoding)
    assert page.status == 303 and path.read_bytes()[:2] == before.encode(encoding)[:2]
    known, added = before.splitlines(keepends=True), after.splitlines(keepends=True)
    heads = len(head.splitlines())
    more = added[heads - 1].count(delimiter) - known[heads - 1].count(delimiter)
    row = "".join(known[heads:]).removesuffix(end) + delimiter * more + end
    assert added[: heads - 1] == known[: heads - 1] and "".join(added[heads : len(known)]) == row
    assert added[heads - 1].startswith(known[heads - 1].rstrip("\r\n"))  # columns may be added
    assert len(page.log()) == 2 and page.row(5).standing.status == "done_on_time"


FORMULAS = ["=1+1", "+84 236", "-đã gửi", "@SUM(A1)", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_and_the_page_shows_it_as_it_was(
    text: str, ending: str, tmp_path: Path
) -> None:
    page = Page(tmp_path / f"so.{ending}")
    page.save(0, result=text, note='"; x\r\ny', document="<b>&</b>")
    assert page.form(0)["result"] == text and page.form(0)["document"] == "<b>&</b>"
    assert "<b>&</b>" not in page.get()
    page.save(0)
    assert page.form(0)["result"] == text and len(page.history()) == 4  # nothing was touched
    if ending == "csv":
        rows = page.path.read_text(encoding="utf-8-sig").splitlines()
        assert f"'{text}" in rows[1]
    else:
        sheet = openpyxl.load_workbook(page.path).active
        assert [c.data_type for row in sheet for c in row if c.value == text] == ["s"]


WRONG = {
    "status": ("xong", "không có tình trạng này"),
    "percent": ("140", "từ 0 đến 100"),
    "result": ("x" * 2001, "dài 2001 ký tự; nhiều nhất 2000"),
    "document": ("12\x00/BC", "ký tự điều khiển"),
    "note": ("a\x1bb", "ký tự điều khiển"),
    "due": ("hôm nay", "31/12/2026"),
    "date": ("11/07/2026", "chưa đến"),
    "who": ("\x07", "ký tự điều khiển"),
}


@pytest.mark.parametrize("field", WRONG)
def test_what_cannot_be_right_is_said_and_not_written(field: str, tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    before = page.path.read_bytes()
    given_, why = WRONG[field]
    answer = page.save(2, **{"result": "giữ lại", field: given_})
    assert page.status == 400 and why in page.alert(answer)
    assert "giữ lại" in answer or field == "result"  # what was typed isn't lost
    assert page.path.read_bytes() == before and page.history() == []


def test_done_by_less_than_the_whole_is_refused_where_it_was_typed(tmp_path: Path) -> None:
    page = Page(tmp_path / "so.csv")
    answer = page.save(0, status="done", percent="60")
    assert page.status == 400 and "100 hoặc để trống" in page.alert(answer)


def test_what_the_log_could_not_be_read_with_is_refused(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    number = next(r.number for r in page.desk.view().rows if r.standing.task == "1.I.1")
    before = page.path.read_bytes()
    answer = page.save(number, date="20/02/2026")  # another row of that day says something else
    assert page.status == 400 and page.alert(answer) and page.path.read_bytes() == before
    answer = page.save(number, date="1/1/1800")
    assert page.status == 400 and page.path.read_bytes() == before


def test_unknown_tasks_are_refused(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    form = page.form(0)
    for other in ({"task": "9.9"}, {"occurrence": "Quý IX"}, {"task": "../../etc/passwd"}):
        answer = page.post(form | other | {"status": "cancelled"})
        assert page.status == 404 and "không có việc này" in page.alert(answer)
    assert page.path.read_bytes() == LOG.read_bytes()


def test_the_second_of_two_who_change_a_row_sees_both_values(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    first = page.form(3, result="báo cáo số 1", document="1/BC", who="Lan")
    second = page.form(3, result="báo cáo số 2", note="của Minh", who="Minh")
    page.post(first)
    assert page.status == 303
    answer = page.post(second)
    assert page.status == 409 and "Người khác vừa sửa" in page.alert(answer)
    part = answer[answer.index('id="r3"') :]
    part = part[: part.index("</article>")]
    assert "đang ghi trong sổ: báo cáo số 1" in part and ">báo cáo số 2</textarea>" in part
    assert 'value="1/BC"' in part  # what the second didn't touch is as the first wrote it
    assert [one.result for one in page.log().entries if one.who == "Lan"] == ["báo cáo số 1"]
    shown = page.form(3)
    page.post(shown | {"result": "báo cáo số 2", "note": "của Minh", "who": "Minh"})
    assert page.status == 303
    entry = page.row(3).entry
    assert entry is not None
    assert (entry.result, entry.document, entry.note) == ("báo cáo số 2", "1/BC", "của Minh")
    old_and_new = [line[5:] for line in page.history() if line[4] == "Kết quả"]
    assert old_and_new == [["", "báo cáo số 1"], ["báo cáo số 1", "báo cáo số 2"]]


def test_the_same_said_twice_is_no_conflict(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    form = page.form(3, status="done")
    page.post(form)
    count = len(page.history())
    page.post(form)
    assert page.status == 303 and len(page.history()) == count


def test_what_a_spreadsheet_wrote_meanwhile_is_a_conflict_too(tmp_path: Path) -> None:
    page = Page(tmp_path / "so.csv")
    form = page.form(0, result="của trang")
    text = page.path.read_text(encoding="utf-8-sig").splitlines()
    cells = text[1].split(",")
    cells[7], cells[9], cells[11] = "Xong", "của bảng tính", "1/3/2026"
    other = "\r\n".join([text[0], ",".join(cells), *text[2:], ""])
    page.path.write_text(other, encoding="utf-8-sig", newline="")
    answer = page.post(form)
    assert page.status == 409 and "của bảng tính" in answer and "của trang" in answer


EDITS = st.lists(
    st.tuples(st.integers(0, 32), st.sampled_from("abc"), st.text("xyz =;,'\"", max_size=6)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(edits=EDITS, seed=st.integers(0, 99), register=st.booleans())
def test_edits_at_once_of_any_rows_in_any_order_are_all_kept(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Any], seed: int, register: bool
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    page = Page(folder / "so.csv" if register else copied(folder))
    wanted = {number: f"{who}{text}" for number, who, text in edits}  # one a row
    forms = [page.form(number, note=note) for number, note in wanted.items()]
    random.Random(seed).shuffle(forms)
    statuses: list[int] = []

    def send(form: dict[str, str]) -> None:
        one = Page.__new__(Page)
        one.__dict__.update(page.__dict__)
        one.post(form)
        statuses.append(one.status)

    threads = [threading.Thread(target=send, args=(form,)) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [303] * len(forms)
    notes = {number: page.form(number)["note"] for number in wanted}
    assert notes == {number: " ".join(note.split()) for number, note in wanted.items()}
    told = sum(line[4] == "Ghi chú" for line in page.history())
    assert told == len(forms)
    sauro.track(sauro.schedule(PLAN), page.log(), NOW)  # it still is a log


def test_a_log_that_cannot_be_written_leaves_log_and_history_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(copied(tmp_path))
    page.save(3, note="trước")
    before, told = page.path.read_bytes(), page.history()

    def full(path: Path, _data: bytes) -> None:
        raise sauro.Error([sauro.Problem(110, str(path), "đĩa đầy", "the disk is full")])

    monkeypatch.setattr(_desk, "write_bytes", full)
    answer = page.save(3, note="sau")
    assert page.status == 400 and "đĩa đầy" in page.alert(answer) and ">sau</textarea>" in answer
    assert page.path.read_bytes() == before and page.history() == told
    page.path.with_name(page.path.name + ".lich-su.csv").unlink()
    page.save(3, note="sau")
    assert page.history() == [] and len(list(tmp_path.iterdir())) == 1


def test_workbooks_that_would_lose_something_are_refused_with_a_way_out(tmp_path: Path) -> None:
    def made(change: Any) -> Path:
        path = tmp_path / "so.xlsx"
        path.unlink(missing_ok=True)
        sauro.write_register(PLAN, path)
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        return path

    def own_column(book: Any) -> None:
        book.active.cell(3, 15).value = "Của tôi"

    def own_row(book: Any) -> None:
        book.active.cell(37, 3).value = "Tổng cộng"

    def own_sheet(book: Any) -> None:
        book.create_sheet("Khác")

    def other_words(book: Any) -> None:
        book.active.cell(5, 3).value = "Việc khác"

    for change in (own_column, own_row, own_sheet, other_words):
        with refused(sauro.Error, match="save it as CSV, or make a new register") as caught:
            Page(made(change))
        assert caught.value.code in (110, 262), change
    path = made(lambda book: None)
    Page(path).save(0, status="done")
    assert len(sauro.Progress.read(path)) == 1


def test_logs_that_cannot_be_kept_are_refused_before_anything_is_served(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes("Mã;Ngày;Tình trạng\n1.I.1;1/3/2026;Hoàn thành\n".encode("cp1258", "replace"))
    with refused(sauro.Error, match="neither UTF-8 nor UTF-16"):
        Page(path)
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with refused(sauro.Error, match="no row that names the columns"):
        Page(path)
    path.write_text("Mã;Ngày;Tình trạng;Của tôi\n1.I.1;1/3/2026;Xong;x\n", encoding="utf-8")
    with refused(sauro.ValidationError, match="no column of a progress log"):
        Page(path)
    kept = Page(path, on_problem="keep")
    kept.save(5, status="done")
    assert kept.status == 303 and "1.I.1;1/3/2026;Xong;x" in path.read_text("utf-8")
    with refused(sauro.ValidationError, match=r"use \.csv, \.xlsx"):
        Page(tmp_path / "so.docx")


def test_the_filter_takes_words_states_agencies_and_days(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))

    def shown(query: str) -> int:
        return page.get(query).count("<article")

    assert shown("") == 33 and shown("words=KE+hoach+tuyen+truyen") == 1
    counts = page.desk.view().board.counts
    assert shown("state=overdue") == counts["overdue"] and shown("state=open") < 33
    assert shown("agency=Phòng Kinh tế") + shown("agency=Trạm Y tế") <= 33
    assert 0 < shown("until=30/06/2026") == shown("until=2026-06-30") < 33
    assert shown("words=khongcogi") == 0 and shown("page=999&until=x&state=%3Cb%3E") == 0
    form = page.form(0, note="x") | {"back": "state=overdue&words=a b&//evil.com"}
    page.post(form)
    assert page.headers["Location"] == "/T0ken/?words=a+b&state=overdue#r0"


def test_a_long_plan_is_shown_a_page_at_a_time(tmp_path: Path) -> None:
    head = "STT\tNhiệm vụ\tChủ trì\tThời gian\n"
    rows = "".join(f"{i}\tRà soát việc số {i}\tPhòng A\tQuý III\n" for i in range(1, 251))
    plan = sauro.read_plan(text=head + rows)
    page = Page(tmp_path / "so.csv", plan, year=2026)
    assert [page.get(f"page={n}").count("<article") for n in (1, 2, 3, 4)] == [100, 100, 50, 50]
    answer = page.post(page.form(240, status="xong"))
    assert 'id="r240"' in answer and page.status == 400  # wherever the filter stood


def test_the_page_is_in_english_too(tmp_path: Path) -> None:
    head = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    plan = sauro.read_plan(text=f"{head}1\tALPHA\tBETA\tGAMMA\t30/4/2026\n")
    page = Page(tmp_path / "log.csv", plan, language="en")
    page.save(0, status="done")
    bad = page.save(0, percent="x")
    for text in (page.get(), bad):
        assert not re.findall(r"\S*[À-ỹ]\S*", text), re.findall(r"\S*[À-ỹ]\S*", text)
    assert page.history()[0][4:] == ["Status", "", "Done"]
    assert page.log().entries[0].status == "done"


def test_a_day_of_the_log_is_that_of_the_clock(tmp_path: Path) -> None:
    days = [datetime(2026, 7, 10, 23, 59), datetime(2026, 7, 11, 0, 1)]
    page = Page(tmp_path / "so.csv", clock=lambda: days[0])
    page.save(0, status="in_progress")
    days.pop(0)
    page.save(1, status="in_progress")
    assert [str(one.date) for one in page.log().entries] == ["2026-07-10", "2026-07-11"]
