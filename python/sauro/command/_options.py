"""What the commands share: options, reading the plan, showing progress."""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Any, TextIO

from sauro._base.errors import Texts, ValidationError, error, say
from sauro._base.files import read_text, refuse_shared
from sauro._base.progress import BAR
from sauro._base.shown import visible
from sauro._base.words import LANGUAGES, Words
from sauro._core import Plan, require_plan, try_parse_day
from sauro.reading._read import read_plan
from sauro.scheduling._report_day import report_day_of
from sauro.scheduling._schedule import Schedule, schedule
from sauro.tracking._board import Board
from sauro.tracking._progress import Progress
from sauro.tracking._states import read_states
from sauro.tracking._track import track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sauro._base.choice import OnProblem

from sauro.command._speaking import WrongValue

__all__ = [
    "add_alerts",
    "add_language",
    "add_log",
    "add_states",
    "add_times",
    "board_of",
    "command_for",
    "day",
    "next_step",
    "plain_command",
    "plan_at",
    "plan_of",
    "refuse_shared_paths",
    "schedule_of",
    "states_of",
    "steps",
    "watched",
    "wrong_option",
]

INPUTS = (
    "file", "progress", "values", "update", "agencies", "corrections", "index",
    "framework", "compare", "old", "new", "higher", "lower", "template", "states",
)  # fmt: skip
OUTPUTS = ("report", "corrections_to", "output", "ics", "project", "csv", "html", "log")
ALWAYS = ("agencies", "corrections", "year", "report_day", "tasks_only")
WITHOUT_LOG = ("check", "read", "register")
INVALID_OPTION = 260
READ_ALREADY = say(
    "--corrections dùng khi đọc văn bản; tệp JSON là kế hoạch đã đọc xong: hãy sửa khi đọc văn bản",
    "--corrections is for reading a document; a plan's JSON has been read: correct the reading",
)


def plain_command(commands: Any, name: str, run: Any, what: str, *examples: str) -> Any:
    """Make a command, with examples below its help."""
    command = commands.add_parser(
        name,
        help=commands.words(what),
        description=what,
        examples=[f"sauro {name} {one}".rstrip() for one in examples],
        conflict_handler="resolve",  # --sheet is the log's where a command takes one
    )
    command.set_defaults(run=run, parser=command)
    return command


def command_for(commands: Any, name: str, run: Any, what: str, *examples: str) -> Any:
    """Make a command that takes a plan, with examples below its help."""
    command = plain_command(commands, name, run, what, *examples)
    command.add_argument(
        "file",
        metavar="KẾ-HOẠCH",
        help="kế hoạch: chữ, Markdown, HTML, csv, docx, xlsx, odt, ods; hoặc JSON của nó",
    )
    command.add_argument(
        "--format",
        default="automatic",
        choices=["automatic", "text", "markdown", "html", "csv", "docx", "xlsx", "odt", "ods"],
        help="định dạng của tệp, khi không để tự nhận",
    )
    command.add_argument(
        "--plan-sheet",
        "--sheet",
        dest="plan_sheets",
        action="append",
        metavar="TÊN",
        help="trang của kế hoạch là bảng tính, lặp lại cho mỗi trang; mặc định là tất cả",
    )
    command.add_argument("--agencies", metavar="TỆP", help="tệp JSON ghi tên các cơ quan")
    command.add_argument(
        "--corrections", metavar="TỆP", help="những chỗ người đọc đã quyết về kế hoạch (JSON)"
    )
    return command


def add_language(
    command: Any,
    what: str = "ngôn ngữ của phần được ghi; lời của kế hoạch giữ nguyên (mặc định: vi)",
) -> None:
    """Add the language of what is written."""
    command.add_argument(
        "--language",
        default="vi",
        choices=LANGUAGES,
        help=what,
    )


def add_times(command: Any) -> None:
    """Add how due days are worked out."""
    command.add_argument(
        "--year", type=int, metavar="NĂM", help="năm của kế hoạch, khi kế hoạch không ghi"
    )
    command.add_argument(
        "--report-day",
        type=_report_day,
        metavar="NGÀY",
        help="ngày chốt và báo cáo của mỗi kỳ, khi kế hoạch không nêu: 14 của tháng cuối "
        "kỳ (Nghị định 09/2019/NĐ-CP), +10 của tháng sau kỳ",
    )
    command.add_argument(
        "--tasks-only", action="store_true", help="bỏ các việc trong phần lời của kế hoạch"
    )


def add_alerts(command: Any) -> None:
    """Add how many alerts a board prints, and whether overdue tasks are a failure."""
    command.add_argument(
        "--most", type=int, default=20, metavar="N", help="in nhiều nhất bấy nhiêu việc cần đôn đốc"
    )
    command.add_argument(
        "--fail-on",
        default="overdue",
        choices=["overdue", "never"],
        help="kết thúc với mã 3 khi có việc quá hạn (overdue, mặc định)",
    )


def next_step(
    words: Words,
    *arguments: object,
    options: argparse.Namespace | None = None,
    file: TextIO | None = None,
) -> None:
    """Say what may be done next; what was said of plan and log is said again."""
    kept = []
    for name in ALWAYS if arguments[0] in WITHOUT_LOG else (*ALWAYS, "states", "sheet"):
        value = getattr(options, name, None)
        kept += [f"--{name.replace('_', '-')}"] * bool(value)
        kept += [str(value)] * bool(value and value is not True)
    said = " ".join(["sauro", *(quote(str(one)) for one in (*arguments, *kept))])
    print(f"\n{words('Tiếp theo')}: {visible(said)}", file=file)


@contextmanager
def steps(words: Words, *names: str) -> Iterator[Callable[[], None]]:
    """Show which step runs: on a terminal, once the work takes more than half a second."""
    from tqdm import tqdm

    left = iter(names)
    with tqdm(total=len(names), bar_format="{desc} {bar} {n}/{total}", **BAR) as bar:

        def step() -> None:
            bar.set_description_str(words(next(left)))
            bar.update()

        yield step


def watched(words: Words, rows: Sequence[Any]) -> Iterable[Any]:
    """Show how many rows are written."""
    from tqdm import tqdm

    return tqdm(rows, desc=words("ghi bảng"), **BAR)


def refuse_shared_paths(options: argparse.Namespace) -> None:
    """Refuse to write over what is read, or twice to one file."""
    given = {name: path for name, path in vars(options).items() if isinstance(path, str)}
    logs = [log for _, log in getattr(options, "logs", ())]
    files = getattr(options, "files", ())
    refuse_shared(
        [*(given[name] for name in INPUTS if name in given), *files, *logs],
        [given[name] for name in OUTPUTS if name in given],
    )


def wrong_option(option: str, vi: str, en: str) -> ValidationError:
    """Make the error for an option that doesn't go with the others."""
    return error(ValidationError, INVALID_OPTION, option, [say(vi, en)])


def document_of(options: argparse.Namespace) -> Plan:
    """Read the document that a command was given, whatever it holds."""
    if not options.file.lower().endswith(".json"):
        return read_plan(
            options.file,
            format=options.format,
            agencies=options.agencies,
            sheets=options.plan_sheets,
            corrections=options.corrections,
        )
    if options.corrections:
        raise error(ValidationError, INVALID_OPTION, str(options.file), [READ_ALREADY])
    return Plan.from_json(read_text(options.file))


def plan_of(options: argparse.Namespace) -> Plan:
    """Read the plan that a command was given; a file that holds none is an error."""
    plan = document_of(options)
    require_plan(plan, str(options.file))
    return plan


def plan_at(path: str, agencies: str | None = None) -> Plan:
    """Read a plan, a document or its JSON, by its path alone."""
    if path.lower().endswith(".json"):
        plan = Plan.from_json(read_text(path))
    else:
        plan = read_plan(path, agencies=agencies)
    require_plan(plan, path)
    return plan


def day(text: str) -> date:
    """Read a day among the options."""
    found = try_parse_day(text)
    if found is None:
        raise WrongValue(
            say(
                "cần ngày như 31/12/2026 hoặc 2026-12-31, không phải {!r}",
                "expected YYYY-MM-DD or DD/MM/YYYY, not {!r}",
                text,
            )
        )
    return found


def _report_day(text: str) -> str:
    try:
        report_day_of(text)
    except ValidationError as wrong:
        raise WrongValue(Texts(*wrong.problems[0][2:])) from None
    return text


def schedule_of(plan: Plan, options: argparse.Namespace, **more: Any) -> Schedule:
    """Work out the due days of a plan by the options of `add_times`."""
    return schedule(
        plan,
        year=options.year,
        duties=not options.tasks_only,
        report_day=options.report_day,
        **more,
    )


def states_of(options: argparse.Namespace) -> dict[str, str]:
    """Give the own words for states that a command was given."""
    return read_states(options.states) if options.states else {}


def add_states(command: Any) -> None:
    """Add the words that an office has for states."""
    command.add_argument(
        "--states",
        metavar="TỆP",
        help="chữ riêng của cơ quan về tình trạng, mỗi dòng một chữ: Ổn = hoàn thành",
    )


def add_log(command: Any) -> None:
    """Add how a log of progress is read."""
    add_states(command)
    command.add_argument(
        "--sheet", metavar="TRANG", help="trang của sổ theo dõi; mặc định là trang đầu"
    )
    command.add_argument(
        "--on-problem",
        choices=("raise", "keep"),
        default="raise",
        help="dòng không thể đúng là lỗi (raise, mặc định) hoặc bị bỏ qua và nêu tên (keep)",
    )
    command.add_argument(
        "--keep-good", dest="on_problem", action="store_const", const="keep", help=argparse.SUPPRESS
    )


def board_of(
    plan: Plan,
    options: argparse.Namespace,
    as_of: date,
    *,
    measures: dict[str, float] | None = None,
    reviews: bool = False,
) -> Board:
    """Track the plan by the log among the options."""
    on_problem: OnProblem = options.on_problem
    made = schedule_of(plan, options)
    log = Progress()
    if options.progress:
        log = Progress.read(
            options.progress,
            sheet=options.sheet,
            on_problem=on_problem,
            year=made.year,
            statuses=states_of(options),
        )
    return track(
        made, log, as_of, on_problem=on_problem, plan=plan, measures=measures, reviews=reviews
    )
