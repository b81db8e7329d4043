"""The page on which a log is kept, in a real browser: on two screens, with and without a script."""

from __future__ import annotations

import html
import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from served import Page, copied
from test_report_pages import BROWSER

needs_browser = pytest.mark.skipif(not BROWSER, reason="needs a headless browser")

MEASURE = """
const linear = v => v <= 10 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const look = () => {
  const small = [], weak = [], cut = [], bare = [];
  document.querySelectorAll("details").forEach(part => { part.open = true; });
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const input = one.matches("input:not([type=hidden]), select, textarea");
    if (input && !one.labels.length) bare.push(one.outerHTML);
    if ((!own && !input) || !one.getClientRects().length) continue;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (parseFloat(style.fontSize) < 12) small.push(one.outerHTML);
    let under = one, ground = [0, 0, 0, 0];
    while (under && ground.length > 3 && ground[3] === 0) {
      ground = rgb(getComputedStyle(under).backgroundColor);
      under = under.parentElement;
    }
    const both = [light(rgb(style.color)), light(ground)].sort((x, y) => y - x);
    if ((both[0] + 0.05) / (both[1] + 0.05) < 4.5) weak.push(one.outerHTML);
    if (box.right > innerWidth + 1) cut.push(one.outerHTML);
  }
  return { small, weak, cut, bare, reach: document.documentElement.scrollWidth,
           width: innerWidth, first: document.querySelector(".row").getBoundingClientRect().top };
};
"""
WAIT = """
const until = async test => { for (let i = 0; i < 400 && !test(); i++)
  await new Promise(done => setTimeout(done, 25)); return test(); };
const tell = found => { const place = document.createElement("pre"); place.id = "found";
  place.textContent = JSON.stringify(found); parent.document.body.append(place); };
"""


# what the tests add to the page's rules: their script, and a frame as wide as a phone
OWN, FRAMED = ("script-src", "script-src 'unsafe-inline'"), ("ancestors 'none'", "ancestors 'self'")
FRAME = '<body><iframe style="border:0;width:{}px;height:3000px" src="/{}/"></iframe>'


@contextmanager
def listening(page: Page, script: str, **swaps: str) -> Iterator[str]:
    """The page on a real server, with a script of the test beside its own."""
    from waitress.server import create_server

    def app(environ: Any, start: Any) -> Any:
        def begin(status: str, headers: list[tuple[str, str]]) -> None:
            kept = [one for one in headers if one[0] not in ("Content-Length", "X-Frame-Options")]
            start(status, [(name, value.replace(*OWN).replace(*FRAMED)) for name, value in kept])

        if environ["PATH_INFO"] == "/frame":
            begin("200 OK", [("Content-Type", "text/html")])
            return [FRAME.format(environ["QUERY_STRING"], page.app.token).encode()]
        body = b"".join(page.app(environ, begin))
        added = f"<script>{script}</script></body>".encode()
        if environ["REQUEST_METHOD"] == "GET":
            body = body.replace(b"</body>", added)
        for old, new in swaps.items():
            body = body.replace(f"({old.replace('_', '-')}: dark)".encode(), new.encode())
        return [body]

    server = create_server(app, host="127.0.0.1", port=0)
    page.app.host = f"127.0.0.1:{server.effective_port}"
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://{page.app.host}"
    finally:
        server.close()
        thread.join()
        server.task_dispatcher.shutdown()


def shown(address: str) -> str:
    """The document as the browser has it in the end."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--hide-scrollbars")
    more = ("--window-size=1400,900", "--virtual-time-budget=20000")
    command = [BROWSER, *options, *more, address]
    return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode()


def found(document: str) -> Any:
    text = document.rpartition('<pre id="found">')[2].partition("</pre>")[0]
    return json.loads(html.unescape(text))


@pytest.mark.unsanitized
@needs_browser
@pytest.mark.parametrize(("width", "scheme"), list(product((1280, 390), ("light", "dark"))))
def test_the_page_fits_and_can_be_read(width: int, scheme: str, tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    swap = {"prefers_color_scheme": "(min-width: 1px)"} if scheme == "dark" else {}
    script = f"{MEASURE}{WAIT} addEventListener('load', () => tell(look()));"
    with listening(page, script, **swap) as address:
        seen = found(shown(f"{address}/frame?{width}"))
    assert seen["width"] == width and seen["reach"] <= width
    assert not seen["small"] and not seen["weak"] and not seen["cut"] and not seen["bare"]
    assert seen["first"] < 900


TICK = f"""{WAIT}
addEventListener("load", async () => {{
  const kept = document.querySelector("#r4 [name=note]");
  kept.value = "chưa lưu";
  document.querySelector("#r3 .tick button").click();
  await until(() => document.querySelector("#r3 .state").textContent.includes("hoàn thành"));
  const tick = document.getElementById("said").textContent, at = document.activeElement.tagName;
  const form = document.querySelector("#r3 .report");
  form.elements.result.value = "đã gửi <b>"; form.elements.who.value = "Lan";
  form.requestSubmit();
  await until(() => document.querySelector("#r3").textContent.includes("đã gửi <b>"));
  const other = document.querySelector("#r5 .report");
  other.elements.percent.value = "140"; other.requestSubmit();
  await until(() => document.querySelector("#r5 .message"));
  tell({{ tick, at, kept: document.querySelector("#r4 [name=note]").value,
         message: document.getElementById("said").textContent,
         typed: document.querySelector("#r5 [name=percent]").value,
         who: document.querySelector("#r7 [name=who]").value,
         address: location.search + location.hash }});
}});"""


@pytest.mark.unsanitized
@needs_browser
def test_a_row_is_saved_where_it_stands(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    with listening(page, TICK) as address:
        seen = found(shown(f"{address}/{page.app.token}/"))
    assert seen["tick"] == "Đã ghi vào sổ." and seen["at"] == "SUMMARY"
    assert seen["kept"] == "chưa lưu" and seen["address"] == ""  # nothing was loaded anew
    assert "từ 0 đến 100" in seen["message"] and seen["typed"] == "140"
    assert seen["who"] == "Lan"
    entry = page.row(3).entry
    assert entry is not None
    assert (entry.status, entry.result, entry.who) == ("done", "đã gửi <b>", "Lan")
    assert [line[4] for line in page.history()] == ["Tình trạng", "Ngày thực hiện", "Kết quả"]


PLAIN = """addEventListener("load", () => {
  if (location.hash) return;
  const form = document.querySelector("#r3 .report");
  form.elements.status.value = "done"; form.elements.result.value = "gửi thẳng";
  HTMLFormElement.prototype.submit.call(form);  // as where no script runs
});"""


@pytest.mark.unsanitized
@needs_browser
def test_forms_work_where_the_script_does_not(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    with listening(page, PLAIN) as address:
        text = shown(f"{address}/{page.app.token}/")
    assert "gửi thẳng" in text
    entry = page.row(3).entry
    assert entry is not None and (entry.status, entry.result) == ("done", "gửi thẳng")


TWO = f"""{WAIT}
addEventListener("load", async () => {{
  const old = document.querySelector("#r3 [name=version]").value;
  const first = document.querySelector("#r3 .report");
  first.elements.result.value = "của người thứ nhất"; first.requestSubmit();
  await until(() => document.querySelector("#r3 [name=version]").value !== old);
  const second = document.querySelector("#r3 .report");  // a page that was loaded before that
  second.elements.version.value = old; second.elements["was-result"].value = "";
  second.elements.result.value = "của người thứ hai"; second.requestSubmit();
  await until(() => document.querySelector("#r3 .now"));
  tell({{ now: document.querySelector("#r3 .now").textContent, at: document.activeElement.name,
         mine: document.querySelector("#r3 [name=result]").value,
         message: document.getElementById("said").textContent }});
}});"""


@pytest.mark.unsanitized
@needs_browser
def test_who_was_slower_sees_both_values(tmp_path: Path) -> None:
    page = Page(copied(tmp_path))
    with listening(page, TWO) as address:
        seen = found(shown(f"{address}/{page.app.token}/"))
    assert seen["now"] == "đang ghi trong sổ: của người thứ nhất"
    assert seen["mine"] == "của người thứ hai" and "Người khác vừa sửa" in seen["message"]
    assert seen["at"] == "result"
    entry = page.row(3).entry
    assert entry is not None and entry.result == "của người thứ nhất"
