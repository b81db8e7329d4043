"""Which tasks of a higher plan may have an answer, to count and to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from sauro import _core
from sauro._base.choice import choice
from sauro._base.pickles import require_version
from sauro._base.shown import visible
from sauro._base.words import LANGUAGES, Language, Words, words_in
from sauro._core import Document
from sauro.comparing._comparison import KIND_NAMES, named, short
from sauro.comparing._items import Kind
from sauro.comparing._listed import Listed
from sauro.comparing._targets import Aim
from sauro.table._table import Table

__all__ = ["Answer", "Answers", "Found"]

Found = Literal["likely", "unclear", "none"]
FOUND: dict[Found, str] = {
    "none": "chưa thấy",
    "unclear": "cần người xem",
    "likely": "có thể đã có",
}
AIMS: dict[Aim, str] = {
    "": "",
    "as_high": "chỉ tiêu không thấp hơn",
    "lower": "chỉ tiêu thấp hơn",
    "unknown": "chưa thấy con số",
}
CAUTION = "So theo chữ, không chắc chắn: chưa thấy không có nghĩa là không có; hãy đọc cả hai."


@dataclass(frozen=True)
class Answer:
    """What a lower plan may say to one task, duty or indicator of a higher one.

    Attributes
    ----------
    kind : {"task", "duty", "indicator"}
    id, title, leads, place : str
        Of the higher plan; place is where it stands there.
    answer : {"likely", "unclear", "none"}
        Never certain.
    strength : float
        From 0 to 1; of what has no answer that of the nearest text.
    by_kind, by, by_title, by_whom, by_place : str
        What answers in the lower plan, its id, text, lead and time, and where it stands; empty
        where nothing does.
    target : {"", "as_high", "lower", "unknown"}
        Whether its number is as high as is asked for; unknown where it has none of that unit.
    asked, given : str
        Both targets.

    Examples
    --------
    >>> import sauro
    >>> one = sauro.Answer("task", "1.I.2", "Cấp nước sạch", "Sở Xây dựng", "dòng 7", "none", 0.1)
    >>> one.answer, one.by
    ('none', '')
    """

    kind: Kind
    id: str
    title: str
    leads: str
    place: str
    answer: Found
    strength: float
    by_kind: str = ""
    by: str = ""
    by_title: str = ""
    by_whom: str = ""
    by_place: str = ""
    target: Aim = ""
    asked: str = ""
    given: str = ""


class Answers(Listed[Answer]):
    """What of a higher plan may have an answer in a lower one; made by `cover`.

    Examples
    --------
    >>> import sauro
    >>> found = sauro.cover(sauro.datasets.plan("phu-my"), sauro.datasets.plan("an-loc"))
    >>> sum(found.counts[name] for name in ("likely", "unclear", "none")) == len(found)
    True
    >>> found.table.columns[:3]
    ['kind', 'id', 'title']
    """

    SCHEMA = "sauro/answers/1"
    _ITEM = Answer
    HEADINGS: ClassVar[dict[str, str]] = {
        "kind": "Loại",
        "id": "Mã cấp trên",
        "title": "Nội dung cấp trên giao",
        "leads": "Cơ quan cấp trên giao",
        "answer": "Trong kế hoạch cấp dưới",
        "strength": "Độ khớp (%)",
        "by": "Mã cấp dưới",
        "by_title": "Nội dung cấp dưới",
        "by_whom": "Cơ quan, thời gian",
        "target": "So chỉ tiêu",
        "asked": "Chỉ tiêu cấp trên",
        "given": "Chỉ tiêu cấp dưới",
        "place": "Chỗ trong kế hoạch cấp trên",
        "by_place": "Chỗ trong kế hoạch cấp dưới",
    }

    def __init__(self, answers: Sequence[Answer], documents: tuple[Document, Document]) -> None:
        super().__init__(answers)
        self._documents = documents

    @property
    def counts(self) -> dict[str, int]:
        """How many may have an answer, are unclear or have none; and how many aim lower."""
        counts: dict[str, int] = {name: len(self.of(name)) for name in FOUND}
        return counts | {"lower_target": sum(one.target == "lower" for one in self)}

    def of(self, answer: Found) -> list[Answer]:
        """Give those of one kind: likely, unclear or none."""
        return [one for one in self if one.answer == answer]

    def to_text(self, *, language: Language = "vi") -> str:
        """Describe for a person: what has no answer first.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        words = words_in(choice(language, LANGUAGES, "language"))
        lines = [self._title(words)]
        lines += [f"  {name}: {value}" for name, value in self._facts(words).items()]
        for name, title in FOUND.items():
            some = self.of(name)
            if some:
                said = words(title)
                lines += ["", f"{said[:1].upper()}{said[1:]} ({len(some)})"]
            for one in some:
                lines += _said(one, words)
        return visible("\n".join(lines))

    def _title(self, words: Words) -> str:
        higher, lower = (named(one, words) for one in self._documents)
        return words("Đối chiếu {higher} với {lower}", higher=higher, lower=lower)

    def _facts(self, words: Words) -> dict[str, str]:
        counts = self.counts
        told = ", ".join(f"{words(title)} {counts[name]}" for name, title in FOUND.items())
        facts = {words("Cấp trên giao"): f"{len(self)} ({told})"}
        if counts["lower_target"]:
            facts[words("Chỉ tiêu thấp hơn cấp trên giao")] = str(counts["lower_target"])
        facts[words("Lưu ý")] = words(CAUTION)
        return facts

    def _sheets(self, words: Words) -> dict[str, Table]:
        return {words("Đối chiếu"): self._rows(words)}

    def _rows(self, words: Words) -> Table:
        lists = {name: [_cell(one, name, words) for one in self] for name in self.HEADINGS}
        return self._headed(Table(lists), words)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answers):
            return NotImplemented
        return (self._listed, self._documents) == (other._listed, other._documents)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickle, (_core.pickle_version, self._listed, self._documents)

    def __repr__(self) -> str:
        return f"<Answers: {', '.join(f'{n} {name}' for name, n in self.counts.items())}>"


def _unpickle(version: int, answers: list[Answer], documents: tuple[Document, Document]) -> Answers:
    require_version("Answers", version, _core.pickle_version)
    return Answers(answers, documents)


for _class in (Answer, Answers):
    _class.__module__ = "sauro"


def _cell(one: Answer, name: str, words: Words) -> Any:
    """Give what a person sees in a column."""
    value = getattr(one, name)
    if name == "kind":
        return words(KIND_NAMES[value], n=1)
    if name == "answer":
        return words(FOUND[one.answer])
    if name == "target":
        return words(AIMS[one.target]) or None
    if name == "strength":
        return round(100 * one.strength) if one.by else None
    return value or None


def _said(one: Answer, words: Words) -> Iterator[str]:
    """Write what is asked for, and below it what answers, with both places."""
    kind = "" if one.kind == "task" else f" [{words(KIND_NAMES[one.kind], n=1)}]"
    leads = f" [{one.leads}]" if one.leads else ""
    yield f"  {one.id}{kind}  {short(one.title)}{leads}"
    if one.by:
        share = words.percent(100 * one.strength, 0)
        about = f" [{one.by_whom}]" if one.by_whom else ""
        places = " / ".join(filter(None, (one.place, one.by_place)))
        yield f"      {share}  {one.by}  {short(one.by_title)}{about} ({places})"
    if one.target and one.by:
        told = " / ".join(filter(None, (one.asked, one.given)))
        yield f"      {words(AIMS[one.target])}: {told}"
