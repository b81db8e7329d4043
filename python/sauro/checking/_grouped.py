"""Findings that are alike said once, and findings by task or area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sauro._base.words import Words
from sauro._core import Finding

__all__ = ["BY", "lines_by", "lines_once"]

BY = ("task", "area")
MOST_NAMES = 12  # tasks that are named one by one


def lines_once(findings: Iterable[Finding], tasks: Sequence[str], words: Words) -> list[str]:
    """Say each finding once, with all tasks that it holds for; `tasks` are those of the plan."""
    alike: dict[tuple[str, str, str, str, str], list[Finding]] = {}
    for one in findings:
        kind = f"{one.rule} {'task' if one.task else ''}"
        key = one.severity, kind, one.message, one.message_en, one.correction
        alike.setdefault(key, []).append(one)
    lines = []
    for some in alike.values():
        if len(some) == 1:
            lines.append(some[0].to_text(words.language))
            continue
        first = some[0].to_text(words.language)
        if not some[0].task:
            lines.append(words("{said} ({n} chỗ)", said=first, n=len(some)))
            continue
        task = words("nhiệm vụ {task}: ", task=some[0].task)
        said = first.replace(task, "", 1)
        names = _named({one.task for one in some}, tasks, words)
        lines.append(words("{said} ({n} nhiệm vụ: {names})", said=said, n=len(some), names=names))
    return lines


def lines_by(by: str, findings: Iterable[Finding], words: Words) -> list[str]:
    """Say findings below the task or area that they are of; those of the document come first."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        groups.setdefault(one.task if by == "task" else _area(one.task), []).append(one)
    lines = []
    for name, some in groups.items():
        lines.append((_area_words(name, words) if by == "area" else name) or words("Văn bản"))
        for one in some:
            said = one.to_text(words.language)
            if by == "task":
                said = said.replace(words("nhiệm vụ {task}: ", task=one.task), "", 1)
            lines.append(f"  {said}")
    return lines


def _area(task: str) -> str:
    """Give the annex and the area of a task, "1.II" of "1.II.2"."""
    return ".".join(task.split(".")[:2])


def _area_words(area: str, words: Words) -> str:
    annex, _, number = area.partition(".")
    if not number:
        return area
    place = words("Phụ lục {n}", n=annex) if annex != "0" else words("phần lời")
    return words("{place}, mục {area}", place=place, area=number)


def _named(found: set[str], tasks: Sequence[str], words: Words) -> str:
    """Name tasks; areas that all of them make up are named as such."""
    areas: dict[str, list[str]] = {}
    for task in tasks:
        areas.setdefault(_area(task), []).append(task)
    names, lone = [], []
    for is_whole, some in groupby(areas, lambda one: _is_whole(areas[one], found)):
        if is_whole:
            names += list(_spans(list(some), words))
        else:
            lone += [task for area in some for task in areas[area] if task in found]
    lone += sorted(found - set(tasks))
    shown = lone[:MOST_NAMES]
    more = [words("… và {n} nhiệm vụ khác", n=len(lone) - len(shown))] * (len(shown) < len(lone))
    return "; ".join(filter(None, [*names, ", ".join([*shown, *more])]))


def _is_whole(tasks: Sequence[str], found: set[str]) -> bool:
    return len(tasks) > 1 and found.issuperset(tasks)


def _spans(areas: Sequence[str], words: Words) -> Iterator[str]:
    """Name areas that follow one another: "Phụ lục 2, mục III-VIII"."""
    for annex, some in groupby(areas, lambda one: one.partition(".")[0]):
        numbers = [one.partition(".")[2] for one in some]
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
        yield _area_words(f"{annex}.{span}", words)
