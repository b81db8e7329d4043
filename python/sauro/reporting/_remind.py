"""Reminders: what can still be saved, what has just been missed, and how much is old."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sauro._base.choice import choice
from sauro._base.days import day_of
from sauro._base.errors import ValidationError, error, say
from sauro._base.shown import escaped, sentence, visible
from sauro._base.words import LANGUAGES, Language, words_in
from sauro.reporting._standing import OPEN, Standing, changes, standings
from sauro.tracking._board import Board, tracked_on
from sauro.tracking._words import days_left

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["Reminders", "remind"]

INVALID_OPTION = 260
MOST_TITLE = 160


@dataclass(frozen=True)
class Section:
    """What one agency is reminded of, or all of them."""

    agency: str
    soon: list[Standing]
    missed: list[Standing]
    old: list[Standing]


class Reminders:
    """What agencies are to be reminded of on a day; made by `remind`.

    Attributes
    ----------
    as_of : datetime.date
    sections : list
        One for each agency, or one for all: agency, soon, missed, old.
    """

    def __init__(
        self, board: Board, sections: list[Section], most: int, language: Language, news: list[str]
    ) -> None:
        self.as_of = board.as_of
        self.sections = sections
        self._title = board.schedule.title
        self._most = most
        self._words = words_in(language)
        self._news = news

    def to_text(self) -> str:
        """Write plain text, to be pasted into a message."""
        blocks = [[self._head(), *self._news]]
        blocks += [[line for _, line in self._lines(one)] for one in self.sections]
        if not self.sections:
            blocks.append([self._words("Không có việc nào cần nhắc.")])
        return visible("\n\n".join("\n".join(lines) for lines in blocks))

    def to_html(self) -> str:
        """Write a page of its own, without a script or anything from outside."""
        parts = [f"<h1>{escaped(self._head())}</h1>"]
        parts += [f"<p>{escaped(line)}</p>" for line in self._news]
        tags = {"agency": "h2", "head": "h3", "item": "p", "line": "p"}
        for one in self.sections:
            parts += [
                f"<{tags[kind]}>{escaped(line)}</{tags[kind]}>" for kind, line in self._lines(one)
            ]
        style = "body{font:16px/1.5 sans-serif;max-width:45em;margin:auto;padding:1em}"
        head = f'<meta charset="utf-8"><title>{escaped(self._head())}</title><style>{style}</style>'
        view = '<meta name="viewport" content="width=device-width">'
        page = f'<!doctype html>\n<html lang="{self._words.language}">\n<head>{head}{view}</head>'
        return "\n".join([page, "<body>", *parts, "</body>", "</html>", ""])

    def to_mails(self) -> dict[str, bytes]:
        """Give one message (.eml) for each section, by the name of its agency."""
        from email.message import EmailMessage

        mails = {}
        for one in self.sections:
            mail = EmailMessage()
            mail["Subject"] = visible(f"{self._head()} — {one.agency}".rstrip(" —"))
            lines = [line for _, line in self._lines(one)]
            mail.set_content(visible("\n".join([self._head(), *lines])) + "\n")
            mails[one.agency] = mail.as_bytes()
        return mails

    def _head(self) -> str:
        day = self._words.day(self.as_of)
        return self._words("Nhắc việc {title} đến ngày {day}", title=self._title, day=day)

    def _lines(self, one: Section) -> Iterator[tuple[str, str]]:
        words = self._words
        if one.agency:
            yield "agency", one.agency.upper()
        room = self._most
        for name, items in (("Sắp đến hạn", one.soon), ("Mới quá hạn", one.missed)):
            if not items:
                continue
            yield "head", words("{name}, {n} việc", name=words(name), n=len(items))
            for item in items[:room]:
                yield "item", f"- {self._item(item, one.agency)}"
            hidden = len(items) - len(items[:room])
            if hidden:
                yield "line", words("… và {n} việc khác", n=hidden) + "."
            room = max(room - len(items), 1)
        if one.old:
            oldest = words.day(min(item.due for item in one.old if item.due))
            said = words("Quá hạn từ trước {n} việc, cũ nhất từ {day}.", n=len(one.old), day=oldest)
            yield "line", said

    def _item(self, item: Standing, agency: str) -> str:
        words = self._words
        left = days_left(item.working_days, words)
        weekday = "" if item.due is None else words.weekday(item.due)
        day = f"{item.due_day(words)} ({weekday}), {left}"
        who = [name for name in item.leads if name != agency]
        helpers = list(item.coordinators)
        people = [words("chủ trì {who}", who=", ".join(who))] * bool(who)
        people += [words("phối hợp {who}", who=", ".join(helpers))] * bool(helpers)
        place = f"{item.task}, {item.occurrence}" if item.occurrence else item.task
        return f"{day}. {sentence(item.title, MOST_TITLE)} ({'; '.join([*people, place])})."


def remind(
    board: Board,
    *,
    within: int = 5,
    by: str | None = "agency",
    since: Day | None = None,
    most: int = 8,
    language: Language = "vi",
) -> Reminders:
    """Say who has to do what by when: first what can still be saved.

    Parameters
    ----------
    board : Board
        Reviews of what goes on all the time are in it where it was made with ``reviews=True``.
    within : int
        Working days ahead; what became overdue so many working days ago or less, or after `since`,
        is newly overdue. What is older is one line with its number.
    by : {"agency"} or None
        A section for each lead, in whose lines the others stand, or one for all.
    since : date, datetime, datetime64 or text, optional
        Day of the last reminder: what changed from then on is said first.
    most : int
        Lines of tasks in a section at most; those that are left out are counted.
    language : {"vi", "en"}

    Returns
    -------
    Reminders

    Examples
    --------
    >>> import sauro
    >>> due = sauro.schedule(sauro.datasets.plan("phu-my"))
    >>> board = sauro.track(due, sauro.Progress(), "2026-04-10")
    >>> text = sauro.remind(board, by=None).to_text()
    >>> print(text.splitlines()[2])
    Sắp đến hạn, 1 việc
    """
    choice(language, LANGUAGES, "language")
    if by is not None:
        choice(by, ("agency",), "by")
    if within < 0 or most < 1:
        why = say("số ngày phải từ 0, số dòng từ 1", "days from 0, and lines from 1, are expected")
        raise error(ValidationError, INVALID_OPTION, "within, most", [why])
    last = None if since is None else day_of(since, "since")
    soon: dict[str, list[Standing]] = defaultdict(list)
    missed: dict[str, list[Standing]] = defaultdict(list)
    old: dict[str, list[Standing]] = defaultdict(list)
    nobody = words_in(language)("Chưa giao")
    for item in _open(board):
        if item.working_days >= 0:
            kind = soon if item.working_days <= within else None
        else:
            is_new = -item.working_days <= within
            if last is not None and item.due is not None:
                is_new = item.due >= last
            kind = missed if is_new else old
        for agency in (item.leads or (nobody,)) if by else ("",):
            if kind is not None:
                kind[agency].append(item)
    names = dict.fromkeys([*soon, *missed, *old])
    order = sorted(names, key=lambda name: (-len(soon[name]), -len(missed[name]), name))
    sections = [Section(name, soon[name], missed[name], old[name]) for name in order]
    news = [] if last is None else [changes(board, tracked_on(board, last), words_in(language))]
    return Reminders(board, sections, most, language, news)


def _open(board: Board) -> list[Standing]:
    """Give what is still to be done by a day, the most urgent first."""
    found = [
        row
        for row in standings(board)
        if row.due is not None and row.status in OPEN and (board.reviews or not row.is_review)
    ]
    return sorted(found, key=lambda item: (item.working_days < 0, abs(item.working_days)))
