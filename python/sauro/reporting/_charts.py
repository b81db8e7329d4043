"""Charts of a board as inline SVG, each with a text for those who don't see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sauro._base.shown import escaped
from sauro._base.words import Words
from sauro.tracking._board import Board, leads_by_task
from sauro.tracking._words import STATUSES

__all__ = ["burn_up", "gantt_by_area", "heat_map"]

COLOURS = {
    "not_due": "#b9c3d0",
    "in_progress": "#0b5cad",
    "done_on_time": "#2c7a4b",
    "done_late": "#b7791f",
    "done": "#2c7a4b",
    "overdue": "#b3261e",
    "not_reported": "#6b7a8f",
    "no_date": "#b9c3d0",
    "cancelled": "#8a8f98",
    "postponed": "#7b4fa3",
}
# of a heat map: ground and ink, from few to many; with something overdue
SHADES = (("#d6e6f7", "#1c2430"), ("#9cc3ea", "#1c2430"), ("#0b5cad", "#ffffff"))
LATE_SHADES = (("#f9dbd8", "#1c2430"), ("#eda49d", "#1c2430"), ("#b3261e", "#ffffff"))
LEFT, RIGHT, ROW = 300, 14, 20
INK, SOFT = "#1c2430", "#55606e"


def _svg(width: int, height: int, title: str, about: str, body: Iterable[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="100%" role="img" '
        f'aria-label="{escaped(title)}" font-size="13">'
        f"<title>{escaped(title)}</title><desc>{escaped(about)}</desc>{''.join(body)}</svg>"
    )


def _text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{more}>{escaped(words)}</text>'


class _Scale:
    """Days to pixels over whole months."""

    def __init__(self, days: Sequence[date], width: int) -> None:
        self.first = min(days).replace(day=1)
        last = max(days).replace(day=28) + timedelta(days=7)
        self.last = last.replace(day=1)
        self.width = width

    def __call__(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LEFT + share * (self.width - LEFT - RIGHT), 1)

    def grid(self, height: int, words: Words) -> list[str]:
        """Draw a line and a name for each month, or for each year where there are many months."""
        months = []
        day = self.first
        while day < self.last:
            months.append(day)
            day = (day + timedelta(days=32)).replace(day=1)
        by_year = len(months) > 18
        lines = []
        for month in months:
            is_first = month == self.first and month.month <= 6  # so that names don't touch
            if by_year and month.month != 1 and not is_first:
                continue
            x = self(month)
            lines.append(f'<path d="M{x} 16V{height}" stroke="#d9dee6"/>')
            name = f"{month.year}" if by_year else words.month(month.month)
            if not by_year and month in (self.first, month.replace(month=1)):
                name += f"/{month.year}"
            lines.append(_text(x + 2, 12, name, ' fill="#55606e"'))
        return lines


class _Bar(NamedTuple):
    task: str
    name: str
    start: date
    due: date
    status: str
    label: str


def gantt_by_area(board: Board, words: Words) -> list[tuple[str, str]]:
    """Draw a chart for each area that has due days: its name and the SVG."""
    columns = (board.table[name].tolist() for name in ("task", "title", "due", "status"))
    area_of = {task.id: task.area_label for task in board.schedule.tasks}
    areas: dict[str, list[_Bar]] = defaultdict(list)
    for row, one in zip(zip(*columns, strict=True), board.schedule.occurrences, strict=True):
        task, title, due, status = row
        if due is not None:
            start = min(one.start or due, due)
            bar = _Bar(task, f"{task} {title}", start, due, status, one.occurrence)
            areas[area_of[task] or words("Không ghi lĩnh vực")].append(bar)
    return [(area, _gantt(area, bars, board.as_of, words)) for area, bars in areas.items()]


def _gantt(area: str, bars: Sequence[_Bar], as_of: date, words: Words) -> str:
    days = {day for bar in bars for day in (bar.start, bar.due)}
    scale = _Scale([*days, as_of], 1100)
    places = {day: scale(day) for day in days}
    dues = {bar.due: words("hạn {day}", day=words.day(bar.due)) for bar in bars}
    states = {name: words(title) for name, title in STATUSES.items()}
    names = {bar.task: bar.name for bar in bars}
    height = 22 + ROW * len(names)
    body = scale.grid(height, words)
    for r, name in enumerate(names.values()):
        body.append(_text(0, 33 + ROW * r, _short(name)))
    rows = {task: 22 + ROW * r for r, task in enumerate(names)}
    for bar in sorted(bars, key=lambda bar: bar.start - bar.due):  # the shortest on top
        x = places[bar.start]
        about = f"{bar.label}: {dues[bar.due]}, {states[bar.status]}"
        body.append(
            f'<rect x="{x}" y="{rows[bar.task]}" width="{max(places[bar.due] - x, 3):g}" '
            f'height="14" rx="2" fill="{COLOURS[bar.status]}" fill-opacity="0.85" stroke="#fff">'
            f"<title>{escaped(about)}</title></rect>"
        )
    body.append(_today(scale(as_of), height))
    counts = Counter(bar.status for bar in bars)
    about = "; ".join(f"{n} {states[status]}" for status, n in counts.items())
    return _svg(1100, height, words("Tiến độ: {area}", area=area), about, body)


def _short(name: str) -> str:
    return name[:40] + ("…" if len(name) > 40 else "")


def _today(x: float, height: int) -> str:
    return f'<path d="M{x} 16V{height}" stroke="#b3261e" stroke-dasharray="4 3"/>'


def burn_up(board: Board, words: Words) -> str:
    """Draw how much was due and how much was done by each day."""
    table = board.table
    kept = [str(status) != "cancelled" for status in table["status"]]
    dues = sorted(d.item() for d, k in zip(table["due"], kept, strict=True) if k and d == d)
    done = sorted(d.item() for d, k in zip(table["finished"], kept, strict=True) if k and d == d)
    if not dues:
        return ""
    scale = _Scale([*dues, *done, board.as_of], 1100)
    height, top = 220, 20
    most = max(len(dues), len(done))

    def steps(days: Sequence[date], until: date) -> str:
        path = f"M{scale(scale.first)} {height}"
        n = 0
        for day, more in Counter(days).items():
            n += more
            path += f"H{scale(day)}V{height - n / most * (height - top):.1f}"
        return path + f"H{scale(until)}"

    def line(days: Sequence[date], until: date, colour: str) -> str:
        return f'<path d="{steps(days, until)}" fill="none" stroke="{colour}" stroke-width="2"/>'

    past = sum(day <= board.as_of for day in dues)
    about = words(
        "Đến {day}: {past} lượt đến hạn, {done} lượt hoàn thành, trên {all} lượt có hạn.",
        day=words.day(board.as_of),
        past=past,
        done=len(done),
        all=len(dues),
    )
    levels = dict.fromkeys((0, most // 2, most))
    body = [
        *scale.grid(height, words),
        *(_level(n, height - n / most * (height - top), scale.width) for n in levels),
        line(dues, dues[-1], "#55606e"),
        line(done, board.as_of, "#2c7a4b"),
        _today(scale(board.as_of), height),
        _text(0, 60, words("đến hạn: {count}", count=len(dues)), ' fill="#55606e"'),
        _text(0, 78, words("hoàn thành: {count}", count=len(done)), ' fill="#2c7a4b"'),
    ]
    return _svg(1100, height + 4, words("Lũy kế đến hạn và hoàn thành"), about, body)


def _level(n: int, y: float, width: int) -> str:
    """Draw a line of the axis of numbers, with its number."""
    line = f'<path d="M{LEFT} {y:.1f}H{width - RIGHT}" stroke="#d9dee6"/>'
    return line + _text(LEFT - 6, y + 4, str(n), f' fill="{SOFT}" text-anchor="end"')


def heat_map(board: Board, words: Words) -> str:
    """Draw how many things each agency has due in each month."""
    leads = leads_by_task(board.schedule)
    table = board.table
    counts: Counter[tuple[str, str]] = Counter()
    late: Counter[tuple[str, str]] = Counter()
    for task, due, status in zip(table["task"], table["due"], table["status"], strict=True):
        if due != due:
            continue
        for lead in leads[str(task)]:
            key = lead, str(due)[:7]
            counts[key] += 1
            late[key] += str(status) == "overdue"
    if not counts:
        return ""
    agencies = sorted({agency for agency, _ in counts})
    months = sorted({month for _, month in counts})
    cell = max(min((1100 - LEFT) // len(months), 70), 26)
    width = max(1100, LEFT + cell * len(months))
    body = []
    year = ""
    for c, month in enumerate(months):
        name = words.month(int(month[5:])) if cell > 40 else str(int(month[5:]))
        x, look = LEFT + c * cell + 4, f' fill="{SOFT}"'
        if month[:4] != year:
            year = month[:4]
            body.append(_text(x, 12, year, f' fill="{INK}" font-weight="bold"'))
        body.append(_text(x, 28, name, look))
    most = max(counts.values())
    for r, agency in enumerate(agencies):
        y = 34 + r * 24
        body.append(_text(0, y + 15, _short(agency)))
        for c, month in enumerate(months):
            n = counts[agency, month]
            if n:
                shades = LATE_SHADES if late[agency, month] else SHADES
                ground, ink = shades[min(3 * n // (most + 1), 2)]
                about = words(
                    "{agency}, {month}: {count} lượt, {late} quá hạn",
                    agency=agency,
                    month=month,
                    count=n,
                    late=late[agency, month],
                )
                body.append(
                    f'<rect x="{LEFT + c * cell}" y="{y}" width="{cell - 2}" height="22" rx="3" '
                    f'fill="{ground}">'
                    f"<title>{escaped(about)}</title></rect>"
                )
                body.append(_text(LEFT + c * cell + 5, y + 15, str(n), f' fill="{ink}"'))
    (agency, month), count = counts.most_common(1)[0]
    about = words(
        "Nhiều nhất: {agency}, tháng {month}, {count} lượt.",
        agency=agency,
        month=month,
        count=count,
    )
    title = words("Lượt đến hạn theo cơ quan và tháng")
    return _svg(width, 40 + 24 * len(agencies), title, about, body)
