"""Dossiers of administrative procedures and petitions: due days, statuses and on-time rates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.choice import choice
from sauro._base.errors import ValidationError, error
from sauro.calendar._working import WorkingCalendar
from sauro.table._arrays import from_arrow, is_arrow
from sauro.table._coerce import INVALID_COLUMN, UNSUPPORTED_TYPE, day_numbers, raw_array
from sauro.table._table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["CaseLog", "CaseStatuses", "merge_roll_ups"]

STATUSES = ("early", "on_time", "late", "running", "overdue", "invalid")
VIETNAMESE = ("trước hạn", "đúng hạn", "trễ hạn", "trong hạn", "quá hạn chưa xong", "để riêng")

_UNITS = ("working_days", "days", "hours")
_ROUNDING = ("up", "down", "nearest", "half")
_KEYS = ("agency", "procedure", "month")
_TICKS = {"D": 1, "h": 24, "m": 1440, "s": 86400, "ms": 86_400_000, "us": 86_400_000_000}
_TICKS["ns"] = 86_400_000_000_000
_SESSIONS = (("07:30", "11:30"), ("13:30", "17:00"))

Part = tuple[Any, Any]


class CaseLog:
    """Cases as columns, read where they lie; petitions (PAKN) are the same with other limits.

    Parameters
    ----------
    received : column of dates or moments
        When each case came in: ``datetime64``, pandas, Arrow, lists of dates.
    limit_days : column of numbers or one number
        The limit, in `unit`.
    finished : column of dates or moments, optional
        When it was done; NaT or None where it is open.
    agency, procedure : column of codes or names, optional
        Whole numbers from 0, texts or categories.
    paused : column of numbers, optional
        Time that waiting for the applicant took, in `unit`: added to the limit.
    cut : column of numbers or one number, optional
        Per cent that the limit is cut by ("cắt giảm 30%").
    unit : {"working_days", "days", "hours"}
        What limits count; hours are working hours, days end on a working day.
    calendar : column of codes, optional
        Which of several calendars holds for a case.

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
        received: Any,
        limit_days: Any,
        finished: Any = None,
        agency: Any = None,
        procedure: Any = None,
        unit: str = "working_days",
        *,
        paused: Any = None,
        cut: Any = None,
        calendar: Any = None,
    ) -> None:
        self.unit = unit
        self._labels: dict[str, list[str]] = {}
        came = _time(received, "received")
        self._rows = int(came[0][0].size)
        self._core = _core.CaseLog(
            came,
            None if finished is None else _time(finished, "finished"),
            _number(limit_days, "limit_days"),
            _number(cut, "cut"),
            _number(paused, "paused"),
            self._codes(agency, "agency"),
            self._codes(procedure, "procedure"),
            self._codes(calendar, "calendar"),
            choice(unit, _UNITS, "unit"),
        )

    @classmethod
    def from_table(
        cls, data: Any, *, unit: str = "working_days", **columns: str | float | None
    ) -> CaseLog:
        """Take the columns of a table by their names.

        Parameters
        ----------
        data : Table, pandas, Polars or Arrow table, mapping
            Anything that gives a column for its name.
        unit : {"working_days", "days", "hours"}
            What limits count.
        **columns : str or number
            Which column is which: ``received="ngày nhận"``; a number holds for all rows.

        Examples
        --------
        >>> import sauro
        >>> register = sauro.Table({"nhận": ["2026-03-02"], "hạn": [5]})
        >>> sauro.CaseLog.from_table(register, received="nhận", limit_days="hạn")
        CaseLog(1 cases, working_days)
        """
        taken = {
            name: data[column] if isinstance(column, str) else column
            for name, column in columns.items()
        }
        return cls(**taken, unit=unit)

    def __len__(self) -> int:
        return self._rows

    def __repr__(self) -> str:
        return f"CaseLog({len(self)} cases, {self.unit})"

    def status(
        self,
        calendar: WorkingCalendar | Sequence[WorkingCalendar],
        as_of: datetime.date,
        *,
        by: Iterable[str] | None = None,
        hours: Sequence[tuple[str, str]] = _SESSIONS,
        cut_off: str | None = None,
        rounding: str = "up",
        invalid: str = "raise",
        threads: int = 0,
    ) -> CaseStatuses:
        """Judge all cases in one pass.

        Parameters
        ----------
        calendar : WorkingCalendar or list of them
            Several go with the log's column `calendar`.
        as_of : datetime.date
            Open cases are judged at the end of this day.
        by : iterable of {"agency", "procedure", "month"}, optional
            Count groups in the same pass; see :meth:`CaseStatuses.roll_up`.
        hours : sequence of (from, to)
            Sessions of a working day, for limits in hours.
        cut_off : "HH:MM", optional
            A case received from this time on counts as received on the next working day.
        rounding : {"up", "down", "nearest", "half"}
            Of cut limits, to whole units or halves.
        invalid : {"raise", "set_aside"}
            Rows that can't be right are an error that names them, or are set aside and counted.
        threads : int
            0 for all cores; the result is the same on any number.

        Raises
        ------
        ValidationError
            Rows without a day of receipt, finished before receipt, with a negative limit, outside
            the calendar or with unknown codes.
        """
        calendars, options = self._options(
            calendar, as_of, hours, cut_off, rounding, invalid, threads
        )
        keys: list[str] | None = None if by is None else _keys(by)
        due, code, late, groups = self._core.judge(calendars, options, keys)
        arguments = (calendar, as_of, hours, cut_off, rounding, invalid, threads)
        table = None if groups is None else self._named(groups)
        return CaseStatuses(self, due, code, late, arguments, (keys, table))

    def roll_up(
        self,
        calendar: WorkingCalendar | Sequence[WorkingCalendar],
        as_of: datetime.date,
        by: Iterable[str] = ("agency",),
        *,
        hours: Sequence[tuple[str, str]] = _SESSIONS,
        cut_off: str | None = None,
        rounding: str = "up",
        invalid: str = "raise",
        threads: int = 0,
    ) -> Table:
        """Count groups without keeping anything by row; arguments as in :meth:`status`.

        Returns
        -------
        Table
            One row a group: its keys (`month` of receipt, as its first day), ``total``, counts by
            status, ``late_days``, ``in_time`` / ``decided`` (finished, or overdue) and
            ``on_time_rate``, which is missing where nothing was decided.
        """
        calendars, options = self._options(
            calendar, as_of, hours, cut_off, rounding, invalid, threads
        )
        return self._named(self._core.roll_up(calendars, options, _keys(by)))

    def _options(
        self,
        calendar: WorkingCalendar | Sequence[WorkingCalendar],
        as_of: datetime.date,
        hours: Sequence[tuple[str, str]],
        cut_off: str | None,
        rounding: str,
        invalid: str,
        threads: int,
    ) -> tuple[list[_core.WorkingCalendar], tuple[Any, ...]]:
        several = [calendar] if isinstance(calendar, WorkingCalendar) else list(calendar)
        sessions = [(_minute(start), _minute(end)) for start, end in hours]
        aside = choice(invalid, ("raise", "set_aside"), "invalid") == 1
        late = None if cut_off is None else _minute(cut_off)
        how = choice(rounding, _ROUNDING, "rounding")
        return [one._core for one in several], (as_of, sessions, late, how, aside, threads)

    def _named(self, groups: _core.Table) -> Table:
        """Turn codes of groups back into the names that they stand for."""
        columns = []
        for column in groups.columns:
            labels = self._labels.get(column.name)
            if labels is not None:
                codes = column.parts()[1].tolist()
                column = _core.category_column(column.name, codes, labels)
            columns.append(column)
        return Table(_core.Table(columns))

    def _codes(self, values: Any, name: str) -> Part | None:
        """Codes as they are; texts and categories become codes and their labels."""
        import numpy as np

        if values is None:
            return None
        if hasattr(values, "cat") and hasattr(values.cat, "codes"):  # pandas
            self._labels[name] = [str(label) for label in values.cat.categories]
            return np.ascontiguousarray(values.cat.codes), None
        if is_arrow(values):
            column = from_arrow(values).columns[0]
            kind, array, mask, labels = column.parts()
            if kind == "category":
                self._labels[name] = labels or []
                return array, mask
            values = array if mask is None else Table(_core.Table([column]))[column.name]
        array = raw_array(values, name)
        if array.dtype.kind in "iu":
            return np.ascontiguousarray(array), None
        if array.dtype.kind in "OUST":
            codes, labels = _factorize(array)
            self._labels[name] = labels
            return codes, None
        text = f"column {name!r}: expected whole codes, texts or categories, found {array.dtype}"
        raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])


class CaseStatuses:
    """What judging a log gave, as columns.

    Attributes
    ----------
    due : array of datetime64[D], or datetime64[m] for limits in hours
        Last day or moment; NaT for rows that were set aside.
    code : array of int8
        0 early, 1 on time, 2 late, 3 running, 4 overdue, 5 set aside.
    late_days : array of int32
        Working days after the due day.
    """

    def __init__(
        self,
        log: CaseLog,
        due: npt.NDArray[np.int64],
        code: npt.NDArray[np.int8],
        late_days: npt.NDArray[np.int32],
        arguments: tuple[Any, ...],
        groups: tuple[list[str] | None, Table | None],
    ) -> None:
        self.due = due.view("datetime64[m]" if log.unit == "hours" else "datetime64[D]")
        self.code = code
        self.late_days = late_days
        self._log, self._arguments, self._groups = log, arguments, groups

    def __len__(self) -> int:
        return len(self.code)

    def __repr__(self) -> str:
        counts = ", ".join(f"{word}: {n}" for word, n in self.counts().items() if n)
        return f"CaseStatuses({counts})"

    @property
    def words(self) -> list[str]:
        """Statuses in Vietnamese."""
        return [VIETNAMESE[code] for code in self.code.tolist()]

    def counts(self) -> dict[str, int]:
        """How many cases have each status."""
        import numpy as np

        counts = np.bincount(self.code, minlength=len(STATUSES))
        return dict(zip(STATUSES, counts.tolist(), strict=True))

    def table(self) -> Table:
        """Due day, status and late days as a table."""
        status = _core.category_column("status", self.code.tolist(), list(STATUSES))
        rest = Table({"due": self.due, "late_days": self.late_days})._core.columns
        return Table(_core.Table([rest[0], status, rest[1]]))

    def roll_up(self, by: Iterable[str] = ("agency",)) -> Table:
        """Count groups; see :meth:`CaseLog.roll_up`."""
        keys = _keys(by)
        if self._groups[1] is not None and self._groups[0] == keys:
            return self._groups[1]
        calendar, as_of, hours, cut_off, rounding, invalid, threads = self._arguments
        return self._log.roll_up(
            calendar, as_of, keys, hours=hours, cut_off=cut_off, rounding=rounding,
            invalid=invalid, threads=threads,
        )  # fmt: skip


def merge_roll_ups(parts: Iterable[Table]) -> Table:
    """Add roll-ups of parts of a log, or of several logs, as if they had been counted at once.

    Parameters
    ----------
    parts : iterable of Table
        Results of ``roll_up`` with the same keys.

    Examples
    --------
    >>> import sauro
    >>> counts = {"agency": ["A"], "in_time": [3], "decided": [4], "on_time_rate": [0.75]}
    >>> part = sauro.Table(counts)
    >>> sauro.merge_roll_ups([part, part]).to_dicts()
    [{'agency': 'A', 'in_time': 6, 'decided': 8, 'on_time_rate': 0.75}]
    """
    tables = list(parts)
    if not tables:
        raise ValueError("no roll-ups to merge")
    names = tables[0].columns
    problems = [
        f"part {at}: columns {', '.join(table.columns)}; expected {', '.join(names)}"
        for at, table in enumerate(tables)
        if table.columns != names
    ]
    if problems:
        raise error(ValidationError, INVALID_COLUMN, "parts", problems)
    keys = [name for name in names if name in _KEYS]
    sums = [name for name in names if name not in _KEYS and name != "on_time_rate"]
    groups: dict[tuple[Any, ...], list[int]] = {}
    for table in tables:
        for row in table.to_dicts():
            group = groups.setdefault(tuple(row[key] for key in keys), [0] * len(sums))
            for at, name in enumerate(sums):
                group[at] += row[name]
    ordered = sorted(groups, key=lambda group: [str(key) for key in group])
    columns: dict[str, list[Any]] = {
        key: [group[at] for group in ordered] for at, key in enumerate(keys)
    }
    columns |= {name: [groups[g][at] for g in ordered] for at, name in enumerate(sums)}
    columns["on_time_rate"] = [
        hit / decided if decided else float("nan")
        for hit, decided in zip(columns["in_time"], columns["decided"], strict=True)
    ]
    return Table({name: columns[name] for name in names})


def _keys(by: Iterable[str]) -> list[str]:
    keys = [by] if isinstance(by, str) else list(by)
    for key in keys:
        choice(key, _KEYS, "by")
    return keys


def _minute(text: str) -> int:
    moment = datetime.time.fromisoformat(text)
    return moment.hour * 60 + moment.minute


def _time(values: Any, name: str) -> tuple[Part, int]:
    """Ticks since 1970 where they lie, and how many make a day."""
    import numpy as np

    if is_arrow(values):
        kind, array, mask, _ = from_arrow(values).columns[0].parts()
        if kind == "date":
            return (array, mask), 1
        if array.dtype.kind == "M":
            return (array.view("int64"), mask), _TICKS[np.datetime_data(array.dtype)[0]]
    array = raw_array(values, name)
    if array.dtype.kind == "M" and np.datetime_data(array.dtype)[1] == 1:
        unit = np.datetime_data(array.dtype)[0]
        if unit in _TICKS:
            return (np.ascontiguousarray(array).view("int64"), None), _TICKS[unit]
    if array.dtype.kind == "O":
        moments = [isinstance(v, datetime.datetime) for v in array.flat if v is not None]
        if moments and all(moments):
            zoned = [v for v in array.flat if v is not None and v.tzinfo is not None]
            if not zoned:
                return _time(array.astype("datetime64[us]"), name)
    return (day_numbers(array, name), None), 1


def _number(values: Any, name: str) -> Part | None:
    """Numbers where they lie; missing ones are NaN or stand in the mask."""
    import numpy as np

    if values is None:
        return None
    mask = None
    if is_arrow(values):
        _, array, mask, _ = from_arrow(values).columns[0].parts()
    else:
        if hasattr(values, "isna") and getattr(values.dtype, "kind", "O") in "iuf":
            mask = np.asarray(values.isna()) if values.isna().any() else None
            if mask is not None and hasattr(values.dtype, "numpy_dtype"):
                values = values.to_numpy(dtype=values.dtype.numpy_dtype, na_value=0)
        array = raw_array(values, name)
        if array.dtype.kind == "O":
            array = np.array([np.nan if v is None else v for v in array.tolist()])
    if array.dtype.kind not in "iuf":
        text = f"column {name!r}: expected numbers, found {array.dtype}"
        raise error(ValidationError, UNSUPPORTED_TYPE, name, [text])
    if mask is not None:
        mask = np.ascontiguousarray(mask, dtype=bool)
    return np.ascontiguousarray(array).reshape(-1), mask


def _factorize(array: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Codes in order of first sight; a missing text has code -1."""
    import numpy as np

    known: dict[Any, int] = {}
    codes = np.empty(array.size, dtype="int32")
    for row, value in enumerate(array.flat):
        missing = value is None or value != value
        codes[row] = -1 if missing else known.setdefault(value, len(known))
    return codes, [str(label) for label in known]


for _class in (CaseLog, CaseStatuses):
    _class.__module__ = "sauro"
