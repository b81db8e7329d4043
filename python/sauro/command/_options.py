"""What the commands share: options, reading the plan, showing progress."""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from sauro._base.errors import ValidationError, error, say
from sauro._base.files import read_text, refuse_shared
from sauro._base.progress import BAR
from sauro._base.words import LANGUAGES, Words
from sauro._core import Plan, require_plan, try_parse_day
from sauro.reading._read import read_plan
from sauro.scheduling._schedule import schedule
from sauro.tracking._board import Board
from sauro.tracking._progress import Progress
from sauro.tracking._track import track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sauro._base.choice import OnProblem

__all__ = [
    "add_alerts",
    "add_language",
    "add_log",
    "add_tasks_only",
    "add_year",
    "board_of",
    "command_for",
    "day",
    "plain_command",
    "plan_at",
    "plan_of",
    "refuse_shared_paths",
    "steps",
    "watched",
    "wrong_option",
]

INPUTS = (
    "file", "progress", "values", "update", "agencies", "corrections", "index",
    "framework", "compare", "old", "new", "higher", "lower", "template",
)  # fmt: skip
OUTPUTS = ("report", "corrections_to", "output", "ics", "project", "csv", "html", "log")
INVALID_OPTION = 260
READ_ALREADY = say(
    "--corrections dùng khi đọc văn bản; tệp JSON là kế hoạch đã đọc xong: hãy sửa khi đọc văn bản",
    "--corrections is for reading a document; a plan's JSON has been read: correct the reading",
)


def plain_command(commands: Any, name: str, run: Any, what: str, *examples: str) -> Any:
    """Make a command, with examples below its help."""
    command = commands.add_parser(
        name,
        help=what,
        description=what,
        epilog="examples:\n" + "\n".join(f"  sauro {name} {one}".rstrip() for one in examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        conflict_handler="resolve",  # --sheet is the log's where a command takes one
    )
    command.set_defaults(run=run)
    return command


def command_for(commands: Any, name: str, run: Any, what: str, *examples: str) -> Any:
    """Make a command that takes a plan, with examples below its help."""
    command = plain_command(commands, name, run, what, *examples)
    command.add_argument(
        "file", help="the plan: text, Markdown, HTML, csv, docx, xlsx, odt or ods; or its JSON"
    )
    command.add_argument(
        "--format",
        default="automatic",
        choices=["automatic", "text", "markdown", "html", "csv", "docx", "xlsx", "odt", "ods"],
        help="format of the file, where it should not be guessed",
    )
    command.add_argument(
        "--plan-sheet",
        "--sheet",
        dest="plan_sheets",
        action="append",
        metavar="NAME",
        help="of a plan that is a workbook, again for each sheet; all by default",
    )
    command.add_argument("--agencies", metavar="PATH", help="JSON file with names of agencies")
    command.add_argument(
        "--corrections", metavar="PATH", help="what a person has settled about the plan (JSON)"
    )
    return command


def add_language(
    command: Any, what: str = "of what is written; texts of the plan stay as they are (default: vi)"
) -> None:
    """Add the language of what is written."""
    command.add_argument(
        "--language",
        default="vi",
        choices=LANGUAGES,
        help=what,
    )


def add_tasks_only(command: Any) -> None:
    """Add --tasks-only, which leaves out the duties of the text."""
    command.add_argument(
        "--tasks-only", action="store_true", help="leave out the duties of the plan's text"
    )


def add_alerts(command: Any) -> None:
    """Add how many alerts a board prints, and whether overdue tasks are a failure."""
    command.add_argument(
        "--most", type=int, default=20, metavar="N", help="alerts to print at most"
    )
    command.add_argument(
        "--fail-on",
        default="overdue",
        choices=["overdue", "never"],
        help="exit with 3 where something is overdue (default)",
    )


def add_year(command: Any) -> None:
    """Add the year of a plan that doesn't say it."""
    command.add_argument("--year", type=int, help="year of the plan, where it doesn't say it")


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
        raise argparse.ArgumentTypeError(f"expected YYYY-MM-DD or DD/MM/YYYY, not {text!r}")
    return found


def add_log(command: Any) -> None:
    """Add how a log of progress is read."""
    command.add_argument("--sheet", help="of a log that is a workbook; the first by default")
    command.add_argument(
        "--on-problem",
        choices=("raise", "keep"),
        default="raise",
        help="entries that can't be right are an error (the default), or are left out",
    )
    command.add_argument(
        "--keep-good", dest="on_problem", action="store_const", const="keep", help=argparse.SUPPRESS
    )


def board_of(
    plan: Plan,
    options: argparse.Namespace,
    as_of: date,
    *,
    year: int | None = None,
    measures: dict[str, float] | None = None,
    reviews: bool = False,
) -> Board:
    """Track the plan by the log among the options."""
    on_problem: OnProblem = options.on_problem
    made = schedule(plan, year=year, duties=not options.tasks_only)
    log = Progress()
    if options.progress:
        log = Progress.read(
            options.progress, sheet=options.sheet, on_problem=on_problem, year=made.year
        )
    return track(
        made, log, as_of, on_problem=on_problem, plan=plan, measures=measures, reviews=reviews
    )
