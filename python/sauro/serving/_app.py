"""Requests and answers: who may ask, what is taken, what is given back."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, unquote

from sauro._base.errors import Error, NotFoundError
from sauro._base.words import words_in
from sauro.serving._desk import Conflict, Desk
from sauro.serving._filter import Filter
from sauro.serving._page import asset, page_of
from sauro.serving._values import report_of, who_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

__all__ = ["MOST_BYTES", "App"]

MOST_BYTES = 65_536  # of a form
MOST_FIELDS = 40
HTML, PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
HEADERS = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),  # "no-referrer" would take the origin from forms
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
]
Answer = tuple[HTTPStatus, str, bytes, list[tuple[str, str]]]


class App:
    """The page and its form, for whoever knows the token, from this machine, from no other page."""

    def __init__(self, desk: Desk, token: str) -> None:
        self._desk, self.token = desk, token
        self._words = words_in(desk.language)
        self.host = ""  # with the port, once it is known

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        try:
            status, kind, body, more = self._answer(environ)
        except Exception as fault:  # of the program: said to who looks, with no traceback
            text = self._words("lỗi của chương trình, xin báo lại: {}").format(type(fault).__name__)
            status, kind, body, more = HTTPStatus.INTERNAL_SERVER_ERROR, PLAIN, text.encode(), []
        length = ("Content-Length", str(len(body)))
        start(f"{status.value} {status.phrase}", [("Content-Type", kind), length, *HEADERS, *more])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _answer(self, environ: WSGIEnvironment) -> Answer:
        if environ.get("HTTP_HOST") != self.host:  # a name that was made to lead here
            return self._refused(HTTPStatus.FORBIDDEN, "Máy chủ này chỉ trả lời tại địa chỉ đã in.")
        token, _, name = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode()):
            return self._refused(HTTPStatus.FORBIDDEN, "Hãy mở đúng địa chỉ mà lệnh đã in ra.")
        asked = environ["REQUEST_METHOD"], name
        if asked[0] in ("GET", "HEAD"):
            return self._get(asked[1], environ)
        if asked == ("POST", "row"):
            return self._post(environ)
        return self._refused(HTTPStatus.METHOD_NOT_ALLOWED, "Không làm được việc này.")

    def _refused(self, status: HTTPStatus, why: str) -> Answer:
        return status, PLAIN, self._words(why).encode(), []

    def _get(self, name: str, environ: WSGIEnvironment) -> Answer:
        if name:
            found = asset(name)
            if found is None:
                return self._refused(HTTPStatus.NOT_FOUND, "Không có trang này.")
            return HTTPStatus.OK, found[1], found[0], []
        wanted = Filter.of(_fields(environ.get("QUERY_STRING", "")))
        return self._page(HTTPStatus.OK, wanted, who=_who(environ))

    def _page(self, status: HTTPStatus, wanted: Filter, **options: Any) -> Answer:
        try:
            view = self._desk.view()
        except Error as wrong:  # somebody else made it unreadable
            text = wrong.to_text(self._desk.language)
            return HTTPStatus.CONFLICT, PLAIN, text.encode("utf-8", "replace"), []
        page = page_of(self._desk, view, wanted, **options)
        return status, HTML, page.encode("utf-8", "replace"), []

    def _post(self, environ: WSGIEnvironment) -> Answer:
        if environ.get("HTTP_ORIGIN") != f"http://{self.host}":
            why = "Biểu mẫu này không đến từ trang đã mở."
            return self._refused(HTTPStatus.FORBIDDEN, why)
        size = environ.get("CONTENT_LENGTH") or ""
        if not size.isdecimal() or int(size) > MOST_BYTES:
            return self._refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Biểu mẫu quá dài.")
        if not environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
            return self._refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Đây không phải là biểu mẫu.")
        try:
            form = _fields(environ["wsgi.input"].read(int(size)).decode("ascii"))
        except ValueError:
            return self._refused(HTTPStatus.BAD_REQUEST, "Không đọc được biểu mẫu.")
        return self._changed(form)

    def _changed(self, form: dict[str, str]) -> Answer:
        wanted = Filter.of(_fields(form.get("back", "")))
        task, occurrence = form.get("task", ""), form.get("occurrence", "")
        shown: dict[str, Any] = {"given": form, "row": self._desk.number(task, occurrence)}
        try:
            shown["who"] = who = who_of(form, self._desk.language)
            given = report_of(form, self._desk.today, self._desk.language)
            row = self._desk.change(task, occurrence, form.get("version", ""), given, who)
        except Conflict:
            text = self._words("Người khác vừa sửa dòng này; chưa ghi gì. Hãy xem lại rồi lưu.")
            return self._page(HTTPStatus.CONFLICT, wanted, message=text, is_conflict=True, **shown)
        except NotFoundError as wrong:
            text = wrong.problems[0].to_text(self._desk.language)
            return self._page(HTTPStatus.NOT_FOUND, wanted, message=text)
        except Error as wrong:
            text = "\n".join(one.to_text(self._desk.language) for one in wrong.problems)
            return self._page(HTTPStatus.BAD_REQUEST, wanted, message=text, **shown)
        query = wanted.query()
        place = f"/{self.token}/{'?' * bool(query)}{query}#r{row.number}"
        cookie = f"who={quote(who)}; Path=/{self.token}/; HttpOnly; SameSite=Strict"
        return HTTPStatus.SEE_OTHER, PLAIN, b"", [("Location", place), ("Set-Cookie", cookie)]


def _fields(text: str) -> dict[str, str]:
    """Give the fields of a form or an address; the first of several of one name."""
    found = parse_qsl(
        text[: MOST_BYTES * 2], keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"
    )
    return dict(reversed(found))


def _who(environ: WSGIEnvironment) -> str:
    """Give the name that this browser used last."""
    try:
        cookie = SimpleCookie(environ.get("HTTP_COOKIE", "")).get("who")
        return who_of({"who": unquote(cookie.value)}, "vi") if cookie else ""
    except (CookieError, Error):
        return ""
