# Made from the built module by scripts/make_stub.py.
# mypy: disable-error-code="assignment, misc, no-untyped-def, override, type-arg"
"""
Strict core of sauro; use the package sauro.
"""

from __future__ import annotations

import collections.abc
import datetime
import os
import typing

import numpy
import numpy.typing
import typing_extensions

__all__: list[str] = [
    "Agencies",
    "Agency",
    "Alert",
    "Allocation",
    "Annex",
    "Annexes",
    "Area",
    "Board",
    "CaseLog",
    "CaseOptions",
    "CheckRule",
    "Citation",
    "Column",
    "Contradiction",
    "Coverage",
    "Criterion",
    "Dependency",
    "Document",
    "Duties",
    "Duty",
    "ExplainedPart",
    "ExplainedToken",
    "Explanation",
    "Expression",
    "ExtraCell",
    "Finding",
    "Findings",
    "Framework",
    "FrameworkProblem",
    "Grid",
    "Indicator",
    "IndicatorLog",
    "IndicatorMeaning",
    "IndicatorTarget",
    "IndicatorValue",
    "Indicators",
    "Inputs",
    "LegalBasis",
    "LimitCourse",
    "LimitPreset",
    "Log",
    "Monitor",
    "MonitorOptions",
    "Occurrence",
    "OtherReading",
    "PageBlock",
    "PageCell",
    "PageRow",
    "Person",
    "PlaceContribution",
    "Plan",
    "PointScheme",
    "ProgressEntry",
    "ReadLimits",
    "RefusedValue",
    "Remark",
    "Remarks",
    "Reporting",
    "ReportingPeriod",
    "ReportingRule",
    "Reportings",
    "RuleDraft",
    "Schedule",
    "ScheduledOccurrence",
    "ScheduledTask",
    "Scorecard",
    "Section",
    "Sections",
    "Slip",
    "Slips",
    "SourceTable",
    "SourceTables",
    "Span",
    "Standing",
    "Table",
    "Target",
    "Task",
    "Tasks",
    "TimeConstruction",
    "TimeLimit",
    "Timeframe",
    "TimeframeExplanation",
    "Unread",
    "Unreads",
    "UsedInput",
    "Variable",
    "WorkingCalendar",
    "agencies_from_json",
    "agency_key",
    "assignments",
    "board_statuses",
    "boolean_column",
    "category_column",
    "changes",
    "check",
    "check_rules",
    "convert_unit",
    "diff",
    "explain_timeframe",
    "find_targets",
    "find_timeframes",
    "fold",
    "from_lunar",
    "labelled_column",
    "leap_month",
    "limit_preset",
    "limit_presets",
    "link",
    "load_bytes",
    "log_rows",
    "meaning_of",
    "measured",
    "merge_indicator_logs",
    "monitor",
    "months_of",
    "number_column",
    "parse_document_number",
    "parse_period",
    "parse_target",
    "parse_time_limit",
    "parse_timeframe",
    "period",
    "periods_in_time",
    "pickle_version",
    "plan_files",
    "plan_of_pages",
    "post_stratify",
    "progress_from_json",
    "progress_of_plan",
    "progress_statuses",
    "quantile",
    "rank",
    "read_bytes",
    "read_csv",
    "read_file",
    "read_framework",
    "read_grid",
    "read_indicators",
    "read_input_file",
    "read_inputs",
    "read_progress",
    "refuse_pickle",
    "require_plan",
    "sample_size",
    "save_bytes",
    "schedule",
    "score",
    "table_from_arrow",
    "table_text",
    "task_indicators",
    "task_table",
    "tet",
    "text_column",
    "time_constructions",
    "to_csv",
    "to_json_lines",
    "to_lunar",
    "tone_key",
    "track",
    "try_parse_day",
    "values_in",
    "variable_named",
    "visible_text",
    "weighted_means",
    "wilson",
    "working_hours",
    "written_out",
    "yamane",
]

class Column:
    """
    A typed column; see sauro.Table.
    """

    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def parts(self) -> tuple: ...
    def renamed(self, name: str) -> Column: ...
    @property
    def labels(self) -> list[str]: ...
    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...

class Table:
    """
    Columns of one length; see sauro.Table.
    """

    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType: ...
    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType: ...
    def __init__(self, columns: collections.abc.Sequence[Column]) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def column(self, name: str) -> Column: ...
    def slice(
        self,
        start: typing.SupportsInt | typing.SupportsIndex,
        length: typing.SupportsInt | typing.SupportsIndex,
    ) -> Table: ...
    @property
    def columns(self) -> list[Column]: ...
    @property
    def rows(self) -> int: ...

class FrameworkProblem:
    """
    Something wrong with a framework.
    """

    _fields: typing.ClassVar[tuple] = ("kind", "code", "where", "message", "message_en")
    def __copy__(self) -> FrameworkProblem: ...
    def __deepcopy__(self, memo: dict) -> FrameworkProblem: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __hash__(self) -> int: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def to_text(self, language: str = "vi") -> str:
        """
        Place and message in Vietnamese ('vi') or English ('en').
        """
    @property
    def code(self) -> int:
        """
        242, as of the error that `score` raises.
        """
    @property
    def kind(self) -> str:
        """
        'gap', 'overlap', 'maximum', 'unknown_variable', 'duplicate_code', 'cycle', ...
        """
    @property
    def message(self) -> str:
        """
        What is wrong, in Vietnamese; gaps and overlaps as intervals.
        """
    @property
    def message_en(self) -> str:
        """
        The same in English.
        """
    @property
    def where(self) -> str:
        """
        Code of the criterion; empty for the framework as a whole.
        """

class Variable:
    """
    An input that rules ask for; see the guide on indices for its kinds.
    """

    _fields: typing.ClassVar[tuple] = (
        "name",
        "title",
        "kind",
        "unit",
        "direction",
        "low",
        "values",
        "high",
        "decimals",
        "formula",
    )
    def __copy__(self) -> Variable: ...
    def __deepcopy__(self, memo: dict) -> Variable: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __hash__(self) -> int: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def decimals(self) -> int | None:
        """
        Values with more are refused, computed ones rounded.
        """
    @property
    def direction(self) -> str:
        """
        'higher' or 'lower': decides which unit is the best one.
        """
    @property
    def formula(self) -> str:
        """
        What it is computed from; empty for an input.
        """
    @property
    def high(self) -> float | None:
        """
        Values above are refused.
        """
    @property
    def kind(self) -> str:
        """
        'number', 'percent', 'count', 'yes_no', 'date' or 'choice'.
        """
    @property
    def low(self) -> float | None:
        """
        Values below are refused.
        """
    @property
    def name(self) -> str:
        """
        As rules call it.
        """
    @property
    def title(self) -> str:
        """
        For people.
        """
    @property
    def title_en(self) -> str:
        """
        In English; empty where it has none.
        """
    @property
    def unit(self) -> str:
        """
        Unit.
        """
    @property
    def values(self) -> tuple[str, ...]:
        """
        Of a choice, in the order of their codes.
        """

class Criterion:
    """
    A node of the tree; `rule` is as its JSON, None where its parts give the points.
    """

    _fields: typing.ClassVar[tuple] = (
        "code",
        "parent",
        "title",
        "min",
        "max",
        "unit",
        "combine",
        "decimals",
        "capped",
        "direction",
        "source",
        "legal_reference",
        "note",
        "valid_from",
        "valid_to",
        "weight",
        "if_not_applicable",
        "if_missing",
        "if_missing_within",
        "outside",
        "rule",
    )
    def __copy__(self) -> Criterion: ...
    def __deepcopy__(self, memo: dict) -> Criterion: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __hash__(self) -> int: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def capped(self) -> bool:
        """
        Points beyond [min, max] are cut: a ceiling and floor of a group or a rule.
        """
    @property
    def code(self) -> str:
        """
        '3.4.1'; empty for the total.
        """
    @property
    def combine(self) -> str:
        """
        How its parts make its points.
        """
    @property
    def decimals(self) -> int | None:
        """
        Points are rounded to, half away from zero.
        """
    @property
    def direction(self) -> str:
        """
        'higher' or 'lower'.
        """
    @property
    def if_missing(self) -> str:
        """
        'unknown', 'lowest', 'leave_out', 'zero', 'worst_case', 'previous' or 'mean'.
        """
    @property
    def if_missing_within(self) -> str:
        """
        Variable whose equal values make the group of units that a mean is of.
        """
    @property
    def if_not_applicable(self) -> str:
        """
        'full_points' or 'leave_out'.
        """
    @property
    def legal_reference(self) -> str:
        """
        Decision, article.
        """
    @property
    def max(self) -> float | None:
        """
        Most points.
        """
    @property
    def min(self) -> float:
        """
        Least points.
        """
    @property
    def note(self) -> str:
        """
        How sure the numbers are, and of what.
        """
    @property
    def outside(self) -> bool:
        """
        Bonus or penalty: not part of the parent's maximum.
        """
    @property
    def parent(self) -> str:
        """
        Code; empty at the top.
        """
    @property
    def rule(self) -> dict | None:
        """
        How it gets its points; None where its parts give them.
        """
    @property
    def rule_type(self) -> str:
        """
        Name of the rule's type; empty without a rule.
        """
    @property
    def source(self) -> str:
        """
        Who says so: 'self_assessment', 'appraisal', 'survey' or 'statistics'.
        """
    @property
    def title(self) -> str:
        """
        For people.
        """
    @property
    def title_en(self) -> str:
        """
        In English; empty where it has none.
        """
    @property
    def unit(self) -> str:
        """
        Of the points.
        """
    @property
    def valid_from(self) -> datetime.date | None:
        """
        First day, or None.
        """
    @property
    def valid_to(self) -> datetime.date | None:
        """
        Last day, or None.
        """
    @property
    def weight(self) -> float:
        """
        In a weighted mean.
        """

class Expression:
    """
    See sauro.Expression.
    """

    def __init__(self, text: str) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def evaluate(
        self,
        columns: collections.abc.Sequence[typing.Annotated[numpy.typing.ArrayLike, numpy.float64]],
        rows: typing.SupportsInt | typing.SupportsIndex,
        threads: typing.SupportsInt | typing.SupportsIndex,
    ) -> numpy.typing.NDArray[numpy.float64]: ...
    @property
    def names(self) -> list[str]: ...
    @property
    def text(self) -> str: ...

class Framework:
    """
    See sauro.Framework.
    """

    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def from_json(text: str) -> Framework: ...
    @staticmethod
    def load(name: str) -> Framework: ...
    @staticmethod
    def names() -> list[str]: ...
    def __eq__(self, arg0: Framework) -> bool: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def find(self, code: str) -> int: ...
    def is_lower_better(self, code: str) -> bool: ...
    def names_of(self, code: str) -> list[str]: ...
    def problems(self) -> list[FrameworkProblem]: ...
    def rule_type(self, place: typing.SupportsInt | typing.SupportsIndex) -> str: ...
    def to_json(self) -> str: ...
    def with_formula(self, code: str, text: str) -> Framework: ...
    def with_script(
        self,
        code: str,
        name: str,
        variables: collections.abc.Sequence[str],
        function: collections.abc.Callable,
        fills_missing: bool,
    ) -> Framework: ...
    @property
    def criteria(self) -> list[Criterion]: ...
    @property
    def grade_labels(self) -> list[str]: ...
    @property
    def grades(self) -> dict: ...
    @property
    def id(self) -> str: ...
    @property
    def leaves(self) -> list[str]: ...
    @property
    def max(self) -> float: ...
    @property
    def note(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def title_en(self) -> str: ...
    @property
    def variables(self) -> list[Variable]: ...

class Grid:
    """
    Rows of cells and where they stand.
    """

    @staticmethod
    def of_columns(
        names: collections.abc.Sequence[str],
        columns: collections.abc.Sequence[collections.abc.Sequence],
    ) -> Grid: ...
    def __init__(
        self,
        name: str,
        columns: collections.abc.Sequence[str],
        rows: collections.abc.Iterable,
        column_places: collections.abc.Sequence[str] = [],
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def rows(self) -> list: ...
    @property
    def columns(self) -> list[str]: ...
    @property
    def name(self) -> str: ...

class WorkingCalendar:
    """
    See sauro.WorkingCalendar.
    """

    @staticmethod
    def custom(
        first_year: typing.SupportsInt | typing.SupportsIndex,
        last_year: typing.SupportsInt | typing.SupportsIndex,
        week: typing.Annotated[collections.abc.Sequence[str], "FixedSize(7)"],
        days: collections.abc.Sequence[tuple[datetime.date, str, str]],
    ) -> WorkingCalendar: ...
    @staticmethod
    def vietnam(
        kind: str,
        known_on: datetime.date | None,
        decisions: str,
        week: typing.Annotated[collections.abc.Sequence[str], "FixedSize(7)"],
        first_year: typing.SupportsInt | typing.SupportsIndex,
        last_year: typing.SupportsInt | typing.SupportsIndex,
    ) -> WorkingCalendar: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def add(
        self, date: datetime.date, working_days: typing.SupportsInt | typing.SupportsIndex
    ) -> datetime.date: ...
    def add_column(
        self,
        dates: numpy.typing.NDArray[numpy.int64],
        working_days: numpy.typing.NDArray[numpy.int64],
        on_problem: str,
    ) -> numpy.typing.NDArray[numpy.int64]: ...
    def count(self, start: datetime.date, end: datetime.date) -> int: ...
    def count_column(
        self,
        start: numpy.typing.NDArray[numpy.int64],
        end: numpy.typing.NDArray[numpy.int64],
        on_problem: str,
    ) -> numpy.typing.NDArray[numpy.int64]: ...
    def days_off(self, year: typing.SupportsInt | typing.SupportsIndex) -> Table: ...
    def is_projected(self, year: typing.SupportsInt | typing.SupportsIndex) -> bool: ...
    def is_working(self, date: datetime.date) -> bool: ...
    def is_working_column(
        self, dates: numpy.typing.NDArray[numpy.int64]
    ) -> numpy.typing.NDArray[numpy.bool]: ...
    def on_or_after(self, date: datetime.date) -> datetime.date: ...
    def on_or_before(self, date: datetime.date) -> datetime.date: ...
    def roll_column(
        self, dates: numpy.typing.NDArray[numpy.int64], back: bool, on_problem: str
    ) -> numpy.typing.NDArray[numpy.int64]: ...
    def same_days(self, other: WorkingCalendar) -> bool: ...
    @property
    def first(self) -> datetime.date: ...
    @property
    def last(self) -> datetime.date: ...

class ReportingRule:
    def __init__(
        self,
        *,
        cut_off_day: typing.SupportsInt | typing.SupportsIndex,
        due_day: typing.SupportsInt | typing.SupportsIndex,
        due_months_after: typing.SupportsInt | typing.SupportsIndex,
        due_working_days: typing.SupportsInt | typing.SupportsIndex | None,
        cumulative: bool,
        roll: str,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...

class ReportingPeriod:
    def __init__(
        self,
        kind: str,
        year: typing.SupportsInt | typing.SupportsIndex,
        number: typing.SupportsInt | typing.SupportsIndex,
        rule: ReportingRule,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def due(self, calendar: WorkingCalendar) -> datetime.date: ...
    @property
    def cut_off(self) -> datetime.date: ...
    @property
    def label(self) -> str: ...
    @property
    def start(self) -> datetime.date: ...

class TimeLimit:
    """
    See sauro.TimeLimit.
    """

    def __init__(
        self,
        amount: typing.SupportsFloat | typing.SupportsIndex,
        unit: str,
        roll: bool,
        contiguous: bool,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def before(self, event: datetime.date, calendar: WorkingCalendar) -> datetime.date: ...
    def cut(self, percent: typing.SupportsFloat | typing.SupportsIndex, rounding: str) -> float: ...
    def due(self, start: datetime.date, calendar: WorkingCalendar) -> datetime.date: ...
    def due_column(
        self, start: numpy.typing.NDArray[numpy.int64], calendar: WorkingCalendar, on_problem: str
    ) -> numpy.typing.NDArray[numpy.int64]: ...
    def due_moment(
        self,
        date: datetime.date,
        minute: typing.SupportsInt | typing.SupportsIndex,
        calendar: WorkingCalendar,
        sessions: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
            ]
        ],
    ) -> tuple[datetime.date, int]: ...
    @property
    def amount(self) -> float: ...

class LimitCourse:
    """
    See sauro.LimitCourse.
    """

    def __init__(
        self,
        limit: TimeLimit,
        start: tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex],
        calendar: WorkingCalendar,
        suspensions: collections.abc.Sequence[
            tuple[
                tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex],
                tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex] | None,
            ]
        ],
        extensions: collections.abc.Sequence[
            tuple[
                tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex],
                TimeLimit | None,
                tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex] | None,
            ]
        ],
        sessions: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
            ]
        ],
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def standing(
        self,
        finished: tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex] | None,
        as_of: datetime.date,
    ) -> tuple[str, bool, int]: ...
    @property
    def due(self) -> tuple[datetime.date, int] | None: ...
    @property
    def first_due(self) -> tuple[datetime.date, int]: ...
    @property
    def regular_due(self) -> tuple[datetime.date, int] | None: ...
    @property
    def void_extensions(self) -> list[int]: ...
    @property
    def void_suspensions(self) -> list[int]: ...

class LimitPreset:
    """
    A limit that a decree sets for every dossier.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "id",
        "title",
        "title_en",
        "limit",
        "before_end",
        "cut_off",
        "decree",
        "since",
        "until",
        "sure",
        "note",
    )
    def __copy__(self) -> LimitPreset: ...
    def __deepcopy__(self, memo: dict) -> LimitPreset: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def before_end(self) -> bool:
        """
        Counted back from the end of the dossier's limit, not from the event.
        """
    @property
    def cut_off(self) -> str:
        """
        '15:00': what comes later counts as of the next working day; or ''.
        """
    @property
    def decree(self) -> str:
        """
        Who says so.
        """
    @property
    def id(self) -> str:
        """
        'online_reply'.
        """
    @property
    def limit(self) -> typing.Any:
        """
        TimeLimit, or None where a decree governs it whose words were not found.
        """
    @property
    def note(self) -> str:
        """
        What else is to be known.
        """
    @property
    def since(self) -> datetime.date | None:
        """
        First day on which it holds, or None: not known.
        """
    @property
    def sure(self) -> str:
        """
        How far the entry was checked: 'recalled: medium'.
        """
    @property
    def title(self) -> str:
        """
        What is to be done, in Vietnamese.
        """
    @property
    def title_en(self) -> str:
        """
        The same in English.
        """
    @property
    def until(self) -> datetime.date | None:
        """
        Last day on which it holds, or None: still.
        """

class CaseOptions:
    def __init__(
        self,
        *,
        as_of: datetime.date,
        calendars: collections.abc.Sequence[WorkingCalendar],
        sessions: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
            ]
        ],
        cut_off: typing.SupportsInt | typing.SupportsIndex | None,
        rounding: str,
        on_problem: str,
        threads: typing.SupportsInt | typing.SupportsIndex,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...

class CaseLog:
    """
    See sauro.CaseLog.
    """

    def __init__(
        self,
        received: Column
        | tuple[tuple[numpy.ndarray, typing.Any], typing.SupportsInt | typing.SupportsIndex]
        | None,
        finished: Column
        | tuple[tuple[numpy.ndarray, typing.Any], typing.SupportsInt | typing.SupportsIndex]
        | None,
        limit: Column | tuple[numpy.ndarray, typing.Any] | None,
        due: Column
        | tuple[tuple[numpy.ndarray, typing.Any], typing.SupportsInt | typing.SupportsIndex]
        | None,
        cut: Column | tuple[numpy.ndarray, typing.Any] | None,
        paused: Column | tuple[numpy.ndarray, typing.Any] | None,
        waiting: Column | tuple[numpy.ndarray, typing.Any] | None,
        waiting_since: Column
        | tuple[tuple[numpy.ndarray, typing.Any], typing.SupportsInt | typing.SupportsIndex]
        | None,
        calendar: Column | tuple[numpy.ndarray, typing.Any] | None,
        keys: collections.abc.Sequence[tuple[str, Column | tuple[numpy.ndarray, typing.Any]]],
        unit: str,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def judge(
        self, options: CaseOptions, by: collections.abc.Sequence[str] | None
    ) -> tuple[
        numpy.typing.NDArray[numpy.int64],
        numpy.typing.NDArray[numpy.int8],
        numpy.typing.NDArray[numpy.int32],
        typing.Any,
    ]: ...
    def roll_up(
        self,
        options: CaseOptions,
        by: collections.abc.Sequence[str],
        late_days: bool,
        taken_days: bool,
    ) -> Table: ...
    @property
    def ends_within_day(self) -> bool: ...

class Occurrence:
    """
    One time that a task falls due.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("label", "start", "due")
    def __copy__(self) -> Occurrence: ...
    def __deepcopy__(self, memo: dict) -> Occurrence: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def due(self) -> datetime.date:
        """
        Last day.
        """
    @property
    def label(self) -> str:
        """
        'Quý I/2026'.
        """
    @property
    def start(self) -> datetime.date | None:
        """
        First day, or None.
        """

class OtherReading:
    """
    What the words of a timeframe may mean too.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "reading",
        "kind",
        "start",
        "due",
        "rule",
        "occurrences",
        "limit",
    )
    def __copy__(self) -> OtherReading: ...
    def __deepcopy__(self, memo: dict) -> OtherReading: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def due(self) -> datetime.date | None:
        """
        Last day, or None.
        """
    @property
    def kind(self) -> str:
        """
        As of Timeframe, as are the fields below.
        """
    @property
    def limit(self) -> typing.Any:
        """
        TimeLimit, or None.
        """
    @property
    def occurrences(self) -> list[Occurrence]:
        """
        In order of due days.
        """
    @property
    def reading(self) -> str:
        """
        In Vietnamese: how the words are read then.
        """
    @property
    def rule(self) -> str:
        """
        Rhythm, or ''.
        """
    @property
    def start(self) -> datetime.date | None:
        """
        First day, or None.
        """

class Timeframe:
    """
    When a task is to be done: words and meaning.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "text",
        "kind",
        "start",
        "due",
        "due_minute",
        "rule",
        "occurrences",
        "event",
        "limit",
        "before_event",
        "reading",
        "alternatives",
    )
    def __copy__(self) -> Timeframe: ...
    def __deepcopy__(self, memo: dict) -> Timeframe: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def __str__(self) -> str: ...
    def to_text(
        self,
        *,
        year: typing.SupportsInt | typing.SupportsIndex | None = None,
        issued: datetime.date | None = None,
        before_excludes_day: bool = False,
    ) -> str:
        """
        A phrase that parse_timeframe() reads, with the same options, as the same meaning.
        """
    @property
    def alternatives(self) -> list[OtherReading]:
        """
        The readings that weren't taken, where the words leave several.
        """
    @property
    def before_event(self) -> bool:
        """
        The limit runs up to the event, not from it.
        """
    @property
    def due(self) -> datetime.date | None:
        """
        Last day, or None where nothing ends.
        """
    @property
    def due_minute(self) -> int | None:
        """
        Minute of the last day, where a time of day is named.
        """
    @property
    def due_time(self) -> typing.Any:
        """
        Time of the last day, or None.
        """
    @property
    def event(self) -> str:
        """
        What it waits for, as written; or ''.
        """
    @property
    def kind(self) -> str:
        """
        'unstated', 'continuous', 'window', 'periodic', 'occasions', 'roadmap', 'open_ended', 'event' or 'unparsed'.
        """
    @property
    def limit(self) -> typing.Any:
        """
        TimeLimit from the event, or None.
        """
    @property
    def occurrences(self) -> list[Occurrence]:
        """
        Of the plan's year, in order of due days.
        """
    @property
    def reading(self) -> str:
        """
        In Vietnamese: which reading was taken of two.
        """
    @property
    def rule(self) -> str:
        """
        Rhythm, 'quarter' or 'month+quarter'; or ''.
        """
    @property
    def start(self) -> datetime.date | None:
        """
        First day, or None.
        """
    @property
    def text(self) -> str:
        """
        The cell as written; empty where the plan names no time.
        """

class ExplainedToken:
    """
    A token of a time's words.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "kind", "value", "taken_by", "begin", "end")
    def __copy__(self) -> ExplainedToken: ...
    def __deepcopy__(self, memo: dict) -> ExplainedToken: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def begin(self) -> int:
        """
        First character in the text.
        """
    @property
    def end(self) -> int:
        """
        Character after its last.
        """
    @property
    def kind(self) -> str:
        """
        'word', 'number' or 'sign'.
        """
    @property
    def taken_by(self) -> str:
        """
        A construction, 'lead', 'label', 'separator', or 'unread'.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """
    @property
    def value(self) -> str:
        """
        Of a number; of a word its letters without tone and the tone's number, by which phrases are known; of a sign what it stands for.
        """

class ExplainedPart:
    """
    A construction and the words it took.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("construction", "words")
    def __copy__(self) -> ExplainedPart: ...
    def __deepcopy__(self, memo: dict) -> ExplainedPart: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def construction(self) -> str:
        """
        Its name.
        """
    @property
    def words(self) -> str:
        """
        As written.
        """

class TimeConstruction:
    """
    A construction with an example.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("name", "phrase", "meaning")
    def __copy__(self) -> TimeConstruction: ...
    def __deepcopy__(self, memo: dict) -> TimeConstruction: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def meaning(self) -> str:
        """
        What it means in a plan of 2026 that was issued on 2 March.
        """
    @property
    def name(self) -> str:
        """
        'day_of_rhythm'.
        """
    @property
    def phrase(self) -> str:
        """
        An example.
        """

class TimeframeExplanation:
    """
    How the words of a timeframe are read.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "timeframe", "tokens", "parts", "stopped")
    def __copy__(self) -> TimeframeExplanation: ...
    def __deepcopy__(self, memo: dict) -> TimeframeExplanation: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def __str__(self) -> str: ...
    @property
    def parts(self) -> list[ExplainedPart]:
        """
        Constructions that were taken, in order.
        """
    @property
    def stopped(self) -> str:
        """
        The words that no construction takes.
        """
    @property
    def table(self) -> typing.Any:
        """
        A row a token.
        """
    @property
    def text(self) -> str:
        """
        The words.
        """
    @property
    def timeframe(self) -> Timeframe:
        """
        What they mean.
        """
    @property
    def tokens(self) -> list[ExplainedToken]:
        """
        Words, numbers and signs, in order.
        """

class Target:
    """
    One thing that a plan promises to reach.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "text",
        "kind",
        "comparison",
        "value",
        "upper",
        "upper_excluded",
        "approximate",
        "stretch",
        "unit",
        "of",
        "direction",
        "baseline",
        "period",
        "scope",
        "grade",
    )
    def __copy__(self) -> Target: ...
    def __deepcopy__(self, memo: dict) -> Target: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def approximate(self) -> bool:
        """
        'khoảng 70%'.
        """
    @property
    def baseline(self) -> str | None:
        """
        What it is compared with, 'năm 2025'; or None.
        """
    @property
    def comparison(self) -> str | None:
        """
        '>=', '>', '<=', '<', '=', 'range', or None.
        """
    @property
    def direction(self) -> str:
        """
        'increase' or 'decrease' of a change.
        """
    @property
    def grade(self) -> str:
        """
        'tốt'; or ''.
        """
    @property
    def kind(self) -> str:
        """
        'quantity', 'change', 'rank', 'grade' or 'not_measurable'.
        """
    @property
    def of(self) -> str:
        """
        What a share is of: 'tổng số cử tri'.
        """
    @property
    def period(self) -> str:
        """
        'year', 'quarter', 'month', or a year: '2026'.
        """
    @property
    def scope(self) -> str:
        """
        Whom a rank is among; or ''.
        """
    @property
    def stretch(self) -> bool:
        """
        'phấn đấu': the higher of two levels.
        """
    @property
    def text(self) -> str:
        """
        The words that it was read from.
        """
    @property
    def unit(self) -> str:
        """
        '%', 'cuộc', 'bậc'; empty where none is named.
        """
    @property
    def upper(self) -> float | None:
        """
        Upper end of a range, or None.
        """
    @property
    def upper_excluded(self) -> bool:
        """
        The upper end is left out.
        """
    @property
    def value(self) -> float | None:
        """
        Percents as numbers up to 100; the lower end of a range.
        """

class Span:
    """
    Place in the source where a piece begins.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("part", "paragraph", "line", "column")
    def __copy__(self) -> Span: ...
    def __deepcopy__(self, memo: dict) -> Span: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def column(self) -> int:
        """
        Column in characters, or of a sheet, from 1; 0 in a docx.
        """
    @property
    def line(self) -> int:
        """
        Line, or row of a sheet, from 1; 0 in a docx.
        """
    @property
    def paragraph(self) -> int:
        """
        Paragraph of the part, from 1; 0 elsewhere.
        """
    @property
    def part(self) -> str:
        """
        Part of a docx, sheet of a workbook; empty for other formats.
        """

class LegalBasis:
    """
    A document that the plan rests on.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "number", "date", "span")
    def __copy__(self) -> LegalBasis: ...
    def __deepcopy__(self, memo: dict) -> LegalBasis: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def date(self) -> datetime.date | None:
        """
        Date of that document, or None.
        """
    @property
    def number(self) -> str | None:
        """
        Of the first document that it names, in one spelling, or None.
        """
    @property
    def span(self) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Document:
    """
    The plan as an official document.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "kind",
        "number",
        "date",
        "place",
        "issuer",
        "title",
        "legal_bases",
        "addressees",
        "recipients",
        "signer",
        "heading",
        "closing",
    )
    def __copy__(self) -> Document: ...
    def __deepcopy__(self, memo: dict) -> Document: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def addressees(self) -> list[str]:
        """
        Whom it speaks to ('Kính gửi', 'Điện'), a line each.
        """
    @property
    def closing(self) -> list[str]:
        """
        Lines of the signature block as written, but the signer.
        """
    @property
    def date(self) -> datetime.date | None:
        """
        None in a draft.
        """
    @property
    def heading(self) -> list[str]:
        """
        Lines of the letterhead, as written.
        """
    @property
    def issuer(self) -> str:
        """
        'Ủy ban nhân dân xã Vĩnh Phong'.
        """
    @property
    def kind(self) -> str:
        """
        Abbreviation, 'KH'; 'CV' for an official letter.
        """
    @property
    def legal_bases(self) -> list[LegalBasis]:
        """
        List of LegalBasis.
        """
    @property
    def number(self) -> str:
        """
        In one spelling, '78/KH-UBND'; a draft has '/KH-UBND'.
        """
    @property
    def place(self) -> str:
        """
        Place of issue.
        """
    @property
    def recipients(self) -> list[str]:
        """
        The list 'Nơi nhận', a line each.
        """
    @property
    def signer(self) -> str:
        """
        Name of who signed.
        """
    @property
    def title(self) -> str:
        """
        Title, on one line.
        """

class Section:
    """
    A part of the plan's text under one heading.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("id", "number", "title", "level", "paragraphs", "span")
    def __copy__(self) -> Section: ...
    def __deepcopy__(self, memo: dict) -> Section: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def id(self) -> str:
        """
        Path of the numbers, 'II.1'; empty before the first heading.
        """
    @property
    def level(self) -> int:
        """
        1 is the outermost.
        """
    @property
    def number(self) -> str:
        """
        As written, without its dot: 'II', '1', 'a'.
        """
    @property
    def paragraphs(self) -> list[str]:
        """
        As written, but those that became duties.
        """
    @property
    def span(self) -> Span:
        """
        Where it begins.
        """
    @property
    def title(self) -> str:
        """
        Heading.
        """

class Person:
    """
    Somebody whom a duty is given to.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("name", "post")
    def __copy__(self) -> Person: ...
    def __deepcopy__(self, memo: dict) -> Person: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def name(self) -> str:
        """
        As written; empty where only a post is named.
        """
    @property
    def post(self) -> str:
        """
        As written; may be empty.
        """

class Duty:
    """
    What the text of the plan gives a body or a person to do.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "id",
        "parent",
        "kind",
        "title",
        "agency",
        "leads",
        "coordinators",
        "people",
        "timeframe",
        "targets",
        "product",
        "text",
        "section",
        "span",
    )
    def __copy__(self) -> Duty: ...
    def __deepcopy__(self, memo: dict) -> Duty: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def agency(self) -> str | None:
        """
        Id of the first lead; empty where only a person is named.
        """
    @property
    def coordinators(self) -> list[str]:
        """
        Agency ids.
        """
    @property
    def id(self) -> str:
        """
        '0.II.1.a': the section and its own number; '#2' where it has none.
        """
    @property
    def kind(self) -> str:
        """
        'order', or 'standing': goes on all the time or waits for a case.
        """
    @property
    def leads(self) -> list[str]:
        """
        Agency ids.
        """
    @property
    def parent(self) -> str | None:
        """
        Id of the duty that this one is a part of; may be empty.
        """
    @property
    def people(self) -> list[Person]:
        """
        Persons whom it is given to.
        """
    @property
    def product(self) -> str:
        """
        What comes out of it, where its text names that.
        """
    @property
    def section(self) -> str:
        """
        Id of the section that it stands in.
        """
    @property
    def span(self) -> Span:
        """
        Where its paragraph begins.
        """
    @property
    def targets(self) -> list[Target]:
        """
        Those that its text names.
        """
    @property
    def text(self) -> str:
        """
        As written, without its bullet.
        """
    @property
    def timeframe(self) -> Timeframe:
        """
        Timeframe; 'unstated' where it says no limit.
        """
    @property
    def title(self) -> str:
        """
        What is to be done, without who does it.
        """

class Reporting:
    """
    Who reports to whom and how often.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "reporter",
        "recipient",
        "through",
        "frequency",
        "timeframe",
        "text",
        "span",
    )
    def __copy__(self) -> Reporting: ...
    def __deepcopy__(self, memo: dict) -> Reporting: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def frequency(self) -> str:
        """
        'hàng quý, 6 tháng, 9 tháng và năm'.
        """
    @property
    def recipient(self) -> str | None:
        """
        Agency id, or None.
        """
    @property
    def reporter(self) -> str | None:
        """
        Agency id; empty where the sentence names none.
        """
    @property
    def span(self) -> Span:
        """
        Where its paragraph begins.
        """
    @property
    def text(self) -> str:
        """
        The sentence, as written.
        """
    @property
    def through(self) -> str | None:
        """
        Agency id ('qua Phòng ...'); may be empty.
        """
    @property
    def timeframe(self) -> Timeframe:
        """
        When that is in the plan's year.
        """

class Citation:
    """
    A document that a text names.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("number", "date")
    def __copy__(self) -> Citation: ...
    def __deepcopy__(self, memo: dict) -> Citation: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def date(self) -> datetime.date | None:
        """
        Its date, or None.
        """
    @property
    def number(self) -> str | None:
        """
        In one spelling, or None.
        """

class Area:
    """
    A field of work that groups tasks.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("number", "title", "span")
    def __copy__(self) -> Area: ...
    def __deepcopy__(self, memo: dict) -> Area: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def number(self) -> str:
        """
        'I'; 'A.I' where lettered parts hold Roman ones.
        """
    @property
    def span(self) -> Span:
        """
        Where it stands.
        """
    @property
    def title(self) -> str:
        """
        Title.
        """

class Annex:
    """
    An annex; number 0 stands for tables in the body.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "number",
        "label",
        "title",
        "note",
        "cites",
        "header",
        "areas",
        "paragraphs",
        "span",
    )
    def __copy__(self) -> Annex: ...
    def __deepcopy__(self, memo: dict) -> Annex: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def areas(self) -> list[Area]:
        """
        List of Area.
        """
    @property
    def cites(self) -> Citation:
        """
        The document that the note names.
        """
    @property
    def header(self) -> list[list[str]]:
        """
        Rows of column headers, as written.
        """
    @property
    def label(self) -> str:
        """
        'Phụ lục 1', as written; may be empty.
        """
    @property
    def note(self) -> str:
        """
        '(Kèm theo Kế hoạch số ...)', as written.
        """
    @property
    def number(self) -> int:
        """
        From 1; 0 for the body.
        """
    @property
    def paragraphs(self) -> list[str]:
        """
        Text of the annex outside its tables.
        """
    @property
    def span(self) -> Span:
        """
        Where it begins.
        """
    @property
    def title(self) -> str:
        """
        Title.
        """

class SourceTable:
    """
    A table that lists neither tasks nor targets.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("annex", "rows", "span")
    def __copy__(self) -> SourceTable: ...
    def __deepcopy__(self, memo: dict) -> SourceTable: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def annex(self) -> int:
        """
        Number of the annex; 0 for the body.
        """
    @property
    def rows(self) -> list[list[str]]:
        """
        List of lists of cell texts.
        """
    @property
    def span(self) -> Span:
        """
        Where it begins.
        """

class Agency:
    """
    A body that leads, helps or reports.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("id", "name", "names", "generic")
    def __copy__(self) -> Agency: ...
    def __deepcopy__(self, memo: dict) -> Agency: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def generic(self) -> bool:
        """
        Names no single body ('các cơ quan, đơn vị có liên quan').
        """
    @property
    def id(self) -> str:
        """
        'phong-van-hoa-xa-hoi'.
        """
    @property
    def name(self) -> str:
        """
        The register's name, else the first spelling met.
        """
    @property
    def names(self) -> list[str]:
        """
        Every spelling met, in order.
        """

class ExtraCell:
    """
    A cell of a column that has no field of its own.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("column", "text")
    def __copy__(self) -> ExtraCell: ...
    def __deepcopy__(self, memo: dict) -> ExtraCell: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def column(self) -> str:
        """
        Header, as written.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Slip:
    """
    A word that looks like a slip of scanning or typing.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "suggestion", "span")
    def __copy__(self) -> Slip: ...
    def __deepcopy__(self, memo: dict) -> Slip: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def span(self) -> Span:
        """
        Where its paragraph or cell begins.
        """
    @property
    def suggestion(self) -> str:
        """
        What was probably meant; empty where unknown.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Remark:
    """
    A choice that the reader made where it is open.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("kind", "task", "field", "chosen", "others", "span")
    def __copy__(self) -> Remark: ...
    def __deepcopy__(self, memo: dict) -> Remark: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def chosen(self) -> str:
        """
        What was taken.
        """
    @property
    def field(self) -> str:
        """
        'lead', 'timeframe', ...; may be empty.
        """
    @property
    def kind(self) -> str:
        """
        What had to be guessed.
        """
    @property
    def message(self) -> str:
        """
        The remark as a sentence, without its place.
        """
    @property
    def message_en(self) -> str:
        """
        The sentence in English.
        """
    @property
    def others(self) -> list[str]:
        """
        What else was possible.
        """
    @property
    def span(self) -> Span:
        """
        Where it stands.
        """
    @property
    def task(self) -> str:
        """
        Id of the task, indicator or duty; empty where it is about a table.
        """

class Unread:
    """
    A piece of the source that found no field, or a remark.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "reason", "span")
    def __copy__(self) -> Unread: ...
    def __deepcopy__(self, memo: dict) -> Unread: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def reason(self) -> str:
        """
        In Vietnamese, for people.
        """
    @property
    def span(self) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self) -> str:
        """
        As written; empty in a remark.
        """

class Task:
    """
    One task of an annex.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "id",
        "annex",
        "area",
        "number",
        "parent",
        "title",
        "points",
        "product",
        "products",
        "lead",
        "leads",
        "coordinator",
        "coordinators",
        "timeframe",
        "targets",
        "extra",
        "span",
    )
    def __copy__(self) -> Task: ...
    def __deepcopy__(self, memo: dict) -> Task: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def _repr_html_(self) -> str: ...
    @property
    def annex(self) -> int:
        """
        Number of the annex.
        """
    @property
    def area(self) -> str:
        """
        Number of the area; empty where the annex has none.
        """
    @property
    def coordinator(self) -> str:
        """
        The cell as written.
        """
    @property
    def coordinators(self) -> list[str]:
        """
        Agency ids.
        """
    @property
    def extra(self) -> dict:
        """
        Cells of other columns, by header.
        """
    @property
    def id(self) -> str:
        """
        '1.I.3.1': annex, area, number; '#2' ends the id of a double number.
        """
    @property
    def lead(self) -> str:
        """
        The cell as written.
        """
    @property
    def leads(self) -> list[str]:
        """
        Agency ids.
        """
    @property
    def number(self) -> str:
        """
        '3.1', without a dot at its end; empty where the plan gives none.
        """
    @property
    def parent(self) -> str | None:
        """
        Id of the task that this one is a part of; may be empty.
        """
    @property
    def points(self) -> list[str]:
        """
        Its bullets; one of a second level keeps its '+'.
        """
    @property
    def product(self) -> str:
        """
        The cell as written.
        """
    @property
    def products(self) -> list[str]:
        """
        The products that the cell names.
        """
    @property
    def span(self) -> Span:
        """
        Where its row begins.
        """
    @property
    def targets(self) -> list[Target]:
        """
        Those that its title, points and product name.
        """
    @property
    def timeframe(self) -> Timeframe:
        """
        Timeframe.
        """
    @property
    def title(self) -> str:
        """
        What is to be done.
        """

class IndicatorTarget:
    """
    What an indicator is to reach by a horizon.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("horizon", "text", "targets")
    def __copy__(self) -> IndicatorTarget: ...
    def __deepcopy__(self, memo: dict) -> IndicatorTarget: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def horizon(self) -> str:
        """
        '2030'; header of its column where that names no year.
        """
    @property
    def targets(self) -> list[Target]:
        """
        What the text says; its unit is the indicator's where it has none.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Indicator:
    """
    One row of a table of targets.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "id",
        "annex",
        "area",
        "number",
        "parent",
        "parts",
        "name",
        "unit",
        "baseline",
        "measure",
        "direction",
        "baseline_value",
        "baseline_period",
        "targets",
        "owner",
        "owners",
        "extra",
        "span",
    )
    def __copy__(self) -> Indicator: ...
    def __deepcopy__(self, memo: dict) -> Indicator: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def annex(self) -> int:
        """
        Number of the annex.
        """
    @property
    def area(self) -> str:
        """
        Number of the area.
        """
    @property
    def baseline(self) -> str:
        """
        What was reached before, as written.
        """
    @property
    def baseline_period(self) -> str:
        """
        What the baseline is of: '2025'; header of its column where that names no year.
        """
    @property
    def baseline_value(self) -> float | None:
        """
        The number of the baseline where somebody has settled it.
        """
    @property
    def direction(self) -> str | None:
        """
        'higher', 'lower' or 'within', the same.
        """
    @property
    def extra(self) -> dict:
        """
        Cells of other columns, by header.
        """
    @property
    def id(self) -> str:
        """
        '1.I.4': annex, area, number.
        """
    @property
    def measure(self) -> str | None:
        """
        'level', 'flow', 'ratio', 'rank', 'grade' or 'yes_no' where somebody has settled it; else its words tell.
        """
    @property
    def name(self) -> str:
        """
        Name.
        """
    @property
    def number(self) -> str:
        """
        '11.10'; '' where the plan gives none.
        """
    @property
    def owner(self) -> str:
        """
        Who follows it, the cell as written.
        """
    @property
    def owners(self) -> list[str]:
        """
        Agency ids.
        """
    @property
    def parent(self) -> str | None:
        """
        Id of the indicator that this one is a part of; may be empty.
        """
    @property
    def parsed_targets(self) -> dict:
        """
        Lists of Target by horizon.
        """
    @property
    def parts(self) -> str | None:
        """
        'all' where its parts together are the whole (chia ra), 'some' where each is only in it (trong đó), where somebody has settled it; else their words tell.
        """
    @property
    def span(self) -> Span:
        """
        Where its row begins.
        """
    @property
    def targets(self) -> dict:
        """
        Target texts by horizon: {'2030': '≥ 30'}.
        """
    @property
    def unit(self) -> str:
        """
        Unit, as written.
        """

class Coverage:
    """
    Where the visible characters of the source went.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "characters",
        "in_fields",
        "in_unread",
        "repeated_headers",
        "marks",
    )
    def __copy__(self) -> Coverage: ...
    def __deepcopy__(self, memo: dict) -> Coverage: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def characters(self) -> int:
        """
        Of the source, without markup and spaces.
        """
    @property
    def in_fields(self) -> int:
        """
        Counted in the finished plan's fields.
        """
    @property
    def in_unread(self) -> int:
        """
        Counted in the finished plan's `unread`.
        """
    @property
    def lost(self) -> int:
        """
        Characters that went nowhere; has to be 0.
        """
    @property
    def marks(self) -> int:
        """
        Bullets, numbering dots and separators of lists.
        """
    @property
    def percent(self) -> float:
        """
        Share accounted for, 0 to 100.
        """
    @property
    def repeated_headers(self) -> int:
        """
        Headers that tables repeat on each page.
        """

class Sections:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Section: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Section]: ...
    @typing.overload
    def __getitem__(self, key: str) -> Section: ...
    def __iter__(self) -> collections.abc.Iterator[Section]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Duties:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Duty: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Duty]: ...
    @typing.overload
    def __getitem__(self, key: str) -> Duty: ...
    def __iter__(self) -> collections.abc.Iterator[Duty]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Reportings:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Reporting: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Reporting]: ...
    def __iter__(self) -> collections.abc.Iterator[Reporting]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Annexes:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Annex: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Annex]: ...
    def __iter__(self) -> collections.abc.Iterator[Annex]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Agencies:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Agency: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Agency]: ...
    @typing.overload
    def __getitem__(self, key: str) -> Agency: ...
    def __iter__(self) -> collections.abc.Iterator[Agency]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Tasks:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Task: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Task]: ...
    @typing.overload
    def __getitem__(self, key: str) -> Task: ...
    def __iter__(self) -> collections.abc.Iterator[Task]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Indicators:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Indicator: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Indicator]: ...
    @typing.overload
    def __getitem__(self, key: str) -> Indicator: ...
    def __iter__(self) -> collections.abc.Iterator[Indicator]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class SourceTables:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> SourceTable: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[SourceTable]: ...
    def __iter__(self) -> collections.abc.Iterator[SourceTable]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Slips:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Slip: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Slip]: ...
    def __iter__(self) -> collections.abc.Iterator[Slip]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Remarks:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Remark: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Remark]: ...
    def __iter__(self) -> collections.abc.Iterator[Remark]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Unreads:
    __hash__: typing.ClassVar[None] = None
    def __eq__(self, other: typing.Any) -> bool: ...
    @typing.overload
    def __getitem__(self, key: typing.SupportsIndex) -> Unread: ...
    @typing.overload
    def __getitem__(self, key: slice) -> list[Unread]: ...
    def __iter__(self) -> collections.abc.Iterator[Unread]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    @property
    def table(self) -> typing.Any:
        """
        A row an item.
        """

class Plan:
    """
    An administrative-reform plan, as read.
    """

    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def from_json(text: str) -> Plan:
        """
        The plan that to_json wrote.
        """
    def __copy__(self) -> Plan: ...
    def __deepcopy__(self, arg0: dict) -> Plan: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, str]: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str: ...
    def for_agency(self, agency: str) -> Plan:
        """
        What one body has to do: this plan with the tasks, duties, reports and indicators that name it or a group that it belongs to ('các sở, ban, ngành'; 'các đơn vị' are those whom the document speaks to). A partner 'liên quan' doesn't count.
        """
    def to_corrections(self, *, indent: typing.SupportsInt | typing.SupportsIndex = 2) -> str:
        """
        What the reader wasn't sure of as JSON, schema sauro/corrections/1: fill in each value and give it to read_plan(corrections=...).
        """
    def to_json(self, *, indent: typing.SupportsInt | typing.SupportsIndex | None = 2) -> str:
        """
        The plan as JSON, schema sauro/plan/1.
        """
    def with_task(self, task: Task) -> Plan:
        """
        This plan with a task more, or with this one in place of the task of its id; its annex, area and agencies come along.
        """
    @property
    def agencies(self) -> Agencies:
        """
        Agencies; also by id.
        """
    @property
    def annexes(self) -> Annexes:
        """
        Annexes.
        """
    @property
    def coverage(self) -> Coverage:
        """
        Coverage.
        """
    @property
    def document(self) -> Document:
        """
        Document.
        """
    @property
    def duties(self) -> Duties:
        """
        What the text gives each agency to do.
        """
    @property
    def indicators(self) -> Indicators:
        """
        Indicators in order; also by id.
        """
    @property
    def is_empty(self) -> bool:
        """
        Whether nothing of a plan was found: no task, indicator, duty, numbered section or number of the document.
        """
    @property
    def remarks(self) -> Remarks:
        """
        What the reader had to guess.
        """
    @property
    def reporting(self) -> Reportings:
        """
        Who reports to whom and how often.
        """
    @property
    def sections(self) -> Sections:
        """
        The text of the plan, by headings.
        """
    @property
    def slips(self) -> Slips:
        """
        Suspected slips of scanning or typing.
        """
    @property
    def tables(self) -> SourceTables:
        """
        Tables that list neither.
        """
    @property
    def tasks(self) -> Tasks:
        """
        Tasks in order; also by id.
        """
    @property
    def unread(self) -> Unreads:
        """
        What found no field, and remarks.
        """

class IndicatorMeaning:
    """
    What an indicator measures, as its words tell.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "measure",
        "direction",
        "baseline",
        "baseline_period",
        "remarks",
    )
    def __copy__(self) -> IndicatorMeaning: ...
    def __deepcopy__(self, memo: dict) -> IndicatorMeaning: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def baseline(self) -> float | None:
        """
        What was reached before.
        """
    @property
    def baseline_period(self) -> str:
        """
        What that is of: '2025'.
        """
    @property
    def direction(self) -> str:
        """
        'higher', 'lower' or 'within'.
        """
    @property
    def measure(self) -> str:
        """
        'level', 'flow', 'ratio', 'rank', 'grade' or 'yes_no'.
        """
    @property
    def remarks(self) -> list[Remark]:
        """
        What of it is a guess.
        """

class IndicatorValue:
    """
    A value of an indicator at a place in a period.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "indicator",
        "place",
        "first",
        "last",
        "value",
        "numerator",
        "denominator",
        "unit",
        "basis",
        "state",
        "known_on",
        "source",
    )
    def __copy__(self) -> IndicatorValue: ...
    def __deepcopy__(self, memo: dict) -> IndicatorValue: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def basis(self) -> str:
        """
        'period', 'year', 'project' or 'term'.
        """
    @property
    def denominator(self) -> float | None:
        """
        Of a ratio.
        """
    @property
    def first(self) -> datetime.date:
        """
        First day of the period.
        """
    @property
    def indicator(self) -> str:
        """
        Its id, name, or number and name.
        """
    @property
    def known_on(self) -> datetime.date | None:
        """
        Since when it is known; the last day of its period where it is None.
        """
    @property
    def last(self) -> datetime.date:
        """
        Last day of the period.
        """
    @property
    def numerator(self) -> float | None:
        """
        Of a ratio.
        """
    @property
    def place(self) -> str:
        """
        Whose it is; empty where there is one place.
        """
    @property
    def source(self) -> str:
        """
        Where it comes from.
        """
    @property
    def state(self) -> str:
        """
        'done', 'estimated' or 'revised'.
        """
    @property
    def unit(self) -> str:
        """
        Of the figure; the indicator's where it is empty.
        """
    @property
    def value(self) -> float | None:
        """
        The figure; None where it is missing.
        """

class Contradiction:
    """
    Figures that can't all be right.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "indicator",
        "place",
        "first",
        "last",
        "given",
        "other",
        "parts",
    )
    def __copy__(self) -> Contradiction: ...
    def __deepcopy__(self, memo: dict) -> Contradiction: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def first(self) -> datetime.date:
        """
        First day that the figures are of.
        """
    @property
    def given(self) -> float | None:
        """
        A figure that is given.
        """
    @property
    def indicator(self) -> str:
        """
        Id of the indicator.
        """
    @property
    def last(self) -> datetime.date:
        """
        Last day.
        """
    @property
    def other(self) -> float | None:
        """
        What it should be by the others; of two figures for one period the other one.
        """
    @property
    def parts(self) -> str:
        """
        The figures that decide; empty where both stand for one period and neither holds.
        """
    @property
    def place(self) -> str:
        """
        Whose values; may be empty.
        """

class IndicatorLog:
    """
    See sauro.IndicatorLog.
    """

    @staticmethod
    def of(values: collections.abc.Sequence[IndicatorValue]) -> IndicatorLog: ...
    def __init__(self, columns: Table) -> None: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def at(self, row: typing.SupportsInt | typing.SupportsIndex) -> IndicatorValue: ...
    @property
    def table(self) -> Table: ...

class Standing:
    """
    Where an indicator stands at a place.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "indicator",
        "name",
        "place",
        "unit",
        "measure",
        "status",
        "first",
        "last",
        "state",
        "value",
        "start",
        "cumulated",
        "cumulated_low",
        "cumulated_high",
        "horizon",
        "target_text",
        "comparison",
        "target",
        "target_upper",
        "percent",
        "last_year",
        "change",
        "change_unit",
        "expected",
        "way",
        "gap",
        "estimate",
        "estimate_low",
        "estimate_high",
        "estimate_way",
        "missing",
    )
    def __copy__(self) -> Standing: ...
    def __deepcopy__(self, memo: dict) -> Standing: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def change(self) -> float | None:
        """
        Against that.
        """
    @property
    def change_unit(self) -> str:
        """
        '%' of an amount, 'điểm %' of a ratio, else the unit.
        """
    @property
    def comparison(self) -> str | None:
        """
        How it is compared.
        """
    @property
    def cumulated(self) -> float | None:
        """
        Of a flow, since the target's period began; of a ratio, what is given so. None where it has a hole.
        """
    @property
    def cumulated_high(self) -> float | None:
        """
        The most, the same.
        """
    @property
    def cumulated_low(self) -> float | None:
        """
        The least that it can be; None where there is no bound.
        """
    @property
    def estimate(self) -> float | None:
        """
        Of a flow, what the year will bring if it goes on as `estimate_way` says; None where less than a quarter of the year is known.
        """
    @property
    def estimate_high(self) -> float | None:
        """
        The most, the same.
        """
    @property
    def estimate_low(self) -> float | None:
        """
        The least by the ways of the last three years; None where they aren't known.
        """
    @property
    def estimate_way(self) -> str | None:
        """
        'profile' or 'last_year': the year's months have the shares that were given, or those of last year; 'working_days' or 'days': each day brings the same.
        """
    @property
    def expected(self) -> float | None:
        """
        At the end of the last period with a value.
        """
    @property
    def first(self) -> datetime.date | None:
        """
        First day of the period of `value`.
        """
    @property
    def gap(self) -> float | None:
        """
        What is there less what was to be expected.
        """
    @property
    def horizon(self) -> str:
        """
        Of the target.
        """
    @property
    def indicator(self) -> str:
        """
        Id of the indicator.
        """
    @property
    def last(self) -> datetime.date | None:
        """
        Last day that a value is of.
        """
    @property
    def last_year(self) -> float | None:
        """
        The same of the same period of last year.
        """
    @property
    def measure(self) -> str:
        """
        What it measures.
        """
    @property
    def missing(self) -> list[str]:
        """
        Of places together: those that lack a value that is wanted.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def percent(self) -> float | None:
        """
        Of the target; of a target that is a change the part of the change that is done.
        """
    @property
    def place(self) -> str:
        """
        Whose values; may be empty.
        """
    @property
    def start(self) -> datetime.date | None:
        """
        First day that `cumulated` counts from.
        """
    @property
    def state(self) -> str:
        """
        'estimated' where an estimate is part of it.
        """
    @property
    def status(self) -> str:
        """
        'reached', 'on_way', 'at_risk', 'behind', 'missed', 'holding', 'broken', 'no_data' or 'not_due'.
        """
    @property
    def target(self) -> float | None:
        """
        What is to be reached, in `unit`.
        """
    @property
    def target_text(self) -> str:
        """
        The target as written.
        """
    @property
    def target_upper(self) -> float | None:
        """
        Upper end of a range.
        """
    @property
    def unit(self) -> str:
        """
        Of all its numbers but changes.
        """
    @property
    def value(self) -> float | None:
        """
        Of the last period that is known.
        """
    @property
    def way(self) -> str | None:
        """
        Where that comes from: 'last_year', 'working_days', 'days', 'linear' or 'profile'.
        """

class PlaceContribution:
    """
    What one place is of several together.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("indicator", "place", "part", "amount", "percent", "change")
    def __copy__(self) -> PlaceContribution: ...
    def __deepcopy__(self, memo: dict) -> PlaceContribution: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def amount(self) -> float | None:
        """
        What is cumulated there since the whole's `start`.
        """
    @property
    def change(self) -> float | None:
        """
        Against the same period of last year; those of all parts add up to that of the whole.
        """
    @property
    def indicator(self) -> str:
        """
        Id of the indicator.
        """
    @property
    def part(self) -> str:
        """
        The place that is a part.
        """
    @property
    def percent(self) -> float | None:
        """
        Of the whole.
        """
    @property
    def place(self) -> str:
        """
        The place that is the whole.
        """

class Allocation:
    """
    What the targets that were given to the parts of a place make.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "indicator",
        "name",
        "place",
        "horizon",
        "unit",
        "target",
        "allocated",
        "difference",
        "missing",
    )
    def __copy__(self) -> Allocation: ...
    def __deepcopy__(self, memo: dict) -> Allocation: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def allocated(self) -> float:
        """
        Of the parts that have one, together.
        """
    @property
    def difference(self) -> float | None:
        """
        `allocated` less `target`: below 0 the parts don't reach it.
        """
    @property
    def horizon(self) -> str:
        """
        Of the targets.
        """
    @property
    def indicator(self) -> str:
        """
        Id of the indicator.
        """
    @property
    def missing(self) -> list[str]:
        """
        Parts without a target.
        """
    @property
    def name(self) -> str:
        """
        Its name.
        """
    @property
    def place(self) -> str:
        """
        The whole; '' where no parents were given.
        """
    @property
    def target(self) -> float | None:
        """
        Of the whole.
        """
    @property
    def unit(self) -> str:
        """
        Of all numbers.
        """

class MonitorOptions:
    def __init__(
        self,
        *,
        as_of: datetime.date,
        known_on: datetime.date | None,
        calendar: WorkingCalendar | None,
        measures: collections.abc.Mapping[str, str],
        directions: collections.abc.Mapping[str, str],
        bounds: collections.abc.Mapping[
            str,
            tuple[
                typing.SupportsFloat | typing.SupportsIndex | None,
                typing.SupportsFloat | typing.SupportsIndex | None,
            ],
        ],
        profiles: collections.abc.Mapping[
            str, collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex]
        ],
        bands: collections.abc.Sequence[tuple[str, typing.SupportsFloat | typing.SupportsIndex]]
        | None,
        parents: collections.abc.Mapping[str, str],
        mergers: collections.abc.Mapping[str, tuple[datetime.date, collections.abc.Sequence[str]]],
        cut_off_day: typing.SupportsInt | typing.SupportsIndex,
        allocations: IndicatorLog,
        on_problem: str,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...

class Monitor:
    """
    See sauro.Monitor.
    """

    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    @property
    def allocations(self) -> list[Allocation]: ...
    @property
    def as_of(self) -> datetime.date: ...
    @property
    def contradiction_table(self) -> Table: ...
    @property
    def contradictions(self) -> list[Contradiction]: ...
    @property
    def contributions(self) -> list[PlaceContribution]: ...
    @property
    def problems(self) -> list: ...
    @property
    def remarks(self) -> list[Remark]: ...
    @property
    def standings(self) -> list[Standing]: ...
    @property
    def table(self) -> Table: ...

class ReadLimits:
    """
    Limits on what comes from outside.
    """

    def __init__(self) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    @property
    def attributes(self) -> int: ...
    @attributes.setter
    def attributes(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def bytes(self) -> int: ...
    @bytes.setter
    def bytes(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def cell_bytes(self) -> int: ...
    @cell_bytes.setter
    def cell_bytes(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def cells(self) -> int: ...
    @cells.setter
    def cells(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def columns(self) -> int: ...
    @columns.setter
    def columns(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def depth(self) -> int: ...
    @depth.setter
    def depth(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def rows(self) -> int: ...
    @rows.setter
    def rows(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def unpacked_bytes(self) -> int: ...
    @unpacked_bytes.setter
    def unpacked_bytes(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None: ...

class PageCell:
    """
    A cell of a table on a page.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("text", "column", "columns", "rows", "uncertain")
    def __copy__(self) -> PageCell: ...
    def __deepcopy__(self, memo: dict) -> PageCell: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def column(self) -> int:
        """
        The first that it covers, from 1; 0: the next free.
        """
    @property
    def columns(self) -> int:
        """
        How many it covers.
        """
    @property
    def rows(self) -> int:
        """
        How many rows it covers.
        """
    @property
    def text(self) -> str:
        """
        Text; lines end with \\n.
        """
    @property
    def uncertain(self) -> str:
        """
        The words that may be others.
        """

class PageRow:
    """
    A row of a table on a page.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("cells", "part", "line", "after_gap")
    def __copy__(self) -> PageRow: ...
    def __deepcopy__(self, memo: dict) -> PageRow: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def after_gap(self) -> bool:
        """
        Whether a page or a gap ends before it.
        """
    @property
    def cells(self) -> list[PageCell]:
        """
        Cells, from left to right.
        """
    @property
    def line(self) -> int:
        """
        Line of the part, from 1.
        """
    @property
    def part(self) -> str:
        """
        'trang 3'; empty where it is that of the table.
        """

class PageBlock:
    """
    A paragraph or a table that another program took from a page.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "kind",
        "text",
        "rows",
        "part",
        "line",
        "after_gap",
        "uncertain",
        "reason",
    )
    def __copy__(self) -> PageBlock: ...
    def __deepcopy__(self, memo: dict) -> PageBlock: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def after_gap(self) -> bool:
        """
        Whether a paragraph ends before it, not only a line.
        """
    @property
    def kind(self) -> str:
        """
        'paragraph', 'table' or 'aside'.
        """
    @property
    def line(self) -> int:
        """
        Line of the part, from 1.
        """
    @property
    def part(self) -> str:
        """
        Where it stands: 'trang 3'.
        """
    @property
    def reason(self) -> str:
        """
        Why an aside isn't part of the plan.
        """
    @property
    def rows(self) -> list[PageRow]:
        """
        Of a table.
        """
    @property
    def text(self) -> str:
        """
        Of a paragraph or an aside.
        """
    @property
    def uncertain(self) -> str:
        """
        What may be otherwise: words, or how the table was found.
        """

class CheckRule:
    """
    A built-in rule of `check`; `check_rules` lists them.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("rule", "severity", "message", "message_en")
    def __copy__(self) -> CheckRule: ...
    def __deepcopy__(self, memo: dict) -> CheckRule: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def message(self) -> str:
        """
        In Vietnamese; words are filled in for {0}, {1}, ...
        """
    @property
    def message_en(self) -> str:
        """
        The same in English.
        """
    @property
    def rule(self) -> str:
        """
        Name: "time.missing".
        """
    @property
    def severity(self) -> str:
        """
        How bad it is: note, warning or error.
        """

class Finding:
    """
    Something that a plan doesn't keep of what it promises.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "rule",
        "severity",
        "task",
        "message",
        "message_en",
        "correction",
        "span",
    )
    def __copy__(self) -> Finding: ...
    def __deepcopy__(self, memo: dict) -> Finding: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def __str__(self) -> str: ...
    def to_text(self, language: str = "vi") -> str:
        """
        Severity, task, message and correction in Vietnamese (vi) or English (en).
        """
    @property
    def correction(self) -> str:
        """
        What should stand there, where that is certain.
        """
    @property
    def message(self) -> str:
        """
        In Vietnamese.
        """
    @property
    def message_en(self) -> str:
        """
        In English.
        """
    @property
    def rule(self) -> str:
        """
        Name: "time.missing".
        """
    @property
    def severity(self) -> str:
        """
        How bad it is: note, warning or error.
        """
    @property
    def span(self) -> Span:
        """
        Place in the source.
        """
    @property
    def task(self) -> str:
        """
        Id; empty for the plan as a whole.
        """

class Findings:
    def __init__(
        self,
        findings: collections.abc.Sequence[Finding],
        clarity: Table,
        clears: typing.Annotated[
            collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex | None],
            "FixedSize(6)",
        ],
        points: typing.SupportsFloat | typing.SupportsIndex | None,
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def to_json(self) -> str: ...
    @property
    def clarity(self) -> Table: ...
    @property
    def clears(self) -> typing.Annotated[list[float | None], "FixedSize(6)"]: ...
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def points(self) -> float | None: ...

class ScheduledTask:
    """
    What a schedule keeps of a task; agencies and areas as ids, with their names beside.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "id",
        "title",
        "annex",
        "area",
        "area_name",
        "product",
        "leads",
        "lead_names",
        "coordinators",
        "coordinator_names",
        "timeframe",
        "duty",
    )
    def __copy__(self) -> ScheduledTask: ...
    def __deepcopy__(self, memo: dict) -> ScheduledTask: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def annex(self) -> int:
        """
        Its number.
        """
    @property
    def area(self) -> str:
        """
        Number: "I".
        """
    @property
    def area_label(self) -> str:
        """
        Number and title of the area: "I. Công tác chỉ đạo".
        """
    @property
    def area_name(self) -> str:
        """
        Title of the area.
        """
    @property
    def coordinator_names(self) -> list[str]:
        """
        One for each coordinator.
        """
    @property
    def coordinators(self) -> list[str]:
        """
        Ids of agencies.
        """
    @property
    def duty(self) -> bool:
        """
        It is a duty of the plan's text.
        """
    @property
    def id(self) -> str:
        """
        Of the task.
        """
    @property
    def lead_names(self) -> list[str]:
        """
        One for each lead.
        """
    @property
    def leads(self) -> list[str]:
        """
        Ids of agencies.
        """
    @property
    def product(self) -> str:
        """
        What it yields.
        """
    @property
    def timeframe(self) -> str:
        """
        The cell as written.
        """
    @property
    def title(self) -> str:
        """
        What is to be done.
        """

class ScheduledOccurrence:
    """
    One time that a task of a schedule is due.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "task",
        "occurrence",
        "start",
        "due",
        "due_minute",
        "kind",
        "reading",
    )
    def __copy__(self) -> ScheduledOccurrence: ...
    def __deepcopy__(self, memo: dict) -> ScheduledOccurrence: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def due(self) -> datetime.date | None:
        """
        End of the window; None where there is no date.
        """
    @property
    def due_minute(self) -> int | None:
        """
        Minute of the due day, where a time of day is named, or None.
        """
    @property
    def kind(self) -> str:
        """
        Why it is due: once, period, occasion, review, milestone, event or undated.
        """
    @property
    def occurrence(self) -> str:
        """
        Label: "Quý I/2026"; unique within its task.
        """
    @property
    def reading(self) -> str:
        """
        In Vietnamese: how the date came about, where that isn't plain.
        """
    @property
    def start(self) -> datetime.date | None:
        """
        Begin of the window, or None.
        """
    @property
    def task(self) -> str:
        """
        Id of the task.
        """

class Dependency:
    """
    One task that has to come before another.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("before", "after", "kind")
    def __copy__(self) -> Dependency: ...
    def __deepcopy__(self, memo: dict) -> Dependency: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def after(self) -> str:
        """
        Id of the task that waits for it.
        """
    @property
    def before(self) -> str:
        """
        Id of the task that comes first.
        """
    @property
    def kind(self) -> str:
        """
        A part, a step of an inspection or given.
        """

class Schedule:
    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def from_json(text: str) -> Schedule: ...
    def __eq__(self, arg0: Schedule) -> bool: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def crowded(self, most: typing.SupportsInt | typing.SupportsIndex) -> Table: ...
    def moved_by_icalendar(self, text: str) -> Schedule: ...
    def moved_by_project_xml(self, text: str) -> Schedule: ...
    def moved_by_rows(self, grid: Grid) -> Schedule: ...
    def slack(self, calendar: WorkingCalendar, as_of: datetime.date) -> Table: ...
    def table(self) -> Table: ...
    def to_icalendar(
        self,
        alarm_days: typing.SupportsInt | typing.SupportsIndex,
        calendar: WorkingCalendar,
        sessions: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
            ]
        ],
        as_of: datetime.date | None,
        previous: str,
    ) -> str: ...
    def to_json(self) -> str: ...
    def to_project_xml(self, calendar: WorkingCalendar) -> str: ...
    def workload(self) -> Table: ...
    @property
    def dependencies(self) -> list[Dependency]: ...
    @property
    def occurrences(self) -> list[ScheduledOccurrence]: ...
    @property
    def order(self) -> list[str]: ...
    @property
    def projected(self) -> list[int]: ...
    @property
    def tasks(self) -> list[ScheduledTask]: ...
    @property
    def title(self) -> str: ...
    @property
    def year(self) -> int: ...

class ProgressEntry:
    """
    One dated entry of a log.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "task",
        "occurrence",
        "date",
        "status",
        "percent",
        "stars",
        "due",
        "result",
        "document",
        "evidence",
        "who",
        "note",
        "place",
    )
    def __copy__(self) -> ProgressEntry: ...
    def __deepcopy__(self, memo: dict) -> ProgressEntry: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def date(self) -> datetime.date:
        """
        Day of the entry.
        """
    @property
    def document(self) -> str:
        """
        Number of the document that shows it.
        """
    @property
    def due(self) -> datetime.date | None:
        """
        New due day of what was postponed.
        """
    @property
    def evidence(self) -> str:
        """
        A link.
        """
    @property
    def note(self) -> str:
        """
        Why it is late, what hinders.
        """
    @property
    def occurrence(self) -> str:
        """
        Label; empty for the earliest one that is still open.
        """
    @property
    def percent(self) -> float | None:
        """
        0 to 100, or None.
        """
    @property
    def place(self) -> str:
        """
        Where it was read.
        """
    @property
    def result(self) -> str:
        """
        What came of it.
        """
    @property
    def stars(self) -> float | None:
        """
        Quality, 0 to 5, or None.
        """
    @property
    def status(self) -> str | None:
        """
        not_started, in_progress, done, cancelled, postponed or None.
        """
    @property
    def task(self) -> str:
        """
        Id.
        """
    @property
    def who(self) -> str:
        """
        Who says so.
        """

class Alert:
    """
    Something to remind of.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("task", "occurrence", "due", "working_days", "level")
    def __copy__(self) -> Alert: ...
    def __deepcopy__(self, memo: dict) -> Alert: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def due(self) -> datetime.date:
        """
        The due day as it stands.
        """
    @property
    def level(self) -> int:
        """
        Which of the alert days it has reached; 0 for what is overdue.
        """
    @property
    def occurrence(self) -> str:
        """
        Label of the occurrence.
        """
    @property
    def task(self) -> str:
        """
        Id.
        """
    @property
    def working_days(self) -> int:
        """
        To the due day; negative where it has passed.
        """

class PointScheme:
    """
    Points for being early or late, and how much they count.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "bands",
        "not_done",
        "points_a_star",
        "usual_stars",
        "lead",
        "coordinator",
    )
    def __copy__(self) -> PointScheme: ...
    def __deepcopy__(self, memo: dict) -> PointScheme: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, *args, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def bands(self) -> list[tuple[int, float]]:
        """
        (late_from, points) in ascending order: working days after the due day, negative before it, up to the next band.
        """
    @property
    def coordinator(self) -> float:
        """
        Weight of a task in the points of its coordinators.
        """
    @property
    def lead(self) -> float:
        """
        Weight of a task in the points of its leads.
        """
    @property
    def not_done(self) -> float:
        """
        Points of what is overdue.
        """
    @property
    def points_a_star(self) -> float:
        """
        Points of quality; those of what is done are the mean of both.
        """
    @property
    def usual_stars(self) -> float:
        """
        Quality where no entry names any.
        """

class Log:
    def __init__(
        self, entries: collections.abc.Sequence[ProgressEntry], problems: list
    ) -> None: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def merged(self, other: Log) -> Log: ...
    def table(self) -> Table: ...
    def to_json(self) -> str: ...
    @property
    def entries(self) -> list[ProgressEntry]: ...
    @property
    def problems(self) -> list: ...

class Board:
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def by(self, group: str) -> Table: ...
    def counts(self) -> list: ...
    def next(self) -> Table: ...
    def table(self) -> Table: ...
    def task_states(self, english: bool) -> list[str]: ...
    def to_json(self, targets: Table) -> str: ...
    @property
    def alerts(self) -> list[Alert]: ...
    @property
    def as_of(self) -> datetime.date: ...
    @property
    def bad(self) -> list: ...
    @property
    def later(self) -> list[int]: ...

class Inputs:
    """
    See sauro.Inputs.
    """

    __hash__: typing.ClassVar[None] = None
    def __eq__(self, arg0: Inputs) -> bool: ...
    def __getstate__(self) -> tuple: ...
    def __init__(
        self, units: collections.abc.Sequence[str], periods: collections.abc.Sequence[str]
    ) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def add(
        self,
        variable: str,
        stage: str,
        values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
        evidence: collections.abc.Sequence[str],
    ) -> None: ...
    def exempt(
        self, code: str, rows: typing.Annotated[numpy.typing.ArrayLike, numpy.bool]
    ) -> None: ...
    @property
    def periods(self) -> list[str]: ...
    @property
    def units(self) -> list[str]: ...

class RefusedValue:
    """
    A value that was refused; its points are missing.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "kind",
        "criterion",
        "variable",
        "row",
        "unit",
        "period",
        "value",
        "code",
        "where",
        "message",
        "message_en",
    )
    def __copy__(self) -> RefusedValue: ...
    def __deepcopy__(self, memo: dict) -> RefusedValue: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def to_text(self, language: str = "vi") -> str:
        """
        Place and message in Vietnamese ('vi') or English ('en').
        """
    @property
    def code(self) -> int:
        """
        244, as of the error that `score` raises.
        """
    @property
    def criterion(self) -> str:
        """
        Its code; empty for a variable.
        """
    @property
    def kind(self) -> str:
        """
        'points_out_of_range', 'share_above_one', 'division_by_zero', ...
        """
    @property
    def message(self) -> str:
        """
        What is wrong, in Vietnamese.
        """
    @property
    def message_en(self) -> str:
        """
        The same in English.
        """
    @property
    def period(self) -> str:
        """
        When.
        """
    @property
    def row(self) -> int:
        """
        Period * units + unit, each counted from 0.
        """
    @property
    def unit(self) -> str:
        """
        Whose value it is.
        """
    @property
    def value(self) -> float:
        """
        What was refused; may be NaN.
        """
    @property
    def variable(self) -> str:
        """
        Its name; empty for a criterion.
        """
    @property
    def where(self) -> str:
        """
        Criterion or variable, unit and period.
        """

class UsedInput:
    """
    An input of one criterion for one unit.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("name", "title", "value", "shown", "stage", "evidence")
    def __copy__(self) -> UsedInput: ...
    def __deepcopy__(self, memo: dict) -> UsedInput: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def evidence(self) -> str:
        """
        Where it was shown.
        """
    @property
    def name(self) -> str:
        """
        "x", "previous(x)" or "best(x)".
        """
    @property
    def shown(self) -> str:
        """
        The value for people: '0,25 %', '31/3/2026', 'có'.
        """
    @property
    def stage(self) -> str | None:
        """
        Of the assessment.
        """
    @property
    def title(self) -> str:
        """
        Of the variable, in Vietnamese.
        """
    @property
    def value(self) -> float:
        """
        Missing: NaN.
        """

class Explanation:
    """
    Why a criterion has its points.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = (
        "code",
        "title",
        "unit",
        "period",
        "points",
        "low",
        "high",
        "max",
        "lost",
        "adjusted",
        "grade",
        "grade_reason",
        "grade_reason_en",
        "applies",
        "rule_type",
        "rule",
        "rule_en",
        "reason",
        "reason_en",
        "legal_reference",
        "source",
        "inputs",
        "parts",
    )
    def __copy__(self) -> Explanation: ...
    def __deepcopy__(self, memo: dict) -> Explanation: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str: ...
    def to_json(self) -> str:
        """
        As JSON (sauro/explanation/1), its parts inside of it.
        """
    @property
    def adjusted(self) -> float:
        """
        What caps, rounding and parts that don't apply add to the sum of the parts.
        """
    @property
    def applies(self) -> bool:
        """
        Whether the unit is subject to it.
        """
    @property
    def code(self) -> str:
        """
        Of the criterion.
        """
    @property
    def grade(self) -> str:
        """
        Of the total, where the framework has some; empty while it is open.
        """
    @property
    def grade_reason(self) -> str:
        """
        Why none better, in Vietnamese.
        """
    @property
    def grade_reason_en(self) -> str:
        """
        Why none better, in English.
        """
    @property
    def high(self) -> float:
        """
        The most that is still possible.
        """
    @property
    def inputs(self) -> list[UsedInput]:
        """
        What was used.
        """
    @property
    def legal_reference(self) -> str:
        """
        Article and document.
        """
    @property
    def lost(self) -> float:
        """
        What lacks to the maximum; less the points where these are beside it.
        """
    @property
    def low(self) -> float:
        """
        The least that is still possible.
        """
    @property
    def max(self) -> float:
        """
        The most that there is.
        """
    @property
    def parts(self) -> list[Explanation]:
        """
        Of a criterion with children.
        """
    @property
    def period(self) -> str:
        """
        When.
        """
    @property
    def points(self) -> float:
        """
        Missing or not applicable: NaN.
        """
    @property
    def reason(self) -> str:
        """
        Which of its cases held, in Vietnamese.
        """
    @property
    def reason_en(self) -> str:
        """
        Which of its cases held, in English.
        """
    @property
    def rule(self) -> str:
        """
        What it asks for, in Vietnamese.
        """
    @property
    def rule_en(self) -> str:
        """
        What it asks for, in English.
        """
    @property
    def rule_type(self) -> str:
        """
        Name of the rule's type.
        """
    @property
    def source(self) -> str:
        """
        Who says so: 'self_assessment', 'appraisal', 'survey' or 'statistics'.
        """
    @property
    def text(self) -> str:
        """
        All of it in Vietnamese.
        """
    @property
    def title(self) -> str:
        """
        Of the criterion.
        """
    @property
    def unit(self) -> str:
        """
        Whose points these are.
        """

class Scorecard:
    """
    See sauro.Scorecard.
    """

    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def applies(self, code: str) -> numpy.typing.NDArray[numpy.bool]: ...
    def difference(
        self,
        row: typing.SupportsInt | typing.SupportsIndex,
        other: Scorecard,
        other_row: typing.SupportsInt | typing.SupportsIndex,
    ) -> Table: ...
    def explain(self, code: str, row: typing.SupportsInt | typing.SupportsIndex) -> Explanation: ...
    def findings(self) -> list[RefusedValue]: ...
    def grade(self, code: str) -> list[str]: ...
    def grade_high(self) -> list[str]: ...
    def grade_low(self) -> list[str]: ...
    def high(self, code: str) -> numpy.typing.NDArray[numpy.float64]: ...
    def low(self, code: str) -> numpy.typing.NDArray[numpy.float64]: ...
    def percent(self, code: str) -> numpy.typing.NDArray[numpy.float64]: ...
    def points(self, code: str) -> numpy.typing.NDArray[numpy.float64]: ...
    def reasons(self) -> Table: ...
    def reasons_of(self, code: str) -> Table: ...
    def tidy(self) -> Table: ...
    def to_json(self) -> str: ...

class RuleDraft:
    """
    The rule of a criterion without parts, as it was read from a document.
    """

    __hash__: typing.ClassVar[None] = None
    _fields: typing.ClassVar[tuple] = ("code", "state", "text", "why", "why_en", "span")
    def __copy__(self) -> RuleDraft: ...
    def __deepcopy__(self, memo: dict) -> RuleDraft: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[int, dict]: ...
    def __init__(self, **kwargs) -> None: ...
    def __reduce__(self) -> tuple: ...
    def __reduce_ex__(self, protocol: int) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, state: tuple) -> None: ...
    @property
    def code(self) -> str:
        """
        Of the criterion.
        """
    @property
    def span(self) -> Span:
        """
        Where the criterion stands.
        """
    @property
    def state(self) -> str:
        """
        'read', or 'unread': its points are an input and the words its note.
        """
    @property
    def text(self) -> str:
        """
        The words of the document.
        """
    @property
    def why(self) -> str:
        """
        Why none was read, in Vietnamese.
        """
    @property
    def why_en(self) -> str:
        """
        The same in English.
        """

def agencies_from_json(text: str) -> list[tuple[str, str, list[str]]]: ...
def agency_key(name: str) -> str:
    """
    Key by which spellings of one body meet.
    """

def assignments(plans: collections.abc.Sequence[Plan], agency: str) -> Table: ...
def board_statuses() -> list: ...
def boolean_column(name: str, values: typing.Any, mask: typing.Any) -> Column: ...
def category_column(
    name: str,
    codes: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    labels: collections.abc.Sequence[str],
) -> Column: ...
def changes(before: Board, after: Board) -> Table: ...
def check(
    plan: Plan,
    severities: collections.abc.Mapping[str, str],
    expired: collections.abc.Sequence[tuple[str, datetime.date | None]],
    least_working_days: typing.SupportsInt | typing.SupportsIndex,
    least_alike: typing.SupportsFloat | typing.SupportsIndex,
    calendar: WorkingCalendar | None,
) -> Findings: ...
def check_rules() -> list[CheckRule]: ...
def convert_unit(
    value: typing.SupportsFloat | typing.SupportsIndex, source: str, target: str
) -> float: ...
def diff(before: Framework, after: Framework) -> Table: ...
def explain_timeframe(
    text: str,
    *,
    year: typing.SupportsInt | typing.SupportsIndex | None = None,
    issued: datetime.date | None = None,
    before_excludes_day: bool = False,
) -> TimeframeExplanation:
    """
    Tokens of a timeframe's words, constructions that take them, words that stop it.
    """

def find_targets(text: str) -> list[Target]:
    """
    Targets inside a running text, where numbers of documents and dates are none.
    """

def find_timeframes(
    text: str,
    *,
    year: typing.SupportsInt | typing.SupportsIndex | None = None,
    issued: datetime.date | None = None,
    before_excludes_day: bool = False,
) -> list[Timeframe]:
    """
    Times inside a running text, each with the words that name it.
    """

def fold(text: str) -> str:
    """
    Key that ignores case, diacritics, punctuation and spacing; ``&`` reads as ``va``.
    """

def from_lunar(
    year: typing.SupportsInt | typing.SupportsIndex,
    month: typing.SupportsInt | typing.SupportsIndex,
    day: typing.SupportsInt | typing.SupportsIndex,
    leap_month: bool,
) -> datetime.date: ...
def labelled_column(codes: Column, labels: collections.abc.Sequence[str]) -> Column: ...
def leap_month(lunar_year: typing.SupportsInt | typing.SupportsIndex) -> int:
    """
    Number of the month that a lunar year repeats, or 0.
    """

def limit_preset(id: str, on: datetime.date) -> LimitPreset: ...
def limit_presets() -> list[LimitPreset]: ...
def link(
    plan: Plan,
    framework: Framework,
    corrections: str | None,
    least: typing.SupportsFloat | typing.SupportsIndex,
) -> tuple[list, list[str], list[str]]: ...
def load_bytes(path: os.PathLike | str | bytes) -> bytes: ...
def log_rows(grid: Grid) -> list: ...
def meaning_of(indicator: Indicator) -> IndicatorMeaning:
    """
    Whether an indicator is a level, a flow, a ratio, a rank, a grade or yes and no, and which way is better.
    """

def measured(
    plan: Plan | None,
    measures: collections.abc.Sequence[
        tuple[str, typing.SupportsFloat | typing.SupportsIndex, str]
    ],
) -> Table: ...
def merge_indicator_logs(
    logs: collections.abc.Sequence[IndicatorLog], names: collections.abc.Sequence[str]
) -> tuple[IndicatorLog, list[Contradiction]]: ...
def monitor(
    indicators: collections.abc.Sequence[Indicator], log: IndicatorLog, options: MonitorOptions
) -> Monitor: ...
def months_of(days: Column) -> tuple[Column, Column]: ...
def number_column(name: str, type: str, values: numpy.ndarray, mask: typing.Any) -> Column: ...
def parse_document_number(text: str) -> dict:
    """
    Number and symbol of a document, taken apart.
    """

def parse_period(
    text: str, year: typing.SupportsInt | typing.SupportsIndex | None
) -> tuple[datetime.date, datetime.date]: ...
def parse_target(text: str) -> list[Target]:
    """
    Targets of a text that holds nothing else; one that is not measurable where none is found.
    """

def parse_time_limit(text: str) -> tuple[float, str]:
    """
    Amount and unit of a limit in words.
    """

def parse_timeframe(
    text: str,
    *,
    year: typing.SupportsInt | typing.SupportsIndex | None = None,
    issued: datetime.date | None = None,
    before_excludes_day: bool = False,
) -> Timeframe:
    """
    Reads the words of a timeframe; what it doesn't know is 'unparsed', never guessed.
    """

def period(
    kind: str,
    year: typing.SupportsInt | typing.SupportsIndex,
    number: typing.SupportsInt | typing.SupportsIndex,
) -> tuple[datetime.date, datetime.date]: ...
def periods_in_time(periods: collections.abc.Sequence[str]) -> list[int]:
    """
    Places of periods, the earliest first.
    """

def plan_files(folder: os.PathLike | str | bytes, subfolders: bool) -> list[str]: ...
def plan_of_pages(
    blocks: collections.abc.Sequence[PageBlock],
    agencies: collections.abc.Sequence[tuple[str, str, collections.abc.Sequence[str]]],
    limits: ReadLimits,
    corrections: str | None,
) -> Plan: ...
def post_stratify(
    weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    cells: typing.Annotated[numpy.typing.ArrayLike, numpy.int32],
    population: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> list[float]: ...
def progress_from_json(
    text: str,
    name: str,
    options: tuple[
        datetime.date | None,
        datetime.date | None,
        str,
        typing.SupportsInt | typing.SupportsIndex | None,
        collections.abc.Sequence[tuple[str, str]],
    ],
) -> Log: ...
def progress_of_plan(plan: Plan, on: datetime.date, on_problem: str) -> Log: ...
def progress_statuses() -> list: ...
def quantile(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    p: typing.SupportsFloat | typing.SupportsIndex,
    method: str,
) -> float: ...
def rank(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64], method: str
) -> numpy.typing.NDArray[numpy.int32]: ...
def read_bytes(
    content: bytes,
    format: str,
    agencies: collections.abc.Sequence[tuple[str, str, collections.abc.Sequence[str]]],
    limits: ReadLimits,
    sheets: collections.abc.Sequence[str],
    corrections: str | None,
) -> Plan: ...
def read_csv(path: os.PathLike | str | bytes) -> Grid: ...
def read_file(
    path: os.PathLike | str | bytes,
    format: str,
    agencies: collections.abc.Sequence[tuple[str, str, collections.abc.Sequence[str]]],
    limits: ReadLimits,
    sheets: collections.abc.Sequence[str],
    corrections: str | None,
) -> Plan: ...
@typing.overload
def read_framework(
    content: bytes, format: str, limits: ReadLimits, sheets: collections.abc.Sequence[str]
) -> tuple: ...
@typing.overload
def read_framework(
    path: os.PathLike | str | bytes,
    format: str,
    limits: ReadLimits,
    sheets: collections.abc.Sequence[str],
) -> tuple: ...
def read_grid(
    path: os.PathLike | str | bytes,
    sheet: str,
    most_cells: typing.SupportsInt | typing.SupportsIndex,
) -> Grid: ...
def read_indicators(
    grid: Grid,
    *,
    period: tuple[datetime.date, datetime.date] | None,
    year: typing.SupportsInt | typing.SupportsIndex | None,
    place: str,
    known_on: datetime.date | None,
    on_problem: str,
) -> tuple[IndicatorLog, list[Contradiction], list]: ...
def read_input_file(
    path: os.PathLike | str | bytes,
    framework: Framework,
    sheets: collections.abc.Sequence[str],
    most_cells: typing.SupportsInt | typing.SupportsIndex,
    **kwargs,
) -> Inputs: ...
def read_inputs(grid: Grid, framework: Framework, **kwargs) -> Inputs: ...
def read_progress(
    grid: Grid,
    options: tuple[
        datetime.date | None,
        datetime.date | None,
        str,
        typing.SupportsInt | typing.SupportsIndex | None,
        collections.abc.Sequence[tuple[str, str]],
    ],
) -> Log: ...
def refuse_pickle(name: str) -> None: ...
def require_plan(plan: Plan, where: str) -> None: ...
def sample_size(
    population: typing.SupportsFloat | typing.SupportsIndex | None,
    margin: typing.SupportsFloat | typing.SupportsIndex,
    share: typing.SupportsFloat | typing.SupportsIndex,
    confidence: typing.SupportsFloat | typing.SupportsIndex,
    design_effect: typing.SupportsFloat | typing.SupportsIndex,
) -> int: ...
def save_bytes(path: os.PathLike | str | bytes, content: bytes) -> None: ...
def schedule(
    plan: Plan,
    calendar: WorkingCalendar,
    year: typing.SupportsInt | typing.SupportsIndex | None,
    undated_at_year_end: bool,
    roll: str,
    review: str | None,
    predecessors: collections.abc.Sequence[tuple[str, str]],
    duties: bool,
    report_day: tuple[
        typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
    ]
    | None,
) -> Schedule: ...
def score(
    framework: Framework,
    inputs: Inputs,
    stage: str | None,
    on_problem: str,
    threads: typing.SupportsInt | typing.SupportsIndex,
) -> Scorecard: ...
def table_from_arrow(
    source: typing.Any,
    columns: collections.abc.Sequence[str] = [],
    coded: collections.abc.Sequence[str] = [],
) -> Table: ...
def table_text(table: Table, width: typing.SupportsInt | typing.SupportsIndex) -> str: ...
def task_indicators(plan: Plan) -> list[tuple[str, list[str]]]: ...
def task_table(
    plans: collections.abc.Sequence[Plan], names: collections.abc.Sequence[str]
) -> Table: ...
def tet(lunar_year: typing.SupportsInt | typing.SupportsIndex) -> datetime.date:
    """
    First day of a lunar year (1900-2199).
    """

def text_column(name: str, values: collections.abc.Sequence) -> Column: ...
def time_constructions() -> list[TimeConstruction]:
    """
    Constructions of the grammar of times, each with a phrase.
    """

def to_csv(table: Table) -> str: ...
def to_json_lines(table: Table) -> str: ...
def to_lunar(date: datetime.date) -> tuple[int, int, int, bool]: ...
def tone_key(text: str) -> str:
    """
    Key that ignores case, punctuation, spacing and where the tone mark stands.
    """

def track(
    schedule: Schedule,
    log: Log,
    as_of: datetime.date,
    calendar: WorkingCalendar,
    alert_days: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    on_problem: str,
    scheme: PointScheme | None,
    priorities: collections.abc.Sequence[tuple[str, typing.SupportsFloat | typing.SupportsIndex]],
    reviews: bool,
) -> Board: ...
def try_parse_day(text: str) -> datetime.date | None: ...
def values_in(framework: Framework, variable: str, cells: collections.abc.Iterable) -> tuple: ...
def variable_named(name: str, framework: Framework) -> Variable: ...
def visible_text(text: str) -> str:
    """
    The text as it may be shown: what is no text, or would turn its direction, made visible.
    """

def weighted_means(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None,
    strata: typing.Annotated[numpy.typing.ArrayLike, numpy.int32] | None,
    clusters: typing.Annotated[numpy.typing.ArrayLike, numpy.int32] | None,
    stratum_sizes: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None,
    post_strata: typing.Annotated[numpy.typing.ArrayLike, numpy.int32] | None,
    groups: typing.Annotated[numpy.typing.ArrayLike, numpy.int32] | None,
    lonely: str,
    confidence: typing.SupportsFloat | typing.SupportsIndex,
    fewest: typing.SupportsInt | typing.SupportsIndex,
    interval: str,
) -> list: ...
def wilson(
    successes: typing.SupportsFloat | typing.SupportsIndex,
    answers: typing.SupportsFloat | typing.SupportsIndex,
    confidence: typing.SupportsFloat | typing.SupportsIndex,
) -> tuple: ...
def working_hours(kind: str) -> list[tuple[int, int]]:
    """
    Sessions of a kind of office in minutes from midnight.
    """

def written_out(text: str) -> list[str]:
    """
    Folded words of a text, its abbreviations written out: "TTHC" gives thu, tuc, hanh, chinh.
    """

def yamane(
    population: typing.SupportsFloat | typing.SupportsIndex,
    margin: typing.SupportsFloat | typing.SupportsIndex,
) -> int: ...

__version__: str = "0.1.0"
pickle_version: int = 2
