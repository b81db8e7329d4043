"""Write the invented case log: python/sauro/datasets/files/ho-so-song-hau.csv.

Three communes and seven procedures of the first half of 2026; how long a case took is drawn by
commune, so that their rates differ. The same file is written each time.

    python scripts/make_example_cases.py [PATH]
"""

from __future__ import annotations

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import sauro

FIRST, LAST = date(2026, 1, 5), date(2026, 7, 8)
AS_OF = date(2026, 7, 10)  # what isn't finished by then is open
CASES = 900
LATE = {"An Lộc": 0.04, "Phú Mỹ": 0.015, "Tân Hòa": 0.09}
LIMITS = {  # working days; made up
    "Đăng ký khai sinh": 1,
    "Chứng thực bản sao": 1,
    "Xác nhận tình trạng hôn nhân": 3,
    "Đăng ký hộ kinh doanh": 3,
    "Trợ cấp xã hội hằng tháng": 7,
    "Cấp giấy phép xây dựng nhà ở": 10,
    "Đăng ký biến động đất đai": 10,
}
SHARES = (22, 30, 12, 8, 6, 7, 15)
HEADER = ("Mã hồ sơ", "Xã", "Thủ tục", "Ngày nhận", "Thời hạn", "Tạm dừng", "Ngày trả")
FILE = Path(__file__).parents[1] / "python/sauro/datasets/files/ho-so-song-hau.csv"


def finished(draw: random.Random, due: date, limit: int, late: bool) -> date:
    """Day of the result: some working days after the due day, on it, or before it."""
    calendar = sauro.WorkingCalendar.vietnam()
    if late:
        return calendar.add(due, draw.choice((1, 1, 2, 3, 5, 9)))
    early = draw.choice((0, 0, 1, 1, 2, 3))
    return calendar.add(due, -min(early, limit))


def rows() -> list[tuple[str, ...]]:
    """All cases in the order of receipt."""
    draw = random.Random(2026)
    calendar = sauro.WorkingCalendar.vietnam()
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    worked = [day for day in days if calendar.is_working(day)]
    made = []
    for number, day in enumerate(sorted(draw.choices(worked, k=CASES)), 1):
        commune = draw.choices(list(LATE), (4, 3, 5))[0]
        (procedure,) = draw.choices(list(LIMITS), SHARES)
        limit = LIMITS[procedure]
        paused = draw.choice((0, 0, 0, 2, 4)) if limit > 3 else 0
        due = calendar.add(day, limit + paused)
        done = finished(draw, due, limit, draw.random() < LATE[commune])
        given_back = done.isoformat() if done <= AS_OF else ""
        case = f"HS26-{number:04}"
        cells = (commune, procedure, day.isoformat(), str(limit), str(paused), given_back)
        made.append((case, *cells))
    return made


def main(path: Path) -> None:
    """Write the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
