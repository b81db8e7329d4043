"""Reminders: what can be saved first, in lines that can be pasted into a message."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import PLANS, refused

PLAN = """Số: 21/KH-UBND

Phú Mỹ, ngày 15 tháng 01 năm 2026

KẾ HOẠCH

Năm 2026

STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
1\tBan hành kế hoạch tuyên truyền;\tKế hoạch\tPhòng Kinh tế\tCông an xã\tQuý I
2\tTập huấn cán bộ một cửa:\tBáo cáo\tPhòng Kinh tế, Công an xã\t\tTrước ngày 24/4/2026
3\tKiểm tra việc tiếp dân\tBiên bản\tCông an xã\t\tTrước ngày 20/4/2026
4\tRà soát thủ tục hành chính\tBáo cáo\tPhòng Kinh tế\t\tThường xuyên
5\tĐánh giá trang thông tin\tTrang\t\t\tTrước ngày 17/4/2026
6\tLập báo cáo đầu năm\tBáo cáo\tPhòng Kinh tế\t\tTrước ngày 20/01/2026
"""
# 20 April 2026 is a Monday


def made(day: str = "2026-04-20", *entries: dict[str, Any], **options: Any) -> sauro.Reminders:
    due = sauro.schedule(sauro.read_plan(text=PLAN))
    first = due.tasks[0].id.rsplit(".", 1)[0]
    log = sauro.Progress([one | {"task": f"{first}.{one['task']}"} for one in entries])
    reviews = options.pop("reviews", False)
    return sauro.remind(sauro.track(due, log, day, reviews=reviews), **options)


def test_what_can_be_saved_stands_before_what_was_missed_and_old_things_are_one_line() -> None:
    assert made().to_text().splitlines() == [
        "Nhắc việc KH 21/KH-UBND đến ngày 20/04/2026",
        "",
        "CÔNG AN",
        "Sắp đến hạn, 2 việc",
        "- 20/04/2026 (thứ Hai), đến hạn hôm nay. Kiểm tra việc tiếp dân (0.3).",
        "- 24/04/2026 (thứ Sáu), còn 4 ngày làm việc. Tập huấn cán bộ một cửa "
        "(chủ trì Phòng Kinh tế; 0.2).",
        "",
        "PHÒNG KINH TẾ",
        "Sắp đến hạn, 1 việc",
        "- 24/04/2026 (thứ Sáu), còn 4 ngày làm việc. Tập huấn cán bộ một cửa "
        "(chủ trì Công an; 0.2).",
        "Quá hạn từ trước 2 việc, cũ nhất từ 20/01/2026.",
        "",
        "CHƯA GIAO",
        "Mới quá hạn, 1 việc",
        "- 17/04/2026 (thứ Sáu), quá hạn 1 ngày làm việc. Đánh giá trang thông tin (0.5).",
    ]


def test_reviews_are_reminded_of_only_where_they_are_asked_for() -> None:
    assert "Rà soát" not in made("2026-06-29").to_text()
    assert "Rà soát" in made("2026-06-29", reviews=True).to_text()


def test_what_changed_since_the_last_reminder_comes_first() -> None:
    done = {"task": "3", "date": "2026-04-15", "status": "done"}
    lines = made("2026-04-20", done, since="2026-04-13").to_text().splitlines()
    assert lines[1] == "Từ ngày 13/04/2026: 1 việc hoàn thành, 1 việc mới quá hạn."
    assert (
        made("2026-04-20", since="2026-04-20")
        .to_text()
        .splitlines()[1]
        .endswith("không có thay đổi.")
    )


def test_long_lists_are_cut_and_counted() -> None:
    text = made("2026-04-16", most=1, by=None, within=10).to_text()
    assert text.count("\n- ") == 1 and "… và 2 việc khác." in text


def test_pages_and_messages_say_the_same() -> None:
    some = made()
    page = some.to_html()
    for line in some.to_text().splitlines():
        assert line.replace('"', "&quot;") in page
    assert page.startswith("<!doctype html>") and "<script" not in page
    mails = some.to_mails()
    assert list(mails) == ["Công an", "Phòng Kinh tế", "Chưa giao"]
    mail = message_from_bytes(mails["Công an"], policy=policy.default)
    assert mail["Subject"] == "Nhắc việc KH 21/KH-UBND đến ngày 20/04/2026 — Công an"
    assert "Tập huấn cán bộ" in mail.get_content() and "trang thông tin" not in mail.get_content()


def test_nothing_to_remind_of_is_said() -> None:
    assert "Không có việc nào cần nhắc." in made("2026-01-15", within=0).to_text()


def test_english_reminders_and_wrong_options() -> None:
    assert "Due soon, 2 tasks" in made(language="en").to_text()
    assert "due today" in made(language="en").to_text()
    with refused(sauro.ValidationError, match="days from 0, and lines from 1"):
        made(within=-1)


def test_lines_are_sentences_and_short_enough_on_the_real_plan() -> None:
    path = PLANS / "vinh-phong-78-kh-ubnd.txt"
    if not Path(path).exists():
        pytest.skip("the real plan lies outside the repository")
    due = sauro.schedule(sauro.read_plan(path))
    for day in (date(2026, 3, 25), date(2026, 6, 24), date(2026, 9, 28)):
        made = sauro.remind(sauro.track(due, sauro.Progress(), day))
        for block in made.to_text().split("\n\n"):
            lines = block.splitlines()
            assert len(lines) <= 13
            items = [line for line in lines if line.startswith("- ")]
            assert all(re.search(r"[^:;,]\)\.$", line) for line in items)
