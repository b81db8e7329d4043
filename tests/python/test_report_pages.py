"""Pages of reports: on a screen, on a phone, in the dark, printed, and without a script."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
import sauro
from conftest import SAMPLES
from test_report_books import contrast

DAY = date(2026, 7, 10)
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
# what a page looks like in a frame of a width: how far it reaches, small letters, weak colours
MEASURE = """
const linear = v => v <= 10 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const look = (frame, width) => {
  const page = frame.contentDocument, view = frame.contentWindow;
  const small = [], weak = [], cut = [];
  page.querySelectorAll("details").forEach(part => { part.open = true; });
  for (const table of page.querySelectorAll(".scroll:not(.chart)"))
    if (table.scrollWidth > table.clientWidth + 1) cut.push(table.textContent);
  for (const one of page.querySelectorAll("body *")) {
    const own = [...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const unseen = !one.getClientRects().length || one.closest("script, title, desc");
    if (!own || unseen) continue;
    const style = view.getComputedStyle(one), picture = one.closest("svg");
    const box = picture ? picture.getBoundingClientRect() : one.getBoundingClientRect();
    const scale = picture ? box.width / picture.viewBox.baseVal.width : 1;
    if (parseFloat(style.fontSize) * scale < 12) small.push(one.textContent);
    if (picture) continue;
    let under = one, ground = [0, 0, 0, 0];
    while (under && ground.length > 3 && ground[3] === 0) {
      ground = rgb(view.getComputedStyle(under).backgroundColor);
      under = under.parentElement;
    }
    const both = [light(rgb(style.color)), light(ground)].sort((x, y) => y - x);
    if ((both[0] + 0.05) / (both[1] + 0.05) < 4.5) weak.push(one.textContent);
    const over = style.display !== "inline" && one.scrollWidth > one.clientWidth + 1;
    if (over || (!one.closest(".scroll, .chart") && box.right > width + 1))
      cut.push(one.textContent);
  }
  return { reach: page.documentElement.scrollWidth, small, weak, cut,
           head: [...page.querySelectorAll(".rows thead")].map(e => e.getClientRects().length),
           first: page.querySelector(".card b").getBoundingClientRect().bottom,
           tools: page.querySelector(".tools").hidden };
};
"""


def page_of(path: Path, **options: Any) -> str:
    return str(sauro.report(sauro.read_plan(path), as_of=DAY, since="2026-06-26", **options))


def looks(folder: Path, page: str, width: int, *, script: bool = True) -> dict[str, Any]:
    """Show a page in a frame of a headless browser."""
    frame = f'sandbox="allow-same-origin{" allow-scripts" if script else ""}"'
    shape = f"border:0;width:{width}px;height:3000px"
    text = (
        f'<iframe {frame} style="{shape}" srcdoc="{html.escape(page)}">'
        f"</iframe><pre></pre><script>{MEASURE} const frame = document.querySelector('iframe');"
        "frame.onload = () => { document.querySelector('pre').textContent ="
        f" JSON.stringify(look(frame, {width})); }};</script>"
    )
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")
    more = ("--window-size=1400,900", "--virtual-time-budget=20000")
    command = [BROWSER, *options, *more, file.as_uri()]
    shown = subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode()
    answer = html.unescape(shown.rpartition("<pre>")[2].partition("</pre>")[0])
    found: dict[str, Any] = json.loads(answer)
    return found


@pytest.mark.unsanitized
@pytest.mark.skipif(not BROWSER, reason="needs a headless browser")
@pytest.mark.parametrize(("width", "scheme"), list(product((1280, 390), ("light", "dark"))))
def test_a_page_fits_and_can_be_read(sample: Path, width: int, scheme: str, tmp_path: Path) -> None:
    page = page_of(sample, findings=sauro.check(sauro.read_plan(sample)))
    if scheme == "dark":
        page = page.replace("(prefers-color-scheme: dark)", "(min-width: 1px)")
    found = looks(tmp_path, page, width)
    assert found["reach"] <= width
    assert not found["small"] and not found["weak"] and not found["cut"]
    assert set(found["head"]) == ({0} if width == 390 else {1})  # a phone shows cards
    assert found["first"] < 850  # the counts are on the first screen
    assert not found["tools"]


@pytest.mark.unsanitized
@pytest.mark.skipif(not BROWSER, reason="needs a headless browser")
def test_the_filter_is_not_shown_where_it_does_not_work(tmp_path: Path) -> None:
    assert looks(tmp_path, page_of(SAMPLES[0]), 1280, script=False)["tools"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_list_of_contents_leads_to_every_part(sample: Path, language: Any) -> None:
    page = page_of(sample, language=language, findings=sauro.check(sauro.read_plan(sample)))
    nav = page[page.index("<nav") : page.index("</nav>")]
    listed = re.findall(r'href="#([^"]+)"', nav)
    assert len(listed) == len(set(listed)) >= 8
    heads = re.findall(r'<h2 id="([^"]+)"', page)
    assert listed == heads
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_cells_of_cards_have_the_names_of_their_columns() -> None:
    page = page_of(SAMPLES[0])
    register = page[page.index('id="so"') :]
    head = re.findall(r"<th>([^<]+)</th>", register)[:7]
    row = register[register.index('<tr class="task') :]
    names = re.findall(r'data-name="([^"]+)"', row[: row.index("</tr>")])
    assert names == [*head[2:]]


def test_a_page_is_printed_on_its_side_with_nothing_cut() -> None:
    page = page_of(SAMPLES[0])
    printed = page[page.index("@media print") : page.index("</style>")]
    for rule in ("A4 landscape", "overflow: visible", "table-header-group", "break-inside: avoid"):
        assert rule in printed


def charts(page: str) -> list[ET.Element]:
    return [ET.fromstring(one) for one in re.findall(r"<svg.*?</svg>", page, flags=re.S)]


def two_years() -> sauro.Board:
    head = "Số: 2/KH-UBND\n\nX, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n\nNăm 2026\n\n"
    table = "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    rows = "1\tA\t\tPhòng A\t12/2026\n2\tB\t\tPhòng A\t12/2027\n3\tC\t\tPhòng B\t6/2026\n"
    plan = sauro.read_plan(text=head + table + rows)
    return sauro.track(sauro.schedule(plan), sauro.Progress(), DAY)


def test_the_same_month_of_two_years_is_two_columns_with_their_years() -> None:
    board = two_years()
    page = str(sauro.report(sauro.datasets.plan("phu-my"), board=board))
    heat = charts(page)[1]
    words = ["".join(one.itertext()) for one in heat.iter("text")]
    assert words.count("T12") == 2 and {"2026", "2027"} <= set(words)


@pytest.mark.parametrize("board", ["phu-my", "two years"])
def test_numbers_on_a_heat_map_can_be_read(board: str) -> None:
    plan = sauro.datasets.plan("phu-my")
    made = two_years() if board == "two years" else sauro.track(
        sauro.schedule(plan), sauro.datasets.progress("phu-my"), DAY
    )  # fmt: skip
    heat = charts(str(sauro.report(plan, board=made)))[1]
    parts = list(heat)
    pairs = 0
    for cell, number in pairwise(parts):
        if cell.tag == "rect" and number.tag == "text":
            assert contrast(str(cell.get("fill")), str(number.get("fill"))) >= 4.5
            pairs += 1
    assert pairs


def test_pictures_have_axes() -> None:
    page = page_of(SAMPLES[-1])
    burn_up, heat, *gantts = charts(page)
    numbers = [text for one in burn_up.iter("text") if (text := "".join(one.itertext())).isdigit()]
    assert "0" in numbers and len(numbers) >= 2
    for chart in (burn_up, heat, *gantts):
        words = ["".join(one.itertext()) for one in chart.iter("text")]
        assert any("2026" in word for word in words), words[:5]
