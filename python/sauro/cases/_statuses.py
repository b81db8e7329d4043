"""What judging a log of cases gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sauro import _core
from sauro._base.errors import Problem, ValidationError
from sauro.calendar._course import STATUS_WORDS
from sauro.cases._keys import STATUSES, ordered
from sauro.cases._measures import measures_of
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from sauro.calendar._working import WorkingCalendar

__all__ = ["VIETNAMESE", "CaseStatuses"]

VIETNAMESE = (*(STATUS_WORDS[status] for status in STATUSES[:5]), "để riêng", "chờ bổ sung")


class CaseStatuses:
    """What judging a log gave, as columns.

    Attributes
    ----------
    due : array of datetime64[D], or datetime64[m] where limits or promises end within a day
        Last day or moment, promised or else by the limit; NaT for rows that were set aside.
    code : array of int8
        0 early, 1 on time, 2 late, 3 running, 4 overdue, 5 set aside, 6 waiting.
    late_days : array of int32
        Working days after the due day, at least 1, of what is late or overdue.

    Examples
    --------
    >>> import sauro
    >>> cases = sauro.CaseLog(["2026-03-02", "2026-03-02"], 5, ["2026-03-06", None])
    >>> status = cases.status(as_of="2026-03-20")
    >>> status.words, status.counts["overdue"]
    (['trước hạn', 'quá hạn chưa xong'], 1)
    >>> status.table["late_days"].tolist()
    [0, 9]
    """

    # what older versions haven't pickled
    _law: Callable[[], CaseStatuses] | None = None
    _ids: Table | None = None
    _index: Any = None

    def __init__(
        self,
        due: npt.NDArray[np.datetime64],
        code: npt.NDArray[np.int8],
        late_days: npt.NDArray[np.int32],
        count: Callable[..., Table],
        groups: tuple[list[str] | None, Table | None],
        calendars: Sequence[WorkingCalendar],
        law: Callable[[], CaseStatuses] | None = None,
        ids: Table | None = None,
        index: Any = None,
    ) -> None:
        self.due = due
        self.code = code
        self.late_days = late_days
        self._count, self._groups = count, groups
        self._calendars = calendars
        self._law = law
        self._ids, self._index = ids, index

    def __len__(self) -> int:
        return len(self.code)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CaseStatuses):
            return NotImplemented
        return self.table == other.table

    __hash__ = None  # type: ignore[assignment]

    def _repr_html_(self) -> str:
        names = dict(zip(STATUSES, VIETNAMESE, strict=True))
        facts = {names[status]: count for status, count in self.counts.items() if count}
        return block(f"{len(self)} hồ sơ", facts, self.table._repr_html_())

    def __repr__(self) -> str:
        counts = ", ".join(f"{word}: {n}" for word, n in self.counts.items() if n)
        return f"CaseStatuses({counts})"

    @property
    def words(self) -> list[str]:
        """Statuses in Vietnamese."""
        return [VIETNAMESE[code] for code in self.code.tolist()]

    @property
    def counts(self) -> dict[str, int]:
        """How many cases have each status."""
        import numpy as np

        counts = np.bincount(self.code, minlength=len(STATUSES))
        return dict(zip(STATUSES, counts.tolist(), strict=True))

    @property
    def projected(self) -> list[int]:
        """Years of due days whose holidays no decision has fixed yet: their days may move."""
        import numpy as np

        due = self.due[~np.isnat(self.due)].astype("datetime64[Y]")
        if not due.size:
            return []
        first, last = int(due.min().astype(int)) + 1970, int(due.max().astype(int)) + 1970
        years = [
            year
            for year in range(first, last + 1)
            if any(calendar.is_projected(year) for calendar in self._calendars)
        ]
        return [year for year in years if (due == np.datetime64(str(year))).any()]

    @property
    def by_law(self) -> CaseStatuses | None:
        """The same cases by their limits alone, where days were promised too; else None.

        They are judged when this is asked for. Cases without a limit are set aside there.

        Examples
        --------
        >>> import sauro
        >>> log = sauro.CaseLog(["2026-03-02"], 5, ["2026-03-10"], due=["2026-03-11"])
        >>> status = log.status(as_of="2026-03-20")
        >>> status.words, status.by_law.words
        (['trước hạn'], ['trễ hạn'])
        >>> (status.due > status.by_law.due).tolist()
        [True]
        """
        return None if self._law is None else self._law()

    @property
    def table(self) -> Table:
        """Due day, status and late days as a table, after the column that names cases."""
        status = _core.category_column("status", self.code.tolist(), list(STATUSES))
        rest = Table({"due": self.due, "late_days": self.late_days})._core.columns
        ids = [] if self._ids is None else self._ids._core.columns
        return Table(_core.Table([*ids, rest[0], status, rest[1]]))

    def to_pandas(self) -> pd.DataFrame:
        """Make a DataFrame of the table, with the index of the log's columns where they have one.

        Examples
        --------
        >>> import pandas as pd
        >>> import sauro
        >>> days = {"nhận": ["2026-03-02", "2026-03-02"], "trả": ["2026-03-06", None]}
        >>> register = pd.DataFrame(days, index=["H2", "H7"]).astype("datetime64[s]")
        >>> log = sauro.CaseLog.from_table(register, received="nhận", finished="trả", limit_days=5)
        >>> register.join(log.status(as_of="2026-03-20").to_pandas())["status"].to_dict()
        {'H2': 'early', 'H7': 'overdue'}
        """
        frame = self.table.to_pandas()
        return frame if self._index is None else frame.set_index(self._index)

    @property
    def problems(self) -> list[Problem]:
        """Rows that were set aside and why: the first ones by name, the rest as a count."""
        if not self.counts["invalid"]:
            return []
        try:
            self._count(by=(), on_problem="raise")
        except ValidationError as why:
            return why.problems
        return []

    def roll_up(self, by: Iterable[str] = ("agency",), *, measures: Iterable[str] = ()) -> Table:
        """Count groups; see :meth:`CaseLog.roll_up`."""
        keys, more = ordered(by), measures_of(measures)
        if not more and self._groups[1] is not None and self._groups[0] == keys:
            return self._groups[1]
        return self._count(by=keys, measures=more) if more else self._count(by=keys)


CaseStatuses.__module__ = "sauro"
