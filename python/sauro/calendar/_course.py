"""One limit on its way, over suspensions and extensions, and the limits that decrees set."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from sauro import _core
from sauro._base.days import INVALID_DATE, day_of, with_zone
from sauro._base.errors import ValidationError, error
from sauro._base.pickles import require_version
from sauro._core import try_parse_day
from sauro.calendar._hours import sessions_of
from sauro.calendar._limits import WITHIN_DAY, TimeLimit, limit_of, moment_at
from sauro.calendar._working import WorkingCalendar, calendar_or_default

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sauro._base.days import Day
    from sauro._core import LimitPreset

    Wait = tuple[Day, Day | None]
    Longer = tuple[Day, Day | TimeLimit | str]

__all__ = ["STATUS_WORDS", "LimitCourse", "LimitStanding", "limit_preset", "limit_presets"]

Status = Literal["early", "on_time", "late", "running", "overdue", "waiting"]
STATUS_WORDS = {
    "early": "trước hạn",
    "on_time": "đúng hạn",
    "late": "trễ hạn",
    "running": "trong hạn",
    "overdue": "quá hạn chưa xong",
    "waiting": "tạm dừng, chờ bổ sung",
}


class LimitStanding(NamedTuple):
    """How a limit stands on a day.

    Examples
    --------
    >>> import sauro
    >>> sauro.LimitCourse("5 ngày làm việc", "2026-03-02").standing(as_of="2026-03-11")
    LimitStanding(status='overdue', by_extension=False, late_days=2)
    """

    status: Status
    """As the statuses of dossiers are called; "waiting" while the limit doesn't run."""
    by_extension: bool
    """It would be late or overdue without an extension."""
    late_days: int
    """Working days after the due day, at least 1 where it is late or overdue."""

    @property
    def words(self) -> str:
        """Status in Vietnamese, with what it owes to an extension."""
        return STATUS_WORDS[self.status] + (" nhờ gia hạn" if self.by_extension else "")


class LimitCourse:
    """One limit on its way: from its start over suspensions and extensions to its end.

    The day on which papers are asked for still counts; the limit runs on with the day after the
    one on which they come (Civil Code 2015, art. 147). An extension counts where it was decided
    before the end that it moves.

    Parameters
    ----------
    limit : TimeLimit or str
        Or its words: "10 ngày làm việc".
    start : date, datetime or text
        The day of receipt; a moment for limits in hours.
    calendar : WorkingCalendar, optional
        The civil service's by default.
    suspensions : list of (from, to)
        When papers were asked for and when they came; None while they are waited for.
    extensions : list of (decided, until)
        When it was extended and to which day, or by which limit from the end so far.
    hours : str or sequence of (from, to)
        Sessions of a working day or the kind of office, for limits in working hours.

    Raises
    ------
    ValidationError
        Names every suspension and extension that can't be.

    Examples
    --------
    >>> import sauro
    >>> course = sauro.LimitCourse(
    ...     "10 ngày làm việc",
    ...     "2026-03-02",
    ...     suspensions=[("2026-03-05", "2026-03-10")],
    ...     extensions=[("2026-03-18", "5 ngày làm việc")],
    ... )
    >>> print(course.first_due, course.regular_due, course.due)
    2026-03-16 2026-03-19 2026-03-26
    >>> course.standing(finished="2026-03-24").words
    'trước hạn nhờ gia hạn'
    """

    __slots__ = ("_core", "_given", "limit")

    def __init__(
        self,
        limit: TimeLimit | str,
        start: Day,
        calendar: WorkingCalendar | None = None,
        *,
        suspensions: Sequence[Wait] = (),
        extensions: Sequence[Longer] = (),
        hours: str | Sequence[tuple[str, str]] = "office",
    ) -> None:
        self.limit = limit_of(limit)
        working = calendar_or_default(calendar)
        self._given = (start, working, tuple(suspensions), tuple(extensions), hours)
        waits = [
            (
                _stamp(begin, f"suspensions[{i}]"),
                None if to is None else _stamp(to, f"suspensions[{i}]"),
            )
            for i, (begin, to) in enumerate(suspensions)
        ]
        longer = [
            (_stamp(decided, f"extensions[{i}]"), *_extension(until, f"extensions[{i}]"))
            for i, (decided, until) in enumerate(extensions)
        ]
        self._core = _core.LimitCourse(
            self.limit._core,
            _stamp(start, "start"),
            working._core,
            waits,
            longer,
            sessions_of(hours),
        )

    @property
    def first_due(self) -> datetime.date:
        """The end as it was when the limit began; a moment for limits in hours."""
        return self._shown(self._core.first_due)

    @property
    def regular_due(self) -> datetime.date | None:
        """The end without extensions; None while papers are waited for."""
        return self._maybe(self._core.regular_due)

    @property
    def due(self) -> datetime.date | None:
        """The end; None while papers are waited for."""
        return self._maybe(self._core.due)

    @property
    def ignored(self) -> list[str]:
        """What came after the end and so didn't move it: ``["extensions[0]"]``."""
        return [
            *(f"suspensions[{i}]" for i in self._core.void_suspensions),
            *(f"extensions[{i}]" for i in self._core.void_extensions),
        ]

    def standing(self, finished: Day | None = None, as_of: Day | None = None) -> LimitStanding:
        """Judge it on the day on which it was finished, or at the end of `as_of`.

        Raises
        ------
        ValidationError
            For days before the start, and where it was finished while papers were waited for.
        """
        if finished is None and as_of is None:
            raise TypeError("as_of has to be given for an open case: the library has no clock")
        done = None if finished is None else _stamp(finished, "finished")
        day = done[0] if as_of is None and done is not None else day_of(cast("Day", as_of))
        status, by_extension, late_days = self._core.standing(done, day)
        return LimitStanding(cast("Status", status), by_extension, late_days)

    def _maybe(self, stamp: tuple[datetime.date, int] | None) -> datetime.date | None:
        return None if stamp is None else self._shown(stamp)

    def _shown(self, stamp: tuple[datetime.date, int]) -> datetime.date:
        day, minute = stamp
        if self.limit.unit not in WITHIN_DAY:
            return day
        return moment_at(day, minute)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LimitCourse):
            return NotImplemented
        return self.limit == other.limit and self._given == other._given

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _make_course, (1, self.limit, *self._given)

    def __repr__(self) -> str:
        return f"LimitCourse({self.limit!r}, first due {self.first_due}, due {self.due})"


def limit_presets() -> list[LimitPreset]:
    """Limits that decrees set for every dossier, one entry a decree, and how sure each is.

    Examples
    --------
    >>> import sauro
    >>> sauro.limit_presets()[0].decree
    'Nghị định 45/2020/NĐ-CP'
    """
    return _core.limit_presets()


def limit_preset(id: str, on: Day) -> LimitPreset:
    """Give the limit that is in force on a day.

    Raises
    ------
    NotFoundError
        For an unknown name, which lists those there are; for a day on which none holds; where a
        later decree governs the matter whose words were not found.

    Examples
    --------
    >>> import sauro
    >>> sauro.limit_preset("online_reply", "2026-03-02").limit
    TimeLimit(8, 'working_hours')
    """
    return _core.limit_preset(id, day_of(on, "on"))


def _stamp(value: Day, name: str) -> tuple[datetime.date, int]:
    """Day and minute; a day alone is its beginning."""
    given: Any = value
    if isinstance(value, str) and ":" in value:
        given = datetime.datetime.fromisoformat(value)
    elif type(value).__name__ == "datetime64":
        given = given.astype("datetime64[us]").item() if value == value else value
    if isinstance(given, datetime.datetime) and given == given:
        if given.tzinfo is not None:
            raise error(ValidationError, INVALID_DATE, name, [with_zone(given)])
        return given.date(), given.hour * 60 + given.minute
    return day_of(given, name), 0


def _extension(
    until: Day | TimeLimit | str, name: str
) -> tuple[_core.TimeLimit | None, tuple[datetime.date, int] | None]:
    if isinstance(until, TimeLimit):
        return until._core, None
    if isinstance(until, str) and try_parse_day(until) is None and ":" not in until:
        return limit_of(until)._core, None
    return None, _stamp(until, name)


def _make_course(version: int, *given: Any) -> LimitCourse:
    require_version("LimitCourse", version, 1)
    limit, start, calendar, suspensions, extensions, hours = given
    return LimitCourse(
        limit, start, calendar, suspensions=suspensions, extensions=extensions, hours=hours
    )


for _made in (LimitCourse, LimitStanding, limit_preset, limit_presets):
    _made.__module__ = "sauro"
