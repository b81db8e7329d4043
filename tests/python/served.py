"""What tests of the page on which a log is kept share: a desk, and requests without a socket."""

from __future__ import annotations

import csv
import io
import re
import shutil
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import sauro
from conftest import EXAMPLES
from sauro.serving._app import App
from sauro.serving._desk import Desk, Row

PLAN = sauro.read_plan(EXAMPLES / "ke-hoach-phu-my.txt")
LOG = EXAMPLES / "tien-do-phu-my.csv"
NOW = datetime(2026, 7, 10, 9, 30)
HOST = "127.0.0.1:8000"
FORM = "application/x-www-form-urlencoded"


class Page:
    """A desk with its page; requests are handed to it as a server does."""

    def __init__(self, path: Path, plan: sauro.Plan = PLAN, **options: Any) -> None:
        self.path = path
        self.desk = Desk(plan, path, options.pop("clock", lambda: NOW), **options)
        self.app = App(self.desk, "T0ken")
        self.app.host = HOST
        self.status = 0
        self.headers: dict[str, str] = {}

    def ask(self, method: str, path: str, body: bytes = b"", **more: str) -> str:
        """Send a request; what it gives back is kept in `status` and `headers`."""
        path, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": HOST,
            "wsgi.input": io.BytesIO(body),
        }
        if method == "POST":
            length = str(len(body))
            environ |= {"CONTENT_LENGTH": length, "CONTENT_TYPE": FORM}
            environ["HTTP_ORIGIN"] = f"http://{HOST}"
        environ |= more

        def start(status: str, headers: list[tuple[str, str]]) -> None:
            self.status, self.headers = int(status.split()[0]), dict(headers)

        return b"".join(self.app(environ, start)).decode()  # type: ignore[arg-type]

    def get(self, query: str = "") -> str:
        return self.ask("GET", f"/T0ken/?{query}")

    def post(self, form: dict[str, str], **more: str) -> str:
        return self.ask("POST", "/T0ken/row", urlencode(form).encode(), **more)

    def row(self, number: int) -> Row:
        return self.desk.view().rows[number]

    def form(self, number: int, **fields: str) -> dict[str, str]:
        """The form of a row, as a browser that has just loaded the page fills it in."""
        page = self.get(f"words={self.row(number).standing.task}")
        part = page[page.index(f'id="r{number}"') :]
        form = part[part.index('<form class="report"') : part.index("</details>")]
        shown = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', form))
        shown = {name: unescape(value) for name, value in shown.items()}
        asked = {name[4:]: value for name, value in shown.items() if name.startswith("was-")}
        return {**shown, **asked, "who": "Lan", **fields}

    def save(self, number: int, **fields: str) -> str:
        return self.post(self.form(number, **fields))

    def history(self) -> list[list[str]]:
        path = self.path.with_name(self.path.name + ".lich-su.csv")
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        return list(csv.reader(io.StringIO(text, newline="")))[1:]

    def log(self) -> sauro.Progress:
        return sauro.Progress.read(self.path, year=2026)

    def alert(self, page: str) -> str:
        found = re.search(r'role="alert">(.*?)</p>', page, flags=re.S)
        return unescape(found[1]) if found else ""


def copied(folder: Path, name: str = "tien-do.csv") -> Path:
    """The example log, where it may be written to."""
    return Path(shutil.copy(LOG, folder / name))
