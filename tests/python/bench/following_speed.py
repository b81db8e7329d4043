"""Check, schedule and track 10,000 tasks with 100,000 entries of progress, on one core.

python tests/python/bench/following_speed.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import sauro

TASKS, ENTRIES = 10_000, 100_000
AS_OF = date(2026, 9, 15)
VERBS = ["Ban hành", "Rà soát", "Kiểm tra", "Công khai", "Báo cáo", "Tổ chức", "Số hóa", "Cập nhật"]
TEXT = (
    "kế hoạch tuyên truyền thủ tục hành chính hồ sơ ngân sách dữ liệu trực tuyến người dân doanh "
    "nghiệp đối thoại giải ngân tài sản đầu tư công nghệ thông tin văn bản danh mục quy trình tiếp "
    "nhận phản ánh kiến nghị đất đai hộ tịch chứng thực xây dựng môi trường giáo dục y tế văn hóa "
    "thể thao du lịch nông thôn mới giảm nghèo việc làm bảo hiểm dân số trẻ em an ninh trật tự"
)
WORDS = TEXT.split()
TIMES = [
    "Quý I",
    "Quý II/2026",
    "Thường xuyên",
    "Hằng quý",
    "Quý I, 6 tháng, quý III và tổng kết năm",
    "Trước ngày 15/12/2026",
    "",
    "Tháng 6",
]
LEADS = [
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Trung tâm Phục vụ hành chính công",
]
PRODUCTS = ["Kế hoạch của UBND xã", "Báo cáo", "Quyết định của Chủ tịch UBND xã", "Biên bản", ""]


def example_plan(rng: np.random.Generator) -> sauro.Plan:
    lines = ["STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian"]
    for i in range(TASKS):
        words = " ".join(rng.choice(WORDS, int(rng.integers(8, 20))))
        title = f"{rng.choice(VERBS)} {words}"
        cells = (title, rng.choice(PRODUCTS), rng.choice(LEADS), "Công an xã", rng.choice(TIMES))
        lines.append("\t".join([str(i + 1), *map(str, cells)]))
    head = (
        "Số: 21/KH-UBND\n\nPhú Mỹ, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\nPhụ lục I\n"
    )
    return sauro.read_plan(text=head + "\n".join(lines))


def example_progress(plan: sauro.Plan, rng: np.random.Generator) -> sauro.Progress:
    ids = [task.id for task in plan.tasks]
    statuses = ["in_progress", "done", "in_progress", "not_started"]
    return sauro.Progress(
        {
            "task": [ids[i % TASKS] for i in range(ENTRIES)],
            "date": [date(2026, 2, 1) + timedelta(days=23 * (i // TASKS)) for i in range(ENTRIES)],
            "status": [statuses[i] for i in rng.integers(0, 4, ENTRIES)],
            "result": ["đã trình lãnh đạo"] * ENTRIES,
        }
    )


def best_of(runs: int, call: Callable[[], Any]) -> tuple[float, Any]:
    best, out = float("inf"), None
    for _ in range(runs):
        out = None
        start = time.perf_counter()
        out = call()
        best = min(best, time.perf_counter() - start)
    return best * 1e3, out


def main() -> None:
    rng = np.random.default_rng(1)
    plan = example_plan(rng)
    log = example_progress(plan, rng)
    calendar = sauro.WorkingCalendar.vietnam()
    checking, findings = best_of(10, lambda: sauro.check(plan, calendar=calendar))
    scheduling, due = best_of(10, lambda: sauro.schedule(plan, calendar=calendar))
    tracking, board = best_of(10, lambda: sauro.track(due, log, AS_OF, calendar=calendar))
    total = checking + scheduling + tracking
    print(f"{len(plan.tasks)} tasks, {len(due.occurrences)} occurrences, {len(log)} entries")
    print(f"check    {checking:7.1f} ms  ({len(findings)} findings)")
    print(f"schedule {scheduling:7.1f} ms")
    print(f"track    {tracking:7.1f} ms  ({len(board.alerts)} alerts)")
    print(f"together {total:7.1f} ms  (bar: 150)")
    alone, _ = best_of(
        5, lambda: sauro.check(plan, calendar=calendar, rules={"task.duplicate": "off"})
    )
    print(f"near duplicates {checking - alone:7.1f} ms  (bar: 1000)")


if __name__ == "__main__":
    main()
