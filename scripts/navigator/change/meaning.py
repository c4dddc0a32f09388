"""The meaning of a change of the tree: for how many situations the advice becomes another, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from navigator.model.scenario import Scenario
from navigator.prove.shrink import shrunk
from navigator.tree.advise import advise
from navigator.tree.result import Advice
from navigator.tree.sample import random_answers
from navigator.tree.tree import Tree

SEED = 20261123
SETS = 5000
EXAMPLES = 3
SPARE = 6  # further ones, for some become the same when they are made short
Answers = Mapping[str, Any]

# What is compared, by the name that authors see.
PARTS = {
    "three": "тройка рекомендаций", "order": "порядок остальных рекомендаций", "gate": "предупреждение над результатом",
    "paused": "пауза", "front": "группы впереди", "compare": "группы для сравнения", "not_now": "группы «пока нет»",
    "flags": "предупреждения", "stage": "стадия", "direction": "направление участия",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What an advice decides, without its words."""

    three: tuple[str, ...]
    order: tuple[str, ...]
    gate: str | None
    paused: bool
    front: tuple[str, ...]
    compare: tuple[str, ...]
    not_now: tuple[str, ...]
    flags: tuple[str, ...]
    stage: str | None
    direction: str | None

    @classmethod
    def of(cls, advice: Advice) -> Shape:
        """The shape of an advice."""
        ids = tuple(one.id for one in advice.recommendations)
        modes = advice.modes
        return cls(
            ids[:3], ids[3:], advice.gate, advice.paused, tuple(way.id for way in modes.first),
            tuple(way.id for way in modes.compare), tuple(way.id for way in modes.not_now),
            tuple(flag.id for flag in advice.flags), advice.stage, advice.direction,
        )

    def differences(self, other: Shape) -> tuple[str, ...]:
        """The parts in which two shapes differ; of the order only what the three do not tell already."""
        found = [part for part in PARTS if getattr(self, part) != getattr(other, part)]
        return tuple(part for part in found if part != "order" or "three" not in found)


@dataclass(frozen=True, slots=True)
class Case:
    """Answers whose advice became another; `title` where they are those of a scenario."""

    answers: Answers
    before: Shape
    after: Shape
    title: str = ""


@dataclass(slots=True)
class Meaning:
    """The whole of it: counts over the sample, examples, the scenarios that changed."""

    sets: int = 0
    changed: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    gained: Counter[str] = field(default_factory=Counter)  # came among the three, to the front, into view
    lost: Counter[str] = field(default_factory=Counter)
    examples: list[Case] = field(default_factory=list)
    scenarios: int = 0
    altered: list[Case] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether no advice became another."""
        return not (self.changed or self.altered)


def meaning(before: Tree, after: Tree, scenarios: Iterable[Scenario], sets: int = SETS) -> Meaning:
    """What the change from one tree to the other means for random situations and for the scenarios."""
    found = Meaning()
    shown: set[str] = set()
    spare: list[Case] = []
    for answers in situations(before, after, sets):
        found.sets += 1
        case = _case(before, after, answers)
        parts = case.before.differences(case.after)
        if not parts:
            continue
        found.changed += 1
        found.parts.update(parts)
        _count(found, case)
        # Examples that show something new come first.
        if not shown.issuperset(parts):
            found.examples.append(case)
            shown.update(parts)
        elif len(spare) < SPARE:
            spare.append(case)
    found.examples = _distinct(_shortest(before, after, case) for case in [*found.examples, *spare])
    for scenario in scenarios:
        found.scenarios += 1
        case = _case(before, after, scenario.answers, scenario.title)
        if case.before.differences(case.after):
            found.altered.append(case)
    return found


def situations(before: Tree, after: Tree, sets: int) -> Iterator[Answers]:
    """The fixed sample; where the questions themselves changed, half of it comes from each version."""
    if _asked(before) == _asked(after):
        yield from random_answers(after, sets, SEED)
        return
    yield from random_answers(before, sets // 2, SEED)
    yield from random_answers(after, sets - sets // 2, SEED)


def _asked(tree: Tree) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.id, tuple(option.id for option in one.options)) for one in tree.questions]


def _distinct(cases: Iterable[Case]) -> list[Case]:
    """The first few of different answers."""
    found: list[Case] = []
    for case in cases:
        if len(found) < EXAMPLES and all(case.answers != other.answers for other in found):
            found.append(case)
    return found


def _shortest(before: Tree, after: Tree, case: Case) -> Case:
    """The case with only those answers that make the difference, so that a reader sees what it hangs on."""
    parts = set(case.before.differences(case.after))
    fewer = shrunk(case.answers, lambda some: parts <= set(_parts(before, after, some)))
    return _case(before, after, fewer)


def _parts(before: Tree, after: Tree, answers: Answers) -> tuple[str, ...]:
    case = _case(before, after, answers)
    return case.before.differences(case.after)


def _case(before: Tree, after: Tree, answers: Answers, title: str = "") -> Case:
    return Case(answers, Shape.of(advise(before, answers)), Shape.of(advise(after, answers)), title)


def _count(found: Meaning, case: Case) -> None:
    """What came into the three, to the front or among the flags, and what went."""
    for part in ("three", "front", "flags"):
        old, new = set(getattr(case.before, part)), set(getattr(case.after, part))
        found.gained.update(f"{part}:{id}" for id in new - old)
        found.lost.update(f"{part}:{id}" for id in old - new)
