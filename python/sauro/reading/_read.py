"""Documents -> Plan."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from sauro import _core
from sauro._base.errors import ParseError, error, say
from sauro._base.limits import limits_of
from sauro.reading._kinds import OLD_OFFICE, kind_of
from sauro.reading._options import Agencies, Corrections, corrections_of, entries_of

__all__ = ["read_plan"]


def read_plan(
    path: str | os.PathLike[str] | None = None,
    *,
    text: str | bytes | None = None,
    format: str = "automatic",
    agencies: Agencies | None = None,
    sheets: str | Iterable[str] | None = None,
    limits: Mapping[str, int] | None = None,
    corrections: Corrections | None = None,
) -> _core.Plan:
    r"""Read a plan document.

    What is read but not understood is in ``plan.unread``, never dropped; ``plan.coverage`` has the
    figures.

    Parameters
    ----------
    path : path, optional
        A file: text with tab-separated tables, Markdown, HTML, csv, docx, xlsx, odt or ods; with
        ``sauro[pdf]`` PDF, with ``sauro[ocr]`` and tesseract scans and pictures, with LibreOffice
        doc, rtf, xls and ppt. The content decides which.
    text : str or bytes, optional
        The document itself, instead of a file; bytes for a docx, xlsx, odt or ods.
    format : {"automatic", "text", "markdown", "html", "csv", "docx", "xlsx", "odt", "ods"}
        Format of the content, where it should not be guessed.
    agencies : optional
        Names that win over the built-in register: a list of names, a mapping from names to other
        names, or the path of a JSON file ``{"agencies": [{"id", "name", "aliases"}]}``.
    sheets : str or list of str, optional
        Of a workbook: the sheets of these names; all by default, each of which is an annex.
    limits : mapping of str to int, optional
        Other limits than the defaults: ``bytes``, ``unpacked_bytes``, ``cell_bytes``, ``rows``,
        ``columns``, ``cells``, ``depth``, ``attributes``; of a PDF ``pages`` and ``seconds``.
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
    names = entries_of(agencies)
    bounds, outside = limits_of(limits)
    chosen = [sheets] if isinstance(sheets, str) else list(sheets or [])
    source = Path(path) if path is not None else _encoded(text)
    settled = corrections_of(corrections)
    given = partial(_foreign, source, names, bounds, chosen, settled, outside)
    if format == "automatic" and (kind := kind_of(source)):
        return given(kind)
    try:
        if isinstance(source, Path):
            return _core.read_file(source, format, names, bounds, chosen, settled)
        return _core.read_bytes(source, format, names, bounds, chosen, settled)
    except ParseError as wrong:
        if format != "automatic" or wrong.code not in OLD_OFFICE:
            raise
    return given("office")


def _foreign(
    source: Path | bytes,
    agencies: list[tuple[str, str, list[str]]],
    bounds: _core.ReadLimits,
    sheets: list[str],
    corrections: str | None,
    outside: dict[str, int],
    kind: str,
) -> _core.Plan:
    from sauro.reading._foreign import Given, read_foreign  # most documents don't wait for it

    name = source.name if isinstance(source, Path) else ""
    return read_foreign(source, kind, Given(name, agencies, bounds, sheets, corrections, **outside))


def _encoded(text: str | bytes | None) -> bytes:
    if isinstance(text, bytes):
        return text
    text = str(text)
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
