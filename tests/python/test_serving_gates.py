"""Who may use the page on which a log is kept, and how the server begins and ends."""

from __future__ import annotations

import ast
import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sauro
from conftest import EXAMPLES, ROOT, refused
from sauro.command import main
from sauro.serving import _app
from served import FORM, HOST, NOW, PLAN, Page, copied

PLAN_FILE = EXAMPLES / "ke-hoach-phu-my.txt"


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(copied(tmp_path))


def test_nothing_is_shown_without_the_token(page: Page) -> None:
    for path in ("/", "", "/T0ke/", "/T0kenx/", "//T0ken/", "/t0ken/", "/Tộken/", "/row"):
        text = page.ask("GET", path)
        assert page.status == 403 and "Phú Mỹ" not in text, path
        page.ask("POST", path, b"status=done")
        assert page.status == 403, path
    page.get()
    assert page.status == 200


@pytest.mark.parametrize("host", ["evil.com:8000", "127.0.0.1", "localhost:8000", "", HOST + "."])
def test_a_name_that_leads_here_is_refused_even_with_the_token(page: Page, host: str) -> None:
    for method in ("GET", "POST"):
        text = page.ask(method, "/T0ken/", HTTP_HOST=host)
        assert page.status == 403 and "Phú Mỹ" not in text


@pytest.mark.parametrize("origin", ["http://evil.com", "null", "", f"https://{HOST}", HOST])
def test_a_form_of_another_page_is_refused(page: Page, origin: str) -> None:
    before = page.path.read_bytes()
    page.post(page.form(0, note="x"), HTTP_ORIGIN=origin)
    assert page.status == 403 and page.path.read_bytes() == before


def test_only_forms_of_a_size_are_taken(page: Page) -> None:
    form = page.form(0, note="x")
    before = page.path.read_bytes()
    body = urlencode(form).encode()
    refusals: list[tuple[int, bytes, dict[str, str]]] = [
        (413, b"note=" + b"x" * _app.MOST_BYTES, {}),
        (413, body, {"CONTENT_LENGTH": "-1"}),
        (413, body, {"CONTENT_LENGTH": ""}),
        (415, body, {"CONTENT_TYPE": "application/json"}),
        (415, body, {"CONTENT_TYPE": "text/plain"}),
        (400, b"note=%ff%fe", {}),
        (400, "note=\u0111".encode(), {}),
        (400, b"&".join(b"a%d=1" % n for n in range(100)), {}),
    ]
    for status, sent, more in refusals:
        page.ask("POST", "/T0ken/row", sent, **more)
        assert page.status == status, (status, more)
    for method in ("PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"):
        page.ask(method, "/T0ken/row", body, CONTENT_TYPE=FORM, HTTP_ORIGIN=f"http://{HOST}")
        assert page.status == 405
    for path in ("/T0ken/../../etc/passwd", "/T0ken/serve.html.j2", "/T0ken/row"):
        page.ask("GET", path)
        assert page.status == 404
    assert page.path.read_bytes() == before


def test_every_answer_forbids_what_a_page_does_not_need(page: Page) -> None:
    for path in ("/T0ken/", "/T0ken/style.css", "/T0ken/serve.js", "/", "/T0ken/x"):
        page.ask("GET", path)
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy and "form-action 'self'" in policy
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Referrer-Policy"] == "same-origin"


def test_the_page_asks_for_nothing_from_outside_and_names_every_input(page: Page) -> None:
    text = page.get() + page.ask("GET", "/T0ken/style.css") + page.ask("GET", "/T0ken/serve.js")
    assert not re.findall(r"https?://|@import|url\(|<script>|style=|\son\w+=", text)
    html = page.get()
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r' for="([^"]+)"', html)) <= ids
    shown = re.findall(r"<(?:input|select|textarea)(?![^>]*hidden)[^>]*>", html)
    named = re.findall(r'<label for="([^"]+)"', html)
    inside = re.findall(r"<label>[^<]*<(?:input|select)", html)
    assert len(shown) == len(named) + len(inside)


def test_the_name_is_kept_by_the_browser_alone(page: Page) -> None:
    page.post(page.form(0, note="x", who='Lan "Đỗ"; b'))
    cookie = page.headers["Set-Cookie"]
    assert "HttpOnly; SameSite=Strict" in cookie and "Path=/T0ken/" in cookie
    text = page.ask("GET", "/T0ken/", HTTP_COOKIE=cookie.split(";")[0])
    assert 'name="who" value="Lan &#34;Đỗ&#34;; b"' in text
    for bad in ("who=%00", "who=" + "x" * 4000, "a b;;=", "who"):
        page.ask("GET", "/T0ken/", HTTP_COOKIE=bad)
        assert page.status == 200


def test_a_fault_of_the_program_shows_no_traceback(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.desk, "view", lambda: 1 / 0)
    text = page.get()
    assert page.status == 500 and "ZeroDivisionError" in text and "Traceback" not in text


def test_a_log_that_became_unreadable_is_said(page: Page) -> None:
    page.path.write_text("Mã;Ngày;Tình trạng\n9.9;1/3/2026;Xong\n", encoding="utf-8")
    text = page.get()
    assert page.status == 409 and "9.9" in text
    page.path.unlink()
    assert "không có tệp này" in page.get()


# ---- the real server


NETWORK = {"socket", "socketserver", "http.server", "asyncio", "ssl", "urllib.request", "waitress"}
NETWORK |= {"distributed"}  # whose own sockets they are


def test_one_file_alone_and_dask_open_the_network_and_for_this_machine() -> None:
    found = {}
    for path in (ROOT / "python/sauro").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name in NETWORK or name.split(".")[0] in NETWORK for name in names):
                found[path.name] = path.read_text(encoding="utf-8")
    assert set(found) == {"_serve.py", "_cluster.py", "_run.py"}
    assert 'host="127.0.0.1"' in found["_cluster.py"] and "security=True" in found["_cluster.py"]
    assert (
        'HERE = "127.0.0.1"' in found["_serve.py"]
        and "create_server((HERE, port))" in found["_serve.py"]
    )


WATCHED = """
import sys

def watch(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.sendto", "socket.gethostbyname"):
        print(event, arguments[1], flush=True)

sys.addaudithook(watch)
from sauro.command import main
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def served(*arguments: object) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """A server in a process of its own: process, address, and what it did with the network."""
    command = [sys.executable, "-c", WATCHED, "serve", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]
        said = []
        for line in process.stdout:
            said.append(line.strip())
            if found := re.search(r"http://\S+/", line):
                try:
                    yield process, found[0], said
                finally:
                    process.kill()
                return
        raise AssertionError(process.stderr.read())


def answer(address: str, method: str = "GET", body: str = "", **headers: str) -> tuple[int, str]:
    host, _, path = address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request(method, f"/{path}", body, headers)
    got = connection.getresponse()
    text = got.read().decode()
    connection.close()
    return got.status, text


@pytest.mark.unsanitized
def test_the_command_serves_this_machine_alone_until_ctrl_c(tmp_path: Path) -> None:
    with served(PLAN_FILE, tmp_path / "so.csv") as (process, address, said):
        status, text = answer(address)
        assert status == 200 and "xã Phú Mỹ" in text and (tmp_path / "so.csv").exists()
        assert f"Đã ghi {tmp_path / 'so.csv'}" in said
        token = address.rstrip("/").rpartition("/")[2]
        assert len(token) == 32
        form = re.search(r'<form class="tick".*?</form>', text, flags=re.S)
        assert form is not None
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
        origin = address[: address.index(f"/{token}")]
        body = urlencode(fields)
        assert answer(f"{address}row", "POST", body, **{"Content-Type": FORM})[0] == 403
        good = {"Content-Type": FORM, "Origin": origin}
        assert answer(f"{address}row", "POST", body, **good)[0] == 303
        assert answer(f"{address}row", "POST", "x" * 70_000, **good)[0] == 413
        assert len(sauro.Progress.read(tmp_path / "so.csv")) == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        rest = process.stdout.read().splitlines() if process.stdout else []
        errors = process.stderr.read() if process.stderr else ""
    assert errors == "sauro: đã dừng theo Ctrl-C (stopped by Ctrl-C)\n"
    network = [line for line in [*said, *rest] if line.startswith("socket.")]
    assert network == ["socket.bind ('127.0.0.1', 0)"]


@pytest.mark.unsanitized
def test_two_servers_have_two_tokens_and_ports_that_are_taken_are_said(tmp_path: Path) -> None:
    with served(PLAN_FILE, tmp_path / "a.csv") as (_, first, _said):
        port = int(first.split(":")[2].split("/")[0])
        with served(PLAN_FILE, tmp_path / "b.csv") as (_, second, _other):
            assert first.rpartition(":")[2].split("/")[1] != second.rpartition(":")[2].split("/")[1]
        with refused(sauro.ValidationError, match=f"port {port} can't be had; choose another"):
            sauro.serve(PLAN, tmp_path / "c.csv", lambda: NOW, port=port)
    with refused(sauro.ValidationError, match="port 99999 can't be had"):
        sauro.serve(PLAN, tmp_path / "c.csv", lambda: NOW, port=99_999)


def test_without_the_package_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("waitress", "waitress.server"):
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["serve", str(PLAN_FILE), str(tmp_path / "so.csv")]) == 1
    assert "hãy chạy `pip install sauro[serve]`" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []  # nothing was begun


def test_the_log_is_never_the_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "ke-hoach.csv"
    plan.write_bytes(PLAN_FILE.read_bytes())
    assert main(["serve", str(plan), str(plan)]) == 1
    assert "[sauro 260]" in capsys.readouterr().err
    assert plan.read_bytes() == PLAN_FILE.read_bytes()


@pytest.mark.unsanitized
def test_clients_that_say_nothing_hold_nobody_up(tmp_path: Path) -> None:
    with served(PLAN_FILE, tmp_path / "so.csv") as (_, address, _said):
        host, port = address.removeprefix("http://").split("/")[0].split(":")
        silent = [socket.create_connection((host, int(port))) for _ in range(20)]
        for one in silent:
            one.sendall(b"POST / HTTP/1.1\r\n")
        begun = time.monotonic()
        assert answer(address)[0] == 200 and time.monotonic() - begun < 20
        for one in silent:
            one.close()
