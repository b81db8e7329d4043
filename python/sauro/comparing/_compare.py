"""An old plan and a new one -> what changed."""

from __future__ import annotations

from contextlib import suppress

from sauro._base.errors import ValidationError
from sauro._core import Plan
from sauro.comparing._changes import changes_of
from sauro.comparing._comparison import Comparison
from sauro.comparing._items import KINDS, items_of
from sauro.plan._bodies import bodies
from sauro.scheduling._schedule import schedule

__all__ = ["compare", "year_of"]


def compare(old: Plan, new: Plan) -> Comparison:
    r"""Say what changed from one plan to another: an amended one, or next year's.

    Tasks, duties and indicators are matched by their texts, never by their numbers, one to one.
    What has other words is matched by the words that both texts share, and said with a strength;
    what isn't certain says so. Where the new plan is of a later year, years in texts and times of
    the old one count as so much later.

    Parameters
    ----------
    old, new : Plan

    Returns
    -------
    Comparison
        What was added, dropped, split, merged, moved, and which fields changed.

    Examples
    --------
    >>> import sauro
    >>> head = "TT\tNhiệm vụ\tChủ trì\tThời gian\n"
    >>> old = sauro.read_plan(text=head + "1\tHọp dân ở các ấp\tPhòng Kinh tế\tQuý I/2026")
    >>> new = sauro.read_plan(text=head + "1\tHọp dân ở các ấp\tPhòng Kinh tế\tQuý II/2026")
    >>> change = sauro.compare(old, new)[0]
    >>> change.change, change.field, change.before, change.after
    ('changed', 'time', 'Quý I/2026', 'Quý II/2026')
    >>> len(sauro.compare(old, old))
    0
    """
    of_old, of_new = bodies([old.agencies, new.agencies])
    first, last = year_of(old), year_of(new)
    years = last - first if first and last else 0
    before, after = items_of(old, of_old, years, first), items_of(new, of_new)
    found = {kind: changes_of(kind, before[kind], after[kind]) for kind in KINDS}
    changes = [one for kind in KINDS for one in found[kind][0]]
    counts = {kind: (len(before[kind]), len(after[kind]), found[kind][1]) for kind in KINDS}
    return Comparison(changes, counts, (old.document, new.document), years)


def year_of(plan: Plan) -> int | None:
    """Give the year that a plan is for; None where it doesn't say it."""
    with suppress(ValidationError):
        return schedule(plan).year
    return None
