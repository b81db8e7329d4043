"""A page about scores: who stands where, what was lost, and why each point."""

from __future__ import annotations

from sauro._base.shown import escaped
from sauro.scoring._comparisons import Comparisons
from sauro.scoring._html import explanation_html
from sauro.scoring._sheets import differences, headed
from sauro.table._page import page, section
from sauro.table._table import Table

__all__ = ["scorecard_page"]


def scorecard_page(card: Comparisons, since: Table | None = None) -> str:
    """Write a whole HTML page in Vietnamese; it needs no other file and runs no script."""
    several = len(card.periods) > 1
    ranking = headed(card.rankings if several else card.ranking())
    parts = [section("Xếp hạng", ranking)]
    if since is not None:
        parts.append(section("Thay đổi so với lần trước", headed(since)))
    changed = differences(card)
    if len(changed):
        parts.append(section("Chênh lệch qua thẩm định", headed(changed)))
    lost = section("Điểm mất theo tiêu chí", headed(card.lost_by_criterion()))
    parts.append(lost.replace("<table>", '<table class="titles">'))
    parts.append("<h2>Vì sao có điểm này</h2>")
    parts += [
        f"<details><summary>{escaped(_place(unit, period))}</summary>"
        f"{explanation_html(card._core.explain('', card._row(unit, period)))}</details>"
        for period in card._periods_in_time
        for unit in card.units
    ]
    return page(card._framework.title, card._framework.source, parts)


def _place(unit: str, period: str) -> str:
    return " – ".join(filter(None, (unit, period)))
