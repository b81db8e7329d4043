"""What a report tells, part by part, before it is a page, a document or a sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sauro._base.words import Words
from sauro.reporting._brief import brief
from sauro.reporting._parts import Block, Grid, Item, Line, Part
from sauro.reporting._standing import DONE, Standing
from sauro.tracking._board import Board
from sauro.tracking._words import STATUSES

__all__ = ["group_grid", "story"]

MOST_PERIODS = 4  # that are told one by one where they have no result


@dataclass(frozen=True)
class _Telling:
    """What there is to tell of."""

    rows: list[Standing]
    until: date
    groups: Sequence[Grid]
    targets: Sequence[dict[str, Any]]
    words: Words


def story(
    board: Board,
    rows: list[Standing],
    groups: Sequence[Grid],
    named: Collection[str],
    since: date | None,
    until: date,
    words: Words,
) -> list[Part]:
    """Tell how a plan stands: in brief, its results by area, what is missing, what comes.

    `rows` is how everything stands, `groups` are the counts by agency and by area, `named` the
    agencies that are one agency, `since` the day of the last report and `until` that of the next.
    """
    telling = _Telling(rows, until, groups, board.targets.to_dicts(), words)
    return [
        brief(board, rows, since, until, named, words),
        Part("I", words("Kết quả theo lĩnh vực"), list(_results(telling))),
        Part("II", words("Tồn tại, nguyên nhân"), list(_missing(telling))),
        Part("III", words("Nhiệm vụ kỳ tới"), list(_coming(telling))),
    ]


def group_grid(group: dict[str, Any], title: str, words: Words) -> Grid:
    """Give the counts of a group as a table that fits on a page; the counts of a row add up."""
    names = ("Tổng", "Hoàn thành", "Trong đó muộn", "Quá hạn", "Chưa báo cáo kỳ", "Còn lại")
    rows: list[list[Any]] = []
    for row in group["rows"]:
        if not row["total"]:  # what only coordinates
            continue
        counts = Counter(dict(zip(group["statuses"], row["counts"], strict=True)))
        done, late = sum(counts[status] for status in DONE), counts["done_late"]
        missed = [counts["overdue"], counts["not_reported"]]
        share = "" if row["on_time"] is None else words.percent(row["on_time"])
        rest = row["total"] - done - sum(missed)
        rows.append([row["group"], row["total"], done, late, *missed, rest, share])
    head = [words(group["name"]), *(words(name) for name in names), words("Đúng hạn")]
    return Grid(words(title), head, rows)


def _by_task(rows: Iterable[Standing]) -> Iterator[list[Standing]]:
    tasks: dict[str, list[Standing]] = defaultdict(list)
    for row in rows:
        tasks[row.task].append(row)
    return iter(tasks.values())


def _results(telling: _Telling) -> Iterator[Block]:
    """Tell what was done, area by area: periods, results and documents."""
    words = telling.words
    yield from telling.groups[1:]
    areas: dict[tuple[int, str], list[Standing]] = defaultdict(list)
    for row in telling.rows:
        if row.is_done or (row.status != "overdue" and (row.result or row.document)):
            areas[row.area].append(row)
    for number, rows in enumerate(areas.values(), 1):
        yield Line(f"{number}. {_area(rows[0], words)}", is_head=True)
        for same in _by_task(rows):
            yield Item(same[0].title, f": {_outcome(same, words)}{_who(same[0])}.", same[0].task)
    if not areas:
        yield Line(words("Chưa có kết quả nào được báo cáo."))
    if telling.targets:
        yield Line(f"{len(areas) + 1}. {words('Chỉ tiêu đã đo')}", is_head=True)
    for one in telling.targets:
        met = words("đạt" if one["met"] else "chưa đạt")
        yield Item(f"“{one['target']}”", f": {words.number(one['measured'])}, {met}.", one["task"])


def _area(row: Standing, words: Words) -> str:
    if row.area_name:
        return row.area_name
    return words("Nhiệm vụ giao trong phần lời" if row.is_duty else "Không ghi lĩnh vực")


def _who(row: Standing) -> str:
    return f" ({', '.join(row.leads)})" if row.leads else ""


def _outcome(rows: Sequence[Standing], words: Words) -> str:
    """Say what came of a task: "hoàn thành 2 kỳ: Quý I/2026, báo cáo quý I, văn bản 51/BC"."""
    done = [row for row in rows if row.is_done]
    open_ones = [row for row in rows if not row.is_done]
    said = []
    if done and not done[0].occurrence:
        said.append(", ".join([_finished(done[0], words), *_fruits(done[0], words)]))
    elif done:
        said.append(_periods(done, words))
    for row in open_ones:
        state = words(STATUSES[row.status if row.status != "not_due" else "in_progress"])
        what = ", ".join([" ".join([state, *_share(row, words)]), *_fruits(row, words)])
        said.append(f"{row.occurrence}: {what}" if row.occurrence else what)
    return "; ".join(said)


def _periods(done: Sequence[Standing], words: Words) -> str:
    """Count the periods that are done; name all of a few, of many those with something to tell."""
    told = [row for row in done if row.result or row.document or row.status == "done_late"]
    if len(done) <= MOST_PERIODS:
        told = list(done)
    named = "; ".join(", ".join([row.occurrence, *_fruits(row, words)]) for row in told)
    if len(told) == len(done):
        return words("hoàn thành {n} kỳ: {periods}", n=len(done), periods=named)
    if told:
        return words("hoàn thành {n} kỳ, trong đó {periods}", n=len(done), periods=named)
    return words("hoàn thành {n} kỳ", n=len(done))


def _finished(row: Standing, words: Words) -> str:
    if row.finished is None:
        return words("hoàn thành")
    return words("hoàn thành ngày {day}", day=words.day(row.finished))


def _share(row: Standing, words: Words) -> list[str]:
    return [f"{words.number(row.percent)}%"] if row.percent else []


def _fruits(row: Standing, words: Words) -> list[str]:
    said = [row.result] * bool(row.result)
    said += [words("văn bản {document}", document=row.document)] * bool(row.document)
    if row.status == "done_late":
        said.append(words("muộn {n} ngày làm việc", n=row.late_days))
    return said


def _missing(telling: _Telling) -> Iterator[Block]:
    """Tell what is overdue and why, and of what no report came."""
    words = telling.words
    yield from telling.groups[:1]
    late = sorted(
        (row for row in telling.rows if row.status == "overdue"), key=lambda row: row.working_days
    )
    if not late:
        yield Line(words("Không có nhiệm vụ quá hạn."))
    else:
        yield Line(words("Quá hạn {n} lượt:", n=len(late)))
    for row in late:
        yield Item(row.title, f"{_who(row)}: {_delay(row, words)}.", row.task)
    silent = [row for row in telling.rows if row.status == "not_reported"]
    if silent:
        leads = Counter(lead for row in silent for lead in row.leads or [words("chưa giao")])
        each = "; ".join(f"{lead} {n}" for lead, n in leads.most_common())
        text = words(
            "Chưa báo cáo kỳ {n} lượt, theo cơ quan chủ trì: {each}.", n=len(silent), each=each
        )
        yield Line(text)
    undated = sum(row.status == "no_date" for row in telling.rows)
    if undated:
        yield Line(words("Kế hoạch không ghi thời hạn của {n} nhiệm vụ.", n=undated))


def _delay(row: Standing, words: Words) -> str:
    """Say how late something is, what was done, and why."""
    said = [row.occurrence] * bool(row.occurrence)
    said.append(words("hạn {day}", day=row.due_day(words)))
    said.append(words("quá hạn {n} ngày làm việc", n=abs(row.working_days)))
    fruits = ", ".join([*_share(row, words), *_fruits(row, words)])
    so_far = words("; đã làm: {what}", what=fruits) if fruits else ""
    why = words("; nguyên nhân: {why}", why=row.reason or words("chưa được báo cáo"))
    return ", ".join(said) + so_far + why


def _coming(telling: _Telling) -> Iterator[Block]:
    """List what comes due before the next report; what goes on all the time as a number."""
    words = telling.words
    late = sum(row.status == "overdue" for row in telling.rows)
    if late:
        yield Line(words("Hoàn thành {n} lượt quá hạn nêu tại mục II.", n=late))
    soon = sorted(
        (row for row in telling.rows if row.is_coming(telling.until)),
        key=lambda row: row.working_days,
    )
    until = words.day(telling.until)
    if not soon:
        yield Line(words("Không có việc đến hạn trước kỳ báo cáo sau ({day}).", day=until))
    else:
        yield Line(
            words("Đến hạn trước kỳ báo cáo sau ({day}) có {n} việc:", day=until, n=len(soon))
        )
        yield _due(soon, words)
    reviews = [
        row
        for row in telling.rows
        if row.is_review and not row.is_done and row.is_ahead(telling.until)
    ]
    if reviews:
        yield Line(
            words("Báo cáo kỳ của {n} nhiệm vụ thường xuyên.", n=len({r.task for r in reviews}))
        )


def _due(rows: Sequence[Standing], words: Words) -> Grid:
    """Give a table of what comes due; periods only where there are any."""
    columns: dict[str, list[Any]] = {
        "Hạn": [row.due_day(words) for row in rows],
        "Nhiệm vụ": [row.title for row in rows],
        "Kỳ": [row.occurrence for row in rows],
        "Cơ quan chủ trì": [", ".join(row.leads) for row in rows],
        "Còn (ngày làm việc)": [row.working_days for row in rows],
    }
    if not any(columns["Kỳ"]):
        del columns["Kỳ"]
    body = [list(row) for row in zip(*columns.values(), strict=True)]
    tasks = [row.task for row in rows]
    return Grid(words("Nhiệm vụ kỳ tới"), [words(name) for name in columns], body, tasks, linked=1)
