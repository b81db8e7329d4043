"""Dossiers of administrative procedures and petitions: due days, statuses and on-time rates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from sauro._base.choice import OnProblem
from sauro._base.pickles import require_version
from sauro.cases._columns import Unit, columns_of, limits
from sauro.cases._keys import BODIES, COLUMNS, keys_of, own_columns
from sauro.cases._log import core_log, id_of, named, table_of
from sauro.cases._measures import measured, measures_of
from sauro.cases._options import calendars_of, options_of
from sauro.cases._statuses import CaseStatuses
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sauro._base.days import Day
    from sauro.calendar._working import WorkingCalendar
    from sauro.table._coerce import Days, Numbers

    Codes = Numbers

__all__ = ["CaseLog", "Unit"]

_TITLES = {"agency": "cơ quan", "procedure": "thủ tục"}
_CODES = (*BODIES, "limit_days")  # columns of which texts are read as codes


class CaseLog:
    """Cases as columns, read where they lie; petitions (PAKN) are the same with other limits.

    Parameters
    ----------
    received : column of dates or moments
        When each case came in: ``datetime64``, pandas, Arrow, lists of dates or of texts, with a
        time of day or without ("2026-03-02 14:00", "02/03/2026"); among moments a day is its 00:00.
    limit_days : column of numbers or texts, or one of them, optional
        The limit, in `unit`; or with its unit in words, "10 ngày làm việc", which has to be the
        same for all of a log. May be left out where days were promised.
    finished : column of dates or moments, optional
        When it was done; NaT or None where it is open.
    agency, procedure : column of codes or names, optional
        Whole numbers from 0, texts or categories.
    due : column of dates or moments, optional
        What was promised ("Ngày hẹn trả"): until the end of a day, or by the minute of a moment;
        one at 00:00 stands for its day. Cases are judged by it, and by their limit where it is
        missing; with limits too, also by the law (:attr:`CaseStatuses.by_law`).
    paused : column of numbers, optional
        Time that waiting for the applicant took, in `unit`: added to the limit; none where missing.
    cut : column of numbers or one number, optional
        Per cent that the limit is cut by ("cắt giảm 30%"); none where missing.
    unit : {"working_days", "days", "working_hours", "hours", "minutes"}, optional
        What limits count, working days unless their words say otherwise; working hours are those
        in which the office is open, hours and minutes those of the clock, days end on a working
        day.
    waiting : column of bool or dates, optional
        Which open cases wait for papers of the applicant ("chờ bổ sung"), or since when: they
        aren't overdue, and are counted apart.
    calendar : column of codes, optional
        Which of several calendars holds for a case.
    keys : mapping of columns, optional
        What cases are counted by besides, by its name: region, channel, staff. Codes or names as
        `agency`.
    id : column, or mapping of its name to it, optional
        What names each case ("Mã hồ sơ"): carried into the table of statuses, to join it by.

    Examples
    --------
    >>> from datetime import date
    >>> import sauro
    >>> cases = sauro.CaseLog(
    ...     received=["2026-02-12", "2026-02-12", "2026-03-02"],
    ...     limit_days=5,
    ...     finished=["2026-02-26", "2026-03-04", None],
    ...     agency=["An Lộc", "Tân Hòa", "Tân Hòa"],
    ... )
    >>> calendar = sauro.WorkingCalendar.vietnam()
    >>> status = cases.status(calendar, as_of=date(2026, 3, 5))
    >>> status.words
    ['đúng hạn', 'trễ hạn', 'trong hạn']
    >>> status.due[0], status.late_days[1]
    (np.datetime64('2026-02-26'), np.int32(4))
    >>> print(status.roll_up(by=["agency"])[:, ["agency", "in_time", "decided", "on_time_rate"]])
    agency   in_time  decided  on_time_rate
    An Lộc         1        1             1
    Tân Hòa        0        1             0
    """

    def __init__(
        self,
        received: Days,
        limit_days: Numbers | Sequence[str] | float | str | None = None,
        finished: Days | None = None,
        agency: Codes | None = None,
        procedure: Codes | None = None,
        unit: Unit | None = None,
        *,
        due: Days | None = None,
        paused: Numbers | None = None,
        cut: Numbers | float | None = None,
        waiting: Days | Sequence[bool] | None = None,
        calendar: Codes | None = None,
        keys: Mapping[str, Codes] | None = None,
        id: Any = None,
    ) -> None:
        limit_days, self.unit = limits(limit_days, unit)
        given: tuple[Any, ...] = (received, limit_days, finished, agency, procedure)
        given += (due, paused, cut, waiting, calendar)
        self._given: dict[str, Any] = dict(zip(COLUMNS, given, strict=True))
        self._keys = own_columns(keys, "keys", ["id"])
        self._core, self._rows, self._labels = core_log(self._given, self._keys, self.unit)
        self._id = id_of(id, self._rows, self._keys)
        is_pandas = type(received).__module__.startswith("pandas")
        self._index: Any = getattr(received, "index", None) if is_pandas else None

    @classmethod
    def from_table(
        cls,
        data: Any,
        *,
        unit: Unit | None = None,
        keys: Iterable[str] | Mapping[str, str] = (),
        **columns: str | float | None,
    ) -> CaseLog:
        """Take the columns of a table by their names.

        Parameters
        ----------
        data : Table, pandas, Polars or Arrow table, mapping
            Anything that gives a column for its name.
        unit : {"working_days", "days", "working_hours", "hours", "minutes"}, optional
            What limits count.
        keys : names of columns, or mapping of names to them, optional
            What cases are counted by besides.
        **columns : str or number
            Which column is which: ``received="ngày nhận"``; a number holds for all rows.

        Examples
        --------
        >>> import sauro
        >>> register = sauro.Table({"nhận": ["2026-03-02"], "hạn": [5]})
        >>> sauro.CaseLog.from_table(register, received="nhận", limit_days="hạn")
        CaseLog(1 cases, working_days)
        """
        own = dict(keys) if isinstance(keys, Mapping) else {name: name for name in keys}
        names = {column for column in columns.values() if isinstance(column, str)}
        coded = {columns[name] for name in _CODES if isinstance(columns.get(name), str)}
        given = columns_of(data, sorted({*names, *own.values()}), {*coded, *own.values()})
        taken: dict[str, Any] = {
            name: given[column] if isinstance(column, str) else column
            for name, column in columns.items()
        }
        if columns.get("id") is not None:
            taken["id"] = {columns["id"]: taken["id"]}
        return cls(**taken, unit=unit, keys={name: given[column] for name, column in own.items()})

    def __len__(self) -> int:
        return self._rows

    def __repr__(self) -> str:
        return f"CaseLog({len(self)} cases, {self.unit})"

    def _repr_html_(self) -> str:
        facts = {
            "Đơn vị của thời hạn": self.unit,
            **{
                f"Số {_TITLES.get(name, name)}": len(labels)
                for name, labels in self._labels.items()
            },
        }
        return block(f"{len(self)} hồ sơ", facts)

    @property
    def table(self) -> Table:
        """A row a case: received, and limit_days, finished, agency, ... where they were given."""
        return table_of(self._id | self._given | self._keys, self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CaseLog):
            return NotImplemented
        mine, theirs = (
            (log.unit, list(log._keys), list(log._id), log.table) for log in (self, other)
        )
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (2, self.unit, self.table, list(self._keys), list(self._id))

    def status(
        self,
        calendar: WorkingCalendar | Sequence[WorkingCalendar] | None = None,
        as_of: Day | None = None,
        *,
        by: Iterable[str] | None = None,
        hours: str | Sequence[tuple[str, str]] = "office",
        cut_off: str | None = None,
        rounding: Literal["up", "down", "nearest", "half"] = "up",
        on_problem: OnProblem = "raise",
        threads: int = 0,
    ) -> CaseStatuses:
        """Judge all cases in one pass.

        Parameters
        ----------
        calendar : WorkingCalendar or list of them, optional
            The civil service's by default; several go with the log's column `calendar`.
        as_of : date, datetime, datetime64 or text
            Has to be given, for the library has no clock: open cases are judged at the end of
            this day.
        by : iterable of text, optional
            Count groups in the same pass; see :meth:`roll_up`.
        hours : str or sequence of (from, to)
            Sessions of a working day, or the kind of office that keeps them (see
            :func:`working_hours`), for limits in working hours.
        cut_off : "HH:MM", optional
            A case received from this time on counts as received on the next working day.
        rounding : {"up", "down", "nearest", "half"}
            Of cut limits, to whole units or halves.
        on_problem : {"raise", "keep"}
            Rows that can't be right are an error that names them, or are set aside and counted.
        threads : int
            0 for all cores; the result is the same on any number.

        Raises
        ------
        ValidationError
            Rows without a day of receipt, without a limit and a promise, finished or promised
            before receipt, with a negative limit, outside the calendar or with unknown codes.
        """
        options = options_of(calendar, as_of, hours, cut_off, rounding, on_problem, threads)
        keys = None if by is None else keys_of(by, self._keys)
        due, code, late, groups = self._core.judge(options, keys)
        days = due.view("datetime64[m]" if self._core.ends_within_day else "datetime64[D]")
        table = None if groups is None else named(groups, self._labels)
        how: dict[str, Any] = {"hours": hours, "cut_off": cut_off, "rounding": rounding}
        count = partial(
            self.roll_up, calendar, as_of, **how, on_problem=on_problem, threads=threads
        )
        law = None
        if self._given["limit_days"] is not None and self._given["due"] is not None:
            law = partial(self._by_law, calendar, as_of, **how, threads=threads)
        return CaseStatuses(
            days, code, late, count, (keys, table), calendars_of(calendar), law,
            table_of(self._id, self._rows) if self._id else None, self._index,
        )  # fmt: skip

    def _by_law(self, *args: Any, **how: Any) -> CaseStatuses:
        """Judge by limits alone; what has none is set aside."""
        given = self._given | {"due": None, "id": self._id or None}
        log = CaseLog(**given, unit=self.unit, keys=self._keys)
        log._index = self._index
        return log.status(*args, **how, on_problem="keep")

    def roll_up(
        self,
        calendar: WorkingCalendar | Sequence[WorkingCalendar] | None = None,
        as_of: Day | None = None,
        by: Iterable[str] = ("agency",),
        *,
        measures: Iterable[str] = (),
        hours: str | Sequence[tuple[str, str]] = "office",
        cut_off: str | None = None,
        rounding: Literal["up", "down", "nearest", "half"] = "up",
        on_problem: OnProblem = "raise",
        threads: int = 0,
    ) -> Table:
        """Count groups without keeping anything by row; other arguments as in :meth:`status`.

        Parameters
        ----------
        by : iterable of text
            "agency", "procedure", own keys of the log, and one period of the day of receipt:
            "week" (from Monday), "month", "quarter" or "year". None counts all in one row.
        measures : iterable of {"interval", "late_days", "taken_days"}
            More columns: Wilson's interval of the rate at 95 % (``on_time_low``,
            ``on_time_high``); median and 90 % quantile of the late days of what is late or overdue
            (``late_days_median``, ``late_days_p90``), the fewest days that half of them, or nine
            in ten, don't exceed, and what they come from (``late_days_counts``, "1:12 2:5": twelve
            cases by one day, five by two); working days that finished cases took
            (``taken_days``), and their mean (``taken_days_mean``). All merge.

        Returns
        -------
        Table
            One row a group: its keys (a period as its first day, last), ``total``, counts by
            status, ``late_days``, ``in_time`` / ``decided`` (finished, or overdue) and
            ``on_time_rate``, which is missing where nothing was decided. Of logs with the column
            `waiting` also its count; of those with limits and promises ``promised_late`` (later
            than the limit allows), and by the limits of those that have one ``in_time_by_law``,
            ``decided_by_law``, ``on_time_rate_by_law``.
        """
        options = options_of(calendar, as_of, hours, cut_off, rounding, on_problem, threads)
        asked = measures_of(measures)
        groups = self._core.roll_up(
            options,
            keys_of(by, self._keys),
            late_days="late_days" in asked,
            taken_days="taken_days" in asked,
        )
        return measured(named(groups, self._labels), asked)


def _restored(
    version: int, unit: Unit, table: Table, own: Sequence[str] = (), ids: Sequence[str] = ()
) -> CaseLog:
    require_version("CaseLog", version, 1, 2)
    columns: dict[str, Any] = {name: table[[name]] for name in table.columns}
    keys = {name: columns.pop(name) for name in own}
    named_by = {name: columns.pop(name) for name in ids}
    return CaseLog(**columns, unit=unit, keys=keys, id=named_by or None)


CaseLog.__module__ = "sauro"
