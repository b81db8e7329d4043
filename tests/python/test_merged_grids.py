"""No character of a table is lost or counted twice, whatever is merged over what."""

import io
import random
import zipfile
from html import escape

import pytest
import sauro

HEADERS = [
    ["STT", "Nhiệm vụ", "Thời gian"],
    ["", "Nhiệm vụ", "Thời gian"],
    ["Nhiệm vụ", "Chủ trì"],
    ["STT", "Lĩnh vực", "Nhiệm vụ", "Thời hạn", "Ghi chú"],
    ["TT", "Nội dung", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2026"],
]
LABELS = ["1", "2", "1.1", "I", "II.", "A", "a)", "-", "(1)", "+"]
TEXTS = ["", "", "x", "x", "B", "- y", "CẢI CÁCH", "Cải cách thể chế", "rà soát", "1. Rà soát"]
OTHERS = [
    "I. Thể chế",
    "Tổng cộng",
    "Đạt 95%.",
    "nt",
    "Quý I",
    "30/6",
    "UBND xã",
    "2025",
    "%",
    "STT",
]
ONCE = [1, 1, 1, 1, 2, 3]

Grid = list[list[tuple[str, int, int]]]  # text, rows, columns of each cell


def grid_of(chance: random.Random) -> Grid:
    header = chance.choice(HEADERS)
    grid: Grid = [[(name, 1, 1) for name in header]]
    for _ in range(chance.randint(1, 7)):
        texts = chance.choices(LABELS + TEXTS + OTHERS, k=chance.randint(1, len(header) + 1))
        grid.append([(t, chance.choice(ONCE), chance.choice([*ONCE, len(header)])) for t in texts])
    return grid


def html_of(grid: Grid) -> str:
    def row(cells: list[tuple[str, int, int]]) -> str:
        return "".join(f'<td rowspan="{r}" colspan="{c}">{escape(t)}</td>' for t, r, c in cells)

    return "<table>" + "".join(f"<tr>{row(cells)}</tr>" for cells in grid) + "</table>"


def odt_of(grid: Grid) -> bytes:
    """A text whose merged cells lie over others, as no program writes but a file may say."""
    spans = 'table:number-rows-spanned="{}" table:number-columns-spanned="{}"'
    body = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell {spans.format(rows, columns)}><text:p>{text}</text:p>"
            "</table:table-cell>"
            for text, rows, columns in cells
        )
        + "</table:table-row>"
        for cells in grid
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            "<office:document-content><office:body><office:text><table:table>"
            f"{body}</table:table></office:text></office:body></office:document-content>",
        )
    return out.getvalue()


def lost(grid: Grid) -> tuple[int, int]:
    html = sauro.read_plan(text=html_of(grid), format="html")
    odt = sauro.read_plan(text=odt_of(grid), format="odt")
    return html.coverage.lost, odt.coverage.lost


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost_or_counted_twice(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(500):
        grid = grid_of(chance)
        assert lost(grid) == (0, 0), grid


def table(*rows: list[tuple[str, int, int]]) -> Grid:
    return [[(name, 1, 1) for name in HEADERS[0]], *rows]


@pytest.mark.parametrize("label", LABELS)
def test_a_text_repeated_beside_a_merged_number_is_counted_once(label: str) -> None:
    assert lost(table([(label, 2, 1)], [("x", 1, 1), ("x", 1, 1)])) == (0, 0)


@pytest.mark.parametrize("label", ["1", "II", "x"])
def test_a_text_repeated_around_a_merged_title_is_counted_once(label: str) -> None:
    merged = [("", 1, 1), ("B", 2, 1)]
    grid = table(merged, [(label, 1, 1), (label, 1, 1), (label, 1, 1)])
    assert lost(grid) == (0, 0)
    plan = sauro.read_plan(text=html_of(grid), format="html")
    assert [area.title for area in plan.annexes[0].areas].count("B") <= 1


def test_a_merged_title_stays_one_task_when_it_is_told_to_be_one() -> None:
    first = [("", 2, 1), ("Rà soát", 2, 1), ("Quý I", 1, 1)]
    page = html_of(table(first, [("Quý II", 1, 1)]))
    told = sauro.read_plan(text=page, format="html", corrections={"rows": {"Rà soát": "task"}})
    assert told.coverage.lost == 0
    assert [task.timeframe.text for task in told.tasks] == ["Quý I Quý II"]
