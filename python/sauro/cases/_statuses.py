"""What judging a log of cases gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sauro import _core
from sauro._base.errors import Problem, ValidationError
from sauro.calendar._course import STATUS_WORDS
from sauro.cases._keys import STATUSES, ordered
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

    from sauro.calendar._working import WorkingCalendar

__all__ = ["VIETNAMESE", "CaseStatuses"]

VIETNAMESE = (*(STATUS_WORDS[status] for status in STATUSES[:-1]), "để riêng")


class CaseStatuses:
    """What judging a log gave, as columns.

    Attributes
    ----------
    due : array of datetime64[D], or datetime64[m] where limits or promises end within a day
        Last day or moment, promised or else by the limit; NaT for rows that were set aside.
    code : array of int8
        0 early, 1 on time, 2 late, 3 running, 4 overdue, 5 set aside.
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

    _law: Callable[[], CaseStatuses] | None = None  # of what older versions have pickled

    def __init__(
        self,
        due: npt.NDArray[np.datetime64],
        code: npt.NDArray[np.int8],
        late_days: npt.NDArray[np.int32],
        count: Callable[..., Table],
        groups: tuple[list[str] | None, Table | None],
        calendars: Sequence[WorkingCalendar],
        law: Callable[[], CaseStatuses] | None = None,
    ) -> None:
        self.due = due
        self.code = code
        self.late_days = late_days
        self._count, self._groups = count, groups
        self._calendars = calendars
        self._law = law

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

        Cases without a limit are set aside there.

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
        """Due day, status and late days as a table."""
        status = _core.category_column("status", self.code.tolist(), list(STATUSES))
        rest = Table({"due": self.due, "late_days": self.late_days})._core.columns
        return Table(_core.Table([rest[0], status, rest[1]]))

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

    def roll_up(self, by: Iterable[str] = ("agency",)) -> Table:
        """Count groups; see :meth:`CaseLog.roll_up`."""
        keys = ordered(by)
        if self._groups[1] is not None and self._groups[0] == keys:
            return self._groups[1]
        return self._count(by=keys)


CaseStatuses.__module__ = "sauro"
