"""Charts as small as a cell: a bar against what was to be expected, a line through the year."""

from __future__ import annotations

from collections.abc import Sequence

from sauro._base.shown import escaped

__all__ = ["bullet", "spark_line"]

WIDTH, HEIGHT = 110, 14
MOST = 1.25  # of the target, that a bar shows


def bullet(share: float, expected: float | None, about: str) -> str:
    """Draw the share of a target that is there, and a tick where it should be by now."""
    width = round(max(0.0, min(share, MOST)) / MOST * WIDTH, 1)
    body = [
        f'<rect x="0" y="3" width="{WIDTH}" height="8" fill="var(--line)"/>',
        f'<rect x="0" y="3" width="{width:g}" height="8" fill="var(--bar)"/>',
    ]
    if expected is not None:
        x = round(max(0.0, min(expected, MOST)) / MOST * WIDTH, 1)
        body.append(
            f'<rect x="{min(x, WIDTH - 2):g}" y="0" width="2" height="14" fill="var(--ink)"/>'
        )
    return _svg(about, body)


def spark_line(months: Sequence[tuple[int, float]], about: str) -> str:
    """Draw values by their months, from January to December; nothing for fewer than two."""
    if len(months) < 2:
        return ""
    values = [value for _, value in months]
    low, high = min(*values, 0.0), max(*values, 0.0)
    room = (high - low) or 1.0

    def place(month: int, value: float) -> str:
        x = 3 + (month - 1) / 11 * (WIDTH - 6)
        return f"{x:.4g},{HEIGHT - 2 - (value - low) / room * (HEIGHT - 4):.4g}"

    points = " ".join(place(*one) for one in months)
    x, y = place(*months[-1]).split(",")
    body = [
        f'<polyline points="{points}" fill="none" stroke="var(--bar)" stroke-width="1.5"/>',
        f'<circle cx="{x}" cy="{y}" r="2" fill="var(--ink)"/>',
    ]
    return _svg(about, body)


def _svg(about: str, body: Sequence[str]) -> str:
    said = escaped(about)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{said}"><title>{said}</title>{"".join(body)}</svg>'
    )
