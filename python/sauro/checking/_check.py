"""What a plan doesn't keep of its own promise of the six clears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, overload

from sauro import _core
from sauro._base.days import day_of
from sauro._base.words import Language, Words, words_in
from sauro._core import Plan, Span
from sauro.calendar._working import WorkingCalendar
from sauro.table._blocks import block
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro._base.days import Day

__all__ = ["CheckRule", "Finding", "Findings", "check", "check_rules"]

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


@dataclass(frozen=True)
class Finding:
    """Something that a plan doesn't keep of what it promises.

    Attributes
    ----------
    rule : str
        ``"time.missing"``; `check_rules` lists the built-in ones.
    severity : {"error", "warning", "note"}
    task : str
        Id; empty for the plan as a whole.
    message, message_en : str
        For people, in Vietnamese and in English.
    correction : str
        What should stand there, where that is certain.
    span : Span
        Place in the source.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.check(sauro.datasets.plan("an-loc")).of("annex.other_number")[0]
    >>> one.severity, one.correction
    ('error', '45/KH-UBND')
    """

    rule: str
    severity: Severity = "warning"
    task: str = ""
    message: str = ""
    message_en: str = ""
    correction: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        return line(self, words_in("vi"))


def message(one: Finding, words: Words) -> str:
    """Say what was found; a rule of the user's own may have said it in Vietnamese alone."""
    return one.message_en if words.language == "en" and one.message_en else one.message


def line(one: Finding, words: Words) -> str:
    """Write a finding with its severity, task and correction."""
    place = words("nhiệm vụ {task}", task=one.task) + ": " if one.task else ""
    hint = f" → {one.correction}" if one.correction else ""
    severity = words(SEVERITY_NAMES.get(one.severity, one.severity))
    return f"[{severity}] {place}{message(one, words)}{hint}"


@dataclass(frozen=True)
class CheckRule:
    """A built-in rule of `check`; words are filled in for {0}, {1}, ...

    Examples
    --------
    >>> import sauro
    >>> rule = sauro.check_rules()[0]
    >>> rule.rule, rule.severity
    ('person.missing', 'error')
    """

    rule: str
    severity: Severity
    message: str
    message_en: str


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
        rows = [tuple(vars(one).values()) for one in self]
        clears = list(self.clears.values())
        return _core.findings_json(rows, self.clarity._core, clears, self.points)

    def to_text(self, most: int | None = None, *, language: Language = "vi") -> str:
        """Describe for a person.

        Parameters
        ----------
        most : int, optional
            How many findings to write at most; those that are left out are counted.
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
        worst_first = self.worst_first()
        shown = worst_first if most is None else worst_first[:most]
        lines += [f"  {line(one, words)}" for one in shown]
        if len(shown) < len(self):
            lines.append("  " + words("… và {n} phát hiện khác", n=len(self) - len(shown)))
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


def check(
    plan: Plan,
    *,
    rules: Mapping[str, Severity | Literal["off"]] | None = None,
    more: Iterable[Callable[[Plan], Iterable[Finding]]] = (),
    expired: Mapping[str, Day | None] | Sequence[str] = (),
    least_working_days: int = 5,
    least_alike: float = 0.8,
    calendar: WorkingCalendar | None = None,
) -> Findings:
    """Hold a plan against its own promise of the six clears and against itself.

    Parameters
    ----------
    plan : Plan
        As `read_plan` gives it. A parent task without a timeframe of its own is judged by its
        children.
    rules : mapping of str to {"off", "note", "warning", "error"}, optional
        Severities in place of the built-in ones, by rule.
    more : iterable of callables, optional
        Rules of your own: functions of the plan that give `Finding` objects.
    expired : mapping of str to date or None, or sequence of str, optional
        Numbers of documents that no longer hold, and since when.
    least_working_days : int
        Between the plan's date and the end of a task.
    least_alike : float
        Share of words (0 to 1) that near duplicates have in common.
    calendar : WorkingCalendar, optional
        The civil service's by default.

    Returns
    -------
    Findings

    Raises
    ------
    NotFoundError
        For a rule that there isn't.
    ValidationError
        For a severity that there isn't.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("an-loc")
    >>> findings = sauro.check(plan)
    >>> [one.correction for one in findings.of("annex.other_number")]
    ['45/KH-UBND']
    >>> def too_long(plan):
    ...     return [sauro.Finding("own.long", "note", task.id, "tên nhiệm vụ quá dài")
    ...             for task in plan.tasks if len(task.title) > 100]
    >>> len(sauro.check(plan, more=[too_long]).of("own"))
    1
    """
    numbers = expired if isinstance(expired, Mapping) else dict.fromkeys(expired)
    found = _core.check(
        plan,
        dict(rules or {}),
        [(number, None if day is None else day_of(day, number)) for number, day in numbers.items()],
        least_working_days,
        least_alike,
        calendar._core if calendar is not None else None,
    )
    own = [one for rule in more for one in rule(plan)]
    for one in own:
        if not isinstance(one, Finding):
            raise TypeError(f"a rule gave {type(one).__name__}; expected sauro.Finding")
    findings = [Finding(*row) for row in found.rows()]
    if own:
        places = {task.id: i for i, task in enumerate(plan.tasks)}
        findings = sorted([*findings, *own], key=lambda one: places.get(one.task, -1))
    clears = dict(zip(CLEARS, found.clears, strict=True))
    return Findings(findings, Table(found.clarity), clears, found.points)


def check_rules() -> list[CheckRule]:
    """List the built-in rules of `check` in the order of the documentation.

    Examples
    --------
    >>> import sauro
    >>> sauro.check_rules()[0].rule
    'person.missing'
    """
    return [CheckRule(*row) for row in _core.check_rules()]


for _class in (CheckRule, Finding, Findings):
    _class.__module__ = "sauro"
