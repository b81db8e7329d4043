"""What is read of drawn documents, beside what they say."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import sauro
from prose_shapes import FORMS
from sentence_shapes import Said, Sentences


def stands_in(key: str, text: str) -> bool:
    return key.casefold() in text.casefold()


@dataclass
class Outcome(ABC):
    """What was read of documents, beside what they say."""

    wanted: Counter[str] = field(default_factory=Counter)  # by style
    whole: Counter[str] = field(default_factory=Counter)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)  # by style and field
    wrong: list[tuple[Any, ...]] = field(default_factory=list)
    deadlines: list[tuple[Any, ...]] = field(default_factory=list)  # that nobody set
    leads: list[tuple[Any, ...]] = field(default_factory=list)
    partners: list[tuple[Any, ...]] = field(default_factory=list)
    extra: list[tuple[Any, ...]] = field(default_factory=list)

    @abstractmethod
    def wrong_fields(self, said: Said, duty: Any, plan: sauro.Plan) -> dict[str, Any]:
        """What was read otherwise than the document says it, by field."""

    @abstractmethod
    def bodies(self, plan: sauro.Plan, ids: Iterable[str]) -> set[str]:
        """Single bodies that were read, in what they are compared by."""

    @abstractmethod
    def known(self, names: Iterable[str]) -> set[str]:
        """Bodies that the document names, in the same."""

    def given(self, plan: sauro.Plan) -> list[Any]:
        """What a plan gives bodies to do."""
        return list(plan.duties)

    def read(self, draw: Callable[[int], Sentences], form: str, seeds: range) -> None:
        """Draw documents, read them and compare."""
        for seed in seeds:
            prose = draw(seed)
            source = FORMS[form](prose)
            plan = sauro.read_plan(text=source, format=form)
            assert plan.coverage.lost == 0, source
            self.take(prose, plan)

    def take(self, prose: Sentences, plan: sauro.Plan) -> None:
        """Compare a plan with what it says: each duty with the first that has its key."""
        left = self.given(plan)
        for said in prose.duties:
            self.wanted[said.style] += 1
            duty = next((one for one in left if stands_in(said.key, one.text)), None)
            if duty is None:
                line = next(one for one in prose.named if stands_in(said.key, one))
                self._note(prose.seed, said, {"missing": True}, line)
                continue
            left.remove(duty)
            self._note(prose.seed, said, self.wrong_fields(said, duty, plan), duty.text)
            self._invented(prose.seed, plan, duty, said.leads, said.helps, said.due)
        for duty in left:
            self._extra(prose, plan, duty)

    def _note(self, seed: int, said: Said, faults: dict[str, Any], text: str) -> None:
        self.whole[said.style] += not faults
        self.faults.update((said.style, fault) for fault in faults)
        if faults:
            self.wrong.append((seed, faults, said, text))

    def _invented(
        self, seed: int, plan: sauro.Plan, duty: Any, leads: Any, partners: Any, due: Any
    ) -> None:
        """Note a day or a body that the document doesn't give."""
        found = (seed, duty.text)
        if duty.timeframe.due not in (None, due):
            self.deadlines.append((*found, duty.timeframe.due, due))
        if wrong := self.bodies(plan, duty.leads) - self.known(leads):
            self.leads.append((*found, wrong, leads))
        if wrong := self.bodies(plan, duty.coordinators) - self.known(partners):
            self.partners.append((*found, wrong, partners))

    def _extra(self, prose: Sentences, plan: sauro.Plan, duty: Any) -> None:
        """Clauses without a day may be duties of their own, of the bodies in their line."""
        lines = [one for one in prose.named if duty.text in one]
        may = {name for line in lines for name in prose.named[line]}
        self._invented(prose.seed, plan, duty, may, may, None)
        if duty.kind != "standing":
            self.extra.append((prose.seed, duty.text))

    def check(self) -> None:
        """At least 97 of 100 are whole, and nothing is invented."""
        assert not self.deadlines, self.deadlines[:5]
        assert not self.leads, self.leads[:5]
        assert not self.partners, self.partners[:5]
        wanted, whole = self.wanted.total(), self.whole.total()
        assert whole >= 0.97 * wanted, (whole, wanted, self.wrong[:5])
        assert len(self.extra) <= 0.03 * wanted, self.extra[:5]

    def by_style(self) -> str:
        """A line for each style: how many are whole, and which fields of the others are wrong."""
        lines = []
        for style, wanted in sorted(self.wanted.items()):
            faults = [f"{name} {n}" for (one, name), n in self.faults.items() if one == style]
            lines.append(f"{style:22} {self.whole[style]:4}/{wanted:<4} {', '.join(faults)}")
        lines.append(f"{'all':22} {self.whole.total():4}/{self.wanted.total():<4}")
        for name in ("deadlines", "leads", "partners", "extra"):
            lines.append(f"{'invented ' + name:22} {len(getattr(self, name)):4}")
        return "\n".join(lines)

    def show(self, style: str = "", examples: int = 5) -> None:
        """Print for development what fails by style, and examples: of all styles, or of one."""
        print(self.by_style())
        wrong = [one for one in self.wrong if not style or one[2].style == style]
        for one in [*self.deadlines, *self.leads, *self.partners, *self.extra][:examples]:
            print("invented:", *one, sep="\n  ")
        for one in wrong[:examples]:
            print("wrong:", *one, sep="\n  ")
