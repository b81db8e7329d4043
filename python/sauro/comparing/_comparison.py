"""What changed between two plans, to count and to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from sauro import _core
from sauro._base.choice import choice
from sauro._base.pickles import require_version
from sauro._base.shown import visible
from sauro._base.words import LANGUAGES, Language, Words, words_in
from sauro._core import Document
from sauro.comparing._changes import CHANGES, Change
from sauro.comparing._items import FIELDS, KINDS, Kind
from sauro.comparing._listed import Listed
from sauro.table._table import Table

__all__ = ["CHANGE_NAMES", "KIND_NAMES", "Comparison", "named", "short"]

KIND_NAMES = {"task": "nhiệm vụ", "duty": "việc trong phần lời", "indicator": "chỉ tiêu trong bảng"}
CHANGE_NAMES = {
    "added": "thêm",
    "dropped": "bỏ",
    "split": "tách",
    "merged": "gộp",
    "changed": "thay đổi",
    "moved": "chuyển chỗ",
}
PLACES = {
    "title": "nội dung",
    "annex": "phụ lục",
    "area": "lĩnh vực",
    "parent": "nhiệm vụ cấp trên",
    "number": "số thứ tự",
}
FIELD_NAMES = FIELDS | PLACES
SHOWN = 120  # characters of a text on a line
WORDS, AROUND = 20, 4  # of a text that is shown whole; around what differs of a longer one


class Comparison(Listed[Change]):
    r"""What changed from one plan to another; made by `compare`.

    Attributes
    ----------
    years : int
        How many years later the new plan is.

    Examples
    --------
    >>> import sauro
    >>> plan = sauro.datasets.plan("phu-my")
    >>> found = sauro.compare(plan, sauro.datasets.plan("an-loc"))
    >>> found.counts["added"] > 0, found.table.columns[:3]
    (True, ['kind', 'change', 'field'])
    """

    SCHEMA = "sauro/comparison/1"
    _ITEM = Change
    HEADINGS: ClassVar[dict[str, str]] = {
        "kind": "Loại",
        "change": "Khác ở",
        "field": "Mục",
        "old": "Mã cũ",
        "new": "Mã mới",
        "title": "Nội dung cũ",
        "new_title": "Nội dung mới",
        "before": "Trước",
        "after": "Sau",
        "strength": "Độ giống (%)",
        "sure": "Chắc",
        "near": "Gần nhất",
        "place": "Chỗ trong kế hoạch cũ",
        "new_place": "Chỗ trong kế hoạch mới",
    }

    def __init__(
        self,
        changes: Sequence[Change],
        items: Mapping[Kind, tuple[int, int, int]],
        documents: tuple[Document, Document],
        years: int = 0,
    ) -> None:
        super().__init__(changes)
        self._items = dict(items)
        self._documents = documents
        self.years = years

    @property
    def counts(self) -> dict[str, int]:
        """How many items were added, dropped, split, merged, changed and moved, and are unsure."""
        items = {(one.change, one.kind, one.old, one.new): one.sure for one in self}
        found = Counter(change for change, *_ in items)
        unsure = {(kind, a, b) for (_, kind, a, b), sure in items.items() if not sure}
        return {name: found[name] for name in CHANGES} | {"unsure": len(unsure)}

    def of(self, change: str, field: str | None = None) -> list[Change]:
        """Give those of one kind of change, or of one field too."""
        return [one for one in self if one.change == change and field in (None, one.field)]

    def to_text(self, *, language: Language = "vi") -> str:
        """Describe for a person.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        words = words_in(choice(language, LANGUAGES, "language"))
        lines = [self._title(words)]
        lines += [f"  {name}: {value}" for name, value in self._facts(words).items()]
        if not self._listed:
            lines += ["", words("Hai kế hoạch không khác nhau ở nhiệm vụ và chỉ tiêu nào.")]
        for name in CHANGES:
            some = [one for one in self.of(name) if one.field != "number"]
            items = {(one.kind, one.old, one.new): one for one in some}
            if items:
                title = words(CHANGE_NAMES[name])
                lines += ["", f"{title[:1].upper()}{title[1:]} ({len(items)})"]
            for key, one in items.items():
                same_item = [each for each in some if (each.kind, each.old, each.new) == key]
                lines += _said(one, same_item, words)
        numbers = [f"{one.old} → {one.new}" for one in self.of("moved", "number")]
        if numbers:
            lines += ["", words("Chỉ đổi số ({n})", n=len(numbers)), f"  {', '.join(numbers)}"]
        return visible("\n".join(lines))

    def _title(self, words: Words) -> str:
        old, new = (named(one, words) for one in self._documents)
        return words("So sánh {old} với {new}", old=old, new=new)

    def _facts(self, words: Words) -> dict[str, str]:
        counts = self.counts
        told = [f"{words(CHANGE_NAMES[name])} {counts[name]}" for name in CHANGES if counts[name]]
        facts = {
            _capital(words(KIND_NAMES[kind])): words(
                "{old} → {new}, cùng có {same}",
                old=self._items[kind][0],
                new=self._items[kind][1],
                same=self._items[kind][2],
            )
            for kind in KINDS
            if any(self._items[kind][:2])
        }
        facts[words("Khác nhau")] = ", ".join(told) or words("không có gì")
        if counts["unsure"]:
            facts[words("Chưa chắc, cần người xem")] = str(counts["unsure"])
        if self.years:
            facts[words("Năm của kế hoạch mới")] = f"{self.years:+d}"
        return facts

    def _sheets(self, words: Words) -> dict[str, Table]:
        return {words("Thay đổi"): self._rows(words)}

    def _rows(self, words: Words) -> Table:
        rows: dict[str, list[Any]] = {name: [] for name in self.HEADINGS}
        for one in self:
            for name in rows:
                rows[name].append(_cell(one, name, words))
        return self._headed(Table(rows), words)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Comparison):
            return NotImplemented
        mine = (self._listed, self._items, self._documents, self.years)
        return mine == (other._listed, other._items, other._documents, other.years)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self._listed, self._items, self._documents, self.years)
        return _unpickle, (_core.pickle_version, *parts)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items() if count)
        return f"<Comparison: {counts or 'nothing differs'}>"


def _unpickle(version: int, *parts: Any) -> Comparison:
    require_version("Comparison", version, _core.pickle_version)
    return Comparison(*parts)


for _class in (Change, Comparison):
    _class.__module__ = "sauro"


def named(document: Document, words: Words) -> str:
    """Name a document by kind, number and day."""
    name = " ".join(filter(None, (document.kind, document.number))) or words("văn bản chưa có số")
    return f"{name} ({words.day(document.date)})" if document.date else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cell(one: Change, name: str, words: Words) -> Any:
    """Give what a person sees in a column."""
    value = getattr(one, name)
    if name == "kind":
        return words(KIND_NAMES[value], n=1)
    if name == "change":
        return words(CHANGE_NAMES[value])
    if name == "field":
        return words(FIELD_NAMES[value]) if value else None
    if name == "sure":
        return words("chắc") if value else words("chưa chắc")
    if name == "strength":
        return None if value is None else round(100 * value)
    return value or None


def _said(one: Change, changes: Sequence[Change], words: Words) -> Iterator[str]:
    """Write a change of an item, and below it what of it changed."""
    ids = " → ".join(dict.fromkeys(filter(None, (one.old, one.new))))
    kind = "" if one.kind == "task" else f" [{words(KIND_NAMES[one.kind], n=1)}]"
    about = one.before or one.after if one.change in ("added", "dropped") else ""
    told = f"{short(one.title or one.new_title)} [{about}]" if about else short(one.title)
    yield f"  {ids}{kind}  {told or short(one.new_title)}"
    if one.change in ("split", "merged"):
        parts = one.new_title if one.change == "split" else one.title
        yield f"      {short(parts)}"
    if one.near:
        share = words.percent(100 * (one.strength or 0), 0)
        text = "gần nhất là {near}, giống {share}; chưa đủ để coi là một việc"
        yield f"      {words(text, near=one.near, share=share)}"
    for each in changes:
        if each.field:
            before, after = differing(each.before, each.after)
            yield f"      {words(FIELD_NAMES[each.field])}: {before or '–'} → {after or '–'}"
    if not one.sure and not one.near:
        share = words.percent(100 * (one.strength or 0), 0)
        yield f"      {words('chưa chắc là cùng một việc: giống {share}', share=share)}"


def differing(before: str, after: str) -> tuple[str, str]:
    """Give two texts; of long ones what differs, with a few words around it."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) <= WORDS:
        return before, after
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    last = next(
        (at for at, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), 0
    )
    return _part(old, first, last), _part(new, first, last)


def _part(words: list[str], first: int, last: int) -> str:
    begin, end = max(first - AROUND, 0), len(words) - max(last - AROUND, 0)
    head, tail = "… " * (begin > 0), " …" * (end < len(words))
    return short(f"{head}{' '.join(words[begin:end])}{tail}")


def short(text: str) -> str:
    """Give a text on one line, a long one cut."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
