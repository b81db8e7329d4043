"""Who writes a report on a plan, of what, and who signs it: as the plan's own document says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sauro._base.words import Words
from sauro.reporting._capitals import in_running_text

if TYPE_CHECKING:
    from sauro._core import Plan

__all__ = ["Letter", "letter_of"]


@dataclass(frozen=True)
class Letter:
    """What stands around the text of an official document; `[…]` is to be filled in by hand."""

    authority: tuple[str, ...]  # the lines of its name
    issuer: str
    number: str
    place: str
    plan: str  # kind, number, day and issuer
    subject: str
    recipients: tuple[str, ...]
    roles: tuple[str, ...]  # in whose name and in which office is signed
    signer: str


def letter_of(plan: Plan, words: Words) -> Letter:
    """Take from a plan's document what a report on it says of itself."""
    document = plan.document
    issuer = in_running_text(document.issuer, document.place) or words("[cơ quan ban hành]")
    named = _named(document, issuer, words)
    signed = [line for line in document.closing if not re.match(r"\(|nơi nhận", line, re.I)]
    recipients = [line.strip(" -;.") for line in document.recipients] or ["[…]"]
    ends = [";"] * (len(recipients) - 1) + ["."]
    roles = [line.upper() for line in signed]
    return Letter(
        authority=_authority(plan, words),
        issuer=issuer,
        number=f"       /BC-{_body_of(document.number)}",
        place=document.place or words("[địa danh]"),
        plan=named,
        subject=words("Kết quả thực hiện {plan}", plan=named),
        recipients=tuple(f"- {line}{end}" for line, end in zip(recipients, ends, strict=True)),
        roles=tuple(roles) or (words("[THẨM QUYỀN KÝ]"), words("[CHỨC VỤ NGƯỜI KÝ]")),
        signer=document.signer or words("[Họ và tên người ký]"),
    )


def _body_of(number: str) -> str:
    """Give the sign of who issues a document, as its number ends with it."""
    return number.rsplit("-", 1)[-1] if "-" in number else "[…]"


def _authority(plan: Plan, words: Words) -> tuple[str, ...]:
    """Give the lines of the issuer's name as the letterhead of the plan parts them."""
    document = plan.document
    name = document.issuer.upper()
    lines = [line.upper() for line in document.heading]
    for first in range(len(lines)):
        for last in range(first + 2, min(first + 4, len(lines) + 1)):
            if name and " ".join(lines[first:last]) == name:
                return tuple(lines[first:last])
    bodies = [agency.name.upper() for agency in plan.agencies]
    bodies += [line.upper().partition(" ")[2] for line in document.closing]  # TM. ỦY BAN NHÂN DÂN
    for body in sorted(bodies, key=len, reverse=True):
        if body and name.startswith(body + " "):
            return body, name[len(body) + 1 :]
    return (name or words("[CƠ QUAN BAN HÀNH]"),)


def _named(document: Any, issuer: str, words: Words) -> str:
    """Name a plan in full: "Kế hoạch số 21/KH-UBND ngày 15 tháng 01 năm 2026 của …"."""
    title = document.heading[-1] if document.heading else ""
    kind = title.capitalize() if title.isupper() and title.isprintable() else ""
    if not kind or re.search(r"\d", kind) or title == document.issuer:
        kind = words("Kế hoạch") if document.kind in ("KH", "") else document.kind
    number = document.number or "[…]"
    return words(
        "{kind} số {number} {day} của {issuer}",
        kind=kind,
        number=number,
        day=words.formal_day(document.date),
        issuer=issuer,
    )
