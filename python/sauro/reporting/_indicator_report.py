"""A report on where the indicators of a plan stand."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sauro._base.files import ending_of, write_bytes
from sauro._base.shown import markdown, visible
from sauro._base.words import words_in
from sauro._core import Contradiction, Plan
from sauro.monitoring._sentences import (
    STATUS_WORDS,
    allocation_sentence,
    month_of,
    number_text,
)
from sauro.reporting._indicator_books import indicator_book
from sauro.reporting._indicator_rows import (
    Column,
    IndicatorGroup,
    IndicatorRow,
    columns_of,
    indicator_groups,
)
from sauro.reporting._letter import letter_of
from sauro.reporting._official import add_closing, add_head, add_signature
from sauro.reporting._paper import add_section, add_table, paper, room_of, set_properties, write
from sauro.reporting._small_charts import bullet, spark_line
from sauro.reporting._templates import environment

if TYPE_CHECKING:
    from sauro.monitoring._monitor import Monitor

__all__ = ["LATE", "contradiction_text", "remark_texts", "report_indicators"]

TITLE = "Tình hình thực hiện chỉ tiêu đến {day}"
LATE = ("at_risk", "behind", "missed", "broken")
LARGEST = 10  # of the letters of the annex


def report_indicators(plan: Plan, seen: Monitor, path: str | os.PathLike[str]) -> None:
    """Write where the indicators of a plan stand, as the table that offices keep and as sentences.

    A page has a bar and a line through the year for each; a workbook has numbers as numbers and
    lines of its own; a document has the letterhead of the plan's office, the sentences as its text
    and the table as its annex.

    Parameters
    ----------
    plan : Plan
        Whose areas group the rows.
    seen : Monitor
        Of `plan.indicators`.
    path : path
        ``.html``, ``.docx``, ``.xlsx`` or ``.md``.

    Raises
    ------
    ValidationError
        Code 260 for another ending.

    Examples
    --------
    >>> import tempfile, pathlib, sauro
    >>> rows = ["STT | Chỉ tiêu | ĐVT | Năm 2026", "1 | Thu ngân sách | tỷ đồng | ≥ 525"]
    >>> plan = sauro.read_plan(text=chr(10).join(row.replace(" | ", chr(9)) for row in rows))
    >>> log = sauro.IndicatorLog(["Thu ngân sách"], ["9 tháng năm 2026"], [412.5])
    >>> seen = sauro.monitor(plan.indicators, log, "2026-09-30")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "chi-tieu.md"
    ...     sauro.report_indicators(plan, seen, path)
    ...     print(path.read_text(encoding="utf-8").splitlines()[0])
    # Tình hình thực hiện chỉ tiêu đến 30/09/2026
    """
    write_one = WRITERS[ending_of(path, tuple(WRITERS))]
    groups = indicator_groups(plan, seen)
    write_bytes(path, write_one(plan, seen, groups, columns_of(groups)))


def contradiction_text(one: Contradiction, names: Mapping[str, str]) -> str:
    """Say which figures can't all be right; `names` are those of indicators by id."""
    name = names.get(one.indicator) or one.indicator
    place = f" ({one.place})" if one.place else ""
    parts = f": {one.parts}" if one.parts else ""
    figures = " và ".join(number_text(v) for v in (one.given, one.other) if v is not None)
    return f"mâu thuẫn, {name}{place} đến {one.last:%d/%m/%Y}: {figures}{parts}"


def remark_texts(plan: Plan, seen: Monitor) -> list[str]:
    """Say what was guessed of the indicators, by their names as readers know them."""
    names = {one.id: one.name for one in plan.indicators}
    return [f"{names.get(one.task) or one.task}: {one.message}" for one in seen.remarks]


def _title(seen: Monitor) -> str:
    return TITLE.format(day=f"{seen.as_of:%d/%m/%Y}")


def _doubts(plan: Plan, seen: Monitor) -> list[str]:
    names = {one.id: one.name for one in plan.indicators}
    clashes = [contradiction_text(one, names) for one in seen.contradictions]
    allocated = [allocation_sentence(one) for one in seen.allocations if one.difference != 0]
    return clashes + allocated + remark_texts(plan, seen)


def _page(
    plan: Plan, seen: Monitor, groups: Sequence[IndicatorGroup], columns: Sequence[Column]
) -> bytes:
    from markupsafe import Markup

    lines = through_year(seen)

    def bar(row: IndicatorRow) -> Any:
        one = row.standing
        if one.percent is None:
            return ""
        expected = one.expected / one.target if one.expected is not None and one.target else None
        should = "" if expected is None else f", lẽ ra {number_text(expected * 100)} %"
        about = f"đạt {number_text(one.percent)} % kế hoạch{should}"
        return Markup(f"<br>{bullet(one.percent / 100, expected, about)}")

    def line(row: IndicatorRow) -> Any:
        months = lines.get((row.standing.indicator, row.standing.place), [])
        said = ", ".join(f"tháng {month}: {number_text(value)}" for month, value in months)
        return Markup(spark_line(months, said))

    letter = letter_of(plan, words_in("vi"))
    text = environment(html=True).get_template("indicators.html.j2").render(
        _=words_in("vi"),
        title=_title(seen),
        subject=letter.plan,
        counts={STATUS_WORDS[name]: count for name, count in seen.counts.items() if count},
        columns=columns,
        groups=groups,
        late=LATE,
        bar=bar,
        line=line,
        sentences=[*seen.sentences, *seen.estimates],
        doubts=_doubts(plan, seen),
    )  # fmt: skip
    return text.encode()


def through_year(seen: Monitor) -> dict[tuple[str, str], list[tuple[int, float]]]:
    """Give by indicator and place what there was at the end of each month that has values."""
    lines: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for monthly in seen.months:
        this = month_of(monthly.as_of, seen.cut_off_day)
        month = this[1]
        for one in monthly.standings:
            value = one.cumulated if one.measure == "flow" else one.value
            is_new = one.last is not None and month_of(one.last, seen.cut_off_day) == this
            if value is not None and is_new:
                lines.setdefault((one.indicator, one.place), []).append((month, value))
    return lines


def _book(
    plan: Plan, seen: Monitor, groups: Sequence[IndicatorGroup], columns: Sequence[Column]
) -> bytes:
    return indicator_book(_title(seen), groups, columns, through_year(seen), seen.sentences)


def _document(
    plan: Plan, seen: Monitor, groups: Sequence[IndicatorGroup], columns: Sequence[Column]
) -> bytes:
    words = words_in("vi")
    letter = letter_of(plan, words)
    book = paper("vi")
    set_properties(book, _title(seen), letter.issuer, "vi", seen.as_of)
    add_head(book, letter, words.formal_day(seen.as_of), words)
    opening = "Thực hiện {plan}, {issuer} báo cáo kết quả thực hiện các chỉ tiêu đến {day} như sau:"
    day = words.formal_day(seen.as_of)
    write(book, opening.format(plan=letter.plan, issuer=letter.issuer, day=day), "Body Text")
    for text in [*seen.sentences, *seen.estimates]:
        write(book, f"- {text}", "Body Text")
    add_closing(book, letter, words)
    add_signature(book, letter, words)
    add_section(book)
    write(book, "PHỤ LỤC", "Title")
    write(book, _title(seen).upper(), "Title")
    write(book, f"(Kèm theo Báo cáo số {letter.number} {day})", "Note")
    rows: list[Sequence[str] | str] = []
    for group in groups:
        rows += [group.title] if group.title else []
        rows += [[one.text(row) for one in columns] for row in group.rows]
    numbers = [at for at, one in enumerate(columns) if one.is_number]
    shares = [one.width for one in columns]
    head = [one.header for one in columns]
    add_table(book, head, rows, room_of(book), numbers, shares, LARGEST)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(
    plan: Plan, seen: Monitor, groups: Sequence[IndicatorGroup], columns: Sequence[Column]
) -> bytes:
    def row_of(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    lines = [f"# {_title(seen)}", "", row_of([one.header for one in columns])]
    lines.append(row_of(["---:" if one.is_number else "---" for one in columns]))
    for group in groups:
        if group.title:
            lines.append(row_of([f"**{markdown(group.title)}**", *[""] * (len(columns) - 1)]))
        lines += [row_of([markdown(one.text(row)) for one in columns]) for row in group.rows]
    lines += ["", *(f"- {markdown(text)}" for text in [*seen.sentences, *seen.estimates])]
    if doubts := _doubts(plan, seen):
        lines += ["", "## Cần xem lại", "", *(f"- {markdown(text)}" for text in doubts)]
    return (visible("\n".join(lines)) + "\n").encode()


Writer = Callable[[Plan, "Monitor", Sequence[IndicatorGroup], Sequence[Column]], bytes]
WRITERS: Mapping[str, Writer] = {
    ".html": _page, ".docx": _document, ".xlsx": _book, ".md": _text,
}  # fmt: skip
