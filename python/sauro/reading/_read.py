"""Documents -> Plan."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sauro import _core
from sauro._base.errors import ParseError, error, say
from sauro._base.files import read_text

__all__ = ["read_plan"]

Agencies = str | os.PathLike[str] | Mapping[str, Iterable[str]] | Iterable[str]


def read_plan(
    path: str | os.PathLike[str] | None = None,
    *,
    text: str | bytes | None = None,
    format: str = "automatic",
    agencies: Agencies | None = None,
    sheets: str | Iterable[str] | None = None,
    limits: Mapping[str, int] | None = None,
    corrections: str | os.PathLike[str] | Mapping[str, Any] | None = None,
) -> _core.Plan:
    r"""Read a plan document.

    What is read but not understood is in ``plan.unread``, never dropped; ``plan.coverage`` has the
    figures.

    Parameters
    ----------
    path : path, optional
        A file: text with tab-separated tables, Markdown, HTML, docx or xlsx. The content decides
        which.
    text : str or bytes, optional
        The document itself, instead of a file; bytes for a docx or xlsx.
    format : {"automatic", "text", "markdown", "html", "docx", "xlsx"}
        Format of the content, where it should not be guessed.
    agencies : optional
        Names that win over the built-in register: a list of names, a mapping from names to other
        names, or the path of a JSON file ``{"agencies": [{"id", "name", "aliases"}]}``.
    sheets : str or list of str, optional
        Of a workbook: the sheets of these names; all by default, each of which is an annex.
    limits : mapping of str to int, optional
        Other limits than the defaults: ``bytes``, ``unpacked_bytes``, ``cell_bytes``, ``rows``,
        ``columns``, ``cells``, ``depth``, ``attributes``.
    corrections : path or mapping, optional
        What a person has settled: a file that ``plan.to_corrections()`` or ``sauro read
        --corrections-to`` began, or its content. It wins over what is read; what fits nowhere is
        in ``plan.remarks``.

    Returns
    -------
    Plan

    Raises
    ------
    NotFoundError
        There is no such file, or no sheet of that name.
    ParseError
        The content is no plan document in a known format; ``code`` says why, ``where`` the place.
    ValidationError
        The corrections have another shape; all problems at once.

    Examples
    --------
    >>> import sauro
    >>> table = "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Rà soát TTHC | Phòng Kinh tế |"
    >>> sauro.read_plan(text=table).tasks[0]
    Task('1.1', 'Rà soát TTHC')
    >>> own = {"columns": [{"header": "Việc của xã", "value": "title"}]}
    >>> table = table.replace("Nhiệm vụ", "Việc của xã")
    >>> sauro.read_plan(text=table, corrections=own).tasks[0].title
    'Rà soát TTHC'
    """
    if (path is None) == (text is None):
        raise TypeError("read_plan takes either a path or text=..., one of the two")
    names = _entries(agencies)
    bounds = _limits(limits)
    chosen = [sheets] if isinstance(sheets, str) else list(sheets or [])
    settled = _corrections(corrections)
    if path is not None:
        return _core.read_file(Path(path), format, names, bounds, chosen, settled)
    content = text if isinstance(text, bytes) else _encode(str(text))
    return _core.read_bytes(content, format, names, bounds, chosen, settled)


def _encode(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as why:
        line = text.count("\n", 0, why.start) + 1
        column = why.start - (text.rfind("\n", 0, why.start) + 1) + 1
        problem = say(
            "một nửa ký tự (surrogate) không phải là chữ; hãy giải mã tệp với errors='strict' và "
            "đúng bảng mã",
            "a lone surrogate, which is no character; decode the file with errors='strict' and "
            "the right encoding",
        )
        raise error(ParseError, 106, f"line {line}, column {column}", [problem]) from None


def _entries(agencies: Agencies | None) -> list[tuple[str, str, list[str]]]:
    if agencies is None:
        return []
    if isinstance(agencies, Mapping):
        return [("", name, list(aliases)) for name, aliases in agencies.items()]
    if isinstance(agencies, str | os.PathLike):
        return _core.agencies_from_json(read_text(agencies))
    return [("", name, []) for name in agencies]


def _corrections(given: str | os.PathLike[str] | Mapping[str, Any] | None) -> str | None:
    if given is None:
        return None
    if isinstance(given, Mapping):
        return json.dumps({"schema": "sauro/corrections/1"} | dict(given), ensure_ascii=False)
    return read_text(given)


def _limits(limits: Mapping[str, int] | None) -> _core.ReadLimits:
    bounds = _core.ReadLimits()
    for name, value in (limits or {}).items():
        if not hasattr(bounds, name) or name.startswith("_"):
            known = ", ".join(n for n in dir(bounds) if not n.startswith("_"))
            raise TypeError(f"unknown limit {name!r}; the limits are {known}")
        setattr(bounds, name, value)
    return bounds
