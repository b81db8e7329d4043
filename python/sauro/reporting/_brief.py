"""The half page for who decides: figures, changes, agencies, decisions, what comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sauro._base.shown import sentence
from sauro._base.words import Words
from sauro.reporting._parts import Block, Change, Grid, Item, Line, Part
from sauro.reporting._standing import Standing, changes, figures, standings
from sauro.tracking._board import Board, tracked_on

__all__ = ["brief"]

FIGURES = {
    "due": "Đến hạn",
    "done": "Hoàn thành",
    "overdue": "Quá hạn",
    "not_reported": "Chưa báo cáo kỳ",
}
PARTS = {
    "on_time": "hoàn thành đúng hạn {n}",
    "late": "hoàn thành muộn {n}",
    "overdue": "quá hạn {n}",
    "not_reported": "chưa báo cáo kỳ {n}",
    "open": "đang thực hiện, chưa quá hạn {n}",
}
WORST, NAMED, SHORT = 3, 3, 90


def brief(
    board: Board,
    rows: Sequence[Standing],
    since: date | None,
    until: date,
    named: Collection[str],
    words: Words,
) -> Part:
    """Tell on half a page how a plan stands on a day."""
    counts = figures(rows)
    before = None if since is None else tracked_on(board, since)
    blocks: list[Block] = [
        _table(board, counts, before, words),
        Line(_counted(rows, counts, words)),
    ]
    if before is not None:
        blocks.append(Line(changes(board, before, words)))
    blocks += [Line(text) for text in _agencies(board, named, words)]
    blocks += _decisions(board, rows, words)
    blocks.append(Line(_coming(rows, until, words)))
    return Part("", words("Tóm tắt"), blocks)


def _table(board: Board, counts: dict[str, int], before: Board | None, words: Words) -> Grid:
    """Give the four figures, and by how much they changed."""
    day = words("Đến ngày {day}", day=words.day(board.as_of))
    body: list[list[Any]] = [[day, *(counts[name] for name in FIGURES)]]
    if before is not None:
        then = figures(standings(before))
        more = [Change(counts[name] - then[name]) for name in FIGURES]
        body.append([words("So với ngày {day}", day=words.day(before.as_of)), *more])
    head = [words("Lượt việc"), *(words(name) for name in FIGURES.values())]
    return Grid(words("Tóm tắt"), head, body)


def _counted(rows: Sequence[Standing], counts: dict[str, int], words: Words) -> str:
    """Say what is counted, and what the due ones are made of."""
    tasks = len({row.task for row in rows if not row.is_duty})
    duties = len({row.task for row in rows if row.is_duty})
    of_text = " " + words("và {n} việc giao trong phần lời", n=duties) if duties else ""
    counted = "Mỗi kỳ của một nhiệm vụ là một lượt: {n} lượt của {tasks} nhiệm vụ{duties}."
    said = [words(counted, n=len(rows), tasks=tasks, duties=of_text)]
    parts = ", ".join(words(text, n=counts[name]) for name, text in PARTS.items() if counts[name])
    if parts:
        said.append(words("Đến hạn {n} lượt: {parts}.", n=counts["due"], parts=parts))
    if counts["early"]:
        said.append(words("Hoàn thành trước hạn {n} lượt.", n=counts["early"]))
    undated = sum(row.status == "no_date" for row in rows)
    if undated:
        said.append(words("Chưa có thời hạn {n} lượt.", n=undated))
    return " ".join(said)


def _agencies(board: Board, named: Collection[str], words: Words) -> list[str]:
    """Name the agencies with the most overdue, and the best of those with none."""
    table = [
        row
        for row in board.by("agency").to_dicts()
        if row["agency"] in named and row["on_time_percent"] is not None
    ]
    late = [row for row in table if row["overdue"]]
    late.sort(key=lambda row: (-row["overdue"], row["on_time_percent"]))
    said = []
    if late:
        each = [
            words(
                "{agency} (quá hạn {n} lượt, đúng hạn {share})",
                agency=row["agency_name"],
                n=row["overdue"],
                share=words.percent(row["on_time_percent"]),
            )
            for row in late[:WORST]
        ]
        said.append(words("Chậm nhất: {agencies}.", agencies="; ".join(each)))
    good = [row for row in table if not row["overdue"]]
    if good:
        best = max(good, key=lambda row: (row["on_time_percent"], row["done_on_time"]))
        share = words.percent(best["on_time_percent"])
        agency = best["agency_name"]
        said.append(words("Tốt nhất: {agency} (đúng hạn {share}).", agency=agency, share=share))
    return said


def _decisions(board: Board, rows: Sequence[Standing], words: Words) -> list[Block]:
    """List what nobody but who reads this can settle."""
    late = [row for row in rows if row.status == "overdue"]
    cases: list[Block] = []
    for text, some in (
        ("Quá hạn, chưa có cơ quan chủ trì", [row for row in late if not row.leads]),
        ("Quá hạn, có vướng mắc", [row for row in late if row.leads and row.reason]),
    ):
        if some:
            names = [
                ", ".join(filter(None, [sentence(row.title, SHORT), row.occurrence]))
                for row in some[:NAMED]
            ]
            names = [
                f"{name} ({row.reason})" if row.reason else name
                for name, row in zip(names, some, strict=False)
            ]
            more = len(some) - len(names)
            names += [words("… và {n} việc khác", n=more)] * bool(more)
            cases.append(
                Item(
                    words("{name}, {n} việc", name=words(text), n=len(some)),
                    f": {'; '.join(names)}.",
                )
            )
    if board.problems:
        n = len(board.problems)
        cases.append(Item(words("Sổ theo dõi có {n} dòng mâu thuẫn hoặc sai, chưa tính", n=n), "."))
    if not cases:
        return [Line(words("Không có việc cần quyết định."))]
    return [Line(words("Cần quyết định:")), *cases]


def _coming(rows: Sequence[Standing], until: date, words: Words) -> str:
    """Say what comes due before the next report."""
    soon = [row for row in rows if row.is_coming(until)]
    if not soon:
        return words("Không có việc đến hạn trước kỳ báo cáo sau ({day}).", day=words.day(until))
    first = min(soon, key=lambda row: row.working_days)
    return words(
        "Đến hạn trước kỳ báo cáo sau ({day}): {n} việc; sớm nhất là {title} ({due}).",
        day=words.day(until),
        n=len(soon),
        title=sentence(first.title, SHORT),
        due=first.due_day(words),
    )
