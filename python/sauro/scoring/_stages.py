"""What units gave, appraisers found and units explained: points and values by stage."""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sauro import _core
from sauro._base.files import write_bytes
from sauro._core import Variable
from sauro.scoring._inputs import STAGES, Inputs, Stage
from sauro.scoring._template import allowed, inputs_of
from sauro.table._files import write_cell
from sauro.table._rows_shown import points_text
from sauro.table._table import Table

if TYPE_CHECKING:
    from sauro.scoring._comparisons import Comparisons

__all__ = ["STAGE_WORDS", "stage_table", "write_appraisal"]

EPOCH = datetime.date(1970, 1, 1)
STEPS: tuple[Stage, ...] = STAGES[:-1]  # surveys are no step


class StageWords(NamedTuple):
    """Headers of the columns of a stage; src/data/input_headers.json reads them."""

    value: str
    told: str
    points: str


STAGE_WORDS: dict[str, StageWords] = {
    "self": StageWords("Tự chấm", "Minh chứng tự chấm", "Điểm tự chấm"),
    "appraisal_1": StageWords("Thẩm định lần 1", "Ý kiến thẩm định lần 1", "Điểm thẩm định lần 1"),
    "explanation": StageWords("Giải trình", "Lời giải trình", "Điểm giải trình"),
    "appraisal_2": StageWords("Thẩm định lần 2", "Ý kiến thẩm định lần 2", "Điểm thẩm định lần 2"),
    "survey": StageWords("Điều tra xã hội học", "Nguồn điều tra", ""),
}
BESIDE = {"Đơn vị": 22, "Kỳ": 10, "Mã": 8, "Tiêu chí": 40, "Biến": 16, "Điểm tối đa": 9}


class Given:
    """Values and what was said of them, by variable and stage."""

    def __init__(self, inputs: Inputs) -> None:
        _, self.units, self.periods, columns, _ = inputs._core.__getstate__()
        self.columns: dict[tuple[str, str], tuple[Any, list[str]]] = {
            (one["variable"], one["stage"]): (one["values"], one["evidence"]) for one in columns
        }
        found = {one["stage"] for one in columns if (one["values"] == one["values"]).any()}
        self.steps = [stage for stage in STEPS if stage in found]
        self.stages = [stage for stage in STAGES if stage in found]

    def cell(self, variable: Variable, stage: str, row: int) -> Any:
        """Give a value as people write it; None where there is none."""
        values, _ = self.columns.get((variable.name, stage), (None, []))
        if values is None or values[row] != values[row]:
            return None
        value = float(values[row])
        if variable.kind == "date":
            return EPOCH + datetime.timedelta(days=int(value))
        if variable.kind == "yes_no":
            return "có" if value else "không"
        if variable.values and value == int(value) and 0 <= value < len(variable.values):
            return variable.values[int(value)]
        return int(value) if value == int(value) else value

    def told(self, variable: Variable, stage: str, row: int) -> str:
        """Give what was said of a value."""
        _, texts = self.columns.get((variable.name, stage), (None, []))
        return texts[row] if texts else ""


def stage_points(card: Comparisons, given: Given) -> dict[str, _core.Scorecard]:
    """Score as things stood at each step that gave something, up to the card's own stage.

    What can't be right at one step may have been corrected at the next; until then it is open.
    """
    last = card._options.get("stage")
    steps = given.steps if last in (None, "survey") else given.steps[: STEPS.index(last) + 1]
    core, inputs = card._framework._core, card._inputs._core
    return {
        step: _core.score(core, inputs, threads=0, stage=step, on_problem="keep") for step in steps
    }


def stage_table(card: Comparisons) -> Table:
    """List the points of the leaves by stage, and which values were changed, and why."""
    import numpy as np

    given = Given(card._inputs)
    cards = stage_points(card, given)
    variables = {one.name: one for one in inputs_of(card._framework._core)}
    rows = range(len(card._units) * len(card._periods))
    leaves = [card._framework.criteria[code] for code in card._framework.leaves]
    points = {step: [one.points(leaf.code) for leaf in leaves] for step, one in cards.items()}
    names = [card._framework._core.names_of(leaf.code) for leaf in leaves]
    used = [[variables[name] for name in of_one if name in variables] for of_one in names]
    columns: dict[str, Any] = {
        "unit": [card._place(row)[0] for row in rows for _ in leaves],
        "period": [card._place(row)[1] for row in rows for _ in leaves],
        "code": [one.code for one in leaves] * len(rows),
        "title": [one.title for one in leaves] * len(rows),
        "max": [one.max for one in leaves] * len(rows),
    }
    for step, by_leaf in points.items():
        columns[step] = np.stack(by_leaf, axis=1).reshape(-1)
    steps = list(points)
    if steps:
        columns["change"] = np.round(columns[steps[-1]] - columns[steps[0]], 9)
    places = [(row, of_one) for row in rows for of_one in used]
    columns["changed"] = [_changed(given, steps, of_one, row) for row, of_one in places]
    columns["told"] = [_told(given, steps, of_one, row) for row, of_one in places]
    if len(card._periods) < 2:
        del columns["period"]
    return Table(columns)


def _changed(given: Given, steps: list[str], variables: list[Variable], row: int) -> str:
    """Say which values differ from step to step: "Báo cáo chậm: 0 → 2 (thẩm định lần 1)"."""
    said = []
    for variable in variables:
        cells = [(step, given.cell(variable, step, row)) for step in steps]
        later = [(step, cell) for step, cell in cells[1:] if cell is not None]
        if len({cell for _, cell in [*cells[:1], *later]}) > 1:
            parts = [_text(cells[0][1])]
            parts += [f"{_text(cell)} ({STAGE_WORDS[step].value.lower()})" for step, cell in later]
            said.append(f"{variable.title or variable.name}: {' → '.join(parts)}")
    return "; ".join(said)


def _told(given: Given, steps: list[str], variables: list[Variable], row: int) -> str:
    """Give what was said of the values, by stage."""
    said = [
        f"{STAGE_WORDS[step].told}: {text}"
        for step in steps
        for text in dict.fromkeys(given.told(one, step, row) for one in variables)
        if text
    ]
    return "; ".join(said)


def _text(cell: Any) -> str:
    if cell is None:
        return "chưa có"
    if isinstance(cell, datetime.date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    return points_text(cell) if isinstance(cell, int | float) else str(cell)


def write_appraisal(card: Comparisons, path: str | os.PathLike[str]) -> None:
    """Write the sheet in which each stage fills in its columns."""
    import xlsxwriter

    given = Given(card._inputs)
    several = len(card._periods) > 1
    beside = [name for name in BESIDE if several or name != "Kỳ"]
    stages = [*STEPS, *(["survey"] if "survey" in given.stages else [])]
    points = stage_points(card, given)
    heads = list(beside)
    for stage in stages:
        words = STAGE_WORDS[stage]
        heads += [words.value, words.told, *([words.points] if stage in points else [])]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        wrapped = {"text_wrap": True, "valign": "top"}
        formats = {
            "head": book.add_format({**wrapped, "bold": True, "bottom": 1}),
            "text": book.add_format(wrapped),
            "date": book.add_format({**wrapped, "num_format": "dd/mm/yyyy"}),
        }
        page = book.add_worksheet("Thẩm định")
        for at, head in enumerate(heads):
            write_cell(page, 0, at, head, head, formats["head"])
            page.set_column(at, at, BESIDE.get(head, 16))
        for number, (variable, cells) in enumerate(_rows(card, given, stages, points), start=1):
            cells = cells if several else [cells[0], *cells[2:]]
            for at, cell in enumerate(cells):
                look = formats["date" if isinstance(cell, datetime.date) else "text"]
                write_cell(page, number, at, cell, f"row {number}", look)
                if heads[at] in {STAGE_WORDS[stage].value for stage in stages}:
                    page.data_validation(number, at, number, at, allowed(variable))
        page.freeze_panes(1, len(beside))
    write_bytes(path, out.getvalue())


def _rows(
    card: Comparisons, given: Given, stages: list[str], points: dict[str, _core.Scorecard]
) -> Iterator[tuple[Variable, list[Any]]]:
    """Give a row a unit and variable, beside the first leaf that takes it."""
    core = card._framework._core
    takers: dict[str, list[str]] = {}
    for code in card._framework.leaves:
        for name in core.names_of(code):
            takers.setdefault(name, []).append(code)
    variables = sorted(
        inputs_of(core), key=lambda one: _place_of(takers.get(one.name), card._framework.leaves)
    )
    found = {stage: {code: one.points(code) for code in card._framework.leaves}
             for stage, one in points.items()}  # fmt: skip
    for row in range(len(card._units) * len(card._periods)):
        shown: set[str] = set()
        for variable in variables:
            codes = takers.get(variable.name, [])
            first = codes[0] if codes and codes[0] not in shown else ""
            shown.add(first)
            leaf = card._framework.criteria[codes[0]] if codes else None
            title = variable.title or (leaf.title if leaf else "")
            cells: list[Any] = [*card._place(row), ", ".join(codes), title, variable.name]
            cells.append(leaf.max if leaf and first else None)
            for stage in stages:
                cells += [given.cell(variable, stage, row), given.told(variable, stage, row)]
                if stage in points:
                    cells.append(float(found[stage][first][row]) if first else None)
            yield variable, cells


def _place_of(codes: list[str] | None, leaves: list[str]) -> int:
    return leaves.index(codes[0]) if codes else len(leaves)
