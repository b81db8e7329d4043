"""Words of times and targets -> what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.days import day_of
from sauro.calendar._periods import Period

if TYPE_CHECKING:
    from sauro._base.days import Day
    from sauro._core import (
        Indicator,
        IndicatorMeaning,
        Target,
        TimeConstruction,
        Timeframe,
        TimeframeExplanation,
    )

__all__ = [
    "explain_timeframe",
    "find_targets",
    "find_timeframes",
    "meaning_of",
    "parse_period",
    "parse_target",
    "parse_timeframe",
    "time_constructions",
]


def parse_timeframe(
    text: str,
    *,
    year: int | None = None,
    issued: Day | None = None,
    before_excludes_day: bool = False,
) -> Timeframe:
    """Read the words of a timeframe; what it doesn't know is ``unparsed``, never guessed.

    Parameters
    ----------
    text : str
        As the plan has it.
    year : int, optional
        Of the plan, for words that name none.
    issued : date, datetime, datetime64 or text, optional
        Day of the plan, from which limits run.
    before_excludes_day : bool
        "Trước ngày 15/6" ends on 14 June.

    Examples
    --------
    >>> import sauro
    >>> read = sauro.parse_timeframe("Quý I, 6 tháng và tổng kết năm", year=2026)
    >>> read.kind, [one.label for one in read.occurrences]
    ('occasions', ['Quý I/2026', '6 tháng đầu năm 2026', 'Năm 2026'])
    """
    day = None if issued is None else day_of(issued, "issued")
    return _core.parse_timeframe(
        text, year=year, issued=day, before_excludes_day=before_excludes_day
    )


def explain_timeframe(
    text: str,
    *,
    year: int | None = None,
    issued: Day | None = None,
    before_excludes_day: bool = False,
) -> TimeframeExplanation:
    """Show how the words of a timeframe are read, for those who extend the grammar.

    It has the tokens, the constructions that take them (named as in :func:`time_constructions`)
    and the words that stop it; ``print`` gives it in lines, ``.table`` a row for each token.

    Parameters
    ----------
    text : str
        As the plan has it.
    year, issued, before_excludes_day
        As of :func:`parse_timeframe`.

    Examples
    --------
    >>> import sauro
    >>> told = sauro.explain_timeframe("Trước 30/6/2026 nếu có kinh phí")
    >>> [(part.construction, part.words) for part in told.parts], told.stopped
    ([('day', 'Trước 30/6/2026')], 'nếu có kinh phí')
    """
    day = None if issued is None else day_of(issued, "issued")
    return _core.explain_timeframe(
        text, year=year, issued=day, before_excludes_day=before_excludes_day
    )


def time_constructions() -> list[TimeConstruction]:
    """List the constructions of the grammar of times, each with phrases that it reads.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.time_constructions()[0]
    >>> one.name, one.phrase
    ('day', 'trước ngày 15/12/2026')
    """
    return _core.time_constructions()


def parse_target(text: str, /) -> list[Target]:
    """Read a text that holds targets alone; one that isn't measurable where none is found.

    Examples
    --------
    >>> import sauro
    >>> target = sauro.parse_target("trên 95% hồ sơ đúng hạn")[0]
    >>> target.comparison, target.value, target.unit
    ('>', 95.0, '%')
    """
    return _core.parse_target(text)


def find_targets(text: str, /) -> list[Target]:
    """Find targets in a running text, where numbers of documents and dates are none.

    Examples
    --------
    >>> import sauro
    >>> found = sauro.find_targets("Theo Kế hoạch số 78/KH-UBND, ít nhất 90% hồ sơ đúng hạn.")
    >>> [(one.comparison, one.value) for one in found]
    [('>=', 90.0)]
    """
    return _core.find_targets(text)


def find_timeframes(
    text: str,
    *,
    year: int | None = None,
    issued: Day | None = None,
    before_excludes_day: bool = False,
) -> list[Timeframe]:
    """Find the times in a running text, each with the words that name it.

    Which of them is a deadline, the sentence says and not its words.

    Parameters
    ----------
    text : str
        A sentence or more.
    year, issued, before_excludes_day
        As of :func:`parse_timeframe`.

    Examples
    --------
    >>> import sauro
    >>> text = "Rà soát xong trong tháng 6/2026; báo cáo chậm nhất ngày 15/7/2026."
    >>> [(one.text, str(one.due)) for one in sauro.find_timeframes(text)]
    [('xong trong tháng 6/2026', '2026-06-30'), ('chậm nhất ngày 15/7/2026', '2026-07-15')]
    """
    day = None if issued is None else day_of(issued, "issued")
    return _core.find_timeframes(
        text, year=year, issued=day, before_excludes_day=before_excludes_day
    )


def meaning_of(indicator: Indicator, /) -> IndicatorMeaning:
    """Tell what an indicator measures, which way is better and where it begins.

    Its own ``measure``, ``direction`` and ``baseline_value`` hold where somebody has settled them,
    then its unit and its targets; what only words tell, or nothing does, is among the ``remarks``.

    Examples
    --------
    >>> import sauro
    >>> read = sauro.meaning_of(sauro.Indicator(id="1", name="Tỷ lệ hộ nghèo", unit="%"))
    >>> read.measure, read.direction, [remark.field for remark in read.remarks]
    ('ratio', 'lower', ['direction'])
    """
    return _core.meaning_of(indicator)


def parse_period(text: str, year: int | None = None) -> Period:
    """Read the name of a period.

    Parameters
    ----------
    text : str
        ``2026``, ``năm 2030``, ``Quý I/2026``, ``T3/2026``, ``2026-03``, ``9 tháng năm 2026``,
        ``giai đoạn 2026-2030`` (all of it), ``đến năm 2030`` (that year).
    year : int, optional
        Of words that name none.

    Raises
    ------
    Error
        Code 204 where the text names no period.

    Examples
    --------
    >>> import sauro
    >>> str(sauro.parse_period("9 tháng năm 2026").last)
    '2026-09-30'
    """
    return Period(*_core.parse_period(text, year))
