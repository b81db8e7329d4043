"""The command `read` over a folder of documents."""

from __future__ import annotations

import argparse
import sys

from sauro._base.errors import ValidationError, error, say
from sauro._base.shown import visible
from sauro.command._options import INVALID_OPTION
from sauro.reading._plans import Plans, read_plans

__all__ = ["FOR_FILES", "read_folder"]

FOR_FILES = ("json", "corrections", "corrections_to", "report", "plan_sheets")


def read_folder(options: argparse.Namespace) -> int:
    """Read a folder and list what its files hold; those that can't be read go to the errors."""
    for name in FOR_FILES:
        if getattr(options, name):
            text = say(
                "dùng cho một tệp; {} là thư mục", "is for one file; {} is a folder", options.file
            )
            raise error(ValidationError, INVALID_OPTION, f"--{name.replace('_', '-')}", [text])
    plans = read_plans(
        options.file,
        subfolders=options.subfolders,
        on_problem="keep",
        agencies=options.agencies,
    )
    print(visible(_listed(plans)))
    if options.csv:
        plans.table.to_csv(options.csv)
        print(f"\nĐã ghi {options.csv}")
    sys.stdout.flush()
    for problem in plans.problems:
        print(
            visible(f"[sauro {problem.code}] {problem.to_text(options.language)}"), file=sys.stderr
        )
    if plans.problems or not plans:
        return 1
    return 3 if options.strict and any(plan.remarks for plan in plans) else 0


def _listed(plans: Plans) -> str:
    lines = []
    for name, plan in zip(plans.names, plans, strict=True):
        document = plan.document
        counts = [f"{len(plan.tasks)} nhiệm vụ", f"{len(plan.duties)} việc trong phần lời"]
        counts += [f"{len(plan.remarks)} chỗ phải đoán"] * bool(plan.remarks)
        lines.append(f"{name}: {document.kind or 'Văn bản'} {document.number or '(chưa có số)'}")
        lines.append(f"  {', '.join(counts)}")
    tasks = sum(len(plan.tasks) for plan in plans)
    lines.append(f"{len(plans)} văn bản, {tasks} nhiệm vụ")
    return "\n".join(lines)
