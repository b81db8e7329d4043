"""The page on which a log is kept, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from sauro._base.words import Words, words_in
from sauro.reporting._register_files import text_of
from sauro.reporting._standing import figures
from sauro.reporting._templates import environment
from sauro.serving._desk import Desk, Row, View
from sauro.serving._filter import PER_PAGE, Filter
from sauro.serving._values import ASKED, STATES, label_of, said
from sauro.tracking._words import STATUSES

__all__ = ["asset", "page_of", "shown"]

ASSETS = {"style.css": "text/css", "serve.js": "text/javascript"}


def asset(name: str) -> tuple[bytes, str] | None:
    """Give a file of the page and its type; None for a name that there isn't."""
    if name not in ASSETS:
        return None
    folder = files("sauro").joinpath("reporting", "templates")
    text = folder.joinpath("serve.css" if name == "style.css" else name).read_text("utf-8")
    if name == "style.css":  # what pages have in common stands in front
        common = folder.joinpath("style.html.j2").read_text("utf-8")
        text = common.replace("<style>", "").replace("</style>", "") + text
    return text.encode(), f"{ASSETS[name]}; charset=utf-8"


def shown(row: Row, field: str) -> str:
    """Write what a row says for a field as an input of a form has it."""
    return text_of(said(row.entry, field), field).removesuffix("%")


def page_of(
    desk: Desk,
    view: View,
    wanted: Filter,
    *,
    who: str = "",
    message: str = "",
    row: int | None = None,
    given: Mapping[str, str] | None = None,
    is_conflict: bool = False,
) -> str:
    """Write the page.

    Parameters
    ----------
    row, given, is_conflict
        The row whose form was refused, what it brought, and whether somebody else was faster.
    """
    words = words_in(desk.language)
    fit = wanted.rows(view.rows)
    if row is not None and all(one.number != row for one in fit):
        fit = [*fit, view.rows[row]]
    pages = max(1, -(-len(fit) // PER_PAGE))
    page = min(max(wanted.page, 1), pages)
    if row is not None:
        page = next(i for i, one in enumerate(fit) if one.number == row) // PER_PAGE + 1
    agencies = sorted({lead for one in view.rows for lead in one.standing.leads})
    context = {
        "_": words,
        "document": desk.plan.document,
        "today": view.today,
        "log": view.log.name,
        "figures": figures([one.standing for one in view.rows]),
        "rows": [
            _row(one, words, given if one.number == row else None, is_conflict)
            for one in fit[(page - 1) * PER_PAGE : page * PER_PAGE]
        ],
        "count": len(fit),
        "wanted": wanted,
        "until": text_of(wanted.until, "until"),
        "page": page,
        "pages": pages,
        "agencies": agencies,
        "statuses": STATUSES,
        "states": STATES,
        "who": who,
        "who_label": label_of("who", desk.language),
        "message": message,
        "problems": [one.to_text(desk.language) for one in view.board.problems],
    }
    return environment(True).get_template("serve.html.j2").render(context)


def _row(row: Row, words: Words, given: Mapping[str, str] | None, is_conflict: bool) -> Any:
    fields = []
    for name in ASKED:
        now = shown(row, name)
        value = now
        if given is not None and given.get(name, now) != given.get(f"was-{name}"):
            value = given.get(name, now)
        fields.append(
            {
                "name": name,
                "label": label_of(name, words.language),
                "now": now,
                "value": value,
                "differs": given is not None and value != now,
            }
        )
    return {
        "number": row.number,
        "one": row.standing,
        "entry": row.entry,
        "result": said(row.entry, "result"),
        "document": said(row.entry, "document"),
        "version": row.version,
        "fields": fields,
        "is_open": given is not None,
        "is_conflict": given is not None and is_conflict,
    }
