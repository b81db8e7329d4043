"""Logs of several offices brought together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sauro import _core
from sauro.indicators._log import IndicatorLog

__all__ = ["merge_indicator_logs"]


def merge_indicator_logs(
    logs: Mapping[str, IndicatorLog] | Iterable[IndicatorLog],
) -> IndicatorLog:
    """Bring the logs of several offices together.

    Values of one indicator, place, period, basis, state and day that differ by no more than half
    of the last digit of each are one; that with more digits stays. Others are in `contradictions`
    with both figures and sources, and both stay, so that neither holds in `monitor`.

    Parameters
    ----------
    logs : mapping of name to IndicatorLog, or iterable of them
        A name says whose log it is and stands before the source of each value: a file, an office.

    Examples
    --------
    >>> import sauro
    >>> a = sauro.IndicatorLog(["Thu"], ["T1/2026"], [40.5], ["An Lộc"])
    >>> b = sauro.IndicatorLog(["Thu", "Thu"], ["T1/2026"] * 2, [45, 8], ["An Lộc", "Tân Hòa"])
    >>> log = sauro.merge_indicator_logs({"an-loc.xlsx": a, "tong-hop.xlsx": b})
    >>> [(one.given, one.other, one.parts) for one in log.contradictions]
    [(40.5, 45.0, 'an-loc.xlsx / tong-hop.xlsx')]
    """
    names: list[str] = []
    held: list[IndicatorLog] = []
    if isinstance(logs, Mapping):
        names, held = list(logs), list(logs.values())
    else:
        held = list(logs)
    merged, found = _core.merge_indicator_logs([log._core for log in held], names)
    contradictions = [one for log in held for one in log.contradictions] + found
    return IndicatorLog._of(
        merged, contradictions, [problem for log in held for problem in log.problems]
    )
