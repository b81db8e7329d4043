"""What a check found, to count and to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, overload

from sauro import _core
from sauro._base.choice import choice
from sauro._base.words import Language, Words, words_in
from sauro._core import Finding
from sauro.checking._grouped import BY, lines_by, lines_once
from sauro.table._blocks import block
from sauro.table._table import Table

__all__ = ["CLEARS", "SEVERITIES", "SEVERITY_NAMES", "Findings", "Severity", "message"]

CLEARS = {
    "person": "rõ người",
    "work": "rõ việc",
    "time": "rõ thời gian",
    "responsibility": "rõ trách nhiệm",
    "product": "rõ sản phẩm",
    "authority": "rõ thẩm quyền",
}
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_COLUMNS = ("rule", "severity", "task", "message", "message_en", "correction")
SEVERITY_NAMES = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}


def message(one: Finding, words: Words) -> str:
    """Say what was found; a rule of the user's own may have said it in Vietnamese alone."""
    return one.message_en if words.language == "en" and one.message_en else one.message


class Findings(Sequence[Finding]):
    """What `check` found: of the document first, then by task in the plan's order.

    Attributes
    ----------
    clarity : Table
        A row a task: task, one column a clear (1 kept, 0 not, missing where it doesn't apply)
        and points (0 to 100).
    clears : dict of str to float or None
        Share of tasks that keep each clear, 0 to 100; None where it applies to no task.
    points : float or None
        Mean of the tasks' points.

    Examples
    --------
    >>> import sauro
    >>> findings = sauro.check(sauro.datasets.plan("an-loc"))
    >>> findings.counts["error"], findings[0].rule
    (4, 'annex.other_number')
    >>> findings.table.filter(severity="error").columns[:3]
    ['rule', 'severity', 'task']
    """

    def __init__(
        self,
        items: Sequence[Finding],
        clarity: Table,
        clears: Mapping[str, float | None],
        points: float | None,
    ) -> None:
        self._items = list(items)
        self.clarity = clarity
        self.clears = dict(clears)
        self.points = points

    @property
    def table(self) -> Table:
        """A row a finding.

        Columns rule, severity, task, message, message_en, correction, part, paragraph and line
        (where it stands; a part and a paragraph in a docx).
        """
        columns: dict[str, Any] = {
            name: [getattr(one, name) or None for one in self] for name in _COLUMNS
        }
        for name in ("part", "paragraph", "line"):
            columns[name] = [getattr(one.span, name, None) or None for one in self]
        return Table(columns)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each severity."""
        return {severity: self.count(severity) for severity in SEVERITIES}

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._items)

    def of(self, rule: str) -> list[Finding]:
        """Those of one rule, or of a group of rules: ``"time"`` for all that begin with it."""
        return [one for one in self if one.rule == rule or one.rule.startswith(rule + ".")]

    def worst_first(self) -> list[Finding]:
        """Errors, then warnings, then notes."""
        return sorted(self, key=lambda one: SEVERITIES.index(one.severity))

    @property
    def by_rule(self) -> dict[str, int]:
        """How many there are of each rule, the most frequent first."""
        return dict(Counter(one.rule for one in self).most_common())

    def count(self, value: Any) -> int:
        """How many there are of a severity, or of a finding."""
        if isinstance(value, str):
            return sum(one.severity == value for one in self)
        return self._items.count(value)

    def to_json(self) -> str:
        """Write as JSON: points, clears, clarity by task and findings."""
        clears = list(self.clears.values())
        return _core.Findings(self._items, self.clarity._core, clears, self.points).to_json()

    def to_text(
        self,
        most: int | None = None,
        *,
        by: Literal["task", "area"] | None = None,
        language: Language = "vi",
    ) -> str:
        """Describe for a person.

        Parameters
        ----------
        most : int, optional
            How many lines of findings to write at most; those that are left out are counted.
        by : {"task", "area"}, optional
            Findings below the task or area that they are of. By default the worst come first, and
            what holds for several tasks is said once.
        language : {"vi", "en"}
        """
        words = words_in(language)
        lines = [words("Sáu rõ (tỷ lệ nhiệm vụ đạt):")]
        for name, title in CLEARS.items():
            share = self.clears[name]
            known = words("không xét") if share is None else f"{words.percent(share):>7}"
            lines.append(f"  {words(title):<20} {known}")
        if self.points is not None:
            points = f"{words.number(self.points, 1):>5}"
            lines.append(f"  {words('điểm chung'):<20} {points} / 100")
        counts = ", ".join(words("{n} " + SEVERITY_NAMES[s], n=self.count(s)) for s in SEVERITIES)
        lines += ["", f"{words('Phát hiện')}: {counts}"]
        tasks = self.clarity["task"].tolist()
        if by is None:
            said = lines_once(self.worst_first(), tasks, words)
        else:
            said = lines_by(choice(by, BY, "by"), self, words)
        shown = said if most is None else said[: max(most, 0)]
        lines += [f"  {one}" for one in shown]
        if len(shown) < len(said):
            lines.append("  " + words("… và {n} dòng khác", n=len(said) - len(shown)))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        facts = {SEVERITY_NAMES[name]: count for name, count in self.counts.items()}
        kept = {CLEARS[name]: f"{share:.0f} %" for name, share in self.clears.items() if share}
        table = self.table[["severity", "task", "message", "correction", "rule"]]
        words = words_in("vi")
        title = words("{n} phát hiện", n=len(self))
        if self.points is not None:
            title += ", " + words("{n} điểm", n=words.number(self.points, 1))
        return block(title, {**facts, **kept}, table._repr_html_())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings):
            return NotImplemented
        mine = (self._items, self.clarity, self.clears, self.points)
        return mine == (other._items, other.clarity, other.clears, other.points)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(s)} {s}s" for s in SEVERITIES)
        return f"<Findings: {counts}>"


Findings.__module__ = "sauro"
